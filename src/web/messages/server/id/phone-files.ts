import type { Phrases } from "../../check-texts.ts";

/** Yang dikatakan server saat menyembunyikan file ponsel dan mengembalikannya. */
export const phoneFiles: Phrases = {
  "its name is no text, so the phone's shell cannot be asked for it":
    "namanya bukan teks, jadi tidak dapat ditanyakan kepada ponsel",
  "it could not be read back from the vault": "tidak dapat dibaca kembali dari brankas",
  "the phone did not hash it": "ponsel tidak menghitung sidik jarinya",
  "it is not the same on the phone and in the vault: it changed meanwhile":
    "tidak sama di ponsel dan di brankas: berubah sementara itu",
  "the phone does not let it be deleted": "ponsel tidak mengizinkannya dihapus",
  "it changed after it was verified": "berubah setelah diverifikasi",
  "it was gone already": "sudah tidak ada",
  "the phone's answer was not understood": "jawaban ponsel tidak dimengerti",
  "The phone did not come back: {reason}": "Ponsel tidak kembali: {reason}",
  "The snapshot that holds these files is gone from the vault, or damaged.":
    "Snapshot yang menyimpan file-file ini sudah tidak ada di brankas, atau rusak.",
  "Nothing was deleted on the phone.": "Tidak ada yang dihapus dari ponsel.",
  "Put them into the vault once more.": "Masukkan sekali lagi ke brankas.",
  "The vault is no longer whole. Nothing was deleted on the phone. {reason}":
    "Brankas tidak lagi utuh. Tidak ada yang dihapus dari ponsel. {reason}",
  "Check the vault, and put the files into one that is whole.":
    "Periksa brankas, dan masukkan file ke brankas yang utuh.",
  "{value} is no folder of the phone's shared storage, such as /sdcard/Download.":
    "{value} bukan folder di penyimpanan bersama ponsel, seperti /sdcard/Download.",
  "it is a {value}; only files are put on the phone": "ini sebuah {value}; hanya file yang ditaruh di ponsel",
  "its name would lead elsewhere": "namanya akan mengarah ke tempat lain",
  "it is no file of the shared storage; say where it is to lie":
    "ini bukan file dari penyimpanan bersama; sebutkan di mana file itu harus berada",
  "something else than a file has its name on the phone": "di ponsel namanya dipakai oleh sesuatu yang bukan file",
  "another file has its name on the phone, and was left as it is":
    "file lain memakai namanya di ponsel, dan dibiarkan seperti adanya",
  "another file got its name on the phone meanwhile, and was left as it is":
    "sementara itu file lain memakai namanya di ponsel, dan dibiarkan seperti adanya",
  "the phone does not let it have its name": "ponsel tidak mengizinkan namanya dipakai",
  "it is not the same on the phone and in the vault": "tidak sama di ponsel dan di brankas",
  "it could not be read from the vault: {reason}": "tidak dapat dibaca dari brankas: {reason}",
  "The apps could not be read in this examination, so nothing can be compared.":
    "Aplikasi tidak dapat dibaca dalam pemeriksaan ini, jadi tidak ada yang dapat dibandingkan.",
  "This list is no longer there.": "Daftar ini sudah tidak ada.",
  "Look at the phone once more.": "Lihat ponselnya sekali lagi.",
  "This is not the list that was shown.": "Ini bukan daftar yang ditampilkan.",
  "Look at it again and agree to it.": "Lihat lagi dan setujui.",
  "Another phone is connected than the one that the list is of.":
    "Ponsel yang terhubung bukan ponsel yang ada dalam daftar.",
  "Connect that one, or look at this one.": "Hubungkan ponsel itu, atau lihat ponsel ini.",
};
