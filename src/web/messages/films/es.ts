import type { filmsEn } from "./en.ts";

/** Films of a vault, and photos that browsers do not draw, in Spanish. */
export const filmsEs: Readonly<Record<keyof typeof filmsEn, string>> = {
  "films.play": "Reproducir {name}",
  "films.length": "dura {time}",
  "films.noCodec":
    "Tu navegador no reproduce este vídeo: está en un formato para el que no tiene decodificador (a menudo HEVC), o el archivo está dañado. Descárgalo para abrirlo con un programa tuyo.",
  "films.heicPreview":
    "Esta es la imagen pequeña que la cámara guardó en el archivo. Los navegadores no muestran la grande, que está en HEIC; descárgala para verla.",
  "films.heicNone":
    "Los navegadores no muestran HEIC, y este archivo no contiene una imagen pequeña que sí mostrarían. Descárgalo para abrirlo con un programa tuyo.",
  "films.noneInside": "sin vista previa",
};
