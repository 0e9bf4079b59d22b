import { spawn } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AppEngines, loadEngines, verdictsOn } from "../../src/centre/app-engines.ts";
import { writeStored } from "../../src/centre/feed-store.ts";
import { type AppFileRecord, type ScanOptions, scanApps } from "../../src/centre/scan-apps.ts";
import { readFault } from "../../src/centre/scan-inputs.ts";
import { candor, root } from "./run.ts";

const apks = join(root, "..", "shared", "apks");
const small = join(apks, "evil", "jadx-small.apk");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-apps-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function place(...names: string[]): string {
  const path = join(folder, ...names);
  mkdirSync(join(path, ".."), { recursive: true });
  return path;
}

function records(ndjson: string): readonly AppFileRecord[] {
  expect(ndjson === "" || ndjson.endsWith("\n")).toBe(true);
  return ndjson
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as AppFileRecord);
}

const noEngines: AppEngines = { engines: [], missing: [], algorithms: [] };

async function scan(paths: readonly string[], options: Partial<ScanOptions> = {}) {
  const found = new Map<string, AppFileRecord>();
  const summary = await scanApps(paths, {
    dataFolder: join(folder, "data"),
    engines: noEngines,
    signal: new AbortController().signal,
    jobs: 2,
    onRecord: (record) => void found.set(record.path, record),
    ...options,
  });
  return { summary, found };
}

