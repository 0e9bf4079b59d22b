import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { permissionExamples } from "./wording/permission-examples.ts";
import { holderMessages, type PermissionQuestion, permissionHolders } from "./wording/permission-holders.ts";

const asked: PermissionQuestion = {
  permissions: ["android.permission.RECORD_AUDIO"],
  ops: ["RECORD_AUDIO"],
  screen: "Microphone",
  weights: { store: "info", unused: "low", sideloaded: "medium" },
};

export default defineCheck({
  id: "microphone-access",
  category: "permissions",
  severity: "info",
  question: "May an added app use the microphone?",
  title: { pass: "No added app may use the microphone", fail: "An added app may use the microphone" },
  why: "An app with this permission can record what is said near the phone while it is open or shows a notification that it runs.",
  advice: "Take the permission from apps that you do not speak to.",
  references: [
    "https://developer.android.com/reference/android/Manifest.permission#RECORD_AUDIO",
    "https://support.google.com/android/answer/9431959",
  ],
  messages: holderMessages("listen through the microphone"),
  needs: { packageDetails },
  wants: { appOps, takenAt },
  run: (given, wanted) => permissionHolders(asked, given, wanted),
  examples: permissionExamples("android.permission.RECORD_AUDIO", "RECORD_AUDIO"),
});
