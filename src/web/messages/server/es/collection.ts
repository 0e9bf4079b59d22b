import type { Phrases } from "../../check-texts.ts";

/** Switches by which phones collect: what each sends, to whom, and what it does not stop. */
export const collection: Phrases = {
  "which screens and apps are used, when and for how long, with numbers that name the phone":
    "qué pantallas y aplicaciones se usan, cuándo y cuánto tiempo, con números que identifican el teléfono",
  "At least 18 files of the system's services send events to com.miui.analytics, and some of them without asking this switch.":
    "Al menos 18 archivos de los servicios del sistema envían eventos a com.miui.analytics, y algunos sin preguntar a este interruptor.",
  "Open Settings and search for “User Experience Program” and switch it off.":
    "Abre los ajustes, busca «Programa de experiencia del usuario» y desactívalo.",
  "logs of crashes and of use, with numbers that name the phone":
    "registros de fallos y de uso, con números que identifican el teléfono",
  "The services that record faults keep running on the phone.":
    "Los servicios que registran fallos siguen funcionando en el teléfono.",
  "Open Settings and search for “Send usage and diagnostic data” and switch it off.":
    "Abre los ajustes, busca «Enviar datos de uso y diagnóstico» y desactívalo.",
  "Personalised ad recommendations (Ad services)": "Recomendaciones de anuncios personalizadas (Servicios de anuncios)",
  "what is used, read and bought in Xiaomi's apps, for advertising that is chosen by it":
    "lo que se usa, lee y compra en las aplicaciones de Xiaomi, para elegir con ello la publicidad",
  "Xiaomi and its advertisers": "Xiaomi y sus anunciantes",
  "Advertising stays, and is to be chosen without that record.":
    "La publicidad sigue, y debería elegirse sin ese registro.",
  "System advertising of the Mi account": "Publicidad del sistema de la cuenta Mi",
  "use of Xiaomi's services under the name of the account, for advertising":
    "el uso de los servicios de Xiaomi a nombre de la cuenta, para publicidad",
  "What the account itself keeps on Xiaomi's servers, and its advertising on other devices.":
    "Lo que la propia cuenta guarda en los servidores de Xiaomi, y su publicidad en otros dispositivos.",
  "Web links may start apps": "Los enlaces web pueden iniciar aplicaciones",
  "that you follow a link, told to the app or shop that it starts and that may know who you are":
    "que sigues un enlace, dicho a la app o tienda que este inicia y que puede saber quién eres",
  "companies whose apps a page starts": "las empresas cuyas aplicaciones inicia una página",
  "Pages can still tell who you are by other means.": "Las páginas aún pueden saber quién eres por otros medios.",
  "Location in photos that are shared": "Ubicación en las fotos que se comparten",
  "where a photo was taken, to a few metres": "dónde se tomó una foto, con pocos metros de margen",
  "whoever gets the photo": "quien reciba la foto",
  "It counts for what is shared through Xiaomi's own share screen. Files that are copied keep the place.":
    "Vale para lo que se comparte con la pantalla de compartir de Xiaomi. Los archivos que se copian conservan el lugar.",
  "When you share a photo, open the options of the share screen and let the location be removed.":
    "Cuando compartas una foto, abre las opciones de la pantalla de compartir y haz que se quite la ubicación.",
  "Camera data in photos that are shared": "Datos de la cámara en las fotos que se comparten",
  "the model of the phone, the time and the settings of the camera":
    "el modelo del teléfono, la hora y los ajustes de la cámara",
  "It counts for what is shared through Xiaomi's own share screen. Files that are copied keep it.":
    "Vale para lo que se comparte con la pantalla de compartir de Xiaomi. Los archivos que se copian los conservan.",
  "When you share a photo, open the options of the share screen and let the camera data be removed.":
    "Cuando compartas una foto, abre las opciones de la pantalla de compartir y haz que se quiten los datos de la cámara.",
  "Xiaomi's advertising identifier": "El identificador de publicidad de Xiaomi",
  "a number by which advertisers recognise the phone in every app that asks for it":
    "un número por el que los anunciantes reconocen el teléfono en cada app que lo pide",
  "apps and advertisers": "aplicaciones y anunciantes",
  "What was recorded under the old number stays.": "Lo registrado con el número antiguo se queda.",
  "Open Settings and search for “Ad services” and reset the identifier from time to time.":
    "Abre los ajustes, busca «Servicios de anuncios» y restablece el identificador de vez en cuando.",
  "Authorisation of MSA (MIUI System Ads)": "Autorización de MSA (anuncios del sistema MIUI)",
  "what advertising of the system needs: identifiers of the phone and what is done in Xiaomi's apps":
    "lo que necesita la publicidad del sistema: identificadores del teléfono y lo que se hace en las aplicaciones de Xiaomi",
  "The app stays on the phone. To put it away: candor preinstalled remove com.miui.msa.global":
    "La app sigue en el teléfono. Para apartarla: candor preinstalled remove com.miui.msa.global",
  "Switch the network on: revoking asks Xiaomi's servers.":
    "Activa la red: la revocación pregunta a los servidores de Xiaomi.",
  "Open Settings > Passwords & security > Authorisation & revocation, and switch msa off.":
    "Abre Ajustes > Contraseñas y seguridad > Autorización y revocación, y desactiva msa.",
  "If it answers that it could not be revoked, wait ten seconds and try again; several tries may be needed.":
    "Si responde que no se pudo revocar, espera diez segundos y prueba otra vez; pueden hacer falta varios intentos.",
  "Recommendations inside of Xiaomi's apps": "Recomendaciones dentro de las aplicaciones de Xiaomi",
  "which of them is opened, so that advertising can be shown in it":
    "cuál de ellas se abre, para poder mostrar publicidad en ella",
  "Each app has a switch of its own, and updates have been seen to bring new ones.":
    "Cada app tiene su propio interruptor, y se ha visto que las actualizaciones traen otros nuevos.",
  "In Themes, File Manager, Downloads, Music, Security and Mi Browser: open the app's settings and switch “Recommendations” or “Receive recommendations” off.":
    "En Temas, Administrador de archivos, Descargas, Música, Seguridad y Mi Browser: abre los ajustes de la app y desactiva «Recomendaciones» o «Recibir recomendaciones».",
  "Usage & diagnostics": "Uso y diagnóstico",
  "how often apps are used, how battery and network do, and what crashed":
    "con qué frecuencia se usan las aplicaciones, cómo van la batería y la red, y qué falló",
  "Play services go on telling Google what phone this is and which apps it has.":
    "Los servicios de Play siguen diciendo a Google qué teléfono es este y qué aplicaciones tiene.",
  "Offer to report crashes of apps": "Ofrecer informar de los fallos de las aplicaciones",
  "what an app was doing when it crashed, when you accept the offer":
    "qué estaba haciendo una app cuando falló, si aceptas el ofrecimiento",
  "the installer of the app (Google for the Play Store), or the maker of the system":
    "quien instaló la app (Google en el caso de Play Store) o el fabricante del sistema",
  "Apps with a crash reporter of their own send their reports without it.":
    "Las aplicaciones con su propio informador de fallos envían sus informes sin él.",
  "Google's advertising ID": "El ID de publicidad de Google",
  "Apps can recognise the phone by other signs.": "Las aplicaciones pueden reconocer el teléfono por otras señales.",
  "Google Location Accuracy": "Precisión de la ubicación de Google",
  "which Wi-Fi networks and mobile cells are around the phone, what its sensors tell, and where it is":
    "qué redes wifi y celdas móviles hay alrededor del teléfono, qué dicen sus sensores y dónde está",
  "Apps that may know the place can send it themselves.":
    "Las aplicaciones que pueden saber el lugar pueden enviarlo ellas mismas.",
  "Open Settings > Location > Location services > Google Location Accuracy and switch it off. Finding the place indoors gets slower.":
    "Abre Ajustes > Ubicación > Servicios de ubicación > Precisión de la ubicación de Google y desactívala. Encontrar el lugar en interiores será más lento.",
  "Web & App Activity and Timeline of the Google account":
    "Actividad en la Web y en Aplicaciones y Cronología de la cuenta de Google",
  "searches, places, and what is done in Google's and other apps":
    "búsquedas, lugares y lo que se hace en las aplicaciones de Google y en otras",
  "It is a choice of the account, and counts for every device that is signed in.":
    "Es una elección de la cuenta y vale para todos los dispositivos con la sesión iniciada.",
  "Open myactivity.google.com/activitycontrols with the account, and pause what you do not want kept.":
    "Abre myactivity.google.com/activitycontrols con la cuenta y pausa lo que no quieras que se guarde.",
  "Improve harmful app detection (Play Protect)": "Mejorar la detección de aplicaciones dañinas (Play Protect)",
  "copies of apps that Google does not know yet": "copias de aplicaciones que Google aún no conoce",
  "Play Protect itself stays on, and should: it stops known harmful apps.":
    "Play Protect sigue activado, y así debe ser: detiene aplicaciones dañinas conocidas.",
  "Open the Play Store > your picture > Play Protect > the cog, and switch “Improve harmful app detection” off.":
    "Abre Play Store > tu imagen > Play Protect > la rueda dentada, y desactiva «Mejorar la detección de aplicaciones dañinas».",
  "Parts of Xiaomi's system send events to com.miui.analytics with a mark that exempts them from the User Experience Program (window manager, memory, watchdog, power, GNSS). Without that app they have no receiver: candor preinstalled show com.miui.analytics":
    "Partes del sistema de Xiaomi envían eventos a com.miui.analytics con una marca que las exime del Programa de experiencia del usuario (gestor de ventanas, memoria, watchdog, energía, GNSS). Sin esa app no tienen destinatario: candor preinstalled show com.miui.analytics",
  "System services of HyperOS 1 (Android 14, OS1.0.4)": "Servicios del sistema de HyperOS 1 (Android 14, OS1.0.4)",
  "The system asks control.preload.xiaomi.com which pre-installed apps to remove, and tells a hash of the IMEI, the model, the version and the region.":
    "El sistema pregunta a control.preload.xiaomi.com qué aplicaciones preinstaladas quitar, y comunica un hash del IMEI, el modelo, la versión y la región.",
  "On phones with the system for China, Settings, Phone, Messages and Camera were seen to report being opened, whatever had been chosen.":
    "En teléfonos con el sistema para China se vio que Ajustes, Teléfono, Mensajes y Cámara comunicaban que se abrían, sin importar lo elegido.",
  "On a phone of Xiaomi's whose owner declined all that was offered to be declined, apps of the system reported to Xiaomi which screens of apps were seen, when and for how long.":
    "En un teléfono de Xiaomi cuyo dueño rechazó todo lo que se podía rechazar, aplicaciones del sistema comunicaron a Xiaomi qué pantallas de aplicaciones se vieron, cuándo y cuánto tiempo.",
  "Google's Play services sent identifiers of the phone and of the SIM, with all declined that was offered to be declined.":
    "Los servicios de Play de Google enviaron identificadores del teléfono y de la SIM, con todo lo que se podía rechazar rechazado.",
};
