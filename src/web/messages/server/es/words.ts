import type { Phrases } from "../../check-texts.ts";

/** Names of permissions, facts, lists and virtual phones. */
export const words: Phrases = {
  "the camera": "la cámara",
  "the microphone": "el micrófono",
  "the precise location": "la ubicación precisa",
  "the approximate location": "la ubicación aproximada",
  "the location in the background": "la ubicación en segundo plano",
  "reading contacts": "leer los contactos",
  "changing contacts": "cambiar los contactos",
  "the list of accounts": "la lista de cuentas",
  "reading text messages": "leer los SMS",
  "receiving text messages": "recibir SMS",
  "sending text messages": "enviar SMS",
  "receiving multimedia messages": "recibir mensajes multimedia",
  "receiving WAP messages": "recibir mensajes WAP",
  "reading the call log": "leer el registro de llamadas",
  "changing the call log": "cambiar el registro de llamadas",
  "seeing outgoing calls": "ver las llamadas salientes",
  "the state of the phone and of calls": "el estado del teléfono y de las llamadas",
  "the phone number": "el número de teléfono",
  "making calls": "hacer llamadas",
  "answering calls": "contestar llamadas",
  "taking over calls": "continuar llamadas",
  "adding voicemail": "añadir mensajes de voz",
  "internet calls": "llamadas por internet",
  "reading the calendar": "leer el calendario",
  "changing the calendar": "cambiar el calendario",
  "reading shared files": "leer los archivos compartidos",
  "changing shared files": "cambiar los archivos compartidos",
  "music and audio files": "música y archivos de audio",
  photos: "fotos",
  videos: "vídeos",
  "the photos and videos that were chosen for it": "las fotos y los vídeos elegidos para ella",
  "the places in photos": "los lugares en las fotos",
  "sensors of the body": "sensores corporales",
  "sensors of the body in the background": "sensores corporales en segundo plano",
  "physical activity": "actividad física",
  "finding devices nearby": "encontrar dispositivos cercanos",
  "connecting to devices nearby": "conectarse a dispositivos cercanos",
  "being found by devices nearby": "que lo encuentren dispositivos cercanos",
  "the distance of devices nearby": "la distancia de dispositivos cercanos",
  "Wi-Fi devices nearby": "dispositivos wifi cercanos",
  "showing notifications": "mostrar notificaciones",
  "Accessibility services that are switched on, per user": "Servicios de accesibilidad activados, por usuario",
  "VPNs that are connected": "VPN conectadas",
  "Computers that may use ADB, with the fingerprint and name of each key":
    "Ordenadores que pueden usar ADB, con la huella y el nombre de cada clave",
  "The API level of the phone's Android": "El nivel de API del Android del teléfono",
  "Signing certificates and file digests of the installed apps":
    "Certificados de firma y resúmenes de los archivos de las aplicaciones instaladas",
  "Apps that the phone put to sleep because they were not used, per user":
    "Aplicaciones que el teléfono puso a dormir por no usarse, por usuario",
  "What is in the files of the installed apps": "Qué hay en los archivos de las aplicaciones instaladas",
  "Apps that a computer cut off from every network": "Aplicaciones a las que un ordenador cortó toda red",
  "What each app may do beyond its permissions, and when it last did it (app-ops)":
    "Qué puede hacer cada app más allá de sus permisos, y cuándo lo hizo por última vez (app-ops)",
  "When each app was last opened, per user": "Cuándo se abrió cada app por última vez, por usuario",
  "Apps that may not use mobile data in the background, and data saver":
    "Aplicaciones que no pueden usar datos móviles en segundo plano, y el ahorro de datos",
  "Android's own backup, whether it runs and where it goes":
    "La copia de seguridad de Android, si funciona y adónde va",
  "Apps that battery saving leaves alone": "Aplicaciones que el ahorro de batería deja en paz",
  "What the phone's hardware vouched for when Candor asked it last":
    "De qué respondió el hardware del teléfono cuando Candor le preguntó por última vez",
  "What was chosen for this phone with Candor, and whether it holds":
    "Qué se eligió para este teléfono con Candor, y si se mantiene",
  "The assistant, autofill and password services that were chosen, per user":
    "El asistente y los servicios de autocompletado y contraseñas elegidos, por usuario",
  "What the phone says it is": "Qué dice el teléfono que es",
  "Device administrators, device and profile owners, encryption status":
    "Administradores del dispositivo, propietarios del dispositivo y de perfiles, estado del cifrado",
  "Settings of the whole phone": "Ajustes de todo el teléfono",
  "Names that the hosts file sends elsewhere, past DNS":
    "Nombres que el archivo hosts manda a otro sitio, sin pasar por el DNS",
  "Keyboards and other input methods that are switched on, per user":
    "Teclados y otros métodos de entrada activados, por usuario",
  "What the bootloader told the kernel about verified boot":
    "Qué dijo el cargador de arranque al kernel sobre el arranque verificado",
  "The running kernel": "El kernel en funcionamiento",
  "Which apps have an icon on the home screen, per running user":
    "Qué aplicaciones tienen un icono en la pantalla de inicio, por usuario en marcha",
  "Whether the lock screen is switched off": "Si la pantalla de bloqueo está desactivada",
  "How the lock screen is secured, per user": "Cómo está protegida la pantalla de bloqueo, por usuario",
  "Apps pinned against being stopped (MIUI, HyperOS), per user":
    "Aplicaciones fijadas para que no se detengan (MIUI, HyperOS), por usuario",
  "Mounted file systems": "Sistemas de archivos montados",
  "Apps that may read all notifications, per user":
    "Aplicaciones que pueden leer todas las notificaciones, por usuario",
  "Packages in detail (version, origin, permissions and state per user)":
    "Paquetes en detalle (versión, origen, permisos y estado por usuario)",
  "Which package must approve installations (Play Protect on phones with Google Play)":
    "Qué paquete debe aprobar las instalaciones (Play Protect en teléfonos con Google Play)",
  "Installed packages": "Paquetes instalados",
  "The Google Play system update": "La actualización del sistema de Google Play",
  "Apps that own the phone or a profile": "Aplicaciones propietarias del teléfono o de un perfil",
  "Running processes": "Procesos en marcha",
  "System properties, as the phone reports them": "Propiedades del sistema, como las comunica el teléfono",
  "Traces of apps that were removed in the last days": "Rastros de aplicaciones quitadas en los últimos días",
  "Default apps for messages, calls, web pages, home screen and assistance, per user":
    "Aplicaciones predeterminadas de mensajes, llamadas, páginas web, pantalla de inicio y asistencia, por usuario",
  "Files of root tools": "Archivos de herramientas de root",
  "Settings that only the system may change, per user": "Ajustes que solo el sistema puede cambiar, por usuario",
  "Whether SELinux separates apps and system": "Si SELinux separa las aplicaciones y el sistema",
  "Whether microphone and camera are switched off for all apps, per user":
    "Si el micrófono y la cámara están desactivados para todas las aplicaciones, por usuario",
  "Settings that apps may change, per user": "Ajustes que las aplicaciones pueden cambiar, por usuario",
  "Services that may keep the phone unlocked, per user":
    "Servicios que pueden mantener el teléfono desbloqueado, por usuario",
  "What the USB port does at the moment": "Qué hace el puerto USB en este momento",
  "Certificate authorities added by hand, by an app or by a manager":
    "Autoridades de certificación añadidas a mano, por una app o por un administrador",
  "What each user is (owner, other person, guest, work profile, second space, dual apps, private space)":
    "Qué es cada usuario (dueño, otra persona, invitado, perfil de trabajo, segundo espacio, aplicaciones duales, espacio privado)",
  "Users and profiles on the phone": "Usuarios y perfiles del teléfono",
  "The WebView that shows web pages inside apps": "La WebView que muestra páginas web dentro de las aplicaciones",
  "Until when each version of Android got fixes from Google":
    "Hasta cuándo recibió cada versión de Android correcciones de Google",
  "When the main versions of Chromium came out": "Cuándo salieron las versiones principales de Chromium",
  "Trackers in Android apps: the classes and hosts by which they are recognised":
    "Rastreadores en aplicaciones de Android: las clases y los servidores por los que se reconocen",
  "Who signs apps that are often copied: package names with the certificates that are published for them":
    "Quién firma las aplicaciones que se copian a menudo: nombres de paquete con los certificados publicados para ellas",
  "Libraries and frameworks that apps are made with: who makes them, by which classes and files they are recognised":
    "Bibliotecas y marcos con los que se hacen las aplicaciones: quién los hace y por qué clases y archivos se reconocen",
  "Signs of spyware that research groups have documented: packages, files, hashes, servers":
    "Indicios de software espía documentados por grupos de investigación: paquetes, archivos, hashes, servidores",
  "Packages that come with phones: what each does, what it sends, what removing it costs":
    "Paquetes que vienen con los teléfonos: qué hace cada uno, qué envía, qué cuesta quitarlo",
  "Apps made to watch a person in secret: their packages, signing certificates and servers":
    "Aplicaciones hechas para vigilar a alguien en secreto: sus paquetes, certificados de firma y servidores",
  "YARA rules for the code of apps made to watch a person in secret":
    "Reglas YARA para el código de aplicaciones hechas para vigilar a alguien en secreto",
  "Digests of app files made to watch a person in secret":
    "Resúmenes de archivos de aplicaciones hechas para vigilar a alguien en secreto",
  "Trackers in apps, who gets their data and what for, as written for Candor":
    "Rastreadores en aplicaciones, quién recibe sus datos y para qué, escrito para Candor",
  "Pre-installed packages, with the advice of the Universal Android Debloater":
    "Paquetes preinstalados, con los consejos de Universal Android Debloater",
  "Xiaomi phone of an ordinary owner, HyperOS 2, Android 15":
    "Teléfono Xiaomi de una persona corriente, HyperOS 2, Android 15",
  "Clean stock phone, Android 15": "Teléfono de fábrica sin problemas, Android 15",
  "Old Xiaomi phone, MIUI 12, Android 10": "Teléfono Xiaomi antiguo, MIUI 12, Android 10",
  "Phone with stalkerware and an abuser's traces, Samsung-like, Android 13":
    "Teléfono con stalkerware y huellas de un maltratador, parecido a Samsung, Android 13",
  "Rooted and unlocked phone with an unofficial build, Android 12":
    "Teléfono rooteado y desbloqueado con un sistema no oficial, Android 12",
  "Phone that attacks its examiner, Android 14": "Teléfono que ataca a quien lo analiza, Android 14",
  "Locked, encrypted, with a PIN, and otherwise as phones are after two years of use: more than half a year without security patches, personalised advertising and the collecting apps as delivered, a cleaner that came as a file in a chat and reads the screen, a weather app that follows its owner day and night, a forgotten certificate authority, and messages on the lock screen.":
    "Bloqueado, cifrado, con PIN y, por lo demás, como están los teléfonos tras dos años de uso: más de medio año sin parches de seguridad, publicidad personalizada y aplicaciones recolectoras tal como vinieron, un limpiador que llegó como archivo en un chat y lee la pantalla, una app del tiempo que sigue a su dueño día y noche, una autoridad de certificación olvidada y mensajes en la pantalla de bloqueo.",
  "A Pixel-like phone of a careful owner: locked, encrypted, up to date, few apps, all of them from the store. Whatever is found here is either debugging, which has to be on while a computer looks, or a false alarm of ours.":
    "Un teléfono parecido a un Pixel, de alguien cuidadoso: bloqueado, cifrado, al día, con pocas aplicaciones y todas de la tienda. Lo que se encuentre aquí es o la depuración, que tiene que estar activada mientras mira un ordenador, o una falsa alarma nuestra.",
  "A Redmi Note of 2019 that its owner still uses: five and a half years without patches, full-disk encryption without a PIN, ADB waiting on a network port, advertising and collecting as delivered. Its layouts are those of Android 10.":
    "Un Redmi Note de 2019 que su dueño aún usa: cinco años y medio sin parches, cifrado de disco completo sin PIN, ADB a la espera en un puerto de red, publicidad y recogida de datos tal como vino. Sus formatos son los de Android 10.",
  "Somebody had this phone unlocked in hand for a quarter of an hour: a stalkerware app without an icon that reads the screen, the notifications and the messages and cannot be removed, Play Protect switched off, wireless debugging on, a second computer's key, a fingerprint-free PIN that both know. The app bears the name of a real one of the public list; it does nothing.":
    "Alguien tuvo este teléfono desbloqueado en la mano un cuarto de hora: una app de stalkerware sin icono que lee la pantalla, las notificaciones y los mensajes y no se puede quitar, Play Protect desactivado, depuración inalámbrica activada, la clave de un segundo ordenador, un PIN sin huella que ambos conocen. La app lleva el nombre de una real de la lista pública; no hace nada.",
  "Bootloader unlocked, verified boot orange, a debuggable test-keys build with SELinux permissive and a writable system, Magisk with its manager and an app that hooks others, a changed hosts file, no screen lock.":
    "Cargador de arranque desbloqueado, arranque verificado en naranja, un sistema depurable con test-keys, SELinux permisivo y sistema escribible, Magisk con su gestor y una app que intercepta a otras, un archivo hosts cambiado, sin bloqueo de pantalla.",
  "Every text that a phone can choose is chosen badly: terminal escapes, HTML, spreadsheet formulas, path traversal, prototype keys, forged section marks, broken UTF-8, endless lines, and a dump of a gigabyte. Nothing of it may reach a terminal, a page, a table or a disk unescaped, and the rest of the report has to be right.":
    "Todo texto que un teléfono puede elegir está elegido con mala idea: secuencias de terminal, HTML, fórmulas de hoja de cálculo, rutas que se salen, claves de prototipo, marcas de sección falsas, UTF-8 roto, líneas sin fin y un volcado de un gigabyte. Nada de ello puede llegar sin escapar a un terminal, una página, una tabla o un disco, y el resto del informe tiene que ser correcto.",
  "Countries to which personal data may go by a decision of the European Union or another region, with scope and dates":
    "Países a los que pueden ir datos personales por una decisión de la Unión Europea u otra región, con alcance y fechas",
  "Domains with the company behind them and what they are mostly used for":
    "Dominios con la empresa que hay detrás y para qué se usan sobre todo",
  "What the law of a region says of personal data that goes to other countries, and within which time a request is answered":
    "Qué dice la ley de una región sobre los datos personales que van a otros países, y en qué plazo se responde a una solicitud",
  "The supervisory authorities for data protection, with address, form and language for complaints":
    "Las autoridades de control de protección de datos, con dirección, formulario e idioma para reclamaciones",
  "Where requests about one's own data go: addresses of companies, with the page that each was read from":
    "Adónde se dirigen las solicitudes sobre los propios datos: direcciones de empresas, con la página de la que se leyó cada una",
  "Texts of letters by which people ask for their data, its erasure or correction, object, remind and complain":
    "Textos de cartas con las que se piden los propios datos, su supresión o corrección, se presenta oposición, se recuerda y se reclama",
  "The public holidays of whole countries of the EEA, the United Kingdom and Switzerland, by which periods end":
    "Los días festivos de países enteros del EEE, el Reino Unido y Suiza, por los que terminan los plazos",
  "Which articles of a region's law give a person the right to see, correct, erase or take along their data":
    "Qué artículos de la ley de una región dan a una persona el derecho a ver, corregir, suprimir o llevarse sus datos",
  "Who runs the servers that phones talk to, where the company sits, and which addresses are functions of the system":
    "Quién lleva los servidores con los que hablan los teléfonos, dónde está la empresa y qué direcciones son funciones del sistema",
  "The articles of law that a finding in traffic touches, how much may be said, and by which guidance":
    "Los artículos de ley que toca un hallazgo en el tráfico, cuánto se puede decir y según qué directrices",
  "What was reported of a phone maker's servers: by whom, when, how surely, and what was said against it":
    "Qué se informó de los servidores de un fabricante de teléfonos: quién, cuándo, con qué certeza y qué se dijo en contra",
  "SHA-256 of known stalkerware": "SHA-256 de stalkerware conocido",
  "signers of known stalkerware": "firmantes de stalkerware conocido",
  "package names of known stalkerware": "nombres de paquete de stalkerware conocido",
  "packages, signers and files of documented spyware": "paquetes, firmantes y archivos de software espía documentado",
  "signers of apps that are often copied": "firmantes de aplicaciones que se copian a menudo",
  "shapes of harmful apps, by Candor's own rules": "formas de aplicaciones dañinas, según las reglas de Candor",
  "a file": "un archivo",
  "a computer": "un ordenador",
  "{app} (a download)": "{app} (una descarga)",
  "{app} (a message)": "{app} (un mensaje)",
  "{app} (a file)": "{app} (un archivo)",
  "moved by {app}": "traída por {app}",
  "Google Play": "Google Play",
  "Security fixes that Google published for Android, each with the patch level that promises it":
    "Correcciones de seguridad que Google publicó para Android, cada una con el nivel que la promete",
  "Until when the lines of the Linux kernel got fixes":
    "Hasta cuándo recibieron correcciones las líneas del núcleo Linux",
  "Holes that are known to have been used in attacks": "Fallos que se sabe que se usaron en ataques",
  "The newest system that Xiaomi handed out for each model and region":
    "El sistema más nuevo que Xiaomi entregó para cada modelo y región",
  "Well-known holes of libraries that apps carry, with the versions that have them":
    "Fallos muy conocidos de bibliotecas que llevan las apps, con las versiones que los tienen",
  "Google's root keys, which vouch for the hardware of Android phones":
    "Las claves raíz de Google, que dan fe del hardware de los teléfonos Android",
  "Keys of phone hardware that Google has taken back": "Claves de hardware de teléfonos que Google ha retirado",
};
