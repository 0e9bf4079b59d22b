import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setPassphrase } from "../../src/centre/privacy-lock.ts";
import type { VaultDesk } from "../../src/centre/vault-desk.ts";
import {
  freeName,
  type KnownVault,
  knownVaults,
  proofDue,
  rememberVault,
  updateVault,
} from "../../src/centre/vault-known.ts";
import { chooseVault } from "../../src/centre/vault-open.ts";
import { newRecoveryKey, recoveryKeyOf, vaultSheetHtml, vaultSheetText } from "../../src/centre/vault-recovery.ts";

const day = 86_400_000;
const now = () => Date.UTC(2026, 10, 22);
const vault: KnownVault = {
  name: "home",
  address: "/srv/vault",
  id: "ab".repeat(32),
  since: new Date(now()).toISOString(),
  credentials: null,
  rule: null,
  region: null,
  copies: [],
  recovery: null,
  newest: null,
  checked: null,
};

let home = "";
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "candor-known-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const desk = (name: string): VaultDesk => ({
  dataFolder: join(home, name),
  now,
  process: { env: { XDG_RUNTIME_DIR: home } },
});

test("remembers vaults, by names of their own", async () => {
  const place = desk("plain");
  expect(await knownVaults(place)).toEqual([]);
  await rememberVault(place, vault);
  await rememberVault(place, { ...vault, rule: { words: "DE", verifiedOnly: false } });
  expect(await knownVaults(place)).toHaveLength(1);
  await expect(rememberVault(place, { ...vault, id: "cd".repeat(32) })).rejects.toMatchObject({ code: "refused" });
  await updateVault(place, vault.id, { newest: { id: "1", time: "2026" } });
  expect((await knownVaults(place))[0]).toMatchObject({ rule: { words: "DE" }, newest: { id: "1" } });
  expect(freeName([vault], "/mnt/home")).toBe("home-2");
  expect(freeName([], "s3:https://host/bucket/äpfel")).toBe("äpfel");
  expect((await chooseVault(place, {})).known?.name).toBe("home");
  await expect(chooseVault(place, { vault: "nothing" })).rejects.toMatchObject({ code: "absent" });
  await rememberVault(place, { ...vault, name: "other", id: "ef".repeat(32), address: "/other" });
  await expect(chooseVault(place, {})).rejects.toThrow("There are 2 vaults: home, other.");
  expect((await chooseVault(place, { vault: "/other" })).known?.name).toBe("other");
  expect((await chooseVault(place, { vault: "/other", unlisted: true })).known).toBeNull();
});

test("a damaged list is said, and not taken for none", async () => {
  const place = desk("damaged");
  await rememberVault(place, vault);
  await writeFile(join(place.dataFolder, "vaults.json"), "{");
  await expect(knownVaults(place)).rejects.toMatchObject({ code: "damaged" });
});

test("with a privacy password the list is sealed; a vault named by its place is chosen all the same while it is locked", async () => {
  const place = desk("sealed");
  await rememberVault(place, vault);
  await setPassphrase(place, "an old anchor under nine grey gulls");
  const files = await readdir(place.dataFolder);
  expect(files).toContain("vaults.json.age");
  expect(files).not.toContain("vaults.json");
  expect(await readFile(join(place.dataFolder, "vaults.json.age"), "latin1")).not.toContain("/srv/vault");
  const locked: VaultDesk = { ...place, process: { env: { XDG_RUNTIME_DIR: join(home, "plain") } } };
  await expect(chooseVault(locked, { vault: "home" })).rejects.toMatchObject({ code: "locked" });
  expect((await chooseVault(locked, { vault: "/srv/vault" })).place.name).toBe("/srv/vault");
});

test("asks for proof of the recovery key after a day, then every 30 days", () => {
  const made = new Date(now()).toISOString();
  const after = (days: number, proved: string | null) =>
    proofDue({ ...vault, recovery: { made, proved } }, now() + days * day);
  expect(proofDue(vault, now())).toContain("no recovery key");
  expect(after(0.9, null)).toBeNull();
  expect(after(1, null)).toContain("key prove");
  expect(after(29, made)).toBeNull();
  expect(after(30, made)).toContain("30 days ago");
});

test("a recovery key is taken however it is typed, and not when it is mistyped", () => {
  const keys = Array.from({ length: 50 }, newRecoveryKey);
  expect(new Set(keys).size).toBe(50);
  for (const key of keys) {
    expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const typed of [
      key,
      key.toLowerCase(),
      key.replaceAll("-", " "),
      key.replaceAll("-", ""),
      key.replaceAll("0", "O").replaceAll("1", "l"),
    ])
      expect(recoveryKeyOf(typed)).toBe(key);
  }
  const [key = ""] = keys;
  fc.assert(
    fc.property(
      fc.nat({ max: key.length - 1 }),
      fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"),
      (at, letter) => {
        fc.pre(key[at] !== letter && key[at] !== "-");
        // One of a million mistypings of a letter is not told.
        expect(recoveryKeyOf(key.slice(0, at) + letter + key.slice(at + 1))).toBeNull();
      },
    ),
    { numRuns: 200 },
  );
  for (const other of ["", "correct horse battery staple", "AGE-SECRET-KEY-1", key.slice(1)])
    expect(recoveryKeyOf(other)).toBeNull();
});

test("the sheet tells how to open the vault without Candor, and cannot be broken by a place's name", () => {
  const sheet = { key: newRecoveryKey(), place: `/srv/a'b<script>`, made: "2026-11-22T00:00:00Z" };
  expect(vaultSheetText(sheet)).toContain(`restic -r '/srv/a'\\''b<script>' restore latest`);
  expect(vaultSheetText(sheet)).toContain(sheet.key);
  expect(vaultSheetHtml(sheet)).not.toContain("<script>");
  expect(vaultSheetHtml(sheet)).toContain(sheet.key);
});
