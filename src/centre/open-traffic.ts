import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { DeviceError, FormatError } from "../core/errors.ts";
import { nodeCodec } from "../device/file.ts";
import { nodePacketCrypto } from "../device/node-crypto.ts";
import { sniffBytes } from "../formats/traffic-sniff.ts";
import { countedBetween, countedTraffic } from "../traffic/counted-traffic.ts";
import type { CountedTraffic, TrafficRecord } from "../traffic/flow.ts";
import { readRecord, sniffRecord } from "../traffic/read-record.ts";
import { packagesByUid } from "../traffic/record-app.ts";
import { type PackagesByUid, type RecordContext, wholeOf } from "../traffic/record-file.ts";

/** One record of traffic out of a file. */
export interface OpenedRecord {
  readonly record: TrafficRecord;
  /** In hexadecimal. */
  readonly sha256: string;
  /** What had to be taken for granted while reading, in sentences for people. */
  readonly assumed: readonly string[];
}

/** All that the files of a person hold. */
export interface OpenedTraffic {
  readonly records: readonly OpenedRecord[];
  /** The phone's own count, out of `dumpsys netstats detail`: of several, what was counted between the oldest and the newest; empty where none was given. */
  readonly counted: readonly CountedTraffic[];
  /** Out of `pm list packages -U`; null where none was given. */
  readonly packages: PackagesByUid | null;
}

/** A file that is in memory already, for example because it was sealed. */
export interface HeldFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When it was written, in epoch milliseconds. */
  readonly written: number;
}

export interface OpenTrafficOptions {
  /** The device that is meant, in logs that serve several. */
  readonly client?: string | undefined;
  /** The clock of logs without year and zone; the file's date and this computer's zone when left out. */
  readonly clock?: RecordContext["clock"];
  /** What is known already, besides lists among the files. */
  readonly packages?: PackagesByUid | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of all files together. */
  readonly onProgress?: ((read: number, all: number) => void) | undefined;
}

/** Texts that are read at once: counts and lists of packages. */
const maxTextBytes = 64 * 1024 * 1024;
const chunkBytes = 1024 * 1024;
const day = 86_400_000;

/**
 * Reads files with traffic, and with what traffic is joined to: each by its content, whatever its name.
 *
 * @param given paths, or what is in memory
 * @throws DeviceError `unreadable` for a file that cannot be opened or is no record that is known, `cancelled`
 */
export async function openTraffic(
  given: readonly (string | HeldFile)[],
  options: OpenTrafficOptions = {},
): Promise<OpenedTraffic> {
  const files = await Promise.all(given.map((one) => (typeof one === "string" ? lookAt(one) : held(one))));
  const progress = progressOf(files, options);
  const { signal } = options;
  // Names of packages come first, so that the other files can be joined to them.
  let packages = options.packages ?? null;
  for (const file of files.filter(({ kind }) => kind === "package-list"))
    packages = joined(packages, await told(file, signal, async () => packagesByUid(await textOf(file, progress))));
  const counts: (readonly CountedTraffic[])[] = [];
  for (const file of files.filter(({ kind }) => kind === "netstats-dump").sort((a, b) => a.written - b.written))
    counts.push(await told(file, signal, async () => countedTraffic(await textOf(file, progress))));
  const joining = { ...options, packages: packages ?? undefined };
  const records: OpenedRecord[] = [];
  for (const file of files.filter(({ kind }) => kind !== "package-list" && kind !== "netstats-dump"))
    records.push(await told(file, signal, async () => await recordOf(file, progress, joining)));
  return { records, counted: between(counts), packages };
}

/** A phone counts on and on: what two counts tell is what lies between them. */
function between(counts: readonly (readonly CountedTraffic[])[]): readonly CountedTraffic[] {
  const first = counts[0] ?? [];
  const last = counts.at(-1);
  return last && counts.length > 1 ? countedBetween(first, last) : first;
}

interface FoundFile {
  readonly name: string;
  readonly size: number;
  /** Epoch milliseconds. */
  readonly written: number;
  readonly chunks: () => AsyncIterable<Uint8Array>;
  readonly kind: ReturnType<typeof sniffRecord>;
}

