import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { permissionExamples } from "./wording/permission-examples.ts";
import { holderMessages, type PermissionQuestion, permissionHolders } from "./wording/permission-holders.ts";

const asked: PermissionQuestion = {
  permissions: [
    "android.permission.BODY_SENSORS",
    "android.permission.BODY_SENSORS_BACKGROUND",
    "android.permission.ACTIVITY_RECOGNITION",
    "android.permission.health.",
  ],
  ops: ["BODY_SENSORS", "ACTIVITY_RECOGNITION"],
  screen: "Body sensors or Physical activity",
  weights: { store: "info", unused: "low", sideloaded: "medium" },
};

export default defineCheck({
  id: "body-sensors-access",
  category: "permissions",
  severity: "info",
  question: "May an added app read health and movement data?",
  title: {
    pass: "No added app may read health and movement data",
    fail: "An added app may read health and movement data",
  },
  why: "Data about the body is among the most private there is: heart rate, steps, sleep and, with Health Connect, whole medical records.",
  advice: "Leave it to the sport and health apps that you use.",
  references: [
    "https://developer.android.com/reference/android/Manifest.permission#BODY_SENSORS",
    "https://developer.android.com/health-and-fitness/health-connect",
  ],
  messages: holderMessages("read heart rate, steps or other data about the body"),
  needs: { packageDetails },
  wants: { appOps, takenAt },
  run: (given, wanted) => permissionHolders(asked, given, wanted),
  examples: permissionExamples("android.permission.BODY_SENSORS", "BODY_SENSORS"),
});
