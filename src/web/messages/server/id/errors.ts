import type { Phrases } from "../../check-texts.ts";

/** What went wrong, and what to do. */
export const errors: Phrases = {
  "The phone has changed since this was planned.": "Ponsel sudah berubah sejak ini direncanakan.",
  "Look at the plan again and agree to it.": "Lihat rencananya lagi dan setujui.",
  "Some of it cannot be taken back, and was not agreed to.": "Sebagian tidak dapat dibatalkan, dan belum disetujui.",
  "Agree to it on its own.": "Setujui secara tersendiri.",
  "No privacy password is set, so anybody at this computer could read which apps are hidden.":
    "Kata sandi privasi belum disetel, jadi siapa pun di komputer ini dapat membaca aplikasi mana yang disembunyikan.",
  "Set one first.": "Setel dahulu.",
  "There is no such thing.": "Tidak ada hal seperti itu.",
  "This is more than a request may hold.": "Ini lebih dari yang boleh dimuat satu permintaan.",
  "Nothing could be read from the phone.": "Tidak ada yang dapat dibaca dari ponsel.",
  "Unlock it, check the cable, and try again.": "Buka kuncinya, periksa kabelnya, dan coba lagi.",
  "Other files are being received.": "File lain sedang diterima.",
  "Try again in a moment.": "Coba lagi sebentar.",
  "This is not the name of this server.": "Ini bukan nama server ini.",
  "Requests from other pages are not answered.": "Permintaan dari halaman lain tidak dijawab.",
  "Open the link that Candor printed.": "Buka tautan yang ditampilkan Candor.",
  "There is no change {n} in the journal, or it is locked.":
    "Tidak ada perubahan {n} di jurnal, atau jurnalnya terkunci.",
  "The disk or the system says {value}.": "Disk atau sistem berkata {value}.",
  "This is a fault of Candor. Please report it: {value}": "Ini kesalahan Candor. Harap laporkan: {value}",
  "The page is not built: npm run page": "Halaman belum dibangun: npm run page",
  "There is no such file.": "Tidak ada file seperti itu.",
  "These did not come with this phone: {apps}.": "Ini tidak datang bersama ponsel ini: {apps}.",
  "Entry {n} took changes back itself.": "Entri {n} sendiri adalah pembatalan.",
  "To have those changes again, make them again.": "Untuk mendapatkan perubahan itu lagi, lakukan lagi.",
  "Entry {n} was interrupted: it is taken back whole.": "Entri {n} terputus: dibatalkan seluruhnya.",
  "Nothing of entry {n} can be taken back.": "Tidak ada dari entri {n} yang dapat dibatalkan.",
  "Entry {n} was not interrupted.": "Entri {n} tidak terputus.",
  "Finish it: candor journal resume": "Selesaikan: candor journal resume",
  "{reason} The change was interrupted; what was done until then is in the journal (entry {n}).":
    "{reason} Perubahan terputus; yang sudah dilakukan sampai saat itu ada di jurnal (entri {n}).",
  "{reason} The change was interrupted; what the journal has of it is entry {n}.":
    "{reason} Perubahan terputus; yang ada di jurnal tentangnya adalah entri {n}.",
  "Connect the phone again, then finish it or take it back: candor journal resume, or candor journal resume --undo":
    "Sambungkan ponsel lagi, lalu selesaikan atau batalkan: candor journal resume, atau candor journal resume --undo",
  "Make room or make the folder writable, then finish it or take it back: candor journal resume, or candor journal resume --undo":
    "Kosongkan ruang atau buat foldernya dapat ditulisi, lalu selesaikan atau batalkan: candor journal resume, atau candor journal resume --undo",
  "An earlier change of this phone was interrupted: entry {n} of the journal ({value}).":
    "Perubahan ponsel ini sebelumnya terputus: entri {n} jurnal ({value}).",
  "Finish it or take it back first: candor journal resume, or candor journal resume --undo":
    "Selesaikan atau batalkan dahulu: candor journal resume, atau candor journal resume --undo",
  "Give the passphrase: candor unlock": "Berikan frasa sandi: candor unlock",
  "Entry {n} of the journal is locked.": "Entri {n} jurnal terkunci.",
  "It was stopped before anything was changed.": "Dihentikan sebelum ada yang diubah.",
  "Nothing could be read from the phone: {reason}": "Tidak ada yang dapat dibaca dari ponsel: {reason}",
  "The entry is about another phone ({app}, {name}) than the one that is connected ({value}, {key}).":
    "Entri ini tentang ponsel lain ({app}, {name}), bukan yang tersambung ({value}, {key}).",
  "Connect that phone, then repeat this.": "Sambungkan ponsel itu, lalu ulangi ini.",
  "this version of Candor does not know the action {name}": "versi Candor ini tidak mengenal tindakan {name}",
  "Line {n} is bad: {reason}. The next change mends it.":
    "Baris {n} rusak: {reason}. Perubahan berikutnya memperbaikinya.",
  "Line {n} of the journal was damaged: {reason}. Nothing of it is lost; the rest was kept and chained anew, and the damaged file is kept as {value}.":
    "Baris {n} jurnal rusak: {reason}. Tidak ada yang hilang; sisanya disimpan dan dirantai ulang, dan file yang rusak disimpan sebagai {value}.",
  "Line {n} of the journal was damaged: {reason}. One entry is lost; the rest was kept and chained anew, and the damaged file is kept as {value}.":
    "Baris {n} jurnal rusak: {reason}. Satu entri hilang; sisanya disimpan dan dirantai ulang, dan file yang rusak disimpan sebagai {value}.",
  "Line {n} of the journal was damaged: {reason}. {lost} entries are lost; the rest was kept and chained anew, and the damaged file is kept as {value}.":
    "Baris {n} jurnal rusak: {reason}. {lost} entri hilang; sisanya disimpan dan dirantai ulang, dan file yang rusak disimpan sebagai {value}.",
  "Line {n} of the journal cannot be read: {reason}.": "Baris {n} jurnal tidak dapat dibaca: {reason}.",
  "it breaks off in the middle": "terputus di tengah",
  "it has no head": "tidak punya kepala",
  "its head is not whole": "kepalanya tidak utuh",
  "it does not follow the entry before it: one was changed, removed or put in":
    "tidak menyambung entri sebelumnya: ada yang diubah, dihapus, atau disisipkan",
  "it has no body": "tidak punya isi",
  "its body is not the one that was written": "isinya bukan yang dahulu ditulis",
  "it is damaged, too": "juga rusak",
  "The journal cannot be written: {reason}.": "Jurnal tidak dapat ditulis: {reason}.",
  "Nothing is changed without it. Make room or make the data folder writable, then repeat this.":
    "Tanpa itu tidak ada yang diubah. Kosongkan ruang atau buat folder data dapat ditulisi, lalu ulangi ini.",
  "the disk is full": "disk penuh",
  "there is no room left for this person on the disk": "tidak ada ruang tersisa bagi orang ini di disk",
  "the disk cannot be written to": "disk tidak dapat ditulisi",
  "this computer does not allow it": "komputer ini tidak mengizinkannya",
  "the disk is faulty": "disk bermasalah",
  "the file has become too large": "file menjadi terlalu besar",
  "the data folder is no folder": "folder data bukan folder",
  "This was not noted in the journal. {reason}": "Ini tidak dicatat di jurnal. {reason}",
  "This was not noted in the journal: it cannot be written ({value}).":
    "Ini tidak dicatat di jurnal: tidak dapat ditulis ({value}).",
  "The journal is locked: candor unlock opens it.": "Jurnal terkunci: candor unlock membukanya.",
  "The journal is damaged. {reason}": "Jurnal rusak. {reason}",
  "The journal could not be read. {reason}": "Jurnal tidak dapat dibaca. {reason}",
  "The journal could not be read: this computer does not allow it.":
    "Jurnal tidak dapat dibaca: komputer ini tidak mengizinkannya.",
  "The list is too large.": "Daftar terlalu besar.",
  "not text in UTF-8": "bukan teks UTF-8",
  "There is no entry in it.": "Tidak ada entri di dalamnya.",
  "It shrank from {before} entries to {after}, less than half. Use force if that is meant.":
    "Menyusut dari {before} entri menjadi {after}, kurang dari setengah. Paksakan jika memang begitu.",
  "It is not the list: {reason}.": "Ini bukan daftarnya: {reason}.",
  "It could not be stored: {reason}.": "Tidak dapat disimpan: {reason}.",
  "The updated list cannot be read.": "Daftar yang diperbarui tidak dapat dibaca.",
  "The updated list was stored by another version of Candor; update it again.":
    "Daftar yang diperbarui disimpan oleh versi Candor lain; perbarui lagi.",
  "The updated list is damaged.": "Daftar yang diperbarui rusak.",
  "The updated list is damaged: it does not have its digest.": "Daftar yang diperbarui rusak: digest-nya tidak cocok.",
  "This version of Candor cannot read the updated list: {reason}.":
    "Versi Candor ini tidak dapat membaca daftar yang diperbarui: {reason}.",
  "No complete answer within {n} s.": "Tidak ada jawaban lengkap dalam {n} detik.",
  "The server could not be read: {reason}.": "Server tidak dapat dibaca: {reason}.",
  "The server answered {value}.": "Server menjawab {value}.",
  "The server redirects more than {n} times.": "Server mengalihkan lebih dari {n} kali.",
  "The address is not one.": "Alamatnya bukan alamat.",
  "{value} is not encrypted (https).": "{value} tidak terenkripsi (https).",
  "The address holds a password.": "Alamat itu memuat kata sandi.",
  "{name} redirects to another place, {value}.": "{name} mengalihkan ke tempat lain, {value}.",
  "It is larger than {n} bytes.": "Lebih besar dari {n} byte.",
  "It was cut off after {n} of {all} bytes.": "Terputus setelah {n} dari {all} byte.",
  "{value} is damaged.": "{value} rusak.",
  "Put back a copy of the folder “privacy”, or begin anew and keep the sealed files aside: candor lock reset":
    "Kembalikan salinan folder “privacy”, atau mulai dari awal dan sisihkan file yang disegel: candor lock reset",
  "This passphrase is easily guessed, and was not taken.": "Frasa sandi ini mudah ditebak, dan tidak diterima.",
  "Choose a better one.": "Pilih yang lebih baik.",
  "A privacy password is set already.": "Kata sandi privasi sudah disetel.",
  "Change it: candor lock change": "Ubah: candor lock change",
  "No privacy password is set.": "Kata sandi privasi belum disetel.",
  "Set one: candor lock set": "Setel: candor lock set",
  "The key in this folder is not the one that things were sealed to.":
    "Kunci di folder ini bukan yang dipakai untuk menyegel.",
  "Put back a copy of the folder “privacy”, or use the recovery sheet.":
    "Kembalikan salinan folder “privacy”, atau gunakan lembar pemulihan.",
  "Put back a copy of it, or use the recovery sheet.": "Kembalikan salinannya, atau gunakan lembar pemulihan.",
  "That is not the passphrase.": "Itu bukan frasa sandinya.",
  "The file that holds the key is no longer what was written.":
    "File yang menyimpan kunci bukan lagi yang dahulu ditulis.",
  "It was sealed with another key than this one.": "Ini disegel dengan kunci lain.",
  "It is sealed, and no longer what was written.": "Ini disegel, dan bukan lagi yang dahulu ditulis.",
  "{n} wrong passphrases were given. The next one can be tried in {value}.":
    "{n} frasa sandi salah telah diberikan. Berikutnya dapat dicoba dalam {value}.",
  "{n} second": "{n} detik",
  "{n} seconds": "{n} detik",
  "{n} minutes": "{n} menit",
  "{n} hours": "{n} jam",
  "The journal": "Jurnal",
  "What was examined before": "Yang diperiksa sebelumnya",
  "{what} is locked.": "{what} terkunci.",
  "The file is empty.": "File kosong.",
  "Nothing more of the file came.": "Tidak ada lagi bagian file yang datang.",
  "Send it once more.": "Kirim sekali lagi.",
  "There is not enough room on the disk for this file.": "Tidak cukup ruang di disk untuk file ini.",
  "Make room, and try again.": "Kosongkan ruang, dan coba lagi.",
  "The file is larger than {n} MiB, the most that the page takes.":
    "File lebih besar dari {n} MiB, batas terbesar yang diterima halaman.",
  "Examine it from the command line: candor check FILE, or candor apps scan FILE":
    "Periksa dari baris perintah: candor check FILE, atau candor apps scan FILE",
  "The examination was stopped.": "Pemeriksaan dihentikan.",
  "Examine the phone again with this version, or use the version that saved it.":
    "Periksa ponsel lagi dengan versi ini, atau pakai versi yang menyimpannya.",
  "{value} begins like a saved examination, but is damaged.":
    "{value} berawal seperti pemeriksaan yang disimpan, tetapi rusak.",
  "Use another copy of it.": "Gunakan salinan lain.",
  "Unlock the phone and answer “Allow USB debugging?” with Allow.":
    "Buka kunci ponsel dan jawab “Izinkan debugging USB?” dengan Izinkan.",
  "The phone asks whether to allow this computer. It shows {value}; if it does, tap Allow.":
    "Ponsel menanyakan apakah komputer ini diizinkan. Ponsel menampilkan {value}; jika benar, ketuk Izinkan.",
  "Another Candor (process {n}, since {value}) is making changes.":
    "Candor lain (proses {n}, sejak {value}) sedang membuat perubahan.",
  "Wait until it has ended, or end it; then repeat this.": "Tunggu sampai selesai, atau akhiri; lalu ulangi ini.",
  "Another Candor is making changes.": "Candor lain sedang membuat perubahan.",
  "Wait until it has ended, then repeat this.": "Tunggu sampai selesai, lalu ulangi ini.",
  "It could not be read: {reason}.": "Tidak dapat dibaca: {reason}.",
  "Nothing in this file could be read.": "Tidak ada isi file ini yang dapat dibaca.",
  "There is no app in it.": "Tidak ada aplikasi di dalamnya.",
  "It holds {n} more apps: candor apps scan lists them.":
    "Ada {n} aplikasi lagi di dalamnya: candor apps scan mendaftarnya.",
  "It also looks into apps (.apk, .xapk, .apks, .apkm).":
    "Candor juga melihat ke dalam aplikasi (.apk, .xapk, .apks, .apkm).",
  "This examination does not hold what is in the apps.": "Pemeriksaan ini tidak memuat isi aplikasi.",
  "This examination does not hold what is in the apps. The reason: {reason}":
    "Pemeriksaan ini tidak memuat isi aplikasi. Alasannya: {reason}",
  "This capture does not hold what is in the apps.": "Tangkapan ini tidak memuat isi aplikasi.",
  "Only a phone and a capture of it tell what is in the apps; this holds no app files.":
    "Hanya ponsel dan tangkapannya yang memberi tahu isi aplikasi; ini tidak memuat file aplikasi.",
  "There is no app {value} in this examination.": "Tidak ada aplikasi {value} dalam pemeriksaan ini.",
  "The connection to the phone failed: {value}": "Sambungan ke ponsel gagal: {value}",
  "Check the cable or the network, unlock the phone and try again.":
    "Periksa kabel atau jaringan, buka kunci ponsel, dan coba lagi.",
  "The phone has not allowed this computer.": "Ponsel belum mengizinkan komputer ini.",
  "Unlock the phone and answer its question “Allow USB debugging?” with Allow.":
    "Buka kunci ponsel dan jawab pertanyaannya “Izinkan debugging USB?” dengan Izinkan.",
  "What listens at the adb server's address does not answer as an adb server.":
    "Yang mendengarkan di alamat server adb tidak menjawab seperti server adb.",
  "Run “adb kill-server” and try again; if that fails too, another program uses port 5037.":
    "Jalankan “adb kill-server” dan coba lagi; jika tetap gagal, program lain memakai port 5037.",
  "Run “adb kill-server” and try again.": "Jalankan “adb kill-server” dan coba lagi.",
  "The phone is connected but does not answer.": "Ponsel tersambung tetapi tidak menjawab.",
  "This computer does not let us open the phone's USB connection.":
    "Komputer ini tidak mengizinkan kami membuka sambungan USB ponsel.",
  "Run “candor devices” for what to do.": "Jalankan “candor devices” untuk tahu apa yang harus dilakukan.",
  "The phone refused to run the command.": "Ponsel menolak menjalankan perintah.",
  "The phone is no longer connected.": "Ponsel tidak lagi tersambung.",
  "The connection was cut while the phone answered: {command}": "Sambungan terputus saat ponsel menjawab: {command}",
  "Check the cable or the network and run the examination again.":
    "Periksa kabel atau jaringan dan ulangi pemeriksaan.",
  "No complete answer within {n} s: {command}": "Tidak ada jawaban lengkap dalam {n} detik: {command}",
  "The answer is larger than the limit of {n} bytes.": "Jawabannya lebih besar dari batas {n} byte.",
  "All answers together are larger than the limit of {n} bytes.":
    "Semua jawaban bersama-sama lebih besar dari batas {n} byte.",
  "Connecting was stopped.": "Penyambungan dihentikan.",
  "The adb server was started but does not answer.": "Server adb sudah dimulai tetapi tidak menjawab.",
  "The adb server on this computer is from before 2018 and cannot tell its phones apart.":
    "Server adb di komputer ini dari sebelum 2018 dan tidak dapat membedakan ponsel-ponselnya.",
  "Install the current Android platform tools, run “adb kill-server” and try again.":
    "Pasang Android platform tools terbaru, jalankan “adb kill-server”, dan coba lagi.",
  "Connect the phone again and repeat the examination.": "Sambungkan ponsel lagi dan ulangi pemeriksaan.",
  "The phone was disconnected.": "Ponsel terputus.",
  "The phone no longer answers: it said nothing for {n} seconds.":
    "Ponsel tidak lagi menjawab: tidak berkata apa pun selama {n} detik.",
  "The apps were not looked into.": "Aplikasi tidak dilihat isinya.",
  "The connection to the phone was closed.": "Sambungan ke ponsel ditutup.",
  "The connection was closed.": "Sambungan ditutup.",
  "This is not an address of a phone.": "Ini bukan alamat ponsel.",
  "Give it as HOST:PORT, for example 192.168.1.20:5555.": "Tulis sebagai HOST:PORT, misalnya 192.168.1.20:5555.",
  "No phone answers at {value}.": "Tidak ada ponsel yang menjawab di {value}.",
  "Check the address, that phone and computer are in the same network, and that debugging over the network is on. With a cable, “adb tcpip 5555” turns it on until the phone restarts.":
    "Periksa alamatnya, bahwa ponsel dan komputer ada di jaringan yang sama, dan bahwa debugging lewat jaringan menyala. Dengan kabel, “adb tcpip 5555” menyalakannya sampai ponsel dimulai ulang.",
  "The phone at {value} has not allowed this computer.": "Ponsel di {value} belum mengizinkan komputer ini.",
  "Unlock the phone, run this again and answer its question “Allow USB debugging?” with Allow.":
    "Buka kunci ponsel, ulangi ini, dan jawab pertanyaannya “Izinkan debugging USB?” dengan Izinkan.",
  "adb, the tool that talks to Android phones, is not installed on this computer.":
    "adb, alat yang berbicara dengan ponsel Android, tidak terpasang di komputer ini.",
  "{reason} Or unpack https://developer.android.com/tools/releases/platform-tools and add its folder to the PATH. A phone that is reachable over the network needs no adb: give Candor its address: tcp:HOST:PORT.":
    "{reason} Atau ekstrak https://developer.android.com/tools/releases/platform-tools dan tambahkan foldernya ke PATH. Ponsel yang terjangkau lewat jaringan tidak memerlukan adb: berikan alamatnya kepada Candor: tcp:HOST:PORT.",
  "Debian and Ubuntu: sudo apt install adb. Fedora: sudo dnf install android-tools. Arch: sudo pacman -S android-tools.":
    "Debian dan Ubuntu: sudo apt install adb. Fedora: sudo dnf install android-tools. Arch: sudo pacman -S android-tools.",
  "With Homebrew: brew install --cask android-platform-tools.":
    "Dengan Homebrew: brew install --cask android-platform-tools.",
  "In a terminal: winget install Google.PlatformTools.": "Di terminal: winget install Google.PlatformTools.",
  "Install the Android platform tools.": "Pasang Android platform tools.",
  "The phone is in the state “{state}”. Unplug the phone, wait five seconds and plug it in again. If that does not help, restart the phone.":
    "Ponsel dalam keadaan “{state}”. Cabut ponsel, tunggu lima detik, dan colokkan lagi. Jika tidak membantu, mulai ulang ponsel.",
  "Linux does not let you open this phone. Install the rules for Android phones (Debian and Ubuntu: sudo apt install android-sdk-platform-tools-common; elsewhere the package android-udev), add yourself to the group plugdev (sudo usermod -aG plugdev $USER), log out and in, and plug the phone in again.":
    "Linux tidak mengizinkan Anda membuka ponsel ini. Pasang aturan untuk ponsel Android (Debian dan Ubuntu: sudo apt install android-sdk-platform-tools-common; lainnya: paket android-udev), tambahkan diri Anda ke grup plugdev (sudo usermod -aG plugdev $USER), keluar dan masuk lagi, lalu colokkan ponsel lagi.",
  "Unlock the phone and answer “Allow USB debugging?” with Allow. If it does not ask: unplug it, open Developer options (Xiaomi: Settings → Additional settings → Developer options), tap “Revoke USB debugging authorisations”, turn USB debugging off and on, plug it in again and choose “File transfer”.":
    "Buka kunci ponsel dan jawab “Izinkan debugging USB?” dengan Izinkan. Jika tidak bertanya: cabut, buka Opsi developer (Xiaomi: Setelan → Setelan tambahan → Opsi developer), ketuk “Cabut otorisasi debugging USB”, matikan lalu nyalakan debugging USB, colokkan lagi, dan pilih “Transfer file”.",
  "Wait a moment; then unlock the phone and answer “Allow USB debugging?” with Allow.":
    "Tunggu sebentar; lalu buka kunci ponsel dan jawab “Izinkan debugging USB?” dengan Izinkan.",
  "Wait a few seconds and try again.": "Tunggu beberapa detik dan coba lagi.",
  "Unlock the phone, unplug it and plug it in again; try another cable or socket. If it stays offline, run “adb kill-server”, or turn USB debugging off and on. Over the network: check that both are still in the same network.":
    "Buka kunci ponsel, cabut dan colokkan lagi; coba kabel atau soket lain. Jika tetap offline, jalankan “adb kill-server”, atau matikan lalu nyalakan debugging USB. Lewat jaringan: periksa bahwa keduanya masih di jaringan yang sama.",
  "The phone is in recovery mode. Choose “Reboot system” on its screen, unlock it and try again.":
    "Ponsel dalam mode pemulihan. Pilih “Reboot system” di layarnya, buka kuncinya, dan coba lagi.",
  "The phone is in rescue mode. Restart it normally, unlock it and try again.":
    "Ponsel dalam mode penyelamatan. Mulai ulang secara normal, buka kuncinya, dan coba lagi.",
  "The phone waits for an update by “adb sideload”. Leave that mode with “Reboot system” on its screen.":
    "Ponsel menunggu pembaruan lewat “adb sideload”. Keluar dari mode itu dengan “Reboot system” di layarnya.",
  "The phone is in its bootloader (Xiaomi: “FASTBOOT”). Hold the power button until it restarts.":
    "Ponsel ada di bootloader (Xiaomi: “FASTBOOT”). Tahan tombol daya sampai dimulai ulang.",
  "This is a computer, not a phone. Put the phone into USB debugging and plug it in again.":
    "Ini komputer, bukan ponsel. Aktifkan debugging USB di ponsel dan colokkan lagi.",
  "adb has let go of this phone (“adb detach”). Run “adb attach” with its serial number, or plug it in again.":
    "adb melepaskan ponsel ini (“adb detach”). Jalankan “adb attach” dengan nomor serinya, atau colokkan lagi.",
  "No phone is attached.": "Tidak ada ponsel yang tersambung.",
  "No phone with the serial number {value} is attached.": "Tidak ada ponsel dengan nomor seri {value} yang tersambung.",
  "Choose one of those that are attached: {apps}.": "Pilih salah satu yang tersambung: {apps}.",
  "Plug it in with a cable that carries data, unlock it, and turn on USB debugging: Settings → About phone → tap the build number (Xiaomi: the MIUI or OS version) seven times, then Developer options (Xiaomi: under Additional settings) → USB debugging.":
    "Colokkan dengan kabel yang membawa data, buka kuncinya, dan nyalakan debugging USB: Setelan → Tentang ponsel → ketuk nomor build (Xiaomi: versi MIUI atau OS) tujuh kali, lalu Opsi developer (Xiaomi: di Setelan tambahan) → Debugging USB.",
  "{app} has not allowed this computer.": "{app} belum mengizinkan komputer ini.",
  "{app} is not ready: {value}.": "{app} belum siap: {value}.",
  "The phone {value}": "Ponsel {value}",
  "The phone": "Ponsel",
  "Candor reads a bug report (.zip or .txt), an AndroidQF folder or zip, a folder of outputs with outputs.json, or its own capture.":
    "Candor membaca laporan bug (.zip atau .txt), folder atau zip AndroidQF, folder keluaran dengan outputs.json, atau tangkapannya sendiri.",
  '"{value}" is nothing that Candor knows.': "“{value}” bukan sesuatu yang dikenal Candor.",
  '"{value}" is empty.': "“{value}” kosong.",
  '"{value}" is one file of an examination.': "“{value}” adalah satu file dari sebuah pemeriksaan.",
  '"{value}" holds nothing: there is no file in it.': "“{value}” tidak berisi apa pun: tidak ada file di dalamnya.",
  '"{value}" cannot be opened': "“{value}” tidak dapat dibuka",
  '"{value}" cannot be read': "“{value}” tidak dapat dibaca",
  '"{value}" is locked with a password.': "“{value}” terkunci dengan kata sandi.",
  "Unpack it with its password and examine what was in it.": "Ekstrak dengan kata sandinya dan periksa isinya.",
  "Unpack it and examine what was in it.": "Ekstrak dan periksa isinya.",
  "Take or copy it once more.": "Ambil atau salin sekali lagi.",
  "Copy it once more from where it came, or take it again.": "Salin sekali lagi dari asalnya, atau ambil lagi.",
  'Examine the phone itself, or take a bug report: "adb bugreport report.zip", or in its developer options.':
    "Periksa ponselnya sendiri, atau ambil laporan bug: “adb bugreport report.zip”, atau di opsi developer.",
  "Name the folder it is in.": "Sebutkan folder tempatnya.",
  "Name one of them.": "Sebutkan salah satunya.",
  "The capture was written by another version of Candor.": "Tangkapan ini ditulis oleh versi Candor lain.",
  "Read it with a newer Candor.": "Baca dengan Candor yang lebih baru.",
  "Attach the phone, or take a capture that has the apps: candor capture phone.candor.":
    "Sambungkan ponsel, atau ambil tangkapan yang memuat aplikasi: candor capture phone.candor.",
  "What is kept there of the apps cannot be read: {reason}.":
    "Yang disimpan di sana tentang aplikasi tidak dapat dibaca: {reason}.",
  "The adb server did not start ({value}).": "Server adb tidak dimulai ({value}).",
  "The adb server did not start ({value}): {reason}": "Server adb tidak dimulai ({value}): {reason}",
  "Run “adb start-server” in a terminal to see why. A phone that is reachable over the network needs no adb: give Candor its address, tcp:HOST:PORT.":
    "Jalankan “adb start-server” di terminal untuk melihat sebabnya. Ponsel yang terjangkau lewat jaringan tidak memerlukan adb: berikan alamatnya kepada Candor, tcp:HOST:PORT.",
  "Unplug the phone, wait five seconds and plug it in again.": "Cabut ponsel, tunggu lima detik, dan colokkan lagi.",
  "{n} phones are attached: {apps}.": "{n} ponsel tersambung: {apps}.",
  "Choose one with --serial, for example --serial {value}": "Pilih satu dengan --serial, misalnya --serial {value}",
  "This computer does not let us open {app}.": "Komputer ini tidak mengizinkan kami membuka {app}.",
  "What answers at this address does not speak ADB.": "Yang menjawab di alamat ini tidak memakai ADB.",
  "Check the address: the phone shows it under Developer options, or “adb tcpip 5555” has opened port 5555.":
    "Periksa alamatnya: ponsel menampilkannya di Opsi developer, atau “adb tcpip 5555” telah membuka port 5555.",
  "The phone uses “Wireless debugging” with pairing, which Candor can reach only through adb.":
    "Ponsel memakai “Debugging nirkabel” dengan penyandingan, yang hanya dapat dijangkau Candor lewat adb.",
  "With adb 30 or later run “adb pair HOST:PORT” with the code that the phone shows, then “adb connect HOST:PORT”, then Candor again.":
    "Dengan adb 30 atau lebih baru jalankan “adb pair HOST:PORT” dengan kode yang ditampilkan ponsel, lalu “adb connect HOST:PORT”, lalu Candor lagi.",
  "A command needs a name: an empty one would open an interactive shell.":
    "Perintah memerlukan nama: yang kosong akan membuka shell interaktif.",
  "The command holds a character that no phone's shell can take.":
    "Perintah memuat karakter yang tidak diterima shell ponsel mana pun.",
  "The command is {n} bytes long, more than ADB can carry.":
    "Perintah sepanjang {n} byte, lebih dari yang dapat dibawa ADB.",
  "Only {app} holds this.": "Hanya {app} yang memuat ini.",
  "an AndroidQF acquisition": "akuisisi AndroidQF",
  "a bug report": "laporan bug",
  "With a cable, “adb tcpip 5555” turns it on until the phone restarts.":
    "Dengan kabel, “adb tcpip 5555” menyalakannya sampai ponsel dimulai ulang.",
  "A phone that is reachable over the network needs no adb: give Candor its address: tcp:HOST:PORT.":
    "Ponsel yang terjangkau lewat jaringan tidak memerlukan adb: berikan alamatnya kepada Candor: tcp:HOST:PORT.",
  "This is no age identity.": "Ini bukan identitas age.",
  "Wait until then. Forgotten? See: candor lock --help": "Tunggu sampai saat itu. Lupa? Lihat: candor lock --help",
  "The key is missing: {value} cannot be read.": "Kuncinya hilang: {value} tidak dapat dibaca.",
  "adb could not connect to {app}: {value}": "adb tidak dapat tersambung ke {app}: {value}",
  "Check the address on the phone (Developer options → Wireless debugging). A phone that was never paired with this computer needs “adb pair HOST:PORT” first, with the code that it shows; that takes adb 30 or later.":
    "Periksa alamatnya di ponsel (Opsi developer → Debugging nirkabel). Ponsel yang belum pernah disandingkan dengan komputer ini memerlukan “adb pair HOST:PORT” dahulu, dengan kode yang ditampilkannya; itu memerlukan adb 30 atau lebih baru.",
  "The environment names no usable address of an adb server.":
    "Lingkungan tidak menyebut alamat server adb yang dapat dipakai.",
  "Unset ADB_SERVER_SOCKET and ANDROID_ADB_SERVER_PORT, or set them to tcp:127.0.0.1:5037 and 5037.":
    "Hapus ADB_SERVER_SOCKET dan ANDROID_ADB_SERVER_PORT, atau setel ke tcp:127.0.0.1:5037 dan 5037.",
  "No adb server answers at the address that the environment names.":
    "Tidak ada server adb yang menjawab di alamat yang disebut lingkungan.",
  "Start it there, or unset ADB_SERVER_SOCKET and ANDROID_ADB_SERVER_ADDRESS to use this computer's own.":
    "Jalankan di sana, atau hapus ADB_SERVER_SOCKET dan ANDROID_ADB_SERVER_ADDRESS untuk memakai milik komputer ini.",
  "No way is known to show a notification on this system.":
    "Tidak diketahui cara menampilkan notifikasi di sistem ini.",
  "No notification can be shown: the program {program} is missing.":
    "Notifikasi tidak bisa ditampilkan: program {program} tidak ada.",
  "No notification can be shown: {program} failed.": "Notifikasi tidak bisa ditampilkan: {program} gagal.",
  "Leave it connected for a minute.": "Biarkan tersambung selama satu menit.",
  "Unlock it, and check the cable.": "Buka kuncinya, dan periksa kabelnya.",
};
