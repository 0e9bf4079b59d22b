import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { properties } from "../facts/properties.ts";
import { olderThan } from "./wording/android-version.ts";
import { type OpQuestion, opAnswer } from "./wording/op-answer.ts";
import { opExamples } from "./wording/op-examples.ts";

const before = "Restricted settings came with Android 13.";
const asked: OpQuestion = {
  ops: ["ACCESS_RESTRICTED_SETTINGS"],
  weights: { store: "low", other: "medium" },
  steps: [
    "Open Settings > Apps and find the app.",
    "Uninstall it if you did not choose it: the barrier is back after a new installation.",
  ],
  screen: "app",
};

/** Added apps that were let past the restricted settings of Android 13. */
export default defineCheck({
  id: "restricted-settings-bypass",
  category: "special-access",
  severity: "medium",
  question: "Was an added app let past Android's restricted settings?",
  title: {
    pass: "No added app was let past restricted settings",
    fail: "An added app was let past restricted settings",
  },
  why: "Since Android 13, apps that came from a file may not ask for accessibility or notification access. Someone lifted that barrier for these apps: harmful apps talk people into doing so.",
  advice: "Ask yourself for each app why it needed that. Uninstall those you did not choose.",
  references: [
    "https://support.google.com/android/answer/12623953",
    "https://github.com/GrapheneOS/os-issue-tracker/issues/1723",
    "AOSP: frameworks/base/core/java/android/app/AppOpsManager.java (OP_ACCESS_RESTRICTED_SETTINGS)",
  ],
  messages: { holds: "{app} was let past restricted settings." },
  needs: { appOps, packages },
  wants: { packageDetails, takenAt, properties },
  run: (given, wanted) =>
    olderThan(33, wanted.properties) ? { notApplicable: before } : opAnswer(asked, given, wanted),
  examples: {
    ...opExamples("ACCESS_RESTRICTED_SETTINGS"),
    notApplicable: [
      {
        name: "an older Android",
        given: { appOps: { profileOwners: [], uids: [], packages: [] }, packages: [] },
        wanted: { properties: { "ro.build.version.sdk": "32" } },
      },
    ],
  },
});
