import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { candor } from "./run.ts";

test("candor compare tells what is new, in words and as a document, and reads what it is given", async () => {
  const folder = mkdtempSync(join(tmpdir(), "candor-compare-"));
  try {
    const saved = join(folder, "stock.json");
    await candor(["check", "virtual:stock", "--no-apps", "--save", saved]);
    const words = await candor(["compare", saved, "virtual:stalked"]);
    expect(words.out).toContain("New (");
    expect(words.out).toContain("TheTruthSpy");
    expect(words.code).toBe(1);
    const same = await candor(["compare", saved, saved, "--json"]);
    expect(JSON.parse(same.out)).toMatchObject({ schema: "candor.comparison/1", findings: [], answers: [] });
    expect(same.code).toBe(0);
    const missing = await candor(["compare", saved, join(folder, "none.json")]);
    expect(missing.code).toBe(3);
    expect(missing.err).toContain("What to do");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
