import type { CheckTexts } from "../../check-texts.ts";

export const device: CheckTexts = {
  "adb-authorised-keys": {
    question: "¿Tiene algún ordenador permiso para usar ADB en este teléfono?",
    pass: "Ningún ordenador tiene permiso para usar ADB",
    fail: "Hay ordenadores con permiso para usar ADB",
    why: "Cada uno de ellos puede conectarse sin preguntar en cuanto la depuración esté activada y el teléfono a su alcance.",
    advice:
      "Tu propio ordenador es uno de ellos. Si hay otros, revócalos todos: cada uno volverá a preguntar al conectarse.",
    messages: {
      nameless: "Un ordenador sin nombre puede usar ADB (clave {fingerprint}).",
      key: "Un ordenador que se llama {computer} puede usar ADB (clave {fingerprint}).",
      old: "Un ordenador que se llama {computer} puede usar ADB (clave {fingerprint}), aunque lleva {days} días sin conectarse.",
    },
  },
  "adb-keys-expiry": {
    question: "¿Caducan los permisos de ADB de ordenadores que no se usan?",
    pass: "Los permisos de ADB de ordenadores que no se usan caducan",
    fail: "Los permisos de ADB de los ordenadores caducan tarde o nunca",
    why: "Desde Android 11, un ordenador que lleva siete días sin conectarse debe volver a preguntar. Sin ese plazo, el que se permitió una vez queda permitido para siempre.",
    advice: "Vuelve a activar el plazo.",
    messages: {
      never: "Los ordenadores que pueden usar ADB quedan permitidos para siempre.",
      long: "Los ordenadores que pueden usar ADB quedan permitidos {days} días sin uso; lo habitual son siete.",
    },
  },
  "adb-over-tcp": {
    question: "¿Está cerrado el antiguo puerto de red de ADB (normalmente el 5555)?",
    pass: "El antiguo puerto de red de ADB (normalmente el 5555) está cerrado",
    fail: "ADB escucha en un puerto de red",
    why: "Cualquier dispositivo de la misma red puede llamar a este puerto. En teléfonos antiguos, y para ordenadores ya permitidos, se abre sin preguntar.",
    advice: "Ciérralo: reinicia el teléfono, o desactiva y activa la depuración.",
    messages: {
      listens: "ADB escucha en el puerto TCP {port}.",
      set: "ADB está puesto en el puerto TCP {port}, pero su servicio no está en marcha ahora.",
    },
  },
  "adb-over-usb": {
    question: "¿Está desactivada la depuración USB?",
    pass: "La depuración USB está desactivada",
    fail: "La depuración USB está activada",
    why: "Cualquiera con el teléfono desbloqueado y un cable puede instalar apps y leer la mayoría de los datos, si el teléfono permitió una vez su ordenador.",
    advice: "El propio Candor la necesita mientras analiza el teléfono. Desactívala cuando termines.",
    messages: { on: "La depuración USB está activada." },
  },
  "adb-wireless": {
    question: "¿Está desactivada la depuración inalámbrica?",
    pass: "La depuración inalámbrica está desactivada",
    fail: "La depuración inalámbrica está activada",
    why: "Un ordenador vinculado una vez puede conectarse por wifi, sin cable y sin preguntar. Las apps espía se vinculan así a sí mismas para ganar más poder.",
    advice: "Desactívala y quita los dispositivos vinculados que no conozcas.",
    messages: {
      on: "La depuración inalámbrica está activada.",
      server: "El servicio de la depuración inalámbrica está puesto en marcha.",
    },
  },
  "advanced-protection": {
    question: "¿Está activada la Protección avanzada de Android?",
    pass: "La Protección avanzada está activada",
    fail: "La Protección avanzada está desactivada",
    why: "Para quienes es probable que sean atacados, Android 16 reúne sus ajustes más estrictos en un interruptor: nada de apps de orígenes desconocidos, ni 2G, ni datos por USB con el teléfono bloqueado, y un registro de intrusiones.",
    advice:
      "Actívala si eres periodista, activista o es probable que te ataquen, y puedes prescindir de apps de otros lugares.",
    messages: { off: "La Protección avanzada está desactivada." },
  },
  "app-lock-state": {
    question: "¿Está activado el bloqueo de aplicaciones de Xiaomi?",
    pass: "El bloqueo de aplicaciones está activado",
    fail: "El bloqueo de aplicaciones está desactivado",
    why: "Este bloqueo vuelve a preguntar antes de abrir las apps elegidas, para que quien tenga el teléfono desbloqueado no lea mensajes ni correo. Es un cerrojo, no un cifrado. El teléfono no dice a un ordenador qué apps protege.",
    advice:
      "Actívalo para mensajería, correo, galería y banco si otras personas tienen en sus manos el teléfono desbloqueado.",
    messages: {
      set: "El bloqueo de aplicaciones está desactivado para {user}.",
      unset: "El bloqueo de aplicaciones está desactivado para {user}.",
    },
  },
  "backup-state": {
    question: "¿Está activada la copia de seguridad de Android?",
    pass: "La copia de seguridad de Android está activada",
    fail: "La copia de seguridad de Android está desactivada",
    why: "Sin copia, un teléfono perdido, roto o borrado se lleva sus datos. La de Android es una manera entre varias; un ordenador o la nube del fabricante son otras, y aquí no se ven.",
    advice: "Si nada más hace copias del teléfono, actívala, o copia lo importante a un lugar que controles.",
    messages: { off: "La copia de seguridad de Android está desactivada para {user}." },
  },
  "backup-transport": {
    question: "¿Se quedan en el teléfono las copias de seguridad de Android?",
    pass: "Las copias de seguridad se quedan en el teléfono",
    fail: "Las copias de seguridad salen del teléfono",
    why: "Una copia contiene datos de apps, ajustes, la lista de apps y a menudo mensajes y llamadas. A quien la guarda se le puede pedir que la entregue.",
    advice: "Entérate de quién guarda las copias y comprueba que hay un bloqueo de pantalla, porque las protege.",
    messages: {
      known: "Las copias de seguridad para {user} van a: {place}.",
      unknown: "Las copias de seguridad para {user} se las lleva {transport}; aquí no se sabe adónde.",
    },
  },
  "choices-hold": {
    question: "¿Sigue valiendo lo que elegiste con Candor para este teléfono?",
    pass: "Lo que elegiste con Candor para este teléfono sigue valiendo",
    fail: "Algo de lo que elegiste con Candor para este teléfono ha vuelto atrás",
    why: "Se ha visto que actualizaciones del sistema y de apps traen de vuelta apps quitadas y vuelven a activar cosas, sin decir nada.",
    advice: "Haz que se aplique de nuevo, o retira tu elección si cambiaste de idea. «candor drift» lo enumera todo.",
    messages: {
      updated: "Ya no vale, y el sistema se actualizó desde entonces: {about} (elegido el {day}).",
      changed: "Ya no vale: {about} (elegido el {day}).",
    },
  },
  "developer-options": {
    question: "¿Están desactivadas las opciones de desarrollador?",
    pass: "Las opciones de desarrollador están desactivadas",
    fail: "Las opciones de desarrollador están activadas",
    why: "Contienen los interruptores de depuración, ubicación simulada y desbloqueo. Mientras están activadas, basta un toque para debilitar el teléfono.",
    advice: "Desactívalas cuando no las necesites.",
    messages: { on: "Las opciones de desarrollador están activadas." },
  },
  "find-my-device": {
    question: "¿Se puede bloquear y borrar a distancia un teléfono perdido?",
    pass: "El Localizador de Google puede bloquear y borrar el teléfono",
    fail: "La búsqueda de un teléfono perdido está limitada",
    why: "Un teléfono robado que se puede bloquear y borrar a distancia revela menos. El mismo poder deja que quien tenga la cuenta vea dónde está el teléfono.",
    advice: "Actívalo en una cuenta que solo tú puedas abrir, con verificación en dos pasos.",
    messages: { offline: "La búsqueda de Xiaomi de un teléfono sin conexión está desactivada." },
  },
  "location-mode": {
    question: "¿Pueden las apps saber dónde está el teléfono?",
    pass: "La ubicación está desactivada",
    fail: "La ubicación está activada",
    why: "Con la ubicación activada, toda app que pueda usarla sabe dónde está el teléfono. Cuáles pueden lo dicen las comprobaciones de permisos.",
    advice:
      "Déjala activada si usas mapas o necesitas que se encuentre el teléfono; desactívala donde nadie deba saber el lugar.",
    messages: { on: "La ubicación está activada para {users}: {mode}." },
  },
  "miui-adb-install": {
    question: "¿Está desactivada la instalación por USB de Xiaomi?",
    pass: "La instalación por USB está desactivada",
    fail: "La instalación por USB está activada",
    why: "Con ella activada, un ordenador con ADB puede instalar apps en este teléfono.",
    advice: "Desactívala cuando no la necesites.",
    messages: { on: "La instalación de apps por USB está activada." },
  },
  "miui-optimization": {
    question: "¿Está activado el control de permisos propio de Xiaomi (optimización de MIUI)?",
    pass: "La optimización de MIUI está activada",
    fail: "La optimización de MIUI está desactivada",
    why: "La opción de desarrollador «Optimización de MIUI» incluye también preguntas propias de Xiaomi, por ejemplo antes de instalar una app por USB. Sin ella, esas instalaciones pasan sin la pregunta, y hay dueños que cuentan que se restablecieron permisos que habían dado.",
    advice:
      "Si la desactivaste por algún motivo, ten presente lo que abre. Cambiarla altera las apps predeterminadas y los permisos, así que anota los tuyos antes de tocarla; Candor solo informa de ella.",
    noRemedy:
      "Candor solo informa de ella: cambiarla altera las apps predeterminadas y quita permisos a las apps, y nada lo devuelve exactamente.",
    messages: { off: "La optimización de MIUI está desactivada." },
  },
  "miui-security-debugging": {
    question: "¿Está desactivada la depuración de seguridad de Xiaomi?",
    pass: "La depuración de seguridad de Xiaomi está desactivada",
    fail: "La depuración de seguridad de Xiaomi está activada",
    why: "Deja que un ordenador con ADB pulse botones, conceda permisos y cambie ajustes seguros: más de lo que permite la depuración sola en estos teléfonos.",
    advice: "Candor la necesita para arreglar cosas en un teléfono Xiaomi. Desactívala cuando termines.",
    messages: { on: "La depuración USB (ajustes de seguridad) de Xiaomi está activada." },
  },
  "privacy-password": {
    question: "¿Está puesta la contraseña de privacidad de Xiaomi?",
    pass: "Hay una contraseña de privacidad",
    fail: "No hay contraseña de privacidad",
    why: "La contraseña de privacidad protege archivos, notas, fotos y mensajes ocultos de quien tenga el teléfono desbloqueado. Es un cerrojo, no un cifrado: no protege de un ordenador ni de un ladrón que conozca el bloqueo de pantalla.",
    advice: "Pon una, distinta del bloqueo de pantalla, si escondes cosas en el teléfono o lo prestas.",
    messages: {
      set: "No hay contraseña de privacidad para {user}.",
      unset: "No hay contraseña de privacidad para {user}.",
    },
  },
  "unknown-sources-legacy": {
    question: "¿Están bloqueadas las apps de orígenes desconocidos (hasta Android 7)?",
    pass: "Las apps de orígenes desconocidos están bloqueadas",
    fail: "Se pueden instalar apps de orígenes desconocidos",
    why: "Hasta Android 7, un solo interruptor deja que cualquier app instale otras. Desde Android 8 se pregunta por cada app.",
    advice: "Desactívalo después de instalar la app que querías.",
    messages: { on: "Se pueden instalar apps de orígenes desconocidos." },
  },
  "usb-tethering-state": {
    question: "¿Está desactivada la conexión compartida por USB?",
    pass: "La conexión compartida por USB está desactivada",
    fail: "La conexión compartida por USB está activada",
    why: "Mientras se comparte, el ordenador al otro lado del cable está en una misma red con el teléfono y usa sus datos móviles.",
    advice: "Desactívala cuando no la uses.",
    messages: { on: "El teléfono comparte su conexión por USB (funciones USB: {functions})." },
  },
};
