import type { CheckTexts } from "../../check-texts.ts";

export const collection: CheckTexts = {
  "app-trackers": {
    question: "Apakah aplikasi tambahan membawa pelacak?",
    pass: "Tidak ada pelacak dari daftar yang dipakai ditemukan di aplikasi tambahan",
    fail: "Ada aplikasi yang membawa pelacak",
    why: "Pelacak memberi tahu pembuatnya apa yang dilakukan di aplikasi, dengan ponsel mana, dan sering juga oleh siapa. Perusahaan yang sama ada di banyak aplikasi dan dapat menggabungkan yang diketahuinya. Adanya kode pelacak tidak membuktikan bahwa ia berjalan.",
    advice:
      "Utamakan aplikasi tanpa pelacak jika ada. Hapus ID iklan (Setelan > Google > Iklan), dan cabut izin dari aplikasi yang tidak memerlukannya.",
    messages: {
      many: "{app} membawa pelacak dari {count} perusahaan: {companies}.",
      manyTogether: "{count} aplikasi masing-masing membawa pelacak dari 4 perusahaan atau lebih: {apps}.",
      some: "{app} membawa pelacak dari {companies}.",
      someTogether: "{count} aplikasi masing-masing membawa pelacak dari 1 sampai 3 perusahaan: {apps}.",
      hints: "{app} menyebut pelacak atau host-nya, tanpa kodenya: {companies}.",
      hintsTogether: "{count} aplikasi menyebut pelacak atau host-nya, tanpa kodenya: {apps}.",
    },
  },
  "error-report-uploads": {
    question: "Apakah ponsel menawarkan mengirim laporan saat aplikasi berhenti mendadak?",
    pass: "Laporan kerusakan tidak ditawarkan",
    fail: "Laporan kerusakan ditawarkan",
    why: "Laporan kerusakan dikirim ke pemasang aplikasi atau pembuatnya dan berisi apa yang sedang dilakukan aplikasi saat itu.",
    advice: "Sakelar ini saja tidak mengirim apa pun: tolak tawarannya jika aplikasi berisi hal pribadi.",
    messages: { on: "Saat aplikasi berhenti mendadak, ponsel menawarkan mengirim laporan." },
  },
  "google-usage-diagnostics": {
    question: "Apakah ponsel mengirim laporan penggunaan dan diagnostik ke Google?",
    pass: "Penggunaan dan diagnostik tidak dikirim ke Google",
    fail: "Penggunaan dan diagnostik dikirim ke Google",
    why: "Laporan memberi tahu Google seberapa sering aplikasi dipakai, keadaan baterai dan jaringan, dan apa yang rusak.",
    advice: "Matikan di setelan Google jika Anda tidak ingin memberikannya.",
    messages: { on: "Laporan penggunaan dan diagnostik ke Google menyala." },
  },
  "mi-account-system-ads": {
    question: "Apakah iklan sistem akun Mi mati?",
    pass: "Iklan sistem akun Mi mati",
    fail: "Iklan sistem akun Mi menyala",
    why: "Iklan yang terikat pada akun tahu siapa Anda di setiap perangkat tempat Anda masuk.",
    advice: "Matikan di setelan akun Mi.",
    messages: { on: "Iklan sistem akun Mi menyala." },
  },
  "miui-ad-id": {
    question: "Apakah pengenal iklan Xiaomi terpasang?",
    pass: "Pengenal iklan Xiaomi tidak terpasang",
    fail: "Pengenal iklan Xiaomi terpasang",
    why: "Dengan nomor ini pengiklan mengenali ponsel di setiap aplikasi yang memintanya, di samping pengenal Google sendiri.",
    advice: "Atur ulang di setelan sesekali; yang tercatat dengan nomor lama tetap ada.",
    messages: { present: "Aplikasi dapat membaca pengenal iklan Xiaomi." },
  },
  "miui-collecting-packages": {
    question: "Apakah bagian sistem Xiaomi yang mengumpulkan dan melapor aktif?",
    pass: "Tidak ada bagian pengumpul Xiaomi yang dikenal yang aktif",
    fail: "Bagian sistem Xiaomi mengumpulkan dan melapor",
    why: "Bagian ini datang bersama ponsel, tidak punya ikon, dan mengumpulkan peristiwa, gangguan, atau profil iklan. Di ponsel dengan sistem untuk Tiongkok, sebuah studi melihat Setelan, Telepon, Pesan, dan Kamera melaporkan setiap pembukaan kepada Xiaomi, apa pun yang dipilih.",
    advice:
      "Matikan dulu program yang disebut di bagian ini. Sebagian besar paket ini dapat dihapus untuk pengguna lewat ADB dan dikembalikan; bagian aplikasi bawaan memberi tahu akibat setiap penghapusan.",
    messages: {
      active: "{app} terpasang: {what}.",
      maybe: "{app} ada di ponsel: {what}. Apakah menyala tidak diberitahukan.",
    },
  },
  "miui-diagnostic-data": {
    question: "Apakah sistem Xiaomi mengirim data diagnostik?",
    pass: "Data diagnostik tidak dikirim",
    fail: "Data diagnostik dikirim",
    why: "Log kerusakan dan pemakaian memberi tahu aplikasi mana yang berjalan dan apa yang salah di dalamnya, bersama nomor yang mengenali ponsel.",
    advice: "Matikan; nyalakan hanya selama Anda ingin kesalahan diperiksa.",
    messages: {
      set: "Data diagnostik dikirim untuk {user}.",
      unset:
        "Sakelar ini tidak pernah disetel oleh {user}, jadi mengikuti Program Pengalaman Pengguna, yang tidak mati.",
    },
  },
  "miui-quality-service": {
    question: "Apakah layanan kualitas Xiaomi berjalan?",
    pass: "Layanan kualitas Xiaomi tidak berjalan",
    fail: "Layanan kualitas Xiaomi berjalan",
    why: "Layanan mqsasd mencatat kerusakan dan gangguan sistem. Paket com.miui.daemon, yang menyertainya, mengirim data ke Xiaomi.",
    advice:
      "Layanan ini bagian dari sistem dan tidak dapat dimatikan sendiri. Mematikan Program Pengalaman Pengguna dan data diagnostik membatasi apa yang meninggalkan ponsel.",
    noRemedy:
      "Layanan ini bagian dari citra sistem, dan tidak ada yang dapat dibatalkan yang menghentikannya. Yang meninggalkan ponsel dibatasi oleh Program Pengalaman Pengguna dan data diagnostik, yang ditanyakan tersendiri.",
    messages: { running: "Layanan kualitas (mqsasd) berjalan." },
  },
  "miui-region-mismatch": {
    question: "Apakah ponsel disetel ke wilayah yang menjadi tujuan sistemnya?",
    pass: "Wilayah dan versi sistem cocok",
    fail: "Ponsel disetel ke wilayah lain dari tujuan sistemnya",
    why: "Versi menentukan aplikasi apa yang ikut; wilayah menentukan aturan, iklan, dan server mana yang diikuti aplikasi Xiaomi. Sebuah studi melihat ponsel dengan sistem untuk Tiongkok tetap mengirim data ke perusahaan di sana saat dipakai di luar negeri.",
    advice:
      "Jika Anda membelinya begitu, tanyakan asal sistemnya kepada penjual. Jika wilayah diubah dengan tangan, setel ke tempat tinggal Anda.",
    messages: { differs: "Sistem dibuat untuk “{build}”, ponsel disetel ke {region}." },
  },
  "miui-user-experience-program": {
    question: "Apakah sistem Xiaomi melaporkan bagaimana ponsel dipakai?",
    pass: "Program Pengalaman Pengguna mati",
    fail: "Program Pengalaman Pengguna menyala",
    why: "Jika menyala, aplikasi Xiaomi melaporkan aplikasi dan layar mana yang dipakai, dan kapan. Jika pilihan tidak pernah dibuat, pustaka pelaporan Xiaomi menganggapnya ya.",
    advice:
      "Matikan. Beberapa bagian sistem melapor tanpa melihat sakelar ini, jadi alirannya mengecil dan tidak berakhir.",
    messages: {
      set: "Program Pengalaman Pengguna menyala untuk {user}.",
      unset: "Sakelar ini tidak pernah disetel oleh {user}, dan pustaka pelaporan Xiaomi menganggapnya ya.",
    },
  },
  "personalised-ads": {
    question: "Apakah Xiaomi memilih iklan menurut apa yang Anda lakukan?",
    pass: "Iklan yang dipersonalisasi Xiaomi mati",
    fail: "Iklan yang dipersonalisasi Xiaomi menyala",
    why: "Iklan yang dipersonalisasi memerlukan catatan tentang apa yang Anda pakai, baca, dan beli, terikat pada pengenal ponsel.",
    advice: "Matikan. Iklan tetap ada, tetapi dipilih tanpa catatan itu.",
    messages: {
      on: "Iklan yang dipersonalisasi menyala.",
      unset: "Sakelar ini tidak pernah disetel, dan sistem menganggapnya menyala.",
    },
  },
  "share-hides-location": {
    question: "Apakah lokasi dihapus dari foto yang dibagikan?",
    pass: "Lokasi dihapus dari foto yang dibagikan",
    fail: "Foto yang dibagikan memberi tahu di mana diambil",
    why: "Foto menyimpan tempat sampai beberapa meter. Jika dibagikan, orang asing tahu di mana Anda tinggal, atau di mana Anda sekarang.",
    advice: "Biarkan sistem menghapus lokasi saat Anda berbagi.",
    messages: {
      set: "Lokasi tidak dihapus dari foto yang dibagikan {user}.",
      unset: "Lokasi tidak dihapus dari foto yang dibagikan {user}.",
    },
  },
  "web-link-invocation": {
    question: "Bolehkah tautan di halaman web menjalankan aplikasi sendiri?",
    pass: "Halaman web tidak menjalankan aplikasi",
    fail: "Halaman web boleh menjalankan aplikasi",
    why: "Dengan sakelar ini menyala, sistem Xiaomi membolehkan tautan di halaman web menjalankan aplikasi. Halaman memakai tautan itu untuk membawa Anda ke toko dan aplikasi yang tahu siapa Anda.",
    advice: "Matikan jika Anda ingin tautan tetap di browser.",
    messages: {
      set: "Pembukaan aplikasi dari tautan web menyala untuk {user}.",
      unset: "Sakelar ini tidak pernah disetel oleh {user}, dan sistem menganggapnya menyala.",
    },
  },
};
