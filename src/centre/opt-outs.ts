import { type CollectionSwitch, collectionSwitches, notStopped } from "../actions/collection-switches.ts";
import { cannot, readSwitch, type SwitchFacts } from "../actions/set-collection-switch.ts";
import { isXiaomi } from "../actions/shell-powers.ts";
import type { ActionCall } from "../core/action.ts";
import { collect } from "../core/collect.ts";
import { DeviceError, NotReported } from "../core/errors.ts";
import type { Fact } from "../core/fact.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings, type UserSettings } from "../facts/secure-settings.ts";
import { personKinds, type UserKind, userKinds } from "../facts/user-kinds.ts";
import type { JournalEntry } from "../vault/journal-chain.ts";
import { identityOf } from "./change-facts.ts";
import type { PhoneIdentity } from "./change-records.ts";
import { choicesFor, topicOf } from "./choices.ts";
import { version } from "./version.ts";

export { notStopped };

/** Ids of all switches. */
export const optOutIds: readonly string[] = collectionSwitches.map(({ id }) => id);

/** One switch as it stands for one user, or for the whole phone. Safe for JSON. */
export interface OptOut extends Pick<CollectionSwitch, "id" | "vendor" | "name" | "sends" | "to" | "evidence"> {
  /** null for what counts for the whole phone. */
  readonly user: number | null;
  /**
   * Whether data flows. `unknown`: nothing tells a computer, or not in a way that is known. `not-here`: nothing on this phone has stored it.
   */
  readonly state: "on" | "off" | "unknown" | "not-here";
  /** As the phone stores it, "set" for a number that names the phone; null where it was never set. */
  readonly value: string | null;
  /** Since when it is off by a choice that was made with Candor. */
  readonly since: { readonly at: string; readonly entry: number } | null;
  /** Whether a computer can switch it on this phone, and why it cannot where not. */
  readonly byComputer: boolean;
  readonly refused: string | null;
  readonly remains: string;
  readonly steps: readonly string[];
  readonly screen: string | null;
}

/** The switches of a phone, as they stand now. */
export interface OptOuts {
  readonly phone: PhoneIdentity;
  readonly optOuts: readonly OptOut[];
  /** The time of this reading, ISO 8601 in UTC; null where the source does not tell. */
  readonly at: string | null;
}

/** Reads how the switches stand; of `user` alone where one is given. @throws DeviceError */
export async function readOptOuts(
  source: Source,
  entries: readonly JournalEntry[],
  { user, signal }: { readonly user?: number | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<OptOuts> {
  const snapshot = await collect(source, [properties, secureSettings, globalSettings, userKinds], { version, signal });
  return optOutsIn(snapshot, entries, { user });
}

/** The same from facts that were read already. Pure. @throws DeviceError */
export function optOutsIn(
  snapshot: Snapshot,
  entries: readonly JournalEntry[],
  { user }: { readonly user?: number | undefined } = {},
): OptOuts {
  const facts: SwitchFacts = {
    properties: demanded(properties, snapshot),
    secureSettings: demanded(secureSettings, snapshot),
    globalSettings: demanded(globalSettings, snapshot),
  };
  const phone = identityOf(snapshot.source, snapshot);
  const chosen = new Map(choicesFor(entries, phone).map((choice) => [topicOf(choice), choice]));
  const persons = personsOf(facts.secureSettings, snapshot).filter((each) => user === undefined || each === user);
  const rows = (collectionSwitches as readonly CollectionSwitch[])
    .filter(({ vendor }) => vendor !== "Xiaomi" || isXiaomi(facts.properties))
    .flatMap((one) => {
      const of = one.setting?.space === "secure" ? persons : [null];
      return of.map((user) => {
        const row = rowOf(one, user, facts);
        const choice = chosen.get(topicOf(callFor(row, "off")));
        const isKept = row.state === "off" && choice?.params["to"] === "off";
        return { ...row, since: isKept ? { at: choice.at, entry: choice.entry } : null };
      });
    });
  return { phone, optOuts: rows, at: snapshot.takenAt };
}

/** What switches it. */
export function callFor({ id, user }: Pick<OptOut, "id" | "user">, to: "off" | "on"): ActionCall {
  return { action: "set-collection-switch", params: { switch: id, user, to } };
}

function rowOf(one: CollectionSwitch, user: number | null, facts: SwitchFacts): Omit<OptOut, "since"> {
  const { id, vendor, name, sends, to, evidence, remains, steps, screen, setting } = one;
  const refused = cannot(one, facts)?.refused ?? null;
  const about = { id, vendor, name, sends, to, evidence, user, remains, steps, screen: screen ?? null, refused };
  const reading = readingOf(one, user, facts);
  const stored = reading?.value ?? null;
  const value = stored !== null && setting?.namesPhone ? "set" : stored;
  const notHere = setting?.onlyWhereSet === true && reading !== null && value === null;
  const state = notHere ? "not-here" : (reading?.flow ?? "unknown");
  return { ...about, value, state, byComputer: refused === null && !notHere };
}

function readingOf(one: CollectionSwitch, user: number | null, facts: SwitchFacts) {
  try {
    return readSwitch(one, user, facts);
  } catch (error) {
    if (error instanceof NotReported) return null;
    throw error;
  }
}

/** Users whose switches are their own: the owner and other persons. Profiles, such as dual apps, follow their owner. */
function personsOf(all: readonly UserSettings[], { facts }: Snapshot): readonly number[] {
  const read = facts[userKinds.id];
  const kinds = read?.state === "read" ? (read.value as readonly UserKind[]) : [];
  const persons = new Set(kinds.filter(({ kind }) => personKinds.includes(kind)).map(({ user }) => user));
  return all.flatMap(({ user, refused }) =>
    user !== "current" && !refused && (user === 0 || persons.has(user)) ? [user] : [],
  );
}

function demanded<T>(fact: Fact<T>, { facts }: Snapshot): T {
  const read = facts[fact.id];
  if (read?.state === "read") return read.value as T;
  const gone = read?.code === "gone" || read?.code === "cancelled";
  throw new DeviceError(
    gone ? read.code : "refused",
    `${fact.about} could not be read: ${read?.reason ?? "not asked for"}`,
  );
}
