import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { byHand, setGlobal } from "./wording/remedies.ts";
import { settingEvidence, settingValue } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const key = "ble_scan_always_enabled";

/** Bluetooth scanning while Bluetooth is switched off. */
export default defineCheck({
  id: "bluetooth-scanning",
  category: "network",
  severity: "info",
  question: "Does the phone scan for Bluetooth devices while Bluetooth is off?",
  title: {
    pass: "The phone does not scan for Bluetooth devices while Bluetooth is off",
    fail: "The phone scans for Bluetooth devices even while Bluetooth is off",
  },
  why: "Apps that may know the place learn it from the devices around the phone, also when Bluetooth looks switched off.",
  advice:
    "Switch Bluetooth scanning off if you switch Bluetooth off to stay unseen. Finding the place indoors becomes less precise.",
  references: [
    "https://support.google.com/android/answer/3467281",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java (ble_scan_always_enabled)",
  ],
  messages: { on: "Bluetooth scanning is on." },
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
            "Open Settings > Location > Location services > Bluetooth scanning and switch it off.",
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
