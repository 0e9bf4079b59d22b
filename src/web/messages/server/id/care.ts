import type { Phrases } from "../../check-texts.ts";

/** What the care of a vault says: snapshots that go, room that is freed, and its keys. */
export const care: Phrases = {
  "The snapshot {value} is there still: its place did not remove it.":
    "Rekaman {value} masih ada: tempatnya tidak menghapusnya.",
  "Look at the list again.": "Lihat daftarnya sekali lagi.",
  "The snapshots of the vault have changed since they were shown; nothing was removed.":
    "Rekaman di brankas berubah sejak ditampilkan; tidak ada yang dihapus.",
  "Look at the list again and agree to it.": "Lihat daftarnya sekali lagi dan setujui.",
  "Candor is locked: whether files that were deleted on a phone are in one of these is not known.":
    "Candor terkunci: tidak diketahui apakah di salah satunya ada file yang sudah dihapus dari ponsel.",
  "A number of snapshots to keep is not one.": "Jumlah rekaman yang disimpan bukan angka.",
  "This would keep no snapshot at all.": "Dengan ini tidak ada rekaman yang tersisa.",
  "Say what to keep: --keep-last 10, for example.": "Sebutkan apa yang disimpan: misalnya --keep-last 10.",
  "Something that a snapshot needs is missing; nothing was removed.":
    "Sesuatu yang diperlukan sebuah rekaman hilang; tidak ada yang dihapus.",
  "This is another vault than the one that is open.": "Ini brankas lain, bukan yang sedang terbuka.",
  "The recovery key opened the vault, and would be replaced by this.":
    "Brankas dibuka dengan kunci pemulihan, dan ini akan menggantikannya.",
  "Add a passphrase instead, and remove the one that is lost.":
    "Lebih baik tambahkan frasa sandi, lalu hapus yang hilang.",
  "There is no such key any more.": "Kunci itu sudah tidak ada.",
  "The vault has {n} keys: neither Candor nor restic would try another one.":
    "Brankas memiliki {n} kunci: Candor maupun restic tidak akan mencoba satu lagi.",
  "Remove one first.": "Hapus satu dahulu.",
  "The key that opened the vault is gone from its place, or damaged: this may be the last that opens it.":
    "Kunci yang membuka brankas sudah tidak ada di tempatnya, atau rusak: ini mungkin yang terakhir yang membukanya.",
  "Lock the vault and open it with the passphrase that is left.":
    "Kunci brankas, lalu buka dengan frasa sandi yang tersisa.",
};
