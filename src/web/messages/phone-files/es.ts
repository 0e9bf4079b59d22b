import type { phoneFilesEn } from "./en.ts";

/** Lo mismo en español. */
export const phoneFilesEs: Readonly<Record<keyof typeof phoneFilesEn, string>> = {
  "safety.title": "Piensa primero en tu seguridad",
  "safety.files":
    "Quien mire este teléfono puede notar que faltan fotos o archivos, y también quien tenga acceso a su cuenta en la nube. Si vives con alguien que te controla o te amenaza, borrar puede ponerte en peligro y puede hacer desaparecer pruebas. Busca ayuda antes, con un teléfono que esa persona no conozca: stopstalkerware.org nombra organizaciones. Lo que está en la bóveda puede quedarse también en el teléfono.",
  "safety.apps":
    "Quien mire este teléfono puede notar que falta una app. Si vives con alguien que te controla o te amenaza, eso puede ponerte en peligro: busca ayuda antes, con un teléfono que esa persona no conozca. stopstalkerware.org nombra organizaciones.",
  "hideFiles.section": "Entre un teléfono y esta bóveda",
  "hideFiles.title": "Ocultar fotos o archivos de un teléfono",
  "hideFiles.about":
    "Van a la bóveda, se compara cada byte en los dos lados y solo entonces, cuando hayas visto la lista y estés de acuerdo, se borran del teléfono.",
  "hideFiles.from": "Teléfono",
  "hideFiles.what": "Qué",
  "hideFiles.photos": "Fotos y vídeos",
  "hideFiles.files": "Documentos y descargas",
  "hideFiles.folder": "Otra carpeta del teléfono",
  "hideFiles.folderPath": "Su ruta en el teléfono",
  "hideFiles.folderHint": "Por ejemplo /sdcard/Recordings, o un solo archivo. Incluye todo lo que hay debajo.",
  "hideFiles.estimate": "Ver cuánto es",
  "hideFiles.look": "Llevarlo a la bóveda y comparar",
  "hideFiles.lookHint": "Todavía no se borra nada.",
  "hideFiles.doing.pull": "Trayendo del teléfono",
  "hideFiles.doing.check": "Comprobando la bóveda",
  "hideFiles.doing.vault": "Leyendo de nuevo desde la bóveda",
  "hideFiles.doing.phone": "El teléfono lee sus propios archivos",
  "hideFiles.doing.delete": "Borrando del teléfono",
  "hideFiles.doing.look": "Mirando qué nombres están ocupados",
  "hideFiles.doing.send": "Poniendo archivos en el teléfono",
  "hideFiles.doing.estimate": "Mirando el teléfono",
  "hideFiles.far": "{done} de {of} {of|archivo|archivos}",
  "hideFiles.stopDelete": "Si lo paras, lo que aún no se borró se queda. Lo borrado está en la bóveda.",
  "hideFiles.same":
    "{count} {count|archivo|archivos}, {size}: lo mismo en el teléfono y en la bóveda. Los dos se acaban de leer hasta el último byte.",
  "hideFiles.kept": "Están en la bóveda. En el teléfono no se borró nada.",
  "hideFiles.none": "No hay nada que se pueda borrar: ningún archivo es igual en los dos lados.",
  "hideFiles.problem": "La bóveda tiene un problema, así que no se puede borrar nada",
  "hideFiles.problemNext":
    "Comprueba la bóveda más abajo con «Leer y verificar también cada byte», y lleva los archivos a una bóveda que esté entera.",
  "hideFiles.list": "Lo que se borraría del teléfono",
  "hideFiles.listMore": "Mostrar más (quedan {count})",
  "hideFiles.staysHead": "{count} sin tocar",
  "hideFiles.honest":
    "Lo que se borra del teléfono no se puede recuperar allí; los archivos están en la bóveda. Las copias en otros sitios se quedan: en la nube, en los chats, en la papelera y en las miniaturas de la galería. Pueden quedar rastros en el almacenamiento del teléfono, que está cifrado con su bloqueo de pantalla.",
  "hideFiles.changed": "Lo que cambie hasta entonces no se borra: cada archivo se mira una vez más.",
  "hideFiles.agree": "He visto la lista. Borrar {count} {count|archivo|archivos} del teléfono.",
  "hideFiles.delete": "Borrar {count} {count|archivo|archivos} del teléfono",
  "hideFiles.notNow": "Dejar todo en el teléfono",
  "hideFiles.deleted":
    "Se {count|borró|borraron} {count} {count|archivo|archivos} del teléfono, {size}. Cada uno se buscó después, y ya no está. La bóveda los tiene todos.",
  "hideFiles.deletedNone": "No consta que se haya borrado ningún archivo del teléfono.",
  "hideFiles.brokenOff": "Se interrumpió antes del final",
  "hideFiles.inDoubt":
    "{count} {count|archivo se estaba borrando|archivos se estaban borrando} cuando terminó: el teléfono ya no dijo si {count|desapareció|desaparecieron}. La bóveda {count|lo|los} tiene.",
  "hideFiles.untouched":
    "{count} {count|archivo no se tocó|archivos no se tocaron}. Empieza de nuevo para ver qué sigue en el teléfono.",
  "hideFiles.backAgain": "Para recuperarlos: «Devolver archivos a un teléfono», más abajo, desde esta instantánea.",
  "hideFiles.again": "Empezar de nuevo",
  "hideFiles.stoppedLook": "Se paró. No se borró nada.",
  "return.title": "Devolver archivos a un teléfono",
  "return.about":
    "Los archivos de una instantánea van al teléfono, a donde estaban o a una carpeta. Nada de lo que hay allí se reemplaza.",
  "return.chosen": "Poner lo elegido ({count}) en un teléfono …",
  "return.folder": "Poner esta carpeta en un teléfono …",
  "return.all": "Ponerlo todo en un teléfono …",
  "return.snapshot": "Instantánea",
  "return.noSnapshot": "Todavía no se ha guardado nada en esta bóveda.",
  "return.to": "Teléfono",
  "return.where": "Adónde",
  "return.original": "A donde estaban",
  "return.originalHint": "Vale para lo que vino del almacenamiento compartido de un teléfono.",
  "return.into": "A una carpeta del teléfono",
  "return.intoPath": "Carpeta en el teléfono",
  "return.intoHint":
    "En el almacenamiento compartido, por ejemplo /sdcard/Download/de-la-boveda. Si no existe, se crea.",
  "return.look": "Ver qué se haría",
  "return.plan": "Se {count|pondría|pondrían} en el teléfono {count} {count|archivo|archivos}, {size}.",
  "return.planNone": "Nada de esto se puede poner en el teléfono.",
  "return.list": "Dónde quedaría cada uno",
  "return.taken": "{count} {count|nombre está ocupado|nombres están ocupados} en el teléfono",
  "return.takenAbout": "Lo que hay allí se queda como está. Si es igual hasta el último byte, se dice.",
  "return.found.alike": "un archivo del mismo tamaño: se compara",
  "return.found.other": "otra cosa tiene este nombre: se queda, y el archivo de la bóveda no se pone ahí",
  "return.found.unknown": "el teléfono no dijo qué hay ahí",
  "return.tight":
    "En {volume} quedan {size} libres y estos archivos ocupan {needs}. Lo que no quepa se deja fuera y se indica.",
  "return.roomUnknown":
    "El teléfono no dijo cuánto espacio libre hay en {volume}. Lo que no quepa se deja fuera y se indica.",
  "return.left": "{count} no se {count|puede|pueden} poner ahí",
  "return.do": "Poner {count} {count|archivo|archivos} en el teléfono",
  "return.done":
    "Se {count|puso|pusieron} {count} {count|archivo|archivos} en el teléfono, {size}. El teléfono leyó cada uno hasta el último byte, y es el de la bóveda.",
  "return.doneNone": "No se puso ningún archivo en el teléfono.",
  "return.same": "{count} {count|archivo ya estaba|archivos ya estaban} allí, igual.",
  "return.notPut": "{count} sin poner",
  "return.untouched":
    "No se llegó a {count} {count|archivo|archivos}. Lo que se puso está entero; empieza de nuevo para el resto.",
  "return.stoppedLook": "Se paró. No se envió nada.",
  "return.close": "Cerrar",
  "fdroid.title": "En la lista de F-Droid",
  "fdroid.pick": "Comparar con la lista",
  "fdroid.about":
    "F-Droid publica una lista de sus apps. Descárgala tú y elígela aquí: Candor no trae nada de allí. Se compara con las apps de este análisis y se olvida cuando Candor termina.",
  "fdroid.where": "Dónde está la lista:",
  "fdroid.choose": "El archivo index-v2.json",
  "fdroid.other": "Elegir otra lista",
  "fdroid.comparing": "Leyendo la lista …",
  "fdroid.notList": "Esta no es la lista de un repositorio de F-Droid. Se llama index-v2.json.",
  "fdroid.of": "La lista es del {day}.",
  "fdroid.notFrom":
    "La lista de F-Droid no tiene ninguna app con este nombre y este firmante, y no la instaló ningún cliente de F-Droid.",
  "fdroid.missing":
    "La instaló un cliente de F-Droid, pero la lista no la tiene, o ya no: no recibe actualizaciones de allí.",
  "fdroid.newest": "En la lista no hay una versión más nueva para todo el mundo.",
  "fdroid.versionUnknown": "No se leyó qué versión está instalada, así que no se comparó.",
  "fdroid.newer": "En la lista hay una versión más nueva: {version}.",
  "fdroid.signer.same": "La firma uno de los firmantes que nombra la lista.",
  "fdroid.signer.other":
    "La firma alguien distinto de quien nombra la lista: es otra compilación, o no es lo que dice ser.",
  "fdroid.signer.unknown": "No se leyó del teléfono quién la firmó, así que no se compararon los firmantes.",
  "fdroid.vulnerable": "F-Droid marca la versión instalada como una con un fallo de seguridad conocido.",
};
