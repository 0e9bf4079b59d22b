import type { Phrases } from "../../check-texts.ts";

/** About asking a phone's hardware. */
export const hardware: Phrases = {
  "This Android has no such command; it came with Android 14.": "这个 Android 没有该命令；它从 Android 14 开始才有。",
  "The phone's key store makes no such requests.": "手机的密钥库不生成这类请求。",
  "What the phone answered is no request.": "手机的答复不是一个请求。",
  "The phone's key store did not answer within 20 seconds.": "手机的密钥库在 20 秒内没有答复。",
  "The phone answered: {words}": "手机答复：{words}",
  "A program of 6 kB is put into /data/local/tmp, the folder for files that come over USB debugging.":
    "把一个 6 kB 的程序放入 /data/local/tmp，这是存放经 USB 调试传来文件的文件夹。",
  "The phone runs it for some seconds, with the rights of USB debugging.": "手机以 USB 调试的权限运行它几秒钟。",
  "It has the key store make a new key, and the hardware attest it.": "它让密钥库生成一把新密钥，并由硬件为其作证。",
  "The phone runs it for some seconds, with the rights of USB debugging. It has the key store make a new key, and the hardware attest it.":
    "手机以 USB 调试的权限运行它几秒钟。它让密钥库生成一把新密钥，并由硬件为其作证。",
  "The key and the program are removed again. Nothing is installed, and no setting is changed.":
    "之后密钥和程序都会移除。不安装任何东西，也不更改任何设置。",
  "Only the hardware of a connected phone can be asked.": "只能询问已连接手机的硬件。",
  "The phone's answer while the program was sent is not adb's.": "发送程序时手机的答复不是 adb 的格式。",
  "The phone did not keep the program as it was sent.": "手机没有原样保存发送的程序。",
  "The phone did not take the program: {words}": "手机没有接受该程序：{words}",
  "The phone did not run the program: {words}": "手机没有运行该程序：{words}",
  "The phone did not run the program to its end: {words}": "手机没有把该程序运行到底：{words}",
  "The phone's key store attests no key: {words}": "手机的密钥库没有为任何密钥作证：{words}",
  "The phone's key store did not answer within 30 seconds.": "手机的密钥库在 30 秒内没有答复。",
  "What the phone answered is not what the program prints.": "手机的答复不是该程序会输出的内容。",
  "Connect the phone. An answer that was saved can be verified: candor attest verify FILE":
    "请连接手机。保存下来的答复可以这样验证：candor attest verify FILE",
  "What the phone answered cannot be read: {reason}.": "手机的答复无法读取：{reason}。",
  "It could not be noted in the journal.": "无法记入日志。",
  "Nothing was obtained; what was obtained before is still kept.": "这次没有得到任何内容；之前得到的仍然保留。",
  "What was obtained on {day} proves more, and is still kept.": "{day} 得到的内容证明力更强，仍然保留。",
  "What Candor keeps could not be read: this computer does not allow it.":
    "无法读取 Candor 保存的内容：这台电脑不允许。",
  "What Candor keeps of your phones is locked.": "Candor 保存的关于你手机的内容已锁定。",
  "What was kept of this phone's hardware cannot be read.": "无法读取保存的关于这部手机硬件的内容。",
  "Ask it again and take it as new: candor attest --anew": "请再次询问并视为新的：candor attest --anew",
  "A signature is wrong.": "有一个签名是错的。",
  "It was made for another question: an old or a foreign answer was shown.":
    "它是为另一个问题生成的：出示的是旧的或别处来的答复。",
  "The key that vouches was taken back by Google: it leaked, or its hardware is broken.":
    "作保的密钥已被 Google 吊销：它泄露了，或者其硬件有缺陷。",
  "Certificates were added below the hardware's own; an app can do that.":
    "在硬件自己的证书之下被加上了别的证书；应用就能做到这一点。",
  "Asked the phone's hardware: {worth}": "询问了手机硬件：{worth}",
  "Puts a small program onto the phone for some seconds, to ask its hardware":
    "在手机上放一个小程序几秒钟，以询问其硬件",
  proven: "已证明",
  "said by hardware, its keys not looked up": "硬件所说，其密钥未经查询",
  "neither proven nor contradicted": "既未证明也未否定",
  "no hardware made the answer": "答复并非出自硬件",
  "not proven": "未证明",
  "it did not answer": "它没有答复",
  "the answer does not hold": "答复不成立",
};
