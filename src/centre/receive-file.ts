import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { DeviceError, VaultError } from "../core/errors.ts";

/** A file that was handed over, to be looked at once. */
export interface ReceivedFile {
  readonly path: string;
  /** As it was called, without what a path could be made of. */
  readonly name: string;
  readonly size: number;
  /** Removes it; it is not kept. */
  remove(): Promise<void>;
}

export interface ReceiveLimits {
  /** Bytes of one file. */
  readonly most?: number;
  /** Bytes that are left free on the disk. */
  readonly spare?: number;
  /** Milliseconds without a byte after which nobody sends any more. */
  readonly idleMs?: number;
}

/** Larger than any bug report and most captures that have apps in them; the command line has no such limit. */
export const mostReceived = 640 * 1024 * 1024;
const folder = "uploads";
/** What is taken where nothing else is said. */
export const usualLimits = { most: mostReceived, spare: 256 * 1024 * 1024, idleMs: 60_000 } as const;

/**
 * Writes what is sent into a folder of its own in the data folder, readable by its owner alone. It lies there as it is until it is removed; what
 * was cut off is removed at once.
 *
 * @param declared bytes that the sender says it has; null where it does not
 * @throws DeviceError `too-large`, `timeout`, `unreadable` for nothing; VaultError `unwritable` where the disk has no room
 */
export async function receiveFile(
  {
    dataFolder,
    name,
    declared,
  }: { readonly dataFolder: string; readonly name: string; readonly declared: number | null },
  body: ReadableStream<Uint8Array> | null,
  limits: ReceiveLimits = {},
): Promise<ReceivedFile> {
  const { most, spare, idleMs } = { ...usualLimits, ...limits };
  if (declared !== null && declared > most) throw tooLarge(most);
  const own = await passingFolder(dataFolder, (declared ?? 0) + spare);
  const safe = safeName(name);
  const path = join(own.path, safe);
  try {
    const size = await write(path, body, { most, idleMs, roomy: () => demandRoom(dataFolder, spare) });
    if (size === 0) throw new DeviceError("unreadable", "The file is empty.");
    return { path, name: safe, size, remove: own.remove };
  } catch (error) {
    await own.remove();
    throw error;
  }
}

/** A folder for its owner alone, in the data folder, of which nothing is kept. */
export interface PassingFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes a folder for something that passes through. One that a killed Candor left is removed by the next. @throws VaultError `unwritable` where the disk has no room for so many bytes */
export async function passingFolder(dataFolder: string, bytes: number): Promise<PassingFolder> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await demandRoom(dataFolder, bytes);
  const path = join(dataFolder, folder, `${process.pid}-${randomBytes(8).toString("hex")}`);
  await mkdir(path, { recursive: true, mode: 0o700 });
  return { path, remove: async () => await rm(path, { recursive: true, force: true }) };
}

/** Removes what a Candor that was killed left behind. */
export async function removeReceived(dataFolder: string): Promise<void> {
  for (const name of await readdir(join(dataFolder, folder)).catch(() => [])) {
    const pid = Number(/^(\d{1,10})-/.exec(name)?.[1] ?? Number.NaN);
    if (!isRunning(pid) || pid === process.pid)
      await rm(join(dataFolder, folder, name), { recursive: true, force: true });
  }
}

/** How often the room on the disk is looked at. */
const everyBytes = 32 * 1024 * 1024;

async function write(path: string, body: ReadableStream<Uint8Array> | null, limits: BodyLimits): Promise<number> {
  const file = await open(path, "wx", 0o600);
  let size = 0;
  try {
    for await (const piece of bodyPieces(body, limits)) {
      size += piece.byteLength;
      await file.writeFile(piece);
    }
    return size;
  } finally {
    await file.close();
  }
}

/** How much of what is sent is taken. */
export interface BodyLimits {
  /** Bytes. */
  readonly most: number;
  readonly idleMs: number;
  /** Throws where the disk has no room for more; asked every 32 MiB. */
  readonly roomy: () => Promise<void>;
}

/** What is sent, piece by piece, within limits. @throws DeviceError `too-large`, `timeout` */
export async function* bodyPieces(
  body: ReadableStream<Uint8Array> | null,
  { most, idleMs, roomy }: BodyLimits,
): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  let size = 0;
  let looked = 0;
  let whole = false;
  try {
    while (reader) {
      const { done, value } = await soon(reader.read(), idleMs);
      if (done) break;
      size += value.byteLength;
      if (size > most) throw tooLarge(most);
      if (size - looked > everyBytes) {
        looked = size;
        await roomy();
      }
      yield value;
    }
    whole = true;
  } finally {
    // Whoever sends has to learn that nobody reads any more.
    if (!whole) await reader?.cancel().catch(() => undefined);
  }
}

async function soon<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new DeviceError("timeout", "Nothing more of the file came.", "Send it once more.");
    timer = setTimeout(() => reject(error), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** @throws VaultError `unwritable` where a disk has not so many bytes left */
export async function demandRoom(path: string, bytes: number): Promise<void> {
  const found = await statfs(path).catch(() => undefined);
  if (!found || found.bavail * found.bsize >= bytes) return;
  throw new VaultError(
    "unwritable",
    "There is not enough room on the disk for this file.",
    "Make room, and try again.",
  );
}

function tooLarge(most: number): DeviceError {
  return new DeviceError(
    "too-large",
    `The file is larger than ${Math.round(most / 1024 / 1024)} MiB, the most that the page takes.`,
    "Examine it from the command line: candor check FILE, or candor apps scan FILE",
  );
}

/** A name of which only what is harmless in every file system is left: it begins and ends with a letter or digit. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[^\p{L}\p{N}._ -]/gu, "_").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  // Names are limited in bytes, and the ending tells people the most.
  const dot = plain.lastIndexOf(".");
  const ending = dot > 0 ? plain.slice(dot).slice(0, 12) : "";
  return `${plain.slice(0, dot > 0 ? dot : undefined).slice(0, 50)}${ending}` || "file";
}

/** Whether a process of this number runs. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
