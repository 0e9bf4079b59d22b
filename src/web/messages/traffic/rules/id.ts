import type { RuleTexts } from "./rule-texts.ts";

const other =
  "{app} menghubungi {servers}. Rekaman menunjukkan apa yang dikirim, dan di dalamnya tidak dikenali apa pun dari yang pernah dilaporkan tentang alamat ini.";
const noDecision = "Tidak ada keputusan bagi {region} bahwa hukum di sana melindungi setara.";
const unseen = "Apa yang dikirim tidak terlihat di rekaman.";
const nothingSeen = "Dalam yang dikirim tidak dikenali data pribadi.";

/** The rules of traffic in Indonesian. */
export const rulesId: RuleTexts = {
  "anycast-or-cdn": {
    title: "Server yang tempatnya tidak dapat diketahui",
    messages: {
      unplaced:
        "Alamat yang menjawab dari banyak tempat ({operators}) menerima {count} koneksi, jadi negaranya tidak disebut: {servers}.",
    },
  },
  "background-volume": {
    title: "Banyak lalu lintas data di latar belakang",
    messages: {
      counted:
        "{app} mengirim {sent} MB dan menerima {received} MB di latar belakang, menurut hitungan ponsel sendiri dari {from} sampai {to}.",
    },
  },
  "capture-gap": {
    title: "Ada aplikasi dengan lalu lintas data yang tidak tampak di rekaman",
    caution:
      "Ponsel menghitung per jam dan rekaman per detik, jadi ini mungkin lalu lintas sesaat sebelum atau sesudahnya. Lalu lintas aplikasi perekam sendiri tidak pernah ada di dalamnya.",
    messages: {
      gap: "Menurut hitungan ponsel sendiri, aplikasi atau bagian sistem mengirim data, sedangkan rekaman tidak menunjukkan koneksinya ({count}): {apps}. Apa yang dikirim tidak diketahui.",
    },
  },
  "clear-name-lookups": {
    title: "Nama server dicari lewat HTTP tanpa enkripsi",
    messages: {
      asked:
        "{app} bertanya tanpa enkripsi kepada {servers} (pencarian nama Alibaba lewat HTTP): siapa pun di jalur dapat membaca server mana yang dicari, dan menjawab dengan yang lain.",
    },
  },
  "cleartext-contact": {
    title: "Sebuah koneksi tidak terenkripsi",
    messages: {
      contacted:
        "{app} berkomunikasi tanpa enkripsi dengan {servers}. Tidak dikenali data pribadi di dalamnya; namun siapa pun di jalur dapat membaca dan mengubahnya.",
    },
  },
  "cleartext-personal-data": {
    title: "Data pribadi dikirim tanpa enkripsi",
    messages: {
      sent: "{app} mengirim ini tanpa enkripsi, sehingga siapa pun di jalur dapat membacanya: {data}. Tujuannya {servers}.",
    },
  },
  "data-and-permissions": {
    title: "Data yang dijaga izin telah dikirim",
    messages: {
      without:
        "{app} mengirim {data} ke {recipients}, dan menurut pemeriksaan aplikasi itu tidak punya izin untuk membacanya dari ponsel. Datanya bisa berasal dari yang diketik, dari alamat jaringan, dari saat izin itu masih ada, atau dari aplikasi lain.",
      allowed:
        "{app} mengirim {data} ke {recipients}. Aplikasi itu boleh membacanya melalui {permissions}, yang dapat Anda cabut.",
    },
  },
  "data-leaves-region": {
    title: "Server di negara tanpa keputusan kecukupan",
    caution:
      "Ini transfer menurut hukum hanya bila satu pengendali atau pemroses mengungkapkan data kepada yang lain (Pedoman EDPB 05/2021); yang dikirim ponsel langsung ke perusahaan di luar negeri bukan transfer, dan perusahaan itu tetap wajib memenuhi tuntutan hukum. Tanyakan pengaman apa yang ada (Pasal 15(2)).",
    messages: {
      sent: `{app} mengirim {data} ke server di {countries} ({table}): {servers}. ${noDecision}`,
      contacted: `{app} menghubungi server di {countries} ({table}): {servers}. ${noDecision} ${unseen}`,
      nothing: `{app} menghubungi server di {countries} ({table}): {servers}. ${noDecision} ${nothingSeen}`,
    },
  },
  "hardware-id": {
    title: "Pengenal ponsel itu sendiri dikirim",
    messages: {
      sent: "{app} mengirim pengenal yang tetap seumur ponsel ({data}) kepada {recipients}.",
      named:
        "{app} mengirim apa yang disebut pengenal perangkat kepada {recipients}. Apakah tetap sama sesudah reset tidak dapat diketahui dari rekaman.",
    },
  },
  "hashed-id": {
    title: "Pengenal dikirim sebagai intisari",
    messages: {
      sent: "{app} mengirim intisari dari nilai yang Anda sebut ({data}) kepada {recipients}. Intisari pengenal sama gunanya dengan pengenal itu: siapa yang tahu satu menemukan yang lain.",
    },
  },
  "identifiers-to-third-parties": {
    title: "Pengenal dikirim ke pelacak",
    messages: { sent: "{app} mengirim {data} kepada {recipients}, yang disebut pelacak oleh daftar." },
  },
  "installed-app-list": {
    title: "Daftar aplikasi terpasang dikirim",
    caution: "Apakah daftar itu mengungkap hal semacam itu harus dinilai oleh manusia.",
    messages: {
      sent: "{app} mengirim aplikasi apa saja yang terpasang kepada {recipients}. Daftar seperti itu dapat mengungkap kesehatan, keyakinan, cinta, dan politik.",
    },
  },
  "old-tls": {
    title: "Enkripsi usang dipakai",
    messages: {
      chosen: "{app} dan {servers} menyepakati versi TLS sebelum 1.2, yang usang sejak 2021.",
      offered: "{app} tidak menawarkan kepada {servers} versi TLS yang lebih baru dari 1.1, yang usang sejak 2021.",
    },
  },
  "operator-jurisdiction": {
    title: "Perusahaan di balik server berkedudukan di tempat lain",
    caution:
      "Ini pertanyaan untuk surat, bukan pelanggaran: tanyakan apakah orang di negara itu dapat membuka data, dan dengan pengaman apa.",
    messages: {
      seat: `{app} menghubungi {recipients}. Perusahaan itu, atau pemiliknya, berkedudukan di {seats}; itu lain dari tempat servernya. ${noDecision}`,
    },
  },
  "policy-mismatch": {
    title: "Penerima yang tidak disebut pemberitahuan privasi",
    caution:
      "Pemberitahuan boleh menyebut kategori penerima alih-alih nama; dan sebuah perusahaan dapat memakai nama lain di dalamnya.",
    messages: {
      absent:
        "{app} menghubungi {recipients}, yang tidak disebut teks yang Anda berikan ({file}), baik perusahaan maupun domainnya.",
    },
  },
  "precise-location": {
    title: "Lokasi persis dikirim",
    messages: {
      sent: "{app} mengirim di mana ponsel berada, sampai seratus meter atau lebih teliti, kepada {recipients}.",
    },
  },
  "re-linkable-id": {
    title: "Pengenal tetap dikirim bersama ID iklan",
    messages: {
      sent: "{app} mengirim ID iklan bersama {data} kepada {recipients}. Siapa yang punya keduanya mengenali ponsel lagi sesudah ID iklan direset.",
    },
  },
  "static-vs-network": {
    title: "Pelacak dalam berkas aplikasi dan dalam lalu lintas datanya berbeda",
    messages: {
      silent:
        "Dalam berkas {app} ada kode {trackers}; rekaman tidak menunjukkan kontak dengannya. Mungkin bekerja di waktu lain.",
      surprising:
        "{app} menghubungi {recipients}, dan kodenya tidak dikenali dalam berkasnya. Halaman web di dalam aplikasi, kode yang dimuat kemudian, atau kode yang disamarkan dapat melakukannya.",
    },
  },
  "tracker-after-refusal": {
    title: "Pelacak dihubungi sesudah persetujuan ditolak",
    caution: "Apa yang ditolak diketahui dari tanda yang Anda pasang, bukan dari rekaman.",
    messages: {
      contacted: `{app} menghubungi {recipients} sesudah persetujuan ditolak. ${unseen}`,
      nothing: `{app} menghubungi {recipients} sesudah persetujuan ditolak. ${nothingSeen}`,
      sent: "{app} mengirim {data} kepada {recipients} sesudah persetujuan ditolak.",
    },
  },
  "tracker-before-consent": {
    title: "Pelacak dihubungi sebelum ada pilihan",
    caution:
      "Persetujuan tidak diperlukan untuk yang mutlak perlu bagi layanan yang diminta; apakah ini demikian harus ditunjukkan oleh penerima.",
    messages: {
      contacted: `{app} menghubungi {recipients} sebelum ada pilihan. ${unseen}`,
      nothing: `{app} menghubungi {recipients} sebelum ada pilihan. ${nothingSeen}`,
      sent: "{app} mengirim {data} kepada {recipients} sebelum ada pilihan.",
    },
  },
  "us-recipient": {
    title: "Penerima di Amerika Serikat: memadai hanya bila bersertifikat",
    caution: "Daftar itu bukan bagian dari Candor. Keputusan itu sedang dalam banding (C-703/25 P).",
    messages: {
      look: "{app} menghubungi {recipients}. Untuk Amerika Serikat, keputusan kecukupan hanya mencakup penerima dalam daftar Data Privacy Framework; cari di dataprivacyframework.gov.",
    },
  },
  "vendor-reported-endpoint": {
    title: "Server pembuat yang pernah dilaporkan dihubungi",
    messages: {
      contacted:
        "{app} menghubungi {servers}. Pernah dilaporkan bahwa server itu mendapat: {what} ({by}; keyakinan: {confidence}). Itu menyebut apa yang perlu dicari, bukan apa yang terjadi kali ini.",
    },
  },
  "xiaomi-ad-list-download": {
    title: "Daftar MiAdBlacklistConfig diambil",
    caution:
      "Kegunaan daftar itu diperdebatkan: NCSC Lituania (2021) melihat istilah yang dapat dipakai memblokir konten, dimatikan untuk UE; yang lain membacanya sebagai penyaring iklan. Bahwa daftar itu diambil tidak menunjukkan ada yang diblokir.",
    messages: {
      sent: "{app} meminta daftar MiAdBlacklistConfig kepada {servers}.",
      contacted:
        "{app} menghubungi {servers}, tempat tujuh aplikasi mengambil daftar MiAdBlacklistConfig pada 2021; apa yang diminta kali ini tidak terlihat di rekaman.",
      other,
    },
  },
  "xiaomi-ad-requests": {
    title: "Sistem ponsel meminta iklan",
    messages: {
      sent: "{app} mengirim pengenal ke {servers}, tempat aplikasi sistem Xiaomi mendapat iklan.",
      contacted: `{app} menghubungi {servers}, tempat aplikasi sistem Xiaomi mendapat iklan menurut daftar yang diterbitkan. ${unseen}`,
      other,
    },
  },
  "xiaomi-browser-url-report": {
    title: "Peramban Xiaomi melaporkan halaman yang dikunjungi",
    caution:
      "Xiaomi mengubah perambannya setelah laporan itu. Hanya rekaman yang menunjukkan isi memberi tahu apa yang dikirim sekarang.",
    messages: {
      sent: "{app} mengirim alamat halaman yang dibuka ke {servers}.",
      contacted:
        "{app} menghubungi {servers}. Pada 2020 dilaporkan bahwa peramban Xiaomi mengirim alamat halaman yang dikunjungi dan pencarian ke sana, juga dalam mode privat; apa yang dikirim kali ini tidak terlihat di rekaman.",
      other,
    },
  },
  "xiaomi-installed-app-check": {
    title: "Layanan penjaga Xiaomi bertanya kepada server tentang aplikasi terpasang",
    caution:
      "Bahwa daftar itu dikirim oleh ponsel yang dijual di luar Tiongkok dilaporkan dari alamat di kodenya, bukan dari rekaman.",
    messages: {
      sent: "{app} mengirim daftar aplikasi terpasang ke {servers}.",
      contacted:
        "{app} menghubungi {servers}. Pada 2023 dilaporkan bahwa layanan penjaga mengirim daftar aplikasi terpasang ke sana; apa yang dikirim kali ini tidak terlihat di rekaman.",
      other,
    },
  },
  "xiaomi-onetrack-usage": {
    title: "OneTrack Xiaomi melaporkan aplikasi dan layar mana yang dibuka",
    messages: {
      sent: "{app} mengirim aplikasi atau layar mana yang dibuka, atau pengenal ponsel bersamanya, ke {servers}.",
      contacted:
        "{app} menghubungi {servers}. Studi tahun 2021 dan 2023 melihat ponsel mengirim ke sana aplikasi dan layar mana yang dibuka, kapan, dan berapa lama; apa yang dikirim kali ini tidak terlihat di rekaman.",
      other,
    },
  },
  "xiaomi-push-cleartext": {
    title: "Layanan notifikasi Xiaomi berkomunikasi tanpa enkripsi",
    messages: {
      sent: "{app} membuka kanal notifikasi Xiaomi ke {servers} tanpa enkripsi. Dalam apa yang dapat dibaca siapa pun di jalur, bingkai kanal ini dikenali; isinya model, versi sistem, bahasa, dan jenis jaringan.",
      contacted:
        "{app} menghubungi {servers} pada port kanal notifikasi Xiaomi. Awal dari yang dikirim tidak ada di rekaman.",
    },
  },
  "xiaomi-usage-statistics": {
    title: "MiStat Xiaomi mengumpulkan statistik pemakaian",
    messages: {
      sent: "{app} mengirim data pribadi ke {servers}, tempat statistik pemakaian Xiaomi dikumpulkan.",
      contacted: `{app} menghubungi {servers}, tempat statistik pemakaian Xiaomi dikumpulkan menurut daftar yang diterbitkan. ${unseen}`,
      other,
    },
  },
};
