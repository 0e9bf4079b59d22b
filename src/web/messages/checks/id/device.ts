import type { CheckTexts } from "../../check-texts.ts";

export const device: CheckTexts = {
  "adb-authorised-keys": {
    question: "Apakah ada komputer yang diizinkan memakai ADB di ponsel ini?",
    pass: "Tidak ada komputer yang diizinkan memakai ADB",
    fail: "Ada komputer yang diizinkan memakai ADB",
    why: "Setiap komputer ini dapat menyambung tanpa bertanya begitu debugging menyala dan ponsel dalam jangkauan.",
    advice:
      "Komputer Anda sendiri salah satunya. Jika ada yang lain, cabut semuanya: masing-masing akan bertanya lagi saat menyambung.",
    messages: {
      nameless: "Komputer tanpa nama boleh memakai ADB (kunci {fingerprint}).",
      key: "Komputer bernama {computer} boleh memakai ADB (kunci {fingerprint}).",
      old: "Komputer bernama {computer} boleh memakai ADB (kunci {fingerprint}), padahal tidak menyambung selama {days} hari.",
    },
  },
  "adb-keys-expiry": {
    question: "Apakah izin ADB komputer yang tidak dipakai kedaluwarsa?",
    pass: "Izin ADB komputer yang tidak dipakai kedaluwarsa",
    fail: "Izin ADB komputer kedaluwarsa terlambat atau tidak pernah",
    why: "Sejak Android 11, komputer yang tidak menyambung selama tujuh hari harus bertanya lagi. Tanpa batas waktu itu, komputer yang pernah diizinkan tetap diizinkan selamanya.",
    advice: "Nyalakan lagi batas waktunya.",
    messages: {
      never: "Komputer yang boleh memakai ADB tetap diizinkan selamanya.",
      long: "Komputer yang boleh memakai ADB tetap diizinkan selama {days} hari tanpa dipakai; biasanya tujuh.",
    },
  },
  "adb-over-tcp": {
    question: "Apakah port jaringan lama ADB (biasanya 5555) tertutup?",
    pass: "Port jaringan lama ADB (biasanya 5555) tertutup",
    fail: "ADB menunggu di port jaringan",
    why: "Setiap perangkat di jaringan yang sama dapat mengetuk port ini. Di ponsel lama, dan untuk komputer yang pernah diizinkan, port terbuka tanpa bertanya.",
    advice: "Tutup: mulai ulang ponsel, atau matikan lalu nyalakan debugging.",
    messages: {
      listens: "ADB menunggu di port TCP {port}.",
      set: "ADB disetel ke port TCP {port}, tetapi layanannya tidak berjalan sekarang.",
    },
  },
  "adb-over-usb": {
    question: "Apakah debugging USB mati?",
    pass: "Debugging USB mati",
    fail: "Debugging USB menyala",
    why: "Siapa pun yang memegang ponsel tak terkunci dan kabel dapat memasang aplikasi dan membaca sebagian besar data, jika ponsel pernah mengizinkan komputernya.",
    advice: "Candor sendiri memerlukannya saat memeriksa ponsel. Matikan setelah Anda selesai.",
    messages: { on: "Debugging USB menyala." },
  },
  "adb-wireless": {
    question: "Apakah debugging nirkabel mati?",
    pass: "Debugging nirkabel mati",
    fail: "Debugging nirkabel menyala",
    why: "Komputer yang pernah dipasangkan dapat menyambung lewat Wi-Fi, tanpa kabel dan tanpa bertanya. Aplikasi mata-mata memasangkan dirinya begini untuk mendapat kuasa lebih.",
    advice: "Matikan, dan hapus perangkat terpasang yang tidak Anda kenal.",
    messages: {
      on: "Debugging nirkabel menyala.",
      server: "Layanan debugging nirkabel disetel untuk berjalan.",
    },
  },
  "advanced-protection": {
    question: "Apakah Perlindungan Lanjutan Android menyala?",
    pass: "Perlindungan Lanjutan menyala",
    fail: "Perlindungan Lanjutan mati",
    why: "Bagi orang yang mungkin diserang, Android 16 menggabungkan setelan paling ketatnya dalam satu sakelar: tanpa aplikasi dari sumber tak dikenal, tanpa 2G, tanpa data lewat USB saat terkunci, dan catatan penyusupan.",
    advice:
      "Nyalakan jika Anda jurnalis, aktivis, atau mungkin diserang, dan tidak memerlukan aplikasi dari tempat lain.",
    messages: { off: "Perlindungan Lanjutan mati." },
  },
  "app-lock-state": {
    question: "Apakah kunci aplikasi Xiaomi menyala?",
    pass: "Kunci aplikasi menyala",
    fail: "Kunci aplikasi mati",
    why: "Kunci aplikasi bertanya lagi sebelum aplikasi pilihan dibuka, sehingga orang yang memegang ponsel tak terkunci tidak membaca pesan atau email. Ini kunci, bukan enkripsi. Aplikasi mana yang dijaganya tidak diberitahukan kepada komputer.",
    advice:
      "Nyalakan untuk aplikasi pesan, email, galeri, dan bank jika orang lain memegang ponsel Anda yang tak terkunci.",
    messages: {
      set: "Kunci aplikasi mati untuk {user}.",
      unset: "Kunci aplikasi mati untuk {user}.",
    },
  },
  "backup-state": {
    question: "Apakah cadangan Android menyala?",
    pass: "Cadangan Android menyala",
    fail: "Cadangan Android mati",
    why: "Tanpa cadangan, ponsel yang hilang, rusak, atau terhapus membawa serta datanya. Cadangan Android hanya salah satu cara; komputer atau cloud pembuat adalah cara lain, dan tidak terlihat di sini.",
    advice: "Jika tidak ada cadangan lain, nyalakan ini, atau salin yang penting ke tempat yang Anda kuasai.",
    messages: { off: "Cadangan Android mati untuk {user}." },
  },
  "backup-transport": {
    question: "Apakah cadangan Android tetap di ponsel?",
    pass: "Cadangan tetap di ponsel",
    fail: "Cadangan meninggalkan ponsel",
    why: "Cadangan berisi data aplikasi, setelan, daftar aplikasi, sering juga pesan dan panggilan. Penyimpannya dapat diminta menyerahkannya.",
    advice: "Ketahui siapa yang menyimpan salinannya, dan pastikan kunci layar terpasang, karena itu melindunginya.",
    messages: {
      known: "Cadangan {user} dikirim ke {place}.",
      unknown: "Cadangan {user} dibawa oleh {transport}; ke mana, tidak diketahui di sini.",
    },
  },
  "choices-hold": {
    question: "Apakah yang Anda pilih untuk ponsel ini dengan Candor masih berlaku?",
    pass: "Yang Anda pilih untuk ponsel ini dengan Candor masih berlaku",
    fail: "Sesuatu yang Anda pilih untuk ponsel ini dengan Candor kembali seperti semula",
    why: "Pembaruan sistem dan aplikasi pernah terlihat mengembalikan aplikasi yang dihapus dan menyalakan lagi berbagai hal, tanpa memberi tahu.",
    advice:
      "Minta dilakukan lagi, atau batalkan pilihan Anda jika berubah pikiran. “candor drift” mencantumkan semuanya.",
    messages: {
      updated: "Tidak berlaku lagi, dan sistem diperbarui sejak itu: {about} (dipilih pada {day}).",
      changed: "Tidak berlaku lagi: {about} (dipilih pada {day}).",
    },
  },
  "developer-options": {
    question: "Apakah opsi developer mati?",
    pass: "Opsi developer mati",
    fail: "Opsi developer menyala",
    why: "Di dalamnya ada sakelar untuk debugging, lokasi palsu, dan pembukaan kunci. Selama menyala, satu ketukan cukup untuk melemahkan ponsel.",
    advice: "Matikan saat tidak Anda perlukan.",
    messages: { on: "Opsi developer menyala." },
  },
  "find-my-device": {
    question: "Dapatkah ponsel yang hilang dikunci dan dihapus dari jauh?",
    pass: "Pusat Temukan Google boleh mengunci dan menghapus ponsel",
    fail: "Pencarian ponsel yang hilang terbatas",
    why: "Ponsel curian yang dapat dikunci dan dihapus dari jauh membocorkan lebih sedikit. Kuasa yang sama membuat pemegang akun dapat melihat di mana ponsel berada.",
    advice: "Nyalakan di akun yang hanya dapat Anda buka, dengan verifikasi dua langkah.",
    messages: { offline: "Pencarian Xiaomi untuk ponsel yang luring mati." },
  },
  "location-mode": {
    question: "Dapatkah aplikasi mengetahui di mana ponsel berada?",
    pass: "Lokasi mati",
    fail: "Lokasi menyala",
    why: "Dengan lokasi menyala, setiap aplikasi yang boleh memakainya tahu di mana ponsel berada. Aplikasi mana yang boleh dijelaskan oleh pemeriksaan izin.",
    advice:
      "Biarkan menyala jika Anda memakai peta atau perlu menemukan ponsel; matikan di tempat yang tidak boleh diketahui siapa pun.",
    messages: { on: "Lokasi menyala untuk {users}: {mode}." },
  },
  "miui-adb-install": {
    question: "Apakah pemasangan lewat USB Xiaomi mati?",
    pass: "Pemasangan lewat USB mati",
    fail: "Pemasangan lewat USB menyala",
    why: "Jika menyala, komputer dengan ADB boleh memasang aplikasi di ponsel ini.",
    advice: "Matikan saat tidak Anda perlukan.",
    messages: { on: "Pemasangan aplikasi lewat USB menyala." },
  },
  "miui-optimization": {
    question: "Apakah kendali izin milik Xiaomi (optimalisasi MIUI) menyala?",
    pass: "Optimalisasi MIUI menyala",
    fail: "Optimalisasi MIUI mati",
    why: "Opsi developer “Optimalisasi MIUI” juga membawa pertanyaan milik Xiaomi, misalnya sebelum aplikasi dipasang lewat USB. Jika mati, pemasangan seperti itu lolos tanpa pertanyaan, dan pemilik melaporkan izin yang sudah diberikan diatur ulang.",
    advice:
      "Jika Anda mematikannya dengan alasan tertentu, ketahui apa yang dibukanya. Mengubahnya mengganti aplikasi default dan izin, jadi catat milik Anda sebelum menyentuhnya; Candor hanya melaporkannya.",
    noRemedy:
      "Candor hanya melaporkannya: mengubahnya mengganti aplikasi default dan mencabut izin aplikasi, yang tidak dapat dikembalikan persis.",
    messages: { off: "Optimalisasi MIUI mati." },
  },
  "miui-security-debugging": {
    question: "Apakah debugging keamanan Xiaomi mati?",
    pass: "Debugging keamanan Xiaomi mati",
    fail: "Debugging keamanan Xiaomi menyala",
    why: "Ini membolehkan komputer dengan ADB menekan tombol, memberi izin, dan mengubah setelan aman: lebih dari yang boleh dilakukan debugging saja di ponsel ini.",
    advice: "Candor memerlukannya untuk memperbaiki sesuatu di ponsel Xiaomi. Matikan setelah Anda selesai.",
    messages: { on: "Debugging USB (Setelan keamanan) Xiaomi menyala." },
  },
  "privacy-password": {
    question: "Apakah kata sandi privasi Xiaomi terpasang?",
    pass: "Kata sandi privasi terpasang",
    fail: "Kata sandi privasi tidak terpasang",
    why: "Kata sandi privasi menjaga file, catatan, foto, dan pesan tersembunyi dari orang yang memegang ponsel tak terkunci. Ini kunci, bukan enkripsi: tidak melindungi dari komputer atau pencuri yang tahu kunci layar.",
    advice: "Pasang satu, berbeda dari kunci layar, jika Anda menyembunyikan sesuatu di ponsel atau meminjamkannya.",
    messages: {
      set: "Kata sandi privasi tidak terpasang untuk {user}.",
      unset: "Kata sandi privasi tidak terpasang untuk {user}.",
    },
  },
  "unknown-sources-legacy": {
    question: "Apakah aplikasi dari sumber tak dikenal diblokir (sampai Android 7)?",
    pass: "Aplikasi dari sumber tak dikenal diblokir",
    fail: "Aplikasi dari sumber tak dikenal boleh dipasang",
    why: "Sampai Android 7 satu sakelar membolehkan setiap aplikasi memasang aplikasi lain. Sejak Android 8 setiap aplikasi ditanyakan tersendiri.",
    advice: "Matikan setelah aplikasi yang Anda inginkan terpasang.",
    messages: { on: "Aplikasi dari sumber tak dikenal boleh dipasang." },
  },
  "usb-tethering-state": {
    question: "Apakah penambatan USB mati?",
    pass: "Penambatan USB mati",
    fail: "Penambatan USB menyala",
    why: "Selama dibagikan, komputer di ujung kabel berada di satu jaringan dengan ponsel dan memakai kuota datanya.",
    advice: "Matikan saat tidak Anda pakai.",
    messages: { on: "Ponsel membagikan koneksinya lewat USB (fungsi USB: {functions})." },
  },
};
