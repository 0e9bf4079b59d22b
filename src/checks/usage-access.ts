import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type OpQuestion, opAnswer } from "./wording/op-answer.ts";
import { opExamples } from "./wording/op-examples.ts";

const asked: OpQuestion = {
  ops: ["GET_USAGE_STATS"],
  weights: { store: "low", other: "medium" },
  steps: [
    "Open Settings > Apps > Special app access > Usage access (on Xiaomi, search the settings for “special”).",
    "Switch off the apps that do not need it.",
  ],
  screen: "usage-access",
};

/** Added apps that see which apps are used, and when. */
export default defineCheck({
  id: "usage-access",
  category: "special-access",
  severity: "medium",
  question: "Does an added app see which apps are used, and when?",
  title: {
    pass: "No added app sees which apps are used, and when",
    fail: "An added app sees which apps are used, and when",
  },
  why: "The record of apps in use tells when someone sleeps, works, dates or prays. Apps that watch others need it to know what is on the screen.",
  advice: "Keep it for screen-time and parental apps that you chose; take it from the rest.",
  references: [
    "https://developer.android.com/reference/android/Manifest.permission#PACKAGE_USAGE_STATS",
    "https://developer.android.com/reference/android/app/usage/UsageStatsManager",
  ],
  messages: { holds: "{app} sees which apps are used, and when." },
  needs: { appOps, packages },
  wants: { packageDetails, takenAt },
  run: (given, wanted) => opAnswer(asked, given, wanted),
  examples: opExamples("GET_USAGE_STATS"),
});
