import { defineCheck, type Finding } from "../core/check.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { byHand, setSecure } from "./wording/remedies.ts";
import { settingEvidence, userName, userValues } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const delay = "lock_screen_lock_after_timeout";
const powerKey = "lockscreen.power_button_instantly_locks";
const longest = 5000;
const hands = byHand(
  "screen-lock",
  "Open Settings > Security > Screen lock, and touch the wheel beside it.",
  "Let the phone lock immediately or after five seconds, and let the power key lock it at once.",
);

export default defineCheck({
  id: "lock-delay",
  category: "lock-screen",
  severity: "medium",
  question: "Does the phone lock as soon as its screen is off?",
  title: {
    pass: "The phone locks as soon as its screen is off",
    fail: "The phone stays open for a while after its screen went off",
  },
  why: "A dark screen looks locked. Whoever wakes the phone within the delay is in.",
  advice: "Let the phone lock immediately, and at once by the power key, in the settings of the screen lock.",
  references: [
    "AOSP: frameworks/base/core/java/android/provider/Settings.java, LOCK_SCREEN_LOCK_AFTER_TIMEOUT",
    "AOSP: frameworks/base/core/java/com/android/internal/widget/LockPatternUtils.java, LOCKSCREEN_POWER_BUTTON_INSTANTLY_LOCKS",
  ],
  messages: {
    later: "The phone of {user} locks {n} seconds after its screen went off.",
    powerKey: "The power key does not lock the phone of {user}.",
  },
  needs: { secureSettings },
  run: ({ secureSettings: all }) => {
    const [delays, keys] = [userValues(all, delay), userValues(all, powerKey)];
    const strange = delays.find(({ value }) => value !== undefined && !/^\d{1,12}$/.test(value));
    if (strange?.value !== undefined) return unknownValue(delay, strange.value);
    const odd = keys.find(({ value }) => value !== undefined && !/^(?:0|1|true|false)$/.test(value));
    if (odd?.value !== undefined) return unknownValue(powerKey, odd.value);
    const findings: Finding<"later" | "powerKey">[] = [];
    for (const { user, value } of delays)
      if (value !== undefined && Number(value) > longest)
        findings.push({
          subject: { kind: "setting", name: delay, user },
          message: "later",
          params: { user: userName(user), n: Math.round(Number(value) / 1000) },
          severity: Number(value) > 60_000 ? "medium" : "low",
          evidence: settingEvidence(secureSettings, delay, value),
          remedy: setSecure(user, [delay], String(longest), hands),
        });
    for (const { user, value } of keys)
      if (value === "0" || value === "false")
        findings.push({
          subject: { kind: "setting", name: powerKey, user },
          message: "powerKey",
          params: { user: userName(user) },
          severity: "low",
          evidence: settingEvidence(secureSettings, powerKey, value),
          remedy: setSecure(user, [powerKey], "1", hands),
        });
    const untold = [
      ...delays.map((each) => ({ ...each, key: delay })),
      ...keys.map((each) => ({ ...each, key: powerKey })),
    ].filter(({ value }) => value === undefined);
    return {
      findings,
      unread: untold.map(({ user, key }) => `The phone did not report ${key} for ${userName(user)}.`),
    };
  },
  examples: {
    pass: [{ name: "at once", given: { secureSettings: [{ user: 0, settings: { [delay]: "0", [powerKey]: "1" } }] } }],
    fail: [
      {
        name: "after ten minutes",
        given: { secureSettings: [{ user: 0, settings: { [delay]: "600000" } }] },
        findings: 1,
      },
      {
        name: "not by the power key",
        given: { secureSettings: [{ user: 0, settings: { [delay]: "5000", [powerKey]: "0" } }] },
        findings: 1,
      },
    ],
    unknown: [
      { name: "never set", given: { secureSettings: [{ user: 0, settings: {} }] } },
      { name: "the power key is not told", given: { secureSettings: [{ user: 0, settings: { [delay]: "5000" } }] } },
    ],
  },
});
