import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { examplePackage, fromComputer } from "./wording/example-packages.ts";
import { addedApps, originEvidence } from "./wording/install-origin.ts";
import { uninstallByHand } from "./wording/remedies.ts";

export default defineCheck({
  id: "test-only-apps",
  category: "apps",
  severity: "medium",
  question: "Is an added app a test build?",
  title: { pass: "No added app is a test build", fail: "An added app is a test build" },
  why: "A test build can be installed only with a computer and a developer's command. On the phone of somebody who writes no apps, somebody else did it.",
  advice: "Remove the app unless you know who installed it and why.",
  references: ["https://developer.android.com/guide/topics/manifest/application-element#testOnly"],
  messages: { testOnly: "{app} is a test build, installed from a computer." },
  remedy: uninstallByHand,
  needs: { packageDetails },
  run: ({ packageDetails: all }) =>
    addedApps(all)
      .filter(({ flags }) => flags.includes("TEST_ONLY"))
      .map((details) => ({
        subject: { kind: "app", package: details.name } as const,
        message: "testOnly" as const,
        params: { app: details.name },
        evidence: [
          { kind: "value", fact: packageDetails, name: "flags", value: details.flags.join(" ") } as const,
          ...originEvidence(details),
        ],
      })),
  examples: {
    pass: [{ name: "a store's app", given: { packageDetails: [examplePackage("com.example.app")] } }],
    fail: [
      {
        name: "a test build",
        given: {
          packageDetails: [
            examplePackage("com.example.app", { flags: ["HAS_CODE", "TEST_ONLY"], installSource: fromComputer }),
          ],
        },
        findings: 1,
      },
    ],
  },
});
