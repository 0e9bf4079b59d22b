import type { CheckTexts } from "../../check-texts.ts";

export const lockScreen: CheckTexts = {
  "add-users-when-locked": {
    question: "手机锁定时，别人能添加用户吗？",
    pass: "锁屏界面不能添加用户",
    fail: "锁屏界面可以添加用户",
    why: "拿到锁定手机的人可以新建自己的用户，在里面安装应用，占满存储空间。",
    advice: "在“设置 > 系统 > 多用户”（小米：更多设置）中关闭“在锁定屏幕上添加用户”。",
    messages: { allowed: "锁屏界面可以添加用户。" },
  },
  "lock-screen-controls": {
    question: "锁定的手机会提供钱包或设备控制吗？",
    pass: "没有开关让锁定的手机提供钱包或设备控制",
    fail: "锁定的手机会提供钱包或设备控制",
    why: "锁屏上提供的东西，谁拿到手机谁就能用：银行卡和票证、摄像头、灯和门。",
    advice: "除非经常使用，否则在“设置 > 显示 > 锁屏”中关闭。",
    messages: { shown: "{user}的手机锁定时可能显示：{what}。" },
  },
  "lock-screen-disabled": {
    question: "到底有没有锁屏？",
    pass: "锁屏没有关闭",
    fail: "锁屏已关闭",
    why: "没有锁屏，按一下电源键手机就打开了。",
    advice: "在“设置 > 锁屏”中设置 PIN 码或密码。",
    messages: { off: "用户 {user} 的锁屏已关闭。" },
  },
  "lock-screen-private-notifications": {
    question: "别人能在锁屏上看到通知内容吗？",
    pass: "锁屏不显示通知内容",
    fail: "锁屏显示通知内容",
    why: "谁看到锁定的手机，谁就能读到消息，以及用来登录银行和邮箱的一次性验证码。",
    advice: "在“设置 > 通知 > 锁屏”中隐藏敏感内容。",
    messages: { shown: "{user}的通知在锁屏上完整显示。" },
  },
  "screen-lock-set": {
    question: "手机用 PIN 码、图案或密码锁定了吗？",
    pass: "已设置 PIN 码、图案或密码",
    fail: "手机没有用 PIN 码、图案或密码锁定",
    why: "加密的密钥依赖屏幕锁定。没有它，谁拿到手机谁就能读取全部内容。",
    advice: "在“设置 > 锁屏”中设置六位或更长的 PIN 码，或设置密码。请在手机上操作。",
    messages: { none: "用户 {user} 没有 PIN 码、图案或密码。" },
  },
  "screen-lock-type": {
    question: "屏幕锁定方式是否不容易被偷看和猜中？",
    pass: "屏幕锁定方式是 PIN 码或密码",
    fail: "屏幕锁定方式是图案",
    why: "图案远远就能看清，还会在屏幕上留下痕迹；而且人们常用的图案就那么几种。",
    advice: "在“设置 > 锁屏”中改为六位或更长的 PIN 码，或改为密码。",
    messages: { pattern: "用户 {user} 用图案解锁手机。" },
  },
  "trust-agents": {
    question: "有应用可以让手机保持解锁吗？",
    pass: "没有应用可以让手机保持解锁",
    fail: "有应用可以让手机保持解锁",
    why: "信任代理可以让手机在随身携带、靠近手表或在家时不用 PIN 码就保持打开。从手中抢走手机的人，拿到的就是打开的手机。",
    advice: "在“设置 > 安全 > 更多安全设置 > 信任代理”中关闭你不用的信任代理。",
    messages: {
      enabled: "{package} 可以为用户 {user} 让手机保持解锁。",
      trusting: "{package} 此刻正为用户 {user} 让手机保持解锁。",
    },
  },
};
