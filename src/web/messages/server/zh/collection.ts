import type { Phrases } from "../../check-texts.ts";

/** Switches by which phones collect: what each sends, to whom, and what it does not stop. */
export const collection: Phrases = {
  "which screens and apps are used, when and for how long, with numbers that name the phone":
    "使用了哪些界面和应用、什么时候、多长时间，并附有可以指认手机的编号",
  "At least 18 files of the system's services send events to com.miui.analytics, and some of them without asking this switch.":
    "系统服务中至少有 18 个文件向 com.miui.analytics 发送事件，其中一些不理会这个开关。",
  "Open Settings and search for “User Experience Program” and switch it off.":
    "打开设置，搜索“用户体验改进计划”并将其关闭。",
  "logs of crashes and of use, with numbers that name the phone": "崩溃和使用记录，并附有可以指认手机的编号",
  "The services that record faults keep running on the phone.": "记录故障的服务会继续在手机上运行。",
  "Open Settings and search for “Send usage and diagnostic data” and switch it off.":
    "打开设置，搜索“发送使用情况和诊断数据”并将其关闭。",
  "Personalised ad recommendations (Ad services)": "个性化广告推荐（广告服务）",
  "what is used, read and bought in Xiaomi's apps, for advertising that is chosen by it":
    "在小米应用中使用、阅读和购买的内容，用来挑选广告",
  "Xiaomi and its advertisers": "小米及其广告主",
  "Advertising stays, and is to be chosen without that record.": "广告仍在，但应当不再凭这些记录挑选。",
  "System advertising of the Mi account": "小米账号的系统广告",
  "use of Xiaomi's services under the name of the account, for advertising": "以账号名义使用小米服务的情况，用于广告",
  "What the account itself keeps on Xiaomi's servers, and its advertising on other devices.":
    "账号本身保存在小米服务器上的内容，以及其他设备上的广告。",
  "Web links may start apps": "网页链接可以启动应用",
  "that you follow a link, told to the app or shop that it starts and that may know who you are":
    "你点了链接这件事，会告诉被它启动、可能知道你是谁的应用或商店",
  "companies whose apps a page starts": "网页所启动应用的公司",
  "Pages can still tell who you are by other means.": "网页仍可以用其他方法认出你。",
  "Location in photos that are shared": "分享照片中的位置",
  "where a photo was taken, to a few metres": "照片的拍摄地点，精确到几米",
  "whoever gets the photo": "收到照片的任何人",
  "It counts for what is shared through Xiaomi's own share screen. Files that are copied keep the place.":
    "它只对通过小米自己的分享界面分享的内容有效。直接复制的文件会保留地点。",
  "When you share a photo, open the options of the share screen and let the location be removed.":
    "分享照片时，打开分享界面的选项，让它去掉位置。",
  "Camera data in photos that are shared": "分享照片中的相机数据",
  "the model of the phone, the time and the settings of the camera": "手机型号、时间和相机设置",
  "It counts for what is shared through Xiaomi's own share screen. Files that are copied keep it.":
    "它只对通过小米自己的分享界面分享的内容有效。直接复制的文件会保留这些数据。",
  "When you share a photo, open the options of the share screen and let the camera data be removed.":
    "分享照片时，打开分享界面的选项，让它去掉相机数据。",
  "Xiaomi's advertising identifier": "小米的广告标识符",
  "a number by which advertisers recognise the phone in every app that asks for it":
    "一个编号，广告主凭它在每个索取它的应用中认出这部手机",
  "apps and advertisers": "应用和广告主",
  "What was recorded under the old number stays.": "旧编号下已记录的内容仍会保留。",
  "Open Settings and search for “Ad services” and reset the identifier from time to time.":
    "打开设置，搜索“广告服务”，不时重置标识符。",
  "Authorisation of MSA (MIUI System Ads)": "MSA（MIUI 系统广告）的授权",
  "what advertising of the system needs: identifiers of the phone and what is done in Xiaomi's apps":
    "系统广告需要的内容：手机的标识符，以及在小米应用中的操作",
  "The app stays on the phone. To put it away: candor preinstalled remove com.miui.msa.global":
    "该应用仍在手机上。要把它移走：candor preinstalled remove com.miui.msa.global",
  "Switch the network on: revoking asks Xiaomi's servers.": "打开网络：撤销需要询问小米的服务器。",
  "Open Settings > Passwords & security > Authorisation & revocation, and switch msa off.":
    "打开“设置 > 密码与安全 > 授权与撤销”，关闭 msa。",
  "If it answers that it could not be revoked, wait ten seconds and try again; several tries may be needed.":
    "如果它回答无法撤销，请等十秒再试；可能要试好几次。",
  "Recommendations inside of Xiaomi's apps": "小米应用内的推荐",
  "which of them is opened, so that advertising can be shown in it": "打开了其中哪一个，以便在里面显示广告",
  "Each app has a switch of its own, and updates have been seen to bring new ones.":
    "每个应用都有自己的开关，而且见过更新带来新的开关。",
  "In Themes, File Manager, Downloads, Music, Security and Mi Browser: open the app's settings and switch “Recommendations” or “Receive recommendations” off.":
    "在主题、文件管理、下载管理、音乐、手机管家和浏览器中：打开应用的设置，关闭“推荐”或“接收推荐”。",
  "Usage & diagnostics": "使用情况和诊断",
  "how often apps are used, how battery and network do, and what crashed":
    "应用的使用频率、电池和网络状况，以及崩溃情况",
  "Play services go on telling Google what phone this is and which apps it has.":
    "Play 服务仍会告诉 Google 这是什么手机、装了哪些应用。",
  "Offer to report crashes of apps": "提示报告应用崩溃",
  "what an app was doing when it crashed, when you accept the offer": "应用崩溃时正在做什么（在你接受提示时）",
  "the installer of the app (Google for the Play Store), or the maker of the system":
    "安装该应用的商店（Play 商店即 Google），或系统厂商",
  "Apps with a crash reporter of their own send their reports without it.": "自带崩溃报告的应用不需要它也会发送报告。",
  "Google's advertising ID": "Google 的广告 ID",
  "Apps can recognise the phone by other signs.": "应用可以凭其他特征认出这部手机。",
  "Google Location Accuracy": "Google 位置信息精确度",
  "which Wi-Fi networks and mobile cells are around the phone, what its sensors tell, and where it is":
    "手机周围有哪些 WLAN 网络和基站、传感器的读数，以及手机在哪里",
  "Apps that may know the place can send it themselves.": "可以知道位置的应用能自己把它发出去。",
  "Open Settings > Location > Location services > Google Location Accuracy and switch it off. Finding the place indoors gets slower.":
    "打开“设置 > 位置信息 > 位置信息服务 > Google 位置信息精确度”，将其关闭。室内定位会变慢。",
  "Web & App Activity and Timeline of the Google account": "Google 账号的网络与应用活动记录和时间轴",
  "searches, places, and what is done in Google's and other apps": "搜索、地点，以及在 Google 和其他应用中的操作",
  "It is a choice of the account, and counts for every device that is signed in.":
    "这是账号的选择，对每台登录的设备都有效。",
  "Open myactivity.google.com/activitycontrols with the account, and pause what you do not want kept.":
    "用该账号打开 myactivity.google.com/activitycontrols，暂停你不想保存的内容。",
  "Improve harmful app detection (Play Protect)": "提高有害应用检测能力（Play 保护机制）",
  "copies of apps that Google does not know yet": "Google 还不认识的应用的副本",
  "Play Protect itself stays on, and should: it stops known harmful apps.":
    "Play 保护机制本身保持打开，也应当如此：它会阻止已知的有害应用。",
  "Open the Play Store > your picture > Play Protect > the cog, and switch “Improve harmful app detection” off.":
    "打开“Play 商店 > 你的头像 > Play 保护机制 > 齿轮”，关闭“提高有害应用检测能力”。",
  "Parts of Xiaomi's system send events to com.miui.analytics with a mark that exempts them from the User Experience Program (window manager, memory, watchdog, power, GNSS). Without that app they have no receiver: candor preinstalled show com.miui.analytics":
    "小米系统的一些部分向 com.miui.analytics 发送事件时，带有使其不受用户体验改进计划约束的标记（窗口管理、内存、看门狗、电源、GNSS）。没有那个应用，这些事件就没有接收者：candor preinstalled show com.miui.analytics",
  "System services of HyperOS 1 (Android 14, OS1.0.4)": "HyperOS 1 的系统服务（Android 14，OS1.0.4）",
  "The system asks control.preload.xiaomi.com which pre-installed apps to remove, and tells a hash of the IMEI, the model, the version and the region.":
    "系统向 control.preload.xiaomi.com 询问要移除哪些预装应用，并告知 IMEI 的哈希、型号、版本和地区。",
  "On phones with the system for China, Settings, Phone, Messages and Camera were seen to report being opened, whatever had been chosen.":
    "在装有中国版系统的手机上，曾观察到设置、电话、短信和相机会报告自己被打开，不论之前做了什么选择。",
  "On a phone of Xiaomi's whose owner declined all that was offered to be declined, apps of the system reported to Xiaomi which screens of apps were seen, when and for how long.":
    "在一部机主拒绝了所有可以拒绝的选项的小米手机上，系统应用仍向小米报告了看过哪些应用界面、什么时候、多长时间。",
  "Google's Play services sent identifiers of the phone and of the SIM, with all declined that was offered to be declined.":
    "在拒绝了所有可以拒绝的选项之后，Google 的 Play 服务仍发送了手机和 SIM 卡的标识符。",
};
