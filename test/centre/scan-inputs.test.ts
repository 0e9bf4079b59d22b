import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { scanInputs } from "../../src/centre/scan-inputs.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-inputs-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the largest apps of a folder come first, all else by name", async () => {
  const sizes = { "a.apk": 10, "b.apk": 3000, "c.xapk": 500, "d.apk": 10, "notes.txt": 9000 };
  for (const [name, size] of Object.entries(sizes)) writeFileSync(join(folder, name), "x".repeat(size));
  mkdirSync(join(folder, "below"));
  writeFileSync(join(folder, "below", "z.apk"), "x".repeat(8000));
  const found: string[] = [];
  for await (const { path } of scanInputs([folder])) found.push(path.slice(folder.length + 1));
  expect(found).toEqual(["b.apk", "c.xapk", "a.apk", "d.apk", join("below", "z.apk"), "notes.txt"]);
});
