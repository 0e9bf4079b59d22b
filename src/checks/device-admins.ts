import { defineCheck } from "../core/check.ts";
import { devicePolicy } from "../facts/device-policy.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type ChoiceQuestion, choiceFindings } from "./wording/component-findings.ts";

const asked: ChoiceQuestion = {
  fact: devicePolicy,
  name: "device administrator and what it may do",
  weights: { store: "medium", other: "high" },
  steps: [
    "Open Settings > Security > Device admin apps (or search the settings for “device admin”).",
    "Switch off the app; it can be uninstalled after that. If it belongs to an employer, ask there first.",
  ],
  screen: "device-admins",
};

/** Added apps that are device administrators. */
export default defineCheck({
  id: "device-admins",
  category: "special-access",
  severity: "high",
  question: "Is an added app a device administrator?",
  title: { pass: "No added app is a device administrator", fail: "An added app is a device administrator" },
  why: "A device administrator can lock or erase the phone and resists being uninstalled. Spying apps use it to stay.",
  advice:
    "Keep it only for an employer's app that you know of, or for finding a lost phone. If somebody may be watching you, get help first: they may notice.",
  references: [
    "https://developer.android.com/work/device-admin",
    "AOSP: frameworks/base/services/devicepolicy/java/com/android/server/devicepolicy/DevicePolicyManagerService.java",
  ],
  messages: { holds: "{app} is a device administrator." },
  needs: { devicePolicy },
  wants: { packages, packageDetails },
  run: ({ devicePolicy }, apps) =>
    choiceFindings(
      devicePolicy.admins.map((admin) => ({
        user: admin.user,
        package: admin.package,
        shown: `${admin.component}${admin.testOnly ? " (test only)" : ""}: ${admin.policies.join(", ") || "no policy"}`,
      })),
      asked,
      apps,
    ),
  examples: {
    pass: [
      { name: "none", given: { devicePolicy: policy() } },
      {
        name: "Google's own, for finding a lost phone",
        given: { devicePolicy: policy("com.google.android.gms") },
        wanted: {
          packages: [{ name: "com.google.android.gms", path: null, system: true, updated: true, appId: 10_008 }],
        },
      },
    ],
    fail: [{ name: "an added app", given: { devicePolicy: policy("com.example.guard") }, findings: 1 }],
  },
});

function policy(...admins: readonly string[]) {
  return {
    admins: admins.map((name) => ({
      user: 0,
      component: `${name}/${name}.Receiver`,
      package: name,
      uid: 10_200,
      testOnly: false,
      policies: ["wipe-data", "force-lock"],
    })),
    deviceOwner: null,
    profileOwners: [],
    encryptionStatus: null,
  };
}
