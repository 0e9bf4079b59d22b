import type { CheckTexts } from "../../check-texts.ts";

export const updates: CheckTexts = {
  "android-version-supported": {
    question: "Apakah versi Android ini masih mendapat perbaikan dari Google?",
    pass: "Versi Android ini masih mendapat perbaikan dari Google",
    fail: "Versi Android ini tidak lagi mendapat perbaikan dari Google",
    why: "Google membuat perbaikan hanya untuk versi Android yang lebih baru. Untuk versi lama, yang tidak diperbaiki pembuat ponsel sendiri tetap terbuka.",
    advice:
      "Perbarui ke Android yang lebih baru jika pembuatnya menawarkan. Jika tidak, pakai ponsel lain untuk bank, email, dan pesan pribadi.",
    messages: {
      ended: "Perbaikan Google untuk Android {version} berakhir pada {date}: {age} sebelum pemeriksaan ini.",
    },
  },
  "automatic-updates": {
    question: "Apakah ponsel memperbarui sistemnya sendiri?",
    pass: "Pembaruan sistem otomatis tidak dimatikan",
    fail: "Pembaruan sistem otomatis dimatikan",
    why: "Perbaikan yang menunggu dicari orang datang terlambat atau tidak pernah.",
    advice: "Nyalakan pembaruan otomatis di opsi developer dan di setelan pembaru, atau cari pembaruan setiap bulan.",
    messages: {
      android: "Pembaruan sistem otomatis dimatikan di opsi developer.",
      xiaomi: "Pembaru milik ponsel dimatikan.",
    },
  },
  "play-services-age": {
    question: "Apakah layanan Google Play masih baru?",
    pass: "Layanan Google Play berasal dari enam bulan terakhir",
    fail: "Layanan Google Play sudah lama",
    why: "Layanan ini memperbarui diri setiap beberapa minggu dan membawa Play Protect, pencari perangkat, dan perbaikan. Jika lama, itu tanda pembaruan tidak sampai ke ponsel.",
    advice: "Buka Play Store, perbarui semuanya, dan mulai ulang ponsel.",
    messages: { old: "Layanan Google Play versi {version}, dibuat {age} sebelum pemeriksaan ini." },
  },
  "play-system-update-age": {
    question: "Apakah pembaruan sistem Google Play masih baru?",
    pass: "Pembaruan sistem Google Play berasal dari enam bulan terakhir",
    fail: "Pembaruan sistem Google Play sudah lama",
    why: "Sejak Android 10 sebagian sistem diperbaiki lewat Play Store, tanpa pembuat ponsel. Pembaruan sering menunggu mulai ulang.",
    advice: "Lihat di Setelan > Keamanan & privasi > Pembaruan sistem Google Play, pasang, dan mulai ulang ponsel.",
    messages: { old: "Pembaruan sistem Google Play bertanggal {date}: {age} sebelum pemeriksaan ini." },
  },
  "security-patch-age": {
    question: "Apakah perbaikan keamanan Android mutakhir?",
    pass: "Perbaikan keamanan Android berasal dari empat bulan terakhir",
    fail: "Perbaikan keamanan Android sudah lama",
    why: "Hampir setiap bulan celah Android diumumkan bersama perbaikannya. Ponsel tanpa perbaikan dapat diserang lewat celah yang dapat dibaca siapa saja.",
    advice:
      "Pasang semua pembaruan di Setelan > Sistem > Pembaruan sistem (di Xiaomi: Setelan > Tentang ponsel). Jika pembuat tidak menawarkan lagi, rencanakan mengganti ponsel.",
    messages: {
      old: "Perbaikan keamanan Android terbaru bertanggal {date}: {age} sebelum pemeriksaan ini.",
      future: "Ponsel mengatakan perbaikan keamanannya bertanggal {date}, sesudah pemeriksaan ini.",
    },
  },
  "updater-disabled": {
    question: "Apakah aplikasi yang membawa pembaruan menyala?",
    pass: "Aplikasi yang membawa pembaruan menyala",
    fail: "Aplikasi yang membawa pembaruan dimatikan atau dihapus",
    why: "Tanpa pembarunya, ponsel tidak mendapat perbaikan keamanan lagi. Alat penghapus aplikasi bawaan mudah membuangnya, dan spyware senang jika tidak ada.",
    advice: "Nyalakan lagi aplikasinya di Setelan > Aplikasi, kecuali Anda memperbarui ponsel dengan tangan.",
    messages: {
      disabled: "{package}, yang membawa pembaruan, dimatikan.",
      removed: "{package}, yang membawa pembaruan, dihapus untuk pemilik.",
    },
  },
  "vendor-patch-age": {
    question: "Apakah perbaikan keamanan untuk chip dan driver mutakhir?",
    pass: "Perbaikan chip dan driver berasal dari empat bulan terakhir",
    fail: "Perbaikan chip dan driver sudah lama",
    why: "Driver modem, grafis, dan kamera punya celah sendiri. Perbaikannya datang dari pembuat chip dan bisa tertinggal walau tingkat Android dinaikkan.",
    advice:
      "Pasang semua pembaruan. Jika hanya tingkat ini yang tertinggal, minta pembuatnya perbaikan dari bagian kedua buletin.",
    messages: { old: "Perbaikan chip dan driver bertanggal {date}: {age} sebelum pemeriksaan ini." },
  },
  "webview-version": {
    question: "Apakah WebView, yang menampilkan halaman web di dalam aplikasi, masih baru?",
    pass: "WebView masih baru",
    fail: "WebView sudah lama atau tidak ada",
    why: "Email, aplikasi pesan, dan banyak aplikasi lain menampilkan halaman web lewat WebView. Halaman yang disiapkan dapat mengambil alih aplikasi lewat celah yang dikenal pada versi lama.",
    advice: "Perbarui “Android System WebView” dan Chrome di Play Store.",
    messages: {
      old: "WebView ({package}) versi {version}. Versi utama yang lebih baru sudah ada selama {age}.",
      none: "Ponsel mengatakan tidak punya WebView yang dapat dipakai.",
    },
  },
};
