import type { Phrases } from "../../check-texts.ts";

/** What changes do, why they cannot be made, and what the journal says of them. */
export const changes: Phrases = {
  "Disable {app} for user {n}, with its data kept": "Inhabilitar {app} para el usuario {n}, conservando sus datos",
  "Disable {app}": "Inhabilitar {app}",
  "Enable {app}": "Habilitar {app}",
  "HyperOS lets no computer disable apps of the system.":
    "HyperOS no deja que ningún ordenador inhabilite aplicaciones del sistema.",
  "HyperOS does not let a computer disable apps of the system.":
    "HyperOS no deja que un ordenador inhabilite aplicaciones del sistema.",
  "Without this part the phone may not start, work or get updates any more. Candor leaves it alone.":
    "Sin esta parte, el teléfono puede dejar de arrancar, de funcionar o de recibir actualizaciones. Candor no la toca.",
  "It manages this phone or profile (device or profile owner).":
    "Administra este teléfono o perfil (propietaria del dispositivo o del perfil).",
  "It is an active device administrator.": "Es una administradora activa del dispositivo.",
  "Take that right away on the phone first: Settings, Security, Device admin apps.":
    "Retírale antes ese derecho en el teléfono: Ajustes, Seguridad, Aplicaciones de administración del dispositivo.",
  "It is {what} that is in use.": "Es {what} que está en uso.",
  "Choose another app for it first: Settings, Apps, Default apps.":
    "Elige antes otra app para eso: Ajustes, Aplicaciones, Aplicaciones predeterminadas.",
  "It shows web pages inside other apps (WebView).": "Muestra páginas web dentro de otras aplicaciones (WebView).",
  "Choose another one first: developer options, WebView implementation.":
    "Elige antes otra: opciones de desarrollador, Implementación de WebView.",
  "It is the keyboard that is in use.": "Es el teclado que está en uso.",
  "Choose another keyboard first: Settings, Languages & input.":
    "Elige antes otro teclado: Ajustes, Idiomas y entrada.",
  "It is an accessibility service that is switched on, and would not come back switched on.":
    "Es un servicio de accesibilidad activado, y no volvería activado.",
  "Switch the service off first, if you do not need it.": "Desactiva antes el servicio, si no lo necesitas.",
  "It may read all notifications, and would not come back with that right.":
    "Puede leer todas las notificaciones, y no volvería con ese derecho.",
  "Withdraw that right first, if you do not need it.": "Retírale antes ese derecho, si no lo necesitas.",
  "It is the {what}: that has to be chosen again when it is back.":
    "Es {what}: habrá que elegirlo de nuevo cuando vuelva.",
  "default app for {role}": "la aplicación predeterminada para «{role}»",
  "keyboard that is switched on": "un teclado activado",
  dialer: "teléfono",
  sms: "SMS",
  home: "inicio",
  browser: "navegador",
  assistant: "asistente",
  emergency: "emergencias",
  "call screening": "filtrado de llamadas",
  "call redirection": "desvío de llamadas",
  wallet: "cartera",
  notes: "notas",
  "Bring {app} back for user {n}": "Recuperar {app} para el usuario {n}",
  "Before Android 8 a computer cannot bring back an app of the system.":
    "Antes de Android 8, un ordenador no puede recuperar una aplicación del sistema.",
  "Install {app} again from the system partition": "Instalar {app} de nuevo desde la partición del sistema",
  "Suspend {app} no more": "Dejar de suspender {app}",
  "Let {app} run in the background again": "Dejar que {app} vuelva a funcionar en segundo plano",
  "Let {app} run in the background no more": "No dejar que {app} funcione más en segundo plano",
  "Suspend {app}": "Suspender {app}",
  "Stop {app}": "Detener {app}",
  "Suspend {app} for user {n} (it stays, cannot be opened, and may still run)":
    "Suspender {app} para el usuario {n} (sigue ahí, no se puede abrir y aún puede funcionar)",
  "Before Android 9 a computer cannot suspend apps.":
    "Antes de Android 9, un ordenador no puede suspender aplicaciones.",
  "Uninstall {app} for user {n}, with its data kept": "Desinstalar {app} para el usuario {n}, conservando sus datos",
  "Uninstall {app} for user {n} and keep its data": "Desinstalar {app} para el usuario {n} y conservar sus datos",
  "It did not come with the system: its file would be gone, and could not be brought back.":
    "No venía con el sistema: su archivo desaparecería y no se podría recuperar.",
  "From Android 17 on a computer cannot remove apps of the system.":
    "A partir de Android 17, un ordenador no puede quitar aplicaciones del sistema.",
  "Before Android 8 a computer cannot bring an app back that was uninstalled for a user.":
    "Antes de Android 8, un ordenador no puede recuperar una aplicación desinstalada para un usuario.",
  "Its place on the home screen, its alarms and accounts may have to be set up again.":
    "Puede que haya que volver a configurar su sitio en la pantalla de inicio, sus alarmas y sus cuentas.",
  "{app} is not installed for user {n}.": "{app} no está instalada para el usuario {n}.",
  "{app} is not on this phone.": "{app} no está en este teléfono.",
  "package {name}": "el paquete {name}",
  "package {name} for user {n}": "el paquete {name} del usuario {n}",
  "{name} for user {n}": "{name} del usuario {n}",
  "the package {name} of user {n}": "el paquete {name} del usuario {n}",
  "settings of user {n}": "los ajustes del usuario {n}",
  "default apps of user {n}": "las aplicaciones predeterminadas del usuario {n}",
  "the keyboards of user {n}": "los teclados del usuario {n}",
  "the sensor switches of user {n}": "los interruptores de sensores del usuario {n}",
  "which apps read the notifications of user {n}": "qué aplicaciones leen las notificaciones del usuario {n}",
  "who is {what} of user {n}": "cuál es {what} del usuario {n}",
  "whether {app} has networks": "si {app} tiene red",
  "the app-op of {permission}": "la app-op de {permission}",
  "a mode of {op} that can be set again": "un modo de {op} que se pueda volver a poner",
  "the level of Android (ro.build.version.sdk)": "el nivel de Android (ro.build.version.sdk)",
  "what {key} stands at in a way that is known here": "en qué está {key}, de una forma que aquí se conozca",
  "The system or the app itself has switched it off, and Android lets no computer change that.":
    "El sistema o la propia app la ha desactivado, y Android no deja que ningún ordenador lo cambie.",
  "It is off until it is used, and Android lets no computer change that.":
    "Está desactivada hasta que se use, y Android no deja que ningún ordenador lo cambie.",
  "Allow {app}: {what}": "Permitir a {app}: {what}",
  "Have {app} ask for: {what}": "Hacer que {app} pregunte por: {what}",
  "Withdraw from {app}: {what}": "Retirar a {app}: {what}",
  "Withdraw from {app}, which may not ask again: {what}": "Retirar a {app}, que no podrá volver a preguntar: {what}",
  "{app} (user {n})": "{app} (usuario {n})",
  "Grant {what}": "Conceder {what}",
  "Withdraw {what}": "Retirar {what}",
  "{what}; the same holds for {apps}": "{what}; lo mismo vale para {apps}",
  "It was allowed for one time only. Taken back, it stays allowed until somebody withdraws it.":
    "Solo estaba permitido una vez. Al deshacerlo, queda permitido hasta que alguien lo retire.",
  "Note that the person decided": "Anotar que lo decidió la persona",
  "Forget that the person decided": "Olvidar que lo decidió la persona",
  "Do not let the app ask again": "No dejar que la app vuelva a preguntar",
  "Let the app ask again": "Dejar que la app vuelva a preguntar",
  "Set the app-op {op} to “{mode}”": "Poner la app-op {op} en «{mode}»",
  "Set {op} to “{mode}” for {app} of user {n}": "Poner {op} en «{mode}» para {app} del usuario {n}",
  "Set {op} to “{mode}”": "Poner {op} en «{mode}»",
  "A mode of the whole app (“{mode}”) overrules this one.": "Un modo de toda la app («{mode}») prevalece sobre este.",
  "Only phones of Xiaomi know this.": "Solo los teléfonos de Xiaomi conocen esto.",
  "Only phones of Xiaomi can be told to ask for this.":
    "Solo a los teléfonos de Xiaomi se les puede decir que pregunten por esto.",
  "The app does not ask for this permission.": "La app no pide este permiso.",
  "Android gives this permission with the installation: nobody is asked for it.":
    "Android da este permiso con la instalación: no se le pregunta a nadie.",
  "The phone's maker fixed this permission: nobody may change it.":
    "El fabricante del teléfono fijó este permiso: nadie puede cambiarlo.",
  "An administrator of this phone or profile fixed this permission.":
    "Un administrador de este teléfono o perfil fijó este permiso.",
  "Before Android 12 a computer cannot change whether an app may ask again.":
    "Antes de Android 12, un ordenador no puede cambiar si una app puede volver a preguntar.",
  "Set it on the phone: Settings, Apps, this app, Permissions.":
    "Ponlo en el teléfono: Ajustes, Aplicaciones, esta app, Permisos.",
  "The app was made for Android 5 or older, and Android has no other way to keep this from it.":
    "La app se hizo para Android 5 o anterior, y Android no tiene otra manera de negarle esto.",
  "The app was made for Android 5 or older: it cannot ask.":
    "La app se hizo para Android 5 o anterior: no puede preguntar.",
  "Let the accessibility service {name} read the screen and act for user {n}":
    "Dejar que el servicio de accesibilidad {name} lea la pantalla y actúe por el usuario {n}",
  "Switch off the accessibility service {name} of user {n}":
    "Desactivar el servicio de accesibilidad {name} del usuario {n}",
  "Let {app} use networks again": "Dejar que {app} vuelva a usar la red",
  "Let {app} use networks": "Dejar que {app} use la red",
  "Deny {app} every network": "Negar a {app} toda red",
  "Cut {app} off from every network, until the phone restarts":
    "Cortar a {app} toda red, hasta que el teléfono se reinicie",
  "Before Android 13 a computer cannot cut an app off from networks.":
    "Antes de Android 13, un ordenador no puede cortar la red a una app.",
  "It is part of the system itself, which Android does not cut off.":
    "Es parte del propio sistema, al que Android no corta la red.",
  "Let rules of this kind count": "Hacer que cuenten las reglas de este tipo",
  "Let rules of this kind count, which also cuts off {apps} again":
    "Hacer que cuenten las reglas de este tipo, lo que también vuelve a cortar la red a {apps}",
  "Let {app} of user {n} use mobile data in the background":
    "Dejar que {app} del usuario {n} use datos móviles en segundo plano",
  "Let {app} of user {n} use mobile data only while it is open":
    "Dejar que {app} del usuario {n} use datos móviles solo mientras está abierta",
  "Give {app} mobile data in the background": "Dar a {app} datos móviles en segundo plano",
  "Deny {app} mobile data in the background": "Negar a {app} datos móviles en segundo plano",
  "It is part of the system itself, which Android does not limit.":
    "Es parte del propio sistema, al que Android no limita.",
  "Let {app} run at any time, past battery saving": "Dejar que {app} funcione en todo momento, sin ahorro de batería",
  "Let battery saving act on {app} (it may tell of news later)":
    "Dejar que el ahorro de batería actúe sobre {app} (puede avisar más tarde de las novedades)",
  "The maker of the phone exempted this app; a computer cannot take that back for good.":
    "El fabricante del teléfono eximió a esta app; un ordenador no puede quitarlo para siempre.",
  "Exempt {app} from battery saving": "Eximir a {app} del ahorro de batería",
  "End the exemption of {app} from battery saving": "Terminar la exención de {app} del ahorro de batería",
  "This phone has not stored this switch, so nothing on it would read it.":
    "Este teléfono no ha guardado este interruptor, así que nada en él lo leería.",
  "Only phones of Xiaomi have this switch.": "Solo los teléfonos de Xiaomi tienen este interruptor.",
  "Only a person can switch this, on the phone.": "Solo una persona puede cambiarlo, en el teléfono.",
  "Switch off: {vendor}, {what}": "Desactivar: {vendor}, {what}",
  "Switch on: {vendor}, {what}": "Activar: {vendor}, {what}",
  "Switch off: {vendor}, {what} for user {n}": "Desactivar para el usuario {n}: {vendor}, {what}",
  "Switch on: {vendor}, {what} for user {n}": "Activar para el usuario {n}: {vendor}, {what}",
  "Keep off: {vendor}, {what}": "Mantener desactivado: {vendor}, {what}",
  "Keep on: {vendor}, {what}": "Mantener activado: {vendor}, {what}",
  "Let {app} of user {n} sleep until it is opened": "Dejar que {app} del usuario {n} duerma hasta que se abra",
  "Wake {app} of user {n}": "Despertar a {app} del usuario {n}",
  "Put {app} to sleep": "Poner a dormir a {app}",
  "Wake {app}": "Despertar a {app}",
  "Before Android 12 apps cannot be put to sleep.": "Antes de Android 12 no se pueden poner a dormir las aplicaciones.",
  "Switch the keyboard {name} of user {n} on": "Activar el teclado {name} del usuario {n}",
  "Switch the keyboard {name} of user {n} off": "Desactivar el teclado {name} del usuario {n}",
  "Switch {name} on": "Activar {name}",
  "Switch {name} off": "Desactivar {name}",
  "It is the only keyboard that is switched on.": "Es el único teclado activado.",
  "It is the keyboard in use.": "Es el teclado en uso.",
  "Choose another one first: tap the keyboard symbol beside or below the keyboard, or open Settings, Languages & input.":
    "Elige antes otro: toca el símbolo del teclado que está al lado o debajo, o abre Ajustes, Idiomas y entrada.",
  "Which languages were chosen for it, and its place among the keyboards.":
    "Qué idiomas se eligieron para él y su sitio entre los teclados.",
  "Let {name} read all notifications of user {n}": "Dejar que {name} lea todas las notificaciones del usuario {n}",
  "Let {name} read the notifications of user {n} no more":
    "No dejar que {name} lea más las notificaciones del usuario {n}",
  "Before Android 9 a computer cannot change this.": "Antes de Android 9, un ordenador no puede cambiar esto.",
  "On the phone: Settings, Apps, Special app access, Notification access.":
    "En el teléfono: Ajustes, Aplicaciones, Acceso especial de aplicaciones, Acceso a notificaciones.",
  "Allow {name} to read notifications": "Permitir a {name} leer las notificaciones",
  "Forbid {name} to read notifications": "Prohibir a {name} leer las notificaciones",
  "Let no app be {what} of user {n}": "Que ninguna app sea {what} del usuario {n}",
  "Make {app} {what} of user {n}": "Hacer que {app} sea {what} del usuario {n}",
  "Make {app} {what}": "Hacer que {app} sea {what}",
  "Make {name} {what} in place of {app}": "Hacer que {name} sea {what} en lugar de {app}",
  "Let {app} be {what} no more": "Que {app} deje de ser {what}",
  "Before Android 10 a computer cannot choose default apps.":
    "Antes de Android 10, un ordenador no puede elegir las aplicaciones predeterminadas.",
  "On the phone: Settings, Apps, Default apps.": "En el teléfono: Ajustes, Aplicaciones, Aplicaciones predeterminadas.",
  "The phone needs {what}.": "El teléfono necesita {what}.",
  "Choose another app for it instead of none.": "Elige otra app para eso en lugar de ninguna.",
  "the assistant": "el asistente",
  "the browser": "el navegador",
  "the app that redirects calls": "la app que desvía las llamadas",
  "the app that screens calls": "la app que filtra las llamadas",
  "the app for calls": "la app de llamadas",
  "the app for emergencies": "la app de emergencias",
  "the home screen": "la pantalla de inicio",
  "the app for messages": "la app de mensajes",
  "Switch the camera off for all apps of user {n}": "Desactivar la cámara para todas las aplicaciones del usuario {n}",
  "Switch the camera on for all apps of user {n}": "Activar la cámara para todas las aplicaciones del usuario {n}",
  "Switch the microphone off for all apps of user {n}":
    "Desactivar el micrófono para todas las aplicaciones del usuario {n}",
  "Switch the microphone on for all apps of user {n}":
    "Activar el micrófono para todas las aplicaciones del usuario {n}",
  "Switch the camera off (the phone has to be unlocked)":
    "Desactivar la cámara (el teléfono tiene que estar desbloqueado)",
  "Switch the camera on (the phone has to be unlocked)": "Activar la cámara (el teléfono tiene que estar desbloqueado)",
  "Switch the microphone off (the phone has to be unlocked)":
    "Desactivar el micrófono (el teléfono tiene que estar desbloqueado)",
  "Switch the microphone on (the phone has to be unlocked)":
    "Activar el micrófono (el teléfono tiene que estar desbloqueado)",
  "Before Android 12 no switch turns off a sensor for all apps.":
    "Antes de Android 12, ningún interruptor desactiva un sensor para todas las aplicaciones.",
  "Take out the setting {key}": "Quitar el ajuste {key}",
  "Take out the setting {key} of user {n}": "Quitar el ajuste {key} del usuario {n}",
  "Set {key} to {value}": "Poner {key} en {value}",
  "Set {key} of user {n} to {value}": "Poner {key} del usuario {n} en {value}",
  "{what} (setting {key})": "{what} (ajuste {key})",
  "{what} (setting {key} of user {n})": "{what} (ajuste {key} del usuario {n})",
  "Switch Wi-Fi scanning off": "Desactivar la búsqueda de redes wifi",
  "Switch Wi-Fi scanning on": "Activar la búsqueda de redes wifi",
  "Switch Bluetooth scanning off": "Desactivar la búsqueda de Bluetooth",
  "Switch Bluetooth scanning on": "Activar la búsqueda de Bluetooth",
  "Set Private DNS to automatic": "Poner el DNS privado en automático",
  "Switch Private DNS off": "Desactivar el DNS privado",
  "Set Private DNS to the provider that is set": "Poner el DNS privado en el proveedor indicado",
  "Forget computers that have not debugged the phone for seven days":
    "Olvidar los ordenadores que llevan siete días sin depurar el teléfono",
  "Let nobody add users from the lock screen": "No dejar que nadie añada usuarios desde la pantalla de bloqueo",
  "Let users be added from the lock screen": "Dejar que se añadan usuarios desde la pantalla de bloqueo",
  "Do not check apps that are installed from a computer":
    "No comprobar las aplicaciones que se instalan desde un ordenador",
  "Check apps that are installed from a computer": "Comprobar las aplicaciones que se instalan desde un ordenador",
  "Install system updates by itself at a restart": "Instalar las actualizaciones del sistema por sí mismo al reiniciar",
  "Do not install system updates by itself": "No instalar actualizaciones del sistema por sí mismo",
  "Look for sign-in pages of Wi-Fi networks again": "Volver a buscar páginas de acceso de las redes wifi",
  "Ask Android's own server whether there is a sign-in page":
    "Preguntar al servidor del propio Android si hay una página de acceso",
  "Send web traffic through no proxy": "No enviar el tráfico web por ningún proxy",
  "Let no script choose the proxy": "No dejar que ningún script elija el proxy",
  "Hide what notifications say on the lock screen": "Ocultar lo que dicen las notificaciones en la pantalla de bloqueo",
  "Show what notifications say on the lock screen": "Mostrar lo que dicen las notificaciones en la pantalla de bloqueo",
  "Show no cards and device controls in the power menu of the locked phone":
    "No mostrar tarjetas ni controles de dispositivos en el menú de apagado del teléfono bloqueado",
  "Show no wallet on the lock screen": "No mostrar la cartera en la pantalla de bloqueo",
  "Switch the screen off after one minute": "Apagar la pantalla al cabo de un minuto",
  "Do not show passwords while they are typed": "No mostrar las contraseñas mientras se escriben",
  "Show passwords while they are typed": "Mostrar las contraseñas mientras se escriben",
  "Lock five seconds after the screen goes off": "Bloquear cinco segundos después de apagarse la pantalla",
  "Lock at once by the power key": "Bloquear al instante con el botón de encendido",
  "Do not draw the pattern visibly": "Ocultar el trazo del patrón",
  "Draw the pattern visibly": "Mostrar el trazo del patrón",
  "Leave a pinned app without a PIN": "Salir de una app fijada sin PIN",
  "Ask for the PIN when a pinned app is left": "Pedir el PIN al salir de una app fijada",
  "Switch instant apps off": "Desactivar las apps instantáneas",
  "Switch instant apps on": "Activar las apps instantáneas",
  "Set date and time by hand": "Poner la fecha y la hora a mano",
  "Take date and time from the network": "Tomar la fecha y la hora de la red",
  "Set the time zone by hand": "Poner la zona horaria a mano",
  "Take the time zone from the network": "Tomar la zona horaria de la red",
  "Have public networks neither rated nor suggested": "No valorar ni sugerir redes públicas",
  "Have public networks rated and suggested": "Valorar y sugerir redes públicas",
  "Show no device controls on the lock screen": "No mostrar controles de dispositivos en la pantalla de bloqueo",
  "Let no apps from unknown sources in": "No dejar entrar aplicaciones de orígenes desconocidos",
  "Switch on “USB debugging (Security settings)” in the developer options; the phone asks for a Mi account and often for a SIM card.":
    "Activa «Depuración USB (ajustes de seguridad)» en las opciones de desarrollador; el teléfono pide una cuenta Mi y a menudo una tarjeta SIM.",
  "This phone lets no computer change this while “USB debugging (Security settings)” is off.":
    "Este teléfono no deja que ningún ordenador cambie esto mientras «Depuración USB (ajustes de seguridad)» está desactivada.",
  "Let {app} fill in forms and passwords of user {n} no more":
    "No dejar que {app} rellene más formularios y contraseñas del usuario {n}",
  "Uninstall it for the user and keep its data: that can be taken back as well.":
    "Desinstálala para el usuario y conserva sus datos: también eso se puede deshacer.",
  "Xiaomi lets nobody disable this app.": "Xiaomi no deja que nadie inhabilite esta app.",
  "Suspend it instead: it stays, and cannot be opened.": "Suspéndela en su lugar: sigue ahí y no se puede abrir.",
  "Xiaomi protects this app from removal.": "Xiaomi protege esta app para que no se quite.",
  "The phone forbids this user to remove apps.": "El teléfono prohíbe a este usuario quitar aplicaciones.",
  "It is not installed for this user.": "No está instalada para este usuario.",
  "The phone does not let computers change this.": "El teléfono no deja que los ordenadores cambien esto.",
  "On Xiaomi phones, switch on “USB debugging (Security settings)” in the developer options.":
    "En los teléfonos Xiaomi, activa «Depuración USB (ajustes de seguridad)» en las opciones de desarrollador.",
  "Android has fixed this permission: nobody may change it.": "Android ha fijado este permiso: nadie puede cambiarlo.",
  "Only the person at the phone can take this right away.":
    "Solo la persona que tiene el teléfono puede retirar este derecho.",
  "This user is closed to computers.": "Este usuario está cerrado a los ordenadores.",
  "Reading again": "Leyendo de nuevo",
  "Reading again failed: {reason}": "Falló al leer de nuevo: {reason}",
  "It was stopped before.": "Se detuvo antes.",
  "Not done: {reason}": "No se hizo: {reason}",
  "The phone took the commands and did not change.": "El teléfono aceptó los comandos y no cambió.",
  "It may have run before the interruption.": "Puede que se ejecutara antes de la interrupción.",
  "{what} could not be read: {reason}": "No se pudo leer «{what}»: {reason}",
  "it was not asked for": "no se pidió",
  "not asked for": "no se pidió",
  "it was stopped": "se detuvo",
  "the phone answered nothing": "el teléfono no respondió nada",
  "the phone answered: nothing": "el teléfono no respondió nada",
  "the phone answered: {value}": "el teléfono respondió: {value}",
  "the command ended with code {n} and said: {value}": "el comando terminó con el código {n} y dijo: {value}",
  "the answer holds NUL bytes": "la respuesta contiene bytes NUL",
  "the answer breaks off before its end": "la respuesta se corta antes de terminar",
  "It is not known when this was taken, and ages need that.":
    "No se sabe cuándo se tomó esto, y las edades lo necesitan.",
  "Take back: {what}": "Deshacer: {what}",
  "Put lost permissions back": "Devolver los permisos perdidos",
  "Bring apps back": "Recuperar aplicaciones",
  "Take changes back": "Deshacer cambios",
  "Took back entry {n}": "Se deshizo la entrada {n}",
  "{n} changes": "{n} cambios",
  "1 change": "1 cambio",
  "Examined the phone: {n} facts read, {unread} not": "Se analizó el teléfono: {n} datos leídos, {unread} no",
  "Wrote {format} about {value}: {reason}": "Se escribió {format} sobre {value}: {reason}",
  "Line {n} of the journal was lost; the damaged file is {value}":
    "Se perdió la línea {n} del registro; el archivo dañado es {value}",
  "Data collection: {n} of {all} switches are off": "Recogida de datos: {n} de {all} interruptores están desactivados",
  "Data collection: {n} of {all} switches are off; on: {apps}":
    "Recogida de datos: {n} de {all} interruptores están desactivados; activados: {apps}",
  "hide apps": "ocultar aplicaciones",
  "Looking into {app}": "Mirando en {app}",
  "Looking into the apps": "Mirando en las aplicaciones",
  "Looking into the app": "Mirando en la app",
  "Update the lists": "Actualizar las listas",
  "The app is no longer installed.": "La app ya no está instalada.",
  "What is in the files of apps is seen by the next examination only.":
    "Lo que hay en los archivos de las aplicaciones solo se ve en el próximo análisis.",
  "The phone did not tell.": "El teléfono no lo dijo.",
  "The phone says so now.": "El teléfono lo dice ahora.",
  "It was stopped.": "Se detuvo.",
  "This is not the phone itself: nothing can be opened on it.":
    "Esto no es el propio teléfono: no se puede abrir nada en él.",
  "It is the screen of one app: say which.": "Es la pantalla de una app: di cuál.",
  "This phone has no such screen, or lets no computer open it.":
    "Este teléfono no tiene esa pantalla, o no deja que ningún ordenador la abra.",
  "It is a setting of user {app}: switch the phone to that user first.":
    "Es un ajuste del usuario {app}: cambia antes el teléfono a ese usuario.",
  "App-ops could not be read: “allowed” may be withheld all the same, and no last use is known.":
    "No se pudieron leer las app-ops: lo «permitido» puede estar retenido igualmente, y no se sabe del último uso.",
  "When apps were last opened could not be read.":
    "No se pudo leer cuándo se abrieron las aplicaciones por última vez.",
  "Which apps are default apps could not be read.": "No se pudo leer qué aplicaciones son predeterminadas.",
  "The version of Android could not be read: what is only allowed in use is not told apart.":
    "No se pudo leer la versión de Android: no se distingue lo permitido solo durante el uso.",
  "What apps may have could not be read: {reason}": "No se pudo leer qué pueden tener las aplicaciones: {reason}",
  "The phone does not tell since when it was not opened.": "El teléfono no dice desde cuándo no se abre.",
  "Its package name is none that Android allows.": "Su nombre de paquete no es de los que Android permite.",
  "It is {what} and needs this": "Es {what} y necesita esto",
};
