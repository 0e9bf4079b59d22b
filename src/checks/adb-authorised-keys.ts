import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { adbKeys } from "../facts/adb-keys.ts";

/** Computers that may use ADB. */
export default defineCheck({
  id: "adb-authorised-keys",
  category: "device",
  severity: "low",
  question: "Is a computer allowed to use ADB on this phone?",
  title: { pass: "No computer is allowed to use ADB", fail: "Computers are allowed to use ADB" },
  why: "Each of these computers can connect without a question as soon as debugging is on and the phone is in reach.",
  advice: "Your own computer is one of them. If there are others, revoke all: each asks again at its next connection.",
  references: [
    "https://developer.android.com/tools/adb",
    "AOSP: frameworks/base/services/core/java/com/android/server/adb/AdbDebuggingManager.java",
  ],
  messages: {
    nameless: "A computer without a name may use ADB (key {fingerprint}).",
    key: "A computer that calls itself {computer} may use ADB (key {fingerprint}).",
    old: "A computer that calls itself {computer} may use ADB (key {fingerprint}), although it has not connected for {days} days.",
  },
  needs: { adbKeys },
  wants: { takenAt },
  run: (given, wanted) =>
    given.adbKeys.map(({ fingerprint, comment, lastConnection }) => {
      const known = lastConnection !== null && wanted.takenAt !== undefined;
      const days = known ? Math.floor((wanted.takenAt - lastConnection) / 86_400_000) : 0;
      return {
        subject: { kind: "device" },
        message: days > 90 ? "old" : comment === null ? "nameless" : "key",
        params: { computer: comment ?? "nothing", fingerprint, days },
        severity: days > 90 ? "medium" : given.adbKeys.length > 1 ? "low" : "info",
        evidence: [
          { kind: "value", fact: adbKeys, name: "fingerprint", value: fingerprint },
          { kind: "value", fact: adbKeys, name: "name", value: comment ?? "none" },
          ...(lastConnection === null
            ? []
            : [{ kind: "time", fact: adbKeys, name: "last connection", at: lastConnection } as const]),
        ],
        remedy: {
          kind: "steps",
          steps: [
            "Open Settings > System (on Xiaomi: Additional settings) > Developer options > Revoke USB debugging authorisations.",
          ],
          screen: "developer-options",
        },
      };
    }),
  examples: {
    pass: [{ name: "none", given: { adbKeys: [] } }],
    fail: [
      {
        name: "two computers, one long unused",
        given: {
          adbKeys: [
            {
              fingerprint: "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF",
              comment: "me@desk",
              lastConnection: null,
            },
            {
              fingerprint: "FF:EE:DD:CC:BB:AA:99:88:77:66:55:44:33:22:11:00",
              comment: null,
              lastConnection: Date.UTC(2025, 0, 1),
            },
          ],
        },
        wanted: { takenAt: Date.UTC(2026, 0, 1) },
        findings: 2,
      },
    ],
  },
});
