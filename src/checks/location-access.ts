import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { permissionExamples } from "./wording/permission-examples.ts";
import { holderMessages, type PermissionQuestion, permissionHolders } from "./wording/permission-holders.ts";

const asked: PermissionQuestion = {
  permissions: ["android.permission.ACCESS_FINE_LOCATION", "android.permission.ACCESS_COARSE_LOCATION"],
  ops: ["FINE_LOCATION", "COARSE_LOCATION"],
  screen: "Location",
  weights: { store: "info", unused: "low", sideloaded: "medium" },
};

export default defineCheck({
  id: "location-access",
  category: "permissions",
  severity: "info",
  question: "May an added app learn where the phone is?",
  title: { pass: "No added app may learn where the phone is", fail: "An added app may learn where the phone is" },
  why: "Where a phone is tells where its owner lives, works and sleeps. ACCESS_FINE_LOCATION gives the place to a few metres, ACCESS_COARSE_LOCATION to about three square kilometres.",
  advice:
    'Leave location only to apps that need it, choose the approximate place where the phone offers it, and "only while using the app".',
  references: [
    "https://developer.android.com/develop/sensors-and-location/location/permissions",
    "https://support.google.com/android/answer/9431959",
  ],
  messages: holderMessages("read where the phone is"),
  needs: { packageDetails },
  wants: { appOps, takenAt },
  run: (given, wanted) => permissionHolders(asked, given, wanted),
  examples: permissionExamples("android.permission.ACCESS_FINE_LOCATION", "FINE_LOCATION"),
});
