import { defineCheck } from "../core/check.ts";
import { lockedApps } from "../facts/locked-apps.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { properties } from "../facts/properties.ts";
import { type ChoiceQuestion, choiceFindings } from "./wording/component-findings.ts";
import { notXiaomi } from "./wording/xiaomi.ts";

const asked: ChoiceQuestion = {
  fact: lockedApps,
  name: "pinned against being stopped",
  weights: { store: "low", other: "medium" },
  steps: [
    "Open the list of recent apps, hold the app's card and tap the lock.",
    "If the app has no card there, find it in Settings > Apps and look at who installed it.",
  ],
};

const xiaomi = { "ro.miui.ui.version.name": "V14" };

/** Added apps that are pinned against being stopped on MIUI and HyperOS. */
export default defineCheck({
  id: "miui-locked-apps",
  category: "special-access",
  severity: "medium",
  question: "Is an added app pinned against being stopped (MIUI, HyperOS)?",
  title: { pass: "No added app is pinned against being stopped", fail: "An added app is pinned against being stopped" },
  why: "A pinned app survives the clearing of recent apps. The spyware Morpheus writes itself into this list.",
  advice: "If you did not pin the app yourself, look closely at it.",
  references: [
    "https://osservatorionessuno.org/blog/2026/04/morpheus-a-new-spyware-linked-to-ips-intelligence/",
    "https://github.com/HackTricks-wiki/hacktricks/pull/2180",
    "https://dontkillmyapp.com/xiaomi",
  ],
  messages: { holds: "{app} is pinned: the phone must not stop it." },
  needs: { properties },
  wants: { lockedApps, packages, packageDetails },
  run: ({ properties }, { lockedApps, ...apps }) => {
    const notApplicable = notXiaomi(properties);
    if (notApplicable !== undefined) return { notApplicable };
    if (!lockedApps) return { unread: ["The phone did not tell which apps are pinned (locked_apps)."] };
    const pinned = lockedApps.flatMap(({ user, packages }) =>
      packages.map((name) => ({ user, package: name, shown: name })),
    );
    return choiceFindings(pinned, asked, apps);
  },
  examples: {
    pass: [
      { name: "nothing is pinned", given: { properties: xiaomi }, wanted: { lockedApps: [{ user: 0, packages: [] }] } },
    ],
    fail: [
      {
        name: "an added app is pinned",
        given: { properties: xiaomi },
        wanted: {
          lockedApps: [{ user: 0, packages: ["com.example.core"] }],
          packages: [{ name: "com.example.core", path: null, system: false, updated: false, appId: 10_190 }],
        },
        findings: 1,
      },
    ],
    unknown: [{ name: "the list is not told", given: { properties: xiaomi } }],
    notApplicable: [{ name: "another maker", given: { properties: { "ro.product.manufacturer": "Google" } } }],
  },
});
