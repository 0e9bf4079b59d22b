import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { takenAt } from "../core/needs.ts";
import { properties } from "../facts/properties.ts";
import { androidSupport } from "../feeds/android-support.ts";
import { daysBetween, dayToTime, spokenAge } from "./wording/age.ts";
import { updateSystem } from "./wording/remedies.ts";

const name = "ro.build.version.sdk";

export default defineCheck({
  id: "android-version-supported",
  category: "updates",
  severity: "medium",
  question: "Does this version of Android still get fixes from Google?",
  title: {
    pass: "This version of Android still got fixes from Google",
    fail: "This version of Android no longer gets fixes from Google",
  },
  why: "Google makes fixes for the newer versions of Android only. For an older one, what the maker does not mend by itself stays open.",
  advice:
    "Update to a newer Android if the maker offers one. If not, keep bank, mail and private messages on another phone.",
  references: ["https://source.android.com/docs/security/bulletin", "https://endoflife.date/android"],
  messages: { ended: "Google's fixes for Android {version} ended on {date}: {age} before this examination." },
  remedy: updateSystem,
  needs: { properties, takenAt, androidSupport },
  run: ({ properties: said, takenAt: now, androidSupport: { asOf, versions } }) => {
    const sdk = reported(said[name], name);
    const version = versions.find((candidate) => String(candidate.sdk) === sdk);
    if (!version)
      return { unread: [`The list of ${asOf} does not hold the Android of API level ${sdk.slice(0, 20)}.`] };
    if (version.ended === null) {
      const stale = daysBetween(dayToTime(asOf) ?? 0, now) > 365;
      return stale ? { unread: [`The list of ended versions is of ${asOf}, too long before this examination.`] } : [];
    }
    const days = daysBetween(dayToTime(version.ended) ?? now, now);
    if (days <= 0) return [];
    return [
      {
        subject: { kind: "device" },
        message: "ended",
        severity: days > 730 ? "high" : "medium",
        params: { version: version.name, date: version.ended, age: spokenAge(days) },
        evidence: [{ kind: "value", fact: properties, name, value: sdk }],
      },
    ];
  },
  examples: {
    pass: [
      { name: "still supported", given: given("34", Date.UTC(2026, 4, 4)) },
      { name: "supported on the day of the examination", given: given("28", Date.UTC(2019, 7, 15)) },
    ],
    fail: [{ name: "ended", given: given("28", Date.UTC(2026, 4, 4)), findings: 1 }],
    unknown: [
      { name: "not reported", given: { ...given("34", Date.UTC(2026, 4, 4)), properties: {} } },
      { name: "newer than the list", given: given("40", Date.UTC(2026, 4, 4)) },
      { name: "the list is too old", given: given("34", Date.UTC(2029, 4, 4)) },
    ],
  },
});

function given(sdk: string, takenAt: number) {
  const versions = [
    { sdk: 28, name: "9", ended: "2022-01-01" },
    { sdk: 34, name: "14", ended: null },
  ];
  return { properties: { [name]: sdk }, takenAt, androidSupport: { asOf: "2026-04-29", versions } };
}
