import type { CheckTexts } from "../../check-texts.ts";

export const encryption: CheckTexts = {
  "encryption-default-key": {
    question: "全盘加密的密钥是否取决于 PIN 码或密码？",
    pass: "全盘加密的密钥取决于 PIN 码或密码",
    fail: "存储空间使用不需要 PIN 码的默认密钥加密",
    why: "没有开机 PIN 码的全盘加密，用的是手机自己就知道的密钥：谁拿到手机，谁就拿到数据。",
    advice: "设置 PIN 码或密码，并选择开机时要求输入（安全启动）。",
    messages: { defaultKey: "手机报告其存储空间使用默认密钥加密。" },
  },
  "encryption-metadata": {
    question: "文件大小、文件夹结构等文件信息是否也加密了？",
    pass: "文件的相关信息也已加密",
    fail: "文件的相关信息没有加密",
    why: "仅有文件级加密时，文件名和内容是隐藏的，但有多少文件、多大、何时更改过仍然看得见。元数据加密补上了这个缺口。",
    advice: "这由制造商在设计手机时决定，之后无法开启。选购时优先考虑出厂即为 Android 11 或更新版本的手机。",
    noRemedy: "这由制造商在设计手机时决定；没有任何设置能改变它。",
    messages: { off: "手机报告元数据加密未开启。" },
  },
  "encryption-state": {
    question: "手机上的数据加密了吗？",
    pass: "手机报告其数据已加密",
    fail: "手机上的数据没有加密",
    why: "没有加密时，任何拿到手机的人都能复制存储内容，读取照片、消息和密码，不管屏幕是否锁定。",
    advice:
      "先备份手机，然后在“设置 > 安全”中开启加密。如果没有这一项，说明手机太旧或系统被换过：不要在上面存放私密内容。",
    messages: { unencrypted: "手机报告其存储空间没有加密。", unsupported: "手机报告它无法加密存储空间。" },
  },
  "encryption-type": {
    question: "数据是逐个文件加密，而不是全部用同一个密钥加密吗？",
    pass: "文件逐个加密，每个用户有自己的密钥",
    fail: "手机使用旧式加密，所有内容共用一个密钥",
    why: "旧式全盘加密在手机启动时一次解开全部内容，密钥往往没有 PIN 码保护。出厂即为 Android 10 或更新版本的手机已不再使用它。",
    advice: "这无法通过设置更改。请设置开机时要求输入的 PIN 码或密码，把手机交给别人时先关机，并计划更换手机。",
    messages: { block: "手机把整个存储空间作为一整块加密（全盘加密）。" },
  },
};
