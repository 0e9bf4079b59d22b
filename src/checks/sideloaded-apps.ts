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
import { uninstallByHand } from "./wording/remedies.ts";

type Message = "browser" | "messenger" | "files" | "computer" | "file" | "otherApp" | "unknown" | "independentStore";

/** How each way weighs: what a message or a web page brought is the usual way of fraud. Stores and moves from an old phone are no finding. */
const grades: Readonly<Partial<Record<InstallOrigin["kind"], readonly [Message, Severity]>>> = {
  browser: ["browser", "high"],
  messenger: ["messenger", "high"],
  files: ["files", "medium"],
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
  advice:
    "Go through the apps named here. Remove those that nobody who uses this phone installed on purpose. If somebody may be watching you, get help first: they may notice.",
  references: [
    "https://support.google.com/android/answer/9457058",
    "https://developer.android.com/reference/android/content/pm/InstallSourceInfo",
  ],
  messages: {
    browser: "{app} was installed from a download in {by} ({users}).",
    messenger: "{app} was installed from a message or file in {by} ({users}).",
    files: "{app} was installed from a file that was opened in {by} ({users}).",
    computer: "{app} was installed from a computer ({users}).",
    file: "{app} was installed from a file ({users}); which app opened the file is not recorded.",
    otherApp: "{app} was installed by {by}, which is no store that Candor knows ({users}).",
    unknown: "{app} was installed, and the phone does not record by whom ({users}).",
    independentStore: "{app} was installed by {by}, a store that was itself added ({users}).",
  },
  remedy: uninstallByHand,
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
        name: "the store, to which a browser led",
        given: {
          packageDetails: [
            examplePackage("com.example.shop", {
              installSource: {
                installing: "com.android.vending",
                initiating: "com.android.vending",
                originating: "com.android.chrome",
                source: 2,
              },
            }),
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
        name: "a messenger, as Android 12 records it",
        given: {
          packageDetails: [
            examplePackage("com.example.pkmproject", {
              installSource: { installing: "com.whatsapp", initiating: null, originating: null, source: null },
            }),
          ],
        },
        findings: 1,
      },
      {
        name: "a file manager that asked the package installer, as Android 15 records it",
        given: {
          packageDetails: [
            examplePackage("com.example.keyboard", {
              installSource: {
                installing: "com.google.android.packageinstaller",
                initiating: "com.google.android.packageinstaller",
                originating: "com.sec.android.app.myfiles",
                source: 3,
              },
            }),
          ],
        },
        findings: 1,
      },
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
