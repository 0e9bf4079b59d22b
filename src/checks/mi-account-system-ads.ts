import { defineCheck } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { switchOff } from "./wording/collection-remedy.ts";
import { settingEvidence, settingValue } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";
import { xiaomiSources, xiaomiSwitches } from "./wording/xiaomi.ts";

const key = "passport_ad_status";

/** Advertising in the system, tied to the Mi account. */
export default defineCheck({
  id: "mi-account-system-ads",
  category: "collection",
  severity: "low",
  question: "Is the Mi account's system advertising off?",
  title: { pass: "The Mi account's system advertising is off", fail: "The Mi account's system advertising is on" },
  why: "Advertising tied to the account knows who you are on every device that is signed in.",
  advice: "Switch it off in the settings of the Mi account.",
  references: [xiaomiSwitches, xiaomiSources[2]],
  messages: { on: "The Mi account's system advertising is on." },
  needs: { globalSettings },
  run: ({ globalSettings: settings }) => {
    const value = settingValue(settings, key);
    if (value === undefined) return { notApplicable: "This phone has no such setting." };
    if (value === "OFF") return [];
    if (value !== "ON") return unknownValue(key, value);
    return [
      {
        subject: { kind: "setting", name: key },
        message: "on",
        evidence: settingEvidence(globalSettings, key, value),
        remedy: switchOff("mi-account-ads", null, {
          steps: ["Open Settings > Mi Account, look for system ads in its settings, and switch them off."],
          screen: "xiaomi-account",
        }),
      },
    ];
  },
  examples: {
    pass: [{ name: "off", given: { globalSettings: { [key]: "OFF" } } }],
    fail: [{ name: "on", given: { globalSettings: { [key]: "ON" } }, findings: 1 }],
    unknown: [{ name: "another word", given: { globalSettings: { [key]: "1" } } }],
    notApplicable: [{ name: "no such setting", given: { globalSettings: {} } }],
  },
});
