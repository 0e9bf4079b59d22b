import { defineCheck, type Finding } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { byHand, setGlobal } from "./wording/remedies.ts";

const android = "ota_disable_automatic_update";
const xiaomi = "miui_updater_enable";

export default defineCheck({
  id: "automatic-updates",
  category: "updates",
  severity: "low",
  question: "Does the phone update its system by itself?",
  title: { pass: "Automatic system updates are not switched off", fail: "Automatic system updates are switched off" },
  why: "Fixes that wait for somebody to look for them arrive late or never.",
  advice:
    "Switch automatic updates on in the developer options and in the updater's own settings, or look for updates every month.",
  references: ["AOSP: frameworks/base/core/java/android/provider/Settings.java, OTA_DISABLE_AUTOMATIC_UPDATE"],
  messages: {
    android: "Automatic system updates are switched off in the developer options.",
    xiaomi: "The phone's own updater is switched off.",
  },
  needs: { globalSettings },
  wants: { secureSettings },
  run: ({ globalSettings: settings }, { secureSettings: users }) => {
    const findings: Finding<"android" | "xiaomi">[] = [];
    if (settings[android] === "1")
      findings.push({
        subject: { kind: "setting", name: android },
        message: "android",
        evidence: [{ kind: "value", fact: globalSettings, name: android, value: "1" }],
        remedy: setGlobal(
          android,
          "0",
          byHand(
            "developer-options",
            "Open Settings > System (on Xiaomi: Additional settings) > Developer options.",
            "Switch on “Automatic system updates”.",
          ),
        ),
      });
    for (const { user, settings: own } of users ?? [])
      if (own[xiaomi] === "0")
        findings.push({
          subject: { kind: "setting", name: xiaomi, user },
          message: "xiaomi",
          confidence: "likely",
          evidence: [{ kind: "value", fact: secureSettings, name: xiaomi, value: "0" }],
          remedy: byHand(
            "system-update",
            "Open Settings > About phone, touch the box with the version, then the menu, then the settings of the updater.",
            "Switch the automatic download of updates on.",
          ),
        });
    const told = settings[android] === "0" || settings[android] === "1";
    return { findings, unread: told ? [] : [`The phone did not report the setting ${android}.`] };
  },
  examples: {
    pass: [{ name: "on", given: { globalSettings: { [android]: "0" } } }],
    fail: [
      { name: "off", given: { globalSettings: { [android]: "1" } }, findings: 1 },
      {
        name: "Xiaomi's updater off",
        given: { globalSettings: {} },
        wanted: { secureSettings: [{ user: 0, settings: { [xiaomi]: "0" } }] },
        findings: 1,
      },
    ],
    unknown: [
      { name: "not set", given: { globalSettings: {} } },
      { name: "without a value", given: { globalSettings: { [android]: "null" } } },
    ],
  },
});