test("one app is shown on one screen", async () => {
  const { out, err, code } = await candor(["apps", "scan", join(apks, "gh-exodus-instapaper.apk")]);
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toContain("Lean for Instapaper");
  expect(out.replace(/\s+/g, " ")).toMatch(
    /verdict nothing found by these engines: stalkerware-names \(stalkerware-indicators of \d{4}-\d\d-\d\d, \d+ entries/,
  );
  expect(out.replace(/\s+/g, " ")).toMatch(/Google: .*Google AdMob \(only its host\)/);
  expect(out.split("\n").length).toBeLessThan(50);
  expect(out).not.toContain("undefined");
});

test("the folder of ordinary and evil files gives a record for each, and never stops", async () => {
  const { out, code } = await candor(["apps", "scan", apks, "--ndjson"]);
  expect(code).toBe(0);
  const all = records(out);
  const files = readdirSync(apks, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".apk"));
  expect(all.map(({ path }) => path).sort()).toEqual(files.map((name) => join(apks, name)).sort());
  const unread = all.filter(({ state }) => state === "unread").map(({ path }) => path.split("/").at(-1));
  expect(unread.sort()).toEqual(["androguard-CertChain.apk", "generated-22-truncated-half.apk"]);
  for (const record of all) {
    expect(record.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(record.engines.length).toBeGreaterThan(0);
    expect(record.reason?.includes("fault of Candor") ?? false).toBe(false);
    for (const { record: app } of record.apps) expect(app?.file.sha256).toBe(record.sha256);
  }
});

test("what is no app gets a sentence, and the rest goes on", async () => {
  writeFileSync(place("bad", "empty.apk"), "");
  writeFileSync(place("bad", "text.apk"), "this is no app\n".repeat(100));
  writeFileSync(place("bad", "notes.txt"), "nor is this");
  writeFileSync(place("bad", "docs.zip"), zip([{ name: "readme.txt", data: Buffer.from("hello") }]));
  writeFileSync(
    place("bad", "encrypted.apk"),
    zip([{ name: "AndroidManifest.xml", data: Buffer.alloc(99, 7), encrypted: true }]),
  );
  copyFileSync(small, place("bad", "deep", "app-without-ending"));
  const { out, code } = await candor([
    "apps",
    "scan",
    join(folder, "bad"),
    join(folder, "none.apk"),
    "/dev/null",
    "--json",
  ]);
  const { files, summary } = JSON.parse(out) as { files: AppFileRecord[]; summary: Record<string, unknown> };
  const reasons = Object.fromEntries(
    files.map(({ path, code: word, reason }) => [path.split("/").at(-1), `${word}: ${reason}`]),
  );
  expect(reasons).toMatchObject({
    "empty.apk": "empty: The file is empty.",
    "text.apk": expect.stringMatching(/^not-an-app: It is no app that can be read: /),
    "encrypted.apk": "encrypted: It is an encrypted zip: without its password nothing in it can be read.",
    "none.apk": "missing: There is no such file or folder.",
    null: "not-a-file: It is neither a file nor a folder.",
  });
  expect(files.find(({ path }) => path.endsWith("app-without-ending"))?.state).toBe("read");
  expect(summary).toMatchObject({ read: 1, unread: 5, passedOver: 2, stopped: false });
  expect(code).toBe(0);
  expect((await candor(["apps", "scan", join(folder, "bad", "text.apk")])).code).toBe(3);
});

test("a file without permission is said to be one", async () => {
  for (const code of ["EACCES", "EPERM"])
    expect(readFault(Object.assign(new Error(code), { code }))).toMatchObject({ code: "no-permission" });
  // For root every file can be read: the whole way is seen with an ordinary user only.
  if (process.getuid?.() === 0) return;
  copyFileSync(small, place("locked", "a.apk"));
  chmodSync(join(folder, "locked", "a.apk"), 0);
  copyFileSync(small, place("locked", "b.apk"));
  const { found } = await scan([join(folder, "locked")]);
  expect([...found.values()].map(({ code, state }) => code ?? state).sort()).toEqual(["no-permission", "read"]);
});

test("the parts of a container are looked into and joined", async () => {
  const apk = readFileSync(small);
  const other = readFileSync(join(apks, "debsrc-politedroid.apk"));
  const entries = [
    { name: "toc.pb", data: Buffer.from("x") },
    { name: "base-master.apk", data: apk },
    { name: "base-de.apk", data: apk },
    { name: "broken.apk", data: apk.subarray(0, 500) },
  ];
  writeFileSync(place("set.apks"), zip(entries));
  writeFileSync(place("mixed.apks"), zip([...entries, { name: "other.apk", data: other }]));
  const { found } = await scan([join(folder, "set.apks"), join(folder, "mixed.apks")]);
  const set = found.get(join(folder, "set.apks"));
  expect(set?.kind).toBe("apks");
  expect(set?.apps.map(({ inside, record }) => [inside, record !== null])).toEqual([
    ["base-master.apk", true],
    ["base-de.apk", true],
    ["broken.apk", false],
  ]);
  expect(set?.notes).toEqual([]);
  expect(found.get(join(folder, "mixed.apks"))?.notes.join()).toContain("are of 2 packages");
  const { out } = await candor(["apps", "scan", join(folder, "set.apks")]);
  expect(out).toContain("(2 parts)");
  expect(out).toContain("broken.apk");
});

test("a digest on the person's own list is a verdict that names list, line and date, and the exit code tells", async () => {
  const digest = (await scan([small])).found.get(small)?.sha256 ?? "";
  writeFileSync(place("own.hsb"), `# mine\n${digest}:9886:Test.Sample\n`);
  const args = ["apps", "scan", small, "--hashes", join(folder, "own.hsb")];
  const { out, code } = await candor(args);
  expect(code).toBe(1);
  expect(out).toMatch(/HIGH, certain: The file stands in your list own\.hsb, line 2 \(Test\.Sample\)\./);
  expect((await candor([...args, "--fail-on", "critical"])).code).toBe(0);
  const { err, code: bad } = await candor(["apps", "scan", small, "--hashes", small]);
  expect(bad).toBe(3);
  expect(err).toContain("no MD5, SHA-1 or SHA-256");
});

test("lists judge by package and by certificate, and a certificate without a good signature is not certain", async () => {
  const engines = await loadEngines(join(folder, "data"), []);
  expect(engines.missing.join()).toContain("stalkerware-samples");
  const app = { digests: {}, size: 1, certificates: [] };
  const [verdict] = verdictsOn(engines, { ...app, packageName: "com.apspy.app" });
  expect(verdict).toMatchObject({ engine: "stalkerware-names", severity: "critical", confidence: "likely" });
  expect(verdict?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(verdictsOn(engines, { ...app, packageName: "org.example.harmless" })).toEqual([]);
  expect(verdictsOn(engines, { ...app, packageName: null })).toEqual([]);
});

test("updated lists of signers and samples judge, and an unproven certificate is not certain", async () => {
  const digests = (await scan([small])).found.get(small)?.apps[0];
  const data = join(folder, "updated");
  const stored = { date: "2026-05-01", fetchedAt: "2026-05-02T00:00:00Z", files: {}, parser: 1, entries: 1 };
  const sha1 = "c".repeat(40);
  const product = {
    name: "SpyName",
    type: "stalkerware",
    packages: ["a.b"],
    certificates: [sha1.toUpperCase()],
    domains: [],
  };
  const samples = { digests: digests?.digests.sha256, owners: [0], apps: ["SampleName"] };
  mkdirSync(join(data, "feeds"), { recursive: true });
  await writeStored(data, { ...stored, id: "stalkerware-indicators", value: { entries: [product] } }, 0);
  await writeStored(data, { ...stored, id: "stalkerware-samples", value: samples }, 0);
  const engines = await loadEngines(data, []);
  expect(engines.missing).toEqual([]);
  const signed = (verified: boolean) =>
    verdictsOn(engines, {
      packageName: "x.y",
      digests: {},
      size: 1,
      certificates: [{ sha256: "", sha1, md5: "", verified }],
    });
  expect(signed(true)).toMatchObject([{ engine: "stalkerware-signers", confidence: "certain", name: "SpyName" }]);
  expect(signed(false)).toMatchObject([{ engine: "stalkerware-signers", confidence: "possible" }]);
  const { out, code } = await candor(["apps", "scan", small], { CANDOR_HOME: data });
  expect(code).toBe(1);
  expect(out.replace(/\s+/g, " ")).toContain("CRITICAL, certain: The file is a known sample of SampleName");
  expect(out.replace(/\s+/g, " ")).toContain("(stalkerware-samples; stalkerware-samples of 2026-05-01)");
});

describe("workers", () => {
  const entry = new URL("./odd-worker.ts", import.meta.url);

  test("one that hangs is ended, one that dies is replaced, and all other files are read", async () => {
    const names = ["a.apk", "exit.apk", "grow.apk", "hang.apk", "k.apk", "throw.apk", "z.apk"];
    for (const name of names) copyFileSync(small, place("odd", name));
    const { found, summary } = await scan([join(folder, "odd")], { entry, timeLimit: () => 8000, heapMegabytes: 64 });
    const said = [...found.values()].map(({ path, code, state }) => `${path.split("/").at(-1)} ${code ?? state}`);
    expect(said.sort()).toEqual([
      "a.apk read",
      "exit.apk crashed",
      "grow.apk memory",
      "hang.apk timeout",
      "k.apk read",
      "throw.apk crashed",
      "z.apk read",
    ]);
    expect(summary).toMatchObject({ read: 3, unread: 4, stopped: false });
    expect(found.get(join(folder, "odd", "hang.apk"))?.reason).toContain("time limit");
  });

  test("one that cannot even start is an error of the run", async () => {
    const broken = new URL("./there-is-no-such-worker.ts", import.meta.url);
    await expect(scan([small], { entry: broken })).rejects.toThrow("could not start");
  });

  test("a stop ends them at once, also one that hangs", async () => {
    copyFileSync(small, place("stuck", "hang.apk"));
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 1500);
    const { summary, found } = await scan([join(folder, "stuck")], { entry, signal: stop.signal });
    expect(summary.stopped).toBe(true);
    expect(found.size).toBe(0);
  });
});

test("Ctrl+C leaves whole lines and 130; a run that resumes from them looks into the rest, and no file twice", async () => {
  let told = false;
  const stopped = await candor(
    ["apps", "scan", apks, "--ndjson", "--jobs", "1", "--progress", "plain"],
    {},
    {
      // By lines, not by pieces: on a busy machine several come in one, and the sixth might come with the end.
      onErr: (err, child) => {
        if (told || err.split("\n").length <= 5) return;
        told = true;
        child.kill("SIGINT");
      },
    },
  );
  expect(stopped.code).toBe(130);
  const before = records(stopped.out);
  expect(before.length).toBeGreaterThan(2);
  expect(before.length).toBeLessThan(147);
  // The last line is broken off, as when the computer went down: that file is looked into again.
  const [last] = before.slice(-1);
  writeFileSync(place("run.ndjson"), stopped.out.slice(0, -40));
  const { out, code } = await candor(["apps", "scan", apks, "--ndjson", "--resume", join(folder, "run.ndjson")]);
  expect(code).toBe(0);
  const rest = records(out);
  expect(rest.map(({ path }) => path)).toContain(last?.path);
  expect(new Set([...before, ...rest].map(({ path }) => path)).size).toBe(147);
  expect(before.length - 1 + rest.length).toBe(147);
});

test("a file that was only moved is known by its digest, and one that changed is looked into again", async () => {
  copyFileSync(small, place("moved", "one.apk"));
  const first = await candor(["apps", "scan", join(folder, "moved"), "--ndjson"]);
  writeFileSync(place("moved.ndjson"), first.out);
  copyFileSync(small, place("moved", "two.apk"));
  const again = ["apps", "scan", join(folder, "moved"), "--ndjson", "--resume", join(folder, "moved.ndjson")];
  expect(records((await candor(again)).out)).toEqual([]);
  appendFileSync(join(folder, "moved", "one.apk"), "x");
  expect(records((await candor(again)).out).map(({ path }) => path)).toEqual([join(folder, "moved", "one.apk")]);
});

test.each(["\n", "\0", "\r\n"])("a list on standard input is read, with %j between the paths", async (mark) => {
  const paths = [small, join(apks, "debsrc-politedroid.apk")];
  const child = spawn(process.execPath, [join(root, "bin", "candor.mjs"), "apps", "scan", "-", "--ndjson"], {
    env: { ...process.env, CANDOR_HOME: join(folder, "data") },
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(paths.map((path) => path + mark).join(""));
  let out = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) out += chunk;
  expect(
    records(out)
      .map(({ path }) => path)
      .sort(),
  ).toEqual([...paths].sort());
});

test("links to folders are not followed round in circles, links to files are", async () => {
  mkdirSync(join(folder, "links"));
  symlinkSync(join(folder, "links"), join(folder, "links", "again"));
  symlinkSync(small, join(folder, "links", "app.apk"));
  const { summary } = await scan([join(folder, "links")]);
  expect(summary).toMatchObject({ read: 1, unread: 0, passedOver: 1 });
});

test("names with terminal escapes reach the terminal as harmless text", async () => {
  copyFileSync(small, place("esc", "a\u001b[31m\u202eb.apk"));
  writeFileSync(place("esc", "c\u001b]0;x\u0007.apk"), "no app at all, but long enough to be read");
  const { out } = await candor(["apps", "scan", join(folder, "esc")]);
  expect(out).not.toMatch(/[\u001b\u0007\u202e]/);
});

test.each([[[]], [["x.apk", "--json", "--ndjson"]], [["x.apk", "--resume", "y"]], [["x.apk", "--jobs", "0"]]])(
  "misuse is told and has its own code: %j",
  async (args) => {
    const { err, code, out } = await candor(["apps", "scan", ...args]);
    expect(code).toBe(2);
    expect(err.trim()).not.toBe("");
    expect(out).toBe("");
  },
);

interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
  readonly encrypted?: boolean;
}

/** A zip with all entries stored. APPNOTE.TXT 4.3. */
function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, encrypted } of entries) {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(encrypted ? 1 : 0, 2);
    fields.writeUInt32LE(0x21_0000, 6);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
