import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { type OpQuestion, opAnswer } from "./wording/op-answer.ts";
import { opExamples } from "./wording/op-examples.ts";

const asked: OpQuestion = {
  ops: ["MOCK_LOCATION"],
  weights: { store: "low", other: "medium" },
  steps: [
    "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Select mock location app.",
    "Choose “Nothing”.",
  ],
  screen: "developer-options",
};

/** Added apps that may tell the phone where it is. */
export default defineCheck({
  id: "mock-location",
  category: "device",
  severity: "medium",
  question: "May an added app replace the phone's position by another?",
  title: {
    pass: "No added app may replace the phone's position",
    fail: "An added app may replace the phone's position",
  },
  why: "Every app then sees the position that this one makes up: the emergency call, the search for a lost phone, the bank.",
  advice: "Choose no app for mock locations in the developer options, and take it away.",
  references: [
    "https://developer.android.com/reference/android/location/LocationManager",
    "AOSP: frameworks/base/core/java/android/app/AppOpsManager.java, OP_MOCK_LOCATION",
  ],
  messages: { holds: "{app} may replace the phone's position." },
  needs: { appOps, packages },
  wants: { packageDetails, takenAt },
  run: (given, wanted) => opAnswer(asked, given, wanted),
  examples: opExamples("MOCK_LOCATION"),
});
