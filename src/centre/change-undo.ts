import type { Step } from "../core/action.ts";
import { sameJson } from "../core/canonical-json.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { demandPhone, factsFor, identityOf, lookAt } from "./change-facts.ts";
import { type ChangeRecord, type PlaceToUndo, type PlanBody, placesToUndo } from "./change-records.ts";

/** What taking a plan back would do. */
export interface UndoPlan {
  readonly body: PlanBody;
  /** For each change of the body: whether something else has changed since what it changed, by what was seen after it. */
  readonly movedSince: readonly boolean[];
}

/** Which changes of a plan are taken back: those at these places, all when left out. */
export interface UndoChoice {
  readonly places?: readonly number[] | undefined;
}

/**
 * Plans to take a plan back, or some of its changes: from the last step to the first. Changes nothing; no changes where nothing of it can be
 * taken back.
 *
 * @throws VaultError `refused` for another phone
 */
export async function planUndo(
  source: Source,
  record: ChangeRecord,
  {
    places,
    signal,
    reason,
  }: UndoChoice & { readonly signal?: AbortSignal | undefined; readonly reason?: string | undefined } = {},
): Promise<UndoPlan> {
  const snapshot = await factsFor(source, record.body.changes, signal);
  demandPhone(identityOf(source, snapshot), record.body.phone);
  const undos = placesToUndo(record)
    .filter(({ place }) => places === undefined || places.includes(place))
    .flatMap((each) => undoOf(record, each, snapshot));
  const changes = undos.map(({ change }) => change);
  const body: PlanBody = { do: "undo", of: record.n, phone: record.body.phone, changes, reason: reason ?? null };
  return { body, movedSince: undos.map(({ moved }) => moved) };
}

/** The change that takes back what was run of one, and whether its state is another than was seen after it. */
function undoOf(
  record: ChangeRecord,
  { place, steps: ran }: PlaceToUndo,
  snapshot: Snapshot,
): readonly { readonly change: PlanBody["changes"][number]; readonly moved: boolean }[] {
  const made = record.body.changes[place];
  if (!made) return [];
  const steps = ran.flatMap((step): Step[] =>
    (step.undo ?? []).map((run) => ({ about: `Take back: ${step.about}`, run, undo: [step.run] })),
  );
  const seen = lookAt(made, snapshot);
  const now = seen.state === "seen" ? seen.now : null;
  const { action, params, about, risk, before } = made;
  const after = record.results?.[place]?.after ?? null;
  const moved = seen.state === "seen" && after !== null && !sameJson(now, after) && !sameJson(now, before);
  const change = {
    action,
    params,
    about: `Take back: ${about}`,
    risk,
    before: now,
    steps,
    restores: before,
    place,
    ...(made.apart !== undefined && { apart: made.apart }),
  };
  return [{ change, moved }];
}
