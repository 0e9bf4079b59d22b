import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyApart } from "../../src/centre/evidence-apart.ts";
import type { EvidenceAnswer, MadeEvidence, VerifiedEvidence } from "../../src/centre/evidence-desk.ts";
import { openFile } from "../../src/device/file.ts";
import { zipFolder } from "../../src/device/folder.ts";
import { type ZipFile, zipOf } from "../../src/device/zip-writer.ts";
import { done, examined, type Visited, visit } from "./browser.ts";

let visited: Visited;
let work: string;
let examination: string;
let whole: readonly ZipFile[];
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "candor-evidence-page-"));
  visited = await visit();
  examination = await examined(visited, "virtual:stock");
  whole = await filesIn((await make({ examination, redaction: "none" })).bytes);
}, 60_000);
afterAll(async () => {
  await visited.close();
  await rm(work, { recursive: true, force: true });
});

interface Dropped {
  readonly kind: string;
  readonly evidence: VerifiedEvidence;
}
const drop = async (body: Uint8Array, name = "case.zip") =>
  await visited.job<Dropped>(`/files?name=${encodeURIComponent(name)}`, {
    body,
    headers: { "content-type": "application/octet-stream" },
  });
const answerFor = async (files: readonly ZipFile[]) => {
  const { kind, evidence } = done(await drop(Buffer.concat(zipOf(files))));
  expect(kind).toBe("evidence");
  return await visited.json<EvidenceAnswer>(`/evidence/verdicts/${evidence.id}`);
};
const uploads = async () => await readdir(join(visited.folder, "uploads")).catch(() => []);

