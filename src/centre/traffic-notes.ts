import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { VaultError } from "../core/errors.ts";
import type { CountedTraffic } from "../traffic/flow.ts";
import { markKind, type TrafficMark } from "../traffic/marks.ts";
import { openPrivate, type PrivatePlace, type PrivateStore } from "./private-store.ts";
import { writeFileAtomic } from "./write-file.ts";

/** What is kept beside a record of traffic: the moments that were marked, what the phone counted meanwhile, and its packages. */
export interface TrafficNotes {
  readonly schema: "candor.traffic-notes/1";
  /** Epoch milliseconds; null while it is not known. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly phone: { readonly serial: string; readonly model: string | null } | null;
  readonly marks: readonly TrafficMark[];
  readonly counted: readonly CountedTraffic[];
  /** Packages by app id, as pairs; empty where they were not read. */
  readonly packages: readonly (readonly [appId: number, names: readonly string[]])[];
}

/** Nothing noted yet. */
export const noNotes: TrafficNotes = {
  schema: "candor.traffic-notes/1",
  startedAt: null,
  endedAt: null,
  phone: null,
  marks: [],
  counted: [],
  packages: [],
};

const time = z.number().int().nullable();
const notesSchema = z.object({
  schema: z.literal("candor.traffic-notes/1"),
  startedAt: time,
  endedAt: time,
  phone: z.object({ serial: z.string(), model: z.string().nullable() }).nullable(),
  marks: z.array(
    z.object({
      at: z.number().int(),
      kind: z.enum(["accepted", "refused", "note"]),
      text: z.string(),
      app: z.string().nullable(),
    }),
  ),
  counted: z.array(
    z.object({
      uid: z.number().int(),
      set: z.enum(["background", "foreground", "other"]),
      bytesSent: z.number(),
      bytesReceived: z.number(),
      from: z.number(),
      to: z.number(),
    }),
  ),
  packages: z.array(z.tuple([z.number().int(), z.array(z.string())])),
});

/** Folder of the records that Candor itself keeps, sealed where a privacy password is set. */
export const recordsFolder = "traffic";
const ending = ".candor-notes.json";
const current = `${recordsFolder}/current.json`;

/** A record on the disk, or one that Candor keeps. */
export type RecordPlace =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "kept"; readonly id: string };

/** Finds a record by what a person named: a file, or the id of one that Candor keeps; null where there is neither. */
export async function findRecord(store: PrivateStore, named: string): Promise<RecordPlace | null> {
  const found = await stat(named).catch(() => null);
  if (found?.isFile()) return { kind: "file", path: named };
  return (await keptRecords(store)).includes(named) ? { kind: "kept", id: named } : null;
}

/** Ids of the records that Candor keeps, the oldest first. */
export async function keptRecords(store: PrivateStore): Promise<readonly string[]> {
  return (await store.names(recordsFolder)).filter((name) => /\.(pcap|pcapng)$/.test(name));
}

/** The notes beside a record; those without any where there are none. @throws VaultError `locked`, `damaged` */
export async function readNotes(store: PrivateStore, place: RecordPlace): Promise<TrafficNotes> {
  const text =
    place.kind === "kept"
      ? await store.readText(`${recordsFolder}/${place.id}${ending}`)
      : await readFile(`${place.path}${ending}`, "utf8").catch((error: NodeJS.ErrnoException) => {
          if (error.code === "ENOENT") return undefined;
          throw error;
        });
  if (text === undefined) return noNotes;
  return parsed(text, place);
}

/** Writes the notes beside a record. */
export async function writeNotes(store: PrivateStore, place: RecordPlace, notes: TrafficNotes): Promise<void> {
  const text = `${JSON.stringify(notes, null, 1)}\n`;
  if (place.kind === "kept") await store.write(`${recordsFolder}/${place.id}${ending}`, text);
  else await writeFileAtomic(`${place.path}${ending}`, text);
}

/** Remembers which record was made last, so that marks from another terminal find it. */
export async function setCurrentRecord(store: PrivateStore, place: RecordPlace): Promise<void> {
  await store.write(current, `${JSON.stringify(place)}\n`);
}

/** A mark that was set. */
export interface MarkSet {
  readonly mark: TrafficMark;
  /** Name of the record. */
  readonly record: string;
}

/**
 * Marks a moment in a record: the one that is named, else the last that was made with Candor.
 *
 * @throws VaultError `refused` where there is none; `locked` where it cannot be read
 */
export async function markTraffic(
  place: PrivatePlace,
  word: string,
  given: { readonly at?: number | undefined; readonly app?: string | undefined; readonly record?: string | undefined },
): Promise<MarkSet> {
  const store = await openPrivate(place);
  const record = given.record === undefined ? await currentRecord(store) : await findRecord(store, given.record);
  if (record === null)
    throw new VaultError(
      "refused",
      given.record === undefined ? "No record was made with Candor yet." : `There is no record ${given.record}.`,
      "Name a file with --record, or start one: candor traffic record",
    );
  const notes = await readNotes(store, record);
  const mark = { at: given.at ?? place.now(), kind: markKind(word), text: word.slice(0, 500), app: given.app ?? null };
  await writeNotes(store, record, { ...notes, marks: [...notes.marks, mark].sort((a, b) => a.at - b.at) });
  return { mark, record: record.kind === "kept" ? record.id : basename(record.path) };
}

async function currentRecord(store: PrivateStore): Promise<RecordPlace | null> {
  const text = await store.readText(current);
  if (text === undefined) return null;
  const place = z
    .union([
      z.object({ kind: z.literal("file"), path: z.string() }),
      z.object({ kind: z.literal("kept"), id: z.string().regex(/^[\w.-]+$/) }),
    ])
    .safeParse(JSON.parse(text));
  return place.success ? place.data : null;
}

function parsed(text: string, place: RecordPlace): TrafficNotes {
  const name = place.kind === "kept" ? place.id : basename(place.path);
  const damaged = () =>
    new VaultError(
      "damaged",
      `The notes beside ${name} are not as Candor wrote them.`,
      "Remove the file, or restore it.",
    );
  try {
    const read = notesSchema.safeParse(JSON.parse(text));
    if (!read.success) throw damaged();
    return read.data as TrafficNotes;
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged();
    throw error;
  }
}
