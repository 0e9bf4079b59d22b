import type { CheckTexts } from "../../check-texts.ts";

export const preInstalled: CheckTexts = {
  "facebook-services-preinstalled": {
    question: "Apakah layanan Facebook merupakan bawaan?",
    pass: "Layanan Facebook tidak ada di antara aplikasi bawaan",
    fail: "Layanan Facebook merupakan bawaan",
    why: "Bagian ini tidak punya ikon, boleh memasang dan memperbarui aplikasi Facebook di luar toko, dan tetap ada saat aplikasi Facebook sendiri dihapus. Orang yang tidak memakai Facebook tidak memerlukannya.",
    advice: "Hapus untuk pengguna Anda. Aplikasi Facebook tetap berfungsi dan diperbarui oleh Play Store.",
    messages: { present: "{app} merupakan bawaan. Kegunaannya: {does}." },
  },
  "preinstalled-collectors": {
    question: "Apakah pengumpul data atau iklan perusahaan lain merupakan bawaan?",
    pass: "Tidak ada pengumpul data terdaftar yang merupakan bawaan (milik Xiaomi dan Facebook ditanyakan tersendiri)",
    fail: "Aplikasi yang mengumpulkan data atau menampilkan iklan merupakan bawaan",
    why: "Pembuat dan operator menaruh bagian seperti ini di ponsel berdasarkan perjanjian dengan perusahaan lain. Bagian ini bekerja sejak hari pertama, tanpa dibuka. Bagian milik Xiaomi ditanyakan di pengumpulan data.",
    advice:
      "Putuskan apakah Anda menginginkannya; sebagian besar dapat dihapus untuk pengguna Anda tanpa kerugian, dan kembali saat ponsel direset.",
    messages: { present: "{app} ({maker}). Kegunaannya: {does}. Tanpanya: {cost}" },
  },
  "preinstalled-removable": {
    question: "Apakah ada aplikasi bawaan yang dapat dihapus?",
    pass: "Tidak ada aplikasi bawaan yang ada di daftar Candor tentang yang dapat dihapus",
    fail: "Ada aplikasi bawaan yang dapat dihapus",
    why: "Setiap aplikasi yang tidak dipakai memegang izin, mungkin punya kesalahan, dan mungkin berkomunikasi dengan pembuatnya. Bagian bawaan dapat dihapus untuk satu pengguna dan dikembalikan; filenya tetap di partisi sistem.",
    advice:
      "Tidak ada yang harus dilakukan. Hapus yang tidak Anda pakai, beberapa setiap kali, dan mulai ulang ponsel di antaranya.",
    messages: {
      removable: "{app} ({maker}). Kegunaannya: {does}. Tanpanya: {cost}",
      advertising: "{app} ({maker}). Kegunaannya, dengan iklan: {does}. Tanpanya: {cost}",
    },
  },
};
