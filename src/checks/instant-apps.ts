import { defineCheck } from "../core/check.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { type OwnSetting, ownSetting } from "./wording/own-setting.ts";

const key = "instant_apps_enabled";
const asked: OwnSetting = {
  space: "secure",
  key,
  good: "0",
  screen: "apps",
  steps: ["Open the Play Store, touch your picture, then Settings > General > Google Play Instant.", "Switch it off."],
};

export default defineCheck({
  id: "instant-apps",
  category: "apps",
  severity: "low",
  question: "May apps run that were never installed?",
  title: { pass: "Instant apps are switched off", fail: "Instant apps are switched on" },
  why: "A link can start such an app: nobody saw its permissions, and it stands in no list of installed apps.",
  advice: "Switch instant apps off in the settings of Google Play, unless you use them.",
  references: [
    "https://developer.android.com/topic/google-play-instant",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java, INSTANT_APPS_ENABLED",
  ],
  messages: { set: "Links may start apps for {user} that were never installed." },
  needs: { secureSettings },
  run: ({ secureSettings: all }) => ownSetting(asked, all),
  examples: {
    pass: [{ name: "off", given: { secureSettings: [{ user: 0, settings: { [key]: "0" } }] } }],
    fail: [{ name: "on", given: { secureSettings: [{ user: 0, settings: { [key]: "1" } }] }, findings: 1 }],
    unknown: [{ name: "never set", given: { secureSettings: [{ user: 0, settings: {} }] } }],
  },
});
