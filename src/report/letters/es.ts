import { enumerated, type LetterWords } from "../letter-words.ts";

/** Letters in Spanish. */
export const spanish: LetterWords = {
  locale: "es",
  greeting: "A quien corresponda:",
  thanks: "Gracias de antemano.",
  closing: "Atentamente,",
  laws: { EU: "RGPD", GB: "UK GDPR", CH: "Ley federal suiza de protección de datos" },
  cite: (unit, articles) =>
    `${{ article: "art.", section: "art.", rule: "regla" }[unit]} ${enumerated(articles.map(paragraph), " y ")}`,
  cited: (articles, law) => ` (${articles} ${law})`,
  comma: ", ",
  subjects: {
    access: "Solicitud de acceso a mis datos personales ({article} {law})",
    erasure: "Solicitud de supresión de mis datos personales ({article} {law})",
    objection: "Oposición al tratamiento de mis datos personales ({article} {law})",
    withdrawal: "Retirada del consentimiento ({article} {law})",
    portability: "Solicitud de mis datos personales en un formato portable ({article} {law})",
    restriction: "Solicitud de limitación del tratamiento ({article} {law})",
    rectification: "Solicitud de rectificación de mis datos personales ({article} {law})",
    reminder: "Recordatorio: mi solicitud del {request_date} según el {article} {law}",
    complaint: "Reclamación contra {request_recipient} ({article} {law})",
  },
  bodies: {
    access: `Conforme al {article} {law} solicito el acceso a los datos personales que tratan sobre mí. Les ruego que confirmen si tratan tales datos. En ese caso, envíenme una copia de todos ellos, incluidos los que estén bajo un seudónimo o un identificador de mi dispositivo, e indíquenme:
1. con qué fines se tratan;
2. qué categorías de datos son;
3. a quién se han comunicado o se comunicarán, cada destinatario por su nombre;
4. cuánto tiempo se conservan, o con qué criterios se decide;
5. de dónde proceden, en la medida en que no los hayan obtenido de mí;
6. si existen decisiones automatizadas, incluida la elaboración de perfiles, con qué lógica y con qué consecuencias para mí;
7. a qué otros países se transfieren y con qué garantías, con una copia de estas.`,
    erasure: `Conforme al {article} {law} solicito que supriman sin dilación [erase_all>todos los datos personales que conservan sobre mí][erase_some>los siguientes datos personales sobre mí:
{erasure_data}
]. En la medida en que el tratamiento se base en mi consentimiento, lo retiro. Les ruego que comuniquen esta solicitud a todos aquellos a quienes hayan comunicado los datos, que me digan quiénes son y que me confirmen la supresión. Si la deniegan, en todo o en parte, indíquenme los motivos.`,
    objection: `Conforme al {article} {law} me opongo al tratamiento de datos personales que me conciernen con fines de análisis, elaboración de perfiles y publicidad, incluida la mercadotecnia directa.[has:objection_reason> Mis motivos, derivados de mi situación particular: {objection_reason}] Les ruego que cesen ese tratamiento para todos los identificadores que se refieran a mí o a mi dispositivo, y que me lo confirmen. Si consideran que sus motivos prevalecen sobre los míos, indíquenlos y limiten el tratamiento hasta que se aclare.`,
    withdrawal: `Conforme al {article} {law} retiro, con efecto desde ahora, todo consentimiento en virtud del cual traten datos personales sobre mí o almacenen o lean información en mi dispositivo. Si consideran que di tal consentimiento, indíquenme cuándo, cómo y con qué texto. Les ruego que cesen el tratamiento que se basa en él, que supriman los datos para los que no haya otra base jurídica y que me confirmen ambas cosas.`,
    portability: `Conforme al {article} {law} solicito los datos personales que me conciernen y que les he facilitado, incluidos los observados por mi uso de sus servicios o de aplicaciones en mi dispositivo, en un formato estructurado, de uso común y lectura mecánica (por ejemplo, JSON o CSV), con una explicación de sus campos.`,
    restriction: `Conforme al {article} {law} solicito que limiten el tratamiento de los datos personales que me conciernen: que los conserven y no los traten de ningún otro modo. Impugno la licitud del tratamiento y necesito los datos para formular mis reclamaciones. Les ruego que me informen antes de levantar la limitación y que la comuniquen a todos aquellos a quienes hayan comunicado los datos.`,
    rectification: `Conforme al {article} {law} solicito que rectifiquen o completen datos personales sobre mí que no son correctos:
{rectification_data}
Les ruego que lo comuniquen a todos aquellos a quienes hayan comunicado los datos, que me digan quiénes son y que me confirmen la rectificación.`,
    reminder: `El {request_date} les envié una solicitud conforme al {request_article} {law}. {problem}

Les ruego que la respondan por completo en el plazo de dos semanas desde la recepción de esta carta. De lo contrario, me reservo el derecho de reclamar ante la autoridad de control y de emprender acciones legales.`,
    complaint: `Presento una reclamación conforme al {article} {law}. El {request_date} envié una solicitud conforme al {request_article} {law} a:
{request_recipient_address}

{problem}

Les ruego que examinen el asunto, que hagan que el responsable atienda mi solicitud y que me comuniquen el resultado. Pueden contactarme en: {contact}`,
  },
  runs: "Mi solicitud se refiere también a [runs>las siguientes empresas y servicios, y a ]cualquier otro servicio del que sean responsables[runs>: {runs_list}].",
  identity: "Para identificarme les facilito lo siguiente, que les ruego no utilicen para nada más:\n{id_data}",
  deadline: "La ley les pide responder en el plazo de {period}.",
  period: (amount, unit) =>
    unit === "months" && amount === 1
      ? "un mes desde la recepción"
      : `${amount} ${{ hours: "horas", days: "días", months: "meses" }[unit]} desde la recepción`,
  reserve:
    "Si no responden en ese plazo, me reservo el derecho de reclamar ante la autoridad competente y de emprender acciones legales.",
  problems: {
    "no-answer": "No he recibido respuesta. El plazo terminó el {due_date}.",
    partial: "La respuesta del {answer_date} no es completa: {answer_note}",
    refused: "La solicitud fue denegada el {answer_date}: {answer_note}",
    "id-demanded":
      "El {answer_date} se exigió un documento de identidad. Eso solo se permite cuando hay dudas razonables sobre mi identidad, que no se han expuesto; los identificadores que facilité bastan para encontrar mis datos. {answer_note}",
    "extended-late":
      "El {answer_date} se reclamó más tiempo. La ley solo lo permite si se comunica, con los motivos, dentro del primer plazo, que terminó el {due_date}. {answer_note}",
  },
  evidence: {
    intro:
      "Mi solicitud se basa en un registro del tráfico de mi propio teléfono[device> ({device})][period>, desde el {from} hasta el {to} (UTC)]. Muestra las siguientes conexiones con servidores que listas publicadas atribuyen a ustedes:",
    host: "- {host}: [one>1 conexión][several>{connections} conexiones][moment>, {first} (UTC)][times>, de {first} a {last} (UTC)][apps>, por la aplicación {apps}]. {facts}",
    clear: "Sin cifrar: {count}.",
    beforeChoice: "Antes de que yo hubiera decidido nada sobre el consentimiento: {count}.",
    afterRefusal: "Después de que yo hubiera rechazado el consentimiento: {count}.",
    data: "En el contenido se vio: {data}.",
    contactOnly: "Solo se vio el contacto, no lo que se envió.",
    place: "Según {source} del {date}, el servidor está en: {country}.",
    placeUnknown: "No se puede decir dónde está el servidor.",
    record: "Registro: {file}, {bytes} bytes, SHA-256 {sha256}",
    caution: "Conservo el registro. Donde no se nombra contenido, afirmo el contacto y nada más.",
    ask: "Para cada uno de estos servidores, les ruego que respondan:",
    questions: [
      "(a) ¿Qué datos personales recibieron a través de él, bajo qué identificadores, desde cuándo y con qué fin?",
      "(b) ¿Con qué base jurídica{ground}? Si es el consentimiento: ¿cuándo, cómo y con qué texto lo di?",
      "(c) ¿A qué destinatarios, cada uno por su nombre, se comunicaron estos datos{recipients}?",
      "(d) ¿Llegan a un tercer país, también por acceso remoto, y con qué garantías{transfer}? Adjunten una copia de estas.",
    ],
    security: "(e) ¿Por qué una parte no estaba cifrada, y qué medidas protegen estos datos{security}?",
    kinds: {
      advertisingId: "identificador de publicidad",
      developerScopedId: "Android ID",
      deviceId: "identificador del hardware",
      installationId: "identificador de instalación",
      userId: "identificador de usuario",
      otherIdentifier: "otro identificador",
      pushToken: "token de notificaciones",
      phoneNumber: "número de teléfono",
      emailAddress: "dirección de correo electrónico",
      contact: "contactos",
      location: "ubicación",
      installedApps: "lista de aplicaciones instaladas",
      network: "nombre de la red wifi",
      viewedPage: "página o pantalla vista",
      appUsage: "uso de aplicaciones",
      health: "datos de salud",
      deviceInfo: "datos del teléfono",
      other: "otros datos",
    },
    more: "- y {count} servidores más, que constan en el registro.",
  },
  addressUnknown: "Dirección postal por completar: véase el aviso legal o la política de privacidad de {domain}",
  contact: "la dirección indicada arriba",
};

/** `15(1)(c)` is cited as `15.1 c)`. */
function paragraph(article: string): string {
  return article.replace(/\((\d+)\)/, ".$1").replace(/\(([a-z])\)/, " $1)");
}
