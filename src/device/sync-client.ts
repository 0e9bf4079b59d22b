import { DeviceError, FormatError } from "../core/errors.ts";
import type { PhoneChannel, Source } from "../core/source.ts";

/** What the phone says of one file, as `lstat` does. All of it is the phone's word. */
export interface SyncStat {
  /** Type and permission bits as in `st_mode`. */
  readonly mode: number;
  /** Bytes; below 2^32 where `exact` is false, whatever the file's true size. */
  readonly size: bigint;
  /** Seconds since 1970. */
  readonly mtime: bigint;
  /** Whether the phone tells sizes of 64 bits, inodes and owners (stat_v2, ls_v2: Android 8 and later). */
  readonly exact: boolean;
  readonly ctime?: bigint;
  readonly uid?: number;
  readonly gid?: number;
  readonly inode?: bigint;
  readonly device?: bigint;
  readonly links?: bigint;
}

/** A name in a folder, as its bytes; `stat` is null where the phone cannot tell more. */
export interface SyncEntry {
  readonly name: Uint8Array;
  readonly stat: SyncStat | null;
}

/** Reads and writes files of a phone by adb's own protocol for them. One request at a time. */
export interface SyncClient {
  /** null where there is no such file, or the shell may not know of it. */
  lstat(path: Uint8Array): Promise<SyncStat | null>;
  /**
   * The names in a folder, without `.` and `..`. Ends with whether the folder named itself: a folder that cannot be read is an empty list to
   * this protocol, and does not.
   */
  list(path: Uint8Array): AsyncGenerator<SyncEntry, { readonly sawItself: boolean }, undefined>;
  /** A file's bytes in pieces of at most 64 KiB. Leaving early ends the client. @throws DeviceError `refused` with the phone's words */
  read(path: Uint8Array): AsyncGenerator<Uint8Array, void, undefined>;
  /**
   * Writes a file, over whatever has that name, and makes the folders above it. Ends when the phone says that it has all of it.
   *
   * @throws DeviceError `refused` with the phone's words; after any other error the client is closed, and half a file may lie there
   */
  write(path: Uint8Array, file: SentFile): Promise<void>;
  close(): void;
}

