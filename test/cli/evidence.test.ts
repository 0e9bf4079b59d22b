import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { judgeSnapshot } from "../../src/centre/examine.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { openFile } from "../../src/device/file.ts";
import { zipOf } from "../../src/device/zip-writer.ts";
import { openZip } from "../../src/formats/zip.ts";
import { writeJson } from "../../src/report/json.ts";
import { withTool } from "../tools.ts";
import { candorHere } from "./run.ts";

const work = mkdtempSync(join(tmpdir(), "candor-evidence-"));
const home = join(work, "home");
const [zip, folder, key] = [join(work, "case.zip"), join(work, "case"), join(work, "key.pub")];
const run = async (...args: string[]) => await candorHere(args, { CANDOR_HOME: home });
const verify = async (path: string, ...args: string[]) => await run("evidence", "verify", path, ...args);

beforeAll(async () => {
  writeFileSync(join(work, "traffic.json"), '{"summary":true}\n');
  const packed = await run(
    "evidence",
    "virtual:stalked",
    "--no-apps",
    "--out",
    folder,
    "--include",
    join(work, "traffic.json"),
  );
  expect(packed.err).toBe("");
  expect(packed.code).toBe(0);
  await run("key", "export", "--out", key);
}, 60_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A copy of the package in which something was done. */
async function tampered(
  what: (path: string) => void,
): Promise<{ code: number | null; out: string; script: number | null }> {
  const copy = mkdtempSync(join(work, "copy-"));
  cpSync(folder, copy, { recursive: true });
  what(copy);
  const { code, out, err } = await verify(copy, "--key", key);
  return { code, out: out + err, script: spawnSync("sh", [join(copy, "verify.sh")]).status };
}

const change = (file: string, from: string | RegExp, to: string) => (path: string) => {
  const old = readFileSync(join(path, file), "utf8");
  const text = old.replace(from, to);
  expect(text).not.toBe(old);
  writeFileSync(join(path, file), text);
};

test("the package holds what it says, and verifies: the report follows from the snapshot", async () => {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const name of [
    "README.txt",
    "snapshot.json",
    "report.html",
    "outputs.json",
    "included/traffic.json",
    "journal/packed.json",
    "keys/candor.pub",
    "SHA256SUMS.minisig",
  ])
    expect(names).toContain(name);
  const { code, out } = await verify(folder, "--key", key);
  expect(out).toContain("Nothing is wrong");
  expect(out).toContain("judged again, gives the same report");
  expect(code).toBe(0);
  const snapshot = JSON.parse(readFileSync(join(folder, "snapshot.json"), "utf8")) as Snapshot;
  expect(writeJson(await judgeSnapshot(snapshot, home))).toBe(readFileSync(join(folder, "report.json"), "utf8"));
  // The answers are a capture: examining it gives the findings of the phone.
  const again = JSON.parse((await run("check", folder, "--json")).out) as { summary: unknown };
  expect(again.summary).toEqual(
    (JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as { summary: unknown }).summary,
  );
});

test("each kind of tampering is named, and so it is by the script", async () => {
  const cases: readonly (readonly [(path: string) => void, string])[] = [
    [change("report.json", "critical", "harmless"), "report.json: It was changed"],
    [change("included/traffic.json", "true", "none"), "included/traffic.json: It was changed"],
    [(path) => rmSync(join(path, "outputs/0001.txt")), "outputs/0001.txt: It is missing"],
    [(path) => writeFileSync(join(path, "extra.txt"), "new"), "extra.txt: It was added"],
    [
      (path) => {
        rmSync(join(path, "report.html"));
        symlinkSync("/etc/hostname", join(path, "report.html"));
      },
      "report.html: It is missing",
    ],
    [change("SHA256SUMS", /^(.{64}) {2}README/m, `${"0".repeat(64)}  README`), "no signature of the key"],
    [change("SHA256SUMS.minisig", "evidence by", "nothing by"), "SHA256SUMS.minisig"],
    [change("SHA256SUMS.sig", /\n[A-Za-z0-9+/]{8}/, "\nAAAAAAAA"), "SHA256SUMS.sig"],
    [change("journal/packed.json", '"n": 0', '"n": 1'), "journal/packed.json: It was changed"],
  ];
  for (const [what, said] of cases) {
    const { code, out, script } = await tampered(what);
    expect(out).toContain(said);
    expect(code).toBe(1);
    expect(script, said).not.toBe(0);
  }
}, 60_000);

test("a package that somebody made anew and signed with a key of their own is none of the key that was named", async () => {
  const other = join(work, "other");
  const made = await candorHere(["evidence", join(folder, "snapshot.json"), "--out", other], {
    CANDOR_HOME: join(work, "other-home"),
  });
  expect(made.code).toBe(0);
  expect((await verify(other)).code).toBe(0);
  const { code, out } = await verify(other, "--key", key);
  expect(out).toContain("no signature of the key that was given");
  expect(code).toBe(1);
}, 60_000);

