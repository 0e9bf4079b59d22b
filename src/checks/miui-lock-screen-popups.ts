import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { packages } from "../facts/packages.ts";
import { properties } from "../facts/properties.ts";
import { miuiOpAnswer, type OpQuestion } from "./wording/op-answer.ts";
import { opExamples } from "./wording/op-examples.ts";
import { hyperOs, stockAndroid } from "./wording/xiaomi.ts";

const asked: OpQuestion = {
  ops: ["MIUIOP(10020)", "MIUIOP(10021)"],
  weights: { store: "info", other: "low" },
  steps: [
    "Open Settings > Apps > Manage apps, choose the app, then Other permissions.",
    "Switch off the display on the lock screen and of pop-up windows while running in the background.",
  ],
  screen: "app-permissions",
};

const none = { appOps: { profileOwners: [], uids: [], packages: [] }, packages: [] };

/** Added apps that open windows over the lock screen or from the background on MIUI and HyperOS. */
export default defineCheck({
  id: "miui-lock-screen-popups",
  category: "special-access",
  severity: "low",
  question: "May an added app open windows by itself or over the lock screen (MIUI, HyperOS)?",
  title: {
    pass: "No added app may open windows by itself or over the lock screen",
    fail: "An added app may open windows by itself or over the lock screen",
  },
  why: "An app that opens its own window at any moment can imitate a call, a login page or the lock screen.",
  advice: "Keep it for messengers that ring; switch it off for the rest.",
  references: [
    "https://github.com/DrKLO/Telegram/blob/master/TMessagesProj/src/main/java/org/telegram/messenger/XiaomiUtilities.java",
  ],
  messages: { holds: "{app} may open windows by itself or over the lock screen." },
  needs: { appOps, packages },
  wants: { packageDetails, takenAt, properties },
  run: (given, wanted) => miuiOpAnswer(asked, given, wanted),
  examples: {
    ...opExamples("MIUIOP(10020)"),
    unknown: [
      ...opExamples("MIUIOP(10020)").unknown,
      { name: "HyperOS without its app-ops", given: none, wanted: { properties: hyperOs } },
    ],
    notApplicable: [{ name: "another system", given: none, wanted: { properties: stockAndroid } }],
  },
});
