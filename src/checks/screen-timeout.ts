import { defineCheck } from "../core/check.ts";
import { systemSettings } from "../facts/system-settings.ts";
import { byHand, setSystem } from "./wording/remedies.ts";
import { settingEvidence, userName, userValues } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const key = "screen_off_timeout";
const minute = 60_000;

export default defineCheck({
  id: "screen-timeout",
  category: "lock-screen",
  severity: "low",
  question: "Does the screen go off after one minute at most?",
  title: {
    pass: "The screen goes off after one minute at most",
    fail: "The screen stays on for more than a minute",
  },
  why: "A phone that was laid down stays open for as long as its screen is on.",
  advice: "Choose one minute or less in Settings > Display > Screen timeout.",
  references: ["AOSP: frameworks/base/core/java/android/provider/Settings.java, SCREEN_OFF_TIMEOUT"],
  messages: {
    long: "The screen of {user} goes off after {n} minutes.",
    never: "The screen of {user} goes off after more than an hour, or never.",
  },
  needs: { systemSettings },
  run: ({ systemSettings: all }) => {
    const values = userValues(all, key);
    const strange = values.find(({ value }) => value !== undefined && !/^\d{1,12}$/.test(value));
    if (strange?.value !== undefined) return unknownValue(key, strange.value);
    const long = values.filter(({ value }) => Number(value ?? 0) > minute);
    return {
      findings: long.map(({ user, value }) => {
        const minutes = Math.round((Number(value) / minute) * 10) / 10;
        const never = minutes > 60;
        return {
          subject: { kind: "setting" as const, name: key, user },
          message: never ? ("never" as const) : ("long" as const),
          params: never ? { user: userName(user) } : { user: userName(user), n: minutes },
          severity: minutes > 10 ? ("medium" as const) : ("low" as const),
          evidence: settingEvidence(systemSettings, key, value),
          remedy: setSystem(
            user,
            key,
            String(minute),
            byHand("lock-screen", "Open Settings > Display > Screen timeout (or Sleep).", "Choose one minute or less."),
          ),
        };
      }),
      unread: values
        .filter(({ value }) => value === undefined)
        .map(({ user }) => `The phone did not report ${key} for ${userName(user)}.`),
    };
  },
  examples: {
    pass: [{ name: "30 seconds", given: { systemSettings: [{ user: 0, settings: { [key]: "30000" } }] } }],
    fail: [
      {
        name: "two and a half minutes",
        given: { systemSettings: [{ user: 0, settings: { [key]: "150000" } }] },
        findings: 1,
      },
      {
        name: "never",
        given: { systemSettings: [{ user: "current", settings: { [key]: "2147483647" } }] },
        findings: 1,
      },
    ],
    unknown: [
      { name: "not reported", given: { systemSettings: [{ user: 0, settings: {} }] } },
      { name: "a word", given: { systemSettings: [{ user: 0, settings: { [key]: "soon" } }] } },
    ],
  },
});
