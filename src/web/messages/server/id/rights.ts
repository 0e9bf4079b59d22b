import type { Phrases } from "../../check-texts.ts";

/** Requests about one's data, in Indonesian. */
export const rights: Phrases = {
  "It would end on {date}, which is no working day; it ends on the next one (Reg. 1182/71 Art. 3(4)).":
    "Seharusnya berakhir pada {date}, yang bukan hari kerja; berakhir pada hari kerja berikutnya (Peraturan 1182/71 Pasal 3(4)).",
  "Counted with the public holidays of the whole of {n}; a regional holiday may move the end by a day.":
    "Dihitung dengan hari libur nasional {n}; libur daerah dapat menggeser akhirnya satu hari.",
  "Counted with Saturdays and Sundays alone, since the recipient's country or its holidays are not known; a public holiday may move the end.":
    "Dihitung dengan Sabtu dan Minggu saja, karena negara penerima atau hari liburnya tidak diketahui; hari libur dapat menggeser akhirnya.",
  "Counted in calendar days; holidays are not in it.": "Dihitung dalam hari kalender; hari libur tidak diperhitungkan.",
  "The time rests on general knowledge and was not compared with the text of the law.":
    "Tenggat ini bertumpu pada pengetahuan umum dan belum dibandingkan dengan teks undang-undang.",
  "There is a file with this already.": "Sudah ada berkas pada ini.",
  "This file is no longer where it was kept.": "Berkas ini tidak ada lagi di tempat penyimpanannya.",
  "Your own copy is not touched.": "Salinan Anda sendiri tidak tersentuh.",
  "There is no such file with this request.": "Tidak ada berkas seperti itu pada permintaan ini.",
  "There is no letter of the kind “{name}” in the language “{n}”.":
    "Tidak ada surat jenis “{name}” dalam bahasa “{n}”.",
  "Languages with all letters: {value}.": "Bahasa yang memiliki semua surat: {value}.",
  "The published text of this letter in “{n}” cannot be filled: {reason}.":
    "Teks terbitan surat ini dalam “{n}” tidak dapat diisi: {reason}.",
  "Choose another language: {value}.": "Pilih bahasa lain: {value}.",
  "For {app}, the law as it is known here for {date} has no right of the kind “{name}”.":
    "Menurut hukum {app} sejauh diketahui di sini untuk {date}, tidak ada hak jenis “{name}”.",
  "Ask for advice there, or use the law of another region if it holds for you: --region":
    "Mintalah nasihat di sana, atau pakai hukum wilayah lain jika berlaku bagi Anda: --region",
  "The address is from datarequests.org, record “{name}”, list of {date}, {value}; read there from {n}. Compare it with the company's privacy notice: what goes to a wrong address gives your data away.":
    "Alamat ini dari datarequests.org, catatan “{name}”, daftar {date}, {value}; di sana dibaca dari {n}. Bandingkan dengan pemberitahuan privasi perusahaan: yang terkirim ke alamat salah membocorkan data Anda.",
  "checked by people": "diperiksa orang",
  "used with success": "pernah dipakai dengan berhasil",
  "collected by a program": "dikumpulkan program",
  "To find you they ask for: {value}. Give what is needed and nothing more.":
    "Untuk menemukan Anda mereka meminta: {value}. Berikan yang perlu saja, tidak lebih.",
  "They are known to ask for a copy of an identity document. By the GDPR that is for cases of reasonable doubt alone (Art. 12(6)).":
    "Mereka diketahui meminta salinan dokumen identitas. Menurut GDPR itu hanya untuk keraguan yang beralasan (Pasal 12(6)).",
  "No address of {app} is known here, and none is guessed. It stands in the privacy notice of the app or of the company.":
    "Alamat {app} tidak diketahui di sini, dan tidak ditebak. Alamat itu ada dalam pemberitahuan privasi aplikasi atau perusahaan.",
  "No address of {app} is known here, and none is guessed. It stands in the privacy notice of the app or of the company ({name}).":
    "Alamat {app} tidak diketahui di sini, dan tidak ditebak. Alamat itu ada dalam pemberitahuan privasi aplikasi atau perusahaan ({name}).",
  "There is a form: {n}": "Ada formulir: {n}",
  "Nothing in the letter identifies you but your name. A company that knows devices alone finds you by an identifier only, such as the advertising ID.":
    "Dalam surat hanya nama yang mengenali Anda. Perusahaan yang hanya mengenal perangkat menemukan Anda lewat pengenal saja, seperti ID iklan.",
  "There is no evidence in it; a report on a record of traffic gives some.":
    "Tidak ada bukti di dalamnya; laporan atas rekaman lalu lintas memberikannya.",
  "The text is in the language that you chose; what was recorded, and what is added to it, is in English.":
    "Teksnya dalam bahasa pilihan Anda; yang terekam dan yang ditambahkan dalam bahasa Inggris.",
  "The articles of {app} rest on general knowledge ({n}); compare them with {value}.":
    "Pasal-pasal {app} bertumpu pada pengetahuan umum ({n}); bandingkan dengan {value}.",
  "Law as of {date}. This is no legal advice.": "Hukum per {date}. Ini bukan nasihat hukum.",
  "Request {n} is {name}: “{event}” cannot follow.": "Permintaan {n} berstatus {name}: “{event}” tidak dapat menyusul.",
  "Request {n} is {name}: “{event}” cannot follow, only {value}.":
    "Permintaan {n} berstatus {name}: “{event}” tidak dapat menyusul, hanya {value}.",
  "That was before {date}, when “{event}” was.": "Itu sebelum {date}, saat “{event}” terjadi.",
  "The file is too large to be kept here.": "Berkas terlalu besar untuk disimpan di sini.",
  "Keep it yourself, and say in the note where it lies.": "Simpan sendiri, dan sebutkan tempatnya dalam catatan.",
  "There is no request {n}.": "Tidak ada permintaan {n}.",
  "There is no such request.": "Tidak ada permintaan seperti itu.",
  "See them all: candor rights list": "Lihat semuanya: candor rights list",
  "What is kept of your requests is damaged.": "Simpanan permintaan Anda rusak.",
  "It lies at {value}": "Letaknya di {value}",
  "What is to be corrected?": "Apa yang harus diperbaiki?",
  "Say it: --data “Name: Ada, not Ida”": "Sebutkan: --data “Name: Ada, not Ida”",
  "The report shows no connection to {app}, so the letter has no evidence.":
    "Laporan tidak menunjukkan koneksi ke {app}, jadi surat ini tanpa bukti.",
  "Request {n} was not sent yet.": "Permintaan {n} belum dikirim.",
  "When it was: candor rights sent {n}": "Setelah dikirim: candor rights sent {n}",
  "The law as it is known here sets no time for request {n}, so there is no cause for a {name} by itself.":
    "Hukum sejauh diketahui di sini tidak menetapkan tenggat bagi permintaan {n}, jadi belum ada alasan untuk {name}.",
  "The time for an answer to request {n} ends on {date}: there is no cause for a {name} yet.":
    "Tenggat jawaban atas permintaan {n} berakhir {date}: belum ada alasan untuk {name}.",
  "If there is another one, name it: --problem": "Jika ada alasan lain, sebutkan: --problem",
  "To whom is the letter?": "Surat ini untuk siapa?",
  "This report has connections to {n} companies: {value}.": "Laporan ini memuat koneksi ke {n} perusahaan: {value}.",
  "Name one: --to COMPANY": "Sebutkan satu: --to COMPANY",
  "“{value}” may be: {apps}.": "“{value}” mungkin: {apps}.",
  "The address of the authority is from datarequests.org, list of {date}; read there from {value}.":
    "Alamat otoritas ini dari datarequests.org, daftar {date}; di sana dibaca dari {value}.",
  "There are several authorities in {n}; the one where you live, or of the company's seat, is yours: {value}.":
    "Di {n} ada beberapa otoritas; milik Anda adalah yang di tempat tinggal Anda atau kedudukan perusahaan: {value}.",
  "To which authority? A complaint may go to that of the country where you live, work, or where it happened (Art. 77 GDPR).":
    "Ke otoritas mana? Pengaduan dapat ditujukan ke otoritas negara tempat Anda tinggal, bekerja, atau tempat kejadiannya (Pasal 77 GDPR).",
  "Name it: --authority ID": "Sebutkan: --authority ID",
  "Name the country: --country DE. All of them: candor rights authorities":
    "Sebutkan negaranya: --country DE. Semuanya: candor rights authorities",
  "No authority of {app} is known here.": "Tidak ada otoritas {app} yang diketahui di sini.",
  "No address of {app} is known here, and none is guessed: its own pages have it.":
    "Alamat {app} tidak diketahui di sini, dan tidak ditebak: ada di halamannya sendiri.",
};
