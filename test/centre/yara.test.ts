import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256, writeStored } from "../../src/centre/feed-store.ts";
import { Lane } from "../../src/centre/scan-pool.ts";
import { loadYaraEngine, type YaraOptions } from "../../src/centre/yara-engine.ts";
import { readYaraFiles } from "../../src/centre/yara-rules.ts";
import { yaraViews } from "../../src/centre/yara-views.ts";
import type { YaraJob, YaraReply, YaraWorkerData } from "../../src/centre/yara-worker.ts";
import { openFile } from "../../src/device/file.ts";
import { stalkerwareRules } from "../../src/feeds/stalkerware-rules.ts";
import { candor, root } from "../cli/run.ts";
import { withTool } from "../tools.ts";

const apks = join(root, "..", "shared", "apks");
const instapaper = join(apks, "gh-exodus-instapaper.apk");
const small = join(apks, "evil", "jadx-small.apk");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-yara-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rulesFile(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const never = new AbortController().signal;

async function load(paths: readonly string[], options: Partial<YaraOptions> = {}) {
  return await loadYaraEngine({ paths, signal: never, ...options });
}

async function look(path: string, paths: readonly string[], options: Partial<YaraOptions> = {}) {
  const { engine, problems } = await load(paths, options);
  const lane = engine?.open(never);
  try {
    const judgement = await lane?.look({ path, size: readFileSync(path).length });
    return { ...judgement, problems, names: judgement?.verdicts.map(({ verdict }) => verdict.name).sort() };
  } finally {
    await lane?.close();
  }
}

describe("rules", () => {
  test("see what is packed: code, manifest and native libraries, and the file as it lies", async () => {
    const path = rulesFile(
      "views.yar",
      `rule code : tag { meta: author = "Somebody" description = "Talks to Instapaper." severity = "Low"
          strings: $a = "www.instapaper.com" condition: uint32(0) == 0x0a786564 and $a }
       rule manifest { strings: $a = "android.permission.INTERNET" wide condition: $a and uint16(0) == 3 }
       rule manifest_text { strings: $a = /android:name="android.permission.INTERNET"/ condition: $a }
       rule whole { meta: score = 60 condition: uint32(0) == 0x04034b50 and filesize > 1MB }
       rule never { strings: $a = "no app has this in it" condition: $a }`,
    );
    const { verdicts, unjudged, names, problems } = await look(instapaper, [path]);
    expect([problems, unjudged]).toEqual([[], []]);
    expect(names).toEqual(["code", "manifest", "manifest_text", "whole"]);
    const code = verdicts?.find(({ verdict }) => verdict.name === "code")?.verdict;
    expect(code).toMatchObject({ engine: "yara", list: path, severity: "low", confidence: "likely" });
    expect(code?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(code?.message).toBe(`The rule code (${path}:1) matches classes.dex: Talks to Instapaper.`);
    expect(code?.evidence.name).toBe(`rule code, ${path}:1, classes.dex, author Somebody, tags tag`);
    expect(code?.evidence.value).toMatch(/^\$a at 0x[0-9a-f]+: "www\.instapaper\.com"$/);
    expect(verdicts?.find(({ verdict }) => verdict.name === "whole")?.verdict.severity).toBe("medium");
    expect(verdicts?.find(({ verdict }) => verdict.name === "manifest")?.verdict).toMatchObject({ severity: "high" });
  });

  test("faulty ones are named with file and line and left out, with all that needs them; the others go on", async () => {
    const path = rulesFile(
      "faulty.yar",
      `rule good { condition: true }
rule faulty {
  condition:
    nothing_known
}
import "androguard"
rule needs { condition: faulty }
rule module { condition: androguard.url("x") }
rule needs_good { condition: good }`,
    );
    const { problems, names } = await look(small, [path]);
    expect([...problems].sort()).toEqual([
      `${path}:4: undefined identifier "nothing_known".`,
      `${path}:6: unknown module "androguard".`,
      `${path}:7: undefined identifier "faulty".`,
      expect.stringContaining(`${path}:8: `),
    ]);
    expect(names).toEqual(["good", "needs_good"]);
  });

  test("a folder is one list; a broken file in it is named, the same name twice is no fault, included files count once", async () => {
    const list = join(folder, "list");
    rulesFile("list/a.yar", "rule same { condition: filesize > 1 }\nprivate rule hidden { condition: true }");
    rulesFile("list/b.yara", 'include "deeper/c.yar"\nrule same { condition: other }');
    rulesFile("list/deeper/c.yar", "rule other { condition: filesize > 2 }");
    rulesFile("list/broken.yar", 'rule broken {\n strings:\n  $a = "x\n condition: $a }');
    rulesFile("list/global.yar", "global rule every_one { condition: filesize == 3 }\nrule third { condition: true }");
    rulesFile("list/readme.txt", "no rules");
    const { verdicts, problems, unjudged } = await look(small, [list]);
    expect(unjudged).toEqual([]);
    expect(problems).toEqual([`${join(list, "broken.yar")}:3: a string does not end.`]);
    const found = verdicts?.map(({ verdict }) => `${verdict.list} ${verdict.message.split(" matches")[0]}`).sort();
    expect(found).toEqual([
      `${list} The rule other (${join(list, "deeper", "c.yar")}:1)`,
      `${list} The rule same (${join(list, "a.yar")}:1)`,
      `${list} The rule same (${join(list, "b.yara")}:2)`,
    ]);
  });

  test("includes stay in the folder, end, and are named where they are missing", async () => {
    writeFileSync(join(folder, "outside.yar"), "rule outside { condition: true }");
    const inner = join(folder, "inner");
    for (const [name, text] of [
      ["up.yar", 'include "../outside.yar"'],
      ["absolute.yar", `include "${join(folder, "outside.yar")}"`],
      ["link.yar", 'include "linked.txt"'],
      ["self.yar", '\ninclude "self.yar"'],
      ["none.yar", '\n\ninclude "none-such.yar"'],
    ] as const)
      rulesFile(`inner/${name}`, text);
    symlinkSync(join(folder, "outside.yar"), join(inner, "linked.txt"));
    const { units, problems } = await readYaraFiles(inner, 0);
    expect(units).toEqual([]);
    expect(problems).toHaveLength(5);
    expect(problems.join("\n")).toMatch(/self\.yar:2: .*self\.yar includes itself/);
    expect(problems.join("\n")).toMatch(/none\.yar:3: there is no file none-such\.yar to include\./);
    expect(problems.filter((text) => text.includes("lies outside of the folder of the rules"))).toHaveLength(3);
  });

  test("one that takes too long, or breaks libyara, is said of that file, and the next file is judged", async () => {
    const path = rulesFile(
      "slow.yar",
      `rule slow { strings: $a = /(A+A+)+B/ condition: $a }
       rule fine { strings: $a = "AndroidManifest.xml" condition: $a }`,
    );
    const evil = rulesFile("evil.apk", "A".repeat(400_000));
    const { engine } = await load([path], { timeLimit: () => 1500 });
    const lane = engine?.open(never);
    const first = await lane?.look({ path: evil, size: 400_000 });
    expect(first?.verdicts).toEqual([]);
    expect(first?.unjudged.join()).toMatch(/YARA rules took longer than 1\.5 s: the file as a whole .*not judged/);
    const next = await lane?.look({ path: small, size: 1 });
    expect(next?.unjudged).toEqual([]);
    expect(next?.verdicts.map(({ verdict }) => verdict.name)).toEqual(["fine"]);
    await lane?.close();
  }, 60_000);

  test("matches without end break off one part, and not the run", async () => {
    const many = Array.from(
      { length: 20 },
      (_, i) => `rule z${i} { strings: $a = { 00 00 00 ${i % 10}0 } $b = { 00 } condition: any of them }`,
    );
    const path = rulesFile("many.yar", many.join("\n"));
    const zeros = join(folder, "zeros.apk");
    writeFileSync(zeros, new Uint8Array(1024 * 1024));
    const { engine } = await load([path], { timeLimit: () => 40_000 });
    const lane = engine?.open(never);
    const judgement = await lane?.look({ path: zeros, size: 1024 * 1024 });
    expect(judgement?.unjudged.join()).toMatch(/YARA rules (broke off|took longer)/);
    expect((await lane?.look({ path: small, size: 1 }))?.unjudged).toEqual([]);
    await lane?.close();
  }, 90_000);

  test("a part that is too large is not asked about where a rule might match, and that is said", async () => {
    const path = rulesFile(
      "size.yar",
      'rule large { condition: filesize > 1000 }\nrule never { strings: $a = "no app has this in it" condition: $a }',
    );
    const { verdicts, unjudged } = await look(instapaper, [path], { maxBytes: 100_000 });
    expect(verdicts?.map(({ verdict }) => verdict.evidence.name)).not.toContain("classes.dex");
    expect(unjudged).toContain("1 YARA rule was not asked about the file as a whole: it is too large.");
    expect(unjudged).toContain("1 YARA rule was not asked about classes.dex: it is too large.");
  });
});

test("evil and damaged apps are looked at as far as they can be read, and break nothing", async () => {
  const path = rulesFile(
    "any.yar",
    'rule any { strings: $a = "classes" condition: $a }\nrule size { condition: filesize > 0 }',
  );
  const { engine } = await load([path], { timeLimit: () => 20_000 });
  const lane = engine?.open(never);
  const evil = readdirSync(join(apks, "evil")).map((name) => join(apks, "evil", name));
  const damaged = Array.from({ length: 40 }, (_, i) => {
    const bytes = readFileSync(i % 2 === 0 ? small : join(apks, "evil", "androguard-multidex.apk"));
    for (let n = 0; n < 8; n++) bytes[(i * 7919 + n * 104_729) % bytes.length] = (i * 31 + n * 17) & 0xff;
    const name = join(folder, `damaged-${i}.apk`);
    writeFileSync(name, i % 5 === 0 ? bytes.subarray(0, bytes.length - i * 10) : bytes);
    return name;
  });
  for (const each of [...evil, ...damaged]) {
    const judgement = await lane?.look({ path: each, size: 1 });
    expect(judgement?.verdicts.length, each).toBeGreaterThan(0);
    expect(judgement?.unjudged.join(), each).not.toMatch(/broke off|took longer/);
  }
  await lane?.close();
}, 60_000);

test("published rules come with an update, and their verdicts name the list and its date", async () => {
  const data = join(folder, "data");
  expect(await load([], { dataFolder: data })).toEqual({
    engine: null,
    problems: ["stalkerware-rules: the list comes with an update (candor feeds update stalkerware-rules)."],
  });
  const text =
    'rule watcher : stalkerware { meta: author = "X" strings: $a = "www.instapaper.com" condition: uint16(0) == 0x6564 and all of them }';
  const value = stalkerwareRules.parse({ "rules.yar": text }, { yaml: () => null });
  expect(stalkerwareRules.count(value)).toBe(1);
  expect(() => stalkerwareRules.parse({ "rules.yar": "<html>" }, { yaml: () => null })).toThrow("line 1");
  expect(() => stalkerwareRules.parse({ "rules.yar": "// none" }, { yaml: () => null })).toThrow("no rule in it");
  const files = { "rules.yar": { text, address: "https://example.org/rules.yar", sha256: sha256(text) } };
  const stored = {
    id: "stalkerware-rules",
    parser: stalkerwareRules.version,
    date: "2026-07-01",
    files,
    value,
    entries: 1,
  };
  await writeStored(data, { ...stored, fetchedAt: "2026-07-01T12:00:00.000Z" }, 0);
  const { verdicts } = await look(instapaper, [], { dataFolder: data });
  expect(verdicts?.map(({ verdict }) => verdict)).toMatchObject([
    { list: "stalkerware-rules", date: "2026-07-01", severity: "critical", name: "watcher", confidence: "likely" },
  ]);
});

const oracleRules = `
rule r_text { strings: $a = "onCreate" condition: $a }
rule r_nocase { strings: $a = "ONCREATE" nocase condition: $a }
rule r_wide { strings: $a = "android.permission" wide condition: $a }
rule r_full { strings: $a = "http" fullword condition: $a }
rule r_hex { strings: $a = { 64 65 78 0A 30 33 ?? 00 } condition: $a at 0 }
rule r_jump { strings: $a = { 50 4B 01 02 [20-40] 41 6E 64 72 6F 69 64 } condition: $a }
rule r_either { strings: $a = { ( 7F 45 4C 46 | 64 65 78 0A ) } condition: $a at 0 }
rule r_regex { strings: $a = /https?:\\/\\/[a-z.]{4,40}\\// condition: $a }
rule r_counted { strings: $a = "Activity" condition: #a > 20 }
rule r_some { strings: $a = "onCreate" $b = "onDestroy" $c = "no app has this in it" condition: 2 of them }
rule r_every { strings: $a = "onCreate" $c = "no app has this in it" condition: all of ($*) or filesize < 2000 }
rule r_absent { strings: $a = "onCreate" condition: not $a and filesize > 100 }
private rule r_hidden { strings: $a = "classes.dex" condition: $a }
rule r_refers { condition: r_hidden and uint32(0) == 0x04034b50 }
rule r_looped { strings: $a = "Landroid/app/Activity;" condition: for any i in (1..#a) : ( @a[i] > 0x100 ) }
rule r_xored { strings: $a = "onCreate" xor(1-255) condition: $a }
rule r_coded { strings: $a = "This program cannot" base64 condition: $a }
rule r_elf { condition: uint32(0) == 0x464c457f }
`;

withTool("yara")(
  "matches as Debian's yara on each part of each app",
  async (yara) => {
    const path = rulesFile("oracle.yar", oracleRules);
    const { units } = await readYaraFiles(path, 0);
    const data: YaraWorkerData = { units, maxBytes: 1e9, maxMemory: 1e9, compileCache: undefined };
    const entry = new URL("../../src/centre/yara-worker.ts", import.meta.url);
    const lane = new Lane<YaraReply, YaraJob>({
      entry,
      data,
      timeLimit: () => 60_000,
      heapMegabytes: 512,
      signal: never,
    });
    const parts = join(folder, "parts");
    mkdirSync(parts);
    let compared = 0;
    for (const name of [
      "gh-exodus-instapaper",
      "gh-insecurebankv2",
      "evil/jadx-small",
      "evil/generated-04-local-sizes-wrong",
    ]) {
      const apk = join(apks, `${name}.apk`);
      const file = await openFile(apk);
      const ours: string[] = [];
      let part = 0;
      for await (const { open } of yaraViews(file)) {
        const reply = await lane.run({ do: "look", path: apk, part, milliseconds: 1 });
        if (reply.state !== "answered" || reply.answer.state !== "looked") throw new Error(JSON.stringify(reply));
        expect(reply.answer.reason).toBeNull();
        const bytes = await open();
        writeFileSync(join(parts, `${part}`), await bytes.read(0, bytes.size));
        for (const { rule } of reply.answer.hits) ours.push(`${rule} ${part}`);
        part++;
      }
      await file.close();
      const theirs = execFileSync(yara, [path, parts], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      const expected = theirs
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => line.replace(`${parts}/`, ""));
      expect(ours.sort()).toEqual(expected.sort());
      compared += ours.length;
      rmSync(parts, { recursive: true });
      mkdirSync(parts);
    }
    await lane.close();
    expect(compared).toBeGreaterThan(30);
  },
  90_000,
);

test("candor apps scan --yara: verdict, exit code, faulty rules said, and a file of none refused", async () => {
  const path = rulesFile(
    "cli.yar",
    'rule insta { strings: $a = "www.instapaper.com" condition: $a }\nrule bad { condition: x }',
  );
  const ran = await candor(["apps", "scan", instapaper, small, "--yara", path, "--ndjson"]);
  expect(ran.code).toBe(1);
  expect(ran.err).toContain(`${path}:2: undefined identifier "x".`);
  const [first, second] = ran.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .sort((a) => (a.path === small ? 1 : -1));
  expect(first.apps[0].verdicts).toMatchObject([{ engine: "yara", list: path, name: "insta" }]);
  expect(first.engines.at(-1)).toMatchObject({ id: "yara", list: path, entries: 1 });
  expect(second.apps[0].verdicts).toEqual([]);
  const none = await candor(["apps", "scan", small, "--yara", rulesFile("none.yar", "rule a {\n condition: x }")]);
  expect(none).toMatchObject({ code: 3, out: "" });
  expect(none.err).toContain("none.yar:2: undefined identifier");
  expect((await candor(["apps", "scan", small, "--yara", join(folder, "nowhere.yar")])).code).toBe(3);
});
