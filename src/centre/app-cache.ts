import { createHash } from "node:crypto";
import { readdir, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { PartsRead } from "../apps/analyse-apk.ts";
import { type AppRecord, recordShape } from "../apps/app-record.ts";
import { openPrivate, type PrivateStore } from "./private-store.ts";

/** How much of a file a record tells of: all of it, or parts. */
export type Depth = PartsRead | "whole";

/** Records of files that were looked into before, by the SHA-256 of the file. */
export interface AppCache {
  /** A record that goes at least so deep and was made in the same way; undefined where there is none, or a damaged one. */
  get(sha256: string, depth: PartsRead): Promise<AppRecord | undefined>;
  put(sha256: string, depth: Depth, record: AppRecord): Promise<void>;
  /** Removes what was not used for longest, until the folder is small enough. */
  prune(): Promise<void>;
}

interface Header {
  readonly schema: typeof schema;
  /** Of the record: one of another shape lacks sections, or holds others. */
  readonly shape: number;
  /** What made it: another version of Candor, or other lists, would find something else. */
  readonly basis: string;
  readonly depth: Depth;
  /** SHA-256 of the second line. */
  readonly digest: string;
}

const schema = "candor.app-cache/1";
const mostFiles = 4000;
const mostBytes = 512 * 1024 * 1024;
const rank: Readonly<Record<Depth, number>> = { signer: 0, code: 1, whole: 2 };

/**
 * The cache in a data folder: one file a record, written at once or not at all. Where a privacy password is set, files and their names are
 * sealed, since a digest tells as much as a name; while that is locked there is no cache.
 *
 * @param basis names all that a record depends on besides the file: Candor's version, and the lists of trackers.
 */
export function appCache(dataFolder: string, basis: string): AppCache {
  let opening: Promise<PrivateStore> | undefined;
  const opened = () => {
    opening ??= openPrivate({ dataFolder, now: Date.now });
    return opening;
  };
  return {
    async get(sha256, depth) {
      const stored = await load(await opened(), sha256);
      if (!stored || stored.header.basis !== basis || rank[stored.header.depth] < rank[depth]) return undefined;
      const now = new Date();
      await utimes(stored.path, now, now).catch(() => undefined);
      return stored.record;
    },
    async put(sha256, depth, record) {
      const store = await opened();
      const name = nameOf(store, sha256);
      if (name === undefined) return;
      const text = JSON.stringify(record);
      const header: Header = { schema, shape: recordShape, basis, depth, digest: digestOf(text) };
      await store.write(name, `${JSON.stringify(header)}\n${text}\n`);
    },
    prune: () => pruneCache(join(dataFolder, "apps", "records"), { mostFiles, mostBytes }),
  };
}

/** Record of a file that was looked into before, whatever it was made with; undefined where there is none, or a damaged one. */
export async function storedRecord(dataFolder: string, sha256: string): Promise<AppRecord | undefined> {
  return (await load(await openPrivate({ dataFolder, now: Date.now }), sha256))?.record;
}

function nameOf(store: PrivateStore, sha256: string): string | undefined {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError(`no SHA-256: ${sha256.slice(0, 80)}`);
  const name = store.disguise(sha256);
  return name === null ? undefined : join("apps", "records", `${name}.json`);
}

async function load(
  store: PrivateStore,
  sha256: string,
): Promise<{ header: Header; record: AppRecord; path: string } | undefined> {
  const name = nameOf(store, sha256);
  if (name === undefined) return undefined;
  try {
    const text = await store.readText(name);
    if (text === undefined) return undefined;
    const end = text.indexOf("\n");
    const header = JSON.parse(text.slice(0, end)) as Partial<Header> | null;
    const body = text.slice(end + 1, -1);
    if (header?.schema !== schema || header.shape !== recordShape) return undefined;
    if (header.depth === undefined || header.digest !== digestOf(body)) return undefined;
    const record = JSON.parse(body) as AppRecord;
    if (record.schema !== "candor.app/1") return undefined;
    return { header: header as Header, record, path: store.pathOf(name) };
  } catch {
    // No longer what was written: it is made anew.
    return undefined;
  }
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Removes from a folder what was not used for longest, until it is small enough. */
export async function pruneCache(
  folder: string,
  { mostFiles, mostBytes }: { readonly mostFiles: number; readonly mostBytes: number },
): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined);
      return found?.isFile() ? [{ path, size: found.size, used: found.mtimeMs }] : [];
    }),
  );
  let [kept, bytes] = [0, 0];
  for (const { path, size } of files.flat().sort((a, b) => b.used - a.used)) {
    kept++;
    bytes += size;
    if (kept > mostFiles || bytes > mostBytes) await rm(path, { force: true });
  }
}
