import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";
import { notXiaomi } from "./wording/xiaomi.ts";

/** Whether Xiaomi's "USB debugging (Security settings)" is on. */
export default defineCheck({
  id: "miui-security-debugging",
  category: "device",
  severity: "medium",
  question: "Is Xiaomi's security debugging off?",
  title: { pass: "Xiaomi's security debugging is off", fail: "Xiaomi's security debugging is on" },
  why: "It lets a computer on ADB press buttons, grant permissions and change secure settings: more than debugging alone may do on these phones.",
  advice: "Candor needs it to mend things on a Xiaomi phone. Switch it off when you are done.",
  references: ["https://github.com/Szaki/XiaomiADBFastbootTools/issues/33", "https://developer.android.com/tools/adb"],
  messages: {
    on: "Xiaomi's USB debugging (Security settings) is on.",
  },
  needs: { properties },

  run: (given) => {
    const notApplicable = notXiaomi(given.properties);
    if (notApplicable !== undefined) return { notApplicable };
    const value = given.properties["persist.security.adbinput"];
    // Set but empty is off; not set at all says nothing.
    if (value === "" || value === "0") return [];
    reported(value, "persist.security.adbinput");
    return [
      {
        subject: { kind: "device" },
        message: "on",
        evidence: [{ kind: "value", fact: properties, name: "persist.security.adbinput", value: value ?? "" }],
        remedy: {
          kind: "steps",
          steps: ["Open Settings > Additional settings > Developer options > USB debugging (Security settings): off."],
          screen: "developer-options",
        },
      },
    ];
  },
  examples: {
    pass: [
      { name: "off", given: { properties: { "ro.miui.ui.version.name": "V14", "persist.security.adbinput": "0" } } },
      { name: "empty", given: { properties: { "ro.miui.ui.version.name": "V14", "persist.security.adbinput": "" } } },
    ],
    fail: [
      {
        name: "on",
        given: { properties: { "ro.miui.ui.version.name": "V14", "persist.security.adbinput": "1" } },
        findings: 1,
      },
    ],
    unknown: [{ name: "not reported", given: { properties: { "ro.miui.ui.version.name": "V14" } } }],
    notApplicable: [{ name: "another maker", given: { properties: { "ro.product.manufacturer": "Google" } } }],
  },
});
