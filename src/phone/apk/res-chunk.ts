import { ByteWriter } from "./byte-writer.ts";

/**
 * A value in binary XML or a resource table: text, decimal number, yes or no, a resource by its id, a hexadecimal number, a colour as
 * 0xaarrggbb, a number with a point, a length in whole density-independent pixels.
 */
export type ResValue =
  | string
  | number
  | boolean
  | { readonly reference: number }
  | { readonly hex: number }
  | { readonly colour: number }
  | { readonly float: number }
  | { readonly dp: number };

/** No string, no namespace, no comment. */
export const nothing = 0xffffffff;

/** A chunk of AOSP's ResourceTypes.h: type, header size and size before a header of its own and a body. */
export function chunk(type: number, header: Uint8Array, ...body: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter().u16(type, 8 + header.length).u32(0);
  writer.bytes(header, ...body);
  return writer.setU32(4, writer.length).done();
}

/** Strings by number, each once. */
export class StringTable {
  readonly #numbers = new Map<string, number>();

  /** The number of a string, which is added where it is new. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const next = this.#numbers.size;
    this.#numbers.set(text, next);
    return next;
  }

  /** The string pool chunk, in UTF-8. */
  write(): Uint8Array<ArrayBuffer> {
    const data = new ByteWriter();
    const offsets = new ByteWriter();
    for (const text of this.#numbers.keys()) {
      offsets.u32(data.length);
      const bytes = new TextEncoder().encode(text);
      writeLength(data, text.length);
      writeLength(data, bytes.length);
      data.bytes(bytes).u8(0);
    }
    const start = 28 + offsets.length;
    const header = new ByteWriter().u32(this.#numbers.size, 0, utf8Flag, start, 0);
    return chunk(0x0001, header.done(), offsets.done(), data.align(4).done());
  }
}

const utf8Flag = 0x100;

/** Lengths take one byte, or two with the upper bit set. */
function writeLength(data: ByteWriter, length: number): void {
  if (length > 0x7fff) throw new RangeError("a string of a UTF-8 pool holds at most 32,767 bytes");
  if (length > 0x7f) data.u8(0x80 | (length >> 8), length & 0xff);
  else data.u8(length);
}

/** A Res_value, 8 bytes; texts go to the string table. */
export function resValue(value: ResValue, strings: StringTable): Uint8Array<ArrayBuffer> {
  const [type, data] = typed(value, strings);
  return new ByteWriter()
    .u16(8, type << 8)
    .u32(data)
    .done();
}

function typed(value: ResValue, strings: StringTable): readonly [type: number, data: number] {
  if (typeof value === "string") return [0x03, strings.number(value)];
  if (typeof value === "number") return [0x10, value];
  if (typeof value === "boolean") return [0x12, value ? nothing : 0];
  if ("hex" in value) return [0x11, value.hex];
  if ("colour" in value) return [0x1c, value.colour];
  if ("float" in value) return [0x04, floatBits(value.float)];
  // The number in the upper 24 bits, no places behind the point, the unit in the lowest four.
  if ("dp" in value) return [0x05, (value.dp << 8) | 1];
  return [0x01, value.reference];
}

function floatBits(number: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, number);
  return view.getUint32(0);
}
