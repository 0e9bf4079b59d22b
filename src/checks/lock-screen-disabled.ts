import { defineCheck } from "../core/check.ts";
import { lockScreenDisabled } from "../facts/lock-screen-disabled.ts";
import { byHand } from "./wording/remedies.ts";

export default defineCheck({
  id: "lock-screen-disabled",
  category: "lock-screen",
  severity: "high",
  question: "Is there a lock screen at all?",
  title: { pass: "The lock screen is not switched off", fail: "The lock screen is switched off" },
  why: "Without a lock screen the phone opens with the power button alone.",
  advice: "Set a PIN or password in Settings > Lock screen.",
  references: [
    "https://support.google.com/android/answer/9079129",
    "AOSP: frameworks/base/core/java/com/android/internal/widget/LockPatternUtils.java, isLockScreenDisabled",
  ],
  messages: { off: "The lock screen of user {user} is switched off." },
  remedy: byHand(
    "screen-lock",
    "Open Settings > Lock screen (or Passwords & security).",
    "Choose PIN or password, and set one.",
  ),
  needs: { lockScreenDisabled },
  run: ({ lockScreenDisabled: users }) =>
    users
      .filter(({ disabled }) => disabled)
      .map(({ user }) => ({
        subject: { kind: "user" as const, user },
        message: "off" as const,
        params: { user },
        evidence: [{ kind: "value" as const, fact: lockScreenDisabled, name: `user ${user}`, value: "true" }],
      })),
  examples: {
    pass: [{ name: "on", given: { lockScreenDisabled: [{ user: 0, disabled: false }] } }],
    fail: [{ name: "off", given: { lockScreenDisabled: [{ user: 0, disabled: true }] }, findings: 1 }],
  },
});
