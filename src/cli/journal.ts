import { connectedPhone } from "../centre/change-facts.ts";
import {
  type ChangeRecord,
  changeRecords,
  openRecord,
  outcomesByPlace,
  recordOfEntry,
} from "../centre/change-records.ts";
import { resumeChanges, undoChanges } from "../centre/changes.ts";
import { journalRows } from "../centre/journal-list.ts";
import { readJournalOf, readOpenJournal } from "../centre/private-store.ts";
import type { PlannedChange } from "../core/plan.ts";
import type { Source } from "../core/source.ts";
import { plainText } from "../report/plain-text.ts";
import { type ChangeFlags, changeProgress, consent, demandLive, sayOn, withJournal, withPhone } from "./change-run.ts";
import { commandLines, outcomeLines } from "./change-text.ts";
import { type Context, exitCodes, tableColumns } from "./context.ts";
import { failure } from "./failure.ts";
import { journalTable, recordLines } from "./journal-text.ts";

/** `candor journal [ENTRY]`: what was done, newest first; one entry in full. */
export async function journal(this: Context, { json }: { readonly json: boolean }, entry?: string): Promise<void> {
  const { stdout, stderr } = this.process;
  try {
    const view = await readJournalOf(this);
    if (view.damage !== null) stderr.write(`The journal is damaged. ${plainText(view.damage)}\n`);
    if (entry === undefined) {
      const entries = journalRows(view.entries);
      if (json)
        stdout.write(`${JSON.stringify({ schema: "candor.journal/1", damage: view.firstBad, entries }, null, 1)}\n`);
      else if (entries.length === 0)
        stdout.write("The journal is empty: nothing was examined, changed or written yet.\n");
      else stdout.write(`${journalTable(entries, tableColumns(this.process.stdout)).join("\n")}\n`);
      this.process.exitCode = view.damage === null ? exitCodes.fine : exitCodes.unreadable;
      return;
    }
    const n = /^\d{1,9}$/.test(entry) ? Number(entry) : -1;
    const found = view.entries[n];
    if (!found) {
      stderr.write(`There is no entry ${plainText(entry)}; “candor journal” lists them.\n`);
      this.process.exitCode = exitCodes.usage;
      return;
    }
    const record = recordOfEntry(found, changeRecords(view.entries));
    if (json)
      stdout.write(
        `${JSON.stringify({ schema: "candor.journal-entry/1", ...found, record: record ?? null }, null, 1)}\n`,
      );
    else if (record) stdout.write(`${recordLines(record).join("\n")}\n`);
    else stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

/** `candor journal resume`: finishes what was interrupted on the connected phone, or takes it back. */
export async function journalResume(this: Context, flags: ChangeFlags & { readonly undo: boolean }): Promise<void> {
  await withPhone(this, flags, async (source) => await resume(this, source, flags));
}

async function resume(
  context: Context,
  source: Source,
  flags: ChangeFlags & { readonly undo: boolean },
): Promise<number> {
  const { stderr } = context.process;
  const say = sayOn(context, flags);
  demandLive(source);
  const phone = await connectedPhone(source, context.signal);
  const { entries } = await readOpenJournal(context);
  const records = changeRecords(entries);
  const open = openRecord(records, phone);
  if (!open) {
    const others = records.filter(({ results, undoneBy }) => results === null && undoneBy === null);
    const elsewhere = others.map(
      ({ n, body }) =>
        `Entry ${n} was, on ${plainText(body.phone.model ?? "a phone")} (${plainText(body.phone.serial)}).`,
    );
    say(["Nothing was interrupted on this phone.", ...elsewhere]);
    if (flags.json) printResumed(context, null);
    return exitCodes.fine;
  }
  const back = flags.undo && open.body.do === "apply";
  const left = back ? open.body.changes : unfinished(open);
  say([
    back
      ? `Entry ${open.n} was interrupted. All of it is taken back:`
      : `Entry ${open.n}${open.body.do === "undo" ? `, which takes back entry ${open.body.of},` : ""} was interrupted. What is left of it is done, and all of it is seen to:`,
    ...open.body.changes.map((change) => `  ${left.includes(change) ? "•" : "✓"} ${plainText(change.about)}`),
  ]);
  if (flags.dryRun) {
    say(commandLines(left));
    if (flags.json) printResumed(context, open);
    return exitCodes.fine;
  }
  // Taking back has no step of its own that could not be taken back.
  const asked = back ? left.map((change) => ({ ...change, steps: [] })) : left;
  const agreed = asked.length === 0 ? [] : await consent(context, asked, flags);
  if (agreed === null) return exitCodes.usage;
  if (agreed.length < asked.length) {
    stderr.write("Nothing was changed; the entry stays open.\n");
    return exitCodes.fine;
  }
  const record = await withJournal(context, flags, async (journal, progress) => {
    const again = changeRecords(journal.entries).find(({ n }) => n === open.n) ?? open;
    const options = { signal: context.signal, onProgress: changeProgress(progress) };
    return back
      ? await undoChanges(source, journal, again, options)
      : await resumeChanges(source, journal, again, options);
  });
  if (flags.json) printResumed(context, record);
  else say(outcomeLines(record));
  return record.results?.every(({ outcome }) => outcome === "done") ? exitCodes.fine : exitCodes.findings;
}

/** Changes of which not all steps are known to have run. */
function unfinished(record: ChangeRecord): readonly PlannedChange[] {
  const known = outcomesByPlace(record);
  return record.body.changes.filter(({ steps }, place) => {
    const outcomes = [...(known.get(place)?.values() ?? [])];
    return !outcomes.includes("refused") && outcomes.filter((outcome) => outcome === "ran").length < steps.length;
  });
}

function printResumed(context: Context, entry: ChangeRecord | null): void {
  context.process.stdout.write(`${JSON.stringify({ schema: "candor.resumed/1", entry }, null, 1)}\n`);
}
