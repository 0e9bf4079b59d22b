import { type ResConfig, readConfig } from "./res-config.ts";
import type { StringPool } from "./string-pool.ts";

/** The bytes of a resource table. */
export interface TableBytes {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** The entries of one resource type for one configuration: a chunk that is read only when it is asked. */
export interface TypeChunk {
  readonly table: TableBytes;
  /** What its entries are meant for. */
  readonly config: ResConfig;
  /** Where the chunk stands, and where it ends. */
  readonly at: number;
  readonly end: number;
  readonly entryCount: number;
  /** Where the entries begin, counted from the start of the file. */
  readonly entriesAt: number;
  readonly layout: "plain" | "short" | "sparse";
  /** The strings that values of type string number. */
  readonly strings: StringPool;
}

/** A value as it stands in a table: a Res_value, or the parts of a complex one (an array, a style, plurals). */
export interface RawValue {
  readonly type: number;
  /** Unsigned 32 bits. */
  readonly data: number;
  /** Index of the entry's name in the package's pool of names. */
  readonly key: number;
  /** The text of a value of type string. */
  readonly text: string | undefined;
  /** Of complex values: their parts by attribute id or index; type and data are then 0. */
  readonly parts?: readonly RawPart[];
}

/** One part of a complex value. */
export interface RawPart {
  readonly name: number;
  readonly type: number;
  readonly data: number;
  readonly text: string | undefined;
}

const flag = { sparse: 1, short: 2 } as const;
const entryFlag = { complex: 1, compact: 8 } as const;
const noEntry = 0xffffffff;
const typeString = 0x03;
/** Parts of one value that are read; the largest style of Android itself has some thousand. */
const maxParts = 10_000;

/**
 * Reads the head of the type chunk at `at`; undefined where it is damaged: Android refuses the table then, but what else it
 * holds can still be read.
 *
 * AOSP frameworks/base libs/androidfw/include/androidfw/ResourceTypes.h (ResTable_type).
 */
export function readTypeChunk(table: TableBytes, at: number, end: number, strings: StringPool): TypeChunk | undefined {
  const { view } = table;
  const headerSize = view.getUint16(at + 2, true);
  if (headerSize < 24 || at + headerSize > end) return undefined;
  const flags = view.getUint8(at + 9);
  const layout = flags & flag.sparse ? "sparse" : flags & flag.short ? "short" : "plain";
  const entryCount = view.getUint32(at + 12, true);
  const entriesAt = at + view.getUint32(at + 16, true);
  const tableEnd = at + headerSize + entryCount * (layout === "short" ? 2 : 4);
  if (tableEnd > end || entriesAt < at + headerSize || entriesAt > end) return undefined;
  const config = readConfig(view, at + 20, at + headerSize);
  return { table, config, at, end, entryCount, entriesAt, layout, strings };
}

/** The id of the resource type, before the package's own offset is added. */
export function chunkType({ table, at }: TypeChunk): number {
  return table.view.getUint8(at + 8);
}

/** Whether this chunk has an entry with this number. */
export function hasEntry(chunk: TypeChunk, index: number): boolean {
  return entryAt(chunk, index) !== undefined;
}

/** The value of the entry with this number; undefined where the chunk has none, or a damaged one. */
export function readEntryValue(chunk: TypeChunk, index: number, withParts = false): RawValue | undefined {
  const at = entryAt(chunk, index);
  if (at === undefined) return undefined;
  const { view } = chunk.table;
  const flags = view.getUint16(at + 2, true);
  if (flags & entryFlag.compact)
    return value(chunk, flags >> 8, view.getUint32(at + 4, true), view.getUint16(at, true));
  const key = view.getUint32(at + 4, true);
  const valueAt = at + view.getUint16(at, true);
  if (flags & entryFlag.complex) {
    const parts = withParts ? readParts(chunk, at) : [];
    return { type: 0, data: 0, key, text: undefined, parts };
  }
  if (valueAt < at + 8 || valueAt + 8 > chunk.end) return undefined;
  return value(chunk, view.getUint8(valueAt + 3), view.getUint32(valueAt + 4, true), key);
}

function value(chunk: TypeChunk, type: number, data: number, key: number): RawValue {
  return { type, data, key, text: type === typeString ? chunk.strings.get(data) : undefined };
}

function readParts(chunk: TypeChunk, at: number): RawPart[] {
  const { view } = chunk.table;
  const parts: RawPart[] = [];
  if (at + 16 > chunk.end) return parts;
  const count = Math.min(view.getUint32(at + 12, true), maxParts);
  let part = at + view.getUint16(at, true);
  for (let n = 0; n < count && part + 12 <= chunk.end; n++) {
    const type = view.getUint8(part + 7);
    const data = view.getUint32(part + 8, true);
    const text = type === typeString ? chunk.strings.get(data) : undefined;
    parts.push({ name: view.getUint32(part, true), type, data, text });
    part += 4 + Math.max(view.getUint16(part + 4, true), 8);
  }
  return parts;
}

/** Where the entry stands. Sparse tables are sorted by index and searched as Android does. */
function entryAt(chunk: TypeChunk, index: number): number | undefined {
  const { view } = chunk.table;
  const table = chunk.at + view.getUint16(chunk.at + 2, true);
  let offset = noEntry;
  if (chunk.layout === "sparse") offset = sparseOffset(view, table, chunk.entryCount, index);
  else if (index < chunk.entryCount) {
    if (chunk.layout === "plain") offset = view.getUint32(table + index * 4, true);
    else offset = shortOffset(view.getUint16(table + index * 2, true));
  }
  if (offset === noEntry) return undefined;
  const at = chunk.entriesAt + offset;
  return at + 8 <= chunk.end ? at : undefined;
}

function shortOffset(stored: number): number {
  return stored === 0xffff ? noEntry : stored * 4;
}

function sparseOffset(view: DataView, table: number, count: number, index: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (view.getUint16(table + middle * 4, true) < index) low = middle + 1;
    else high = middle;
  }
  if (low === count || view.getUint16(table + low * 4, true) !== index) return noEntry;
  return view.getUint16(table + low * 4 + 2, true) * 4;
}
