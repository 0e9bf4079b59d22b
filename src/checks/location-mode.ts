import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { byHand } from "./wording/remedies.ts";
import { settingEvidence, userName, userValues } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const key = "location_mode";
const names = ["off", "satellites only", "networks only, to save the battery", "satellites and networks"] as const;

/** Whether apps can learn where the phone is. */
export default defineCheck({
  id: "location-mode",
  category: "device",
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
  messages: { on: "Location is on for {users}: {mode}." },
  remedy: byHand(
    "location",
    "Open Settings > Location (or pull down the quick settings), and switch it off where nobody should know the place.",
  ),
  needs: { secureSettings },
  run: ({ secureSettings: all }) => {
    const values = userValues(all, key).map(({ user, value }) => ({ user, value: reported(value, key) }));
    const strange = values.find(({ value }) => !/^[0-3]$/.test(value));
    if (strange) return unknownValue(key, strange.value);
    const modes = [...new Set(values.map(({ value }) => value))].filter((value) => value !== "0");
    return modes.map((mode) => ({
      subject: { kind: "setting", name: key },
      message: "on",
      params: {
        users: values.flatMap(({ user, value }) => (value === mode ? userName(user) : [])).join(", "),
        mode: names[Number(mode)] ?? mode,
      },
      evidence: settingEvidence(secureSettings, key, mode),
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
