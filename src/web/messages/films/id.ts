import type { filmsEn } from "./en.ts";

/** Films of a vault, and photos that browsers do not draw, in Indonesian. */
export const filmsId: Readonly<Record<keyof typeof filmsEn, string>> = {
  "films.play": "Putar {name}",
  "films.length": "durasi {time}",
  "films.noCodec":
    "Peramban Anda tidak memutar film ini: formatnya (sering kali HEVC) tidak punya dekoder di sini, atau berkasnya rusak. Unduh untuk membukanya dengan program Anda.",
  "films.heicPreview":
    "Ini gambar kecil yang disimpan kamera di dalam berkas. Peramban tidak menampilkan gambar besarnya, yang berformat HEIC; unduh untuk melihatnya.",
  "films.heicNone":
    "Peramban tidak menampilkan HEIC, dan berkas ini tidak memuat gambar kecil yang bisa ditampilkan. Unduh untuk membukanya dengan program Anda.",
  "films.noneInside": "tanpa pratinjau",
};
