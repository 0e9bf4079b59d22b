import { actions } from "../actions/index.ts";
import type { ActionCall } from "../core/action.ts";
import { canonicalJson } from "../core/canonical-json.ts";
import type { Json } from "../core/json.ts";
import type { PlannedChange } from "../core/plan.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import type { KeptChoice } from "../facts/choices.ts";
import { type PackageDetails, packageDetails } from "../facts/package-details.ts";
import type { JournalEntry } from "../vault/journal-chain.ts";
import { connectedPhone, factsFor, lookAt } from "./change-facts.ts";
import { changeRecords, type PhoneIdentity } from "./change-records.ts";
import type { ConsentBody } from "./consent.ts";

export type { KeptChoice } from "../facts/choices.ts";

/** What was chosen for a phone and not taken back. */
export interface Choice extends ActionCall {
  readonly entry: number;
  /** From 1. */
  readonly change: number;
  readonly at: string;
  readonly about: string;
  /** Build of the system that it was chosen on. */
  readonly build: string | null;
}

/**
 * The choices for a phone, by the journal, oldest first: changes that were seen to hold and not taken back, and what was so already and to be kept
 * so. Of several about one topic the last one counts.
 */
export function choicesFor(
  entries: readonly JournalEntry[],
  { serial }: Pick<PhoneIdentity, "serial">,
): readonly Choice[] {
  const made = changeRecords(entries).flatMap(({ n, at, body, results, takenBack }) => {
    if (body.do !== "apply" || body.phone.serial !== serial) return [];
    return body.changes.flatMap((call, place): Choice[] => {
      if (results?.[place]?.outcome !== "done" || takenBack.includes(place)) return [];
      return [choiceOf(call, { entry: n, change: place + 1, at, about: call.about, build: body.phone.build })];
    });
  });
  const kept = entries.flatMap(({ head, body }) => {
    if (head.kind !== "consent" || body === undefined) return [];
    const { phone, kept } = body as unknown as ConsentBody;
    if (phone.serial !== serial) return [];
    return kept.map((call, place) =>
      choiceOf(call, { entry: head.n, change: place + 1, at: head.at, about: call.about, build: phone.build }),
    );
  });
  const byTopic = new Map<string, Choice>();
  for (const choice of [...made, ...kept].sort((a, b) => a.entry - b.entry)) {
    const topic = topicOf(choice);
    byTopic.delete(topic);
    byTopic.set(topic, choice);
  }
  return [...byTopic.values()];
}

function choiceOf({ action, params }: ActionCall, rest: Omit<Choice, keyof ActionCall>): Choice {
  return { action, params, ...rest };
}

/** Parameters that say what is wanted, and not of what; as those that are true or false do. */
const wanted: ReadonlySet<string> = new Set(["value", "mode", "to"]);

/** What a change is about, whatever is wanted of it. */
export function topicOf({ action: id, params }: ActionCall): string {
  const action = actions.find((each) => each.id === id);
  if (action?.topic) return action.topic(params as never);
  const rest = Object.entries(params).filter(([name, value]) => !wanted.has(name) && typeof value !== "boolean");
  return canonicalJson([id, Object.fromEntries(rest)] as unknown as Json);
}

/**
 * Looks at the phone for what was chosen for it. Where nothing was, only the phone's properties are read.
 *
 * @throws DeviceError
 */
export async function keptChoices(
  source: Source,
  entries: readonly JournalEntry[],
  signal?: AbortSignal,
): Promise<{ readonly phone: PhoneIdentity; readonly choices: readonly KeptChoice[] }> {
  const phone = await connectedPhone(source, signal);
  const chosen = choicesFor(entries, phone);
  if (chosen.length === 0) return { phone, choices: [] };
  const snapshot = await factsFor(source, chosen, signal);
  return { phone, choices: chosen.map((choice) => seenOn(choice, phone, snapshot)) };
}

function seenOn(choice: Choice, phone: PhoneIdentity, snapshot: Snapshot): KeptChoice {
  const { build, ...rest } = choice;
  const updated = build !== null && phone.build !== null && build !== phone.build;
  const seen = lookAt(choice as ActionCall as PlannedChange, snapshot);
  const told = { ...rest, updated, reason: null };
  if (seen.state === "seen") return { ...told, state: seen.done ? "holds" : seen.over ? "over" : "came-back" };
  if (isOfGoneApp(choice, snapshot)) return { ...told, state: "moot" };
  return { ...told, state: "unknown", reason: seen.reason };
}

/** Whether it is about an app that is not installed any more for its user. */
function isOfGoneApp({ params }: Choice, { facts }: Snapshot): boolean {
  const read = facts[packageDetails.id];
  const { package: name, user } = params;
  if (typeof name !== "string" || read?.state !== "read") return false;
  const users = (read.value as readonly PackageDetails[]).find((each) => each.name === name)?.users ?? [];
  return !users.some((each) => each.installed && (user === undefined || each.user === user));
}
