import type { CheckTexts } from "../../check-texts.ts";

export const users: CheckTexts = {
  "dual-apps": {
    question: "Apakah ada salinan kedua aplikasi (aplikasi ganda)?",
    pass: "Tidak ada salinan kedua aplikasi",
    fail: "Ada salinan kedua aplikasi",
    why: "Salinan punya akun dan izinnya sendiri: yang dicabut dari aplikasi mungkin masih dibolehkan bagi salinannya.",
    advice:
      "Tidak apa-apa jika Anda yang membuatnya. Salinan aplikasi pesan yang bukan buatan Anda mungkin membawa pesan Anda ke tempat lain.",
    messages: { user: "Pengguna {user} ({name}) memuat salinan kedua aplikasi.", on: "Aplikasi ganda menyala." },
  },
  "guest-user": {
    question: "Apakah ada pengguna tamu?",
    pass: "Tidak ada pengguna tamu",
    fail: "Ada pengguna tamu",
    why: "Tamu dapat memakai ponsel tanpa PIN pemilik, tetapi bukan data pemilik.",
    advice: "Hapus tamu setelah kunjungan selesai.",
    messages: { user: "Pengguna {user} ({name}) adalah tamu." },
  },
  "other-users": {
    question: "Apakah ada pengguna biasa lain di ponsel?",
    pass: "Tidak ada pengguna biasa lain di ponsel",
    fail: "Ada pengguna biasa lain di ponsel",
    why: "Pengguna lain punya aplikasi dan data sendiri, yang tidak terlihat dari pengguna ini.",
    advice: "Hapus pengguna yang tidak Anda kenal.",
    messages: { user: "Pengguna {user} ({name}) ada di ponsel selain pemilik." },
  },
  "private-space": {
    question: "Apakah ada ruang privasi atau folder aman?",
    pass: "Tidak ada ruang privasi",
    fail: "Ada ruang privasi",
    why: "Ruang privasi menyembunyikan aplikasi dan datanya di balik kuncinya sendiri. Pemeriksaan ini hanya melihat sedikit isinya.",
    advice: "Tidak apa-apa jika Anda yang membuatnya. Jika tidak, orang lain memakai ponsel ini.",
    messages: { user: "Pengguna {user} ({name}) adalah ruang privasi atau folder aman." },
  },
  "second-space": {
    question: "Apakah ada ruang kedua (Xiaomi)?",
    pass: "Tidak ada ruang kedua",
    fail: "Ada ruang kedua",
    why: "Ruang kedua adalah ponsel di dalam ponsel, dengan aplikasi dan data sendiri, di balik PIN lain. Isinya tidak terlihat dari ruang pertama.",
    advice: "Tidak apa-apa jika Anda yang membuatnya. Jika tidak, orang lain memakai ponsel ini.",
    messages: { user: "Pengguna {user} ({name}) adalah ruang kedua." },
  },
  "work-profile": {
    question: "Apakah ada profil kerja?",
    pass: "Tidak ada profil kerja",
    fail: "Ada profil kerja",
    why: "Pengelola profil kerja menguasai aplikasi dan data di dalamnya, dan mungkin melihat aplikasi apa yang ada.",
    advice:
      "Tidak apa-apa jika tempat kerja menyiapkannya bersama Anda. Jika tidak, cari tahu aplikasi mana yang membuatnya.",
    messages: { user: "Pengguna {user} ({name}) adalah profil kerja." },
  },
};
