import { ByteReader } from "./byte-reader.ts";
import { folderOf, resolvePath } from "./path.ts";
import { errno, FileError, type FileStat, type Files } from "./program.ts";
import type { Service, ServiceStream } from "./stream.ts";

/** The longest DATA a client accepts (AOSP packages/modules/adb, SYNC.TXT). */
const maxData = 65_536;
/** The longest path of a request; longer ones are answered with FAIL and the stream is closed, as adbd does. */
const maxPath = 1024;

const typeMask = 0o170000;
const encoder = new TextEncoder();

/** The `sync:` service: stat, list, receive and send files, any number of requests on one stream, until QUIT. */
export function syncService(files: Files): Service {
  return async (stream) => {
    const reader = new ByteReader(stream.input);
    for (;;) {
      const head = await reader.take(8);
      if (head === undefined) return;
      const id = ascii(head.subarray(0, 4));
      const length = uint32At(head, 4);
      if (id === "QUIT") return;
      if (length > maxPath) {
        await fail(stream, "path too long");
        return;
      }
      const path = await reader.take(length);
      if (path === undefined || !(await answer(files, stream, reader, id, new TextDecoder().decode(path)))) return;
    }
  };
}

/** Answers one request; false ends the stream. */
async function answer(
  files: Files,
  stream: ServiceStream,
  reader: ByteReader,
  id: string,
  path: string,
): Promise<boolean> {
  const absolute = resolvePath("/", path);
  if (id === "STAT") await stream.write(statV1(await quietly(files.lstat(absolute))));
  else if (id === "LST2") await stream.write(await statV2(id, files.lstat(absolute)));
  else if (id === "STA2") await stream.write(await statV2(id, files.stat(absolute)));
  else if (id === "LIST") await list(files, stream, absolute, entryV1, record("DONE", 0, 0, 0, 0));
  else if (id === "LIS2") await list(files, stream, absolute, entryV2, blank("DONE", 76));
  else if (id === "RECV") await receive(files, stream, absolute);
  else if (id === "SEND") return send(files, stream, reader, path);
  else {
    await fail(stream, `unknown command ${id}`);
    return false;
  }
  return true;
}

async function list(
  files: Files,
  stream: ServiceStream,
  path: string,
  entry: (name: string, stat: FileStat) => Uint8Array,
  done: Uint8Array,
): Promise<void> {
  // A folder that cannot be read is an empty list: the protocol has no other answer.
  const names = await quietly(files.list(path));
  for (const name of names === undefined ? [] : [".", "..", ...names]) {
    const stat = await quietly(files.lstat(resolvePath(path, name)));
    if (stat !== undefined) await stream.write(entry(name, stat));
  }
  await stream.write(done);
}

async function receive(files: Files, stream: ServiceStream, path: string): Promise<void> {
  try {
    for await (const chunk of files.open(path)) {
      for (let at = 0; at < chunk.length; at += maxData) {
        const data = chunk.subarray(at, at + maxData);
        await stream.write(record("DATA", data.length));
        await stream.write(data);
      }
    }
  } catch (error) {
    await fail(stream, `open failed: ${reason(error)}`);
    return;
  }
  await stream.write(record("DONE", 0));
}

/** `path,mode`, then DATA…, then DONE with the time: the mode stands after the last comma, for a path may hold commas. */
async function send(files: Files, stream: ServiceStream, reader: ByteReader, request: string): Promise<boolean> {
  const comma = request.lastIndexOf(",");
  const mode = Number(request.slice(comma + 1));
  const path = resolvePath("/", request.slice(0, Math.max(0, comma)));
  const upload = new Upload(reader);
  let failing = "couldn't create file";
  try {
    if (comma === -1 || !Number.isInteger(mode)) throw new FileError("EINVAL");
    failing = "secure_mkdirs failed";
    await makeFolders(files, folderOf(path));
    failing = "couldn't create file";
    if ((mode & typeMask) === 0o120000) await sendLink(files, path, upload);
    else {
      await files.write(path, upload.data(), { mode: sharedMode(mode) });
      await files.change(path, { mtime: upload.mtime });
    }
  } catch (error) {
    // What the client still sends is read to its end, or the next request would be taken from the middle of a file.
    for await (const _ of upload.data());
    await fail(stream, `${failing}: ${reason(error)}`);
    return upload.complete;
  }
  await stream.write(record("OKAY", 0));
  return true;
}

