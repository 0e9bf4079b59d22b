import { connectedPhone } from "../centre/change-facts.ts";
import { type ChangeRecord, changeRecords, openRecord, type PhoneIdentity } from "../centre/change-records.ts";
import type { UndoPlan } from "../centre/change-undo.ts";
import { interrupted } from "../centre/changes.ts";
import { changeSummary } from "../centre/journal-list.ts";
import { readOpenJournal } from "../centre/private-store.ts";
import { allUndoable, type ChosenUndo, lossesOf, planUndos, undoSeveral } from "../centre/undo-several.ts";
import type { Source } from "../core/source.ts";
import { plainText } from "../report/plain-text.ts";
import { type ChangeFlags, changeProgress, consent, demandLive, sayOn, withJournal, withPhone } from "./change-run.ts";
import { commandLines, outcomeLines } from "./change-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { minute } from "./journal-text.ts";

export interface UndoFlags extends ChangeFlags {
  readonly all: boolean;
  readonly since?: string;
}

/** What to take back: an entry or one of its changes, or all entries since a time (epoch milliseconds); else the last one. */
export interface UndoWish {
  readonly entry?: { readonly n: number; readonly place: number | null };
  readonly since?: number;
}

/** `candor undo [ENTRY[/CHANGE]]`: takes changes back, newest first, and says what holds afterwards. */
export async function undo(this: Context, flags: UndoFlags, what?: string): Promise<void> {
  const wish = readWish(flags, what, this.now());
  if (typeof wish === "string") {
    this.process.stderr.write(`${wish}\n`);
    this.process.exitCode = exitCodes.usage;
    return;
  }
  await withPhone(this, flags, async (source) => await takeBack(this, source, flags, wish));
}

