import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type OpQuestion, opAnswer } from "./wording/op-answer.ts";
import { opExamples } from "./wording/op-examples.ts";

const asked: OpQuestion = {
  ops: ["SYSTEM_ALERT_WINDOW"],
  weights: { store: "low", other: "medium" },
  steps: [
    "Open Settings > Apps > Special app access > Display over other apps (on Xiaomi, search the settings for “special”).",
    "Switch off the apps that do not need it.",
  ],
  screen: "overlay",
};

/** Added apps that may draw over others. */
export default defineCheck({
  id: "overlay-apps",
  category: "special-access",
  severity: "medium",
  question: "May an added app draw over other apps?",
  title: { pass: "No added app may draw over other apps", fail: "An added app may draw over other apps" },
  why: "An app that draws over others can cover a real button with its own, copy a login page, or hide what is going on behind it.",
  advice: "Keep this only for apps whose bubbles or windows you use.",
  references: [
    "https://developer.android.com/reference/android/Manifest.permission#SYSTEM_ALERT_WINDOW",
    "https://developer.android.com/privacy-and-security/risks/tapjacking",
  ],
  messages: { holds: "{app} may draw over other apps." },
  needs: { appOps, packages },
  wants: { packageDetails, takenAt },
  run: (given, wanted) => opAnswer(asked, given, wanted),
  examples: opExamples("SYSTEM_ALERT_WINDOW"),
});
