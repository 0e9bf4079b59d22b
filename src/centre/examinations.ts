import { randomBytes } from "node:crypto";
import { FormatError } from "../core/errors.ts";
import type { Report } from "../core/report.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { isLockedError, type PrivateStore } from "./private-store.ts";

/** What a list of examinations tells of one. Texts of the phone are outside text. */
export interface ExaminationSummary {
  readonly id: string;
  /** ISO 8601 in UTC: when the phone was as it says; null where a capture does not tell. */
  readonly takenAt: string | null;
  /** ISO 8601 in UTC: when it was kept. */
  readonly keptAt: string;
  readonly source: Snapshot["source"];
  /** How the phone was reached, so that it can be again; null for captures. */
  readonly phone: string | null;
  /** Serial number of the phone as it reports it; null where it does not. */
  readonly serial: string | null;
  readonly device: Report["device"];
  readonly summary: Report["summary"];
}

const folder = "examinations";
const idPattern = /^\d{8}T\d{6}-[0-9a-f]{8}$/;

/** Keeps an examination, and gives what a list tells of it. */
export async function keepExamination(
  store: PrivateStore,
  { snapshot, report, phone }: { readonly snapshot: Snapshot; readonly report: Report; readonly phone: string | null },
  now: number,
): Promise<ExaminationSummary> {
  const keptAt = new Date(now).toISOString();
  const id = `${keptAt.slice(0, 19).replace(/[-:]/g, "")}-${randomBytes(4).toString("hex")}`;
  const { device, source, summary, takenAt } = report;
  const kept: ExaminationSummary = { id, takenAt, keptAt, source, phone, serial: serialIn(snapshot), device, summary };
  await store.write(`${folder}/${id}.json`, JSON.stringify(snapshot));
  // Last, since a list is made from these: an examination that is listed is there as a whole.
  await store.write(`${folder}/${id}.summary.json`, JSON.stringify(kept));
  return kept;
}

/** All examinations that are kept, the newest first. @throws VaultError `locked` */
export async function listExaminations(store: PrivateStore): Promise<readonly ExaminationSummary[]> {
  const names = (await store.names(folder)).filter((name) => name.endsWith(".summary.json"));
  if (names.length > 0 && store.state === "locked") throw isLockedError("What was examined before");
  const read = await Promise.all(names.map((name) => store.readText(`${folder}/${name}`).catch(() => undefined)));
  return read
    .flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as ExaminationSummary]))
    .sort((a, b) => (a.keptAt < b.keptAt ? 1 : -1));
}

/** One examination; undefined where there is none of this id. @throws VaultError `locked`, `damaged` */
export async function readExamination(store: PrivateStore, id: string): Promise<Snapshot | undefined> {
  if (!idPattern.test(id)) throw new FormatError("examination", "this is no id of one");
  const text = await store.readText(`${folder}/${id}.json`);
  return text === undefined ? undefined : (JSON.parse(text) as Snapshot);
}

/** Takes an examination away for good. */
export async function removeExamination(store: PrivateStore, id: string): Promise<void> {
  if (!idPattern.test(id)) throw new FormatError("examination", "this is no id of one");
  await store.remove(`${folder}/${id}.summary.json`);
  await store.remove(`${folder}/${id}.json`);
}

/** The serial number that a phone reports; null where it does not. Outside text. */
export function serialIn({ facts }: Snapshot): string | null {
  const read = facts["properties"];
  const values = read?.state === "read" ? (read.value as Readonly<Record<string, string>>) : {};
  return values["ro.serialno"] || values["ro.boot.serialno"] || null;
}
