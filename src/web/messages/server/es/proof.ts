import type { Phrases } from "../../check-texts.ts";

/** Evidence packages, the journal as proof, and which fixes are missing. */
export const proof: Phrases = {
  "It is missing.": "Falta.",
  "It cannot be read: {reason}.": "No se puede leer: {reason}.",
  "It was changed: it does not have the digest that was signed.": "Se cambió: no tiene el resumen que se firmó.",
  "It was added: it is not in the list that was signed.": "Se añadió: no está en la lista que se firmó.",
  "All {n} files are as they were listed.": "Los {n} archivos están como se listaron.",
  "It is no signature of the key in the package over the list of files.":
    "No es una firma de la clave del paquete sobre la lista de archivos.",
  "It is no signature of the key that was given over the list of files.":
    "No es una firma de la clave indicada sobre la lista de archivos.",
  "The list of files was signed by the key in the package.": "La clave del paquete firmó la lista de archivos.",
  "The list of files was signed by the key that was given.": "La clave indicada firmó la lista de archivos.",
  "There is no proof that the journal held it.": "No hay prueba de que el registro lo contuviera.",
  "Its checkpoint was not signed by the key of the package.": "Su estado no fue firmado por la clave del paquete.",
  "It is about another snapshot.": "Trata de otra instantánea.",
  "{value}: entry {n} of the journal, of {name}, is proven.":
    "{value}: la entrada {n} del registro, de {name}, está probada.",
  "That the key {name} was replaced or revoked is not signed by itself.":
    "Que la clave {name} fue sustituida o revocada no está firmado por ella misma.",
  "The list of keys has this one alone.": "La lista de claves solo tiene esta.",
  "The list has {n} keys; each that was replaced or revoked signed that itself.":
    "La lista tiene {n} claves; cada una que fue sustituida o revocada lo firmó ella misma.",
  "The snapshot, judged again, gives the same report.": "La instantánea, juzgada de nuevo, da el mismo informe.",
  "The snapshot, judged again, gives another report, as it may: it was judged with Candor {name} and the same lists.":
    "La instantánea, juzgada de nuevo, da otro informe, como es posible: se juzgó con Candor {name} y las mismas listas.",
  "The snapshot, judged again, gives another report, as it may: it was judged with Candor {name} and other lists ({reason}).":
    "La instantánea, juzgada de nuevo, da otro informe, como es posible: se juzgó con Candor {name} y otras listas ({reason}).",
  "It does not follow from the snapshot: judged again, with the same version and lists, the answer is another one.":
    "No se sigue de la instantánea: juzgada de nuevo, con la misma versión y las mismas listas, la respuesta es otra.",
  "{value} is larger than any evidence package.": "{value} es mayor que cualquier paquete de pruebas.",
  "{value} is no evidence package: there is no SHA256SUMS in it.":
    "{value} no es un paquete de pruebas: no contiene SHA256SUMS.",
  "Verifying this package took too long.": "Verificar este paquete llevó demasiado tiempo.",
  "Verifying this package took more memory than any package that Candor makes.":
    "Verificar este paquete necesitó más memoria que cualquier paquete que hace Candor.",
  "Verifying this package broke off.": "La verificación de este paquete se interrumpió.",
  "It was not verified: take nothing in it for proven.": "No se verificó: no des nada de él por probado.",
  "What was in this package is no longer at hand.": "Lo que había en este paquete ya no está a mano.",
  "Open the package once more.": "Abre el paquete otra vez.",
  "Evidence packages are locked.": "Los paquetes de pruebas están bloqueados.",
  "Unlock Candor: candor unlock": "Desbloquea Candor: candor unlock",
  "This examination is not kept any more.": "Este análisis ya no está guardado.",
  "Line {n} of the journal is bad: {reason}.": "La línea {n} del registro está mal: {reason}.",
  "See: candor journal verify": "Consulta: candor journal verify",
  "The journal is empty: there is nothing to sign.": "El registro está vacío: no hay nada que firmar.",
  "There is no entry {n}.": "No hay ninguna entrada {n}.",
  "List them: candor journal": "Lístalas: candor journal",
  "See what differs: candor journal verify --checkpoint OLD":
    "Mira qué difiere: candor journal verify --checkpoint OLD",
  "Its checkpoint is not signed by a known key that counts.":
    "Su estado no está firmado por una clave conocida que valga.",
  "A checkpoint over {n} entries in {value} is not signed by a known key that counts.":
    "Un estado de {n} entradas en {value} no está firmado por una clave conocida que valga.",
  "{n} of the {count} entries that were signed in {value} are missing: the journal was cut off at its end.":
    "Faltan {n} de las {count} entradas que se firmaron en {value}: el registro se cortó por el final.",
  "{n} of the {count} entries that were signed in {value} are missing: what follows the damage cannot be counted.":
    "Faltan {n} de las {count} entradas que se firmaron en {value}: lo que sigue al daño no se puede contar.",
  "The first {n} entries are those that were signed in {value}.":
    "Las primeras {n} entradas son las que se firmaron en {value}.",
  "the checkpoints of this computer": "los estados de este ordenador",
  "Entry {n} is not what was signed in {value}: it was changed, removed or put in, and the chain behind it was made anew.":
    "La entrada {n} no es la que se firmó en {value}: se cambió, se quitó o se añadió, y la cadena que la sigue se hizo de nuevo.",
  "Among entries {n} to {count} one at least is not what was signed in {value}: it was changed, removed or put in, and the chain behind it was made anew.":
    "Entre las entradas {n} y {count} al menos una no es la que se firmó en {value}: se cambió, se quitó o se añadió, y la cadena que la sigue se hizo de nuevo.",
  "The journal is not the continuation of the one that was signed last, with {n} entries.":
    "El registro no es la continuación del que se firmó por última vez, con {n} entradas.",
  "See what differs: candor journal verify. Where it was mended or begun anew on purpose, sign it as another journal: candor journal checkpoint --anew":
    "Mira qué difiere: candor journal verify. Si se reparó o se empezó de nuevo a propósito, fírmalo como otro registro: candor journal checkpoint --anew",
  "The proof holds, and its checkpoint is signed by a key that counts.":
    "La prueba se sostiene, y su estado está firmado por una clave que vale.",
  "Nothing is taken out: serial numbers, addresses, accounts, names of users and networks are in it.":
    "No se retira nada: contiene números de serie, direcciones, cuentas, nombres de usuarios y de redes.",
  "Taken out as far as they can be recognised: serial numbers, IMEI, hardware and network addresses, advertising and Android ids, e-mail addresses, telephone numbers.":
    "Se retiran en lo que se puede reconocer: números de serie, IMEI, direcciones de hardware y de red, identificadores de publicidad y de Android, direcciones de correo, números de teléfono.",
  "Taken out besides: the names of the phone, of its users and of networks. Apps, settings and findings stay: that is what it is about.":
    "Se retiran además: los nombres del teléfono, de sus usuarios y de las redes. Las apps, los ajustes y los hallazgos se quedan: de eso se trata.",
  "Put back a copy of it, or delete it: candor key show writes it anew.":
    "Repón una copia, o bórralo: candor key show lo escribe de nuevo.",
  "The signing key is damaged.": "La clave de firma está dañada.",
  "Put back a copy of the data folder, or delete signing-key.json for a new key.":
    "Repón una copia de la carpeta de datos, o borra signing-key.json para tener una clave nueva.",
  "Which fixes are missing cannot be told: the phone's properties or the day are not known.":
    "No se puede decir qué correcciones faltan: no se conocen las propiedades del teléfono o el día.",
  "Which fixes of Android are missing cannot be told.": "No se puede decir qué correcciones de Android faltan.",
  "Android's fixes are {count} days old: by its level at least {n} fixes that were published since are missing.":
    "Las correcciones de Android tienen {count} días: según su nivel faltan al menos {n} de las publicadas desde entonces.",
  "Android's fixes are {count} days old: by its level at least {n} fixes that were published since are missing; known to be used in attacks among them: {lost}.":
    "Las correcciones de Android tienen {count} días: según su nivel faltan al menos {n} de las publicadas desde entonces; de ellas, se sabe que se usan en ataques: {lost}.",
  "No missing fix is known up to {name}; what was published since is not in the list in use (candor feeds update).":
    "Hasta {name} no se conoce ninguna corrección que falte; lo publicado después no está en la lista en uso (candor feeds update).",
  "No published fix of Android itself is known to be missing; of chips and drivers up to {n} are.":
    "No se sabe que falte ninguna corrección publicada de Android mismo; de chips y controladores faltan como mucho {n}.",
  "No published fix of Android itself is known to be missing; of chips and drivers up to {n} are; known to be used in attacks among them: {lost}.":
    "No se sabe que falte ninguna corrección publicada de Android mismo; de chips y controladores faltan como mucho {n}; de ellas, se sabe que se usan en ataques: {lost}.",
  "No published fix is known to be missing up to {name}.":
    "Hasta {name} no se sabe que falte ninguna corrección publicada.",
  "The entry is not number {n} of the {count} entries that the checkpoint is of.":
    "La entrada no es la número {n} de las {count} entradas de las que trata el estado.",
  "The content is not the one that the entry was written with.":
    "El contenido no es aquel con el que se escribió la entrada.",
  "The two checkpoints are of different journals.": "Los dos estados son de registros distintos.",
  "The {n} entries of the earlier checkpoint are not the first of the {count} of the later one.":
    "Las {n} entradas del estado anterior no son las primeras de las {count} del posterior.",
  "Line {n} breaks off: the end of it is missing.": "La línea {n} se interrumpe: falta su final.",
  "Entry {n} does not follow the one before it: a byte of the head of entry {count} or of this one was changed.":
    "La entrada {n} no sigue a la anterior: se cambió un byte de la cabecera de la entrada {count} o de esta.",
  "Entry {n} was changed: {reason}.": "La entrada {n} se cambió: {reason}.",
  "Behind entry {n} an entry numbered {count} was put in.":
    "Detrás de la entrada {n} se añadió una con el número {count}.",
  "Entry {n} stands further behind: entries were put into another order.":
    "La entrada {n} está más atrás: las entradas se pusieron en otro orden.",
  "Entry {n} was removed: behind entry {count} comes entry {lost}.":
    "La entrada {n} se quitó: detrás de la entrada {count} viene la entrada {lost}.",
  "Entries {n} to {key} were removed: behind entry {count} comes entry {lost}.":
    "Las entradas {n} a {key} se quitaron: detrás de la entrada {count} viene la entrada {lost}.",
  "Packed evidence": "Pruebas empaquetadas",
  "The signed state of the journal could not be kept in the vault: {reason}":
    "El estado firmado del registro no se pudo guardar en la bóveda: {reason}",
  "So the state of the journal was not signed anew. See: candor journal verify --vault":
    "Por eso el estado del registro no se firmó de nuevo. Míralo con: candor journal verify --vault",
  "The vault holds no signed state of a journal.": "La bóveda no contiene ningún estado firmado de un registro.",
  "With each put and pull one is kept there, once there is a key that signs: candor journal checkpoint":
    "Con cada guardado y cada traída se guarda uno allí, en cuanto haya una clave que firme: candor journal checkpoint",
  "{n} signed states in {value} cannot be read.": "{n} estados firmados en {value} no se pueden leer.",
  "None of the {n} signed states in {value} is of a key that counts here.":
    "Ninguno de los {n} estados firmados en {value} es de una clave que cuente aquí.",
  "{n} signed states in {value} are of keys that do not count here: of another computer, or of a key that is gone.":
    "{n} estados firmados en {value} son de claves que aquí no cuentan: de otro ordenador, o de una clave que ya no está.",
  "{n} signed states in {value} are of an earlier journal, which was mended or begun anew.":
    "{n} estados firmados en {value} son de un registro anterior, que se reparó o se empezó de nuevo.",
  "the vault {value}": "la bóveda {value}",
  "A piece of the file ({id}) is not as long as the index says.":
    "Un trozo del archivo ({id}) no mide lo que dice el índice.",
  "The file is shorter than what is asked for.": "El archivo es más corto que lo que se pide.",
  "The index of the vault does not know a piece ({id}).": "El índice de la bóveda no conoce un trozo ({id}).",
  "This is no film that browsers play.": "Esto no es un vídeo que los navegadores reproduzcan.",
};
