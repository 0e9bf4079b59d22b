import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { table } from "../core/json.ts";
import { isPartial } from "../device/atomic-file.ts";
import { writeFileAtomic } from "./write-file.ts";

/**
 * An updated list: the fetched files with what they were read as, so that an examination need not read them again. All of one feed
 * lies in one file, so that it can only be replaced together.
 */
export interface StoredFeed {
  readonly id: string;
  /** yyyy-mm-dd: the publisher's date of the list, else the day on which it was fetched. */
  readonly date: string;
  /** ISO 8601 time. */
  readonly fetchedAt: string;
  /** By name; `sha256` is that of the publisher's bytes, which `text` still has. */
  readonly files: Readonly<
    Record<string, { readonly address: string; readonly sha256: string; readonly text: string }>
  >;
  /** The `version` of the feed that read `value`; a feed of another version reads the files again. */
  readonly parser: number;
  readonly entries: number;
  readonly value: unknown;
}

/** The updated list as kept on disk, why it cannot be used, or null where there is none. */
export type StoredState = { readonly stored: StoredFeed } | { readonly damaged: string } | null;

/** What a stored file begins with; its digest follows, then `middle`, then the StoredFeed that the digest is of, then `}`. */
const schema = '{"schema":"candor.feed/2","sha256":"';
const middle = '","feed":';
const digestDigits = 64;

/** Reads a list that is stored in Candor's data folder and checks its digest. */
export async function readStored(dataFolder: string, id: string): Promise<StoredState> {
  let bytes: Buffer;
  try {
    bytes = await readFile(pathOf(dataFolder, id));
  } catch (error) {
    return isMissing(error) ? null : { damaged: "The updated list cannot be read." };
  }
  const start = schema.length + digestDigits + middle.length;
  const begins = bytes.toString("latin1", 0, start);
  if (!begins.startsWith(schema)) {
    return /^\{"schema":"candor\.feed\/\d/.test(begins)
      ? { damaged: "The updated list was stored by another version of Candor; update it again." }
      : { damaged: "The updated list is damaged." };
  }
  const content = bytes.subarray(start, -1);
  if (begins !== `${schema}${sha256(content)}${middle}`)
    return { damaged: "The updated list is damaged: it does not have its digest." };
  try {
    const stored = storedFeed(JSON.parse(content.toString()), id);
    if (stored) return { stored };
  } catch {
    // No JSON: damaged as well.
  }
  return { damaged: "The updated list is damaged." };
}

/** The stored list of that feed, or undefined for anything else. By hand: a schema library would cost more than all the lists. */
function storedFeed(json: unknown, id: string): StoredFeed | undefined {
  if (!isRecord(json) || json["id"] !== id) return undefined;
  const { date, fetchedAt, files, parser, entries, value } = json;
  if (typeof date !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  if (typeof fetchedAt !== "string" || typeof parser !== "number" || typeof entries !== "number") return undefined;
  if (!isRecord(files) || value === undefined) return undefined;
  const named = table<StoredFeed["files"][string]>();
  for (const [name, file] of Object.entries(files)) {
    if (!isRecord(file)) return undefined;
    const { address, sha256, text } = file;
    if (typeof address !== "string" || typeof sha256 !== "string" || typeof text !== "string") return undefined;
    named[name] = { address, sha256, text };
  }
  return { id, date, fetchedAt, files: named, parser, entries, value };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Replaces a list that is stored in Candor's data folder in one step. */
export async function writeStored(dataFolder: string, feed: StoredFeed, now: number): Promise<void> {
  const content = JSON.stringify(feed);
  await writeFileAtomic(pathOf(dataFolder, feed.id), `${schema}${sha256(content)}${middle}${content}}`);
  await removeLeftovers(folderIn(dataFolder), now);
}

function folderIn(dataFolder: string): string {
  return join(dataFolder, "feeds");
}

function pathOf(dataFolder: string, id: string): string {
  return join(folderIn(dataFolder), `${id}.json`);
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
  for (const name of (await readdir(folder)).filter(isPartial)) {
    const path = join(folder, name);
    const info = await stat(path).catch(() => null);
    if (info && now - info.mtimeMs > 3_600_000) await rm(path, { force: true });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
