import { defineCheck, type Severity } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { examplePackage, exampleSystemPackage, exampleUser, fromComputer } from "./wording/example-packages.ts";
import {
  addedApps,
  type InstallOrigin,
  installOrigin,
  originEvidence,
  userNames,
  usersOf,
} from "./wording/install-origin.ts";

type Message = "computer" | "file" | "otherApp" | "unknown" | "independentStore";

/** Apps that a browser, a messenger or a file manager brought are the matter of the check "untrusted-installer". */
const grades: Readonly<Partial<Record<InstallOrigin["kind"], readonly [Message, Severity]>>> = {
  computer: ["computer", "medium"],
  "package-installer": ["file", "medium"],
  app: ["otherApp", "medium"],
  unknown: ["unknown", "medium"],
  "independent-store": ["independentStore", "info"],
};

export default defineCheck({
  id: "sideloaded-apps",
  category: "apps",
  severity: "medium",
  question: "Did every added app come from a store?",
  title: {
    pass: "Every added app came from a store or with a move from an old phone",
    fail: "An added app came from outside the phone's own stores",
  },
  why: "Apps that are meant to watch somebody are hardly ever in a store: whoever had the phone in hand installed them from a file or a computer. Harmless apps come that way too.",
  advice: "Go through the apps named here. Remove those that nobody who uses this phone installed on purpose.",
  references: [
    "https://support.google.com/android/answer/9457058",
    "https://developer.android.com/reference/android/content/pm/InstallSourceInfo",
  ],
  messages: {
    computer: "{app} was installed from a computer ({users}).",
    file: "{app} was installed from a file ({users}); which app opened the file is not recorded.",
    otherApp: "{app} was installed by {by}, which is no store that Candor knows ({users}).",
    unknown: "{app} was installed, and the phone does not record by whom ({users}).",
    independentStore: "{app} was installed by {by}, a store that was itself added ({users}).",
  },
  needs: { packageDetails },
  run: ({ packageDetails: all }) =>
    addedApps(all).flatMap((details) => {
      const origin = installOrigin(details);
      const grade = grades[origin.kind];
      if (grade === undefined) return [];
      const users = usersOf(details);
      return [
        {
          subject: { kind: "app", package: details.name, ...(users.length === 1 ? { user: users[0] } : {}) } as const,
          message: grade[0],
          params: { app: details.name, by: origin.by ?? "nobody", users: userNames(users) },
          severity: grade[1],
          evidence: originEvidence(details),
        },
      ];
    }),
  examples: {
    pass: [
      {
        name: "Google Play, the system and a move from an old phone",
        given: {
          packageDetails: [
            examplePackage("com.example.shop"),
            exampleSystemPackage("com.android.example"),
            examplePackage("com.example.moved", { installSource: by("com.miui.huanji") }),
          ],
        },
      },
      {
        name: "installed for nobody any more",
        given: {
          packageDetails: [
            examplePackage("com.example.gone", {
              installSource: fromComputer,
              users: [exampleUser([], { installed: false })],
            }),
          ],
        },
      },
    ],
    fail: [
      {
        name: "computer, file, unknown app, nobody, F-Droid",
        given: {
          packageDetails: [
            examplePackage("com.example.a", { installSource: fromComputer }),
            examplePackage("com.example.b", { installSource: by("com.google.android.packageinstaller") }),
            examplePackage("com.example.c", { installSource: by("com.example.installer") }),
            examplePackage("com.example.d", { installSource: by(null) }),
            examplePackage("com.example.e", { installSource: by("org.fdroid.fdroid") }),
          ],
        },
        findings: 5,
      },
    ],
  },
});

function by(installing: string | null) {
  return { installing, initiating: installing, originating: null, source: null };
}
