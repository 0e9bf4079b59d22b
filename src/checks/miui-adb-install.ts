import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { notXiaomi } from "./wording/xiaomi.ts";

/** Whether Xiaomi's "Install via USB" is on. */
export default defineCheck({
  id: "miui-adb-install",
  category: "device",
  severity: "low",
  question: "Is Xiaomi's installation over USB off?",
  title: { pass: "Installation over USB is off", fail: "Installation over USB is on" },
  why: "With it on, a computer on ADB may install apps on this phone.",
  advice: "Switch it off when you do not need it.",
  references: ["https://github.com/flutter/flutter/issues/49053", "https://developer.android.com/tools/adb"],
  messages: {
    on: "Installation of apps over USB is on.",
  },
  needs: { properties },

  run: (given) => {
    const notApplicable = notXiaomi(given.properties);
    if (notApplicable !== undefined) return { notApplicable };
    const value = given.properties["persist.security.adbinstall"];
    // Set but empty is off; not set at all says nothing.
    if (value === "" || value === "0") return [];
    reported(value, "persist.security.adbinstall");
    return [
      {
        subject: { kind: "device" },
        message: "on",
        evidence: [{ kind: "value", fact: properties, name: "persist.security.adbinstall", value: value ?? "" }],
        remedy: {
          kind: "steps",
          steps: ["Open Settings > Additional settings > Developer options > Install via USB: off."],
          screen: "developer-options",
        },
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "off",
        given: { properties: { "ro.miui.ui.version.name": "V14", "persist.security.adbinstall": "0" } },
      },
      { name: "empty", given: { properties: { "ro.miui.ui.version.name": "V14", "persist.security.adbinstall": "" } } },
    ],
    fail: [
      {
        name: "on",
        given: { properties: { "ro.miui.ui.version.name": "V14", "persist.security.adbinstall": "1" } },
        findings: 1,
      },
    ],
    unknown: [{ name: "not reported", given: { properties: { "ro.miui.ui.version.name": "V14" } } }],
    notApplicable: [{ name: "another maker", given: { properties: { "ro.product.manufacturer": "Google" } } }],
  },
});
