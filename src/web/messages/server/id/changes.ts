import type { Phrases } from "../../check-texts.ts";

/** What changes do, why they cannot be made, and what the journal says of them. */
export const changes: Phrases = {
  "Disable {app} for user {n}, with its data kept": "Nonaktifkan {app} untuk pengguna {n}, datanya tetap disimpan",
  "Disable {app}": "Nonaktifkan {app}",
  "Enable {app}": "Aktifkan {app}",
  "HyperOS lets no computer disable apps of the system.":
    "HyperOS tidak membolehkan komputer mana pun menonaktifkan aplikasi sistem.",
  "HyperOS does not let a computer disable apps of the system.":
    "HyperOS tidak membolehkan komputer menonaktifkan aplikasi sistem.",
  "Without this part the phone may not start, work or get updates any more. Candor leaves it alone.":
    "Tanpa bagian ini ponsel mungkin tidak dapat menyala, bekerja, atau mendapat pembaruan lagi. Candor tidak menyentuhnya.",
  "It manages this phone or profile (device or profile owner).":
    "Aplikasi ini mengelola ponsel atau profil ini (pemilik perangkat atau profil).",
  "It is an active device administrator.": "Aplikasi ini adalah admin perangkat yang aktif.",
  "Take that right away on the phone first: Settings, Security, Device admin apps.":
    "Cabut dahulu hak itu di ponsel: Setelan, Keamanan, Aplikasi admin perangkat.",
  "It is {what} that is in use.": "Ini {what} yang sedang dipakai.",
  "Choose another app for it first: Settings, Apps, Default apps.":
    "Pilih dahulu aplikasi lain untuk itu: Setelan, Aplikasi, Aplikasi default.",
  "It shows web pages inside other apps (WebView).":
    "Aplikasi ini menampilkan halaman web di dalam aplikasi lain (WebView).",
  "Choose another one first: developer options, WebView implementation.":
    "Pilih dahulu yang lain: opsi developer, Implementasi WebView.",
  "It is the keyboard that is in use.": "Ini keyboard yang sedang dipakai.",
  "Choose another keyboard first: Settings, Languages & input.":
    "Pilih dahulu keyboard lain: Setelan, Bahasa & masukan.",
  "It is an accessibility service that is switched on, and would not come back switched on.":
    "Ini layanan aksesibilitas yang menyala, dan tidak akan kembali dalam keadaan menyala.",
  "Switch the service off first, if you do not need it.": "Matikan dahulu layanannya, jika Anda tidak memerlukannya.",
  "It may read all notifications, and would not come back with that right.":
    "Aplikasi ini boleh membaca semua notifikasi, dan tidak akan kembali dengan hak itu.",
  "Withdraw that right first, if you do not need it.": "Cabut dahulu hak itu, jika Anda tidak memerlukannya.",
  "It is the {what}: that has to be chosen again when it is back.":
    "Ini {what}: itu harus dipilih lagi setelah aplikasi kembali.",
  "default app for {role}": "aplikasi default untuk “{role}”",
  "keyboard that is switched on": "keyboard yang menyala",
  dialer: "telepon",
  sms: "SMS",
  home: "layar utama",
  browser: "browser",
  assistant: "asisten",
  emergency: "darurat",
  "call screening": "penyaringan panggilan",
  "call redirection": "pengalihan panggilan",
  wallet: "dompet",
  notes: "catatan",
  "Bring {app} back for user {n}": "Kembalikan {app} untuk pengguna {n}",
  "Before Android 8 a computer cannot bring back an app of the system.":
    "Sebelum Android 8, komputer tidak dapat mengembalikan aplikasi sistem.",
  "Install {app} again from the system partition": "Pasang {app} lagi dari partisi sistem",
  "Suspend {app} no more": "Jangan tangguhkan {app} lagi",
  "Let {app} run in the background again": "Biarkan {app} berjalan di latar belakang lagi",
  "Let {app} run in the background no more": "Jangan biarkan {app} berjalan di latar belakang lagi",
  "Suspend {app}": "Tangguhkan {app}",
  "Stop {app}": "Hentikan {app}",
  "Suspend {app} for user {n} (it stays, cannot be opened, and may still run)":
    "Tangguhkan {app} untuk pengguna {n} (tetap ada, tidak dapat dibuka, dan masih mungkin berjalan)",
  "Before Android 9 a computer cannot suspend apps.": "Sebelum Android 9, komputer tidak dapat menangguhkan aplikasi.",
  "Uninstall {app} for user {n}, with its data kept": "Copot {app} untuk pengguna {n}, datanya tetap disimpan",
  "Uninstall {app} for user {n} and keep its data": "Copot {app} untuk pengguna {n} dan simpan datanya",
  "It did not come with the system: its file would be gone, and could not be brought back.":
    "Aplikasi ini tidak datang bersama sistem: filenya akan hilang dan tidak dapat dikembalikan.",
  "From Android 17 on a computer cannot remove apps of the system.":
    "Mulai Android 17, komputer tidak dapat menghapus aplikasi sistem.",
  "Before Android 8 a computer cannot bring an app back that was uninstalled for a user.":
    "Sebelum Android 8, komputer tidak dapat mengembalikan aplikasi yang dicopot untuk satu pengguna.",
  "Its place on the home screen, its alarms and accounts may have to be set up again.":
    "Tempatnya di layar utama, alarm, dan akunnya mungkin harus diatur lagi.",
  "{app} is not installed for user {n}.": "{app} tidak terpasang untuk pengguna {n}.",
  "{app} is not on this phone.": "{app} tidak ada di ponsel ini.",
  "package {name}": "paket {name}",
  "package {name} for user {n}": "paket {name} untuk pengguna {n}",
  "{name} for user {n}": "{name} untuk pengguna {n}",
  "the package {name} of user {n}": "paket {name} milik pengguna {n}",
  "settings of user {n}": "setelan pengguna {n}",
  "default apps of user {n}": "aplikasi default pengguna {n}",
  "the keyboards of user {n}": "keyboard pengguna {n}",
  "the sensor switches of user {n}": "sakelar sensor pengguna {n}",
  "which apps read the notifications of user {n}": "aplikasi mana yang membaca notifikasi pengguna {n}",
  "who is {what} of user {n}": "siapa {what} milik pengguna {n}",
  "whether {app} has networks": "apakah {app} punya jaringan",
  "the app-op of {permission}": "app-op dari {permission}",
  "a mode of {op} that can be set again": "mode {op} yang dapat disetel lagi",
  "the level of Android (ro.build.version.sdk)": "level Android (ro.build.version.sdk)",
  "what {key} stands at in a way that is known here": "keadaan {key} dengan cara yang dikenal di sini",
  "The system or the app itself has switched it off, and Android lets no computer change that.":
    "Sistem atau aplikasi itu sendiri yang mematikannya, dan Android tidak membolehkan komputer mana pun mengubahnya.",
  "It is off until it is used, and Android lets no computer change that.":
    "Aplikasi ini mati sampai dipakai, dan Android tidak membolehkan komputer mana pun mengubahnya.",
  "Allow {app}: {what}": "Izinkan {app}: {what}",
  "Have {app} ask for: {what}": "Suruh {app} bertanya untuk: {what}",
  "Withdraw from {app}: {what}": "Cabut dari {app}: {what}",
  "Withdraw from {app}, which may not ask again: {what}": "Cabut dari {app}, yang tidak boleh bertanya lagi: {what}",
  "{app} (user {n})": "{app} (pengguna {n})",
  "Grant {what}": "Berikan {what}",
  "Withdraw {what}": "Cabut {what}",
  "{what}; the same holds for {apps}": "{what}; hal yang sama berlaku untuk {apps}",
  "It was allowed for one time only. Taken back, it stays allowed until somebody withdraws it.":
    "Ini diizinkan hanya untuk satu kali. Jika dibatalkan, izin tetap ada sampai seseorang mencabutnya.",
  "Note that the person decided": "Catat bahwa orangnya yang memutuskan",
  "Forget that the person decided": "Lupakan bahwa orangnya yang memutuskan",
  "Do not let the app ask again": "Jangan biarkan aplikasi bertanya lagi",
  "Let the app ask again": "Biarkan aplikasi bertanya lagi",
  "Set the app-op {op} to “{mode}”": "Setel app-op {op} ke “{mode}”",
  "Set {op} to “{mode}” for {app} of user {n}": "Setel {op} ke “{mode}” untuk {app} milik pengguna {n}",
  "Set {op} to “{mode}”": "Setel {op} ke “{mode}”",
  "A mode of the whole app (“{mode}”) overrules this one.": "Mode seluruh aplikasi (“{mode}”) mengalahkan yang ini.",
  "Only phones of Xiaomi know this.": "Hanya ponsel Xiaomi yang mengenal ini.",
  "Only phones of Xiaomi can be told to ask for this.": "Hanya ponsel Xiaomi yang dapat disuruh menanyakan ini.",
  "The app does not ask for this permission.": "Aplikasi tidak meminta izin ini.",
  "Android gives this permission with the installation: nobody is asked for it.":
    "Android memberi izin ini saat pemasangan: tidak ada yang ditanya.",
  "The phone's maker fixed this permission: nobody may change it.":
    "Pembuat ponsel mengunci izin ini: tidak ada yang boleh mengubahnya.",
  "An administrator of this phone or profile fixed this permission.":
    "Administrator ponsel atau profil ini mengunci izin ini.",
  "Before Android 12 a computer cannot change whether an app may ask again.":
    "Sebelum Android 12, komputer tidak dapat mengubah apakah aplikasi boleh bertanya lagi.",
  "Set it on the phone: Settings, Apps, this app, Permissions.":
    "Setel di ponsel: Setelan, Aplikasi, aplikasi ini, Izin.",
  "The app was made for Android 5 or older, and Android has no other way to keep this from it.":
    "Aplikasi ini dibuat untuk Android 5 atau lebih lama, dan Android tidak punya cara lain untuk menahannya.",
  "The app was made for Android 5 or older: it cannot ask.":
    "Aplikasi ini dibuat untuk Android 5 atau lebih lama: tidak dapat bertanya.",
  "Let the accessibility service {name} read the screen and act for user {n}":
    "Biarkan layanan aksesibilitas {name} membaca layar dan bertindak untuk pengguna {n}",
  "Switch off the accessibility service {name} of user {n}": "Matikan layanan aksesibilitas {name} milik pengguna {n}",
  "Let {app} use networks again": "Biarkan {app} memakai jaringan lagi",
  "Let {app} use networks": "Biarkan {app} memakai jaringan",
  "Deny {app} every network": "Larang {app} memakai jaringan apa pun",
  "Cut {app} off from every network, until the phone restarts":
    "Putuskan {app} dari semua jaringan, sampai ponsel dimulai ulang",
  "Before Android 13 a computer cannot cut an app off from networks.":
    "Sebelum Android 13, komputer tidak dapat memutuskan aplikasi dari jaringan.",
  "It is part of the system itself, which Android does not cut off.":
    "Aplikasi ini bagian dari sistem sendiri, yang tidak diputus oleh Android.",
  "Let rules of this kind count": "Berlakukan aturan jenis ini",
  "Let rules of this kind count, which also cuts off {apps} again":
    "Berlakukan aturan jenis ini, yang juga memutus {apps} lagi",
  "Let {app} of user {n} use mobile data in the background":
    "Biarkan {app} milik pengguna {n} memakai data seluler di latar belakang",
  "Let {app} of user {n} use mobile data only while it is open":
    "Biarkan {app} milik pengguna {n} memakai data seluler hanya saat terbuka",
  "Give {app} mobile data in the background": "Beri {app} data seluler di latar belakang",
  "Deny {app} mobile data in the background": "Larang {app} memakai data seluler di latar belakang",
  "It is part of the system itself, which Android does not limit.":
    "Aplikasi ini bagian dari sistem sendiri, yang tidak dibatasi oleh Android.",
  "Let {app} run at any time, past battery saving": "Biarkan {app} berjalan kapan saja, melewati penghematan baterai",
  "Let battery saving act on {app} (it may tell of news later)":
    "Biarkan penghematan baterai berlaku bagi {app} (kabarnya mungkin datang lebih lambat)",
  "The maker of the phone exempted this app; a computer cannot take that back for good.":
    "Pembuat ponsel mengecualikan aplikasi ini; komputer tidak dapat mencabutnya untuk seterusnya.",
  "Exempt {app} from battery saving": "Kecualikan {app} dari penghematan baterai",
  "End the exemption of {app} from battery saving": "Akhiri pengecualian {app} dari penghematan baterai",
  "This phone has not stored this switch, so nothing on it would read it.":
    "Ponsel ini belum menyimpan sakelar ini, jadi tidak ada yang akan membacanya.",
  "Only phones of Xiaomi have this switch.": "Hanya ponsel Xiaomi yang punya sakelar ini.",
  "Only a person can switch this, on the phone.": "Ini hanya dapat diubah oleh orang, di ponsel.",
  "Switch off: {vendor}, {what}": "Matikan: {vendor}, {what}",
  "Switch on: {vendor}, {what}": "Nyalakan: {vendor}, {what}",
  "Switch off: {vendor}, {what} for user {n}": "Matikan untuk pengguna {n}: {vendor}, {what}",
  "Switch on: {vendor}, {what} for user {n}": "Nyalakan untuk pengguna {n}: {vendor}, {what}",
  "Keep off: {vendor}, {what}": "Biarkan mati: {vendor}, {what}",
  "Keep on: {vendor}, {what}": "Biarkan menyala: {vendor}, {what}",
  "Let {app} of user {n} sleep until it is opened": "Biarkan {app} milik pengguna {n} tidur sampai dibuka",
  "Wake {app} of user {n}": "Bangunkan {app} milik pengguna {n}",
  "Put {app} to sleep": "Tidurkan {app}",
  "Wake {app}": "Bangunkan {app}",
  "Before Android 12 apps cannot be put to sleep.": "Sebelum Android 12, aplikasi tidak dapat ditidurkan.",
  "Switch the keyboard {name} of user {n} on": "Nyalakan keyboard {name} milik pengguna {n}",
  "Switch the keyboard {name} of user {n} off": "Matikan keyboard {name} milik pengguna {n}",
  "Switch {name} on": "Nyalakan {name}",
  "Switch {name} off": "Matikan {name}",
  "It is the only keyboard that is switched on.": "Ini satu-satunya keyboard yang menyala.",
  "It is the keyboard in use.": "Ini keyboard yang sedang dipakai.",
  "Choose another one first: tap the keyboard symbol beside or below the keyboard, or open Settings, Languages & input.":
    "Pilih dahulu yang lain: ketuk simbol keyboard di samping atau di bawah keyboard, atau buka Setelan, Bahasa & masukan.",
  "Which languages were chosen for it, and its place among the keyboards.":
    "Bahasa yang dipilih untuknya, dan urutannya di antara keyboard.",
  "Let {name} read all notifications of user {n}": "Biarkan {name} membaca semua notifikasi pengguna {n}",
  "Let {name} read the notifications of user {n} no more": "Jangan biarkan {name} membaca notifikasi pengguna {n} lagi",
  "Before Android 9 a computer cannot change this.": "Sebelum Android 9, komputer tidak dapat mengubah ini.",
  "On the phone: Settings, Apps, Special app access, Notification access.":
    "Di ponsel: Setelan, Aplikasi, Akses aplikasi khusus, Akses notifikasi.",
  "Allow {name} to read notifications": "Izinkan {name} membaca notifikasi",
  "Forbid {name} to read notifications": "Larang {name} membaca notifikasi",
  "Let no app be {what} of user {n}": "Jangan ada aplikasi yang menjadi {what} milik pengguna {n}",
  "Make {app} {what} of user {n}": "Jadikan {app} {what} milik pengguna {n}",
  "Make {app} {what}": "Jadikan {app} {what}",
  "Make {name} {what} in place of {app}": "Jadikan {name} {what} menggantikan {app}",
  "Let {app} be {what} no more": "Jangan jadikan {app} {what} lagi",
  "Before Android 10 a computer cannot choose default apps.":
    "Sebelum Android 10, komputer tidak dapat memilih aplikasi default.",
  "On the phone: Settings, Apps, Default apps.": "Di ponsel: Setelan, Aplikasi, Aplikasi default.",
  "The phone needs {what}.": "Ponsel memerlukan {what}.",
  "Choose another app for it instead of none.": "Pilih aplikasi lain untuk itu, bukan tanpa aplikasi.",
  "the assistant": "asisten",
  "the browser": "browser",
  "the app that redirects calls": "aplikasi yang mengalihkan panggilan",
  "the app that screens calls": "aplikasi yang menyaring panggilan",
  "the app for calls": "aplikasi untuk panggilan",
  "the app for emergencies": "aplikasi darurat",
  "the home screen": "layar utama",
  "the app for messages": "aplikasi untuk pesan",
  "Switch the camera off for all apps of user {n}": "Matikan kamera untuk semua aplikasi pengguna {n}",
  "Switch the camera on for all apps of user {n}": "Nyalakan kamera untuk semua aplikasi pengguna {n}",
  "Switch the microphone off for all apps of user {n}": "Matikan mikrofon untuk semua aplikasi pengguna {n}",
  "Switch the microphone on for all apps of user {n}": "Nyalakan mikrofon untuk semua aplikasi pengguna {n}",
  "Switch the camera off (the phone has to be unlocked)": "Matikan kamera (ponsel harus terbuka kuncinya)",
  "Switch the camera on (the phone has to be unlocked)": "Nyalakan kamera (ponsel harus terbuka kuncinya)",
  "Switch the microphone off (the phone has to be unlocked)": "Matikan mikrofon (ponsel harus terbuka kuncinya)",
  "Switch the microphone on (the phone has to be unlocked)": "Nyalakan mikrofon (ponsel harus terbuka kuncinya)",
  "Before Android 12 no switch turns off a sensor for all apps.":
    "Sebelum Android 12, tidak ada sakelar yang mematikan sensor untuk semua aplikasi.",
  "Take out the setting {key}": "Keluarkan setelan {key}",
  "Take out the setting {key} of user {n}": "Keluarkan setelan {key} milik pengguna {n}",
  "Set {key} to {value}": "Setel {key} ke {value}",
  "Set {key} of user {n} to {value}": "Setel {key} milik pengguna {n} ke {value}",
  "{what} (setting {key})": "{what} (setelan {key})",
  "{what} (setting {key} of user {n})": "{what} (setelan {key} milik pengguna {n})",
  "Switch Wi-Fi scanning off": "Matikan pemindaian Wi-Fi",
  "Switch Wi-Fi scanning on": "Nyalakan pemindaian Wi-Fi",
  "Switch Bluetooth scanning off": "Matikan pemindaian Bluetooth",
  "Switch Bluetooth scanning on": "Nyalakan pemindaian Bluetooth",
  "Set Private DNS to automatic": "Setel DNS Pribadi ke otomatis",
  "Switch Private DNS off": "Matikan DNS Pribadi",
  "Set Private DNS to the provider that is set": "Setel DNS Pribadi ke penyedia yang sudah diisi",
  "Forget computers that have not debugged the phone for seven days":
    "Lupakan komputer yang sudah tujuh hari tidak men-debug ponsel",
  "Let nobody add users from the lock screen": "Jangan biarkan siapa pun menambah pengguna dari layar kunci",
  "Let users be added from the lock screen": "Biarkan pengguna ditambah dari layar kunci",
  "Do not check apps that are installed from a computer": "Jangan periksa aplikasi yang dipasang dari komputer",
  "Check apps that are installed from a computer": "Periksa aplikasi yang dipasang dari komputer",
  "Install system updates by itself at a restart": "Pasang pembaruan sistem dengan sendirinya saat dimulai ulang",
  "Do not install system updates by itself": "Jangan pasang pembaruan sistem dengan sendirinya",
  "Look for sign-in pages of Wi-Fi networks again": "Cari halaman masuk jaringan Wi-Fi lagi",
  "Ask Android's own server whether there is a sign-in page":
    "Tanyakan pada server Android sendiri apakah ada halaman masuk",
  "Send web traffic through no proxy": "Jangan kirim lalu lintas web lewat proxy mana pun",
  "Let no script choose the proxy": "Jangan biarkan skrip mana pun memilih proxy",
  "Hide what notifications say on the lock screen": "Sembunyikan isi notifikasi di layar kunci",
  "Show what notifications say on the lock screen": "Tampilkan isi notifikasi di layar kunci",
  "Show no cards and device controls in the power menu of the locked phone":
    "Jangan tampilkan kartu dan kontrol perangkat di menu daya ponsel yang terkunci",
  "Show no wallet on the lock screen": "Jangan tampilkan dompet di layar kunci",
  "Show no device controls on the lock screen": "Jangan tampilkan kontrol perangkat di layar kunci",
  "Let no apps from unknown sources in": "Jangan izinkan aplikasi dari sumber tidak dikenal",
  "Switch on “USB debugging (Security settings)” in the developer options; the phone asks for a Mi account and often for a SIM card.":
    "Nyalakan “Debugging USB (Setelan keamanan)” di opsi developer; ponsel meminta akun Mi dan sering kali kartu SIM.",
  "This phone lets no computer change this while “USB debugging (Security settings)” is off.":
    "Ponsel ini tidak membolehkan komputer mana pun mengubah ini selama “Debugging USB (Setelan keamanan)” mati.",
  "Let {app} fill in forms and passwords of user {n} no more":
    "Jangan biarkan {app} mengisi formulir dan sandi pengguna {n} lagi",
  "Uninstall it for the user and keep its data: that can be taken back as well.":
    "Copot untuk pengguna itu dan simpan datanya: itu pun dapat dibatalkan.",
  "Xiaomi lets nobody disable this app.": "Xiaomi tidak membolehkan siapa pun menonaktifkan aplikasi ini.",
  "Suspend it instead: it stays, and cannot be opened.": "Tangguhkan saja: aplikasi tetap ada, dan tidak dapat dibuka.",
  "Xiaomi protects this app from removal.": "Xiaomi melindungi aplikasi ini dari penghapusan.",
  "The phone forbids this user to remove apps.": "Ponsel melarang pengguna ini menghapus aplikasi.",
  "It is not installed for this user.": "Aplikasi ini tidak terpasang untuk pengguna ini.",
  "The phone does not let computers change this.": "Ponsel tidak membolehkan komputer mengubah ini.",
  "On Xiaomi phones, switch on “USB debugging (Security settings)” in the developer options.":
    "Di ponsel Xiaomi, nyalakan “Debugging USB (Setelan keamanan)” di opsi developer.",
  "Android has fixed this permission: nobody may change it.":
    "Android mengunci izin ini: tidak ada yang boleh mengubahnya.",
  "Only the person at the phone can take this right away.":
    "Hanya orang yang memegang ponsel yang dapat mencabut hak ini.",
  "This user is closed to computers.": "Pengguna ini tertutup bagi komputer.",
  "Reading again": "Membaca lagi",
  "Reading again failed: {reason}": "Gagal membaca lagi: {reason}",
  "It was stopped before.": "Dihentikan sebelum itu.",
  "Not done: {reason}": "Tidak dilakukan: {reason}",
  "The phone took the commands and did not change.": "Ponsel menerima perintahnya dan tidak berubah.",
  "It may have run before the interruption.": "Mungkin sudah berjalan sebelum terputus.",
  "{what} could not be read: {reason}": "“{what}” tidak dapat dibaca: {reason}",
  "it was not asked for": "tidak diminta",
  "not asked for": "tidak diminta",
  "it was stopped": "dihentikan",
  "the phone answered nothing": "ponsel tidak menjawab apa pun",
  "the phone answered: nothing": "ponsel tidak menjawab apa pun",
  "the phone answered: {value}": "ponsel menjawab: {value}",
  "the command ended with code {n} and said: {value}": "perintah berakhir dengan kode {n} dan berkata: {value}",
  "the answer holds NUL bytes": "jawabannya berisi byte NUL",
  "the answer breaks off before its end": "jawabannya terputus sebelum selesai",
  "It is not known when this was taken, and ages need that.":
    "Tidak diketahui kapan ini diambil, padahal umur memerlukannya.",
  "Take back: {what}": "Batalkan: {what}",
  "Put lost permissions back": "Kembalikan izin yang hilang",
  "Bring apps back": "Kembalikan aplikasi",
  "Take changes back": "Batalkan perubahan",
  "Took back entry {n}": "Membatalkan entri {n}",
  "{n} changes": "{n} perubahan",
  "1 change": "1 perubahan",
  "Examined the phone: {n} facts read, {unread} not": "Memeriksa ponsel: {n} fakta terbaca, {unread} tidak",
  "Wrote {format} about {value}: {reason}": "Menulis {format} tentang {value}: {reason}",
  "Line {n} of the journal was lost; the damaged file is {value}":
    "Baris {n} jurnal hilang; file yang rusak adalah {value}",
  "Data collection: {n} of {all} switches are off": "Pengumpulan data: {n} dari {all} sakelar mati",
  "Data collection: {n} of {all} switches are off; on: {apps}":
    "Pengumpulan data: {n} dari {all} sakelar mati; menyala: {apps}",
  "hide apps": "sembunyikan aplikasi",
  "Looking into {app}": "Melihat ke dalam {app}",
  "Looking into the apps": "Melihat ke dalam aplikasi",
  "Looking into the app": "Melihat ke dalam aplikasi",
  "Update the lists": "Perbarui daftar",
  "The app is no longer installed.": "Aplikasi tidak lagi terpasang.",
  "What is in the files of apps is seen by the next examination only.":
    "Isi file aplikasi baru terlihat pada pemeriksaan berikutnya.",
  "The phone did not tell.": "Ponsel tidak memberi tahu.",
  "The phone says so now.": "Ponsel sekarang mengatakan demikian.",
  "It was stopped.": "Dihentikan.",
  "This is not the phone itself: nothing can be opened on it.":
    "Ini bukan ponsel itu sendiri: tidak ada yang dapat dibuka di sini.",
  "It is the screen of one app: say which.": "Ini layar satu aplikasi: sebutkan yang mana.",
  "This phone has no such screen, or lets no computer open it.":
    "Ponsel ini tidak punya layar seperti itu, atau tidak membolehkan komputer mana pun membukanya.",
  "It is a setting of user {app}: switch the phone to that user first.":
    "Ini setelan pengguna {app}: alihkan dahulu ponsel ke pengguna itu.",
  "App-ops could not be read: “allowed” may be withheld all the same, and no last use is known.":
    "App-op tidak dapat dibaca: yang “diizinkan” bisa saja tetap ditahan, dan pemakaian terakhir tidak diketahui.",
  "When apps were last opened could not be read.": "Kapan aplikasi terakhir dibuka tidak dapat dibaca.",
  "Which apps are default apps could not be read.": "Aplikasi mana yang default tidak dapat dibaca.",
  "The version of Android could not be read: what is only allowed in use is not told apart.":
    "Versi Android tidak dapat dibaca: yang hanya diizinkan saat dipakai tidak dibedakan.",
  "What apps may have could not be read: {reason}": "Apa yang boleh dimiliki aplikasi tidak dapat dibaca: {reason}",
  "The phone does not tell since when it was not opened.": "Ponsel tidak memberi tahu sejak kapan tidak dibuka.",
  "Its package name is none that Android allows.": "Nama paketnya bukan yang diizinkan Android.",
  "It is {what} and needs this": "Ini {what} dan memerlukan ini",
};
