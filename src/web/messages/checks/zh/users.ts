import type { CheckTexts } from "../../check-texts.ts";

export const users: CheckTexts = {
  "dual-apps": {
    question: "有应用的第二份副本（应用双开）吗？",
    pass: "没有应用的第二份副本",
    fail: "有应用的第二份副本",
    why: "副本有自己的账号和自己的权限：从应用收回的权限，副本可能仍然拥有。",
    advice: "如果是你自己建的，没有问题。不是你建的聊天应用副本，可能会把你的消息带到别处。",
    messages: { user: "用户 {user}（{name}）中有应用的第二份副本。", on: "应用双开已打开。" },
  },
  "guest-user": {
    question: "有访客用户吗？",
    pass: "没有访客用户",
    fail: "有访客用户",
    why: "访客不用机主的 PIN 码就能使用手机，但看不到机主的数据。",
    advice: "访客用完后请移除。",
    messages: { user: "用户 {user}（{name}）是访客。" },
  },
  "other-users": {
    question: "手机上还有别的普通用户吗？",
    pass: "手机上没有别的普通用户",
    fail: "手机上还有别的普通用户",
    why: "别的用户有自己的应用和数据，从这个用户看不到。",
    advice: "移除你不认识的用户。",
    messages: { user: "除机主外，手机上还有用户 {user}（{name}）。" },
  },
  "private-space": {
    question: "有私密空间或安全文件夹吗？",
    pass: "没有私密空间",
    fail: "有私密空间",
    why: "私密空间用自己的锁隐藏应用和数据。这次检查看不到其中多少内容。",
    advice: "如果是你自己建的，没有问题。否则，说明还有别人在用这部手机。",
    messages: { user: "用户 {user}（{name}）是私密空间或安全文件夹。" },
  },
  "second-space": {
    question: "有手机分身（小米）吗？",
    pass: "没有手机分身",
    fail: "有手机分身",
    why: "手机分身是手机中的手机，有自己的应用和数据，用另一个 PIN 码。从主空间看不到里面有什么。",
    advice: "如果是你自己建的，没有问题。否则，说明还有别人在用这部手机。",
    messages: { user: "用户 {user}（{name}）是手机分身。" },
  },
  "work-profile": {
    question: "有工作资料吗？",
    pass: "没有工作资料",
    fail: "有工作资料",
    why: "管理工作资料的人支配其中的应用和数据，也可能看到有哪些应用。",
    advice: "如果是雇主与你一起设置的，没有问题。否则，请查清楚是哪个应用建的。",
    messages: { user: "用户 {user}（{name}）是工作资料。" },
  },
};
