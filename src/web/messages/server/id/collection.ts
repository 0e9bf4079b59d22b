import type { Phrases } from "../../check-texts.ts";

/** Switches by which phones collect: what each sends, to whom, and what it does not stop. */
export const collection: Phrases = {
  "which screens and apps are used, when and for how long, with numbers that name the phone":
    "layar dan aplikasi mana yang dipakai, kapan dan berapa lama, dengan nomor yang mengenali ponsel",
  "At least 18 files of the system's services send events to com.miui.analytics, and some of them without asking this switch.":
    "Setidaknya 18 file layanan sistem mengirim peristiwa ke com.miui.analytics, dan sebagian tanpa menanyakan sakelar ini.",
  "Open Settings and search for “User Experience Program” and switch it off.":
    "Buka Setelan, cari “Program Pengalaman Pengguna”, dan matikan.",
  "logs of crashes and of use, with numbers that name the phone":
    "log kerusakan dan pemakaian, dengan nomor yang mengenali ponsel",
  "The services that record faults keep running on the phone.":
    "Layanan yang mencatat kesalahan tetap berjalan di ponsel.",
  "Open Settings and search for “Send usage and diagnostic data” and switch it off.":
    "Buka Setelan, cari “Kirim data penggunaan dan diagnostik”, dan matikan.",
  "Personalised ad recommendations (Ad services)": "Rekomendasi iklan yang dipersonalisasi (Layanan iklan)",
  "what is used, read and bought in Xiaomi's apps, for advertising that is chosen by it":
    "apa yang dipakai, dibaca, dan dibeli di aplikasi Xiaomi, untuk memilih iklan berdasarkan itu",
  "Xiaomi and its advertisers": "Xiaomi dan pengiklannya",
  "Advertising stays, and is to be chosen without that record.":
    "Iklan tetap ada, dan seharusnya dipilih tanpa catatan itu.",
  "System advertising of the Mi account": "Iklan sistem dari akun Mi",
  "use of Xiaomi's services under the name of the account, for advertising":
    "pemakaian layanan Xiaomi atas nama akun, untuk iklan",
  "What the account itself keeps on Xiaomi's servers, and its advertising on other devices.":
    "Apa yang disimpan akun itu sendiri di server Xiaomi, dan iklannya di perangkat lain.",
  "Web links may start apps": "Tautan web boleh memulai aplikasi",
  "that you follow a link, told to the app or shop that it starts and that may know who you are":
    "bahwa Anda mengikuti tautan, diberitahukan kepada aplikasi atau toko yang dimulainya dan yang mungkin tahu siapa Anda",
  "companies whose apps a page starts": "perusahaan yang aplikasinya dimulai oleh halaman",
  "Pages can still tell who you are by other means.": "Halaman masih dapat mengenali Anda dengan cara lain.",
  "Location in photos that are shared": "Lokasi di foto yang dibagikan",
  "where a photo was taken, to a few metres": "tempat foto diambil, sampai beberapa meter",
  "whoever gets the photo": "siapa pun yang menerima foto",
  "It counts for what is shared through Xiaomi's own share screen. Files that are copied keep the place.":
    "Ini berlaku untuk yang dibagikan lewat layar berbagi Xiaomi sendiri. File yang disalin tetap menyimpan tempatnya.",
  "When you share a photo, open the options of the share screen and let the location be removed.":
    "Saat membagikan foto, buka opsi layar berbagi dan minta lokasinya dihapus.",
  "Camera data in photos that are shared": "Data kamera di foto yang dibagikan",
  "the model of the phone, the time and the settings of the camera": "model ponsel, waktu, dan setelan kamera",
  "It counts for what is shared through Xiaomi's own share screen. Files that are copied keep it.":
    "Ini berlaku untuk yang dibagikan lewat layar berbagi Xiaomi sendiri. File yang disalin tetap menyimpannya.",
  "When you share a photo, open the options of the share screen and let the camera data be removed.":
    "Saat membagikan foto, buka opsi layar berbagi dan minta data kameranya dihapus.",
  "Xiaomi's advertising identifier": "Pengenal iklan Xiaomi",
  "a number by which advertisers recognise the phone in every app that asks for it":
    "nomor yang dipakai pengiklan untuk mengenali ponsel di setiap aplikasi yang memintanya",
  "apps and advertisers": "aplikasi dan pengiklan",
  "What was recorded under the old number stays.": "Apa yang tercatat dengan nomor lama tetap ada.",
  "Open Settings and search for “Ad services” and reset the identifier from time to time.":
    "Buka Setelan, cari “Layanan iklan”, dan setel ulang pengenalnya dari waktu ke waktu.",
  "Authorisation of MSA (MIUI System Ads)": "Otorisasi MSA (Iklan Sistem MIUI)",
  "what advertising of the system needs: identifiers of the phone and what is done in Xiaomi's apps":
    "apa yang diperlukan iklan sistem: pengenal ponsel dan apa yang dilakukan di aplikasi Xiaomi",
  "The app stays on the phone. To put it away: candor preinstalled remove com.miui.msa.global":
    "Aplikasinya tetap di ponsel. Untuk menyingkirkannya: candor preinstalled remove com.miui.msa.global",
  "Switch the network on: revoking asks Xiaomi's servers.": "Nyalakan jaringan: pencabutan menanyakan server Xiaomi.",
  "Open Settings > Passwords & security > Authorisation & revocation, and switch msa off.":
    "Buka Setelan > Sandi & keamanan > Otorisasi & pencabutan, dan matikan msa.",
  "If it answers that it could not be revoked, wait ten seconds and try again; several tries may be needed.":
    "Jika dijawab tidak dapat dicabut, tunggu sepuluh detik dan coba lagi; mungkin perlu beberapa kali.",
  "Recommendations inside of Xiaomi's apps": "Rekomendasi di dalam aplikasi Xiaomi",
  "which of them is opened, so that advertising can be shown in it":
    "mana di antaranya yang dibuka, supaya iklan dapat ditampilkan di dalamnya",
  "Each app has a switch of its own, and updates have been seen to bring new ones.":
    "Tiap aplikasi punya sakelar sendiri, dan pembaruan pernah terlihat membawa yang baru.",
  "In Themes, File Manager, Downloads, Music, Security and Mi Browser: open the app's settings and switch “Recommendations” or “Receive recommendations” off.":
    "Di Tema, Pengelola File, Download, Musik, Keamanan, dan Mi Browser: buka setelan aplikasinya dan matikan “Rekomendasi” atau “Terima rekomendasi”.",
  "Usage & diagnostics": "Penggunaan & diagnostik",
  "how often apps are used, how battery and network do, and what crashed":
    "seberapa sering aplikasi dipakai, keadaan baterai dan jaringan, dan apa yang rusak",
  "Play services go on telling Google what phone this is and which apps it has.":
    "Layanan Play tetap memberi tahu Google ponsel apa ini dan aplikasi apa saja yang ada.",
  "Offer to report crashes of apps": "Tawaran melaporkan kerusakan aplikasi",
  "what an app was doing when it crashed, when you accept the offer":
    "apa yang sedang dilakukan aplikasi saat rusak, jika Anda menerima tawaran itu",
  "the installer of the app (Google for the Play Store), or the maker of the system":
    "pemasang aplikasi (Google untuk Play Store), atau pembuat sistem",
  "Apps with a crash reporter of their own send their reports without it.":
    "Aplikasi yang punya pelapor kerusakan sendiri mengirim laporannya tanpa ini.",
  "Google's advertising ID": "ID iklan Google",
  "Apps can recognise the phone by other signs.": "Aplikasi dapat mengenali ponsel dari tanda lain.",
  "Google Location Accuracy": "Akurasi Lokasi Google",
  "which Wi-Fi networks and mobile cells are around the phone, what its sensors tell, and where it is":
    "jaringan Wi-Fi dan sel seluler apa yang ada di sekitar ponsel, apa kata sensornya, dan di mana ponsel berada",
  "Apps that may know the place can send it themselves.":
    "Aplikasi yang boleh tahu tempatnya dapat mengirimkannya sendiri.",
  "Open Settings > Location > Location services > Google Location Accuracy and switch it off. Finding the place indoors gets slower.":
    "Buka Setelan > Lokasi > Layanan lokasi > Akurasi Lokasi Google dan matikan. Menemukan tempat di dalam ruangan jadi lebih lambat.",
  "Web & App Activity and Timeline of the Google account": "Aktivitas Web & Aplikasi dan Linimasa akun Google",
  "searches, places, and what is done in Google's and other apps":
    "pencarian, tempat, dan apa yang dilakukan di aplikasi Google dan lainnya",
  "It is a choice of the account, and counts for every device that is signed in.":
    "Ini pilihan akun, dan berlaku untuk setiap perangkat yang login.",
  "Open myactivity.google.com/activitycontrols with the account, and pause what you do not want kept.":
    "Buka myactivity.google.com/activitycontrols dengan akun itu, dan jeda yang tidak ingin Anda simpan.",
  "Improve harmful app detection (Play Protect)": "Tingkatkan deteksi aplikasi berbahaya (Play Protect)",
  "copies of apps that Google does not know yet": "salinan aplikasi yang belum dikenal Google",
  "Play Protect itself stays on, and should: it stops known harmful apps.":
    "Play Protect sendiri tetap menyala, dan memang seharusnya: fitur itu menghentikan aplikasi berbahaya yang dikenal.",
  "Open the Play Store > your picture > Play Protect > the cog, and switch “Improve harmful app detection” off.":
    "Buka Play Store > foto Anda > Play Protect > roda gigi, dan matikan “Tingkatkan deteksi aplikasi berbahaya”.",
  "Parts of Xiaomi's system send events to com.miui.analytics with a mark that exempts them from the User Experience Program (window manager, memory, watchdog, power, GNSS). Without that app they have no receiver: candor preinstalled show com.miui.analytics":
    "Bagian dari sistem Xiaomi mengirim peristiwa ke com.miui.analytics dengan tanda yang mengecualikannya dari Program Pengalaman Pengguna (pengelola jendela, memori, watchdog, daya, GNSS). Tanpa aplikasi itu tidak ada penerimanya: candor preinstalled show com.miui.analytics",
  "System services of HyperOS 1 (Android 14, OS1.0.4)": "Layanan sistem HyperOS 1 (Android 14, OS1.0.4)",
  "The system asks control.preload.xiaomi.com which pre-installed apps to remove, and tells a hash of the IMEI, the model, the version and the region.":
    "Sistem menanyakan kepada control.preload.xiaomi.com aplikasi bawaan mana yang harus dihapus, dan memberi tahu hash IMEI, model, versi, dan wilayah.",
  "On phones with the system for China, Settings, Phone, Messages and Camera were seen to report being opened, whatever had been chosen.":
    "Di ponsel dengan sistem untuk Tiongkok, Setelan, Telepon, Pesan, dan Kamera terlihat melaporkan saat dibuka, apa pun yang telah dipilih.",
  "On a phone of Xiaomi's whose owner declined all that was offered to be declined, apps of the system reported to Xiaomi which screens of apps were seen, when and for how long.":
    "Di ponsel Xiaomi yang pemiliknya menolak semua yang dapat ditolak, aplikasi sistem melaporkan kepada Xiaomi layar aplikasi mana yang dilihat, kapan dan berapa lama.",
  "Google's Play services sent identifiers of the phone and of the SIM, with all declined that was offered to be declined.":
    "Layanan Play Google mengirim pengenal ponsel dan SIM, dengan semua yang dapat ditolak sudah ditolak.",
};
