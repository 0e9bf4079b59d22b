import type { Updates } from "../../../centre/updates.ts";
import type { MissingFix } from "../../../feeds/missing-fixes.ts";

/** Grades as Google gives them, the worst first, and one for what is not graded. */
export const grades = ["critical", "high", "moderate", "low", "notTold"] as const;
export type Grade = (typeof grades)[number];
export type GradeCounts = Readonly<Record<Grade, number>>;

/** What the page shows of `Updates`; the document's name says nothing to it. */
export type UpdatesShown = Omit<Updates, "schema">;
export type FixesShown = NonNullable<Updates["fixes"]>;

/** A month with the missing fixes that came out in it. */
export interface MonthCounts {
  /** yyyy-mm. */
  readonly month: string;
  /** Fixes of all kinds that the list has of it. */
  readonly published: number;
  readonly complete: boolean;
  readonly counts: GradeCounts;
  readonly missing: number;
}

/** The word of a grade by its shape and colour on the page. */
export const toneOf = {
  critical: "critical",
  high: "high",
  moderate: "medium",
  low: "low",
  notTold: "unknown",
} as const;

export const gradeOf = ({ severity }: MissingFix): Grade => severity ?? "notTold";

/** How many fixes have each grade. */
export function countsOf(fixes: readonly MissingFix[]): GradeCounts {
  const counts = { critical: 0, high: 0, moderate: 0, low: 0, notTold: 0 };
  for (const fix of fixes) counts[gradeOf(fix)]++;
  return counts;
}

/** Months from the lower level on, each with what is missing of it; those between that the list has nothing of, too. */
export function monthsOf({ months, os, vendor }: FixesShown): readonly MonthCounts[] {
  const missing = new Map<string, MissingFix[]>();
  for (const fix of [...os.missing, ...vendor.missing]) {
    const month = fix.level.slice(0, 7);
    missing.set(month, [...(missing.get(month) ?? []), fix]);
  }
  return months.map(({ month, fixes, complete }) => {
    const own = missing.get(month) ?? [];
    return { month, published: fixes, complete, counts: countsOf(own), missing: own.length };
  });
}

/** Days between a level and the examination; null where it is no day. */
export function daysOld(level: string | null, at: string): number | null {
  const days = Math.floor((Date.parse(at) - Date.parse(level ?? "")) / 86_400_000);
  return Number.isNaN(days) ? null : days;
}

/** All missing fixes as a table for other programs. */
export function csvOf({ os, vendor }: FixesShown): string {
  const rows = [
    ["fix", "grade", "part", "level", "of"],
    ...os.missing.map((fix) => [fix.id, fix.severity ?? "", fix.part, fix.level, "android"]),
    ...vendor.missing.map((fix) => [fix.id, fix.severity ?? "", fix.part, fix.level, "chips and drivers"]),
  ];
  return `${rows.map((row) => row.join(",")).join("\r\n")}\r\n`;
}