/** What a file is to be on the phone. */
export interface SentFile {
  /** Permission bits; the phone gives group and others those of the owner. */
  readonly permissions: number;
  /** Seconds since 1970, at most 32 bits. */
  readonly mtime: bigint;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** The most that one DATA holds, and a path (AOSP packages/modules/adb, SYNC.TXT, file_sync_protocol.h). */
const mostData = 64 * 1024;
const mostPath = 1024;
/** Linux allows names of 255 bytes; phones whose shared storage counts characters allow more bytes. */
const mostName = 1024;
const mostMessage = 4096;

/**
 * Opens the `sync:` service of a phone (AOSP packages/modules/adb, SYNC.TXT, file_sync_protocol.h).
 *
 * @throws DeviceError `refused` where the source is no phone, `gone`, `cancelled`
 */
export async function openSync(source: Source, signal?: AbortSignal): Promise<SyncClient> {
  const { services } = source;
  if (services === undefined) throw new DeviceError("refused", "Files can be read from a connected phone alone.");
  const channel = await services.open("sync:", { signal });
  return syncClient(channel, { statV2: services.has("stat_v2"), listV2: services.has("ls_v2") });
}

/** The client of an open stream, for a phone with these features. */
export function syncClient(
  channel: PhoneChannel,
  { statV2, listV2 }: { readonly statV2: boolean; readonly listV2: boolean },
): SyncClient {
  const reader = exactReader(channel);
  const ask = (id: string, path: Uint8Array) => channel.write(request(id, path));
  return {
    lstat: async (path) => {
      await ask(statV2 ? "LST2" : "STAT", path);
      const id = await reader.id();
      if (id !== (statV2 ? "LST2" : "STAT")) throw await unexpected(reader, id);
      if (!statV2) {
        const stat = statV1(await reader.take(12));
        // Version 1 has no other word for "there is none".
        return stat.mode === 0 ? null : stat;
      }
      const { error, stat } = statV2Of(await reader.take(68));
      return error === 0 ? stat : null;
    },
    list: async function* (path) {
      await ask(listV2 ? "LIS2" : "LIST", path);
      let sawItself = false;
      for (;;) {
        const id = await reader.id();
        if (id !== "DONE" && id !== (listV2 ? "DNT2" : "DENT")) throw await unexpected(reader, id);
        const fixed = await reader.take(listV2 ? 72 : 16);
        if (id === "DONE") return { sawItself };
        const length = view(fixed).getUint32(fixed.length - 4, true);
        if (length > mostName) throw new FormatError("sync", `a name of ${length} bytes`);
        const name = await reader.take(length);
        if (isDots(name)) sawItself = true;
        else yield { name, stat: listV2 ? statOrNull(statV2Of(fixed)) : statV1(fixed) };
      }
    },
    read: async function* (path) {
      let whole = false;
      try {
        await ask("RECV", path);
        for (;;) {
          const id = await reader.id();
          const length = view(await reader.take(4)).getUint32(0, true);
          if (id === "DONE") {
            whole = true;
            return;
          }
          if (id === "FAIL") {
            const error = await refused(reader, length);
            whole = true;
            throw error;
          }
          if (id !== "DATA" || length > mostData)
            throw new FormatError("sync", `an answer ${quoted(id)} of ${length} bytes`);
          yield* reader.pieces(length);
        }
      } finally {
        // The protocol cannot stop a file that is under way.
        if (!whole) channel.close();
      }
    },
    write: (path, file) => sendFile(channel, reader, path, file),
    close: () => channel.close(),
  };
}

async function sendFile(
  channel: PhoneChannel,
  reader: ExactReader,
  path: Uint8Array,
  { permissions, mtime, pieces }: SentFile,
): Promise<void> {
  const mode = `,${0o100000 | (permissions & 0o777)}`;
  await channel.write(request("SEND", joined(path, new TextEncoder().encode(mode))));
  let whole = false;
  try {
    for await (const piece of pieces)
      for (let at = 0; at < piece.length; at += mostData) {
        const part = piece.subarray(at, at + mostData);
        await channel.write(joined(head("DATA", part.length), part));
      }
    await channel.write(head("DONE", Number(BigInt.asUintN(32, mtime))));
    const id = await reader.id();
    const length = view(await reader.take(4)).getUint32(0, true);
    if (id !== "OKAY" && id !== "FAIL") throw new FormatError("sync", `an answer ${quoted(id)}`);
    const error = id === "FAIL" ? await refused(reader, length, "The phone does not take it") : null;
    whole = true;
    if (error) throw error;
  } finally {
    // What the phone got so far belongs to no whole file; it takes it away when the stream ends.
    if (!whole) channel.close();
  }
}

function request(id: string, path: Uint8Array): Uint8Array {
  if (path.length > mostPath || path.includes(0))
    throw new DeviceError("refused", "The path is longer than ADB can carry, or holds a NUL.");
  return joined(head(id, path.length), path);
}

/** Four letters and a number. */
function head(id: string, value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  bytes.set(new TextEncoder().encode(id));
  view(bytes).setUint32(4, value, true);
  return bytes;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

/** `mode`, `size`, `mtime`. */
function statV1(bytes: Uint8Array): SyncStat {
  const at = view(bytes);
  const [mode, size, mtime] = [at.getUint32(0, true), at.getUint32(4, true), at.getUint32(8, true)];
  return { mode, size: BigInt(size), mtime: BigInt(mtime), exact: false };
}

/** `error`, `dev`, `ino`, `mode`, `nlink`, `uid`, `gid`, `size`, `atime`, `mtime`, `ctime`: `sync_stat_v2` behind its id. */
function statV2Of(bytes: Uint8Array): { readonly error: number; readonly stat: SyncStat } {
  const at = view(bytes);
  const stat = {
    device: at.getBigUint64(4, true),
    inode: at.getBigUint64(12, true),
    mode: at.getUint32(20, true),
    links: BigInt(at.getUint32(24, true)),
    uid: at.getUint32(28, true),
    gid: at.getUint32(32, true),
    size: at.getBigUint64(36, true),
    mtime: at.getBigInt64(52, true),
    ctime: at.getBigInt64(60, true),
    exact: true,
  };
  return { error: at.getUint32(0, true), stat };
}

function statOrNull({ error, stat }: ReturnType<typeof statV2Of>): SyncStat | null {
  return error === 0 ? stat : null;
}

interface ExactReader {
  id(): Promise<string>;
  take(count: number): Promise<Uint8Array>;
  /** So many bytes as they arrive. */
  pieces(count: number): AsyncGenerator<Uint8Array, void, undefined>;
}

function exactReader(channel: PhoneChannel): ExactReader {
  let held: Uint8Array = new Uint8Array();
  const next = async (most: number): Promise<Uint8Array> => {
    while (held.length === 0) {
      const piece = await channel.read();
      if (piece === undefined)
        throw new DeviceError(
          "gone",
          "The connection was cut while the phone sent files.",
          "Check the cable or the network.",
        );
      held = piece;
    }
    const part = held.subarray(0, most);
    held = held.subarray(part.length);
    return part;
  };
  const take = async (count: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count; ) {
      const part = await next(count - at);
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  };
  return {
    take,
    id: async () => String.fromCharCode(...(await take(4))),
    pieces: async function* (count) {
      for (let left = count; left > 0; ) {
        const part = await next(left);
        left -= part.length;
        yield part;
      }
    },
  };
}

async function unexpected(reader: ExactReader, id: string): Promise<Error> {
  if (id !== "FAIL") return new FormatError("sync", `an answer ${quoted(id)}`);
  return await refused(reader, view(await reader.take(4)).getUint32(0, true));
}

async function refused(reader: ExactReader, length: number, what = "The phone does not give it"): Promise<Error> {
  if (length > mostMessage) return new FormatError("sync", `a message of ${length} bytes`);
  const message = new TextDecoder().decode(await reader.take(length));
  return new DeviceError("refused", `${what}: ${message.slice(0, 200)}`);
}

function isDots(name: Uint8Array): boolean {
  return name.length > 0 && name.length <= 2 && name.every((byte) => byte === 0x2e);
}

function quoted(id: string): string {
  return JSON.stringify(id);
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
