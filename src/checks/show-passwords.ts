import { defineCheck } from "../core/check.ts";
import { systemSettings } from "../facts/system-settings.ts";
import { type OwnSetting, ownSetting } from "./wording/own-setting.ts";

const key = "show_password";
const asked: OwnSetting = {
  space: "system",
  key,
  good: "0",
  screen: "security",
  steps: [
    "Open Settings > Security & privacy (on Xiaomi, search the settings for “passwords”).",
    "Switch off “Show passwords”.",
  ],
};

export default defineCheck({
  id: "show-passwords",
  category: "lock-screen",
  severity: "low",
  question: "Are passwords shown while they are typed?",
  title: { pass: "Passwords are not shown while they are typed", fail: "Passwords are shown while they are typed" },
  why: "Each letter stands there for a moment: whoever looks over the shoulder, or has a recording of the screen, reads along.",
  advice: "Switch it off, unless you need it to type without mistakes.",
  references: ["AOSP: frameworks/base/core/java/android/provider/Settings.java, TEXT_SHOW_PASSWORD"],
  messages: { set: "What {user} types as a password is shown letter by letter." },
  needs: { systemSettings },
  run: ({ systemSettings: all }) => ownSetting(asked, all),
  examples: {
    pass: [{ name: "off", given: { systemSettings: [{ user: 0, settings: { [key]: "0" } }] } }],
    fail: [{ name: "on", given: { systemSettings: [{ user: 0, settings: { [key]: "1" } }] }, findings: 1 }],
    unknown: [
      { name: "never set", given: { systemSettings: [{ user: 0, settings: {} }] } },
      {
        name: "a value that Android does not write",
        given: { systemSettings: [{ user: 0, settings: { [key]: "x" } }] },
      },
    ],
  },
});
