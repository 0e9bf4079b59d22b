import type { CheckTexts } from "../../check-texts.ts";

export const updates: CheckTexts = {
  "android-version-supported": {
    question: "这个 Android 版本还能从 Google 得到修复吗？",
    pass: "这个 Android 版本仍能从 Google 得到修复",
    fail: "这个 Android 版本不再从 Google 得到修复",
    why: "Google 只为较新的 Android 版本提供修复。对旧版本，制造商自己不修的漏洞就一直开着。",
    advice: "如果制造商提供，请升级到更新的 Android。否则，银行、邮件和私人消息请用另一部手机。",
    messages: { ended: "Google 对 Android {version} 的修复已于 {date} 结束：在本次检查之前 {age}。" },
  },
  "automatic-updates": {
    question: "手机会自动更新系统吗？",
    pass: "系统自动更新没有关闭",
    fail: "系统自动更新已关闭",
    why: "要等人去找的修复，不是来得晚，就是永远不来。",
    advice: "在开发者选项和更新程序自己的设置中打开自动更新，或者每月手动检查更新。",
    messages: { android: "系统自动更新已在开发者选项中关闭。", xiaomi: "手机自带的更新程序已关闭。" },
  },
  "play-services-age": {
    question: "Google Play 服务够新吗？",
    pass: "Google Play 服务是最近六个月内的",
    fail: "Google Play 服务很旧",
    why: "它每隔几周自行更新，带来 Play 保护机制、查找设备和各种修复。版本很旧，说明更新没有到达手机。",
    advice: "打开 Play 商店，更新全部应用，然后重启手机。",
    messages: { old: "Google Play 服务的版本是 {version}，在本次检查之前 {age} 制作。" },
  },
  "play-system-update-age": {
    question: "Google Play 系统更新够新吗？",
    pass: "Google Play 系统更新是最近六个月内的",
    fail: "Google Play 系统更新很旧",
    why: "从 Android 10 起，系统的一部分可以不经制造商、通过 Play 商店修复。更新常常要等一次重启。",
    advice: "查看“设置 > 安全和隐私 > Google Play 系统更新”，安装并重启手机。",
    messages: { old: "Google Play 系统更新的日期是 {date}：在本次检查之前 {age}。" },
  },
  "security-patch-age": {
    question: "Android 的安全修复是最新的吗？",
    pass: "Android 的安全修复是最近四个月内的",
    fail: "Android 的安全修复很旧",
    why: "大多数月份，Android 的漏洞会与修复一同公开。没有修复的手机，可以被人利用谁都能查到的漏洞攻击。",
    advice: "在“设置 > 系统 > 系统更新”（小米：设置 > 我的设备）中安装所有更新。制造商不再提供时，请计划更换手机。",
    messages: {
      old: "Android 中最新的安全修复日期是 {date}：在本次检查之前 {age}。",
      future: "手机称其安全修复的日期是 {date}，晚于本次检查。",
    },
  },
  "updater-disabled": {
    question: "带来更新的应用开着吗？",
    pass: "带来更新的应用开着",
    fail: "有带来更新的应用被关闭或移除",
    why: "没有更新程序，手机就得不到安全修复。清理预装应用的工具很容易把它去掉，间谍软件也乐见其消失。",
    advice: "除非你手动更新手机，否则在“设置 > 应用”中重新启用该应用。",
    messages: {
      disabled: "带来更新的 {package} 已关闭。",
      removed: "带来更新的 {package} 已为机主移除。",
    },
  },
  "vendor-patch-age": {
    question: "芯片和驱动的安全修复是最新的吗？",
    pass: "芯片和驱动的修复是最近四个月内的",
    fail: "芯片和驱动的修复很旧",
    why: "调制解调器、图形和相机驱动有自己的漏洞。修复来自芯片制造商；Android 的补丁级别提高了，这些修复仍可能被漏掉。",
    advice: "安装所有更新。如果只有这一级别落后，向制造商询问安全公告第二部分的修复。",
    messages: { old: "芯片和驱动的修复日期是 {date}：在本次检查之前 {age}。" },
  },
  "webview-version": {
    question: "在应用内显示网页的 WebView 够新吗？",
    pass: "WebView 够新",
    fail: "WebView 很旧或缺失",
    why: "邮件、聊天和许多其他应用都用它显示网页。特制的网页可以利用旧版本的已知漏洞控制应用。",
    advice: "在 Play 商店中更新“Android System WebView”和 Chrome。",
    messages: {
      old: "WebView（{package}）的版本是 {version}。更新的主版本已发布 {age}。",
      none: "手机称自己没有可用的 WebView。",
    },
  },
  "kernel-lts": {
    question: "手机的内核属于仍在获得修复的系列吗？",
    pass: "内核属于仍在获得修复的系列",
    fail: "内核很旧",
    why: "内核是系统最核心的部分。它的作者会维护某些系列多年；系列终止后，只有手机制造商逐一移植，才会有修复。",
    advice: "安装所有更新。手机几乎不会换到更新的系列：所属系列终止后，请计划更换手机。",
    messages: {
      ended: "内核是 {release}。它的作者已于 {ended} 终止 {line} 系列。",
      behind: "内核是 {release}。手机所称的 {level} 级别应配 {wanted} 或更新的版本。",
    },
  },
  "known-exploited-open": {
    question: "有已知被用于攻击的漏洞没有修补吗？",
    pass: "没有发现已知被用于攻击而未修补的漏洞",
    fail: "已知被用于攻击的漏洞可能未修补",
    why: "美国的一个机构维护着一份清单，列出已知被攻击者利用过的漏洞，其中一些被用来给手机装间谍软件。修复已经公布，而这部手机的级别并不保证含有它们。",
    advice: "立即更新。在此之前：每天重启手机，不打开陌生人发来的链接和文件，最私密的内容不要放在这部手机上。",
    messages: {
      os: "Android 的级别 {level} 不保证修复了已知被用于攻击的漏洞（{count} 个）：{holes}。",
      vendor:
        "芯片和驱动的级别 {level} 不保证修复了已知被用于攻击的漏洞（如果这部手机有这些部件，{count} 个）：{holes}。",
    },
  },
  "missing-security-fixes": {
    question: "缺少已公布的安全修复吗？",
    pass: "没有发现手机的级别不保证的已公布修复",
    fail: "缺少已公布的安全修复",
    why: "每个公布的修复都会向攻击者显示它所修补的漏洞。自 2025 年起，有的月份没有修复，有的月份很多，所以这里数的是修复而不是月份。级别是制造商的说法：手机可能含有未保证的修复，也可能缺少已保证的修复。",
    advice: "安装所有更新。制造商不再提供时，请计划更换手机；candor updates 会列出这些修复。",
    messages: {
      os: "Android 的级别是 {level}。此后公布而它不保证的修复：至少 {count} 个，其中严重 {critical} 个、高危 {high} 个。",
      vendor:
        "芯片和驱动的级别是 {level}。此后为各家芯片公布的修复：至少 {count} 个，其中严重 {critical} 个；其他厂商芯片的修复与这部手机无关。",
    },
  },
  "model-support": {
    question: "制造商还在为这一型号推出系统吗？",
    pass: "制造商在一年内为这一型号推出过系统",
    fail: "制造商已很久没有为这一型号推出系统",
    why: "一个型号会得到几年的更新，之后就没有了。没有人会在终止那天通知机主。",
    advice: "查一查制造商承诺为这一型号更新到什么时候。期限已过时，请计划更换手机。",
    messages: {
      silent: "{model} 已知最新的系统是 {newest}，日期 {date}：在本次检查之前 {age}。",
    },
  },
  "newest-build": {
    question: "手机运行的是制造商发布的最新系统吗？",
    pass: "未发现制造商为这一型号发布更新的系统",
    fail: "制造商为这一型号发布了更新的系统",
    why: "制造商逐步推送系统，而且往往要有人去查找才会给。已经存在而没有安装的修复，保护不了任何人。",
    advice: "在手机上查找更新。有些手机会比别的晚几周收到。",
    messages: {
      newer: "手机运行 {version}。{model} 已有 {newest}，日期 {date}。",
    },
  },
};
