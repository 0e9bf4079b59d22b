import type { Phrases } from "../check-texts.ts";

/** Controls, profiles and promises in Spanish, and why a control stands as it does, by the English sentences. */
export const controls: Phrases = {
  "Apps and installers": "Apps e instaladores",
  "Only stores may install apps": "Solo las tiendas pueden instalar apps",
  "An app that may install others is a door for apps that nobody looked at.":
    "Una app que puede instalar otras es una puerta para apps que nadie ha revisado.",
  "Apps are checked when they are installed": "Las apps se comprueban al instalarse",
  "Play Protect knows many harmful apps by their file.": "Play Protect reconoce por su archivo muchas apps dañinas.",
  "Apps that a computer installs are checked too": "También se comprueban las apps que instala un ordenador",
  "It is the way by which stalkerware comes.": "Es la vía por la que llega el stalkerware.",
  "Every added app came from a store": "Todas las apps añadidas vinieron de una tienda",
  "Apps from elsewhere were checked by nobody.": "Las que llegan de otro sitio no las ha comprobado nadie.",
  "No added app is open to debugging": "Ninguna app añadida está abierta a la depuración",
  "A computer can read everything such an app keeps.": "Un ordenador puede leer todo lo que guarda una app así.",
  "No added app is a test build": "Ninguna app añadida es una versión de prueba",
  "Test builds come past the stores and are not made for owners.":
    "Las versiones de prueba no pasan por las tiendas ni están hechas para los dueños.",
  "Apps keep to the rules of a recent Android": "Las apps siguen las reglas de un Android reciente",
  "Older rules let an app do more without asking.": "Con reglas antiguas, una app puede hacer más sin preguntar.",
  "Each app's signature tells who made it": "La firma de cada app dice quién la hizo",
  "A key that everybody has is no signature.": "Una clave que tiene todo el mundo no es una firma.",
  "No app's file misleads whoever looks into it": "El archivo de ninguna app engaña a quien lo analiza",
  "Files are only made that way to hide something.": "Los archivos solo se hacen así para ocultar algo.",
  "No app from outside of the stores hides its code": "Ninguna app de fuera de las tiendas oculta su código",
  "What is loaded later was seen by nobody.": "Lo que se carga después no lo ha visto nadie.",
  "No added app bears the name of a part of the system": "Ninguna app añadida lleva el nombre de una parte del sistema",
  "It hopes not to be noticed.": "Espera pasar inadvertida.",
  "No guard of the phone is switched off or removed": "Ningún guardián del teléfono está desactivado o eliminado",
  "Whoever wants to stay unnoticed begins with them.": "Quien quiere pasar inadvertido empieza por ellos.",
  "No added app was let past restricted settings": "A ninguna app añadida se le dejó saltarse los ajustes restringidos",
  "Android keeps apps from outside the stores away from the strongest powers; this lets them in.":
    "Android mantiene lejos de los mayores poderes a las apps de fuera de las tiendas; esto las deja entrar.",
  "Web pages do not start apps by themselves": "Las páginas web no abren apps por su cuenta",
  "A link should not decide what is opened.": "Un enlace no debería decidir qué se abre.",
  "Instant apps are off": "Las apps instantáneas están desactivadas",
  "They run without having been installed.": "Se ejecutan sin haberse instalado.",
  "In the settings of Google Play, are instant apps off?":
    "En los ajustes de Google Play, ¿están desactivadas las apps instantáneas?",
  "No installed app carries a library with a known hole":
    "Ninguna app instalada lleva una biblioteca con un fallo conocido",
  "A hole in a library is a hole in every app that carries it.":
    "Un fallo en una biblioteca es un fallo en cada app que la lleva.",
  "Start and integrity of the system": "Arranque e integridad del sistema",
  "The phone starts the system that its maker signed": "El teléfono arranca el sistema que firmó su fabricante",
  "A changed system can watch everything and show nothing of it.":
    "Un sistema modificado puede verlo todo sin mostrar nada.",
  "The bootloader is locked": "El cargador de arranque está bloqueado",
  "An open bootloader lets whoever holds the phone put another system on it.":
    "Un cargador abierto permite a quien tiene el teléfono poner otro sistema.",
  "The system is checked while it is read": "El sistema se comprueba mientras se lee",
  "Otherwise a change made after the start goes unnoticed.":
    "Si no, un cambio hecho tras el arranque pasa inadvertido.",
  "Unlocking the bootloader is not allowed": "No se permite desbloquear el cargador de arranque",
  "The permission is the first step of a change of the system.":
    "Ese permiso es el primer paso para cambiar el sistema.",
  "The system is a build for customers": "El sistema es una versión para clientes",
  "Builds for developers leave doors open that customers' builds close.":
    "Las versiones para desarrolladores dejan abiertas puertas que las de clientes cierran.",
  "The system is signed with its maker's secret keys":
    "El sistema está firmado con las claves secretas de su fabricante",
  "With keys that everybody has, anybody can make an app that the system takes for its own.":
    "Con claves que tiene todo el mundo, cualquiera puede hacer una app que el sistema tome por suya.",
  "A computer has to be allowed before it may debug": "Un ordenador necesita permiso antes de depurar",
  "Otherwise plugging the phone in somewhere hands it over.":
    "De lo contrario, conectar el teléfono en cualquier sitio es entregarlo.",
  "SELinux keeps apps and system apart": "SELinux mantiene separados las apps y el sistema",
  "It holds back an app that broke out of its own room.": "Frena a una app que se ha escapado de su espacio.",
  "The system partitions cannot be changed while the phone runs":
    "Las particiones del sistema no se pueden cambiar mientras el teléfono funciona",
  "A system that can be written to or overlaid can be changed by whoever gets root.":
    "Un sistema que admite escritura o superposición lo puede cambiar quien consiga root.",
  "No root tool is there": "No hay herramientas de root",
  "Root rights take away the borders between apps, for the owner and for everybody else.":
    "Los derechos de root borran los límites entre apps, para el dueño y para todos los demás.",
  "What the phone says about its start does not contradict itself":
    "Lo que el teléfono dice de su arranque no se contradice",
  "Answers that do not fit together are a sign of a system that hides something.":
    "Las respuestas que no encajan son señal de un sistema que oculta algo.",
  "Hardware vouches for the locked, verified start": "El hardware avala el arranque bloqueado y verificado",
  "What the system says of itself can be forged by a changed system; what the hardware signs cannot.":
    "Un sistema modificado puede falsear lo que dice de sí mismo; lo que firma el hardware, no.",
  "Data collection": "Recogida de datos",
  "Usage and diagnostics are not sent to Google": "El uso y los diagnósticos no se envían a Google",
  "They tell what is used, when and how.": "Dicen qué se usa, cuándo y cómo.",
  "Crash reports are sent only where somebody chose it":
    "Los informes de fallos solo se envían donde alguien lo eligió",
  "They hold what was in memory.": "Contienen lo que había en la memoria.",
  "Xiaomi's personalised advertising is off": "La publicidad personalizada de Xiaomi está desactivada",
  "It needs a picture of the owner.": "Necesita un retrato del dueño.",
  "The Mi account's system advertising is off": "La publicidad del sistema de la cuenta Mi está desactivada",
  "Advertising by the system needs to know the account.": "La publicidad del sistema necesita conocer la cuenta.",
  "Xiaomi's advertising identifier is not set": "El identificador publicitario de Xiaomi no está puesto",
  "It joins what different apps know.": "Une lo que saben distintas apps.",
  "None of Xiaomi's known collecting parts is active":
    "Ninguna de las partes recolectoras conocidas de Xiaomi está activa",
  "They report without being opened.": "Informan sin que nadie las abra.",
  "Diagnostic data is not sent to Xiaomi": "Los datos de diagnóstico no se envían a Xiaomi",
  "It tells what is used, when and how.": "Dicen qué se usa, cuándo y cómo.",
  "Xiaomi's quality service does not run": "El servicio de calidad de Xiaomi no funciona",
  "It reports how the phone is used.": "Informa de cómo se usa el teléfono.",
  "The User Experience Program is off": "El programa de experiencia de usuario está desactivado",
  "It collects how the phone is used.": "Recoge cómo se usa el teléfono.",
  "Shared photos do not tell where they were taken": "Las fotos compartidas no dicen dónde se hicieron",
  "A picture of a flat can hold its address.": "La foto de una casa puede llevar su dirección.",
  "Region and build of the system agree": "La región y la versión del sistema concuerdan",
  "The region decides which of the maker's rules and servers apply.":
    "La región decide qué reglas y servidores del fabricante se aplican.",
  "No added app carries trackers": "Ninguna app añadida lleva rastreadores",
  "Their makers learn who uses the app, and when.": "Quienes los hacen saben quién usa la app y cuándo.",
  "Location is off": "La ubicación está desactivada",
  "For people to whom their place is a danger.": "Para personas a las que su ubicación pone en peligro.",
  "Google's advertising identifier is deleted": "El identificador publicitario de Google está eliminado",
  "In Settings › Google › Ads, was the advertising ID deleted?":
    "En Ajustes › Google › Anuncios, ¿se eliminó el ID de publicidad?",
  "In the records of traffic, nothing went to trackers before a choice":
    "En las grabaciones de tráfico, nada fue a rastreadores antes de una elección",
  "Consent that is asked for afterwards is none.": "Un consentimiento que se pide después no lo es.",
  "In the records of traffic, no server stood where the law of the region gives no assurance":
    "En las grabaciones de tráfico, ningún servidor estaba donde la ley de la región no da garantías",
  "Data that leaves leaves its protection behind, too.": "Los datos que salen dejan atrás también su protección.",
  "The maker tells which data it collects, for what, and for how long":
    "El fabricante dice qué datos recoge, para qué y durante cuánto tiempo",
  "A choice needs knowledge.": "Para elegir hay que saber.",
  "Have you read the maker's privacy notice for this phone, and does it name kinds of data, purposes and times?":
    "¿Has leído el aviso de privacidad del fabricante para este teléfono, y nombra tipos de datos, fines y plazos?",
  "Consent to the maker's programmes was asked for and can be refused":
    "Se pidió consentimiento para los programas del fabricante y se puede negar",
  "Consent that cannot be refused is none.": "Un consentimiento que no se puede negar no lo es.",
  "When the phone was set up, could every programme for data be refused without losing the phone's use?":
    "Al configurar el teléfono, ¿se pudo rechazar cada programa de datos sin perder el uso del teléfono?",
  "Device settings and debugging": "Ajustes del dispositivo y depuración",
  "The developer options are off when nobody needs them":
    "Las opciones de desarrollador están desactivadas cuando nadie las necesita",
  "They open doors that no owner uses every day.": "Abren puertas que ningún dueño usa a diario.",
  "Did you switch the developer options off after this examination?":
    "¿Desactivaste las opciones de desarrollador después de este análisis?",
  "USB debugging is off when nobody needs it": "La depuración USB está desactivada cuando nadie la necesita",
  "Whoever holds the unlocked phone can install apps and read data over a cable.":
    "Quien tiene el teléfono desbloqueado puede instalar apps y leer datos con un cable.",
  "Did you switch USB debugging off after this examination?":
    "¿Desactivaste la depuración USB después de este análisis?",
  "Wireless debugging is off": "La depuración inalámbrica está desactivada",
  "It opens the same door to the network.": "Abre la misma puerta a la red.",
  "No network port of ADB is open": "Ningún puerto de red de ADB está abierto",
  "Everybody in the same network can knock at it.": "Cualquiera en la misma red puede llamar a él.",
  "Unused authorisations of computers expire": "Las autorizaciones de ordenadores que no se usan caducan",
  "A computer that was allowed once should not be allowed for ever.":
    "Un ordenador al que se permitió una vez no debería tener permiso para siempre.",
  "No computer is left that may debug": "No queda ningún ordenador que pueda depurar",
  "Each one on the list gets in without asking again.": "Cada uno de la lista entra sin volver a preguntar.",
  "Did you revoke the authorisations for USB debugging after this examination?":
    "¿Revocaste las autorizaciones de depuración USB después de este análisis?",
  "Apps cannot be installed over USB": "No se pueden instalar apps por USB",
  "A minute with the unlocked phone and a cable is enough otherwise.":
    "De lo contrario basta un minuto con el teléfono desbloqueado y un cable.",
  "Xiaomi's security debugging is off": "La depuración de seguridad de Xiaomi está desactivada",
  "It lets a computer press keys and grant permissions.": "Deja que un ordenador pulse teclas y conceda permisos.",
  "MIUI's own checks are on": "Las comprobaciones propias de MIUI están activadas",
  "Switching MIUI optimisation off takes away checks of permissions.":
    "Desactivar la optimización de MIUI quita comprobaciones de permisos.",
  "The phone is no network card for a computer": "El teléfono no es tarjeta de red de un ordenador",
  "What it is plugged into then goes online through it.":
    "Aquello a lo que está conectado navega entonces a través de él.",
  "Touches through another app's window are blocked": "Se bloquean los toques a través de la ventana de otra app",
  "Otherwise a window that cannot be seen borrows the owner's finger.":
    "Si no, una ventana que no se ve toma prestado el dedo del dueño.",
  "A lost phone can be locked and wiped from afar": "Un teléfono perdido se puede bloquear y borrar a distancia",
  "It is the only thing left to do when the phone is gone.":
    "Es lo único que queda por hacer cuando el teléfono ya no está.",
  "Advanced Protection is on": "La protección avanzada está activada",
  "It closes several doors at once for people who are targeted.":
    "Cierra varias puertas a la vez para personas que son objetivo de alguien.",
  "A cable only charges until the owner says otherwise": "Un cable solo carga hasta que el dueño diga otra cosa",
  "A socket that is a computer should get nothing but current to give.":
    "Una toma que en realidad es un ordenador no debería recibir más que dar corriente.",
  "When the phone is plugged into a computer, does it start with “charging only”?":
    "Al conectar el teléfono a un ordenador, ¿empieza en «solo cargar»?",
  "Date and time come from the network": "La fecha y la hora vienen de la red",
  "A wrong clock makes old certificates valid again.":
    "Un reloj equivocado vuelve a dar validez a certificados antiguos.",
  "In Settings › Date and time, are date and time set automatically?":
    "En Ajustes › Fecha y hora, ¿se ponen la fecha y la hora automáticamente?",
  "No app replaces the phone's position": "Ninguna app sustituye la posición del teléfono",
  "Somebody who chooses the position chooses what is shown and logged.":
    "Quien elige la posición elige lo que se muestra y se registra.",
  "In the developer options, is no app chosen for mock locations?":
    "En las opciones de desarrollador, ¿no hay ninguna app elegida para ubicaciones simuladas?",
  "What was chosen for this phone still holds": "Lo que se eligió para este teléfono sigue en pie",
  "Updates and apps take settings back without a word.":
    "Las actualizaciones y las apps deshacen ajustes sin decir nada.",
  "An app lock stands before private apps": "Un bloqueo protege las apps privadas",
  "A phone that is handed over unlocked shows less.": "Un teléfono que se entrega desbloqueado muestra menos.",
  "Xiaomi's privacy password is set": "La contraseña de privacidad de Xiaomi está puesta",
  "It stands before the phone's own hiding places.": "Protege los escondites propios del teléfono.",
  "A backup exists": "Existe una copia de seguridad",
  "What is only on the phone is gone with it.": "Lo que solo está en el teléfono se pierde con él.",
  "No backup leaves the phone for somebody else's servers":
    "Ninguna copia de seguridad sale del teléfono hacia servidores ajenos",
  "Who keeps the backup can read it, or be made to hand it over, unless only the owner has the key.":
    "Quien guarda la copia puede leerla, o verse obligado a entregarla, salvo que solo el dueño tenga la clave.",
  "A backup to the maker's cloud is on": "La copia de seguridad en la nube del fabricante está activada",
  "For phones whose data an organisation wants back after a loss.":
    "Para teléfonos cuyos datos una organización quiere recuperar tras una pérdida.",
  "Encryption of what is stored": "Cifrado de lo almacenado",
  "What is stored on the phone is encrypted": "Lo que se guarda en el teléfono está cifrado",
  "Without it, whoever finds or takes the phone reads everything on it.":
    "Sin ello, quien encuentre o se lleve el teléfono lo lee todo.",
  "Files are encrypted one by one, with keys per user": "Los archivos se cifran uno a uno, con claves por usuario",
  "Only then is what belongs to a locked user closed while the phone runs.":
    "Solo así queda cerrado lo de un usuario bloqueado mientras el teléfono funciona.",
  "The key needs the PIN, pattern or password": "La clave necesita el PIN, el patrón o la contraseña",
  "A key that opens without the owner protects a stolen phone from nobody.":
    "Una clave que abre sin el dueño no protege a nadie de un robo.",
  "Details about files are encrypted too": "Los detalles de los archivos también están cifrados",
  "Names, sizes and times of files tell much about a person.":
    "Nombres, tamaños y horas de los archivos dicen mucho de una persona.",
  "Keys are kept by hardware that the system cannot read":
    "Las claves las guarda un hardware que el sistema no puede leer",
  "Keys in software can be copied by whoever takes over the system.":
    "Las claves en software las puede copiar quien tome el control del sistema.",
  "Does the maker's documentation for this model, or an attestation that you verified, say that keys are kept in hardware?":
    "¿Dice la documentación del fabricante de este modelo, o una atestación que verificaste, que las claves se guardan en hardware?",
  "There is no unencrypted memory card": "No hay una tarjeta de memoria sin cifrar",
  "A card can be read in any other device.": "Una tarjeta se puede leer en cualquier otro aparato.",
  "Is there no memory card in the phone, or was it formatted as encrypted internal storage?":
    "¿No hay tarjeta de memoria en el teléfono, o se formateó como almacenamiento interno cifrado?",
  "Lock screen": "Pantalla de bloqueo",
  "A PIN, pattern or password is set": "Hay un PIN, un patrón o una contraseña",
  "Everything else rests on it, the encryption too.": "Todo lo demás descansa en ello, también el cifrado.",
  "The lock screen is not switched off": "La pantalla de bloqueo no está desactivada",
  "A phone without it opens to whoever wakes it.": "Un teléfono sin ella se abre a quien lo enciende.",
  "The screen lock is a PIN or a password": "El bloqueo de pantalla es un PIN o una contraseña",
  "Patterns are few and leave traces on the glass.": "Los patrones son pocos y dejan huellas en el cristal.",
  "Nothing keeps the phone unlocked": "Nada mantiene el teléfono desbloqueado",
  "A place, a watch or a voice that keeps it open can be where somebody else is.":
    "Un lugar, un reloj o una voz que lo mantienen abierto pueden estar donde hay otra persona.",
  "The lock screen does not show what notifications say":
    "La pantalla de bloqueo no muestra lo que dicen las notificaciones",
  "Codes for logging in and messages can be read without unlocking.":
    "Los códigos de acceso y los mensajes se pueden leer sin desbloquear.",
  "The locked phone offers neither wallet nor device controls":
    "El teléfono bloqueado no ofrece ni cartera ni control de dispositivos",
  "They pay and open doors without the owner.": "Pagan y abren puertas sin el dueño.",
  "Users cannot be added from the lock screen": "No se pueden añadir usuarios desde la pantalla de bloqueo",
  "Who holds the locked phone should not get a place of their own on it.":
    "Quien tiene el teléfono bloqueado no debería conseguir en él un sitio propio.",
  "The screen goes off after one minute at most": "La pantalla se apaga al cabo de un minuto como mucho",
  "A phone laid down stays open as long as its screen is on.":
    "Un teléfono que se deja está abierto mientras su pantalla esté encendida.",
  "In Settings › Display, is the time until the screen goes off one minute or less?":
    "En Ajustes › Pantalla, ¿el tiempo hasta que se apaga la pantalla es de un minuto o menos?",
  "The phone locks as soon as its screen is off": "El teléfono se bloquea en cuanto se apaga la pantalla",
  "A delay is time for whoever takes it out of a hand.": "Una demora es tiempo para quien lo arranca de la mano.",
  "Does the phone lock within five seconds after its screen goes off, and at once by the power key?":
    "¿Se bloquea el teléfono antes de cinco segundos tras apagarse la pantalla, y al momento con la tecla de encendido?",
  "The PIN or password has at least six characters": "El PIN o la contraseña tiene al menos seis caracteres",
  "Four digits are guessed by machines that try them.": "Las máquinas adivinan cuatro cifras probándolas.",
  "Has the PIN or password at least six characters, and is it not a row such as 123456?":
    "¿Tiene el PIN o la contraseña al menos seis caracteres y no es una serie como 123456?",
  "Fingerprint or face is of the strong class, or not used": "La huella o la cara son de la clase fuerte, o no se usan",
  "A weak one opens to a photograph or a likeness.": "Una débil se abre con una fotografía o con un parecido.",
  "Do you unlock without a face or fingerprint, or does the maker say that the sensor is of class 3 (strong)?":
    "¿Desbloqueas sin cara ni huella, o dice el fabricante que el sensor es de clase 3 (fuerte)?",
  "Passwords are not shown while they are typed": "Las contraseñas no se muestran mientras se escriben",
  "Somebody beside you, or a recording of the screen, reads along.":
    "Alguien a tu lado, o una grabación de la pantalla, las lee también.",
  "In Settings › Security & privacy, is “show passwords” off?":
    "En Ajustes › Seguridad y privacidad, ¿está desactivado «mostrar contraseñas»?",
  "A pattern is not drawn visibly, or none is used": "El patrón no se dibuja a la vista, o no se usa ninguno",
  "The line on the screen shows it to whoever looks on.": "La línea en la pantalla se lo enseña a quien mira.",
  "Is no pattern used to unlock, or is “make pattern visible” off?":
    "¿No se usa patrón para desbloquear, o está desactivado «hacer visible el patrón»?",
  "Leaving a pinned app asks for the PIN": "Salir de una app fijada pide el PIN",
  "A phone lent out with one app pinned should stay in it.":
    "Un teléfono prestado con una app fijada debería quedarse en ella.",
  "Is app pinning off, or does it ask for the PIN before unpinning?":
    "¿Está desactivada la fijación de apps, o pide el PIN antes de soltarla?",
  "The SIM asks for its own PIN": "La SIM pide su propio PIN",
  "A SIM in another phone receives the codes that open accounts.":
    "Una SIM en otro teléfono recibe los códigos que abren cuentas.",
  "Does the phone ask for a SIM PIN after it is switched on, or is there no SIM that can be taken out?":
    "¿Pide el teléfono un PIN de la SIM al encenderse, o no hay una SIM que se pueda sacar?",
  "Wrong tries have an end": "Los intentos fallidos tienen un final",
  "Without it, whoever has the phone tries until it opens.":
    "Sin él, quien tiene el teléfono prueba hasta que se abre.",
  "Is the phone set to erase itself, or is it managed to do so, after ten wrong tries?":
    "¿Está el teléfono configurado, por ti o por quien lo gestiona, para borrarse tras diez intentos fallidos?",
  Network: "Red",
  "Private DNS is not switched off": "El DNS privado no está desactivado",
  "Without it, everybody on the way sees which names are asked for.":
    "Sin él, todos en el camino ven por qué nombres se pregunta.",
  "No proxy stands before everything": "Ningún proxy se interpone ante todo",
  "It sees, and can change, what passes.": "Ve, y puede cambiar, lo que pasa.",
  "The hosts file sends no name elsewhere": "El archivo hosts no desvía ningún nombre",
  "A name that is sent elsewhere leads to a false server.": "Un nombre desviado lleva a un servidor falso.",
  "No certificate authority was added": "No se añadió ninguna autoridad de certificación",
  "Who has one can read encrypted traffic of apps that trust it.":
    "Quien la tiene puede leer el tráfico cifrado de las apps que confían en ella.",
  "No added app may act as a VPN": "Ninguna app añadida puede actuar como VPN",
  "A VPN sees all traffic.": "Una VPN ve todo el tráfico.",
  "No VPN was connected that is not expected": "No se conectó ninguna VPN inesperada",
  "An always-on VPN is set": "Hay una VPN siempre activa",
  "All traffic of a company's phone goes through the company's own way.":
    "Todo el tráfico de un teléfono de empresa va por la vía propia de la empresa.",
  "Nothing passes beside the always-on VPN": "Nada pasa al margen de la VPN siempre activa",
  "A gap of a second tells the network what was to be hidden.":
    "Un hueco de un segundo le cuenta a la red lo que debía quedar oculto.",
  "The test for sign-in pages is as the phone came": "La prueba de páginas de acceso es la de fábrica",
  "Whoever changes it learns when and where the phone goes online.":
    "Quien la cambia sabe cuándo y dónde se conecta el teléfono.",
  "The phone looks for no Wi-Fi while Wi-Fi is off": "El teléfono no busca Wi-Fi mientras el Wi-Fi está apagado",
  "Looking tells others that the phone is there.": "Buscar les dice a otros que el teléfono está ahí.",
  "The phone looks for no Bluetooth while Bluetooth is off":
    "El teléfono no busca Bluetooth mientras el Bluetooth está apagado",
  "The rules of added apps demand encrypted connections": "Las reglas de las apps añadidas exigen conexiones cifradas",
  "What is sent openly can be read and changed on the way.":
    "Lo que se envía en claro se puede leer y cambiar por el camino.",
  "No open Wi-Fi network is remembered": "No se recuerda ninguna red Wi-Fi abierta",
  "Anybody can give a network of that name, and the phone joins it.":
    "Cualquiera puede crear una red con ese nombre, y el teléfono se une a ella.",
  "In the list of saved Wi-Fi networks, has every one a password?":
    "En la lista de redes Wi-Fi guardadas, ¿tienen todas contraseña?",
  "2G is off where the phone allows it": "La red 2G está desactivada donde el teléfono lo permite",
  "Calls and messages over 2G can be listened to with cheap equipment.":
    "Las llamadas y los mensajes por 2G se pueden escuchar con equipos baratos.",
  "In the settings of the SIM, is “allow 2G” off, or is 2G blocked by the network?":
    "En los ajustes de la SIM, ¿está desactivado «permitir 2G», o bloquea 2G la red?",
  "The phone's own hotspot asks for a password": "El punto de acceso del teléfono pide contraseña",
  "Otherwise everybody nearby goes online in the owner's name.":
    "Si no, todos los que están cerca navegan en nombre del dueño.",
  "Is the hotspot off, or does it ask for a password with WPA2 or WPA3?":
    "¿Está apagado el punto de acceso, o pide contraseña con WPA2 o WPA3?",
  "No joining of networks by the phone's own choice": "El teléfono no se une a redes por decisión propia",
  "A network that the phone chooses is one that the owner did not.":
    "Una red que elige el teléfono no la eligió el dueño.",
  "In the Wi-Fi settings, is joining public networks automatically off?":
    "En los ajustes de Wi-Fi, ¿está desactivada la conexión automática a redes públicas?",
  "In the records of traffic, everything was encrypted": "En las grabaciones de tráfico, todo estaba cifrado",
  "A rule is a promise; traffic shows whether it is kept.":
    "Una regla es una promesa; el tráfico muestra si se cumple.",
  Permissions: "Permisos",
  "No added app follows where the phone is at all times":
    "Ninguna app añadida sigue en todo momento dónde está el teléfono",
  "Places over time tell home, work, friends and doctors.":
    "Con el tiempo, los lugares revelan casa, trabajo, amistades y médicos.",
  "No added app learns where the phone is": "Ninguna app añadida sabe dónde está el teléfono",
  "A place is more than most apps need.": "Un lugar es más de lo que necesita la mayoría.",
  "No added app uses the camera": "Ninguna app añadida usa la cámara",
  "Who needs no picture needs no camera.": "Quien no necesita imágenes no necesita cámara.",
  "No added app uses the microphone": "Ninguna app añadida usa el micrófono",
  "Who needs no sound needs no microphone.": "Quien no necesita sonido no necesita micrófono.",
  "No added app reads the address book": "Ninguna app añadida lee la agenda de contactos",
  "It is other people's data, too.": "También son datos de otras personas.",
  "No added app reads the calendar": "Ninguna app añadida lee el calendario",
  "It tells where somebody will be, and with whom.": "Dice dónde estará alguien y con quién.",
  "No added app reads the list of calls": "Ninguna app añadida lee el registro de llamadas",
  "It tells who speaks with whom.": "Dice quién habla con quién.",
  "No added app reads or sends text messages": "Ninguna app añadida lee o envía SMS",
  "Codes for logging in come as messages.": "Los códigos de acceso llegan por mensaje.",
  "No added app makes calls or reads the phone number": "Ninguna app añadida hace llamadas o lee el número de teléfono",
  "The number is a name that lasts for years.": "El número es un nombre que dura años.",
  "No added app reads all photos": "Ninguna app añadida lee todas las fotos",
  "Pictures tell faces, places and papers.": "Las imágenes muestran caras, lugares y documentos.",
  "No added app reads health and movement data": "Ninguna app añadida lee datos de salud y movimiento",
  "It is data of a special kind.": "Son datos de una categoría especial.",
  "No added app looks for devices nearby": "Ninguna app añadida busca dispositivos cercanos",
  "What is nearby tells where one is.": "Lo que hay cerca dice dónde se está.",
  "The user can take back every permission": "El usuario puede retirar cada permiso",
  "A permission that a manager fixed is out of the user's hands.":
    "Un permiso que fijó un administrador no está en manos del usuario.",
  "Pre-installed apps": "Apps preinstaladas",
  "Facebook's services are not pre-installed": "Los servicios de Facebook no vienen preinstalados",
  "They hold rights that an installed app does not get.": "Tienen derechos que una app instalada no obtiene.",
  "No listed data collector is pre-installed": "No viene preinstalado ningún recolector de datos de la lista",
  "It was chosen by the maker, not by the owner.": "Lo eligió el fabricante, no el dueño.",
  "Nothing removable is left of what came with the phone": "No queda nada prescindible de lo que venía con el teléfono",
  "What is not there cannot collect and needs no fixes.": "Lo que no está no puede recoger nada ni necesita arreglos.",
  "Apps that came with the phone can be removed or disabled for the owner":
    "El dueño puede quitar o desactivar las apps que venían con el teléfono",
  "What can be removed is a choice.": "Lo que se puede quitar es una elección.",
  "Could you remove or disable each app that you did not want, without losing the phone's own functions?":
    "¿Pudiste quitar o desactivar cada app que no querías sin perder funciones propias del teléfono?",
  "Promises of the maker": "Promesas del fabricante",
  "A certificate for this model and version is in the register of the body that gave it":
    "Hay un certificado de este modelo y versión en el registro del organismo que lo concedió",
  "A certificate is for one model and one version, and ends.":
    "Un certificado es de un modelo y una versión, y caduca.",
  "Did you find this model and version in the public register of a certification body, and is the entry still valid?":
    "¿Encontraste este modelo y versión en el registro público de un organismo de certificación, y sigue vigente la entrada?",
  "The maker names the countries in which it stores data of owners of this region":
    "El fabricante nombra los países en los que guarda los datos de los dueños de esta región",
  "A promise of regional storage needs a place.": "Una promesa de almacenamiento regional necesita un lugar.",
  "Does the maker's privacy notice name the countries in which data of your region is stored?":
    "¿Nombra el aviso de privacidad del fabricante los países en los que se guardan los datos de tu región?",
  "A request for one's data was answered completely and in time":
    "Una solicitud de los propios datos se respondió por completo y a tiempo",
  "What a maker holds, only the maker can tell, and must.":
    "Lo que guarda un fabricante solo puede decirlo él, y tiene que hacerlo.",
  "Did you ask the maker for your data, and was the answer complete and within a month?":
    "¿Pediste tus datos al fabricante, y fue la respuesta completa y en menos de un mes?",
  "The maker publishes how holes can be reported, and what was mended":
    "El fabricante publica cómo avisar de fallos y qué arregló",
  "Transparency can be checked.": "La transparencia se puede comprobar.",
  "Does the maker publish an address for reports of vulnerabilities and bulletins of its fixes?":
    "¿Publica el fabricante una dirección para avisar de vulnerabilidades y boletines de sus arreglos?",
  "Permissions of the apps that came with the phone can be withdrawn":
    "Se pueden retirar los permisos de las apps que venían con el teléfono",
  "A permission that cannot be taken back was not asked for.": "Un permiso que no se puede retirar no se pidió.",
  "Could you withdraw each permission of the maker's own apps that you did not want, without losing the phone's own functions?":
    "¿Pudiste retirar cada permiso de las apps del fabricante que no querías, sin perder funciones propias del teléfono?",
  "In the records of traffic, everything that went to the maker was encrypted":
    "En las grabaciones de tráfico, todo lo que fue al fabricante estaba cifrado",
  "In the records of traffic, the maker's servers stood inside the region":
    "En las grabaciones de tráfico, los servidores del fabricante estaban dentro de la región",
  "Where a server stands is the first thing that a promise of regional storage can be held against.":
    "Dónde está un servidor es lo primero con lo que se puede contrastar una promesa de almacenamiento regional.",
  "In the records of traffic, nothing went to the maker's own trackers without a choice":
    "En las grabaciones de tráfico, nada fue a los rastreadores del fabricante sin una elección",
  "The features for privacy that the maker names are on this model and work":
    "Las funciones de privacidad que nombra el fabricante están en este modelo y funcionan",
  "A feature of another model, or one that cannot be found, protects nobody.":
    "Una función de otro modelo, o que no se encuentra, no protege a nadie.",
  "Did you find and try on this phone each feature for privacy that the maker names for this model?":
    "¿Encontraste y probaste en este teléfono cada función de privacidad que el fabricante nombra para este modelo?",
  "Special access": "Acceso especial",
  "No added app has accessibility access": "Ninguna app añadida tiene acceso de accesibilidad",
  "It reads what is on the screen and can press for the owner.":
    "Lee lo que hay en la pantalla y puede pulsar en lugar del dueño.",
  "No added app reads all notifications": "Ninguna app añadida lee todas las notificaciones",
  "Messages and codes pass through it.": "Por ella pasan mensajes y códigos.",
  "No added app draws over other apps": "Ninguna app añadida dibuja sobre otras",
  "It can lay a false window over a real one.": "Puede poner una ventana falsa sobre una verdadera.",
  "No added app sees which apps are used": "Ninguna app añadida ve qué apps se usan",
  "What somebody uses, and when, is a picture of a life.": "Lo que alguien usa, y cuándo, es el retrato de una vida.",
  "No added app reads and changes all files": "Ninguna app añadida lee y cambia todos los archivos",
  "Photos, downloads and documents lie open to it.": "Fotos, descargas y documentos quedan a su alcance.",
  "No added app changes system settings": "Ninguna app añadida cambia ajustes del sistema",
  "Settings hold much of what protects the phone.": "En los ajustes está gran parte de lo que protege el teléfono.",
  "No added app records the screen without asking again":
    "Ninguna app añadida graba la pantalla sin volver a preguntar",
  "It sees passwords, messages and pictures.": "Ve contraseñas, mensajes e imágenes.",
  "No added app is a device administrator": "Ninguna app añadida es administradora del dispositivo",
  "It can lock the phone and keep itself from being removed.": "Puede bloquear el teléfono e impedir que la quiten.",
  "No app owns the phone or a profile": "Ninguna app es propietaria del teléfono o de un perfil",
  "Its owner decides over everything; on a private phone nobody should.":
    "El propietario lo decide todo; en un teléfono privado no debería haberlo.",
  "The phone is managed by an organisation": "El teléfono lo gestiona una organización",
  "An organisation that answers for the data needs a way to set and enforce rules.":
    "Una organización que responde de los datos necesita poder fijar reglas y hacerlas cumplir.",
  "No added app fills in passwords": "Ninguna app añadida rellena contraseñas",
  "It has to know all of them.": "Tiene que conocerlas todas.",
  "No added app serves as keyboard": "Ninguna app añadida sirve de teclado",
  "It sees everything that is typed.": "Ve todo lo que se escribe.",
  "No added app handles text messages": "Ninguna app añadida se encarga de los SMS",
  "It reads and hides codes and messages.": "Lee y oculta códigos y mensajes.",
  "No added app handles phone calls": "Ninguna app añadida se encarga de las llamadas",
  "It knows who called whom, and can redirect.": "Sabe quién llamó a quién y puede desviar.",
  "No added app screens or redirects calls": "Ninguna app añadida filtra o desvía llamadas",
  "Calls pass through it first.": "Las llamadas pasan primero por ella.",
  "The home screen came with the phone": "La pantalla de inicio venía con el teléfono",
  "It decides which apps are shown.": "Decide qué apps se muestran.",
  "The browser came with the phone": "El navegador venía con el teléfono",
  "It sees every page.": "Ve cada página.",
  "The assistant came with the phone": "El asistente venía con el teléfono",
  "It hears, and may see the screen.": "Oye, y puede ver la pantalla.",
  "No added app is exempt from battery saving": "Ninguna app añadida está exenta del ahorro de batería",
  "What runs all the time can watch all the time.": "Lo que funciona todo el tiempo puede vigilar todo el tiempo.",
  "No added app starts by itself": "Ninguna app añadida arranca por su cuenta",
  "It runs without having been opened.": "Se ejecuta sin que nadie la abra.",
  "No added app opens windows over the lock screen": "Ninguna app añadida abre ventanas sobre la pantalla de bloqueo",
  "It can show a false lock screen.": "Puede mostrar una pantalla de bloqueo falsa.",
  "No added app is pinned against being stopped": "Ninguna app añadida está fijada para que no se pueda detener",
  "It cannot be ended where it is pinned.": "No se puede terminar donde está fijada.",
  "Stalkerware and spyware": "Stalkerware y software espía",
  "No listed stalkerware is installed": "No está instalado ningún stalkerware de la lista",
  "It sends messages, places and calls to somebody who had the phone in hand.":
    "Envía mensajes, lugares y llamadas a alguien que tuvo el teléfono en la mano.",
  "No trace of documented spyware was found": "No se encontró rastro de software espía documentado",
  "Traces of tools that states buy were published by those who found them.":
    "Los rastros de herramientas que compran los Estados los publicaron quienes los encontraron.",
  "No file of an installed app is known as harmful": "Ningún archivo de una app instalada consta como dañino",
  "Somebody already looked into the same file.": "Alguien analizó ya ese mismo archivo.",
  "No added app is built the way harmful apps are": "Ninguna app añadida está hecha como las dañinas",
  "New harmful apps are in no list yet, and are built like the old ones.":
    "Las nuevas apps dañinas aún no están en ninguna lista, y están hechas como las antiguas.",
  "No app holds the set of powers that watching takes": "Ninguna app reúne los poderes que hacen falta para vigilar",
  "Each power may have a reason; together, in an app from outside the stores, they are what watching takes.":
    "Cada poder puede tener un motivo; juntos, en una app de fuera de las tiendas, son lo que hace falta para vigilar.",
  "Every added app can be seen": "Todas las apps añadidas se pueden ver",
  "An app without an icon is one that is not meant to be found.":
    "Una app sin icono es una que no quiere ser encontrada.",
  "No listed app was removed shortly before": "Ninguna app de la lista se quitó hace poco",
  "What was removed in the last days may have been there to watch.":
    "Lo que se quitó en los últimos días pudo estar ahí para vigilar.",
  Updates: "Actualizaciones",
  "Android's security fixes are recent": "Los arreglos de seguridad de Android son recientes",
  "Holes are published with their fixes; a phone without the fixes has the holes.":
    "Los fallos se publican con sus arreglos; un teléfono sin los arreglos tiene los fallos.",
  "The fixes for chips and drivers are recent": "Los arreglos de chips y controladores son recientes",
  "Drivers have the highest rights and their own holes.":
    "Los controladores tienen los derechos más altos y sus propios fallos.",
  "The Google Play system update is recent": "La actualización del sistema de Google Play es reciente",
  "Parts of Android are mended this way and no other.":
    "Hay partes de Android que se arreglan así y de ningún otro modo.",
  "The Google Play services are recent": "Los servicios de Google Play son recientes",
  "They hold much of what protects apps and accounts.": "Contienen mucho de lo que protege apps y cuentas.",
  "The WebView is recent": "WebView es reciente",
  "It shows web pages within other apps, and what is in a web page is outside text.":
    "Muestra páginas web dentro de otras apps, y lo que hay en una página web viene de fuera.",
  "This version of Android still gets fixes": "Esta versión de Android aún recibe arreglos",
  "After that, holes stay open for good.": "Después, los fallos quedan abiertos para siempre.",
  "Automatic system updates are not switched off": "Las actualizaciones automáticas del sistema no están desactivadas",
  "Fixes that wait for somebody to think of them come late.":
    "Los arreglos que esperan a que alguien se acuerde llegan tarde.",
  "The apps that bring updates are switched on": "Las apps que traen actualizaciones están activadas",
  "Without them no fix arrives, and nobody is told.": "Sin ellas no llega ningún arreglo, y nadie se entera.",
  "The maker says until when this model gets fixes, and the day lies ahead":
    "El fabricante dice hasta cuándo recibe arreglos este modelo, y ese día no ha llegado",
  "A promise with a date can be checked; one without cannot.":
    "Una promesa con fecha se puede comprobar; una sin ella, no.",
  "Does the maker publish an end date of security updates for this model, and is it in the future?":
    "¿Publica el fabricante una fecha de fin de las actualizaciones de seguridad de este modelo, y está en el futuro?",
  "No hole that is known to be exploited stands open": "No queda abierto ningún fallo que se sepa explotado",
  "Somebody already uses it.": "Alguien lo usa ya.",
  "No published fix is missing": "No falta ningún arreglo publicado",
  "Each fix that is missing is a hole that everybody can read about.":
    "Cada arreglo que falta es un fallo del que todos pueden leer.",
  "The kernel gets its fixes": "El núcleo recibe sus arreglos",
  "The kernel is beneath every border between apps.": "El núcleo está por debajo de todas las fronteras entre apps.",
  "The newest build for this model is installed": "Está instalada la versión más nueva para este modelo",
  "What the maker has mended already should be on the phone.":
    "Lo que el fabricante ya arregló debería estar en el teléfono.",
  "The maker still brings out builds for this model": "El fabricante aún publica versiones para este modelo",
  "After the last one, holes stay open for good.": "Después de la última, los fallos quedan abiertos para siempre.",
  "Users and profiles": "Usuarios y perfiles",
  "There is no guest user": "No hay usuario invitado",
  "A guest's apps run beside the owner's.": "Las apps de un invitado funcionan junto a las del dueño.",
  "There is no other user": "No hay otro usuario",
  "Somebody else's place on the phone is out of the owner's sight.":
    "El sitio de otra persona en el teléfono queda fuera de la vista del dueño.",
  "There is no private space": "No hay espacio privado",
  "A company cannot answer for what it cannot see.": "Una empresa no puede responder de lo que no ve.",
  "There is no second space": "No hay segundo espacio",
  "A second phone within the phone is out of sight.":
    "Un segundo teléfono dentro del teléfono queda fuera de la vista.",
  "There are no second copies of apps": "No hay segundas copias de apps",
  "A second copy runs in a place of its own.": "Una segunda copia funciona en un sitio propio.",
  "There is no work profile": "No hay perfil de trabajo",
  "On a private phone, somebody who manages a profile is a guest who has to be known.":
    "En un teléfono privado, quien gestiona un perfil es un invitado al que hay que conocer.",
  "Work is kept in a profile of its own, or the whole phone is managed":
    "El trabajo está en un perfil propio, o se gestiona todo el teléfono",
  "Private apps then see nothing of work.": "Así las apps privadas no ven nada del trabajo.",
  "It rests on what the phone says of itself over ADB, without root: a changed system can say what it likes unless hardware vouches for it.":
    "Se apoya en lo que el teléfono dice de sí mismo por ADB, sin root: un sistema modificado puede decir lo que quiera, salvo que el hardware lo avale.",
  "It is one look at one time. What happened before and what happens afterwards is not in it.":
    "Es una mirada en un momento. Lo que pasó antes y lo que pase después no está en ella.",
  "What neither a check nor a person's answer could decide is not determinable, and never counted as satisfied.":
    "Lo que no pudo decidir ni una comprobación ni la respuesta de una persona no se puede determinar, y nunca cuenta como cumplido.",
  "Company phone": "Teléfono de empresa",
  "Whoever answers for the phones of an organisation.": "Quien responde de los teléfonos de una organización.",
  "One phone with an organisation's data on it, managed as a whole or by a work profile.":
    "Un teléfono con datos de una organización, gestionado por completo o mediante un perfil de trabajo.",
  "Rules that only a management server can set and report are asked of a person.":
    "Las reglas que solo un servidor de gestión puede fijar e informar se preguntan a una persona.",
  "It does not replace the organisation's own rules, nor an audit by them.":
    "No sustituye las reglas propias de la organización ni una auditoría según ellas.",
  Owner: "Dueño",
  "Somebody who wants to know how their own phone stands.": "Alguien que quiere saber cómo está su propio teléfono.",
  "One privately owned phone in everyday use: encryption, start, lock screen, updates, apps, special access, network and collection.":
    "Un teléfono privado de uso diario: cifrado, arranque, pantalla de bloqueo, actualizaciones, apps, acceso especial, red y recogida de datos.",
  "Person at risk": "Persona en riesgo",
  "Journalists, activists, lawyers, and people who live with or have left somebody who controls them; and whoever helps them.":
    "Periodistas, activistas, abogados y personas que viven con alguien que las controla o que lo han dejado; y quienes las ayudan.",
  "One privately owned phone that somebody may want to watch, take or break into. Stricter than the profile “owner”.":
    "Un teléfono privado que alguien puede querer vigilar, quitar o forzar. Más estricto que el perfil «Dueño».",
  "Spyware that leaves no listed trace is not found. Where the danger is great, ask an organisation that helps people at risk.":
    "No se encuentra el software espía que no deja rastros conocidos. Si el peligro es grande, acude a una organización que ayude a personas en riesgo.",
  "Before anything is changed: whoever watches may notice, and evidence may be lost.":
    "Antes de cambiar nada: quien vigila puede darse cuenta, y se pueden perder pruebas.",
  "Claims of the maker": "Afirmaciones del fabricante",
  "Owners, testers of products, and authorities who want to know which promises of a phone's maker can be verified.":
    "Dueños, probadores de productos y autoridades que quieren saber qué promesas del fabricante de un teléfono se pueden verificar.",
  "Each promise with the controls that would show it: verified, contradicted, or not determinable.":
    "Cada promesa con los controles que la mostrarían: verificada, desmentida o no determinable.",
  "“Verified” means that all controls named for a promise were satisfied, and no more than that. “Contradicted” means that one was not, on this phone as it is set now: the owner may have set it so.":
    "«Verificada» significa que se cumplieron todos los controles nombrados para una promesa, y nada más. «Desmentida» significa que uno no se cumplió, en este teléfono tal como está ahora: puede haberlo puesto así el dueño.",
  "What is stored on the phone is encrypted.": "Lo que se guarda en el teléfono está cifrado.",
  "What the phone says of its encryption. Whether keys lie in hardware is only shown by an attestation or the maker's documents.":
    "Lo que el teléfono dice de su cifrado. Si las claves están en hardware solo lo muestra una atestación o los documentos del fabricante.",
  "What the phone sends is encrypted.": "Lo que envía el teléfono está cifrado.",
  "Records of traffic, where they were given, and in them what went to companies of the maker's name. Without records, what is sent was not seen.":
    "Las grabaciones de tráfico, si las hay, y en ellas lo que fue a empresas con el nombre del fabricante. Sin grabaciones no se vio qué se envía.",
  "Data of owners of a region is stored in that region.":
    "Los datos de los dueños de una región se guardan en esa región.",
  "Where the maker's servers stood, by records of traffic, and what the maker states. What a server passes on cannot be seen from the phone.":
    "Dónde estaban los servidores del fabricante según las grabaciones de tráfico, y lo que declara el fabricante. Lo que un servidor pasa a otros no se ve desde el teléfono.",
  "The owner decides what apps may do.": "El dueño decide qué pueden hacer las apps.",
  "Whether a manager fixed permissions, and whether those of the maker's own apps can be withdrawn. What an owner allowed says nothing of the promise.":
    "Si un administrador fijó permisos y si se pueden retirar los de las apps del fabricante. Lo que permitió un dueño no dice nada de la promesa.",
  "The phone gets security fixes in time and for years.":
    "El teléfono recibe arreglos de seguridad a tiempo y durante años.",
  "The levels that the phone reports, and the end date that the maker publishes. Levels are the maker's statement. Where a newer system waits to be installed, the delay is the owner's.":
    "Los niveles que informa el teléfono y la fecha de fin que publica el fabricante. Los niveles son una declaración del fabricante. Donde un sistema más nuevo espera a ser instalado, la demora es del dueño.",
  "The phone starts only its maker's system.": "El teléfono solo arranca el sistema de su fabricante.",
  "What the phone reports of its start; only an attestation by hardware (candor attest) proves it.":
    "Lo que el teléfono informa de su arranque; solo lo prueba una atestación del hardware.",
  "Features of the phone protect the owner's privacy.": "Las funciones del teléfono protegen la privacidad del dueño.",
  "What the owner tried. Which features are in use is the owner's choice, and stands beside the promises: shared places, notifications, private DNS.":
    "Lo que probó el dueño. Qué funciones se usan lo elige el dueño y está junto a las promesas: lugares compartidos, notificaciones, DNS privado.",
  "Data is collected only with consent, which can be refused and taken back.":
    "Los datos se recogen solo con un consentimiento que se puede negar y retirar.",
  "Records of traffic around a choice, and what the owner saw while setting the phone up. A switch that is on does not tell whether somebody agreed to it.":
    "Grabaciones de tráfico en torno a una elección y lo que vio el dueño al configurar el teléfono. Un interruptor activado no dice si alguien lo aceptó.",
  "Apps that came with the phone can be removed.": "Las apps que venían con el teléfono se pueden quitar.",
  "What the owner could remove. That an app is still there does not tell that it cannot be removed.":
    "Lo que pudo quitar el dueño. Que una app siga ahí no dice que no se pueda quitar.",
  "The maker tells what it collects, what it mends, and what it holds about an owner.":
    "El fabricante dice qué recoge, qué arregla y qué guarda de un dueño.",
  "Documents and answers of the maker: nothing of it is on the phone.":
    "Documentos y respuestas del fabricante: nada de ello está en el teléfono.",
  "The phone is certified.": "El teléfono está certificado.",
  "A register of the body that gave the certificate, for this model and version. Candor certifies nothing.":
    "Un registro del organismo que dio el certificado, para este modelo y versión. Candor no certifica nada.",
  "Uraniborg's preloaded app risk score, with Google's services counted":
    "Puntuación de riesgo de apps preinstaladas Uraniborg, contando los servicios de Google",
  "score = 6 × added/all (apps with the system's own key) + 3 × added/all (weights of granted permissions of other apps) + 1 × added/all (apps that may send without encryption); added is what the baseline has not. Weights of permissions: 100, 10, 7.5, 5, 2.5.":
    "puntuación = 6 × ajenas/todas (apps con la clave propia del sistema) + 3 × ajenas/todas (pesos de permisos concedidos de otras apps) + 1 × ajenas/todas (apps que pueden enviar sin cifrar); ajeno es lo que no tiene la referencia. Pesos de los permisos: 100, 10, 7,5, 5, 2,5.",
  "Only packages of the system image are counted, so that apps of the owner change nothing.":
    "Solo se cuentan paquetes de la imagen del sistema, para que las apps del dueño no cambien nada.",
  "Whether apps may send without encryption is not in Android's package dump: the score is a range.":
    "Si las apps pueden enviar sin cifrar no está en el volcado de paquetes de Android: la puntuación es un intervalo.",
  "Permissions that are given by app-ops are not counted, and stores and safety information of makers are not left out.":
    "No se cuentan los permisos que se dan por app-ops, ni se descartan tiendas e información de seguridad de los fabricantes.",
  "Whose key an app is signed with is told by the short digest that Android prints.":
    "De quién es la clave que firma una app se sabe por el resumen corto que imprime Android.",
  "Apps signed with the system's own key": "Apps firmadas con la clave propia del sistema",
  "Granted permissions of weight, in other apps": "Permisos concedidos con peso, en otras apps",
  "Apps that may send without encryption": "Apps que pueden enviar sin cifrar",
  "The phone's digests of keys do not tell the system's own apps from others.":
    "Los resúmenes de claves del teléfono no distinguen las apps propias del sistema de las demás.",
  "The packages could not be read in detail.": "Los paquetes no se pudieron leer en detalle.",
  "The version of Android could not be read.": "No se pudo leer la versión de Android.",
  "The phone does not tell the digest of the system's own key.":
    "El teléfono no dice el resumen de la clave propia del sistema.",
  "The method has a baseline here only for API levels {levels}.":
    "Aquí el método solo tiene referencia para los niveles de API {levels}.",
  "No records of traffic were given.": "No se dieron grabaciones de tráfico.",
  "This report holds no answer to the question.": "Este informe no tiene respuesta a la pregunta.",
  "Everything that the records show was encrypted": "Todo lo que muestran las grabaciones estaba cifrado",
  "The records show connections without encryption": "Las grabaciones muestran conexiones sin cifrar",
  "Nothing went to a tracker before a choice or after a refusal, in these records":
    "En estas grabaciones, nada fue a un rastreador antes de una elección ni tras una negativa",
  "The records show connections to trackers before a choice or after a refusal":
    "Las grabaciones muestran conexiones a rastreadores antes de una elección o tras una negativa",
  "Every server that the records show stood where it should":
    "Cada servidor que muestran las grabaciones estaba donde debía",
  "The records show servers that stood elsewhere": "Las grabaciones muestran servidores que estaban en otro sitio",
  "The records of traffic hold no such connection.": "Las grabaciones de tráfico no contienen ninguna conexión así.",
  "The records do not tell of {count} connections whether they were encrypted.":
    "Las grabaciones no dicen de {count} conexiones si estaban cifradas.",
  "Nobody marked in the records when a choice was made.": "Nadie marcó en las grabaciones cuándo se hizo una elección.",
  "It is not known of {count} connections where the server stood, or whether the law's assurance covers it.":
    "No se sabe de {count} conexiones dónde estaba el servidor, o si lo cubre la garantía de la ley.",
  "Was everything encrypted that the records of traffic show?":
    "¿Estaba cifrado todo lo que muestran las grabaciones de tráfico?",
  "Did nothing go to a tracker before a choice was made, or after it was refused?":
    "¿No fue nada a un rastreador antes de hacerse una elección ni tras una negativa?",
  "Was everything encrypted that the records of traffic show to the phone's maker?":
    "¿Estaba cifrado todo lo que las grabaciones de tráfico muestran hacia el fabricante del teléfono?",
  "Did every server of the phone's maker that the records of traffic show stand inside the region?":
    "¿Estaba dentro de la región cada servidor del fabricante que muestran las grabaciones de tráfico?",
  "Did nothing go to the maker's own trackers before a choice was made, or after it was refused?":
    "¿No fue nada a los rastreadores del fabricante antes de hacerse una elección ni tras una negativa?",
  "Did every server stand where the law of the region gives assurance?":
    "¿Estaba cada servidor donde la ley de la región da garantías?",
  "{host}: {count} connections": "{host}: {count} conexiones",
  "{host} ({company}): {count} connections": "{host} ({company}): {count} conexiones",
};