test("a report that does not follow from the snapshot is named although everything is signed", async () => {
  // The keys of this test's own home sign whatever they are given.
  const { currentKey } = await import("../../src/centre/signing-keys.ts");
  const { minisignDigest, minisignSignature } = await import("../../src/vault/minisign.ts");
  const { sshDigest, sshSignature } = await import("../../src/vault/sshsig.ts");
  const { createHash } = await import("node:crypto");
  const { key: secret } = await currentKey({ dataFolder: home, now: Date.now });
  const copy = join(work, "forged");
  cpSync(folder, copy, { recursive: true });
  change("report.json", '"critical"', '"low"')(copy);
  const digest = createHash("sha256")
    .update(readFileSync(join(copy, "report.json")))
    .digest("hex");
  change("SHA256SUMS", /^[0-9a-f]{64} {2}report\.json$/m, `${digest}  report.json`)(copy);
  const sums = readFileSync(join(copy, "SHA256SUMS"));
  writeFileSync(join(copy, "SHA256SUMS.minisig"), minisignSignature(secret, await minisignDigest([sums]), "forged"));
  writeFileSync(join(copy, "SHA256SUMS.sig"), sshSignature(secret, await sshDigest([sums]), "candor-evidence"));
  const { code, out } = await verify(copy, "--key", key);
  expect(out).toContain("report.json: It does not follow from the snapshot");
  expect(code).toBe(1);
});

test("a zip of it is the same, byte for byte but for time and signatures; bombs and strangers are refused", async () => {
  const saved = join(folder, "snapshot.json");
  expect((await run("evidence", saved, "--out", zip)).code).toBe(0);
  expect((await verify(zip, "--key", key)).code).toBe(0);
  const second = join(work, "second.zip");
  expect((await run("evidence", saved, "--out", second)).code).toBe(0);
  const entries = async (path: string) => {
    const file = await openFile(path);
    const { entries: found } = await openZip(file);
    await file.close();
    return new Map([...found.values()].map(({ name, crc32 }) => [name, crc32]));
  };
  const [a, b] = [await entries(zip), await entries(second)];
  expect([...a.keys()]).toEqual([...b.keys()]);
  const differing = [...a].filter(([name, crc]) => b.get(name) !== crc).map(([name]) => name);
  expect(differing.filter((name) => !/^(?:SHA256SUMS|journal\/|evidence\.json|README\.txt)/.test(name))).toEqual([]);

  const bomb = join(work, "bomb.zip");
  const zeros = Buffer.alloc(64 << 20);
  writeFileSync(bomb, Buffer.concat(bombOf("snapshot.json", zeros)));
  const { code, out } = await verify(bomb);
  expect(code).not.toBe(0);
  expect(out).toContain("zip bomb");
  const stranger = join(work, "stranger");
  mkdirSync(stranger);
  writeFileSync(join(stranger, "a"), "b");
  expect((await verify(stranger)).err).toContain("no evidence package");
  expect((await run("evidence", saved, "--out", stranger)).err).toContain("holds something already");
  expect((await run("evidence", join(work, "traffic.json"), "--out", join(work, "none.zip"))).code).toBe(3);
}, 60_000);

test("what is redacted is told, and no serial number is left anywhere", async () => {
  const serial = "R5CT30ABCDE";
  expect(readFileSync(join(folder, "snapshot.json"), "utf8")).toContain(serial);
  const out = join(work, "redacted");
  const { out: said } = await run("evidence", join(folder, "snapshot.json"), "--redact", "names", "--out", out);
  expect(said).toMatch(/Different values that were replaced: .*serial/);
  for (const name of readdirSync(out, { recursive: true, encoding: "utf8" }))
    if (statSync(join(out, name)).isFile()) expect(readFileSync(join(out, name), "utf8"), name).not.toContain(serial);
  expect((await verify(out, "--key", key)).code).toBe(0);
}, 60_000);

withTool("minisign")("sha256sum, minisign, ssh-keygen and the script in it verify the package", () => {
  const quiet = { cwd: folder, stdio: "pipe" } as const;
  execFileSync("sha256sum", ["-c", "SHA256SUMS"], quiet);
  execFileSync("minisign", ["-Vqm", "SHA256SUMS", "-p", "keys/candor.pub"], quiet);
  execFileSync("minisign", ["-Vqm", "journal/checkpoint.txt", "-p", "keys/candor.pub"], quiet);
  expect(spawnSync("sh", ["verify.sh"], { cwd: folder }).status).toBe(0);
  expect(
    execFileSync("sh", ["-c", "cut -d' ' -f3- keys/allowed_signers | ssh-keygen -lf -"], quiet).toString(),
  ).toContain("SHA256:");
});

/** A package that is listed as it should be, with one entry that deflates to a thousandth. */
function bombOf(name: string, content: Uint8Array): Uint8Array[] {
  const deflated = deflateRawSync(content);
  const parts = [
    ...zipOf([
      { name: "SHA256SUMS", bytes: Buffer.from(`${"0".repeat(64)}  ${name}\n`) },
      { name, bytes: deflated },
    ]),
  ].map((part) => Buffer.from(part));
  // The writer stores it, as it is random already: both headers are made to say that it is deflated and how long it becomes.
  for (const part of parts) {
    const central = part.length > 46 && part.readUInt32LE(0) === 0x02014b50;
    const local = part.length > 30 && part.readUInt32LE(0) === 0x04034b50;
    if (!(central || local) || !part.toString("latin1").endsWith(name)) continue;
    const at = central ? 10 : 8;
    part.writeUInt16LE(8, at);
    part.writeUInt32LE(deflated.length, at + 10);
    part.writeUInt32LE(content.length, at + 14);
  }
  return parts;
}
