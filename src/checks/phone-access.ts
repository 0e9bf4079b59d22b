import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { permissionExamples } from "./wording/permission-examples.ts";
import { holderMessages, type PermissionQuestion, permissionHolders } from "./wording/permission-holders.ts";

const asked: PermissionQuestion = {
  permissions: [
    "android.permission.READ_PHONE_STATE",
    "android.permission.READ_PHONE_NUMBERS",
    "android.permission.CALL_PHONE",
    "android.permission.ANSWER_PHONE_CALLS",
    "android.permission.ADD_VOICEMAIL",
    "android.permission.USE_SIP",
  ],
  ops: ["READ_PHONE_STATE", "READ_PHONE_NUMBERS", "CALL_PHONE", "ANSWER_PHONE_CALLS"],
  screen: "Phone",
  weights: { store: "info", unused: "low", sideloaded: "medium" },
};

export default defineCheck({
  id: "phone-access",
  category: "permissions",
  severity: "info",
  question: "May an added app make calls or read the phone number?",
  title: {
    pass: "No added app may make calls or read the phone number",
    fail: "An added app may make calls or read the phone number",
  },
  why: "With this permission an app can see the phone number and whether a call is going on, and, depending on what it asked for, make and answer calls.",
  advice: "Take the permission from apps with which you do not call.",
  references: [
    "https://developer.android.com/reference/android/Manifest.permission#READ_PHONE_STATE",
    "https://support.google.com/android/answer/9431959",
  ],
  messages: holderMessages("make or answer calls, or read the phone number and the state of calls"),
  needs: { packageDetails },
  wants: { appOps, takenAt },
  run: (given, wanted) => permissionHolders(asked, given, wanted),
  examples: permissionExamples("android.permission.READ_PHONE_STATE", "READ_PHONE_STATE"),
});
