import type { Source } from "../core/source.ts";
import { type ChangeRecord, changeRecords, isUndoable } from "./change-records.ts";
import { planUndo, type UndoPlan } from "./change-undo.ts";
import { type ApplyOptions, undoChanges } from "./changes.ts";
import type { Journal } from "./journal.ts";
import { changeSummary } from "./journal-list.ts";

/** One entry to be taken back: those of its changes at these places, all where undefined. */
export interface ChosenUndo {
  readonly record: ChangeRecord;
  readonly places: readonly number[] | undefined;
}

/** What taking entries back would do, in the same order. Changes nothing. @throws VaultError `refused` for another phone */
export async function planUndos(
  source: Source,
  chosen: readonly ChosenUndo[],
  signal?: AbortSignal,
): Promise<readonly (ChosenUndo & UndoPlan)[]> {
  const plans: (ChosenUndo & UndoPlan)[] = [];
  for (const each of chosen)
    plans.push({ ...each, ...(await planUndo(source, each.record, { places: each.places, signal })) });
  return plans;
}

/**
 * Takes entries back in this order, newest first where one builds on another, each as an entry of its own. What was taken back meanwhile is
 * left out; when the person stops it, nothing more is begun.
 *
 * @throws as `undoChanges`
 */
export async function undoSeveral(
  source: Source,
  journal: Journal,
  chosen: readonly ChosenUndo[],
  options: ApplyOptions & { readonly onDone?: (record: ChangeRecord) => void } = {},
): Promise<readonly ChangeRecord[]> {
  const made: ChangeRecord[] = [];
  for (const { record, places } of chosen) {
    if (options.signal?.aborted) break;
    // Read again under the lock: another Candor may have taken it back by now.
    const now = changeRecords(journal.entries).find(({ n }) => n === record.n);
    if (!now || (!isUndoable(now) && now.results !== null)) continue;
    const done = await undoChanges(source, journal, now, { ...options, places });
    made.push(done);
    options.onDone?.(done);
  }
  return made;
}

/** All entries of a phone of which something can be taken back, the newest first. */
export function allUndoable(records: readonly ChangeRecord[], serial: string): readonly ChosenUndo[] {
  return records
    .filter((record) => record.body.phone.serial === serial && isUndoable(record))
    .map((record) => ({ record, places: undefined }))
    .reverse();
}

/** What stays lost although changes are taken back, in sentences. */
export function lossesOf({ body }: ChangeRecord, places: readonly number[]): readonly string[] {
  return places.flatMap((place) => (body.changes[place]?.steps ?? []).flatMap(({ loses }) => loses ?? []));
}

/** One entry as taking it back is shown to a person. Outside text in it is not made safe yet. */
export interface ShownUndo {
  readonly entry: number;
  readonly at: string;
  readonly about: string;
  readonly changes: readonly {
    readonly about: string;
    readonly place: number | null;
    readonly commands: readonly (readonly string[])[];
    /** Something else changed it since: it becomes what it was before this entry. */
    readonly moved: boolean;
  }[];
  readonly losses: readonly string[];
}

/** What `planUndos` gave, for people. */
export function shownUndo({ record, body, movedSince }: ChosenUndo & UndoPlan): ShownUndo {
  return {
    entry: record.n,
    at: record.at,
    about: changeSummary(record),
    changes: body.changes.map(({ about, steps, place }, i) => ({
      about,
      place: place ?? null,
      commands: steps.map(({ run }) => run),
      moved: movedSince[i] ?? false,
    })),
    losses: lossesOf(
      record,
      body.changes.flatMap(({ place }) => place ?? []),
    ),
  };
}
