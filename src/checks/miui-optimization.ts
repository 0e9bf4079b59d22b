import { defineCheck } from "../core/check.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { settingValue } from "./wording/setting-value.ts";
import { hyperOs, notXiaomi, stockAndroid } from "./wording/xiaomi.ts";

/** Xiaomi's own permission model. */
export default defineCheck({
  id: "miui-optimization",
  category: "device",
  severity: "medium",
  question: "Is Xiaomi's own control of permissions (MIUI optimisation) on?",
  title: { pass: "MIUI optimisation is on", fail: "MIUI optimisation is off" },
  why: "The developer option “MIUI optimisation” also carries questions of Xiaomi's own, for example before an app is installed over USB. With it off, such installations pass without that question, and owners report that permissions they had given were reset.",
  advice:
    "If you switched it off for a reason, know what it opens. Switching it changes default apps and permissions, so note your own before you touch it; Candor only reports it.",
  references: [
    "https://github.com/oasisfeng/island/issues/154",
    "https://github.com/urbandroid-team/dont-kill-my-app/issues/417",
  ],
  messages: { off: "MIUI optimisation is off." },
  noRemedy:
    "Candor only reports it: switching it changes default apps and takes permissions away from apps, which nothing takes back exactly.",
  needs: { properties, secureSettings },
  run: ({ properties: all, secureSettings: settings }) => {
    const notApplicable = notXiaomi(all);
    if (notApplicable !== undefined) return { notApplicable };
    const owner = settings.find(({ user }) => user === 0 || user === "current");
    const setting = owner ? settingValue(owner.settings, "miui_optimization") : undefined;
    const property = all["persist.sys.miui_optimization"] || undefined;
    if (setting === undefined && property === undefined)
      return { unread: ["The phone did not report miui_optimization, neither as a setting nor as a property."] };
    if (setting !== "0" && property !== "false") return [];
    return [
      {
        subject: { kind: "setting", name: "miui_optimization" },
        message: "off",
        evidence: [
          ...(setting === undefined
            ? []
            : [{ kind: "value" as const, fact: secureSettings, name: "miui_optimization", value: setting }]),
          ...(property === undefined
            ? []
            : [{ kind: "value" as const, fact: properties, name: "persist.sys.miui_optimization", value: property }]),
        ],
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "on",
        given: { properties: { ...hyperOs, "persist.sys.miui_optimization": "true" }, secureSettings: [] },
      },
    ],
    fail: [
      {
        name: "off in both places",
        given: {
          properties: { ...hyperOs, "persist.sys.miui_optimization": "false" },
          secureSettings: [{ user: 0, settings: { miui_optimization: "0" } }],
        },
        findings: 1,
      },
    ],
    unknown: [{ name: "not told", given: { properties: hyperOs, secureSettings: [{ user: 0, settings: {} }] } }],
    notApplicable: [{ name: "no Xiaomi system", given: { properties: stockAndroid, secureSettings: [] } }],
  },
});
