import type { Phrases } from "../../check-texts.ts";

/** What the vault says: what went wrong with it, at its place and on the phone, and what to do. */
export const vault: Phrases = {
  "This is not the whole path of a folder.": "Esta no es la ruta completa de una carpeta.",
  "Write it from its beginning on.": "Escríbela desde el principio.",
  "This folder cannot be opened.": "Esta carpeta no se puede abrir.",
  "Choose another one.": "Elige otra.",
  "Repeat this when it is connected: what was kept so far is used.":
    "Repítelo cuando esté conectado: lo guardado hasta ahora se aprovecha.",
  "It changed while the phone was away.": "Cambió mientras el teléfono no estaba.",
  "Name smaller folders.": "Indica carpetas más pequeñas.",
  "Wait until then.": "Espera hasta entonces.",
  "There is no such folder in this snapshot.": "En esta instantánea no existe esa carpeta.",
  "There is no such file in this snapshot.": "En esta instantánea no existe ese archivo.",
  "The folders of the snapshot are nested without end.": "Las carpetas de la instantánea se anidan sin fin.",
  "Candor knows no such vault.": "Candor no conoce esa bóveda.",
  "This is another vault than the one that was there before: somebody made it anew.":
    "Es otra bóveda que la que había antes: alguien la ha vuelto a crear.",
  "If that was you, add it to the list by its place.": "Si fuiste tú, añádela a la lista por su lugar.",
  "This vault is locked.": "Esta bóveda está bloqueada.",
  "Give its passphrase.": "Da su frase de acceso.",
  "That the vault was checked could not be written down.": "No se pudo anotar que la bóveda se comprobó.",
  "The snapshot {value} of {n} is gone: somebody or something else removed it from the place.":
    "La instantánea {value} del {n} ha desaparecido: alguien o algo la quitó del lugar.",
  "This address is of an earlier time.": "Esta dirección es de antes y ya no vale.",
  "Go there from the vault once more.": "Vuelve a entrar desde la bóveda.",
  "There is no such snapshot.": "No existe esa instantánea.",
  "This is no picture that browsers draw.": "No es una imagen que muestren los navegadores.",
  "This picture is too large to be shown here.": "Esta imagen es demasiado grande para mostrarla aquí.",
  "The phone has none of that, or does not let it be read.": "El teléfono no tiene nada de eso, o no deja leerlo.",
  "That is no recovery key as Candor makes them, or it is mistyped.":
    "No es una clave de recuperación como las que hace Candor, o está mal escrita.",
  "It has nine groups of four letters and digits.": "Tiene nueve grupos de cuatro letras y cifras.",
  "There is a vault {value} already.": "Ya hay una bóveda {value}.",
  "Choose another name with --name.": "Elige otro nombre (--name).",
  "There is a vault at {value} already.": "Ya hay una bóveda en {value}.",
  "At {value} lie files of a vault whose file config is missing.":
    "En {value} hay archivos de una bóveda cuyo archivo config falta.",
  "Put the file config back, or choose an empty place.": "Vuelve a poner el archivo config, o elige un lugar vacío.",
  "The file config at {value} is no longer what was written.":
    "El archivo config de {value} ya no es lo que se escribió.",
  "It has version {n}; Candor knows version 2.": "Tiene la versión {n}; Candor conoce la versión 2.",
  "The file config holds no usable polynomial.": "El archivo config no contiene un polinomio utilizable.",
  "This key opened the vault just now.": "Esta clave acaba de abrir la bóveda.",
  "Open it with another one to remove this.": "Ábrela con otra para quitar esta.",
  "There is no key {value}.": "No existe la clave {value}.",
  "There is no key at {value}: it is no vault, or its keys were erased.":
    "En {value} no hay ninguna clave: no es una bóveda, o se borraron sus claves.",
  "That is not the passphrase of this vault, nor of any other of its keys.":
    "No es la frase de acceso de esta bóveda, ni de ninguna otra de sus claves.",
  "The passphrase opens no key, and these key files are damaged: {value}.":
    "La frase de acceso no abre ninguna clave, y estos archivos de clave están dañados: {value}.",
  "{value} has no file of such a name.": "{value} no tiene ningún archivo con ese nombre.",
  "The file {value} is shorter than it was.": "El archivo {value} es más corto que antes.",
  "The folder {value} cannot be made.": "No se puede crear la carpeta {value}.",
  "There is no file {value}.": "No existe el archivo {value}.",
  "The rights on the folder do not allow it ({value}).": "Los permisos de la carpeta no lo permiten ({value}).",
  "The disk is full ({value}).": "El disco está lleno ({value}).",
  "Make room and repeat it: what was stored is used.": "Haz sitio y repítelo: lo que ya se guardó se aprovecha.",
  "The disk takes no writing ({value}).": "El disco no admite escritura ({value}).",
  "The disk does not answer ({value}).": "El disco no responde ({value}).",
  "The lock of the vault could not be renewed, so that others may change it.":
    "No se pudo renovar el bloqueo de la bóveda, así que otros podrían cambiarla.",
  "Wait until it has ended. If it has crashed on another computer, the lock ends half an hour after it.":
    "Espera a que termine. Si se cayó en otro ordenador, el bloqueo acaba media hora después.",
  "There is no snapshot {value}.": "No existe la instantánea {value}.",
  "There is no snapshot of the same files before {value}.":
    "No hay ninguna instantánea anterior a {value} de los mismos archivos.",
  "The folder above it was not restored.": "No se restauró la carpeta que la contiene.",
  "It is a {value}; only files, folders and links are restored.":
    "Es un {value}; solo se restauran archivos, carpetas y enlaces.",
  "The disk takes no writing.": "El disco no admite escritura.",
  "The disk is full.": "El disco está lleno.",
  "It is there already, and was left as it is.": "Ya existe, y se dejó como está.",
  "Its name would lead out of the folder.": "Su nombre llevaría fuera de la carpeta.",
  "What is there under this name is no folder, and is not followed.":
    "Lo que hay con ese nombre no es una carpeta, y no se sigue.",
  "The index of the vault does not know a piece ({value}).": "El índice de la bóveda no conoce una pieza ({value}).",
  "Look with candor vault check.": "Míralo con candor vault check.",
  "It says that it is larger than anything is written.": "Dice ser más grande que nada de lo que se escribe.",
  "The file {value} is damaged: {reason}.": "El archivo {value} está dañado: {reason}.",
  "The key file is damaged: the passphrase that it is for may open nothing.":
    "El archivo de clave está dañado: la frase de acceso a la que sirve quizá no abra nada.",
  "The pack is missing.": "Falta el paquete.",
  "The pack has {n} bytes in place of {value}.": "El paquete tiene {n} bytes en lugar de {value}.",
  "No index names this pack: an interrupted put left it, perhaps.":
    "Ningún índice nombra este paquete: quizá lo dejó un guardado interrumpido.",
  "The folder {value} has no list of names.": "La carpeta {value} no tiene lista de nombres.",
  "{n} pieces of {value} are in no index.": "{n} piezas de {value} no están en ningún índice.",
  "The pack is damaged: its content has another hash than its name.":
    "El paquete está dañado: el hash de su contenido no es el de su nombre.",
  "The pack does not end like one.": "El paquete no termina como debe.",
  "The index says something else of this pack than its header.":
    "El índice dice de este paquete otra cosa que su cabecera.",
  "“{value}” is no rule of residency.": "«{value}» no es una regla de residencia.",
  "Write EU/EEA, or countries by their two letters: DE, FR, CH.":
    "Escribe EU/EEA, o los países con sus dos letras: DE, FR, CH.",
  "Choose another place, or change the rule if you mean it.":
    "Elige otro lugar, o cambia la regla si es lo que quieres.",
  "{value} cannot be read.": "No se puede leer {value}.",
  "A list of a folder cannot be read.": "No se puede leer la lista de una carpeta.",
  "The phone lists more files than any phone has.":
    "El teléfono enumera más archivos de los que tiene cualquier teléfono.",
  "The phone is gone. Plug it in again and unlock it: this goes on where it was.":
    "El teléfono ya no está. Vuelve a conectarlo y desbloquéalo: esto sigue donde estaba.",
  "the phone has no such file, or does not tell of it": "el teléfono no tiene ese archivo, o no lo dice",
  "it is no file, folder or link": "no es archivo, carpeta ni enlace",
  "the phone does not tell where the link leads": "el teléfono no dice adónde lleva el enlace",
  "the phone does not let the folder be read": "el teléfono no deja leer la carpeta",
  "the phone does not tell of it": "el teléfono no informa de ello",
  "its name is none": "su nombre no es válido",
  "its path is longer than ADB can carry": "su ruta es más larga de lo que admite ADB",
  "the phone has no such app": "el teléfono no tiene esa app",
  "the phone says that there are none, or does not let them be read": "el teléfono dice que no hay, o no deja leerlos",
  "the phone's answer has an unknown layout": "la respuesta del teléfono tiene un formato desconocido",
  "The vault is locked by process {n} on {value} ({name}, since {reason}).":
    "La bóveda está bloqueada por el proceso {n} en {value} ({name}, desde {reason}).",
  "The vault is in use by process {n} on {value} ({name}, since {reason}).":
    "La bóveda está en uso por el proceso {n} en {value} ({name}, desde {reason}).",
  "Several snapshots begin with {value}.": "Varias instantáneas empiezan por {value}.",
  "Give more of its digits.": "Da más dígitos.",
  "Name the two that are to be compared: candor vault list tells them.":
    "Indica las dos que se comparan: candor vault list las muestra.",
  "Another phone is connected ({value}) than the one it began with ({name}).":
    "Está conectado otro teléfono ({value}) que aquel con el que empezó ({name}).",
};
