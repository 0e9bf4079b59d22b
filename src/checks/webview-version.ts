import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { webview } from "../facts/webview.ts";
import { chromiumMilestones } from "../feeds/chromium-milestones.ts";
import { daysBetween, dayToTime, spokenAge } from "./wording/age.ts";
import { byHand } from "./wording/remedies.ts";

/** Days that a WebView may be behind the version after it. */
const allowed = 92;

export default defineCheck({
  id: "webview-version",
  category: "updates",
  severity: "medium",
  question: "Is WebView, which shows web pages inside apps, recent?",
  title: { pass: "The WebView is recent", fail: "The WebView is old or missing" },
  why: "Mail, messengers and many other apps show web pages through it. A prepared page can take over an app through the known holes of an old version.",
  advice: 'Update "Android System WebView" and Chrome in the Play Store.',
  references: [
    "https://developer.android.com/develop/ui/views/layout/webapps/managing-webview",
    "https://chromiumdash.appspot.com/schedule",
  ],
  messages: {
    old: "The WebView ({package}) is version {version}. A newer main version has been out for {age}.",
    none: "The phone says that it has no usable WebView.",
  },
  remedy: byHand(
    "play-store-page",
    "Open the Play Store, look for Android System WebView (on some phones Chrome), and update it.",
  ),
  needs: { webview, takenAt, chromiumMilestones },
  run: ({ webview: { package: name, version }, takenAt: now, chromiumMilestones: { asOf, milestones } }) => {
    const subject = name === null ? ({ kind: "device" } as const) : ({ kind: "app", package: name } as const);
    const evidence = [{ kind: "value" as const, fact: webview, name: name ?? "package", value: version ?? "null" }];
    if (version === null) return [{ subject, message: "none", evidence }];
    const main = Number(/^(\d{1,4})\./.exec(version)?.[1]);
    if (Number.isNaN(main))
      return { unread: [`The version "${version.slice(0, 40)}" of the WebView is not a known one.`] };
    const next = milestones.find((milestone) => milestone.version > main);
    const since = daysBetween(dayToTime(next?.released ?? asOf) ?? now, now);
    if (next && since > allowed)
      return [
        {
          subject,
          message: "old",
          severity: since > 365 ? "high" : "medium",
          params: { package: name ?? "not named", version, age: spokenAge(since) },
          evidence,
        },
      ];
    if (since <= allowed) return [];
    return { unread: [`The list of versions ends on ${asOf}: newer ones cannot be told from old ones.`] };
  },
  examples: {
    pass: [
      { name: "the newest", given: given("147.0.7727.112", Date.UTC(2026, 4, 4)) },
      { name: "one behind", given: given("146.0.7680.1", Date.UTC(2026, 4, 4)) },
    ],
    fail: [
      { name: "half a year behind", given: given("140.0.7339.207", Date.UTC(2026, 4, 4)), findings: 1 },
      { name: "years behind, in a later year", given: given("69.0.3497.100", Date.UTC(2027, 4, 4)), findings: 1 },
      { name: "none", given: given(null, Date.UTC(2026, 4, 4)), findings: 1 },
    ],
    unknown: [
      { name: "newer than the list, long after it", given: given("150.0.1.1", Date.UTC(2027, 4, 4)) },
      { name: "a version of its own kind", given: given("eng.build", Date.UTC(2026, 4, 4)) },
    ],
  },
});

function given(version: string | null, takenAt: number) {
  const milestones = [
    { version: 140, released: "2025-09-02" },
    { version: 141, released: "2025-09-30" },
    { version: 147, released: "2026-04-07" },
  ];
  const name = version === null ? null : "com.google.android.webview";
  return { webview: { package: name, version }, takenAt, chromiumMilestones: { asOf: "2026-04-29", milestones } };
}
