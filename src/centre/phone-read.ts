import { DeviceError } from "../core/errors.ts";
import { phoneFile } from "../device/phone-file.ts";
import { openSync, type SyncClient } from "../device/sync-client.ts";
import { bytesOfText, type Entry } from "../vault/entry.ts";
import { isAway, type PhoneLink } from "./phone-link.ts";
import type { PhoneItem } from "./phone-tree.ts";

/** Reads files of a phone one after the other, over one stream; a file goes on where it was when the cable is plugged in again. */
export interface PhoneReader {
  /** What the vault keeps of it; its content is read when the vault asks. */
  entryOf(item: PhoneItem): Entry;
  /** Bytes that came from the phone so far. */
  readonly transferred: number;
  close(): void;
}

export interface ReaderOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** A file may grow while it is read; this much is believed. */
const mostGrowth = 64 * 1024 * 1024;
/** Sizes of old phones are told in 32 bits. */
const mostInexact = 2n ** 40n;
/** Bytes that one command reads after the cable was pulled. */
const pieceBytes = 4 * 1024 * 1024;

/** A reader of the files of a phone. */
export function phoneReader(link: PhoneLink, options: ReaderOptions = {}): PhoneReader {
  let sync: { readonly client: SyncClient; readonly source: PhoneLink["source"] } | undefined;
  let transferred = 0;
  const drop = () => {
    sync?.client.close();
    sync = undefined;
  };
  const client = async (): Promise<SyncClient> => {
    const { source } = link;
    if (sync?.source !== source) {
      drop();
      sync = { client: await openSync(source, options.signal), source };
    }
    return sync.client;
  };

  async function* content(item: PhoneItem): AsyncGenerator<Uint8Array, void, undefined> {
    const limit = item.stat.exact ? item.stat.size + BigInt(mostGrowth) : mostInexact;
    let got = 0;
    const count = (bytes: number) => {
      got += bytes;
      transferred += bytes;
      options.onBytes?.(bytes);
      if (BigInt(got) > limit) throw new DeviceError("too-large", "The phone gives far more of it than it said.");
    };
    for (;;) {
      const { source } = link;
      let whole = false;
      try {
        const pieces =
          got === 0 ? (await client()).read(bytesOfText(item.path)) : rest(link, await client(), item, got, options);
        for await (const piece of pieces) {
          count(piece.length);
          yield piece;
        }
        whole = true;
        return;
      } catch (error) {
        whole = error instanceof DeviceError && error.code === "refused";
        if (!isAway(error)) throw error;
        await link.again(source);
      } finally {
        // Left in the midst of a file, the stream is of no use any more.
        if (!whole) drop();
      }
    }
  }

  return {
    entryOf: (item) => entry(item, () => content(item)),
    get transferred() {
      return transferred;
    },
    close: drop,
  };
}

/** What is left of a file whose reading was cut off: only where it is the same still, as far as the phone tells. */
async function* rest(
  link: PhoneLink,
  sync: SyncClient,
  item: PhoneItem,
  from: number,
  { signal }: ReaderOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const same = async () => {
    const now = await sync.lstat(bytesOfText(item.path));
    return now !== null && now.size === item.stat.size && now.mtime === item.stat.mtime;
  };
  const changed = () => new DeviceError("refused", "It changed while the phone was away.");
  const size = Number(item.stat.size);
  if (!item.path.isWellFormed() || from > size || !(await same())) throw changed();
  const file = phoneFile(link.source, item.path, size, { signal });
  for (let at = from; at < size; at += pieceBytes) yield await file.read(at, Math.min(pieceBytes, size - at));
  if (!(await same())) throw changed();
}

function entry({ path, kind, stat, linkTarget }: PhoneItem, open: () => AsyncIterable<Uint8Array>): Entry {
  return {
    path: path.replace(/^\/+/, ""),
    kind,
    mode: stat.mode & 0o7777,
    modified: stat.mtime * 1_000_000_000n,
    ...(stat.uid === undefined ? {} : { uid: stat.uid }),
    ...(stat.gid === undefined ? {} : { gid: stat.gid }),
    ...(linkTarget === undefined ? {} : { linkTarget }),
    ...(kind === "file" ? { size: stat.size, open } : {}),
  };
}
