import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { permissionExamples } from "./wording/permission-examples.ts";
import { holderMessages, type PermissionQuestion, permissionHolders } from "./wording/permission-holders.ts";

const asked: PermissionQuestion = {
  permissions: ["android.permission.READ_CALENDAR", "android.permission.WRITE_CALENDAR"],
  ops: ["READ_CALENDAR", "WRITE_CALENDAR"],
  screen: "Calendar",
  weights: { store: "info", unused: "low", sideloaded: "medium" },
};

export default defineCheck({
  id: "calendar-access",
  category: "permissions",
  severity: "info",
  question: "May an added app read the calendar?",
  title: { pass: "No added app may read the calendar", fail: "An added app may read the calendar" },
  why: "The calendar tells where its owner will be, with whom, and often why.",
  advice: "Take the permission from apps that have no business with your appointments.",
  references: [
    "https://developer.android.com/reference/android/Manifest.permission#READ_CALENDAR",
    "https://support.google.com/android/answer/9431959",
  ],
  messages: holderMessages("read or change the calendar"),
  needs: { packageDetails },
  wants: { appOps, takenAt },
  run: (given, wanted) => permissionHolders(asked, given, wanted),
  examples: permissionExamples("android.permission.READ_CALENDAR", "READ_CALENDAR"),
});
