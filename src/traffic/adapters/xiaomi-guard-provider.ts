import { defineAdapter } from "../adapter.ts";

export default defineAdapter({
  id: "xiaomi-guard-provider",
  name: "Guard Provider's look at installed apps",
  company: "Xiaomi",
  hosts: ["flash.sec.miui.com", "flash.sec.intl.miui.com"],
  paths: ["/detect/app"],
  decode: [{ from: "body", steps: ["gzip", "json"], to: "question" }],
  fields: [
    {
      at: "question.content",
      kind: "installedApps",
      property: "installedApps",
      because: "the content of the question is the list of installed apps.",
      confidence: "likely",
      counted: true,
    },
    {
      at: "question.uuid",
      kind: "otherIdentifier",
      property: "uuid",
      because: "the question holds an id beside the list.",
      confidence: "likely",
    },
    {
      at: "question.os",
      kind: "deviceInfo",
      property: "osVersion",
      because: "the question holds the version of MIUI.",
      confidence: "likely",
    },
  ],
  references: [
    "Published by a developer of xiaomi.eu, 2023-02-05; that the Global version sends it was not shown by a capture",
    "https://github.com/MinaMichita/AntiAntiDefraud",
  ],
});
