import { defineCheck } from "../core/check.ts";
import { type LockSettings, lockSettings } from "../facts/lock-settings.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { type OwnSetting, ownSetting } from "./wording/own-setting.ts";

const key = "lock_pattern_visible_pattern";
const asked: OwnSetting = {
  space: "secure",
  key,
  good: "0",
  screen: "screen-lock",
  steps: [
    "Open Settings > Security > Screen lock, and touch the wheel beside it.",
    "Switch off “Make pattern visible”, or choose a PIN in place of the pattern.",
  ],
};

export default defineCheck({
  id: "pattern-visible",
  category: "lock-screen",
  severity: "low",
  question: "Is the pattern that unlocks the phone drawn visibly?",
  title: { pass: "The pattern is not drawn visibly", fail: "The pattern is drawn visibly" },
  why: "The line on the screen shows the way in to everybody who looks on.",
  advice: "Make the pattern invisible in the settings of the screen lock; better, use a PIN of six digits.",
  references: [
    "AOSP: frameworks/base/core/java/android/provider/Settings.java, LOCK_PATTERN_VISIBLE",
    "https://doi.org/10.1145/2508859.2516700",
  ],
  messages: { set: "The pattern of {user} is drawn visibly." },
  needs: { lockSettings, secureSettings },
  run: ({ lockSettings: locks, secureSettings: all }) => {
    if (locks.every(({ type }) => type !== null && type !== "pattern"))
      return { notApplicable: "Nobody unlocks this phone with a pattern." };
    const others = new Set(locks.filter(({ type }) => type !== null && type !== "pattern").map(({ user }) => user));
    return ownSetting(
      asked,
      all.filter(({ user }) => user === "current" || !others.has(user)),
    );
  },
  examples: {
    pass: [{ name: "invisible", given: given("pattern", "0") }],
    fail: [
      { name: "visible", given: given("pattern", "1"), findings: 1 },
      { name: "the kind of lock is not told", given: given(null, "1"), findings: 1 },
    ],
    unknown: [{ name: "never set", given: given("pattern", undefined) }],
    notApplicable: [{ name: "a PIN", given: given("pin", "1") }],
  },
});

function given(type: LockSettings["type"], value: string | undefined) {
  return {
    lockSettings: [{ user: 0, secured: true, type, separate: null, disabled: null }],
    secureSettings: [{ user: 0, settings: value === undefined ? {} : { [key]: value } }],
  };
}
