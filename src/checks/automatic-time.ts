import { defineCheck, type Finding } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { byHand, setGlobal } from "./wording/remedies.ts";
import { settingEvidence, settingValue } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const time = "auto_time";
const zone = "auto_time_zone";
const hands = byHand(
  undefined,
  "Open Settings > System (on Xiaomi: Additional settings) > Date & time.",
  "Switch on that both are set automatically.",
);

export default defineCheck({
  id: "automatic-time",
  category: "device",
  severity: "low",
  question: "Do date and time come from the network?",
  title: { pass: "Date and time come from the network", fail: "Date or time is set by hand" },
  why: "Certificates and codes hold for a time. A wrong clock lets old ones pass, or shuts the owner out; some apps are cheated by it on purpose.",
  advice: "Let the phone set date, time and time zone by itself.",
  references: [
    "https://support.google.com/android/answer/2841106",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java, AUTO_TIME, AUTO_TIME_ZONE",
  ],
  messages: { time: "Date and time are set by hand.", zone: "The time zone is set by hand." },
  needs: { globalSettings },
  run: ({ globalSettings: settings }) => {
    const findings: Finding<"time" | "zone">[] = [];
    for (const [key, message] of [[time, "time"] as const, [zone, "zone"] as const]) {
      const value = settingValue(settings, key);
      if (value !== undefined && !/^[01]$/.test(value)) return unknownValue(key, value);
      if (value !== "0") continue;
      findings.push({
        subject: { kind: "setting", name: key },
        message,
        severity: message === "time" ? "low" : "info",
        evidence: settingEvidence(globalSettings, key, value),
        remedy: setGlobal(key, "1", hands),
      });
    }
    const untold = settingValue(settings, time) === undefined;
    return { findings, unread: untold ? [`The phone did not report the setting ${time}.`] : [] };
  },
  examples: {
    pass: [{ name: "both", given: { globalSettings: { [time]: "1", [zone]: "1" } } }],
    fail: [
      { name: "time by hand", given: { globalSettings: { [time]: "0", [zone]: "1" } }, findings: 1 },
      { name: "zone by hand", given: { globalSettings: { [time]: "1", [zone]: "0" } }, findings: 1 },
    ],
    unknown: [{ name: "not reported", given: { globalSettings: {} } }],
  },
});
