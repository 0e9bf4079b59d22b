import { FormatError } from "../core/errors.ts";
import { crc32 } from "./crc32.ts";

/** A picture that a browser may be handed: nothing is in it but what it takes to draw it. */
export interface RasterImage {
  readonly kind: "png" | "webp";
  readonly width: number;
  readonly height: number;
  /** Written anew out of the parts that are known; texts, profiles, places and animations are left out. */
  readonly bytes: Uint8Array;
}

/** Points on a side. What an image claims to have is memory in whoever draws it. */
const maxSide = 1024;
const maxChunks = 4096;

/**
 * Reads a PNG or a still WebP and copies the parts that are needed to draw it. Its points are not unpacked: a browser does that, within the
 * size that was checked here.
 *
 * W3C PNG §5 (chunks); RFC 9649 (WebP).
 *
 * @throws FormatError for any other format, for sizes that no icon has, and for what is damaged.
 */
export function readRasterImage(bytes: Uint8Array): RasterImage {
  if (starts(bytes, 0, pngSignature)) return readPng(bytes);
  if (starts(bytes, 0, ascii("RIFF")) && starts(bytes, 8, ascii("WEBP"))) return readWebp(bytes);
  throw new FormatError("image", "it is neither PNG nor WebP");
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What changes how the points look; all else is left out. */
const pngParts: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "IDAT", "IEND"]);

function readPng(bytes: Uint8Array): RasterImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  const size = { width: 0, height: 0 };
  let [data, last] = [0, ""];
  let at = 8;
  for (let n = 0; last !== "IEND"; n++) {
    if (n >= maxChunks || at + 12 > bytes.length) throw damage("it has no end", at);
    const length = view.getUint32(at);
    if (length > bytes.length - at - 12) throw damage("a part of it is cut off", at);
    const end = at + 12 + length;
    const name = text(bytes, at + 4);
    if ((n === 0) !== (name === "IHDR")) throw damage("it does not begin with its size", at);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) throw damage("a checksum is wrong", at);
    if (name === "IHDR") Object.assign(size, pngSize(view, at + 8, length));
    // The points are in one run; two runs are two answers to what the picture is.
    if (name === "IDAT" && data > 0 && last !== "IDAT") throw damage("its points are in two places", at);
    if (name === "IDAT") data += length;
    if (pngParts.has(name)) kept.push(bytes.subarray(at, end));
    // An upper-case first letter says that nobody can draw it who does not know this part.
    else if (/^[A-Z]/.test(name)) throw damage("it needs a part that is not known", at);
    last = name;
    at = end;
  }
  if (data === 0) throw damage("it holds no points", at);
  return { kind: "png", ...size, bytes: join(kept) };
}

function pngSize(view: DataView, at: number, length: number): { width: number; height: number } {
  if (length !== 13) throw damage("its size is not told", at);
  const [depth, colour] = [view.getUint8(at + 8), view.getUint8(at + 9)];
  const depths = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] }[colour];
  if (!depths?.includes(depth)) throw damage("its colours are of no known kind", at);
  return checked(view.getUint32(at), view.getUint32(at + 4), at);
}

/** In the extended header of WebP: whether it has transparency; the animation is refused, all else is left out. */
const webpFlag = { animation: 0x02, alpha: 0x10 } as const;

function readWebp(bytes: Uint8Array): RasterImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) throw damage("it is cut off", 4);
  const kept = new Map<string, Uint8Array>();
  let n = 0;
  for (let at = 12; at + 8 <= end; n++) {
    const name = text(bytes, at);
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length & 1);
    if (n >= maxChunks || length > end - at - 8) throw damage("a part of it is cut off", at);
    if (name === "ANIM" || name === "ANMF") throw damage("it moves", at);
    if (["VP8X", "ALPH", "VP8 ", "VP8L"].includes(name)) {
      if (kept.has(name)) throw damage("it holds two pictures", at);
      kept.set(name, bytes.subarray(at + 8, at + 8 + length));
    }
    at = next;
  }
  const [lossy, lossless, extended, alpha] = ["VP8 ", "VP8L", "VP8X", "ALPH"].map((name) => kept.get(name));
  if ((lossy === undefined) === (lossless === undefined)) throw damage("it holds no picture, or two", 12);
  const size = lossy ? lossySize(lossy) : losslessSize(lossless ?? new Uint8Array());
  if (!extended || !alpha || !lossy)
    return { kind: "webp", ...size, bytes: riff([[lossy ? "VP8 " : "VP8L", lossy ?? lossless ?? bytes]]) };
  const canvas = webpCanvas(extended);
  if (canvas.width !== size.width || canvas.height !== size.height) throw damage("it tells two sizes", 12);
  const head = extended.slice(0, 10);
  head[0] = webpFlag.alpha;
  const parts = [["VP8X", head] as const, ["ALPH", alpha] as const, ["VP8 ", lossy] as const];
  return { kind: "webp", ...size, bytes: riff(parts) };
}

/** RFC 9649 §2.7: flags, then width and height less one, 24 bits each. */
function webpCanvas(part: Uint8Array): { width: number; height: number } {
  if (part.length < 10 || ((part[0] ?? 0) & webpFlag.animation) !== 0) throw damage("it moves, or is cut off", 12);
  const number = (at: number) => (part[at] ?? 0) | ((part[at + 1] ?? 0) << 8) | ((part[at + 2] ?? 0) << 16);
  return checked(number(4) + 1, number(7) + 1, 12);
}

/** RFC 6386 §9.1: a key frame, its mark, 14 bits each of width and height. */
function lossySize(part: Uint8Array): { width: number; height: number } {
  if (part.length < 10 || ((part[0] ?? 1) & 1) !== 0 || !starts(part, 3, [0x9d, 0x01, 0x2a]))
    throw damage("its picture is none", 12);
  const number = (at: number) => ((part[at] ?? 0) | ((part[at + 1] ?? 0) << 8)) & 0x3fff;
  return checked(number(6), number(8), 12);
}

/** RFC 9649 §3.4: a mark, 14 bits each of width and height less one. */
function losslessSize(part: Uint8Array): { width: number; height: number } {
  if (part.length < 5 || part[0] !== 0x2f) throw damage("its picture is none", 12);
  const bits = new DataView(part.buffer, part.byteOffset).getUint32(1, true);
  return checked((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1, 12);
}

function riff(parts: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const chunks = parts.flatMap(([name, bytes]) => [
    Uint8Array.from(ascii(name)),
    u32(bytes.length),
    bytes,
    new Uint8Array(bytes.length & 1),
  ]);
  const body = join([Uint8Array.from(ascii("WEBP")), ...chunks]);
  return join([Uint8Array.from(ascii("RIFF")), u32(body.length), body]);
}

function checked(width: number, height: number, at: number): { width: number; height: number } {
  if (width < 1 || height < 1 || width > maxSide || height > maxSide)
    throw damage(`it says that it is ${width} by ${height} points, which no icon is`, at);
  return { width, height };
}

function u32(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number, true);
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function starts(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, n) => bytes[at + n] === byte);
}

function ascii(letters: string): number[] {
  return Array.from(letters, (letter) => letter.charCodeAt(0));
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function damage(why: string, at: number): FormatError {
  return new FormatError("image", why, at);
}
