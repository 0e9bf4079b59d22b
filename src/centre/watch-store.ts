import type { Report } from "../core/report.ts";
import { type ExaminationSummary, listExaminations, removeExamination } from "./examinations.ts";
import type { ExaminationBody } from "./journal-notes.ts";
import { isLockedError, openPrivate, type PrivatePlace, type PrivateStore, readOpenJournal } from "./private-store.ts";
import type { Told } from "./watch-told.ts";

/** How it stood with a phone at one time. */
export interface HistoryPoint {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Id of the examination; what it found may have been removed since. */
  readonly examination: string;
  readonly findings: Report["summary"]["findings"];
  /** Questions that could not be answered. */
  readonly unanswered: number;
}

/** What is kept of a phone that is followed. Texts of the phone are outside text. */
export interface FollowedPhone {
  readonly model: string | null;
  /** Serial numbers and addresses at which it was reached. */
  readonly reached: readonly string[];
  readonly told: Told;
  /** In the order in which they were made, whatever the clock said. */
  readonly points: readonly HistoryPoint[];
  /** Examinations that following made, in their order: the oldest are removed. */
  readonly kept: readonly string[];
}

/** How much is kept: of each phone, and how many phones. */
export const followLimits = { phones: 20, points: 1000, examinations: 30, reached: 10 };

const file = "watch/phones.json";

/** The phones that are followed, by their ids; the one that came last is the last. @throws VaultError `locked`, `damaged` */
export async function followedPhones(store: PrivateStore): Promise<ReadonlyMap<string, FollowedPhone>> {
  if (store.state === "locked") throw isLockedError("What is known of your phones");
  const text = await store.readText(file);
  return new Map(text === undefined ? [] : (JSON.parse(text) as [string, FollowedPhone][]));
}

/** Writes down what was told of a phone, adds a point to its history and removes the oldest examinations that following made. */
export async function writeFollowed(
  store: PrivateStore,
  {
    id,
    via,
    told,
    made,
  }: {
    readonly id: string;
    readonly via: string;
    readonly told: Told;
    /** The examinations since the last time, the newest last. */
    readonly made: readonly ExaminationSummary[];
  },
): Promise<void> {
  const phones = new Map(await followedPhones(store));
  const before = phones.get(id);
  const kept = [...(before?.kept ?? []), ...made.map((each) => each.id)];
  const tooOld = kept.splice(0, Math.max(0, kept.length - followLimits.examinations));
  phones.delete(id);
  phones.set(id, {
    model: made.at(-1)?.device["model"] ?? before?.model ?? null,
    reached: [...new Set([...(before?.reached ?? []).filter((each) => each !== via), via])].slice(
      -followLimits.reached,
    ),
    told,
    points: [...(before?.points ?? []), ...made.map(pointOf)].slice(-followLimits.points),
    kept,
  });
  await store.write(file, JSON.stringify([...phones].slice(-followLimits.phones)));
  for (const each of tooOld) await removeExamination(store, each);
}

/** How it stood at an examination. */
export function pointOf({ id, keptAt, takenAt, summary }: ExaminationSummary): HistoryPoint {
  return { at: takenAt ?? keptAt, examination: id, findings: summary.findings, unanswered: summary.checks.unknown };
}

/** Serial numbers and addresses of phones that were examined before, in any way. @throws VaultError `locked` */
export async function knownPhones(place: PrivatePlace): Promise<ReadonlySet<string>> {
  const store = await openPrivate(place);
  const followed = await followedPhones(store);
  const examined = (await listExaminations(store)).filter(({ source }) => source.kind === "phone");
  const noted = (await readOpenJournal(place)).entries.filter(({ head }) => head.kind === "examination");
  return new Set(
    [
      ...followed.keys(),
      ...[...followed.values()].flatMap(({ reached }) => reached),
      ...examined.flatMap(({ serial, phone }) => [serial, phone?.replace(/^(?:serial|address):/, "")]),
      ...noted.map(({ body }) => (body as unknown as ExaminationBody | undefined)?.phone.serial),
    ].filter((each) => typeof each === "string"),
  );
}
