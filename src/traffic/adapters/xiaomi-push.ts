import { defineAdapter } from "../adapter.ts";

export default defineAdapter({
  id: "xiaomi-push",
  name: "XMPush",
  company: "Xiaomi",
  hosts: [
    "app.chat.xiaomi.net",
    "cn.app.chat.xiaomi.net",
    "app.chat.global.xiaomi.net",
    "*.app.chat.global.xiaomi.net",
    "resolver.msg.global.xiaomi.net",
  ],
  paths: [],
  decode: [
    { from: "payload", steps: ["xiaomi-push"], to: "frame" },
    { from: "payload", steps: ["texts"], to: "texts" },
  ],
  fields: [
    {
      at: "frame.12",
      kind: "deviceInfo",
      property: "model",
      because: "field 12 of the first frame is the model of the phone.",
      confidence: "certain",
    },
    {
      at: "frame.1a",
      kind: "deviceInfo",
      property: "osVersion",
      because: "field 1A of the first frame is the version of MIUI.",
      confidence: "certain",
    },
    {
      at: "frame.32",
      kind: "deviceInfo",
      property: "networkType",
      because: "field 32 of the first frame is the kind of network and its access point.",
      confidence: "certain",
    },
    {
      at: "frame.42",
      kind: "deviceInfo",
      property: "language",
      because: "field 42 of the first frame is the language.",
      confidence: "certain",
    },
    {
      at: "texts.*",
      kind: "deviceInfo",
      property: "model",
      because: "the first frame names the model of the phone in clear.",
      confidence: "likely",
      shape: /(?:Redmi|POCO|Xiaomi|Mi|MIX)(?: [\w+]{1,12}){1,4}|\b2[0-9]{3,5}[0-9A-Z]{4,10}\b/,
    },
    {
      at: "texts.*",
      kind: "deviceInfo",
      property: "osVersion",
      because: "the first frame names the version of MIUI in clear.",
      confidence: "likely",
      shape: /\b(?:V|OS)\d{1,2}(?:\.\d{1,3}){2,3}\.[A-Z]{5,7}/,
    },
    {
      at: "texts.*",
      kind: "otherIdentifier",
      property: "deviceHash",
      because: "the first frame holds a digest in clear by which the phone is known again.",
      confidence: "likely",
      shape: /[a-z]-[0-9A-F]{40}/,
    },
  ],
  references: ["https://github.com/ntop/nDPI/blob/dev/src/lib/protocols/xiaomi.c"],
});
