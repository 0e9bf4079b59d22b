import fc from "fast-check";
import { expect, test } from "vitest";
import { pictureHead, pictureKind } from "../../src/formats/picture-kind.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ["\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"],
  ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"],
  ["GIF89a\x01\0", "image/gif"],
  ["GIF87a\x01\0", "image/gif"],
  ["RIFF\x24\0\0\0WEBPVP8 ", "image/webp"],
  ["BM\x36\x10\0\0\0\0\0\0", "image/bmp"],
  ["\0\0\0\x20ftypavif\0\0\0\0", "image/avif"],
  ["<svg xmlns='http://www.w3.org/2000/svg'>", null],
  ["<!doctype html><script>", null],
  ["\0\0\0\x18ftypheic\0\0\0\0", null],
  ["RIFF\x24\0\0\0WAVEfmt ", null],
  ["BMW, the car, is no picture", null],
  ["%PDF-1.7", null],
  ["GIF89", null],
  ["\x89PNG", null],
  ["", null],
])("%j is %s", (head, kind) => {
  expect(pictureKind(bytes(head))).toBe(kind);
});

test("whatever it is, it is a kind or none, and the head is enough to tell", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (head) => {
      expect(pictureKind(head.subarray(0, pictureHead))).toBe(pictureKind(head));
    }),
  );
});
