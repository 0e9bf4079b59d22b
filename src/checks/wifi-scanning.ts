import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { byHand, setGlobal } from "./wording/remedies.ts";
import { settingEvidence, settingValue } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const key = "wifi_scan_always_enabled";

/** Wi-Fi scanning while Wi-Fi is switched off. */
export default defineCheck({
  id: "wifi-scanning",
  category: "network",
  severity: "info",
  question: "Does the phone scan for Wi-Fi networks while Wi-Fi is off?",
  title: {
    pass: "The phone does not scan for Wi-Fi networks while Wi-Fi is off",
    fail: "The phone scans for Wi-Fi networks even while Wi-Fi is off",
  },
  why: "Apps that may know the place learn it from the devices around the phone, also when Wi-Fi looks switched off.",
  advice:
    "Switch Wi-Fi scanning off if you switch Wi-Fi off to stay unseen. Finding the place indoors becomes less precise.",
  references: [
    "https://support.google.com/android/answer/3467281",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java (wifi_scan_always_enabled)",
  ],
  messages: { on: "Wi-Fi scanning is on." },
  needs: { globalSettings },
  run: ({ globalSettings: settings }) => {
    const value = reported(settingValue(settings, key), key);
    if (value === "0") return [];
    if (value !== "1") return unknownValue(key, value);
    return [
      {
        subject: { kind: "setting", name: key },
        message: "on",
        evidence: settingEvidence(globalSettings, key, value),
        remedy: setGlobal(
          key,
          "0",
          byHand(
            "location-scanning",
            "Open Settings > Location > Location services > Wi-Fi scanning and switch it off.",
          ),
        ),
      },
    ];
  },
  examples: {
    pass: [{ name: "off", given: { globalSettings: { [key]: "0" } } }],
    fail: [{ name: "on", given: { globalSettings: { [key]: "1" } }, findings: 1 }],
    unknown: [{ name: "never set", given: { globalSettings: { adb_enabled: "1" } } }],
  },
});
