import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { properties } from "../facts/properties.ts";
import { olderThan } from "./wording/android-version.ts";
import { type OpQuestion, opAnswer } from "./wording/op-answer.ts";
import { opExamples } from "./wording/op-examples.ts";

const before =
  "Before Android 11 there is no such access: the storage permission, which is asked about under permissions, opens all shared files.";
const asked: OpQuestion = {
  ops: ["MANAGE_EXTERNAL_STORAGE"],
  weights: { store: "low", other: "medium" },
  steps: [
    "Open Settings > Apps > Special app access > All files access (on Xiaomi, search the settings for “special”).",
    "Switch off the apps that do not need it.",
  ],
  screen: "all-files",
};

/** Added apps that may read and change all files. */
export default defineCheck({
  id: "all-files-access",
  category: "special-access",
  severity: "medium",
  question: "May an added app read and change all files?",
  title: { pass: "No added app may read and change all files", fail: "An added app may read and change all files" },
  why: "Photos, downloads, recordings and the files that other apps keep in shared storage lie open to such an app, and it may delete them.",
  advice: "Keep it for file managers and backup apps that you trust.",
  references: ["https://developer.android.com/training/data-storage/manage-all-files"],
  messages: { holds: "{app} may read and change all files." },
  needs: { appOps, packages },
  wants: { packageDetails, takenAt, properties },
  run: (given, wanted) =>
    olderThan(30, wanted.properties) ? { notApplicable: before } : opAnswer(asked, given, wanted),
  examples: {
    ...opExamples("MANAGE_EXTERNAL_STORAGE"),
    notApplicable: [
      {
        name: "an older Android",
        given: { appOps: { profileOwners: [], uids: [], packages: [] }, packages: [] },
        wanted: { properties: { "ro.build.version.sdk": "29" } },
      },
    ],
  },
});
