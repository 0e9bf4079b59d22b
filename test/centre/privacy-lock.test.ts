import { execFileSync, spawn } from "node:child_process";
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AppRecord } from "../../src/apps/app-record.ts";
import { appCache, storedRecord } from "../../src/centre/app-cache.ts";
import { changeRecords } from "../../src/centre/change-records.ts";
import { applyChanges, planChanges, undoChanges } from "../../src/centre/changes.ts";
import { Journal, journalFile, viewJournal } from "../../src/centre/journal.ts";
import { identityFile, privacyLock, writePrivacyLock } from "../../src/centre/privacy-files.ts";
import {
  changePassphrase,
  keyFor,
  lockNow,
  privacyStatus,
  removePassphrase,
  resetPassphrase,
  setPassphrase,
  unlock,
} from "../../src/centre/privacy-lock.ts";
import { openJournal, openPrivate, readJournalOf } from "../../src/centre/private-store.ts";
import { holdJournal } from "../../src/centre/seal-folder.ts";
import { sessionFolder } from "../../src/centre/session-key.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";
import { withTool } from "../tools.ts";

/** Base 2 logarithm: the real cost takes a second each time. */
const cost = 8;
const passphrase = "gravel otter violin";

let root = "";
let dataFolder = "";
let clock = 0;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "candor-privacy-"));
  dataFolder = join(root, "data");
  await mkdir(join(root, "run"), { mode: 0o700 });
  clock = Date.UTC(2026, 10, 22);
});
afterEach(async () => await rm(root, { recursive: true, force: true }));

const env = () => ({ XDG_RUNTIME_DIR: join(root, "run") }) as NodeJS.ProcessEnv;
const place = () => ({ dataFolder, now: () => clock, process: { env: env() } });
const set = async () => await setPassphrase(place(), passphrase, cost);
/** Files of the data folder that hold a text, in their contents or names. */
const grep = (text: string) => {
  const names = execFileSync("find", [dataFolder, "-path", `*${text}*`], { encoding: "utf8" });
  try {
    return names + execFileSync("grep", ["-rlai", "--", text, dataFolder], { encoding: "utf8" });
  } catch {
    return names;
  }
};

/** A data folder with some of everything: a change, a report, a selection, what was seen of an app, a damaged journal. */
async function used() {
  const journal = await openJournal(place());
  const source = phoneSource(createPhone("stock", { now: () => clock }));
  const call = { action: "set-global-setting", params: { key: "candor_secretive", value: "1" } };
  const record = await applyChanges(source, journal, await planChanges(source, [call]), {
    reason: "because.of.org.foo",
  });
  await journal.close();
  const store = await openPrivate(place());
  await store.write("reports/one.html", "<p>Finding: org.foo.secret reads your messages</p>");
  await store.write("selections/mine.json", '["org.foo.secret"]');
  await appCache(dataFolder, "basis").put("ab".repeat(32), "whole", {
    schema: "candor.app/1",
    label: "org.foo.secret",
  } as unknown as AppRecord);
  await mkdir(join(dataFolder, "feeds"), { recursive: true });
  await writeFile(join(dataFolder, "feeds", "list.json"), '{"public": "org.public.list"}');
  return { source, record };
}

const private_ = ["org.foo", "candor_secretive", "Finding", "reads your", "ababab"];

