import type { CheckTexts } from "../../check-texts.ts";
import { type HolderSentences, holderMessages } from "../../holder-messages.ts";

const sentences: HolderSentences = {
  used: "Lo hizo por última vez {ago} antes de este análisis.",
  running: "Lo estaba haciendo durante este análisis.",
  unused: "No lo ha hecho desde hace {ago}.",
  unrecorded: "El teléfono no ha registrado ningún uso.",
  outside: "No vino de una tienda.",
  space: " ",
};
const held = (what: string) => holderMessages(`{app} puede ${what} ({users}).`, sentences);

export const permissions: CheckTexts = {
  "background-location": {
    question: "¿Puede una app añadida seguir en todo momento dónde está el teléfono?",
    pass: "Ninguna app añadida puede seguir en todo momento dónde está el teléfono",
    fail: "Una app añadida puede seguir en todo momento dónde está el teléfono",
    why: "Una app con ubicación en segundo plano puede registrar cada lugar al que va el teléfono, sin abrirse y sin ninguna señal en pantalla.",
    advice:
      "Pon el permiso de ubicación de estas apps en «Solo mientras se usa», salvo que seguir el teléfono sea su función.",
    messages: held("leer dónde está el teléfono en todo momento, también cuando no está abierta"),
  },
  "body-sensors-access": {
    question: "¿Puede una app añadida leer datos de salud y movimiento?",
    pass: "Ninguna app añadida puede leer datos de salud y movimiento",
    fail: "Una app añadida puede leer datos de salud y movimiento",
    why: "Los datos del cuerpo son de los más privados que hay: pulso, pasos, sueño y, con Health Connect, historiales médicos enteros.",
    advice: "Déjalo para las apps de deporte y salud que uses.",
    messages: held("leer el pulso, los pasos u otros datos del cuerpo"),
  },
  "calendar-access": {
    question: "¿Puede una app añadida leer el calendario?",
    pass: "Ninguna app añadida puede leer el calendario",
    fail: "Una app añadida puede leer el calendario",
    why: "El calendario dice dónde estará su dueño, con quién y a menudo por qué.",
    advice: "Quita el permiso a las apps que no tienen nada que ver con tus citas.",
    messages: held("leer o cambiar el calendario"),
  },
  "call-log-access": {
    question: "¿Puede una app añadida leer el registro de llamadas?",
    pass: "Ninguna app añadida puede leer el registro de llamadas",
    fail: "Una app añadida puede leer el registro de llamadas",
    why: "El registro de llamadas dice con quién habla el dueño, cuándo y cuánto tiempo.",
    advice: "Deja este permiso a tu app de teléfono y a un bloqueador de llamadas en el que confíes.",
    messages: held("leer o cambiar el registro de llamadas"),
  },
  "camera-access": {
    question: "¿Puede una app añadida usar la cámara?",
    pass: "Ninguna app añadida puede usar la cámara",
    fail: "Una app añadida puede usar la cámara",
    why: "Una app con este permiso puede hacer fotos y grabar vídeos mientras está abierta y, en versiones antiguas de Android, también cuando no lo está.",
    advice:
      "Quita el permiso a las apps que no necesitan cámara para lo que hacen por ti, sobre todo a las que no vinieron de una tienda.",
    messages: held("hacer fotos y vídeos"),
  },
  "contacts-access": {
    question: "¿Puede una app añadida leer la agenda de contactos?",
    pass: "Ninguna app añadida puede leer la agenda de contactos",
    fail: "Una app añadida puede leer la agenda de contactos",
    why: "La agenda contiene nombres, números y direcciones de otras personas; una app que puede leerla puede copiarla entera de una vez.",
    advice: "Quita el permiso a las apps en las que no buscas a personas.",
    messages: held("leer o cambiar la agenda de contactos"),
  },
  "location-access": {
    question: "¿Puede una app añadida saber dónde está el teléfono?",
    pass: "Ninguna app añadida puede saber dónde está el teléfono",
    fail: "Una app añadida puede saber dónde está el teléfono",
    why: "Dónde está un teléfono dice dónde vive, trabaja y duerme su dueño. ACCESS_FINE_LOCATION da el lugar con unos metros de margen; ACCESS_COARSE_LOCATION, con unos tres kilómetros cuadrados.",
    advice:
      "Deja la ubicación solo a las apps que la necesitan; elige la aproximada si el teléfono la ofrece, y «Solo mientras se usa».",
    messages: held("leer dónde está el teléfono"),
  },
  "microphone-access": {
    question: "¿Puede una app añadida usar el micrófono?",
    pass: "Ninguna app añadida puede usar el micrófono",
    fail: "Una app añadida puede usar el micrófono",
    why: "Una app con este permiso puede grabar lo que se dice cerca del teléfono mientras está abierta o muestra una notificación de que funciona.",
    advice: "Quita el permiso a las apps a las que no hablas.",
    messages: held("escuchar por el micrófono"),
  },
  "nearby-devices-access": {
    question: "¿Puede una app añadida buscar dispositivos cercanos?",
    pass: "Ninguna app añadida puede buscar dispositivos cercanos",
    fail: "Una app añadida puede buscar dispositivos cercanos",
    why: "Los dispositivos al alcance (relojes, auriculares, routers, balizas) pueden revelar dónde está el teléfono y con quién se encuentra su dueño.",
    advice: "Quita el permiso a las apps que no trabajan con otro dispositivo.",
    messages: held("buscar dispositivos cercanos y conectarse a ellos"),
  },
  "phone-access": {
    question: "¿Puede una app añadida hacer llamadas o leer el número de teléfono?",
    pass: "Ninguna app añadida puede hacer llamadas ni leer el número de teléfono",
    fail: "Una app añadida puede hacer llamadas o leer el número de teléfono",
    why: "Con este permiso, una app puede ver el número y si hay una llamada en curso y, según lo que pidiera, hacer y responder llamadas.",
    advice: "Quita el permiso a las apps con las que no llamas.",
    messages: held("hacer o responder llamadas, o leer el número y el estado de las llamadas"),
  },
  "photos-access": {
    question: "¿Puede una app añadida leer todas las fotos o archivos del almacenamiento compartido?",
    pass: "Ninguna app añadida puede leer todas las fotos o archivos del almacenamiento compartido",
    fail: "Una app añadida puede leer fotos o archivos del almacenamiento compartido",
    why: "Una app con este permiso puede leer las imágenes y grabaciones del teléfono y, con ACCESS_MEDIA_LOCATION, también dónde se hicieron.",
    advice:
      "En Android 14 y posterior elige «Seleccionar fotos» en lugar de todas; quita el permiso a las apps en las que no abres imágenes.",
    messages: held("leer fotos, vídeos, música o archivos del almacenamiento compartido"),
  },
  "policy-fixed-permissions": {
    question: "¿Concedió un gestor del teléfono permisos que su usuario no puede retirar?",
    pass: "Ninguna app añadida tiene un permiso fijado por un gestor del teléfono",
    fail: "Un gestor del teléfono concedió permisos que su usuario no puede retirar",
    why: "Solo un propietario del dispositivo o del perfil (una empresa, o alguien que configuró el teléfono como administrado) puede fijar permisos. En un teléfono privado, es señal de una gestión oculta.",
    advice:
      "Averigua quién administra el teléfono: Ajustes > Seguridad > Apps de administración del dispositivo, y el propietario nombrado en este informe.",
    messages: { fixed: "{app} tiene permisos que el gestor del teléfono concedió para siempre ({users})." },
  },
  "sms-access": {
    question: "¿Puede una app añadida leer o enviar SMS?",
    pass: "Ninguna app añadida puede leer ni enviar SMS",
    fail: "Una app añadida puede leer o enviar SMS",
    why: "Los SMS llevan los códigos con los que se entra en bancos y cuentas. Una app que los lee puede apoderarse de cuentas; una que los envía puede costar dinero.",
    advice: "Deja este permiso solo a tu app de mensajes.",
    messages: held("leer o enviar SMS"),
  },
};
