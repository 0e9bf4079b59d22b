import type { ActionCall } from "../core/action.ts";
import type { Source } from "../core/source.ts";
import { type ChangeRecord, placesToUndo } from "./change-records.ts";
import { type ApplyOptions, applyChanges, planChanges } from "./changes.ts";
import type { Journal } from "./journal.ts";
import { lostGrants } from "./lost-grants.ts";
import type { Preinstalled, PreinstalledApp } from "./preinstalled.ts";
import { wayOf } from "./preinstalled-choice.ts";
import { type ChosenUndo, undoSeveral } from "./undo-several.ts";

/** Which apps are to come back. */
export interface RestoreWish {
  /** Package names; null for all that Candor put away. */
  readonly packages: readonly string[] | null;
  /** Every user whose app Candor put away, and the first for what anything else did, where left out. */
  readonly user?: number | undefined;
}

/** What brings apps back. */
export interface RestorePlan {
  /** Entries of the journal by which Candor put them away, the newest first: taken back, they become exactly what they were. */
  readonly own: readonly ChosenUndo[];
  /** For what anything else put away: installed, enabled and no longer suspended. */
  readonly others: readonly ActionCall[];
  /** Names that are neither. */
  readonly unknown: readonly string[];
}

/** Works out what brings apps back. Pure. `records` are those of the phone. */
export function planRestore(
  { apps, users }: Preinstalled,
  records: readonly ChangeRecord[],
  { packages, user }: RestoreWish,
): RestorePlan {
  const away = putAwayByCandor(records, user).filter(({ name }) => packages === null || packages.includes(name));
  const own = records.toReversed().flatMap((record) => {
    const places = away.filter(({ n }) => n === record.n).map(({ place }) => place);
    return places.length > 0 ? [{ record, places }] : [];
  });
  const forUser = user ?? users[0]?.id ?? 0;
  const isOwn = (name: string) => away.some((each) => each.name === name && each.user === forUser);
  const isAway = ({ states }: PreinstalledApp) =>
    states.some((each) => each.user === forUser && each.state !== "in-use");
  const others = apps
    .filter((app) => packages?.includes(app.name) && !isOwn(app.name) && isAway(app))
    .map(({ name }): ActionCall => ({ action: "restore-package", params: { user: forUser, package: name } }));
  const known = new Set([...apps, ...away].map(({ name }) => name));
  return { own, others, unknown: (packages ?? []).filter((name) => !known.has(name)) };
}

/**
 * Brings apps back: what Candor did is taken back, permissions that Android did not keep are given again, and what anything else put away is
 * restored. Gives the entries that it made.
 *
 * @throws as `undoChanges` and `applyChanges`
 */
export async function restoreApps(
  source: Source,
  journal: Journal,
  { own, others }: RestorePlan,
  options: ApplyOptions = {},
): Promise<readonly ChangeRecord[]> {
  const made = [...(await undoSeveral(source, journal, own, options))];
  const again = async (calls: readonly ActionCall[], reason: string) => {
    if (calls.length === 0 || options.signal?.aborted) return;
    const plan = await planChanges(source, calls, options);
    if (plan.changes.length > 0) made.push(await applyChanges(source, journal, plan, { ...options, reason }));
  };
  await again(await lostGrants(source, changesOf(own), options.signal), "Put lost permissions back");
  await again(others, "Bring apps back");
  return made;
}

/** The changes that are to be taken back. */
export function changesOf(own: RestorePlan["own"]): ChangeRecord["body"]["changes"] {
  return own.flatMap(({ record, places }) => (places ?? []).flatMap((place) => record.body.changes[place] ?? []));
}

/** Changes of the journal that put an app away and were not taken back. */
function putAwayByCandor(records: readonly ChangeRecord[], user: number | undefined) {
  return records.flatMap((record) => {
    if (record.body.do !== "apply") return [];
    return placesToUndo(record).flatMap(({ place }) => {
      const change = record.body.changes[place];
      if (!change || wayOf(change) === undefined) return [];
      const { user: of, package: name } = change.params;
      if (typeof name !== "string" || typeof of !== "number" || (user !== undefined && of !== user)) return [];
      return [{ n: record.n, place, name, user: of }];
    });
  });
}
