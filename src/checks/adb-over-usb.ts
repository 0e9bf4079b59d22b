import { defineCheck } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { switchState } from "./wording/switch-state.ts";

/** Whether USB debugging (ADB) is on. */
export default defineCheck({
  id: "adb-over-usb",
  category: "device",
  severity: "low",
  question: "Is USB debugging off?",
  title: { pass: "USB debugging is off", fail: "USB debugging is on" },
  why: "Anyone who holds the unlocked phone and a cable can install apps and read most data, if the phone once allowed their computer.",
  advice: "Candor itself needs it while it examines the phone. Switch it off when you are done.",
  references: ["https://developer.android.com/tools/adb", "https://developer.android.com/studio/debug/dev-options"],
  messages: {
    on: "USB debugging is on.",
  },
  needs: { globalSettings },

  run: (given) => {
    if (!switchState(given.globalSettings["adb_enabled"], "adb_enabled")) return [];
    return [
      {
        subject: { kind: "setting", name: "adb_enabled" },
        message: "on",
        evidence: [{ kind: "value", fact: globalSettings, name: "adb_enabled", value: "1" }],
        remedy: {
          kind: "steps",
          steps: [
            "When you are done here: Settings > System (on Xiaomi: Additional settings) > Developer options > USB debugging: off.",
          ],
          screen: "developer-options",
        },
      },
    ];
  },
  examples: {
    pass: [{ name: "off", given: { globalSettings: { adb_enabled: "0" } } }],
    fail: [{ name: "on", given: { globalSettings: { adb_enabled: "1" } }, findings: 1 }],
    unknown: [{ name: "not reported", given: { globalSettings: {} } }],
  },
});
