import { FormatError } from "../core/errors.ts";
import { mapMarks } from "./dex-map.ts";
import type { TamperMark } from "./tamper-mark.ts";

/** What does not fit in a DEX file: by accident, or made to mislead whoever looks inside. */
export type DexMarkKind =
  | "version" // a version that Android has never taken
  | "endian-tag" // not the one value that is allowed
  | "header-size" // not 0x70, in containers 0x78
  | "file-size" // says another size than there are bytes
  | "table-outside" // begins or runs past the end: only the items that are there are read
  | "tables-overlap" // a table begins within another
  | "too-many" // more types or prototypes than 16 bits can number
  | "container" // the headers of a container contradict one another
  | "map" // the map list is missing or contradicts the header
  | "checksum" // Adler-32 of the content is another one
  | "signature"; // SHA-1 of the content is another one

/** One such observation; `offset` in bytes from the start of the file. */
export interface DexMark extends TamperMark<DexMarkKind> {
  readonly offset: number;
}

/** A table of items of one size. `count` items can be read at `offset`; the header said `declared`. */
export interface DexTable {
  readonly offset: number;
  readonly count: number;
  readonly declared: number;
}

/** One DEX: its tables, as views into the bytes of the file. Offsets count from the start of `bytes`. */
export interface Dex {
  /** The whole file; in a container all its DEX share it. */
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** 35 to 41. */
  readonly version: number;
  /** Where its header stands: 0, but in a container. */
  readonly header: number;
  /** From its header to its end or the next header, bounded by the bytes that are there. */
  readonly size: number;
  /** Offsets of string data. */
  readonly strings: DexTable;
  /** Descriptors, by index of their string. */
  readonly types: DexTable;
  readonly protos: DexTable;
  readonly fields: DexTable;
  readonly methods: DexTable;
  readonly classes: DexTable;
  readonly marks: readonly DexMark[];
  /**
   * How many bytes of items a walk may touch: the file's, shared among the DEX of a container by the size of their tables. Items
   * of sound files lie side by side; where they are made to overlap, walks would not be linear without it.
   */
  readonly work: number;
}

/** What kind of Dalvik code some bytes begin with; undefined when with none. */
export type DexKind = "dex" | "compact-dex" | "optimised-dex";

/** Bytes of one item of each table. */
export const itemSizes = { strings: 4, types: 4, protos: 12, fields: 8, methods: 8, classes: 32 } as const;

type TableName = keyof typeof itemSizes;
const tableNames = ["strings", "types", "protos", "fields", "methods", "classes"] as const satisfies TableName[];

/** The most headers that are read from one container. */
const maxContained = 1024;
/**
 * Tables of sound files lie side by side. One that lies about its size must not cost the others, so the six of one DEX may each have all
 * bytes; those of a container together not many times that.
 */
const tablesPerByte = 8;
const headerBytes = 0x70;
const containerHeaderBytes = 0x78;

/**
 * Tells Dalvik code by its first eight bytes: a name, three digits, NUL.
 *
 * AOSP art/libdexfile/dex/standard_dex_file.cc, compact_dex_file.cc; dalvik/libdex/DexFile.h ("dey").
 */
export function dexKind(bytes: Uint8Array): DexKind | undefined {
  if (bytes.length < 8 || bytes[7] !== 0) return undefined;
  for (let i = 4; i < 7; i++) if (byteAt(bytes, i) < 48 || byteAt(bytes, i) > 57) return undefined;
  const name = String.fromCharCode(byteAt(bytes, 0), byteAt(bytes, 1), byteAt(bytes, 2), byteAt(bytes, 3));
  return name === "dex\n" ? "dex" : name === "cdex" ? "compact-dex" : name === "dey\n" ? "optimised-dex" : undefined;
}

/**
 * Reads the headers and finds the tables: one DEX, or all of a container (version 041), in file order. Nothing is copied.
 *
 * Whatever else is wrong gives marks, and what can be read is read.
 *
 * @throws FormatError for what is no DEX: other bytes, compact and optimised DEX, unknown versions, swapped byte order, a header cut off.
 * source.android.com "Dalvik executable format"; AOSP art/libdexfile/dex/dex_file.h (Header, HeaderV41).
 */
