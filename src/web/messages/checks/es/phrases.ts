import type { Phrases } from "../../check-texts.ts";

/** By the English text, as checks write it. Names of screens are those that phones show in this language. */
export const phrases: Phrases = {
  "user {n}": "el usuario {n}",
  "users {n}": "los usuarios {n}",
  "the current user": "el usuario actual",
  "less than a day": "menos de un día",
  "{n} day": "{n} día",
  "{n} days": "{n} días",
  "{n} month": "{n} mes",
  "{n} months": "{n} meses",
  "{n} year": "{n} año",
  "{n} years": "{n} años",
  nobody: "nadie",
  nothing: "(sin nombre)",
  "origin of {app}": "origen de {app}",
  "installer of {app}": "instaladora de {app}",
  "{op} for user {n}": "{op} para el usuario {n}",
  "last use of {name} ({state})": "último uso de {name} ({state})",
  "kind of user {n}": "tipo del usuario {n}",
  "entry {n} of the journal": "entrada {n} del registro",
  "process {n}": "proceso {n}",
  "The phone did not report {name}.": "El teléfono no informó de {name}.",
  "The phone did not report the setting {name}.": "El teléfono no informó del ajuste {name}.",
  'The phone reports {name} as "{value}", and what that means is not known here.':
    "El teléfono indica {name} como «{value}», y aquí no se sabe qué significa.",
  "The phone did not report which app holds the role {role}.": "El teléfono no dijo qué app tiene la función {role}.",
  "The phone did not report its settings in full ({name} is missing).":
    "El teléfono no informó de todos sus ajustes (falta {name}).",
  "User {n} is a profile of a kind that the phone did not tell.":
    "El usuario {n} es un perfil de un tipo que el teléfono no dijo.",
  "On the phone: Settings > Apps > {app} > Permissions > {what}: do not allow.":
    "En el teléfono: Ajustes > Aplicaciones > {app} > Permisos > {what}: no permitir.",
  Location: "Ubicación",
  Camera: "Cámara",
  Microphone: "Micrófono",
  Calendar: "Calendario",
  Contacts: "Contactos",
  Phone: "Teléfono",
  "Call logs": "Registros de llamadas",
  "Nearby devices": "Dispositivos cercanos",
  "Body sensors or Physical activity": "Sensores corporales o Actividad física",
  "Photos and videos, or Files": "Fotos y vídeos, o Archivos",
  "Then remove {app}: in Settings > Security, take its rights as device admin and accessibility service, and uninstall it.":
    "Luego quita {app}: en Ajustes > Seguridad, retírale los derechos de app de administración y de servicio de accesibilidad, y desinstálala.",
  "The network rules of {app} could not be read.": "No se pudieron leer las reglas de red de {app}.",
  "The signers of {app} could not be read.": "No se pudieron leer los firmantes de {app}.",
  "The code of {app} could not be read.": "No se pudo leer el código de {app}.",
  "The libraries of {app} could not be read.": "No se pudieron leer las bibliotecas de {app}.",
  "Not all native libraries of these apps were read, so what is built into them is not known: {apps}.":
    "No se leyeron todas las bibliotecas nativas de estas apps, así que no se sabe qué llevan dentro: {apps}.",
  "Some libraries that have known holes in some versions do not tell theirs: {apps}.":
    "Algunas bibliotecas con fallos conocidos en ciertas versiones no dicen la suya: {apps}.",
  "The files of {app} could not be read.": "No se pudieron leer los archivos de {app}.",
  "The files of {app} could not be looked into.": "No se pudieron examinar los archivos de {app}.",
  "Open Settings > Apps > Special app access > {what} (on Xiaomi, search the settings for “special”).":
    "Abre Ajustes > Aplicaciones > Acceso especial de aplicaciones > {what} (en Xiaomi, busca «especial» en los ajustes).",
  "All files access": "Acceso a todos los archivos",
  "Battery optimisation": "Optimización de batería",
  "Install unknown apps": "Instalar aplicaciones desconocidas",
  "Notification access (Device and app notifications)":
    "Acceso a notificaciones (notificaciones del dispositivo y de aplicaciones)",
  "Display over other apps": "Mostrar sobre otras aplicaciones",
  "Usage access": "Acceso a datos de uso",
  "Modify system settings": "Modificar ajustes del sistema",
  "From a computer: {command}": "Desde un ordenador: {command}",
  "Open Settings and search for “{words}”.": "Abre Ajustes y busca «{words}».",
  "Open Settings and search for “{words}” and switch it off.": "Abre Ajustes, busca «{words}» y desactívalo.",
  "The list of {date} does not hold the Android of API level {level}.":
    "La lista del {date} no contiene el Android de nivel de API {level}.",
  "The list of ended versions is of {date}, too long before this examination.":
    "La lista de versiones terminadas es del {date}, demasiado anterior a este análisis.",
  hardware: "hardware",
  "hardware, by {way}": "hardware, por {way}",
  "first asked": "preguntado por primera vez",
  "last answer": "última respuesta",
  "asked in vain": "preguntado en vano",
  "ways without an answer": "vías sin respuesta",
  "The phone's hardware was not asked yet: candor attest does that.":
    "Aún no se ha preguntado al hardware del teléfono: lo hace candor attest.",
  "What Candor keeps is locked: candor unlock opens it.": "Lo que Candor guarda está bloqueado: candor unlock lo abre.",
  "Google has suspended the key that vouches.": "Google ha suspendido la clave que responde.",
  "Whether the hardware's keys were taken back was not looked up: candor feeds update revoked-attestation-keys":
    "No se consultó si las claves del hardware fueron retiradas: candor feeds update revoked-attestation-keys",
  "The hardware's key signed without a fault, but nobody that is known vouches for that key.":
    "La clave del hardware firmó sin fallo, pero nadie conocido responde de esa clave.",
  "The phone keeps its keys in software, so no hardware vouches for anything.":
    "El teléfono guarda sus claves en software, así que ningún hardware responde de nada.",
  "The chain of keys ends in a root that is none of Google's.":
    "La cadena de claves termina en una raíz que no es de Google.",
  "A certificate of the hardware's keys was not valid at the time.":
    "Un certificado de las claves del hardware no era válido en ese momento.",
  "What the phone gave as its hardware's word cannot be read.":
    "Lo que el teléfono dio como palabra de su hardware no se puede leer.",
  "This phone's hardware makes its requests in an older form, which only Google's servers can read.":
    "El hardware de este teléfono hace sus solicitudes en una forma antigua que solo los servidores de Google pueden leer.",
  "The key store gave a key, and no statement of the hardware about it.":
    "El almacén de claves dio una clave, sin ninguna declaración del hardware sobre ella.",
  "The phone's hardware could not be asked: {reason}": "No se pudo preguntar al hardware del teléfono: {reason}",
  "The hardware was asked on {day}, which says nothing of now. Ask it again: candor attest":
    "Se preguntó al hardware el {day}, lo que no dice nada de ahora. Pregúntale otra vez: candor attest",
  "The system was updated since the hardware was asked, on {day}. Ask it again: candor attest":
    "El sistema se actualizó desde que se preguntó al hardware, el {day}. Pregúntale otra vez: candor attest",
  "The hardware did not tell how the phone was started.": "El hardware no dijo cómo arrancó el teléfono.",
  "Whether this holds was not told: {value}: {reason}": "No se dijo si esto sigue valiendo: {value}: {reason}",
  "For which countries the build “{build}” is made is not known here.":
    "Aquí no se sabe para qué países se hace la versión «{build}».",
  "The phone does not tell for which Android these are built: {apps}.":
    "El teléfono no dice para qué Android están hechas: {apps}.",
  'The version "{version}" of the Google Play services does not tell when it was made.':
    "La versión «{version}» de los Servicios de Google Play no dice cuándo se hizo.",
  'The version "{version}" of the WebView is not a known one.': "La versión «{version}» de WebView no es conocida.",
  "Not read, and so not counted: {what}.": "No se leyó, y por eso no cuenta: {what}.",
  "These came from a store and hold such powers; whether they show an icon could not be read: {apps}.":
    "Estas vinieron de una tienda y tienen esos poderes; no se pudo leer si muestran un icono: {apps}.",
  "Whether a store installed these, whose names are a maker's or read like a part of the system, could not be read: {apps}.":
    "No se pudo leer si una tienda instaló estas, cuyos nombres son de un fabricante o suenan a parte del sistema: {apps}.",
  "The phone reports {date} in {name}, a day that its maker never changes.":
    "El teléfono indica {date} en {name}, un día que su fabricante nunca cambia.",
  "The list of versions ends on {date}: newer ones cannot be told from old ones.":
    "La lista de versiones termina el {date}: no se pueden distinguir las más nuevas de las antiguas.",
  "accessibility services": "servicios de accesibilidad",
  "notification listeners": "lectores de notificaciones",
  "satellites only": "solo satélites",
  "networks only, to save the battery": "solo redes, para ahorrar batería",
  "satellites and networks": "satélites y redes",
  "device owner": "propietaria del dispositivo",
  "profile owner": "propietaria de un perfil",
  "device owner or profile owner": "propietaria del dispositivo o de un perfil",
  "cards and device controls in the power menu": "tarjetas y control de dispositivos en el menú de encendido",
  "the wallet": "la cartera",
  "Google's servers, encrypted with the screen lock from Android 9 on":
    "los servidores de Google, cifradas con el bloqueo de pantalla desde Android 9",
  "the place that was chosen in Seedvault, encrypted": "el lugar que se eligió en Seedvault, cifradas",
  "build type": "tipo de compilación",
  "read and use the screen": "leer y usar la pantalla",
  "read and use the screen and {rest}": "leer y usar la pantalla y {rest}",
  "read all notifications": "leer todas las notificaciones",
  "act as device admin": "actuar como administradora del dispositivo",
  "read text messages": "leer SMS",
  "follow the place at all times": "seguir el lugar en todo momento",
  "read the list of calls": "leer el registro de llamadas",
  "listen through the microphone": "escuchar por el micrófono",
  "take pictures": "hacer fotos",
  "record the screen": "grabar la pantalla",
  "draw over other apps": "mostrarse sobre otras apps",
  "see which apps are used": "ver qué apps se usan",
  "read all files": "leer todos los archivos",
  "install other apps": "instalar otras apps",
  "use settings that are closed to apps from files": "usar ajustes cerrados a las apps que vienen de archivos",
  "the store, with Play Protect, which scans apps": "la tienda, con Play Protect, que analiza las apps",
  "Play services, on which Play Protect and Find My Device stand":
    "Servicios de Play, de los que dependen Play Protect y Encontrar mi dispositivo",
  "the screens and rules of permissions": "las pantallas y reglas de los permisos",
  "Xiaomi's permission manager": "el gestor de permisos de Xiaomi",
  "Xiaomi's virus scanner": "el analizador de virus de Xiaomi",
  "Xiaomi's Security app": "la app Seguridad de Xiaomi",
  "Samsung's guard against changes to the system": "la defensa de Samsung contra cambios del sistema",
  "Samsung's device protection": "la protección del dispositivo de Samsung",
  "Huawei's phone manager with its virus scanner": "el gestor del teléfono de Huawei con su analizador de virus",
  "OPPO's phone manager with its virus scanner": "el gestor del teléfono de OPPO con su analizador de virus",
  "the collector of usage events of Xiaomi's apps (OneTrack)":
    "el recolector de sucesos de uso de las apps de Xiaomi (OneTrack)",
  "the collector of usage events of the security app": "el recolector de sucesos de uso de la app de seguridad",
  "MIUI System Ads, the advertising service": "MIUI System Ads, el servicio de publicidad",
  "the advertising service of phones for China": "el servicio de publicidad de los teléfonos para China",
  "the quality service MQS, which records faults and use": "el servicio de calidad MQS, que registra fallos y uso",
  "a recorder of faults and performance": "un registrador de fallos y rendimiento",
  "the collector of error reports and logs": "el recolector de informes de errores y registros",
  "a collector of error reports and logs": "un recolector de informes de errores y registros",
  "a reporter of what is done on the screen": "informa de lo que se hace en la pantalla",
  "a collector of logs": "un recolector de registros",
  "The phone did not report {name} for {user}.": "El teléfono no informó de {name} para {user}.",
  "The phone did not report {name} of {user}.": "El teléfono no informó de {name} para {user}.",
  "The phone did not report multi_cb, Google's switch for usage and diagnostics.":
    "El teléfono no informó de multi_cb, el interruptor de Google para uso y diagnóstico.",
  "The phone did not report which service fills in passwords.":
    "El teléfono no dijo qué servicio rellena las contraseñas.",
  "The phone did not report which key encrypts its storage.": "El teléfono no dijo qué clave cifra su almacenamiento.",
  "The phone did not report the transport of {user}.": "El teléfono no dijo cómo se envían las copias para {user}.",
  "The phone did not report the lock of any full user.":
    "El teléfono no informó del bloqueo de ningún usuario completo.",
  "The phone did not report what kind of lock {user} has.": "El teléfono no dijo qué clase de bloqueo tiene {user}.",
  "The phone did not report what the lock screen of {user} offers.":
    "El teléfono no dijo qué ofrece la pantalla de bloqueo para {user}.",
  "The phone did not report the date of its Google Play system update.":
    "El teléfono no informó de la fecha de su actualización del sistema de Google Play.",
  "The phone did not report the version of the Google Play services.":
    "El teléfono no informó de la versión de los Servicios de Google Play.",
  "The phone did not report package_verifier_user_consent, and which app checks others was not read.":
    "El teléfono no informó de package_verifier_user_consent, y no se leyó qué app comprueba las demás.",
  "The phone did not report miui_optimization, neither as a setting nor as a property.":
    "El teléfono no informó de miui_optimization, ni como ajuste ni como propiedad.",
  "The phone did not report which app holds the role {role} or the role {other}.":
    "El teléfono no dijo qué app tiene la función {role} o la función {other}.",
  "app lock": "bloqueo de aplicaciones",
  backup: "copia de seguridad",
  "privacy protection password": "contraseña de protección de privacidad",
  "Advanced Protection": "Protección avanzada",
  "User Experience Program": "Programa de experiencia del usuario",
  "Send usage and diagnostic data": "Enviar datos de uso y diagnóstico",
  "services that are switched on": "servicios activados",
  "Open Settings > Accessibility > Downloaded apps (or Installed services).":
    "Abre Ajustes > Accesibilidad > Aplicaciones descargadas (o Servicios instalados).",
  "Switch off each service that you do not need. If someone may be watching you, get advice first: they may notice.":
    "Desactiva cada servicio que no necesites. Si alguien puede estar vigilándote, pide consejo primero: puede notarlo.",
  "labels of running services": "nombres visibles de los servicios en marcha",
  interface: "interfaz",
  session: "sesión",
  "owner's uid": "uid del propietario",
  "DNS servers": "servidores DNS",
  "Open Settings > Network > VPN and see which VPN is connected.":
    "Abre Ajustes > Red > VPN y mira qué VPN está conectada.",
  "If you did not start it, disconnect and forget it, and uninstall its app.":
    "Si no la iniciaste tú, desconéctala y olvídala, y desinstala su app.",
  fingerprint: "huella",
  name: "nombre",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Revoke USB debugging authorisations.":
    "Abre Ajustes > Sistema (en Xiaomi: Ajustes adicionales) > Opciones de desarrollador > Revocar autorizaciones de depuración USB.",
  "last connection": "última conexión",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Disable ADB authorisation time-out: off.":
    "Abre Ajustes > Sistema (en Xiaomi: Ajustes adicionales) > Opciones de desarrollador > Inhabilitar tiempo de espera de autorización de ADB: desactivado.",
  "Permissions expire since Android 11; before, they never do.":
    "Las autorizaciones caducan desde Android 11; antes, nunca.",
  "From the computer on the cable: adb usb. Or restart the phone.":
    "Desde el ordenador del cable: adb usb. O reinicia el teléfono.",
  "This setting outlives a restart: somebody with root set it. Find out who.":
    "Este ajuste sobrevive a un reinicio: lo puso alguien con root. Averigua quién.",
  "When you are done here: Settings > System (on Xiaomi: Additional settings) > Developer options > USB debugging: off.":
    "Cuando termines aquí: Ajustes > Sistema (en Xiaomi: Ajustes adicionales) > Opciones de desarrollador > Depuración USB: desactivada.",
  "Open the developer options, and switch USB debugging off when you are done here.":
    "Abre las opciones de desarrollador y desactiva la depuración USB cuando termines aquí.",
  "Plug the phone into your own chargers only.": "Conecta el teléfono solo a tus propios cargadores.",
  "Have the maker's service install the original system. That erases the phone.":
    "Haz que el servicio técnico del fabricante instale el sistema original. Eso borra el teléfono.",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Wireless debugging: off. Remove paired devices there.":
    "Abre Ajustes > Sistema (en Xiaomi: Ajustes adicionales) > Opciones de desarrollador > Depuración inalámbrica: desactivada. Quita ahí los dispositivos vinculados.",
  "Wireless debugging exists since Android 11.": "La depuración inalámbrica existe desde Android 11.",
  "Open Settings > System > Users (Multiple users).": "Abre Ajustes > Sistema > Usuarios (Varios usuarios).",
  "Switch “Add users from lock screen” off.": "Desactiva «Añadir usuarios desde la pantalla de bloqueo».",
  "Advanced Protection came with Android 16.": "La Protección avanzada llegó con Android 16.",
  "Switch off the apps that do not need it.": "Desactiva las apps que no lo necesiten.",
  "The phone did not tell which apps came with it and which were added.":
    "El teléfono no dijo qué apps venían con él y cuáles se añadieron.",
  "Before Android 11 there is no such access: the storage permission, which is asked about under permissions, opens all shared files.":
    "Antes de Android 11 no existe este acceso: el permiso de almacenamiento, que se comprueba en permisos, abre todos los archivos compartidos.",
  "Open Settings > Network > VPN, touch the wheel beside the VPN, switch “Always-on VPN” off.":
    "Abre Ajustes > Red > VPN, toca la rueda junto a la VPN y desactiva «VPN siempre activada».",
  "Open Settings > System > Software update (on Xiaomi: Settings > About phone, then the box with the version).":
    "Abre Ajustes > Sistema > Actualización de software (en Xiaomi: Ajustes > Información del teléfono y luego el cuadro con la versión).",
  "Look for an update, install it, and restart the phone.":
    "Busca una actualización, instálala y reinicia el teléfono.",
  "When the maker offers no more, plan to replace the phone, and keep bank, mail and private messages elsewhere.":
    "Cuando el fabricante no ofrezca más, piensa en cambiar de teléfono y deja el banco, el correo y los mensajes privados para otro.",
  "version whose rules allow it": "versión cuyas reglas lo permiten",
  "Open the Play Store and look for a newer version of the app.":
    "Abre Play Store y busca una versión más nueva de la app.",
  "Until there is one, use it for nothing private in a foreign Wi-Fi.":
    "Hasta que la haya, no la uses para nada privado en una wifi ajena.",
  "This phone does not run Xiaomi's MIUI or HyperOS.": "Este teléfono no lleva MIUI ni HyperOS de Xiaomi.",
  "said by": "lo dice",
  "SHA-256 of its files": "SHA-256 de sus archivos",
  "SHA-256 of its certificates": "SHA-256 de sus certificados",
  "Ask yourself, and others who use this phone, who installed the app and what for.":
    "Pregúntate, y pregunta a quienes usan este teléfono, quién instaló la app y para qué.",
  "If somebody may be watching you, get help before you remove it: they may notice.":
    "Si alguien puede estar vigilándote, busca ayuda antes de quitarla: puede notarlo.",
  "Open Settings > Apps, choose the app, and uninstall it.":
    "Abre Ajustes > Aplicaciones, elige la app y desinstálala.",
  "signed with published keys": "firmadas con claves publicadas",
  trackers: "rastreadores",
  "Open Settings > Google > All services > Ads, and choose “Delete advertising ID”.":
    "Abre Ajustes > Google > Todos los servicios > Anuncios y elige «Eliminar ID de publicidad».",
  "Ask of each app whether you need it; uninstall those that you do not, or look for one without trackers.":
    "Piensa si necesitas cada app; desinstala las que no, o busca una sin rastreadores.",
  "Take permissions from the others that they do not need: candor permissions":
    "Quita a las demás los permisos que no necesitan: candor permissions",
  "services for passwords": "servicios para contraseñas",
  "Open Settings > Passwords & accounts (or Passwords, passkeys & autofill).":
    "Abre Ajustes > Contraseñas y cuentas (o Contraseñas, llaves de acceso y autocompletado).",
  "Choose the service that you want.": "Elige el servicio que quieras.",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options.":
    "Abre Ajustes > Sistema (en Xiaomi: Ajustes adicionales) > Opciones de desarrollador.",
  "Switch on “Automatic system updates”.": "Activa «Actualizaciones automáticas del sistema».",
  "Open Settings > About phone, touch the box with the version, then the menu, then the settings of the updater.":
    "Abre Ajustes > Información del teléfono, toca el cuadro con la versión, luego el menú y luego los ajustes del actualizador.",
  "Switch the automatic download of updates on.": "Activa la descarga automática de actualizaciones.",
  "installed for": "instalada para",
  "permissions held": "permisos concedidos",
  installer: "instaladora",
  "installation started by": "quién inició la instalación",
  "package source": "origen del paquete",
  "first installed": "primera instalación",
  "The phone's record of last use could not be read.": "No se pudo leer el registro de último uso del teléfono.",
  "Before Android 10 there is no separate permission: every app that may read the place may do so at all times.":
    "Antes de Android 10 no hay un permiso aparte: toda app que puede leer el lugar puede hacerlo en todo momento.",
  "Open Settings and search for “backup”; choose where copies go, and switch it on.":
    "Abre Ajustes y busca «copia de seguridad»; elige adónde van las copias y actívala.",
  transport: "transporte",
  "Look at which account the copies go to. Change it, or switch the copies off, if it is not yours.":
    "Mira a qué cuenta van las copias. Cámbiala, o desactiva las copias, si no es tuya.",
  "Android's backup is off.": "La copia de seguridad de Android está desactivada.",
  "exempt from battery saving": "exentas del ahorro de batería",
  "Let the system manage the app.": "Deja que el sistema gestione la app.",
  "Open Settings > Location > Location services > Bluetooth scanning and switch it off.":
    "Abre Ajustes > Ubicación > Servicios de ubicación > Búsqueda de Bluetooth y desactívala.",
  "Restart the phone, connect it to the internet, and ask again: candor attest":
    "Reinicia el teléfono, conéctalo a internet y pregunta de nuevo: candor attest",
  "If you switched off or removed apps of Google or of the maker since then, bring them back and ask once more.":
    "Si desde entonces desactivaste o quitaste apps de Google o del fabricante, recupéralas y pregunta otra vez.",
  "If it stays silent and you did not change the phone yourself, do not rely on what it says of its bootloader and its updates until the maker's service has looked at it.":
    "Si sigue sin responder y no cambiaste el teléfono tú mismo, no te fíes de lo que dice de su gestor de arranque y sus actualizaciones hasta que lo haya revisado el servicio del fabricante.",
  "If you did not change the system yourself, treat the phone as controlled by somebody else: keep nothing private on it, and change your passwords from another device.":
    "Si no cambiaste tú el sistema, trata el teléfono como controlado por otra persona: no guardes en él nada privado y cambia tus contraseñas desde otro dispositivo.",
  "Save what you need from the phone.": "Guarda lo que necesites del teléfono.",
  "Have the maker's service install the original system, or do it with the maker's own tool. That erases the phone.":
    "Haz que el servicio técnico del fabricante instale el sistema original, o hazlo con la herramienta del fabricante. Eso borra el teléfono.",
  "not reported": "sin informar",
  "The phone reported nothing about its start.": "El teléfono no informó de nada sobre su arranque.",
  "Save what you need: locking erases the phone.": "Guarda lo que necesites: bloquear borra el teléfono.",
  "Make sure that the maker's original system is installed; a changed one no longer starts after locking.":
    "Asegúrate de que está instalado el sistema original del fabricante; uno modificado ya no arranca tras bloquear.",
  "Have the maker's service lock the bootloader, or do it with the maker's own tool.":
    "Haz que el servicio técnico del fabricante bloquee el gestor de arranque, o hazlo con la herramienta del fabricante.",
  "The phone reported nothing about the lock of its bootloader.":
    "El teléfono no informó de nada sobre el bloqueo de su gestor de arranque.",
  "role and its holder": "función y quién la tiene",
  "Open Settings > Apps > Default apps.": "Abre Ajustes > Aplicaciones > Aplicaciones predeterminadas.",
  "Choose the app that you want for this.": "Elige la app que quieras para esto.",
  "The journal is locked.": "El registro está bloqueado.",
  "Nothing was chosen for this phone with Candor on this computer.":
    "En este ordenador no se eligió nada con Candor para este teléfono.",
  flags: "marcas",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options and use the switch at the top.":
    "Abre Ajustes > Sistema (en Xiaomi: Ajustes adicionales) > Opciones de desarrollador y usa el interruptor de arriba.",
  "device administrator and what it may do": "administradora del dispositivo y qué puede hacer",
  "Open Settings > Security > Device admin apps (or search the settings for “device admin”).":
    "Abre Ajustes > Seguridad > Aplicaciones de administración del dispositivo (o busca «administración» en los ajustes).",
  "Switch off the app; it can be uninstalled after that. If it belongs to an employer, ask there first.":
    "Desactiva la app; después se puede desinstalar. Si es de una empresa, pregunta allí primero.",
  kind: "tipo",
  packages: "paquetes",
  uid: "uid",
  "Open the owner's app and look for a way to give up ownership; an owner cannot be uninstalled before.":
    "Abre la app propietaria y busca cómo renunciar a la propiedad; antes no se puede desinstalar.",
  "If the phone is an employer's, ask there. Otherwise a factory reset removes the owner, and all data with it.":
    "Si el teléfono es de una empresa, pregunta allí. Si no, restablecer los datos de fábrica quita la propietaria y, con ella, todos los datos.",
  "state per user": "estado por usuario",
  "switched off by": "desactivada por",
  "Open Settings > Apps, choose the app, and touch “Enable”.":
    "Abre Ajustes > Aplicaciones, elige la app y toca «Habilitar».",
  "Open Settings > Apps > Dual apps and switch off the copies that you do not use.":
    "Abre Ajustes > Aplicaciones > Aplicaciones duales y desactiva las copias que no uses.",
  "The phone told neither its users nor whether dual apps are on.":
    "El teléfono no dijo ni sus usuarios ni si las apps duales están activadas.",
  "Encryption Status": "Estado del cifrado",
  "Open Settings > Security > Screen lock.": "Abre Ajustes > Seguridad > Bloqueo de pantalla.",
  "Set a PIN or password.": "Pon un PIN o una contraseña.",
  "Choose that it is required to start the phone.": "Elige que se pida para encender el teléfono.",
  "Files are encrypted per user; the question is one of full-disk encryption.":
    "Los archivos se cifran por usuario; la pregunta es sobre el cifrado de disco completo.",
  "The whole storage is encrypted as one block, details about files included.":
    "Todo el almacenamiento está cifrado como un bloque, detalles de los archivos incluidos.",
  "The data is not encrypted at all.": "Los datos no están cifrados en absoluto.",
  "Back up the phone.": "Haz una copia de seguridad del teléfono.",
  "Open Settings > Security > Encryption.": "Abre Ajustes > Seguridad > Cifrado.",
  "Charge the phone and encrypt it.": "Carga el teléfono y cífralo.",
  "No setting changes the kind of encryption. Set a PIN or password, and let the phone ask for it at start where it offers that.":
    "Ningún ajuste cambia el tipo de cifrado. Pon un PIN o una contraseña, y deja que el teléfono lo pida al encender si lo ofrece.",
  "Switch the phone off when you hand it over or cross a border.":
    "Apaga el teléfono cuando lo entregues o cruces una frontera.",
  "Decline the offer when an app crashes.": "Rechaza la oferta cuando falle una app.",
  path: "ruta",
  "listed as": "figura como",
  "Open Settings > Apps, choose the app, and disable it where the phone offers that.":
    "Abre Ajustes > Aplicaciones, elige la app e inhabilítala si el teléfono lo ofrece.",
  "Open Settings > Mi Account > Find device, and switch on what you want.":
    "Abre Ajustes > Cuenta Mi > Encontrar dispositivo y activa lo que quieras.",
  "Google's Find Hub is no device administrator here; newer versions do without, so this does not tell whether it is on.":
    "El Localizador de Google no es aquí administrador del dispositivo; las versiones nuevas no lo necesitan, así que esto no dice si está activado.",
  "Open Settings > Google > menu > Usage & diagnostics and switch it off.":
    "Abre Ajustes > Google > menú > Uso y diagnóstico y desactívalo.",
  "Open Settings > System > Users and remove the guest.": "Abre Ajustes > Sistema > Usuarios y quita al invitado.",
  "Use another device to look for help: what is done on this phone may be seen.":
    "Busca ayuda con otro dispositivo: lo que se hace en este teléfono puede verse.",
  "Keep evidence: save this report and photograph the app's page in Settings > Apps.":
    "Guarda pruebas: conserva este informe y fotografía la página de la app en Ajustes > Aplicaciones.",
  "Think of your safety: whoever installed the app may notice that it is gone.":
    "Piensa en tu seguridad: quien instaló la app puede notar que ya no está.",
  "Change the passwords of your accounts from another device, and the phone's lock.":
    "Cambia las contraseñas de tus cuentas desde otro dispositivo, y el bloqueo del teléfono.",
  "There was no list of known files to compare the apps with: “candor feeds update stalkerware-samples” fetches one.":
    "No había lista de archivos conocidos con que comparar las apps: «candor feeds update stalkerware-samples» trae una.",
  "wrapped by": "envuelta por",
  "installed by": "instalada por",
  "icons on the home screen": "iconos en la pantalla de inicio",
  "first entries": "primeras entradas",
  "If a manager set it, ask them or remove the manager.":
    "Si lo puso quien administra el teléfono, pregúntale o quita la administración.",
  "Switch off every app that you do not install from.": "Desactiva toda app desde la que no instales.",
  "Open Settings > Location (or pull down the quick settings), and switch it off where nobody should know the place.":
    "Abre Ajustes > Ubicación (o baja los ajustes rápidos) y desactívala donde nadie deba saber el lugar.",
  "Open Settings > Display > Lock screen.": "Abre Ajustes > Pantalla > Pantalla de bloqueo.",
  "Switch off what the locked phone need not show.": "Desactiva lo que el teléfono bloqueado no necesite mostrar.",
  "Open Settings > Lock screen (or Passwords & security).":
    "Abre Ajustes > Pantalla de bloqueo (o Contraseñas y seguridad).",
  "Choose PIN or password, and set one.": "Elige PIN o contraseña, y ponlo.",
  "Open Settings > Notifications > Notifications on lock screen.":
    "Abre Ajustes > Notificaciones > Notificaciones en la pantalla de bloqueo.",
  "Choose to hide sensitive content.": "Elige ocultar el contenido sensible.",
  "Open Settings > Mi Account, look for system ads in its settings, and switch them off.":
    "Abre Ajustes > Cuenta Mi, busca los anuncios del sistema en sus ajustes y desactívalos.",
  "This phone has no such setting.": "Este teléfono no tiene ese ajuste.",
  differences: "diferencias",
  "Open Settings and search for “Ad services” and reset the identifier.":
    "Abre Ajustes, busca «Servicios de anuncios» y restablece el identificador.",
  "Open Settings > Additional settings > Developer options > Install via USB: off.":
    "Abre Ajustes > Ajustes adicionales > Opciones de desarrollador > Instalar vía USB: desactivado.",
  "Open Settings > Apps > Permissions > Background autostart.":
    "Abre Ajustes > Aplicaciones > Permisos > Inicio automático en segundo plano.",
  "The phone told of no permission of Xiaomi's own.": "El teléfono no habló de ningún permiso propio de Xiaomi.",
  "MSA has a switch of its own: Settings > Passwords & security > Authorisation & revocation.":
    "MSA tiene un interruptor propio: Ajustes > Contraseñas y seguridad > Autorización y revocación.",
  "Open Settings > Apps > Manage apps, choose the app, then Other permissions.":
    "Abre Ajustes > Aplicaciones > Administrar aplicaciones, elige la app y luego Otros permisos.",
  "Switch off the display on the lock screen and of pop-up windows while running in the background.":
    "Desactiva mostrarse en la pantalla de bloqueo y las ventanas emergentes en segundo plano.",
  "pinned against being stopped": "fijada para que no se detenga",
  "Open the list of recent apps, hold the app's card and tap the lock.":
    "Abre la lista de apps recientes, mantén pulsada la tarjeta de la app y toca el candado.",
  "If the app has no card there, find it in Settings > Apps and look at who installed it.":
    "Si la app no tiene tarjeta ahí, búscala en Ajustes > Aplicaciones y mira quién la instaló.",
  "The phone did not tell which apps are pinned (locked_apps).":
    "El teléfono no dijo qué apps están fijadas (locked_apps).",
  "This version has no service of that name.": "Esta versión no tiene ningún servicio con ese nombre.",
  "Open Settings and search for “Region”, and see whether it is the one where you live; set it so.":
    "Abre Ajustes, busca «Región» y mira si es la del lugar donde vives; si no, ponla.",
  "If the system itself was built for another country, ask the seller: only the maker's system for your region changes that, and installing it can erase the phone.":
    "Si el propio sistema se hizo para otro país, pregunta al vendedor: solo lo cambia el sistema del fabricante para tu región, e instalarlo puede borrar el teléfono.",
  "Open Settings > Additional settings > Developer options > USB debugging (Security settings): off.":
    "Abre Ajustes > Ajustes adicionales > Opciones de desarrollador > Depuración USB (ajustes de seguridad): desactivada.",
  "If it already looks off, switch it on and off once, so that the phone stores the choice.":
    "Si ya parece desactivado, actívalo y desactívalo una vez, para que el teléfono guarde la elección.",
  digest: "resumen",
  "listed for": "figura en la lista por",
  "The loaded list names no file and no certificate: “candor feeds update” fetches the full one.":
    "La lista cargada no nombra ningún archivo ni certificado: «candor feeds update» trae la completa.",
  "Do not restart the phone, and keep using another one for what is private.":
    "No reinicies el teléfono, y sigue usando otro para lo privado.",
  "Save this report.": "Guarda este informe.",
  "Write to a group that examines such cases, for example Amnesty's Security Lab or Access Now's helpline, from another device.":
    "Escribe desde otro dispositivo a un grupo que analice estos casos, por ejemplo el Security Lab de Amnistía Internacional o la línea de ayuda de Access Now.",
  "Before Android 12 the permission for the place covers devices nearby too.":
    "Antes de Android 12 el permiso de ubicación abarca también los dispositivos cercanos.",
  "listeners that are allowed": "lectores permitidos",
  'Switch off "OEM unlocking".': "Desactiva «Desbloqueo de OEM».",
  "The phone says that its bootloader cannot be unlocked.":
    "El teléfono dice que su gestor de arranque no se puede desbloquear.",
  "Open the Play Store, look the app up, and update it.": "Abre Play Store, busca la app y actualízala.",
  "If there is no newer version, look for another app that does the same, and uninstall this one.":
    "Si no hay versión más nueva, busca otra app que haga lo mismo y desinstala esta.",
  "Remove the users that you do not know: their data goes with them.":
    "Quita los usuarios que no conozcas: sus datos se van con ellos.",
  "Open Settings and search for “Ad services” and switch personalised ads off.":
    "Abre Ajustes, busca «Servicios de anuncios» y desactiva los anuncios personalizados.",
  "Open the Play Store, touch your picture, then Play Protect, then the cog.":
    "Abre Play Store, toca tu foto, luego Play Protect y luego la rueda.",
  "Switch “Scan apps with Play Protect” on.": "Activa «Analizar aplicaciones con Play Protect».",
  "required verifier": "verificador exigido",
  "Switch “Verify apps over USB” on.": "Activa «Verificar aplicaciones por USB».",
  "Open the Play Store, look for Google Play services, and update it.":
    "Abre Play Store, busca Servicios de Google Play y actualízalo.",
  "Restart the phone.": "Reinicia el teléfono.",
  "The phone has no Google Play services.": "El teléfono no tiene Servicios de Google Play.",
  "Open Settings > Security & privacy > Google Play system update.":
    "Abre Ajustes > Seguridad y privacidad > Actualización del sistema de Google Play.",
  "Install what is offered, and restart the phone.": "Instala lo que se ofrezca y reinicia el teléfono.",
  "The phone has no Google Play system updates.": "El teléfono no tiene actualizaciones del sistema de Google Play.",
  "permissions fixed by policy": "permisos fijados por una política",
  "Find out who manages the phone: open Settings > Security > Device admin apps.":
    "Averigua quién administra el teléfono: abre Ajustes > Seguridad > Aplicaciones de administración del dispositivo.",
  "Ask the manager, or take the right away from an app that nobody set up on purpose. Only the manager can change these permissions.":
    "Pregunta a quien lo administra, o quita el derecho a una app que nadie configuró a propósito. Solo quien administra puede cambiar estos permisos.",
  "accessibility service": "servicio de accesibilidad",
  "permission held": "permiso concedido",
  "notification listener": "lector de notificaciones",
  "Open Settings > Network > Private DNS and choose Automatic.": "Abre Ajustes > Red > DNS privado y elige Automático.",
  "Private DNS came with Android 9.": "El DNS privado llegó con Android 9.",
  "Open Settings > Security & privacy > Private space (on Samsung: Secure Folder).":
    "Abre Ajustes > Seguridad y privacidad > Espacio privado (en Samsung: Carpeta segura).",
  "removed apps": "apps quitadas",
  "Nothing is left on the phone to remove. Ask those who use it whether they know the names.":
    "No queda nada que quitar en el teléfono. Pregunta a quienes lo usan si conocen los nombres.",
  "If an app that watched somebody was among them, change the passwords of the accounts from another device.":
    "Si entre ellas había una app que vigilaba a alguien, cambia las contraseñas de las cuentas desde otro dispositivo.",
  "Open Settings > Apps and find the app.": "Abre Ajustes > Aplicaciones y busca la app.",
  "Uninstall it if you did not choose it: the barrier is back after a new installation.":
    "Desinstálala si no la elegiste: la barrera vuelve tras una nueva instalación.",
  "Restricted settings came with Android 13.": "Los ajustes restringidos llegaron con Android 13.",
  "If you installed it yourself and no longer need it: open Settings > Apps, choose the app, and uninstall it.":
    "Si la instalaste tú y ya no la necesitas: abre Ajustes > Aplicaciones, elige la app y desinstálala.",
  "If you did not: think about who may notice before you remove it, save what you need, and have the original system installed.":
    "Si no fuiste tú: piensa en quién puede notarlo antes de quitarla, guarda lo que necesites y haz instalar el sistema original.",
  "The listing shows no SELinux labels of processes.": "La lista no muestra etiquetas de SELinux de los procesos.",
  found: "encontrado",
  release: "versión de lanzamiento",
  "This permission has no switch in Settings; a computer can take it away.":
    "Este permiso no tiene interruptor en Ajustes; un ordenador puede retirarlo.",
  "Uninstall the app if you do not know it; it then asks again after a new installation.":
    "Desinstala la app si no la conoces; tras una nueva instalación vuelve a preguntar.",
  "Choose PIN or password and set one.": "Elige PIN o contraseña y ponlo.",
  "Choose PIN (six digits or more) or password in place of the pattern.":
    "Elige PIN (seis cifras o más) o contraseña en lugar del patrón.",
  "No PIN, pattern or password is set.": "No hay PIN, patrón ni contraseña.",
  "Open Settings > Special features > Second space.": "Abre Ajustes > Funciones especiales > Segundo espacio.",
  getenforce: "getenforce",
  "When you share a photo from Xiaomi's gallery, open the options of the share screen and let the location be removed.":
    "Cuando compartas una foto desde la galería de Xiaomi, abre las opciones de la pantalla de compartir y deja que se quite la ubicación.",
  "installation asked for by": "quién pidió la instalación",
  "SHA-1 of the certificate": "SHA-1 del certificado",
  "The loaded list names no certificate: “candor feeds update stalkerware-indicators” fetches the full one.":
    "La lista cargada no nombra ningún certificado: «candor feeds update stalkerware-indicators» trae la completa.",
  "Candor's own rules were not applied to the apps.": "Las reglas propias de Candor no se aplicaron a las apps.",
  "The list of mounts does not show the system partition.": "La lista de montajes no muestra la partición del sistema.",
  "part of the system": "parte del sistema",
  "input methods that are switched on": "métodos de entrada activados",
  "Open Settings > System > Languages & input > On-screen keyboard (on Xiaomi: Additional settings).":
    "Abre Ajustes > Sistema > Idiomas y entrada > Teclado en pantalla (en Xiaomi: Ajustes adicionales).",
  "Choose a keyboard that you trust, then switch off the others. Leave one on.":
    "Elige un teclado en el que confíes y luego desactiva los demás. Deja uno activado.",
  "Open Settings > Security > More security settings > Trust agents (search the settings for “trust agents”).":
    "Abre Ajustes > Seguridad > Más ajustes de seguridad > Agentes de confianza (busca «agentes de confianza» en los ajustes).",
  "Switch off the agents that you do not use.": "Desactiva los agentes que no uses.",
  "Open Settings > Security and switch “Unknown sources” off.":
    "Abre Ajustes > Seguridad y desactiva «Orígenes desconocidos».",
  "From Android 8 on each app is asked separately.": "Desde Android 8 se pregunta por cada app.",
  "Android knows this protection since version 12.": "Android tiene esta protección desde la versión 12.",
  "None of the updaters known here is among the phone's packages.":
    "Ninguno de los actualizadores conocidos aquí está entre los paquetes del teléfono.",
  "USB functions": "funciones USB",
  "Open Settings > Network > Hotspot & tethering > USB tethering: off.":
    "Abre Ajustes > Red > Punto de acceso y compartir > Compartir por USB: desactivado.",
  "added certificates": "certificados añadidos",
  "Open Settings and search for “trusted credentials” (or “user certificates”).":
    "Abre Ajustes y busca «credenciales de confianza» (o «certificados de usuario»).",
  "Look at the tab “User”: open each entry, see who issued it, and remove what you do not know.":
    "Mira la pestaña «Usuario»: abre cada entrada, mira quién la emitió y quita lo que no conozcas.",
  "notice of added certificates": "aviso de certificados añadidos",
  "Open Settings > Network > VPN.": "Abre Ajustes > Red > VPN.",
  "Touch the wheel beside each VPN that you do not use, and forget it.":
    "Toca la rueda junto a cada VPN que no uses y olvídala.",
  "Open Settings > Network > VPN, touch the wheel beside the VPN, switch on “Block connections without VPN”.":
    "Abre Ajustes > Red > VPN, toca la rueda junto a la VPN y activa «Bloquear conexiones sin VPN».",
  "No VPN is set to be always on.": "No hay ninguna VPN puesta como siempre activa.",
  "Open Settings and search for “web link” and switch the invocation of apps off.":
    "Abre Ajustes, busca «enlace web» y desactiva la apertura de apps.",
  "Open the Play Store, look for Android System WebView (on some phones Chrome), and update it.":
    "Abre Play Store, busca Android System WebView (en algunos teléfonos, Chrome) y actualízalo.",
  package: "paquete",
  "Open Settings > Location > Location services > Wi-Fi scanning and switch it off.":
    "Abre Ajustes > Ubicación > Servicios de ubicación > Búsqueda de redes wifi y desactívala.",
  "Open Settings > Passwords & accounts > Work.": "Abre Ajustes > Contraseñas y cuentas > Trabajo.",
  "Remove the work profile if nobody manages the phone for you.":
    "Quita el perfil de trabajo si nadie administra el teléfono para ti.",
  "The list of {date} does not hold the line of the kernel.": "La lista de {date} no contiene la línea del núcleo.",
  "The list of kernel lines is of {date}, too long before this examination.":
    "La lista de líneas del núcleo es de {date}, demasiado antes de este análisis.",
  "holes known to be used in attacks": "fallos que se sabe que se usan en ataques",
  "fixes by the level that promises them": "correcciones según el nivel que las promete",
  "The phone does not tell the level of its fixes for {what}.":
    "El teléfono no dice el nivel de sus correcciones para {what}.",
  "The level of its fixes for {what} is no day of the calendar.":
    "El nivel de sus correcciones para {what} no es ningún día del calendario.",
  "The level of its fixes for {what} is of a day long after this examination.":
    "El nivel de sus correcciones para {what} es de un día muy posterior a este análisis.",
  "The level of its fixes for {what} is a day that its maker never changes.":
    "El nivel de sus correcciones para {what} es un día que su fabricante nunca cambia.",
  "chips and drivers": "chips y controladores",
  "The list of fixes ends in {date}: whether newer ones are missing is not known (candor feeds update).":
    "La lista de correcciones termina en {date}: no se sabe si faltan otras más nuevas (candor feeds update).",
  "The list of newest systems does not hold this model and region.":
    "La lista de sistemas más nuevos no contiene este modelo y región.",
  "The list of newest systems ends on {date}, too long before this examination.":
    "La lista de sistemas más nuevos termina el {date}, demasiado antes de este análisis.",
  "Only for phones of Xiaomi there is a list of the newest systems.":
    "Solo para teléfonos de Xiaomi hay una lista de los sistemas más nuevos.",
  "The phone does not tell its model and version as Xiaomi's servers name them.":
    "El teléfono no dice su modelo y versión como los nombran los servidores de Xiaomi.",
  "The phone's version is none of Xiaomi's stable ones, which alone can be compared.":
    "La versión del teléfono no es ninguna de las estables de Xiaomi, las únicas que se pueden comparar.",
  "libraries with known holes": "bibliotecas con fallos conocidos",
  "Open Settings > Security > More security settings > App pinning (on Xiaomi, search the settings for “pin”).":
    "Abre Ajustes > Seguridad > Más ajustes de seguridad > Fijar apps (en Xiaomi, busca «fijar» en los ajustes).",
  "Switch it off, or switch on that the PIN is asked for before unpinning.":
    "Desactívalo, o activa que se pida el PIN antes de soltar la app.",
  "Open Settings > System (on Xiaomi: Additional settings) > Date & time.":
    "Abre Ajustes > Sistema (en Xiaomi: Ajustes adicionales) > Fecha y hora.",
  "Switch on that both are set automatically.": "Activa que ambas se pongan automáticamente.",
  "Open the Play Store, touch your picture, then Settings > General > Google Play Instant.":
    "Abre Play Store, toca tu imagen y después Ajustes > General > Google Play Instant.",
  "Switch it off.": "Desactívalo.",
  "Open Settings > Security > Screen lock, and touch the wheel beside it.":
    "Abre Ajustes > Seguridad > Bloqueo de pantalla y toca la rueda que hay al lado.",
  "Let the phone lock immediately or after five seconds, and let the power key lock it at once.":
    "Haz que el teléfono se bloquee de inmediato o a los cinco segundos, y que el botón de encendido lo bloquee al instante.",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Select mock location app.":
    "Abre Ajustes > Sistema (en Xiaomi: Ajustes adicionales) > Opciones de desarrollador > Seleccionar app de ubicación simulada.",
  "Choose “Nothing”.": "Elige «Ninguna».",
  "Switch off “Make pattern visible”, or choose a PIN in place of the pattern.":
    "Desactiva «Mostrar el patrón», o elige un PIN en lugar del patrón.",
  "Nobody unlocks this phone with a pattern.": "Nadie desbloquea este teléfono con un patrón.",
  "Open Settings > Network & internet > Internet > Network preferences.":
    "Abre Ajustes > Red e Internet > Internet > Preferencias de red.",
  "Switch off notifications for public networks, and connecting to them.":
    "Desactiva los avisos de redes públicas y la conexión a ellas.",
  "Open Settings > Display > Screen timeout (or Sleep).":
    "Abre Ajustes > Pantalla > Tiempo de espera de la pantalla (o Suspender).",
  "Choose one minute or less.": "Elige un minuto o menos.",
  "Open Settings > Security & privacy (on Xiaomi, search the settings for “passwords”).":
    "Abre Ajustes > Seguridad y privacidad (en Xiaomi, busca «contraseñas» en los ajustes).",
  "Switch off “Show passwords”.": "Desactiva «Mostrar contraseñas».",
};
