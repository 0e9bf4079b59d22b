import { defineCheck } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { byHand, setGlobal } from "./wording/remedies.ts";
import { cutSettings, settingEvidence, settingValue } from "./wording/setting-value.ts";

const addresses = ["captive_portal_server", "captive_portal_http_url", "captive_portal_https_url"] as const;

/** The test for sign-in pages, which tells a server each time the phone joins a network. */
export default defineCheck({
  id: "captive-portal",
  category: "network",
  severity: "info",
  question: "Is the test for sign-in pages as the phone came?",
  title: {
    pass: "The test for sign-in pages is as the phone came",
    fail: "The test for sign-in pages was changed",
  },
  why: "On every new network the phone asks a server whether the internet is there. That server sees the network's address and the time. With the test off, nobody sees it, but sign-in pages of hotels and trains do not open by themselves.",
  advice: "Keep a change that you made on purpose. Otherwise delete the setting to return to the phone's own server.",
  references: [
    "https://developer.android.com/about/versions/11/features/captive-portal",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java (CAPTIVE_PORTAL_MODE)",
  ],
  messages: {
    off: "The test for sign-in pages is off (mode 0).",
    server: "The test for sign-in pages asks {server}.",
  },
  needs: { globalSettings },
  run: ({ globalSettings: settings }) => {
    const off = settingValue(settings, "captive_portal_mode") === "0";
    const servers = addresses.flatMap((key) => {
      const server = settingValue(settings, key);
      return server === undefined ? [] : [{ key, server }];
    });
    const findings = [
      ...(off
        ? [
            {
              subject: { kind: "setting" as const, name: "captive_portal_mode" },
              message: "off" as const,
              evidence: settingEvidence(globalSettings, "captive_portal_mode", "0"),
              remedy: backToDefault("captive_portal_mode"),
            },
          ]
        : []),
      ...servers.map(({ key, server }) => ({
        subject: { kind: "setting" as const, name: key },
        message: "server" as const,
        params: { server },
        evidence: settingEvidence(globalSettings, key, server),
        remedy: backToDefault(key),
      })),
    ];
    return { findings, unread: cutSettings(settings) };
  },
  examples: {
    pass: [
      { name: "nothing changed", given: { globalSettings: { adb_enabled: "1" } } },
      { name: "the default mode", given: { globalSettings: { adb_enabled: "1", captive_portal_mode: "1" } } },
    ],
    fail: [
      { name: "switched off", given: { globalSettings: { captive_portal_mode: "0" } }, findings: 1 },
      {
        name: "another server",
        given: { globalSettings: { captive_portal_https_url: "https://portal.example.org/generate_204" } },
        findings: 1,
      },
    ],
    unknown: [{ name: "a list that lacks what every phone stores", given: { globalSettings: {} } }],
  },
});

/** No screen of the phone shows these settings. */
function backToDefault(key: string) {
  return setGlobal(key, null, byHand(undefined, `From a computer: adb shell settings delete global ${key}`));
}
