import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { properties } from "../facts/properties.ts";
import { olderThan } from "./wording/android-version.ts";
import { permissionExamples } from "./wording/permission-examples.ts";
import { holderMessages, type PermissionQuestion, permissionHolders } from "./wording/permission-holders.ts";

const asked: PermissionQuestion = {
  permissions: [
    "android.permission.BLUETOOTH_SCAN",
    "android.permission.BLUETOOTH_CONNECT",
    "android.permission.BLUETOOTH_ADVERTISE",
    "android.permission.NEARBY_WIFI_DEVICES",
    "android.permission.UWB_RANGING",
  ],
  ops: ["BLUETOOTH_SCAN", "BLUETOOTH_CONNECT", "BLUETOOTH_ADVERTISE", "NEARBY_WIFI_DEVICES", "UWB_RANGING"],
  screen: "Nearby devices",
  weights: { store: "info", unused: "low", sideloaded: "low" },
};

export default defineCheck({
  id: "nearby-devices-access",
  category: "permissions",
  severity: "info",
  question: "May an added app look for devices nearby?",
  title: { pass: "No added app may look for devices nearby", fail: "An added app may look for devices nearby" },
  why: "The devices in range (watches, headphones, routers, beacons) can give away where the phone is and whom its owner meets.",
  advice: "Take the permission from apps that do not work with another device.",
  references: [
    "https://developer.android.com/develop/connectivity/bluetooth/bt-permissions",
    "https://developer.android.com/develop/connectivity/wifi/wifi-permissions",
  ],
  messages: holderMessages("look for and connect to devices nearby"),
  needs: { packageDetails },
  wants: { appOps, takenAt, properties },
  run: (given, wanted) =>
    olderThan(31, wanted.properties)
      ? { notApplicable: "Before Android 12 the permission for the place covers devices nearby too." }
      : permissionHolders(asked, given, wanted),
  examples: {
    ...permissionExamples("android.permission.BLUETOOTH_SCAN", "BLUETOOTH_SCAN"),
    notApplicable: [
      {
        name: "Android 11",
        given: { packageDetails: [] },
        wanted: { properties: { "ro.build.version.sdk": "30" } },
      },
    ],
  },
});
