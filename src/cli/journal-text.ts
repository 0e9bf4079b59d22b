import { type ChangeRecord, outcomesByPlace, placesToUndo, type StepBody } from "../centre/change-records.ts";
import { changeSummary, type JournalRow, type JournalVerdict } from "../centre/journal-list.ts";
import { commandLine } from "../core/source.ts";
import { plainText } from "../report/plain-text.ts";
import { outcomeWords } from "./change-text.ts";
import { type Column, layOut } from "./text-table.ts";

/** The journal's list for a terminal of so many columns. */
export function journalTable(rows: readonly JournalRow[], room: number): readonly string[] {
  const { head, lines } = layOut(columns, rows, room);
  return [head, ...lines];
}

const columns: readonly Column<JournalRow>[] = [
  { title: "Entry", value: ({ n }) => String(n), least: 5, most: 8, align: "right" },
  { title: "Time (UTC)", value: ({ at }) => minute(at), least: 16, most: 16 },
  { title: "Kind", value: ({ kind }) => kind, least: 6, most: 11, priority: 1 },
  { title: "Phone", value: ({ phone }) => phone?.model ?? phone?.serial ?? "", least: 7, most: 20, priority: 2 },
  { title: "What", value: ({ about }) => about ?? "(locked)", least: 28, most: 90 },
  { title: "Outcome", value: rowOutcome, least: 20, most: 48 },
];

function rowOutcome({ changes }: JournalRow): string {
  if (!changes) return "";
  const { of, interrupted, outcomes, takenBack, undoneBy } = changes;
  if (interrupted) return "INTERRUPTED";
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome.replace("-", " ")}`);
  const back =
    takenBack === 0 ? [] : [takenBack >= of ? `taken back (${undoneBy})` : `${takenBack} of ${of} taken back`];
  return [...back, ...counts].join(", ");
}

/** One entry in full: every command, what the phone answered, what holds, and how to take it back. */
export function recordLines(record: ChangeRecord): readonly string[] {
  const { n, at, body, results, undoneBy, takenBack } = record;
  const { phone } = body;
  const lines = [
    `Entry ${n}: ${plainText(changeSummary(record))}`,
    `  Time      ${minute(at)} UTC`,
    `  Phone     ${plainText(phone.model ?? "unknown model")} (${plainText(phone.serial)}), ${plainText(phone.build ?? "unknown build")}`,
  ];
  if (body.reason !== null) lines.push(`  Reason    ${plainText(body.reason)}`);
  if (results === null && undoneBy === null)
    lines.push(
      "  Interrupted: finish it or take it back with “candor journal resume” or “candor journal resume --undo”",
    );
  if (undoneBy !== null)
    lines.push(`  Taken back by entry ${undoneBy} (${takenBack.length} of ${body.changes.length})`);
  const known = outcomesByPlace(record);
  for (const [place, change] of body.changes.entries()) {
    const result = results?.[place];
    const state = result ? outcomeWords[result.outcome] : "– open";
    lines.push("", `  ${n}/${place + 1}  ${state}: ${plainText(change.about)}`);
    if (takenBack.includes(place)) lines.push("      taken back");
    if (result?.reason) lines.push(`      ${plainText(result.reason)}`);
    if (result?.advice) lines.push(`      What to do: ${plainText(result.advice)}`);
    for (const [i, { run, undo, loses }] of change.steps.entries()) {
      const said = record.steps.findLast(({ change: c, step }) => c === place && step === i)?.said ?? "";
      lines.push(`      adb shell ${plainText(commandLine(run), 2000)}`);
      lines.push(`        ${stepWords[known.get(place)?.get(i) ?? "none"]}${said ? `: ${plainText(said)}` : ""}`);
      for (const command of undo ?? []) lines.push(`        undo: ${plainText(commandLine(command), 2000)}`);
      if (undo === null) lines.push("        nothing takes it back");
      if (loses !== undefined) lines.push(`        lost: ${plainText(loses)}`);
    }
  }
  if (body.do === "apply" && results !== null && placesToUndo(record).length > 0)
    lines.push(
      "",
      `Take it back with: candor undo ${n}${body.changes.length > 1 ? `, or one of them: candor undo ${n}/1` : ""}`,
    );
  return lines;
}

const stepWords: Readonly<Record<StepBody["outcome"] | "none", string>> = {
  ran: "ran",
  refused: "refused",
  unknown: "no answer came; it may have run",
  none: "not known to have run",
};

/** What verifying the journal found. */
export function verdictLines({ entries, locked, from, to, last, damage }: JournalVerdict): readonly string[] {
  if (entries === 0 && damage === null) return ["The journal is empty."];
  const lines = [
    `${entries} ${entries === 1 ? "entry follows" : "entries follow"} each other as they were written${from && to ? `, from ${minute(from)} to ${minute(to)} UTC` : ""}.`,
  ];
  if (locked > 0)
    lines.push(`${locked} of them are locked: their place in the chain was verified, their content was not.`);
  if (damage) lines.push(`Line ${damage.line} is the first bad one: ${plainText(damage.reason)}.`);
  if (last !== null)
    lines.push(
      `The last good entry has the hash ${last}.`,
      "Keep that hash elsewhere, or sign checkpoints (candor journal checkpoint): without either, nobody misses entries that are cut off at the end.",
    );
  return lines;
}

/** "2026-11-22 12:30". */
export function minute(at: string): string {
  return at.slice(0, 16).replace("T", " ");
}
