import { defineCheck } from "../core/check.ts";
import { backup } from "../facts/backup.ts";
import { userName } from "./wording/setting-value.ts";

/** Whether apps' data is backed up. */
export default defineCheck({
  id: "backup-state",
  category: "device",
  severity: "info",
  question: "Is Android's backup on?",
  title: { pass: "Android's backup is on", fail: "Android's backup is off" },
  why: "Without a backup, a lost, broken or wiped phone takes its data with it. Android's backup is one way among several; a computer or the maker's cloud are others, and are not seen here.",
  advice: "If nothing else backs the phone up, switch this on, or copy what matters to a place that you control.",
  references: [
    "https://support.google.com/android/answer/2819582",
    "https://developer.android.com/identity/data/autobackup",
  ],
  messages: { off: "Android's backup is off for {user}." },
  needs: { backup },
  run: ({ backup: states }) =>
    states
      .filter(({ enabled }) => !enabled)
      .map(({ user }) => ({
        subject: { kind: "user", user },
        message: "off",
        params: { user: userName(user) },
        evidence: [{ kind: "value", fact: backup, name: "backup", value: "disabled" }],
        remedy: {
          kind: "steps",
          steps: ["Open Settings and search for “backup”; choose where copies go, and switch it on."],
          screen: "backup",
        },
      })),
  examples: {
    pass: [{ name: "on", given: { backup: [{ user: 0, enabled: true, transport: null }] } }],
    fail: [{ name: "off", given: { backup: [{ user: "current", enabled: false, transport: null }] }, findings: 1 }],
  },
});
