import { defineCheck } from "../core/check.ts";
import { type LockSettings, lockSettings } from "../facts/lock-settings.ts";
import { users } from "../facts/users.ts";
import { hasOwnLock } from "./wording/own-lock.ts";
import { byHand } from "./wording/remedies.ts";

export default defineCheck({
  id: "screen-lock-type",
  category: "lock-screen",
  severity: "low",
  question: "Is the screen lock one that is hard to watch and to guess?",
  title: { pass: "The screen lock is a PIN or a password", fail: "The screen lock is a pattern" },
  why: "Patterns are easy to see from a distance and leave traces on the glass; people choose from a small number of them.",
  advice: "Change to a PIN of six digits or more, or to a password, in Settings > Lock screen.",
  references: [
    "https://support.google.com/android/answer/9079129",
    "https://www.usenix.org/legacy/event/woot10/tech/full_papers/Aviv.pdf",
    "https://doi.org/10.1145/2508859.2516700",
  ],
  messages: { pattern: "User {user} unlocks the phone with a pattern." },
  remedy: byHand(
    "screen-lock",
    "Open Settings > Lock screen (or Passwords & security).",
    "Choose PIN (six digits or more) or password in place of the pattern.",
  ),
  needs: { lockSettings },
  wants: { users },
  run: ({ lockSettings: locks }, { users: known }) => {
    const own = locks.filter((lock) => lock.secured && hasOwnLock(lock, known));
    if (own.length === 0) return { notApplicable: "No PIN, pattern or password is set." };
    const findings = own
      .filter(({ type }) => type === "pattern")
      .map(({ user }) => ({
        subject: { kind: "user" as const, user },
        message: "pattern" as const,
        params: { user },
        evidence: [{ kind: "value" as const, fact: lockSettings, name: `user ${user}`, value: "pattern" }],
      }));
    const unread = own
      .filter(({ type }) => type === null)
      .map(({ user }) => `The phone did not report what kind of lock user ${user} has.`);
    return { findings, unread };
  },
  examples: {
    pass: [
      { name: "PIN", given: { lockSettings: [lock(0, "pin")] } },
      { name: "password", given: { lockSettings: [lock(0, "password")] } },
    ],
    fail: [{ name: "pattern", given: { lockSettings: [lock(0, "pattern")] }, findings: 1 }],
    unknown: [{ name: "Android 9 does not print the kind", given: { lockSettings: [lock(0, null)] } }],
    notApplicable: [{ name: "no lock", given: { lockSettings: [lock(0, "none")] } }],
  },
});

function lock(user: number, type: LockSettings["type"]): LockSettings {
  return { user, secured: type !== "none", type, separate: null, disabled: null };
}
