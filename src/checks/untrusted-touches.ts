import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { globalSettings as globalSettingsFact } from "../facts/global-settings.ts";
import { properties } from "../facts/properties.ts";
import { setGlobal } from "./wording/remedies.ts";

/** Whether Android blocks touches that pass through another app's window. */
export default defineCheck({
  id: "untrusted-touches",
  category: "special-access",
  severity: "medium",
  question: "Does Android block touches that pass through another app's window?",
  title: {
    pass: "Touches through another app's window are blocked",
    fail: "The protection against touches through another app's window is weakened",
  },
  why: "Since Android 12, a tap that goes through a see-through window of another app is dropped, so that nobody is tricked into pressing what they do not see.",
  advice: "Set it back unless you turned it off on purpose.",
  references: [
    "https://developer.android.com/privacy-and-security/risks/tapjacking",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java (BLOCK_UNTRUSTED_TOUCHES_MODE)",
  ],
  messages: {
    off: "Touches that pass through another app's window are let through.",
    logged: "Touches that pass through another app's window are let through and only logged.",
    opaque: "Windows that cover up to {opacity} of what is below them let touches through; 0.8 is usual.",
  },
  needs: { globalSettings: globalSettingsFact, properties },
  run: ({ globalSettings, properties }) => {
    if (Number(reported(properties["ro.build.version.sdk"], "ro.build.version.sdk")) < 31)
      return { notApplicable: "Android knows this protection since version 12." };
    // Shows that the list of settings is there: the two below are absent as long as nobody changes them.
    reported(globalSettings["adb_enabled"], "its settings in full (adb_enabled is missing)");
    const mode = globalSettings["block_untrusted_touches"];
    const opacity = Number(globalSettings["maximum_obscuring_opacity_for_touch"] ?? "0.8");
    const message = mode === "0" ? "off" : mode === "1" ? "logged" : opacity > 0.8 ? "opaque" : null;
    if (message === null) return [];
    const name = message === "opaque" ? "maximum_obscuring_opacity_for_touch" : "block_untrusted_touches";
    return [
      {
        subject: { kind: "setting", name },
        message,
        params: { opacity },
        severity: message === "opaque" ? "low" : "medium",
        confidence: "likely",
        evidence: [{ kind: "value", fact: globalSettingsFact, name, value: globalSettings[name] ?? "" }],
        remedy: setGlobal(name, null, { steps: [`From a computer: adb shell settings delete global ${name}`] }),
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "never changed",
        given: { globalSettings: { adb_enabled: "1" }, properties: { "ro.build.version.sdk": "34" } },
      },
    ],
    fail: [
      {
        name: "switched off",
        given: {
          globalSettings: { adb_enabled: "1", block_untrusted_touches: "0" },
          properties: { "ro.build.version.sdk": "34" },
        },
        findings: 1,
      },
      {
        name: "opaque windows let through",
        given: {
          globalSettings: { adb_enabled: "1", maximum_obscuring_opacity_for_touch: "1.0" },
          properties: { "ro.build.version.sdk": "33" },
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
