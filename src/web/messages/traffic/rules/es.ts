import type { RuleTexts } from "./rule-texts.ts";

const other =
  "{app} contactó con {servers}. La grabación muestra lo que se envió, y en ello no se reconoció nada de lo que se informó sobre esta dirección.";
const noDecision = "No hay ninguna decisión que diga, para {region}, que la ley de allí protege igual.";

/** The rules of traffic in Spanish. */
export const rulesEs: RuleTexts = {
  "anycast-or-cdn": {
    title: "Servidores cuyo lugar no se puede saber",
    messages: {
      unplaced:
        "Direcciones que responden desde muchos lugares ({operators}) recibieron {count} de las conexiones, así que no se indica ningún país para ellas: {servers}.",
    },
  },
  "background-volume": {
    title: "Mucho tráfico en segundo plano",
    messages: {
      counted:
        "{app} envió {sent} MB y recibió {received} MB en segundo plano, según la cuenta del propio teléfono, de {from} a {to}.",
    },
  },
  "capture-gap": {
    title: "Hubo apps con tráfico que la grabación no muestra",
    caution:
      "El teléfono cuenta por horas y la grabación por segundos, así que puede ser tráfico de justo antes o justo después. El tráfico de la propia app que graba nunca aparece en ella.",
    messages: {
      gap: "Según la cuenta del propio teléfono, apps o partes del sistema enviaron datos y la grabación no muestra ninguna conexión suya ({count}): {apps}. No se sabe qué enviaron.",
    },
  },
  "clear-name-lookups": {
    title: "Los nombres de servidores se consultan por HTTP sin cifrar",
    messages: {
      asked:
        "{app} preguntó sin cifrar a {servers} (consulta de nombres de Alibaba por HTTP): cualquiera en el camino puede leer qué servidores se buscan y responder con otros.",
    },
  },
  "cleartext-contact": {
    title: "Una conexión no estaba cifrada",
    messages: {
      contacted:
        "{app} habló sin cifrar con {servers}. No se reconocieron datos personales; aun así, quien esté en el camino podía leerlo y cambiarlo.",
    },
  },
  "cleartext-personal-data": {
    title: "Se enviaron datos personales sin cifrar",
    messages: {
      sent: "{app} envió esto sin cifrar, de modo que cualquiera en el camino podía leerlo: {data}. Fue a {servers}.",
    },
  },
  "data-and-permissions": {
    title: "Se enviaron datos que protege un permiso",
    messages: {
      without:
        "{app} envió {data} a {recipients}, y según el examen no tiene permiso para leerlo del teléfono. Puede tenerlo de lo que se escribió, de la dirección de red, de cuando tuvo el permiso o de otra app.",
      allowed: "{app} envió {data} a {recipients}. Puede leerlo gracias a {permissions}, que puedes retirar.",
    },
  },
  "data-leaves-region": {
    title: "Servidores en países sin decisión de adecuación",
    caution:
      "Solo es una transferencia en el sentido de la ley cuando un responsable o encargado comunica los datos a otro (Directrices 05/2021 del CEPD); lo que el teléfono envía directamente a una empresa extranjera no lo es, y esa empresa sigue debiendo lo que la ley le exige. Pregunta qué garantías hay (art. 15.2).",
    messages: {
      sent: `{app} envió {data} a servidores en {countries} ({table}): {servers}. ${noDecision}`,
      contacted: `{app} contactó con servidores en {countries} ({table}): {servers}. ${noDecision} En la grabación no se ve qué se envió.`,
      nothing: `{app} contactó con servidores en {countries} ({table}): {servers}. ${noDecision} En lo que se envió no se reconocieron datos personales.`,
    },
  },
  "hardware-id": {
    title: "Se envió un identificador del propio teléfono",
    messages: {
      sent: "{app} envió a {recipients} un identificador que dura toda la vida del teléfono ({data}).",
      named:
        "{app} envió a {recipients} lo que se llama un identificador del dispositivo. Por la grabación no se sabe si sigue igual tras un restablecimiento.",
    },
  },
  "hashed-id": {
    title: "Se envió un identificador como resumen",
    messages: {
      sent: "{app} envió a {recipients} el resumen de un valor que indicaste ({data}). El resumen de un identificador vale tanto como el identificador: quien conoce uno encuentra el otro.",
    },
  },
  "identifiers-to-third-parties": {
    title: "Se enviaron identificadores a rastreadores",
    messages: { sent: "{app} envió {data} a {recipients}, que las listas nombran como rastreadores." },
  },
  "installed-app-list": {
    title: "Se envió una lista de apps instaladas",
    caution: "Si la lista revela esas cosas debe juzgarlo una persona.",
    messages: {
      sent: "{app} envió a {recipients} qué apps están instaladas. Una lista así puede revelar salud, fe, amor y política.",
    },
  },
  "old-tls": {
    title: "Se usó un cifrado anticuado",
    messages: {
      chosen: "{app} y {servers} acordaron una versión de TLS anterior a la 1.2, anticuada desde 2021.",
      offered: "{app} no ofreció a {servers} ninguna versión de TLS posterior a la 1.1, anticuada desde 2021.",
    },
  },
  "operator-jurisdiction": {
    title: "La empresa detrás de un servidor tiene su sede en otro lugar",
    caution:
      "Es una pregunta para una carta, no una infracción: pregunta si personas de ese país pueden abrir los datos y con qué garantías.",
    messages: {
      seat: `{app} contactó con {recipients}. La empresa, o una que la posee, tiene su sede en {seats}; eso es distinto de dónde están sus servidores. ${noDecision}`,
    },
  },
  "policy-mismatch": {
    title: "Destinatarios que el aviso de privacidad no nombra",
    caution:
      "Un aviso puede nombrar categorías de destinatarios en vez de nombres; y una empresa puede figurar en él con otro nombre.",
    messages: {
      absent:
        "{app} contactó con {recipients}, que el texto que diste ({file}) no nombra ni por empresa ni por dominio.",
    },
  },
  "precise-location": {
    title: "Se envió la ubicación precisa",
    messages: {
      sent: "{app} envió a {recipients} dónde estaba el teléfono, con una precisión de cien metros o mejor.",
    },
  },
  "re-linkable-id": {
    title: "Se envió un identificador duradero junto al de publicidad",
    messages: {
      sent: "{app} envió a {recipients} el identificador de publicidad junto con {data}. Quien tiene ambos reconoce el teléfono aunque se restablezca el de publicidad.",
    },
  },
  "static-vs-network": {
    title: "Los rastreadores de los archivos de la app y los de su tráfico no coinciden",
    messages: {
      silent:
        "En los archivos de {app} hay código de {trackers}; la grabación no muestra contacto con ellos. Puede que trabajen en otro momento.",
      surprising:
        "{app} contactó con {recipients}, y en sus archivos no se reconoció código suyo. Puede deberse a una página web dentro de la app, a código que se carga después o a código disfrazado.",
    },
  },
  "tracker-after-refusal": {
    title: "Hubo contacto con rastreadores después de rechazar el consentimiento",
    caution: "Lo que se rechazó se sabe por la marca que pusiste, no por la grabación.",
    messages: {
      contacted:
        "{app} contactó con {recipients} después de que se rechazara el consentimiento. En la grabación no se ve qué se envió.",
      nothing:
        "{app} contactó con {recipients} después de que se rechazara el consentimiento. En lo que se envió no se reconocieron datos personales.",
      sent: "{app} envió {data} a {recipients} después de que se rechazara el consentimiento.",
    },
  },
  "tracker-before-consent": {
    title: "Hubo contacto con rastreadores antes de cualquier elección",
    caution:
      "No hace falta consentimiento para lo estrictamente necesario en un servicio que se pidió; si esto lo era debe demostrarlo el destinatario.",
    messages: {
      contacted: "{app} contactó con {recipients} antes de cualquier elección. En la grabación no se ve qué se envió.",
      nothing:
        "{app} contactó con {recipients} antes de cualquier elección. En lo que se envió no se reconocieron datos personales.",
      sent: "{app} envió {data} a {recipients} antes de cualquier elección.",
    },
  },
  "us-recipient": {
    title: "Destinatarios en Estados Unidos: adecuado solo con certificación",
    caution: "La lista no forma parte de Candor. La decisión está recurrida (C-703/25 P).",
    messages: {
      look: "{app} contactó con {recipients}. Para Estados Unidos, la decisión de adecuación solo abarca a los destinatarios de la lista del Marco de Privacidad de Datos; búscalos en dataprivacyframework.gov.",
    },
  },
  "vendor-reported-endpoint": {
    title: "Se contactó con un servidor del fabricante del que se informó algo",
    messages: {
      contacted:
        "{app} contactó con {servers}. Una vez se informó de que recibe: {what} ({by}; confianza: {confidence}). Eso dice qué buscar, no qué pasó esta vez.",
    },
  },
  "xiaomi-ad-list-download": {
    title: "Se descarga la lista MiAdBlacklistConfig",
    caution:
      "Para qué sirve la lista es discutido: el NCSC de Lituania (2021) vio términos con los que se podría bloquear contenido, desactivado para la UE; otros la leen como un filtro de anuncios. Que se descargue no muestra que se bloquee nada.",
    messages: {
      sent: "{app} pidió a {servers} la lista MiAdBlacklistConfig.",
      contacted:
        "{app} contactó con {servers}, de donde siete apps descargaban la lista MiAdBlacklistConfig en 2021; en la grabación no se ve qué se pidió esta vez.",
      other,
    },
  },
  "xiaomi-ad-requests": {
    title: "El sistema del teléfono pide anuncios",
    messages: {
      sent: "{app} envió un identificador a {servers}, de donde las apps del sistema de Xiaomi obtienen anuncios.",
      contacted:
        "{app} contactó con {servers}, de donde las apps del sistema de Xiaomi obtienen anuncios según listas publicadas; en la grabación no se ve qué se envió.",
      other,
    },
  },
  "xiaomi-browser-url-report": {
    title: "El navegador de Xiaomi informa de las páginas visitadas",
    caution:
      "Xiaomi cambió sus navegadores tras las noticias. Solo una grabación que muestre el contenido dice qué se envía hoy.",
    messages: {
      sent: "{app} envió a {servers} direcciones de páginas que se abrieron.",
      contacted:
        "{app} contactó con {servers}. En 2020 se informó de que los navegadores de Xiaomi envían allí las direcciones de las páginas visitadas y las búsquedas, también en modo privado; en la grabación no se ve qué se envió esta vez.",
      other,
    },
  },
  "xiaomi-installed-app-check": {
    title: "El servicio de protección de Xiaomi consulta a un servidor por las apps instaladas",
    caution:
      "Que los teléfonos vendidos fuera de China envíen la lista se contó por la dirección en su código, no por una grabación.",
    messages: {
      sent: "{app} envió a {servers} una lista de apps instaladas.",
      contacted:
        "{app} contactó con {servers}. En 2023 se informó de que el servicio de protección envía allí la lista de apps instaladas; en la grabación no se ve qué se envió esta vez.",
      other,
    },
  },
  "xiaomi-onetrack-usage": {
    title: "OneTrack de Xiaomi informa de qué apps y pantallas se abren",
    messages: {
      sent: "{app} envió a {servers} qué app o pantalla se abrió, o un identificador del teléfono con ello.",
      contacted:
        "{app} contactó con {servers}. Estudios de 2021 y 2023 vieron que los teléfonos envían allí qué app y pantalla se abrió, cuándo y cuánto tiempo; en la grabación no se ve qué se envió esta vez.",
      other,
    },
  },
  "xiaomi-push-cleartext": {
    title: "El servicio de notificaciones de Xiaomi habla sin cifrar",
    messages: {
      sent: "{app} abrió sin cifrar el canal de notificaciones de Xiaomi hacia {servers}. En lo que cualquiera en el camino podía leer se reconocieron las tramas de este canal; llevan el modelo, la versión del sistema, el idioma y el tipo de red.",
      contacted:
        "{app} contactó con {servers} en el puerto del canal de notificaciones de Xiaomi. El comienzo de lo que se envió no está en la grabación.",
    },
  },
  "xiaomi-usage-statistics": {
    title: "MiStat de Xiaomi recoge estadísticas de uso",
    messages: {
      sent: "{app} envió datos personales a {servers}, donde se reúnen las estadísticas de uso de Xiaomi.",
      contacted:
        "{app} contactó con {servers}, donde según listas publicadas se reúnen las estadísticas de uso de Xiaomi; en la grabación no se ve qué se envió.",
      other,
    },
  },
};
