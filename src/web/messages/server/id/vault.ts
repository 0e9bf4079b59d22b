import type { Phrases } from "../../check-texts.ts";

/** What the vault says: what went wrong with it, at its place and on the phone, and what to do. */
export const vault: Phrases = {
  "This is not the whole path of a folder.": "Ini bukan jalur lengkap sebuah folder.",
  "Write it from its beginning on.": "Tulis dari awal.",
  "This folder cannot be opened.": "Folder ini tidak dapat dibuka.",
  "Choose another one.": "Pilih yang lain.",
  "Repeat this when it is connected: what was kept so far is used.":
    "Ulangi saat ponsel tersambung: yang sudah disimpan akan dipakai.",
  "It changed while the phone was away.": "Berubah selagi ponsel terputus.",
  "Name smaller folders.": "Sebutkan folder yang lebih kecil.",
  "Wait until then.": "Tunggu sampai saat itu.",
  "There is no such folder in this snapshot.": "Tidak ada folder itu dalam rekaman ini.",
  "There is no such file in this snapshot.": "Tidak ada file itu dalam rekaman ini.",
  "The folders of the snapshot are nested without end.": "Folder dalam rekaman bersarang tanpa akhir.",
  "Candor knows no such vault.": "Candor tidak mengenal brankas itu.",
  "This is another vault than the one that was there before: somebody made it anew.":
    "Ini brankas lain dari yang ada sebelumnya: seseorang membuatnya baru.",
  "If that was you, add it to the list by its place.": "Jika itu Anda, tambahkan ke daftar menurut tempatnya.",
  "This vault is locked.": "Brankas ini terkunci.",
  "Give its passphrase.": "Masukkan frasa sandinya.",
  "That the vault was checked could not be written down.": "Bahwa brankas telah diperiksa tidak dapat dicatat.",
  "The snapshot {value} of {n} is gone: somebody or something else removed it from the place.":
    "Rekaman {value} tanggal {n} hilang: seseorang atau sesuatu menghapusnya dari tempat itu.",
  "This address is of an earlier time.": "Alamat ini dari waktu sebelumnya.",
  "Go there from the vault once more.": "Masuklah sekali lagi dari brankas.",
  "There is no such snapshot.": "Tidak ada rekaman itu.",
  "This is no picture that browsers draw.": "Ini bukan gambar yang dapat ditampilkan peramban.",
  "This picture is too large to be shown here.": "Gambar ini terlalu besar untuk ditampilkan di sini.",
  "The phone has none of that, or does not let it be read.":
    "Ponsel tidak memiliki satu pun dari itu, atau tidak mengizinkannya dibaca.",
  "That is no recovery key as Candor makes them, or it is mistyped.":
    "Itu bukan kunci pemulihan buatan Candor, atau salah ketik.",
  "It has nine groups of four letters and digits.":
    "Kunci itu terdiri dari sembilan kelompok, masing-masing empat huruf dan angka.",
  "There is a vault {value} already.": "Sudah ada brankas {value}.",
  "Choose another name with --name.": "Pilih nama lain (--name).",
  "There is a vault at {value} already.": "Sudah ada brankas di {value}.",
  "At {value} lie files of a vault whose file config is missing.":
    "Di {value} ada file brankas yang file config-nya hilang.",
  "Put the file config back, or choose an empty place.": "Kembalikan file config, atau pilih tempat yang kosong.",
  "The file config at {value} is no longer what was written.": "File config di {value} bukan lagi yang ditulis.",
  "It has version {n}; Candor knows version 2.": "Versinya {n}; Candor mengenal versi 2.",
  "The file config holds no usable polynomial.": "File config tidak berisi polinomial yang dapat dipakai.",
  "This key opened the vault just now.": "Kunci ini baru saja membuka brankas.",
  "Open it with another one to remove this.": "Buka dengan yang lain untuk menghapus ini.",
  "There is no key {value}.": "Tidak ada kunci {value}.",
  "There is no key at {value}: it is no vault, or its keys were erased.":
    "Tidak ada kunci di {value}: itu bukan brankas, atau kuncinya telah dihapus.",
  "That is not the passphrase of this vault, nor of any other of its keys.":
    "Itu bukan frasa sandi brankas ini, juga bukan kunci lainnya.",
  "The passphrase opens no key, and these key files are damaged: {value}.":
    "Frasa sandi tidak membuka kunci mana pun, dan file kunci ini rusak: {value}.",
  "{value} has no file of such a name.": "{value} tidak punya file bernama itu.",
  "The file {value} is shorter than it was.": "File {value} lebih pendek dari sebelumnya.",
  "The folder {value} cannot be made.": "Folder {value} tidak dapat dibuat.",
  "There is no file {value}.": "Tidak ada file {value}.",
  "The rights on the folder do not allow it ({value}).": "Hak akses folder tidak mengizinkannya ({value}).",
  "The disk is full ({value}).": "Diska penuh ({value}).",
  "Make room and repeat it: what was stored is used.":
    "Kosongkan ruang lalu ulangi: yang sudah tersimpan akan dipakai.",
  "The disk takes no writing ({value}).": "Diska tidak dapat ditulisi ({value}).",
  "The disk does not answer ({value}).": "Diska tidak menjawab ({value}).",
  "The lock of the vault could not be renewed, so that others may change it.":
    "Penguncian brankas tidak dapat diperbarui, sehingga yang lain dapat mengubahnya.",
  "Wait until it has ended. If it has crashed on another computer, the lock ends half an hour after it.":
    "Tunggu sampai selesai. Jika macet di komputer lain, penguncian berakhir setengah jam kemudian.",
  "There is no snapshot {value}.": "Tidak ada rekaman {value}.",
  "There is no snapshot of the same files before {value}.": "Tidak ada rekaman dari berkas yang sama sebelum {value}.",
  "The folder above it was not restored.": "Folder di atasnya tidak dipulihkan.",
  "It is a {value}; only files, folders and links are restored.":
    "Ini {value}; hanya file, folder, dan tautan yang dipulihkan.",
  "The disk takes no writing.": "Diska tidak dapat ditulisi.",
  "The disk is full.": "Diska penuh.",
  "It is there already, and was left as it is.": "Sudah ada, dan dibiarkan apa adanya.",
  "Its name would lead out of the folder.": "Namanya akan mengarah ke luar folder.",
  "What is there under this name is no folder, and is not followed.":
    "Yang ada dengan nama ini bukan folder, dan tidak diikuti.",
  "The index of the vault does not know a piece ({value}).": "Indeks brankas tidak mengenal satu bagian ({value}).",
  "Look with candor vault check.": "Lihat dengan candor vault check.",
  "It says that it is larger than anything is written.": "Katanya lebih besar dari apa pun yang ditulis.",
  "The file {value} is damaged: {reason}.": "File {value} rusak: {reason}.",
  "The key file is damaged: the passphrase that it is for may open nothing.":
    "File kunci rusak: frasa sandinya mungkin tidak membuka apa pun.",
  "The pack is missing.": "Paketnya hilang.",
  "The pack has {n} bytes in place of {value}.": "Paket berisi {n} byte, bukan {value}.",
  "No index names this pack: an interrupted put left it, perhaps.":
    "Tidak ada indeks yang menyebut paket ini: mungkin tertinggal dari penyimpanan yang terputus.",
  "The folder {value} has no list of names.": "Folder {value} tidak punya daftar nama.",
  "{n} pieces of {value} are in no index.": "{n} bagian dari {value} tidak ada di indeks mana pun.",
  "The pack is damaged: its content has another hash than its name.": "Paket rusak: hash isinya berbeda dari namanya.",
  "The pack does not end like one.": "Akhir paket tidak sebagaimana mestinya.",
  "The index says something else of this pack than its header.": "Indeks menyebut paket ini lain dari kepalanya.",
  "“{value}” is no rule of residency.": "“{value}” bukan aturan tempat penyimpanan.",
  "Write EU/EEA, or countries by their two letters: DE, FR, CH.":
    "Tulis EU/EEA, atau negara dengan dua hurufnya: DE, FR, CH.",
  "Choose another place, or change the rule if you mean it.":
    "Pilih tempat lain, atau ubah aturannya jika memang itu maksud Anda.",
  "{value} cannot be read.": "{value} tidak dapat dibaca.",
  "A list of a folder cannot be read.": "Daftar sebuah folder tidak dapat dibaca.",
  "The phone lists more files than any phone has.": "Ponsel mencantumkan file lebih banyak dari ponsel mana pun.",
  "The phone is gone. Plug it in again and unlock it: this goes on where it was.":
    "Ponsel terputus. Sambungkan lagi dan buka kuncinya: ini berlanjut dari tempat berhenti.",
  "the phone has no such file, or does not tell of it": "ponsel tidak punya file itu, atau tidak memberitahukannya",
  "it is no file, folder or link": "itu bukan file, folder, atau tautan",
  "the phone does not tell where the link leads": "ponsel tidak memberitahukan ke mana tautan mengarah",
  "the phone does not let the folder be read": "ponsel tidak mengizinkan folder dibaca",
  "the phone does not tell of it": "ponsel tidak memberitahukannya",
  "its name is none": "namanya tidak sah",
  "its path is longer than ADB can carry": "jalurnya lebih panjang dari yang dapat dibawa ADB",
  "the phone has no such app": "ponsel tidak punya aplikasi itu",
  "the phone says that there are none, or does not let them be read":
    "ponsel mengatakan tidak ada, atau tidak mengizinkannya dibaca",
  "the phone's answer has an unknown layout": "jawaban ponsel berformat tidak dikenal",
  "The vault is locked by process {n} on {value} ({name}, since {reason}).":
    "Brankas dikunci oleh proses {n} di {value} ({name}, sejak {reason}).",
  "The vault is in use by process {n} on {value} ({name}, since {reason}).":
    "Brankas sedang dipakai proses {n} di {value} ({name}, sejak {reason}).",
  "Several snapshots begin with {value}.": "Beberapa rekaman berawalan {value}.",
  "Give more of its digits.": "Berikan lebih banyak digitnya.",
  "Name the two that are to be compared: candor vault list tells them.":
    "Sebutkan dua rekaman yang dibandingkan: candor vault list menampilkannya.",
  "Another phone is connected ({value}) than the one it began with ({name}).":
    "Yang tersambung ponsel lain ({value}), bukan yang dipakai saat mulai ({name}).",
};
