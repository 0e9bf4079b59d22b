// Changed and made-up files: a record or FormatError, in bounded time and memory.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { buildDex } from "../formats/dex-builder.ts";
import { writeEvilZip } from "../formats/evil-zip.ts";
import { read, record } from "./apk-record.ts";
import { filter, makeApk, named, target } from "./made-apk.ts";

const made = makeApk({
  children: [
    target(30),
    named("uses-permission", "android.permission.INTERNET"),
    { name: "application", children: [named("activity", ".Main", [filter(["android.intent.action.MAIN"])])] },
  ],
  dex: {
    classes: ["Lcom/made/App;"],
    types: ["Ljava/lang/System;"],
    methods: [{ class: "Ljava/lang/System;", name: "load" }],
    strings: ["https://api.made-shop.com/x", "cdn.made-shop.com"],
  },
});
const politedroid = readFileSync("../shared/apks/debsrc-politedroid.apk");

async function survives(bytes: Uint8Array): Promise<void> {
  try {
    const result = await record(bytes);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
  }
}

test.each([
  ["a small APK", made],
  ["a signed one", politedroid],
])(
  "%s with any bytes changed",
  async (_, bytes) => {
    const change = fc.record({ at: fc.nat(bytes.length - 1), value: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const copy = new Uint8Array(bytes);
        for (const { at, value } of changes) copy[at] = value;
        await survives(copy);
      }),
      { numRuns: 400 },
    );
  },
  60_000,
);

test("any bytes are no APK", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await expect(record(bytes)).rejects.toBeInstanceOf(FormatError);
    }),
    { numRuns: 100 },
  );
});

test("thousands of entries with the same code are looked into as far as the limits go, and that is said", async () => {
  const dex = buildDex({ classes: ["Lcom/made/App;"] });
  const entries = Array.from({ length: 2300 }, (_, n) => ({
    name: n === 0 ? "classes.dex" : `classes${n + 1}.dex`,
    content: dex,
    shares: n > 0,
  }));
  const result = await record(writeEvilZip({ entries }));
  const code = read(result.code);
  expect(code.files.length).toBeLessThanOrEqual(2000);
  expect(code.unreadable.length).toBeGreaterThan(0);
  expect(read(result.trackers).complete).toBe(false);
  expect(result.tampering.marks.length).toBeGreaterThan(0);
}, 30_000);
