import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { readJarManifest } from "../../src/formats/jar-manifest.ts";
import { littleWork } from "../little-work.ts";

const read = (text: string) => readJarManifest(Buffer.from(text));

test("sections, with the bytes that their digests are over", () => {
  const text =
    "Manifest-Version: 1.0\r\nBuilt-By: x\r\n\r\nName: a\r\nSHA1-Digest: abc=\r\n\r\nName: b/c\r\nX: y\r\n\r\n";
  const { main, entries } = read(text);
  expect(main.attributes.get("manifest-version")).toBe("1.0");
  expect([...entries.keys()]).toEqual(["a", "b/c"]);
  const cut = ({ start, end } = { start: 0, end: 0 }) => text.slice(start, end);
  expect(cut(main)).toBe("Manifest-Version: 1.0\r\nBuilt-By: x\r\n\r\n");
  expect(cut(entries.get("a"))).toBe("Name: a\r\nSHA1-Digest: abc=\r\n\r\n");
  expect(cut(entries.get("b/c"))).toBe("Name: b/c\r\nX: y\r\n\r\n");
});

test("lines fold, also in the middle of a letter, and end with LF, CR or both", () => {
  const ä = Buffer.from("ä");
  const folded = Buffer.concat([
    Buffer.from("A: 1\n\nName: x"),
    ä.subarray(0, 1),
    Buffer.from("\r\n "),
    ä.subarray(1),
    Buffer.from("y\n"),
  ]);
  expect([...readJarManifest(folded).entries.keys()]).toEqual(["xäy"]);
  expect(read("A: 1\r 2\rB: 3\r").main.attributes).toEqual(
    new Map([
      ["a", "12"],
      ["b", "3"],
    ]),
  );
});

test("a last line without its end does not count, nor what follows a section's last empty lines", () => {
  expect(read("A: 1\nB: 2").main.attributes).toEqual(new Map([["a", "1"]]));
  expect(read("").entries.size).toBe(0);
  expect(read("A: 1\n\n\n\nName: n\nB: 2\n").entries.get("n")?.attributes.get("b")).toBe("2");
});

describe("refused as Android refuses it", () => {
  test.each([
    ["a NUL", "A: 1\n\nName: a\0b\n\n"],
    ["no blank after the colon", "A:1\n"],
    ["an odd name", "A b: 1\n"],
    ["an empty name", ": 1\n"],
    ["too long a name", `${"a".repeat(71)}: 1\n`],
    ["a section without a name", "A: 1\n\nB: 2\n\n"],
    ["two sections with one name", "A: 1\n\nName: x\nB: 2\n\nName: x\nB: 3\n\n"],
  ])("%s", (_, text) => {
    expect(() => read(text)).toThrow(FormatError);
  });
});

test("any text gives a value or FormatError, in time by its length", async () => {
  const pieces = fc.array(fc.constantFrom("Name: ", "A: ", "\n", "\r", " ", ":", "x", "\0", "ä", "SHA1-Digest: "), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(pieces, (list) => {
      try {
        read(list.join(""));
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 1000 },
  );
  await littleWork(() => {
    read(`A: 1\n\n${Array.from({ length: 50_000 }, (_, i) => `Name: ${i}\nSHA1-Digest: x\n\n`).join("")}`);
  });
});
