import { createHash } from "node:crypto";
import { join } from "node:path";
import { DeviceError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { batches, type PhoneApk } from "./phone-apks.ts";
import { openPrivate, type PrivateStore } from "./private-store.ts";

/** A file to hash: `lastUpdate` is what the package manager says of its package. */
export interface HashedApk extends PhoneApk {
  readonly lastUpdate: string | null;
}

/** What is known of the SHA-256 of files. */
export interface PhoneHashes {
  /** Lower case, by path. */
  readonly known: ReadonlyMap<string, string>;
  /** Why there is none, by path. */
  readonly reasons: ReadonlyMap<string, string>;
}

export interface HashOptions {
  readonly dataFolder: string;
  readonly signal: AbortSignal | undefined;
  /** Trusts nothing that was seen before. */
  readonly fresh: boolean;
  /** Bytes on the phone that were hashed, and that are to be. */
  readonly onProgress: (done: number, of: number) => void;
}

const schema = "candor.phone-hashes/1";
/** Bytes that one command reads on the phone, so that each answers soon. */
const mostBytes = 192 * 1024 * 1024;
/** A slow phone hashes some 30 MB a second. */
const bytesPerSecond = 4 * 1024 * 1024;
const patienceMs = 30_000;
/** A phone that hashes a large file says nothing meanwhile; this keeps it from being taken for gone. */
const heartbeatMs = 4000;

/**
 * SHA-256 of files, made by the phone, and remembered by path, size, times of change and phone. A phone that lies about times can keep an
 * old hash: `fresh` makes all of them anew.
 *
 * @throws DeviceError where the phone is gone or stopped; what was hashed until then is remembered.
 */
export async function hashApks(source: Source, apks: readonly HashedApk[], options: HashOptions): Promise<PhoneHashes> {
  const kept = await openPrivate({ dataFolder: options.dataFolder, now: Date.now });
  const name = kept.disguise(nameOf(source.name));
  const before = options.fresh || name === null ? new Map<string, string>() : await load(kept, fileOf(name));
  const known = new Map<string, string>();
  const reasons = new Map<string, string>();
  const todo: HashedApk[] = [];
  for (const apk of apks) {
    const hash = before.get(keyOf(apk));
    if (hash === undefined) todo.push(apk);
    else known.set(apk.path, hash);
  }
  const total = todo.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  try {
    for (const batch of byBytes(todo)) {
      options.onProgress(done, total);
      const missing = await hashBatch(source, batch, known, reasons, options.signal);
      done += batch.reduce((sum, { size }) => sum + size, 0);
      if (missing) {
        for (const { path } of todo) if (!known.has(path)) reasons.set(path, missing);
        break;
      }
    }
  } finally {
    if (todo.length > 0 && name !== null) await store(kept, fileOf(name), apks, known);
  }
  return { known, reasons };
}

function* byBytes(apks: readonly HashedApk[]): Generator<readonly HashedApk[]> {
  const byPath = new Map(apks.map((apk) => [apk.path, apk]));
  for (const paths of batches([...byPath.keys()])) {
    let batch: HashedApk[] = [];
    let bytes = 0;
    for (const path of paths) {
      const apk = byPath.get(path);
      if (!apk) continue;
      if (batch.length > 0 && bytes + apk.size > mostBytes) {
        yield batch;
        [batch, bytes] = [[], 0];
      }
      batch.push(apk);
      bytes += apk.size;
    }
    if (batch.length > 0) yield batch;
  }
}

/** Hashes some files; gives the reason where the phone has no such program. */
async function hashBatch(
  source: Source,
  batch: readonly HashedApk[],
  known: Map<string, string>,
  reasons: Map<string, string>,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const bytes = batch.reduce((sum, { size }) => sum + size, 0);
  const limits = {
    timeoutMs: patienceMs + Math.ceil((bytes / bytesPerSecond) * 1000),
    maxBytes: 1024 * 1024,
    signal,
  };
  const asked = new Set(batch.map(({ path }) => path));
  try {
    const { stdout, stderr, exitCode } = await listening(source, () => source.run(["sha256sum", ...asked], limits));
    if (exitCode === 127) return "the phone has no sha256sum";
    for (const line of new TextDecoder().decode(stdout).split(/\r?\n/)) {
      const [, hash, path] = /^([0-9a-f]{64}) [ *](\/.*)$/.exec(line) ?? [];
      if (hash !== undefined && path !== undefined && asked.has(path)) known.set(path, hash);
    }
    const said = new TextDecoder().decode(stderr).split(/\r?\n/);
    for (const path of asked)
      if (!known.has(path)) {
        const words = said.find((line) => line.includes(path))?.slice(0, 200);
        reasons.set(path, `the phone did not hash it${words ? ` (${words})` : ""}`);
      }
  } catch (error) {
    if (!(error instanceof DeviceError && ["timeout", "too-large", "refused", "absent"].includes(error.code)))
      throw error;
    for (const path of asked) reasons.set(path, `the phone did not hash it: ${error.message}`);
  }
  return undefined;
}

/** Says a word to the phone from time to time while a command is silent. */
export async function listening<T>(source: Source, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    source.run(["echo", "."], { timeoutMs: heartbeatMs, maxBytes: 1024 }).catch(() => undefined);
  }, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

function keyOf({ path, size, mtime, lastUpdate }: HashedApk): string {
  return JSON.stringify([path, size, mtime, lastUpdate]);
}

/** A serial number may be crafted, and is nobody's business in a file name. */
function nameOf(serial: string): string {
  return createHash("sha256").update(serial).digest("hex").slice(0, 32);
}

function fileOf(name: string): string {
  return join("apps", `hashes-${name}.json`);
}

/** What was remembered; nothing where that is damaged. */
async function load(kept: PrivateStore, name: string): Promise<ReadonlyMap<string, string>> {
  try {
    const document: unknown = JSON.parse((await kept.readText(name)) ?? "{}");
    const { schema: told, hashes } = document as { schema?: unknown; hashes?: unknown };
    if (told !== schema || !Array.isArray(hashes)) return new Map();
    return new Map(
      hashes.filter(
        (each): each is [string, string] =>
          Array.isArray(each) && typeof each[0] === "string" && /^[0-9a-f]{64}$/.test(String(each[1])),
      ),
    );
  } catch {
    return new Map();
  }
}

/** Keeps what this phone has now, and forgets the rest. */
async function store(
  kept: PrivateStore,
  name: string,
  apks: readonly HashedApk[],
  known: ReadonlyMap<string, string>,
): Promise<void> {
  const hashes = apks.flatMap((apk) => {
    const hash = known.get(apk.path);
    return hash === undefined ? [] : [[keyOf(apk), hash]];
  });
  await kept.write(name, `${JSON.stringify({ schema, hashes })}\n`);
}
