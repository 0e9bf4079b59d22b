import { ByteWriter } from "./byte-writer.ts";

/**
 * A square WebP of one colour, which takes no bits a point: lossless, each of its five codes has one symbol. RFC 9649 §3.
 *
 * @param colour as 0xrrggbb
 */
export function writePlainWebp(side: number, colour: number): Uint8Array<ArrayBuffer> {
  const bits: number[] = [];
  const put = (value: number, count: number) => {
    for (let bit = 0; bit < count; bit++) bits.push((value >>> bit) & 1);
  };
  put(side - 1, 14);
  put(side - 1, 14);
  // No transparency, version 0; no transforms, no cache of colours, one group of codes.
  put(0, 1 + 3 + 1 + 1 + 1);
  // Green, red, blue, alpha: a simple code with one symbol of eight bits.
  for (const symbol of [(colour >> 8) & 0xff, (colour >> 16) & 0xff, colour & 0xff, 0xff]) {
    put(0b101, 3);
    put(symbol, 8);
  }
  // Distances, of which there are none: a simple code with one symbol of one bit.
  put(0b0001, 4);
  const bytes = Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, n) =>
    bits.slice(n * 8, n * 8 + 8).reduce((byte, bit, place) => byte | (bit << place), 0),
  );
  const size = bytes.length + 1;
  const padding = size & 1;
  const body = new ByteWriter()
    .bytes(ascii("WEBPVP8L"))
    .u32(size)
    .u8(0x2f)
    .bytes(bytes, new Uint8Array(padding))
    .done();
  return new ByteWriter().bytes(ascii("RIFF")).u32(body.length).bytes(body).done();
}

function ascii(letters: string): Uint8Array {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
