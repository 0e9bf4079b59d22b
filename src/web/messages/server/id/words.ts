import type { Phrases } from "../../check-texts.ts";

/** Names of permissions, facts, lists and virtual phones. */
export const words: Phrases = {
  "the camera": "kamera",
  "the microphone": "mikrofon",
  "the precise location": "lokasi persis",
  "the approximate location": "lokasi perkiraan",
  "the location in the background": "lokasi di latar belakang",
  "reading contacts": "membaca kontak",
  "changing contacts": "mengubah kontak",
  "the list of accounts": "daftar akun",
  "reading text messages": "membaca SMS",
  "receiving text messages": "menerima SMS",
  "sending text messages": "mengirim SMS",
  "receiving multimedia messages": "menerima pesan multimedia",
  "receiving WAP messages": "menerima pesan WAP",
  "reading the call log": "membaca log panggilan",
  "changing the call log": "mengubah log panggilan",
  "seeing outgoing calls": "melihat panggilan keluar",
  "the state of the phone and of calls": "status ponsel dan panggilan",
  "the phone number": "nomor telepon",
  "making calls": "melakukan panggilan",
  "answering calls": "menjawab panggilan",
  "taking over calls": "mengambil alih panggilan",
  "adding voicemail": "menambah pesan suara",
  "internet calls": "panggilan internet",
  "reading the calendar": "membaca kalender",
  "changing the calendar": "mengubah kalender",
  "reading shared files": "membaca file bersama",
  "changing shared files": "mengubah file bersama",
  "music and audio files": "musik dan file audio",
  photos: "foto",
  videos: "video",
  "the photos and videos that were chosen for it": "foto dan video yang dipilih untuknya",
  "the places in photos": "tempat di dalam foto",
  "sensors of the body": "sensor tubuh",
  "sensors of the body in the background": "sensor tubuh di latar belakang",
  "physical activity": "aktivitas fisik",
  "finding devices nearby": "menemukan perangkat di sekitar",
  "connecting to devices nearby": "tersambung ke perangkat di sekitar",
  "being found by devices nearby": "ditemukan oleh perangkat di sekitar",
  "the distance of devices nearby": "jarak perangkat di sekitar",
  "Wi-Fi devices nearby": "perangkat Wi-Fi di sekitar",
  "showing notifications": "menampilkan notifikasi",
  "Accessibility services that are switched on, per user": "Layanan aksesibilitas yang menyala, per pengguna",
  "VPNs that are connected": "VPN yang tersambung",
  "Computers that may use ADB, with the fingerprint and name of each key":
    "Komputer yang boleh memakai ADB, dengan sidik jari dan nama tiap kunci",
  "The API level of the phone's Android": "Level API Android di ponsel",
  "Signing certificates and file digests of the installed apps":
    "Sertifikat tanda tangan dan digest file aplikasi yang terpasang",
  "Apps that the phone put to sleep because they were not used, per user":
    "Aplikasi yang ditidurkan ponsel karena tidak dipakai, per pengguna",
  "What is in the files of the installed apps": "Isi file aplikasi yang terpasang",
  "Apps that a computer cut off from every network": "Aplikasi yang diputus komputer dari semua jaringan",
  "What each app may do beyond its permissions, and when it last did it (app-ops)":
    "Apa yang boleh dilakukan tiap aplikasi di luar izinnya, dan kapan terakhir melakukannya (app-op)",
  "When each app was last opened, per user": "Kapan tiap aplikasi terakhir dibuka, per pengguna",
  "Apps that may not use mobile data in the background, and data saver":
    "Aplikasi yang tidak boleh memakai data seluler di latar belakang, dan penghemat data",
  "Android's own backup, whether it runs and where it goes":
    "Pencadangan Android sendiri, apakah berjalan dan ke mana perginya",
  "Apps that battery saving leaves alone": "Aplikasi yang tidak disentuh penghematan baterai",
  "What the phone's hardware vouched for when Candor asked it last":
    "Apa yang dijamin perangkat keras ponsel saat terakhir ditanya Candor",
  "What was chosen for this phone with Candor, and whether it holds":
    "Apa yang dipilih untuk ponsel ini dengan Candor, dan apakah masih berlaku",
  "The assistant, autofill and password services that were chosen, per user":
    "Asisten, layanan isi otomatis dan sandi yang dipilih, per pengguna",
  "What the phone says it is": "Apa yang dikatakan ponsel tentang dirinya",
  "Device administrators, device and profile owners, encryption status":
    "Admin perangkat, pemilik perangkat dan profil, status enkripsi",
  "Settings of the whole phone": "Setelan seluruh ponsel",
  "Names that the hosts file sends elsewhere, past DNS": "Nama yang dialihkan file hosts ke tempat lain, melewati DNS",
  "Keyboards and other input methods that are switched on, per user":
    "Keyboard dan metode masukan lain yang menyala, per pengguna",
  "What the bootloader told the kernel about verified boot":
    "Apa yang dikatakan bootloader kepada kernel tentang boot terverifikasi",
  "The running kernel": "Kernel yang berjalan",
  "Which apps have an icon on the home screen, per running user":
    "Aplikasi mana yang punya ikon di layar utama, per pengguna yang berjalan",
  "Whether the lock screen is switched off": "Apakah layar kunci dimatikan",
  "How the lock screen is secured, per user": "Bagaimana layar kunci diamankan, per pengguna",
  "Apps pinned against being stopped (MIUI, HyperOS), per user":
    "Aplikasi yang dikunci agar tidak dihentikan (MIUI, HyperOS), per pengguna",
  "Mounted file systems": "Sistem file yang dipasang",
  "Apps that may read all notifications, per user": "Aplikasi yang boleh membaca semua notifikasi, per pengguna",
  "Packages in detail (version, origin, permissions and state per user)":
    "Paket secara rinci (versi, asal, izin dan keadaan per pengguna)",
  "Which package must approve installations (Play Protect on phones with Google Play)":
    "Paket mana yang harus menyetujui pemasangan (Play Protect di ponsel dengan Google Play)",
  "Installed packages": "Paket yang terpasang",
  "The Google Play system update": "Pembaruan sistem Google Play",
  "Apps that own the phone or a profile": "Aplikasi yang memiliki ponsel atau profil",
  "Running processes": "Proses yang berjalan",
  "System properties, as the phone reports them": "Properti sistem, seperti yang dilaporkan ponsel",
  "Traces of apps that were removed in the last days": "Jejak aplikasi yang dihapus dalam beberapa hari terakhir",
  "Default apps for messages, calls, web pages, home screen and assistance, per user":
    "Aplikasi default untuk pesan, panggilan, halaman web, layar utama, dan bantuan, per pengguna",
  "Files of root tools": "File alat root",
  "Settings that only the system may change, per user": "Setelan yang hanya boleh diubah sistem, per pengguna",
  "Whether SELinux separates apps and system": "Apakah SELinux memisahkan aplikasi dan sistem",
  "Whether microphone and camera are switched off for all apps, per user":
    "Apakah mikrofon dan kamera dimatikan untuk semua aplikasi, per pengguna",
  "Settings that apps may change, per user": "Setelan yang boleh diubah aplikasi, per pengguna",
  "Services that may keep the phone unlocked, per user":
    "Layanan yang boleh menjaga ponsel tetap tidak terkunci, per pengguna",
  "What the USB port does at the moment": "Apa yang dilakukan port USB saat ini",
  "Certificate authorities added by hand, by an app or by a manager":
    "Otoritas sertifikat yang ditambahkan secara manual, oleh aplikasi, atau oleh pengelola",
  "What each user is (owner, other person, guest, work profile, second space, dual apps, private space)":
    "Apa setiap pengguna itu (pemilik, orang lain, tamu, profil kerja, ruang kedua, aplikasi ganda, ruang privasi)",
  "Users and profiles on the phone": "Pengguna dan profil di ponsel",
  "The WebView that shows web pages inside apps": "WebView yang menampilkan halaman web di dalam aplikasi",
  "Until when each version of Android got fixes from Google":
    "Sampai kapan tiap versi Android mendapat perbaikan dari Google",
  "When the main versions of Chromium came out": "Kapan versi utama Chromium terbit",
  "Trackers in Android apps: the classes and hosts by which they are recognised":
    "Pelacak di aplikasi Android: kelas dan host yang menjadi pengenalnya",
  "Who signs apps that are often copied: package names with the certificates that are published for them":
    "Siapa yang menandatangani aplikasi yang sering ditiru: nama paket dengan sertifikat yang diterbitkan untuknya",
  "Libraries and frameworks that apps are made with: who makes them, by which classes and files they are recognised":
    "Pustaka dan kerangka pembuat aplikasi: siapa pembuatnya, dikenali dari kelas dan file apa",
  "Signs of spyware that research groups have documented: packages, files, hashes, servers":
    "Tanda spyware yang didokumentasikan kelompok peneliti: paket, file, hash, server",
  "Packages that come with phones: what each does, what it sends, what removing it costs":
    "Paket yang datang bersama ponsel: apa yang dilakukan, apa yang dikirim, apa akibat menghapusnya",
  "Apps made to watch a person in secret: their packages, signing certificates and servers":
    "Aplikasi yang dibuat untuk mengawasi orang diam-diam: paket, sertifikat tanda tangan, dan servernya",
  "YARA rules for the code of apps made to watch a person in secret":
    "Aturan YARA untuk kode aplikasi yang dibuat untuk mengawasi orang diam-diam",
  "Digests of app files made to watch a person in secret":
    "Digest file aplikasi yang dibuat untuk mengawasi orang diam-diam",
  "Trackers in apps, who gets their data and what for, as written for Candor":
    "Pelacak di aplikasi, siapa yang mendapat datanya dan untuk apa, ditulis untuk Candor",
  "Pre-installed packages, with the advice of the Universal Android Debloater":
    "Paket bawaan, dengan saran dari Universal Android Debloater",
  "Xiaomi phone of an ordinary owner, HyperOS 2, Android 15": "Ponsel Xiaomi milik orang biasa, HyperOS 2, Android 15",
  "Clean stock phone, Android 15": "Ponsel standar yang bersih, Android 15",
  "Old Xiaomi phone, MIUI 12, Android 10": "Ponsel Xiaomi lama, MIUI 12, Android 10",
  "Phone with stalkerware and an abuser's traces, Samsung-like, Android 13":
    "Ponsel dengan stalkerware dan jejak pelaku kekerasan, mirip Samsung, Android 13",
  "Rooted and unlocked phone with an unofficial build, Android 12":
    "Ponsel yang di-root dan dibuka bootloadernya dengan sistem tidak resmi, Android 12",
  "Phone that attacks its examiner, Android 14": "Ponsel yang menyerang pemeriksanya, Android 14",
  "Locked, encrypted, with a PIN, and otherwise as phones are after two years of use: more than half a year without security patches, personalised advertising and the collecting apps as delivered, a cleaner that came as a file in a chat and reads the screen, a weather app that follows its owner day and night, a forgotten certificate authority, and messages on the lock screen.":
    "Terkunci, terenkripsi, dengan PIN, dan selebihnya seperti ponsel setelah dua tahun dipakai: lebih dari setengah tahun tanpa patch keamanan, iklan yang dipersonalisasi dan aplikasi pengumpul data seperti saat dikirim, pembersih yang datang sebagai file di chat dan membaca layar, aplikasi cuaca yang mengikuti pemiliknya siang malam, otoritas sertifikat yang terlupakan, dan pesan di layar kunci.",
  "A Pixel-like phone of a careful owner: locked, encrypted, up to date, few apps, all of them from the store. Whatever is found here is either debugging, which has to be on while a computer looks, or a false alarm of ours.":
    "Ponsel mirip Pixel milik orang yang teliti: terkunci, terenkripsi, mutakhir, sedikit aplikasi, semuanya dari toko. Apa pun yang ditemukan di sini adalah debugging, yang harus menyala selama komputer memeriksa, atau alarm palsu dari kami.",
  "A Redmi Note of 2019 that its owner still uses: five and a half years without patches, full-disk encryption without a PIN, ADB waiting on a network port, advertising and collecting as delivered. Its layouts are those of Android 10.":
    "Redmi Note tahun 2019 yang masih dipakai pemiliknya: lima setengah tahun tanpa patch, enkripsi seluruh disk tanpa PIN, ADB menunggu di port jaringan, iklan dan pengumpulan data seperti saat dikirim. Tata letak keluarannya milik Android 10.",
  "Somebody had this phone unlocked in hand for a quarter of an hour: a stalkerware app without an icon that reads the screen, the notifications and the messages and cannot be removed, Play Protect switched off, wireless debugging on, a second computer's key, a fingerprint-free PIN that both know. The app bears the name of a real one of the public list; it does nothing.":
    "Seseorang memegang ponsel ini dalam keadaan terbuka selama seperempat jam: aplikasi stalkerware tanpa ikon yang membaca layar, notifikasi, dan pesan serta tidak dapat dihapus, Play Protect dimatikan, debugging nirkabel menyala, kunci komputer kedua, PIN tanpa sidik jari yang diketahui keduanya. Aplikasi itu memakai nama aplikasi nyata dari daftar publik; aplikasi itu tidak melakukan apa pun.",
  "Bootloader unlocked, verified boot orange, a debuggable test-keys build with SELinux permissive and a writable system, Magisk with its manager and an app that hooks others, a changed hosts file, no screen lock.":
    "Bootloader terbuka, boot terverifikasi oranye, build test-keys yang dapat di-debug dengan SELinux permisif dan sistem yang dapat ditulisi, Magisk dengan pengelolanya dan aplikasi yang mengait aplikasi lain, file hosts yang diubah, tanpa kunci layar.",
  "Every text that a phone can choose is chosen badly: terminal escapes, HTML, spreadsheet formulas, path traversal, prototype keys, forged section marks, broken UTF-8, endless lines, and a dump of a gigabyte. Nothing of it may reach a terminal, a page, a table or a disk unescaped, and the rest of the report has to be right.":
    "Setiap teks yang dapat dipilih ponsel dipilih dengan niat buruk: escape terminal, HTML, rumus lembar kerja, path traversal, kunci prototipe, tanda bagian palsu, UTF-8 rusak, baris tanpa akhir, dan dump satu gigabyte. Tidak ada yang boleh sampai ke terminal, halaman, tabel, atau disk tanpa di-escape, dan sisa laporannya harus benar.",
  "Countries to which personal data may go by a decision of the European Union or another region, with scope and dates":
    "Negara yang boleh menerima data pribadi menurut keputusan Uni Eropa atau wilayah lain, dengan cakupan dan tanggal",
  "Domains with the company behind them and what they are mostly used for":
    "Domain dengan perusahaan di baliknya dan kegunaan utamanya",
  "What the law of a region says of personal data that goes to other countries, and within which time a request is answered":
    "Apa kata hukum suatu wilayah tentang data pribadi yang pergi ke negara lain, dan dalam waktu berapa lama permintaan dijawab",
  "The supervisory authorities for data protection, with address, form and language for complaints":
    "Otoritas pengawas pelindungan data, dengan alamat, formulir, dan bahasa untuk pengaduan",
  "Where requests about one's own data go: addresses of companies, with the page that each was read from":
    "Ke mana permintaan tentang data sendiri ditujukan: alamat perusahaan, dengan halaman asal tiap alamat",
  "Texts of letters by which people ask for their data, its erasure or correction, object, remind and complain":
    "Teks surat untuk meminta data sendiri, penghapusan atau perbaikannya, berkeberatan, mengingatkan, dan mengadu",
  "The public holidays of whole countries of the EEA, the United Kingdom and Switzerland, by which periods end":
    "Hari libur nasional negara-negara EEA, Britania Raya, dan Swiss, yang menentukan akhir jangka waktu",
  "Which articles of a region's law give a person the right to see, correct, erase or take along their data":
    "Pasal mana dalam hukum suatu wilayah yang memberi orang hak untuk melihat, memperbaiki, menghapus, atau membawa datanya",
  "Who runs the servers that phones talk to, where the company sits, and which addresses are functions of the system":
    "Siapa yang menjalankan server yang dihubungi ponsel, di mana perusahaannya berada, dan alamat mana yang merupakan fungsi sistem",
  "The articles of law that a finding in traffic touches, how much may be said, and by which guidance":
    "Pasal hukum yang disentuh temuan dalam lalu lintas, seberapa jauh boleh dikatakan, dan menurut pedoman apa",
  "What was reported of a phone maker's servers: by whom, when, how surely, and what was said against it":
    "Apa yang dilaporkan tentang server pembuat ponsel: oleh siapa, kapan, seberapa pasti, dan apa bantahannya",
  "SHA-256 of known stalkerware": "SHA-256 stalkerware yang dikenal",
  "signers of known stalkerware": "penanda tangan stalkerware yang dikenal",
  "package names of known stalkerware": "nama paket stalkerware yang dikenal",
  "packages, signers and files of documented spyware": "paket, penanda tangan, dan file spyware yang terdokumentasi",
  "signers of apps that are often copied": "penanda tangan aplikasi yang sering ditiru",
  "shapes of harmful apps, by Candor's own rules": "bentuk aplikasi berbahaya, menurut aturan Candor sendiri",
  "a file": "sebuah file",
  "a computer": "sebuah komputer",
  "{app} (a download)": "{app} (unduhan)",
  "{app} (a message)": "{app} (pesan)",
  "{app} (a file)": "{app} (file)",
  "moved by {app}": "dipindahkan oleh {app}",
  "Google Play": "Google Play",
  "Security fixes that Google published for Android, each with the patch level that promises it":
    "Perbaikan keamanan yang diterbitkan Google untuk Android, masing-masing dengan tingkat yang menjanjikannya",
  "Until when the lines of the Linux kernel got fixes": "Sampai kapan lini kernel Linux mendapat perbaikan",
  "Holes that are known to have been used in attacks": "Celah yang diketahui pernah dipakai dalam serangan",
  "The newest system that Xiaomi handed out for each model and region":
    "Sistem terbaru yang diedarkan Xiaomi untuk tiap model dan wilayah",
  "Well-known holes of libraries that apps carry, with the versions that have them":
    "Celah terkenal pada pustaka yang dibawa aplikasi, dengan versi yang memilikinya",
  "Google's root keys, which vouch for the hardware of Android phones":
    "Kunci akar Google, yang menjamin perangkat keras ponsel Android",
  "Keys of phone hardware that Google has taken back":
    "Kunci perangkat keras ponsel yang telah ditarik kembali oleh Google",
};
