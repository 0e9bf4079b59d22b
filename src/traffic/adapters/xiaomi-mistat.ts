import { defineAdapter } from "../adapter.ts";

export default defineAdapter({
  id: "xiaomi-mistat",
  name: "MiStat",
  company: "Xiaomi",
  hosts: [
    "data.mistat.xiaomi.com",
    "data.mistat.intl.xiaomi.com",
    "data.mistat.india.xiaomi.com",
    "data.mistat.rus.xiaomi.com",
  ],
  paths: [],
  decode: [{ from: "body", steps: ["gzip", "json"], to: "report" }],
  fields: [
    {
      at: "report.di",
      kind: "otherIdentifier",
      property: "deviceId",
      because: "usage statistics go with an id of the device.",
      confidence: "likely",
    },
    {
      at: "report.ev.*",
      kind: "installedApps",
      property: "installedApps",
      because: "an event holds names of packages.",
      confidence: "likely",
      shape: /^[a-z][a-z0-9_]{0,40}(?:\.[a-z0-9_]{1,60}){1,8}$/i,
      counted: true,
    },
  ],
  references: ["https://github.com/nextdns/native-tracking-domains"],
});
