import type { Phrases } from "../check-texts.ts";

/** Controls, profiles and promises in Indonesian, and why a control stands as it does, by the English sentences. */
export const controls: Phrases = {
  "Apps and installers": "Aplikasi dan pemasang",
  "Only stores may install apps": "Hanya toko aplikasi yang boleh memasang aplikasi",
  "An app that may install others is a door for apps that nobody looked at.":
    "Aplikasi yang bisa memasang aplikasi lain adalah pintu bagi aplikasi yang tidak diperiksa siapa pun.",
  "Apps are checked when they are installed": "Aplikasi diperiksa saat dipasang",
  "Play Protect knows many harmful apps by their file.":
    "Play Protect mengenali banyak aplikasi berbahaya dari berkasnya.",
  "Apps that a computer installs are checked too": "Aplikasi yang dipasang komputer juga diperiksa",
  "It is the way by which stalkerware comes.": "Lewat jalan itulah stalkerware datang.",
  "Every added app came from a store": "Setiap aplikasi tambahan berasal dari toko aplikasi",
  "Apps from elsewhere were checked by nobody.": "Aplikasi dari tempat lain tidak diperiksa siapa pun.",
  "No added app is open to debugging": "Tidak ada aplikasi tambahan yang terbuka untuk debug",
  "A computer can read everything such an app keeps.":
    "Komputer bisa membaca semua yang disimpan aplikasi seperti itu.",
  "No added app is a test build": "Tidak ada aplikasi tambahan yang merupakan versi uji",
  "Test builds come past the stores and are not made for owners.":
    "Versi uji melewati toko aplikasi dan tidak dibuat untuk pemilik.",
  "Apps keep to the rules of a recent Android": "Aplikasi mengikuti aturan Android yang cukup baru",
  "Older rules let an app do more without asking.":
    "Aturan lama membiarkan aplikasi berbuat lebih banyak tanpa bertanya.",
  "Each app's signature tells who made it": "Tanda tangan setiap aplikasi menunjukkan siapa pembuatnya",
  "A key that everybody has is no signature.": "Kunci yang dimiliki semua orang bukan tanda tangan.",
  "No app's file misleads whoever looks into it": "Tidak ada berkas aplikasi yang menyesatkan pemeriksanya",
  "Files are only made that way to hide something.": "Berkas hanya dibuat begitu untuk menyembunyikan sesuatu.",
  "No app from outside of the stores hides its code":
    "Tidak ada aplikasi dari luar toko aplikasi yang menyembunyikan kodenya",
  "What is loaded later was seen by nobody.": "Yang dimuat belakangan tidak dilihat siapa pun.",
  "No added app bears the name of a part of the system": "Tidak ada aplikasi tambahan yang memakai nama bagian sistem",
  "It hopes not to be noticed.": "Ia berharap tidak diperhatikan.",
  "No guard of the phone is switched off or removed": "Tidak ada penjaga ponsel yang dimatikan atau dihapus",
  "Whoever wants to stay unnoticed begins with them.": "Siapa yang tidak ingin ketahuan mulai dari situ.",
  "No added app was let past restricted settings": "Tidak ada aplikasi tambahan yang diloloskan dari setelan terbatas",
  "Android keeps apps from outside the stores away from the strongest powers; this lets them in.":
    "Android menjauhkan aplikasi dari luar toko aplikasi dari kuasa terkuat; ini membiarkannya masuk.",
  "Web pages do not start apps by themselves": "Halaman web tidak menjalankan aplikasi dengan sendirinya",
  "A link should not decide what is opened.": "Bukan tautan yang seharusnya menentukan apa yang dibuka.",
  "Instant apps are off": "Aplikasi instan dimatikan",
  "They run without having been installed.": "Aplikasi itu berjalan tanpa pernah dipasang.",
  "In the settings of Google Play, are instant apps off?": "Di setelan Google Play, apakah aplikasi instan dimatikan?",
  "No installed app carries a library with a known hole":
    "Tidak ada aplikasi terpasang yang membawa pustaka dengan celah yang diketahui",
  "A hole in a library is a hole in every app that carries it.":
    "Celah di pustaka adalah celah di setiap aplikasi yang membawanya.",
  "Start and integrity of the system": "Awal jalan dan keutuhan sistem",
  "The phone starts the system that its maker signed": "Ponsel menjalankan sistem yang ditandatangani pembuatnya",
  "A changed system can watch everything and show nothing of it.":
    "Sistem yang diubah bisa mengawasi semuanya tanpa menampakkan apa pun.",
  "The bootloader is locked": "Bootloader terkunci",
  "An open bootloader lets whoever holds the phone put another system on it.":
    "Bootloader yang terbuka membuat siapa pun yang memegang ponsel bisa memasang sistem lain.",
  "The system is checked while it is read": "Sistem diperiksa selagi dibaca",
  "Otherwise a change made after the start goes unnoticed.":
    "Jika tidak, perubahan setelah ponsel menyala tidak ketahuan.",
  "Unlocking the bootloader is not allowed": "Membuka kunci bootloader tidak diizinkan",
  "The permission is the first step of a change of the system.":
    "Izin itu adalah langkah pertama untuk mengubah sistem.",
  "The system is a build for customers": "Sistem adalah versi untuk pelanggan",
  "Builds for developers leave doors open that customers' builds close.":
    "Versi untuk pengembang membiarkan pintu terbuka yang ditutup pada versi pelanggan.",
  "The system is signed with its maker's secret keys": "Sistem ditandatangani dengan kunci rahasia pembuatnya",
  "With keys that everybody has, anybody can make an app that the system takes for its own.":
    "Dengan kunci yang dimiliki semua orang, siapa saja bisa membuat aplikasi yang dianggap milik sistem.",
  "A computer has to be allowed before it may debug": "Komputer harus diizinkan dulu sebelum boleh men-debug",
  "Otherwise plugging the phone in somewhere hands it over.":
    "Jika tidak, mencolokkan ponsel di mana saja berarti menyerahkannya.",
  "SELinux keeps apps and system apart": "SELinux memisahkan aplikasi dan sistem",
  "It holds back an app that broke out of its own room.": "Ia menahan aplikasi yang keluar dari ruangnya sendiri.",
  "The system partitions cannot be changed while the phone runs":
    "Partisi sistem tidak bisa diubah selagi ponsel berjalan",
  "A system that can be written to or overlaid can be changed by whoever gets root.":
    "Sistem yang bisa ditulisi atau ditimpa dapat diubah oleh siapa pun yang mendapat root.",
  "No root tool is there": "Tidak ada alat root",
  "Root rights take away the borders between apps, for the owner and for everybody else.":
    "Hak root meruntuhkan batas antaraplikasi, bagi pemilik dan bagi semua orang lain.",
  "What the phone says about its start does not contradict itself":
    "Yang dikatakan ponsel tentang awal jalannya tidak saling bertentangan",
  "Answers that do not fit together are a sign of a system that hides something.":
    "Jawaban yang tidak cocok adalah tanda sistem yang menyembunyikan sesuatu.",
  "Hardware vouches for the locked, verified start":
    "Perangkat keras menjamin awal jalan yang terkunci dan terverifikasi",
  "What the system says of itself can be forged by a changed system; what the hardware signs cannot.":
    "Sistem yang diubah bisa memalsukan perkataannya tentang diri sendiri; yang ditandatangani perangkat keras tidak bisa.",
  "Data collection": "Pengumpulan data",
  "Usage and diagnostics are not sent to Google": "Pemakaian dan diagnostik tidak dikirim ke Google",
  "They tell what is used, when and how.": "Itu menunjukkan apa yang dipakai, kapan, dan bagaimana.",
  "Crash reports are sent only where somebody chose it": "Laporan kerusakan hanya dikirim bila seseorang memilihnya",
  "They hold what was in memory.": "Laporan itu memuat isi memori.",
  "Xiaomi's personalised advertising is off": "Iklan yang dipersonalisasi Xiaomi dimatikan",
  "It needs a picture of the owner.": "Iklan itu memerlukan gambaran tentang pemilik.",
  "The Mi account's system advertising is off": "Iklan sistem akun Mi dimatikan",
  "Advertising by the system needs to know the account.": "Iklan oleh sistem perlu mengetahui akunnya.",
  "Xiaomi's advertising identifier is not set": "Pengenal iklan Xiaomi tidak disetel",
  "It joins what different apps know.": "Pengenal itu menggabungkan yang diketahui berbagai aplikasi.",
  "None of Xiaomi's known collecting parts is active": "Tidak ada bagian pengumpul Xiaomi yang aktif",
  "They report without being opened.": "Bagian itu melapor tanpa pernah dibuka.",
  "Diagnostic data is not sent to Xiaomi": "Data diagnostik tidak dikirim ke Xiaomi",
  "It tells what is used, when and how.": "Itu menunjukkan apa yang dipakai, kapan, dan bagaimana.",
  "Xiaomi's quality service does not run": "Layanan mutu Xiaomi tidak berjalan",
  "It reports how the phone is used.": "Layanan itu melaporkan cara ponsel dipakai.",
  "The User Experience Program is off": "Program Pengalaman Pengguna dimatikan",
  "It collects how the phone is used.": "Program itu mengumpulkan cara ponsel dipakai.",
  "Shared photos do not tell where they were taken": "Foto yang dibagikan tidak memberi tahu tempat pengambilannya",
  "A picture of a flat can hold its address.": "Foto rumah bisa memuat alamatnya.",
  "Region and build of the system agree": "Wilayah dan versi sistem cocok",
  "The region decides which of the maker's rules and servers apply.":
    "Wilayah menentukan aturan dan server pembuat mana yang berlaku.",
  "No added app carries trackers": "Tidak ada aplikasi tambahan yang membawa pelacak",
  "Their makers learn who uses the app, and when.":
    "Pembuat pelacak jadi tahu siapa yang memakai aplikasi itu, dan kapan.",
  "Location is off": "Lokasi dimatikan",
  "For people to whom their place is a danger.": "Untuk orang yang keberadaannya membawa bahaya.",
  "Google's advertising identifier is deleted": "Pengenal iklan Google dihapus",
  "In Settings › Google › Ads, was the advertising ID deleted?":
    "Di Setelan › Google › Iklan, apakah ID iklan sudah dihapus?",
  "In the records of traffic, nothing went to trackers before a choice":
    "Dalam rekaman lalu lintas, tidak ada yang menuju pelacak sebelum ada pilihan",
  "Consent that is asked for afterwards is none.": "Persetujuan yang diminta belakangan bukanlah persetujuan.",
  "In the records of traffic, no server stood where the law of the region gives no assurance":
    "Dalam rekaman lalu lintas, tidak ada server di tempat yang tidak dijamin hukum wilayah",
  "Data that leaves leaves its protection behind, too.": "Data yang pergi juga meninggalkan perlindungannya.",
  "The maker tells which data it collects, for what, and for how long":
    "Pembuat menyebutkan data apa yang dikumpulkan, untuk apa, dan berapa lama",
  "A choice needs knowledge.": "Memilih memerlukan pengetahuan.",
  "Have you read the maker's privacy notice for this phone, and does it name kinds of data, purposes and times?":
    "Sudahkah Anda membaca pemberitahuan privasi pembuat untuk ponsel ini, dan apakah di sana disebut jenis data, tujuan, dan jangka waktunya?",
  "Consent to the maker's programmes was asked for and can be refused":
    "Persetujuan untuk program pembuat diminta dan bisa ditolak",
  "Consent that cannot be refused is none.": "Persetujuan yang tidak bisa ditolak bukanlah persetujuan.",
  "When the phone was set up, could every programme for data be refused without losing the phone's use?":
    "Saat ponsel disiapkan, bisakah setiap program data ditolak tanpa kehilangan pemakaian ponsel?",
  "Device settings and debugging": "Setelan perangkat dan debug",
  "The developer options are off when nobody needs them": "Opsi pengembang mati saat tidak ada yang memerlukannya",
  "They open doors that no owner uses every day.": "Opsi itu membuka pintu yang tidak dipakai pemilik sehari-hari.",
  "Did you switch the developer options off after this examination?":
    "Apakah Anda mematikan opsi pengembang setelah pemeriksaan ini?",
  "USB debugging is off when nobody needs it": "Debug USB mati saat tidak ada yang memerlukannya",
  "Whoever holds the unlocked phone can install apps and read data over a cable.":
    "Siapa yang memegang ponsel yang tidak terkunci bisa memasang aplikasi dan membaca data lewat kabel.",
  "Did you switch USB debugging off after this examination?":
    "Apakah Anda mematikan debug USB setelah pemeriksaan ini?",
  "Wireless debugging is off": "Debug nirkabel dimatikan",
  "It opens the same door to the network.": "Itu membuka pintu yang sama bagi jaringan.",
  "No network port of ADB is open": "Tidak ada port jaringan ADB yang terbuka",
  "Everybody in the same network can knock at it.": "Semua orang di jaringan yang sama bisa mengetuknya.",
  "Unused authorisations of computers expire": "Izin komputer yang tidak dipakai akan kedaluwarsa",
  "A computer that was allowed once should not be allowed for ever.":
    "Komputer yang pernah diizinkan sekali tidak seharusnya diizinkan selamanya.",
  "No computer is left that may debug": "Tidak ada lagi komputer yang boleh men-debug",
  "Each one on the list gets in without asking again.": "Setiap komputer di daftar masuk tanpa bertanya lagi.",
  "Did you revoke the authorisations for USB debugging after this examination?":
    "Apakah Anda mencabut otorisasi debug USB setelah pemeriksaan ini?",
  "Apps cannot be installed over USB": "Aplikasi tidak bisa dipasang lewat USB",
  "A minute with the unlocked phone and a cable is enough otherwise.":
    "Jika tidak, cukup semenit dengan ponsel yang tidak terkunci dan seutas kabel.",
  "Xiaomi's security debugging is off": "Debug keamanan Xiaomi dimatikan",
  "It lets a computer press keys and grant permissions.": "Itu membuat komputer bisa menekan tombol dan memberi izin.",
  "MIUI's own checks are on": "Pemeriksaan MIUI sendiri aktif",
  "Switching MIUI optimisation off takes away checks of permissions.":
    "Mematikan pengoptimalan MIUI menghilangkan pemeriksaan izin.",
  "The phone is no network card for a computer": "Ponsel tidak menjadi kartu jaringan bagi komputer",
  "What it is plugged into then goes online through it.": "Komputer tempat ponsel dicolokkan lalu daring melaluinya.",
  "Touches through another app's window are blocked": "Sentuhan yang menembus jendela aplikasi lain diblokir",
  "Otherwise a window that cannot be seen borrows the owner's finger.":
    "Jika tidak, jendela yang tak terlihat meminjam jari pemilik.",
  "A lost phone can be locked and wiped from afar": "Ponsel yang hilang bisa dikunci dan dihapus dari jauh",
  "It is the only thing left to do when the phone is gone.":
    "Hanya itu yang masih bisa dilakukan saat ponsel sudah tiada.",
  "Advanced Protection is on": "Perlindungan Lanjutan aktif",
  "It closes several doors at once for people who are targeted.":
    "Itu menutup beberapa pintu sekaligus bagi orang yang menjadi sasaran.",
  "A cable only charges until the owner says otherwise": "Kabel hanya mengisi daya sampai pemilik memilih lain",
  "A socket that is a computer should get nothing but current to give.":
    "Colokan yang ternyata komputer tidak boleh mendapat apa pun selain memberi daya.",
  "When the phone is plugged into a computer, does it start with “charging only”?":
    "Saat ponsel dicolokkan ke komputer, apakah mulai dengan “hanya mengisi daya”?",
  "Date and time come from the network": "Tanggal dan waktu berasal dari jaringan",
  "A wrong clock makes old certificates valid again.": "Jam yang salah membuat sertifikat lama berlaku lagi.",
  "In Settings › Date and time, are date and time set automatically?":
    "Di Setelan › Tanggal dan waktu, apakah tanggal dan waktu disetel otomatis?",
  "No app replaces the phone's position": "Tidak ada aplikasi yang menggantikan posisi ponsel",
  "Somebody who chooses the position chooses what is shown and logged.":
    "Siapa yang memilih posisi memilih apa yang ditampilkan dan dicatat.",
  "In the developer options, is no app chosen for mock locations?":
    "Di opsi pengembang, apakah tidak ada aplikasi yang dipilih untuk lokasi tiruan?",
  "What was chosen for this phone still holds": "Yang dipilih untuk ponsel ini masih berlaku",
  "Updates and apps take settings back without a word.":
    "Pembaruan dan aplikasi mengembalikan setelan tanpa berkata apa-apa.",
  "An app lock stands before private apps": "Ada kunci aplikasi di depan aplikasi pribadi",
  "A phone that is handed over unlocked shows less.":
    "Ponsel yang diserahkan tanpa terkunci menampakkan lebih sedikit.",
  "Xiaomi's privacy password is set": "Kata sandi privasi Xiaomi sudah disetel",
  "It stands before the phone's own hiding places.": "Kata sandi itu menjaga tempat persembunyian ponsel sendiri.",
  "A backup exists": "Ada cadangan",
  "What is only on the phone is gone with it.": "Yang hanya ada di ponsel hilang bersamanya.",
  "No backup leaves the phone for somebody else's servers":
    "Tidak ada cadangan yang meninggalkan ponsel ke server orang lain",
  "Who keeps the backup can read it, or be made to hand it over, unless only the owner has the key.":
    "Siapa yang menyimpan cadangan bisa membacanya, atau dipaksa menyerahkannya, kecuali hanya pemilik yang punya kuncinya.",
  "A backup to the maker's cloud is on": "Pencadangan ke awan pembuat aktif",
  "For phones whose data an organisation wants back after a loss.":
    "Untuk ponsel yang datanya ingin didapat kembali oleh organisasi setelah hilang.",
  "Encryption of what is stored": "Enkripsi yang tersimpan",
  "What is stored on the phone is encrypted": "Yang tersimpan di ponsel dienkripsi",
  "Without it, whoever finds or takes the phone reads everything on it.":
    "Tanpa itu, siapa yang menemukan atau mengambil ponsel membaca semua isinya.",
  "Files are encrypted one by one, with keys per user": "Berkas dienkripsi satu per satu, dengan kunci per pengguna",
  "Only then is what belongs to a locked user closed while the phone runs.":
    "Hanya dengan begitu milik pengguna yang terkunci tetap tertutup selagi ponsel berjalan.",
  "The key needs the PIN, pattern or password": "Kuncinya memerlukan PIN, pola, atau sandi",
  "A key that opens without the owner protects a stolen phone from nobody.":
    "Kunci yang membuka tanpa pemilik tidak melindungi ponsel curian dari siapa pun.",
  "Details about files are encrypted too": "Rincian tentang berkas juga dienkripsi",
  "Names, sizes and times of files tell much about a person.":
    "Nama, ukuran, dan waktu berkas bercerita banyak tentang seseorang.",
  "Keys are kept by hardware that the system cannot read":
    "Kunci disimpan perangkat keras yang tidak bisa dibaca sistem",
  "Keys in software can be copied by whoever takes over the system.":
    "Kunci di perangkat lunak bisa disalin siapa pun yang menguasai sistem.",
  "Does the maker's documentation for this model, or an attestation that you verified, say that keys are kept in hardware?":
    "Apakah dokumentasi pembuat untuk model ini, atau atestasi yang Anda verifikasi, menyebut kunci disimpan di perangkat keras?",
  "There is no unencrypted memory card": "Tidak ada kartu memori yang tidak dienkripsi",
  "A card can be read in any other device.": "Kartu bisa dibaca di perangkat lain mana pun.",
  "Is there no memory card in the phone, or was it formatted as encrypted internal storage?":
    "Apakah tidak ada kartu memori di ponsel, atau kartu itu diformat sebagai penyimpanan internal terenkripsi?",
  "Lock screen": "Layar kunci",
  "A PIN, pattern or password is set": "PIN, pola, atau sandi sudah disetel",
  "Everything else rests on it, the encryption too.": "Semua yang lain bertumpu padanya, enkripsi juga.",
  "The lock screen is not switched off": "Layar kunci tidak dimatikan",
  "A phone without it opens to whoever wakes it.": "Ponsel tanpanya terbuka bagi siapa pun yang menyalakannya.",
  "The screen lock is a PIN or a password": "Kunci layar berupa PIN atau sandi",
  "Patterns are few and leave traces on the glass.": "Pola hanya sedikit dan meninggalkan jejak di kaca.",
  "Nothing keeps the phone unlocked": "Tidak ada yang membuat ponsel tetap tidak terkunci",
  "A place, a watch or a voice that keeps it open can be where somebody else is.":
    "Tempat, jam tangan, atau suara yang membukanya bisa berada di dekat orang lain.",
  "The lock screen does not show what notifications say": "Layar kunci tidak menampilkan isi notifikasi",
  "Codes for logging in and messages can be read without unlocking.":
    "Kode masuk dan pesan bisa dibaca tanpa membuka kunci.",
  "The locked phone offers neither wallet nor device controls":
    "Ponsel terkunci tidak menawarkan dompet dan kendali perangkat",
  "They pay and open doors without the owner.": "Keduanya membayar dan membuka pintu tanpa pemilik.",
  "Users cannot be added from the lock screen": "Pengguna tidak bisa ditambahkan dari layar kunci",
  "Who holds the locked phone should not get a place of their own on it.":
    "Siapa yang memegang ponsel terkunci tidak seharusnya mendapat tempat sendiri di sana.",
  "The screen goes off after one minute at most": "Layar padam paling lama setelah satu menit",
  "A phone laid down stays open as long as its screen is on.":
    "Ponsel yang diletakkan tetap terbuka selama layarnya menyala.",
  "In Settings › Display, is the time until the screen goes off one minute or less?":
    "Di Setelan › Layar, apakah waktu sampai layar padam satu menit atau kurang?",
  "The phone locks as soon as its screen is off": "Ponsel terkunci begitu layarnya padam",
  "A delay is time for whoever takes it out of a hand.":
    "Penundaan adalah waktu bagi siapa yang merebutnya dari tangan.",
  "Does the phone lock within five seconds after its screen goes off, and at once by the power key?":
    "Apakah ponsel terkunci dalam lima detik setelah layar padam, dan seketika lewat tombol daya?",
  "The PIN or password has at least six characters": "PIN atau sandi sedikitnya enam karakter",
  "Four digits are guessed by machines that try them.": "Empat angka ditebak mesin yang mencobanya satu per satu.",
  "Has the PIN or password at least six characters, and is it not a row such as 123456?":
    "Apakah PIN atau sandi sedikitnya enam karakter, dan bukan deret seperti 123456?",
  "Fingerprint or face is of the strong class, or not used":
    "Sidik jari atau wajah termasuk kelas kuat, atau tidak dipakai",
  "A weak one opens to a photograph or a likeness.": "Yang lemah terbuka oleh foto atau kemiripan.",
  "Do you unlock without a face or fingerprint, or does the maker say that the sensor is of class 3 (strong)?":
    "Apakah Anda membuka kunci tanpa wajah atau sidik jari, atau pembuat menyebut sensornya kelas 3 (kuat)?",
  "Passwords are not shown while they are typed": "Sandi tidak ditampilkan saat diketik",
  "Somebody beside you, or a recording of the screen, reads along.":
    "Orang di sebelah, atau rekaman layar, ikut membacanya.",
  "In Settings › Security & privacy, is “show passwords” off?":
    "Di Setelan › Keamanan & privasi, apakah “tampilkan sandi” dimatikan?",
  "A pattern is not drawn visibly, or none is used": "Pola tidak digambar secara terlihat, atau tidak dipakai",
  "The line on the screen shows it to whoever looks on.": "Garis di layar menunjukkannya kepada yang melihat.",
  "Is no pattern used to unlock, or is “make pattern visible” off?":
    "Apakah tidak ada pola untuk membuka kunci, atau “tampilkan pola” dimatikan?",
  "Leaving a pinned app asks for the PIN": "Keluar dari aplikasi yang disematkan meminta PIN",
  "A phone lent out with one app pinned should stay in it.":
    "Ponsel yang dipinjamkan dengan satu aplikasi disematkan harus tetap di situ.",
  "Is app pinning off, or does it ask for the PIN before unpinning?":
    "Apakah penyematan aplikasi dimatikan, atau meminta PIN sebelum dilepas?",
  "The SIM asks for its own PIN": "SIM meminta PIN-nya sendiri",
  "A SIM in another phone receives the codes that open accounts.":
    "SIM di ponsel lain menerima kode yang membuka akun.",
  "Does the phone ask for a SIM PIN after it is switched on, or is there no SIM that can be taken out?":
    "Apakah ponsel meminta PIN SIM setelah dinyalakan, atau tidak ada SIM yang bisa dicabut?",
  "Wrong tries have an end": "Percobaan yang salah ada batasnya",
  "Without it, whoever has the phone tries until it opens.":
    "Tanpa itu, siapa yang memegang ponsel mencoba sampai terbuka.",
  "Is the phone set to erase itself, or is it managed to do so, after ten wrong tries?":
    "Apakah ponsel disetel, oleh Anda atau pengelolanya, untuk menghapus dirinya setelah sepuluh percobaan salah?",
  Network: "Jaringan",
  "Private DNS is not switched off": "DNS pribadi tidak dimatikan",
  "Without it, everybody on the way sees which names are asked for.":
    "Tanpanya, semua orang di sepanjang jalan melihat nama apa yang ditanyakan.",
  "No proxy stands before everything": "Tidak ada proxy yang menghadang semuanya",
  "It sees, and can change, what passes.": "Proxy melihat, dan bisa mengubah, yang lewat.",
  "The hosts file sends no name elsewhere": "Berkas hosts tidak membelokkan nama apa pun",
  "A name that is sent elsewhere leads to a false server.": "Nama yang dibelokkan menuju server palsu.",
  "No certificate authority was added": "Tidak ada otoritas sertifikat yang ditambahkan",
  "Who has one can read encrypted traffic of apps that trust it.":
    "Siapa yang memilikinya bisa membaca lalu lintas terenkripsi aplikasi yang memercayainya.",
  "No added app may act as a VPN": "Tidak ada aplikasi tambahan yang boleh bertindak sebagai VPN",
  "A VPN sees all traffic.": "VPN melihat semua lalu lintas.",
  "No VPN was connected that is not expected": "Tidak ada VPN tak terduga yang tersambung",
  "An always-on VPN is set": "VPN yang selalu aktif sudah disetel",
  "All traffic of a company's phone goes through the company's own way.":
    "Semua lalu lintas ponsel perusahaan melewati jalan perusahaan sendiri.",
  "Nothing passes beside the always-on VPN": "Tidak ada yang lewat di luar VPN yang selalu aktif",
  "A gap of a second tells the network what was to be hidden.":
    "Celah satu detik memberi tahu jaringan apa yang seharusnya tersembunyi.",
  "The test for sign-in pages is as the phone came": "Uji halaman masuk masih seperti bawaan ponsel",
  "Whoever changes it learns when and where the phone goes online.":
    "Siapa yang mengubahnya tahu kapan dan di mana ponsel daring.",
  "The phone looks for no Wi-Fi while Wi-Fi is off": "Ponsel tidak mencari Wi-Fi saat Wi-Fi mati",
  "Looking tells others that the phone is there.": "Mencari memberi tahu orang lain bahwa ponsel ada di situ.",
  "The phone looks for no Bluetooth while Bluetooth is off": "Ponsel tidak mencari Bluetooth saat Bluetooth mati",
  "The rules of added apps demand encrypted connections": "Aturan aplikasi tambahan menuntut sambungan terenkripsi",
  "What is sent openly can be read and changed on the way.": "Yang dikirim terbuka bisa dibaca dan diubah di jalan.",
  "No open Wi-Fi network is remembered": "Tidak ada jaringan Wi-Fi terbuka yang diingat",
  "Anybody can give a network of that name, and the phone joins it.":
    "Siapa saja bisa membuat jaringan bernama sama, dan ponsel bergabung.",
  "In the list of saved Wi-Fi networks, has every one a password?":
    "Di daftar jaringan Wi-Fi tersimpan, apakah semuanya punya sandi?",
  "2G is off where the phone allows it": "2G dimatikan bila ponsel memungkinkan",
  "Calls and messages over 2G can be listened to with cheap equipment.":
    "Panggilan dan pesan lewat 2G bisa disadap dengan alat murah.",
  "In the settings of the SIM, is “allow 2G” off, or is 2G blocked by the network?":
    "Di setelan SIM, apakah “izinkan 2G” mati, atau 2G diblokir oleh jaringan?",
  "The phone's own hotspot asks for a password": "Hotspot ponsel meminta sandi",
  "Otherwise everybody nearby goes online in the owner's name.":
    "Jika tidak, semua orang di dekatnya daring atas nama pemilik.",
  "Is the hotspot off, or does it ask for a password with WPA2 or WPA3?":
    "Apakah hotspot mati, atau meminta sandi dengan WPA2 atau WPA3?",
  "No joining of networks by the phone's own choice": "Ponsel tidak bergabung ke jaringan atas pilihannya sendiri",
  "A network that the phone chooses is one that the owner did not.":
    "Jaringan yang dipilih ponsel bukan pilihan pemilik.",
  "In the Wi-Fi settings, is joining public networks automatically off?":
    "Di setelan Wi-Fi, apakah bergabung otomatis ke jaringan publik dimatikan?",
  "In the records of traffic, everything was encrypted": "Dalam rekaman lalu lintas, semuanya terenkripsi",
  "A rule is a promise; traffic shows whether it is kept.":
    "Aturan adalah janji; lalu lintas menunjukkan apakah ditepati.",
  Permissions: "Izin",
  "No added app follows where the phone is at all times":
    "Tidak ada aplikasi tambahan yang mengikuti keberadaan ponsel sepanjang waktu",
  "Places over time tell home, work, friends and doctors.":
    "Tempat-tempat dari waktu ke waktu menyingkap rumah, kerja, teman, dan dokter.",
  "No added app learns where the phone is": "Tidak ada aplikasi tambahan yang tahu di mana ponsel berada",
  "A place is more than most apps need.": "Tempat lebih dari yang diperlukan kebanyakan aplikasi.",
  "No added app uses the camera": "Tidak ada aplikasi tambahan yang memakai kamera",
  "Who needs no picture needs no camera.": "Yang tidak perlu gambar tidak perlu kamera.",
  "No added app uses the microphone": "Tidak ada aplikasi tambahan yang memakai mikrofon",
  "Who needs no sound needs no microphone.": "Yang tidak perlu suara tidak perlu mikrofon.",
  "No added app reads the address book": "Tidak ada aplikasi tambahan yang membaca buku alamat",
  "It is other people's data, too.": "Itu juga data orang lain.",
  "No added app reads the calendar": "Tidak ada aplikasi tambahan yang membaca kalender",
  "It tells where somebody will be, and with whom.":
    "Kalender menunjukkan di mana seseorang akan berada, dan dengan siapa.",
  "No added app reads the list of calls": "Tidak ada aplikasi tambahan yang membaca daftar panggilan",
  "It tells who speaks with whom.": "Daftar itu menunjukkan siapa berbicara dengan siapa.",
  "No added app reads or sends text messages": "Tidak ada aplikasi tambahan yang membaca atau mengirim SMS",
  "Codes for logging in come as messages.": "Kode masuk datang sebagai pesan.",
  "No added app makes calls or reads the phone number":
    "Tidak ada aplikasi tambahan yang menelepon atau membaca nomor telepon",
  "The number is a name that lasts for years.": "Nomor adalah nama yang bertahan bertahun-tahun.",
  "No added app reads all photos": "Tidak ada aplikasi tambahan yang membaca semua foto",
  "Pictures tell faces, places and papers.": "Foto menyingkap wajah, tempat, dan dokumen.",
  "No added app reads health and movement data": "Tidak ada aplikasi tambahan yang membaca data kesehatan dan gerak",
  "It is data of a special kind.": "Itu data jenis khusus.",
  "No added app looks for devices nearby": "Tidak ada aplikasi tambahan yang mencari perangkat di sekitar",
  "What is nearby tells where one is.": "Yang ada di sekitar menunjukkan di mana seseorang berada.",
  "The user can take back every permission": "Pengguna bisa menarik kembali setiap izin",
  "A permission that a manager fixed is out of the user's hands.":
    "Izin yang dikunci pengelola tidak di tangan pengguna.",
  "Pre-installed apps": "Aplikasi bawaan",
  "Facebook's services are not pre-installed": "Layanan Facebook tidak terpasang sebagai bawaan",
  "They hold rights that an installed app does not get.": "Layanan itu punya hak yang tidak didapat aplikasi biasa.",
  "No listed data collector is pre-installed": "Tidak ada pengumpul data di daftar yang terpasang sebagai bawaan",
  "It was chosen by the maker, not by the owner.": "Itu dipilih pembuat, bukan pemilik.",
  "Nothing removable is left of what came with the phone": "Tidak tersisa bawaan ponsel yang bisa dihapus",
  "What is not there cannot collect and needs no fixes.":
    "Yang tidak ada tidak bisa mengumpulkan dan tidak perlu perbaikan.",
  "Apps that came with the phone can be removed or disabled for the owner":
    "Aplikasi bawaan ponsel bisa dihapus atau dinonaktifkan oleh pemilik",
  "What can be removed is a choice.": "Yang bisa dihapus adalah pilihan.",
  "Could you remove or disable each app that you did not want, without losing the phone's own functions?":
    "Bisakah Anda menghapus atau menonaktifkan setiap aplikasi yang tidak Anda inginkan tanpa kehilangan fungsi ponsel sendiri?",
  "Promises of the maker": "Janji pembuat",
  "A certificate for this model and version is in the register of the body that gave it":
    "Sertifikat untuk model dan versi ini ada di daftar lembaga pemberinya",
  "A certificate is for one model and one version, and ends.":
    "Sertifikat berlaku untuk satu model dan satu versi, dan ada akhirnya.",
  "Did you find this model and version in the public register of a certification body, and is the entry still valid?":
    "Apakah Anda menemukan model dan versi ini di daftar publik lembaga sertifikasi, dan entrinya masih berlaku?",
  "The maker names the countries in which it stores data of owners of this region":
    "Pembuat menyebut negara tempat data pemilik di wilayah ini disimpan",
  "A promise of regional storage needs a place.": "Janji penyimpanan di wilayah memerlukan tempat.",
  "Does the maker's privacy notice name the countries in which data of your region is stored?":
    "Apakah pemberitahuan privasi pembuat menyebut negara tempat data wilayah Anda disimpan?",
  "A request for one's data was answered completely and in time":
    "Permintaan data diri dijawab lengkap dan tepat waktu",
  "What a maker holds, only the maker can tell, and must.":
    "Yang disimpan pembuat hanya bisa, dan harus, dikatakan pembuat.",
  "Did you ask the maker for your data, and was the answer complete and within a month?":
    "Apakah Anda meminta data Anda kepada pembuat, dan jawabannya lengkap serta dalam sebulan?",
  "The maker publishes how holes can be reported, and what was mended":
    "Pembuat mengumumkan cara melaporkan celah, dan apa yang diperbaiki",
  "Transparency can be checked.": "Keterbukaan bisa diperiksa.",
  "Does the maker publish an address for reports of vulnerabilities and bulletins of its fixes?":
    "Apakah pembuat mengumumkan alamat untuk laporan kerentanan dan buletin perbaikannya?",
  "Permissions of the apps that came with the phone can be withdrawn": "Izin aplikasi bawaan ponsel bisa ditarik",
  "A permission that cannot be taken back was not asked for.":
    "Izin yang tidak bisa ditarik kembali tidak pernah diminta.",
  "Could you withdraw each permission of the maker's own apps that you did not want, without losing the phone's own functions?":
    "Bisakah Anda menarik setiap izin aplikasi pembuat yang tidak Anda inginkan, tanpa kehilangan fungsi ponsel sendiri?",
  "In the records of traffic, everything that went to the maker was encrypted":
    "Dalam rekaman lalu lintas, semua yang menuju pembuat terenkripsi",
  "In the records of traffic, the maker's servers stood inside the region":
    "Dalam rekaman lalu lintas, server pembuat berada di dalam wilayah",
  "Where a server stands is the first thing that a promise of regional storage can be held against.":
    "Letak server adalah hal pertama untuk menguji janji penyimpanan di wilayah.",
  "In the records of traffic, nothing went to the maker's own trackers without a choice":
    "Dalam rekaman lalu lintas, tidak ada yang menuju pelacak milik pembuat tanpa pilihan",
  "The features for privacy that the maker names are on this model and work":
    "Fitur privasi yang disebut pembuat ada di model ini dan bekerja",
  "A feature of another model, or one that cannot be found, protects nobody.":
    "Fitur model lain, atau yang tidak bisa ditemukan, tidak melindungi siapa pun.",
  "Did you find and try on this phone each feature for privacy that the maker names for this model?":
    "Apakah Anda menemukan dan mencoba di ponsel ini setiap fitur privasi yang disebut pembuat untuk model ini?",
  "Special access": "Akses khusus",
  "No added app has accessibility access": "Tidak ada aplikasi tambahan yang punya akses aksesibilitas",
  "It reads what is on the screen and can press for the owner.":
    "Ia membaca isi layar dan bisa menekan atas nama pemilik.",
  "No added app reads all notifications": "Tidak ada aplikasi tambahan yang membaca semua notifikasi",
  "Messages and codes pass through it.": "Pesan dan kode melewatinya.",
  "No added app draws over other apps": "Tidak ada aplikasi tambahan yang tampil di atas aplikasi lain",
  "It can lay a false window over a real one.": "Ia bisa menaruh jendela palsu di atas yang asli.",
  "No added app sees which apps are used": "Tidak ada aplikasi tambahan yang melihat aplikasi apa yang dipakai",
  "What somebody uses, and when, is a picture of a life.":
    "Apa yang dipakai seseorang, dan kapan, adalah gambaran hidupnya.",
  "No added app reads and changes all files": "Tidak ada aplikasi tambahan yang membaca dan mengubah semua berkas",
  "Photos, downloads and documents lie open to it.": "Foto, unduhan, dan dokumen terbuka baginya.",
  "No added app changes system settings": "Tidak ada aplikasi tambahan yang mengubah setelan sistem",
  "Settings hold much of what protects the phone.": "Setelan memuat banyak hal yang melindungi ponsel.",
  "No added app records the screen without asking again":
    "Tidak ada aplikasi tambahan yang merekam layar tanpa bertanya lagi",
  "It sees passwords, messages and pictures.": "Ia melihat sandi, pesan, dan gambar.",
  "No added app is a device administrator": "Tidak ada aplikasi tambahan yang menjadi administrator perangkat",
  "It can lock the phone and keep itself from being removed.": "Ia bisa mengunci ponsel dan mencegah dirinya dihapus.",
  "No app owns the phone or a profile": "Tidak ada aplikasi yang memiliki ponsel atau profil",
  "Its owner decides over everything; on a private phone nobody should.":
    "Pemiliknya menentukan segalanya; di ponsel pribadi seharusnya tidak ada.",
  "The phone is managed by an organisation": "Ponsel dikelola oleh organisasi",
  "An organisation that answers for the data needs a way to set and enforce rules.":
    "Organisasi yang bertanggung jawab atas data perlu cara menetapkan dan menegakkan aturan.",
  "No added app fills in passwords": "Tidak ada aplikasi tambahan yang mengisi sandi",
  "It has to know all of them.": "Ia harus tahu semuanya.",
  "No added app serves as keyboard": "Tidak ada aplikasi tambahan yang menjadi papan ketik",
  "It sees everything that is typed.": "Ia melihat semua yang diketik.",
  "No added app handles text messages": "Tidak ada aplikasi tambahan yang menangani SMS",
  "It reads and hides codes and messages.": "Ia membaca dan menyembunyikan kode dan pesan.",
  "No added app handles phone calls": "Tidak ada aplikasi tambahan yang menangani panggilan telepon",
  "It knows who called whom, and can redirect.": "Ia tahu siapa menelepon siapa, dan bisa mengalihkan.",
  "No added app screens or redirects calls": "Tidak ada aplikasi tambahan yang menyaring atau mengalihkan panggilan",
  "Calls pass through it first.": "Panggilan melewatinya lebih dulu.",
  "The home screen came with the phone": "Layar utama adalah bawaan ponsel",
  "It decides which apps are shown.": "Layar itu menentukan aplikasi mana yang ditampilkan.",
  "The browser came with the phone": "Peramban adalah bawaan ponsel",
  "It sees every page.": "Peramban melihat setiap halaman.",
  "The assistant came with the phone": "Asisten adalah bawaan ponsel",
  "It hears, and may see the screen.": "Asisten mendengar, dan bisa jadi melihat layar.",
  "No added app is exempt from battery saving":
    "Tidak ada aplikasi tambahan yang dikecualikan dari penghematan baterai",
  "What runs all the time can watch all the time.": "Yang berjalan terus bisa mengawasi terus.",
  "No added app starts by itself": "Tidak ada aplikasi tambahan yang mulai dengan sendirinya",
  "It runs without having been opened.": "Ia berjalan tanpa pernah dibuka.",
  "No added app opens windows over the lock screen":
    "Tidak ada aplikasi tambahan yang membuka jendela di atas layar kunci",
  "It can show a false lock screen.": "Ia bisa menampilkan layar kunci palsu.",
  "No added app is pinned against being stopped":
    "Tidak ada aplikasi tambahan yang disematkan agar tidak bisa dihentikan",
  "It cannot be ended where it is pinned.": "Ia tidak bisa diakhiri di tempat ia disematkan.",
  "Stalkerware and spyware": "Stalkerware dan spyware",
  "No listed stalkerware is installed": "Tidak ada stalkerware di daftar yang terpasang",
  "It sends messages, places and calls to somebody who had the phone in hand.":
    "Ia mengirim pesan, tempat, dan panggilan kepada orang yang pernah memegang ponsel.",
  "No trace of documented spyware was found": "Tidak ditemukan jejak spyware yang terdokumentasi",
  "Traces of tools that states buy were published by those who found them.":
    "Jejak alat yang dibeli negara diumumkan oleh yang menemukannya.",
  "No file of an installed app is known as harmful": "Tidak ada berkas aplikasi terpasang yang dikenal berbahaya",
  "Somebody already looked into the same file.": "Seseorang sudah memeriksa berkas yang sama.",
  "No added app is built the way harmful apps are":
    "Tidak ada aplikasi tambahan yang dibangun seperti aplikasi berbahaya",
  "New harmful apps are in no list yet, and are built like the old ones.":
    "Aplikasi berbahaya yang baru belum ada di daftar, dan dibangun seperti yang lama.",
  "No app holds the set of powers that watching takes":
    "Tidak ada aplikasi yang memegang kumpulan kuasa untuk mengawasi",
  "Each power may have a reason; together, in an app from outside the stores, they are what watching takes.":
    "Setiap kuasa mungkin ada alasannya; bersama-sama, di aplikasi dari luar toko aplikasi, itulah yang diperlukan untuk mengawasi.",
  "Every added app can be seen": "Setiap aplikasi tambahan bisa dilihat",
  "An app without an icon is one that is not meant to be found.":
    "Aplikasi tanpa ikon tidak dimaksudkan untuk ditemukan.",
  "No listed app was removed shortly before": "Tidak ada aplikasi di daftar yang baru saja dihapus",
  "What was removed in the last days may have been there to watch.":
    "Yang dihapus beberapa hari terakhir mungkin ada untuk mengawasi.",
  Updates: "Pembaruan",
  "Android's security fixes are recent": "Perbaikan keamanan Android masih baru",
  "Holes are published with their fixes; a phone without the fixes has the holes.":
    "Celah diumumkan bersama perbaikannya; ponsel tanpa perbaikan punya celahnya.",
  "The fixes for chips and drivers are recent": "Perbaikan untuk cip dan driver masih baru",
  "Drivers have the highest rights and their own holes.": "Driver punya hak tertinggi dan celahnya sendiri.",
  "The Google Play system update is recent": "Pembaruan sistem Google Play masih baru",
  "Parts of Android are mended this way and no other.": "Sebagian Android diperbaiki hanya dengan cara ini.",
  "The Google Play services are recent": "Layanan Google Play masih baru",
  "They hold much of what protects apps and accounts.": "Di dalamnya ada banyak hal yang melindungi aplikasi dan akun.",
  "The WebView is recent": "WebView masih baru",
  "It shows web pages within other apps, and what is in a web page is outside text.":
    "WebView menampilkan halaman web di dalam aplikasi lain, dan isi halaman web berasal dari luar.",
  "This version of Android still gets fixes": "Versi Android ini masih mendapat perbaikan",
  "After that, holes stay open for good.": "Setelah itu, celah terbuka untuk selamanya.",
  "Automatic system updates are not switched off": "Pembaruan sistem otomatis tidak dimatikan",
  "Fixes that wait for somebody to think of them come late.":
    "Perbaikan yang menunggu diingat seseorang datang terlambat.",
  "The apps that bring updates are switched on": "Aplikasi yang membawa pembaruan aktif",
  "Without them no fix arrives, and nobody is told.":
    "Tanpanya perbaikan tidak datang, dan tidak ada yang diberi tahu.",
  "The maker says until when this model gets fixes, and the day lies ahead":
    "Pembuat menyebut sampai kapan model ini mendapat perbaikan, dan harinya masih di depan",
  "A promise with a date can be checked; one without cannot.":
    "Janji dengan tanggal bisa diperiksa; yang tanpa tanggal tidak.",
  "Does the maker publish an end date of security updates for this model, and is it in the future?":
    "Apakah pembuat mengumumkan tanggal akhir pembaruan keamanan untuk model ini, dan tanggalnya di masa depan?",
  "No hole that is known to be exploited stands open":
    "Tidak ada celah yang diketahui dieksploitasi yang masih terbuka",
  "Somebody already uses it.": "Seseorang sudah memakainya.",
  "No published fix is missing": "Tidak ada perbaikan terbit yang kurang",
  "Each fix that is missing is a hole that everybody can read about.":
    "Setiap perbaikan yang kurang adalah celah yang bisa dibaca semua orang.",
  "The kernel gets its fixes": "Kernel mendapat perbaikannya",
  "The kernel is beneath every border between apps.": "Kernel berada di bawah setiap batas antaraplikasi.",
  "The newest build for this model is installed": "Versi terbaru untuk model ini sudah terpasang",
  "What the maker has mended already should be on the phone.":
    "Yang sudah diperbaiki pembuat seharusnya ada di ponsel.",
  "The maker still brings out builds for this model": "Pembuat masih mengeluarkan versi untuk model ini",
  "After the last one, holes stay open for good.": "Setelah yang terakhir, celah terbuka untuk selamanya.",
  "Users and profiles": "Pengguna dan profil",
  "There is no guest user": "Tidak ada pengguna tamu",
  "A guest's apps run beside the owner's.": "Aplikasi tamu berjalan di samping aplikasi pemilik.",
  "There is no other user": "Tidak ada pengguna lain",
  "Somebody else's place on the phone is out of the owner's sight.":
    "Tempat orang lain di ponsel berada di luar pandangan pemilik.",
  "There is no private space": "Tidak ada ruang pribadi",
  "A company cannot answer for what it cannot see.":
    "Perusahaan tidak bisa bertanggung jawab atas yang tidak dilihatnya.",
  "There is no second space": "Tidak ada ruang kedua",
  "A second phone within the phone is out of sight.": "Ponsel kedua di dalam ponsel berada di luar pandangan.",
  "There are no second copies of apps": "Tidak ada salinan kedua aplikasi",
  "A second copy runs in a place of its own.": "Salinan kedua berjalan di tempatnya sendiri.",
  "There is no work profile": "Tidak ada profil kerja",
  "On a private phone, somebody who manages a profile is a guest who has to be known.":
    "Di ponsel pribadi, pengelola profil adalah tamu yang harus dikenal.",
  "Work is kept in a profile of its own, or the whole phone is managed":
    "Pekerjaan disimpan di profil sendiri, atau seluruh ponsel dikelola",
  "Private apps then see nothing of work.": "Dengan begitu aplikasi pribadi tidak melihat apa pun dari pekerjaan.",
  "It rests on what the phone says of itself over ADB, without root: a changed system can say what it likes unless hardware vouches for it.":
    "Ini bertumpu pada yang dikatakan ponsel tentang dirinya lewat ADB, tanpa root: sistem yang diubah bisa mengatakan apa saja kecuali perangkat keras menjaminnya.",
  "It is one look at one time. What happened before and what happens afterwards is not in it.":
    "Ini satu pandangan pada satu waktu. Yang terjadi sebelum dan sesudahnya tidak termasuk.",
  "What neither a check nor a person's answer could decide is not determinable, and never counted as satisfied.":
    "Yang tidak bisa diputuskan pemeriksaan maupun jawaban orang tidak dapat ditentukan, dan tidak pernah dihitung terpenuhi.",
  "Company phone": "Ponsel perusahaan",
  "Whoever answers for the phones of an organisation.":
    "Siapa pun yang bertanggung jawab atas ponsel suatu organisasi.",
  "One phone with an organisation's data on it, managed as a whole or by a work profile.":
    "Satu ponsel berisi data organisasi, dikelola seluruhnya atau lewat profil kerja.",
  "Rules that only a management server can set and report are asked of a person.":
    "Aturan yang hanya bisa disetel dan dilaporkan server pengelolaan ditanyakan kepada orang.",
  "It does not replace the organisation's own rules, nor an audit by them.":
    "Ini tidak menggantikan aturan organisasi sendiri, maupun audit menurut aturan itu.",
  Owner: "Pemilik",
  "Somebody who wants to know how their own phone stands.": "Siapa pun yang ingin tahu keadaan ponselnya sendiri.",
  "One privately owned phone in everyday use: encryption, start, lock screen, updates, apps, special access, network and collection.":
    "Satu ponsel pribadi untuk pemakaian sehari-hari: enkripsi, awal jalan, layar kunci, pembaruan, aplikasi, akses khusus, jaringan, dan pengumpulan data.",
  "Person at risk": "Orang yang terancam",
  "Journalists, activists, lawyers, and people who live with or have left somebody who controls them; and whoever helps them.":
    "Wartawan, aktivis, pengacara, dan orang yang hidup bersama atau telah meninggalkan orang yang mengendalikannya; serta siapa pun yang menolong mereka.",
  "One privately owned phone that somebody may want to watch, take or break into. Stricter than the profile “owner”.":
    "Satu ponsel pribadi yang mungkin ingin diawasi, diambil, atau dibobol seseorang. Lebih ketat daripada profil “Pemilik”.",
  "Spyware that leaves no listed trace is not found. Where the danger is great, ask an organisation that helps people at risk.":
    "Spyware yang tidak meninggalkan jejak terdaftar tidak ditemukan. Bila bahayanya besar, mintalah bantuan organisasi yang menolong orang terancam.",
  "Before anything is changed: whoever watches may notice, and evidence may be lost.":
    "Sebelum apa pun diubah: yang mengawasi mungkin menyadarinya, dan bukti bisa hilang.",
  "Claims of the maker": "Pernyataan pembuat",
  "Owners, testers of products, and authorities who want to know which promises of a phone's maker can be verified.":
    "Pemilik, penguji produk, dan pihak berwenang yang ingin tahu janji pembuat ponsel mana yang bisa diverifikasi.",
  "Each promise with the controls that would show it: verified, contradicted, or not determinable.":
    "Setiap janji dengan kontrol yang akan menunjukkannya: terverifikasi, terbantah, atau tidak dapat ditentukan.",
  "“Verified” means that all controls named for a promise were satisfied, and no more than that. “Contradicted” means that one was not, on this phone as it is set now: the owner may have set it so.":
    "“Terverifikasi” berarti semua kontrol yang disebut untuk suatu janji terpenuhi, dan tidak lebih dari itu. “Terbantah” berarti satu tidak terpenuhi, di ponsel ini dengan setelannya sekarang: mungkin pemilik yang menyetelnya begitu.",
  "What is stored on the phone is encrypted.": "Yang tersimpan di ponsel dienkripsi.",
  "What the phone says of its encryption. Whether keys lie in hardware is only shown by an attestation or the maker's documents.":
    "Yang dikatakan ponsel tentang enkripsinya. Apakah kunci ada di perangkat keras hanya ditunjukkan atestasi atau dokumen pembuat.",
  "What the phone sends is encrypted.": "Yang dikirim ponsel dienkripsi.",
  "Records of traffic, where they were given, and in them what went to companies of the maker's name. Without records, what is sent was not seen.":
    "Rekaman lalu lintas, bila diberikan, dan di dalamnya yang menuju perusahaan bernama pembuat. Tanpa rekaman, yang dikirim tidak terlihat.",
  "Data of owners of a region is stored in that region.": "Data pemilik di suatu wilayah disimpan di wilayah itu.",
  "Where the maker's servers stood, by records of traffic, and what the maker states. What a server passes on cannot be seen from the phone.":
    "Letak server pembuat menurut rekaman lalu lintas, dan pernyataan pembuat. Yang diteruskan server tidak terlihat dari ponsel.",
  "The owner decides what apps may do.": "Pemilik menentukan apa yang boleh dilakukan aplikasi.",
  "Whether a manager fixed permissions, and whether those of the maker's own apps can be withdrawn. What an owner allowed says nothing of the promise.":
    "Apakah pengelola mengunci izin, dan apakah izin aplikasi pembuat bisa ditarik. Yang diizinkan pemilik tidak berkata apa-apa tentang janji ini.",
  "The phone gets security fixes in time and for years.":
    "Ponsel mendapat perbaikan keamanan tepat waktu dan bertahun-tahun.",
  "The levels that the phone reports, and the end date that the maker publishes. Levels are the maker's statement. Where a newer system waits to be installed, the delay is the owner's.":
    "Tingkat yang dilaporkan ponsel, dan tanggal akhir yang diumumkan pembuat. Tingkat adalah pernyataan pembuat. Bila sistem yang lebih baru menunggu dipasang, keterlambatan ada pada pemilik.",
  "The phone starts only its maker's system.": "Ponsel hanya menjalankan sistem pembuatnya.",
  "What the phone reports of its start; only an attestation by hardware (candor attest) proves it.":
    "Yang dilaporkan ponsel tentang awal jalannya; hanya atestasi perangkat keras yang membuktikannya.",
  "Features of the phone protect the owner's privacy.": "Fitur ponsel melindungi privasi pemilik.",
  "What the owner tried. Which features are in use is the owner's choice, and stands beside the promises: shared places, notifications, private DNS.":
    "Yang dicoba pemilik. Fitur mana yang dipakai adalah pilihan pemilik dan berdiri di samping janji: tempat yang dibagikan, notifikasi, DNS pribadi.",
  "Data is collected only with consent, which can be refused and taken back.":
    "Data hanya dikumpulkan dengan persetujuan, yang bisa ditolak dan ditarik kembali.",
  "Records of traffic around a choice, and what the owner saw while setting the phone up. A switch that is on does not tell whether somebody agreed to it.":
    "Rekaman lalu lintas di sekitar suatu pilihan, dan yang dilihat pemilik saat menyiapkan ponsel. Sakelar yang aktif tidak menunjukkan apakah seseorang menyetujuinya.",
  "Apps that came with the phone can be removed.": "Aplikasi bawaan ponsel bisa dihapus.",
  "What the owner could remove. That an app is still there does not tell that it cannot be removed.":
    "Yang bisa dihapus pemilik. Aplikasi yang masih ada tidak berarti tidak bisa dihapus.",
  "The maker tells what it collects, what it mends, and what it holds about an owner.":
    "Pembuat menyebutkan apa yang dikumpulkan, apa yang diperbaiki, dan apa yang disimpan tentang pemilik.",
  "Documents and answers of the maker: nothing of it is on the phone.":
    "Dokumen dan jawaban pembuat: tidak satu pun ada di ponsel.",
  "The phone is certified.": "Ponsel tersertifikasi.",
  "A register of the body that gave the certificate, for this model and version. Candor certifies nothing.":
    "Daftar lembaga pemberi sertifikat, untuk model dan versi ini. Candor tidak mensertifikasi apa pun.",
  "Uraniborg's preloaded app risk score, with Google's services counted":
    "Skor risiko aplikasi bawaan Uraniborg, dengan layanan Google dihitung",
  "score = 6 × added/all (apps with the system's own key) + 3 × added/all (weights of granted permissions of other apps) + 1 × added/all (apps that may send without encryption); added is what the baseline has not. Weights of permissions: 100, 10, 7.5, 5, 2.5.":
    "skor = 6 × luar/semua (aplikasi dengan kunci sistem sendiri) + 3 × luar/semua (bobot izin yang diberikan pada aplikasi lain) + 1 × luar/semua (aplikasi yang boleh mengirim tanpa enkripsi); luar adalah yang tidak ada di patokan. Bobot izin: 100, 10, 7,5, 5, 2,5.",
  "Only packages of the system image are counted, so that apps of the owner change nothing.":
    "Hanya paket citra sistem yang dihitung, sehingga aplikasi pemilik tidak mengubah apa pun.",
  "Whether apps may send without encryption is not in Android's package dump: the score is a range.":
    "Apakah aplikasi boleh mengirim tanpa enkripsi tidak ada dalam keluaran paket Android: skornya berupa rentang.",
  "Permissions that are given by app-ops are not counted, and stores and safety information of makers are not left out.":
    "Izin yang diberikan lewat app-ops tidak dihitung, dan toko aplikasi serta informasi keselamatan pembuat tidak dikecualikan.",
  "Whose key an app is signed with is told by the short digest that Android prints.":
    "Kunci siapa yang menandatangani aplikasi diketahui dari intisari pendek yang dicetak Android.",
  "Apps signed with the system's own key": "Aplikasi yang ditandatangani dengan kunci sistem sendiri",
  "Granted permissions of weight, in other apps": "Izin berbobot yang diberikan, pada aplikasi lain",
  "Apps that may send without encryption": "Aplikasi yang boleh mengirim tanpa enkripsi",
  "The phone's digests of keys do not tell the system's own apps from others.":
    "Intisari kunci dari ponsel tidak membedakan aplikasi sistem sendiri dari yang lain.",
  "The packages could not be read in detail.": "Paket tidak dapat dibaca secara rinci.",
  "The version of Android could not be read.": "Versi Android tidak dapat dibaca.",
  "The phone does not tell the digest of the system's own key.":
    "Ponsel tidak memberikan intisari kunci sistem sendiri.",
  "The method has a baseline here only for API levels {levels}.":
    "Di sini metode ini hanya punya patokan untuk tingkat API {levels}.",
  "No records of traffic were given.": "Tidak ada rekaman lalu lintas yang diberikan.",
  "This report holds no answer to the question.": "Laporan ini tidak memuat jawaban atas pertanyaan itu.",
  "Everything that the records show was encrypted": "Semua yang ditunjukkan rekaman terenkripsi",
  "The records show connections without encryption": "Rekaman menunjukkan sambungan tanpa enkripsi",
  "Nothing went to a tracker before a choice or after a refusal, in these records":
    "Dalam rekaman ini, tidak ada yang menuju pelacak sebelum pilihan atau setelah penolakan",
  "The records show connections to trackers before a choice or after a refusal":
    "Rekaman menunjukkan sambungan ke pelacak sebelum pilihan atau setelah penolakan",
  "Every server that the records show stood where it should":
    "Setiap server yang ditunjukkan rekaman berada di tempat yang semestinya",
  "The records show servers that stood elsewhere": "Rekaman menunjukkan server yang berada di tempat lain",
  "The records of traffic hold no such connection.": "Rekaman lalu lintas tidak memuat sambungan seperti itu.",
  "The records do not tell of {count} connections whether they were encrypted.":
    "Rekaman tidak menunjukkan dari {count} sambungan apakah terenkripsi.",
  "Nobody marked in the records when a choice was made.": "Tidak ada yang menandai dalam rekaman kapan pilihan dibuat.",
  "It is not known of {count} connections where the server stood, or whether the law's assurance covers it.":
    "Tidak diketahui dari {count} sambungan di mana servernya berada, atau apakah jaminan hukum mencakupnya.",
  "Was everything encrypted that the records of traffic show?":
    "Apakah semua yang ditunjukkan rekaman lalu lintas terenkripsi?",
  "Did nothing go to a tracker before a choice was made, or after it was refused?":
    "Apakah tidak ada yang menuju pelacak sebelum pilihan dibuat, atau setelah ditolak?",
  "Was everything encrypted that the records of traffic show to the phone's maker?":
    "Apakah semua yang ditunjukkan rekaman lalu lintas menuju pembuat ponsel terenkripsi?",
  "Did every server of the phone's maker that the records of traffic show stand inside the region?":
    "Apakah setiap server pembuat ponsel yang ditunjukkan rekaman lalu lintas berada di dalam wilayah?",
  "Did nothing go to the maker's own trackers before a choice was made, or after it was refused?":
    "Apakah tidak ada yang menuju pelacak milik pembuat sebelum pilihan dibuat, atau setelah ditolak?",
  "Did every server stand where the law of the region gives assurance?":
    "Apakah setiap server berada di tempat yang dijamin hukum wilayah?",
  "{host}: {count} connections": "{host}: {count} sambungan",
  "{host} ({company}): {count} connections": "{host} ({company}): {count} sambungan",
};
