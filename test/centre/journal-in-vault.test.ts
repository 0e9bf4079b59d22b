import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { isCheckpoint, journalAgainstVault } from "../../src/centre/journal-in-vault.ts";
import { noteInJournal } from "../../src/centre/journal-notes.ts";
import { signCheckpoint } from "../../src/centre/journal-proof.ts";
import { journalStanding } from "../../src/centre/journal-standing.ts";
import { vaultWitnesses, witnessesOf, writeWitnessSettings } from "../../src/centre/journal-witnesses.ts";
import type { OpenVault, VaultDesk } from "../../src/centre/vault-desk.ts";
import { makeVault } from "../../src/centre/vault-make.ts";
import { forgetIn, keepFiles, snapshotsOf } from "../../src/centre/vault-use.ts";
import { findSnapshot } from "../../src/vault/restic-snapshot.ts";

const passphrase = "orbit canyon velvet teapot lantern";
let work = "";
let desk: VaultDesk;
let vault: OpenVault;
const notices: string[] = [];
let clock = 0;
let turn = 0;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "candor-witness-"));
});
afterAll(() => rm(work, { recursive: true, force: true }));
beforeEach(async () => {
  const folder = join(work, String(turn++));
  await mkdir(join(folder, "files"), { recursive: true });
  await writeFile(join(folder, "files", "note.txt"), "Doctor on Tuesday\n");
  clock = Date.UTC(2026, 10, 22);
  notices.length = 0;
  desk = {
    dataFolder: join(folder, "data"),
    now: () => clock,
    process: { env: { XDG_RUNTIME_DIR: folder } },
    notice: (sentence) => notices.push(sentence),
  };
  const options = { name: "home", unlisted: false, recovery: false, declared: {} } as const;
  vault = (await makeVault(desk, join(folder, "vault"), passphrase, options)).vault;
}, 60_000);

const files = () => join(desk.dataFolder, "..", "files");
const journal = () => join(desk.dataFolder, "journal.ndjson");
const put = async () => {
  clock += 3_600_000;
  return (await keepFiles(desk, vault, [files()], () => undefined)).snapshot;
};
const kept = async () => (await snapshotsOf(desk, vault)).snapshots.filter(isCheckpoint);
const compared = async () =>
  (await journalAgainstVault(desk, vault)).filter(({ said }) => said.includes("vault “home”"));

test("each put keeps the newest signed state, once there is a key; the newest snapshot stays the one with the files", async () => {
  await put();
  expect(await kept()).toEqual([]);
  await expect(journalAgainstVault(desk, vault)).rejects.toThrow("holds no signed state");
  await signCheckpoint(desk);
  const second = await put();
  const third = await put();
  expect((await kept()).length).toBe(2);
  expect((await findSnapshot(vault.repository, "latest")).id).toBe(third.id);
  const { snapshots, lost } = await snapshotsOf(desk, vault);
  expect([snapshots.at(-1)?.id, lost]).toEqual([third.id, null]);
  expect(snapshots.findIndex(({ id }) => id === second.id)).toBeGreaterThan(0);
  expect(await compared()).toMatchObject([{ ok: true }]);
  expect(await witnessesOf(desk)).toMatchObject([{ name: "home", at: new Date(clock).toISOString() }]);
  const lines = (await readFile(journal(), "utf8")).trim().split("\n").length;
  expect((await witnessesOf(desk))[0]?.size).toBe(lines);
  expect(notices).toEqual([]);
}, 60_000);

test("a journal that was cut off is told by the vault, although all that this computer had signed was removed with it", async () => {
  await signCheckpoint(desk);
  await put();
  await noteInJournal(desk, [{ kind: "key", body: { about: "Something that is to be forgotten" } }]);
  await put();
  const whole = await readFile(journal(), "utf8");
  await writeFile(journal(), `${whole.trim().split("\n").slice(0, -2).join("\n")}\n`);
  await rm(join(desk.dataFolder, "journal-checkpoints.txt"));
  expect((await compared()).map(({ ok, said }) => [ok, said.slice(0, 60)])).toEqual([
    [false, expect.stringMatching(/^\d+ of the \d+ entries that were signed in the vault “home”/)],
  ]);
  // The next put says so by itself, and signs nothing that would cover it.
  await put();
  expect(notices.join("\n")).toContain("the journal was cut off at its end");
  expect((await kept()).length).toBe(2);
  // It stays told until it is dealt with.
  expect((await journalStanding(desk)).lines).toContainEqual({
    ok: false,
    said: expect.stringContaining("the journal was cut off at its end"),
  });
  // Not even where what is remembered of the vault was removed as well.
  await rm(join(desk.dataFolder, "vault-witnesses.json"));
  notices.length = 0;
  for (let i = 0; i < 4; i++) await noteInJournal(desk, [{ kind: "key", body: { about: "Filling" } }]);
  await put();
  expect(notices.join("\n")).toContain("is not what was signed in the vault “home”");
  expect((await compared()).some(({ ok }) => !ok)).toBe(true);
  expect(await vaultWitnesses(desk)).toEqual({});
}, 60_000);

test("a journal that its owner signs anew is kept from then on, and the one before is named", async () => {
  await signCheckpoint(desk);
  await put();
  const whole = await readFile(journal(), "utf8");
  await writeFile(journal(), `${whole.trim().split("\n").slice(0, -1).join("\n")}\n`);
  await put();
  expect((await kept()).length).toBe(1);
  await signCheckpoint(desk, { anew: true });
  await put();
  expect((await kept()).length).toBe(2);
  expect((await journalStanding(desk)).lines.every(({ ok }) => ok)).toBe(true);
  expect((await compared()).map(({ ok }) => ok)).toEqual([true, true]);
}, 60_000);

test("another key's states alone prove nothing", async () => {
  await signCheckpoint(desk);
  await put();
  for (const name of ["signing-key.json", "signing-keys.json", "journal-checkpoints.txt"])
    await rm(join(desk.dataFolder, name), { force: true });
  await signCheckpoint(desk);
  expect(await compared()).toEqual([{ ok: false, said: expect.stringContaining("is of a key that counts here") }]);
  await put();
  expect((await compared()).map(({ ok }) => ok)).toEqual([true, true]);
}, 60_000);

test("it is left alone where it was switched off, and in unlisted vaults", async () => {
  await signCheckpoint(desk);
  await writeWitnessSettings(desk.dataFolder, { vaults: false });
  await put();
  expect(await kept()).toEqual([]);
  await writeWitnessSettings(desk.dataFolder, { vaults: true });
  vault = { ...vault, unlisted: true, known: null };
  await put();
  expect(await kept()).toEqual([]);
}, 60_000);

test("a state that was let go is no loss, and the next put keeps another", async () => {
  await signCheckpoint(desk);
  await put();
  await forgetIn(desk, vault, await kept());
  await put();
  expect((await kept()).length).toBe(1);
  expect(notices).toEqual([]);
}, 60_000);

test("what was kept stands where the state cannot be kept", async () => {
  await signCheckpoint(desk);
  await put();
  await writeFile(join(desk.dataFolder, "journal-checkpoints.txt"), "this is no checkpoint");
  const snapshot = await put();
  expect((await findSnapshot(vault.repository, "latest")).id).toBe(snapshot.id);
  expect(notices.join("\n")).toMatch(/could not be kept|not signed/);
}, 60_000);
