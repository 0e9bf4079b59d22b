import type { Phrases } from "../../check-texts.ts";

/** Evidence packages, the journal as proof, and which fixes are missing. */
export const proof: Phrases = {
  "It is missing.": "File ini tidak ada.",
  "It cannot be read: {reason}.": "Tidak dapat dibaca: {reason}.",
  "It was changed: it does not have the digest that was signed.":
    "File ini diubah: intisarinya tidak sama dengan yang ditandatangani.",
  "It was added: it is not in the list that was signed.":
    "File ini ditambahkan: tidak ada di daftar yang ditandatangani.",
  "All {n} files are as they were listed.": "Semua {n} file sesuai dengan daftarnya.",
  "It is no signature of the key in the package over the list of files.":
    "Ini bukan tanda tangan kunci di dalam paket atas daftar file.",
  "It is no signature of the key that was given over the list of files.":
    "Ini bukan tanda tangan kunci yang diberikan atas daftar file.",
  "The list of files was signed by the key in the package.": "Daftar file ditandatangani dengan kunci di dalam paket.",
  "The list of files was signed by the key that was given.": "Daftar file ditandatangani dengan kunci yang diberikan.",
  "There is no proof that the journal held it.": "Tidak ada bukti bahwa jurnal memuatnya.",
  "Its checkpoint was not signed by the key of the package.":
    "Keadaan jurnalnya tidak ditandatangani dengan kunci paket.",
  "It is about another snapshot.": "Ini tentang rekaman yang lain.",
  "{value}: entry {n} of the journal, of {name}, is proven.": "{value}: entri {n} jurnal, tanggal {name}, terbukti.",
  "That the key {name} was replaced or revoked is not signed by itself.":
    "Bahwa kunci {name} diganti atau dicabut tidak ditandatangani oleh kunci itu sendiri.",
  "The list of keys has this one alone.": "Daftar kunci hanya berisi kunci ini.",
  "The list has {n} keys; each that was replaced or revoked signed that itself.":
    "Daftar berisi {n} kunci; setiap kunci yang diganti atau dicabut menandatanganinya sendiri.",
  "The snapshot, judged again, gives the same report.": "Rekaman yang dinilai ulang menghasilkan laporan yang sama.",
  "The snapshot, judged again, gives another report, as it may: it was judged with Candor {name} and the same lists.":
    "Rekaman yang dinilai ulang menghasilkan laporan lain, dan itu mungkin: dulu dinilai dengan Candor {name} dan daftar yang sama.",
  "The snapshot, judged again, gives another report, as it may: it was judged with Candor {name} and other lists ({reason}).":
    "Rekaman yang dinilai ulang menghasilkan laporan lain, dan itu mungkin: dulu dinilai dengan Candor {name} dan daftar lain ({reason}).",
  "It does not follow from the snapshot: judged again, with the same version and lists, the answer is another one.":
    "Laporan tidak sesuai dengan rekaman: dinilai ulang dengan versi dan daftar yang sama, jawabannya berbeda.",
  "{value} is larger than any evidence package.": "{value} lebih besar daripada paket bukti mana pun.",
  "{value} is no evidence package: there is no SHA256SUMS in it.":
    "{value} bukan paket bukti: tidak ada SHA256SUMS di dalamnya.",
  "Verifying this package took too long.": "Verifikasi paket ini terlalu lama.",
  "Verifying this package took more memory than any package that Candor makes.":
    "Verifikasi paket ini memakan memori lebih banyak daripada paket mana pun buatan Candor.",
  "Verifying this package broke off.": "Verifikasi paket ini terputus.",
  "It was not verified: take nothing in it for proven.": "Paket tidak terverifikasi: jangan anggap isinya terbukti.",
  "What was in this package is no longer at hand.": "Isi paket ini sudah tidak ada.",
  "Open the package once more.": "Buka paketnya sekali lagi.",
  "Evidence packages are locked.": "Paket bukti terkunci.",
  "Unlock Candor: candor unlock": "Buka kunci Candor: candor unlock",
  "This examination is not kept any more.": "Pemeriksaan ini sudah tidak disimpan.",
  "Line {n} of the journal is bad: {reason}.": "Baris {n} jurnal rusak: {reason}.",
  "See: candor journal verify": "Lihat: candor journal verify",
  "The journal is empty: there is nothing to sign.": "Jurnal kosong: tidak ada yang dapat ditandatangani.",
  "There is no entry {n}.": "Tidak ada entri {n}.",
  "List them: candor journal": "Tampilkan daftarnya: candor journal",
  "See what differs: candor journal verify --checkpoint OLD": "Lihat bedanya: candor journal verify --checkpoint OLD",
  "Its checkpoint is not signed by a known key that counts.":
    "Keadaan jurnalnya tidak ditandatangani dengan kunci dikenal yang berlaku.",
  "A checkpoint over {n} entries in {value} is not signed by a known key that counts.":
    "Sebuah keadaan dengan {n} entri di {value} tidak ditandatangani dengan kunci dikenal yang berlaku.",
  "{n} of the {count} entries that were signed in {value} are missing: the journal was cut off at its end.":
    "{n} dari {count} entri yang ditandatangani di {value} tidak ada: jurnal dipotong di ujungnya.",
  "{n} of the {count} entries that were signed in {value} are missing: what follows the damage cannot be counted.":
    "{n} dari {count} entri yang ditandatangani di {value} tidak ada: yang sesudah kerusakan tidak dapat dihitung.",
  "The first {n} entries are those that were signed in {value}.":
    "{n} entri pertama sama dengan yang ditandatangani di {value}.",
  "the checkpoints of this computer": "keadaan yang dicatat komputer ini",
  "Entry {n} is not what was signed in {value}: it was changed, removed or put in, and the chain behind it was made anew.":
    "Entri {n} bukan yang ditandatangani di {value}: entri itu diubah, dihapus, atau disisipkan, dan rantai sesudahnya dibuat ulang.",
  "Among entries {n} to {count} one at least is not what was signed in {value}: it was changed, removed or put in, and the chain behind it was made anew.":
    "Di antara entri {n} sampai {count} paling sedikit satu bukan yang ditandatangani di {value}: entri itu diubah, dihapus, atau disisipkan, dan rantai sesudahnya dibuat ulang.",
  "The journal is not the continuation of the one that was signed last, with {n} entries.":
    "Jurnal ini bukan lanjutan dari yang terakhir ditandatangani, dengan {n} entri.",
  "See what differs: candor journal verify. Where it was mended or begun anew on purpose, sign it as another journal: candor journal checkpoint --anew":
    "Lihat bedanya: candor journal verify. Jika memang diperbaiki atau dimulai dari awal, tandatangani sebagai jurnal lain: candor journal checkpoint --anew",
  "The proof holds, and its checkpoint is signed by a key that counts.":
    "Bukti itu berlaku, dan keadaan jurnalnya ditandatangani dengan kunci yang berlaku.",
  "Nothing is taken out: serial numbers, addresses, accounts, names of users and networks are in it.":
    "Tidak ada yang dihilangkan: nomor seri, alamat, akun, nama pengguna, dan nama jaringan ada di dalamnya.",
  "Taken out as far as they can be recognised: serial numbers, IMEI, hardware and network addresses, advertising and Android ids, e-mail addresses, telephone numbers.":
    "Dihilangkan sejauh dapat dikenali: nomor seri, IMEI, alamat perangkat keras dan jaringan, ID iklan dan ID Android, alamat email, nomor telepon.",
  "Taken out besides: the names of the phone, of its users and of networks. Apps, settings and findings stay: that is what it is about.":
    "Dihilangkan juga: nama ponsel, nama penggunanya, dan nama jaringan. Aplikasi, setelan, dan temuan tetap ada: itulah pokoknya.",
  "Put back a copy of it, or delete it: candor key show writes it anew.":
    "Kembalikan salinannya, atau hapus: candor key show menulisnya kembali.",
  "The signing key is damaged.": "Kunci tanda tangan rusak.",
  "Put back a copy of the data folder, or delete signing-key.json for a new key.":
    "Kembalikan salinan folder data, atau hapus signing-key.json untuk kunci baru.",
  "Which fixes are missing cannot be told: the phone's properties or the day are not known.":
    "Tidak dapat dikatakan perbaikan mana yang kurang: properti ponsel atau tanggalnya tidak diketahui.",
  "Which fixes of Android are missing cannot be told.": "Tidak dapat dikatakan perbaikan Android mana yang kurang.",
  "Android's fixes are {count} days old: by its level at least {n} fixes that were published since are missing.":
    "Perbaikan Android sudah berumur {count} hari: menurut tingkatnya paling sedikit {n} perbaikan yang terbit sejak itu tidak ada.",
  "Android's fixes are {count} days old: by its level at least {n} fixes that were published since are missing; known to be used in attacks among them: {lost}.":
    "Perbaikan Android sudah berumur {count} hari: menurut tingkatnya paling sedikit {n} perbaikan yang terbit sejak itu tidak ada; yang diketahui dipakai dalam serangan: {lost}.",
  "No missing fix is known up to {name}; what was published since is not in the list in use (candor feeds update).":
    "Sampai {name} tidak diketahui ada perbaikan yang kurang; yang terbit sesudahnya tidak ada di daftar yang dipakai (candor feeds update).",
  "No published fix of Android itself is known to be missing; of chips and drivers up to {n} are.":
    "Tidak diketahui ada perbaikan Android sendiri yang kurang; untuk chip dan driver paling banyak {n}.",
  "No published fix of Android itself is known to be missing; of chips and drivers up to {n} are; known to be used in attacks among them: {lost}.":
    "Tidak diketahui ada perbaikan Android sendiri yang kurang; untuk chip dan driver paling banyak {n}; yang diketahui dipakai dalam serangan: {lost}.",
  "No published fix is known to be missing up to {name}.":
    "Sampai {name} tidak diketahui ada perbaikan terbitan yang kurang.",
  "The entry is not number {n} of the {count} entries that the checkpoint is of.":
    "Entri itu bukan nomor {n} dari {count} entri yang dicakup keadaan jurnal.",
  "The content is not the one that the entry was written with.": "Isinya bukan isi saat entri itu ditulis.",
  "The two checkpoints are of different journals.": "Kedua keadaan itu dari jurnal yang berbeda.",
  "The {n} entries of the earlier checkpoint are not the first of the {count} of the later one.":
    "{n} entri dari keadaan yang lebih awal bukan yang pertama dari {count} entri keadaan yang kemudian.",
  "Line {n} breaks off: the end of it is missing.": "Baris {n} terputus: ujungnya tidak ada.",
  "Entry {n} does not follow the one before it: a byte of the head of entry {count} or of this one was changed.":
    "Entri {n} tidak menyambung dengan yang sebelumnya: satu bita kepala entri {count} atau entri ini diubah.",
  "Entry {n} was changed: {reason}.": "Entri {n} diubah: {reason}.",
  "Behind entry {n} an entry numbered {count} was put in.": "Di belakang entri {n} disisipkan entri bernomor {count}.",
  "Entry {n} stands further behind: entries were put into another order.":
    "Entri {n} berada lebih di belakang: urutan entri diubah.",
  "Entry {n} was removed: behind entry {count} comes entry {lost}.":
    "Entri {n} dihapus: di belakang entri {count} langsung entri {lost}.",
  "Entries {n} to {key} were removed: behind entry {count} comes entry {lost}.":
    "Entri {n} sampai {key} dihapus: di belakang entri {count} langsung entri {lost}.",
  "Packed evidence": "Bukti dikemas",
  "The signed state of the journal could not be kept in the vault: {reason}":
    "Keadaan jurnal yang bertanda tangan tidak dapat disimpan di brankas: {reason}",
  "So the state of the journal was not signed anew. See: candor journal verify --vault":
    "Karena itu keadaan jurnal tidak ditandatangani lagi. Lihat: candor journal verify --vault",
  "The vault holds no signed state of a journal.": "Brankas tidak memuat keadaan jurnal yang bertanda tangan.",
  "With each put and pull one is kept there, once there is a key that signs: candor journal checkpoint":
    "Setiap kali menyimpan dan menarik, satu disimpan di sana begitu ada kunci yang menandatangani: candor journal checkpoint",
  "{n} signed states in {value} cannot be read.": "{n} keadaan bertanda tangan di {value} tidak dapat dibaca.",
  "None of the {n} signed states in {value} is of a key that counts here.":
    "Tidak satu pun dari {n} keadaan bertanda tangan di {value} berasal dari kunci yang berlaku di sini.",
  "{n} signed states in {value} are of keys that do not count here: of another computer, or of a key that is gone.":
    "{n} keadaan bertanda tangan di {value} berasal dari kunci yang tidak berlaku di sini: dari komputer lain, atau dari kunci yang sudah tidak ada.",
  "{n} signed states in {value} are of an earlier journal, which was mended or begun anew.":
    "{n} keadaan bertanda tangan di {value} berasal dari jurnal sebelumnya, yang diperbaiki atau dimulai lagi.",
  "the vault {value}": "brankas {value}",
  "A piece of the file ({id}) is not as long as the index says.":
    "Sebagian berkas ({id}) tidak sepanjang yang dikatakan indeks.",
  "The file is shorter than what is asked for.": "Berkas lebih pendek daripada yang diminta.",
  "The index of the vault does not know a piece ({id}).": "Indeks brankas tidak mengenal satu bagian ({id}).",
  "This is no film that browsers play.": "Ini bukan film yang diputar peramban.",
};
