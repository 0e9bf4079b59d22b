import type { Phrases } from "../../check-texts.ts";

/** What places beyond this computer answer, and what to do. */
export const places: Phrases = {
  "The credentials that were kept for this place are gone.":
    "Las credenciales que se guardaron para este lugar ya no están.",
  "Give them again, or name a credentials file.": "Dalas de nuevo o indica un archivo de credenciales.",
  "The credentials of places ({name}) cannot be read.": "No se pueden leer las credenciales de los lugares ({name}).",
  "Delete that file in Candor's folder and give the credentials again.":
    "Borra ese archivo de la carpeta de Candor y da las credenciales de nuevo.",
  "Nobody agreed to the key of {name} yet.": "Nadie ha aceptado todavía la clave de {name}.",
  "Look at the place first, and compare the key that it shows.":
    "Mira primero el lugar y compara la clave que muestra.",
  "There is no copy of this vault at that place.": "En ese lugar no hay ninguna copia de esta bóveda.",
  "Neither the vault nor a copy of it lies at that place.": "En ese lugar no está ni la bóveda ni una copia de ella.",
  "No vault lies at {value}.": "En {value} no hay ninguna bóveda.",
  "That is the place of the vault itself.": "Ese es el lugar de la propia bóveda.",
  "Another vault lies at {value}.": "En {value} hay otra bóveda.",
  "Choose an empty place, or another prefix or folder in it.":
    "Elige un lugar vacío, u otro prefijo u otra carpeta en él.",
  "{value} did not keep {name} whole.": "{value} no guardó {name} entero.",
  "Copy again.": "Copia de nuevo.",
  "{name} at {value} is not what was written.": "{name} en {value} no es lo que se escribió.",
  "Check that vault; another copy may have the file.": "Comprueba esa bóveda; otra copia puede tener el archivo.",
  "The place asks for a login of a kind that Candor does not know ({value}).":
    "El lugar pide un inicio de sesión de un tipo que Candor no conoce ({value}).",
  "An empty address, or one with control characters, is none.":
    "Una dirección vacía o con caracteres de control no es una dirección.",
  "“{name}:” is no kind of place.": "«{name}:» no es un tipo de lugar.",
  "Give a folder, s3:https://…, sftp://…, webdavs://… or rest:https://….":
    "Da una carpeta, s3:https://…, sftp://…, webdavs://… o rest:https://….",
  "An S3 address names the bucket after the host.": "Una dirección S3 nombra el bucket después del servidor.",
  "Write s3:https://host/bucket/prefix.": "Escribe s3:https://servidor/bucket/prefijo.",
  "The style of an S3 address is “host” or “path”.": "El estilo de una dirección S3 es «host» o «path».",
  "The region of an S3 address is letters and digits.": "La región de una dirección S3 son letras y cifras.",
  "The address names no host.": "La dirección no nombra ningún servidor.",
  "Write sftp://user@host/path.": "Escribe sftp://usuario@servidor/ruta.",
  "The address names no folder.": "La dirección no nombra ninguna carpeta.",
  "The path of the address leads elsewhere.": "La ruta de la dirección lleva a otra parte.",
  "The address names no server.": "La dirección no nombra ningún servidor remoto.",
  "Write https:// and the host after the colon.": "Escribe https:// y el servidor después de los dos puntos.",
  "The connection to this place would not be encrypted: anyone on the way would see who stores how much, and the credentials.":
    "La conexión con este lugar no iría cifrada: cualquiera en el camino vería quién guarda cuánto, y las credenciales.",
  "Use https (webdavs for WebDAV). Unencrypted connections are for this computer alone.":
    "Usa https (webdavs para WebDAV). Las conexiones sin cifrar son solo para este ordenador.",
  "This is no address that can be read.": "Esto no es una dirección que se pueda leer.",
  "The address holds credentials, and addresses are shown, logged and kept.":
    "La dirección contiene credenciales, y las direcciones se muestran, se registran y se guardan.",
  "Put user and password into the environment or a private file.":
    "Pon el usuario y la contraseña en el entorno o en un archivo privado.",
  "The address holds a percent sign that is no escape.":
    "La dirección contiene un signo de porcentaje que no es un escape.",
  "The place gave fewer or other bytes of {name} than were asked for.":
    "El lugar dio menos bytes de {name} que los pedidos, u otros.",
  "The place does not say how large {name} is.": "El lugar no dice cuánto ocupa {name}.",
  "{name} sends on to {value}, which is not the place that was named.":
    "{name} remite a {value}, que no es el lugar indicado.",
  "another address": "otra dirección",
  "Nothing was sent there. Name the address where the vault lies, if you trust it.":
    "No se envió nada allí. Indica la dirección donde está la bóveda, si confías en ella.",
  "{name} does not accept the credentials ({reason}).": "{name} no acepta las credenciales ({reason}).",
  "status {n}": "estado {n}",
  "Are user and password right?": "¿Son correctos el usuario y la contraseña?",
  "{name} does not allow this ({reason}, for {value}).": "{name} no permite esto ({reason}, para {value}).",
  "Ask whoever runs the place for the right.": "Pide el permiso a quien opera el lugar.",
  "{name} has no {n}.": "{name} no tiene {n}.",
  "{name} is full or does not take files of this size ({reason}).":
    "{name} está lleno o no admite archivos de este tamaño ({reason}).",
  "{name} cannot answer now ({reason}).": "{name} no puede responder ahora ({reason}).",
  "{name} answered about {value} in a way that is not understood ({reason}).":
    "{name} respondió sobre {value} de un modo que no se entiende ({reason}).",
  "Line {n} of {value} is no line of a credentials file.":
    "La línea {n} de {value} no es de un archivo de credenciales.",
  "Each line is one of {value}, an equals sign and the value.":
    "Cada línea es uno de {value}, un signo igual y el valor.",
  "There is no credentials file at {value}.": "No hay ningún archivo de credenciales en {value}.",
  "Others on this computer may read {value}.": "Otras personas de este ordenador pueden leer {value}.",
  "Run “chmod 600 {command}” first.": "Ejecuta antes «chmod 600 {command}».",
  "{value} is too large for a credentials file.": "{value} es demasiado grande para un archivo de credenciales.",
  "The place answered with more than the {n} bytes that were expected.":
    "El lugar respondió con más de los {n} bytes esperados.",
  "{name} did not answer to the end ({reason}).": "{name} no respondió hasta el final ({reason}).",
  "Is the network there?": "¿Hay red?",
  "{value}, which holds the keys that servers showed before, cannot be read.":
    "No se puede leer {value}, que contiene las claves que los servidores mostraron antes.",
  "The keys that servers showed before ({name}) cannot be read.":
    "No se pueden leer las claves que los servidores mostraron antes ({name}).",
  "Remove it if you know why; servers are then trusted anew.":
    "Quítalo si sabes por qué; después se vuelve a confiar en los servidores.",
  "“{value}” is no country.": "«{value}» no es un país.",
  "Give its two letters: DE, FR, CH.": "Da sus dos letras: DE, FR, CH.",
  "You say that this place is in {n}; its operator, {value}, says that {name} is in {where}.":
    "Dices que este lugar está en {n}; quien lo opera, {value}, dice que {name} está en {where}.",
  "Name the country of the endpoint, or the endpoint of the country.":
    "Indica el país del servicio, o el servicio del país.",
  "Nobody said in which country this place is.": "Nadie ha dicho en qué país está este lugar.",
  "Say it with the country’s two letters. Whoever runs the place knows.":
    "Dilo con las dos letras del país. Quien opera el lugar lo sabe.",
  "{value} says that the bucket is in {n}, which is in {where}; declared was {name}.":
    "{value} dice que el bucket está en {n}, que está en {where}; se declaró {name}.",
  "Nothing was stored. Make a bucket in the region that you want, or declare where this one is.":
    "No se guardó nada. Crea un bucket en la región que quieras, o declara dónde está este.",
  "{name}, reached over TLS, named {n} as the region of the bucket; {value} says that this is in {where} ({reason}).":
    "{name}, al que se llegó por TLS, nombró {n} como región del bucket; {value} dice que eso está en {where} ({reason}).",
  "This was stopped before it was finished.": "Se detuvo antes de terminar.",
  "{reason} It was asked {n} times.": "{reason} Se preguntó {n} veces.",
  "{name} showed no certificate.": "{name} no mostró ningún certificado.",
  "{name} showed the key {value}, and {n} was named as the one to trust.":
    "{name} mostró la clave {value}, y la de confianza era {n}.",
  "Somebody may stand in between. Ask whoever runs the server before you trust the other key.":
    "Puede que alguien esté en medio. Pregunta a quien opera el servidor antes de confiar en la otra clave.",
  "Nobody that this computer trusts vouches for the certificate of {name} ({reason}). Its key is {value}.":
    "Nadie en quien confíe este ordenador responde por el certificado de {name} ({reason}). Su clave es {value}.",
  "If the server is your own and shows this key, name it as the one to trust: “trust” in the credentials file, or CANDOR_PLACE_TRUST.":
    "Si el servidor es tuyo y muestra esta clave, indícala como la de confianza: «trust» en el archivo de credenciales, o CANDOR_PLACE_TRUST.",
  "{name} has another key than before ({value}, before {n}); its certificate is vouched for.":
    "{name} tiene otra clave que antes ({value}, antes {n}); una autoridad responde por su certificado.",
  "{name} cannot be reached ({reason}).": "No se puede llegar a {name} ({reason}).",
  "no answer in time": "no respondió a tiempo",
  "the connection was closed": "se cerró la conexión",
  "The place was silent for {value}.": "El lugar calló durante {value}.",
  "The vault may only lie in {value}, and this place is in {reason}. Nothing was sent.":
    "La bóveda solo puede estar en {value}, y este lugar está en {reason}. No se envió nada.",
  "The vault may only lie in {value}, and this place is in {reason}.":
    "La bóveda solo puede estar en {value}, y este lugar está en {reason}.",
  "The vault may only lie where the region is verified, and this one is {reason}. Nothing was sent.":
    "La bóveda solo puede estar donde la región esté verificada, y este lugar es: {reason}. No se envió nada.",
  "The vault may only lie where the region is verified, and this one is {reason}.":
    "La bóveda solo puede estar donde la región esté verificada, y este lugar es: {reason}.",
  "{n}, operated by {value} ({reason})": "{n}, a cargo de {value} ({reason})",
  "declared, not verified": "declarado, sin verificar",
  "verified on {n}": "verificado el {n}",
  "someone not named": "alguien sin nombrar",
  yourself: "ti",
  "{reason} Nothing was sent.": "{reason} No se envió nada.",
  "{reason} Servers that only add files let nothing be removed.":
    "{reason} Los servidores que solo añaden archivos no dejan quitar nada.",
  "{name} answered with something other than a listing.": "{name} respondió con algo que no es una lista.",
  "There is no access key for this S3 place.": "No hay clave de acceso para este lugar S3.",
  "Set CANDOR_PLACE_ACCESS_KEY and CANDOR_PLACE_SECRET_KEY, or name a credentials file with access-key and secret-key.":
    "Escribe la clave de acceso y la secreta, define CANDOR_PLACE_ACCESS_KEY y CANDOR_PLACE_SECRET_KEY, o indica un archivo de credenciales con access-key y secret-key.",
  "{name} gave a listing that does not end.": "{name} dio una lista que no acaba.",
  "{name} names two regions for the bucket: {value} and {n}.":
    "{name} nombra dos regiones para el bucket: {value} y {n}.",
  "The bucket {value} is in the region {n}, and {name} was asked for.":
    "El bucket {value} está en la región {n}, y se pidió {name}.",
  "If that is where it should be, name the endpoint of that region, or add ?region={n} to the address.":
    "Si es ahí donde debe estar, indica el servicio de esa región, o añade ?region={n} a la dirección.",
  "{name} has no bucket {value}.": "{name} no tiene ningún bucket {value}.",
  "Make the bucket first, in the region that you want.": "Crea antes el bucket, en la región que quieras.",
  "{name} does not accept the access key ({reason}).": "{name} no acepta la clave de acceso ({reason}).",
  "Are access key and secret key right?": "¿Son correctas la clave de acceso y la secreta?",
  "{name} says that the clock of this computer is wrong.": "{name} dice que el reloj de este ordenador va mal.",
  "Set the clock.": "Pon el reloj en hora.",
  "{name} says that the place is full.": "{name} dice que el lugar está lleno.",
  "{name} is larger than a file of a repository may be.":
    "{name} es más grande de lo que puede ser un archivo de un repositorio.",
  "Whose folder is it there?": "¿De quién es la carpeta allí?",
  "{name} could not do this ({reason}, for {value}).": "{name} no pudo hacerlo ({reason}, para {value}).",
  "Is there room left on it?": "¿Queda sitio en él?",
  "There is no user name for this SFTP place.": "No hay nombre de usuario para este lugar SFTP.",
  "The key file {value} cannot be read.": "No se puede leer el archivo de clave {value}.",
  "{value} is no private key that can be read, or its passphrase is another one.":
    "{value} no es una clave privada que se pueda leer, o su frase de acceso es otra.",
  "Name the passphrase as key-passphrase in the credentials file, or in CANDOR_PLACE_KEY_PASSPHRASE.":
    "Da la frase de acceso de esa clave, o ponla como key-passphrase en el archivo de credenciales, o en CANDOR_PLACE_KEY_PASSPHRASE.",
  "There is neither a key nor a password for this SFTP place.": "No hay ni clave ni contraseña para este lugar SFTP.",
  "Set CANDOR_PLACE_KEY_FILE or CANDOR_PLACE_PASSWORD, name them in a credentials file, or start an SSH agent.":
    "Escribe el archivo de clave o la contraseña, define CANDOR_PLACE_KEY_FILE o CANDOR_PLACE_PASSWORD, ponlas en un archivo de credenciales, o inicia un agente SSH.",
  "{name} lets nobody transfer files ({reason}).": "{name} no deja que nadie transfiera archivos ({reason}).",
  "{name} showed the host key {value}; before, it was {n}.": "{name} mostró la clave de host {value}; antes era {n}.",
  "Somebody may stand in between, or the server was set up anew. Ask whoever runs it; then name the key as the one to trust (“trust” in the credentials file, or CANDOR_PLACE_TRUST).":
    "Puede que alguien esté en medio, o que el servidor se haya instalado de nuevo. Pregunta a quien lo opera; después acepta la clave en «Otras credenciales u otra clave» («trust» en el archivo de credenciales, o CANDOR_PLACE_TRUST).",
  "{name} does not let {value} in with this key or password.":
    "{name} no deja entrar a {value} con esta clave o contraseña.",
  "Are user, key and password right?": "¿Son correctos el usuario, la clave y la contraseña?",
  "{name} takes no files in {value}.": "{name} no admite archivos en {value}.",
  "Is it read-only?": "¿Es de solo lectura?",
  "{name} lost {value} while it was written.": "{name} perdió {value} mientras se escribía.",
  "{name} has no folder in which {value} could be made.": "{name} no tiene una carpeta en la que crear {value}.",
  "Make the folder on the server, or name another one.": "Crea la carpeta en el servidor, o indica otra.",
  "{name} keeps {value} locked.": "{name} mantiene {value} bloqueado.",
  "The place answered with a listing that cannot be read: {reason}.":
    "El lugar respondió con una lista que no se puede leer: {reason}.",
};
