import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { crc32 } from "../../src/formats/crc32.ts";
import { readRasterImage } from "../../src/formats/raster-image.ts";
import { writePng } from "../../src/phone/apk/png-writer.ts";
import { writePlainWebp } from "../../src/phone/apk/webp-writer.ts";
import { entryOf, openApk } from "./apk-files.ts";

const png = writePng(
  4,
  [
    [255, 0, 0, 255],
    [0, 0, 255, 128],
  ],
  (x, y) => (x + y) % 2,
);
const webp = writePlainWebp(5, 0x123456);

/** A part of a PNG. */
function part(name: string, body: Uint8Array): Uint8Array {
  const content = Buffer.concat([Buffer.from(name), body]);
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  return Buffer.concat([number(body.length), content, number(crc32(content))]);
}

/** The PNG with a part behind its head. */
const withPart = (name: string, body: Uint8Array) =>
  Buffer.concat([png.subarray(0, 33), part(name, body), png.subarray(33)]);

/** The PNG with another head. */
function headed(width: number, height: number, depth = 8, colour = 3): Uint8Array {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width);
  body.writeUInt32BE(height, 4);
  body[8] = depth;
  body[9] = colour;
  return Buffer.concat([png.subarray(0, 8), part("IHDR", body), png.subarray(33)]);
}

test("a picture comes out as it went in, and what is not needed to draw it is left out", () => {
  expect(readRasterImage(png)).toEqual({ kind: "png", width: 4, height: 4, bytes: png });
  for (const name of ["tEXt", "iCCP", "eXIf", "npTc", "acTL"])
    expect(readRasterImage(withPart(name, Buffer.from("<script>alert(1)</script>"))).bytes).toEqual(png);
  const trailed = Buffer.concat([png, Buffer.from("<html>")]);
  expect(readRasterImage(trailed).bytes).toEqual(png);
  expect(readRasterImage(webp)).toEqual({ kind: "webp", width: 5, height: 5, bytes: webp });
  const exif = Buffer.concat([webp, Buffer.from("EXIF\u0004\0\0\0abcd", "latin1")]);
  exif.writeUInt32LE(exif.length - 8, 4);
  expect(readRasterImage(exif).bytes).toEqual(webp);
});

describe("what is damaged, or made to harm whoever draws it, is refused", () => {
  test.each([
    ["nothing", new Uint8Array()],
    ["another format", Buffer.from("GIF89a\u0001\0\u0001\0")],
    ["a page that is called a picture", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["points for a gigabyte", headed(0x7fffffff, 0x7fffffff)],
    ["more points than any icon", headed(1025, 4)],
    ["no points at all", headed(0, 4)],
    ["colours that there are not", headed(4, 4, 8, 5)],
    ["an end that is missing", png.subarray(0, -12)],
    ["a part that goes on for ever", Buffer.concat([png.subarray(0, 33), Buffer.from("7fffffff49444154", "hex")])],
    ["a wrong checksum", Uint8Array.from(png, (byte, i) => (i === 32 ? byte ^ 1 : byte))],
    ["a part that nobody knows and that is needed", withPart("EVIL", Buffer.alloc(3))],
    ["points in two places", withPart("IDAT", Buffer.alloc(3))],
    ["a WebP that is cut off", webp.subarray(0, -1)],
    ["a WebP without a picture", Buffer.from("RIFF\u0004\0\0\0WEBP", "latin1")],
    ["a WebP that moves", Buffer.from("RIFF\u0010\0\0\0WEBPANIM\u0004\0\0\0\0\0\0\0", "latin1")],
    ["a WebP of 16,384 by 16,384 points", Uint8Array.from(webp, (byte, i) => (i > 20 && i < 25 ? 0xff : byte))],
  ])("%s", (_, bytes) => {
    expect(() => readRasterImage(new Uint8Array(bytes))).toThrow(FormatError);
  });
});

test("any bytes give a picture or FormatError, and never more bytes than there were", async () => {
  const apk = await openApk("../shared/apks/evil/apkinspector-minimal_orig.apk");
  const real = (await entryOf(apk, "res/9Q.webp")) ?? new Uint8Array();
  expect(readRasterImage(real)).toMatchObject({ kind: "webp" });
  const holds = (bytes: Uint8Array) => {
    try {
      const image = readRasterImage(bytes);
      expect(image.bytes.length).toBeLessThanOrEqual(bytes.length + 1);
      expect(Math.max(image.width, image.height)).toBeLessThanOrEqual(1024);
      // What was written is read again as it is.
      expect(readRasterImage(image.bytes).bytes).toEqual(image.bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
    }
  };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), holds));
  for (const image of [png, webp, real])
    fc.assert(
      fc.property(fc.nat(Math.min(image.length, 400) - 1), fc.nat(255), fc.nat(image.length), (at, byte, end) => {
        const bytes = image.slice();
        bytes[at] = byte;
        holds(bytes);
        holds(bytes.subarray(0, end));
      }),
      { numRuns: 300 },
    );
});
