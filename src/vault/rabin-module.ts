import { degree, modulo } from "./rabin-polynomial.ts";

/**
 * The inner loop of the chunker as a WebAssembly module, emitted here byte by byte: the digest has 53 bits, which JavaScript has no fast
 * integers for. A digest depends on the 64 bytes before it alone, so that four places of a file are scanned side by side, which keeps a
 * processor busy that would wait for one table look-up after the other.
 */
export interface RabinModule {
  /** The module's memory: what is scanned lies from `bufferStart` on. */
  readonly bytes: Uint8Array;
  readonly bufferStart: number;
  /**
   * The first address in [from, to) after whose byte a chunk may end: the low `maskBits` of the digest of the 64 bytes up to and with it are
   * zero. −1 where there is none. The 64 bytes before `from` must lie in the buffer, too.
   */
  scan(from: number, to: number): number;
}

/** What is used of the WebAssembly JavaScript Interface; the types of Node do not have it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** The window of the digest, in bytes. */
const windowBytes = 64;
/** How many bytes each of the four scans side by side. */
const laneBytes = 4096;
const lanes = 4;
const outTable = 0;
const modTable = 2048;
const bufferStart = 4096;
const pageBytes = 65_536;

/** The module for a polynomial, with room for `capacity` bytes. */
export function rabinModule(polynomial: bigint, capacity: number, maskBits: number): RabinModule {
  const pages = Math.ceil((bufferStart + capacity) / pageBytes);
  const { memory, wide, narrow } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes(pages, maskBits)))
    .exports as Exports;
  writeTables(new DataView(memory.buffer), polynomial);
  return {
    bytes: new Uint8Array(memory.buffer),
    bufferStart,
    scan(from, to) {
      let at = from;
      for (; at + lanes * laneBytes <= to; at += lanes * laneBytes) {
        const found = wide(at, at + laneBytes);
        if (found !== notFound) return found;
      }
      const found = at < to ? narrow(at, to) : notFound;
      return found === notFound ? -1 : found;
    },
  };
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  wide(from: number, to: number): number;
  narrow(from: number, to: number): number;
}

const notFound = 0x7fffffff;

/** What a byte adds that has left the window, and what reduces a digest whose top byte is shifted out. */
function writeTables(view: DataView, polynomial: bigint): void {
  const out = multiples(8 * windowBytes, polynomial);
  const mod = multiples(degree, polynomial);
  for (let byte = 0; byte < 256; byte++) {
    view.setBigUint64(outTable + 8 * byte, out[byte] ?? 0n, true);
    view.setBigUint64(modTable + 8 * byte, (mod[byte] ?? 0n) | (BigInt(byte) << BigInt(degree)), true);
  }
}

/** All bytes times x to a power, modulo the polynomial: each the sum of what its bits give. */
function multiples(power: number, polynomial: bigint): readonly bigint[] {
  const table = [0n];
  for (let bit = 0; bit < 8; bit++) {
    const one = modulo(1n << BigInt(power + bit), polynomial);
    table.push(...table.map((sum) => sum ^ one));
  }
  return table;
}

type Code = readonly number[];

// Opcodes of the WebAssembly Core Specification 1.0, §5.4, that are used here.
const loop = [0x03, 0x40];
const ifThen = [0x04, 0x40];
const end = [0x0b];
const branchIf = (label: number): Code => [0x0d, label];
const localGet = (index: number): Code => [0x20, index];
const localSet = (index: number): Code => [0x21, index];
const i64Load = (offset: number): Code => [0x29, 3, ...unsigned(offset)];
const i32Load8 = (offset: number): Code => [0x2d, 0, ...unsigned(offset)];
const i64Load8 = (offset: number): Code => [0x31, 0, ...unsigned(offset)];
const i32Const = (value: number): Code => [0x41, ...signed(value)];
const i64Const = (value: number): Code => [0x42, ...signed(value)];
const i32Eqz = [0x45];
const i32LessUnsigned = [0x49];
const i32Add = [0x6a];
const i32Sub = [0x6b];
const i32And = [0x71];
const i32Or = [0x72];
const i32ShiftLeft = [0x74];
const i64Or = [0x84];
const i64Xor = [0x85];
const i64ShiftLeft = [0x86];
const i64ShiftRight = [0x88];
const wrap = [0xa7];

