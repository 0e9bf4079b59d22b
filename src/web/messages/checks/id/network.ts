import type { CheckTexts } from "../../check-texts.ts";

export const network: CheckTexts = {
  "active-vpn": {
    question: "Apakah lalu lintas melewati VPN saat ponsel diperiksa?",
    pass: "Tidak ada VPN yang tersambung",
    fail: "Sebuah VPN tersambung",
    why: "Aplikasi di balik VPN melihat kapan ponsel berkomunikasi dengan server mana, dan dapat mengubah yang tidak dienkripsi. Penyaring dan firewall juga bekerja begini, tanpa mengirim apa pun keluar.",
    advice:
      "Ketahui aplikasi apa itu dan siapa yang menjalankannya. Jika bukan Anda yang memulainya, putuskan dan hapus aplikasinya.",
    messages: {
      known: "{app} membawa lalu lintas lewat VPN.",
      unknown: "Aplikasi yang tidak disebut ponsel membawa lalu lintas lewat VPN.",
    },
  },
  "always-on-vpn": {
    question: "Apakah semua lalu lintas melewati satu aplikasi?",
    pass: "Tidak ada VPN yang disetel selalu aktif",
    fail: "Sebuah VPN disetel selalu aktif",
    why: "VPN yang selalu aktif melihat kapan ponsel berkomunikasi dengan server mana, dan mulai sendiri. Itu melindungi jika Anda memilih aplikasinya dan memercayai penyelenggaranya; jika orang lain yang menyetelnya, itu cara untuk memantau Anda.",
    advice:
      "Pertahankan jika Anda yang menyetelnya. Jika tidak kenal aplikasinya, matikan di Setelan dan lihat siapa yang memasangnya.",
    messages: {
      set: "Semua lalu lintas {user} melewati {app}.",
      gone: "Semua lalu lintas {user} harus melewati {app}, yang tidak ada di daftar aplikasi terpasang.",
    },
  },
  "app-cleartext": {
    question: "Apakah aturan setiap aplikasi tambahan menuntut koneksi terenkripsi?",
    pass: "Aturan setiap aplikasi tambahan menuntut koneksi terenkripsi",
    fail: "Ada aplikasi yang membolehkan koneksi tanpa enkripsi",
    why: "Siapa pun di perjalanan, di Wi-Fi yang sama atau di penyedia, dapat membaca dan mengubah yang dikirim tanpa enkripsi. Aturan memberi tahu apa yang dibolehkan Android, bukan apa yang dilakukan aplikasi; browser dan pemutar sengaja membolehkannya.",
    advice: "Jangan pakai aplikasi ini untuk hal pribadi di Wi-Fi asing. Cari versi yang lebih baru.",
    messages: {
      one: "{app} membolehkan koneksi tanpa enkripsi.",
      together: "{count} aplikasi membolehkan koneksi tanpa enkripsi: {apps}.",
      imageOne: "{app}, bawaan ponsel, membolehkan koneksi tanpa enkripsi.",
      imageTogether: "{count} aplikasi bawaan ponsel membolehkan koneksi tanpa enkripsi: {apps}.",
    },
  },
  "bluetooth-scanning": {
    question: "Apakah ponsel memindai perangkat Bluetooth saat Bluetooth mati?",
    pass: "Ponsel tidak memindai perangkat Bluetooth saat Bluetooth mati",
    fail: "Ponsel memindai perangkat Bluetooth bahkan saat Bluetooth mati",
    why: "Aplikasi yang boleh tahu lokasi mengetahuinya dari perangkat di sekitar ponsel, juga saat Bluetooth tampak mati.",
    advice:
      "Matikan pemindaian Bluetooth jika Anda mematikan Bluetooth agar tidak terlihat. Penentuan lokasi di dalam ruangan menjadi kurang tepat.",
    messages: { on: "Pemindaian Bluetooth menyala." },
  },
  "captive-portal": {
    question: "Apakah uji halaman masuk masih seperti bawaan ponsel?",
    pass: "Uji halaman masuk masih seperti bawaan ponsel",
    fail: "Uji halaman masuk diubah",
    why: "Di setiap jaringan baru ponsel bertanya kepada server apakah ada internet. Server itu melihat alamat jaringan dan waktunya. Jika uji dimatikan, tidak ada yang melihatnya, tetapi halaman masuk hotel dan kereta tidak terbuka sendiri.",
    advice:
      "Pertahankan perubahan yang Anda buat dengan sengaja. Jika tidak, hapus setelannya agar kembali ke server milik ponsel.",
    messages: {
      off: "Uji halaman masuk mati (mode 0).",
      server: "Uji halaman masuk bertanya kepada {server}.",
    },
  },
  "hosts-file": {
    question: "Apakah file hosts mengirim nama ke tempat lain?",
    pass: "File hosts hanya menyebut ponsel itu sendiri",
    fail: "File hosts mengirim nama ke tempat lain",
    why: "File hosts mengalahkan DNS untuk seluruh ponsel. Letaknya di partisi sistem: entri di sana berarti sistem diubah. Pemblokir di ponsel yang di-root mengirim nama ke tempat kosong; malware mengirim nama bank ke servernya sendiri.",
    advice:
      "Jika bukan Anda yang mengubahnya, anggap sistem telah diubah: simpan yang Anda perlukan dan pasang firmware pembuatnya.",
    messages: {
      redirected: "Ada nama yang dikirim ke alamat lain ({count}), misalnya {name} ke {address}.",
      blocked: "Ada nama yang dikirim ke tempat kosong ({count}), seperti dilakukan pemblokir, misalnya {name}.",
    },
  },
  "http-proxy": {
    question: "Apakah ponsel mengirim lalu lintas web lewat proxy?",
    pass: "Tidak ada proxy yang disetel untuk seluruh ponsel",
    fail: "Proxy disetel untuk seluruh ponsel",
    why: "Proxy melihat server mana yang dihubungi, dan semua yang tidak dienkripsi; bersama otoritas sertifikat tambahan, ia membaca sisanya.",
    advice:
      "Jika bukan Anda atau tempat kerja Anda yang menyetelnya, hapus. Proxy jaringan Wi-Fi tertentu tidak terlihat di sini: lihat rincian jaringannya.",
    messages: { set: "Lalu lintas web melewati {proxy}." },
  },
  "private-dns": {
    question: "Apakah nama server yang diminta aplikasi dijaga dari jaringan setempat?",
    pass: "DNS Pribadi tidak dimatikan",
    fail: "DNS Pribadi mati",
    why: "Sebelum mencapai server, aplikasi menanyakan alamatnya menurut nama. Jika terbuka, pemilik Wi-Fi dan semua orang di perjalanan melihat situs dan layanan yang dipakai, dan dapat menjawab dengan palsu.",
    advice:
      "Setel DNS Pribadi ke otomatis, atau ke penyedia yang Anda percayai. VPN yang menjawab DNS sendiri punya kegunaan yang sama.",
    messages: { off: "Pertanyaan DNS keluar tanpa enkripsi di setiap jaringan." },
  },
  "public-networks": {
    question: "Apakah jaringan Wi-Fi publik dinilai dan disarankan kepada ponsel?",
    pass: "Jaringan Wi-Fi publik tidak dinilai dan tidak disarankan",
    fail: "Jaringan Wi-Fi publik dinilai, dan mungkin disarankan atau disambungkan",
    why: "Sebuah layanan di luar ponsel mengatakan jaringan terbuka mana yang baik, lalu ponsel menawarkannya atau tersambung ke sana. Pemilik jaringan seperti itu melihat ke mana tamunya tersambung.",
    advice: "Nonaktifkan di preferensi Wi-Fi, dan pilih sendiri jaringan asing.",
    messages: {
      on: "Sebuah layanan menilai jaringan Wi-Fi publik untuk ponsel, yang mungkin menyarankannya atau tersambung ke sana.",
    },
  },
  "user-ca-certificates": {
    question: "Apakah ditambahkan otoritas sertifikat yang dapat menjamin situs web apa pun?",
    pass: "Tidak ada otoritas sertifikat yang ditambahkan",
    fail: "Otoritas sertifikat ditambahkan",
    why: "Pemegang kunci otoritas tambahan dapat menyamar sebagai situs web apa pun terhadap browser dan aplikasi yang memercayainya, dan membaca yang dikirim. Tempat kerja, penyaring, alat debugging, dan mata-mata menambahkannya.",
    advice: "Hapus setiap otoritas yang tidak sengaja ditambahkan oleh Anda, tempat kerja, atau sekolah Anda.",
    messages: {
      added: "Otoritas sertifikat yang ditambahkan untuk {user}: {count}.",
      noticed: "Android menampilkan kepada {user} pemberitahuan bahwa otoritas sertifikat ditambahkan.",
    },
  },
  "vpn-apps": {
    question: "Bolehkah aplikasi tambahan bertindak sebagai VPN?",
    pass: "Tidak ada aplikasi tambahan yang boleh bertindak sebagai VPN",
    fail: "Aplikasi tambahan boleh bertindak sebagai VPN",
    why: "Setelah diizinkan, aplikasi seperti ini dapat mulai tanpa bertanya, melihat server mana yang dihubungi, dan dapat mengirim lalu lintas ke mana saja.",
    advice: "Lupakan VPN yang tidak Anda pakai; pertahankan yang pembuatnya Anda percayai.",
    messages: { holds: "{app} boleh bertindak sebagai VPN." },
  },
  "vpn-lockdown": {
    question: "Dapatkah lalu lintas lewat di luar VPN yang selalu aktif?",
    pass: "Tanpa VPN tidak ada lalu lintas yang lewat",
    fail: "Lalu lintas dapat lewat di luar VPN yang selalu aktif",
    why: "Saat VPN mulai, diperbarui, atau gagal, aplikasi langsung mencapai jaringan, kecuali koneksi tanpa VPN diblokir.",
    advice: "Jika Anda mengandalkan VPN, nyalakan “Blokir koneksi tanpa VPN”.",
    messages: { open: "Koneksi tanpa {app} tidak diblokir untuk {user}." },
  },
  "wifi-scanning": {
    question: "Apakah ponsel memindai jaringan Wi-Fi saat Wi-Fi mati?",
    pass: "Ponsel tidak memindai jaringan Wi-Fi saat Wi-Fi mati",
    fail: "Ponsel memindai jaringan Wi-Fi bahkan saat Wi-Fi mati",
    why: "Aplikasi yang boleh tahu lokasi mengetahuinya dari perangkat di sekitar ponsel, juga saat Wi-Fi tampak mati.",
    advice:
      "Matikan pemindaian Wi-Fi jika Anda mematikan Wi-Fi agar tidak terlihat. Penentuan lokasi di dalam ruangan menjadi kurang tepat.",
    messages: { on: "Pemindaian Wi-Fi menyala." },
  },
};
