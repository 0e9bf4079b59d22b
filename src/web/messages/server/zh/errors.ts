import type { Phrases } from "../../check-texts.ts";

/** What went wrong, and what to do. */
export const errors: Phrases = {
  "The phone has changed since this was planned.": "从计划到现在，手机已发生变化。",
  "Look at the plan again and agree to it.": "请重新查看计划并同意。",
  "Some of it cannot be taken back, and was not agreed to.": "其中有些无法撤回，而且没有得到同意。",
  "Agree to it on its own.": "请单独同意它。",
  "No privacy password is set, so anybody at this computer could read which apps are hidden.":
    "没有设置隐私密码，所以用这台电脑的任何人都能看到哪些应用被隐藏。",
  "Set one first.": "请先设置一个。",
  "There is no such thing.": "没有这样的内容。",
  "This is more than a request may hold.": "这超过了一次请求的上限。",
  "Nothing could be read from the phone.": "无法从手机读取任何内容。",
  "Unlock it, check the cable, and try again.": "请解锁手机、检查数据线，然后再试。",
  "Other files are being received.": "正在接收其他文件。",
  "Try again in a moment.": "请稍后再试。",
  "This is not the name of this server.": "这不是本服务器的名称。",
  "Requests from other pages are not answered.": "不回答来自其他页面的请求。",
  "Open the link that Candor printed.": "请打开 Candor 显示的链接。",
  "There is no change {n} in the journal, or it is locked.": "日志中没有更改 {n}，或者日志已锁定。",
  "The disk or the system says {value}.": "磁盘或系统说：{value}。",
  "This is a fault of Candor. Please report it: {value}": "这是 Candor 的错误。请报告它：{value}",
  "The page is not built: npm run page": "页面还没有构建：npm run page",
  "There is no such file.": "没有这个文件。",
  "These did not come with this phone: {apps}.": "这些不是这部手机自带的：{apps}。",
  "Entry {n} took changes back itself.": "条目 {n} 本身就是撤回。",
  "To have those changes again, make them again.": "要恢复那些更改，请重新进行。",
  "Entry {n} was interrupted: it is taken back whole.": "条目 {n} 曾被中断：只能整体撤回。",
  "Nothing of entry {n} can be taken back.": "条目 {n} 没有可以撤回的内容。",
  "Entry {n} was not interrupted.": "条目 {n} 没有被中断。",
  "Finish it: candor journal resume": "完成它：candor journal resume",
  "{reason} The change was interrupted; what was done until then is in the journal (entry {n}).":
    "{reason}更改被中断；到那时为止所做的都在日志里（条目 {n}）。",
  "{reason} The change was interrupted; what the journal has of it is entry {n}.":
    "{reason}更改被中断；日志中有关它的是条目 {n}。",
  "Connect the phone again, then finish it or take it back: candor journal resume, or candor journal resume --undo":
    "请重新连接手机，然后完成或撤回它：candor journal resume，或 candor journal resume --undo",
  "Make room or make the folder writable, then finish it or take it back: candor journal resume, or candor journal resume --undo":
    "请腾出空间或让文件夹可写，然后完成或撤回它：candor journal resume，或 candor journal resume --undo",
  "An earlier change of this phone was interrupted: entry {n} of the journal ({value}).":
    "这部手机之前的一次更改被中断：日志条目 {n}（{value}）。",
  "Finish it or take it back first: candor journal resume, or candor journal resume --undo":
    "请先完成或撤回它：candor journal resume，或 candor journal resume --undo",
  "Give the passphrase: candor unlock": "请输入密码：candor unlock",
  "Entry {n} of the journal is locked.": "日志条目 {n} 已锁定。",
  "It was stopped before anything was changed.": "在更改任何内容之前已停止。",
  "Nothing could be read from the phone: {reason}": "无法从手机读取任何内容：{reason}",
  "The entry is about another phone ({app}, {name}) than the one that is connected ({value}, {key}).":
    "该条目是关于另一部手机（{app}，{name}）的，而不是已连接的这部（{value}，{key}）。",
  "Connect that phone, then repeat this.": "请连接那部手机，然后重复此操作。",
  "this version of Candor does not know the action {name}": "此版本的 Candor 不认识操作 {name}",
  "Line {n} is bad: {reason}. The next change mends it.": "第 {n} 行有问题：{reason}。下一次更改会修复它。",
  "Line {n} of the journal was damaged: {reason}. Nothing of it is lost; the rest was kept and chained anew, and the damaged file is kept as {value}.":
    "日志第 {n} 行已损坏：{reason}。没有丢失内容；其余部分已保留并重新串联，损坏的文件保存为 {value}。",
  "Line {n} of the journal was damaged: {reason}. One entry is lost; the rest was kept and chained anew, and the damaged file is kept as {value}.":
    "日志第 {n} 行已损坏：{reason}。丢失了一个条目；其余部分已保留并重新串联，损坏的文件保存为 {value}。",
  "Line {n} of the journal was damaged: {reason}. {lost} entries are lost; the rest was kept and chained anew, and the damaged file is kept as {value}.":
    "日志第 {n} 行已损坏：{reason}。丢失了 {lost} 个条目；其余部分已保留并重新串联，损坏的文件保存为 {value}。",
  "Line {n} of the journal cannot be read: {reason}.": "无法读取日志第 {n} 行：{reason}。",
  "it breaks off in the middle": "它在中间断开",
  "it has no head": "它没有头部",
  "its head is not whole": "它的头部不完整",
  "it does not follow the entry before it: one was changed, removed or put in":
    "它与前一个条目不相接：有条目被更改、移除或插入",
  "it has no body": "它没有正文",
  "its body is not the one that was written": "它的正文不是当初写下的",
  "it is damaged, too": "它也已损坏",
  "The journal cannot be written: {reason}.": "无法写入日志：{reason}。",
  "Nothing is changed without it. Make room or make the data folder writable, then repeat this.":
    "没有日志就不更改任何内容。请腾出空间或让数据文件夹可写，然后重复此操作。",
  "the disk is full": "磁盘已满",
  "there is no room left for this person on the disk": "磁盘上没有留给此用户的空间了",
  "the disk cannot be written to": "磁盘无法写入",
  "this computer does not allow it": "这台电脑不允许",
  "the disk is faulty": "磁盘有故障",
  "the file has become too large": "文件变得太大",
  "the data folder is no folder": "数据文件夹不是文件夹",
  "This was not noted in the journal. {reason}": "这没有记入日志。{reason}",
  "This was not noted in the journal: it cannot be written ({value}).": "这没有记入日志：无法写入（{value}）。",
  "The journal is locked: candor unlock opens it.": "日志已锁定：candor unlock 可以打开它。",
  "The journal is damaged. {reason}": "日志已损坏。{reason}",
  "The journal could not be read. {reason}": "无法读取日志。{reason}",
  "The journal could not be read: this computer does not allow it.": "无法读取日志：这台电脑不允许。",
  "The list is too large.": "列表太大。",
  "not text in UTF-8": "不是 UTF-8 文本",
  "There is no entry in it.": "里面没有条目。",
  "It shrank from {before} entries to {after}, less than half. Use force if that is meant.":
    "它从 {before} 条缩减到 {after} 条，不到一半。如果确实如此，请强制更新。",
  "It is not the list: {reason}.": "这不是该列表：{reason}。",
  "It could not be stored: {reason}.": "无法保存：{reason}。",
  "The updated list cannot be read.": "无法读取更新的列表。",
  "The updated list was stored by another version of Candor; update it again.":
    "更新的列表是由另一版本的 Candor 保存的；请重新更新。",
  "The updated list is damaged.": "更新的列表已损坏。",
  "The updated list is damaged: it does not have its digest.": "更新的列表已损坏：它与摘要不符。",
  "This version of Candor cannot read the updated list: {reason}.": "此版本的 Candor 无法读取更新的列表：{reason}。",
  "No complete answer within {n} s.": "{n} 秒内没有完整的回答。",
  "The server could not be read: {reason}.": "无法读取服务器：{reason}。",
  "The server answered {value}.": "服务器回答 {value}。",
  "The server redirects more than {n} times.": "服务器重定向超过 {n} 次。",
  "The address is not one.": "这不是一个地址。",
  "{value} is not encrypted (https).": "{value} 没有加密（https）。",
  "The address holds a password.": "地址中含有密码。",
  "{name} redirects to another place, {value}.": "{name} 重定向到另一处：{value}。",
  "It is larger than {n} bytes.": "它大于 {n} 字节。",
  "It was cut off after {n} of {all} bytes.": "它在 {all} 字节中的 {n} 字节之后被切断。",
  "{value} is damaged.": "{value} 已损坏。",
  "Put back a copy of the folder “privacy”, or begin anew and keep the sealed files aside: candor lock reset":
    "请放回文件夹“privacy”的副本，或重新开始并把密封的文件放到一边：candor lock reset",
  "This passphrase is easily guessed, and was not taken.": "这个密码容易被猜到，没有采用。",
  "Choose a better one.": "请选一个更好的。",
  "A privacy password is set already.": "已经设置了隐私密码。",
  "Change it: candor lock change": "更改它：candor lock change",
  "No privacy password is set.": "没有设置隐私密码。",
  "Set one: candor lock set": "设置一个：candor lock set",
  "The key in this folder is not the one that things were sealed to.": "这个文件夹中的密钥不是当初密封所用的。",
  "Put back a copy of the folder “privacy”, or use the recovery sheet.": "请放回文件夹“privacy”的副本，或使用恢复页。",
  "Put back a copy of it, or use the recovery sheet.": "请放回它的副本，或使用恢复页。",
  "That is not the passphrase.": "密码不对。",
  "The file that holds the key is no longer what was written.": "保存密钥的文件已不是当初写下的内容。",
  "It was sealed with another key than this one.": "它是用另一个密钥密封的。",
  "It is sealed, and no longer what was written.": "它已密封，且不再是当初写下的内容。",
  "{n} wrong passphrases were given. The next one can be tried in {value}.":
    "已输入 {n} 次错误密码。{value}后可以再试。",
  "{n} second": "{n} 秒",
  "{n} seconds": "{n} 秒",
  "{n} minutes": "{n} 分钟",
  "{n} hours": "{n} 小时",
  "The journal": "日志",
  "What was examined before": "之前的检查",
  "{what} is locked.": "{what}已锁定。",
  "The file is empty.": "文件是空的。",
  "Nothing more of the file came.": "没有再收到文件的后续内容。",
  "Send it once more.": "请再发送一次。",
  "There is not enough room on the disk for this file.": "磁盘空间不足以存放这个文件。",
  "Make room, and try again.": "请腾出空间，然后再试。",
  "The file is larger than {n} MiB, the most that the page takes.": "文件大于 {n} MiB，即页面所能接受的上限。",
  "Examine it from the command line: candor check FILE, or candor apps scan FILE":
    "请用命令行检查它：candor check FILE，或 candor apps scan FILE",
  "The examination was stopped.": "检查已停止。",
  "Examine the phone again with this version, or use the version that saved it.":
    "请用此版本重新检查手机，或使用保存它的版本。",
  "{value} begins like a saved examination, but is damaged.": "{value} 开头像是保存的检查，但已损坏。",
  "Use another copy of it.": "请使用它的另一个副本。",
  "Unlock the phone and answer “Allow USB debugging?” with Allow.": "请解锁手机，在“允许 USB 调试吗？”上点“允许”。",
  "The phone asks whether to allow this computer. It shows {value}; if it does, tap Allow.":
    "手机询问是否允许这台电脑，并显示 {value}；如果一致，请点“允许”。",
  "Another Candor (process {n}, since {value}) is making changes.":
    "另一个 Candor（进程 {n}，自 {value}）正在进行更改。",
  "Wait until it has ended, or end it; then repeat this.": "请等它结束，或结束它；然后重复此操作。",
  "Another Candor is making changes.": "另一个 Candor 正在进行更改。",
  "Wait until it has ended, then repeat this.": "请等它结束，然后重复此操作。",
  "It could not be read: {reason}.": "无法读取：{reason}。",
  "Nothing in this file could be read.": "这个文件里没有任何内容可以读取。",
  "There is no app in it.": "里面没有应用。",
  "It holds {n} more apps: candor apps scan lists them.": "里面还有 {n} 个应用：candor apps scan 会列出它们。",
  "It also looks into apps (.apk, .xapk, .apks, .apkm).": "它还能查看应用（.apk、.xapk、.apks、.apkm）。",
  "This examination does not hold what is in the apps.": "这次检查不包含应用的内容。",
  "This examination does not hold what is in the apps. The reason: {reason}":
    "这次检查不包含应用的内容。原因：{reason}",
  "This capture does not hold what is in the apps.": "这份采集不包含应用的内容。",
  "Only a phone and a capture of it tell what is in the apps; this holds no app files.":
    "只有手机及其采集能说明应用里有什么；这里没有应用文件。",
  "There is no app {value} in this examination.": "这次检查中没有应用 {value}。",
  "The connection to the phone failed: {value}": "与手机的连接失败：{value}",
  "Check the cable or the network, unlock the phone and try again.": "请检查数据线或网络，解锁手机，然后再试。",
  "The phone has not allowed this computer.": "手机没有允许这台电脑。",
  "Unlock the phone and answer its question “Allow USB debugging?” with Allow.":
    "请解锁手机，在“允许 USB 调试吗？”的询问上点“允许”。",
  "What listens at the adb server's address does not answer as an adb server.":
    "在 adb 服务器地址上监听的程序没有像 adb 服务器那样回答。",
  "Run “adb kill-server” and try again; if that fails too, another program uses port 5037.":
    "请运行“adb kill-server”后再试；如果仍失败，说明有别的程序占用端口 5037。",
  "Run “adb kill-server” and try again.": "请运行“adb kill-server”后再试。",
  "The phone is connected but does not answer.": "手机已连接，但没有回答。",
  "This computer does not let us open the phone's USB connection.": "这台电脑不让我们打开手机的 USB 连接。",
  "Run “candor devices” for what to do.": "请运行“candor devices”查看该怎么做。",
  "The phone refused to run the command.": "手机拒绝执行命令。",
  "The phone is no longer connected.": "手机已不再连接。",
  "The connection was cut while the phone answered: {command}": "手机回答时连接被切断：{command}",
  "Check the cable or the network and run the examination again.": "请检查数据线或网络，然后重新检查。",
  "No complete answer within {n} s: {command}": "{n} 秒内没有完整的回答：{command}",
  "The answer is larger than the limit of {n} bytes.": "回答超过 {n} 字节的上限。",
  "All answers together are larger than the limit of {n} bytes.": "所有回答合计超过 {n} 字节的上限。",
  "Connecting was stopped.": "连接已停止。",
  "The adb server was started but does not answer.": "adb 服务器已启动，但没有回答。",
  "The adb server on this computer is from before 2018 and cannot tell its phones apart.":
    "这台电脑上的 adb 服务器是 2018 年以前的，无法区分手机。",
  "Install the current Android platform tools, run “adb kill-server” and try again.":
    "请安装最新的 Android 平台工具，运行“adb kill-server”后再试。",
  "Connect the phone again and repeat the examination.": "请重新连接手机，再检查一次。",
  "The phone was disconnected.": "手机已断开连接。",
  "The phone no longer answers: it said nothing for {n} seconds.": "手机不再回答：它已有 {n} 秒没有任何回应。",
  "The apps were not looked into.": "没有查看应用。",
  "The connection to the phone was closed.": "与手机的连接已关闭。",
  "The connection was closed.": "连接已关闭。",
  "This is not an address of a phone.": "这不是手机的地址。",
  "Give it as HOST:PORT, for example 192.168.1.20:5555.": "请写成 HOST:PORT，例如 192.168.1.20:5555。",
  "No phone answers at {value}.": "{value} 没有手机回答。",
  "Check the address, that phone and computer are in the same network, and that debugging over the network is on. With a cable, “adb tcpip 5555” turns it on until the phone restarts.":
    "请检查地址、手机和电脑是否在同一网络、网络调试是否打开。连着数据线时，“adb tcpip 5555”可以打开它，直到手机重启。",
  "The phone at {value} has not allowed this computer.": "{value} 的手机没有允许这台电脑。",
  "Unlock the phone, run this again and answer its question “Allow USB debugging?” with Allow.":
    "请解锁手机，重新操作，并在“允许 USB 调试吗？”上点“允许”。",
  "adb, the tool that talks to Android phones, is not installed on this computer.":
    "这台电脑没有安装 adb，即与 Android 手机通信的工具。",
  "{reason} Or unpack https://developer.android.com/tools/releases/platform-tools and add its folder to the PATH. A phone that is reachable over the network needs no adb: give Candor its address: tcp:HOST:PORT.":
    "{reason}或解压 https://developer.android.com/tools/releases/platform-tools 并把其文件夹加入 PATH。通过网络可达的手机不需要 adb：把它的地址给 Candor：tcp:HOST:PORT。",
  "Debian and Ubuntu: sudo apt install adb. Fedora: sudo dnf install android-tools. Arch: sudo pacman -S android-tools.":
    "Debian 和 Ubuntu：sudo apt install adb。Fedora：sudo dnf install android-tools。Arch：sudo pacman -S android-tools。",
  "With Homebrew: brew install --cask android-platform-tools.":
    "使用 Homebrew：brew install --cask android-platform-tools。",
  "In a terminal: winget install Google.PlatformTools.": "在终端中：winget install Google.PlatformTools。",
  "Install the Android platform tools.": "请安装 Android 平台工具。",
  "The phone is in the state “{state}”. Unplug the phone, wait five seconds and plug it in again. If that does not help, restart the phone.":
    "手机处于“{state}”状态。请拔下手机，等五秒再插上。如果没有用，请重启手机。",
  "Linux does not let you open this phone. Install the rules for Android phones (Debian and Ubuntu: sudo apt install android-sdk-platform-tools-common; elsewhere the package android-udev), add yourself to the group plugdev (sudo usermod -aG plugdev $USER), log out and in, and plug the phone in again.":
    "Linux 不让你打开这部手机。请安装 Android 手机的规则（Debian 和 Ubuntu：sudo apt install android-sdk-platform-tools-common；其他系统：软件包 android-udev），把自己加入 plugdev 组（sudo usermod -aG plugdev $USER），注销后重新登录，再插上手机。",
  "Unlock the phone and answer “Allow USB debugging?” with Allow. If it does not ask: unplug it, open Developer options (Xiaomi: Settings → Additional settings → Developer options), tap “Revoke USB debugging authorisations”, turn USB debugging off and on, plug it in again and choose “File transfer”.":
    "请解锁手机，在“允许 USB 调试吗？”上点“允许”。如果没有询问：拔下手机，打开开发者选项（小米：设置 → 更多设置 → 开发者选项），点“撤销 USB 调试授权”，把 USB 调试关掉再打开，重新插上并选择“传输文件”。",
  "Wait a moment; then unlock the phone and answer “Allow USB debugging?” with Allow.":
    "请稍等；然后解锁手机，在“允许 USB 调试吗？”上点“允许”。",
  "Wait a few seconds and try again.": "请等几秒再试。",
  "Unlock the phone, unplug it and plug it in again; try another cable or socket. If it stays offline, run “adb kill-server”, or turn USB debugging off and on. Over the network: check that both are still in the same network.":
    "请解锁手机，拔下再插上；换一根线或一个接口。如果仍然离线，请运行“adb kill-server”，或把 USB 调试关掉再打开。通过网络时：检查两者是否仍在同一网络。",
  "The phone is in recovery mode. Choose “Reboot system” on its screen, unlock it and try again.":
    "手机处于恢复模式。请在其屏幕上选择“Reboot system”，解锁后再试。",
  "The phone is in rescue mode. Restart it normally, unlock it and try again.":
    "手机处于救援模式。请正常重启，解锁后再试。",
  "The phone waits for an update by “adb sideload”. Leave that mode with “Reboot system” on its screen.":
    "手机正在等待通过“adb sideload”更新。请在其屏幕上用“Reboot system”退出该模式。",
  "The phone is in its bootloader (Xiaomi: “FASTBOOT”). Hold the power button until it restarts.":
    "手机处于引导加载程序（小米：“FASTBOOT”）。请按住电源键直到它重启。",
  "This is a computer, not a phone. Put the phone into USB debugging and plug it in again.":
    "这是一台电脑，不是手机。请让手机进入 USB 调试，再插上。",
  "adb has let go of this phone (“adb detach”). Run “adb attach” with its serial number, or plug it in again.":
    "adb 已放开这部手机（“adb detach”）。请用其序列号运行“adb attach”，或重新插上。",
  "No phone is attached.": "没有连接手机。",
  "No phone with the serial number {value} is attached.": "没有连接序列号为 {value} 的手机。",
  "Choose one of those that are attached: {apps}.": "请从已连接的中选一个：{apps}。",
  "Plug it in with a cable that carries data, unlock it, and turn on USB debugging: Settings → About phone → tap the build number (Xiaomi: the MIUI or OS version) seven times, then Developer options (Xiaomi: under Additional settings) → USB debugging.":
    "请用能传数据的线插上手机，解锁，并打开 USB 调试：设置 → 关于手机 → 点版本号（小米：MIUI 或 OS 版本）七次，然后开发者选项（小米：在更多设置下）→ USB 调试。",
  "{app} has not allowed this computer.": "{app} 没有允许这台电脑。",
  "{app} is not ready: {value}.": "{app} 还没有准备好：{value}。",
  "The phone {value}": "手机 {value}",
  "The phone": "手机",
  "Candor reads a bug report (.zip or .txt), an AndroidQF folder or zip, a folder of outputs with outputs.json, or its own capture.":
    "Candor 读取错误报告（.zip 或 .txt）、AndroidQF 文件夹或 zip、带 outputs.json 的输出文件夹，或它自己的采集。",
  '"{value}" is nothing that Candor knows.': "“{value}”不是 Candor 认识的内容。",
  '"{value}" is empty.': "“{value}”是空的。",
  '"{value}" is one file of an examination.': "“{value}”是一次检查中的一个文件。",
  '"{value}" holds nothing: there is no file in it.': "“{value}”里什么也没有：没有文件。",
  '"{value}" cannot be opened': "无法打开“{value}”",
  '"{value}" cannot be read': "无法读取“{value}”",
  '"{value}" is locked with a password.': "“{value}”有密码保护。",
  "Unpack it with its password and examine what was in it.": "请用密码解压，再检查其中的内容。",
  "Unpack it and examine what was in it.": "请解压，再检查其中的内容。",
  "Take or copy it once more.": "请重新取得或复制一次。",
  "Copy it once more from where it came, or take it again.": "请从来源处重新复制一次，或重新取得。",
  'Examine the phone itself, or take a bug report: "adb bugreport report.zip", or in its developer options.':
    "请检查手机本身，或取得错误报告：“adb bugreport report.zip”，或在其开发者选项中。",
  "Name the folder it is in.": "请指明它所在的文件夹。",
  "Name one of them.": "请指明其中一个。",
  "The capture was written by another version of Candor.": "这份采集是由另一版本的 Candor 写的。",
  "Read it with a newer Candor.": "请用较新的 Candor 读取。",
  "Attach the phone, or take a capture that has the apps: candor capture phone.candor.":
    "请连接手机，或取得含有应用的采集：candor capture phone.candor。",
  "What is kept there of the apps cannot be read: {reason}.": "无法读取其中保存的应用内容：{reason}。",
  "The adb server did not start ({value}).": "adb 服务器没有启动（{value}）。",
  "The adb server did not start ({value}): {reason}": "adb 服务器没有启动（{value}）：{reason}",
  "Run “adb start-server” in a terminal to see why. A phone that is reachable over the network needs no adb: give Candor its address, tcp:HOST:PORT.":
    "请在终端中运行“adb start-server”查看原因。通过网络可达的手机不需要 adb：把它的地址给 Candor：tcp:HOST:PORT。",
  "Unplug the phone, wait five seconds and plug it in again.": "请拔下手机，等五秒再插上。",
  "{n} phones are attached: {apps}.": "已连接 {n} 部手机：{apps}。",
  "Choose one with --serial, for example --serial {value}": "请用 --serial 选择一部，例如 --serial {value}",
  "This computer does not let us open {app}.": "这台电脑不让我们打开{app}。",
  "What answers at this address does not speak ADB.": "在这个地址回答的程序不使用 ADB。",
  "Check the address: the phone shows it under Developer options, or “adb tcpip 5555” has opened port 5555.":
    "请检查地址：手机在开发者选项中显示它，或者“adb tcpip 5555”已打开端口 5555。",
  "The phone uses “Wireless debugging” with pairing, which Candor can reach only through adb.":
    "手机使用需要配对的“无线调试”，Candor 只能通过 adb 连接。",
  "With adb 30 or later run “adb pair HOST:PORT” with the code that the phone shows, then “adb connect HOST:PORT”, then Candor again.":
    "请用 adb 30 或更高版本，以手机显示的配对码运行“adb pair HOST:PORT”，再运行“adb connect HOST:PORT”，然后重新使用 Candor。",
  "A command needs a name: an empty one would open an interactive shell.": "命令需要名称：空命令会打开交互式 shell。",
  "The command holds a character that no phone's shell can take.": "命令中有任何手机的 shell 都不接受的字符。",
  "The command is {n} bytes long, more than ADB can carry.": "命令长 {n} 字节，超过 ADB 所能传送的。",
  "Only {app} holds this.": "只有{app}才有这个。",
  "an AndroidQF acquisition": "AndroidQF 采集",
  "a bug report": "错误报告",
  "With a cable, “adb tcpip 5555” turns it on until the phone restarts.":
    "连着数据线时，“adb tcpip 5555”可以打开它，直到手机重启。",
  "A phone that is reachable over the network needs no adb: give Candor its address: tcp:HOST:PORT.":
    "通过网络可达的手机不需要 adb：把它的地址给 Candor：tcp:HOST:PORT。",
  "This is no age identity.": "这不是 age 身份。",
  "Wait until then. Forgotten? See: candor lock --help": "请等到那时。忘记了？请看：candor lock --help",
  "The key is missing: {value} cannot be read.": "缺少密钥：无法读取 {value}。",
  "adb could not connect to {app}: {value}": "adb 无法连接到 {app}：{value}",
  "Check the address on the phone (Developer options → Wireless debugging). A phone that was never paired with this computer needs “adb pair HOST:PORT” first, with the code that it shows; that takes adb 30 or later.":
    "请在手机上检查地址（开发者选项 → 无线调试）。从未与这台电脑配对的手机需要先用它显示的配对码运行“adb pair HOST:PORT”；这需要 adb 30 或更高版本。",
  "The environment names no usable address of an adb server.": "环境变量没有给出可用的 adb 服务器地址。",
  "Unset ADB_SERVER_SOCKET and ANDROID_ADB_SERVER_PORT, or set them to tcp:127.0.0.1:5037 and 5037.":
    "请取消 ADB_SERVER_SOCKET 和 ANDROID_ADB_SERVER_PORT，或设为 tcp:127.0.0.1:5037 和 5037。",
  "No adb server answers at the address that the environment names.": "环境变量给出的地址没有 adb 服务器回答。",
  "Start it there, or unset ADB_SERVER_SOCKET and ANDROID_ADB_SERVER_ADDRESS to use this computer's own.":
    "请在那里启动它，或取消 ADB_SERVER_SOCKET 和 ANDROID_ADB_SERVER_ADDRESS，改用这台电脑自己的。",
  "No way is known to show a notification on this system.": "这个系统上没有已知的方法可以显示通知。",
  "No notification can be shown: the program {program} is missing.": "无法显示通知：缺少程序 {program}。",
  "No notification can be shown: {program} failed.": "无法显示通知：{program} 出错了。",
  "Leave it connected for a minute.": "请让它连接一分钟。",
  "Unlock it, and check the cable.": "请解锁手机，并检查数据线。",
};
