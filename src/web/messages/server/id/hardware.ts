import type { Phrases } from "../../check-texts.ts";

/** About asking a phone's hardware. */
export const hardware: Phrases = {
  "This Android has no such command; it came with Android 14.":
    "Android ini tidak punya perintah itu; adanya sejak Android 14.",
  "The phone's key store makes no such requests.": "Penyimpan kunci ponsel tidak membuat permintaan seperti itu.",
  "What the phone answered is no request.": "Jawaban ponsel bukan permintaan.",
  "The phone's key store did not answer within 20 seconds.": "Penyimpan kunci ponsel tidak menjawab dalam 20 detik.",
  "The phone answered: {words}": "Ponsel menjawab: {words}",
  "A program of 6 kB is put into /data/local/tmp, the folder for files that come over USB debugging.":
    "Program sebesar 6 kB ditaruh di /data/local/tmp, folder untuk file yang datang lewat debugging USB.",
  "The phone runs it for some seconds, with the rights of USB debugging.":
    "Ponsel menjalankannya beberapa detik, dengan hak debugging USB.",
  "It has the key store make a new key, and the hardware attest it.":
    "Program itu meminta penyimpan kunci membuat kunci baru, dan perangkat keras menjaminnya.",
  "The phone runs it for some seconds, with the rights of USB debugging. It has the key store make a new key, and the hardware attest it.":
    "Ponsel menjalankannya beberapa detik, dengan hak debugging USB. Program itu meminta penyimpan kunci membuat kunci baru, dan perangkat keras menjaminnya.",
  "The key and the program are removed again. Nothing is installed, and no setting is changed.":
    "Kunci dan program dihapus lagi. Tidak ada yang dipasang, dan tidak ada pengaturan yang diubah.",
  "Only the hardware of a connected phone can be asked.":
    "Hanya perangkat keras ponsel yang tersambung yang bisa ditanya.",
  "The phone's answer while the program was sent is not adb's.": "Jawaban ponsel saat program dikirim bukan dari adb.",
  "The phone did not keep the program as it was sent.": "Ponsel tidak menyimpan program seperti yang dikirim.",
  "The phone did not take the program: {words}": "Ponsel tidak menerima program: {words}",
  "The phone did not run the program: {words}": "Ponsel tidak menjalankan program: {words}",
  "The phone did not run the program to its end: {words}": "Ponsel tidak menjalankan program sampai selesai: {words}",
  "The phone's key store attests no key: {words}": "Penyimpan kunci ponsel tidak menjamin kunci apa pun: {words}",
  "The phone's key store did not answer within 30 seconds.": "Penyimpan kunci ponsel tidak menjawab dalam 30 detik.",
  "What the phone answered is not what the program prints.": "Jawaban ponsel bukan yang dicetak program.",
  "Connect the phone. An answer that was saved can be verified: candor attest verify FILE":
    "Sambungkan ponsel. Jawaban yang disimpan bisa diperiksa: candor attest verify FILE",
  "What the phone answered cannot be read: {reason}.": "Jawaban ponsel tidak bisa dibaca: {reason}.",
  "It could not be noted in the journal.": "Tidak bisa dicatat di jurnal.",
  "Nothing was obtained; what was obtained before is still kept.":
    "Tidak ada yang didapat; yang didapat sebelumnya tetap disimpan.",
  "What was obtained on {day} proves more, and is still kept.":
    "Yang didapat pada {day} membuktikan lebih banyak, dan tetap disimpan.",
  "What Candor keeps could not be read: this computer does not allow it.":
    "Yang disimpan Candor tidak bisa dibaca: komputer ini tidak mengizinkannya.",
  "What Candor keeps of your phones is locked.": "Yang disimpan Candor tentang ponsel Anda terkunci.",
  "What was kept of this phone's hardware cannot be read.":
    "Yang disimpan tentang perangkat keras ponsel ini tidak bisa dibaca.",
  "Ask it again and take it as new: candor attest --anew": "Tanyakan lagi dan anggap baru: candor attest --anew",
  "A signature is wrong.": "Satu tanda tangan salah.",
  "It was made for another question: an old or a foreign answer was shown.":
    "Dibuat untuk pertanyaan lain: jawaban lama atau milik pihak lain yang ditunjukkan.",
  "The key that vouches was taken back by Google: it leaked, or its hardware is broken.":
    "Kunci yang menjamin telah ditarik Google: bocor, atau perangkat kerasnya rusak.",
  "Certificates were added below the hardware's own; an app can do that.":
    "Sertifikat ditambahkan di bawah milik perangkat keras; aplikasi bisa melakukannya.",
  "Asked the phone's hardware: {worth}": "Bertanya pada perangkat keras ponsel: {worth}",
  "Puts a small program onto the phone for some seconds, to ask its hardware":
    "Menaruh program kecil di ponsel beberapa detik, untuk bertanya pada perangkat kerasnya",
  proven: "terbukti",
  "said by hardware, its keys not looked up": "kata perangkat keras, kuncinya belum diperiksa",
  "neither proven nor contradicted": "tidak terbukti dan tidak terbantah",
  "no hardware made the answer": "jawaban bukan dari perangkat keras",
  "not proven": "tidak terbukti",
  "it did not answer": "tidak menjawab",
  "the answer does not hold": "jawabannya tidak sah",
};
