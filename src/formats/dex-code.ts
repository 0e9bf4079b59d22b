import type { Dex } from "./dex.ts";
import { readUleb, skipLength } from "./dex-strings.ts";

/** Told one method that a class of the DEX defines; `code` is the offset of its code, 0 when abstract or native. */
export type MethodVisit = (method: number, access: number, code: number, classIndex: number) => void;

/** What calls which of the methods asked for. */
export interface Invocations {
  /** Index of a called method to the index of the first method, in file order, whose code calls it; of the first preferred one if there is any. */
  readonly callers: ReadonlyMap<number, number>;
  /** Methods whose code could not be walked to its end. */
  readonly unreadable: number;
  /** False when the walk ended early, because code lies over other code. */
  readonly complete: boolean;
}

/** Visits all methods with a body, native and abstract ones too, class by class. Linear: false when it had to end early. */
export function eachMethod(dex: Dex, visit: MethodVisit): { readonly unreadable: number; readonly complete: boolean } {
  const walk = { left: dex.work, unreadable: 0 };
  // One for all classes: there are tens of thousands of them in an app.
  const cursor: UlebCursor = { bytes: dex.bytes, at: -1 };
  for (let i = 0; i < dex.classes.count && walk.left > 0; i++) {
    const data = dex.view.getUint32(dex.classes.offset + i * 32 + 24, true);
    cursor.at = data;
    if (data !== 0) walkClassData(dex, cursor, i, visit, walk);
  }
  return { unreadable: walk.unreadable, complete: walk.left > 0 };
}

/**
 * Tells which of these methods (indices in this DEX) are called by code of this DEX.
 *
 * Walks the instructions once and looks only at `invoke-*`; code that holds nothing which looks like a wanted call is not walked. What is called by reflection, by method handles or from native code does not
 * show. The same code behind several methods is walked once.
 *
 * @param prefer whether a caller, by the index of its class's type, tells more than others do.
 * source.android.com "Dalvik bytecode", "Dalvik executable instruction formats".
 */
export function invokes(
  dex: Dex,
  methods: Iterable<number>,
  prefer: (type: number) => boolean = () => true,
): Invocations {
  const wanted = new Uint8Array(65536);
  for (const method of methods) if (method >= 0 && method < 65536) wanted[method] = 1;
  const callers = new Map<number, number>();
  const units = unitsAt(dex.bytes);
  const walked = new Uint8Array((dex.bytes.length >>> 5) + 1);
  let left = dex.work;
  let unreadable = 0;
  const classes = eachMethod(dex, (method, _access, code) => {
    if (code === 0 || left <= 0) return;
    if ((code & 3) !== 0 || code + 16 > dex.bytes.length) {
      unreadable++;
      return;
    }
    const bit = 1 << ((code >>> 2) & 7);
    if ((walked[code >>> 5] as number) & bit) return;
    walked[code >>> 5] = (walked[code >>> 5] as number) | bit;
    if (units && !mayCall(dex, units, code, wanted)) return;
    const length = walkCode(dex, code, left, wanted, (called) => {
      const preferred = prefer(dex.view.getUint16(dex.methods.offset + method * 8, true));
      if (preferred || !callers.has(called)) callers.set(called, method);
      if (preferred) wanted[called] = 0;
    });
    if (length < 0) unreadable++;
    left -= Math.abs(length);
  });
  return { callers, unreadable: unreadable + classes.unreadable, complete: classes.complete && left > 0 };
}

/** The bytes as 16-bit units, in which code is written; undefined where the machine or the place of the bytes does not allow it. */
function unitsAt({ buffer, byteOffset, length }: Uint8Array): Uint16Array | undefined {
  return littleEndian && byteOffset % 2 === 0 ? new Uint16Array(buffer, byteOffset, length >>> 1) : undefined;
}

const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/**
 * Whether something in the code looks like a wanted call, be it an instruction or not. Where one instruction ends and the next begins is not
 * asked, so that this is several times as fast as walking them.
 */
function mayCall(dex: Dex, units: Uint16Array, code: number, wanted: Uint8Array): boolean {
  const start = (code + 16) >>> 1;
  const end = Math.min(start + dex.view.getUint32(code + 12, true), units.length) - 1;
  for (let at = start; at < end; at++)
    if (wanted[units[at + 1] as number] === 1 && isInvoke[(units[at] as number) & 0xff] === 1) return true;
  return false;
}

