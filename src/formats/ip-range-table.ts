import { FormatError } from "../core/errors.ts";
import { list, members, text } from "./json-shape.ts";
import type { IpNumber } from "./read-ip-address.ts";

/** What a table of address ranges says of itself. */
export interface IpTableHead {
  /** Name of the data, for people: `DB-IP Lite`. */
  readonly name: string;
  /** yyyy-mm-dd of the data. */
  readonly date: string;
  readonly licence: string;
  /** The words and the address that whoever shows the data has to show. */
  readonly attribution: string;
  readonly homepage: string;
  /** What a range may be, by the number in the table; number 0 is no answer and does not stand here: `values[0]` is number 1. */
  readonly values: readonly string[];
}

/** Ranges of addresses, each with one value: begins at `starts[i]` and ends before the next. */
export interface IpRangeTable {
  readonly head: IpTableHead;
  readonly ipv4: { readonly starts: Uint32Array; readonly values: Uint8Array };
  /** The first 64 bits of the address, in two halves: no range of the data is finer. */
  readonly ipv6: { readonly highs: Uint32Array; readonly lows: Uint32Array; readonly values: Uint8Array };
}

const format = "address table";
/** `CIPT1` and a line feed. */
const magic = [0x43, 0x49, 0x50, 0x54, 0x31, 0x0a];
const maxRanges = 4_000_000;

/**
 * Reads Candor's own table of address ranges, which `scripts/ip-countries.ts` writes.
 *
 * Layout: `CIPT1\n`; u32 little endian length of the head, the head as JSON; then for IPv4 and for IPv6: u32 number of ranges, u32 length
 * of the steps, one byte a range (its value), the steps: LEB128 numbers, each the distance from the start before, for IPv4 in addresses,
 * for IPv6 in networks of 64 bits.
 *
 * @throws FormatError for anything else.
 */
export function readIpRangeTable(bytes: Uint8Array): IpRangeTable {
  if (magic.some((byte, i) => bytes[i] !== byte)) throw new FormatError(format, "no such table");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headLength = word(view, magic.length);
  const headEnd = magic.length + 4 + headLength;
  if (headEnd > bytes.length) throw new FormatError(format, "cut off in its head");
  const head = headOf(bytes.subarray(magic.length + 4, headEnd));
  const first = sectionAt(bytes, view, headEnd, head.values.length);
  const second = sectionAt(bytes, view, first.end, head.values.length);
  if (second.end !== bytes.length) throw new FormatError(format, "bytes behind its end");
  return { head, ipv4: ipv4Of(first), ipv6: ipv6Of(second) };
}

/** The value of the range that holds an address; null where no range does. */
export function lookUpIp(table: IpRangeTable, address: IpNumber): string | null {
  const number =
    address.version === 4
      ? valueAt(table.ipv4.values, lastAt(table.ipv4.starts, address.value))
      : valueAt(table.ipv6.values, lastAt64(table.ipv6, address.words[0], address.words[1]));
  return number === 0 ? null : (table.head.values[number - 1] ?? null);
}

function valueAt(values: Uint8Array, place: number): number {
  return place < 0 ? 0 : (values[place] ?? 0);
}

/** Place of the last start that is not behind the address; −1 where all are. */
function lastAt(starts: Uint32Array, address: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= address) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function lastAt64({ highs, lows }: IpRangeTable["ipv6"], upper: number, lower: number): number {
  let low = 0;
  let high = highs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = highs[middle] as number;
    if (start < upper || (start === upper && (lows[middle] as number) <= lower)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

interface Section {
  readonly values: Uint8Array;
  readonly steps: Uint8Array;
  readonly end: number;
}

function sectionAt(bytes: Uint8Array, view: DataView, at: number, known: number): Section {
  const count = word(view, at);
  const stepBytes = word(view, at + 4);
  const end = at + 8 + count + stepBytes;
  if (count > maxRanges) throw new FormatError(format, `more than ${maxRanges} ranges`, at);
  if (end > bytes.length) throw new FormatError(format, "cut off", at);
  const values = bytes.subarray(at + 8, at + 8 + count);
  for (const value of values) if (value > known) throw new FormatError(format, "a value without a name", at);
  return { values, steps: bytes.subarray(at + 8 + count, end), end };
}

function ipv4Of({ values, steps }: Section): IpRangeTable["ipv4"] {
  const starts = new Uint32Array(values.length);
  const reader = new StepReader(steps);
  let at = 0;
  for (let i = 0; i < starts.length; i++) {
    at += reader.next(i > 0).low;
    if (at > 0xffff_ffff || reader.high > 0) throw new FormatError(format, "a range begins behind the last address");
    starts[i] = at;
  }
  reader.end();
  return { starts, values };
}

function ipv6Of({ values, steps }: Section): IpRangeTable["ipv6"] {
  const highs = new Uint32Array(values.length);
  const lows = new Uint32Array(values.length);
  const reader = new StepReader(steps);
  let [high, low] = [0, 0];
  for (let i = 0; i < highs.length; i++) {
    reader.next(i > 0);
    const sum = low + reader.low;
    low = sum % 2 ** 32;
    high += reader.high + (sum >= 2 ** 32 ? 1 : 0);
    if (high > 0xffff_ffff) throw new FormatError(format, "a range begins behind the last address");
    highs[i] = high;
    lows[i] = low;
  }
  reader.end();
  return { highs, lows, values };
}

/** Reads the steps, one after the other, as numbers of 64 bits in two halves. */
class StepReader {
  high = 0;
  low = 0;
  private at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** @param later whether a start lies before it, so that 0 would be the same again */
  next(later: boolean): this {
    this.high = 0;
    this.low = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      if (byte === undefined || shift > 63) throw new FormatError(format, "a step is cut off or too long");
      this.add(byte & 0x7f, shift);
      if (byte < 0x80) break;
    }
    if (later && this.high === 0 && this.low === 0) throw new FormatError(format, "two ranges begin at one address");
    return this;
  }

  end(): void {
    if (this.at !== this.bytes.length) throw new FormatError(format, "more steps than ranges");
  }

  private add(bits: number, shift: number): void {
    if (shift < 28) this.low += bits * 2 ** shift;
    else if (shift === 28) {
      this.low += (bits & 0xf) * 2 ** 28;
      this.high += bits >>> 4;
    } else this.high += bits * 2 ** (shift - 32);
  }
}

function headOf(bytes: Uint8Array): IpTableHead {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new FormatError(format, "its head is not JSON");
  }
  return headShape(value, "head");
}

const words = text(500);
const headShape = members<IpTableHead>({
  name: words,
  date: text(10, /^\d{4}-\d\d-\d\d$/),
  licence: words,
  attribution: words,
  homepage: text(500, /^https:\/\//),
  values: list(text(80), 255),
});

function word(view: DataView, at: number): number {
  if (at + 4 > view.byteLength) throw new FormatError(format, "cut off", at);
  return view.getUint32(at, true);
}
