import { defineCheck } from "../core/check.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { byHand, setSecure } from "./wording/remedies.ts";
import { userName } from "./wording/setting-value.ts";

const shown = "lock_screen_show_notifications";
const full = "lock_screen_allow_private_notifications";

export default defineCheck({
  id: "lock-screen-private-notifications",
  category: "lock-screen",
  severity: "medium",
  question: "Can others read notifications on the lock screen?",
  title: {
    pass: "The lock screen does not show what notifications say",
    fail: "The lock screen shows what notifications say",
  },
  why: "Whoever sees the locked phone can read messages, and the one-time codes that open bank and mail accounts.",
  advice: "Hide sensitive content in Settings > Notifications > Lock screen.",
  references: [
    "https://support.google.com/android/answer/9079661",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java, LOCK_SCREEN_ALLOW_PRIVATE_NOTIFICATIONS",
  ],
  messages: { shown: "Notifications of {user} are shown in full on the lock screen." },
  needs: { secureSettings },
  run: ({ secureSettings: all }) => ({
    findings: all
      .filter(({ settings }) => settings[shown] !== "0" && settings[full] === "1")
      .map(({ user }) => ({
        subject: { kind: "setting" as const, name: full, user },
        message: "shown" as const,
        params: { user: userName(user) },
        evidence: [{ kind: "value" as const, fact: secureSettings, name: full, value: "1" }],
        remedy: setSecure(
          user,
          [full],
          "0",
          byHand(
            "lock-screen-notifications",
            "Open Settings > Notifications > Notifications on lock screen.",
            "Choose to hide sensitive content.",
          ),
        ),
      })),
    unread: all
      .filter(({ settings }) => settings[shown] !== "0" && settings[full] !== "0" && settings[full] !== "1")
      .map(({ user }) => `The phone did not report ${full} of ${userName(user)}.`),
  }),
  examples: {
    pass: [
      { name: "hidden", given: { secureSettings: [{ user: 0, settings: { [shown]: "1", [full]: "0" } }] } },
      { name: "no notifications", given: { secureSettings: [{ user: 0, settings: { [shown]: "0", [full]: "1" } }] } },
    ],
    fail: [
      {
        name: "shown",
        given: { secureSettings: [{ user: "current", settings: { [shown]: "1", [full]: "1" } }] },
        findings: 1,
      },
    ],
    unknown: [{ name: "not set", given: { secureSettings: [{ user: 0, settings: { [full]: "null" } }] } }],
  },
});
