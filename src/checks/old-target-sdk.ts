import { defineCheck } from "../core/check.ts";
import { packageDetails } from "../facts/package-details.ts";
import { properties } from "../facts/properties.ts";
import { examplePackage, exampleSystemPackage } from "./wording/example-packages.ts";
import { addedApps, originEvidence } from "./wording/install-origin.ts";
import { updateByHand } from "./wording/remedies.ts";

/** Below it, all permissions are granted at installation. */
const runtimePermissions = 23;
/** Below it, an app reads the whole shared storage and the place in the background with fewer questions. */
const scopedAccess = 29;

export default defineCheck({
  id: "old-target-sdk",
  category: "apps",
  severity: "low",
  question: "Is an added app built for so old an Android that older rules apply to it?",
  title: {
    pass: "No added app is built for so old an Android that older rules apply to it",
    fail: "An added app is built for an old version of Android",
  },
  why: "Android keeps old rules for apps that say they were built for an old version: some get their permissions without a question, others are not bound by limits on files, place and background work. Some harmful apps say so on purpose.",
  advice: "Update the app from a store; if there is no newer version, look for another app.",
  references: [
    "https://developer.android.com/google/play/requirements/target-sdk",
    "https://developer.android.com/about/versions/14/behavior-changes-all#minimum-target-api-level",
  ],
  messages: {
    noRuntimePermissions: "{app} is built for API level {level}: it got all its permissions when it was installed.",
    oldRules: "{app} is built for API level {level}: rules from before Android 10 apply to it.",
  },
  remedy: updateByHand,
  needs: { packageDetails },
  wants: { properties },
  run: ({ packageDetails: all }, wanted) => {
    // On an older phone the newer rules hold for no app, whatever it is built for.
    const phone = Number(wanted.properties?.["ro.build.version.sdk"] ?? scopedAccess);
    const newest = phone < scopedAccess ? runtimePermissions : scopedAccess;
    const added = addedApps(all).filter(({ flags }) => flags.includes("HAS_CODE"));
    const untold = added.filter(({ targetSdk }) => targetSdk === null).map(({ name }) => name);
    const findings = added.flatMap((details) => {
      const { name, targetSdk, minSdk } = details;
      if (targetSdk === null || targetSdk >= newest) return [];
      const oldest = targetSdk < runtimePermissions;
      return [
        {
          subject: { kind: "app", package: name } as const,
          message: oldest ? ("noRuntimePermissions" as const) : ("oldRules" as const),
          params: { app: name, level: targetSdk },
          severity: oldest ? ("medium" as const) : ("low" as const),
          evidence: [
            { kind: "value", fact: packageDetails, name: "targetSdk", value: String(targetSdk) } as const,
            { kind: "value", fact: packageDetails, name: "minSdk", value: String(minSdk ?? "not told") } as const,
            ...originEvidence(details),
          ],
        },
      ];
    });
    return {
      findings,
      unread:
        untold.length > 0 ? [`The phone does not tell for which Android these are built: ${untold.join(", ")}.`] : [],
    };
  },
  examples: {
    pass: [
      {
        name: "a new app, and an old part of the system",
        given: {
          packageDetails: [
            examplePackage("com.example.app", { targetSdk: 34 }),
            exampleSystemPackage("com.android.cts.ctsshim", { targetSdk: 24 }),
          ],
        },
      },
      {
        name: "a phone with Android 9",
        given: { packageDetails: [examplePackage("com.example.app", { targetSdk: 27 })] },
        wanted: { properties: { "ro.build.version.sdk": "28" } },
      },
    ],
    fail: [
      {
        name: "API level 22 and 28",
        given: {
          packageDetails: [
            examplePackage("com.example.old", { targetSdk: 22 }),
            examplePackage("com.example.older", { targetSdk: 28 }),
          ],
        },
        findings: 2,
      },
    ],
    unknown: [
      { name: "not printed", given: { packageDetails: [examplePackage("com.example.app", { targetSdk: null })] } },
    ],
  },
});
