import { actions } from "../actions/index.ts";
import type { Action, ActionCall } from "../core/action.ts";
import { collect } from "../core/collect.ts";
import { DeviceError, VaultError } from "../core/errors.ts";
import { factsOf, look, type PlannedChange, type Seen } from "../core/plan.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { properties } from "../facts/properties.ts";
import type { PhoneIdentity } from "./change-records.ts";
import { version } from "./version.ts";

/** Which phone is connected. @throws DeviceError */
export async function connectedPhone(source: Source, signal?: AbortSignal): Promise<PhoneIdentity> {
  return identityOf(source, await collectFacts(source, [], signal));
}

/** The facts of now that these calls are planned from and judged by. @throws DeviceError */
export async function factsFor(
  source: Source,
  calls: readonly ActionCall[],
  signal: AbortSignal | undefined,
): Promise<Snapshot> {
  const wanted = new Set(calls.map(({ action }) => action));
  return await collectFacts(
    source,
    actions.filter(({ id }) => wanted.has(id)),
    signal,
  );
}

async function collectFacts(
  source: Source,
  needed: readonly Action[],
  signal: AbortSignal | undefined,
): Promise<Snapshot> {
  const snapshot = await collect(source, [properties, ...factsOf(needed).filter(({ id }) => id !== properties.id)], {
    version,
    signal,
  });
  if (signal?.aborted) throw new DeviceError("cancelled", "It was stopped before anything was changed.");
  const unread = Object.values(snapshot.facts).filter((fact) => fact.state === "unknown");
  const [first] = unread;
  const gone = unread.find(({ code }) => code === "gone");
  // Half an answer of a phone that vanished is no ground to plan or to judge by.
  if (gone) throw new DeviceError("gone", gone.reason);
  if (first && unread.length === Object.keys(snapshot.facts).length)
    throw new DeviceError("refused", `Nothing could be read from the phone: ${first.reason}`);
  return snapshot;
}

/** Which phone facts are of. */
export function identityOf(source: Pick<Source, "name">, { facts }: Snapshot): PhoneIdentity {
  const read = facts[properties.id];
  const values = read?.state === "read" ? (read.value as Readonly<Record<string, string>>) : {};
  return {
    serial: values["ro.serialno"] || values["ro.boot.serialno"] || source.name,
    model: values["ro.product.model"] || null,
    build: values["ro.build.fingerprint"] || null,
  };
}

/** @throws VaultError `refused` where it is another phone */
export function demandPhone(found: PhoneIdentity, wanted: PhoneIdentity): void {
  if (found.serial === wanted.serial) return;
  throw new VaultError(
    "refused",
    `The entry is about another phone (${wanted.model ?? "unknown model"}, ${wanted.serial}) than the one that is connected (${found.model ?? "unknown model"}, ${found.serial}).`,
    "Connect that phone, then repeat this.",
  );
}

/** `look`; an entry of a Candor that knew other actions can be taken back all the same, and not be verified. */
export function lookAt(change: PlannedChange, snapshot: Snapshot): Seen {
  const action = actions.find(({ id }) => id === change.action);
  if (!action) return { state: "unknown", reason: `this version of Candor does not know the action ${change.action}` };
  return look(action, change, snapshot);
}
