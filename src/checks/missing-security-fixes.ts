import { defineCheck, type Evidence, type Severity } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { playSystemUpdate } from "../facts/play-system-update.ts";
import { properties } from "../facts/properties.ts";
import { androidBulletins } from "../feeds/android-bulletins.ts";
import { knownExploited } from "../feeds/known-exploited.ts";
import { countBySeverity, type LevelStanding, missingFixes } from "../feeds/missing-fixes.ts";
import { daysBetween, dayToTime } from "./wording/age.ts";
import { exampleLevels, osLevel, patchLevels, unreadLevels, vendorLevel } from "./wording/patch-levels.ts";
import { updateSystem } from "./wording/remedies.ts";

/** Days in which a level is as new as levels of makers are. */
const usual = 62;
const shown = 300;

export default defineCheck({
  id: "missing-security-fixes",
  category: "updates",
  severity: "high",
  question: "Are published security fixes missing?",
  title: {
    pass: "No published fix was found that the phone's levels do not promise",
    fail: "Published security fixes are missing",
  },
  why: "Each fix that is published shows attackers the hole that it closes. Since 2025 some months bring no fix and others many, so the fixes are counted here and not the months. A level is the maker's word: the phone may have fixes that it does not promise, and lack some that it does.",
  advice:
    "Install all updates. When the maker offers no more, plan to replace the phone; candor updates lists the fixes.",
  references: [
    "https://source.android.com/docs/security/bulletin",
    "https://developer.android.com/reference/androidx/security/state/SecurityPatchState",
  ],
  messages: {
    os: "Android is at the level of {level}. Fixes published since then that it does not promise: at least {count}, of them {critical} critical and {high} high.",
    vendor:
      "Chips and drivers are at the level of {level}. Fixes published since then for the chips of all makers: at least {count}, of them {critical} critical; those for other makers' chips do not concern this phone.",
  },
  remedy: updateSystem,
  needs: { properties, takenAt, androidBulletins, knownExploited },
  wants: { playSystemUpdate },
  run: (
    { properties: said, takenAt: now, androidBulletins: bulletins, knownExploited: exploited },
    { playSystemUpdate: play },
  ) => {
    const found = missingFixes(patchLevels(said, play), bulletins, exploited, now);
    const told = (message: "os" | "vendor", name: string, standing: LevelStanding) => {
      const { level, missing } = standing;
      if (level === null || missing.length === 0) return [];
      const { critical, high } = countBySeverity(missing);
      return [
        {
          subject: { kind: "device" as const },
          message,
          severity: severityOf(daysBetween(dayToTime(level) ?? 0, now), critical, message),
          confidence: message === "os" ? ("likely" as const) : ("possible" as const),
          params: { level, count: missing.length, critical, high },
          evidence: evidenceOf(name, standing),
        },
      ];
    };
    return {
      findings: [...told("os", osLevel, found.os), ...told("vendor", vendorLevel, found.vendor)],
      unread: unreadLevels(found),
    };
  },
  examples: {
    pass: [{ name: "up to the newest", given: exampleLevels("2026-03-05", "2026-03-05") }],
    fail: [
      { name: "two months behind", given: exampleLevels("2026-01-05", "2026-01-05"), findings: 2 },
      { name: "the vendor's level before Android's", given: exampleLevels("2026-03-05", "2025-12-05"), findings: 1 },
      { name: "the vendor's level after Android's", given: exampleLevels("2025-12-01", "2026-02-05"), findings: 1 },
      { name: "the first day of a month alone", given: exampleLevels("2026-03-01", "2026-02-01"), findings: 1 },
    ],
    unknown: [
      { name: "no level", given: exampleLevels(null, null) },
      { name: "no level of chips", given: exampleLevels("2026-03-05", null) },
      { name: "no day", given: exampleLevels("2026-02-31", "2026-03-05") },
      { name: "years ahead", given: exampleLevels("2029-01-01", "2026-03-05") },
      { name: "a day that never changes", given: exampleLevels("2026-03-05", "2018-06-19") },
      {
        name: "the list is too old",
        given: { ...exampleLevels("2026-08-05", "2026-08-05"), takenAt: Date.UTC(2026, 8, 1) },
      },
    ],
  },
});

function severityOf(days: number, critical: number, level: "os" | "vendor"): Severity {
  if (days <= usual) return "low";
  return level === "os" && critical > 0 ? "high" : "medium";
}

function evidenceOf(name: string, { level, missing }: LevelStanding): readonly Evidence[] {
  const byLevel = Map.groupBy(missing, (fix) => fix.level);
  const items = [...byLevel].map(
    ([needed, fixes]) =>
      `${needed}: ${fixes.map(({ id, severity }) => `${id} (${severity ?? "not graded"})`).join(", ")}`,
  );
  return [
    { kind: "value", fact: properties, name, value: level ?? "" },
    { kind: "list", fact: properties, name: "fixes by the level that promises them", items: items.slice(0, shown) },
  ];
}
