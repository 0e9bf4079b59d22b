import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { settingEvidence, settingValue } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const key = "advanced_protection_mode";

/** Android 16's strictest mode. */
export default defineCheck({
  id: "advanced-protection",
  category: "device",
  severity: "info",
  question: "Is Android's Advanced Protection on?",
  title: { pass: "Advanced Protection is on", fail: "Advanced Protection is off" },
  why: "For people who are likely to be attacked, Android 16 bundles its strictest settings in one switch: no apps from unknown sources, no 2G, no data over USB while locked, and a log of intrusions.",
  advice:
    "Switch it on if you are a journalist, activist or otherwise likely to be attacked, and can do without apps from elsewhere.",
  references: [
    "https://developer.android.com/privacy-and-security/advanced-protection-mode",
    "AOSP: frameworks/base/services/core/java/com/android/server/security/advancedprotection/AdvancedProtectionService.java",
  ],
  messages: { off: "Advanced Protection is off." },
  needs: { properties, secureSettings },
  run: ({ properties, secureSettings: all }) => {
    const sdk = Number(reported(properties["ro.build.version.sdk"], "ro.build.version.sdk"));
    if (sdk < 36) return { notApplicable: "Advanced Protection came with Android 16." };
    const owner = all.find(({ user }) => user === 0 || user === "current");
    if (!owner) return { unread: ["The owner's settings were not read."] };
    const value = settingValue(owner.settings, key);
    if (value === "1") return [];
    if (value !== undefined && value !== "0") return unknownValue(key, value);
    return [
      {
        subject: { kind: "setting", name: key },
        message: "off",
        evidence: settingEvidence(secureSettings, key, value),
        remedy: { kind: "steps", steps: ["Open Settings and search for “Advanced Protection”."], screen: "security" },
      },
    ];
  },
  examples: {
    pass: [{ name: "Android 16, on", given: phone("36", "1") }],
    fail: [
      { name: "Android 16, off", given: phone("36", "0"), findings: 1 },
      { name: "Android 16, never set", given: phone("36", "null"), findings: 1 },
    ],
    unknown: [{ name: "a value that is not known", given: phone("36", "7") }],
    notApplicable: [{ name: "Android 15", given: phone("35", "null") }],
  },
});

function phone(sdk: string, value: string) {
  return { properties: { "ro.build.version.sdk": sdk }, secureSettings: [{ user: 0, settings: { [key]: value } }] };
}
