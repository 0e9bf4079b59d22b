import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { properties } from "../facts/properties.ts";
import { switchState } from "./wording/switch-state.ts";

/** Whether wireless debugging is on. */
export default defineCheck({
  id: "adb-wireless",
  category: "device",
  severity: "high",
  question: "Is wireless debugging off?",
  title: { pass: "Wireless debugging is off", fail: "Wireless debugging is on" },
  why: "A computer that was paired once can connect over Wi-Fi, without a cable and without a question. Spying apps pair themselves in this way to gain more power.",
  advice: "Switch it off, and remove paired devices that you do not know.",
  references: [
    "https://developer.android.com/tools/adb",
    "https://developer.android.com/studio/debug/dev-options",
    "https://osservatorionessuno.org/blog/2026/04/morpheus-a-new-spyware-linked-to-ips-intelligence/",
  ],
  messages: {
    on: "Wireless debugging is on.",
    server: "The service for wireless debugging is set to run.",
  },
  needs: { globalSettings, properties },

  run: (given) => {
    if (Number(reported(given.properties["ro.build.version.sdk"], "ro.build.version.sdk")) < 30)
      return { notApplicable: "Wireless debugging exists since Android 11." };
    const on = switchState(given.globalSettings["adb_wifi_enabled"], "adb_wifi_enabled");
    const server = given.properties["persist.adb.tls_server.enable"];
    if (!on && server !== "1") return [];
    return [
      {
        subject: { kind: "setting", name: "adb_wifi_enabled" },
        message: on ? "on" : "server",
        evidence: [
          { kind: "value", fact: globalSettings, name: "adb_wifi_enabled", value: on ? "1" : "0" },
          { kind: "value", fact: properties, name: "persist.adb.tls_server.enable", value: server ?? "not set" },
        ],
        remedy: {
          kind: "steps",
          steps: [
            "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Wireless debugging: off. Remove paired devices there.",
          ],
          screen: "developer-options",
        },
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "off",
        given: { globalSettings: { adb_wifi_enabled: "0" }, properties: { "ro.build.version.sdk": "34" } },
      },
    ],
    fail: [
      {
        name: "on",
        given: { globalSettings: { adb_wifi_enabled: "1" }, properties: { "ro.build.version.sdk": "34" } },
        findings: 1,
      },
    ],
    unknown: [{ name: "not reported", given: { globalSettings: {}, properties: { "ro.build.version.sdk": "34" } } }],
    notApplicable: [{ name: "Android 9", given: { globalSettings: {}, properties: { "ro.build.version.sdk": "28" } } }],
  },
});
