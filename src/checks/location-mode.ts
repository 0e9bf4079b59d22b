import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { settingEvidence, userName, userValues } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const key = "location_mode";
const names = ["off", "satellites only", "networks only, to save the battery", "satellites and networks"] as const;

/** Whether apps can learn where the phone is. */
export default defineCheck({
  id: "location-mode",
  category: "network",
  severity: "info",
  question: "Can apps learn where the phone is?",
  title: { pass: "Location is off", fail: "Location is on" },
  why: "With location on, every app that may use it learns where the phone is. Which apps may is told by the checks of permissions.",
  advice:
    "Leave it on if you use maps or need the phone to be found; switch it off where nobody should know the place.",
  references: [
    "https://support.google.com/android/answer/3467281",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java (LOCATION_MODE)",
  ],
  messages: { on: "Location is on for {user}: {mode}." },
  needs: { secureSettings },
  run: ({ secureSettings: all }) => {
    const values = userValues(all, key).map(({ user, value }) => ({ user, value: reported(value, key) }));
    const strange = values.find(({ value }) => !/^[0-3]$/.test(value));
    if (strange) return unknownValue(key, strange.value);
    return values
      .filter(({ value }) => value !== "0")
      .map(({ user, value }) => ({
        subject: { kind: "setting", name: key, user },
        message: "on",
        params: { user: userName(user), mode: names[Number(value)] ?? value },
        evidence: settingEvidence(secureSettings, key, value),
      }));
  },
  examples: {
    pass: [{ name: "off", given: { secureSettings: [{ user: 0, settings: { location_mode: "0" } }] } }],
    fail: [
      { name: "on", given: { secureSettings: [{ user: "current", settings: { location_mode: "3" } }] }, findings: 1 },
    ],
    unknown: [{ name: "not told", given: { secureSettings: [{ user: 0, settings: {} }] } }],
  },
});
