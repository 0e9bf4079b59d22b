import type { Phrases } from "../../check-texts.ts";

/** Evidence packages, the journal as proof, and which fixes are missing. */
export const proof: Phrases = {
  "It is missing.": "它缺失了。",
  "It cannot be read: {reason}.": "无法读取：{reason}。",
  "It was changed: it does not have the digest that was signed.": "它被更改了：它的摘要与签名时不同。",
  "It was added: it is not in the list that was signed.": "它是后加的：不在签名的列表里。",
  "All {n} files are as they were listed.": "全部 {n} 个文件都与列表一致。",
  "It is no signature of the key in the package over the list of files.": "它不是包中密钥对文件列表的签名。",
  "It is no signature of the key that was given over the list of files.": "它不是所给密钥对文件列表的签名。",
  "The list of files was signed by the key in the package.": "文件列表由包中的密钥签名。",
  "The list of files was signed by the key that was given.": "文件列表由所给的密钥签名。",
  "There is no proof that the journal held it.": "没有证明日志里有它。",
  "Its checkpoint was not signed by the key of the package.": "它的检查点不是由包的密钥签名的。",
  "It is about another snapshot.": "它是关于另一份快照的。",
  "{value}: entry {n} of the journal, of {name}, is proven.": "{value}：日志条目 {n}（{name}）已得到证明。",
  "That the key {name} was replaced or revoked is not signed by itself.":
    "密钥 {name} 被取代或吊销一事没有由它自己签名。",
  "The list of keys has this one alone.": "密钥列表里只有这一个。",
  "The list has {n} keys; each that was replaced or revoked signed that itself.":
    "列表里有 {n} 个密钥；每个被取代或吊销的密钥都为此自己签了名。",
  "The snapshot, judged again, gives the same report.": "重新判断快照，得出同样的报告。",
  "The snapshot, judged again, gives another report, as it may: it was judged with Candor {name} and the same lists.":
    "重新判断快照得出另一份报告，这是允许的：当时用的是 Candor {name} 和相同的列表。",
  "The snapshot, judged again, gives another report, as it may: it was judged with Candor {name} and other lists ({reason}).":
    "重新判断快照得出另一份报告，这是允许的：当时用的是 Candor {name} 和其他列表（{reason}）。",
  "It does not follow from the snapshot: judged again, with the same version and lists, the answer is another one.":
    "它与快照不符：用同样的版本和列表重新判断，结论不同。",
  "{value} is larger than any evidence package.": "{value} 比任何证据包都大。",
  "{value} is no evidence package: there is no SHA256SUMS in it.": "{value} 不是证据包：里面没有 SHA256SUMS。",
  "Verifying this package took too long.": "核实这个证据包花的时间太长。",
  "Verifying this package took more memory than any package that Candor makes.":
    "核实这个证据包占用的内存超过了 Candor 制作的任何证据包。",
  "Verifying this package broke off.": "核实这个证据包时中断了。",
  "It was not verified: take nothing in it for proven.": "它没有得到核实：不要把其中任何内容当作已证明。",
  "What was in this package is no longer at hand.": "这个证据包的内容已经不在了。",
  "Open the package once more.": "请再打开一次证据包。",
  "Evidence packages are locked.": "证据包已锁定。",
  "Unlock Candor: candor unlock": "请解锁 Candor：candor unlock",
  "This examination is not kept any more.": "这次检查已不再保存。",
  "Line {n} of the journal is bad: {reason}.": "日志第 {n} 行有问题：{reason}。",
  "See: candor journal verify": "请看：candor journal verify",
  "The journal is empty: there is nothing to sign.": "日志是空的：没有可以签名的内容。",
  "There is no entry {n}.": "没有条目 {n}。",
  "List them: candor journal": "列出条目：candor journal",
  "See what differs: candor journal verify --checkpoint OLD": "查看有何不同：candor journal verify --checkpoint OLD",
  "Its checkpoint is not signed by a known key that counts.": "它的检查点不是由有效的已知密钥签名的。",
  "A checkpoint over {n} entries in {value} is not signed by a known key that counts.":
    "{value} 中一个覆盖 {n} 个条目的检查点不是由有效的已知密钥签名的。",
  "{n} of the {count} entries that were signed in {value} are missing: the journal was cut off at its end.":
    "{value} 中签名的 {count} 个条目缺了 {n} 个：日志的末尾被截断了。",
  "{n} of the {count} entries that were signed in {value} are missing: what follows the damage cannot be counted.":
    "{value} 中签名的 {count} 个条目缺了 {n} 个：损坏之后的内容无法计数。",
  "The first {n} entries are those that were signed in {value}.": "前 {n} 个条目与 {value} 中签名的一致。",
  "the checkpoints of this computer": "这台电脑的检查点",
  "Entry {n} is not what was signed in {value}: it was changed, removed or put in, and the chain behind it was made anew.":
    "条目 {n} 与 {value} 中签名的不同：它被更改、删除或插入过，其后的链被重新制作。",
  "Among entries {n} to {count} one at least is not what was signed in {value}: it was changed, removed or put in, and the chain behind it was made anew.":
    "条目 {n} 到 {count} 中至少有一个与 {value} 中签名的不同：它被更改、删除或插入过，其后的链被重新制作。",
  "The journal is not the continuation of the one that was signed last, with {n} entries.":
    "日志不是上次签名的那份（{n} 个条目）的延续。",
  "See what differs: candor journal verify. Where it was mended or begun anew on purpose, sign it as another journal: candor journal checkpoint --anew":
    "查看有何不同：candor journal verify。如果是有意修复或重新开始的，请作为另一份日志签名：candor journal checkpoint --anew",
  "The proof holds, and its checkpoint is signed by a key that counts.": "证明成立，其检查点由有效的密钥签名。",
  "Nothing is taken out: serial numbers, addresses, accounts, names of users and networks are in it.":
    "什么都不去除：序列号、地址、账号、用户名和网络名都在里面。",
  "Taken out as far as they can be recognised: serial numbers, IMEI, hardware and network addresses, advertising and Android ids, e-mail addresses, telephone numbers.":
    "在能识别的范围内去除：序列号、IMEI、硬件和网络地址、广告 ID 和 Android ID、电子邮件地址、电话号码。",
  "Taken out besides: the names of the phone, of its users and of networks. Apps, settings and findings stay: that is what it is about.":
    "另外还去除：手机、用户和网络的名称。应用、设置和发现会保留：因为要说的正是这些。",
  "Put back a copy of it, or delete it: candor key show writes it anew.":
    "请放回它的副本，或者删除它：candor key show 会重新写入。",
  "The signing key is damaged.": "签名密钥已损坏。",
  "Put back a copy of the data folder, or delete signing-key.json for a new key.":
    "请放回数据文件夹的副本，或者删除 signing-key.json 以使用新密钥。",
  "Which fixes are missing cannot be told: the phone's properties or the day are not known.":
    "无法判断缺少哪些修复：手机的属性或日期未知。",
  "Which fixes of Android are missing cannot be told.": "无法判断缺少 Android 的哪些修复。",
  "Android's fixes are {count} days old: by its level at least {n} fixes that were published since are missing.":
    "Android 的修复已是 {count} 天前的：按其级别，此后发布的修复至少缺 {n} 项。",
  "Android's fixes are {count} days old: by its level at least {n} fixes that were published since are missing; known to be used in attacks among them: {lost}.":
    "Android 的修复已是 {count} 天前的：按其级别，此后发布的修复至少缺 {n} 项；其中已知被用于攻击的：{lost}。",
  "No missing fix is known up to {name}; what was published since is not in the list in use (candor feeds update).":
    "到 {name} 为止没有已知缺少的修复；此后发布的不在所用的列表里（candor feeds update）。",
  "No published fix of Android itself is known to be missing; of chips and drivers up to {n} are.":
    "没有已知缺少的 Android 本身的修复；芯片和驱动最多缺 {n} 项。",
  "No published fix of Android itself is known to be missing; of chips and drivers up to {n} are; known to be used in attacks among them: {lost}.":
    "没有已知缺少的 Android 本身的修复；芯片和驱动最多缺 {n} 项；其中已知被用于攻击的：{lost}。",
  "No published fix is known to be missing up to {name}.": "到 {name} 为止，没有已知缺少的已发布修复。",
  "The entry is not number {n} of the {count} entries that the checkpoint is of.":
    "该条目不是检查点所涵盖的 {count} 个条目中的第 {n} 个。",
  "The content is not the one that the entry was written with.": "内容不是该条目写入时的内容。",
  "The two checkpoints are of different journals.": "两个检查点属于不同的日志。",
  "The {n} entries of the earlier checkpoint are not the first of the {count} of the later one.":
    "较早检查点的 {n} 个条目不是较晚检查点 {count} 个条目的开头。",
  "Line {n} breaks off: the end of it is missing.": "第 {n} 行中断：缺少结尾。",
  "Entry {n} does not follow the one before it: a byte of the head of entry {count} or of this one was changed.":
    "条目 {n} 与前一个条目不相连：条目 {count} 或本条目的头部有字节被更改。",
  "Entry {n} was changed: {reason}.": "条目 {n} 被更改：{reason}。",
  "Behind entry {n} an entry numbered {count} was put in.": "条目 {n} 之后插入了编号为 {count} 的条目。",
  "Entry {n} stands further behind: entries were put into another order.": "条目 {n} 的位置靠后了：条目的顺序被打乱。",
  "Entry {n} was removed: behind entry {count} comes entry {lost}.":
    "条目 {n} 被删除：条目 {count} 之后就是条目 {lost}。",
  "Entries {n} to {key} were removed: behind entry {count} comes entry {lost}.":
    "条目 {n} 到 {key} 被删除：条目 {count} 之后就是条目 {lost}。",
  "Packed evidence": "打包了证据",
  "The signed state of the journal could not be kept in the vault: {reason}":
    "日志的签名状态无法保存到保险库：{reason}",
  "So the state of the journal was not signed anew. See: candor journal verify --vault":
    "因此没有重新签名日志的状态。请看：candor journal verify --vault",
  "The vault holds no signed state of a journal.": "保险库里没有日志的签名状态。",
  "With each put and pull one is kept there, once there is a key that signs: candor journal checkpoint":
    "有了签名密钥之后，每次存入和取出都会在那里保存一个：candor journal checkpoint",
  "{n} signed states in {value} cannot be read.": "{value} 中有 {n} 个签名状态无法读取。",
  "None of the {n} signed states in {value} is of a key that counts here.":
    "{value} 中的 {n} 个签名状态都不是由这里有效的密钥签名的。",
  "{n} signed states in {value} are of keys that do not count here: of another computer, or of a key that is gone.":
    "{value} 中有 {n} 个签名状态来自在这里无效的密钥：另一台电脑的，或已经不在的密钥。",
  "{n} signed states in {value} are of an earlier journal, which was mended or begun anew.":
    "{value} 中有 {n} 个签名状态属于更早的日志，它后来被修复或重新开始。",
  "the vault {value}": "保险库{value}",
  "A piece of the file ({id}) is not as long as the index says.": "文件的一部分（{id}）的长度与索引所说的不同。",
  "The file is shorter than what is asked for.": "文件比所请求的部分短。",
  "The index of the vault does not know a piece ({id}).": "保险库的索引里没有这一部分（{id}）。",
  "This is no film that browsers play.": "这不是浏览器能播放的视频。",
};
