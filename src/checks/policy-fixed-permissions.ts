import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { examplePackage, exampleUser } from "./wording/example-packages.ts";
import { addedApps, originEvidence, userNames } from "./wording/install-origin.ts";
import { byHand } from "./wording/remedies.ts";

const fixed = { name: "android.permission.ACCESS_FINE_LOCATION", granted: true, flags: ["POLICY_FIXED"] };

export default defineCheck({
  id: "policy-fixed-permissions",
  category: "permissions",
  severity: "medium",
  question: "Did a manager of the phone grant permissions that its user cannot take back?",
  title: {
    pass: "No added app holds a permission that a manager of the phone fixed",
    fail: "A manager of the phone granted permissions that its user cannot take back",
  },
  why: "Only a device or profile owner (an employer, or somebody who set up the phone as managed) can fix permissions. On a private phone that is a sign of hidden management.",
  advice:
    "Find out who manages the phone: Settings > Security > Device admin apps, and the owner named in this report.",
  references: [
    "https://developer.android.com/reference/android/app/admin/DevicePolicyManager#setPermissionGrantState(android.content.ComponentName,%20java.lang.String,%20java.lang.String,%20int)",
    "AOSP: frameworks/base/core/java/android/content/pm/PackageManager.java, FLAG_PERMISSION_POLICY_FIXED",
  ],
  messages: { fixed: "{app} holds permissions that the manager of the phone granted for good ({users})." },
  remedy: byHand(
    "device-admins",
    "Find out who manages the phone: open Settings > Security > Device admin apps.",
    "Ask the manager, or take the right away from an app that nobody set up on purpose. Only the manager can change these permissions.",
  ),
  needs: { packageDetails },
  run: ({ packageDetails: all }) =>
    addedApps(all).flatMap((details) => {
      const held = details.users.flatMap(({ user, permissions, installed }) =>
        permissions
          .filter(({ granted, flags }) => installed && granted && flags.includes("POLICY_FIXED"))
          .map(({ name }) => ({ user, name })),
      );
      if (held.length === 0) return [];
      const users = [...new Set(held.map(({ user }) => user))];
      return [
        {
          subject: { kind: "app", package: details.name, ...(users.length === 1 ? { user: users[0] } : {}) } as const,
          message: "fixed" as const,
          params: { app: details.name, users: userNames(users) },
          evidence: [
            {
              kind: "list",
              fact: packageDetails,
              name: "permissions fixed by policy",
              items: held.map(({ user, name }) => `user ${user}: ${name}`),
            } as const,
            ...originEvidence(details),
          ],
        },
      ];
    }),
  examples: {
    pass: [{ name: "nothing fixed", given: { packageDetails: [examplePackage("com.example.app")] } }],
    fail: [
      {
        name: "location fixed by policy",
        given: { packageDetails: [examplePackage("com.example.tracker", { users: [exampleUser([fixed])] })] },
        findings: 1,
      },
    ],
  },
});
