import type { FoundBehaviour } from "../apps/app-behaviour.ts";
import { type AppRecord, isUnread } from "../apps/app-record.ts";
import type { FoundSecret } from "../apps/app-secrets.ts";
import type { BehaviourId } from "../apps/behaviour-rules.ts";
import type { DisguisedCode } from "../apps/disguised-code.ts";

/** What an owner wants to know without asking, of what code can do; the rest is in the record. */
const telling: ReadonlySet<BehaviourId> = new Set([
  "sends-sms",
  "reads-sms",
  "acts-on-screen",
  "reads-screen",
  "reads-notifications",
  "records-screen",
  "administers-device",
  "installs-apps",
  "accepts-any-certificate",
]);

/** What code and assets give away that a person wants to know first: whole sentences, the most telling first. */
export function codeSentences({ code, behaviour, secrets }: AppRecord): readonly string[] {
  const sentences: string[] = [];
  if (!isUnread(code)) sentences.push(...disguises(code.disguised));
  if (!isUnread(behaviour)) sentences.push(...behaviour.found.filter(stands).map(({ about }) => about));
  if (!isUnread(secrets)) sentences.push(...open(secrets.found, secrets.more));
  return sentences;
}

/** What was not searched for hosts and secrets, in sentences; what is told of elsewhere left out. */
export function notSearched({ code, secrets, file }: AppRecord): readonly string[] {
  if (isUnread(secrets) || file.leftOut.length > 0) return [];
  const told = new Set(isUnread(code) ? [] : code.unreadable.map(({ entry, reason }) => `${entry}: ${reason}`));
  const missed = secrets.missed.filter((what) => !told.has(what));
  const shown = missed.slice(0, 5).map((what) => `Not searched for hosts and secrets: ${what}.`);
  return missed.length > 5
    ? [...shown, `${missed.length - 5} more files were not searched for hosts and secrets.`]
    : shown;
}

function stands({ id, grade, permission }: FoundBehaviour): boolean {
  return telling.has(id) && grade === "called" && permission !== "not-asked";
}

function disguises(disguised: readonly DisguisedCode[]): readonly string[] {
  const named = disguised.filter(({ kind }) => kind !== "archive");
  const [first] = named;
  if (!first) return [];
  const more = named.length > 1 ? ` and ${named.length - 1} more` : "";
  return [`It carries code under names that do not say so: ${first.entry}${more}.`];
}

function open(found: readonly FoundSecret[], more: number): readonly string[] {
  const secret = found.filter(({ exposure }) => exposure === "secret");
  const [first] = secret;
  if (!first) return [];
  const others = secret.length + more - 1;
  const rest = others > 0 ? `, and ${others} more` : "";
  return [
    `A secret of its maker stands in it, open to everyone: ${first.name} (${first.masked})${rest}. As long as it is valid, anyone can ${first.opens}.`,
  ];
}
