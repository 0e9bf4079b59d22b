// YARA rules and the apps of a phone: asked about the code that is transferred, and told of where they are not.
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadInspections } from "../../src/centre/load-inspections.ts";
import { parseAppInspections } from "../../src/formats/app-inspections.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-inspect-yara-"));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const packages = ["com.systemservice", "com.whatsapp", "com.android.phone"];
const now = Date.UTC(2026, 5, 1);

async function rules(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test("rules are asked about the code of added apps, each time, and their verdicts stand with the others", async () => {
  const yara = [await rules("names.yar", 'rule SpyName { strings: $a = "Lcom/whatsapp/" condition: $a }\n')];
  const dataFolder = join(folder, "first");
  const source = () => phoneSource(createPhone("stalked"));
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith("candor-code-"));
  for (let look = 0; look < 2; look++) {
    const { found } = await loadInspections(source(), { dataFolder, packages, rules: { yara, now } });
    expect(found.engines.map(({ id }) => id)).toContain("yara");
    expect(found.missing.join()).toContain("not about resources, native libraries and pre-installed apps");
    const hit = found.apps.find((app) => app.package === "com.whatsapp");
    expect(hit?.verdicts).toMatchObject([{ engine: "yara", list: yara[0], severity: "high", name: "SpyName" }]);
    expect(hit?.verdicts[0]?.message).toMatch(/matches [\w.]*base\.apk!\/classes\.dex/);
    expect(found.apps.filter(({ verdicts }) => verdicts.some(({ engine }) => engine === "yara"))).toHaveLength(1);
    expect(parseAppInspections(JSON.stringify(found))).toEqual(JSON.parse(JSON.stringify(found)));
  }
  const after = (await readdir(tmpdir())).filter((name) => name.startsWith("candor-code-"));
  expect(after.filter((name) => !before.includes(name))).toEqual([]);
});

test("without rules it is said that none were asked", async () => {
  const { found } = await loadInspections(phoneSource(createPhone("stalked")), {
    dataFolder: join(folder, "second"),
    packages,
  });
  expect(found.engines.map(({ id }) => id)).not.toContain("yara");
  expect(found.missing.join()).toContain("YARA rules and clamd were not asked");
});

test("a rule file of which nothing can be used is told of before the phone is asked", async () => {
  const yara = [await rules("bad.yar", "rule Broken { condition: }\n")];
  const options = { dataFolder: join(folder, "third"), packages, rules: { yara, now } };
  await expect(loadInspections(phoneSource(createPhone("stalked")), options)).rejects.toThrow(/bad\.yar:1/);
});
