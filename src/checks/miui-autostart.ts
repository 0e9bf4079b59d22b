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
  ops: ["MIUIOP(10008)", "MIUIOP(10053)"],
  weights: { store: "info", other: "low" },
  steps: ["Open Settings > Apps > Permissions > Background autostart.", "Switch off the apps that do not need it."],
  screen: "xiaomi-autostart",
};

const none = { appOps: { profileOwners: [], uids: [], packages: [] }, packages: [] };

/** Added apps that start by themselves on MIUI and HyperOS. */
export default defineCheck({
  id: "miui-autostart",
  category: "special-access",
  severity: "low",
  question: "May an added app start by itself (MIUI, HyperOS)?",
  title: { pass: "No added app may start by itself", fail: "An added app may start by itself" },
  why: "With autostart an app runs after every restart and comes back after it was closed. An app that watches someone needs this on Xiaomi phones.",
  advice: "Keep autostart for messengers and alarm apps; switch it off for the rest.",
  references: [
    "https://dontkillmyapp.com/xiaomi",
    "https://github.com/DrKLO/Telegram/blob/master/TMessagesProj/src/main/java/org/telegram/messenger/XiaomiUtilities.java",
  ],
  messages: { holds: "{app} may start by itself." },
  needs: { appOps, packages },
  wants: { packageDetails, takenAt, properties },
  run: (given, wanted) => miuiOpAnswer(asked, given, wanted),
  examples: {
    ...opExamples("MIUIOP(10008)"),
    unknown: [
      ...opExamples("MIUIOP(10008)").unknown,
      { name: "HyperOS without its app-ops", given: none, wanted: { properties: hyperOs } },
    ],
    notApplicable: [{ name: "another system", given: none, wanted: { properties: stockAndroid } }],
  },
});
