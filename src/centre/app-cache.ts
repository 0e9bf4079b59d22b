import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { PartsRead } from "../apps/analyse-apk.ts";
import type { AppRecord } from "../apps/app-record.ts";
import { writeFileAtomic } from "./write-file.ts";

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
 * The cache in a data folder: one file a record, written at once or not at all.
 *
 * @param basis names all that a record depends on besides the file: Candor's version, and the lists of trackers.
 */
export function appCache(dataFolder: string, basis: string): AppCache {
  return {
    async get(sha256, depth) {
      const path = pathOf(dataFolder, sha256);
      const stored = await load(path);
      if (!stored || stored.header.basis !== basis || rank[stored.header.depth] < rank[depth]) return undefined;
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
      return stored.record;
    },
    async put(sha256, depth, record) {
      const text = JSON.stringify(record);
      const header: Header = { schema, basis, depth, digest: digestOf(text) };
      await writeFileAtomic(pathOf(dataFolder, sha256), `${JSON.stringify(header)}\n${text}\n`);
    },
    prune: () => prune(join(dataFolder, "apps", "records")),
  };
}

/** Record of a file that was looked into before, whatever it was made with; undefined where there is none, or a damaged one. */
export async function storedRecord(dataFolder: string, sha256: string): Promise<AppRecord | undefined> {
  return (await load(pathOf(dataFolder, sha256)))?.record;
}

function pathOf(dataFolder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError(`no SHA-256: ${sha256.slice(0, 80)}`);
  return join(dataFolder, "apps", "records", `${sha256}.json`);
}

async function load(path: string): Promise<{ header: Header; record: AppRecord } | undefined> {
  try {
    const text = await readFile(path, "utf8");
    const end = text.indexOf("\n");
    const header = JSON.parse(text.slice(0, end)) as Partial<Header> | null;
    const body = text.slice(end + 1, -1);
    if (header?.schema !== schema || header.depth === undefined || header.digest !== digestOf(body)) return undefined;
    const record = JSON.parse(body) as AppRecord;
    return record.schema === "candor.app/1" ? { header: header as Header, record } : undefined;
  } catch {
    // Not there, or no longer what was written: it is made anew.
    return undefined;
  }
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

async function prune(folder: string): Promise<void> {
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
