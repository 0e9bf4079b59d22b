import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { appOps } from "../facts/app-ops.ts";
import { packageDetails } from "../facts/package-details.ts";
import { permissionExamples } from "./wording/permission-examples.ts";
import { holderMessages, type PermissionQuestion, permissionHolders } from "./wording/permission-holders.ts";

const asked: PermissionQuestion = {
  permissions: [
    "android.permission.READ_MEDIA_IMAGES",
    "android.permission.READ_MEDIA_VIDEO",
    "android.permission.READ_MEDIA_AUDIO",
    "android.permission.READ_EXTERNAL_STORAGE",
    "android.permission.WRITE_EXTERNAL_STORAGE",
    "android.permission.ACCESS_MEDIA_LOCATION",
  ],
  ops: ["READ_MEDIA_IMAGES", "READ_MEDIA_VIDEO", "READ_MEDIA_AUDIO", "READ_EXTERNAL_STORAGE", "WRITE_EXTERNAL_STORAGE"],
  screen: "Photos and videos, or Files",
  weights: { store: "info", unused: "low", sideloaded: "medium" },
};

export default defineCheck({
  id: "photos-access",
  category: "permissions",
  severity: "info",
  question: "May an added app read all photos or files of the shared storage?",
  title: {
    pass: "No added app may read all photos or files of the shared storage",
    fail: "An added app may read photos or files of the shared storage",
  },
  why: "An app with this permission can read the pictures and recordings on the phone, and with ACCESS_MEDIA_LOCATION also where they were taken.",
  advice:
    'On Android 14 and newer choose "select photos" instead of all; take the permission from apps in which you open no pictures.',
  references: [
    "https://developer.android.com/about/versions/14/changes/partial-photo-video-access",
    "https://developer.android.com/training/data-storage/shared/media",
  ],
  messages: holderMessages("read photos, videos, music or files of the shared storage"),
  needs: { packageDetails },
  wants: { appOps, takenAt },
  run: (given, wanted) => permissionHolders(asked, given, wanted),
  examples: permissionExamples("android.permission.READ_MEDIA_IMAGES", "READ_MEDIA_IMAGES"),
});
