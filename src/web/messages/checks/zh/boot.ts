import type { CheckTexts } from "../../check-texts.ts";

export const boot: CheckTexts = {
  "adb-secure": {
    question: "电脑要调试手机时，手机会先询问吗？",
    pass: "电脑必须先获得允许才能调试，且开始时没有 root 权限",
    fail: "任何电脑都能调试这部手机，或者调试一开始就有 root 权限",
    why: "商店出售的手机会先询问才允许电脑调试，而且绝不给它 root 权限。没有这道关，一个充电桩就能读取一切。",
    advice: "请安装制造商的原版系统。在此之前，关闭 USB 调试，并且只用自己的充电器。",
    messages: {
      noQuestion: "手机不经询问就允许任何电脑调试（ro.adb.secure 为 0）。",
      root: "调试以 root 权限运行（ro.secure 为 0）。",
    },
  },
  "boot-properties-consistent": {
    question: "手机关于自身启动的各种说法是否一致？",
    pass: "手机关于自身启动的说法没有互相矛盾",
    fail: "手机关于自身启动的说法互相矛盾",
    why: "Root 工具会改写手机对自己的描述，让它看起来没被动过。但它们很少能全部改到，于是答案就对不上了。",
    advice: "不要相信这部手机关于引导加载程序和系统版本的其他回答。如果系统不是你自己改的，请安装原版系统。",
    messages: {
      lock: "手机同时报告启动已完全验证和引导加载程序已解锁，或者同时报告已锁定和已解锁。",
      kernel: "属性 {name} 是“{said}”，但引导加载程序告诉内核的是“{told}”。",
      fingerprint: "系统指纹中的{field}是“{named}”，而系统自己说是“{said}”。",
      missing: "缺少这个年代的所有官方 MIUI 或 HyperOS 都会报告的属性：{names}。",
    },
  },
  "bootloader-locked": {
    question: "引导加载程序（Bootloader）锁定了吗？",
    pass: "手机报告其引导加载程序已锁定",
    fail: "引导加载程序未锁定",
    why: "引导加载程序未锁定时，任何人只要拿到手机几分钟，就能装上改动过的 Android，等你下次解锁后读取一切。",
    advice:
      "锁定会清除手机数据；如果系统被改过，还可能让手机无法使用。请先备份并安装制造商的原版系统，再锁定引导加载程序，或交给制造商的售后处理。",
    messages: { unlocked: "手机报告其引导加载程序未锁定。" },
  },
  "build-keys": {
    question: "系统是用私有密钥签名的吗？",
    pass: "系统称自己用发布密钥签名",
    fail: "系统称自己用并不保密的密钥签名",
    why: "Android 的测试密钥是公开的。在用它签名的系统上，任何人都能做出被当作系统组成部分的应用。",
    advice: "安装制造商的原版系统，或者你所用系统的、由其开发者用自己的密钥签名的版本。",
    messages: { test: "系统标明使用公开的测试密钥签名。", dev: "系统标明使用开发密钥签名。" },
  },
  "build-type": {
    question: "这是给用户用的系统，还是给开发者用的系统？",
    pass: "系统是面向用户的版本",
    fail: "系统是面向开发者的版本",
    why: "面向开发者的版本允许连接的电脑获得 root 权限并关闭保护。商店出售的手机不会用这种版本。",
    advice: "安装制造商面向用户的系统，除非你有意使用自己的系统，并清楚它会打开哪些口子。",
    messages: {
      userdebug: "系统是“userdebug”版本：有调试权限的电脑可以获得 root 权限。",
      eng: "系统是“eng”版本，用于开发 Android 本身。",
    },
  },
  "debuggable-build": {
    question: "是否只有自己声明可调试的应用才能被调试？",
    pass: "只有自己声明可调试的应用才能被调试",
    fail: "所有应用都能被调试",
    why: "这个属性开启时，连接的电脑可以查看每个应用的内存，包括其中的密码和消息。",
    advice: "请安装制造商的原版系统。商店出售的手机绝不会开启这个属性；可能是 root 工具设置的。",
    messages: {
      on: "属性 ro.debuggable 已开启。",
      user: "属性 ro.debuggable 已开启，而系统却自称是面向用户的版本：有人改动了其中之一。",
    },
  },
  "dm-verity": {
    question: "读取系统时会检查它是否完整吗？",
    pass: "手机报告它在读取系统时会进行检查",
    fail: "手机在读取系统时没有进行完整检查",
    why: "dm-verity 把系统的每一块与制造商签名的内容比对。关闭后，系统文件被改动也不会被发现。",
    advice: "请重新安装制造商的原版系统。如果开机时出现“已损坏”的提示，就要尽快处理。",
    messages: {
      disabled: "读取系统时的检查已关闭。",
      logging: "损坏或被改动的系统部分只会记入日志，照样使用。",
      eio: "手机正处于发现系统有损坏或改动之后进入的模式。",
    },
  },
  "oem-unlock-allowed": {
    question: "是否禁止解锁引导加载程序？",
    pass: "不允许解锁引导加载程序",
    fail: "允许解锁引导加载程序",
    why: "这个开关打开时，拿到手机的人可以进一步解锁引导加载程序并装上别的系统；它也会削弱失窃后的保护。",
    advice: "除非你正打算自己解锁手机，否则请在开发者选项中关闭“OEM 解锁”。",
    messages: { allowed: "开发者选项中的“OEM 解锁”开关已打开。" },
  },
  "root-apps": {
    question: "是否安装了能给予或借出更高权限的应用？",
    pass: "没有安装任何已知的能给予或借出更高权限的应用",
    fail: "安装了能给予或借出更高权限的应用",
    why: "这类应用会发放凌驾于 Android 所有保护之上的权限。如果不是机主自己装的，就是别人装的有力迹象。",
    advice: "如果 root 应用不是你装的，先想清楚移除后谁会察觉，再安装原版系统。只是借出权限的应用直接卸载即可。",
    messages: {
      manager: "已安装 {label}：它给应用 root 权限。",
      hooks: "已安装 {label}：它在其他应用和系统运行时改动它们，需要 root 权限。",
      helper: "已安装 {label}：它把连接电脑的权限或设备所有者的权限借给应用。",
    },
  },
  "root-processes": {
    question: "是否有 root 工具的程序在运行？",
    pass: "没有看到 root 工具的程序在运行",
    fail: "有 root 工具的程序在运行",
    why: "文件可以隐藏，运行中的程序却不容易：SELinux 给进程的标签显示它真正拥有的权限。",
    advice: "如果手机不是你自己 root 的，请把它当作被他人控制的手机，并安装原版系统。",
    messages: {
      domain: "{name} 在 SELinux 域“{domain}”中运行，只有 root 工具和开发者版本才有这个域。",
      program: "root 工具的程序 {name} 正在运行。",
      shell: "从电脑或终端启动的 {name} 正以 root 权限运行。",
    },
  },
  "root-traces": {
    question: "手机上有 root 工具的文件吗？",
    pass: "在电脑可以查看的位置没有看到 root 工具的文件",
    fail: "有 root 工具的痕迹",
    why: "root 权限凌驾于 Android 的所有保护之上：拥有它的应用可以读取和更改一切，也能躲过这次检查。",
    advice:
      "如果手机不是你自己 root 的，请把它当作被他人控制的手机：记下发现的内容，私密的事用另一部手机处理，并安装原版系统。",
    messages: {
      files: "手机上有 root 工具的文件：{files}。",
      busybox: "手机上有 BusyBox（一组命令行工具）。它常随 root 工具出现，也出现在某些制造商的系统中。",
      kernel: "内核自称是内置 root 访问的版本。",
    },
  },
  "selinux-enforcing": {
    question: "SELinux 是否把应用与系统隔开？",
    pass: "SELinux 把应用与系统隔开",
    fail: "SELinux 没有把应用与系统隔开",
    why: "SELinux 让突破自身空间的应用仍然读不到其他应用和系统。商店出售的手机上它始终有效；root 工具和某些改动过的系统会放开它。",
    advice: "请安装制造商的原版系统。如果手机不是你自己改的，查清楚是谁改的。",
    messages: { permissive: "SELinux 只记录本该禁止的行为（permissive）。", disabled: "SELinux 已关闭。" },
  },
  "system-mounts-read-only": {
    question: "系统是以只读方式挂载的吗？",
    pass: "系统分区以只读方式挂载",
    fail: "手机运行时系统可以被更改，或被覆盖",
    why: "商店出售的手机上系统是只读的。系统可写，或者 root 工具在上面覆盖了一层，就说明有人越过了 Android 的保护。",
    advice: "除非系统是你自己改的，否则请安装制造商的原版系统。",
    messages: { writable: "系统分区 {path} 以可写方式挂载。", rootTool: "root 工具的文件系统覆盖在 {path} 之上。" },
  },
  "verified-boot": {
    question: "手机启动时检查过 Android 是制造商的原版吗？",
    pass: "手机报告它启动的是制造商签名的 Android",
    fail: "手机启动的不是制造商签名的 Android",
    why: "验证启动能阻止别人把带间谍软件的 Android 装到手机上。没有它，手机的其他回答都不可靠。",
    advice:
      "如果不是你自己解锁或改动了手机，请让制造商的售后安装原版系统并锁定引导加载程序；可能是二手卖家或接触过手机的人改的。",
    messages: {
      yellow: "Android 是用某人自己装入的密钥检查的，而不是制造商的密钥。",
      orange: "引导加载程序未锁定，因此没有用制造商的密钥检查 Android。",
      red: "启动时对 Android 的检查失败。",
    },
  },
};
