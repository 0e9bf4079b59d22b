import { FormatError } from "../core/errors.ts";
import type { Feed, FeedFile, ListReaders, LoadedFeed } from "../core/feed.ts";
import { table } from "../core/json.ts";
import { feeds as allFeeds } from "../feeds/index.ts";
import { feedDigest, type StoredFeed, sha256, writeStored } from "./feed-store.ts";
import { type Fetch, FetchError, type FetchedFile, fetchFile } from "./fetch-file.ts";
import { listInUse, listReaders, listsInUse, texts } from "./list-in-use.ts";
import { keptDocuments } from "./zipped-documents.ts";

/** A feed with the list that is in use, for `candor feeds list`. */
export interface FeedStatus {
  readonly id: string;
  readonly about: string;
  readonly publisher: string;
  readonly licence: string;
  readonly homepage: string;
  /** Addresses that an update reads; empty for a list that comes with Candor alone. */
  readonly addresses: readonly string[];
  /** The list in use; null where there is neither an updated nor an embedded one. */
  readonly loaded: LoadedFeed | null;
  /** Bytes of the updated list; null for an embedded one. */
  readonly bytes: number | null;
  /** ISO 8601 time of the last update that brought something new; null for an embedded list. */
  readonly fetchedAt: string | null;
  /** Why an updated list that lies on the disk is not used. */
  readonly problem: string | null;
}

/** The lists in use: the updated one where it is there and intact, else the embedded one. */
export async function loadFeeds(dataFolder: string, feeds = allFeeds): Promise<readonly LoadedFeed[]> {
  return await listsInUse(dataFolder, feeds);
}

/** All feeds with where each list is from, its date, size and digest. */
export async function listFeeds(dataFolder: string, feeds = allFeeds): Promise<readonly FeedStatus[]> {
  return await Promise.all(feeds.map((feed) => feedStatus(dataFolder, feed)));
}

async function feedStatus(dataFolder: string, feed: Feed<unknown>): Promise<FeedStatus> {
  const { id, about, publisher, licence, homepage } = feed;
  const addresses = Object.values(feed.files).map(({ url }) => url);
  const { loaded, stored, problem } = await listInUse(dataFolder, feed);
  const bytes = stored ? size(stored.files) : null;
  const fetchedAt = stored?.fetchedAt ?? null;
  return { id, about, publisher, licence, homepage, addresses, loaded, bytes, fetchedAt, problem };
}

export interface UpdateOptions {
  readonly feeds?: readonly Feed<unknown>[];
  /** The standard `fetch` where left out. */
  readonly fetch?: Fetch;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: UpdateProgress) => void) | undefined;
  /**
   * A mirror to read instead of the publishers: `<base>/<feed id>/<file name>`. The environment variable CANDOR_FEED_BASE where
   * left out. https, or http on this computer.
   */
  readonly base?: string | undefined;
  /** Also take a list with less than half the entries of the one before. */
  readonly force?: boolean;
  /** Epoch milliseconds; the clock where left out. */
  readonly now?: () => number;
  /** Milliseconds for one file. */
  readonly timeoutMs?: number;
}

export interface UpdateProgress {
  readonly feed: string;
  readonly file: string;
  readonly received: number;
  readonly total: number | null;
}

/** What became of one feed. `refused`: something came that is not accepted, `failed`: nothing came; the old list stays in both. */
export interface UpdateResult {
  readonly id: string;
  readonly state: "updated" | "unchanged" | "refused" | "failed";
  /** Why, in one sentence, for refused and failed. */
  readonly reason: string | null;
  /** Where it was fetched from. */
  readonly addresses: readonly string[];
  /** Files that the feed's index names and the publisher does not have, and those that add to the list and could not be used. */
  readonly missing: readonly string[];
  readonly bytes: number | null;
  readonly sha256: string | null;
  /** yyyy-mm-dd of the list that is now in use. */
  readonly date: string | null;
  readonly before: number;
  readonly after: number;
}

/** The feeds of these ids, all where none is named; a sentence when there is no such feed. */
export function chooseFeeds(ids: readonly string[], feeds = allFeeds): readonly Feed<unknown>[] | string {
  const stranger = ids.find((id) => !feeds.some((feed) => feed.id === id));
  if (stranger !== undefined)
    return `There is no list ${JSON.stringify(stranger)}. Lists: ${feeds.map((feed) => feed.id).join(", ")}`;
  return ids.length === 0 ? feeds : feeds.filter((feed) => ids.includes(feed.id));
}

/** Fetches the lists, one feed after the other, and stores each that is whole and believable. Reports every feed. */
export async function updateFeeds(dataFolder: string, options: UpdateOptions = {}): Promise<readonly UpdateResult[]> {
  const results: UpdateResult[] = [];
  for (const feed of options.feeds ?? allFeeds) {
    if (Object.keys(feed.files).length > 0) results.push(await updateFeed(dataFolder, feed, options));
  }
  return results;
}

/** Bytes of all files of one feed together. */
const maxFeedBytes = 100_000_000;

