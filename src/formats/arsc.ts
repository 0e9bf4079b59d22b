import { FormatError } from "../core/errors.ts";
import { chunkType, readTypeChunk, type TableBytes, type TypeChunk } from "./arsc-types.ts";
import { emptyPool, readStringPool, type StringPool } from "./string-pool.ts";

/** One package of a resource table: its types in all their configurations. */
export interface ResourcePackage {
  /** 0x7f for apps, 0x01 for Android itself, 0 for shared libraries, which get theirs on the phone. */
  readonly id: number;
  readonly name: string;
  /** Names of types by type id minus 1 (before the offset), and names of entries by their key. */
  readonly typeNames: StringPool;
  readonly keyNames: StringPool;
  /** What is added to the type ids: feature splits count on where the base ends. */
  readonly typeOffset: number;
  /** By type id, the offset added. */
  readonly types: ReadonlyMap<number, readonly TypeChunk[]>;
  /** Names of the libraries whose resources it uses, by the package id they had when it was built. */
  readonly libraries: ReadonlyMap<number, string>;
  /** Ids that were provisional during Android's development, with the final ones. */
  readonly aliases: ReadonlyMap<number, number>;
}

/**
 * A resource table. The tables of an app's base and of its splits together are one table: put their packages into one list.
 *
 * Use `arsc-lookup.ts` to look things up.
 */
export interface ResourceTable {
  readonly packages: readonly ResourcePackage[];
  /** Whether parts were left out because they are damaged. */
  readonly damaged: boolean;
}

/** A table without any resource, for apps that have none. */
export const emptyTable: ResourceTable = { packages: [], damaged: false };

const chunk = {
  stringPool: 0x0001,
  table: 0x0002,
  package: 0x0200,
  type: 0x0201,
  library: 0x0203,
  stagedAlias: 0x0206,
} as const;

/**
 * Reads where everything stands in a `resources.arsc`; the entries are read when they are looked up.
 *
 * @returns a table; it may have no package at all, which happens in ordinary apps.
 * @throws FormatError when it is no resource table, or its chunks cannot be walked through.
 * AOSP frameworks/base libs/androidfw/LoadedArsc.cpp.
 */
export function readResourceTable(bytes: Uint8Array): ResourceTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = { bytes, view };
  if (bytes.length < 12 || view.getUint16(0, true) !== chunk.table) throw damage("it is no resource table", 0);
  const end = view.getUint32(4, true);
  const headerSize = view.getUint16(2, true);
  if (headerSize < 12 || headerSize > end || end > bytes.length) throw damage("it is cut off", 0);
  let strings = emptyPool;
  const packages: ResourcePackage[] = [];
  let damaged = false;
  for (const { at, type, end: chunkEnd } of chunks(table, headerSize, end)) {
    // Android takes the first pool and leaves out any other.
    if (type === chunk.stringPool && strings === emptyPool) strings = readStringPool(bytes, at, chunkEnd);
    else if (type === chunk.package) {
      const read = readPackage(table, at, chunkEnd, strings);
      packages.push(read);
      damaged ||= read.damaged;
    }
  }
  return { packages, damaged };
}

interface Chunk {
  readonly at: number;
  readonly type: number;
  readonly end: number;
}

/** The chunks one after another; each has at least its header of 8 bytes, so there is an end. */
function* chunks({ view }: TableBytes, from: number, end: number): Generator<Chunk> {
  for (let at = from; at + 8 <= end; ) {
    const headerSize = view.getUint16(at + 2, true);
    const size = view.getUint32(at + 4, true);
    if (headerSize < 8 || size < headerSize || size > end - at) throw damage("a chunk has an impossible size", at);
    yield { at, type: view.getUint16(at, true), end: at + size };
    at += size;
  }
}

function readPackage(
  table: TableBytes,
  at: number,
  end: number,
  strings: StringPool,
): ResourcePackage & { readonly damaged: boolean } {
  const { bytes, view } = table;
  const headerSize = view.getUint16(at + 2, true);
  if (headerSize < 0x11c || at + headerSize > end) throw damage("a package is cut off", at);
  const typeOffset = headerSize >= 0x120 ? view.getUint32(at + 0x11c, true) : 0;
  const types = new Map<number, TypeChunk[]>();
  const libraries = new Map<number, string>();
  const aliases = new Map<number, number>();
  const typesAt = at + view.getUint32(at + 0x10c, true);
  const keysAt = at + view.getUint32(at + 0x114, true);
  let [typeNames, keyNames] = [emptyPool, emptyPool];
  let damaged = false;
  for (const part of chunks(table, at + headerSize, end)) {
    if (part.type === chunk.stringPool) {
      if (part.at === typesAt) typeNames = readStringPool(bytes, part.at, part.end);
      else if (part.at === keysAt) keyNames = readStringPool(bytes, part.at, part.end);
    } else if (part.type === chunk.type) {
      const read = readTypeChunk(table, part.at, part.end, strings);
      if (!read || !add(types, chunkType(read) + typeOffset, read)) damaged = true;
    } else if (part.type === chunk.library) readLibraries(table, part, libraries);
    else if (part.type === chunk.stagedAlias) readAliases(table, part, aliases);
  }
  const [id, name] = [view.getUint32(at + 8, true), fixedText(view, at + 12, 128)];
  return { id, name, typeNames, keyNames, typeOffset, types, libraries, aliases, damaged };
}

/** Real types have up to some hundred configurations; every lookup asks each of them. */
const maxConfigs = 2000;

function add(types: Map<number, TypeChunk[]>, type: number, read: TypeChunk): boolean {
  const list = types.get(type);
  if (!list) types.set(type, [read]);
  else if (list.length < maxConfigs) list.push(read);
  return !list || list.at(-1) === read;
}

function readLibraries({ view }: TableBytes, { at, end }: Chunk, libraries: Map<number, string>): void {
  if (at + 12 > end) return;
  const count = view.getUint32(at + 8, true);
  let entry = at + view.getUint16(at + 2, true);
  for (let n = 0; n < count && entry + 260 <= end; n++, entry += 260)
    libraries.set(view.getUint32(entry, true), fixedText(view, entry + 4, 128));
}

function readAliases({ view }: TableBytes, { at, end }: Chunk, aliases: Map<number, number>): void {
  if (at + 12 > end) return;
  const count = view.getUint32(at + 8, true);
  let entry = at + view.getUint16(at + 2, true);
  for (let n = 0; n < count && entry + 8 <= end; n++, entry += 8)
    aliases.set(view.getUint32(entry, true), view.getUint32(entry + 4, true));
}

/** UTF-16 in a field of fixed length, up to the first NUL. */
function fixedText(view: DataView, at: number, units: number): string {
  let text = "";
  for (let n = 0; n < units; n++) {
    const unit = view.getUint16(at + n * 2, true);
    if (unit === 0) break;
    text += String.fromCharCode(unit);
  }
  return text;
}

function damage(why: string, at: number): FormatError {
  return new FormatError("resources.arsc", why, at);
}
