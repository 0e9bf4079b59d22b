import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { memoryFile } from "../../src/device/file.ts";
import { readSigningBlock, type SigningBlock } from "../../src/formats/apk-signing-block.ts";
import { readZipEnd } from "../../src/formats/apk-zip-end.ts";
import { writeEvilZip } from "./evil-zip.ts";

const shared = join(import.meta.dirname, "../../../shared/apks");
const v2 = 0x7109871a;
const v3 = 0xf05368c0;
const padding = 0x42726577;

async function blockOf(bytes: Uint8Array): Promise<SigningBlock | undefined> {
  const end = await readZipEnd(memoryFile(bytes));
  return await readSigningBlock(end.file, end);
}

const shared1 = (name: string) => blockOf(readFileSync(join(shared, name)));
const ids = (block: SigningBlock | undefined) => block?.pairs.map(({ id }) => id);

/** A block of these values; `sizes` lie where given. */
function block(
  pairs: readonly [number, number][],
  sizes: { first?: number; last?: number; pair?: number } = {},
): Uint8Array {
  const u64 = (value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    return bytes;
  };
  const values = pairs.map(([id, length]) => {
    const bytes = Buffer.alloc(4 + length, id & 0xff);
    bytes.writeUInt32LE(id);
    return Buffer.concat([u64(sizes.pair ?? bytes.length), bytes]);
  });
  const length = values.reduce((sum, bytes) => sum + bytes.length, 24);
  const magic = Buffer.from("APK Sig Block 42");
  return Buffer.concat([u64(sizes.first ?? length), ...values, u64(sizes.last ?? length), magic]);
}

const signed = (beforeDirectory: Uint8Array) =>
  writeEvilZip({ entries: [{ name: "a", content: new Uint8Array(9) }], beforeDirectory });

test("lists the values where they lie", async () => {
  const bytes = signed(
    block([
      [v2, 100],
      [v3, 0],
      [padding, 40_000],
      [5, 1],
    ]),
  );
  const found = await blockOf(bytes);
  expect(ids(found)).toEqual([v2, v3, padding, 5]);
  expect(found).toMatchObject({ marks: [], android: { opens: "yes" } });
  for (const { id, offset, length } of found?.pairs ?? [])
    expect(bytes.subarray(offset, offset + length).every((byte) => byte === (id & 0xff))).toBe(true);
  expect((found?.offset ?? 0) + (found?.size ?? 0)).toBe(found?.centralDirectoryOffset);
});

test("what apksigner wrote", async () => {
  expect(ids(await shared1("npm-uiautomator2-androidTest.apk"))).toEqual([v2, v3, padding]);
  expect(ids(await shared1("gh-battery-alarm.apk"))).toEqual([v2]);
  expect(await shared1("gh-exodus-instapaper.apk")).toBeUndefined();
  for (const name of readdirSync(join(shared, "sigs")).filter((file) => /^v[23]-only/.test(file))) {
    const found = await shared1(join("sigs", name));
    const odd = /size-mismatch|garbage-between/.test(name);
    expect([name, found?.android.opens]).toEqual([name, odd ? "no" : "yes"]);
    if (!odd) expect(ids(found), name).toContain(name.startsWith("v2") ? v2 : v3);
  }
});

test("a value that stands twice is marked, and both are listed", async () => {
  const found = await blockOf(
    signed(
      block([
        [v2, 8],
        [v3, 8],
        [v2, 9],
      ]),
    ),
  );
  expect(found?.pairs.map(({ id, length }) => [id, length])).toEqual([
    [v2, 8],
    [v3, 8],
    [v2, 9],
  ]);
  expect(found?.marks.map(({ kind }) => kind)).toEqual(["pair-repeated"]);
});

test.each([
  ["two sizes", block([[v2, 8]], { first: 45 }), "block-sizes-differ", "no"],
  ["a size of nothing", block([[v2, 8]], { last: 0 }), "block-size", "no"],
  ["a size larger than the file", block([[v2, 8]], { last: 2 ** 40 }), "block-size", "no"],
  ["a value that reaches over the end", block([[v2, 8]], { pair: 99 }), "pair-size", "yes"],
  ["a value too short for its id", block([[v2, 8]], { pair: 3 }), "pair-size", "yes"],
] as const)("%s", async (_, bytes, mark, opens) => {
  const found = await blockOf(signed(bytes));
  expect(found).toMatchObject({ pairs: [], android: { opens } });
  expect(found?.marks.map(({ kind }) => kind)).toEqual([mark]);
});

test("very many values are listed in part", async () => {
  const found = await blockOf(signed(block(Array.from({ length: 10_001 }, (_, n) => [n, 0]))));
  expect(found?.pairs).toHaveLength(10_000);
  expect(found?.marks.map(({ kind }) => kind)).toEqual(["too-many-pairs"]);
});

test("any change of bytes gives a block, none, or a FormatError", async () => {
  const bytes = signed(
    block([
      [v2, 5],
      [v3, 5],
    ]),
  );
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
      const copy = new Uint8Array(bytes);
      for (const [at, value] of changes) copy[at] = value;
      const found = await blockOf(copy).catch((error) => {
        expect(error).toBeInstanceOf(FormatError);
        return undefined;
      });
      for (const { offset, length } of found?.pairs ?? []) expect(offset + length).toBeLessThanOrEqual(copy.length);
    }),
    { numRuns: 500 },
  );
});
