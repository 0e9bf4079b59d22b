import fc from "fast-check";
import { expect, test } from "vitest";
import { filmHead, filmKind } from "../../src/formats/film-kind.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ["\0\0\0\x18ftypisom\0\0\x02\0", "video/mp4"],
  ["\0\0\0\x20ftypmp42\0\0\0\0mp42isom", "video/mp4"],
  ["\0\0\0\x14ftypqt  \0\0\0\0", "video/quicktime"],
  ["\0\0\0\x18ftyp3gp5\0\0\x01\0", "video/3gpp"],
  [
    "\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm",
    "video/webm",
  ],
  ["\x1a\x45\xdf\xa3\xa3\x42\x86\x81\x01\x42\x82\x88matroska", null],
  ["\0\0\0\x18ftypheic\0\0\0\0", null],
  ["\0\0\0\x18ftypavif\0\0\0\0", null],
  ["\0\0\0\x18ftypM4A \0\0\0\0", null],
  ["<!doctype html><video>", null],
  ["ftypisom", null],
  ["webm", null],
  ["", null],
])("%j is %s", (head, kind) => {
  expect(filmKind(bytes(head))).toBe(kind);
});

test("the head is enough to tell, whatever follows", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: filmHead, maxLength: filmHead + 40 }), (head) => {
      expect(filmKind(head.subarray(0, filmHead))).toBe(filmKind(head));
    }),
  );
});
