import { checks } from "../checks/index.ts";
import { canonicalJson } from "../core/canonical-json.ts";
import type { Category, Check, Subject } from "../core/check.ts";
import { collect } from "../core/collect.ts";
import { DeviceError } from "../core/errors.ts";
import type { Fact } from "../core/fact.ts";
import type { Feed } from "../core/feed.ts";
import type { Json } from "../core/json.ts";
import { answer } from "../core/judge.ts";
import type { Outcome, ReportFinding } from "../core/report.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { appInspections } from "../facts/app-inspections.ts";
import { type InstalledPackage, packages } from "../facts/packages.ts";
import { withWhatIsKept } from "./attestation-source.ts";
import { listsInUse } from "./list-in-use.ts";
import { remedyWords } from "./remedy-words.ts";
import { version } from "./version.ts";

/** What became of a finding, as the phone is now. */
export type FoundAgain =
  | { readonly state: "ended"; readonly how: string }
  | { readonly state: "there" }
  | { readonly state: "unknown"; readonly reason: string };

export interface AgainOptions {
  readonly dataFolder: string;
  readonly signal?: AbortSignal | undefined;
}

/** The check of this id. */
export function checkOf(id: string): Check | undefined {
  return checks.find((check) => check.id === id);
}

/** The checks of a category. */
export function checksAbout(category: Category): readonly Check[] {
  return checks.filter((check) => check.category === category);
}

/** Whether a check can be answered without looking into the files of all apps again, which takes long. */
export function isQuick(check: Check): boolean {
  return ![...Object.values(check.needs), ...Object.values(check.wants)].some(({ id }) => id === appInspections.id);
}

/**
 * Answers one check from facts that are read now.
 *
 * @throws DeviceError `gone` where the phone vanished, `cancelled`
 */
export async function answerNow(source: Source, check: Check, options: AgainOptions): Promise<Outcome> {
  const needs = [...Object.values(check.needs), ...Object.values(check.wants)];
  const facts = needs.filter((need): need is Fact<unknown> => need.kind === "fact");
  const feeds = needs.filter((need): need is Feed<unknown> => need.kind === "feed");
  const snapshot = await readNow(source, facts, options);
  return answer(check, snapshot, await listsInUse(options.dataFolder, feeds), {
    wordsFor: remedyWords,
  });
}

/**
 * Looks for a finding again. An app that is no longer there ends whatever was found of it.
 *
 * @throws DeviceError `gone`, `cancelled`
 */
export async function findAgain(
  source: Source,
  check: Check,
  finding: Pick<ReportFinding, "subject" | "messageKey">,
  options: AgainOptions,
): Promise<FoundAgain> {
  if (finding.subject.kind === "app" && (await isAway(source, finding.subject.package, options)))
    return { state: "ended", how: "The app is no longer installed." };
  if (!isQuick(check))
    return { state: "unknown", reason: "What is in the files of apps is seen by the next examination only." };
  const outcome = await answerNow(source, check, options);
  if (outcome.state === "unknown") return { state: "unknown", reason: outcome.reason ?? "The phone did not tell." };
  const there = outcome.findings?.some((each) => sameFinding(each, finding)) ?? false;
  return there ? { state: "there" } : { state: "ended", how: "The phone says so now." };
}

/** Whether two findings are about the same. */
export function sameFinding(
  a: Pick<ReportFinding, "subject" | "messageKey">,
  b: Pick<ReportFinding, "subject" | "messageKey">,
): boolean {
  const key = (subject: Subject) => canonicalJson(JSON.parse(JSON.stringify(subject)) as Json);
  return a.messageKey === b.messageKey && key(a.subject) === key(b.subject);
}

async function isAway(source: Source, name: string, options: AgainOptions): Promise<boolean> {
  const { facts } = await readNow(source, [packages], options);
  const read = facts[packages.id];
  if (read?.state !== "read") return false;
  return !(read.value as readonly InstalledPackage[]).some((each) => each.name === name);
}

async function readNow(
  source: Source,
  facts: readonly Fact<unknown>[],
  { dataFolder, signal }: AgainOptions,
): Promise<Snapshot> {
  // Made anew each time: it remembers what was answered.
  const told = withWhatIsKept(source, { dataFolder, now: () => Date.now() });
  const snapshot = await collect(told, facts, { version, signal });
  if (signal?.aborted) throw new DeviceError("cancelled", "It was stopped.");
  const gone = Object.values(snapshot.facts).find((fact) => fact.state === "unknown" && fact.code === "gone");
  if (gone?.state === "unknown") throw new DeviceError("gone", gone.reason);
  return snapshot;
}
