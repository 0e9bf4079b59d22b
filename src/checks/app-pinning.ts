import { defineCheck } from "../core/check.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { systemSettings } from "../facts/system-settings.ts";
import { type OwnSetting, ownSetting } from "./wording/own-setting.ts";
import { isMain, settingValue } from "./wording/setting-value.ts";

const on = "lock_to_app_enabled";
const key = "lock_to_app_exit_locked";
const asked: OwnSetting = {
  space: "secure",
  key,
  good: "1",
  screen: "security",
  steps: [
    "Open Settings > Security > More security settings > App pinning (on Xiaomi, search the settings for “pin”).",
    "Switch it off, or switch on that the PIN is asked for before unpinning.",
  ],
};

export default defineCheck({
  id: "app-pinning",
  category: "lock-screen",
  severity: "low",
  question: "Does a pinned app keep whoever holds the phone in it?",
  title: {
    pass: "App pinning is off, or asks for the PIN before it is left",
    fail: "A pinned app can be left without the PIN",
  },
  why: "An app is pinned to lend the phone to somebody. Without the PIN two keys are enough to leave it, and everything is open.",
  advice: "Let app pinning ask for the PIN, or switch it off.",
  references: [
    "https://support.google.com/android/answer/9455138",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java, LOCK_TO_APP_ENABLED, LOCK_TO_APP_EXIT_LOCKED",
  ],
  messages: { set: "A pinned app can be left without the PIN of {user}." },
  needs: { secureSettings, systemSettings },
  run: ({ secureSettings: all, systemSettings: system }) => {
    const off = new Set(system.filter(({ settings }) => settings[on] === "0").map(({ user }) => user));
    if (system.some(({ user, settings }) => isMain(user) && settings[on] === "0") && off.size === system.length)
      return {};
    const untold = system.filter(({ user, settings }) => isMain(user) && settingValue(settings, on) === undefined);
    const answer = ownSetting(
      asked,
      all.filter(({ user }) => !off.has(user)),
    );
    // Where it is not told whether apps can be pinned at all, a PIN that is not asked for decides nothing.
    return untold.length > 0 && (answer.findings ?? []).length > 0
      ? { unread: [`The phone did not report ${on}.`] }
      : answer;
  },
  examples: {
    pass: [
      { name: "off", given: given("0", "0") },
      { name: "with the PIN", given: given("1", "1") },
      { name: "with the PIN, and whether it is on is not told", given: given(undefined, "1") },
    ],
    fail: [{ name: "without the PIN", given: given("1", "0"), findings: 1 }],
    unknown: [
      { name: "never set", given: given(undefined, undefined) },
      { name: "whether it is on is not told", given: given(undefined, "0") },
    ],
  },
});

function given(pinning: string | undefined, pin: string | undefined) {
  return {
    systemSettings: [{ user: 0, settings: pinning === undefined ? {} : { [on]: pinning } }],
    secureSettings: [{ user: 0, settings: pin === undefined ? {} : { [key]: pin } }],
  };
}
