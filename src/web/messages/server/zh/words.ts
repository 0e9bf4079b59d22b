import type { Phrases } from "../../check-texts.ts";

/** Names of permissions, facts, lists and virtual phones. */
export const words: Phrases = {
  "the camera": "相机",
  "the microphone": "麦克风",
  "the precise location": "精确位置",
  "the approximate location": "大致位置",
  "the location in the background": "后台位置",
  "reading contacts": "读取通讯录",
  "changing contacts": "更改通讯录",
  "the list of accounts": "账号列表",
  "reading text messages": "读取短信",
  "receiving text messages": "接收短信",
  "sending text messages": "发送短信",
  "receiving multimedia messages": "接收彩信",
  "receiving WAP messages": "接收 WAP 消息",
  "reading the call log": "读取通话记录",
  "changing the call log": "更改通话记录",
  "seeing outgoing calls": "查看拨出的电话",
  "the state of the phone and of calls": "手机和通话状态",
  "the phone number": "电话号码",
  "making calls": "拨打电话",
  "answering calls": "接听电话",
  "taking over calls": "接续通话",
  "adding voicemail": "添加语音邮件",
  "internet calls": "网络电话",
  "reading the calendar": "读取日历",
  "changing the calendar": "更改日历",
  "reading shared files": "读取共享文件",
  "changing shared files": "更改共享文件",
  "music and audio files": "音乐和音频文件",
  photos: "照片",
  videos: "视频",
  "the photos and videos that were chosen for it": "为它选定的照片和视频",
  "the places in photos": "照片中的地点",
  "sensors of the body": "身体传感器",
  "sensors of the body in the background": "后台的身体传感器",
  "physical activity": "身体活动",
  "finding devices nearby": "查找附近的设备",
  "connecting to devices nearby": "连接附近的设备",
  "being found by devices nearby": "被附近的设备发现",
  "the distance of devices nearby": "附近设备的距离",
  "Wi-Fi devices nearby": "附近的 WLAN 设备",
  "showing notifications": "显示通知",
  "Accessibility services that are switched on, per user": "各用户已打开的无障碍服务",
  "VPNs that are connected": "已连接的 VPN",
  "Computers that may use ADB, with the fingerprint and name of each key": "可以使用 ADB 的电脑，及各密钥的指纹和名称",
  "The API level of the phone's Android": "手机 Android 的 API 级别",
  "Signing certificates and file digests of the installed apps": "已安装应用的签名证书和文件摘要",
  "Apps that the phone put to sleep because they were not used, per user": "各用户因未使用而被手机休眠的应用",
  "What is in the files of the installed apps": "已安装应用的文件内容",
  "Apps that a computer cut off from every network": "被电脑切断所有网络的应用",
  "What each app may do beyond its permissions, and when it last did it (app-ops)":
    "各应用在权限之外可以做什么，以及上次是什么时候做的（app-op）",
  "When each app was last opened, per user": "各用户上次打开各应用的时间",
  "Apps that may not use mobile data in the background, and data saver":
    "不能在后台使用移动数据的应用，以及流量节省程序",
  "Android's own backup, whether it runs and where it goes": "Android 自己的备份：是否运行，存到哪里",
  "Apps that battery saving leaves alone": "不受省电限制的应用",
  "What the phone's hardware vouched for when Candor asked it last": "Candor 上次询问手机硬件时，它证明了什么",
  "What was chosen for this phone with Candor, and whether it holds": "用 Candor 为这部手机做的选择，以及是否仍然有效",
  "The assistant, autofill and password services that were chosen, per user": "各用户选择的助理、自动填充和密码服务",
  "What the phone says it is": "手机自报的型号和系统",
  "Device administrators, device and profile owners, encryption status": "设备管理应用、设备和资料所有者、加密状态",
  "Settings of the whole phone": "整部手机的设置",
  "Names that the hosts file sends elsewhere, past DNS": "hosts 文件绕过 DNS 指向别处的名称",
  "Keyboards and other input methods that are switched on, per user": "各用户已打开的键盘和其他输入法",
  "What the bootloader told the kernel about verified boot": "引导加载程序告诉内核的启动时验证信息",
  "The running kernel": "正在运行的内核",
  "Which apps have an icon on the home screen, per running user": "各运行中用户的主屏幕上有图标的应用",
  "Whether the lock screen is switched off": "锁屏是否被关闭",
  "How the lock screen is secured, per user": "各用户的锁屏保护方式",
  "Apps pinned against being stopped (MIUI, HyperOS), per user": "各用户锁定在后台、不被清理的应用（MIUI、HyperOS）",
  "Mounted file systems": "已挂载的文件系统",
  "Apps that may read all notifications, per user": "各用户可以读取所有通知的应用",
  "Packages in detail (version, origin, permissions and state per user)":
    "软件包详情（版本、来源、各用户的权限和状态）",
  "Which package must approve installations (Play Protect on phones with Google Play)":
    "哪个软件包须批准安装（有 Google Play 的手机上是 Play 保护机制）",
  "Installed packages": "已安装的软件包",
  "The Google Play system update": "Google Play 系统更新",
  "Apps that own the phone or a profile": "拥有手机或资料的应用",
  "Running processes": "正在运行的进程",
  "System properties, as the phone reports them": "手机报告的系统属性",
  "Traces of apps that were removed in the last days": "最近几天被移除的应用的痕迹",
  "Default apps for messages, calls, web pages, home screen and assistance, per user":
    "各用户的短信、电话、网页、主屏幕和助理默认应用",
  "Files of root tools": "root 工具的文件",
  "Settings that only the system may change, per user": "各用户只有系统可以更改的设置",
  "Whether SELinux separates apps and system": "SELinux 是否隔开应用和系统",
  "Whether microphone and camera are switched off for all apps, per user": "各用户是否为所有应用关闭了麦克风和相机",
  "Settings that apps may change, per user": "各用户应用可以更改的设置",
  "Services that may keep the phone unlocked, per user": "各用户可以让手机保持解锁的服务",
  "What the USB port does at the moment": "USB 接口当前的用途",
  "Certificate authorities added by hand, by an app or by a manager": "由人、应用或管理者添加的证书颁发机构",
  "What each user is (owner, other person, guest, work profile, second space, dual apps, private space)":
    "各用户是什么（机主、其他人、访客、工作资料、手机分身、应用双开、私密空间）",
  "Users and profiles on the phone": "手机上的用户和资料",
  "The WebView that shows web pages inside apps": "在应用中显示网页的 WebView",
  "Until when each version of Android got fixes from Google": "Google 为各 Android 版本提供修补到什么时候",
  "When the main versions of Chromium came out": "Chromium 各主要版本的发布时间",
  "Trackers in Android apps: the classes and hosts by which they are recognised":
    "Android 应用中的跟踪器：用来识别它们的类和主机",
  "Who signs apps that are often copied: package names with the certificates that are published for them":
    "常被仿冒的应用由谁签名：包名及为其公布的证书",
  "Libraries and frameworks that apps are made with: who makes them, by which classes and files they are recognised":
    "应用所用的库和框架：由谁制作，凭哪些类和文件识别",
  "Signs of spyware that research groups have documented: packages, files, hashes, servers":
    "研究团体记录的间谍软件迹象：软件包、文件、哈希、服务器",
  "Packages that come with phones: what each does, what it sends, what removing it costs":
    "手机自带的软件包：各自做什么、发送什么、移除有什么代价",
  "Apps made to watch a person in secret: their packages, signing certificates and servers":
    "专为暗中监视他人而做的应用：其软件包、签名证书和服务器",
  "YARA rules for the code of apps made to watch a person in secret": "针对暗中监视应用代码的 YARA 规则",
  "Digests of app files made to watch a person in secret": "暗中监视应用文件的摘要",
  "Trackers in apps, who gets their data and what for, as written for Candor":
    "应用中的跟踪器、谁得到其数据、用来做什么（Candor 自己编写）",
  "Pre-installed packages, with the advice of the Universal Android Debloater":
    "预装软件包，附 Universal Android Debloater 的建议",
  "Xiaomi phone of an ordinary owner, HyperOS 2, Android 15": "普通机主的小米手机，HyperOS 2，Android 15",
  "Clean stock phone, Android 15": "干净的原生手机，Android 15",
  "Old Xiaomi phone, MIUI 12, Android 10": "旧小米手机，MIUI 12，Android 10",
  "Phone with stalkerware and an abuser's traces, Samsung-like, Android 13":
    "装有跟踪软件、留有施害者痕迹的手机，类似三星，Android 13",
  "Rooted and unlocked phone with an unofficial build, Android 12": "已 root、已解锁、装有非官方系统的手机，Android 12",
  "Phone that attacks its examiner, Android 14": "会攻击检查者的手机，Android 14",
  "Locked, encrypted, with a PIN, and otherwise as phones are after two years of use: more than half a year without security patches, personalised advertising and the collecting apps as delivered, a cleaner that came as a file in a chat and reads the screen, a weather app that follows its owner day and night, a forgotten certificate authority, and messages on the lock screen.":
    "已锁定、已加密、有 PIN，其余与用了两年的手机一样：半年多没有安全补丁，个性化广告和收集数据的应用保持出厂状态，一个从聊天文件安装、能读取屏幕的清理应用，一个日夜跟踪机主的天气应用，一个被遗忘的证书颁发机构，锁屏上显示消息。",
  "A Pixel-like phone of a careful owner: locked, encrypted, up to date, few apps, all of them from the store. Whatever is found here is either debugging, which has to be on while a computer looks, or a false alarm of ours.":
    "一位细心机主的类 Pixel 手机：已锁定、已加密、系统最新，应用很少且都来自商店。在这里发现的，要么是电脑检查时必须打开的调试，要么是我们的误报。",
  "A Redmi Note of 2019 that its owner still uses: five and a half years without patches, full-disk encryption without a PIN, ADB waiting on a network port, advertising and collecting as delivered. Its layouts are those of Android 10.":
    "机主仍在使用的 2019 年红米 Note：五年半没有补丁，全盘加密但没有 PIN，ADB 在网络端口上等待连接，广告和数据收集保持出厂状态。其输出格式是 Android 10 的。",
  "Somebody had this phone unlocked in hand for a quarter of an hour: a stalkerware app without an icon that reads the screen, the notifications and the messages and cannot be removed, Play Protect switched off, wireless debugging on, a second computer's key, a fingerprint-free PIN that both know. The app bears the name of a real one of the public list; it does nothing.":
    "有人拿着这部已解锁的手机一刻钟：一个没有图标、读取屏幕、通知和短信且无法移除的跟踪软件，Play 保护机制被关闭，无线调试打开，有第二台电脑的密钥，一个双方都知道的、没有指纹的 PIN。该应用借用了公开列表上一个真实应用的名字；它什么也不做。",
  "Bootloader unlocked, verified boot orange, a debuggable test-keys build with SELinux permissive and a writable system, Magisk with its manager and an app that hooks others, a changed hosts file, no screen lock.":
    "引导加载程序已解锁，启动时验证为橙色，使用 test-keys 的可调试系统，SELinux 为宽容模式且系统可写，Magisk 及其管理器，一个挂钩其他应用的应用，被改过的 hosts 文件，没有屏幕锁定。",
  "Every text that a phone can choose is chosen badly: terminal escapes, HTML, spreadsheet formulas, path traversal, prototype keys, forged section marks, broken UTF-8, endless lines, and a dump of a gigabyte. Nothing of it may reach a terminal, a page, a table or a disk unescaped, and the rest of the report has to be right.":
    "手机能选择的每段文字都不怀好意：终端转义、HTML、表格公式、路径穿越、原型键、伪造的分节标记、损坏的 UTF-8、无尽的行，以及一份 1 GB 的转储。这些都不得未经转义进入终端、页面、表格或磁盘，报告的其余部分必须正确。",
  "Countries to which personal data may go by a decision of the European Union or another region, with scope and dates":
    "按欧盟或其他地区的决定可以接收个人数据的国家，附范围和日期",
  "Domains with the company behind them and what they are mostly used for": "域名、背后的公司以及主要用途",
  "What the law of a region says of personal data that goes to other countries, and within which time a request is answered":
    "各地区法律对个人数据出境的规定，以及答复请求的期限",
  "The supervisory authorities for data protection, with address, form and language for complaints":
    "数据保护监管机构，附投诉用的地址、表格和语言",
  "Where requests about one's own data go: addresses of companies, with the page that each was read from":
    "有关自己数据的请求寄往何处：公司的地址，以及每个地址的来源页面",
  "Texts of letters by which people ask for their data, its erasure or correction, object, remind and complain":
    "信函文本：用于索取、删除或更正自己的数据，提出反对、催告和投诉",
  "The public holidays of whole countries of the EEA, the United Kingdom and Switzerland, by which periods end":
    "欧洲经济区、英国和瑞士各国的全国性公共假日，期限据此届满",
  "Which articles of a region's law give a person the right to see, correct, erase or take along their data":
    "各地区法律中赋予个人查看、更正、删除或带走自己数据之权利的条款",
  "Who runs the servers that phones talk to, where the company sits, and which addresses are functions of the system":
    "手机所联系的服务器由谁运营、公司设在哪里、哪些地址是系统功能",
  "The articles of law that a finding in traffic touches, how much may be said, and by which guidance":
    "流量中的发现涉及哪些法律条款、可以说到什么程度、依据哪些指引",
  "What was reported of a phone maker's servers: by whom, when, how surely, and what was said against it":
    "关于手机厂商服务器的报道：谁、何时、多大把握，以及有何反驳",
  "SHA-256 of known stalkerware": "已知跟踪软件的 SHA-256",
  "signers of known stalkerware": "已知跟踪软件的签名者",
  "package names of known stalkerware": "已知跟踪软件的包名",
  "packages, signers and files of documented spyware": "有记录的间谍软件的软件包、签名者和文件",
  "signers of apps that are often copied": "常被仿冒的应用的签名者",
  "shapes of harmful apps, by Candor's own rules": "按 Candor 自己的规则判断的有害应用特征",
  "a file": "一个文件",
  "a computer": "一台电脑",
  "{app} (a download)": "{app}（下载）",
  "{app} (a message)": "{app}（消息）",
  "{app} (a file)": "{app}（文件）",
  "moved by {app}": "由 {app} 迁移",
  "Google Play": "Google Play",
  "Security fixes that Google published for Android, each with the patch level that promises it":
    "Google 为 Android 公布的安全修复，各附保证它的级别",
  "Until when the lines of the Linux kernel got fixes": "Linux 内核各系列获得修复到什么时候",
  "Holes that are known to have been used in attacks": "已知被用于攻击的漏洞",
  "The newest system that Xiaomi handed out for each model and region": "小米为各型号和地区发布的最新系统",
  "Well-known holes of libraries that apps carry, with the versions that have them":
    "应用所带库的著名漏洞及有漏洞的版本",
  "Google's root keys, which vouch for the hardware of Android phones": "Google 的根密钥，为 Android 手机的硬件作担保",
  "Keys of phone hardware that Google has taken back": "Google 已撤回的手机硬件密钥",
};