describe("what is private is sealed once a passphrase is set", () => {
  test("nothing of it is found by grep, and lists and the chain of the journal stay readable", async () => {
    await used();
    for (const text of private_) expect(grep(text), text).not.toBe("");
    expect(await set()).toBeGreaterThan(2);
    for (const text of private_) expect(grep(text), text).toBe("");
    expect(grep("org.public.list")).toContain("feeds");
    expect((await privacyStatus(place())).state).toBe("locked");
    const view = await readJournalOf(place());
    expect(view.damage).toBeNull();
    expect(view.entries.map(({ head, body }) => [head.kind, body])).toEqual([
      ["plan", undefined],
      ["step", undefined],
      ["result", undefined],
    ]);
    const files = (await readdir(dataFolder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
    for (const { parentPath, name } of files)
      expect((await stat(join(parentPath, name))).mode & 0o077, name).toBe(name === "list.json" ? 0o044 : 0);
  });

  test("locked, it is still written and not read; unlocked, all of it is there and can be taken back", async () => {
    const { source, record } = await used();
    await set();
    const locked = await openPrivate(place());
    await locked.write("reports/two.html", "second org.foo");
    await expect(locked.readText("reports/two.html")).rejects.toThrow("locked");
    expect(await locked.names("reports")).toEqual(["one.html", "two.html"]);
    const journal = await openJournal(place());
    await journal.append("examination", { of: "org.foo" });
    await expect(undoChanges(source, journal, record)).rejects.toThrow("locked");
    await journal.close();
    expect(grep("org.foo")).toBe("");
    await unlock(place(), passphrase);
    const store = await openPrivate(place());
    expect(await store.readText("reports/two.html")).toBe("second org.foo");
    expect(await store.readText("selections/mine.json")).toBe('["org.foo.secret"]');
    const open = await openJournal(place());
    const [first] = changeRecords(open.entries);
    expect(first?.body.reason).toBe("because.of.org.foo");
    if (!first) throw new Error("no record");
    expect((await undoChanges(source, open, first)).results?.[0]?.outcome).toBe("done");
    await open.close();
    expect(grep("org.foo")).toBe("");
    expect((await readJournalOf(place())).entries.at(3)?.body).toEqual({ of: "org.foo" });
  });

  test("what was seen in apps is kept under names that tell nothing, and there is no such memory while locked", async () => {
    await set();
    const record = { schema: "candor.app/1", label: "org.foo" } as unknown as AppRecord;
    const sha256 = "cd".repeat(32);
    const before = process.env["XDG_RUNTIME_DIR"];
    process.env["XDG_RUNTIME_DIR"] = join(root, "run");
    try {
      await appCache(dataFolder, "b").put(sha256, "whole", record);
      expect(await readdir(join(dataFolder, "apps")).catch(() => [])).toEqual([]);
      await unlock(place(), passphrase, 10 * 365 * 24 * 3600_000);
      clock = Date.now();
      await openPrivate(place());
      await appCache(dataFolder, "b").put(sha256, "whole", record);
      expect(await appCache(dataFolder, "b").get(sha256, "code")).toEqual(record);
      expect(grep("org.foo") + grep("cdcdcd")).toBe("");
      expect(execFileSync("find", [dataFolder], { encoding: "utf8" })).not.toContain("cdcd");
      await lockNow(place());
      expect(await storedRecord(dataFolder, sha256)).toBeUndefined();
    } finally {
      if (before === undefined) delete process.env["XDG_RUNTIME_DIR"];
      else process.env["XDG_RUNTIME_DIR"] = before;
    }
  });

  test("a file that was written beside the store is sealed by the next lock", async () => {
    await set();
    await writeFile(join(dataFolder, "rescue.sh"), "pm enable org.foo");
    await lockNow(place());
    expect(grep("org.foo")).toBe("");
    await unlock(place(), passphrase);
    expect(await (await openPrivate(place())).readText("rescue.sh")).toBe("pm enable org.foo");
  });

  test("interrupted at any point, the next Candor seals the rest", async () => {
    await used();
    await set();
    const lock = await privacyLock(dataFolder);
    if (!lock) throw new Error("no lock");
    // As a kill leaves it: some sealed, some not, one both.
    await writePrivacyLock(dataFolder, { ...lock, pending: true });
    await writeFile(join(dataFolder, "reports", "one.html"), "org.foo");
    await writeFile(join(dataFolder, "reports", "three.html"), "org.foo");
    const plain = await Journal.open(dataFolder, { now: () => clock });
    await plain.append("examination", { of: "org.foo" });
    await plain.close();
    await openPrivate(place());
    expect(grep("org.foo")).toBe("");
    expect((await privacyLock(dataFolder))?.pending).toBe(false);
    await unlock(place(), passphrase);
    expect((await readJournalOf(place())).entries.at(-1)?.body).toEqual({ of: "org.foo" });
  });

  test("what cannot be sealed now stops nobody from working, is told, and is sealed by the next Candor that can", async () => {
    await used();
    // As a disk that does not take it.
    const inTheWay = join(dataFolder, "reports", "one.html.age");
    await mkdir(inTheWay);
    await expect(set()).rejects.toMatchObject({ code: "EISDIR" });
    expect(await privacyStatus(place())).toMatchObject({ state: "locked", pending: true });
    // All but that one is sealed.
    expect(grep("org.foo").trim()).toBe(join(dataFolder, "reports", "one.html"));
    await unlock(place(), passphrase);
    expect((await openPrivate(place())).state).toBe("unlocked");
    await rm(inTheWay, { recursive: true });
    await lockNow(place());
    expect(await privacyStatus(place())).toMatchObject({ state: "locked", pending: false });
    expect(grep("org.foo")).toBe("");
  });

  test("a journal that breaks off is mended and sealed, the broken part with it", async () => {
    await used();
    await appendFile(join(dataFolder, journalFile), '{"head":{"n":3,"org.foo');
    await set();
    expect(grep("org.foo")).toBe("");
    const view = await readJournalOf(place());
    expect(view.damage).toBeNull();
    expect(view.entries.map(({ head }) => head.kind)).toEqual(["plan", "step", "result", "damage"]);
  });

  test("what a kill left of a file that was being written is sealed away as soon as nobody can be writing it", async () => {
    const reports = join(dataFolder, "reports");
    const [plain, sealed] = ["0", "1"].map((digit) => join(reports, `.${digit.repeat(36)}.part`)) as [string, string];
    await mkdir(reports, { recursive: true });
    await writeFile(plain, "org.foo");
    await writeFile(sealed, "age-encryption.org/v1\n-> X25519");
    for (const path of [plain, sealed]) await utimes(path, clock / 1000, clock / 1000);
    await set();
    expect(await privacyStatus(place())).toMatchObject({ state: "locked", pending: true });
    clock += 9 * 60_000;
    await openPrivate(place());
    expect((await readdir(reports)).length).toBe(2);
    clock += 2 * 60_000;
    await openPrivate(place());
    expect(await readdir(reports)).toEqual([]);
    expect(await privacyStatus(place())).toMatchObject({ state: "locked", pending: false });
    // One that is sealed is nobody's secret, and keeps nothing waiting.
    await writeFile(sealed, "age-encryption.org/v1\n-> X25519");
    await utimes(sealed, clock / 1000, clock / 1000);
    await removePassphrase(place(), passphrase);
    await set();
    expect(await privacyStatus(place())).toMatchObject({ state: "locked", pending: false });
  });

  test("a damaged lock is never taken for none", async () => {
    await set();
    await writeFile(join(dataFolder, "privacy", "lock.json"), "{");
    await expect(openPrivate(place())).rejects.toThrow("damaged");
    await expect(openJournal(place())).rejects.toThrow("damaged");
  });

  test("another Candor at work is waited for", async () => {
    await mkdir(dataFolder, { recursive: true });
    const release = await holdJournal(dataFolder, clock, {});
    await expect(set()).rejects.toThrow("Another Candor");
    await release();
    await set();
  });
});

describe("the passphrase", () => {
  test("a wrong one opens nothing, and each further one waits longer, also after a restart", async () => {
    await set();
    for (let i = 0; i < 3; i++) await expect(unlock(place(), "wrong")).rejects.toThrow("not the passphrase");
    await expect(unlock(place(), passphrase)).rejects.toThrow("5 seconds");
    clock += 5_000;
    await expect(unlock(place(), "wrong")).rejects.toThrow("not the passphrase");
    clock += 9_000;
    await expect(unlock(place(), passphrase)).rejects.toThrow("1 second");
    expect(await privacyStatus(place())).toMatchObject({ state: "locked", wrong: { count: 4, waitMs: 1_000 } });
    clock += 1_000;
    await unlock(place(), passphrase);
    expect(await privacyStatus(place())).toMatchObject({ state: "unlocked", wrong: { count: 0, waitMs: 0 } });
  });

  test("many at once are no way round the delay", async () => {
    await set();
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => unlock(place(), "wrong")));
    const said = tries.map((each) => (each.status === "rejected" ? String((each.reason as Error).message) : "in"));
    expect(said.filter((text) => text.includes("not the passphrase")).length).toBeLessThanOrEqual(3);
    expect(said).not.toContain("in");
  });

  test("it locks again by itself, when told, and with a clock that was set back", async () => {
    await set();
    const state = async () => (await openPrivate(place())).state;
    await unlock(place(), passphrase, 60_000);
    clock += 59_000;
    expect(await state()).toBe("unlocked");
    clock += 59_000;
    expect(await state()).toBe("unlocked");
    clock += 61_000;
    expect(await state()).toBe("locked");
    expect(await readdir(join(root, "run", "candor"))).toEqual([]);
    await unlock(place(), passphrase, 60_000);
    expect(await lockNow(place())).toBe(true);
    expect(await state()).toBe("locked");
    await unlock(place(), passphrase, 60_000);
    clock -= 3_600_000;
    expect(await state()).toBe("locked");
  });

  test("the key lies in a folder of the owner alone, outside of the data folder; somebody else's folder is refused", async () => {
    await set();
    await unlock(place(), passphrase);
    const folder = await sessionFolder({ dataFolder, env: env() });
    expect((await stat(folder)).mode & 0o077).toBe(0);
    expect((await stat(join(folder, "key"))).mode & 0o077).toBe(0);
    expect(grep("AGE-SECRET-KEY")).toBe("");
    await lockNow(place());
    await rm(join(root, "run", "candor"), { recursive: true });
    await mkdir(join(root, "run", "candor"), { mode: 0o755 });
    await expect(unlock(place(), passphrase)).rejects.toThrow("not a folder of yours alone");
  });

  test("changed: the old one no longer opens it, and nothing is sealed anew", async () => {
    await used();
    await set();
    const before = await readFile(join(dataFolder, "reports", "one.html.age"));
    await changePassphrase(place(), passphrase, "another one", cost);
    await expect(unlock(place(), passphrase)).rejects.toThrow("not the passphrase");
    await unlock(place(), "another one");
    expect(await readFile(join(dataFolder, "reports", "one.html.age"))).toEqual(before);
    expect(await (await openPrivate(place())).readText("reports/one.html")).toContain("Finding");
  });

  test("removed: everything is as it was before it was set", async () => {
    await used();
    const before = await readFile(join(dataFolder, journalFile));
    await set();
    await expect(removePassphrase(place(), "wrong")).rejects.toThrow("not the passphrase");
    await removePassphrase(place(), passphrase);
    expect(await readFile(join(dataFolder, journalFile))).toEqual(before);
    expect((await openPrivate(place())).state).toBe("plain");
    expect(await readdir(dataFolder)).not.toContain("privacy");
    expect(await readFile(join(dataFolder, "reports", "one.html"), "utf8")).toContain("org.foo");
    expect((await viewJournal(dataFolder)).damage).toBeNull();
  });

  test("forgotten: what is sealed is kept aside, whole, and Candor begins anew", async () => {
    await used();
    await set();
    const key = await keyFor(place(), passphrase);
    const aside = await resetPassphrase(place());
    expect((await openPrivate(place())).state).toBe("plain");
    expect((await readJournalOf(place())).entries).toEqual([]);
    expect((await privacyStatus(place())).aside).toEqual([aside.slice(dataFolder.length + 1)]);
    expect((await readdir(aside)).sort()).toEqual([journalFile, "privacy", "reports", "selections"]);
    // A later password leaves it as it is, and the old one still opens it.
    await set();
    expect(await readdir(join(aside, "reports"))).toEqual(["one.html.age"]);
    const old = { ...place(), dataFolder: aside };
    expect(await keyFor(old, passphrase)).toBe(key);
    await unlock(old, passphrase);
    expect(await (await openPrivate(old)).readText("reports/one.html")).toContain("Finding");
  });

  test("a key that was put in the place of the right one is not taken for it", async () => {
    await set();
    const other = { ...place(), dataFolder: join(root, "other") };
    await setPassphrase(other, "mallory", cost);
    await writeFile(join(dataFolder, identityFile), await readFile(join(other.dataFolder, identityFile)));
    await expect(unlock(place(), "mallory")).rejects.toThrow("not the one that things were sealed to");
  });
});

