import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { properties } from "../facts/properties.ts";
import { exampleGrant, examplePackage, exampleUser, fromComputer } from "./wording/example-packages.ts";
import { holderMessages, type PermissionQuestion, permissionHolders } from "./wording/permission-holders.ts";

const permission = "android.permission.ACCESS_BACKGROUND_LOCATION";
const asked: PermissionQuestion = {
  permissions: [permission],
  ops: ["FINE_LOCATION", "COARSE_LOCATION"],
  screen: "Location",
  weights: { store: "low", unused: "medium", sideloaded: "high" },
};

const held = exampleUser([exampleGrant(permission)]);

export default defineCheck({
  id: "background-location",
  category: "permissions",
  severity: "low",
  question: "May an added app follow where the phone is at all times?",
  title: {
    pass: "No added app may follow where the phone is at all times",
    fail: "An added app may follow where the phone is at all times",
  },
  why: "An app with background location can record every place the phone goes to, without being opened and without a sign on the screen.",
  advice:
    'Set the location permission of these apps to "only while using the app", unless following the phone is what they are for.',
  references: [
    "https://developer.android.com/develop/sensors-and-location/location/permissions/background",
    "https://source.android.com/docs/core/permissions/tristate-perms",
  ],
  messages: holderMessages("read where the phone is at all times, also when it is not open"),
  needs: { packageDetails, properties },
  wants: { appOps, takenAt },
  run: ({ packageDetails, properties }, wanted) => {
    const sdk = Number(reported(properties["ro.build.version.sdk"], "ro.build.version.sdk"));
    if (sdk < 29)
      return {
        notApplicable:
          "Before Android 10 there is no separate permission: every app that may read the place may do so at all times.",
      };
    return permissionHolders(asked, { packageDetails }, wanted);
  },
  examples: {
    pass: [
      {
        name: "location only while in use",
        given: {
          properties: { "ro.build.version.sdk": "34" },
          packageDetails: [
            examplePackage("com.example.maps", {
              users: [exampleUser([exampleGrant("android.permission.ACCESS_FINE_LOCATION")])],
            }),
          ],
        },
      },
    ],
    fail: [
      {
        name: "a store's app and one from a computer, at all times",
        given: {
          properties: { "ro.build.version.sdk": "34" },
          packageDetails: [
            examplePackage("com.example.family", { users: [held] }),
            examplePackage("com.example.sync", { users: [held], installSource: fromComputer }),
          ],
        },
        findings: 2,
      },
    ],
    unknown: [{ name: "the version of Android is not told", given: { properties: {}, packageDetails: [] } }],
    notApplicable: [{ name: "Android 9", given: { properties: { "ro.build.version.sdk": "28" }, packageDetails: [] } }],
  },
});