/** memory exported; two functions (from, to) → first place found or `notFound`: one with four lanes, of which `to` ends the first, one with one. */
function moduleBytes(pages: number, maskBits: number): Uint8Array<ArrayBuffer> {
  const [i32, type] = [0x7f, 0x60];
  const name = (text: string) => [text.length, ...Buffer.from(text)];
  const exported = [3, ...name("memory"), 2, 0, ...name("wide"), 0, 0, ...name("narrow"), 0, 1];
  const bodies = [2, ...scanner(lanes, maskBits), ...scanner(1, maskBits)];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, type, 2, i32, i32, 1, i32]),
    ...section(3, [2, 0, 0]),
    ...section(5, [1, 1, ...unsigned(pages), ...unsigned(pages)]),
    ...section(7, exported),
    ...section(10, bodies),
  ]);
}

/** One function: warms the digests up with the 64 bytes before each lane, then slides over all lanes at once. */
function scanner(count: number, maskBits: number): Code {
  // Locals: 0 from (of the window's first byte), 1 to (likewise), 2 end of the warming, 3 the best place so far, 4… the digests.
  const [at, to, warm, best, digests] = [0, 1, 2, 3, 4];
  const each = Array.from({ length: count }, (_, lane) => ({ digest: digests + lane, offset: lane * laneBytes }));
  const advance = [...localGet(at), ...i32Const(1), ...i32Add, ...localSet(at)];
  const repeat = (limit: number) => [...localGet(at), ...localGet(limit), ...i32LessUnsigned, ...branchIf(0)];
  const masked = (digest: number) => [
    ...localGet(digest),
    ...wrap,
    ...i32Const(2 ** maskBits - 1),
    ...i32And,
    ...i32Eqz,
  ];
  const instructions = [
    ...localGet(at),
    ...localSet(warm),
    ...[...localGet(at), ...i32Const(windowBytes), ...i32Sub, ...localSet(at)],
    ...[...i32Const(notFound), ...localSet(best)],
    ...[
      ...loop,
      ...each.flatMap(({ digest, offset }) => append(digest, at, offset)),
      ...advance,
      ...repeat(warm),
      ...end,
    ],
    // From here on `at` and `to` point to the byte that leaves the window.
    ...[...localGet(at), ...i32Const(windowBytes), ...i32Sub, ...localSet(at)],
    ...[...localGet(to), ...i32Const(windowBytes), ...i32Sub, ...localSet(to)],
    ...loop,
    ...each.flatMap(({ digest, offset }) => slide(digest, at, offset)),
    ...each.flatMap(({ digest }, lane) => [...masked(digest), ...(lane === 0 ? [] : i32Or)]),
    ...ifThen,
    ...each.flatMap(({ digest, offset }) => [...masked(digest), ...ifThen, ...keepBest(at, best, offset), ...end]),
    ...end,
    ...advance,
    ...repeat(to),
    ...end,
    ...localGet(best),
    ...end,
  ];
  const locals = [2, 2, 0x7f, count, 0x7e];
  return [...unsigned(locals.length + instructions.length), ...locals, ...instructions];
}

/** Digest with the byte that comes, then without the one that leaves: in this order a step waits for one look-up less. */
function slide(digest: number, at: number, offset: number): Code {
  const leaving = [...localGet(at), ...i32Load8(offset), ...i32Const(3), ...i32ShiftLeft, ...i64Load(outTable)];
  return [...append(digest, at, offset + windowBytes), ...localGet(digest), ...leaving, ...i64Xor, ...localSet(digest)];
}

/** digest = (digest << 8 | byte) reduced by the polynomial. The index is the top byte, times the eight bytes of an entry. */
function append(digest: number, at: number, offset: number): Code {
  const shifted = [...localGet(digest), ...i64Const(8), ...i64ShiftLeft];
  const byte = [...localGet(at), ...i64Load8(offset)];
  const index = [
    ...localGet(digest),
    ...i64Const(degree - 8 - 3),
    ...i64ShiftRight,
    ...wrap,
    ...i32Const(0x7f8),
    ...i32And,
  ];
  return [...shifted, ...byte, ...i64Or, ...index, ...i64Load(modTable), ...i64Xor, ...localSet(digest)];
}

/** best = min(best, the place of this lane). */
function keepBest(at: number, best: number, offset: number): Code {
  const place = [...localGet(at), ...i32Const(windowBytes + offset), ...i32Add];
  return [...place, ...localGet(best), ...i32LessUnsigned, ...ifThen, ...place, ...localSet(best), ...end];
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}

/** LEB128 (§5.2.2). */
function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

function signed(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    const done = (rest >> 6 === 0 && (rest & 0x40) === 0) || (rest >> 6 === -1 && (rest & 0x40) !== 0);
    bytes.push((rest & 0x7f) | (done ? 0 : 0x80));
    if (done) return bytes;
  }
}