/** adbd gives group and others the owner's permissions (AOSP packages/modules/adb, daemon/file_sync_service.cpp). */
function sharedMode(mode: number): number {
  const owner = mode & 0o700;
  return owner | (owner >> 3) | (owner >> 6);
}

async function sendLink(files: Files, path: string, upload: Upload): Promise<void> {
  let target = "";
  const decoder = new TextDecoder();
  for await (const chunk of upload.data()) {
    target += decoder.decode(chunk, { stream: true });
    if (target.length > maxPath) throw new FileError("ENAMETOOLONG");
  }
  await files.symlink(target.replaceAll("\0", ""), path);
}

/** The body of one SEND as it arrives. */
class Upload {
  complete = false;
  broken = false;
  /** Epoch seconds, from DONE. */
  mtime = 0;
  readonly #reader: ByteReader;

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  async *data(): AsyncGenerator<Uint8Array> {
    while (!this.complete && !this.broken) {
      const head = await this.#reader.take(8);
      const id = head === undefined ? "" : ascii(head.subarray(0, 4));
      const value = head === undefined ? 0 : uint32At(head, 4);
      if (id === "DONE") {
        this.mtime = value;
        this.complete = true;
      } else {
        const chunk = id === "DATA" && value <= maxData ? await this.#reader.take(value) : undefined;
        if (chunk === undefined) {
          this.broken = true;
          // Cut off or not the protocol: half a file must not be kept as if it were whole.
          throw new FileError("EIO");
        }
        yield chunk;
      }
    }
  }
}

async function makeFolders(files: Files, folder: string): Promise<void> {
  if (folder === "/" || (await quietly(files.stat(folder))) !== undefined) return;
  await makeFolders(files, folderOf(folder));
  await files.mkdir(folder, 0o775);
}

function statV1(stat: FileStat | undefined): Uint8Array {
  return record("STAT", stat?.mode ?? 0, clamp(stat?.size ?? 0), stat?.mtime ?? 0);
}

async function statV2(id: string, asked: Promise<FileStat>): Promise<Uint8Array> {
  try {
    return recordV2(id, 0, await asked);
  } catch (error) {
    return recordV2(id, error instanceof FileError ? errno[error.code] : errno.EIO, undefined);
  }
}

function entryV1(name: string, stat: FileStat): Uint8Array {
  const bytes = encoder.encode(name);
  return followedBy(record("DENT", stat.mode, clamp(stat.size), stat.mtime, bytes.length), bytes);
}

function entryV2(name: string, stat: FileStat): Uint8Array {
  const bytes = encoder.encode(name);
  const head = followedBy(recordV2("DNT2", 0, stat), new Uint8Array(4));
  new DataView(head.buffer).setUint32(head.length - 4, bytes.length, true);
  return followedBy(head, bytes);
}

/** `sync_stat_v2`: id, error, dev, ino, mode, nlink, uid, gid, size, atime, mtime, ctime; 72 bytes in all. */
function recordV2(id: string, error: number, stat: FileStat | undefined): Uint8Array {
  const bytes = blank(id, 72);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, error, true);
  if (stat === undefined) return bytes;
  view.setBigUint64(8, BigInt(stat.dev), true);
  view.setBigUint64(16, BigInt(stat.ino), true);
  [stat.mode, stat.nlink, stat.uid, stat.gid].forEach((value, index) => {
    view.setUint32(24 + 4 * index, value, true);
  });
  view.setBigUint64(40, BigInt(stat.size), true);
  for (const offset of [48, 56, 64]) view.setBigInt64(offset, BigInt(stat.mtime), true);
  return bytes;
}

async function fail(stream: ServiceStream, message: string): Promise<void> {
  const bytes = encoder.encode(message);
  await stream.write(followedBy(record("FAIL", bytes.length), bytes));
}

function record(id: string, ...values: readonly number[]): Uint8Array {
  const bytes = blank(id, 4 + 4 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    view.setUint32(4 + 4 * index, value >>> 0, true);
  });
  return bytes;
}

function blank(id: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set(encoder.encode(id));
  return bytes;
}

function followedBy(head: Uint8Array, name: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + name.length);
  bytes.set(head);
  bytes.set(name, head.length);
  return bytes;
}

/** Sizes beyond 32 bits cannot be told in version 1. */
function clamp(size: number): number {
  return Math.min(size, 0xffffffff);
}

function reason(error: unknown): string {
  if (error instanceof FileError) return error.message;
  throw error;
}

async function quietly<T>(value: Promise<T>): Promise<T | undefined> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function uint32At(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + offset, 4).getUint32(0, true);
}
