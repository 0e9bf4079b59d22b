import type { Phrases } from "../../check-texts.ts";

/** What went wrong, and what to do. */
export const errors: Phrases = {
  "The phone has changed since this was planned.": "El teléfono ha cambiado desde que se planeó esto.",
  "Look at the plan again and agree to it.": "Mira el plan de nuevo y acéptalo.",
  "Some of it cannot be taken back, and was not agreed to.": "Algo de ello no se puede deshacer, y no se aceptó.",
  "Agree to it on its own.": "Acéptalo aparte.",
  "No privacy password is set, so anybody at this computer could read which apps are hidden.":
    "No hay contraseña de privacidad, así que cualquiera en este ordenador podría leer qué aplicaciones están ocultas.",
  "Set one first.": "Pon una antes.",
  "There is no such thing.": "No existe tal cosa.",
  "This is more than a request may hold.": "Esto es más de lo que cabe en una petición.",
  "Nothing could be read from the phone.": "No se pudo leer nada del teléfono.",
  "Unlock it, check the cable, and try again.": "Desbloquéalo, revisa el cable y prueba de nuevo.",
  "Other files are being received.": "Se están recibiendo otros archivos.",
  "Try again in a moment.": "Prueba de nuevo en un momento.",
  "This is not the name of this server.": "Este no es el nombre de este servidor.",
  "Requests from other pages are not answered.": "No se responden peticiones de otras páginas.",
  "Open the link that Candor printed.": "Abre el enlace que mostró Candor.",
  "There is no change {n} in the journal, or it is locked.":
    "No hay ningún cambio {n} en el registro, o está bloqueado.",
  "The disk or the system says {value}.": "El disco o el sistema dice {value}.",
  "This is a fault of Candor. Please report it: {value}": "Esto es un fallo de Candor. Comunícalo, por favor: {value}",
  "The page is not built: npm run page": "La página no está construida: npm run page",
  "There is no such file.": "No existe ese archivo.",
  "These did not come with this phone: {apps}.": "Estas no venían con este teléfono: {apps}.",
  "Entry {n} took changes back itself.": "La entrada {n} ya deshizo cambios.",
  "To have those changes again, make them again.": "Para tener otra vez esos cambios, hazlos de nuevo.",
  "Entry {n} was interrupted: it is taken back whole.": "La entrada {n} se interrumpió: se deshace entera.",
  "Nothing of entry {n} can be taken back.": "Nada de la entrada {n} se puede deshacer.",
  "Entry {n} was not interrupted.": "La entrada {n} no se interrumpió.",
  "Finish it: candor journal resume": "Termínala: candor journal resume",
  "{reason} The change was interrupted; what was done until then is in the journal (entry {n}).":
    "{reason} El cambio se interrumpió; lo hecho hasta entonces está en el registro (entrada {n}).",
  "{reason} The change was interrupted; what the journal has of it is entry {n}.":
    "{reason} El cambio se interrumpió; lo que el registro tiene de él es la entrada {n}.",
  "Connect the phone again, then finish it or take it back: candor journal resume, or candor journal resume --undo":
    "Conecta de nuevo el teléfono y luego termínalo o deshazlo: candor journal resume, o candor journal resume --undo",
  "Make room or make the folder writable, then finish it or take it back: candor journal resume, or candor journal resume --undo":
    "Haz sitio o permite escribir en la carpeta, y luego termínalo o deshazlo: candor journal resume, o candor journal resume --undo",
  "An earlier change of this phone was interrupted: entry {n} of the journal ({value}).":
    "Un cambio anterior de este teléfono se interrumpió: entrada {n} del registro ({value}).",
  "Finish it or take it back first: candor journal resume, or candor journal resume --undo":
    "Termínalo o deshazlo antes: candor journal resume, o candor journal resume --undo",
  "Give the passphrase: candor unlock": "Da la contraseña: candor unlock",
  "Entry {n} of the journal is locked.": "La entrada {n} del registro está bloqueada.",
  "It was stopped before anything was changed.": "Se detuvo antes de cambiar nada.",
  "Nothing could be read from the phone: {reason}": "No se pudo leer nada del teléfono: {reason}",
  "The entry is about another phone ({app}, {name}) than the one that is connected ({value}, {key}).":
    "La entrada es de otro teléfono ({app}, {name}) y no del conectado ({value}, {key}).",
  "Connect that phone, then repeat this.": "Conecta ese teléfono y repite esto.",
  "this version of Candor does not know the action {name}": "esta versión de Candor no conoce la acción {name}",
  "Line {n} is bad: {reason}. The next change mends it.":
    "La línea {n} está mal: {reason}. El próximo cambio la repara.",
  "Line {n} of the journal was damaged: {reason}. Nothing of it is lost; the rest was kept and chained anew, and the damaged file is kept as {value}.":
    "La línea {n} del registro estaba dañada: {reason}. No se ha perdido nada; el resto se conservó y se encadenó de nuevo, y el archivo dañado se guarda como {value}.",
  "Line {n} of the journal was damaged: {reason}. One entry is lost; the rest was kept and chained anew, and the damaged file is kept as {value}.":
    "La línea {n} del registro estaba dañada: {reason}. Se perdió una entrada; el resto se conservó y se encadenó de nuevo, y el archivo dañado se guarda como {value}.",
  "Line {n} of the journal was damaged: {reason}. {lost} entries are lost; the rest was kept and chained anew, and the damaged file is kept as {value}.":
    "La línea {n} del registro estaba dañada: {reason}. Se perdieron {lost} entradas; el resto se conservó y se encadenó de nuevo, y el archivo dañado se guarda como {value}.",
  "Line {n} of the journal cannot be read: {reason}.": "No se puede leer la línea {n} del registro: {reason}.",
  "it breaks off in the middle": "se corta por la mitad",
  "it has no head": "no tiene cabecera",
  "its head is not whole": "su cabecera no está entera",
  "it does not follow the entry before it: one was changed, removed or put in":
    "no sigue a la entrada anterior: alguna se cambió, se quitó o se metió",
  "it has no body": "no tiene cuerpo",
  "its body is not the one that was written": "su cuerpo no es el que se escribió",
  "it is damaged, too": "también está dañada",
  "The journal cannot be written: {reason}.": "No se puede escribir el registro: {reason}.",
  "Nothing is changed without it. Make room or make the data folder writable, then repeat this.":
    "Sin él no se cambia nada. Haz sitio o permite escribir en la carpeta de datos, y repite esto.",
  "the disk is full": "el disco está lleno",
  "there is no room left for this person on the disk": "a esta persona no le queda sitio en el disco",
  "the disk cannot be written to": "no se puede escribir en el disco",
  "this computer does not allow it": "este ordenador no lo permite",
  "the disk is faulty": "el disco falla",
  "the file has become too large": "el archivo se ha hecho demasiado grande",
  "the data folder is no folder": "la carpeta de datos no es una carpeta",
  "This was not noted in the journal. {reason}": "Esto no se anotó en el registro. {reason}",
  "This was not noted in the journal: it cannot be written ({value}).":
    "Esto no se anotó en el registro: no se puede escribir ({value}).",
  "The journal is locked: candor unlock opens it.": "El registro está bloqueado: candor unlock lo abre.",
  "The journal is damaged. {reason}": "El registro está dañado. {reason}",
  "The journal could not be read. {reason}": "No se pudo leer el registro. {reason}",
  "The journal could not be read: this computer does not allow it.":
    "No se pudo leer el registro: este ordenador no lo permite.",
  "The list is too large.": "La lista es demasiado grande.",
  "not text in UTF-8": "no es texto en UTF-8",
  "There is no entry in it.": "No hay ninguna entrada en ella.",
  "It shrank from {before} entries to {after}, less than half. Use force if that is meant.":
    "Pasó de {before} entradas a {after}, menos de la mitad. Fuérzalo si es lo que se quiere.",
  "It is not the list: {reason}.": "No es la lista: {reason}.",
  "It could not be stored: {reason}.": "No se pudo guardar: {reason}.",
  "The updated list cannot be read.": "La lista actualizada no se puede leer.",
  "The updated list was stored by another version of Candor; update it again.":
    "La lista actualizada la guardó otra versión de Candor; actualízala de nuevo.",
  "The updated list is damaged.": "La lista actualizada está dañada.",
  "The updated list is damaged: it does not have its digest.": "La lista actualizada está dañada: no tiene su resumen.",
  "This version of Candor cannot read the updated list: {reason}.":
    "Esta versión de Candor no puede leer la lista actualizada: {reason}.",
  "No complete answer within {n} s.": "Ninguna respuesta completa en {n} s.",
  "The server could not be read: {reason}.": "No se pudo leer el servidor: {reason}.",
  "The server answered {value}.": "El servidor respondió {value}.",
  "The server redirects more than {n} times.": "El servidor redirige más de {n} veces.",
  "The address is not one.": "La dirección no es tal.",
  "{value} is not encrypted (https).": "{value} no está cifrado (https).",
  "The address holds a password.": "La dirección contiene una contraseña.",
  "{name} redirects to another place, {value}.": "{name} redirige a otro sitio, {value}.",
  "It is larger than {n} bytes.": "Es mayor de {n} bytes.",
  "It was cut off after {n} of {all} bytes.": "Se cortó tras {n} de {all} bytes.",
  "{value} is damaged.": "{value} está dañado.",
  "Put back a copy of the folder “privacy”, or begin anew and keep the sealed files aside: candor lock reset":
    "Devuelve una copia de la carpeta «privacy», o empieza de nuevo y aparta los archivos sellados: candor lock reset",
  "This passphrase is easily guessed, and was not taken.": "Esta contraseña se adivina fácilmente, y no se aceptó.",
  "Choose a better one.": "Elige una mejor.",
  "A privacy password is set already.": "Ya hay una contraseña de privacidad.",
  "Change it: candor lock change": "Cámbiala: candor lock change",
  "No privacy password is set.": "No hay contraseña de privacidad.",
  "Set one: candor lock set": "Pon una: candor lock set",
  "The key in this folder is not the one that things were sealed to.":
    "La clave de esta carpeta no es aquella con la que se sellaron las cosas.",
  "Put back a copy of the folder “privacy”, or use the recovery sheet.":
    "Devuelve una copia de la carpeta «privacy», o usa la hoja de recuperación.",
  "Put back a copy of it, or use the recovery sheet.": "Devuelve una copia, o usa la hoja de recuperación.",
  "That is not the passphrase.": "Esa no es la contraseña.",
  "The file that holds the key is no longer what was written.":
    "El archivo que guarda la clave ya no es lo que se escribió.",
  "It was sealed with another key than this one.": "Se selló con otra clave que esta.",
  "It is sealed, and no longer what was written.": "Está sellado, y ya no es lo que se escribió.",
  "{n} wrong passphrases were given. The next one can be tried in {value}.":
    "Se dieron {n} contraseñas equivocadas. La siguiente se puede probar dentro de {value}.",
  "{n} second": "{n} segundo",
  "{n} seconds": "{n} segundos",
  "{n} minutes": "{n} minutos",
  "{n} hours": "{n} horas",
  "The journal": "El registro",
  "What was examined before": "Lo analizado antes",
  "{what} is locked.": "{what} está bloqueado.",
  "The file is empty.": "El archivo está vacío.",
  "Nothing more of the file came.": "No llegó más del archivo.",
  "Send it once more.": "Envíalo otra vez.",
  "There is not enough room on the disk for this file.": "No hay sitio en el disco para este archivo.",
  "Make room, and try again.": "Haz sitio y prueba de nuevo.",
  "The file is larger than {n} MiB, the most that the page takes.":
    "El archivo pasa de {n} MiB, lo máximo que acepta la página.",
  "Examine it from the command line: candor check FILE, or candor apps scan FILE":
    "Analízalo desde la línea de comandos: candor check FILE, o candor apps scan FILE",
  "The examination was stopped.": "El análisis se detuvo.",
  "Examine the phone again with this version, or use the version that saved it.":
    "Analiza de nuevo el teléfono con esta versión, o usa la versión que lo guardó.",
  "{value} begins like a saved examination, but is damaged.":
    "{value} empieza como un análisis guardado, pero está dañado.",
  "Use another copy of it.": "Usa otra copia.",
  "Unlock the phone and answer “Allow USB debugging?” with Allow.":
    "Desbloquea el teléfono y responde a «¿Permitir depuración USB?» con Permitir.",
  "The phone asks whether to allow this computer. It shows {value}; if it does, tap Allow.":
    "El teléfono pregunta si permitir este ordenador. Muestra {value}; si es así, toca Permitir.",
  "Another Candor (process {n}, since {value}) is making changes.":
    "Otro Candor (proceso {n}, desde {value}) está haciendo cambios.",
  "Wait until it has ended, or end it; then repeat this.": "Espera a que termine, o termínalo; luego repite esto.",
  "Another Candor is making changes.": "Otro Candor está haciendo cambios.",
  "Wait until it has ended, then repeat this.": "Espera a que termine y repite esto.",
  "It could not be read: {reason}.": "No se pudo leer: {reason}.",
  "Nothing in this file could be read.": "No se pudo leer nada de este archivo.",
  "There is no app in it.": "No hay ninguna app en él.",
  "It holds {n} more apps: candor apps scan lists them.":
    "Contiene {n} aplicaciones más: candor apps scan las enumera.",
  "It also looks into apps (.apk, .xapk, .apks, .apkm).": "También mira en aplicaciones (.apk, .xapk, .apks, .apkm).",
  "This examination does not hold what is in the apps.": "Este análisis no contiene lo que hay en las aplicaciones.",
  "This examination does not hold what is in the apps. The reason: {reason}":
    "Este análisis no contiene lo que hay en las aplicaciones. El motivo: {reason}",
  "This capture does not hold what is in the apps.": "Esta captura no contiene lo que hay en las aplicaciones.",
  "Only a phone and a capture of it tell what is in the apps; this holds no app files.":
    "Solo un teléfono y una captura suya dicen qué hay en las aplicaciones; esto no contiene archivos de aplicaciones.",
  "There is no app {value} in this examination.": "No hay ninguna app {value} en este análisis.",
  "The connection to the phone failed: {value}": "Falló la conexión con el teléfono: {value}",
  "Check the cable or the network, unlock the phone and try again.":
    "Revisa el cable o la red, desbloquea el teléfono y prueba de nuevo.",
  "The phone has not allowed this computer.": "El teléfono no ha permitido este ordenador.",
  "Unlock the phone and answer its question “Allow USB debugging?” with Allow.":
    "Desbloquea el teléfono y responde a su pregunta «¿Permitir depuración USB?» con Permitir.",
  "What listens at the adb server's address does not answer as an adb server.":
    "Lo que escucha en la dirección del servidor adb no responde como un servidor adb.",
  "Run “adb kill-server” and try again; if that fails too, another program uses port 5037.":
    "Ejecuta «adb kill-server» y prueba de nuevo; si también falla, otro programa usa el puerto 5037.",
  "Run “adb kill-server” and try again.": "Ejecuta «adb kill-server» y prueba de nuevo.",
  "The phone is connected but does not answer.": "El teléfono está conectado pero no responde.",
  "This computer does not let us open the phone's USB connection.":
    "Este ordenador no nos deja abrir la conexión USB del teléfono.",
  "Run “candor devices” for what to do.": "Ejecuta «candor devices» para saber qué hacer.",
  "The phone refused to run the command.": "El teléfono se negó a ejecutar el comando.",
  "The phone is no longer connected.": "El teléfono ya no está conectado.",
  "The connection was cut while the phone answered: {command}":
    "La conexión se cortó mientras el teléfono respondía: {command}",
  "Check the cable or the network and run the examination again.": "Revisa el cable o la red y repite el análisis.",
  "No complete answer within {n} s: {command}": "Ninguna respuesta completa en {n} s: {command}",
  "The answer is larger than the limit of {n} bytes.": "La respuesta supera el límite de {n} bytes.",
  "All answers together are larger than the limit of {n} bytes.":
    "Todas las respuestas juntas superan el límite de {n} bytes.",
  "Connecting was stopped.": "Se detuvo la conexión.",
  "The adb server was started but does not answer.": "El servidor adb se inició pero no responde.",
  "The adb server on this computer is from before 2018 and cannot tell its phones apart.":
    "El servidor adb de este ordenador es anterior a 2018 y no distingue sus teléfonos.",
  "Install the current Android platform tools, run “adb kill-server” and try again.":
    "Instala las herramientas de plataforma de Android actuales, ejecuta «adb kill-server» y prueba de nuevo.",
  "Connect the phone again and repeat the examination.": "Conecta de nuevo el teléfono y repite el análisis.",
  "The phone was disconnected.": "El teléfono se desconectó.",
  "The phone no longer answers: it said nothing for {n} seconds.":
    "El teléfono ya no responde: no dijo nada durante {n} segundos.",
  "The apps were not looked into.": "No se miró en las aplicaciones.",
  "The connection to the phone was closed.": "Se cerró la conexión con el teléfono.",
  "The connection was closed.": "Se cerró la conexión.",
  "This is not an address of a phone.": "Esto no es la dirección de un teléfono.",
  "Give it as HOST:PORT, for example 192.168.1.20:5555.": "Dala como HOST:PORT, por ejemplo 192.168.1.20:5555.",
  "No phone answers at {value}.": "Ningún teléfono responde en {value}.",
  "Check the address, that phone and computer are in the same network, and that debugging over the network is on. With a cable, “adb tcpip 5555” turns it on until the phone restarts.":
    "Revisa la dirección, que el teléfono y el ordenador estén en la misma red y que la depuración por red esté activada. Con cable, «adb tcpip 5555» la activa hasta que el teléfono se reinicie.",
  "The phone at {value} has not allowed this computer.": "El teléfono de {value} no ha permitido este ordenador.",
  "Unlock the phone, run this again and answer its question “Allow USB debugging?” with Allow.":
    "Desbloquea el teléfono, repite esto y responde a su pregunta «¿Permitir depuración USB?» con Permitir.",
  "adb, the tool that talks to Android phones, is not installed on this computer.":
    "adb, la herramienta que habla con teléfonos Android, no está instalada en este ordenador.",
  "{reason} Or unpack https://developer.android.com/tools/releases/platform-tools and add its folder to the PATH. A phone that is reachable over the network needs no adb: give Candor its address: tcp:HOST:PORT.":
    "{reason} O descomprime https://developer.android.com/tools/releases/platform-tools y añade su carpeta al PATH. Un teléfono accesible por la red no necesita adb: dale a Candor su dirección: tcp:HOST:PORT.",
  "Debian and Ubuntu: sudo apt install adb. Fedora: sudo dnf install android-tools. Arch: sudo pacman -S android-tools.":
    "Debian y Ubuntu: sudo apt install adb. Fedora: sudo dnf install android-tools. Arch: sudo pacman -S android-tools.",
  "With Homebrew: brew install --cask android-platform-tools.":
    "Con Homebrew: brew install --cask android-platform-tools.",
  "In a terminal: winget install Google.PlatformTools.": "En un terminal: winget install Google.PlatformTools.",
  "Install the Android platform tools.": "Instala las herramientas de plataforma de Android.",
  "The phone is in the state “{state}”. Unplug the phone, wait five seconds and plug it in again. If that does not help, restart the phone.":
    "El teléfono está en el estado «{state}». Desenchufa el teléfono, espera cinco segundos y vuelve a enchufarlo. Si no sirve, reinícialo.",
  "Linux does not let you open this phone. Install the rules for Android phones (Debian and Ubuntu: sudo apt install android-sdk-platform-tools-common; elsewhere the package android-udev), add yourself to the group plugdev (sudo usermod -aG plugdev $USER), log out and in, and plug the phone in again.":
    "Linux no te deja abrir este teléfono. Instala las reglas para teléfonos Android (Debian y Ubuntu: sudo apt install android-sdk-platform-tools-common; en otros, el paquete android-udev), añádete al grupo plugdev (sudo usermod -aG plugdev $USER), cierra y abre la sesión, y vuelve a enchufar el teléfono.",
  "Unlock the phone and answer “Allow USB debugging?” with Allow. If it does not ask: unplug it, open Developer options (Xiaomi: Settings → Additional settings → Developer options), tap “Revoke USB debugging authorisations”, turn USB debugging off and on, plug it in again and choose “File transfer”.":
    "Desbloquea el teléfono y responde a «¿Permitir depuración USB?» con Permitir. Si no pregunta: desenchúfalo, abre las opciones de desarrollador (Xiaomi: Ajustes → Ajustes adicionales → Opciones de desarrollador), toca «Revocar autorizaciones de depuración USB», desactiva y activa la depuración USB, vuelve a enchufarlo y elige «Transferencia de archivos».",
  "Wait a moment; then unlock the phone and answer “Allow USB debugging?” with Allow.":
    "Espera un momento; luego desbloquea el teléfono y responde a «¿Permitir depuración USB?» con Permitir.",
  "Wait a few seconds and try again.": "Espera unos segundos y prueba de nuevo.",
  "Unlock the phone, unplug it and plug it in again; try another cable or socket. If it stays offline, run “adb kill-server”, or turn USB debugging off and on. Over the network: check that both are still in the same network.":
    "Desbloquea el teléfono, desenchúfalo y vuelve a enchufarlo; prueba otro cable u otra toma. Si sigue sin conexión, ejecuta «adb kill-server», o desactiva y activa la depuración USB. Por la red: comprueba que ambos siguen en la misma red.",
  "The phone is in recovery mode. Choose “Reboot system” on its screen, unlock it and try again.":
    "El teléfono está en modo de recuperación. Elige «Reboot system» en su pantalla, desbloquéalo y prueba de nuevo.",
  "The phone is in rescue mode. Restart it normally, unlock it and try again.":
    "El teléfono está en modo de rescate. Reinícialo normalmente, desbloquéalo y prueba de nuevo.",
  "The phone waits for an update by “adb sideload”. Leave that mode with “Reboot system” on its screen.":
    "El teléfono espera una actualización por «adb sideload». Sal de ese modo con «Reboot system» en su pantalla.",
  "The phone is in its bootloader (Xiaomi: “FASTBOOT”). Hold the power button until it restarts.":
    "El teléfono está en su cargador de arranque (Xiaomi: «FASTBOOT»). Mantén pulsado el botón de encendido hasta que se reinicie.",
  "This is a computer, not a phone. Put the phone into USB debugging and plug it in again.":
    "Esto es un ordenador, no un teléfono. Activa la depuración USB en el teléfono y vuelve a enchufarlo.",
  "adb has let go of this phone (“adb detach”). Run “adb attach” with its serial number, or plug it in again.":
    "adb ha soltado este teléfono («adb detach»). Ejecuta «adb attach» con su número de serie, o vuelve a enchufarlo.",
  "No phone is attached.": "No hay ningún teléfono conectado.",
  "No phone with the serial number {value} is attached.":
    "No hay conectado ningún teléfono con el número de serie {value}.",
  "Choose one of those that are attached: {apps}.": "Elige uno de los conectados: {apps}.",
  "Plug it in with a cable that carries data, unlock it, and turn on USB debugging: Settings → About phone → tap the build number (Xiaomi: the MIUI or OS version) seven times, then Developer options (Xiaomi: under Additional settings) → USB debugging.":
    "Enchúfalo con un cable que transporte datos, desbloquéalo y activa la depuración USB: Ajustes → Información del teléfono → toca siete veces el número de compilación (Xiaomi: la versión de MIUI u OS), luego Opciones de desarrollador (Xiaomi: en Ajustes adicionales) → Depuración USB.",
  "{app} has not allowed this computer.": "{app} no ha permitido este ordenador.",
  "{app} is not ready: {value}.": "{app} no está listo: {value}.",
  "The phone {value}": "El teléfono {value}",
  "The phone": "El teléfono",
  "Candor reads a bug report (.zip or .txt), an AndroidQF folder or zip, a folder of outputs with outputs.json, or its own capture.":
    "Candor lee un informe de errores (.zip o .txt), una carpeta o zip de AndroidQF, una carpeta de salidas con outputs.json, o su propia captura.",
  '"{value}" is nothing that Candor knows.': "«{value}» no es nada que Candor conozca.",
  '"{value}" is empty.': "«{value}» está vacío.",
  '"{value}" is one file of an examination.': "«{value}» es un archivo de un análisis.",
  '"{value}" holds nothing: there is no file in it.': "«{value}» no contiene nada: no hay ningún archivo en él.",
  '"{value}" cannot be opened': "«{value}» no se puede abrir",
  '"{value}" cannot be read': "«{value}» no se puede leer",
  '"{value}" is locked with a password.': "«{value}» está protegido con contraseña.",
  "Unpack it with its password and examine what was in it.":
    "Descomprímelo con su contraseña y analiza lo que contenía.",
  "Unpack it and examine what was in it.": "Descomprímelo y analiza lo que contenía.",
  "Take or copy it once more.": "Tómalo o cópialo otra vez.",
  "Copy it once more from where it came, or take it again.": "Cópialo otra vez de donde vino, o tómalo de nuevo.",
  'Examine the phone itself, or take a bug report: "adb bugreport report.zip", or in its developer options.':
    "Analiza el propio teléfono, o toma un informe de errores: «adb bugreport report.zip», o en sus opciones de desarrollador.",
  "Name the folder it is in.": "Indica la carpeta en la que está.",
  "Name one of them.": "Indica uno de ellos.",
  "The capture was written by another version of Candor.": "La captura la escribió otra versión de Candor.",
  "Read it with a newer Candor.": "Léela con un Candor más nuevo.",
  "Attach the phone, or take a capture that has the apps: candor capture phone.candor.":
    "Conecta el teléfono, o toma una captura que tenga las aplicaciones: candor capture phone.candor.",
  "What is kept there of the apps cannot be read: {reason}.":
    "No se puede leer lo que allí se guarda de las aplicaciones: {reason}.",
  "The adb server did not start ({value}).": "El servidor adb no se inició ({value}).",
  "The adb server did not start ({value}): {reason}": "El servidor adb no se inició ({value}): {reason}",
  "Run “adb start-server” in a terminal to see why. A phone that is reachable over the network needs no adb: give Candor its address, tcp:HOST:PORT.":
    "Ejecuta «adb start-server» en un terminal para ver por qué. Un teléfono accesible por la red no necesita adb: dale a Candor su dirección, tcp:HOST:PORT.",
  "Unplug the phone, wait five seconds and plug it in again.":
    "Desenchufa el teléfono, espera cinco segundos y vuelve a enchufarlo.",
  "{n} phones are attached: {apps}.": "Hay {n} teléfonos conectados: {apps}.",
  "Choose one with --serial, for example --serial {value}": "Elige uno con --serial, por ejemplo --serial {value}",
  "This computer does not let us open {app}.": "Este ordenador no nos deja abrir {app}.",
  "What answers at this address does not speak ADB.": "Lo que responde en esta dirección no habla ADB.",
  "Check the address: the phone shows it under Developer options, or “adb tcpip 5555” has opened port 5555.":
    "Revisa la dirección: el teléfono la muestra en las opciones de desarrollador, o «adb tcpip 5555» ha abierto el puerto 5555.",
  "The phone uses “Wireless debugging” with pairing, which Candor can reach only through adb.":
    "El teléfono usa «Depuración inalámbrica» con vinculación, a la que Candor solo llega por adb.",
  "With adb 30 or later run “adb pair HOST:PORT” with the code that the phone shows, then “adb connect HOST:PORT”, then Candor again.":
    "Con adb 30 o posterior ejecuta «adb pair HOST:PORT» con el código que muestra el teléfono, luego «adb connect HOST:PORT» y luego Candor de nuevo.",
  "A command needs a name: an empty one would open an interactive shell.":
    "Un comando necesita un nombre: uno vacío abriría un shell interactivo.",
  "The command holds a character that no phone's shell can take.":
    "El comando contiene un carácter que el shell de ningún teléfono acepta.",
  "The command is {n} bytes long, more than ADB can carry.":
    "El comando tiene {n} bytes, más de lo que ADB puede llevar.",
  "Only {app} holds this.": "Solo {app} contiene esto.",
  "an AndroidQF acquisition": "una adquisición de AndroidQF",
  "a bug report": "un informe de errores",
  "With a cable, “adb tcpip 5555” turns it on until the phone restarts.":
    "Con cable, «adb tcpip 5555» la activa hasta que el teléfono se reinicie.",
  "A phone that is reachable over the network needs no adb: give Candor its address: tcp:HOST:PORT.":
    "Un teléfono accesible por la red no necesita adb: dale a Candor su dirección: tcp:HOST:PORT.",
  "This is no age identity.": "Esto no es una identidad de age.",
  "Wait until then. Forgotten? See: candor lock --help":
    "Espera hasta entonces. ¿La olvidaste? Mira: candor lock --help",
  "The key is missing: {value} cannot be read.": "Falta la clave: no se puede leer {value}.",
  "adb could not connect to {app}: {value}": "adb no pudo conectarse a {app}: {value}",
  "Check the address on the phone (Developer options → Wireless debugging). A phone that was never paired with this computer needs “adb pair HOST:PORT” first, with the code that it shows; that takes adb 30 or later.":
    "Revisa la dirección en el teléfono (Opciones de desarrollador → Depuración inalámbrica). Un teléfono que nunca se vinculó con este ordenador necesita antes «adb pair HOST:PORT», con el código que muestra; eso requiere adb 30 o posterior.",
  "The environment names no usable address of an adb server.":
    "El entorno no da una dirección utilizable de un servidor adb.",
  "Unset ADB_SERVER_SOCKET and ANDROID_ADB_SERVER_PORT, or set them to tcp:127.0.0.1:5037 and 5037.":
    "Quita ADB_SERVER_SOCKET y ANDROID_ADB_SERVER_PORT, o ponlas en tcp:127.0.0.1:5037 y 5037.",
  "No adb server answers at the address that the environment names.":
    "Ningún servidor adb responde en la dirección que da el entorno.",
  "Start it there, or unset ADB_SERVER_SOCKET and ANDROID_ADB_SERVER_ADDRESS to use this computer's own.":
    "Inícialo allí, o quita ADB_SERVER_SOCKET y ANDROID_ADB_SERVER_ADDRESS para usar el de este ordenador.",
  "No way is known to show a notification on this system.":
    "No se conoce ninguna manera de mostrar una notificación en este sistema.",
  "No notification can be shown: the program {program} is missing.":
    "No se puede mostrar ninguna notificación: falta el programa {program}.",
  "No notification can be shown: {program} failed.": "No se puede mostrar ninguna notificación: {program} falló.",
  "Leave it connected for a minute.": "Déjalo conectado un minuto.",
  "Unlock it, and check the cable.": "Desbloquéalo y comprueba el cable.",
};