/** Reads what is to be taken back; a sentence where it cannot be understood. */
export function readWish(
  { all, since }: Pick<UndoFlags, "all" | "since">,
  what: string | undefined,
  now: number,
): UndoWish | string {
  const given = [what, all || undefined, since].filter((each) => each !== undefined);
  if (what !== undefined && given.length > 1) return "Name an entry, or say --all or --since; not both.";
  if (since !== undefined) {
    const at = timeOf(since, now);
    return at === null
      ? `${JSON.stringify(since)} is no time: write 2026-11-22, 2026-11-22T12:30, or how long ago: 30m, 6h, 2d.`
      : { since: at };
  }
  if (all) return { since: Number.NEGATIVE_INFINITY };
  if (what === undefined) return {};
  const [, n, change] = /^(\d{1,9})(?:\/(\d{1,6}))?$/.exec(what) ?? [];
  if (n === undefined || change === "0")
    return `${JSON.stringify(what)} is no entry: write 12, or 12/3 for its third change.`;
  return { entry: { n: Number(n), place: change === undefined ? null : Number(change) - 1 } };
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

function timeOf(text: string, now: number): number | null {
  const [, count, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  if (count !== undefined && unit !== undefined) return now - Number(count) * (units[unit] ?? 0);
  const at = /^\d{4}-\d\d-\d\d(?:T[0-9:.]{5,12}(?:Z|[+-]\d\d:\d\d)?)?$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(at) ? at : null;
}

async function takeBack(context: Context, source: Source, flags: UndoFlags, wish: UndoWish): Promise<number> {
  const { stderr } = context.process;
  const phone = await connectedPhone(source, context.signal);
  const { entries, damage } = await readOpenJournal(context);
  if (damage !== null) stderr.write(`The journal is damaged. ${plainText(damage)}\n`);
  const records = changeRecords(entries);
  const chosen = choose(records, phone, wish);
  if (typeof chosen === "string") {
    stderr.write(`${chosen}\n`);
    return exitCodes.usage;
  }
  return await takeBackChosen(context, source, flags, phone, chosen);
}

/** Shows what taking entries back would do, asks, does it in this order, and says what holds. Gives the exit code. */
export async function takeBackChosen(
  context: Context,
  source: Source,
  flags: ChangeFlags,
  phone: PhoneIdentity,
  chosen: readonly ChosenUndo[],
): Promise<number> {
  const { stderr } = context.process;
  const say = sayOn(context, flags);
  const plans = await planUndos(source, chosen, context.signal);
  const changes = plans.flatMap(({ body }) => body.changes);
  say(previewLines(plans, phone));
  if (flags.dryRun) say(commandLines(changes));
  if (flags.dryRun || changes.length === 0) {
    if (flags.json) printJson(context, phone, plans, []);
    return exitCodes.fine;
  }
  demandLive(source);
  const agreed = await consent(context, changes, flags);
  if (agreed === null) return exitCodes.usage;
  if (agreed.length === 0) {
    stderr.write("Nothing was changed.\n");
    return exitCodes.fine;
  }
  const made = await withJournal(context, flags, (journal, progress) =>
    undoSeveral(source, journal, plans, {
      signal: context.signal,
      onProgress: changeProgress(progress),
      onDone: (done) => {
        progress.end();
        say(outcomeLines(done));
      },
    }),
  );
  if (flags.json) printJson(context, phone, plans, made);
  if (context.signal.aborted) return exitCodes.stopped;
  return made.every(({ results }) => results?.every(({ outcome }) => outcome === "done"))
    ? exitCodes.fine
    : exitCodes.findings;
}

/** The entries that are meant, newest first; a sentence where there is no such one. @throws VaultError `interrupted` */
function choose(
  records: readonly ChangeRecord[],
  phone: PhoneIdentity,
  { entry, since }: UndoWish,
): readonly ChosenUndo[] | string {
  const open = openRecord(records, phone);
  if (open && open.n !== entry?.n) throw interrupted(open);
  const undoable = allUndoable(records, phone.serial);
  if (!entry)
    return since === undefined ? undoable.slice(0, 1) : undoable.filter(({ record }) => Date.parse(record.at) >= since);
  const record = records.find(({ n }) => n === entry.n);
  if (!record) return `Entry ${entry.n} is no change that Candor made; “candor journal” lists them.`;
  if (record.body.do === "undo")
    return `Entry ${entry.n} took entry ${record.body.of} back itself. To have those changes again, make them again.`;
  if (entry.place !== null && entry.place >= record.body.changes.length)
    return `Entry ${entry.n} has ${record.body.changes.length} changes; there is no ${entry.n}/${entry.place + 1}.`;
  return [{ record, places: entry.place === null ? undefined : [entry.place] }];
}

function previewLines(plans: readonly (ChosenUndo & UndoPlan)[], phone: PhoneIdentity): readonly string[] {
  const lines = [`Taking back changes on ${plainText(phone.model ?? "the phone")} (${plainText(phone.serial)})`];
  for (const { record, body, movedSince } of plans) {
    lines.push("", `Entry ${record.n}, ${minute(record.at)} UTC: ${plainText(changeSummary(record))}`);
    if (body.changes.length === 0) lines.push("  Nothing of it is left to take back.");
    const rows = body.changes.flatMap(({ about }, i) => [
      `  • ${plainText(about)}`,
      ...(movedSince[i] && plans.length === 1
        ? ["      It was changed again since, by somebody or something else; it becomes what it was before this entry."]
        : []),
    ]);
    lines.push(...rows, ...losses(record, body.changes));
  }
  if (plans.length === 0) lines.push("", "Nothing is left to take back on this phone.");
  return lines;
}

function losses(record: ChangeRecord, undone: UndoPlan["body"]["changes"]): readonly string[] {
  const lost = lossesOf(
    record,
    undone.flatMap(({ place }) => place ?? []),
  );
  return lost.map((sentence) => `      Stays lost: ${plainText(sentence)}`);
}

function printJson(
  context: Context,
  phone: PhoneIdentity,
  plans: readonly (ChosenUndo & UndoPlan)[],
  made: readonly ChangeRecord[],
): void {
  const document = {
    schema: "candor.undo/1",
    phone,
    plans: plans.map(({ body, movedSince }) => ({ of: body.of, changes: body.changes, movedSince })),
    made: made.map(({ n, body, steps, results }) => ({ entry: n, of: body.of, steps, results })),
  };
  context.process.stdout.write(`${JSON.stringify(document, null, 1)}\n`);
}
