import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SignedCheckpoint } from "../../src/centre/journal-proof.ts";
import type { JournalStanding } from "../../src/centre/journal-standing.ts";
import type { Updates } from "../../src/centre/updates.ts";
import { done, examined, type Visited, visit } from "./browser.ts";

let visited: Visited;
let examination: string;
beforeAll(async () => {
  visited = await visit();
  examination = await examined(visited, "virtual:miui12");
});
afterAll(async () => await visited.close());

const standing = async () => await visited.json<JournalStanding>("/proof");
const sign = async () => await visited.json<SignedCheckpoint>("/proof/checkpoint", { body: {} });
const compare = async (text: string, more: object = {}) =>
  (
    await visited.json<{ lines: readonly { ok: boolean; said: string }[] }>("/proof/compare", {
      body: { name: "kept.txt", text, ...more },
    })
  ).lines;
/** Packing notes an entry in the journal, and signs it. */
const entry = async () => done(await visited.job("/evidence/packages", { body: { examination, redaction: "names" } }));

test("an empty journal has no key and is not signed; then each state is, by a key that is told", async () => {
  expect(await standing()).toEqual({
    entries: 0,
    keys: [],
    last: null,
    checkpoints: 0,
    lines: [],
    keepsInVaults: true,
    inVaults: [],
  });
  expect((await visited.ask("/api/v1/proof/checkpoint", { body: {} })).status).toBe(409);
  await entry();
  const first = await sign();
  await entry();
  const now = await standing();
  expect(now).toMatchObject({ entries: 2, last: { size: 2 }, lines: [{ ok: true }] });
  expect(now.keys).toHaveLength(1);
  expect(now.keys[0]).toMatchObject({ name: first.keyName, state: "current" });
  expect(now.keys[0]?.fingerprint).toMatch(/^SHA256:/);
  // What was signed before is the beginning of what is there now.
  expect(await compare(first.note)).toContainEqual({
    ok: true,
    said: "The first 1 entries are those that were signed in kept.txt.",
  });
}, 60_000);

test("an entry is proven, and a proof in which something was changed is not", async () => {
  const proof = await visited.json("/proof/entries/0", { body: { content: true } });
  expect(await compare(JSON.stringify(proof))).toEqual([
    { ok: true, said: "The proof holds, and its checkpoint is signed by a key that counts." },
  ]);
  const head = { ...(proof["head"] as object), kind: "examination" };
  expect((await compare(JSON.stringify({ ...proof, head }))).map(({ ok }) => ok)).toContain(false);
  expect((await visited.ask("/api/v1/proof/entries/99", { body: {} })).status).toBe(409);
  expect((await visited.ask("/api/v1/proof/entries/x", { body: {} })).status).toBe(409);
});

test("what is no checkpoint is told, and another's key does not count", async () => {
  for (const text of ["hello", "{", "{}", '{"schema":"candor.journal-inclusion/1"}', "\0"])
    expect((await visited.ask("/api/v1/proof/compare", { body: { name: "x", text } })).status, text).toBe(400);
  const { note } = await sign();
  const { keys } = await standing();
  const key = keys[0]?.ssh ?? "";
  expect((await compare(note, { key })).every(({ ok }) => ok)).toBe(true);
  const other = `ssh-ed25519 ${Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from("ssh-ed25519"), Buffer.from([0, 0, 0, 32]), Buffer.alloc(32, 9)]).toString("base64")}`;
  expect(await compare(note, { key: other })).toMatchObject([{ ok: false }]);
});

test("a journal that was cut off at its end is told to be, by the page as well", async () => {
  const path = join(visited.folder, "journal.ndjson");
  const whole = await readFile(path, "utf8");
  const { note, size } = await sign();
  await writeFile(
    path,
    `${whole
      .split("\n")
      .slice(0, size - 1)
      .join("\n")}\n`,
  );
  try {
    const { lines, entries } = await standing();
    expect(entries).toBe(size - 1);
    expect(lines).toMatchObject([{ ok: false, said: expect.stringContaining("cut off at its end") as string }]);
    expect((await compare(note)).every(({ ok }) => !ok)).toBe(true);
    expect((await visited.ask("/api/v1/proof/checkpoint", { body: {} })).status).toBe(409);
  } finally {
    await writeFile(path, whole);
  }
});

test("the fixes that a phone lacked are told by severity, part and month", async () => {
  const found = await visited.json<Updates>(`/examinations/${examination}/updates`);
  expect(found.summary).toContain("fixes that were published since are missing");
  const { fixes } = found;
  expect(fixes?.os.level).toMatch(/^\d{4}-\d\d-\d\d$/);
  const critical = fixes?.rows.filter(({ level }) => level === "os").reduce((sum, row) => sum + row.critical, 0);
  expect(fixes?.os.missing.filter(({ severity }) => severity === "critical").length).toBe(critical);
  expect(found.outcomes.every(({ category }) => category === "updates")).toBe(true);
  expect((await visited.ask("/api/v1/examinations/20260101T000000-00000000/updates")).status).toBe(404);
});

test("a vault that is written to keeps the newest signed state, which the journal is held against", async () => {
  const work = await mkdtemp(join(tmpdir(), "candor-proof-vault-"));
  await sign();
  await writeFile(join(work, "note.txt"), "kept");
  const passphrase = "orbit canyon velvet teapot lantern";
  const body = { place: join(work, "vault"), passphrase, name: "home" };
  const { id } = await visited.json<{ id: string }>("/vaults", { body });
  expect((await visited.ask(`/api/v1/proof/vaults/${id}`, { method: "POST" })).status).toBe(404);
  const put = async () => done(await visited.job(`/vaults/${id}/put`, { body: { path: join(work, "note.txt") } }));
  await visited.json("/proof/vaults", { method: "PUT", body: { vaults: false } });
  await put();
  expect(await standing()).toMatchObject({ keepsInVaults: false, inVaults: [] });
  await visited.json("/proof/vaults", { method: "PUT", body: { vaults: true } });
  await put();
  const { entries, inVaults } = await standing();
  expect(inVaults).toEqual([{ vault: id, name: "home", at: expect.any(String), size: entries }]);
  const held = async () =>
    await visited.json<{ lines: { ok: boolean; said: string }[] }>(`/proof/vaults/${id}`, { method: "POST" });
  expect((await held()).lines).toContainEqual({
    ok: true,
    said: `The first ${entries} entries are those that were signed in the vault “home”.`,
  });
  // What was kept is not shown among what the person kept.
  const { snapshots } = await visited.json<{ snapshots: { paths: string[] }[] }>(`/vaults/${id}/snapshots`);
  expect(snapshots.map(({ paths }) => paths)).toEqual([[join(work, "note.txt")], [join(work, "note.txt")]]);
  const journal = join(visited.folder, "journal.ndjson");
  const whole = await readFile(journal, "utf8");
  await writeFile(journal, `${whole.trimEnd().split("\n").slice(0, -1).join("\n")}\n`);
  expect((await held()).lines).toContainEqual({
    ok: false,
    said: `1 of the ${entries} entries that were signed in the vault “home” are missing: the journal was cut off at its end.`,
  });
  await writeFile(journal, whole);
  await visited.json(`/vaults/${id}/lock`, { method: "POST" });
  expect((await visited.ask(`/api/v1/proof/vaults/${id}`, { method: "POST" })).status).toBe(423);
  await rm(work, { recursive: true, force: true });
}, 60_000);
