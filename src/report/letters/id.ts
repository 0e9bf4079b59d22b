import { enumerated, type LetterWords } from "../letter-words.ts";

/** Letters in Indonesian. */
export const indonesian: LetterWords = {
  locale: "id",
  greeting: "Dengan hormat,",
  thanks: "Terima kasih sebelumnya.",
  closing: "Hormat saya,",
  laws: { EU: "GDPR", GB: "UK GDPR", ID: "UU Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi (UU PDP)" },
  cite: (unit, articles) => {
    const prefix = { article: "Pasal", section: "Bagian", rule: "Aturan" }[unit];
    return `${prefix} ${enumerated(articles.map(numbered), " dan ")}`;
  },
  cited: (articles, law) => ` (${articles} ${law})`,
  comma: ", ",
  subjects: {
    access: "Permintaan akses atas data pribadi saya ({article} {law})",
    erasure: "Permintaan penghapusan data pribadi saya ({article} {law})",
    objection: "Keberatan atas pemrosesan data pribadi saya ({article} {law})",
    withdrawal: "Penarikan persetujuan ({article} {law})",
    portability: "Permintaan data pribadi saya dalam bentuk yang dapat dipindahkan ({article} {law})",
    restriction: "Permintaan pembatasan pemrosesan ({article} {law})",
    rectification: "Permintaan perbaikan data pribadi saya ({article} {law})",
    reminder: "Pengingat: permintaan saya tanggal {request_date} berdasarkan {article} {law}",
    complaint: "Pengaduan tentang {request_recipient} ({article} {law})",
  },
  bodies: {
    access: `Berdasarkan {article} {law} saya meminta akses atas data pribadi tentang saya yang Anda proses. Mohon pastikan apakah Anda memproses data tersebut. Jika ya, mohon kirimkan salinan seluruhnya, termasuk data dengan nama samaran atau pengenal perangkat saya, dan beri tahu saya:
1. untuk tujuan apa data diproses;
2. kategori datanya;
3. kepada siapa data telah atau akan diungkapkan, setiap penerima dengan namanya;
4. berapa lama data disimpan, atau kriteria penentuannya;
5. dari mana data berasal, sejauh tidak Anda kumpulkan dari saya;
6. apakah ada keputusan otomatis, termasuk pemrofilan, dengan logika apa dan akibat apa bagi saya;
7. ke negara lain mana data ditransfer dan dengan pengamanan apa, beserta salinannya.`,
    erasure: `Berdasarkan {article} {law} saya meminta Anda segera menghapus [erase_all>semua data pribadi tentang saya yang Anda simpan][erase_some>data pribadi tentang saya berikut ini:
{erasure_data}
]. Sejauh pemrosesan didasarkan pada persetujuan saya, saya menariknya. Mohon teruskan permintaan ini kepada semua pihak yang menerima data tersebut, beri tahu saya siapa mereka, dan konfirmasikan penghapusannya kepada saya. Jika Anda menolak, seluruhnya atau sebagian, mohon sampaikan alasannya.`,
    objection: `Berdasarkan {article} {law} saya berkeberatan atas pemrosesan data pribadi tentang saya untuk analitik, pemrofilan, dan iklan, termasuk pemasaran langsung.[has:objection_reason> Alasan saya, dari keadaan khusus saya: {objection_reason}] Mohon hentikan pemrosesan ini untuk semua pengenal yang menyangkut saya atau perangkat saya, dan konfirmasikan kepada saya. Jika menurut Anda alasan Anda lebih kuat, mohon sebutkan, dan batasi pemrosesan sampai hal itu jelas.`,
    withdrawal: `Berdasarkan {article} {law} saya menarik, mulai sekarang, setiap persetujuan yang menjadi dasar Anda memproses data pribadi tentang saya, atau menyimpan maupun membaca informasi di perangkat saya. Jika menurut Anda saya pernah memberi persetujuan itu, mohon beri tahu kapan, bagaimana, dan dengan kata-kata apa. Mohon hentikan pemrosesan yang didasarkan padanya, hapus data yang tidak memiliki dasar hukum lain, dan konfirmasikan keduanya kepada saya.`,
    portability: `Berdasarkan {article} {law} saya meminta data pribadi tentang saya yang telah saya berikan, termasuk data yang diamati dari penggunaan layanan Anda atau aplikasi di perangkat saya, dalam format yang terstruktur, lazim digunakan, dan dapat dibaca mesin (misalnya JSON atau CSV), dengan penjelasan kolomnya.`,
    restriction: `Berdasarkan {article} {law} saya meminta Anda membatasi pemrosesan data pribadi tentang saya: menyimpannya saja dan tidak memprosesnya dengan cara lain. Saya menyangkal keabsahan pemrosesan itu dan memerlukan datanya untuk mengajukan hak saya. Mohon beri tahu saya sebelum pembatasan dicabut, dan beri tahu semua pihak yang menerima data tersebut.`,
    rectification: `Berdasarkan {article} {law} saya meminta Anda memperbaiki atau melengkapi data pribadi tentang saya yang tidak benar:
{rectification_data}
Mohon teruskan hal ini kepada semua pihak yang menerima data tersebut, beri tahu saya siapa mereka, dan konfirmasikan perbaikannya kepada saya.`,
    reminder: `Pada {request_date} saya mengirim permintaan kepada Anda berdasarkan {request_article} {law}. {problem}

Mohon jawab selengkapnya dalam dua minggu setelah Anda menerima surat ini. Jika tidak, saya berhak mengadu kepada otoritas pengawas dan menempuh jalur hukum.`,
    complaint: `Saya mengajukan pengaduan berdasarkan {article} {law}. Pada {request_date} saya mengirim permintaan berdasarkan {request_article} {law} kepada:
{request_recipient_address}

{problem}

Mohon periksa hal ini, upayakan agar pengendali memenuhi permintaan saya, dan beri tahu saya hasilnya. Anda dapat menghubungi saya di: {contact}`,
  },
  runs: "Permintaan saya juga menyangkut [runs>perusahaan dan layanan berikut, serta ]semua layanan lain yang menjadi tanggung jawab Anda[runs>: {runs_list}].",
  identity: "Untuk pengenalan saya memberikan hal berikut, mohon tidak digunakan untuk hal lain:\n{id_data}",
  deadline: "Menurut hukum, Anda harus menjawab dalam {period}.",
  period: (amount, unit) => `${amount} ${{ hours: "jam", days: "hari", months: "bulan" }[unit]} sejak diterima`,
  reserve:
    "Jika Anda tidak menjawab dalam waktu itu, saya berhak mengadu kepada otoritas yang berwenang dan menempuh jalur hukum.",
  problems: {
    "no-answer": "Saya belum menerima jawaban. Batas waktunya berakhir pada {due_date}.",
    partial: "Jawaban tanggal {answer_date} tidak lengkap: {answer_note}",
    refused: "Permintaan ditolak pada {answer_date}: {answer_note}",
    "id-demanded":
      "Pada {answer_date} diminta dokumen identitas. Itu hanya boleh jika ada keraguan yang wajar tentang identitas saya, yang tidak dijelaskan; pengenal yang saya berikan cukup untuk menemukan data saya. {answer_note}",
    "extended-late":
      "Pada {answer_date} diminta waktu tambahan. Hukum hanya membolehkannya jika diberitahukan dengan alasan dalam batas waktu pertama, yang berakhir pada {due_date}. {answer_note}",
  },
  evidence: {
    intro:
      "Permintaan saya didasarkan pada rekaman lalu lintas ponsel saya sendiri[device> ({device})][period>, dari {from} sampai {to} (UTC)]. Rekaman itu memperlihatkan koneksi berikut ke server yang menurut daftar yang diterbitkan adalah milik Anda:",
    host: "- {host}: {connections} koneksi[moment>, {first} (UTC)][times>, {first} sampai {last} (UTC)][apps>, oleh aplikasi {apps}]. {facts}",
    clear: "Yang tidak dienkripsi: {count}.",
    beforeChoice: "Yang terjadi sebelum saya memilih apa pun tentang persetujuan: {count}.",
    afterRefusal: "Yang terjadi setelah saya menolak persetujuan: {count}.",
    data: "Dalam isinya terlihat: {data}.",
    contactOnly: "Yang terlihat hanya kontaknya, bukan apa yang dikirim.",
    place: "Menurut {source} tanggal {date}, server berada di: {country}.",
    placeUnknown: "Letak server tidak dapat dikatakan.",
    record: "Rekaman: {file}, {bytes} bita, SHA-256 {sha256}",
    caution:
      "Saya menyimpan rekaman itu. Jika isi tidak disebutkan, saya hanya menyatakan adanya kontak dan tidak lebih dari itu.",
    ask: "Untuk setiap server ini, mohon jawab:",
    questions: [
      "(a) Data pribadi apa yang Anda terima melaluinya, dengan pengenal apa, sejak kapan, dan untuk tujuan apa?",
      "(b) Atas dasar hukum apa{ground}? Jika persetujuan: kapan, bagaimana, dan dengan kata-kata apa saya memberikannya?",
      "(c) Kepada penerima mana, masing-masing dengan namanya, data ini diungkapkan{recipients}?",
      "(d) Apakah data ini sampai ke negara ketiga, juga melalui akses jarak jauh, dan dengan pengamanan apa{transfer}? Mohon lampirkan salinannya.",
    ],
    security: "(e) Mengapa sebagian tidak dienkripsi, dan tindakan apa yang melindungi data ini{security}?",
    kinds: {
      advertisingId: "ID iklan",
      developerScopedId: "Android ID",
      deviceId: "pengenal perangkat keras",
      installationId: "ID pemasangan",
      userId: "ID pengguna",
      otherIdentifier: "pengenal lain",
      pushToken: "token notifikasi",
      phoneNumber: "nomor telepon",
      emailAddress: "alamat surel",
      contact: "kontak",
      location: "lokasi",
      installedApps: "daftar aplikasi terpasang",
      network: "nama Wi-Fi",
      viewedPage: "halaman atau layar yang dilihat",
      appUsage: "penggunaan aplikasi",
      health: "data kesehatan",
      deviceInfo: "keterangan tentang ponsel",
      other: "data lain",
    },
    more: "- dan {count} server lain, yang ada dalam rekaman.",
  },
  addressUnknown: "Alamat pos perlu dilengkapi: lihat keterangan perusahaan atau pemberitahuan privasi di {domain}",
  contact: "alamat di atas",
};

/** `15(1)(c)` is cited as `15 ayat (1) huruf c`. */
function numbered(article: string): string {
  return article.replace(/\((\d+)\)/, " ayat ($1)").replace(/\(([a-z])\)/, " huruf $1");
}
