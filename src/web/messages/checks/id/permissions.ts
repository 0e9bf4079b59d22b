import type { CheckTexts } from "../../check-texts.ts";
import { type HolderSentences, holderMessages } from "../../holder-messages.ts";

const sentences: HolderSentences = {
  used: "Terakhir kali dilakukannya {ago} sebelum pemeriksaan ini.",
  running: "Aplikasi sedang melakukannya saat pemeriksaan ini.",
  unused: "Aplikasi tidak melakukannya selama {ago}.",
  unrecorded: "Ponsel tidak mencatat pemakaian.",
  outside: "Aplikasi ini tidak berasal dari toko aplikasi.",
  space: " ",
};
const held = (what: string) => holderMessages(`{app} boleh ${what} ({users}).`, sentences);

export const permissions: CheckTexts = {
  "background-location": {
    question: "Bolehkah aplikasi tambahan mengikuti lokasi ponsel setiap saat?",
    pass: "Tidak ada aplikasi tambahan yang boleh mengikuti lokasi ponsel setiap saat",
    fail: "Aplikasi tambahan boleh mengikuti lokasi ponsel setiap saat",
    why: "Aplikasi dengan lokasi latar belakang dapat mencatat setiap tempat yang didatangi ponsel, tanpa dibuka dan tanpa tanda di layar.",
    advice: "Setel izin lokasi aplikasi ini ke “hanya saat aplikasi digunakan”, kecuali memang untuk mengikuti ponsel.",
    messages: held("membaca lokasi ponsel setiap saat, juga saat tidak dibuka"),
  },
  "body-sensors-access": {
    question: "Bolehkah aplikasi tambahan membaca data kesehatan dan gerakan?",
    pass: "Tidak ada aplikasi tambahan yang boleh membaca data kesehatan dan gerakan",
    fail: "Aplikasi tambahan boleh membaca data kesehatan dan gerakan",
    why: "Data tubuh termasuk yang paling pribadi: detak jantung, langkah, tidur, dan dengan Health Connect, seluruh rekam medis.",
    advice: "Serahkan hanya pada aplikasi olahraga dan kesehatan yang Anda pakai.",
    messages: held("membaca detak jantung, langkah, atau data tubuh lainnya"),
  },
  "calendar-access": {
    question: "Bolehkah aplikasi tambahan membaca kalender?",
    pass: "Tidak ada aplikasi tambahan yang boleh membaca kalender",
    fail: "Aplikasi tambahan boleh membaca kalender",
    why: "Kalender memberi tahu di mana pemiliknya akan berada, dengan siapa, dan sering juga mengapa.",
    advice: "Cabut izin dari aplikasi yang tidak ada urusannya dengan janji Anda.",
    messages: held("membaca atau mengubah kalender"),
  },
  "call-log-access": {
    question: "Bolehkah aplikasi tambahan membaca log panggilan?",
    pass: "Tidak ada aplikasi tambahan yang boleh membaca log panggilan",
    fail: "Aplikasi tambahan boleh membaca log panggilan",
    why: "Log panggilan memberi tahu dengan siapa pemilik berbicara, kapan, dan berapa lama.",
    advice: "Serahkan izin ini pada aplikasi telepon dan pemblokir panggilan yang Anda percayai.",
    messages: held("membaca atau mengubah log panggilan"),
  },
  "camera-access": {
    question: "Bolehkah aplikasi tambahan memakai kamera?",
    pass: "Tidak ada aplikasi tambahan yang boleh memakai kamera",
    fail: "Aplikasi tambahan boleh memakai kamera",
    why: "Aplikasi dengan izin ini dapat mengambil foto dan merekam video saat terbuka, dan di versi Android lama juga saat tidak terbuka.",
    advice:
      "Cabut izin dari aplikasi yang tidak memerlukan kamera untuk kegunaannya bagi Anda, terutama yang tidak berasal dari toko aplikasi.",
    messages: held("mengambil foto dan video"),
  },
  "contacts-access": {
    question: "Bolehkah aplikasi tambahan membaca buku kontak?",
    pass: "Tidak ada aplikasi tambahan yang boleh membaca buku kontak",
    fail: "Aplikasi tambahan boleh membaca buku kontak",
    why: "Buku kontak berisi nama, nomor, dan alamat orang lain; aplikasi yang boleh membacanya dapat menyalin semuanya sekaligus.",
    advice: "Cabut izin dari aplikasi yang tidak Anda pakai mencari orang.",
    messages: held("membaca atau mengubah buku kontak"),
  },
  "location-access": {
    question: "Bolehkah aplikasi tambahan mengetahui lokasi ponsel?",
    pass: "Tidak ada aplikasi tambahan yang boleh mengetahui lokasi ponsel",
    fail: "Aplikasi tambahan boleh mengetahui lokasi ponsel",
    why: "Lokasi ponsel memberi tahu di mana pemiliknya tinggal, bekerja, dan tidur. ACCESS_FINE_LOCATION memberi tempat sampai beberapa meter, ACCESS_COARSE_LOCATION sampai sekitar tiga kilometer persegi.",
    advice:
      "Berikan lokasi hanya pada aplikasi yang memerlukannya, pilih lokasi perkiraan jika ponsel menawarkannya, dan “hanya saat aplikasi digunakan”.",
    messages: held("membaca lokasi ponsel"),
  },
  "microphone-access": {
    question: "Bolehkah aplikasi tambahan memakai mikrofon?",
    pass: "Tidak ada aplikasi tambahan yang boleh memakai mikrofon",
    fail: "Aplikasi tambahan boleh memakai mikrofon",
    why: "Aplikasi dengan izin ini dapat merekam percakapan di dekat ponsel saat terbuka atau menampilkan notifikasi bahwa ia berjalan.",
    advice: "Cabut izin dari aplikasi yang tidak Anda ajak bicara.",
    messages: held("mendengar lewat mikrofon"),
  },
  "nearby-devices-access": {
    question: "Bolehkah aplikasi tambahan mencari perangkat di sekitar?",
    pass: "Tidak ada aplikasi tambahan yang boleh mencari perangkat di sekitar",
    fail: "Aplikasi tambahan boleh mencari perangkat di sekitar",
    why: "Perangkat dalam jangkauan (jam, headphone, router, beacon) dapat membocorkan di mana ponsel berada dan siapa yang ditemui pemiliknya.",
    advice: "Cabut izin dari aplikasi yang tidak bekerja dengan perangkat lain.",
    messages: held("mencari dan menyambung ke perangkat di sekitar"),
  },
  "phone-access": {
    question: "Bolehkah aplikasi tambahan menelepon atau membaca nomor telepon?",
    pass: "Tidak ada aplikasi tambahan yang boleh menelepon atau membaca nomor telepon",
    fail: "Aplikasi tambahan boleh menelepon atau membaca nomor telepon",
    why: "Dengan izin ini aplikasi dapat melihat nomor telepon dan apakah ada panggilan berlangsung, dan, tergantung yang dimintanya, menelepon dan menjawab panggilan.",
    advice: "Cabut izin dari aplikasi yang tidak Anda pakai menelepon.",
    messages: held("menelepon atau menjawab panggilan, atau membaca nomor telepon dan status panggilan"),
  },
  "photos-access": {
    question: "Bolehkah aplikasi tambahan membaca semua foto atau file di penyimpanan bersama?",
    pass: "Tidak ada aplikasi tambahan yang boleh membaca semua foto atau file di penyimpanan bersama",
    fail: "Aplikasi tambahan boleh membaca foto atau file di penyimpanan bersama",
    why: "Aplikasi dengan izin ini dapat membaca gambar dan rekaman di ponsel, dan dengan ACCESS_MEDIA_LOCATION juga di mana diambilnya.",
    advice:
      "Di Android 14 dan lebih baru pilih “pilih foto” alih-alih semuanya; cabut izin dari aplikasi yang tidak Anda pakai membuka gambar.",
    messages: held("membaca foto, video, musik, atau file di penyimpanan bersama"),
  },
  "policy-fixed-permissions": {
    question: "Apakah pengelola ponsel memberi izin yang tidak dapat dicabut penggunanya?",
    pass: "Tidak ada aplikasi tambahan yang memegang izin yang ditetapkan pengelola ponsel",
    fail: "Pengelola ponsel memberi izin yang tidak dapat dicabut penggunanya",
    why: "Hanya pemilik perangkat atau profil (tempat kerja, atau orang yang menyiapkan ponsel sebagai ponsel terkelola) yang dapat menetapkan izin. Di ponsel pribadi, itu tanda pengelolaan tersembunyi.",
    advice:
      "Cari tahu siapa yang mengelola ponsel: Setelan > Keamanan > Aplikasi admin perangkat, dan pemilik yang disebut di laporan ini.",
    messages: { fixed: "{app} memegang izin yang diberikan pengelola ponsel secara permanen ({users})." },
  },
  "sms-access": {
    question: "Bolehkah aplikasi tambahan membaca atau mengirim SMS?",
    pass: "Tidak ada aplikasi tambahan yang boleh membaca atau mengirim SMS",
    fail: "Aplikasi tambahan boleh membaca atau mengirim SMS",
    why: "SMS membawa kode yang dipakai bank dan akun untuk membolehkan orang masuk. Aplikasi yang membacanya dapat mengambil alih akun; yang mengirimnya dapat menghabiskan uang.",
    advice: "Serahkan izin ini hanya pada aplikasi pesan Anda.",
    messages: held("membaca atau mengirim SMS"),
  },
};
