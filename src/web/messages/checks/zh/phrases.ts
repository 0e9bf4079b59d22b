import type { Phrases } from "../../check-texts.ts";

/** By the English text, as checks write it. Names of screens are those that phones show in this language. */
export const phrases: Phrases = {
  "user {n}": "用户 {n}",
  "users {n}": "用户 {n}",
  "the current user": "当前用户",
  "less than a day": "不到一天",
  "{n} day": "{n} 天",
  "{n} days": "{n} 天",
  "{n} month": "{n} 个月",
  "{n} months": "{n} 个月",
  "{n} year": "{n} 年",
  "{n} years": "{n} 年",
  nobody: "无人",
  nothing: "（没有名称）",
  "origin of {app}": "{app} 的来源",
  "installer of {app}": "{app} 的安装来源",
  "{op} for user {n}": "用户 {n} 的 {op}",
  "last use of {name} ({state})": "{name} 的上次使用（{state}）",
  "kind of user {n}": "用户 {n} 的类型",
  "entry {n} of the journal": "日志条目 {n}",
  "process {n}": "进程 {n}",
  "The phone did not report {name}.": "手机没有报告{name}。",
  "The phone did not report the setting {name}.": "手机没有报告设置 {name}。",
  'The phone reports {name} as "{value}", and what that means is not known here.':
    "手机报告{name}为“{value}”，这里不知道它的含义。",
  "The phone did not report which app holds the role {role}.": "手机没有报告由哪个应用担任角色 {role}。",
  "The phone did not report its settings in full ({name} is missing).": "手机没有完整报告其设置（缺少 {name}）。",
  "User {n} is a profile of a kind that the phone did not tell.": "用户 {n} 是手机没有说明类型的资料。",
  "On the phone: Settings > Apps > {app} > Permissions > {what}: do not allow.":
    "在手机上：设置 > 应用 > {app} > 权限 > {what}：不允许。",
  Location: "位置信息",
  Camera: "相机",
  Microphone: "麦克风",
  Calendar: "日历",
  Contacts: "通讯录",
  Phone: "电话",
  "Call logs": "通话记录",
  "Nearby devices": "附近的设备",
  "Body sensors or Physical activity": "身体传感器或身体活动",
  "Photos and videos, or Files": "照片和视频，或文件",
  "Then remove {app}: in Settings > Security, take its rights as device admin and accessibility service, and uninstall it.":
    "然后移除 {app}：在“设置 > 安全”中收回它的设备管理应用和无障碍服务权限，再卸载它。",
  "The network rules of {app} could not be read.": "无法读取 {app} 的网络规则。",
  "The signers of {app} could not be read.": "无法读取 {app} 的签名者。",
  "The code of {app} could not be read.": "无法读取 {app} 的代码。",
  "The libraries of {app} could not be read.": "无法读取 {app} 的库。",
  "Not all native libraries of these apps were read, so what is built into them is not known: {apps}.":
    "这些应用的原生库没有全部读取，因此不知道其中内置了什么：{apps}。",
  "Some libraries that have known holes in some versions do not tell theirs: {apps}.":
    "有些库在某些版本中有已知漏洞，却没有写明自己的版本：{apps}。",
  "The files of {app} could not be read.": "无法读取 {app} 的文件。",
  "The files of {app} could not be looked into.": "无法查看 {app} 的文件。",
  "Open Settings > Apps > Special app access > {what} (on Xiaomi, search the settings for “special”).":
    "打开“设置 > 应用 > 特殊应用权限 > {what}”（小米：在设置中搜索“特殊”）。",
  "All files access": "所有文件访问权限",
  "Battery optimisation": "电池优化",
  "Install unknown apps": "安装未知应用",
  "Notification access (Device and app notifications)": "通知使用权（设备和应用通知）",
  "Display over other apps": "显示在其他应用的上层",
  "Usage access": "使用情况访问权限",
  "Modify system settings": "修改系统设置",
  "From a computer: {command}": "在电脑上：{command}",
  "Open Settings and search for “{words}”.": "打开设置，搜索“{words}”。",
  "Open Settings and search for “{words}” and switch it off.": "打开设置，搜索“{words}”并关闭。",
  "The list of {date} does not hold the Android of API level {level}.":
    "{date} 的列表中没有 API 级别 {level} 的 Android。",
  "The list of ended versions is of {date}, too long before this examination.":
    "已停止支持版本的列表日期是 {date}，比本次检查早太多。",
  hardware: "硬件",
  "hardware, by {way}": "硬件（经由 {way}）",
  "first asked": "首次询问",
  "last answer": "上次回答",
  "asked in vain": "询问未果",
  "ways without an answer": "没有回答的方式",
  "The phone's hardware was not asked yet: candor attest does that.": "还没有询问过手机硬件：可运行 candor attest。",
  "What Candor keeps is locked: candor unlock opens it.": "Candor 保存的内容已锁定：用 candor unlock 打开。",
  "Google has suspended the key that vouches.": "Google 已暂停信任作保的密钥。",
  "Whether the hardware's keys were taken back was not looked up: candor feeds update revoked-attestation-keys":
    "没有查询硬件密钥是否已被吊销：candor feeds update revoked-attestation-keys",
  "The hardware's key signed without a fault, but nobody that is known vouches for that key.":
    "硬件密钥的签名没有问题，但没有任何已知的一方为该密钥作保。",
  "The phone keeps its keys in software, so no hardware vouches for anything.":
    "手机把密钥保存在软件里，因此没有硬件能作保。",
  "The chain of keys ends in a root that is none of Google's.": "密钥链的根不是 Google 的。",
  "A certificate of the hardware's keys was not valid at the time.": "硬件密钥的某个证书当时不在有效期内。",
  "What the phone gave as its hardware's word cannot be read.": "手机以硬件名义给出的内容无法读取。",
  "This phone's hardware makes its requests in an older form, which only Google's servers can read.":
    "这部手机的硬件使用旧格式的请求，只有 Google 的服务器能读取。",
  "The key store gave a key, and no statement of the hardware about it.": "密钥库给出了密钥，却没有硬件对它的声明。",
  "The phone's hardware could not be asked: {reason}": "无法询问手机硬件：{reason}",
  "The hardware was asked on {day}, which says nothing of now. Ask it again: candor attest":
    "上次询问硬件是在 {day}，不能说明现在的情况。请再次询问：candor attest",
  "The system was updated since the hardware was asked, on {day}. Ask it again: candor attest":
    "自 {day} 询问硬件之后系统更新过。请再次询问：candor attest",
  "The hardware did not tell how the phone was started.": "硬件没有说明手机是如何启动的。",
  "Whether this holds was not told: {value}: {reason}": "没有说明这是否仍然有效：{value}：{reason}",
  "For which countries the build “{build}” is made is not known here.": "这里不知道版本“{build}”是为哪些国家制作的。",
  "The phone does not tell for which Android these are built: {apps}.":
    "手机没有说明这些应用为哪个 Android 版本制作：{apps}。",
  'The version "{version}" of the Google Play services does not tell when it was made.':
    "Google Play 服务的版本“{version}”看不出何时制作。",
  'The version "{version}" of the WebView is not a known one.': "WebView 的版本“{version}”不是已知版本。",
  "Not read, and so not counted: {what}.": "未读取，因此没有计入：{what}。",
  "These came from a store and hold such powers; whether they show an icon could not be read: {apps}.":
    "这些应用来自应用商店并拥有此类权力；无法读取它们是否显示图标：{apps}。",
  "Whether a store installed these, whose names are a maker's or read like a part of the system, could not be read: {apps}.":
    "这些应用的名称属于制造商或像系统组件，无法读取是否由应用商店安装：{apps}。",
  "The phone reports {date} in {name}, a day that its maker never changes.":
    "手机在 {name} 中报告 {date}，其制造商从不更改这个日期。",
  "The list of versions ends on {date}: newer ones cannot be told from old ones.":
    "版本列表截止于 {date}：更新的版本无法与旧版本区分。",
  "accessibility services": "无障碍服务",
  "notification listeners": "通知使用权",
  "satellites only": "仅卫星",
  "networks only, to save the battery": "仅网络，以省电",
  "satellites and networks": "卫星和网络",
  "device owner": "设备所有者",
  "profile owner": "资料所有者",
  "device owner or profile owner": "设备所有者或资料所有者",
  "cards and device controls in the power menu": "电源菜单中的卡片和设备控制",
  "the wallet": "钱包",
  "Google's servers, encrypted with the screen lock from Android 9 on":
    " Google 的服务器，从 Android 9 起用屏幕锁定加密",
  "the place that was chosen in Seedvault, encrypted": "在 Seedvault 中选定的地方，已加密",
  "build type": "版本类型",
  "read and use the screen": "读取和操作屏幕",
  "read and use the screen and {rest}": "读取和操作屏幕，以及{rest}",
  "read all notifications": "读取所有通知",
  "act as device admin": "担任设备管理应用",
  "read text messages": "读取短信",
  "follow the place at all times": "随时跟踪位置",
  "read the list of calls": "读取通话记录",
  "listen through the microphone": "通过麦克风收听",
  "take pictures": "拍照",
  "record the screen": "录制屏幕",
  "draw over other apps": "显示在其他应用上层",
  "see which apps are used": "查看使用了哪些应用",
  "read all files": "读取所有文件",
  "install other apps": "安装其他应用",
  "use settings that are closed to apps from files": "使用对来自文件的应用关闭的设置",
  "the store, with Play Protect, which scans apps": "应用商店，含扫描应用的 Play 保护机制",
  "Play services, on which Play Protect and Find My Device stand": "Play 服务，Play 保护机制和查找设备都依赖它",
  "the screens and rules of permissions": "权限的界面和规则",
  "Xiaomi's permission manager": "小米的权限管理",
  "Xiaomi's virus scanner": "小米的病毒扫描",
  "Xiaomi's Security app": "小米的手机管家",
  "Samsung's guard against changes to the system": "三星防止系统被改动的防护",
  "Samsung's device protection": "三星的设备保护",
  "Huawei's phone manager with its virus scanner": "华为的手机管家及其病毒扫描",
  "OPPO's phone manager with its virus scanner": "OPPO 的手机管家及其病毒扫描",
  "the collector of usage events of Xiaomi's apps (OneTrack)": "小米应用使用事件的收集组件（OneTrack）",
  "the collector of usage events of the security app": "安全应用使用事件的收集组件",
  "MIUI System Ads, the advertising service": "MIUI 系统广告，即广告服务",
  "the advertising service of phones for China": "中国版手机的广告服务",
  "the quality service MQS, which records faults and use": "质量服务 MQS，记录故障和使用情况",
  "a recorder of faults and performance": "故障和性能的记录组件",
  "the collector of error reports and logs": "错误报告和日志的收集组件",
  "a collector of error reports and logs": "错误报告和日志的收集组件",
  "a reporter of what is done on the screen": "屏幕操作的上报组件",
  "a collector of logs": "日志的收集组件",
  "The phone did not report {name} for {user}.": "手机没有报告{user}的 {name}。",
  "The phone did not report {name} of {user}.": "手机没有报告{user}的 {name}。",
  "The phone did not report multi_cb, Google's switch for usage and diagnostics.":
    "手机没有报告 multi_cb，即 Google 的使用情况和诊断开关。",
  "The phone did not report which service fills in passwords.": "手机没有报告由哪个服务填写密码。",
  "The phone did not report which key encrypts its storage.": "手机没有报告用哪个密钥加密存储空间。",
  "The phone did not report the transport of {user}.": "手机没有报告{user}的备份传输方式。",
  "The phone did not report the lock of any full user.": "手机没有报告任何完整用户的锁定方式。",
  "The phone did not report what kind of lock {user} has.": "手机没有报告{user}用的是哪种锁定。",
  "The phone did not report what the lock screen of {user} offers.": "手机没有报告{user}的锁屏提供什么。",
  "The phone did not report the date of its Google Play system update.": "手机没有报告 Google Play 系统更新的日期。",
  "The phone did not report the version of the Google Play services.": "手机没有报告 Google Play 服务的版本。",
  "The phone did not report package_verifier_user_consent, and which app checks others was not read.":
    "手机没有报告 package_verifier_user_consent，也没有读取由哪个应用检查其他应用。",
  "The phone did not report miui_optimization, neither as a setting nor as a property.":
    "手机没有报告 miui_optimization，设置和属性中都没有。",
  "The phone did not report which app holds the role {role} or the role {other}.":
    "手机没有报告由哪个应用担任角色 {role} 或角色 {other}。",
  "app lock": "应用锁",
  backup: "备份",
  "privacy protection password": "隐私保护密码",
  "Advanced Protection": "高级保护",
  "User Experience Program": "用户体验改进计划",
  "Send usage and diagnostic data": "发送使用情况和诊断数据",
  "services that are switched on": "已打开的服务",
  "Open Settings > Accessibility > Downloaded apps (or Installed services).":
    "打开“设置 > 无障碍 > 已下载的应用（或已安装的服务）”。",
  "Switch off each service that you do not need. If someone may be watching you, get advice first: they may notice.":
    "关闭你不需要的每个服务。如果可能有人在监视你，请先寻求建议：对方可能会察觉。",
  "labels of running services": "运行中服务的名称",
  interface: "接口",
  session: "会话",
  "owner's uid": "所有者的 uid",
  "DNS servers": "DNS 服务器",
  "Open Settings > Network > VPN and see which VPN is connected.": "打开“设置 > 网络 > VPN”，查看连接了哪个 VPN。",
  "If you did not start it, disconnect and forget it, and uninstall its app.":
    "如果不是你启动的，请断开并删除它，再卸载其应用。",
  fingerprint: "指纹",
  name: "名称",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Revoke USB debugging authorisations.":
    "打开“设置 > 系统（小米：更多设置）> 开发者选项 > 撤销 USB 调试授权”。",
  "last connection": "上次连接",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Disable ADB authorisation time-out: off.":
    "打开“设置 > 系统（小米：更多设置）> 开发者选项 > 停用 adb 授权超时功能”：关闭。",
  "Permissions expire since Android 11; before, they never do.": "授权从 Android 11 起会过期；在此之前永不过期。",
  "From the computer on the cable: adb usb. Or restart the phone.": "在连接数据线的电脑上：adb usb。或者重启手机。",
  "This setting outlives a restart: somebody with root set it. Find out who.":
    "这个设置重启后仍在：是有 root 权限的人设置的。查清楚是谁。",
  "When you are done here: Settings > System (on Xiaomi: Additional settings) > Developer options > USB debugging: off.":
    "在这里用完后：设置 > 系统（小米：更多设置）> 开发者选项 > USB 调试：关闭。",
  "Open the developer options, and switch USB debugging off when you are done here.":
    "打开开发者选项，在这里用完后关闭 USB 调试。",
  "Plug the phone into your own chargers only.": "只把手机接到你自己的充电器。",
  "Have the maker's service install the original system. That erases the phone.":
    "请制造商的售后安装原版系统。这会清除手机数据。",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Wireless debugging: off. Remove paired devices there.":
    "打开“设置 > 系统（小米：更多设置）> 开发者选项 > 无线调试”：关闭。并在那里移除已配对的设备。",
  "Wireless debugging exists since Android 11.": "无线调试从 Android 11 起才有。",
  "Open Settings > System > Users (Multiple users).": "打开“设置 > 系统 > 用户（多用户）”。",
  "Switch “Add users from lock screen” off.": "关闭“在锁定屏幕上添加用户”。",
  "Advanced Protection came with Android 16.": "高级保护从 Android 16 起才有。",
  "Switch off the apps that do not need it.": "关闭不需要它的应用。",
  "The phone did not tell which apps came with it and which were added.":
    "手机没有说明哪些应用是自带的、哪些是后来安装的。",
  "Before Android 11 there is no such access: the storage permission, which is asked about under permissions, opens all shared files.":
    "Android 11 之前没有这种权限：在“权限”中检查的存储权限会开放所有共享文件。",
  "Open Settings > Network > VPN, touch the wheel beside the VPN, switch “Always-on VPN” off.":
    "打开“设置 > 网络 > VPN”，点该 VPN 旁的齿轮，关闭“始终开启的 VPN”。",
  "Open Settings > System > Software update (on Xiaomi: Settings > About phone, then the box with the version).":
    "打开“设置 > 系统 > 系统更新”（小米：设置 > 我的设备，再点显示版本的方框）。",
  "Look for an update, install it, and restart the phone.": "查找更新，安装，然后重启手机。",
  "When the maker offers no more, plan to replace the phone, and keep bank, mail and private messages elsewhere.":
    "制造商不再提供更新时，请计划更换手机，银行、邮件和私人消息改用别的设备。",
  "version whose rules allow it": "规则允许如此的版本",
  "Open the Play Store and look for a newer version of the app.": "打开 Play 商店，看看该应用有没有更新的版本。",
  "Until there is one, use it for nothing private in a foreign Wi-Fi.":
    "在有新版本之前，不要在外面的 Wi-Fi 中用它处理私密的事。",
  "This phone does not run Xiaomi's MIUI or HyperOS.": "这部手机运行的不是小米的 MIUI 或 HyperOS。",
  "said by": "依据",
  "SHA-256 of its files": "其文件的 SHA-256",
  "SHA-256 of its certificates": "其证书的 SHA-256",
  "Ask yourself, and others who use this phone, who installed the app and what for.":
    "问问自己和使用这部手机的其他人，是谁、为什么安装了该应用。",
  "If somebody may be watching you, get help before you remove it: they may notice.":
    "如果可能有人在监视你，移除前先寻求帮助：对方可能会察觉。",
  "Open Settings > Apps, choose the app, and uninstall it.": "打开“设置 > 应用”，选择该应用并卸载。",
  "signed with published keys": "用公开密钥签名",
  trackers: "跟踪器",
  "Open Settings > Google > All services > Ads, and choose “Delete advertising ID”.":
    "打开“设置 > Google > 所有服务 > 广告”，选择“删除广告 ID”。",
  "Ask of each app whether you need it; uninstall those that you do not, or look for one without trackers.":
    "逐个想想是否需要这些应用；卸载不需要的，或找不带跟踪器的替代。",
  "Take permissions from the others that they do not need: candor permissions":
    "从其余应用收回它们不需要的权限：candor permissions",
  "services for passwords": "填写密码的服务",
  "Open Settings > Passwords & accounts (or Passwords, passkeys & autofill).":
    "打开“设置 > 密码和账号（或密码、通行密钥和自动填充）”。",
  "Choose the service that you want.": "选择你想要的服务。",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options.":
    "打开“设置 > 系统（小米：更多设置）> 开发者选项”。",
  "Switch on “Automatic system updates”.": "打开“自动系统更新”。",
  "Open Settings > About phone, touch the box with the version, then the menu, then the settings of the updater.":
    "打开“设置 > 我的设备”，点显示版本的方框，再点菜单，进入更新程序的设置。",
  "Switch the automatic download of updates on.": "打开自动下载更新。",
  "installed for": "安装给",
  "permissions held": "拥有的权限",
  installer: "安装程序",
  "installation started by": "安装发起者",
  "package source": "安装包来源",
  "first installed": "首次安装",
  "The phone's record of last use could not be read.": "无法读取手机的上次使用记录。",
  "Before Android 10 there is no separate permission: every app that may read the place may do so at all times.":
    "Android 10 之前没有单独的权限：有权读取位置的应用随时都可以读取。",
  "Open Settings and search for “backup”; choose where copies go, and switch it on.":
    "打开设置，搜索“备份”；选择备份存放处，并打开备份。",
  transport: "传输方式",
  "Look at which account the copies go to. Change it, or switch the copies off, if it is not yours.":
    "查看备份送往哪个账号。如果不是你的，请更改或关闭备份。",
  "Android's backup is off.": "Android 的备份已关闭。",
  "exempt from battery saving": "不受省电限制",
  "Let the system manage the app.": "让系统管理该应用。",
  "Open Settings > Location > Location services > Bluetooth scanning and switch it off.":
    "打开“设置 > 位置信息 > 位置信息服务 > 蓝牙扫描”，将其关闭。",
  "Restart the phone, connect it to the internet, and ask again: candor attest":
    "重启手机，连接互联网，然后再次询问：candor attest",
  "If you switched off or removed apps of Google or of the maker since then, bring them back and ask once more.":
    "如果此后你停用或移除过谷歌或制造商的应用，请恢复它们后再问一次。",
  "If it stays silent and you did not change the phone yourself, do not rely on what it says of its bootloader and its updates until the maker's service has looked at it.":
    "如果它仍然不回答，而你自己没有改动过手机，那么在制造商的售后检查之前，不要相信手机关于引导加载程序和更新的说法。",
  "If you did not change the system yourself, treat the phone as controlled by somebody else: keep nothing private on it, and change your passwords from another device.":
    "如果系统不是你自己改的，请把手机当作被他人控制：不要在上面存放私密内容，并用另一台设备更改你的密码。",
  "Save what you need from the phone.": "保存手机上你需要的内容。",
  "Have the maker's service install the original system, or do it with the maker's own tool. That erases the phone.":
    "请制造商的售后安装原版系统，或用制造商自己的工具安装。这会清除手机数据。",
  "not reported": "未报告",
  "The phone reported nothing about its start.": "手机没有报告任何关于启动的信息。",
  "Save what you need: locking erases the phone.": "保存你需要的内容：锁定会清除手机数据。",
  "Make sure that the maker's original system is installed; a changed one no longer starts after locking.":
    "确认已安装制造商的原版系统；改动过的系统锁定后将无法启动。",
  "Have the maker's service lock the bootloader, or do it with the maker's own tool.":
    "请制造商的售后锁定引导加载程序，或用制造商自己的工具锁定。",
  "The phone reported nothing about the lock of its bootloader.": "手机没有报告任何关于引导加载程序锁定的信息。",
  "role and its holder": "角色及担任者",
  "Open Settings > Apps > Default apps.": "打开“设置 > 应用 > 默认应用”。",
  "Choose the app that you want for this.": "选择你想用的应用。",
  "The journal is locked.": "日志已锁定。",
  "Nothing was chosen for this phone with Candor on this computer.": "在这台电脑上没有用 Candor 为这部手机做过选择。",
  flags: "标志",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options and use the switch at the top.":
    "打开“设置 > 系统（小米：更多设置）> 开发者选项”，使用顶部的开关。",
  "device administrator and what it may do": "设备管理应用及其权力",
  "Open Settings > Security > Device admin apps (or search the settings for “device admin”).":
    "打开“设置 > 安全 > 设备管理应用”（或在设置中搜索“设备管理”）。",
  "Switch off the app; it can be uninstalled after that. If it belongs to an employer, ask there first.":
    "关闭该应用；之后就可以卸载。如果属于雇主，请先询问。",
  kind: "类型",
  packages: "软件包",
  uid: "uid",
  "Open the owner's app and look for a way to give up ownership; an owner cannot be uninstalled before.":
    "打开所有者应用，寻找放弃所有权的选项；在此之前无法卸载所有者。",
  "If the phone is an employer's, ask there. Otherwise a factory reset removes the owner, and all data with it.":
    "如果手机属于雇主，请询问雇主。否则，恢复出厂设置会移除所有者，同时清除所有数据。",
  "state per user": "各用户的状态",
  "switched off by": "关闭者",
  "Open Settings > Apps, choose the app, and touch “Enable”.": "打开“设置 > 应用”，选择该应用，点“启用”。",
  "Open Settings > Apps > Dual apps and switch off the copies that you do not use.":
    "打开“设置 > 应用 > 应用双开”，关闭你不用的副本。",
  "The phone told neither its users nor whether dual apps are on.":
    "手机既没有说明有哪些用户，也没有说明应用双开是否打开。",
  "Encryption Status": "加密状态",
  "Open Settings > Security > Screen lock.": "打开“设置 > 安全 > 屏幕锁定”。",
  "Set a PIN or password.": "设置 PIN 码或密码。",
  "Choose that it is required to start the phone.": "选择启动手机时要求输入。",
  "Files are encrypted per user; the question is one of full-disk encryption.":
    "文件按用户加密；这个问题只针对全盘加密。",
  "The whole storage is encrypted as one block, details about files included.":
    "整个存储空间作为一整块加密，包括文件的相关信息。",
  "The data is not encrypted at all.": "数据根本没有加密。",
  "Back up the phone.": "备份手机。",
  "Open Settings > Security > Encryption.": "打开“设置 > 安全 > 加密”。",
  "Charge the phone and encrypt it.": "给手机充电并加密。",
  "No setting changes the kind of encryption. Set a PIN or password, and let the phone ask for it at start where it offers that.":
    "没有设置能改变加密类型。请设置 PIN 码或密码，并在手机提供时要求开机输入。",
  "Switch the phone off when you hand it over or cross a border.": "把手机交给别人或过边境时，请先关机。",
  "Decline the offer when an app crashes.": "应用崩溃时，拒绝发送报告。",
  path: "路径",
  "listed as": "被列为",
  "Open Settings > Apps, choose the app, and disable it where the phone offers that.":
    "打开“设置 > 应用”，选择该应用，在手机允许时停用它。",
  "Open Settings > Mi Account > Find device, and switch on what you want.":
    "打开“设置 > 小米账号 > 查找设备”，打开你想要的功能。",
  "Google's Find Hub is no device administrator here; newer versions do without, so this does not tell whether it is on.":
    "Google 的“查找中心”在这里不是设备管理应用；新版本不需要如此，所以这说明不了它是否打开。",
  "Open Settings > Google > menu > Usage & diagnostics and switch it off.":
    "打开“设置 > Google > 菜单 > 使用情况和诊断”，将其关闭。",
  "Open Settings > System > Users and remove the guest.": "打开“设置 > 系统 > 用户”，移除访客。",
  "Use another device to look for help: what is done on this phone may be seen.":
    "用另一台设备寻求帮助：在这部手机上做的事可能被看到。",
  "Keep evidence: save this report and photograph the app's page in Settings > Apps.":
    "保留证据：保存这份报告，并拍下“设置 > 应用”中该应用的页面。",
  "Think of your safety: whoever installed the app may notice that it is gone.":
    "考虑你的安全：安装该应用的人可能会发现它不见了。",
  "Change the passwords of your accounts from another device, and the phone's lock.":
    "用另一台设备更改你各账号的密码，并更改手机的屏幕锁定。",
  "There was no list of known files to compare the apps with: “candor feeds update stalkerware-samples” fetches one.":
    "没有可与应用比对的已知文件列表：“candor feeds update stalkerware-samples”可获取。",
  "wrapped by": "包裹工具",
  "installed by": "安装者",
  "icons on the home screen": "主屏幕上的图标",
  "first entries": "前几个条目",
  "If a manager set it, ask them or remove the manager.": "如果是管理者设置的，请询问对方或移除管理者。",
  "Switch off every app that you do not install from.": "关闭你不用来安装的每个应用。",
  "Open Settings > Location (or pull down the quick settings), and switch it off where nobody should know the place.":
    "打开“设置 > 位置信息”（或下拉快捷设置），在不希望任何人知道位置的地方关闭它。",
  "Open Settings > Display > Lock screen.": "打开“设置 > 显示 > 锁屏”。",
  "Switch off what the locked phone need not show.": "关闭锁定的手机不必显示的内容。",
  "Open Settings > Lock screen (or Passwords & security).": "打开“设置 > 锁屏（或密码与安全）”。",
  "Choose PIN or password, and set one.": "选择 PIN 码或密码，并设置。",
  "Open Settings > Notifications > Notifications on lock screen.": "打开“设置 > 通知 > 锁屏通知”。",
  "Choose to hide sensitive content.": "选择隐藏敏感内容。",
  "Open Settings > Mi Account, look for system ads in its settings, and switch them off.":
    "打开“设置 > 小米账号”，在其设置中找到系统广告并关闭。",
  "This phone has no such setting.": "这部手机没有这个设置。",
  differences: "不同之处",
  "Open Settings and search for “Ad services” and reset the identifier.": "打开设置，搜索“广告服务”，重置标识符。",
  "Open Settings > Additional settings > Developer options > Install via USB: off.":
    "打开“设置 > 更多设置 > 开发者选项 > USB 安装”：关闭。",
  "Open Settings > Apps > Permissions > Background autostart.": "打开“设置 > 应用 > 权限 > 后台自启动”。",
  "The phone told of no permission of Xiaomi's own.": "手机没有说出任何小米自己的权限。",
  "MSA has a switch of its own: Settings > Passwords & security > Authorisation & revocation.":
    "MSA 有自己的开关：设置 > 密码与安全 > 授权与撤销。",
  "Open Settings > Apps > Manage apps, choose the app, then Other permissions.":
    "打开“设置 > 应用 > 应用管理”，选择该应用，再进入“其他权限”。",
  "Switch off the display on the lock screen and of pop-up windows while running in the background.":
    "关闭“锁屏显示”和“后台弹出界面”。",
  "pinned against being stopped": "锁定在后台",
  "Open the list of recent apps, hold the app's card and tap the lock.":
    "打开最近任务列表，长按该应用的卡片，点锁形图标。",
  "If the app has no card there, find it in Settings > Apps and look at who installed it.":
    "如果那里没有它的卡片，请在“设置 > 应用”中找到它，查看是谁安装的。",
  "The phone did not tell which apps are pinned (locked_apps).": "手机没有说明哪些应用锁定在后台（locked_apps）。",
  "This version has no service of that name.": "这个版本没有该名称的服务。",
  "Open Settings and search for “Region”, and see whether it is the one where you live; set it so.":
    "打开设置，搜索“地区”，看看是不是你居住的地区；不是就改过来。",
  "If the system itself was built for another country, ask the seller: only the maker's system for your region changes that, and installing it can erase the phone.":
    "如果系统本身是为其他国家制作的，请询问卖家：只有安装制造商为你所在地区制作的系统才能改变，而安装可能清除手机数据。",
  "Open Settings > Additional settings > Developer options > USB debugging (Security settings): off.":
    "打开“设置 > 更多设置 > 开发者选项 > USB 调试（安全设置）”：关闭。",
  "If it already looks off, switch it on and off once, so that the phone stores the choice.":
    "如果它看起来已经关闭，请打开再关闭一次，让手机存下这个选择。",
  digest: "摘要",
  "listed for": "被列为",
  "The loaded list names no file and no certificate: “candor feeds update” fetches the full one.":
    "已加载的列表没有列出文件或证书：“candor feeds update”可获取完整列表。",
  "Do not restart the phone, and keep using another one for what is private.":
    "不要重启手机，私密的事继续用另一部手机。",
  "Save this report.": "保存这份报告。",
  "Write to a group that examines such cases, for example Amnesty's Security Lab or Access Now's helpline, from another device.":
    "请用另一台设备写信给研究此类案例的组织，例如国际特赦组织的安全实验室（Security Lab）或 Access Now 的求助热线。",
  "Before Android 12 the permission for the place covers devices nearby too.":
    "在 Android 12 之前，位置权限也包括附近的设备。",
  "listeners that are allowed": "获准的通知监听器",
  'Switch off "OEM unlocking".': "关闭“OEM 解锁”。",
  "The phone says that its bootloader cannot be unlocked.": "手机称其引导加载程序无法解锁。",
  "Open the Play Store, look the app up, and update it.": "打开 Play 商店，查找该应用并更新。",
  "If there is no newer version, look for another app that does the same, and uninstall this one.":
    "如果没有更新的版本，请另找功能相同的应用，并卸载这个。",
  "Remove the users that you do not know: their data goes with them.": "移除你不认识的用户：其数据会一并清除。",
  "Open Settings and search for “Ad services” and switch personalised ads off.":
    "打开设置，搜索“广告服务”，关闭个性化广告。",
  "Open the Play Store, touch your picture, then Play Protect, then the cog.":
    "打开 Play 商店，点你的头像，再点“Play 保护机制”，再点齿轮。",
  "Switch “Scan apps with Play Protect” on.": "打开“使用 Play 保护机制扫描应用”。",
  "required verifier": "指定的验证应用",
  "Switch “Verify apps over USB” on.": "打开“通过 USB 验证应用”。",
  "Open the Play Store, look for Google Play services, and update it.": "打开 Play 商店，查找 Google Play 服务并更新。",
  "Restart the phone.": "重启手机。",
  "The phone has no Google Play services.": "手机没有 Google Play 服务。",
  "Open Settings > Security & privacy > Google Play system update.": "打开“设置 > 安全和隐私 > Google Play 系统更新”。",
  "Install what is offered, and restart the phone.": "安装提供的更新，然后重启手机。",
  "The phone has no Google Play system updates.": "手机没有 Google Play 系统更新。",
  "permissions fixed by policy": "由策略固定的权限",
  "Find out who manages the phone: open Settings > Security > Device admin apps.":
    "查清楚是谁在管理手机：打开“设置 > 安全 > 设备管理应用”。",
  "Ask the manager, or take the right away from an app that nobody set up on purpose. Only the manager can change these permissions.":
    "询问管理者；或者，如果该应用不是有人有意设置的，就收回它的权力。只有管理者能更改这些权限。",
  "accessibility service": "无障碍服务",
  "permission held": "拥有的权限",
  "notification listener": "通知监听器",
  "Open Settings > Network > Private DNS and choose Automatic.": "打开“设置 > 网络 > 私人 DNS”，选择“自动”。",
  "Private DNS came with Android 9.": "私人 DNS 从 Android 9 起才有。",
  "Open Settings > Security & privacy > Private space (on Samsung: Secure Folder).":
    "打开“设置 > 安全和隐私 > 私密空间”（三星：安全文件夹）。",
  "removed apps": "已移除的应用",
  "Nothing is left on the phone to remove. Ask those who use it whether they know the names.":
    "手机上已没有可移除的。问问使用它的人是否认识这些名称。",
  "If an app that watched somebody was among them, change the passwords of the accounts from another device.":
    "如果其中有监视他人的应用，请用另一台设备更改各账号的密码。",
  "Open Settings > Apps and find the app.": "打开“设置 > 应用”，找到该应用。",
  "Uninstall it if you did not choose it: the barrier is back after a new installation.":
    "如果不是你选的，请卸载：重新安装后屏障就会恢复。",
  "Restricted settings came with Android 13.": "受限设置从 Android 13 起才有。",
  "If you installed it yourself and no longer need it: open Settings > Apps, choose the app, and uninstall it.":
    "如果是你自己安装且不再需要：打开“设置 > 应用”，选择该应用并卸载。",
  "If you did not: think about who may notice before you remove it, save what you need, and have the original system installed.":
    "如果不是：移除前想想谁会察觉，保存你需要的内容，并安装原版系统。",
  "The listing shows no SELinux labels of processes.": "列表没有显示进程的 SELinux 标签。",
  found: "找到的",
  release: "发布版本",
  "This permission has no switch in Settings; a computer can take it away.":
    "这个权限在设置中没有开关；电脑可以收回它。",
  "Uninstall the app if you do not know it; it then asks again after a new installation.":
    "如果不认识该应用，请卸载；重新安装后它会再次询问。",
  "Choose PIN or password and set one.": "选择 PIN 码或密码并设置。",
  "Choose PIN (six digits or more) or password in place of the pattern.": "选择 PIN 码（六位或更长）或密码来代替图案。",
  "No PIN, pattern or password is set.": "没有设置 PIN 码、图案或密码。",
  "Open Settings > Special features > Second space.": "打开“设置 > 特色功能 > 手机分身”。",
  getenforce: "getenforce",
  "When you share a photo from Xiaomi's gallery, open the options of the share screen and let the location be removed.":
    "从小米相册分享照片时，打开分享界面的选项，选择去掉位置信息。",
  "installation asked for by": "安装请求者",
  "SHA-1 of the certificate": "证书的 SHA-1",
  "The loaded list names no certificate: “candor feeds update stalkerware-indicators” fetches the full one.":
    "已加载的列表没有列出证书：“candor feeds update stalkerware-indicators”可获取完整列表。",
  "Candor's own rules were not applied to the apps.": "没有对应用使用 Candor 自己的规则。",
  "The list of mounts does not show the system partition.": "挂载列表没有显示系统分区。",
  "part of the system": "系统的组成部分",
  "input methods that are switched on": "已打开的输入法",
  "Open Settings > System > Languages & input > On-screen keyboard (on Xiaomi: Additional settings).":
    "打开“设置 > 系统 > 语言和输入法 > 屏幕键盘”（小米：更多设置）。",
  "Choose a keyboard that you trust, then switch off the others. Leave one on.":
    "选择一个你信任的输入法，再关闭其他的。保留一个。",
  "Open Settings > Security > More security settings > Trust agents (search the settings for “trust agents”).":
    "打开“设置 > 安全 > 更多安全设置 > 信任代理”（在设置中搜索“信任代理”）。",
  "Switch off the agents that you do not use.": "关闭你不用的信任代理。",
  "Open Settings > Security and switch “Unknown sources” off.": "打开“设置 > 安全”，关闭“未知来源”。",
  "From Android 8 on each app is asked separately.": "从 Android 8 起，每个应用单独询问。",
  "Android knows this protection since version 12.": "Android 从版本 12 起才有这项保护。",
  "None of the updaters known here is among the phone's packages.": "手机的软件包中没有这里已知的更新程序。",
  "USB functions": "USB 功能",
  "Open Settings > Network > Hotspot & tethering > USB tethering: off.":
    "打开“设置 > 网络 > 热点和网络共享 > USB 网络共享”：关闭。",
  "added certificates": "添加的证书",
  "Open Settings and search for “trusted credentials” (or “user certificates”).":
    "打开设置，搜索“信任的凭据”（或“用户证书”）。",
  "Look at the tab “User”: open each entry, see who issued it, and remove what you do not know.":
    "查看“用户”标签页：打开每一项，看是谁颁发的，移除不认识的。",
  "notice of added certificates": "添加了证书的通知",
  "Open Settings > Network > VPN.": "打开“设置 > 网络 > VPN”。",
  "Touch the wheel beside each VPN that you do not use, and forget it.": "点每个不用的 VPN 旁的齿轮，将其删除。",
  "Open Settings > Network > VPN, touch the wheel beside the VPN, switch on “Block connections without VPN”.":
    "打开“设置 > 网络 > VPN”，点该 VPN 旁的齿轮，打开“屏蔽未使用 VPN 的所有连接”。",
  "No VPN is set to be always on.": "没有设置始终开启的 VPN。",
  "Open Settings and search for “web link” and switch the invocation of apps off.":
    "打开设置，搜索“网页链接”，关闭调起应用。",
  "Open the Play Store, look for Android System WebView (on some phones Chrome), and update it.":
    "打开 Play 商店，查找 Android System WebView（有些手机是 Chrome）并更新。",
  package: "软件包",
  "Open Settings > Location > Location services > Wi-Fi scanning and switch it off.":
    "打开“设置 > 位置信息 > 位置信息服务 > WLAN 扫描”，将其关闭。",
  "Open Settings > Passwords & accounts > Work.": "打开“设置 > 密码和账号 > 工作”。",
  "Remove the work profile if nobody manages the phone for you.": "如果没有人替你管理手机，请移除工作资料。",
  "The list of {date} does not hold the line of the kernel.": "{date} 的列表中没有这一内核系列。",
  "The list of kernel lines is of {date}, too long before this examination.":
    "内核系列的列表日期是 {date}，距本次检查太久。",
  "holes known to be used in attacks": "已知被用于攻击的漏洞",
  "fixes by the level that promises them": "按保证它们的级别列出的修复",
  "The phone does not tell the level of its fixes for {what}.": "手机没有告知{what}的修复级别。",
  "The level of its fixes for {what} is no day of the calendar.": "{what}的修复级别不是日历上的日子。",
  "The level of its fixes for {what} is of a day long after this examination.":
    "{what}的修复级别是远在本次检查之后的日子。",
  "The level of its fixes for {what} is a day that its maker never changes.":
    "{what}的修复级别是制造商从不更改的日子。",
  "chips and drivers": "芯片和驱动",
  "The list of fixes ends in {date}: whether newer ones are missing is not known (candor feeds update).":
    "修复列表止于 {date}：是否缺少更新的修复不得而知（candor feeds update）。",
  "The list of newest systems does not hold this model and region.": "最新系统的列表中没有这一型号和地区。",
  "The list of newest systems ends on {date}, too long before this examination.":
    "最新系统的列表止于 {date}，距本次检查太久。",
  "Only for phones of Xiaomi there is a list of the newest systems.": "只有小米手机有最新系统的列表。",
  "The phone does not tell its model and version as Xiaomi's servers name them.":
    "手机没有按小米服务器的命名告知型号和版本。",
  "The phone's version is none of Xiaomi's stable ones, which alone can be compared.":
    "手机的版本不是小米的稳定版，而只有稳定版可以比较。",
  "libraries with known holes": "含已知漏洞的库",
  "Open Settings > Security > More security settings > App pinning (on Xiaomi, search the settings for “pin”).":
    "打开“设置 > 安全 > 更多安全设置 > 固定应用”（小米手机请在设置里搜索“固定”）。",
  "Switch it off, or switch on that the PIN is asked for before unpinning.":
    "把它关闭，或者开启“取消固定前要求输入 PIN 码”。",
  "Open Settings > System (on Xiaomi: Additional settings) > Date & time.":
    "打开“设置 > 系统（小米：更多设置）> 日期和时间”。",
  "Switch on that both are set automatically.": "开启自动设置日期和时间。",
  "Open the Play Store, touch your picture, then Settings > General > Google Play Instant.":
    "打开 Play 商店，点自己的头像，再点“设置 > 常规 > Google Play Instant”。",
  "Switch it off.": "把它关闭。",
  "Open Settings > Security > Screen lock, and touch the wheel beside it.":
    "打开“设置 > 安全 > 屏幕锁定”，点旁边的齿轮。",
  "Let the phone lock immediately or after five seconds, and let the power key lock it at once.":
    "让手机立即或五秒后锁定，并让电源键一按就锁。",
  "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Select mock location app.":
    "打开“设置 > 系统（小米：更多设置）> 开发者选项 > 选择模拟位置信息应用”。",
  "Choose “Nothing”.": "选择“无”。",
  "Switch off “Make pattern visible”, or choose a PIN in place of the pattern.":
    "关闭“显示图案轨迹”，或者改用 PIN 码代替图案。",
  "Nobody unlocks this phone with a pattern.": "没有人用图案解锁这部手机。",
  "Open Settings > Network & internet > Internet > Network preferences.":
    "打开“设置 > 网络和互联网 > 互联网 > 网络偏好设置”。",
  "Switch off notifications for public networks, and connecting to them.": "关闭公共网络的通知，也关闭自动连接。",
  "Open Settings > Display > Screen timeout (or Sleep).": "打开“设置 > 显示 > 屏幕超时（或休眠）”。",
  "Choose one minute or less.": "选择一分钟或更短。",
  "Open Settings > Security & privacy (on Xiaomi, search the settings for “passwords”).":
    "打开“设置 > 安全与隐私”（小米手机请在设置里搜索“密码”）。",
  "Switch off “Show passwords”.": "关闭“显示密码”。",
};