withTool("age")("Debian's age opens everything, with the key and with the passphrase", async (age) => {
  await used();
  await set();
  const key = join(root, "key.txt");
  await writeFile(key, `${await keyFor(place(), passphrase)}\n`);
  const report = join(dataFolder, "reports", "one.html.age");
  expect(execFileSync(age, ["-d", "-i", key, report], { encoding: "utf8" })).toContain("org.foo.secret");
  const [line = ""] = (await readFile(join(dataFolder, journalFile), "utf8")).split("\n");
  const { sealed } = JSON.parse(line) as { sealed: string };
  const body = execFileSync(age, ["-d", "-i", key], { input: Buffer.from(sealed, "base64"), encoding: "utf8" });
  expect(JSON.parse(body)).toMatchObject({ body: { reason: "because.of.org.foo" } });
  expect(await withTerminal(age, ["-d", "-i", join(dataFolder, identityFile), report])).toContain("org.foo.secret");
});

/** Runs a program on a terminal of its own, types the passphrase, and gives what it wrote. */
async function withTerminal(program: string, args: readonly string[]): Promise<string> {
  const out = join(root, "opened");
  const command = [program, "-o", out, ...args].map((arg) => `'${arg}'`).join(" ");
  const child = spawn("script", ["-qec", command, "/dev/null"], { stdio: ["pipe", "pipe", "inherit"] });
  let asked = false;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (asked || !text.includes("passphrase")) return;
    asked = true;
    child.stdin.write(`${passphrase}\n`);
  });
  await new Promise((resolve) => child.on("close", resolve));
  return await readFile(out, "utf8");
}
