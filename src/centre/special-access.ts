import { isXiaomi } from "../actions/shell-powers.ts";
import type { ActionCall } from "../core/action.ts";
import type { Fact } from "../core/fact.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { packages } from "../facts/packages.ts";
import { properties } from "../facts/properties.ts";
import {
  type AccessFactName,
  type AccessHolder,
  type AccessKind,
  type AccessValues,
  accessFacts,
  accessKinds,
  isAbout,
} from "./access-kinds.ts";
import { type ChangeRecord, isUndoable, placesToUndo } from "./change-records.ts";

/** The facts that special access is told from. */
export const factsOfAccess: readonly Fact<unknown>[] = [...Object.values(accessFacts), packages, properties];

/** A holder, and whether it came with the phone; null where that is not known. */
export interface SeenHolder extends AccessHolder {
  readonly system: boolean | null;
}

/** One kind of access on one phone. Added apps stand first. */
export type SeenAccess = { readonly kind: AccessKind } & (
  | { readonly state: "read"; readonly holders: readonly SeenHolder[] }
  | { readonly state: "unknown"; readonly reason: string }
);

/** Who has which special access, by the facts of a phone. Kinds that only Xiaomi has are left out elsewhere. Pure. */
export function specialAccess(snapshot: Snapshot): readonly SeenAccess[] {
  const read = <T>(fact: Fact<T>): T | undefined => {
    const found = snapshot.facts[fact.id];
    return found?.state === "read" ? (found.value as T) : undefined;
  };
  const system = new Map(read(packages)?.map((each) => [each.name, each.system]));
  const known = read(properties);
  const xiaomi = known === undefined || isXiaomi(known);
  return accessKinds
    .filter((kind) => xiaomi || !kind.xiaomi)
    .map((kind): SeenAccess => {
      const values: Partial<Record<AccessFactName, unknown>> = {};
      for (const name of kind.needs) {
        const fact = snapshot.facts[accessFacts[name].id];
        if (fact?.state !== "read") return { kind, state: "unknown", reason: fact?.reason ?? "it was not asked for" };
        values[name] = fact.value;
      }
      const holders = kind
        .holders(values as AccessValues)
        .map((each) => ({ ...each, system: system.get(each.package) ?? null }))
        .sort((a, b) => Number(a.system ?? false) - Number(b.system ?? false) || (a.package < b.package ? -1 : 1));
      return { kind, state: "read", holders };
    });
}

/** What is chosen to be withdrawn. */
export interface ChosenAccess {
  readonly calls: readonly ActionCall[];
  /** Apps that were named and do not have it. */
  readonly without: readonly string[];
  /** Apps from which only the person can take it. */
  readonly byHand: readonly string[];
}

/** The changes that take a kind of access from apps; `user` null for all users. Of default apps, `to` takes the place. */
export function withdrawals(
  holders: readonly SeenHolder[],
  apps: readonly string[],
  { user, to }: { readonly user: number | null; readonly to: string | null },
): ChosenAccess {
  const chosen = holders.filter(
    (each) => apps.includes(each.package) && (user === null || each.user === null || each.user === user),
  );
  const changes = (each: SeenHolder) => (to === null ? each.withdraw : successor(each, to));
  const calls = chosen.flatMap((each) => changes(each) ?? []);
  return {
    calls: [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()],
    without: apps.filter((app) => !chosen.some((each) => each.package === app)),
    byHand: [...new Set(chosen.filter((each) => changes(each) === null).map((each) => each.package))],
  };
}

function successor({ user, role }: SeenHolder, to: string): readonly ActionCall[] | null {
  if (role === undefined || typeof user !== "number") return null;
  return [{ action: "set-role-holder", params: { user, role, package: to } }];
}

/**
 * Changes of special access in the journal that were not taken back yet: entry → places of its changes. An empty list of apps means all of
 * them, an absent kind all kinds.
 */
export function withdrawnBefore(
  records: readonly ChangeRecord[],
  serial: string,
  kind: AccessKind | undefined,
  apps: readonly string[],
  user: number | null,
): ReadonlyMap<number, readonly number[]> {
  const kinds = kind ? [kind] : accessKinds;
  const found = new Map<number, readonly number[]>();
  for (const record of records) {
    if (record.body.phone.serial !== serial || !isUndoable(record)) continue;
    const places = placesToUndo(record)
      .map(({ place }) => place)
      .filter((place) => {
        const change = record.body.changes[place];
        if (!change || !kinds.some((each) => isAbout(each, change))) return false;
        if (user !== null && change.params["user"] !== user) return false;
        return apps.length === 0 || apps.some((app) => isOf(app, change));
      });
    if (places.length > 0) found.set(record.n, places);
  }
  return found;
}

function isOf(app: string, { params, before }: ActionCall & { readonly before: unknown }): boolean {
  const { package: name, component } = params;
  // Where nobody was made the default app, the one that was it stands in the state before.
  return name === app || String(component ?? "").startsWith(`${app}/`) || (name === null && before === app);
}
