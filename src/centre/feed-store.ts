import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { table } from "../core/json.ts";

/** Shape of a stored list: all files of one feed in one JSON file, so that they can only be replaced together. */
export interface StoredFeed {
  readonly schema: "candor.feed/1";
  readonly id: string;
  /** yyyy-mm-dd: the publisher's date of the list, else the day on which it was fetched. */
  readonly date: string;
  /** ISO 8601 time. */
  readonly fetchedAt: string;
  readonly entries: number;
  /** By name; `sha256` is that of the publisher's bytes, which `text` still has. */
  readonly files: Readonly<
    Record<string, { readonly address: string; readonly sha256: string; readonly text: string }>
  >;
}

/** The updated list as kept on disk, why it cannot be used, or null where there is none. */
export type StoredState = { readonly stored: StoredFeed } | { readonly damaged: string } | null;

/** Reads a stored list and checks its digests. */
export async function readStored(folder: string, id: string): Promise<StoredState> {
  let text: string;
  try {
    text = await readFile(join(folder, `${id}.json`), "utf8");
  } catch (error) {
    return isMissing(error) ? null : { damaged: "The updated list cannot be read." };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { damaged: "The updated list is damaged." };
  }
  const stored = storedFeed(json, id);
  if (!stored) return { damaged: "The updated list is damaged." };
  const changed = Object.entries(stored.files).find(([, file]) => sha256(file.text) !== file.sha256);
  if (changed) return { damaged: `The updated list is damaged: ${changed[0]} does not have its digest.` };
  return { stored };
}

/** The stored list of that feed, or undefined for anything else. By hand: a schema library would cost more than all the lists. */
function storedFeed(json: unknown, id: string): StoredFeed | undefined {
  if (!isRecord(json) || json["schema"] !== "candor.feed/1" || json["id"] !== id) return undefined;
  const { date, fetchedAt, entries, files } = json;
  if (typeof date !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  if (typeof fetchedAt !== "string" || typeof entries !== "number" || !isRecord(files)) return undefined;
  const named = table<StoredFeed["files"][string]>();
  for (const [name, file] of Object.entries(files)) {
    if (!isRecord(file)) return undefined;
    const { address, sha256, text } = file;
    if (typeof address !== "string" || typeof sha256 !== "string" || typeof text !== "string") return undefined;
    named[name] = { address, sha256, text };
  }
  return { schema: "candor.feed/1", id, date, fetchedAt, entries, files: named };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Replaces a stored list in one step: written beside it, flushed to the disk, renamed over it. Killed at any moment, the old
 * list or the new one is there.
 */
export async function writeStored(folder: string, feed: StoredFeed, now: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeLeftovers(folder, now);
  const temporary = join(folder, `.${feed.id}.${process.pid}-${crypto.randomUUID()}.tmp`);
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(JSON.stringify(feed));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(folder, `${feed.id}.json`));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** One digest for all files of a list: of the file where there is one, else of the lines `digest  name`, by name. */
export function feedDigest(files: StoredFeed["files"]): string {
  const names = Object.keys(files).sort();
  if (names.length === 1) return files[names[0] as string]?.sha256 ?? "";
  return sha256(names.map((name) => `${files[name]?.sha256}  ${name}\n`).join(""));
}

export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** Files of an update that was killed; an hour's grace lets another update finish. */
async function removeLeftovers(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(".") || !name.endsWith(".tmp")) continue;
    const path = join(folder, name);
    const info = await stat(path).catch(() => null);
    if (info && now - info.mtimeMs > 3_600_000) await rm(path, { force: true });
  }
}

/** Makes the rename itself durable; Windows cannot flush a folder and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
