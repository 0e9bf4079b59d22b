import type { CheckTexts } from "../../check-texts.ts";

const askGroup =
  "Tulis dari perangkat lain kepada kelompok yang memeriksa kasus seperti ini, misalnya Security Lab Amnesty International atau saluran bantuan Access Now.";
const safety =
  "Jika orang di dekat Anda mungkin memantau, jangan hapus aplikasi sebelum memikirkan keselamatan Anda dan menyimpan bukti. Saluran bantuan bagi yang terdampak ada di stopstalkerware.org.";

export const stalkerware: CheckTexts = {
  "harmful-apps": {
    question: "Apakah aplikasi terpasang dikenal berbahaya dari file atau isinya?",
    pass: "Menurut daftar dan aturan yang dipakai, tidak ada file aplikasi terpasang yang dikenal berbahaya",
    fail: "Aplikasi terpasang dikenal berbahaya dari file atau isinya",
    why: "Aplikasi dapat memakai nama apa pun. Ringkasan filenya menunjuk satu versi tanpa keraguan, dan aturan mengenali isinya, apa pun nama aplikasinya.",
    advice:
      "Jika aplikasi mungkin dipasang untuk memantau seseorang, jangan hapus sebelum memikirkan keselamatan Anda dan menyimpan bukti: saluran bantuan ada di stopstalkerware.org. Jika tidak, hapus.",
    messages: { known: "{app}: {said}" },
  },
  "hidden-icon-apps": {
    question: "Apakah ada aplikasi tambahan tanpa ikon?",
    pass: "Setiap aplikasi tambahan menampilkan ikon, kecuali pembantu yang dikenal",
    fail: "Aplikasi tambahan tidak menampilkan ikon",
    why: "Aplikasi tanpa ikon tidak dapat ditemukan di layar utama. Aplikasi yang memantau orang bersembunyi begitu; keyboard, plugin, dan tema juga tidak punya ikon.",
    advice:
      "Cari aplikasinya di Setelan > Aplikasi, dan tanyakan siapa yang memasangnya dan untuk apa. Jika seseorang mungkin memantau Anda, cari bantuan sebelum menghapusnya: ia mungkin menyadarinya.",
    messages: {
      store: "{app} tidak menampilkan ikon ({users}). Aplikasi ini berasal dari toko aplikasi.",
      outside: "{app} tidak menampilkan ikon ({users}), dan tidak berasal dari toko aplikasi.",
    },
  },
  "mobile-threat-certificates": {
    question: "Apakah terpasang aplikasi yang file atau penanda tangannya dikenal dari spyware yang terdokumentasi?",
    pass: "Tidak ada aplikasi yang diperiksa yang file atau penanda tangannya ada di daftar spyware yang dimuat",
    fail: "Aplikasi terpasang punya file atau penanda tangan dari daftar spyware yang terdokumentasi",
    why: "Ringkasan file menunjuk satu versi aplikasi mata-mata tanpa keraguan; sertifikat penanda tangan menunjuk pembuatnya, apa pun nama aplikasinya.",
    advice: `Jangan hapus dulu aplikasinya. ${askGroup}`,
    messages: {
      file: "File {app} terdaftar untuk {malware} ({campaign}).",
      signer: "Sertifikat yang menandatangani {app} terdaftar untuk {malware} ({campaign}).",
    },
  },
  "mobile-threat-packages": {
    question: "Apakah terpasang aplikasi yang namanya dikenal dari spyware yang terdokumentasi?",
    pass: "Tidak ada aplikasi terpasang yang namanya ada di daftar spyware yang dimuat",
    fail: "Aplikasi terpasang punya nama dari daftar spyware yang terdokumentasi",
    why: "Kelompok peneliti menerbitkan nama aplikasi yang dipakai negara dan perusahaan memata-matai orang. Daftar hanya tahu yang sudah ditemukan: sebagian besar spyware seperti ini berganti nama atau tidak punya nama.",
    advice: `Jangan hapus dulu aplikasinya. ${askGroup}`,
    messages: { listed: "{app} punya nama yang terdaftar untuk {malware} ({campaign})." },
  },
  "mobile-threat-processes": {
    question: "Apakah berjalan proses yang namanya dikenal dari spyware yang terdokumentasi?",
    pass: "Tidak ada proses berjalan yang namanya ada di daftar spyware yang dimuat",
    fail: "Proses yang berjalan punya nama dari daftar spyware yang terdokumentasi",
    why: "Spyware yang bukan aplikasi biasa tetap harus berjalan. Prosesnya punya nama, dan sebagian nama diketahui dari penelitian.",
    advice: `Jangan mulai ulang ponsel. ${askGroup}`,
    messages: { listed: "Proses {process} punya nama yang terdaftar untuk {malware} ({campaign})." },
  },
  "mobile-threat-properties": {
    question: "Apakah sistem memuat properti yang disetel spyware yang terdokumentasi?",
    pass: "Tidak ada properti sistem yang ada di daftar spyware yang dimuat",
    fail: "Properti sistem ada di daftar spyware yang terdokumentasi",
    why: "Sebagian spyware menandai keberadaannya di properti sistem. Penelitian telah menerbitkan nama-nama itu.",
    advice: `Jangan mulai ulang ponsel. ${askGroup}`,
    messages: { listed: "Properti sistem {name} terdaftar untuk {malware} ({campaign})." },
  },
  "power-combination": {
    question: "Apakah aplikasi tambahan memegang kumpulan kuasa yang diperlukan untuk memantau seseorang?",
    pass: "Tidak ada aplikasi tersembunyi atau dari luar toko yang memegang beberapa kuasa untuk memantau",
    fail: "Aplikasi tambahan memegang kumpulan kuasa yang diperlukan untuk memantau seseorang",
    why: "Daftar spyware hanya menyebut yang sudah ditemukan. Yang tidak bisa ditinggalkan aplikasi seperti ini adalah kumpulan kuasa: membaca layar dan notifikasi, tahu tempat, mendengar, dan tidak terlihat. Aplikasi otomatisasi memegang kumpulan serupa, dengan sepengetahuan pemiliknya.",
    advice:
      "Jika Anda tidak mengenal aplikasi yang disebut di sini dan tidak memberinya kuasa ini, anggap sebagai aplikasi yang memantau Anda. Cari bantuan sebelum menghapusnya: orang yang memasangnya mungkin menyadarinya.",
    messages: {
      hidden: "{app} tidak menampilkan ikon dan boleh {powers}.",
      outside: "{app} tidak berasal dari toko aplikasi dan boleh {powers}.",
      unknownOrigin: "{app} boleh {powers}. Siapa yang memasangnya tidak dapat dibaca.",
    },
  },
  "removed-apps-traces": {
    question: "Apakah ada aplikasi yang dihapus dalam beberapa hari terakhir?",
    pass: "Ponsel tidak menyimpan jejak aplikasi yang dihapus dalam beberapa hari terakhir",
    fail: "Ada aplikasi yang dihapus dalam beberapa hari terakhir",
    why: "Spyware sering dihapus sesaat sebelum ponsel diperiksa. Statistik baterai menyimpan nama aplikasi yang dihapus selama beberapa hari, layanan paket sampai ponsel dimulai ulang.",
    advice: "Menghapus aplikasi itu wajar. Perhatikan nama yang tidak diingat siapa pun pengguna ponsel.",
    messages: {
      known: "{app}, yang sudah dihapus, terdaftar sebagai {malware}.",
      others: "Tidak ada lagi di ponsel: {apps}.",
    },
  },
  "stalkerware-certificates": {
    question: "Apakah aplikasi terpasang ditandatangani pembuat stalkerware yang dikenal?",
    pass: "Tidak ada aplikasi yang diperiksa yang ditandatangani dengan sertifikat dari daftar stalkerware yang dimuat",
    fail: "Aplikasi terpasang ditandatangani pembuat stalkerware yang terdaftar",
    why: "Pembuat dapat memberi aplikasi nama apa pun dan harus menandatanganinya dengan kunci yang sama agar dapat memperbaruinya. Sertifikat menunjukkan pembuatnya, apa pun nama aplikasinya.",
    advice: safety,
    messages: { signed: "{app} ditandatangani dengan sertifikat yang terdaftar untuk {product}." },
  },
  "stalkerware-packages": {
    question: "Apakah aplikasi terpasang dikenal sebagai stalkerware dari namanya?",
    pass: "Tidak ada aplikasi terpasang yang namanya ada di daftar stalkerware yang dimuat",
    fail: "Aplikasi terpasang terdaftar sebagai stalkerware",
    why: "Stalkerware memperlihatkan kepada orang lain pesan, panggilan, dan tempat pengguna ponsel, dan menyembunyikan bahwa ia melakukannya.",
    advice: safety,
    messages: {
      stalkerware: "{app} terdaftar sebagai {product}, aplikasi yang memantau pengguna ponsel.",
      watchware:
        "{app} terdaftar sebagai {product}, aplikasi untuk memantau ponsel secara terbuka, yang dapat disalahgunakan.",
    },
  },
  "suspicious-apps": {
    question: "Apakah aplikasi tambahan dibuat seperti aplikasi berbahaya?",
    pass: "Menurut aturan Candor sendiri, tidak ada aplikasi tambahan yang dibuat seperti aplikasi berbahaya",
    fail: "Aplikasi tambahan dibuat seperti aplikasi berbahaya",
    why: "Aplikasi mata-mata baru atau yang berganti nama tidak ada di daftar mana pun. Kebutuhannya membongkarnya: kuasa atas seluruh ponsel disertai persembunyian.",
    advice:
      "Tanyakan apakah Anda atau orang yang Anda percayai memasangnya, dan untuk apa. Jika tidak ada, cari bantuan sebelum menghapusnya: orang yang memasangnya mungkin menyadarinya.",
    messages: { built: "{app}: {said}" },
  },
};
