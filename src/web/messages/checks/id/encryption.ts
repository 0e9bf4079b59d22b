import type { CheckTexts } from "../../check-texts.ts";

export const encryption: CheckTexts = {
  "encryption-default-key": {
    question: "Apakah kunci enkripsi disk penuh bergantung pada PIN atau kata sandi?",
    pass: "Kunci enkripsi disk penuh bergantung pada PIN atau kata sandi",
    fail: "Penyimpanan dienkripsi dengan kunci bawaan yang tidak memerlukan PIN",
    why: "Enkripsi disk penuh tanpa PIN saat menyalakan memakai kunci yang diketahui ponsel sendiri: siapa yang punya ponselnya, punya datanya.",
    advice: "Pasang PIN atau kata sandi dan pilih agar diminta saat ponsel dinyalakan (mulai aman).",
    messages: { defaultKey: "Ponsel mengatakan bahwa penyimpanannya dienkripsi dengan kunci bawaan." },
  },
  "encryption-metadata": {
    question: "Apakah ukuran file, susunan folder, dan rincian file lainnya juga dienkripsi?",
    pass: "Rincian tentang file juga dienkripsi",
    fail: "Rincian tentang file tidak dienkripsi",
    why: "Enkripsi per file saja menyembunyikan nama dan isi, tetapi tidak jumlah file, ukurannya, dan kapan berubah. Enkripsi metadata menutup celah itu.",
    advice:
      "Ini diputuskan pembuat saat merancang ponsel dan tidak dapat dinyalakan kemudian. Utamakan ponsel yang dibuat untuk Android 11 atau lebih baru.",
    noRemedy: "Pembuat memutuskannya saat merancang ponsel; tidak ada setelan yang mengubahnya.",
    messages: { off: "Ponsel melaporkan bahwa enkripsi metadata mati." },
  },
  "encryption-state": {
    question: "Apakah data di ponsel dienkripsi?",
    pass: "Ponsel melaporkan bahwa datanya dienkripsi",
    fail: "Data di ponsel tidak dienkripsi",
    why: "Tanpa enkripsi, siapa pun yang memegang ponsel dapat menyalin memorinya dan membaca foto, pesan, dan kata sandi, apa pun kunci layarnya.",
    advice:
      "Cadangkan ponsel dan nyalakan enkripsi di Setelan > Keamanan. Jika tidak ada entri itu, ponsel terlalu tua atau sistemnya diganti: jangan simpan hal pribadi di dalamnya.",
    messages: {
      unencrypted: "Ponsel melaporkan bahwa penyimpanannya tidak dienkripsi.",
      unsupported: "Ponsel melaporkan bahwa penyimpanannya tidak dapat dienkripsi.",
    },
  },
  "encryption-type": {
    question: "Apakah data dienkripsi file demi file, dan bukan dengan satu kunci untuk semuanya?",
    pass: "File dienkripsi satu per satu, dengan kunci per pengguna",
    fail: "Ponsel memakai enkripsi lama dengan satu kunci untuk semuanya",
    why: "Enkripsi disk penuh yang lama membuka semuanya sekaligus saat ponsel menyala, sering dengan kunci yang tidak dilindungi PIN. Ponsel yang keluar dengan Android 10 atau lebih baru tidak memakainya lagi.",
    advice:
      "Ini tidak dapat diubah lewat setelan. Pasang PIN atau kata sandi yang diminta saat menyala, matikan ponsel saat diserahkan, dan rencanakan menggantinya.",
    messages: { block: "Ponsel mengenkripsi penyimpanannya sebagai satu blok (enkripsi disk penuh)." },
  },
};
