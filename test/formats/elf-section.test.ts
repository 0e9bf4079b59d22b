// Where a section of a native library lies, found by short reads.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { elfSection } from "../../src/formats/elf-section.ts";
import { writeElf } from "./elf-writer.ts";

const text = (value: string) => Uint8Array.from(value, (character) => character.charCodeAt(0));

async function section(bytes: Uint8Array, name: string) {
  let read = 0;
  const range = await elfSection(
    async (at, length) => {
      read += length;
      return bytes.subarray(at, at + length);
    },
    bytes.length,
    name,
  );
  return { ...range, read };
}

test.each([true, false])("read-only data is found without reading the code (64 bits: %s)", async (wide) => {
  const bytes = writeElf(text("OpenSSL 1.0.2u"), { wide, code: 100_000 });
  const { start, end, read } = await section(bytes, ".rodata");
  expect(Buffer.from(bytes.subarray(start, end)).toString()).toBe("OpenSSL 1.0.2u");
  expect(read).toBeLessThan(1000);
  await expect(section(bytes, ".nothing")).rejects.toThrow(FormatError);
});

test("this very program has such data", async () => {
  const bytes = new Uint8Array(readFileSync(process.execPath));
  if (process.platform !== "linux") return;
  const { start, end } = await section(bytes, ".rodata");
  expect(Buffer.from(bytes.buffer, start, end - start).includes("NODE_OPTIONS")).toBe(true);
});

test("any bytes, and any change of a library, give a place within it or FormatError", async () => {
  const good = writeElf(text("some text"), { code: 200 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 12 }),
      fc.nat(good.length),
      async (changes, length) => {
        const bytes = Uint8Array.from(good).subarray(0, length);
        for (const [at, value] of changes) if (at < length) bytes[at] = value;
        try {
          const { start, end, read } = await section(bytes, ".rodata");
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(bytes.length);
          expect(read).toBeLessThan(100_000);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      },
    ),
    { numRuns: 500 },
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      await expect(section(bytes, ".rodata")).rejects.toThrow(FormatError);
    }),
    { numRuns: 200 },
  );
});
