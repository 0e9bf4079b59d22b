import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { permissionExamples } from "./wording/permission-examples.ts";
import { holderMessages, type PermissionQuestion, permissionHolders } from "./wording/permission-holders.ts";

const asked: PermissionQuestion = {
  permissions: ["android.permission.READ_CONTACTS", "android.permission.WRITE_CONTACTS"],
  ops: ["READ_CONTACTS", "WRITE_CONTACTS"],
  screen: "Contacts",
  weights: { store: "info", unused: "low", sideloaded: "medium" },
};

export default defineCheck({
  id: "contacts-access",
  category: "permissions",
  severity: "info",
  question: "May an added app read the address book?",
  title: { pass: "No added app may read the address book", fail: "An added app may read the address book" },
  why: "The address book holds other people's names, numbers and addresses; an app that may read it can copy all of it at once.",
  advice: "Take the permission from apps in which you do not look up people.",
  references: [
    "https://developer.android.com/reference/android/Manifest.permission#READ_CONTACTS",
    "https://support.google.com/android/answer/9431959",
  ],
  messages: holderMessages("read or change the address book"),
  needs: { packageDetails },
  wants: { appOps, takenAt },
  run: (given, wanted) => permissionHolders(asked, given, wanted),
  examples: permissionExamples("android.permission.READ_CONTACTS", "READ_CONTACTS"),
});
