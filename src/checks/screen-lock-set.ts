import { defineCheck } from "../core/check.ts";
import { type LockSettings, lockSettings } from "../facts/lock-settings.ts";
import { users } from "../facts/users.ts";
import { hasOwnLock } from "./wording/own-lock.ts";

export default defineCheck({
  id: "screen-lock-set",
  category: "lock-screen",
  severity: "critical",
  question: "Is the phone locked with a PIN, pattern or password?",
  title: { pass: "A PIN, pattern or password is set", fail: "The phone is not locked with a PIN, pattern or password" },
  why: "The screen lock is what the keys of the encryption hang on. Without it, whoever holds the phone can read everything on it.",
  advice: "Set a PIN of six digits or more, or a password, in Settings > Lock screen. Do it on the phone itself.",
  references: [
    "https://support.google.com/android/answer/9079129",
    "https://source.android.com/docs/security/features/authentication",
  ],
  messages: { none: "User {user} has no PIN, pattern or password." },
  needs: { lockSettings },
  wants: { users },
  run: ({ lockSettings: locks }, { users: known }) => {
    const own = locks.filter((lock) => hasOwnLock(lock, known));
    if (own.length === 0) return { unread: ["The phone did not report the lock of any full user."] };
    return own
      .filter((lock) => !lock.secured)
      .map(({ user }) => ({
        subject: { kind: "user" as const, user },
        message: "none" as const,
        params: { user },
        evidence: [
          { kind: "value" as const, fact: lockSettings, name: `user ${user}`, value: "no PIN, pattern or password" },
        ],
        remedy: {
          kind: "steps" as const,
          steps: ["Open Settings > Lock screen (or Passwords & security).", "Choose PIN or password and set one."],
          screen: "screen-lock",
        },
      }));
  },
  examples: {
    pass: [
      { name: "PIN", given: { lockSettings: [lock(0, true)] } },
      {
        name: "the work profile hangs on the owner's lock",
        given: { lockSettings: [lock(0, true), lock(10, false)] },
        wanted: { users: [{ id: 10, name: "Work", flags: 0x1030, running: true }] },
      },
    ],
    fail: [
      { name: "no lock", given: { lockSettings: [lock(0, false)] }, findings: 1 },
      {
        name: "a second user without a lock",
        given: { lockSettings: [lock(0, true), lock(11, false)] },
        wanted: { users: [{ id: 11, name: "Second", flags: 0x10, running: null }] },
        findings: 1,
      },
    ],
    unknown: [{ name: "only a clone listed", given: { lockSettings: [lock(999, false)] } }],
  },
});

function lock(user: number, secured: boolean): LockSettings {
  return { user, secured, type: secured ? null : "none", separate: null, disabled: null };
}
