import type { CheckTexts } from "../../check-texts.ts";

export const preInstalled: CheckTexts = {
  "facebook-services-preinstalled": {
    question: "预装了 Facebook 的服务吗？",
    pass: "预装应用中没有 Facebook 的服务",
    fail: "预装了 Facebook 的服务",
    why: "这些组件没有图标，可以绕过商店安装和更新 Facebook 的应用，移除 Facebook 应用后它们仍会留下。不用 Facebook 的人都不需要它们。",
    advice: "为你的用户移除它们。Facebook 的应用会继续工作，由 Play 商店更新。",
    messages: { present: "预装了 {app}。它的作用：{does}。" },
  },
  "preinstalled-collectors": {
    question: "预装了其他公司的数据收集或广告组件吗？",
    pass: "没有预装列表中的数据收集组件（小米和 Facebook 的另有检查）",
    fail: "预装了收集数据或显示广告的应用",
    why: "制造商和运营商按照与其他公司的协议把这类组件放到手机上。它们从第一天起就工作，不用打开。小米自己的组件在“数据收集”中检查。",
    advice: "决定你是否想要它们；大多数可以为你的用户移除而无害，恢复出厂设置后会回来。",
    messages: { present: "{app}（{maker}）的作用：{does}。没有它：{cost}" },
  },
  "preinstalled-removable": {
    question: "有可以移除的预装应用吗？",
    pass: "没有预装应用在 Candor 的可移除列表中",
    fail: "有可以移除的预装应用",
    why: "每个没人用的应用都拥有权限、可能有缺陷、可能与其制作者通信。手机自带的组件可以为某个用户移除并恢复；它的文件仍留在系统分区上。",
    advice: "不必做任何事。移除你不用的应用，一次几个，其间重启手机。",
    messages: {
      removable: "{app}（{maker}）的作用：{does}。没有它：{cost}",
      advertising: "{app}（{maker}）的作用：{does}，并带有广告。没有它：{cost}",
    },
  },
};