/** class_data_item: four counts, fields of two and methods of three ULEB128 each. */
function walkClassData(
  dex: Dex,
  cursor: UlebCursor,
  classIndex: number,
  visit: MethodVisit,
  walk: { left: number; unreadable: number },
): void {
  const start = cursor.at;
  const fields = next(cursor) + next(cursor);
  const direct = next(cursor);
  const virtual = next(cursor);
  const limit = start + walk.left;
  for (let i = 0; i < fields && cursor.at >= 0 && cursor.at < limit; i++) {
    next(cursor);
    next(cursor);
  }
  walkMethods(dex, cursor, direct, limit, classIndex, visit, walk);
  walkMethods(dex, cursor, virtual, limit, classIndex, visit, walk);
  if (cursor.at < 0) walk.unreadable++;
  walk.left -= cursor.at < 0 ? 4 : cursor.at - start;
}

function walkMethods(
  dex: Dex,
  cursor: UlebCursor,
  count: number,
  limit: number,
  classIndex: number,
  visit: MethodVisit,
  walk: { unreadable: number },
): void {
  const known = dex.methods.count;
  let method = 0;
  for (let i = 0; i < count && cursor.at >= 0 && cursor.at < limit; i++) {
    method += next(cursor);
    const access = next(cursor);
    const code = next(cursor);
    if (cursor.at >= 0 && method < known) visit(method, access, code, classIndex);
    else walk.unreadable++;
  }
}

/** Reads one ULEB128 after the other. Most are of one to three bytes, and there are millions. */
interface UlebCursor {
  readonly bytes: Uint8Array;
  /** Where the next one begins; -1 after one that could not be read. */
  at: number;
}

/** -1 when it cannot be read. */
function next(cursor: UlebCursor): number {
  const { bytes, at } = cursor;
  if (at < 0) return -1;
  if (at + 3 < bytes.length) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      cursor.at = at + 1;
      return first;
    }
    const second = bytes[at + 1] as number;
    if (second < 0x80) {
      cursor.at = at + 2;
      return (first & 0x7f) | (second << 7);
    }
    const third = bytes[at + 2] as number;
    if (third < 0x80) {
      cursor.at = at + 3;
      return (first & 0x7f) | ((second & 0x7f) << 7) | (third << 14);
    }
  }
  const value = readUleb(bytes, at);
  cursor.at = value < 0 ? -1 : skipLength(bytes, at);
  return value;
}

/** The bytes that were walked; as a negative number when the code ended in the middle of an instruction or the walk ran out. */
function walkCode(dex: Dex, code: number, most: number, wanted: Uint8Array, found: (called: number) => void): number {
  const { bytes } = dex;
  const start = code + 16;
  const claimed = start + dex.view.getUint32(code + 12, true) * 2;
  const end = Math.min(claimed, bytes.length, start + most);
  let at = start;
  while (at + 1 < end) {
    const opcode = bytes[at] as number;
    const width = opcode === 0 && bytes[at + 1] !== 0 ? payloadUnits(bytes, at, end) : (unitsOf[opcode] as number);
    if (isInvoke[opcode] === 1 && at + 4 <= end) {
      const method = (bytes[at + 2] as number) | ((bytes[at + 3] as number) << 8);
      if (wanted[method] === 1) found(method);
    }
    at += width * 2;
  }
  return at === claimed ? claimed - code : -(Math.min(at, end) - code);
}

/** Tables of switches and arrays stand among the instructions as a `nop` with a second byte. */
function payloadUnits(bytes: Uint8Array, at: number, end: number): number {
  if (at + 8 > end) return 1;
  const count = (bytes[at + 2] as number) | ((bytes[at + 3] as number) << 8);
  switch (bytes[at + 1]) {
    case 1:
      return count * 2 + 4;
    case 2:
      return count * 4 + 2;
    case 3: {
      const elements =
        ((bytes[at + 4] as number) | ((bytes[at + 5] as number) << 8) | ((bytes[at + 6] as number) << 16)) +
        (bytes[at + 7] as number) * 2 ** 24;
      return Math.floor((elements * count + 1) / 2) + 4;
    }
    default:
      return 1;
  }
}

const isInvoke = new Uint8Array(256);
for (const [from, to] of [
  [0x6e, 0x72],
  [0x74, 0x78],
  [0xfa, 0xfb],
] as const)
  isInvoke.fill(1, from, to + 1);

/** Width of each instruction in 16-bit units; what is not listed has one. */
const unitsOf = new Uint8Array(256).fill(1);
for (const [units, ranges] of [
  [2, "02 05 08 13 15-16 19-1a 1c 1f-20 22-23 29 2d-3d 44-6d 90-af d0-e2 fe-ff"],
  [3, "03 06 09 14 17 1b 24-26 2a-2c 6e-72 74-78 fc-fd"],
  [4, "fa-fb"],
  [5, "18"],
] as const)
  for (const range of ranges.split(" ")) {
    const [from = 0, to = from] = range.split("-").map((hex) => Number.parseInt(hex, 16));
    unitsOf.fill(units, from, to + 1);
  }
