import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { permissionExamples } from "./wording/permission-examples.ts";
import { holderMessages, type PermissionQuestion, permissionHolders } from "./wording/permission-holders.ts";

const asked: PermissionQuestion = {
  permissions: ["android.permission.CAMERA"],
  ops: ["CAMERA"],
  screen: "Camera",
  weights: { store: "info", unused: "low", sideloaded: "medium" },
};

export default defineCheck({
  id: "camera-access",
  category: "permissions",
  severity: "info",
  question: "May an added app use the camera?",
  title: { pass: "No added app may use the camera", fail: "An added app may use the camera" },
  why: "An app with this permission can take pictures and record videos while it is open, and on older Android versions also when it is not.",
  advice:
    "Take the permission from apps that do not need a camera for what they do for you, above all from those that did not come from a store.",
  references: [
    "https://developer.android.com/reference/android/Manifest.permission#CAMERA",
    "https://support.google.com/android/answer/9431959",
  ],
  messages: holderMessages("take pictures and videos"),
  needs: { packageDetails },
  wants: { appOps, takenAt },
  run: (given, wanted) => permissionHolders(asked, given, wanted),
  examples: permissionExamples("android.permission.CAMERA", "CAMERA"),
});
