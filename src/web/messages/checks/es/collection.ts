import type { CheckTexts } from "../../check-texts.ts";

export const collection: CheckTexts = {
  "app-trackers": {
    question: "¿Lleva rastreadores una app añadida?",
    pass: "No se encontró en ninguna app añadida un rastreador de las listas en uso",
    fail: "Hay apps que llevan rastreadores",
    why: "Un rastreador cuenta a su autor lo que se hace en la app, con qué teléfono y a menudo quién. Las mismas empresas están en muchas apps y pueden juntar lo que averiguan. Que su código esté ahí no prueba que funcione.",
    advice:
      "Prefiere apps sin rastreadores cuando las haya. Elimina el ID de publicidad (Ajustes > Google > Anuncios) y quita permisos a las apps que no los necesitan.",
    messages: {
      many: "{app} lleva rastreadores de {count} empresas: {companies}.",
      manyTogether: "{count} apps llevan cada una rastreadores de 4 o más empresas: {apps}.",
      some: "{app} lleva rastreadores de {companies}.",
      someTogether: "{count} apps llevan cada una rastreadores de 1 a 3 empresas: {apps}.",
      hints: "{app} nombra rastreadores o sus servidores, sin su código: {companies}.",
      hintsTogether: "{count} apps nombran rastreadores o sus servidores, sin su código: {apps}.",
    },
  },
  "error-report-uploads": {
    question: "¿Ofrece el teléfono enviar un informe cuando falla una app?",
    pass: "No se ofrecen informes de fallos",
    fail: "Se ofrecen informes de fallos",
    why: "Un informe de fallo va a quien instaló la app o a su autor y contiene lo que la app hacía en ese momento.",
    advice: "Este interruptor por sí solo no envía nada: rechaza la oferta si la app contenía algo privado.",
    messages: { on: "Cuando falla una app, el teléfono ofrece enviar un informe." },
  },
  "google-usage-diagnostics": {
    question: "¿Envía el teléfono a Google informes de uso y diagnóstico?",
    pass: "El uso y el diagnóstico no se envían a Google",
    fail: "El uso y el diagnóstico se envían a Google",
    why: "Los informes dicen a Google con qué frecuencia se usan las apps, cómo van la batería y la red, y qué falló.",
    advice: "Desactívalo en los ajustes de Google si no quieres darlo.",
    messages: { on: "Los informes de uso y diagnóstico a Google están activados." },
  },
  "mi-account-system-ads": {
    question: "¿Está desactivada la publicidad del sistema de la cuenta Mi?",
    pass: "La publicidad del sistema de la cuenta Mi está desactivada",
    fail: "La publicidad del sistema de la cuenta Mi está activada",
    why: "La publicidad ligada a la cuenta sabe quién eres en cada dispositivo en el que entres.",
    advice: "Desactívala en los ajustes de la cuenta Mi.",
    messages: { on: "La publicidad del sistema de la cuenta Mi está activada." },
  },
  "miui-ad-id": {
    question: "¿Está puesto el identificador de publicidad de Xiaomi?",
    pass: "El identificador de publicidad de Xiaomi no está puesto",
    fail: "El identificador de publicidad de Xiaomi está puesto",
    why: "Por este número los anunciantes reconocen el teléfono en cada app que lo pide, además del identificador de Google.",
    advice: "Restablécelo en los ajustes de vez en cuando; lo registrado con el número antiguo permanece.",
    messages: { present: "Las apps pueden leer el identificador de publicidad de Xiaomi." },
  },
  "miui-collecting-packages": {
    question: "¿Están activas partes del sistema de Xiaomi que recogen e informan?",
    pass: "Ninguna de las partes de Xiaomi conocidas por recoger datos está activa",
    fail: "Partes del sistema de Xiaomi recogen e informan",
    why: "Estas partes vienen con el teléfono, no tienen icono y reúnen sucesos, fallos o perfiles de publicidad. En un teléfono con el sistema para China, un estudio vio que Ajustes, Teléfono, Mensajes y Cámara informaban a Xiaomi de cada apertura, se eligiera lo que se eligiera.",
    advice:
      "Desactiva primero los programas nombrados en esta sección. La mayoría de estos paquetes se pueden quitar para un usuario por ADB y recuperar; la sección de apps preinstaladas dice lo que cuesta cada uno.",
    messages: {
      active: "{app} está instalada: {what}.",
      maybe: "{app} está en el teléfono: {what}. No se dijo si está activada.",
    },
  },
  "miui-diagnostic-data": {
    question: "¿Envía datos de diagnóstico el sistema de Xiaomi?",
    pass: "No se envían datos de diagnóstico",
    fail: "Se envían datos de diagnóstico",
    why: "Los registros de fallos y de uso dicen qué apps funcionan y qué salió mal en ellas, junto con números que identifican el teléfono.",
    advice: "Desactívalo; actívalo solo mientras quieras que alguien mire un error.",
    messages: {
      set: "Se envían datos de diagnóstico para {user}.",
      unset:
        "Este interruptor nunca se puso para {user}, así que sigue al programa de experiencia del usuario, que no está desactivado.",
    },
  },
  "miui-quality-service": {
    question: "¿Está en marcha el servicio de calidad de Xiaomi?",
    pass: "El servicio de calidad de Xiaomi no está en marcha",
    fail: "El servicio de calidad de Xiaomi está en marcha",
    why: "El servicio mqsasd registra los fallos del sistema. El paquete com.miui.daemon, que le pertenece, envía datos a Xiaomi.",
    advice:
      "Pertenece al sistema y no se puede desactivar por separado. Desactivar el programa de experiencia del usuario y los datos de diagnóstico limita lo que sale del teléfono.",
    noRemedy:
      "El servicio es parte de la imagen del sistema, y nada que se pueda deshacer lo detiene. Lo que sale del teléfono lo limitan el programa de experiencia del usuario y los datos de diagnóstico, que se comprueban aparte.",
    messages: { running: "El servicio de calidad (mqsasd) está en marcha." },
  },
  "miui-region-mismatch": {
    question: "¿Está puesto el teléfono en la región para la que se hizo su sistema?",
    pass: "La región y la versión del sistema concuerdan",
    fail: "El teléfono está puesto en otra región que la de su sistema",
    why: "La versión decide qué apps venían; la región, a qué reglas, publicidad y servidores se atienen las apps de Xiaomi. Un estudio vio que teléfonos con el sistema para China seguían enviando datos a empresas de allí cuando se usaban fuera.",
    advice:
      "Si lo compraste así, pregunta al vendedor de dónde es el sistema. Si se cambió la región a mano, pon la del lugar donde vives.",
    messages: { differs: "El sistema está hecho para «{build}»; el teléfono está puesto en {region}." },
  },
  "miui-user-experience-program": {
    question: "¿Informa el sistema de Xiaomi de cómo se usa el teléfono?",
    pass: "El programa de experiencia del usuario está desactivado",
    fail: "El programa de experiencia del usuario está activado",
    why: "Con él activado, las apps de Xiaomi informan de qué apps y pantallas se usan y cuándo. Si nunca se eligió, la biblioteca de informes de Xiaomi lo toma por un sí.",
    advice:
      "Desactívalo. Algunas partes del sistema informan sin mirar este interruptor, así que el flujo se reduce y no termina.",
    messages: {
      set: "El programa de experiencia del usuario está activado para {user}.",
      unset: "Este interruptor nunca se puso para {user}, y la biblioteca de informes de Xiaomi lo toma por un sí.",
    },
  },
  "personalised-ads": {
    question: "¿Elige Xiaomi la publicidad por lo que haces?",
    pass: "La publicidad personalizada de Xiaomi está desactivada",
    fail: "La publicidad personalizada de Xiaomi está activada",
    why: "La publicidad personalizada necesita un registro de lo que usas, lees y compras, ligado a un identificador del teléfono.",
    advice: "Desactívala. La publicidad sigue, pero debe elegirse sin ese registro.",
    messages: {
      on: "La publicidad personalizada está activada.",
      unset: "Este interruptor nunca se puso, y el sistema lo toma por activado.",
    },
  },
  "share-hides-location": {
    question: "¿Se quita el lugar de las fotos que se comparten?",
    pass: "El lugar se quita de las fotos compartidas",
    fail: "Las fotos compartidas dicen dónde se hicieron",
    why: "Una foto guarda el lugar con unos metros de margen. Compartida, dice a extraños dónde vives o dónde estás ahora.",
    advice: "Deja que el sistema quite el lugar al compartir.",
    messages: {
      set: "El lugar no se quita de las fotos que comparte {user}.",
      unset: "El lugar no se quita de las fotos que comparte {user}.",
    },
  },
  "web-link-invocation": {
    question: "¿Pueden los enlaces de páginas web abrir apps por sí solos?",
    pass: "Las páginas web no abren apps",
    fail: "Las páginas web pueden abrir apps",
    why: "Con este interruptor activado, el sistema de Xiaomi deja que los enlaces de páginas web abran apps. Las páginas usan esos enlaces para llevarte a tiendas y apps que saben quién eres.",
    advice: "Desactívalo si quieres que los enlaces se queden en el navegador.",
    messages: {
      set: "La apertura de apps desde enlaces web está activada para {user}.",
      unset: "Este interruptor nunca se puso para {user}, y el sistema lo toma por activado.",
    },
  },
};
