import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { byHand, setGlobal } from "./wording/remedies.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const key = "verifier_verify_adb_installs";

export default defineCheck({
  id: "play-protect-adb-installs",
  category: "apps",
  severity: "low",
  question: "Are apps checked that are installed from a computer?",
  title: {
    pass: "Apps that are installed from a computer are checked",
    fail: "Apps that are installed from a computer are not checked",
  },
  why: "The switch is among the developer options. With it off, whoever holds the unlocked phone can install known spyware over a cable without a warning.",
  advice:
    "In Settings > System (on Xiaomi: Additional settings) > Developer options, switch on the check of apps over USB.",
  references: [
    "https://developer.android.com/studio/debug/dev-options",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java, PACKAGE_VERIFIER_INCLUDE_ADB",
  ],
  messages: { off: "The phone does not check apps that are installed from a computer." },
  needs: { globalSettings },
  run: ({ globalSettings: settings }) => {
    const value = reported(settings[key], key);
    if (value === "1") return [];
    if (value !== "0") return unknownValue(key, value);
    return [
      {
        subject: { kind: "setting", name: key },
        message: "off",
        evidence: [{ kind: "value", fact: globalSettings, name: key, value }],
        remedy: setGlobal(
          key,
          "1",
          byHand(
            "developer-options",
            "Open Settings > System (on Xiaomi: Additional settings) > Developer options.",
            "Switch “Verify apps over USB” on.",
          ),
        ),
      },
    ];
  },
  examples: {
    pass: [{ name: "on", given: { globalSettings: { [key]: "1" } } }],
    fail: [{ name: "off", given: { globalSettings: { [key]: "0" } }, findings: 1 }],
    unknown: [
      { name: "not reported", given: { globalSettings: {} } },
      { name: "another value", given: { globalSettings: { [key]: "2" } } },
    ],
  },
});