async function updateFeed(dataFolder: string, feed: Feed<unknown>, options: UpdateOptions): Promise<UpdateResult> {
  const old = await listInUse(dataFolder, feed);
  const before = old.loaded?.entries ?? 0;
  const stay = {
    id: feed.id,
    addresses: Object.values(feed.files).map(({ url }) => url),
    missing: [],
    bytes: old.stored ? size(old.stored.files) : null,
    sha256: old.loaded?.sha256 ?? null,
    date: old.loaded?.date ?? null,
    before,
    after: before,
  };
  try {
    const readers = await listReaders();
    const fetched = await fetchAll(feed, readers, options);
    const files = storable(fetched.files);
    const digest = feedDigest(files);
    const addresses = Object.values(files).map(({ address }) => address);
    const value = feed.parse(texts(files), readers);
    const entries = feed.count(value);
    const now = options.now?.() ?? Date.now();
    const result = { ...stay, addresses, missing: fetched.missing, bytes: size(files), sha256: digest };
    if (old.stored && old.loaded?.sha256 === digest) {
      const again = { ...old.stored, parser: feed.version, entries, value };
      if (!old.current) await writeStored(dataFolder, again, now);
      return { ...result, state: "unchanged", reason: null };
    }
    const reason = unbelievable(before, entries, options.force ?? false);
    if (reason !== null) return { ...stay, addresses, state: "refused", reason };
    const date = listDate(feed, files, fetched.files, now);
    const fetchedAt = new Date(now).toISOString();
    const stored = { id: feed.id, date, fetchedAt, files, parser: feed.version, entries, value };
    await writeStored(dataFolder, stored, now);
    return { ...result, state: "updated", reason: null, date, after: entries };
  } catch (error) {
    if (!isExpected(error)) throw error;
    const state = error instanceof FormatError || (error instanceof FetchError && error.refused) ? "refused" : "failed";
    return { ...stay, state, reason: reasonOf(error) };
  }
}

interface Fetched {
  readonly files: Readonly<Record<string, FetchedFile>>;
  readonly missing: readonly string[];
}

/** The feed's own files, then those that they name. The first that fails stops the others. */
async function fetchAll(feed: Feed<unknown>, readers: ListReaders, options: UpdateOptions): Promise<Fetched> {
  const files = table<FetchedFile>();
  const missing: string[] = [];
  let bytes = 0;
  const failed = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failed.signal]) : failed.signal;
  const fetchOne = async (name: string, file: FeedFile, mayMiss: boolean): Promise<void> => {
    try {
      const fetched = await fetchNamed(feed.id, name, file, { ...options, signal });
      bytes += fetched.bytes.byteLength;
      if (bytes > maxFeedBytes) throw new FetchError("The list is too large.", { refused: true });
      files[name] = fetched;
    } catch (error) {
      const gone = error instanceof FetchError && (error.status === 404 || error.status === 410);
      const adds = file.optional && !signal.aborted && (error instanceof FetchError || error instanceof FormatError);
      if (!adds && !(mayMiss && gone)) throw error;
      missing.push(name);
    }
  };
  try {
    for (const [name, file] of Object.entries(feed.files)) await fetchOne(name, file, false);
    const more = Object.entries(feed.follow?.(texts(storable(files)), readers) ?? {});
    for (let i = 0; i < more.length; i += 4) {
      await Promise.all(more.slice(i, i + 4).map(([name, file]) => fetchOne(name, file, true)));
    }
    return { files, missing };
  } finally {
    failed.abort();
  }
}

async function fetchNamed(feed: string, name: string, file: FeedFile, options: UpdateOptions): Promise<FetchedFile> {
  const base = options.base ?? process.env["CANDOR_FEED_BASE"];
  const mirrored = base ? { ...file, url: `${base.replace(/\/+$/, "")}/${feed}/${encodeURIComponent(name)}` } : file;
  try {
    const fetched = await fetchFile(mirrored, {
      fetch: options.fetch ?? fetch,
      timeoutMs: options.timeoutMs ?? 60_000,
      signal: options.signal,
      onBytes: (received, total) => options.onProgress?.({ feed, file: name, received, total }),
    });
    return file.zipped ? { ...fetched, bytes: await keptDocuments(fetched.bytes, file.zipped) } : fetched;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const { refused, status } = error;
    throw new FetchError(`${name}: ${error.message}`, status === null ? { refused } : { refused, status });
  }
}

function storable(files: Fetched["files"]): StoredFeed["files"] {
  const stored = table<StoredFeed["files"][string]>();
  for (const name of Object.keys(files).sort()) {
    const { address, bytes } = files[name] as FetchedFile;
    stored[name] = { address, sha256: sha256(bytes), text: utf8(name, bytes) };
  }
  return stored;
}

function utf8(name: string, bytes: Uint8Array): string {
  try {
    // The mark stays, so that the text has the digest of the bytes; `texts` takes it off.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FormatError(name, "not text in UTF-8");
  }
}

function size(files: StoredFeed["files"]): number {
  return Object.values(files).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}

function unbelievable(before: number, after: number, force: boolean): string | null {
  if (after === 0) return "There is no entry in it.";
  if (after * 2 >= before || force) return null;
  return `It shrank from ${before} entries to ${after}, less than half. Use force if that is meant.`;
}

/** The date in the files, else the newest Last-Modified header, else the day of fetching; never a day to come. */
function listDate(feed: Feed<unknown>, files: StoredFeed["files"], fetched: Fetched["files"], now: number): string {
  const today = new Date(now).toISOString().slice(0, 10);
  const modified = Object.values(fetched).flatMap(({ lastModified }) => lastModified ?? []);
  const header = modified.length > 0 ? new Date(Math.max(...modified)).toISOString().slice(0, 10) : null;
  const date = feed.published?.(texts(files)) ?? header ?? today;
  return date > today ? today : date;
}

/** Bad lists, bad connections, and a disk that is full or forbidden; anything else is a bug. */
function isExpected(error: unknown): error is Error {
  return error instanceof FetchError || error instanceof FormatError || (error instanceof Error && "errno" in error);
}

function reasonOf(error: Error): string {
  if (error instanceof FetchError) return error.message;
  if (error instanceof FormatError) return `It is not the list: ${error.message}.`;
  return `It could not be stored: ${error.message}.`;
}
