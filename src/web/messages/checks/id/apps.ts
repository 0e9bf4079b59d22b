import type { CheckTexts } from "../../check-texts.ts";

export const apps: CheckTexts = {
  "app-signers": {
    question: "Apakah setiap aplikasi ditandatangani dengan kunci yang menunjukkan pembuatnya?",
    pass: "Tidak ada aplikasi yang ditandatangani dengan kunci yang dimiliki siapa saja, atau aplikasi dikenal yang ditandatangani orang lain",
    fail: "Sebuah aplikasi ditandatangani dengan kunci yang tidak menunjukkan pembuatnya",
    why: "Tanda tangan adalah satu-satunya pengikat aplikasi dengan pembuatnya: menentukan siapa yang boleh memperbaruinya dan apa yang boleh dibagikannya. Kunci yang dimiliki siapa saja tidak membuktikan apa pun, dan aplikasi dikenal yang ditandatangani orang lain telah diubah.",
    advice:
      "Hapus aplikasi yang ditandatangani orang lain, dan pasang lagi dari toko aplikasi. Versi uji tidak berbahaya jika Anda atau tempat kerja Anda yang membuatnya.",
    messages: {
      other: "{app}: {said}",
      debug:
        "{app} adalah versi uji: ditandatangani dengan kunci alat pengembangan, yang tidak menunjukkan pembuatnya.",
      testKey:
        "{app} ditandatangani dengan kunci yang diterbitkan bersama kode sumber Android: siapa pun dapat membuat pembaruannya.",
      platform: "{app} ditambahkan dari luar toko aplikasi, dan ditandatangani dengan kunci sistem ponsel ini sendiri.",
      image: "{app} adalah bawaan ponsel dan ditandatangani dengan kunci yang diterbitkan bersama kode sumber Android.",
      imageMany:
        "{count} aplikasi bawaan ponsel ditandatangani dengan kunci yang diterbitkan bersama kode sumber Android: {apps}.",
    },
  },
  "debuggable-apps": {
    question: "Apakah aplikasi tambahan terbuka untuk debugging?",
    pass: "Tidak ada aplikasi tambahan yang terbuka untuk debugging",
    fail: "Aplikasi tambahan terbuka untuk debugging",
    why: "Siapa pun yang dapat memakai debugging USB dapat membaca semua data aplikasi yang terbuka untuk debugging dan menjalankan kode di dalamnya. Toko tidak menerima aplikasi seperti ini: itu versi milik pengembang.",
    advice: "Hapus aplikasinya, atau ganti dengan versi dari toko aplikasi.",
    messages: { debuggable: "{app} adalah versi untuk debugging." },
  },
  "disabled-security-packages": {
    question: "Apakah penjaga milik ponsel sendiri menyala?",
    pass: "Tidak ada penjaga ponsel yang dikenal dimatikan atau dihapus",
    fail: "Penjaga ponsel dimatikan atau dihapus",
    why: "Orang yang memasang spyware lebih dulu mematikan apa yang akan memperingatkan. Orang yang menghapus aplikasi bawaan juga melakukannya, tanpa tahu.",
    advice: "Nyalakan lagi di Setelan > Aplikasi, kecuali Anda sengaja menghapusnya.",
    messages: {
      disabled: "{app} dimatikan ({users}): {does}.",
      removed: "{app} dihapus untuk pemilik ponsel: {does}.",
    },
  },
  "hidden-code-apps": {
    question: "Apakah aplikasi dari luar toko menyembunyikan kodenya, atau memuat kode tambahan saat berjalan?",
    pass: "Tidak ada aplikasi dari luar toko yang menyembunyikan kodenya atau memuat kode tambahan saat berjalan",
    fail: "Aplikasi dari luar toko menyembunyikan kodenya, atau memuat kode tambahan saat berjalan",
    why: "Yang dilakukan aplikasi tidak dapat diketahui dari filenya jika kodenya dibungkus atau datang kemudian. Pembuat gim dan bank membungkus kodenya agar tidak disalin; malware melakukannya agar tidak ditemukan. Tidak ada toko yang memeriksa aplikasi ini.",
    advice:
      "Pertahankan aplikasi seperti ini hanya jika Anda kenal pembuatnya, dan ambil dari toko aplikasi jika ada di sana.",
    messages: {
      packed:
        "{app} dipasang dari luar toko aplikasi, dan kodenya dibungkus {packers}, yang menyembunyikan apa yang dilakukannya.",
      packedTogether: "{count} aplikasi dari luar toko aplikasi menyembunyikan kodenya: {apps}.",
      loads: "{app} dipasang dari luar toko aplikasi, dan kodenya dapat memuat kode tambahan saat berjalan.",
      loadsTogether: "{count} aplikasi dari luar toko aplikasi dapat memuat kode tambahan saat berjalan: {apps}.",
    },
  },
  "instant-apps": {
    question: "Bolehkah aplikasi yang tidak pernah dipasang berjalan?",
    pass: "Aplikasi instan nonaktif",
    fail: "Aplikasi instan aktif",
    why: "Sebuah tautan bisa membuka aplikasi seperti itu: tidak ada yang melihat izinnya, dan ia tidak ada di daftar aplikasi terpasang mana pun.",
    advice: "Nonaktifkan aplikasi instan di setelan Google Play, kecuali Anda memakainya.",
    messages: { set: "Tautan boleh membuka aplikasi yang tidak pernah dipasang untuk {user}." },
  },
  "misleading-apps": {
    question: "Apakah file aplikasi terpasang dibuat untuk menyesatkan siapa yang memeriksanya?",
    pass: "Tidak ada apa pun di file aplikasi terpasang yang dibuat untuk menyesatkan pemeriksanya",
    fail: "File aplikasi terpasang menyimpang dari formatnya, dengan cara yang menyesatkan pemeriksanya",
    why: "Android membaca file seperti ini dengan caranya sendiri dan memasangnya, sementara pemindai gagal atau melihat hal lain. Malware dikemas begitu agar lolos; alat yang ceroboh juga bisa menjadi penyebabnya.",
    advice: "Hapus aplikasi dari luar toko yang dibuat begitu, kecuali Anda kenal pembuatnya.",
    messages: {
      outside: "{app} dipasang dari luar toko aplikasi, dan filenya dibuat untuk menyesatkan: {detail}",
      outsideTogether:
        "{count} aplikasi dipasang dari luar toko aplikasi, dan filenya dibuat untuk menyesatkan: {apps}.",
      store: "File {app} menyimpang dari formatnya: {detail}",
      storeTogether: "File {count} aplikasi menyimpang dari formatnya: {apps}.",
    },
  },
  "old-target-sdk": {
    question: "Apakah aplikasi tambahan dibuat untuk Android yang begitu lama sehingga aturan lama berlaku?",
    pass: "Tidak ada aplikasi tambahan yang dibuat untuk Android yang begitu lama sehingga aturan lama berlaku",
    fail: "Aplikasi tambahan dibuat untuk versi Android lama",
    why: "Android mempertahankan aturan lama untuk aplikasi yang mengaku dibuat untuk versi lama: sebagian mendapat izin tanpa bertanya, yang lain tidak terikat batasan file, lokasi, dan kerja latar belakang. Sebagian aplikasi berbahaya sengaja mengaku demikian.",
    advice: "Perbarui aplikasi dari toko aplikasi; jika tidak ada versi lebih baru, cari aplikasi lain.",
    messages: {
      noRuntimePermissions: "{app} dibuat untuk level API {level}: semua izinnya didapat saat dipasang.",
      oldRules: "{app} dibuat untuk level API {level}: aturan dari sebelum Android 10 berlaku.",
    },
  },
  "play-protect": {
    question: "Apakah aplikasi diperiksa saat dipasang?",
    pass: "Aplikasi diperiksa saat dipasang",
    fail: "Aplikasi tidak diperiksa saat dipasang",
    why: "Di ponsel dengan Google Play, Play Protect membandingkan setiap aplikasi dengan yang dikenal berbahaya saat dipasang dan sesekali setelahnya. Orang yang memasang spyware lebih dulu mematikannya.",
    advice: "Buka Play Store, gambar Anda, Play Protect, dan nyalakan pemindaian.",
    messages: {
      refused: "Seseorang mematikan Play Protect di ponsel ini.",
      disabled: "Pemeriksaan aplikasi saat pemasangan dimatikan di ponsel ini.",
      nobody: "Ponsel tidak menyebut aplikasi yang memeriksa aplikasi lain saat dipasang.",
    },
  },
  "play-protect-adb-installs": {
    question: "Apakah aplikasi yang dipasang dari komputer diperiksa?",
    pass: "Aplikasi yang dipasang dari komputer diperiksa",
    fail: "Aplikasi yang dipasang dari komputer tidak diperiksa",
    why: "Sakelarnya ada di opsi developer. Jika mati, orang yang memegang ponsel tak terkunci dapat memasang spyware yang dikenal lewat kabel tanpa peringatan.",
    advice:
      "Di Setelan > Sistem (di Xiaomi: Setelan tambahan) > Opsi developer, nyalakan verifikasi aplikasi lewat USB.",
    messages: { off: "Ponsel tidak memeriksa aplikasi yang dipasang dari komputer." },
  },
  "sideloaded-apps": {
    question: "Apakah setiap aplikasi tambahan berasal dari toko aplikasi?",
    pass: "Setiap aplikasi tambahan berasal dari toko aplikasi atau dari pemindahan ponsel lama",
    fail: "Aplikasi tambahan berasal dari luar toko milik ponsel",
    why: "Aplikasi untuk memantau orang hampir tidak pernah ada di toko: orang yang pernah memegang ponsel memasangnya dari file atau komputer. Aplikasi yang tidak berbahaya juga datang begitu.",
    advice:
      "Telusuri aplikasi yang disebut di sini. Hapus yang tidak sengaja dipasang oleh siapa pun pengguna ponsel ini. Jika seseorang mungkin memantau Anda, cari bantuan dulu: ia mungkin menyadarinya.",
    messages: {
      browser: "{app} dipasang dari unduhan di {by} ({users}).",
      messenger: "{app} dipasang dari pesan atau file di {by} ({users}).",
      files: "{app} dipasang dari file yang dibuka di {by} ({users}).",
      computer: "{app} dipasang dari komputer ({users}).",
      file: "{app} dipasang dari file ({users}); aplikasi yang membuka filenya tidak tercatat.",
      otherApp: "{app} dipasang oleh {by}, yang bukan toko yang dikenal Candor ({users}).",
      unknown: "{app} dipasang, dan ponsel tidak mencatat oleh siapa ({users}).",
      independentStore: "{app} dipasang oleh {by}, toko yang juga ditambahkan kemudian ({users}).",
    },
  },
  "system-name-imitation": {
    question: "Apakah aplikasi tambahan bernama seperti bagian sistem?",
    pass: "Tidak ada aplikasi tambahan yang bernama seperti bagian sistem",
    fail: "Aplikasi tambahan bernama seperti bagian sistem",
    why: "Aplikasi yang bersembunyi menamai dirinya seperti bagian Android, agar orang yang melihat daftar aplikasi tidak curiga. Bagian sistem ada di partisi sistem dan tidak dapat ditambahkan.",
    advice:
      "Cari aplikasinya di Setelan > Aplikasi. Jika tidak ada pengguna ponsel yang mengenalnya, hapus. Jika seseorang mungkin memantau Anda, cari bantuan dulu: ia mungkin menyadarinya.",
    messages: {
      android: "{app} ditambahkan ke ponsel, padahal namanya dipakai bagian Android sendiri.",
      words: "{app} tidak berasal dari toko aplikasi, dan namanya terdengar seperti bagian sistem.",
      maker:
        "{app} ditambahkan ke ponsel dan tidak berasal dari toko aplikasi, padahal namanya milik pembuat ponsel atau Google.",
    },
  },
  "test-only-apps": {
    question: "Apakah aplikasi tambahan berupa versi uji?",
    pass: "Tidak ada aplikasi tambahan yang berupa versi uji",
    fail: "Aplikasi tambahan berupa versi uji",
    why: "Versi uji hanya dapat dipasang dengan komputer dan perintah pengembang. Di ponsel orang yang tidak membuat aplikasi, orang lainlah yang melakukannya.",
    advice: "Hapus aplikasinya kecuali Anda tahu siapa yang memasangnya dan mengapa.",
    messages: { testOnly: "{app} adalah versi uji, dipasang dari komputer." },
  },
  "vulnerable-libraries": {
    question: "Apakah aplikasi tambahan membawa pustaka dengan celah yang diketahui?",
    pass: "Tidak ditemukan pustaka dengan celah dari daftar yang dipakai di aplikasi tambahan",
    fail: "Sebuah aplikasi membawa pustaka dengan celah yang diketahui",
    why: "Aplikasi disusun dari pustaka milik pihak lain. Bila celah sebuah pustaka diketahui, setiap aplikasi harus dibuat ulang dengan versi yang diperbaiki. Hanya pustaka yang versinya tertulis di aplikasi yang dapat dibandingkan, dan apakah aplikasi memakai bagian yang bercelah tidak diketahui dari sini.",
    advice: "Perbarui aplikasinya. Bila tidak ada versi yang lebih baru, tanyakan pembuatnya atau cari aplikasi lain.",
    messages: {
      grave: "{app} membawa pustaka dengan celah berat yang diketahui: {libraries}.",
      graveTogether: "{count} aplikasi membawa pustaka dengan celah berat yang diketahui: {apps}.",
      some: "{app} membawa pustaka dengan celah yang diketahui: {libraries}.",
      someTogether: "{count} aplikasi membawa pustaka dengan celah yang diketahui: {apps}.",
    },
  },
};
