import type { Phrases } from "../../check-texts.ts";

/** About asking a phone's hardware. */
export const hardware: Phrases = {
  "This Android has no such command; it came with Android 14.":
    "Este Android no tiene ese comando; llegó con Android 14.",
  "The phone's key store makes no such requests.": "El almacén de claves del teléfono no hace esas solicitudes.",
  "What the phone answered is no request.": "Lo que respondió el teléfono no es una solicitud.",
  "The phone's key store did not answer within 20 seconds.":
    "El almacén de claves del teléfono no respondió en 20 segundos.",
  "The phone answered: {words}": "El teléfono respondió: {words}",
  "A program of 6 kB is put into /data/local/tmp, the folder for files that come over USB debugging.":
    "Se pone un programa de 6 kB en /data/local/tmp, la carpeta para archivos que llegan por la depuración USB.",
  "The phone runs it for some seconds, with the rights of USB debugging.":
    "El teléfono lo ejecuta durante unos segundos, con los derechos de la depuración USB.",
  "It has the key store make a new key, and the hardware attest it.":
    "Hace que el almacén de claves cree una clave nueva y que el hardware responda de ella.",
  "The phone runs it for some seconds, with the rights of USB debugging. It has the key store make a new key, and the hardware attest it.":
    "El teléfono lo ejecuta durante unos segundos, con los derechos de la depuración USB. Hace que el almacén de claves cree una clave nueva y que el hardware responda de ella.",
  "The key and the program are removed again. Nothing is installed, and no setting is changed.":
    "La clave y el programa se quitan de nuevo. No se instala nada ni se cambia ningún ajuste.",
  "Only the hardware of a connected phone can be asked.":
    "Solo se puede preguntar al hardware de un teléfono conectado.",
  "The phone's answer while the program was sent is not adb's.":
    "La respuesta del teléfono mientras se enviaba el programa no es de adb.",
  "The phone did not keep the program as it was sent.": "El teléfono no guardó el programa tal como se envió.",
  "The phone did not take the program: {words}": "El teléfono no aceptó el programa: {words}",
  "The phone did not run the program: {words}": "El teléfono no ejecutó el programa: {words}",
  "The phone did not run the program to its end: {words}": "El teléfono no ejecutó el programa hasta el final: {words}",
  "The phone's key store attests no key: {words}":
    "El almacén de claves del teléfono no responde de ninguna clave: {words}",
  "The phone's key store did not answer within 30 seconds.":
    "El almacén de claves del teléfono no respondió en 30 segundos.",
  "What the phone answered is not what the program prints.":
    "Lo que respondió el teléfono no es lo que imprime el programa.",
  "Connect the phone. An answer that was saved can be verified: candor attest verify FILE":
    "Conecta el teléfono. Una respuesta guardada se puede verificar: candor attest verify FILE",
  "What the phone answered cannot be read: {reason}.": "Lo que respondió el teléfono no se puede leer: {reason}.",
  "It could not be noted in the journal.": "No se pudo anotar en el diario.",
  "Nothing was obtained; what was obtained before is still kept.": "No se obtuvo nada; se conserva lo obtenido antes.",
  "What was obtained on {day} proves more, and is still kept.": "Lo obtenido el {day} prueba más, y se conserva.",
  "What Candor keeps could not be read: this computer does not allow it.":
    "No se pudo leer lo que Candor guarda: este ordenador no lo permite.",
  "What Candor keeps of your phones is locked.": "Lo que Candor guarda de tus teléfonos está bloqueado.",
  "What was kept of this phone's hardware cannot be read.":
    "No se puede leer lo que se guardó del hardware de este teléfono.",
  "Ask it again and take it as new: candor attest --anew":
    "Pregúntale otra vez y tómalo como nuevo: candor attest --anew",
  "A signature is wrong.": "Una firma es incorrecta.",
  "It was made for another question: an old or a foreign answer was shown.":
    "Se hizo para otra pregunta: se mostró una respuesta antigua o ajena.",
  "The key that vouches was taken back by Google: it leaked, or its hardware is broken.":
    "Google retiró la clave que responde: se filtró, o su hardware es defectuoso.",
  "Certificates were added below the hardware's own; an app can do that.":
    "Se añadieron certificados por debajo de los del hardware; eso puede hacerlo una app.",
  "Asked the phone's hardware: {worth}": "Se preguntó al hardware del teléfono: {worth}",
  "Puts a small program onto the phone for some seconds, to ask its hardware":
    "Pone un pequeño programa en el teléfono unos segundos, para preguntar a su hardware",
  proven: "probado",
  "said by hardware, its keys not looked up": "dicho por el hardware, sin consultar sus claves",
  "neither proven nor contradicted": "ni probado ni contradicho",
  "no hardware made the answer": "ningún hardware dio la respuesta",
  "not proven": "no probado",
  "it did not answer": "no respondió",
  "the answer does not hold": "la respuesta no se sostiene",
};
