import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { examplePackage, fromComputer } from "./wording/example-packages.ts";
import { addedApps, installOrigin, originEvidence, userNames, usersOf } from "./wording/install-origin.ts";

export default defineCheck({
  id: "untrusted-installer",
  category: "apps",
  severity: "high",
  question: "Did a browser, a messenger or a file manager install apps?",
  title: {
    pass: "No app was installed by a browser, a messenger or a file manager",
    fail: "Apps were installed by a browser, a messenger or a file manager",
  },
  why: "A link in a message, or a download page that looks like a store, is the usual way in which people are led to install spyware and fraudulent apps.",
  advice:
    "If you do not know for certain why an app named here was installed, remove it, and take the right to install apps from the app that brought it.",
  references: [
    "https://support.google.com/android/answer/9457058",
    "https://developer.android.com/reference/android/content/pm/PackageInstaller.SessionParams#setOriginatingUid(int)",
  ],
  messages: {
    browser: "{app} was installed from a download in {by} ({users}).",
    messenger: "{app} was installed from a message or file in {by} ({users}).",
    files: "{app} was installed from a file that was opened in {by} ({users}).",
  },
  needs: { packageDetails },
  run: ({ packageDetails: all }) =>
    addedApps(all).flatMap((details) => {
      const { kind, by } = installOrigin(details);
      if (kind !== "browser" && kind !== "messenger" && kind !== "files") return [];
      const users = usersOf(details);
      return [
        {
          subject: { kind: "app", package: details.name, ...(users.length === 1 ? { user: users[0] } : {}) } as const,
          message: kind,
          params: { app: details.name, by: by ?? "", users: userNames(users) },
          severity: kind === "files" ? ("medium" as const) : ("high" as const),
          evidence: originEvidence(details),
        },
      ];
    }),
  examples: {
    pass: [
      {
        name: "a store, and a computer",
        given: {
          packageDetails: [
            examplePackage("com.example.shop"),
            examplePackage("com.example.tool", { installSource: fromComputer }),
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
    ],
  },
});
