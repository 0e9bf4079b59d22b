import type { CheckTexts } from "../../check-texts.ts";

export const boot: CheckTexts = {
  "adb-secure": {
    question: "Apakah ponsel bertanya sebelum komputer boleh melakukan debugging?",
    pass: "Komputer harus diizinkan sebelum debugging, dan mulai tanpa hak root",
    fail: "Komputer mana pun boleh melakukan debugging, atau debugging mulai dengan hak root",
    why: "Ponsel dari toko bertanya sebelum komputer boleh melakukan debugging, dan tidak pernah memberinya hak root. Tanpa itu, tempat pengisian daya dapat membaca semuanya.",
    advice:
      "Minta sistem asli pembuatnya dipasang. Sampai saat itu, biarkan debugging USB mati dan colokkan ponsel hanya ke pengisi daya Anda sendiri.",
    messages: {
      noQuestion: "Ponsel membolehkan komputer mana pun melakukan debugging tanpa bertanya (ro.adb.secure bernilai 0).",
      root: "Debugging berjalan dengan hak root (ro.secure bernilai 0).",
    },
  },
  "attestation-agrees": {
    question: "Apakah perangkat keras ponsel menjamin apa yang dikatakan sistem tentang penyalaannya?",
    pass: "Perangkat keras ponsel menjamin penyalaan yang terkunci dan terverifikasi, dan sistem mengatakan hal yang sama",
    fail: "Perangkat keras ponsel tidak menjamin apa yang dikatakan sistem tentang penyalaannya",
    why: "Sistem yang diubah bisa mengatakan apa saja tentang dirinya. Yang ditandatangani perangkat keras ponsel tidak bisa dipalsukannya.",
    advice:
      "Jangan andalkan apa yang dikatakan ponsel tentang bootloader, versi, dan pembaruannya. Jika bukan Anda yang mengubah sistem, minta sistem aslinya dipasang.",
    messages: {
      lock: "Sistem mengatakan {property} = {said}; perangkat keras mengatakan {hardware}.",
      state: "Sistem mengatakan {property} = {said}; perangkat keras mengatakan {hardware}.",
      "os-level": "Sistem mengatakan tingkat keamanannya {said}; perangkat keras mengatakan {hardware}.",
      "vendor-level": "Sistem mengatakan tingkat bagian pabrikan {said}; perangkat keras mengatakan {hardware}.",
      "boot-hash": "Sistem yang berjalan punya sidik lain daripada yang diverifikasi perangkat keras.",
      unlocked: "Perangkat keras sendiri mengatakan bahwa bootloader tidak terkunci.",
      "own-key": "Perangkat keras mengatakan sistem diverifikasi dengan kunci pemilik, bukan kunci pabrikan.",
      signature: "Ada tanda tangan yang salah dalam apa yang diberikan ponsel sebagai jawaban perangkat kerasnya.",
      challenge:
        "Yang diberikan ponsel sebagai jawaban perangkat kerasnya dibuat untuk pertanyaan lain: jawaban lama atau milik pihak lain.",
      revoked: "Kunci yang menjamin telah ditarik Google: bocor, atau perangkat kerasnya rusak.",
      extended: "Sertifikat ditambahkan di bawah milik perangkat keras; aplikasi bisa melakukannya.",
      identity:
        "Kunci yang menjawab berbeda dari saat ponsel ini pertama kali ditanya, pada {day}: ponsel lain, atau papan induk lain.",
      "boot-key": "Sistem diverifikasi dengan kunci lain daripada saat ponsel ini pertama kali ditanya, pada {day}.",
      older: "Satu tingkat yang dilaporkan perangkat keras mundur sejak {day}.",
      silent:
        "Perangkat keras menjawab pada {day}, dan tidak memberi jawaban saat ditanya lagi pada {later}. Pembaruan, layanan yang dimatikan, atau sesuatu yang menyembunyikan keadaan ponsel bisa menjadi penyebabnya.",
    },
  },
  "boot-properties-consistent": {
    question: "Apakah yang dikatakan ponsel tentang proses mulainya saling cocok?",
    pass: "Yang dikatakan ponsel tentang proses mulainya tidak saling bertentangan",
    fail: "Yang dikatakan ponsel tentang proses mulainya saling bertentangan",
    why: "Alat root menulis ulang apa yang dikatakan ponsel tentang dirinya agar tampak tidak tersentuh. Jarang semuanya ditulis ulang, dan jawabannya lalu tidak cocok.",
    advice:
      "Jangan mengandalkan jawaban lain ponsel tentang bootloader dan versinya. Jika bukan Anda yang mengubah sistem, minta yang asli dipasang.",
    messages: {
      lock: "Ponsel melaporkan proses mulai yang terverifikasi penuh dan bootloader yang terbuka sekaligus, atau terkunci dan terbuka sekaligus.",
      kernel: "Properti {name} adalah “{said}”, tetapi bootloader memberi tahu kernel “{told}”.",
      fingerprint: "Sidik jari sistem menyebut {field} “{named}”, sistem sendiri mengatakan “{said}”.",
      missing: "Properti yang dilaporkan setiap MIUI atau HyperOS resmi seusia ini tidak ada: {names}.",
    },
  },
  "bootloader-locked": {
    question: "Apakah bootloader terkunci?",
    pass: "Ponsel melaporkan bahwa bootloader-nya terkunci",
    fail: "Bootloader tidak terkunci",
    why: "Dengan bootloader yang tidak terkunci, siapa pun yang memegang ponsel beberapa menit dapat memasang Android yang diubah, yang membaca semuanya setelah kunci dibuka berikutnya.",
    advice:
      "Mengunci akan menghapus isi ponsel dan dapat membuatnya tak terpakai jika sistemnya diubah. Cadangkan, pasang dulu sistem asli pembuatnya, lalu kunci bootloader, atau serahkan pada layanan servis pembuatnya.",
    messages: { unlocked: "Ponsel melaporkan bahwa bootloader-nya tidak terkunci." },
  },
  "build-keys": {
    question: "Apakah sistem ditandatangani dengan kunci rahasia?",
    pass: "Sistem mengatakan ditandatangani dengan kunci rilis",
    fail: "Sistem mengatakan ditandatangani dengan kunci yang tidak rahasia",
    why: "Kunci uji Android bersifat publik. Pada sistem yang ditandatangani dengannya, siapa pun dapat membuat aplikasi yang dianggap bagian dari sistem.",
    advice:
      "Pasang sistem asli pembuatnya, atau versi sistem Anda yang ditandatangani pembuatnya dengan kunci mereka sendiri.",
    messages: {
      test: "Sistem ditandai sebagai ditandatangani dengan kunci uji publik.",
      dev: "Sistem ditandai sebagai ditandatangani dengan kunci pengembangan.",
    },
  },
  "build-type": {
    question: "Apakah ini sistem untuk pelanggan, atau untuk pengembang?",
    pass: "Sistem ini versi untuk pelanggan",
    fail: "Sistem ini versi untuk pengembang",
    why: "Versi untuk pengembang membolehkan komputer yang tersambung menjadi root dan mematikan perlindungan. Ponsel di toko tidak memakainya.",
    advice:
      "Pasang sistem pembuat untuk pelanggan, kecuali Anda sengaja memakai sistem sendiri dan tahu apa yang dibukanya.",
    messages: {
      userdebug: "Sistem ini versi “userdebug”: komputer dengan akses debugging dapat menjadi root.",
      eng: "Sistem ini versi “eng”, dibuat untuk mengerjakan Android itu sendiri.",
    },
  },
  "debuggable-build": {
    question: "Apakah hanya aplikasi yang memintanya yang dapat di-debug?",
    pass: "Hanya aplikasi yang memintanya yang dapat di-debug",
    fail: "Semua aplikasi dapat di-debug",
    why: "Dengan properti ini menyala, komputer yang tersambung dapat melihat memori setiap aplikasi, termasuk kata sandi dan pesannya.",
    advice:
      "Minta sistem asli pembuatnya dipasang. Di ponsel dari toko properti ini tidak pernah menyala; alat root mungkin yang menyetelnya.",
    messages: {
      on: "Properti ro.debuggable menyala.",
      user: "Properti ro.debuggable menyala, padahal sistem menyebut dirinya versi untuk pelanggan: seseorang mengubah salah satunya.",
    },
  },
  "dm-verity": {
    question: "Apakah sistem diperiksa saat dibaca?",
    pass: "Ponsel melaporkan bahwa sistemnya diperiksa saat dibaca",
    fail: "Ponsel tidak memeriksa sistemnya sepenuhnya saat dibaca",
    why: "dm-verity membandingkan setiap blok sistem dengan yang ditandatangani pembuatnya. Jika mati, file sistem yang diubah tidak ketahuan.",
    advice:
      "Minta sistem asli pembuatnya dipasang lagi. Pesan kerusakan saat menyala adalah alasan untuk segera melakukannya.",
    messages: {
      disabled: "Pemeriksaan sistem saat dibaca dimatikan.",
      logging: "Bagian sistem yang rusak atau diubah hanya dicatat dan tetap dipakai.",
      eio: "Ponsel berjalan dalam mode yang diambilnya setelah menemukan bagian sistem yang rusak atau diubah.",
    },
  },
  "oem-unlock-allowed": {
    question: "Apakah membuka kunci bootloader dilarang?",
    pass: "Membuka kunci bootloader tidak dibolehkan",
    fail: "Membuka kunci bootloader dibolehkan",
    why: "Dengan sakelar ini menyala, orang yang memegang ponsel dapat lanjut membuka bootloader dan memasang sistem lain; perlindungan setelah pencurian juga melemah.",
    advice: "Matikan “Buka kunci OEM” di opsi developer kecuali Anda sendiri akan membuka kunci ponsel.",
    messages: { allowed: "Sakelar “Buka kunci OEM” di opsi developer menyala." },
  },
  "root-apps": {
    question: "Apakah terpasang aplikasi yang memberi atau meminjamkan hak lebih tinggi?",
    pass: "Tidak ada aplikasi dikenal yang memberi atau meminjamkan hak lebih tinggi",
    fail: "Terpasang aplikasi yang memberi atau meminjamkan hak lebih tinggi",
    why: "Aplikasi seperti ini membagikan hak di atas semua perlindungan Android. Jika bukan pemilik ponsel yang memasangnya, itu tanda kuat bahwa orang lain melakukannya.",
    advice:
      "Jika aplikasi root bukan milik Anda, jangan hapus sebelum memikirkan siapa yang mungkin menyadarinya; lalu minta sistem asli dipasang. Aplikasi yang hanya meminjamkan hak cukup dicopot.",
    messages: {
      manager: "{label} terpasang: memberi aplikasi hak root.",
      hooks: "{label} terpasang: mengubah aplikasi lain dan sistem saat berjalan. Memerlukan hak root.",
      helper: "{label} terpasang: meminjamkan aplikasi hak komputer yang tersambung atau hak pemilik perangkat.",
    },
  },
  "root-processes": {
    question: "Apakah program alat root sedang berjalan?",
    pass: "Tidak terlihat program alat root yang berjalan",
    fail: "Program alat root sedang berjalan",
    why: "File dapat disembunyikan, program yang berjalan lebih sulit: label yang diberikan SELinux pada proses menunjukkan hak yang sebenarnya dimilikinya.",
    advice:
      "Jika bukan Anda yang melakukan root, anggap ponsel dikendalikan orang lain dan minta sistem asli dipasang.",
    messages: {
      domain: "{name} berjalan di domain SELinux “{domain}”, yang hanya ada pada alat root dan versi pengembang.",
      program: "{name}, program alat root, sedang berjalan.",
      shell: "{name}, yang dijalankan dari komputer atau terminal, berjalan dengan hak root.",
    },
  },
  "root-traces": {
    question: "Apakah ada file alat root di ponsel?",
    pass: "Tidak terlihat file alat root di tempat yang boleh dilihat komputer",
    fail: "Ada jejak alat root",
    why: "Hak root berada di atas semua perlindungan Android: aplikasi yang memilikinya dapat membaca dan mengubah semuanya, dan bersembunyi dari pemeriksaan ini.",
    advice:
      "Jika bukan Anda yang melakukan root, anggap ponsel dikendalikan orang lain: catat temuannya, pakai ponsel lain untuk hal pribadi, dan minta sistem asli dipasang.",
    messages: {
      files: "File alat root ada di ponsel: {files}.",
      busybox:
        "BusyBox, sekumpulan alat baris perintah, ada di ponsel. Sering datang bersama alat root, dan bersama sistem sebagian pembuat.",
      kernel: "Kernel menyebut dirinya versi dengan akses root di dalamnya.",
    },
  },
  "selinux-enforcing": {
    question: "Apakah SELinux memisahkan aplikasi dan sistem?",
    pass: "SELinux memisahkan aplikasi dan sistem",
    fail: "SELinux tidak memisahkan aplikasi dan sistem",
    why: "SELinux mencegah aplikasi yang keluar dari ruangnya membaca aplikasi lain dan sistem. Di ponsel dari toko SELinux selalu berlaku; alat root dan sebagian sistem yang diubah membukanya.",
    advice: "Minta sistem asli pembuatnya dipasang. Jika bukan Anda yang mengubah ponsel, cari tahu siapa.",
    messages: {
      permissive: "SELinux hanya mencatat yang seharusnya dilarangnya (permissive).",
      disabled: "SELinux dimatikan.",
    },
  },
  "system-mounts-read-only": {
    question: "Apakah sistem dipasang hanya-baca?",
    pass: "Partisi sistem dipasang hanya-baca",
    fail: "Sistem dapat diubah, atau ditimpa lapisan lain, saat ponsel berjalan",
    why: "Di ponsel dari toko sistem hanya dapat dibaca. Sistem yang dapat ditulisi, atau lapisan alat root di atasnya, berarti seseorang telah melewati perlindungan Android.",
    advice: "Minta sistem asli pembuatnya dipasang, kecuali Anda sendiri yang mengubah sistem.",
    messages: {
      writable: "Partisi sistem {path} dipasang dapat ditulisi.",
      rootTool: "Sistem file alat root menutupi {path}.",
    },
  },
  "verified-boot": {
    question: "Apakah ponsel memeriksa saat menyala bahwa Android adalah milik pembuatnya?",
    pass: "Ponsel melaporkan bahwa Android dijalankan seperti ditandatangani pembuatnya",
    fail: "Ponsel tidak menjalankan Android seperti ditandatangani pembuatnya",
    why: "Verified boot mencegah orang menaruh Android yang diubah dengan spyware di ponsel. Tanpanya, tidak ada jawaban lain dari ponsel yang dapat diandalkan.",
    advice:
      "Jika bukan Anda yang membuka kunci atau mengubah ponsel, minta layanan servis pembuatnya memasang sistem asli dan mengunci bootloader; penjual bekas atau orang yang punya akses mungkin mengubahnya.",
    messages: {
      yellow: "Android diperiksa dengan kunci yang dipasang seseorang, bukan kunci pembuatnya.",
      orange: "Bootloader tidak terkunci, jadi Android tidak diperiksa dengan kunci pembuatnya.",
      red: "Pemeriksaan Android gagal saat menyala.",
    },
  },
};
