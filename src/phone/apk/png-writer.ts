import { crc32 } from "../../formats/crc32.ts";

/** A colour with its opacity, each 0 to 255. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/**
 * A square PNG of up to 256 colours. Its points are not packed, which any reader takes: W3C PNG §11; RFC 1950 and 1951 §3.2.4.
 *
 * @param colour number of the colour in `palette` at (x, y)
 */
export function writePng(
  side: number,
  palette: readonly Rgba[],
  colour: (x: number, y: number) => number,
): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(side * (side + 1));
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) rows[y * (side + 1) + 1 + x] = colour(x, y);
  return join([
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", join([u32(side), u32(side), Uint8Array.from([8, 3, 0, 0, 0])])),
    chunk("PLTE", Uint8Array.from(palette.flatMap((each) => each.slice(0, 3)))),
    chunk("tRNS", Uint8Array.from(palette.map(([, , , alpha]) => alpha))),
    chunk("IDAT", zlib(rows)),
    chunk("IEND", new Uint8Array()),
  ]);
}

const mostStored = 0xffff;

function zlib(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.from([0x78, 0x01])];
  for (let at = 0; at < bytes.length; at += mostStored) {
    const part = bytes.subarray(at, at + mostStored);
    const last = at + mostStored >= bytes.length ? 1 : 0;
    const [low, high] = [part.length & 0xff, part.length >> 8];
    parts.push(Uint8Array.from([last, low, high, low ^ 0xff, high ^ 0xff]), part);
  }
  return join([...parts, u32(adler32(bytes))]);
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const content = join([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), body]);
  return join([u32(body.length), content, u32(crc32(content))]);
}

function u32(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
