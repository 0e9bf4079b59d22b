import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type OpQuestion, opAnswer } from "./wording/op-answer.ts";
import { opExamples } from "./wording/op-examples.ts";

const asked: OpQuestion = {
  ops: ["PROJECT_MEDIA"],
  weights: { store: "medium", other: "high" },
  steps: [
    "This permission has no switch in Settings; a computer can take it away.",
    "Uninstall the app if you do not know it; it then asks again after a new installation.",
  ],
  screen: "app",
};

/** Added apps that may record the screen without asking again. */
export default defineCheck({
  id: "screen-capture-access",
  category: "special-access",
  severity: "high",
  question: "May an added app record the screen without asking again?",
  title: {
    pass: "No added app may record the screen without asking again",
    fail: "An added app may record the screen without asking again",
  },
  why: "Android asks each time before the screen is recorded. An app with this standing permission skips the question and sees everything shown, passwords included.",
  advice: "Take it away: an app that records the screen honestly can ask each time.",
  references: [
    "https://developer.android.com/reference/android/media/projection/MediaProjectionManager",
    "AOSP: frameworks/base/core/java/android/app/AppOpsManager.java",
  ],
  messages: { holds: "{app} may record the screen without asking again." },
  needs: { appOps, packages },
  wants: { packageDetails, takenAt },
  run: (given, wanted) => opAnswer(asked, given, wanted),
  examples: opExamples("PROJECT_MEDIA"),
});
