import type { CheckTexts } from "../../check-texts.ts";

export const updates: CheckTexts = {
  "android-version-supported": {
    question: "¿Recibe aún correcciones de Google esta versión de Android?",
    pass: "Esta versión de Android aún recibía correcciones de Google",
    fail: "Esta versión de Android ya no recibe correcciones de Google",
    why: "Google solo hace correcciones para las versiones más nuevas de Android. En una más antigua, lo que el fabricante no arregle queda abierto.",
    advice:
      "Actualiza a un Android más nuevo si el fabricante lo ofrece. Si no, usa otro teléfono para el banco, el correo y los mensajes privados.",
    messages: {
      ended: "Las correcciones de Google para Android {version} terminaron el {date}: {age} antes de este análisis.",
    },
  },
  "automatic-updates": {
    question: "¿Actualiza el teléfono su sistema por sí solo?",
    pass: "Las actualizaciones automáticas del sistema no están desactivadas",
    fail: "Las actualizaciones automáticas del sistema están desactivadas",
    why: "Las correcciones que esperan a que alguien las busque llegan tarde o nunca.",
    advice:
      "Activa las actualizaciones automáticas en las opciones de desarrollador y en los ajustes del actualizador, o busca actualizaciones cada mes.",
    messages: {
      android: "Las actualizaciones automáticas del sistema están desactivadas en las opciones de desarrollador.",
      xiaomi: "El actualizador propio del teléfono está desactivado.",
    },
  },
  "play-services-age": {
    question: "¿Son recientes los Servicios de Google Play?",
    pass: "Los Servicios de Google Play son de los últimos seis meses",
    fail: "Los Servicios de Google Play son antiguos",
    why: "Se renuevan cada pocas semanas y traen Play Protect, la búsqueda del dispositivo y correcciones. Si son antiguos, es señal de que las actualizaciones no llegan al teléfono.",
    advice: "Abre Play Store, actualiza todo y reinicia el teléfono.",
    messages: { old: "Los Servicios de Google Play son de la versión {version}, hecha {age} antes de este análisis." },
  },
  "play-system-update-age": {
    question: "¿Es reciente la actualización del sistema de Google Play?",
    pass: "La actualización del sistema de Google Play es de los últimos seis meses",
    fail: "La actualización del sistema de Google Play es antigua",
    why: "Desde Android 10, partes del sistema se arreglan a través de Play Store, sin el fabricante. La actualización a menudo espera a un reinicio.",
    advice:
      "Mira en Ajustes > Seguridad y privacidad > Actualización del sistema de Google Play, instálala y reinicia el teléfono.",
    messages: { old: "La actualización del sistema de Google Play es del {date}: {age} antes de este análisis." },
  },
  "security-patch-age": {
    question: "¿Están al día las correcciones de seguridad de Android?",
    pass: "Las correcciones de seguridad de Android son de los últimos cuatro meses",
    fail: "Las correcciones de seguridad de Android son antiguas",
    why: "Casi todos los meses se publican fallos de Android junto con sus correcciones. Un teléfono sin ellas puede ser atacado por fallos que cualquiera puede leer.",
    advice:
      "Instala todas las actualizaciones en Ajustes > Sistema > Actualización del sistema (en Xiaomi: Ajustes > Información del teléfono). Cuando el fabricante no ofrezca más, piensa en cambiar de teléfono.",
    messages: {
      old: "Las correcciones de seguridad más nuevas de Android son del {date}: {age} antes de este análisis.",
      future: "El teléfono dice que sus correcciones de seguridad son del {date}, posterior a este análisis.",
    },
  },
  "updater-disabled": {
    question: "¿Están activadas las apps que traen actualizaciones?",
    pass: "Las apps que traen actualizaciones están activadas",
    fail: "Una app que trae actualizaciones está desactivada o quitada",
    why: "Sin su actualizador, el teléfono no recibe más correcciones de seguridad. Las herramientas que quitan apps preinstaladas se lo llevan con facilidad, y al software espía le conviene.",
    advice: "Vuelve a activar la app en Ajustes > Aplicaciones, salvo que actualices el teléfono a mano.",
    messages: {
      disabled: "{package}, que trae actualizaciones, está desactivada.",
      removed: "{package}, que trae actualizaciones, está quitada para el propietario.",
    },
  },
  "vendor-patch-age": {
    question: "¿Están al día las correcciones de seguridad de chips y controladores?",
    pass: "Las correcciones de chips y controladores son de los últimos cuatro meses",
    fail: "Las correcciones de chips y controladores son antiguas",
    why: "Los controladores del módem, los gráficos y la cámara tienen fallos propios. Sus correcciones vienen del fabricante del chip y pueden faltar aunque suba el nivel de Android.",
    advice:
      "Instala todas las actualizaciones. Si solo este nivel se queda atrás, pide al fabricante las correcciones de la segunda parte del boletín.",
    messages: { old: "Las correcciones de chips y controladores son del {date}: {age} antes de este análisis." },
  },
  "webview-version": {
    question: "¿Es reciente WebView, que muestra páginas web dentro de las apps?",
    pass: "WebView es reciente",
    fail: "WebView es antiguo o falta",
    why: "El correo, la mensajería y muchas otras apps muestran páginas web con él. Una página preparada puede adueñarse de una app por los fallos conocidos de una versión antigua.",
    advice: "Actualiza «Android System WebView» y Chrome en Play Store.",
    messages: {
      old: "WebView ({package}) es de la versión {version}. Hay una versión principal más nueva desde hace {age}.",
      none: "El teléfono dice que no tiene un WebView utilizable.",
    },
  },
  "kernel-lts": {
    question: "¿Es el núcleo del teléfono de una línea que aún recibe correcciones?",
    pass: "El núcleo es de una línea que recibe correcciones",
    fail: "El núcleo es antiguo",
    why: "El núcleo es la parte más interna del sistema. Sus autores mantienen algunas líneas durante años; cuando terminan, las correcciones solo llegan si el fabricante del teléfono las traslada una a una.",
    advice:
      "Instala todas las actualizaciones. Un teléfono casi nunca recibe una línea más nueva: cuando la suya ha terminado, piensa en cambiarlo.",
    messages: {
      ended: "El núcleo es {release}. Sus autores terminaron la línea {line} en {ended}.",
      behind: "El núcleo es {release}. Con el nivel de {level} que nombra el teléfono va {wanted} o más nuevo.",
    },
  },
  "known-exploited-open": {
    question: "¿Está abierto un fallo que se sabe que se usa en ataques?",
    pass: "No se encontró abierto ningún fallo que se sepa que se usa en ataques",
    fail: "Pueden estar abiertos fallos que se sabe que se usan en ataques",
    why: "Una autoridad de Estados Unidos mantiene una lista de fallos que se sabe que usaron atacantes, algunos para meter software espía en teléfonos. Sus correcciones están publicadas; los niveles de este teléfono no las prometen.",
    advice:
      "Actualiza enseguida. Hasta entonces: reinicia el teléfono cada día, no abras enlaces ni archivos de desconocidos y guarda lo más privado fuera de este teléfono.",
    messages: {
      os: "El nivel de Android de {level} no promete las correcciones de fallos que se sabe que se usan en ataques ({count}): {holes}.",
      vendor:
        "El nivel de {level} de chips y controladores no promete las correcciones de fallos que se sabe que se usan en ataques, si este teléfono tiene esas piezas ({count}): {holes}.",
    },
  },
  "missing-security-fixes": {
    question: "¿Faltan correcciones de seguridad publicadas?",
    pass: "No se encontró ninguna corrección publicada que los niveles del teléfono no prometan",
    fail: "Faltan correcciones de seguridad publicadas",
    why: "Cada corrección que se publica muestra a los atacantes el fallo que cierra. Desde 2025 algunos meses no traen ninguna y otros muchas, así que aquí se cuentan las correcciones y no los meses. Un nivel es la palabra del fabricante: el teléfono puede tener correcciones que no promete y carecer de otras que sí.",
    advice:
      "Instala todas las actualizaciones. Cuando el fabricante no ofrezca más, piensa en cambiar de teléfono; candor updates enumera las correcciones.",
    messages: {
      os: "Android está en el nivel de {level}. Correcciones publicadas desde entonces que no promete: al menos {count}, de ellas {critical} críticas y {high} altas.",
      vendor:
        "Los chips y controladores están en el nivel de {level}. Correcciones publicadas desde entonces para los chips de todos los fabricantes: al menos {count}, de ellas {critical} críticas; las de chips de otros no afectan a este teléfono.",
    },
  },
  "model-support": {
    question: "¿Sigue sacando el fabricante sistemas para este modelo?",
    pass: "El fabricante sacó un sistema para este modelo en el último año",
    fail: "Hace mucho que el fabricante no saca un sistema para este modelo",
    why: "Un modelo recibe actualizaciones durante unos años y luego ninguna. Nadie avisa a sus dueños del día en que eso termina.",
    advice:
      "Busca hasta cuándo promete el fabricante actualizaciones para este modelo. Cuando hayan terminado, piensa en cambiar de teléfono.",
    messages: {
      silent: "El sistema más nuevo conocido para {model} es {newest}, del {date}: {age} antes de este análisis.",
    },
  },
  "newest-build": {
    question: "¿Tiene el teléfono el sistema más nuevo que entregó su fabricante?",
    pass: "No se conoce ningún sistema más nuevo del fabricante para este modelo",
    fail: "El fabricante tiene un sistema más nuevo para este modelo",
    why: "Los fabricantes entregan un sistema poco a poco y solo cuando alguien lo busca. Las correcciones que existen y no se instalan no protegen a nadie.",
    advice: "Busca una actualización en el teléfono. A algunos teléfonos llegan semanas más tarde que a otros.",
    messages: {
      newer: "El teléfono tiene {version}. Para {model} existe {newest}, del {date}.",
    },
  },
};
