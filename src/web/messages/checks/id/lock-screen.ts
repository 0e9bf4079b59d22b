import type { CheckTexts } from "../../check-texts.ts";

export const lockScreen: CheckTexts = {
  "add-users-when-locked": {
    question: "Dapatkah orang lain menambah pengguna saat ponsel terkunci?",
    pass: "Pengguna tidak dapat ditambahkan dari layar kunci",
    fail: "Pengguna dapat ditambahkan dari layar kunci",
    why: "Orang yang memegang ponsel terkunci dapat membuat pengguna sendiri, memasang aplikasi di sana, dan menghabiskan penyimpanan.",
    advice:
      "Matikan “Tambah pengguna dari layar kunci” di Setelan > Sistem > Beberapa pengguna (di Xiaomi: Setelan tambahan).",
    messages: { allowed: "Pengguna dapat ditambahkan dari layar kunci." },
  },
  "lock-screen-controls": {
    question: "Apakah ponsel yang terkunci menawarkan dompet atau kontrol perangkat?",
    pass: "Tidak ada sakelar yang membuat ponsel terkunci menawarkan dompet atau kontrol perangkat",
    fail: "Ponsel yang terkunci menawarkan dompet atau kontrol perangkat",
    why: "Yang ditawarkan di layar kunci ditawarkan kepada siapa pun yang memegang ponsel: kartu dan tiket, kamera, lampu, dan pintu.",
    advice: "Matikan di Setelan > Tampilan > Layar kunci, kecuali sering Anda pakai.",
    messages: { shown: "Ponsel terkunci milik {user} dapat menampilkan: {what}." },
  },
  "lock-screen-disabled": {
    question: "Apakah ada layar kunci?",
    pass: "Layar kunci tidak dimatikan",
    fail: "Layar kunci dimatikan",
    why: "Tanpa layar kunci, ponsel terbuka cukup dengan tombol daya.",
    advice: "Pasang PIN atau kata sandi di Setelan > Layar kunci.",
    messages: { off: "Layar kunci pengguna {user} dimatikan." },
  },
  "lock-screen-private-notifications": {
    question: "Dapatkah orang lain membaca notifikasi di layar kunci?",
    pass: "Layar kunci tidak menampilkan isi notifikasi",
    fail: "Layar kunci menampilkan isi notifikasi",
    why: "Siapa pun yang melihat ponsel terkunci dapat membaca pesan, dan kode sekali pakai yang membuka akun bank dan email.",
    advice: "Sembunyikan konten sensitif di Setelan > Notifikasi > Layar kunci.",
    messages: { shown: "Notifikasi {user} ditampilkan lengkap di layar kunci." },
  },
  "screen-lock-set": {
    question: "Apakah ponsel dikunci dengan PIN, pola, atau kata sandi?",
    pass: "PIN, pola, atau kata sandi sudah dipasang",
    fail: "Ponsel tidak dikunci dengan PIN, pola, atau kata sandi",
    why: "Kunci enkripsi bergantung pada kunci layar. Tanpanya, siapa pun yang memegang ponsel dapat membaca semua isinya.",
    advice:
      "Pasang PIN enam angka atau lebih, atau kata sandi, di Setelan > Layar kunci. Lakukan di ponsel itu sendiri.",
    messages: { none: "Pengguna {user} tidak punya PIN, pola, atau kata sandi." },
  },
  "screen-lock-type": {
    question: "Apakah kunci layar sulit diintip dan ditebak?",
    pass: "Kunci layar berupa PIN atau kata sandi",
    fail: "Kunci layar berupa pola",
    why: "Pola mudah terlihat dari jauh dan meninggalkan bekas di kaca; orang juga memilih dari sedikit pola saja.",
    advice: "Ganti dengan PIN enam angka atau lebih, atau kata sandi, di Setelan > Layar kunci.",
    messages: { pattern: "Pengguna {user} membuka kunci ponsel dengan pola." },
  },
  "trust-agents": {
    question: "Bolehkah sebuah aplikasi membiarkan ponsel tidak terkunci?",
    pass: "Tidak ada aplikasi yang boleh membiarkan ponsel tidak terkunci",
    fail: "Sebuah aplikasi boleh membiarkan ponsel tidak terkunci",
    why: "Agen tepercaya dapat membiarkan ponsel terbuka tanpa PIN: saat dibawa, di dekat jam, di rumah. Pencuri yang merampasnya dari tangan mendapat ponsel yang terbuka.",
    advice: "Matikan agen yang tidak Anda pakai di Setelan > Keamanan > Setelan keamanan lainnya > Agen tepercaya.",
    messages: {
      enabled: "{package} boleh membiarkan ponsel tidak terkunci untuk pengguna {user}.",
      trusting: "{package} saat ini membiarkan ponsel tidak terkunci untuk pengguna {user}.",
    },
  },
};