export function readDex(bytes: Uint8Array): readonly [Dex, ...Dex[]] {
  refuseOtherKinds(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const budget = { left: bytes.length * tablesPerByte };
  const first = readOne(bytes, view, 0, budget);
  const parts: Draft[] = [first];
  if (first.version >= 41) readContained(bytes, view, first, parts, budget);
  const spent = bytes.length * tablesPerByte - budget.left;
  const all = parts.map((part) => {
    const share = spent === 0 ? bytes.length : (bytes.length * part.tableBytes) / spent;
    const { tableBytes: _, ...rest } = part;
    return { ...rest, work: 4 * share + 1024 };
  });
  return all as unknown as readonly [Dex, ...Dex[]];
}

type Draft = Omit<Dex, "work" | "marks"> & { readonly marks: DexMark[]; readonly tableBytes: number };
interface Budget {
  left: number;
}

function refuseOtherKinds(bytes: Uint8Array): void {
  const kind = dexKind(bytes);
  if (kind === "compact-dex")
    throw new FormatError("dex", "this is a compact DEX, as phones made it for themselves when they installed an app");
  if (kind === "optimised-dex") throw new FormatError("dex", "this is a DEX that an old phone optimised for itself");
  if (kind !== "dex") throw new FormatError("dex", "it does not begin as a DEX does", 0);
  if (bytes.length < headerBytes) throw new FormatError("dex", "the header is cut off", bytes.length);
}

/** The headers after the first, each where the one before it ends. */
function readContained(bytes: Uint8Array, view: DataView, first: Draft, parts: Draft[], budget: Budget): void {
  const declared = view.getUint32(0x70, true);
  const end = Math.min(declared, bytes.length);
  if (declared !== bytes.length)
    mark(first, "container", `the container says ${declared} bytes and has ${bytes.length}`, 0x70);
  let last = first;
  let at = view.getUint32(0x20, true);
  while (at < end) {
    const next = parts.length < maxContained ? nextContained(bytes, view, last, at, end, budget) : undefined;
    if (!next) {
      mark(last, "container", `${end - at} bytes after a DEX hold none that can be read`, at);
      return;
    }
    if (next.version < 41 || view.getUint32(at + 0x70, true) !== declared || view.getUint32(at + 0x74, true) !== at)
      mark(next, "container", "its version, container size or position is not what it should be", at);
    parts.push(next);
    last = next;
    at += view.getUint32(at + 0x20, true);
  }
}

function nextContained(
  bytes: Uint8Array,
  view: DataView,
  last: Draft,
  at: number,
  end: number,
  budget: Budget,
): Draft | undefined {
  if (at < last.header + containerHeaderBytes || at + containerHeaderBytes > end) return undefined;
  if (dexKind(bytes.subarray(at, at + 8)) !== "dex") return undefined;
  try {
    return readOne(bytes, view, at, budget);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

function readOne(bytes: Uint8Array, view: DataView, header: number, budget: Budget): Draft {
  const version = Number(String.fromCharCode(...bytes.subarray(header + 4, header + 7)));
  if (version < 35 || version > 41) throw new FormatError("dex", `version ${version} is not known`, header + 4);
  const u32 = (at: number) => view.getUint32(header + at, true);
  if (u32(0x28) === 0x78563412) throw new FormatError("dex", "the byte order is swapped", header + 0x28);
  const ownHeader = version >= 41 ? containerHeaderBytes : headerBytes;
  if (header + ownHeader > bytes.length) throw new FormatError("dex", "the header is cut off", bytes.length);
  const marks: DexMark[] = [];
  const before = budget.left;
  const tables = Object.fromEntries(
    tableNames.map((name, i) => [name, tableOf(bytes, name, u32(0x38 + i * 8), u32(0x3c + i * 8), budget, marks)]),
  ) as Record<TableName, DexTable>;
  const size = Math.min(u32(0x20), bytes.length - header);
  const dex = { bytes, view, version, header, size, ...tables, marks, tableBytes: before - budget.left };
  for (const name of overlapping(tables))
    mark(dex, "tables-overlap", `the table of ${name} begins within another`, tables[name].offset);
  if (version === 36) mark(dex, "version", "version 036 is none that Android takes", header + 4);
  if (u32(0x28) !== 0x12345678) mark(dex, "endian-tag", `the endian tag is 0x${u32(0x28).toString(16)}`, header + 0x28);
  if (u32(0x24) !== ownHeader) mark(dex, "header-size", `the header says it has ${u32(0x24)} bytes`, header + 0x24);
  if (version < 41 ? u32(0x20) !== bytes.length : u32(0x20) > bytes.length - header)
    mark(dex, "file-size", `the header says ${u32(0x20)} bytes, there are ${bytes.length - header}`, header + 0x20);
  marks.push(...mapMarks(dex, u32(0x34)));
  return dex;
}

function overlapping(tables: Readonly<Record<TableName, DexTable>>): TableName[] {
  const within = (at: number, name: TableName) =>
    at >= tables[name].offset && at < tables[name].offset + tables[name].count * itemSizes[name];
  return tableNames.filter(
    (name, i) =>
      tables[name].count > 0 &&
      tableNames.some((other, j) => {
        if (i === j || tables[other].count === 0) return false;
        return within(tables[name].offset, other) && (tables[name].offset > tables[other].offset || i > j);
      }),
  );
}

function tableOf(
  bytes: Uint8Array,
  name: TableName,
  declared: number,
  offset: number,
  budget: Budget,
  marks: DexMark[],
): DexTable {
  const itemSize = itemSizes[name];
  const fits = Math.max(0, Math.floor((bytes.length - offset) / itemSize));
  const add = (kind: DexMarkKind, detail: string) => marks.push({ kind, detail, offset });
  if (declared > fits) add("table-outside", `the header says ${declared} ${name}, there is room for ${fits}`);
  if ((name === "types" || name === "protos") && declared > 65535) add("too-many", `${declared} ${name}`);
  const room = Math.floor(budget.left / itemSize);
  const count = Math.min(declared, fits, room);
  if (count < Math.min(declared, fits)) add("container", `the table of ${name} is one too many over the same bytes`);
  budget.left -= count * itemSize;
  return { offset, count, declared };
}

function mark(dex: { readonly marks: DexMark[] }, kind: DexMarkKind, detail: string, offset: number): void {
  dex.marks.push({ kind, detail, offset });
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] as number;
}
