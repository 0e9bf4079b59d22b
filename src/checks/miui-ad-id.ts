import { defineCheck } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { properties } from "../facts/properties.ts";
import { byHand } from "./wording/remedies.ts";
import { settingValue } from "./wording/setting-value.ts";
import { hyperOs, notXiaomi, stockAndroid, xiaomiSources } from "./wording/xiaomi.ts";

const key = "ad_aaid";

/** Xiaomi's own advertising identifier. */
export default defineCheck({
  id: "miui-ad-id",
  category: "collection",
  severity: "info",
  question: "Is Xiaomi's advertising identifier set?",
  title: {
    pass: "Xiaomi's advertising identifier is not set",
    fail: "Xiaomi's advertising identifier is set",
  },
  why: "By this number advertisers recognise the phone in every app that asks for it, beside Google's own identifier.",
  advice: "Reset it in the settings from time to time; what was recorded under the old number stays.",
  references: xiaomiSources,
  messages: { present: "Apps can read Xiaomi's advertising identifier." },
  needs: { globalSettings, properties },
  run: ({ globalSettings: settings, properties }) => {
    const notApplicable = notXiaomi(properties);
    if (notApplicable !== undefined) return { notApplicable };
    const value = settingValue(settings, key);
    if (value === undefined || /^[0-]+$/.test(value)) return [];
    return [
      {
        subject: { kind: "setting", name: key },
        message: "present",
        // The number itself names the phone: a report is passed on, so it stays out.
        evidence: [{ kind: "value", fact: globalSettings, name: key, value: `set, ${value.length} characters` }],
        remedy: byHand("xiaomi-ads", "Open Settings and search for “Ad services” and reset the identifier."),
      },
    ];
  },
  examples: {
    pass: [{ name: "none", given: { globalSettings: {}, properties: hyperOs } }],
    fail: [{ name: "one", given: { globalSettings: { [key]: "3b5e4d90bc0b5b29" }, properties: hyperOs }, findings: 1 }],
    notApplicable: [{ name: "no Xiaomi system", given: { globalSettings: {}, properties: stockAndroid } }],
  },
});
