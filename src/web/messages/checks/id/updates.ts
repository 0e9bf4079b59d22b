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
  "kernel-lts": {
    question: "Apakah kernel ponsel berasal dari lini yang masih mendapat perbaikan?",
    pass: "Kernel berasal dari lini yang mendapat perbaikan",
    fail: "Kernel sudah lama",
    why: "Kernel adalah bagian terdalam sistem. Pembuatnya merawat beberapa lini selama bertahun-tahun; setelah lini berakhir, perbaikan hanya datang bila pembuat ponsel memindahkannya satu per satu.",
    advice:
      "Pasang semua pembaruan. Ponsel hampir tidak pernah mendapat lini yang lebih baru: bila lininya berakhir, rencanakan mengganti ponsel.",
    messages: {
      ended: "Kernelnya {release}. Pembuatnya mengakhiri lini {line} pada {ended}.",
      behind: "Kernelnya {release}. Dengan tingkat {level} yang disebut ponsel seharusnya {wanted} atau lebih baru.",
    },
  },
  "known-exploited-open": {
    question: "Apakah ada celah terbuka yang diketahui dipakai dalam serangan?",
    pass: "Tidak ditemukan celah terbuka yang diketahui dipakai dalam serangan",
    fail: "Celah yang diketahui dipakai dalam serangan mungkin terbuka",
    why: "Sebuah lembaga Amerika Serikat menyimpan daftar celah yang diketahui dipakai penyerang, sebagian untuk memasang perangkat pengintai di ponsel. Perbaikannya sudah terbit; tingkat ponsel ini tidak menjanjikannya.",
    advice:
      "Perbarui segera. Sampai saat itu: mulai ulang ponsel setiap hari, jangan buka tautan dan berkas dari orang asing, dan jangan simpan yang paling pribadi di ponsel ini.",
    messages: {
      os: "Tingkat Android {level} tidak menjanjikan perbaikan celah yang diketahui dipakai dalam serangan ({count}): {holes}.",
      vendor:
        "Tingkat {level} untuk cip dan driver tidak menjanjikan perbaikan celah yang diketahui dipakai dalam serangan, bila ponsel ini memiliki bagian itu ({count}): {holes}.",
    },
  },
  "missing-security-fixes": {
    question: "Apakah ada perbaikan keamanan terbitan yang kurang?",
    pass: "Tidak ditemukan perbaikan terbitan yang tidak dijanjikan tingkat ponsel",
    fail: "Ada perbaikan keamanan terbitan yang kurang",
    why: "Setiap perbaikan yang terbit menunjukkan kepada penyerang celah yang ditutupnya. Sejak 2025 ada bulan tanpa perbaikan dan ada yang banyak, jadi di sini perbaikan yang dihitung, bukan bulan. Tingkat adalah kata pembuat ponsel: ponsel mungkin punya perbaikan yang tidak dijanjikan, dan kurang yang dijanjikan.",
    advice:
      "Pasang semua pembaruan. Bila pembuatnya tidak lagi menawarkan, rencanakan mengganti ponsel; candor updates mendaftar perbaikannya.",
    messages: {
      os: "Android berada di tingkat {level}. Perbaikan yang terbit sejak itu dan tidak dijanjikannya: setidaknya {count}, di antaranya {critical} kritis dan {high} tinggi.",
      vendor:
        "Cip dan driver berada di tingkat {level}. Perbaikan yang terbit sejak itu untuk cip semua pembuat: setidaknya {count}, di antaranya {critical} kritis; yang untuk cip pembuat lain tidak menyangkut ponsel ini.",
    },
  },
  "model-support": {
    question: "Apakah pembuatnya masih menerbitkan sistem untuk model ini?",
    pass: "Pembuatnya menerbitkan sistem untuk model ini dalam setahun terakhir",
    fail: "Pembuatnya sudah lama tidak menerbitkan sistem untuk model ini",
    why: "Sebuah model mendapat pembaruan beberapa tahun lalu tidak lagi. Tidak ada yang memberi tahu pemiliknya kapan itu berakhir.",
    advice:
      "Cari tahu sampai kapan pembuatnya menjanjikan pembaruan untuk model ini. Bila sudah berakhir, rencanakan mengganti ponsel.",
    messages: {
      silent:
        "Sistem terbaru yang diketahui untuk {model} adalah {newest}, tanggal {date}: {age} sebelum pemeriksaan ini.",
    },
  },
  "newest-build": {
    question: "Apakah ponsel memakai sistem terbaru yang diedarkan pembuatnya?",
    pass: "Tidak diketahui sistem yang lebih baru dari pembuatnya untuk model ini",
    fail: "Pembuatnya punya sistem yang lebih baru untuk model ini",
    why: "Pembuat mengedarkan sistem bertahap dan hanya bila ada yang mencarinya. Perbaikan yang ada tetapi tidak dipasang tidak melindungi siapa pun.",
    advice: "Cari pembaruan di ponsel. Sebagian ponsel mendapatkannya beberapa minggu setelah yang lain.",
    messages: {
      newer: "Ponsel memakai {version}. Untuk {model} ada {newest}, tanggal {date}.",
    },
  },
};
