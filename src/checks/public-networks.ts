import { defineCheck } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { byHand, setGlobal } from "./wording/remedies.ts";
import { settingEvidence, settingValue } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const key = "network_recommendations_enabled";

export default defineCheck({
  id: "public-networks",
  category: "network",
  severity: "low",
  question: "Are public Wi-Fi networks rated and suggested to the phone?",
  title: {
    pass: "Public Wi-Fi networks are neither rated nor suggested",
    fail: "Public Wi-Fi networks are rated, and may be suggested or joined",
  },
  why: "A service outside of the phone says which open networks are good, and the phone offers them or goes there. Whoever runs such a network sees where its guests connect to.",
  advice: "Switch it off in the preferences of Wi-Fi, and choose foreign networks yourself.",
  references: [
    "AOSP: frameworks/base/core/java/android/provider/Settings.java, NETWORK_RECOMMENDATIONS_ENABLED",
    "https://support.google.com/android/answer/9075847",
  ],
  messages: { on: "A service rates public Wi-Fi networks for the phone, which may suggest or join them." },
  remedy: setGlobal(
    key,
    "0",
    byHand(
      "wifi",
      "Open Settings > Network & internet > Internet > Network preferences.",
      "Switch off notifications for public networks, and connecting to them.",
    ),
  ),
  needs: { globalSettings },
  run: ({ globalSettings: settings }) => {
    const value = settingValue(settings, key);
    if (value === undefined) return { unread: [`The phone did not report the setting ${key}.`] };
    // −1: forbidden, also to whoever would switch it on.
    if (value === "0" || value === "-1") return {};
    if (value !== "1") return unknownValue(key, value);
    return {
      findings: [
        {
          subject: { kind: "setting", name: key },
          message: "on",
          evidence: settingEvidence(globalSettings, key, value),
        },
      ],
    };
  },
  examples: {
    pass: [
      { name: "off", given: { globalSettings: { [key]: "0" } } },
      { name: "forbidden", given: { globalSettings: { [key]: "-1" } } },
    ],
    fail: [{ name: "on", given: { globalSettings: { [key]: "1" } }, findings: 1 }],
    unknown: [
      { name: "not reported", given: { globalSettings: {} } },
      { name: "a number that is not known", given: { globalSettings: { [key]: "2" } } },
    ],
  },
});
