import type { CheckTexts } from "../../check-texts.ts";

export const apps: CheckTexts = {
  "app-signers": {
    question: "¿Está cada app firmada con una clave que dice quién la hizo?",
    pass: "Ninguna app está firmada con una clave que cualquiera tiene, ni una app conocida por otra persona",
    fail: "Una app está firmada con una clave que no dice quién la hizo",
    why: "La firma es lo único que une una app a su autor: decide quién puede actualizarla y qué puede compartir. Las claves que cualquiera tiene no prueban nada, y una app conocida firmada por otro fue modificada.",
    advice:
      "Quita una app firmada por otra persona e instálala de nuevo desde una tienda. Una versión de prueba es inofensiva si la hicisteis tú o tu empresa.",
    messages: {
      other: "{app}: {said}",
      debug:
        "{app} es una versión de prueba: está firmada con una clave de herramientas de desarrollo, que no dice nada de su autor.",
      testKey:
        "{app} está firmada con una clave publicada con el código de Android: cualquiera puede hacer una actualización.",
      platform:
        "{app} se añadió desde fuera de una tienda y está firmada con la clave del propio sistema de este teléfono.",
      image: "{app} venía con el teléfono y está firmada con una clave publicada con el código de Android.",
      imageMany:
        "{count} apps que venían con el teléfono están firmadas con claves publicadas con el código de Android: {apps}.",
    },
  },
  "debuggable-apps": {
    question: "¿Está una app añadida abierta a la depuración?",
    pass: "Ninguna app añadida está abierta a la depuración",
    fail: "Una app añadida está abierta a la depuración",
    why: "Quien pueda usar la depuración USB puede leer todos los datos de una app depurable y ejecutar código en ella. Las tiendas no aceptan estas apps: son versiones de un desarrollador.",
    advice: "Quita la app o cámbiala por la versión de una tienda.",
    messages: { debuggable: "{app} es una versión para depurar." },
  },
  "disabled-security-packages": {
    question: "¿Están activadas las defensas propias del teléfono?",
    pass: "Ninguna defensa conocida del teléfono está desactivada ni quitada",
    fail: "Una defensa del teléfono está desactivada o quitada",
    why: "Quien instala software espía desactiva primero lo que avisaría de él. Quienes quitan apps del fabricante también lo hacen, sin saberlo.",
    advice: "Vuelve a activarla en Ajustes > Aplicaciones, salvo que la quitaras a sabiendas.",
    messages: {
      disabled: "{app} está desactivada ({users}): {does}.",
      removed: "{app} está quitada para el dueño del teléfono: {does}.",
    },
  },
  "hidden-code-apps": {
    question: "¿Oculta su código, o carga más mientras funciona, una app de fuera de las tiendas?",
    pass: "Ninguna app de fuera de las tiendas oculta su código ni carga más mientras funciona",
    fail: "Una app de fuera de las tiendas oculta su código o carga más mientras funciona",
    why: "No se puede saber por su archivo lo que hace una app cuyo código está envuelto o llega después. Los autores de juegos y bancos lo hacen contra las copias; los programas dañinos, para no ser descubiertos. Ninguna tienda ha mirado estas apps.",
    advice: "Conserva una app así solo si conoces a su autor, y tómala de una tienda si está en alguna.",
    messages: {
      packed:
        "{app} se instaló desde fuera de una tienda, y su código está envuelto por {packers}, que oculta lo que hace.",
      packedTogether: "{count} apps de fuera de una tienda ocultan su código: {apps}.",
      loads: "{app} se instaló desde fuera de una tienda, y su código puede cargar más código mientras funciona.",
      loadsTogether: "{count} apps de fuera de una tienda pueden cargar más código mientras funcionan: {apps}.",
    },
  },
  "instant-apps": {
    question: "¿Pueden ejecutarse apps que nunca se instalaron?",
    pass: "Las apps instantáneas están desactivadas",
    fail: "Las apps instantáneas están activadas",
    why: "Un enlace puede abrir una app así: nadie vio sus permisos y no figura en ninguna lista de apps instaladas.",
    advice: "Desactiva las apps instantáneas en los ajustes de Google Play, salvo que las uses.",
    messages: { set: "Los enlaces pueden abrir, para {user}, apps que nunca se instalaron." },
  },
  "misleading-apps": {
    question: "¿Está hecho el archivo de una app instalada para engañar a quien lo mira?",
    pass: "Nada en los archivos de las apps instaladas está hecho para engañar a quien los mira",
    fail: "El archivo de una app instalada se aparta de lo que pide su formato, de un modo que engaña a quien lo mira",
    why: "Android lee estos archivos a su manera y los instala, mientras que los escáneres fallan o ven otra cosa. Los programas dañinos se empaquetan así para esquivarlos; también puede deberse a una herramienta torpe.",
    advice: "Quita una app de fuera de una tienda que esté hecha así, salvo que conozcas a su autor.",
    messages: {
      outside: "{app} se instaló desde fuera de una tienda, y su archivo está hecho para engañar: {detail}",
      outsideTogether:
        "{count} apps se instalaron desde fuera de una tienda, y sus archivos están hechos para engañar: {apps}.",
      store: "El archivo de {app} se aparta de lo que pide su formato: {detail}",
      storeTogether: "Los archivos de {count} apps se apartan de lo que piden sus formatos: {apps}.",
    },
  },
  "old-target-sdk": {
    question: "¿Está hecha una app añadida para un Android tan antiguo que le valen reglas viejas?",
    pass: "Ninguna app añadida está hecha para un Android tan antiguo que le valgan reglas viejas",
    fail: "Una app añadida está hecha para una versión antigua de Android",
    why: "Android mantiene reglas viejas para las apps que dicen estar hechas para una versión antigua: unas reciben sus permisos sin preguntar, otras no tienen límites de archivos, ubicación y trabajo en segundo plano. Algunas apps dañinas lo dicen a propósito.",
    advice: "Actualiza la app desde una tienda; si no hay versión más nueva, busca otra app.",
    messages: {
      noRuntimePermissions: "{app} está hecha para el nivel de API {level}: recibió todos sus permisos al instalarse.",
      oldRules: "{app} está hecha para el nivel de API {level}: le valen reglas anteriores a Android 10.",
    },
  },
  "play-protect": {
    question: "¿Se comprueban las apps al instalarlas?",
    pass: "Las apps se comprueban al instalarlas",
    fail: "Las apps no se comprueban al instalarlas",
    why: "En teléfonos con Google Play, Play Protect compara cada app con las dañinas conocidas al instalarla y después de vez en cuando. Quien instala software espía lo desactiva primero.",
    advice: "Abre Play Store, toca tu foto, entra en Play Protect y activa el análisis.",
    messages: {
      refused: "Alguien desactivó Play Protect en este teléfono.",
      disabled: "La comprobación de apps al instalar está desactivada en este teléfono.",
      nobody: "El teléfono no nombra ninguna app que compruebe las demás al instalarlas.",
    },
  },
  "play-protect-adb-installs": {
    question: "¿Se comprueban las apps que se instalan desde un ordenador?",
    pass: "Las apps que se instalan desde un ordenador se comprueban",
    fail: "Las apps que se instalan desde un ordenador no se comprueban",
    why: "El interruptor está en las opciones de desarrollador. Sin él, quien tenga el teléfono desbloqueado puede instalar software espía conocido por cable sin ningún aviso.",
    advice:
      "En Ajustes > Sistema (en Xiaomi: Ajustes adicionales) > Opciones de desarrollador, activa la verificación de apps por USB.",
    messages: { off: "El teléfono no comprueba las apps que se instalan desde un ordenador." },
  },
  "sideloaded-apps": {
    question: "¿Vino de una tienda cada app añadida?",
    pass: "Cada app añadida vino de una tienda o al pasar de un teléfono antiguo",
    fail: "Una app añadida vino de fuera de las tiendas del teléfono",
    why: "Las apps hechas para vigilar a alguien casi nunca están en una tienda: quien tuvo el teléfono en la mano las instaló desde un archivo o un ordenador. También llegan así apps inofensivas.",
    advice:
      "Repasa las apps nombradas aquí. Quita las que nadie que use este teléfono instaló a propósito. Si alguien puede estar vigilándote, busca ayuda primero: puede notarlo.",
    messages: {
      browser: "{app} se instaló desde una descarga en {by} ({users}).",
      messenger: "{app} se instaló desde un mensaje o archivo en {by} ({users}).",
      files: "{app} se instaló desde un archivo abierto en {by} ({users}).",
      computer: "{app} se instaló desde un ordenador ({users}).",
      file: "{app} se instaló desde un archivo ({users}); no consta qué app lo abrió.",
      otherApp: "{app} la instaló {by}, que no es una tienda que Candor conozca ({users}).",
      unknown: "{app} se instaló, y el teléfono no registra quién lo hizo ({users}).",
      independentStore: "{app} la instaló {by}, una tienda que a su vez se añadió ({users}).",
    },
  },
  "system-name-imitation": {
    question: "¿Lleva una app añadida un nombre que parece de una parte del sistema?",
    pass: "Ninguna app añadida lleva un nombre que parezca de una parte del sistema",
    fail: "Una app añadida lleva un nombre que parece de una parte del sistema",
    why: "Las apps que se esconden se llaman como partes de Android para que nadie que repase la lista sospeche. Las partes del sistema están en la partición del sistema y no se pueden añadir.",
    advice:
      "Busca la app en Ajustes > Aplicaciones. Si nadie que use el teléfono la conoce, quítala. Si alguien puede estar vigilándote, busca ayuda primero: puede notarlo.",
    messages: {
      android: "{app} se añadió al teléfono, aunque su nombre es de los que usan las partes de Android.",
      words: "{app} no vino de una tienda, y su nombre suena a parte del sistema.",
      maker:
        "{app} se añadió al teléfono y no vino de una tienda, aunque su nombre es de un fabricante de teléfonos o de Google.",
    },
  },
  "test-only-apps": {
    question: "¿Es una app añadida una versión de pruebas?",
    pass: "Ninguna app añadida es una versión de pruebas",
    fail: "Una app añadida es una versión de pruebas",
    why: "Una versión de pruebas solo se puede instalar con un ordenador y una orden de desarrollador. Si quien usa el teléfono no programa apps, lo hizo otra persona.",
    advice: "Quita la app, salvo que sepas quién la instaló y por qué.",
    messages: { testOnly: "{app} es una versión de pruebas, instalada desde un ordenador." },
  },
  "vulnerable-libraries": {
    question: "¿Lleva una app añadida bibliotecas con fallos conocidos?",
    pass: "No se encontró en una app añadida ninguna biblioteca con un fallo de la lista en uso",
    fail: "Una app lleva bibliotecas con fallos conocidos",
    why: "Las apps se componen de bibliotecas de otros. Cuando se conoce un fallo de una, cada app debe hacerse de nuevo con una versión corregida. Solo se pueden comparar las bibliotecas cuya versión está en la app, y esto no dice si la app usa la parte que tiene el fallo.",
    advice: "Actualiza la app. Si no hay una versión más nueva, pregunta a su fabricante o busca otra app.",
    messages: {
      grave: "{app} lleva bibliotecas con fallos conocidos graves: {libraries}.",
      graveTogether: "{count} apps llevan bibliotecas con fallos conocidos graves: {apps}.",
      some: "{app} lleva bibliotecas con fallos conocidos: {libraries}.",
      someTogether: "{count} apps llevan bibliotecas con fallos conocidos: {apps}.",
    },
  },
};
