import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openJournal } from "../../src/centre/private-store.ts";
import { headHash, type JournalHead } from "../../src/vault/journal-chain.ts";
import { withTool } from "../tools.ts";
import { candorHere } from "./run.ts";

let home: string;
let clock = Date.UTC(2026, 10, 22);
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "candor-proof-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const run = async (...args: string[]) => await candorHere(args, { CANDOR_HOME: home });
const path = (name: string) => join(home, name);
const journal = () => readFileSync(path("journal.ndjson"), "utf8");
const linesOf = () => journal().trimEnd().split("\n");
const rewrite = (lines: readonly string[]) =>
  writeFileSync(path("journal.ndjson"), lines.map((line) => `${line}\n`).join(""));

async function append(count: number): Promise<void> {
  const opened = await openJournal({ dataFolder: home, now: () => (clock += 1000) });
  for (let i = 0; i < count; i++) await opened.append("note", { about: `Entry about ${i}` });
  await opened.close();
}

/** The chain made anew over changed entries: what only a checkpoint can tell. */
function rechained(lines: readonly string[]): string[] {
  let prev = "0".repeat(64);
  return lines.map((line, n) => {
    const entry = JSON.parse(line) as { head: JournalHead };
    const head = { ...entry.head, n, prev };
    prev = headHash(head);
    return JSON.stringify({ ...entry, head });
  });
}

