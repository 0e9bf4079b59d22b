import type { Phrases } from "../../check-texts.ts";

/** By the English text, as checks write it. Names of screens are those that phones show in this language. */
export const phrases: Phrases = {
  "user {n}": "pengguna {n}",
  "users {n}": "pengguna {n}",
  "the current user": "pengguna saat ini",
  "less than a day": "kurang dari sehari",
  "{n} day": "{n} hari",
  "{n} days": "{n} hari",
  "{n} month": "{n} bulan",
  "{n} months": "{n} bulan",
  "{n} year": "{n} tahun",
  "{n} years": "{n} tahun",
  nobody: "tidak ada",
  nothing: "(tanpa nama)",
  "origin of {app}": "asal {app}",
  "installer of {app}": "pemasang {app}",
  "{op} for user {n}": "{op} untuk pengguna {n}",
  "last use of {name} ({state})": "terakhir dipakai: {name} ({state})",
  "kind of user {n}": "jenis pengguna {n}",
  "entry {n} of the journal": "entri {n} di jurnal",
  "process {n}": "proses {n}",
  "The phone did not report {name}.": "Ponsel tidak melaporkan {name}.",
  "The phone did not report the setting {name}.": "Ponsel tidak melaporkan setelan {name}.",
  'The phone reports {name} as "{value}", and what that means is not known here.':
    "Ponsel melaporkan {name} sebagai “{value}”, dan artinya tidak diketahui di sini.",
  "The phone did not report which app holds the role {role}.":
    "Ponsel tidak melaporkan aplikasi mana yang memegang peran {role}.",
  "The phone did not report its settings in full ({name} is missing).":
    "Ponsel tidak melaporkan setelannya secara lengkap ({name} tidak ada).",
  "User {n} is a profile of a kind that the phone did not tell.":
    "Pengguna {n} adalah profil yang jenisnya tidak disebut ponsel.",
  "On the phone: Settings > Apps > {app} > Permissions > {what}: do not allow.":
    "Di ponsel: Setelan > Aplikasi > {app} > Izin > {what}: jangan izinkan.",
  Location: "Lokasi",
  Camera: "Kamera",
  Microphone: "Mikrofon",
  Calendar: "Kalender",
  Contacts: "Kontak",
  Phone: "Telepon",
  "Call logs": "Log panggilan",
  "Nearby devices": "Perangkat di sekitar",
  "Body sensors or Physical activity": "Sensor tubuh atau Aktivitas fisik",
  "Photos and videos, or Files": "Foto dan video, atau File",
  "Then remove {app}: in Settings > Security, take its rights as device admin and accessibility service, and uninstall it.":
    "Lalu hapus {app}: di Setelan > Keamanan, cabut haknya sebagai admin perangkat dan layanan aksesibilitas, lalu copot.",
  "The network rules of {app} could not be read.": "Aturan jaringan {app} tidak dapat dibaca.",
  "The signers of {app} could not be read.": "Penanda tangan {app} tidak dapat dibaca.",
  "The code of {app} could not be read.": "Kode {app} tidak dapat dibaca.",
  "The libraries of {app} could not be read.": "Pustaka {app} tidak dapat dibaca.",
  "Not all native libraries of these apps were read, so what is built into them is not known: {apps}.":
    "Tidak semua pustaka native aplikasi ini terbaca, jadi isi di dalamnya tidak diketahui: {apps}.",
  "Some libraries that have known holes in some versions do not tell theirs: {apps}.":
    "Beberapa pustaka yang punya celah di versi tertentu tidak menyebut versinya: {apps}.",
  "The files of {app} could not be read.": "File {app} tidak dapat dibaca.",
  "The files of {app} could not be looked into.": "File {app} tidak dapat diperiksa.",
  "Open Settings > Apps > Special app access > {what} (on Xiaomi, search the settings for “special”).":
    "Buka Setelan > Aplikasi > Akses aplikasi khusus > {what} (di Xiaomi, cari “khusus” di setelan).",
  "All files access": "Akses semua file",
  "Battery optimisation": "Pengoptimalan baterai",
  "Install unknown apps": "Instal aplikasi tidak dikenal",
  "Notification access (Device and app notifications)": "Akses notifikasi (notifikasi perangkat dan aplikasi)",
  "Display over other apps": "Tampilkan di atas aplikasi lain",
  "Usage access": "Akses penggunaan",
  "Modify system settings": "Ubah setelan sistem",
  "From a computer: {command}": "Dari komputer: {command}",
  "Open Settings and search for “{words}”.": "Buka Setelan dan cari “{words}”.",
  "Open Settings and search for “{words}” and switch it off.": "Buka Setelan, cari “{words}”, dan matikan.",
  "The list of {date} does not hold the Android of API level {level}.":
    "Daftar tanggal {date} tidak memuat Android dengan level API {level}.",
  "The list of ended versions is of {date}, too long before this examination.":
    "Daftar versi yang berakhir bertanggal {date}, terlalu lama sebelum pemeriksaan ini.",
  hardware: "perangkat keras",
  "hardware, by {way}": "perangkat keras, lewat {way}",
  "first asked": "pertama kali ditanya",
  "last answer": "jawaban terakhir",
  "asked in vain": "ditanya tanpa jawaban",
  "ways without an answer": "cara tanpa jawaban",
  "The phone's hardware was not asked yet: candor attest does that.":
    "Perangkat keras ponsel belum ditanya: candor attest melakukannya.",
  "What Candor keeps is locked: candor unlock opens it.": "Yang disimpan Candor terkunci: candor unlock membukanya.",
  "Google has suspended the key that vouches.": "Google menangguhkan kunci yang menjamin.",
  "Whether the hardware's keys were taken back was not looked up: candor feeds update revoked-attestation-keys":
    "Belum diperiksa apakah kunci perangkat keras ditarik: candor feeds update revoked-attestation-keys",
  "The hardware's key signed without a fault, but nobody that is known vouches for that key.":
    "Kunci perangkat keras menandatangani tanpa cacat, tetapi tidak ada pihak yang dikenal menjamin kunci itu.",
  "The phone keeps its keys in software, so no hardware vouches for anything.":
    "Ponsel menyimpan kuncinya dalam perangkat lunak, jadi tidak ada perangkat keras yang menjamin apa pun.",
  "The chain of keys ends in a root that is none of Google's.":
    "Rantai kunci berakhir pada akar yang bukan milik Google.",
  "A certificate of the hardware's keys was not valid at the time.":
    "Satu sertifikat kunci perangkat keras tidak berlaku pada waktu itu.",
  "What the phone gave as its hardware's word cannot be read.":
    "Yang diberikan ponsel sebagai jawaban perangkat kerasnya tidak bisa dibaca.",
  "This phone's hardware makes its requests in an older form, which only Google's servers can read.":
    "Perangkat keras ponsel ini membuat permintaan dalam bentuk lama yang hanya bisa dibaca server Google.",
  "The key store gave a key, and no statement of the hardware about it.":
    "Penyimpan kunci memberi kunci, tanpa pernyataan perangkat keras tentangnya.",
  "The phone's hardware could not be asked: {reason}": "Perangkat keras ponsel tidak bisa ditanya: {reason}",
  "The hardware was asked on {day}, which says nothing of now. Ask it again: candor attest":
    "Perangkat keras ditanya pada {day}, yang tidak mengatakan apa-apa tentang sekarang. Tanyakan lagi: candor attest",
  "The system was updated since the hardware was asked, on {day}. Ask it again: candor attest":
    "Sistem diperbarui sejak perangkat keras ditanya, pada {day}. Tanyakan lagi: candor attest",
  "The hardware did not tell how the phone was started.":
    "Perangkat keras tidak mengatakan bagaimana ponsel dinyalakan.",
  "Whether this holds was not told: {value}: {reason}":
    "Tidak diberitahukan apakah ini masih berlaku: {value}: {reason}",
  "For which countries the build “{build}” is made is not known here.":
    "Untuk negara mana versi “{build}” dibuat tidak diketahui di sini.",
  "The phone does not tell for which Android these are built: {apps}.":
    "Ponsel tidak memberi tahu untuk Android mana aplikasi ini dibuat: {apps}.",
  'The version "{version}" of the Google Play services does not tell when it was made.':
    "Versi “{version}” layanan Google Play tidak memberi tahu kapan dibuat.",
  'The version "{version}" of the WebView is not a known one.': "Versi “{version}” WebView bukan versi yang dikenal.",
  "Not read, and so not counted: {what}.": "Tidak dibaca, jadi tidak dihitung: {what}.",
  "These came from a store and hold such powers; whether they show an icon could not be read: {apps}.":
    "Aplikasi ini berasal dari toko aplikasi dan memegang kuasa seperti itu; apakah menampilkan ikon tidak dapat dibaca: {apps}.",
  "Whether a store installed these, whose names are a maker's or read like a part of the system, could not be read: {apps}.":
    "Tidak dapat dibaca apakah toko memasang aplikasi ini, yang namanya milik pembuat atau terdengar seperti bagian sistem: {apps}.",
  "The phone reports {date} in {name}, a day that its maker never changes.":
    "Ponsel melaporkan {date} di {name}, tanggal yang tidak pernah diubah pembuatnya.",
  "The list of versions ends on {date}: newer ones cannot be told from old ones.":
    "Daftar versi berakhir pada {date}: versi lebih baru tidak dapat dibedakan dari yang lama.",
  "accessibility services": "layanan aksesibilitas",
  "notification listeners": "pendengar notifikasi",
  "satellites only": "hanya satelit",
  "networks only, to save the battery": "hanya jaringan, untuk menghemat baterai",
  "satellites and networks": "satelit dan jaringan",
  "device owner": "pemilik perangkat",
  "profile owner": "pemilik profil",
  "device owner or profile owner": "pemilik perangkat atau pemilik profil",
  "cards and device controls in the power menu": "kartu dan kontrol perangkat di menu daya",
  "the wallet": "dompet",
  "Google's servers, encrypted with the screen lock from Android 9 on":
    "server Google, dienkripsi dengan kunci layar sejak Android 9",
  "the place that was chosen in Seedvault, encrypted": "tempat yang dipilih di Seedvault, dienkripsi",
  "build type": "jenis versi",
  "read and use the screen": "membaca dan memakai layar",
  "read and use the screen and {rest}": "membaca dan memakai layar serta {rest}",
  "read all notifications": "membaca semua notifikasi",
  "act as device admin": "bertindak sebagai admin perangkat",
  "read text messages": "membaca SMS",
  "follow the place at all times": "mengikuti lokasi setiap saat",
  "read the list of calls": "membaca log panggilan",
  "listen through the microphone": "mendengar lewat mikrofon",
  "take pictures": "mengambil foto",
  "record the screen": "merekam layar",
  "draw over other apps": "tampil di atas aplikasi lain",
  "see which apps are used": "melihat aplikasi apa yang dipakai",
  "read all files": "membaca semua file",
  "install other apps": "memasang aplikasi lain",
  "use settings that are closed to apps from files": "memakai setelan yang tertutup bagi aplikasi dari file",
  "the store, with Play Protect, which scans apps": "toko aplikasi, dengan Play Protect, yang memindai aplikasi",
  "Play services, on which Play Protect and Find My Device stand":
    "layanan Play, tempat bergantungnya Play Protect dan Temukan Perangkat Saya",
  "the screens and rules of permissions": "layar dan aturan izin",
  "Xiaomi's permission manager": "pengelola izin Xiaomi",
  "Xiaomi's virus scanner": "pemindai virus Xiaomi",
  "Xiaomi's Security app": "aplikasi Keamanan Xiaomi",
  "Samsung's guard against changes to the system": "penjaga Samsung terhadap perubahan sistem",
  "Samsung's device protection": "perlindungan perangkat Samsung",
  "Huawei's phone manager with its virus scanner": "pengelola ponsel Huawei dengan pemindai virusnya",
  "OPPO's phone manager with its virus scanner": "pengelola ponsel OPPO dengan pemindai virusnya",
  "the collector of usage events of Xiaomi's apps (OneTrack)":
    "pengumpul peristiwa pemakaian aplikasi Xiaomi (OneTrack)",
  "the collector of usage events of the security app": "pengumpul peristiwa pemakaian aplikasi keamanan",
  "MIUI System Ads, the advertising service": "MIUI System Ads, layanan iklan",
  "the advertising service of phones for China": "layanan iklan ponsel untuk Tiongkok",
  "the quality service MQS, which records faults and use": "layanan kualitas MQS, yang mencatat gangguan dan pemakaian",
  "a recorder of faults and performance": "pencatat gangguan dan kinerja",
  "the collector of error reports and logs": "pengumpul laporan kesalahan dan log",
  "a collector of error reports and logs": "pengumpul laporan kesalahan dan log",
  "a reporter of what is done on the screen": "pelapor apa yang dilakukan di layar",
  "a collector of logs": "pengumpul log",
  "The phone did not report {name} for {user}.": "Ponsel tidak melaporkan {name} untuk {user}.",
  "The phone did not report {name} of {user}.": "Ponsel tidak melaporkan {name} untuk {user}.",
  "The phone did not report multi_cb, Google's switch for usage and diagnostics.":
    "Ponsel tidak melaporkan multi_cb, sakelar Google untuk penggunaan dan diagnostik.",
  "The phone did not report which service fills in passwords.":
    "Ponsel tidak melaporkan layanan mana yang mengisi kata sandi.",
  "The phone did not report which key encrypts its storage.":
    "Ponsel tidak melaporkan kunci mana yang mengenkripsi penyimpanannya.",
  "The phone did not report the transport of {user}.": "Ponsel tidak melaporkan pengangkut cadangan untuk {user}.",
  "The phone did not report the lock of any full user.": "Ponsel tidak melaporkan kunci pengguna penuh mana pun.",
  "The phone did not report what kind of lock {user} has.": "Ponsel tidak melaporkan jenis kunci yang dimiliki {user}.",
  "The phone did not report what the lock screen of {user} offers.":
    "Ponsel tidak melaporkan apa yang ditawarkan layar kunci {user}.",
  "The phone did not report the date of its Google Play system update.":
    "Ponsel tidak melaporkan tanggal pembaruan sistem Google Play-nya.",
  "The phone did not report the version of the Google Play services.":
    "Ponsel tidak melaporkan versi layanan Google Play.",
  "The phone did not report package_verifier_user_consent, and which app checks others was not read.":
    "Ponsel tidak melaporkan package_verifier_user_consent, dan aplikasi mana yang memeriksa aplikasi lain tidak dibaca.",
  "The phone did not report miui_optimization, neither as a setting nor as a property.":
    "Ponsel tidak melaporkan miui_optimization, baik sebagai setelan maupun sebagai properti.",
  "The phone did not report which app holds the role {role} or the role {other}.":
    "Ponsel tidak melaporkan aplikasi mana yang memegang peran {role} atau peran {other}.",
  "app lock": "kunci aplikasi",
  backup: "cadangan",
  "privacy protection password": "kata sandi perlindungan privasi",
  "Advanced Protection": "Perlindungan Lanjutan",
  "User Experience Program": "Program Pengalaman Pengguna",
  "Send usage and diagnostic data": "Kirim data penggunaan dan diagnostik",
  "services that are switched on": "layanan yang menyala",
  "Open Settings > Accessibility > Downloaded apps (or Installed services).":
    "Buka Setelan > Aksesibilitas > Aplikasi yang didownload (atau Layanan terpasang).",
  "Switch off each service that you do not need. If someone may be watching you, get advice first: they may notice.":
    "Matikan setiap layanan yang tidak Anda perlukan. Jika seseorang mungkin memantau Anda, cari saran dulu: ia mungkin menyadarinya.",
  "labels of running services": "nama layanan yang berjalan",
  interface: "antarmuka",
  session: "sesi",
  "owner's uid": "uid pemilik",
  "DNS servers": "server DNS",
  "Open Settings > Network > VPN and see which VPN is connected.":
    "Buka Setelan > Jaringan > VPN dan lihat VPN mana yang tersambung.",
  "If you did not start it, disconnect and forget it, and uninstall its app.":
    "Jika bukan Anda yang memulainya, putuskan dan lupakan, lalu copot aplikasinya.",
  fingerprint: "sidik jari",
  name: "nama",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Revoke USB debugging authorisations.":
    "Buka Setelan > Sistem (di Xiaomi: Setelan tambahan) > Opsi developer > Cabut otorisasi debugging USB.",
  "last connection": "sambungan terakhir",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Disable ADB authorisation time-out: off.":
    "Buka Setelan > Sistem (di Xiaomi: Setelan tambahan) > Opsi developer > Nonaktifkan batas waktu otorisasi ADB: mati.",
  "Permissions expire since Android 11; before, they never do.":
    "Izin kedaluwarsa sejak Android 11; sebelumnya tidak pernah.",
  "From the computer on the cable: adb usb. Or restart the phone.":
    "Dari komputer di ujung kabel: adb usb. Atau mulai ulang ponsel.",
  "This setting outlives a restart: somebody with root set it. Find out who.":
    "Setelan ini bertahan setelah mulai ulang: orang dengan root menyetelnya. Cari tahu siapa.",
  "When you are done here: Settings > System (on Xiaomi: Additional settings) > Developer options > USB debugging: off.":
    "Setelah selesai di sini: Setelan > Sistem (di Xiaomi: Setelan tambahan) > Opsi developer > Debugging USB: mati.",
  "Open the developer options, and switch USB debugging off when you are done here.":
    "Buka opsi developer, dan matikan debugging USB setelah selesai di sini.",
  "Plug the phone into your own chargers only.": "Colokkan ponsel hanya ke pengisi daya Anda sendiri.",
  "Have the maker's service install the original system. That erases the phone.":
    "Minta layanan servis pembuatnya memasang sistem asli. Itu menghapus isi ponsel.",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Wireless debugging: off. Remove paired devices there.":
    "Buka Setelan > Sistem (di Xiaomi: Setelan tambahan) > Opsi developer > Debugging nirkabel: mati. Hapus perangkat terpasang di sana.",
  "Wireless debugging exists since Android 11.": "Debugging nirkabel ada sejak Android 11.",
  "Open Settings > System > Users (Multiple users).": "Buka Setelan > Sistem > Pengguna (Beberapa pengguna).",
  "Switch “Add users from lock screen” off.": "Matikan “Tambah pengguna dari layar kunci”.",
  "Advanced Protection came with Android 16.": "Perlindungan Lanjutan hadir sejak Android 16.",
  "Switch off the apps that do not need it.": "Matikan aplikasi yang tidak memerlukannya.",
  "The phone did not tell which apps came with it and which were added.":
    "Ponsel tidak memberi tahu aplikasi mana yang bawaan dan mana yang ditambahkan.",
  "Before Android 11 there is no such access: the storage permission, which is asked about under permissions, opens all shared files.":
    "Sebelum Android 11 tidak ada akses seperti ini: izin penyimpanan, yang ditanyakan di bagian izin, membuka semua file bersama.",
  "Open Settings > Network > VPN, touch the wheel beside the VPN, switch “Always-on VPN” off.":
    "Buka Setelan > Jaringan > VPN, ketuk roda di samping VPN, matikan “VPN selalu aktif”.",
  "Open Settings > System > Software update (on Xiaomi: Settings > About phone, then the box with the version).":
    "Buka Setelan > Sistem > Update software (di Xiaomi: Setelan > Tentang ponsel, lalu kotak berisi versi).",
  "Look for an update, install it, and restart the phone.": "Cari pembaruan, pasang, dan mulai ulang ponsel.",
  "When the maker offers no more, plan to replace the phone, and keep bank, mail and private messages elsewhere.":
    "Jika pembuat tidak menawarkan lagi, rencanakan mengganti ponsel, dan simpan bank, email, dan pesan pribadi di tempat lain.",
  "version whose rules allow it": "versi yang aturannya membolehkannya",
  "Open the Play Store and look for a newer version of the app.":
    "Buka Play Store dan cari versi aplikasi yang lebih baru.",
  "Until there is one, use it for nothing private in a foreign Wi-Fi.":
    "Sampai ada, jangan pakai untuk hal pribadi di Wi-Fi asing.",
  "This phone does not run Xiaomi's MIUI or HyperOS.": "Ponsel ini tidak menjalankan MIUI atau HyperOS Xiaomi.",
  "said by": "menurut",
  "SHA-256 of its files": "SHA-256 filenya",
  "SHA-256 of its certificates": "SHA-256 sertifikatnya",
  "Ask yourself, and others who use this phone, who installed the app and what for.":
    "Tanyakan pada diri sendiri dan pengguna lain ponsel ini, siapa yang memasang aplikasi dan untuk apa.",
  "If somebody may be watching you, get help before you remove it: they may notice.":
    "Jika seseorang mungkin memantau Anda, cari bantuan sebelum menghapusnya: ia mungkin menyadarinya.",
  "Open Settings > Apps, choose the app, and uninstall it.": "Buka Setelan > Aplikasi, pilih aplikasinya, dan copot.",
  "signed with published keys": "ditandatangani dengan kunci yang diterbitkan",
  trackers: "pelacak",
  "Open Settings > Google > All services > Ads, and choose “Delete advertising ID”.":
    "Buka Setelan > Google > Semua layanan > Iklan, dan pilih “Hapus ID iklan”.",
  "Ask of each app whether you need it; uninstall those that you do not, or look for one without trackers.":
    "Tanyakan untuk setiap aplikasi apakah Anda memerlukannya; copot yang tidak, atau cari yang tanpa pelacak.",
  "Take permissions from the others that they do not need: candor permissions":
    "Cabut dari yang lain izin yang tidak diperlukannya: candor permissions",
  "services for passwords": "layanan kata sandi",
  "Open Settings > Passwords & accounts (or Passwords, passkeys & autofill).":
    "Buka Setelan > Sandi & akun (atau Sandi, kunci sandi & isi otomatis).",
  "Choose the service that you want.": "Pilih layanan yang Anda inginkan.",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options.":
    "Buka Setelan > Sistem (di Xiaomi: Setelan tambahan) > Opsi developer.",
  "Switch on “Automatic system updates”.": "Nyalakan “Update sistem otomatis”.",
  "Open Settings > About phone, touch the box with the version, then the menu, then the settings of the updater.":
    "Buka Setelan > Tentang ponsel, ketuk kotak berisi versi, lalu menu, lalu setelan pembaru.",
  "Switch the automatic download of updates on.": "Nyalakan unduhan pembaruan otomatis.",
  "installed for": "terpasang untuk",
  "permissions held": "izin yang dipegang",
  installer: "pemasang",
  "installation started by": "pemasangan dimulai oleh",
  "package source": "sumber paket",
  "first installed": "pertama dipasang",
  "The phone's record of last use could not be read.": "Catatan pemakaian terakhir ponsel tidak dapat dibaca.",
  "Before Android 10 there is no separate permission: every app that may read the place may do so at all times.":
    "Sebelum Android 10 tidak ada izin tersendiri: setiap aplikasi yang boleh membaca lokasi boleh melakukannya setiap saat.",
  "Open Settings and search for “backup”; choose where copies go, and switch it on.":
    "Buka Setelan dan cari “cadangan”; pilih ke mana salinan dikirim, dan nyalakan.",
  transport: "pengangkut",
  "Look at which account the copies go to. Change it, or switch the copies off, if it is not yours.":
    "Lihat ke akun mana salinan dikirim. Ubah, atau matikan salinannya, jika bukan milik Anda.",
  "Android's backup is off.": "Cadangan Android mati.",
  "exempt from battery saving": "dikecualikan dari penghemat baterai",
  "Let the system manage the app.": "Biarkan sistem mengelola aplikasinya.",
  "Open Settings > Location > Location services > Bluetooth scanning and switch it off.":
    "Buka Setelan > Lokasi > Layanan lokasi > Pemindaian Bluetooth dan matikan.",
  "Restart the phone, connect it to the internet, and ask again: candor attest":
    "Mulai ulang ponsel, hubungkan ke internet, lalu tanyakan lagi: candor attest",
  "If you switched off or removed apps of Google or of the maker since then, bring them back and ask once more.":
    "Jika sejak itu Anda mematikan atau menghapus aplikasi Google atau pembuat ponsel, kembalikan lalu tanyakan sekali lagi.",
  "If it stays silent and you did not change the phone yourself, do not rely on what it says of its bootloader and its updates until the maker's service has looked at it.":
    "Jika tetap diam dan Anda tidak mengubah ponsel sendiri, jangan mengandalkan apa yang dikatakannya tentang bootloader dan pembaruannya sampai layanan pembuat ponsel memeriksanya.",
  "If you did not change the system yourself, treat the phone as controlled by somebody else: keep nothing private on it, and change your passwords from another device.":
    "Jika bukan Anda yang mengubah sistem, anggap ponsel dikendalikan orang lain: jangan simpan hal pribadi di dalamnya, dan ganti kata sandi Anda dari perangkat lain.",
  "Save what you need from the phone.": "Simpan yang Anda perlukan dari ponsel.",
  "Have the maker's service install the original system, or do it with the maker's own tool. That erases the phone.":
    "Minta layanan servis pembuatnya memasang sistem asli, atau lakukan dengan alat milik pembuatnya. Itu menghapus isi ponsel.",
  "not reported": "tidak dilaporkan",
  "The phone reported nothing about its start.": "Ponsel tidak melaporkan apa pun tentang proses mulainya.",
  "Save what you need: locking erases the phone.": "Simpan yang Anda perlukan: mengunci akan menghapus isi ponsel.",
  "Make sure that the maker's original system is installed; a changed one no longer starts after locking.":
    "Pastikan sistem asli pembuatnya terpasang; sistem yang diubah tidak menyala lagi setelah dikunci.",
  "Have the maker's service lock the bootloader, or do it with the maker's own tool.":
    "Minta layanan servis pembuatnya mengunci bootloader, atau lakukan dengan alat milik pembuatnya.",
  "The phone reported nothing about the lock of its bootloader.":
    "Ponsel tidak melaporkan apa pun tentang kunci bootloader-nya.",
  "role and its holder": "peran dan pemegangnya",
  "Open Settings > Apps > Default apps.": "Buka Setelan > Aplikasi > Aplikasi default.",
  "Choose the app that you want for this.": "Pilih aplikasi yang Anda inginkan untuk ini.",
  "The journal is locked.": "Jurnal terkunci.",
  "Nothing was chosen for this phone with Candor on this computer.":
    "Tidak ada yang dipilih untuk ponsel ini dengan Candor di komputer ini.",
  flags: "tanda",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options and use the switch at the top.":
    "Buka Setelan > Sistem (di Xiaomi: Setelan tambahan) > Opsi developer dan pakai sakelar di bagian atas.",
  "device administrator and what it may do": "administrator perangkat dan apa yang boleh dilakukannya",
  "Open Settings > Security > Device admin apps (or search the settings for “device admin”).":
    "Buka Setelan > Keamanan > Aplikasi admin perangkat (atau cari “admin perangkat” di setelan).",
  "Switch off the app; it can be uninstalled after that. If it belongs to an employer, ask there first.":
    "Matikan aplikasinya; setelah itu dapat dicopot. Jika milik tempat kerja, tanyakan dulu ke sana.",
  kind: "jenis",
  packages: "paket",
  uid: "uid",
  "Open the owner's app and look for a way to give up ownership; an owner cannot be uninstalled before.":
    "Buka aplikasi pemilik dan cari cara melepaskan kepemilikan; sebelum itu pemilik tidak dapat dicopot.",
  "If the phone is an employer's, ask there. Otherwise a factory reset removes the owner, and all data with it.":
    "Jika ponsel milik tempat kerja, tanyakan ke sana. Jika tidak, reset pabrik menghapus pemilik, beserta semua data.",
  "state per user": "keadaan per pengguna",
  "switched off by": "dimatikan oleh",
  "Open Settings > Apps, choose the app, and touch “Enable”.":
    "Buka Setelan > Aplikasi, pilih aplikasinya, dan ketuk “Aktifkan”.",
  "Open Settings > Apps > Dual apps and switch off the copies that you do not use.":
    "Buka Setelan > Aplikasi > Aplikasi ganda dan matikan salinan yang tidak Anda pakai.",
  "The phone told neither its users nor whether dual apps are on.":
    "Ponsel tidak memberi tahu penggunanya maupun apakah aplikasi ganda menyala.",
  "Encryption Status": "Status enkripsi",
  "Open Settings > Security > Screen lock.": "Buka Setelan > Keamanan > Kunci layar.",
  "Set a PIN or password.": "Pasang PIN atau kata sandi.",
  "Choose that it is required to start the phone.": "Pilih agar diminta untuk menyalakan ponsel.",
  "Files are encrypted per user; the question is one of full-disk encryption.":
    "File dienkripsi per pengguna; pertanyaannya tentang enkripsi disk penuh.",
  "The whole storage is encrypted as one block, details about files included.":
    "Seluruh penyimpanan dienkripsi sebagai satu blok, termasuk rincian file.",
  "The data is not encrypted at all.": "Data sama sekali tidak dienkripsi.",
  "Back up the phone.": "Cadangkan ponsel.",
  "Open Settings > Security > Encryption.": "Buka Setelan > Keamanan > Enkripsi.",
  "Charge the phone and encrypt it.": "Isi daya ponsel dan enkripsikan.",
  "No setting changes the kind of encryption. Set a PIN or password, and let the phone ask for it at start where it offers that.":
    "Tidak ada setelan yang mengubah jenis enkripsi. Pasang PIN atau kata sandi, dan biarkan ponsel memintanya saat menyala jika ditawarkan.",
  "Switch the phone off when you hand it over or cross a border.":
    "Matikan ponsel saat Anda menyerahkannya atau melintasi perbatasan.",
  "Decline the offer when an app crashes.": "Tolak tawarannya saat aplikasi berhenti mendadak.",
  path: "jalur",
  "listed as": "terdaftar sebagai",
  "Open Settings > Apps, choose the app, and disable it where the phone offers that.":
    "Buka Setelan > Aplikasi, pilih aplikasinya, dan nonaktifkan jika ponsel menawarkannya.",
  "Open Settings > Mi Account > Find device, and switch on what you want.":
    "Buka Setelan > Akun Mi > Temukan perangkat, dan nyalakan yang Anda inginkan.",
  "Google's Find Hub is no device administrator here; newer versions do without, so this does not tell whether it is on.":
    "Pusat Temukan Google di sini bukan administrator perangkat; versi baru tidak memerlukannya, jadi ini tidak memberi tahu apakah fitur itu menyala.",
  "Open Settings > Google > menu > Usage & diagnostics and switch it off.":
    "Buka Setelan > Google > menu > Penggunaan & diagnostik dan matikan.",
  "Open Settings > System > Users and remove the guest.": "Buka Setelan > Sistem > Pengguna dan hapus tamunya.",
  "Use another device to look for help: what is done on this phone may be seen.":
    "Cari bantuan dengan perangkat lain: yang dilakukan di ponsel ini mungkin terlihat.",
  "Keep evidence: save this report and photograph the app's page in Settings > Apps.":
    "Simpan bukti: simpan laporan ini dan foto halaman aplikasinya di Setelan > Aplikasi.",
  "Think of your safety: whoever installed the app may notice that it is gone.":
    "Pikirkan keselamatan Anda: orang yang memasang aplikasi mungkin menyadari bahwa aplikasi itu hilang.",
  "Change the passwords of your accounts from another device, and the phone's lock.":
    "Ganti kata sandi akun Anda dari perangkat lain, dan kunci ponselnya.",
  "There was no list of known files to compare the apps with: “candor feeds update stalkerware-samples” fetches one.":
    "Tidak ada daftar file yang dikenal untuk membandingkan aplikasi: “candor feeds update stalkerware-samples” mengambilnya.",
  "wrapped by": "dibungkus oleh",
  "installed by": "dipasang oleh",
  "icons on the home screen": "ikon di layar utama",
  "first entries": "entri pertama",
  "If a manager set it, ask them or remove the manager.":
    "Jika pengelola yang menyetelnya, tanyakan kepadanya atau hapus pengelolanya.",
  "Switch off every app that you do not install from.": "Matikan setiap aplikasi yang tidak Anda pakai memasang.",
  "Open Settings > Location (or pull down the quick settings), and switch it off where nobody should know the place.":
    "Buka Setelan > Lokasi (atau tarik setelan cepat), dan matikan di tempat yang tidak boleh diketahui siapa pun.",
  "Open Settings > Display > Lock screen.": "Buka Setelan > Tampilan > Layar kunci.",
  "Switch off what the locked phone need not show.": "Matikan yang tidak perlu ditampilkan ponsel terkunci.",
  "Open Settings > Lock screen (or Passwords & security).": "Buka Setelan > Layar kunci (atau Sandi & keamanan).",
  "Choose PIN or password, and set one.": "Pilih PIN atau kata sandi, dan pasang.",
  "Open Settings > Notifications > Notifications on lock screen.":
    "Buka Setelan > Notifikasi > Notifikasi di layar kunci.",
  "Choose to hide sensitive content.": "Pilih untuk menyembunyikan konten sensitif.",
  "Open Settings > Mi Account, look for system ads in its settings, and switch them off.":
    "Buka Setelan > Akun Mi, cari iklan sistem di setelannya, dan matikan.",
  "This phone has no such setting.": "Ponsel ini tidak punya setelan itu.",
  differences: "perbedaan",
  "Open Settings and search for “Ad services” and reset the identifier.":
    "Buka Setelan, cari “Layanan iklan”, dan atur ulang pengenalnya.",
  "Open Settings > Additional settings > Developer options > Install via USB: off.":
    "Buka Setelan > Setelan tambahan > Opsi developer > Instal lewat USB: mati.",
  "Open Settings > Apps > Permissions > Background autostart.":
    "Buka Setelan > Aplikasi > Izin > Mulai otomatis di latar belakang.",
  "The phone told of no permission of Xiaomi's own.": "Ponsel tidak menyebut izin milik Xiaomi mana pun.",
  "MSA has a switch of its own: Settings > Passwords & security > Authorisation & revocation.":
    "MSA punya sakelar sendiri: Setelan > Sandi & keamanan > Otorisasi & pencabutan.",
  "Open Settings > Apps > Manage apps, choose the app, then Other permissions.":
    "Buka Setelan > Aplikasi > Kelola aplikasi, pilih aplikasinya, lalu Izin lainnya.",
  "Switch off the display on the lock screen and of pop-up windows while running in the background.":
    "Matikan tampilan di layar kunci dan jendela pop-up saat berjalan di latar belakang.",
  "pinned against being stopped": "disematkan agar tidak dihentikan",
  "Open the list of recent apps, hold the app's card and tap the lock.":
    "Buka daftar aplikasi terbaru, tahan kartu aplikasinya, dan ketuk gembok.",
  "If the app has no card there, find it in Settings > Apps and look at who installed it.":
    "Jika aplikasi tidak punya kartu di sana, cari di Setelan > Aplikasi dan lihat siapa yang memasangnya.",
  "The phone did not tell which apps are pinned (locked_apps).":
    "Ponsel tidak memberi tahu aplikasi mana yang disematkan (locked_apps).",
  "This version has no service of that name.": "Versi ini tidak punya layanan dengan nama itu.",
  "Open Settings and search for “Region”, and see whether it is the one where you live; set it so.":
    "Buka Setelan, cari “Wilayah”, dan lihat apakah itu tempat tinggal Anda; jika tidak, setel demikian.",
  "If the system itself was built for another country, ask the seller: only the maker's system for your region changes that, and installing it can erase the phone.":
    "Jika sistemnya sendiri dibuat untuk negara lain, tanyakan penjual: hanya sistem pembuat untuk wilayah Anda yang mengubahnya, dan memasangnya dapat menghapus isi ponsel.",
  "Open Settings > Additional settings > Developer options > USB debugging (Security settings): off.":
    "Buka Setelan > Setelan tambahan > Opsi developer > Debugging USB (Setelan keamanan): mati.",
  "If it already looks off, switch it on and off once, so that the phone stores the choice.":
    "Jika sudah tampak mati, nyalakan lalu matikan sekali, agar ponsel menyimpan pilihannya.",
  digest: "ringkasan file",
  "listed for": "terdaftar untuk",
  "The loaded list names no file and no certificate: “candor feeds update” fetches the full one.":
    "Daftar yang dimuat tidak menyebut file atau sertifikat: “candor feeds update” mengambil yang lengkap.",
  "Do not restart the phone, and keep using another one for what is private.":
    "Jangan mulai ulang ponsel, dan tetap pakai ponsel lain untuk hal pribadi.",
  "Save this report.": "Simpan laporan ini.",
  "Write to a group that examines such cases, for example Amnesty's Security Lab or Access Now's helpline, from another device.":
    "Tulis dari perangkat lain kepada kelompok yang memeriksa kasus seperti ini, misalnya Security Lab Amnesty International atau saluran bantuan Access Now.",
  "Before Android 12 the permission for the place covers devices nearby too.":
    "Sebelum Android 12 izin lokasi juga mencakup perangkat di sekitar.",
  "listeners that are allowed": "pendengar yang diizinkan",
  'Switch off "OEM unlocking".': "Matikan “Buka kunci OEM”.",
  "The phone says that its bootloader cannot be unlocked.":
    "Ponsel mengatakan bahwa bootloader-nya tidak dapat dibuka.",
  "Open the Play Store, look the app up, and update it.": "Buka Play Store, cari aplikasinya, dan perbarui.",
  "If there is no newer version, look for another app that does the same, and uninstall this one.":
    "Jika tidak ada versi lebih baru, cari aplikasi lain dengan kegunaan sama, dan copot yang ini.",
  "Remove the users that you do not know: their data goes with them.":
    "Hapus pengguna yang tidak Anda kenal: datanya ikut terhapus.",
  "Open Settings and search for “Ad services” and switch personalised ads off.":
    "Buka Setelan, cari “Layanan iklan”, dan matikan iklan yang dipersonalisasi.",
  "Open the Play Store, touch your picture, then Play Protect, then the cog.":
    "Buka Play Store, ketuk gambar Anda, lalu Play Protect, lalu roda gigi.",
  "Switch “Scan apps with Play Protect” on.": "Nyalakan “Pindai aplikasi dengan Play Protect”.",
  "required verifier": "pemverifikasi wajib",
  "Switch “Verify apps over USB” on.": "Nyalakan “Verifikasi aplikasi lewat USB”.",
  "Open the Play Store, look for Google Play services, and update it.":
    "Buka Play Store, cari layanan Google Play, dan perbarui.",
  "Restart the phone.": "Mulai ulang ponsel.",
  "The phone has no Google Play services.": "Ponsel tidak punya layanan Google Play.",
  "Open Settings > Security & privacy > Google Play system update.":
    "Buka Setelan > Keamanan & privasi > Pembaruan sistem Google Play.",
  "Install what is offered, and restart the phone.": "Pasang yang ditawarkan, dan mulai ulang ponsel.",
  "The phone has no Google Play system updates.": "Ponsel tidak punya pembaruan sistem Google Play.",
  "permissions fixed by policy": "izin yang ditetapkan kebijakan",
  "Find out who manages the phone: open Settings > Security > Device admin apps.":
    "Cari tahu siapa yang mengelola ponsel: buka Setelan > Keamanan > Aplikasi admin perangkat.",
  "Ask the manager, or take the right away from an app that nobody set up on purpose. Only the manager can change these permissions.":
    "Tanyakan pengelolanya, atau cabut haknya dari aplikasi yang tidak sengaja disiapkan siapa pun. Hanya pengelola yang dapat mengubah izin ini.",
  "accessibility service": "layanan aksesibilitas",
  "permission held": "izin yang dipegang",
  "notification listener": "pendengar notifikasi",
  "Open Settings > Network > Private DNS and choose Automatic.":
    "Buka Setelan > Jaringan > DNS Pribadi dan pilih Otomatis.",
  "Private DNS came with Android 9.": "DNS Pribadi hadir sejak Android 9.",
  "Open Settings > Security & privacy > Private space (on Samsung: Secure Folder).":
    "Buka Setelan > Keamanan & privasi > Ruang privasi (di Samsung: Folder Aman).",
  "removed apps": "aplikasi yang dihapus",
  "Nothing is left on the phone to remove. Ask those who use it whether they know the names.":
    "Tidak ada lagi yang tersisa di ponsel untuk dihapus. Tanyakan kepada penggunanya apakah mengenal nama-nama itu.",
  "If an app that watched somebody was among them, change the passwords of the accounts from another device.":
    "Jika di antaranya ada aplikasi yang memantau seseorang, ganti kata sandi akunnya dari perangkat lain.",
  "Open Settings > Apps and find the app.": "Buka Setelan > Aplikasi dan cari aplikasinya.",
  "Uninstall it if you did not choose it: the barrier is back after a new installation.":
    "Copot jika bukan pilihan Anda: penghalangnya kembali setelah pemasangan baru.",
  "Restricted settings came with Android 13.": "Setelan terbatas hadir sejak Android 13.",
  "If you installed it yourself and no longer need it: open Settings > Apps, choose the app, and uninstall it.":
    "Jika Anda sendiri yang memasangnya dan tidak memerlukannya lagi: buka Setelan > Aplikasi, pilih aplikasinya, dan copot.",
  "If you did not: think about who may notice before you remove it, save what you need, and have the original system installed.":
    "Jika bukan: pikirkan siapa yang mungkin menyadarinya sebelum menghapusnya, simpan yang Anda perlukan, dan minta sistem asli dipasang.",
  "The listing shows no SELinux labels of processes.": "Daftarnya tidak menampilkan label SELinux proses.",
  found: "ditemukan",
  release: "rilis",
  "This permission has no switch in Settings; a computer can take it away.":
    "Izin ini tidak punya sakelar di Setelan; komputer dapat mencabutnya.",
  "Uninstall the app if you do not know it; it then asks again after a new installation.":
    "Copot aplikasinya jika Anda tidak mengenalnya; setelah pemasangan baru ia bertanya lagi.",
  "Choose PIN or password and set one.": "Pilih PIN atau kata sandi dan pasang.",
  "Choose PIN (six digits or more) or password in place of the pattern.":
    "Pilih PIN (enam angka atau lebih) atau kata sandi sebagai ganti pola.",
  "No PIN, pattern or password is set.": "Tidak ada PIN, pola, atau kata sandi.",
  "Open Settings > Special features > Second space.": "Buka Setelan > Fitur khusus > Ruang kedua.",
  getenforce: "getenforce",
  "When you share a photo from Xiaomi's gallery, open the options of the share screen and let the location be removed.":
    "Saat membagikan foto dari galeri Xiaomi, buka opsi di layar berbagi dan biarkan lokasi dihapus.",
  "installation asked for by": "pemasangan diminta oleh",
  "SHA-1 of the certificate": "SHA-1 sertifikat",
  "The loaded list names no certificate: “candor feeds update stalkerware-indicators” fetches the full one.":
    "Daftar yang dimuat tidak menyebut sertifikat: “candor feeds update stalkerware-indicators” mengambil yang lengkap.",
  "Candor's own rules were not applied to the apps.": "Aturan Candor sendiri tidak diterapkan pada aplikasi.",
  "The list of mounts does not show the system partition.":
    "Daftar pemasangan partisi tidak menampilkan partisi sistem.",
  "part of the system": "bagian sistem",
  "input methods that are switched on": "metode masukan yang menyala",
  "Open Settings > System > Languages & input > On-screen keyboard (on Xiaomi: Additional settings).":
    "Buka Setelan > Sistem > Bahasa & masukan > Keyboard virtual (di Xiaomi: Setelan tambahan).",
  "Choose a keyboard that you trust, then switch off the others. Leave one on.":
    "Pilih keyboard yang Anda percayai, lalu matikan yang lain. Biarkan satu menyala.",
  "Open Settings > Security > More security settings > Trust agents (search the settings for “trust agents”).":
    "Buka Setelan > Keamanan > Setelan keamanan lainnya > Agen tepercaya (cari “agen tepercaya” di setelan).",
  "Switch off the agents that you do not use.": "Matikan agen yang tidak Anda pakai.",
  "Open Settings > Security and switch “Unknown sources” off.":
    "Buka Setelan > Keamanan dan matikan “Sumber tidak dikenal”.",
  "From Android 8 on each app is asked separately.": "Sejak Android 8 setiap aplikasi ditanyakan tersendiri.",
  "Android knows this protection since version 12.": "Android mengenal perlindungan ini sejak versi 12.",
  "None of the updaters known here is among the phone's packages.":
    "Tidak ada pembaru yang dikenal di sini di antara paket ponsel.",
  "USB functions": "fungsi USB",
  "Open Settings > Network > Hotspot & tethering > USB tethering: off.":
    "Buka Setelan > Jaringan > Hotspot & tethering > Tethering USB: mati.",
  "added certificates": "sertifikat yang ditambahkan",
  "Open Settings and search for “trusted credentials” (or “user certificates”).":
    "Buka Setelan dan cari “kredensial tepercaya” (atau “sertifikat pengguna”).",
  "Look at the tab “User”: open each entry, see who issued it, and remove what you do not know.":
    "Lihat tab “Pengguna”: buka setiap entri, lihat siapa penerbitnya, dan hapus yang tidak Anda kenal.",
  "notice of added certificates": "pemberitahuan sertifikat yang ditambahkan",
  "Open Settings > Network > VPN.": "Buka Setelan > Jaringan > VPN.",
  "Touch the wheel beside each VPN that you do not use, and forget it.":
    "Ketuk roda di samping setiap VPN yang tidak Anda pakai, dan lupakan.",
  "Open Settings > Network > VPN, touch the wheel beside the VPN, switch on “Block connections without VPN”.":
    "Buka Setelan > Jaringan > VPN, ketuk roda di samping VPN, nyalakan “Blokir koneksi tanpa VPN”.",
  "No VPN is set to be always on.": "Tidak ada VPN yang disetel selalu aktif.",
  "Open Settings and search for “web link” and switch the invocation of apps off.":
    "Buka Setelan, cari “tautan web”, dan matikan pembukaan aplikasi.",
  "Open the Play Store, look for Android System WebView (on some phones Chrome), and update it.":
    "Buka Play Store, cari Android System WebView (di sebagian ponsel Chrome), dan perbarui.",
  package: "paket",
  "Open Settings > Location > Location services > Wi-Fi scanning and switch it off.":
    "Buka Setelan > Lokasi > Layanan lokasi > Pemindaian Wi-Fi dan matikan.",
  "Open Settings > Passwords & accounts > Work.": "Buka Setelan > Sandi & akun > Kerja.",
  "Remove the work profile if nobody manages the phone for you.":
    "Hapus profil kerja jika tidak ada yang mengelola ponsel untuk Anda.",
  "The list of {date} does not hold the line of the kernel.": "Daftar tanggal {date} tidak memuat lini kernel ini.",
  "The list of kernel lines is of {date}, too long before this examination.":
    "Daftar lini kernel bertanggal {date}, terlalu lama sebelum pemeriksaan ini.",
  "holes known to be used in attacks": "celah yang diketahui dipakai dalam serangan",
  "fixes by the level that promises them": "perbaikan menurut tingkat yang menjanjikannya",
  "The phone does not tell the level of its fixes for {what}.":
    "Ponsel tidak memberi tahu tingkat perbaikannya untuk {what}.",
  "The level of its fixes for {what} is no day of the calendar.":
    "Tingkat perbaikannya untuk {what} bukan hari dalam kalender.",
  "The level of its fixes for {what} is of a day long after this examination.":
    "Tingkat perbaikannya untuk {what} adalah hari jauh setelah pemeriksaan ini.",
  "The level of its fixes for {what} is a day that its maker never changes.":
    "Tingkat perbaikannya untuk {what} adalah hari yang tidak pernah diubah pembuatnya.",
  "chips and drivers": "cip dan driver",
  "The list of fixes ends in {date}: whether newer ones are missing is not known (candor feeds update).":
    "Daftar perbaikan berakhir pada {date}: apakah yang lebih baru kurang tidak diketahui (candor feeds update).",
  "The list of newest systems does not hold this model and region.":
    "Daftar sistem terbaru tidak memuat model dan wilayah ini.",
  "The list of newest systems ends on {date}, too long before this examination.":
    "Daftar sistem terbaru berakhir pada {date}, terlalu lama sebelum pemeriksaan ini.",
  "Only for phones of Xiaomi there is a list of the newest systems.":
    "Hanya untuk ponsel Xiaomi ada daftar sistem terbaru.",
  "The phone does not tell its model and version as Xiaomi's servers name them.":
    "Ponsel tidak memberi tahu model dan versinya seperti server Xiaomi menamainya.",
  "The phone's version is none of Xiaomi's stable ones, which alone can be compared.":
    "Versi ponsel bukan versi stabil Xiaomi, padahal hanya itu yang dapat dibandingkan.",
  "libraries with known holes": "pustaka dengan celah yang diketahui",
  "Open Settings > Security > More security settings > App pinning (on Xiaomi, search the settings for “pin”).":
    "Buka Setelan > Keamanan > Setelan keamanan lainnya > Penyematan aplikasi (di Xiaomi, cari “sematkan” di setelan).",
  "Switch it off, or switch on that the PIN is asked for before unpinning.":
    "Nonaktifkan, atau aktifkan permintaan PIN sebelum sematan dilepas.",
  "Open Settings > System (on Xiaomi: Additional settings) > Date & time.":
    "Buka Setelan > Sistem (di Xiaomi: Setelan tambahan) > Tanggal & waktu.",
  "Switch on that both are set automatically.": "Aktifkan agar keduanya diatur otomatis.",
  "Open the Play Store, touch your picture, then Settings > General > Google Play Instant.":
    "Buka Play Store, ketuk foto Anda, lalu Setelan > Umum > Google Play Instan.",
  "Switch it off.": "Nonaktifkan.",
  "Open Settings > Security > Screen lock, and touch the wheel beside it.":
    "Buka Setelan > Keamanan > Kunci layar, lalu ketuk roda gigi di sampingnya.",
  "Let the phone lock immediately or after five seconds, and let the power key lock it at once.":
    "Atur agar ponsel terkunci segera atau setelah lima detik, dan tombol daya langsung menguncinya.",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Select mock location app.":
    "Buka Setelan > Sistem (di Xiaomi: Setelan tambahan) > Opsi developer > Pilih aplikasi lokasi palsu.",
  "Choose “Nothing”.": "Pilih “Tidak ada”.",
  "Switch off “Make pattern visible”, or choose a PIN in place of the pattern.":
    "Nonaktifkan “Tampilkan pola”, atau pilih PIN sebagai ganti pola.",
  "Nobody unlocks this phone with a pattern.": "Tidak ada yang membuka ponsel ini dengan pola.",
  "Open Settings > Network & internet > Internet > Network preferences.":
    "Buka Setelan > Jaringan & internet > Internet > Preferensi jaringan.",
  "Switch off notifications for public networks, and connecting to them.":
    "Nonaktifkan notifikasi jaringan publik dan penyambungan ke sana.",
  "Open Settings > Display > Screen timeout (or Sleep).": "Buka Setelan > Tampilan > Waktu tunggu layar (atau Tidur).",
  "Choose one minute or less.": "Pilih satu menit atau kurang.",
  "Open Settings > Security & privacy (on Xiaomi, search the settings for “passwords”).":
    "Buka Setelan > Keamanan & privasi (di Xiaomi, cari “sandi” di setelan).",
  "Switch off “Show passwords”.": "Nonaktifkan “Tampilkan sandi”.",
};
