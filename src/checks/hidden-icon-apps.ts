import { defineCheck } from "../core/check.ts";
import { launcherApps } from "../facts/launcher-apps.ts";
import { packageDetails } from "../facts/package-details.ts";
import { examplePackage, exampleSystemPackage, exampleUser, fromComputer } from "./wording/example-packages.ts";
import { addedApps, installOrigin, isSideloaded, originEvidence, userNames } from "./wording/install-origin.ts";
import { uninstallByHand } from "./wording/remedies.ts";

/** Well-known apps that show no icon by design: services, engines and keyboards of Google. */
const iconless = new Set(
  `com.google.ar.core com.google.android.contactkeys com.google.android.safetycore com.google.android.webview
  com.google.android.tts com.google.android.gms com.google.android.gsf com.google.android.marvin.talkback
  com.google.android.inputmethod.latin com.google.android.ims com.google.android.apps.carrier.carrierwifi
  com.google.android.trichromelibrary com.termux.api com.termux.boot`.split(/\s+/),
);

export default defineCheck({
  id: "hidden-icon-apps",
  category: "stalkerware",
  severity: "medium",
  question: "Is there an added app without an icon?",
  title: { pass: "Every added app shows an icon, but for known helpers", fail: "An added app shows no icon" },
  why: "An app without an icon cannot be found on the home screen. Apps that watch somebody hide that way; keyboards, plug-ins and themes have no icon either.",
  advice:
    "Look the app up in Settings > Apps, and ask yourself who installed it and what for. If somebody may be watching you, get help before you remove it: they may notice.",
  references: [
    "https://developer.android.com/reference/android/content/Intent#CATEGORY_LAUNCHER",
    "https://attack.mitre.org/techniques/T1628/001/",
  ],
  messages: {
    store: "{app} shows no icon ({users}). It came from a store.",
    outside: "{app} shows no icon ({users}), and it did not come from a store.",
  },
  remedy: uninstallByHand,
  needs: { packageDetails, launcherApps },
  run: ({ packageDetails: all, launcherApps: icons }) => {
    const shown = new Map(icons.flatMap(({ user, packages }) => (packages ? [[user, new Set(packages)]] : [])));
    const closed = icons.filter(({ packages }) => packages === null).map(({ user }) => user);
    const findings = addedApps(all).flatMap((details) => {
      const { name, flags } = details;
      if (!flags.includes("HAS_CODE") || iconless.has(name)) return [];
      const users = details.users
        .filter(({ user, installed }) => installed && shown.get(user)?.has(name) === false)
        .map(({ user }) => user);
      if (users.length === 0) return [];
      const outside = isSideloaded(installOrigin(details));
      return [
        {
          subject: { kind: "app", package: name, ...(users.length === 1 ? { user: users[0] } : {}) } as const,
          message: outside ? ("outside" as const) : ("store" as const),
          params: { app: name, users: userNames(users) },
          severity: outside ? ("high" as const) : ("low" as const),
          evidence: [
            { kind: "value", fact: launcherApps, name: "icons on the home screen", value: "none of this app" } as const,
            ...originEvidence(details),
          ],
        },
      ];
    });
    return {
      findings,
      unread: closed.map((user) => `The phone does not tell which apps show an icon for user ${user}.`),
    };
  },
  examples: {
    pass: [
      {
        name: "an icon for every app with code; a theme has none",
        given: {
          packageDetails: [
            examplePackage("com.example.app"),
            examplePackage("com.example.theme", { flags: [] }),
            exampleSystemPackage("com.android.service"),
          ],
          launcherApps: [{ user: 0, packages: ["com.example.app", "com.android.settings"] }],
        },
      },
      {
        name: "a user who is not running is not judged",
        given: {
          packageDetails: [examplePackage("com.example.app", { users: [exampleUser([], { user: 10 })] })],
          launcherApps: [{ user: 0, packages: ["com.android.settings"] }],
        },
      },
    ],
    fail: [
      {
        name: "a plug-in from a store, and an app from a computer",
        given: {
          packageDetails: [
            examplePackage("com.example.plugin"),
            examplePackage("com.example.sync", { installSource: fromComputer }),
          ],
          launcherApps: [{ user: 0, packages: ["com.android.settings"] }],
        },
        findings: 2,
      },
    ],
  },
});
