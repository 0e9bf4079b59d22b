import type { witnessEn } from "./en.ts";

/** Signed states of the journal that lie in vaults, in Indonesian. */
export const witnessId: Readonly<Record<keyof typeof witnessEn, string>> = {
  "witness.title": "Disimpan di brankas",
  "witness.last": "{count} entri, disimpan {time}",
  "witness.compare": "Bandingkan",
  "witness.compareWith": "Bandingkan dengan {name}",
  "witness.keep": "Simpan keadaan bertanda tangan yang terbaru di brankas setiap kali ada yang dimasukkan ke sana",
  "witness.locked": "Buka kunci Candor untuk melihat brankas mana yang menyimpannya.",
  "witness.off": "Ini dimatikan.",
  "witness.noKey": "Tanda tangani keadaannya sekali: sejak itu setiap brankas menerima yang terbaru dengan sendirinya.",
  "witness.none": "Belum ada brankas yang menyimpannya: brankas menerimanya saat ada yang dimasukkan.",
};