async function make(body: object): Promise<{ readonly about: MadeEvidence; readonly bytes: Uint8Array }> {
  const about = done(await visited.job<MadeEvidence>("/evidence/packages", { body }));
  const answer = await visited.ask(`/api/v1/evidence/packages/${about.id}/file`);
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${about.name}"`);
  return { about, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

async function filesIn(bytes: Uint8Array): Promise<readonly ZipFile[]> {
  const path = join(work, "made.zip");
  await writeFile(path, bytes);
  const folder = await zipFolder(await openFile(path), "made.zip");
  try {
    const names = [...folder.files.keys()];
    return await Promise.all(
      names.map(async (name) => {
        const file = await folder.open(name);
        return { name, bytes: await file.read(0, file.size) };
      }),
    );
  } finally {
    await folder.close();
  }
}

const changed = (name: string, text: string): readonly ZipFile[] =>
  whole.map((file) => (file.name === name ? { name, bytes: Buffer.from(text) } : file));

test("an examination is packed as was shown before, saved, and verifies part by part when it is dropped", async () => {
  const { levels } = await visited.json<{ levels: { level: string; replaced: Record<string, number> }[] }>(
    `/examinations/${examination}/redaction`,
  );
  expect(levels.map(({ level }) => level)).toEqual(["none", "identifiers", "names"]);
  const { about, bytes } = await make({ examination, redaction: "identifiers" });
  expect(about.document.replaced).toEqual(levels[1]?.replaced);
  expect(Object.keys(about.document.replaced)).not.toEqual([]);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(about.sha256);
  const { evidence } = done(await drop(bytes));
  expect(evidence.holds).toBe(true);
  const { verdict, own } = await visited.json<EvidenceAnswer>(`/evidence/verdicts/${evidence.id}`);
  expect(verdict.lines.map(({ part, state }) => `${part} ${state}`)).toEqual([
    "files holds",
    "signature holds",
    "journal holds",
    "keys holds",
    "report holds",
  ]);
  expect(verdict).toMatchObject({ faults: [], told: { redaction: "identifiers" }, key: { known: false } });
  expect(verdict.found?.summary.checks.pass).toBeGreaterThan(10);
  expect(own).toBe("current");
  const kept = await visited.json<{ examination: { id: string; phone: null } }>(
    `/evidence/verdicts/${evidence.id}/examination`,
    { body: {} },
  );
  expect(kept.examination).toMatchObject({ phone: null, summary: verdict.found?.summary });
  const { verified, made } = await visited.json<{ verified: { id: string }[]; made: { id: string }[] }>("/evidence");
  expect(verified.map(({ id }) => id)).toContain(evidence.id);
  expect(made.map(({ id }) => id)).toContain(about.id);
  expect(await uploads()).toEqual([]);
}, 60_000);

test("a phone is examined anew, and its answers are packed as they came", async () => {
  const { about, bytes } = await make({ phone: "virtual:stock", redaction: "none" });
  expect(about.document.outputs).toBe(true);
  const names = (await filesIn(bytes)).map(({ name }) => name);
  expect(names).toContain("outputs.json");
  expect(done(await drop(bytes)).evidence.holds).toBe(true);
}, 60_000);

test("what was changed, left out or added is named with its part", async () => {
  const faulty = await answerFor(
    changed("report.json", "{}")
      .filter(({ name }) => name !== "report.html")
      .concat({ name: "<img src=x>.txt", bytes: Buffer.from("new") }),
  );
  expect(faulty.holds).toBe(false);
  expect(faulty.verdict.faults.map(({ part, file, said }) => `${part} ${file}: ${said.slice(0, 11)}`)).toEqual([
    "files report.html: It is missi",
    "files report.json: It was chan",
    "files <img src=x>.txt: It was adde",
    "report report.json: It does not",
  ]);
  const unsigned = await answerFor(changed("SHA256SUMS.minisig", "untrusted comment: none\nAAAA\n"));
  expect(unsigned.verdict.lines.find(({ part }) => part === "signature")?.state).toBe("wrong");
  const other = await answerFor(changed("keys/candor.pub", "none"));
  expect(other.verdict.key).toBeNull();
  // Without a key nothing of the journal is verified, which is no proof of it.
  expect(other.verdict.lines.find(({ part }) => part === "journal")?.state).toBe("open");
}, 60_000);

test("a package in a folder of its own is one, and so is a folder that was zipped", async () => {
  const inside = whole.map(({ name, bytes }) => ({ name: `case-7/${name}`, bytes }));
  expect((await answerFor(inside)).holds).toBe(true);
}, 60_000);

test("a sealed package that breaks off is told to be damaged, and not kept", async () => {
  for (const begins of ["age-encryption.org/v1\n-> X25519 abc\n", "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n"])
    expect(await drop(Buffer.from(begins), "case.zip.age")).toMatchObject({
      type: "failed",
      failure: { code: "damaged" },
    });
  expect(await uploads()).toEqual([]);
});

test("the fingerprint of a key that somebody sent is told to be compared", async () => {
  const own = whole.find(({ name }) => name === "keys/candor.pub");
  const { keys } = await visited.json<{ keys: { fingerprint: string }[] }>("/evidence/keys", {
    body: { text: Buffer.from(own?.bytes ?? []).toString() },
  });
  const { verdict } = await answerFor(whole);
  expect(keys.map(({ fingerprint }) => fingerprint)).toEqual([verdict.key?.fingerprint]);
  expect((await visited.ask("/api/v1/evidence/keys", { body: { text: "no key at all" } })).status).toBe(400);
}, 60_000);

describe("packages that were made to do harm", () => {
  const file = (name: string, text: string): ZipFile => ({ name, bytes: Buffer.from(text) });
  /** A package whose list has the digests of these files, so that all of them are looked into. */
  const packageOf = (files: readonly ZipFile[]): readonly ZipFile[] => [
    ...files,
    file(
      "SHA256SUMS",
      files.map(({ name, bytes }) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`).join(""),
    ),
  ];

  test("deep, odd and enormous documents are faults of their files", async () => {
    const deep = `${"[".repeat(2_000_000)}${"]".repeat(2_000_000)}`;
    for (const snapshot of [deep, "null", '{"__proto__":{"a":1}}', "\0", '{"schema":"candor.snapshot/1","facts":[]}']) {
      const { verdict } = await answerFor(packageOf([file("snapshot.json", snapshot), file("evidence.json", "[1]")]));
      expect(verdict.holds).toBe(false);
      expect(verdict.faults.find(({ file: name }) => name === "snapshot.json")?.said).toContain("It cannot be read");
      expect(verdict.told).toBeNull();
    }
  }, 120_000);

  test("faults beyond number are counted, and some of them told", async () => {
    const many = Array.from({ length: 3000 }, (_, i) => file(`x${i}`, ""));
    const { verdict } = await answerFor([...whole, ...many]);
    expect(verdict.faultCount).toBe(3000);
    expect(verdict.faults.length).toBe(500);
  }, 60_000);

  test("a bomb, paths that lead out, and a list that is none end with a sentence", async () => {
    const sums = file("SHA256SUMS", "");
    const evil = { name: "../../evidence-escaped.txt", bytes: Buffer.from("x") };
    const unreadable = [Buffer.concat(zipOf([sums, file("evidence.json", "{}"), evil]))];
    for (const bytes of unreadable)
      expect(await drop(bytes)).toMatchObject({ type: "failed", failure: { code: "unreadable" } });
    const odd = await drop(Buffer.concat(zipOf([file("SHA256SUMS", "rm -rf /\n"), file("evidence.json", "{}")])));
    expect(odd).toMatchObject({ type: "failed", failure: { code: "unreadable" } });
    const bomb = await drop(bombOf(200 * 1024 * 1024));
    const found = done(bomb).evidence;
    const { verdict } = await visited.json<EvidenceAnswer>(`/evidence/verdicts/${found.id}`);
    expect(JSON.stringify(verdict.faults)).toContain("zip bomb");
    expect(await uploads()).toEqual([]);
    expect((await visited.ask("/api/v1/about")).status).toBe(200);
  }, 60_000);

  test("one that takes more memory or time than any is given up, and stopping ends it", async () => {
    const wide = `{"schema":"candor.snapshot/1","x":[${"{},".repeat(3_000_000)}{}]}`;
    const path = join(work, "wide.zip");
    await writeFile(path, Buffer.concat(zipOf(packageOf([file("snapshot.json", wide), file("evidence.json", "{}")]))));
    const { signal } = new AbortController();
    await expect(verifyApart(path, visited.folder, { signal, heapMegabytes: 64 })).rejects.toMatchObject({
      code: "unreadable",
      message: expect.stringContaining("memory") as string,
    });
    await expect(verifyApart(path, visited.folder, { signal, limit: 1 })).rejects.toMatchObject({
      message: expect.stringContaining("too long") as string,
    });
    const stop = new AbortController();
    const stopped = verifyApart(path, visited.folder, { signal: stop.signal });
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  }, 60_000);

  /** Zeros that say that they are what is listed, packed a thousand to one. */
  function bombOf(size: number): Uint8Array {
    const packed = deflateRawSync(Buffer.alloc(size));
    const name = Buffer.from("snapshot.json");
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(name.length, 26);
    const rest = Buffer.concat(
      zipOf([file("SHA256SUMS", `${"0".repeat(64)}  snapshot.json\n`), file("evidence.json", "{}")]),
    );
    const end = rest.length - 22;
    const directoryAt = rest.readUInt32LE(end + 16);
    const bomb = Buffer.concat([local, name, packed]);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(directoryAt, 42);
    const directory = Buffer.concat([rest.subarray(directoryAt, end), central, name]);
    const last = Buffer.from(rest.subarray(end));
    last.writeUInt16LE(3, 8);
    last.writeUInt16LE(3, 10);
    last.writeUInt32LE(directory.length, 12);
    last.writeUInt32LE(directoryAt + bomb.length, 16);
    return Buffer.concat([rest.subarray(0, directoryAt), bomb, directory, last]);
  }
});

test("while Candor is locked nothing of it is shown, and what was held is gone", async () => {
  const apart = await visit();
  try {
    const id = await examined(apart, "virtual:stock");
    const body = { examination: id, redaction: "none" };
    const about = done(await apart.job<MadeEvidence>("/evidence/packages", { body }));
    await apart.json("/privacy/set", { body: { passphrase: "only for this one test here", minutes: 5 } });
    await apart.json("/privacy/lock", { body: {} });
    for (const path of [
      "/evidence",
      `/evidence/packages/${about.id}/file`,
      "/evidence/verdicts/0",
      `/examinations/${id}/redaction`,
    ])
      expect((await apart.ask(`/api/v1${path}`)).status, path).toBe(423);
    expect(await apart.job("/evidence/packages", { body })).toMatchObject({ failure: { code: "locked" } });
    await apart.json("/privacy/unlock", { body: { passphrase: "only for this one test here", minutes: 5 } });
    expect((await apart.ask(`/api/v1/evidence/packages/${about.id}/file`)).status).toBe(404);
    expect(await readFile(join(apart.folder, "signing-keys.json"), "utf8")).toContain("ssh-ed25519");
  } finally {
    await apart.close();
  }
}, 60_000);
