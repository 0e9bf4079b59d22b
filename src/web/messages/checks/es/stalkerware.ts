import type { CheckTexts } from "../../check-texts.ts";

const askGroup =
  "Escribe desde otro dispositivo a un grupo que analice estos casos, por ejemplo el Security Lab de Amnistía Internacional o la línea de ayuda de Access Now.";
const safety =
  "Si alguien cercano puede estar vigilándote, no quites la app sin pensar antes en tu seguridad y guardar pruebas. En stopstalkerware.org hay líneas de ayuda para personas afectadas.";

export const stalkerware: CheckTexts = {
  "harmful-apps": {
    question: "¿Se sabe de una app instalada que es dañina, por su archivo o por lo que contiene?",
    pass: "Según las listas y reglas en uso, no se sabe de ningún archivo de app instalada que sea dañino",
    fail: "Se sabe que una app instalada es dañina, por su archivo o por lo que contiene",
    why: "Una app puede tomar cualquier nombre. El resumen de su archivo identifica una versión sin duda alguna, y las reglas reconocen lo que contiene, se llame como se llame.",
    advice:
      "Si pudo instalarse para vigilar a alguien, no la quites sin pensar antes en tu seguridad y guardar pruebas: en stopstalkerware.org hay líneas de ayuda. Si no, quítala.",
    messages: { known: "{app}: {said}" },
  },
  "hidden-icon-apps": {
    question: "¿Hay una app añadida sin icono?",
    pass: "Toda app añadida muestra un icono, salvo auxiliares conocidas",
    fail: "Una app añadida no muestra icono",
    why: "Una app sin icono no se encuentra en la pantalla de inicio. Así se esconden las apps que vigilan a alguien; tampoco tienen icono los teclados, complementos y temas.",
    advice:
      "Busca la app en Ajustes > Aplicaciones y pregúntate quién la instaló y para qué. Si alguien puede estar vigilándote, busca ayuda antes de quitarla: puede notarlo.",
    messages: {
      store: "{app} no muestra icono ({users}). Vino de una tienda.",
      outside: "{app} no muestra icono ({users}), y no vino de una tienda.",
    },
  },
  "mobile-threat-certificates": {
    question: "¿Hay instalada una app cuyo archivo o firmante se conoce de software espía documentado?",
    pass: "Ninguna app analizada tiene un archivo o firmante de las listas cargadas de software espía documentado",
    fail: "Una app instalada tiene un archivo o firmante de las listas de software espía documentado",
    why: "El resumen de un archivo identifica una versión de una app espía sin duda alguna; el certificado del firmante identifica a su autor, se llame la app como se llame.",
    advice: `No quites aún la app. ${askGroup}`,
    messages: {
      file: "El archivo de {app} figura en la lista por {malware} ({campaign}).",
      signer: "El certificado que firmó {app} figura en la lista por {malware} ({campaign}).",
    },
  },
  "mobile-threat-packages": {
    question: "¿Hay instalada una app cuyo nombre se conoce de software espía documentado?",
    pass: "Ninguna app instalada lleva un nombre de las listas cargadas de software espía documentado",
    fail: "Una app instalada lleva un nombre de las listas de software espía documentado",
    why: "Grupos de investigación publican los nombres de apps con las que estados y empresas espiaron a personas. Las listas solo conocen lo encontrado: casi todo ese software cambia de nombre o no tiene.",
    advice: `No quites aún la app. ${askGroup}`,
    messages: { listed: "{app} lleva un nombre que figura en la lista por {malware} ({campaign})." },
  },
  "mobile-threat-processes": {
    question: "¿Está en marcha un proceso cuyo nombre se conoce de software espía documentado?",
    pass: "Ningún proceso en marcha lleva un nombre de las listas cargadas de software espía documentado",
    fail: "Un proceso en marcha lleva un nombre de las listas de software espía documentado",
    why: "El software espía que no es una app corriente también tiene que funcionar. Su proceso tiene un nombre, y algunos se conocen por investigaciones.",
    advice: `No reinicies el teléfono. ${askGroup}`,
    messages: { listed: "El proceso {process} lleva un nombre que figura en la lista por {malware} ({campaign})." },
  },
  "mobile-threat-properties": {
    question: "¿Tiene el sistema una propiedad que pone un software espía documentado?",
    pass: "Ninguna propiedad del sistema está en las listas cargadas de software espía documentado",
    fail: "Una propiedad del sistema está en las listas de software espía documentado",
    why: "Parte del software espía marca en las propiedades del sistema que está ahí. Las investigaciones han publicado esos nombres.",
    advice: `No reinicies el teléfono. ${askGroup}`,
    messages: { listed: "La propiedad del sistema {name} figura en la lista por {malware} ({campaign})." },
  },
  "power-combination": {
    question: "¿Tiene una app añadida el conjunto de poderes que hace falta para vigilar a una persona?",
    pass: "Ninguna app oculta o de fuera de las tiendas tiene varios poderes para vigilar",
    fail: "Una app añadida tiene el conjunto de poderes que hace falta para vigilar a una persona",
    why: "Las listas de software espía solo nombran lo ya encontrado. De lo que estas apps no pueden prescindir es de un conjunto de poderes: leer la pantalla y las notificaciones, conocer el lugar, escuchar y no ser vistas. Las apps de automatización tienen conjuntos parecidos, con conocimiento de su dueño.",
    advice:
      "Si no conoces una app nombrada aquí y no le diste estos poderes, trátala como una app que te vigila. Busca ayuda antes de quitarla: quien la instaló puede notarlo.",
    messages: {
      hidden: "{app} no muestra icono y puede {powers}.",
      outside: "{app} no vino de una tienda y puede {powers}.",
      unknownOrigin: "{app} puede {powers}. No se pudo leer quién la instaló.",
    },
  },
  "removed-apps-traces": {
    question: "¿Se quitaron apps en los últimos días?",
    pass: "El teléfono no guarda rastro de apps quitadas en los últimos días",
    fail: "Se quitaron apps en los últimos días",
    why: "El software espía se quita a menudo poco antes de que alguien examine el teléfono. Las estadísticas de batería guardan unos días los nombres de las apps quitadas; el servicio de paquetes, hasta el reinicio.",
    advice: "Quitar apps es normal. Busca nombres que nadie que use el teléfono recuerde.",
    messages: {
      known: "{app}, que se quitó, figura en la lista como {malware}.",
      others: "Ya no están en el teléfono: {apps}.",
    },
  },
  "stalkerware-certificates": {
    question: "¿Está una app instalada firmada por un autor conocido de programas de acoso (stalkerware)?",
    pass: "Ninguna app analizada está firmada con un certificado de la lista cargada de stalkerware",
    fail: "Una app instalada está firmada por un autor de stalkerware que figura en la lista",
    why: "Un autor puede dar a una app cualquier nombre y debe firmarla con la misma clave para poder actualizarla. El certificado revela al autor, se llame la app como se llame.",
    advice: safety,
    messages: { signed: "{app} está firmada con un certificado que figura en la lista por {product}." },
  },
  "stalkerware-packages": {
    question: "¿Se conoce por su nombre una app instalada como programa de acoso (stalkerware)?",
    pass: "Ninguna app instalada lleva un nombre de la lista cargada de stalkerware",
    fail: "Una app instalada figura en la lista como stalkerware",
    why: "El stalkerware muestra a otra persona los mensajes, las llamadas y los lugares de quien usa el teléfono, y oculta que lo hace.",
    advice: safety,
    messages: {
      stalkerware: "{app} figura en la lista como {product}, una app que vigila a quien usa el teléfono.",
      watchware:
        "{app} figura en la lista como {product}, una app para vigilar abiertamente un teléfono, de la que se puede abusar.",
    },
  },
  "suspicious-apps": {
    question: "¿Está hecha una app añadida como lo están las apps dañinas?",
    pass: "Según las reglas de Candor, ninguna app añadida está hecha como lo están las dañinas",
    fail: "Una app añadida está hecha como lo están las apps dañinas",
    why: "Las apps espía nuevas o con otro nombre no están en ninguna lista. Las delata lo que necesitan: poderes sobre todo el teléfono junto con el ocultarse.",
    advice:
      "Pregúntate si la instalaste tú o alguien en quien confías, y para qué. Si no fue nadie, busca ayuda antes de quitarla: quien la instaló puede notarlo.",
    messages: { built: "{app}: {said}" },
  },
};
