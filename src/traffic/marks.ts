import type { Moment } from "./traffic-report.ts";

/** A moment that the person marked: a choice that was made in an app, or a note. */
export interface TrafficMark {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: "accepted" | "refused" | "note";
  readonly text: string;
  /** The package that was asked; null for all apps of the record. */
  readonly app: string | null;
}

/** The kind of mark that a word means: "refused", "accepted", anything else is a note. */
export function markKind(word: string): TrafficMark["kind"] {
  const plain = word.trim().toLowerCase();
  if (["refused", "refuse", "rejected", "declined"].includes(plain)) return "refused";
  return ["accepted", "accept", "agreed", "consented"].includes(plain) ? "accepted" : "note";
}

/**
 * When something happened by the choices that were marked: before the first one, or after the last one before it. Null where no choice is
 * known for this app, or the time is not.
 */
export function momentOf(
  time: number | null,
  appPackage: string | null,
  marks: readonly TrafficMark[],
  nothingChosen: boolean,
): Moment | null {
  if (nothingChosen) return "before-choice";
  if (time === null) return null;
  const choices = marks
    .filter(({ kind, app }) => kind !== "note" && (app === null || app === appPackage))
    .sort((a, b) => a.at - b.at);
  if (choices.length === 0) return null;
  const last = choices.findLast(({ at }) => at <= time);
  if (last === undefined) return "before-choice";
  return last.kind === "refused" ? "after-refusal" : "after-consent";
}
