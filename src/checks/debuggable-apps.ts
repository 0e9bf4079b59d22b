import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { examplePackage, exampleSystemPackage, fromComputer } from "./wording/example-packages.ts";
import { addedApps, originEvidence } from "./wording/install-origin.ts";
import { uninstallByHand } from "./wording/remedies.ts";

export default defineCheck({
  id: "debuggable-apps",
  category: "apps",
  severity: "medium",
  question: "Is an added app open to debugging?",
  title: {
    pass: "No added app is open to debugging",
    fail: "An added app is open to debugging",
  },
  why: "Whoever can use USB debugging can read all data of a debuggable app and run code in it. Stores do not accept such apps: they are a developer's builds.",
  advice: "Remove the app, or replace it by the version from a store.",
  references: [
    "https://developer.android.com/privacy-and-security/risks/android-debuggable",
    "https://developer.android.com/guide/topics/manifest/application-element#debug",
  ],
  messages: { debuggable: "{app} is a build for debugging." },
  remedy: uninstallByHand,
  needs: { packageDetails },
  run: ({ packageDetails: all }) =>
    addedApps(all)
      .filter(({ flags }) => flags.includes("DEBUGGABLE"))
      .map((details) => ({
        subject: { kind: "app", package: details.name } as const,
        message: "debuggable" as const,
        params: { app: details.name },
        evidence: [
          { kind: "value", fact: packageDetails, name: "flags", value: details.flags.join(" ") } as const,
          ...originEvidence(details),
        ],
      })),
  examples: {
    pass: [
      {
        name: "a store's app, and a debuggable part of a developer's system",
        given: {
          packageDetails: [
            examplePackage("com.example.app"),
            exampleSystemPackage("com.android.traceur", { flags: ["SYSTEM", "DEBUGGABLE", "HAS_CODE"] }),
          ],
        },
      },
    ],
    fail: [
      {
        name: "a developer's build",
        given: {
          packageDetails: [
            examplePackage("com.example.training", { flags: ["DEBUGGABLE", "HAS_CODE"], installSource: fromComputer }),
          ],
        },
        findings: 1,
      },
    ],
  },
});
