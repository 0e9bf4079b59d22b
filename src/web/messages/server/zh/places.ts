import type { Phrases } from "../../check-texts.ts";

/** What places beyond this computer answer, and what to do. */
export const places: Phrases = {
  "The credentials that were kept for this place are gone.": "为这个位置保存的凭据已经不在了。",
  "Give them again, or name a credentials file.": "请重新提供，或指定一个凭据文件。",
  "The credentials of places ({name}) cannot be read.": "各位置的凭据（{name}）无法读取。",
  "Delete that file in Candor's folder and give the credentials again.":
    "请删除 Candor 文件夹里的这个文件，并重新提供凭据。",
  "Nobody agreed to the key of {name} yet.": "还没有人同意过 {name} 的密钥。",
  "Look at the place first, and compare the key that it shows.": "请先查看这个位置，并核对它出示的密钥。",
  "There is no copy of this vault at that place.": "那个位置没有这个保险库的副本。",
  "Neither the vault nor a copy of it lies at that place.": "那个位置既没有这个保险库，也没有它的副本。",
  "No vault lies at {value}.": "{value} 没有保险库。",
  "That is the place of the vault itself.": "那就是保险库自己的位置。",
  "Another vault lies at {value}.": "{value} 放着另一个保险库。",
  "Choose an empty place, or another prefix or folder in it.": "请选择一个空的位置，或其中的另一个前缀或文件夹。",
  "{value} did not keep {name} whole.": "{value} 没有完整保存 {name}。",
  "Copy again.": "请再复制一次。",
  "{name} at {value} is not what was written.": "{value} 里的 {name} 不是当初写入的内容。",
  "Check that vault; another copy may have the file.": "请检查那个保险库；另一个副本里可能有这个文件。",
  "The place asks for a login of a kind that Candor does not know ({value}).":
    "这个位置要求一种 Candor 不认识的登录方式（{value}）。",
  "An empty address, or one with control characters, is none.": "空的地址或含有控制字符的地址不是地址。",
  "“{name}:” is no kind of place.": "“{name}:”不是一种位置。",
  "Give a folder, s3:https://…, sftp://…, webdavs://… or rest:https://….":
    "请给出文件夹、s3:https://…、sftp://…、webdavs://… 或 rest:https://…。",
  "An S3 address names the bucket after the host.": "S3 地址要在主机后面写出存储桶。",
  "Write s3:https://host/bucket/prefix.": "请写成 s3:https://主机/存储桶/前缀。",
  "The style of an S3 address is “host” or “path”.": "S3 地址的形式是“host”或“path”。",
  "The region of an S3 address is letters and digits.": "S3 地址里的区域由字母和数字组成。",
  "The address names no host.": "地址里没有主机。",
  "Write sftp://user@host/path.": "请写成 sftp://用户@主机/路径。",
  "The address names no folder.": "地址里没有文件夹。",
  "The path of the address leads elsewhere.": "地址里的路径通向别处。",
  "The address names no server.": "地址里没有服务器。",
  "Write https:// and the host after the colon.": "请在冒号后面写 https:// 和主机。",
  "The connection to this place would not be encrypted: anyone on the way would see who stores how much, and the credentials.":
    "到这个位置的连接不会加密：途中任何人都能看到谁存了多少，以及凭据。",
  "Use https (webdavs for WebDAV). Unencrypted connections are for this computer alone.":
    "请使用 https（WebDAV 用 webdavs）。未加密的连接只能在这台电脑内部使用。",
  "This is no address that can be read.": "这不是能读懂的地址。",
  "The address holds credentials, and addresses are shown, logged and kept.":
    "地址里含有凭据，而地址会被显示、记录和保存。",
  "Put user and password into the environment or a private file.": "请把用户和密码放进环境变量或私密文件。",
  "The address holds a percent sign that is no escape.": "地址里有一个不是转义的百分号。",
  "The place gave fewer or other bytes of {name} than were asked for.":
    "这个位置给出的 {name} 字节比要求的少，或不是所要的。",
  "The place does not say how large {name} is.": "这个位置没有说 {name} 有多大。",
  "{name} sends on to {value}, which is not the place that was named.": "{name} 转向 {value}，那不是所指定的位置。",
  "another address": "另一个地址",
  "Nothing was sent there. Name the address where the vault lies, if you trust it.":
    "没有向那里发送任何内容。如果你信任它，请指定保险库所在的地址。",
  "{name} does not accept the credentials ({reason}).": "{name} 不接受这些凭据（{reason}）。",
  "status {n}": "状态 {n}",
  "Are user and password right?": "用户和密码对吗？",
  "{name} does not allow this ({reason}, for {value}).": "{name} 不允许这样做（{reason}，{value}）。",
  "Ask whoever runs the place for the right.": "请向运营方申请权限。",
  "{name} has no {n}.": "{name} 没有 {n}。",
  "{name} is full or does not take files of this size ({reason}).": "{name} 已满，或不接受这么大的文件（{reason}）。",
  "{name} cannot answer now ({reason}).": "{name} 现在无法应答（{reason}）。",
  "{name} answered about {value} in a way that is not understood ({reason}).":
    "{name} 对 {value} 的应答无法理解（{reason}）。",
  "Line {n} of {value} is no line of a credentials file.": "{value} 的第 {n} 行不是凭据文件的行。",
  "Each line is one of {value}, an equals sign and the value.": "每行是 {value} 之一、等号和值。",
  "There is no credentials file at {value}.": "{value} 没有凭据文件。",
  "Others on this computer may read {value}.": "这台电脑上的其他人可以读取 {value}。",
  "Run “chmod 600 {command}” first.": "请先运行“chmod 600 {command}”。",
  "{value} is too large for a credentials file.": "{value} 对凭据文件来说太大了。",
  "The place answered with more than the {n} bytes that were expected.": "这个位置的应答超过了预期的 {n} 字节。",
  "{name} did not answer to the end ({reason}).": "{name} 没有应答到底（{reason}）。",
  "Is the network there?": "网络通吗？",
  "{value}, which holds the keys that servers showed before, cannot be read.":
    "{value} 保存着服务器以前出示的密钥，无法读取。",
  "The keys that servers showed before ({name}) cannot be read.": "服务器以前出示的密钥（{name}）无法读取。",
  "Remove it if you know why; servers are then trusted anew.": "如果你知道原因，就把它删掉；之后会重新信任服务器。",
  "“{value}” is no country.": "“{value}”不是国家或地区代码。",
  "Give its two letters: DE, FR, CH.": "请给出两个字母的代码：DE、FR、CH。",
  "You say that this place is in {n}; its operator, {value}, says that {name} is in {where}.":
    "你说这个位置在 {n}；它的运营方 {value} 说 {name} 在 {where}。",
  "Name the country of the endpoint, or the endpoint of the country.":
    "请给出该端点所在的国家或地区，或该国家或地区的端点。",
  "Nobody said in which country this place is.": "没有人说明这个位置在哪个国家或地区。",
  "Say it with the country’s two letters. Whoever runs the place knows.": "请用两个字母的代码说明。运营方知道。",
  "{value} says that the bucket is in {n}, which is in {where}; declared was {name}.":
    "{value} 说存储桶在 {n}，那里属于 {where}；而声明的是 {name}。",
  "Nothing was stored. Make a bucket in the region that you want, or declare where this one is.":
    "什么都没有存。请在你要的区域建一个存储桶，或说明这一个在哪里。",
  "{name}, reached over TLS, named {n} as the region of the bucket; {value} says that this is in {where} ({reason}).":
    "经 TLS 访问的 {name} 说存储桶的区域是 {n}；{value} 说那在 {where}（{reason}）。",
  "This was stopped before it was finished.": "在完成之前停止了。",
  "{reason} It was asked {n} times.": "{reason}一共询问了 {n} 次。",
  "{name} showed no certificate.": "{name} 没有出示证书。",
  "{name} showed the key {value}, and {n} was named as the one to trust.":
    "{name} 出示的密钥是 {value}，而指定信任的是 {n}。",
  "Somebody may stand in between. Ask whoever runs the server before you trust the other key.":
    "可能有人在中间。信任另一个密钥之前，请询问服务器的运营方。",
  "Nobody that this computer trusts vouches for the certificate of {name} ({reason}). Its key is {value}.":
    "这台电脑信任的机构都不为 {name} 的证书作保（{reason}）。它的密钥是 {value}。",
  "If the server is your own and shows this key, name it as the one to trust: “trust” in the credentials file, or CANDOR_PLACE_TRUST.":
    "如果服务器是你自己的，并且出示这个密钥，请把它指定为可信：凭据文件里的“trust”，或 CANDOR_PLACE_TRUST。",
  "{name} has another key than before ({value}, before {n}); its certificate is vouched for.":
    "{name} 的密钥与以前不同（现为 {value}，以前是 {n}）；它的证书有机构作保。",
  "{name} cannot be reached ({reason}).": "连接不到 {name}（{reason}）。",
  "no answer in time": "没有及时应答",
  "the connection was closed": "连接被关闭",
  "The place was silent for {value}.": "这个位置 {value} 没有回应。",
  "The vault may only lie in {value}, and this place is in {reason}. Nothing was sent.":
    "保险库只能放在 {value}，而这个位置在 {reason}。没有发送任何内容。",
  "The vault may only lie in {value}, and this place is in {reason}.":
    "保险库只能放在 {value}，而这个位置在 {reason}。",
  "The vault may only lie where the region is verified, and this one is {reason}. Nothing was sent.":
    "保险库只能放在所在地经过验证的位置，而这里是 {reason}。没有发送任何内容。",
  "The vault may only lie where the region is verified, and this one is {reason}.":
    "保险库只能放在所在地经过验证的位置，而这里是 {reason}。",
  "{n}, operated by {value} ({reason})": "{n}，运营方：{value}（{reason}）",
  "declared, not verified": "已声明，未验证",
  "verified on {n}": "{n} 验证",
  "someone not named": "未说明",
  yourself: "你自己",
  "{reason} Nothing was sent.": "{reason}没有发送任何内容。",
  "{reason} Servers that only add files let nothing be removed.": "{reason}只能添加文件的服务器不允许删除。",
  "{name} answered with something other than a listing.": "{name} 的应答不是列表。",
  "There is no access key for this S3 place.": "这个 S3 位置没有访问密钥。",
  "Set CANDOR_PLACE_ACCESS_KEY and CANDOR_PLACE_SECRET_KEY, or name a credentials file with access-key and secret-key.":
    "请输入访问密钥和私有密钥，或设置 CANDOR_PLACE_ACCESS_KEY 和 CANDOR_PLACE_SECRET_KEY，或指定含 access-key 和 secret-key 的凭据文件。",
  "{name} gave a listing that does not end.": "{name} 给出的列表没有尽头。",
  "{name} names two regions for the bucket: {value} and {n}.": "{name} 为存储桶给出两个区域：{value} 和 {n}。",
  "The bucket {value} is in the region {n}, and {name} was asked for.":
    "存储桶 {value} 在区域 {n}，而要求的是 {name}。",
  "If that is where it should be, name the endpoint of that region, or add ?region={n} to the address.":
    "如果它应该在那里，请指定那个区域的端点，或在地址后加 ?region={n}。",
  "{name} has no bucket {value}.": "{name} 没有存储桶 {value}。",
  "Make the bucket first, in the region that you want.": "请先在你要的区域建立存储桶。",
  "{name} does not accept the access key ({reason}).": "{name} 不接受这个访问密钥（{reason}）。",
  "Are access key and secret key right?": "访问密钥和私有密钥对吗？",
  "{name} says that the clock of this computer is wrong.": "{name} 说这台电脑的时钟不对。",
  "Set the clock.": "请校准时钟。",
  "{name} says that the place is full.": "{name} 说这个位置已满。",
  "{name} is larger than a file of a repository may be.": "{name} 比存储库的文件所能有的更大。",
  "Whose folder is it there?": "那里的文件夹是谁的？",
  "{name} could not do this ({reason}, for {value}).": "{name} 做不到（{reason}，{value}）。",
  "Is there room left on it?": "那里还有空间吗？",
  "There is no user name for this SFTP place.": "这个 SFTP 位置没有用户名。",
  "The key file {value} cannot be read.": "密钥文件 {value} 无法读取。",
  "{value} is no private key that can be read, or its passphrase is another one.":
    "{value} 不是能读取的私钥，或它的口令不对。",
  "Name the passphrase as key-passphrase in the credentials file, or in CANDOR_PLACE_KEY_PASSPHRASE.":
    "请给出该私钥的口令，或在凭据文件里写 key-passphrase，或设置 CANDOR_PLACE_KEY_PASSPHRASE。",
  "There is neither a key nor a password for this SFTP place.": "这个 SFTP 位置既没有密钥也没有密码。",
  "Set CANDOR_PLACE_KEY_FILE or CANDOR_PLACE_PASSWORD, name them in a credentials file, or start an SSH agent.":
    "请输入密钥文件或密码，或设置 CANDOR_PLACE_KEY_FILE 或 CANDOR_PLACE_PASSWORD，或写进凭据文件，或启动 SSH 代理。",
  "{name} lets nobody transfer files ({reason}).": "{name} 不让任何人传输文件（{reason}）。",
  "{name} showed the host key {value}; before, it was {n}.": "{name} 出示的主机密钥是 {value}；以前是 {n}。",
  "Somebody may stand in between, or the server was set up anew. Ask whoever runs it; then name the key as the one to trust (“trust” in the credentials file, or CANDOR_PLACE_TRUST).":
    "可能有人在中间，也可能服务器重新安装过。请询问运营方；然后在“换凭据或密钥”里同意新密钥（或凭据文件里的“trust”、CANDOR_PLACE_TRUST）。",
  "{name} does not let {value} in with this key or password.": "{name} 不让 {value} 用这个密钥或密码登录。",
  "Are user, key and password right?": "用户、密钥和密码对吗？",
  "{name} takes no files in {value}.": "{name} 不接受放进 {value} 的文件。",
  "Is it read-only?": "它是只读的吗？",
  "{name} lost {value} while it was written.": "{name} 在写入时丢失了 {value}。",
  "{name} has no folder in which {value} could be made.": "{name} 没有可以建立 {value} 的文件夹。",
  "Make the folder on the server, or name another one.": "请在服务器上建立该文件夹，或指定另一个。",
  "{name} keeps {value} locked.": "{name} 一直锁着 {value}。",
  "The place answered with a listing that cannot be read: {reason}.": "这个位置的应答是无法读取的列表：{reason}。",
};
