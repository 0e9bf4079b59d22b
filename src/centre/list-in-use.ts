import { FormatError } from "../core/errors.ts";
import type { Feed, ListReaders, LoadedFeed } from "../core/feed.ts";
import { table } from "../core/json.ts";
import { feedDigest, readStored, type StoredFeed } from "./feed-store.ts";

/** The list of one feed that judges. */
export interface ListInUse {
  readonly loaded: LoadedFeed | null;
  /** What an updated list was loaded from; null for an embedded one. */
  readonly stored: StoredFeed | null;
  /** Whether the stored value is good, so that the files need not be read again each time. */
  readonly current: boolean;
  readonly problem: string | null;
}

/** The updated list where it is there and intact, else the embedded one with the reason. */
export async function listInUse(dataFolder: string, feed: Feed<unknown>): Promise<ListInUse> {
  const state = Object.keys(feed.files).length > 0 ? await readStored(dataFolder, feed.id) : null;
  let problem = state && "damaged" in state ? state.damaged : null;
  if (state && "stored" in state) {
    try {
      const { stored } = state;
      const current = isCurrent(feed, stored);
      const value = current ? stored.value : feed.parse(texts(stored.files), await listReaders());
      const { id, date, files } = stored;
      const entries = feed.count(value);
      const loaded: LoadedFeed = { id, origin: "updated", date, sha256: feedDigest(files), entries, value };
      return { loaded, stored, current, problem: null };
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      problem = `This version of Candor cannot read the updated list: ${error.message}.`;
    }
  }
  return { loaded: embedded(feed), stored: null, current: false, problem };
}

/** The lists of several feeds, those that have one. */
export async function listsInUse(dataFolder: string, feeds: readonly Feed<unknown>[]): Promise<readonly LoadedFeed[]> {
  const lists = await Promise.all(feeds.map((feed) => listInUse(dataFolder, feed)));
  return lists.flatMap(({ loaded }) => (loaded ? [loaded] : []));
}

/** Whether a stored value has the shape that this version of the feed gives. */
function isCurrent(feed: Feed<unknown>, { parser, value, entries }: StoredFeed): boolean {
  if (parser !== feed.version) return false;
  try {
    return feed.count(value) === entries;
  } catch {
    // A shape that was changed without another version is no reason to examine nothing.
    return false;
  }
}

/** The readers for `parse`, loaded when needed: the library costs 20 ms, which an examination with stored values does not pay. */
export async function listReaders(): Promise<ListReaders> {
  const { parseYaml } = await import("../formats/yaml-document.ts");
  return { yaml: parseYaml };
}

function embedded(feed: Feed<unknown>): LoadedFeed | null {
  if (!feed.embedded) return null;
  const { date, value } = feed.embedded;
  return { id: feed.id, origin: "embedded", date, sha256: null, entries: feed.count(value), value };
}

/** The texts of stored files, by name, without a byte order mark. */
export function texts(files: StoredFeed["files"]): Record<string, string> {
  return table(Object.entries(files).map(([name, { text }]) => [name, text.replace(/^\uFEFF/, "")] as const));
}
