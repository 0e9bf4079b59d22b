import type { Phrases } from "../../check-texts.ts";

/** Lo que dice el servidor al ocultar archivos de un teléfono y al devolverlos. */
export const phoneFiles: Phrases = {
  "its name is no text, so the phone's shell cannot be asked for it":
    "su nombre no es texto, así que no se puede preguntar por él al teléfono",
  "it could not be read back from the vault": "no se pudo volver a leer desde la bóveda",
  "the phone did not hash it": "el teléfono no calculó su huella",
  "it is not the same on the phone and in the vault: it changed meanwhile":
    "no es igual en el teléfono y en la bóveda: cambió entretanto",
  "the phone does not let it be deleted": "el teléfono no deja borrarlo",
  "it changed after it was verified": "cambió después de verificarse",
  "it was gone already": "ya no estaba",
  "the phone's answer was not understood": "no se entendió la respuesta del teléfono",
  "The phone did not come back: {reason}": "El teléfono no volvió: {reason}",
  "The snapshot that holds these files is gone from the vault, or damaged.":
    "La instantánea que contiene estos archivos ya no está en la bóveda, o está dañada.",
  "Nothing was deleted on the phone.": "En el teléfono no se borró nada.",
  "Put them into the vault once more.": "Vuelve a llevarlos a la bóveda.",
  "The vault is no longer whole. Nothing was deleted on the phone. {reason}":
    "La bóveda ya no está entera. En el teléfono no se borró nada. {reason}",
  "Check the vault, and put the files into one that is whole.":
    "Comprueba la bóveda, y lleva los archivos a una que esté entera.",
  "{value} is no folder of the phone's shared storage, such as /sdcard/Download.":
    "{value} no es una carpeta del almacenamiento compartido del teléfono, como /sdcard/Download.",
  "it is a {value}; only files are put on the phone": "es un {value}; en el teléfono solo se ponen archivos",
  "its name would lead elsewhere": "su nombre llevaría a otro sitio",
  "it is no file of the shared storage; say where it is to lie":
    "no es un archivo del almacenamiento compartido; di dónde debe quedar",
  "something else than a file has its name on the phone": "en el teléfono tiene su nombre algo que no es un archivo",
  "another file has its name on the phone, and was left as it is":
    "otro archivo tiene su nombre en el teléfono, y se dejó como está",
  "another file got its name on the phone meanwhile, and was left as it is":
    "entretanto otro archivo tomó su nombre en el teléfono, y se dejó como está",
  "the phone does not let it have its name": "el teléfono no le deja tener su nombre",
  "it is not the same on the phone and in the vault": "no es igual en el teléfono y en la bóveda",
  "it could not be read from the vault: {reason}": "no se pudo leer de la bóveda: {reason}",
  "The apps could not be read in this examination, so nothing can be compared.":
    "En este análisis no se pudieron leer las apps, así que no hay nada que comparar.",
  "This list is no longer there.": "Esta lista ya no está.",
  "Look at the phone once more.": "Vuelve a mirar el teléfono.",
  "This is not the list that was shown.": "Esta no es la lista que se mostró.",
  "Look at it again and agree to it.": "Mírala otra vez y acéptala.",
  "Another phone is connected than the one that the list is of.": "Está conectado otro teléfono, no el de la lista.",
  "Connect that one, or look at this one.": "Conecta ese, o mira este.",
};
