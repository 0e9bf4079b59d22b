import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { permissionExamples } from "./wording/permission-examples.ts";
import { holderMessages, type PermissionQuestion, permissionHolders } from "./wording/permission-holders.ts";

const asked: PermissionQuestion = {
  permissions: [
    "android.permission.READ_SMS",
    "android.permission.SEND_SMS",
    "android.permission.RECEIVE_SMS",
    "android.permission.RECEIVE_MMS",
    "android.permission.RECEIVE_WAP_PUSH",
  ],
  ops: ["READ_SMS", "SEND_SMS", "RECEIVE_SMS", "RECEIVE_MMS", "RECEIVE_WAP_PUSH"],
  screen: "SMS",
  weights: { store: "low", unused: "medium", sideloaded: "high" },
};

export default defineCheck({
  id: "sms-access",
  category: "permissions",
  severity: "low",
  question: "May an added app read or send text messages?",
  title: { pass: "No added app may read or send text messages", fail: "An added app may read or send text messages" },
  why: "Text messages carry the codes with which banks and accounts let people in. An app that reads them can take over accounts; one that sends them can cost money.",
  advice: "Leave this permission to your messaging app alone.",
  references: [
    "https://developer.android.com/reference/android/Manifest.permission#READ_SMS",
    "https://support.google.com/googleplay/android-developer/answer/10208820",
  ],
  messages: holderMessages("read or send text messages"),
  needs: { packageDetails },
  wants: { appOps, takenAt },
  run: (given, wanted) => permissionHolders(asked, given, wanted),
  examples: permissionExamples("android.permission.READ_SMS", "READ_SMS"),
});
