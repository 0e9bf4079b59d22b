import { defineCheck } from "../core/check.ts";
import { backup } from "../facts/backup.ts";
import { packages } from "../facts/packages.ts";
import { appOrigin } from "./wording/app-origin.ts";
import { byHand } from "./wording/remedies.ts";
import { userName } from "./wording/setting-value.ts";

/** Where the transports that are common bring the copies. */
const places: Readonly<Record<string, string>> = {
  "com.google.android.gms": "Google's servers, encrypted with the screen lock from Android 9 on",
  "com.stevesoltys.seedvault": "the place that was chosen in Seedvault, encrypted",
};
const local = ["android", "com.android.localtransport"];

/** Where backups go. */
export default defineCheck({
  id: "backup-transport",
  category: "device",
  severity: "info",
  question: "Do Android's backups stay on the phone?",
  title: { pass: "Backups stay on the phone", fail: "Backups leave the phone" },
  why: "A backup holds apps' data, settings, the list of apps, often messages and calls. Who keeps it can be asked for it.",
  advice: "Know who keeps the copies, and that a screen lock is set, since it protects them.",
  references: [
    "https://support.google.com/android/answer/2819582",
    "https://security.googleblog.com/2018/10/google-and-android-have-your-back-by.html",
  ],
  messages: {
    known: "Backups of {user} go to {place}.",
    unknown: "Backups of {user} are carried away by {transport}; where to is not known here.",
  },
  remedy: byHand(
    "backup",
    "Open Settings and search for “backup”.",
    "Look at which account the copies go to. Change it, or switch the copies off, if it is not yours.",
  ),
  needs: { backup },
  wants: { packages },
  run: ({ backup: states }, { packages: apps }) => {
    const on = states.filter(({ enabled }) => enabled);
    if (on.length === 0) return { notApplicable: "Android's backup is off." };
    const untold = on.filter(({ transport }) => transport === null);
    const findings = on.flatMap(({ user, transport }) => {
      const app = transport?.split("/")[0];
      if (transport === null || app === undefined || local.includes(app)) return [];
      const place = Object.hasOwn(places, app) ? places[app] : undefined;
      const added = place === undefined && appOrigin(apps ?? [], app) !== "system";
      return [
        {
          subject: { kind: "user" as const, user },
          message: place === undefined ? ("unknown" as const) : ("known" as const),
          params: { user: userName(user), transport, place: place ?? "" },
          severity: added ? ("medium" as const) : ("info" as const),
          evidence: [{ kind: "value" as const, fact: backup, name: "transport", value: transport }],
        },
      ];
    });
    return {
      findings,
      unread: untold.map(({ user }) => `The phone did not report the transport of ${userName(user)}.`),
    };
  },
  examples: {
    pass: [
      {
        name: "a local transport",
        given: { backup: [{ user: 0, enabled: true, transport: "com.android.localtransport/.LocalTransport" }] },
      },
    ],
    fail: [
      {
        name: "Google",
        given: {
          backup: [{ user: 0, enabled: true, transport: "com.google.android.gms/.backup.BackupTransportService" }],
        },
        findings: 1,
      },
      {
        name: "an added app",
        given: { backup: [{ user: 0, enabled: true, transport: "org.example.copy/.Transport" }] },
        wanted: {
          packages: [{ name: "org.example.copy", path: null, system: false, updated: false, appId: null }],
        },
        findings: 1,
      },
    ],
    unknown: [{ name: "not told", given: { backup: [{ user: 0, enabled: true, transport: null }] } }],
    notApplicable: [{ name: "off", given: { backup: [{ user: 0, enabled: false, transport: null }] } }],
  },
});
