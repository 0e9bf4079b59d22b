import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { withTool } from "../tools.ts";
import { candorHere } from "./run.ts";

const work = mkdtempSync(join(tmpdir(), "candor-share-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const path = (name: string) => join(work, name);
const as = async (who: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  await candorHere(args, { CANDOR_HOME: path(who), XDG_RUNTIME_DIR: path(who), ...env });
const owner = async (...args: string[]) => await as("owner", args);
const helper = async (...args: string[]) => await as("helper", args);
const file = path("notes.txt");
writeFileSync(file, "what only the helper may read");

test("what the owner seals, the helper opens, and nobody else", async () => {
  const [recipient, sealed] = [path("helper.txt"), path("notes.txt.age")];
  expect((await helper("key", "recipient", "--out", recipient)).out).toMatch(/^age1/);
  const shared = await owner("share", file, "--to-file", recipient, "--yes");
  expect(shared.err).toContain("as it is");
  expect(shared.code).toBe(0);
  expect(readFileSync(sealed, "latin1")).not.toContain("helper may read");
  expect((await helper("receive", sealed, "--out", path("opened.txt"))).code).toBe(0);
  expect(readFileSync(path("opened.txt"), "utf8")).toBe("what only the helper may read");
  const mine = await owner("receive", sealed, "--out", path("mine.txt"));
  expect(mine.err).toContain("sealed for somebody else");
  expect(mine.code).toBe(3);
  // Neither writes over anything.
  expect((await owner("share", file, "--to-file", recipient, "--yes")).err).toContain("is there already");
  expect((await helper("receive", sealed)).err).toContain("is there already");
  expect((await owner("journal")).out).toContain("Wrote age about");
});

test("keys are kept under a name, and sealed for by it", async () => {
  const [recipient, first, second] = [path("helper.txt"), path("first.age"), path("second.age")];
  const kept = await owner("share", file, "--to-file", recipient, "--keep-as", "desk", "--yes", "--out", first);
  expect(kept.out).toContain('--known "desk"');
  expect((await owner("share", file, "--known", "desk", "--yes", "--out", second)).code).toBe(0);
  expect((await helper("receive", second, "--out", path("second.txt"))).code).toBe(0);
  const nobody = await owner("share", file, "--known", "nobody", "--yes", "--out", path("third.age"));
  expect(nobody.err).toContain("not kept any more");
  expect(existsSync(path("third.age"))).toBe(false);
});

test("a damaged file leaves nothing behind", async () => {
  const sealed = readFileSync(path("notes.txt.age"));
  for (const [name, bytes] of [
    ["cut.age", sealed.subarray(0, -1)],
    ["changed.age", Buffer.concat([sealed.subarray(0, -5), Buffer.from("x"), sealed.subarray(-4)])],
    ["none.age", Buffer.from("no age file")],
  ] as const) {
    writeFileSync(path(name), bytes);
    const { code, err } = await helper("receive", path(name));
    expect(err).not.toContain("fault of Candor");
    expect(code).toBe(3);
    expect(existsSync(path(name.replace(".age", "")))).toBe(false);
  }
  expect(readdirSync(work).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("nothing is sealed unasked, to nobody, or to what is no key", async () => {
  const out = path("never.age");
  const asked = await owner(
    "share",
    file,
    "--to",
    "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
    "--out",
    out,
  );
  expect(asked.err).toContain("nobody to ask");
  expect(asked.code).toBe(2);
  expect((await owner("share", file, "--yes", "--out", out)).err).toContain("Say for whom");
  expect((await owner("share", file, "--to", "ssh-rsa AAAAB3", "--yes", "--out", out)).err).toContain(
    "is no recipient",
  );
  expect((await owner("share", file, "--to", "age1wrong", "--yes", "--out", out)).err).toContain("is no recipient");
  expect((await owner("share", file, "--redact", "names", "--passphrase", "--yes", "--out", out)).err).toContain(
    "it is no examination",
  );
  expect((await owner("share", "20260101T000000-00000000", "--passphrase", "--yes")).err).toContain(
    "no kept examination",
  );
  expect(existsSync(out)).toBe(false);
});

test("a passphrase seals and opens; another one is named; it is never written down", async () => {
  const [words, sealed] = [path("words"), path("words.age")];
  writeFileSync(words, "seven wonderful otters\n");
  expect((await owner("share", file, "--passphrase-file", words, "--armor", "--yes", "--out", sealed)).code).toBe(0);
  expect(readFileSync(sealed, "utf8")).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
  const right = await as("helper", ["receive", sealed, "--out", path("by-words.txt")], {
    CANDOR_PASSPHRASE: "seven wonderful otters",
  });
  expect(right.code).toBe(0);
  const wrong = await as("helper", ["receive", sealed, "--out", path("wrong.txt")], { CANDOR_PASSPHRASE: "eight" });
  expect(wrong.err).toContain("not the passphrase");
  expect(existsSync(path("wrong.txt"))).toBe(false);
  expect(readFileSync(join(path("owner"), "journal.ndjson"), "utf8")).not.toContain("otters");
}, 60_000);

test("an examination is shared without what names the phone, unless that is asked for", async () => {
  const [saved, words, out] = [path("phone.json"), path("words"), path("phone.age")];
  expect((await owner("check", "virtual:stalked", "--no-apps", "--save", saved)).code).toBe(1);
  expect(readFileSync(saved, "utf8")).toContain("R5CT30ABCDE");
  const shared = await owner("share", saved, "--passphrase-file", words, "--yes", "--out", out);
  expect(shared.err).toMatch(/Taken out[\s\S]*replaced: .*serial/);
  await helper("receive", out, "--passphrase-file", words, "--out", path("got.json"));
  expect(readFileSync(path("got.json"), "utf8")).not.toContain("R5CT30ABCDE");
  // It is an examination still, with the same findings.
  const summary = async (name: string) =>
    (JSON.parse((await helper("check", path(name), "--json")).out) as { summary: unknown }).summary;
  expect(await summary("got.json")).toEqual(await summary("phone.json"));
}, 60_000);

withTool("age")("age opens what Candor shares, to a key and to an SSH key, and Candor what age sealed", async () => {
  const [identity, ssh] = [path("identity"), path("id_ed25519")];
  execFileSync("age-keygen", ["-o", identity], { stdio: "pipe" });
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", ssh]);
  const recipient = execFileSync("age-keygen", ["-y", identity]).toString().trim();
  const out = path("both.age");
  const line = readFileSync(`${ssh}.pub`, "utf8").trim();
  expect((await owner("share", file, "--to", recipient, "--to", line, "--yes", "--out", out)).code).toBe(0);
  for (const key of [identity, ssh])
    expect(execFileSync("age", ["-d", "-i", key, out]).toString()).toContain("only the helper");
  for (const key of [identity, ssh]) {
    const opened = path(`by-${key.length}`);
    expect((await helper("receive", out, "--identity", key, "--out", opened)).code).toBe(0);
    expect(readFileSync(opened, "utf8")).toContain("only the helper");
  }
  const own = (await helper("key", "recipient")).out.trim();
  execFileSync("age", ["-a", "-r", own, "-o", path("theirs.age"), file]);
  expect((await helper("receive", path("theirs.age"))).code).toBe(0);
  expect(readFileSync(path("theirs"), "utf8")).toContain("only the helper");
});
