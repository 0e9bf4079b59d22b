import { defineCheck } from "../core/check.ts";
import { table } from "../core/json.ts";
import { packageDetails } from "../facts/package-details.ts";
import { exampleSystemPackage, exampleUser } from "./wording/example-packages.ts";
import { userNames } from "./wording/install-origin.ts";
import { bringBack, byHand } from "./wording/remedies.ts";

/** Parts of phones that look for harmful apps or hold permissions together, with what each does. */
const guards = table([
  ["com.android.vending", "the store, with Play Protect, which scans apps"],
  ["com.google.android.gms", "Play services, on which Play Protect and Find My Device stand"],
  ["com.google.android.permissioncontroller", "the screens and rules of permissions"],
  ["com.android.permissioncontroller", "the screens and rules of permissions"],
  ["com.lbe.security.miui", "Xiaomi's permission manager"],
  ["com.miui.guardprovider", "Xiaomi's virus scanner"],
  ["com.miui.securitycenter", "Xiaomi's Security app"],
  ["com.samsung.android.securitylogagent", "Samsung's guard against changes to the system"],
  ["com.samsung.android.sm.devicesecurity", "Samsung's device protection"],
  ["com.huawei.systemmanager", "Huawei's phone manager with its virus scanner"],
  ["com.coloros.phonemanager", "OPPO's phone manager with its virus scanner"],
]);

export default defineCheck({
  id: "disabled-security-packages",
  category: "apps",
  severity: "medium",
  question: "Are the phone's own guards switched on?",
  title: {
    pass: "No known guard of the phone is switched off or removed",
    fail: "A guard of the phone is switched off or removed",
  },
  why: "Whoever installs spyware first switches off what would warn of it. People who remove makers' apps do it too, without knowing.",
  advice: "Switch the part on again in Settings > Apps, unless you removed it knowingly.",
  references: [
    "https://support.google.com/googleplay/answer/2812853",
    "https://developer.android.com/reference/android/content/pm/PackageManager#COMPONENT_ENABLED_STATE_DISABLED_USER",
  ],
  messages: {
    disabled: "{app} is switched off ({users}): {does}.",
    removed: "{app} is removed for the phone's owner: {does}.",
  },
  needs: { packageDetails },
  run: ({ packageDetails: all }) => {
    if (!all.some(({ name }) => guards[name] !== undefined))
      return { notApplicable: "None of the guards that Candor knows is a part of this phone." };
    return all.flatMap(({ name, users }) => {
      const does = guards[name];
      if (does === undefined) return [];
      const off = users.filter(({ installed, enabled }) => installed && (enabled === 2 || enabled === 3));
      // Other users may never have had the package; the owner had it when the phone was new.
      const removed = users.some(({ user, installed }) => user === 0 && !installed);
      if (off.length === 0 && !removed) return [];
      const caller = users.find(({ lastDisabledCaller }) => lastDisabledCaller !== null)?.lastDisabledCaller;
      return [
        {
          subject: { kind: "app", package: name } as const,
          message: removed ? ("removed" as const) : ("disabled" as const),
          params: { app: name, does, users: userNames(off.map(({ user }) => user)) },
          evidence: [
            {
              kind: "list",
              fact: packageDetails,
              name: "state per user",
              items: users.map(
                ({ user, installed, enabled }) => `user ${user}: installed=${installed}, enabled=${enabled}`,
              ),
            } as const,
            ...(caller === undefined
              ? []
              : [{ kind: "value", fact: packageDetails, name: "switched off by", value: caller ?? "" } as const]),
          ],
          remedy: bringBack(
            name,
            [...(removed ? [0] : []), ...off.map(({ user }) => user)],
            byHand("app", "Open Settings > Apps, choose the app, and touch “Enable”."),
          ),
        },
      ];
    });
  },
  examples: {
    pass: [
      {
        name: "on for the owner, never there for a second user",
        given: {
          packageDetails: [
            exampleSystemPackage("com.android.vending", {
              users: [exampleUser(), exampleUser([], { user: 10, installed: false })],
            }),
          ],
        },
      },
    ],
    fail: [
      {
        name: "the store switched off, the scanner removed",
        given: {
          packageDetails: [
            exampleSystemPackage("com.android.vending", {
              users: [exampleUser([], { enabled: 3, lastDisabledCaller: "shell:2000" })],
            }),
            exampleSystemPackage("com.miui.guardprovider", { users: [exampleUser([], { installed: false })] }),
          ],
        },
        findings: 2,
      },
    ],
  },
});
