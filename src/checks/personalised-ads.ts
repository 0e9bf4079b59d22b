import { defineCheck } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { properties } from "../facts/properties.ts";
import { switchOff } from "./wording/collection-remedy.ts";
import { settingEvidence, settingValue } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";
import { hyperOs, notXiaomi, stockAndroid, xiaomiSources, xiaomiSwitches } from "./wording/xiaomi.ts";

const key = "personalized_ad_enabled";

/** Xiaomi's personalised advertising. */
export default defineCheck({
  id: "personalised-ads",
  category: "collection",
  severity: "medium",
  question: "Does Xiaomi choose advertising by what you do?",
  title: { pass: "Xiaomi's personalised advertising is off", fail: "Xiaomi's personalised advertising is on" },
  why: "Personalised advertising needs a record of what you use, read and buy, tied to an identifier of the phone.",
  advice: "Switch it off. Advertising stays, but is to be chosen without that record.",
  references: [xiaomiSwitches, ...xiaomiSources],
  messages: {
    on: "Personalised advertising is on.",
    unset: "The switch was never set, and the system takes that for on.",
  },
  needs: { globalSettings, properties },
  run: ({ globalSettings: settings, properties }) => {
    const notApplicable = notXiaomi(properties);
    if (notApplicable !== undefined) return { notApplicable };
    const value = settingValue(settings, key);
    if (value !== undefined && !/^[0-3]$/.test(value)) return unknownValue(key, value);
    // A bit mask: bit 0 the switch, bit 1 "the question was shown". Never set counts as 1.
    if ((Number(value ?? "1") & 1) === 0) return [];
    return [
      {
        subject: { kind: "setting", name: key },
        message: value === undefined ? "unset" : "on",
        evidence: settingEvidence(globalSettings, key, value),
        remedy: switchOff("personalised-ads", null, {
          steps: ["Open Settings and search for “Ad services” and switch personalised ads off."],
          screen: "xiaomi-ads",
        }),
      },
    ];
  },
  examples: {
    pass: [
      { name: "off, after the question was shown", given: { globalSettings: { [key]: "2" }, properties: hyperOs } },
      { name: "off", given: { globalSettings: { [key]: "0" }, properties: hyperOs } },
    ],
    fail: [
      { name: "on", given: { globalSettings: { [key]: "3" }, properties: hyperOs }, findings: 1 },
      { name: "never chosen", given: { globalSettings: {}, properties: hyperOs }, findings: 1 },
    ],
    unknown: [{ name: "a value that is not known", given: { globalSettings: { [key]: "on" }, properties: hyperOs } }],
    notApplicable: [{ name: "no Xiaomi system", given: { globalSettings: {}, properties: stockAndroid } }],
  },
});
