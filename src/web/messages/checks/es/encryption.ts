import type { CheckTexts } from "../../check-texts.ts";

export const encryption: CheckTexts = {
  "encryption-default-key": {
    question: "¿Depende de un PIN o contraseña la clave del cifrado de disco completo?",
    pass: "La clave del cifrado de disco completo depende del PIN o la contraseña",
    fail: "El almacenamiento está cifrado con una clave predeterminada que no necesita PIN",
    why: "El cifrado de disco completo sin PIN de arranque usa una clave que el propio teléfono conoce: quien tiene el teléfono tiene los datos.",
    advice: "Pon un PIN o una contraseña y elige que se pida al encender el teléfono (inicio seguro).",
    messages: { defaultKey: "El teléfono dice que su almacenamiento está cifrado con la clave predeterminada." },
  },
  "encryption-metadata": {
    question: "¿Están cifrados también los tamaños de los archivos, las carpetas y otros detalles?",
    pass: "Los detalles de los archivos también están cifrados",
    fail: "Los detalles de los archivos no están cifrados",
    why: "El cifrado por archivos oculta los nombres y el contenido, pero no cuántos archivos hay, cuánto ocupan ni cuándo cambiaron. El cifrado de metadatos cierra ese hueco.",
    advice:
      "Lo decide el fabricante al diseñar el teléfono y no se puede activar después. Prefiere teléfonos hechos para Android 11 o posterior.",
    noRemedy: "Lo decide el fabricante al diseñar el teléfono; ningún ajuste lo cambia.",
    messages: { off: "El teléfono informa de que el cifrado de metadatos está desactivado." },
  },
  "encryption-state": {
    question: "¿Están cifrados los datos del teléfono?",
    pass: "El teléfono informa de que sus datos están cifrados",
    fail: "Los datos del teléfono no están cifrados",
    why: "Sin cifrado, cualquiera que tenga el teléfono puede copiar su memoria y leer fotos, mensajes y contraseñas, sea cual sea el bloqueo de pantalla.",
    advice:
      "Haz una copia de seguridad y activa el cifrado en Ajustes > Seguridad. Si no aparece esa opción, el teléfono es demasiado antiguo o se cambió su sistema: no guardes en él nada privado.",
    messages: {
      unencrypted: "El teléfono informa de que su almacenamiento no está cifrado.",
      unsupported: "El teléfono informa de que no puede cifrar su almacenamiento.",
    },
  },
  "encryption-type": {
    question: "¿Se cifran los datos archivo por archivo, y no con una sola clave para todo?",
    pass: "Los archivos se cifran uno por uno, con claves por usuario",
    fail: "El teléfono usa el cifrado antiguo, con una clave para todo",
    why: "El antiguo cifrado de disco completo lo abre todo de una vez al encender, a menudo con una clave que ningún PIN protege. Los teléfonos que salieron con Android 10 o posterior ya no lo usan.",
    advice:
      "No se puede cambiar en los ajustes. Pon un PIN o una contraseña que se pida al encender, apaga el teléfono cuando lo entregues y piensa en cambiarlo por otro.",
    messages: { block: "El teléfono cifra su almacenamiento como un solo bloque (cifrado de disco completo)." },
  },
};
