import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type OpQuestion, opAnswer } from "./wording/op-answer.ts";
import { opExamples } from "./wording/op-examples.ts";

const asked: OpQuestion = {
  ops: ["WRITE_SETTINGS"],
  weights: { store: "low", other: "low" },
  steps: [
    "Open Settings > Apps > Special app access > Modify system settings (on Xiaomi, search the settings for “special”).",
    "Switch off the apps that do not need it.",
  ],
  screen: "write-settings",
};

/** Added apps that may change system settings. */
export default defineCheck({
  id: "write-settings-access",
  category: "special-access",
  severity: "low",
  question: "May an added app change system settings?",
  title: { pass: "No added app may change system settings", fail: "An added app may change system settings" },
  why: "Such an app can change the screen time-out, ringtones, brightness and more without asking.",
  advice: "Keep it for apps whose purpose it is.",
  references: ["https://developer.android.com/reference/android/Manifest.permission#WRITE_SETTINGS"],
  messages: { holds: "{app} may change system settings." },
  needs: { appOps, packages },
  wants: { packageDetails, takenAt },
  run: (given, wanted) => opAnswer(asked, given, wanted),
  examples: opExamples("WRITE_SETTINGS"),
});
