import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { properties } from "../facts/properties.ts";
import { byHand, setGlobal } from "./wording/remedies.ts";

/** Whether the permissions of computers to use ADB expire. */
export default defineCheck({
  id: "adb-keys-expiry",
  category: "device",
  severity: "medium",
  question: "Do unused ADB authorisations of computers expire?",
  title: {
    pass: "Unused ADB authorisations of computers expire",
    fail: "ADB authorisations of computers expire late or never",
  },
  why: "Since Android 11, a computer that has not connected for seven days must ask again. With the time-out off, a computer that was allowed once stays allowed for ever.",
  advice: "Switch the time-out on again.",
  references: [
    "https://developer.android.com/studio/debug/dev-options",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java (ADB_ALLOWED_CONNECTION_TIME)",
  ],
  messages: {
    never: "Computers that may use ADB stay allowed for ever.",
    long: "Computers that may use ADB stay allowed for {days} days without use; seven are usual.",
  },
  needs: { globalSettings, properties },

  run: (given) => {
    if (Number(reported(given.properties["ro.build.version.sdk"], "ro.build.version.sdk")) < 30)
      return { notApplicable: "Permissions expire since Android 11; before, they never do." };
    // Shows that the list of settings is there: unset means the seven days of Android.
    reported(given.globalSettings["adb_enabled"], "its settings in full (adb_enabled is missing)");
    const value = given.globalSettings["adb_allowed_connection_time"];
    if (value === undefined || value === "null") return [];
    reported(/^\d+$/.test(value) ? value : undefined, "adb_allowed_connection_time as a number");
    const days = Math.round(Number(value) / 86_400_000);
    if (value !== "0" && days <= 7) return [];
    return [
      {
        subject: { kind: "setting", name: "adb_allowed_connection_time" },
        message: value === "0" ? "never" : "long",
        params: { days },
        severity: value === "0" ? "medium" : "low",
        evidence: [{ kind: "value", fact: globalSettings, name: "adb_allowed_connection_time", value }],
        remedy: setGlobal(
          "adb_allowed_connection_time",
          null,
          byHand(
            "developer-options",
            "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Disable ADB authorisation time-out: off.",
          ),
        ),
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "never changed",
        given: { globalSettings: { adb_enabled: "1" }, properties: { "ro.build.version.sdk": "34" } },
      },
      {
        name: "seven days",
        given: {
          globalSettings: { adb_enabled: "1", adb_allowed_connection_time: "604800000" },
          properties: { "ro.build.version.sdk": "34" },
        },
      },
    ],
    fail: [
      {
        name: "never",
        given: {
          globalSettings: { adb_enabled: "1", adb_allowed_connection_time: "0" },
          properties: { "ro.build.version.sdk": "34" },
        },
        findings: 1,
      },
    ],
    unknown: [{ name: "no settings", given: { globalSettings: {}, properties: { "ro.build.version.sdk": "34" } } }],
    notApplicable: [
      {
        name: "Android 9",
        given: { globalSettings: { adb_enabled: "1" }, properties: { "ro.build.version.sdk": "28" } },
      },
    ],
  },
});
