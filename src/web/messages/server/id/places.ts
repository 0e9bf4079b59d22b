import type { Phrases } from "../../check-texts.ts";

/** What places beyond this computer answer, and what to do. */
export const places: Phrases = {
  "The credentials that were kept for this place are gone.":
    "Kredensial yang disimpan untuk tempat ini sudah tidak ada.",
  "Give them again, or name a credentials file.": "Berikan lagi, atau sebutkan file kredensial.",
  "The credentials of places ({name}) cannot be read.": "Kredensial tempat-tempat ({name}) tidak dapat dibaca.",
  "Delete that file in Candor's folder and give the credentials again.":
    "Hapus file itu di folder Candor dan berikan kredensialnya lagi.",
  "Nobody agreed to the key of {name} yet.": "Belum ada yang menyetujui kunci {name}.",
  "Look at the place first, and compare the key that it shows.":
    "Lihat tempatnya dulu, dan bandingkan kunci yang ditunjukkannya.",
  "There is no copy of this vault at that place.": "Tidak ada salinan brankas ini di tempat itu.",
  "Neither the vault nor a copy of it lies at that place.": "Baik brankas maupun salinannya tidak ada di tempat itu.",
  "No vault lies at {value}.": "Tidak ada brankas di {value}.",
  "That is the place of the vault itself.": "Itu tempat brankas itu sendiri.",
  "Another vault lies at {value}.": "Di {value} ada brankas lain.",
  "Choose an empty place, or another prefix or folder in it.":
    "Pilih tempat kosong, atau awalan atau folder lain di dalamnya.",
  "{value} did not keep {name} whole.": "{value} tidak menyimpan {name} secara utuh.",
  "Copy again.": "Salin lagi.",
  "{name} at {value} is not what was written.": "{name} di {value} bukan yang dulu ditulis.",
  "Check that vault; another copy may have the file.": "Periksa brankas itu; salinan lain mungkin punya file tersebut.",
  "The place asks for a login of a kind that Candor does not know ({value}).":
    "Tempat itu meminta cara masuk yang tidak dikenal Candor ({value}).",
  "An empty address, or one with control characters, is none.":
    "Alamat kosong, atau yang berisi karakter kendali, bukan alamat.",
  "“{name}:” is no kind of place.": "“{name}:” bukan jenis tempat.",
  "Give a folder, s3:https://…, sftp://…, webdavs://… or rest:https://….":
    "Berikan folder, s3:https://…, sftp://…, webdavs://… atau rest:https://….",
  "An S3 address names the bucket after the host.": "Alamat S3 menyebut bucket setelah host.",
  "Write s3:https://host/bucket/prefix.": "Tulis s3:https://host/bucket/awalan.",
  "The style of an S3 address is “host” or “path”.": "Gaya alamat S3 adalah “host” atau “path”.",
  "The region of an S3 address is letters and digits.": "Wilayah dalam alamat S3 berupa huruf dan angka.",
  "The address names no host.": "Alamat itu tidak menyebut host.",
  "Write sftp://user@host/path.": "Tulis sftp://pengguna@host/jalur.",
  "The address names no folder.": "Alamat itu tidak menyebut folder.",
  "The path of the address leads elsewhere.": "Jalur pada alamat itu mengarah ke tempat lain.",
  "The address names no server.": "Alamat itu tidak menyebut server.",
  "Write https:// and the host after the colon.": "Tulis https:// dan host setelah titik dua.",
  "The connection to this place would not be encrypted: anyone on the way would see who stores how much, and the credentials.":
    "Sambungan ke tempat ini tidak akan dienkripsi: siapa pun di jalan akan melihat siapa menyimpan seberapa banyak, dan kredensialnya.",
  "Use https (webdavs for WebDAV). Unencrypted connections are for this computer alone.":
    "Gunakan https (webdavs untuk WebDAV). Sambungan tanpa enkripsi hanya untuk komputer ini.",
  "This is no address that can be read.": "Ini bukan alamat yang dapat dibaca.",
  "The address holds credentials, and addresses are shown, logged and kept.":
    "Alamat itu berisi kredensial, padahal alamat ditampilkan, dicatat, dan disimpan.",
  "Put user and password into the environment or a private file.":
    "Taruh pengguna dan kata sandi di lingkungan atau di file pribadi.",
  "The address holds a percent sign that is no escape.": "Alamat itu berisi tanda persen yang bukan escape.",
  "The place gave fewer or other bytes of {name} than were asked for.":
    "Tempat itu memberi byte {name} yang lebih sedikit atau lain dari yang diminta.",
  "The place does not say how large {name} is.": "Tempat itu tidak mengatakan seberapa besar {name}.",
  "{name} sends on to {value}, which is not the place that was named.":
    "{name} meneruskan ke {value}, yang bukan tempat yang disebut.",
  "another address": "alamat lain",
  "Nothing was sent there. Name the address where the vault lies, if you trust it.":
    "Tidak ada yang dikirim ke sana. Sebutkan alamat tempat brankas berada, bila Anda memercayainya.",
  "{name} does not accept the credentials ({reason}).": "{name} tidak menerima kredensialnya ({reason}).",
  "status {n}": "status {n}",
  "Are user and password right?": "Apakah pengguna dan kata sandinya benar?",
  "{name} does not allow this ({reason}, for {value}).": "{name} tidak mengizinkan ini ({reason}, untuk {value}).",
  "Ask whoever runs the place for the right.": "Mintalah haknya kepada pengelola tempat itu.",
  "{name} has no {n}.": "{name} tidak punya {n}.",
  "{name} is full or does not take files of this size ({reason}).":
    "{name} penuh atau tidak menerima file sebesar ini ({reason}).",
  "{name} cannot answer now ({reason}).": "{name} tidak dapat menjawab sekarang ({reason}).",
  "{name} answered about {value} in a way that is not understood ({reason}).":
    "{name} menjawab tentang {value} dengan cara yang tidak dimengerti ({reason}).",
  "Line {n} of {value} is no line of a credentials file.": "Baris {n} dari {value} bukan baris file kredensial.",
  "Each line is one of {value}, an equals sign and the value.":
    "Tiap baris adalah salah satu dari {value}, tanda sama dengan, dan nilainya.",
  "There is no credentials file at {value}.": "Tidak ada file kredensial di {value}.",
  "Others on this computer may read {value}.": "Orang lain di komputer ini dapat membaca {value}.",
  "Run “chmod 600 {command}” first.": "Jalankan dulu “chmod 600 {command}”.",
  "{value} is too large for a credentials file.": "{value} terlalu besar untuk file kredensial.",
  "The place answered with more than the {n} bytes that were expected.":
    "Tempat itu menjawab lebih dari {n} byte yang diharapkan.",
  "{name} did not answer to the end ({reason}).": "{name} tidak menjawab sampai selesai ({reason}).",
  "Is the network there?": "Apakah jaringannya ada?",
  "{value}, which holds the keys that servers showed before, cannot be read.":
    "{value}, yang memuat kunci yang dulu ditunjukkan server, tidak dapat dibaca.",
  "The keys that servers showed before ({name}) cannot be read.":
    "Kunci yang dulu ditunjukkan server ({name}) tidak dapat dibaca.",
  "Remove it if you know why; servers are then trusted anew.":
    "Hapus bila Anda tahu sebabnya; server lalu dipercaya dari awal.",
  "“{value}” is no country.": "“{value}” bukan negara.",
  "Give its two letters: DE, FR, CH.": "Berikan dua hurufnya: DE, FR, CH.",
  "You say that this place is in {n}; its operator, {value}, says that {name} is in {where}.":
    "Anda menyebut tempat ini di {n}; pengelolanya, {value}, menyebut {name} di {where}.",
  "Name the country of the endpoint, or the endpoint of the country.":
    "Sebutkan negara titik akhir itu, atau titik akhir negara itu.",
  "Nobody said in which country this place is.": "Tidak ada yang menyebut di negara mana tempat ini.",
  "Say it with the country’s two letters. Whoever runs the place knows.":
    "Sebutkan dengan dua huruf negaranya. Pengelola tempat itu tahu.",
  "{value} says that the bucket is in {n}, which is in {where}; declared was {name}.":
    "{value} menyebut bucket itu di {n}, yang berada di {where}; yang dinyatakan {name}.",
  "Nothing was stored. Make a bucket in the region that you want, or declare where this one is.":
    "Tidak ada yang disimpan. Buat bucket di wilayah yang Anda inginkan, atau nyatakan di mana bucket ini.",
  "{name}, reached over TLS, named {n} as the region of the bucket; {value} says that this is in {where} ({reason}).":
    "{name}, yang dicapai lewat TLS, menyebut {n} sebagai wilayah bucket; {value} menyebut itu di {where} ({reason}).",
  "This was stopped before it was finished.": "Ini dihentikan sebelum selesai.",
  "{reason} It was asked {n} times.": "{reason} Sudah ditanya {n} kali.",
  "{name} showed no certificate.": "{name} tidak menunjukkan sertifikat.",
  "{name} showed the key {value}, and {n} was named as the one to trust.":
    "{name} menunjukkan kunci {value}, sedangkan yang dipercaya adalah {n}.",
  "Somebody may stand in between. Ask whoever runs the server before you trust the other key.":
    "Mungkin ada yang menyela di tengah. Tanyakan kepada pengelola server sebelum memercayai kunci lain itu.",
  "Nobody that this computer trusts vouches for the certificate of {name} ({reason}). Its key is {value}.":
    "Tidak ada yang dipercaya komputer ini yang menjamin sertifikat {name} ({reason}). Kuncinya {value}.",
  "If the server is your own and shows this key, name it as the one to trust: “trust” in the credentials file, or CANDOR_PLACE_TRUST.":
    "Bila server itu milik Anda dan menunjukkan kunci ini, sebutkan sebagai yang dipercaya: “trust” di file kredensial, atau CANDOR_PLACE_TRUST.",
  "{name} has another key than before ({value}, before {n}); its certificate is vouched for.":
    "{name} punya kunci lain dari sebelumnya ({value}, dulu {n}); sertifikatnya dijamin.",
  "{name} cannot be reached ({reason}).": "{name} tidak dapat dicapai ({reason}).",
  "no answer in time": "tidak menjawab tepat waktu",
  "the connection was closed": "sambungan ditutup",
  "The place was silent for {value}.": "Tempat itu diam selama {value}.",
  "The vault may only lie in {value}, and this place is in {reason}. Nothing was sent.":
    "Brankas hanya boleh berada di {value}, sedangkan tempat ini di {reason}. Tidak ada yang dikirim.",
  "The vault may only lie in {value}, and this place is in {reason}.":
    "Brankas hanya boleh berada di {value}, sedangkan tempat ini di {reason}.",
  "The vault may only lie where the region is verified, and this one is {reason}. Nothing was sent.":
    "Brankas hanya boleh berada di tempat yang wilayahnya diverifikasi, sedangkan ini: {reason}. Tidak ada yang dikirim.",
  "The vault may only lie where the region is verified, and this one is {reason}.":
    "Brankas hanya boleh berada di tempat yang wilayahnya diverifikasi, sedangkan ini: {reason}.",
  "{n}, operated by {value} ({reason})": "{n}, dikelola {value} ({reason})",
  "declared, not verified": "dinyatakan, tidak diverifikasi",
  "verified on {n}": "diverifikasi {n}",
  "someone not named": "pihak yang tidak disebut",
  yourself: "Anda sendiri",
  "{reason} Nothing was sent.": "{reason} Tidak ada yang dikirim.",
  "{reason} Servers that only add files let nothing be removed.":
    "{reason} Server yang hanya menambah file tidak membiarkan apa pun dihapus.",
  "{name} answered with something other than a listing.": "{name} menjawab dengan sesuatu yang bukan daftar.",
  "There is no access key for this S3 place.": "Tidak ada kunci akses untuk tempat S3 ini.",
  "Set CANDOR_PLACE_ACCESS_KEY and CANDOR_PLACE_SECRET_KEY, or name a credentials file with access-key and secret-key.":
    "Ketik kunci akses dan kunci rahasia, tetapkan CANDOR_PLACE_ACCESS_KEY dan CANDOR_PLACE_SECRET_KEY, atau sebutkan file kredensial dengan access-key dan secret-key.",
  "{name} gave a listing that does not end.": "{name} memberi daftar yang tidak berakhir.",
  "{name} names two regions for the bucket: {value} and {n}.":
    "{name} menyebut dua wilayah untuk bucket: {value} dan {n}.",
  "The bucket {value} is in the region {n}, and {name} was asked for.":
    "Bucket {value} berada di wilayah {n}, sedangkan yang diminta {name}.",
  "If that is where it should be, name the endpoint of that region, or add ?region={n} to the address.":
    "Bila memang di situ seharusnya, sebutkan titik akhir wilayah itu, atau tambahkan ?region={n} pada alamat.",
  "{name} has no bucket {value}.": "{name} tidak punya bucket {value}.",
  "Make the bucket first, in the region that you want.": "Buat bucketnya dulu, di wilayah yang Anda inginkan.",
  "{name} does not accept the access key ({reason}).": "{name} tidak menerima kunci aksesnya ({reason}).",
  "Are access key and secret key right?": "Apakah kunci akses dan kunci rahasianya benar?",
  "{name} says that the clock of this computer is wrong.": "{name} menyebut jam komputer ini salah.",
  "Set the clock.": "Atur jamnya.",
  "{name} says that the place is full.": "{name} menyebut tempat itu penuh.",
  "{name} is larger than a file of a repository may be.": "{name} lebih besar dari yang boleh untuk file repositori.",
  "Whose folder is it there?": "Milik siapa folder di sana?",
  "{name} could not do this ({reason}, for {value}).": "{name} tidak dapat melakukannya ({reason}, untuk {value}).",
  "Is there room left on it?": "Masih adakah ruang di sana?",
  "There is no user name for this SFTP place.": "Tidak ada nama pengguna untuk tempat SFTP ini.",
  "The key file {value} cannot be read.": "File kunci {value} tidak dapat dibaca.",
  "{value} is no private key that can be read, or its passphrase is another one.":
    "{value} bukan kunci privat yang dapat dibaca, atau frasa sandinya lain.",
  "Name the passphrase as key-passphrase in the credentials file, or in CANDOR_PLACE_KEY_PASSPHRASE.":
    "Berikan frasa sandi kunci itu, atau tulis sebagai key-passphrase di file kredensial, atau di CANDOR_PLACE_KEY_PASSPHRASE.",
  "There is neither a key nor a password for this SFTP place.":
    "Tidak ada kunci maupun kata sandi untuk tempat SFTP ini.",
  "Set CANDOR_PLACE_KEY_FILE or CANDOR_PLACE_PASSWORD, name them in a credentials file, or start an SSH agent.":
    "Ketik file kunci atau kata sandi, tetapkan CANDOR_PLACE_KEY_FILE atau CANDOR_PLACE_PASSWORD, tulis di file kredensial, atau jalankan agen SSH.",
  "{name} lets nobody transfer files ({reason}).": "{name} tidak membiarkan siapa pun mentransfer file ({reason}).",
  "{name} showed the host key {value}; before, it was {n}.": "{name} menunjukkan kunci host {value}; sebelumnya {n}.",
  "Somebody may stand in between, or the server was set up anew. Ask whoever runs it; then name the key as the one to trust (“trust” in the credentials file, or CANDOR_PLACE_TRUST).":
    "Mungkin ada yang menyela di tengah, atau server dipasang ulang. Tanyakan kepada pengelolanya; lalu setujui kuncinya di “Kredensial lain atau kunci lain” (“trust” di file kredensial, atau CANDOR_PLACE_TRUST).",
  "{name} does not let {value} in with this key or password.":
    "{name} tidak membiarkan {value} masuk dengan kunci atau kata sandi ini.",
  "Are user, key and password right?": "Apakah pengguna, kunci, dan kata sandinya benar?",
  "{name} takes no files in {value}.": "{name} tidak menerima file di {value}.",
  "Is it read-only?": "Apakah hanya dapat dibaca?",
  "{name} lost {value} while it was written.": "{name} kehilangan {value} saat ditulis.",
  "{name} has no folder in which {value} could be made.": "{name} tidak punya folder tempat {value} dapat dibuat.",
  "Make the folder on the server, or name another one.": "Buat foldernya di server, atau sebutkan yang lain.",
  "{name} keeps {value} locked.": "{name} terus mengunci {value}.",
  "The place answered with a listing that cannot be read: {reason}.":
    "Tempat itu menjawab dengan daftar yang tidak dapat dibaca: {reason}.",
};