test("a changed byte, a removed, a reordered, a repeated entry and a broken-off line are each named", async () => {
  await append(6);
  const whole = linesOf();
  expect((await run("journal", "verify")).code).toBe(0);
  const damaged: readonly (readonly [readonly string[], string])[] = [
    [whole.map((line, n) => (n === 2 ? line.replace("about 2", "about 7") : line)), "Entry 2 was changed"],
    [whole.map((line, n) => (n === 2 ? line.replace(/"digest":"./, '"digest":"x') : line)), "Entry 2 was changed"],
    [
      whole.map((line, n) => (n === 2 ? line.replace(/"at":"2026/, '"at":"2025') : line)),
      "head of entry 2 or of this one was changed",
    ],
    [whole.filter((_, n) => n !== 3), "Entry 3 was removed"],
    [whole.filter((_, n) => n !== 3 && n !== 2), "Entries 2 to 3 were removed"],
    [[0, 1, 3, 2, 4, 5].map((n) => whole[n] ?? ""), "Entry 2 stands further behind"],
    [[0, 1, 1, 2, 3, 4, 5].map((n) => whole[n] ?? ""), "an entry numbered 1 was put in"],
  ];
  for (const [lines, said] of damaged) {
    rewrite(lines);
    const { code, out } = await run("journal", "verify");
    expect(out).toContain(said);
    expect(code).toBe(1);
  }
  writeFileSync(path("journal.ndjson"), `${whole.join("\n")}\n`.slice(0, -9));
  expect((await run("journal", "verify")).out).toContain("Line 6 breaks off");
});

test("what was cut off or written anew shows beside a checkpoint: this computer's, a copy of it, a witness file", async () => {
  await append(4);
  const [checkpoint, witness, key] = [path("kept.txt"), path("witness.txt"), path("key.pub")];
  expect((await run("journal", "checkpoint", "--out", checkpoint, "--witness", witness)).code).toBe(0);
  await append(3);
  expect((await run("journal", "checkpoint", "--witness", witness)).code).toBe(0);
  await run("key", "export", "--out", key);
  const good = await run("journal", "verify", "--checkpoint", checkpoint, "--witness", witness, "--key", key);
  expect(good.out).toContain(`The first 7 entries are those that were signed in ${witness}`);
  expect(good.code).toBe(0);
  const whole = linesOf();

  rewrite(whole.slice(0, 5));
  const cut = await run("journal", "verify");
  expect(cut.out).toContain(
    "2 of the 7 entries that were signed in the checkpoints of this computer are missing: the journal was cut off at its end",
  );
  expect(cut.code).toBe(1);

  rewrite(rechained(whole.map((line, n) => (n === 5 ? line.replace(/"at":"2026/, '"at":"2025') : line))));
  rmSync(path("journal-checkpoints.txt"));
  expect((await run("journal", "verify")).code).toBe(0);
  const changed = await run("journal", "verify", "--witness", witness);
  expect(changed.out).toContain("Among entries 4 to 6 one at least is not what was signed");
  expect(changed.code).toBe(1);
  expect((await run("journal", "verify", "--checkpoint", checkpoint)).code).toBe(0);

  rewrite(whole);
  writeFileSync(witness, readFileSync(witness, "utf8").replace("\n7\n", "\n6\n"));
  expect((await run("journal", "verify", "--witness", witness)).out).toContain("not signed by a known key");
  writeFileSync(witness, "no checkpoint at all");
  const none = await run("journal", "verify", "--witness", witness);
  expect(none.err).toContain("The witness cannot be read");
  expect(none.code).toBe(3);
});

test("a journal that is not the continuation of the signed one is not signed, unless as another one", async () => {
  await append(3);
  await run("journal", "checkpoint");
  rewrite(rechained(linesOf().filter((_, n) => n !== 1)));
  const refused = await run("journal", "checkpoint");
  expect(refused.err).toContain("not the continuation");
  expect(refused.code).toBe(3);
  expect((await run("journal", "checkpoint", "--anew")).out).toMatch(/^candor\/journal\/[0-9a-f]{16}\/2\n2\n/);
  expect((await run("journal", "verify")).code).toBe(0);
});

test("proofs of inclusion and consistency hold anywhere with the public key, and for nothing else", async () => {
  await append(9);
  const [proof, old, key, other] = [path("proof.json"), path("old.txt"), path("key.pub"), path("other.pub")];
  await run("journal", "checkpoint", "--out", old);
  await append(4);
  await run("journal", "prove", "11", "--out", proof);
  await run("key", "export", "--as", "verifier", "--out", key);
  const elsewhere = mkdtempSync(join(tmpdir(), "candor-elsewhere-"));
  const there = async (...args: string[]) => await candorHere(args, { CANDOR_HOME: elsewhere });
  try {
    expect(await there("journal", "verify", proof, "--key", key)).toMatchObject({ code: 0, err: "" });
    await there("key", "export", "--out", other);
    expect((await there("journal", "verify", proof, "--key", other)).code).toBe(1);
    const text = readFileSync(proof, "utf8");
    expect(text).toContain("Entry about 2");
    for (const [from, to, said] of [
      ["Entry about 2", "Entry about 3", "not the one that the entry was written with"],
      ['"n": 11', '"n": 10', "is not number 10"],
      ['"kind": "note"', '"kind": "damage"', "is not number 11"],
    ] as const) {
      writeFileSync(proof, text.replace(from, to));
      const { code, out } = await there("journal", "verify", proof, "--key", key);
      expect(out).toContain(said);
      expect(code).toBe(1);
    }
    await run("journal", "prove", "11", "--head-only", "--out", proof);
    expect(readFileSync(proof, "utf8")).not.toContain("Entry about");
    expect((await there("journal", "verify", proof, "--key", key)).code).toBe(0);
    await run("journal", "consistency", old, "--out", proof);
    expect((await there("journal", "verify", proof, "--key", key)).code).toBe(0);
    const consistent = readFileSync(proof, "utf8");
    writeFileSync(proof, consistent.replace(/"proof": \[\s*"[^"]+",/, '"proof": ['));
    expect((await there("journal", "verify", proof, "--key", key)).out).toContain("are not the first of");
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
  expect((await run("journal", "prove", "99")).err).toContain("There is no entry 99");
});

test("a replaced key still counts, a revoked one does not, and both is signed", async () => {
  await append(2);
  await run("journal", "checkpoint");
  expect((await run("key", "rotate")).out).toContain("has signed that");
  expect((await run("journal", "verify")).code).toBe(0);
  await run("journal", "checkpoint");
  const revoked = await run("key", "revoke", "--reason", "The computer was stolen", "--yes");
  expect(revoked.out).toContain("is revoked");
  const verified = await run("journal", "verify");
  expect(verified.out).toContain("not signed by a known key that counts");
  expect(verified.code).toBe(1);
  expect((await run("key", "show")).out).toMatch(/was replaced on[\s\S]*was revoked on .*The computer was stolen/);
  expect(journal()).toContain("Replaced the signing key");
});

test("a key whose secret is gone is told apart, and what it signed counts", async () => {
  await append(2);
  await run("journal", "checkpoint");
  rmSync(path("signing-key.json"));
  expect((await run("key", "show")).out).toContain("was lost before");
  expect((await run("journal", "verify")).code).toBe(0);
  rmSync(path("signing-keys.json"));
  // The list is written anew from the secret file, which holds it.
  expect((await run("key", "show")).out).toContain("was lost before");
});

test("with a privacy password the key is sealed: locked, it signs nothing, and the journal verifies", async () => {
  await append(2);
  await run("journal", "checkpoint");
  const words = { CANDOR_HOME: home, CANDOR_PASSPHRASE: "seven wonderful otters paddle north", XDG_RUNTIME_DIR: home };
  expect((await candorHere(["lock", "set"], words)).code).toBe(0);
  expect(() => readFileSync(path("signing-key.json"))).toThrow();
  expect(readFileSync(path("signing-key.json.age"), "latin1")).toMatch(/^age-encryption\.org/);
  const locked = await candorHere(["journal", "checkpoint"], { CANDOR_HOME: home, XDG_RUNTIME_DIR: home });
  expect(locked.err).toContain("is locked");
  const verified = await candorHere(["journal", "verify"], { CANDOR_HOME: home, XDG_RUNTIME_DIR: home });
  expect(verified.out).toContain("are those that were signed");
  expect(verified.code).toBe(0);
  expect((await candorHere(["journal", "checkpoint"], words)).code).toBe(0);
}, 60_000);

withTool("minisign")("minisign and ssh-keygen verify a checkpoint, and refuse it when it is changed", async () => {
  await append(5);
  const [file, key, allowed] = [path("checkpoint"), path("key.pub"), path("allowed")];
  await run("journal", "checkpoint", "--out", file);
  await run("key", "export", "--out", key);
  await run("key", "export", "--as", "allowed-signers", "--out", allowed);
  const name = readFileSync(allowed, "utf8").split(" ")[0] ?? "";
  const ssh = () =>
    spawnSync("ssh-keygen", ["-Y", "verify", "-f", allowed, "-I", name, "-n", "candor-journal", "-s", `${file}.sig`], {
      input: readFileSync(file),
    }).status;
  execFileSync("minisign", ["-Vqm", file, "-p", key]);
  expect(ssh()).toBe(0);
  writeFileSync(file, readFileSync(file, "utf8").replace("\n5\n", "\n4\n"));
  expect(spawnSync("minisign", ["-Vqm", file, "-p", key]).status).not.toBe(0);
  expect(ssh()).not.toBe(0);
});
