import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { permissionExamples } from "./wording/permission-examples.ts";
import { holderMessages, type PermissionQuestion, permissionHolders } from "./wording/permission-holders.ts";

const asked: PermissionQuestion = {
  permissions: [
    "android.permission.READ_CALL_LOG",
    "android.permission.WRITE_CALL_LOG",
    "android.permission.PROCESS_OUTGOING_CALLS",
  ],
  ops: ["READ_CALL_LOG", "WRITE_CALL_LOG", "PROCESS_OUTGOING_CALLS"],
  screen: "Call logs",
  weights: { store: "low", unused: "medium", sideloaded: "high" },
};

export default defineCheck({
  id: "call-log-access",
  category: "permissions",
  severity: "low",
  question: "May an added app read the list of calls?",
  title: { pass: "No added app may read the list of calls", fail: "An added app may read the list of calls" },
  why: "The list of calls tells whom the owner speaks to, when and how long.",
  advice: "Leave this permission to your phone app and to a call blocker that you trust.",
  references: [
    "https://developer.android.com/reference/android/Manifest.permission#READ_CALL_LOG",
    "https://support.google.com/googleplay/android-developer/answer/10208820",
  ],
  messages: holderMessages("read or change the list of calls"),
  needs: { packageDetails },
  wants: { appOps, takenAt },
  run: (given, wanted) => permissionHolders(asked, given, wanted),
  examples: permissionExamples("android.permission.READ_CALL_LOG", "READ_CALL_LOG"),
});