async function lookAt(path: string): Promise<FoundFile> {
  const name = basename(path);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw unreadable(name, found ? "it is no file" : "there is no such file");
  try {
    const handle = await open(path);
    try {
      const first = new Uint8Array(Math.min(sniffBytes, found.size));
      const { bytesRead } = await handle.read(first, 0, first.length, 0);
      const kind = sniffRecord(first.subarray(0, bytesRead));
      const chunks = () => createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Uint8Array>;
      return { name, size: found.size, written: found.mtimeMs, chunks, kind };
    } finally {
      await handle.close();
    }
  } catch {
    throw unreadable(name, "it cannot be opened");
  }
}

function held({ name, bytes, written }: HeldFile): FoundFile {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  return { name, size: bytes.length, written, chunks, kind: sniffRecord(bytes.subarray(0, sniffBytes)) };
}

async function recordOf(file: FoundFile, progress: Progress, options: OpenTrafficOptions): Promise<OpenedRecord> {
  const { client, packages, signal } = options;
  const context = { crypto: nodePacketCrypto, codec: nodeCodec, client, packages, signal };
  const clock = options.clock ?? clockOf(file, 0);
  const first = await hashed(file, progress, { ...context, clock });
  if (file.kind !== "pihole-log" || options.clock !== undefined) return { ...first, assumed: [] };
  // A log that was written in December and copied in January.
  const last = first.record.flows.at(-1)?.start ?? 0;
  const earlier = last > file.written + day ? clockOf(file, 1) : undefined;
  const whole = earlier ? await hashed(file, () => undefined, { ...context, clock: earlier }) : first;
  const { year, offsetMinutes } = earlier ?? clock;
  const zone = `${offsetMinutes < 0 ? "−" : "+"}${Math.abs(offsetMinutes) / 60}`;
  return {
    ...whole,
    assumed: [
      `${file.name} tells neither year nor time zone: ${year} was taken by the file's date, and UTC${zone} by this computer's clock.`,
    ],
  };
}

function clockOf({ written }: FoundFile, yearsBefore: number) {
  const date = new Date(written);
  return { year: date.getFullYear() - yearsBefore, offsetMinutes: -date.getTimezoneOffset() };
}

type Progress = (bytes: number) => void;

function progressOf(files: readonly FoundFile[], { onProgress }: OpenTrafficOptions): Progress {
  const all = files.reduce((sum, { size }) => sum + size, 0);
  let read = 0;
  return (bytes) => {
    read += bytes;
    onProgress?.(read, all);
  };
}

async function hashed(
  file: FoundFile,
  progress: Progress,
  context: RecordContext,
): Promise<Omit<OpenedRecord, "assumed">> {
  const hash = createHash("sha256");
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunksOf(file, progress)) {
      hash.update(chunk);
      yield chunk;
    }
  }
  const record = await readRecord({ name: file.name, size: file.size, chunks: chunks() }, context);
  return { record, sha256: hash.digest("hex") };
}

async function* chunksOf(file: FoundFile, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const chunk of file.chunks()) {
    progress(chunk.length);
    yield chunk;
  }
}

async function textOf(file: FoundFile, progress: Progress): Promise<string> {
  return new TextDecoder().decode(await wholeOf(chunksOf(file, progress), "text", maxTextBytes));
}

function joined(before: PackagesByUid | null, more: PackagesByUid): PackagesByUid {
  const all = new Map(before ?? []);
  for (const [uid, names] of more) all.set(uid, [...new Set([...(all.get(uid) ?? []), ...names])]);
  return all;
}

async function told<T>(file: FoundFile, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted) throw new DeviceError("cancelled", "Reading was stopped.");
    if (error instanceof FormatError) throw unreadable(file.name, error.message.slice(error.format.length + 2));
    throw error;
  }
}

function unreadable(name: string, why: string): DeviceError {
  return new DeviceError(
    "unreadable",
    `${name} cannot be read: ${why}.`,
    "Give a capture (pcap, pcapng), a HAR, or a log that Candor knows: candor traffic report --help names them.",
  );
}
