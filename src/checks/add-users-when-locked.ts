import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { byHand, setGlobal } from "./wording/remedies.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const key = "add_users_when_locked";

export default defineCheck({
  id: "add-users-when-locked",
  category: "lock-screen",
  severity: "low",
  question: "Can others add users while the phone is locked?",
  title: { pass: "Users cannot be added from the lock screen", fail: "Users can be added from the lock screen" },
  why: "Somebody who holds the locked phone could make a user of their own, install apps there and use up the storage.",
  advice:
    'Switch off "Add users from lock screen" in Settings > System > Multiple users (on Xiaomi: Additional settings).',
  references: [
    "https://source.android.com/docs/devices/admin/multi-user",
    "AOSP: frameworks/base/core/java/android/provider/Settings.java, ADD_USERS_WHEN_LOCKED",
  ],
  messages: { allowed: "Users can be added from the lock screen." },
  needs: { globalSettings },
  run: ({ globalSettings: settings }) => {
    const value = reported(settings[key] === "null" ? undefined : settings[key], `the setting ${key}`);
    if (value === "0") return [];
    if (value !== "1") return unknownValue(key, value);
    return [
      {
        subject: { kind: "setting", name: key },
        message: "allowed",
        evidence: [{ kind: "value", fact: globalSettings, name: key, value }],
        remedy: setGlobal(
          key,
          "0",
          byHand(
            "users",
            "Open Settings > System > Users (Multiple users).",
            "Switch “Add users from lock screen” off.",
          ),
        ),
      },
    ];
  },
  examples: {
    pass: [{ name: "not allowed", given: { globalSettings: { [key]: "0" } } }],
    fail: [{ name: "allowed", given: { globalSettings: { [key]: "1" } }, findings: 1 }],
    unknown: [
      { name: "not set", given: { globalSettings: {} } },
      { name: "without a value", given: { globalSettings: { [key]: "null" } } },
      { name: "another value", given: { globalSettings: { [key]: "2" } } },
    ],
  },
});
