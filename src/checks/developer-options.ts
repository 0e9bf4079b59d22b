import { defineCheck } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { switchState } from "./wording/switch-state.ts";

/** Whether the developer options are on. */
export default defineCheck({
  id: "developer-options",
  category: "device",
  severity: "low",
  question: "Are the developer options off?",
  title: { pass: "The developer options are off", fail: "The developer options are on" },
  why: "They hold the switches for debugging, mock locations and unlocking. While they are on, one tap is enough to weaken the phone.",
  advice: "Switch them off when you do not need them.",
  references: ["https://developer.android.com/studio/debug/dev-options"],
  messages: {
    on: "The developer options are on.",
  },
  needs: { globalSettings },

  run: (given) => {
    if (!switchState(given.globalSettings["development_settings_enabled"], "development_settings_enabled")) return [];
    return [
      {
        subject: { kind: "setting", name: "development_settings_enabled" },
        message: "on",
        evidence: [{ kind: "value", fact: globalSettings, name: "development_settings_enabled", value: "1" }],
        remedy: {
          kind: "steps",
          steps: [
            "Open Settings > System (on Xiaomi: Additional settings) > Developer options and use the switch at the top.",
          ],
          screen: "developer-options",
        },
      },
    ];
  },
  examples: {
    pass: [{ name: "off", given: { globalSettings: { development_settings_enabled: "0" } } }],
    fail: [{ name: "on", given: { globalSettings: { development_settings_enabled: "1" } }, findings: 1 }],
    unknown: [{ name: "not reported", given: { globalSettings: {} } }],
  },
});
