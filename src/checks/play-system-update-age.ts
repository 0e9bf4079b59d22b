import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { takenAt } from "../core/needs.ts";
import { playSystemUpdate } from "../facts/play-system-update.ts";
import { daysBetween, dayToTime, spokenAge } from "./wording/age.ts";
import { byHand } from "./wording/remedies.ts";

const carrier = "com.google.android.modulemetadata";
const allowed = 184;

export default defineCheck({
  id: "play-system-update-age",
  category: "updates",
  severity: "low",
  question: "Is the Google Play system update recent?",
  title: {
    pass: "The Google Play system update is from the last six months",
    fail: "The Google Play system update is old",
  },
  why: "Since Android 10 parts of the system are mended through the Play Store, without the maker. The update often waits for a restart.",
  advice: "Look in Settings > Security & privacy > Google Play system update, install it and restart the phone.",
  references: [
    "https://source.android.com/docs/core/ota/modular-system",
    "https://support.google.com/product-documentation/answer/14343500",
  ],
  messages: { old: "The Google Play system update is of {date}: {age} before this examination." },
  remedy: byHand(
    "play-system-update",
    "Open Settings > Security & privacy > Google Play system update.",
    "Install what is offered, and restart the phone.",
  ),
  needs: { playSystemUpdate, takenAt },
  run: ({ playSystemUpdate: { package: name, version, date }, takenAt: now }) => {
    if (name === null) return { notApplicable: "The phone has no Google Play system updates." };
    const time = dayToTime(reported(date, "the date of its Google Play system update"));
    const days = daysBetween(time ?? Number.NaN, now);
    if (Number.isNaN(days)) return { unread: ["The date of the Google Play system update is no day of the calendar."] };
    if (days <= allowed) return [];
    return [
      {
        subject: { kind: "device" },
        message: "old",
        severity: days > 540 ? "medium" : "low",
        params: { date: date ?? "", age: spokenAge(days) },
        evidence: [{ kind: "value", fact: playSystemUpdate, name, value: version ?? "" }],
      },
    ];
  },
  examples: {
    pass: [{ name: "two months", given: { playSystemUpdate: update("2026-01-01"), takenAt: Date.UTC(2026, 2, 1) } }],
    fail: [
      {
        name: "two years",
        given: { playSystemUpdate: update("2024-03-01"), takenAt: Date.UTC(2026, 2, 1) },
        findings: 1,
      },
    ],
    unknown: [
      { name: "a version without a date", given: { playSystemUpdate: update(null), takenAt: Date.UTC(2026, 2, 1) } },
    ],
    notApplicable: [
      {
        name: "without Google",
        given: { playSystemUpdate: { package: null, version: null, date: null }, takenAt: Date.UTC(2026, 2, 1) },
      },
    ],
  },
});

function update(date: string | null) {
  return { package: carrier, version: date ?? "29", date };
}
