import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { Journal, journalFile } from "../../src/centre/journal.ts";
import { readWish } from "../../src/cli/undo.ts";
import type { ActionCall } from "../../src/core/action.ts";
import { serve } from "../../src/phone/daemon.ts";
import { type Listener, listen } from "../../src/phone/listen.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { phoneServices } from "../../src/phone/services.ts";
import { candorHere as candor, type Ran, root } from "./run.ts";

const set = (key: string, value: string | null): ActionCall => ({
  action: "set-global-setting",
  params: { key, value },
});

const phone = createPhone("hyperos", { now: Date.now });
const { global } = phone.state.settings;
let listener: Listener;
let address = "";
/** Called for every command that the phone gets. */
let onCommand = (_name: string) => {};
const start = (of: VirtualPhone) => {
  const services = phoneServices(of);
  return listen((wire) =>
    serve(wire, {
      banner: of.banner,
      services: (name) => {
        onCommand(name);
        return services(name);
      },
    }),
  );
};
beforeAll(async () => {
  listener = await start(phone);
  address = `127.0.0.1:${listener.port}`;
});
afterAll(() => listener.close());

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "candor-journal-"));
});
afterEach(() => {
  onCommand = () => {};
  for (const key of [...global.keys()]) if (key.startsWith("candor_")) global.delete(key);
  phone.state.properties.set("persist.security.adbinput", "1");
  rmSync(home, { recursive: true, force: true });
});

const run = (...args: string[]) => candor(args, { CANDOR_HOME: home });

/** Makes changes as every command of Candor does. */
async function change(calls: readonly ActionCall[], ...flags: string[]): Promise<Ran> {
  const program = join(root, "test", "cli", "make-changes.ts");
  const child = spawn(process.execPath, [program, address, JSON.stringify(calls), ...flags], {
    env: { ...process.env, CANDOR_HOME: home, HOME: home },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, ...said };
}

test("the journal lists changes, examinations and files, newest first, and each in full", async () => {
  expect((await run("journal")).out).toContain("empty");
  expect((await change([set("candor_a", "1"), set("candor_b", "2")], "--yes")).code).toBe(0);
  const html = join(home, "report.html");
  const saved = join(home, "saved.json");
  await run("check", "--address", address, "--no-apps", "--html", html, "--save", saved);
  const { entries } = JSON.parse((await run("journal", "--json")).out);
  expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(["export", "export", "examination", "change"]);
  const digest = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
  const [htmlNote, saveNote, examination, made] = entries;
  const bodyOf = async ({ n }: { n: number }) => JSON.parse((await run("journal", String(n), "--json")).out).body;
  expect(await bodyOf(htmlNote)).toMatchObject({ file: html, sha256: digest(html), about: "b1f2c3d4" });
  expect((await bodyOf(saveNote)).sha256).toBe(digest(saved));
  expect(await bodyOf(examination)).toMatchObject({ phone: { serial: "b1f2c3d4" }, sha256: digest(saved) });
  expect(made.changes).toMatchObject({ of: 2, outcomes: { done: 2 }, undoable: true, interrupted: false });
  const { out } = await run("journal", "0");
  for (const words of [
    "adb shell settings put global candor_a 1",
    "undo: settings delete global candor_a",
    "0/2",
    "candor undo 0",
  ])
    expect(out).toContain(words);
  // A step and a result are told with the change that they belong to.
  expect((await run("journal", "2")).out).toBe(out);
  expect(await run("journal", "99")).toMatchObject({ code: 2, err: expect.stringContaining("no entry 99") });
});

test("a single change, all changes, changes since a time are taken back", async () => {
  await change([set("candor_a", "1"), set("candor_b", "2"), set("adb_enabled", null)], "--yes");
  await change([set("candor_c", "3")], "--yes");
  const dry = await run("undo", "--all", "--dry-run", "--address", address);
  expect(dry.out).toMatch(/settings delete global candor_c[\s\S]*settings put global adb_enabled 1[\s\S]*candor_a/);
  expect(global.get("candor_c")).toBe("3");
  expect((await run("undo", "0/2", "--yes", "--address", address)).out).toContain("1 of 1 taken back");
  expect([global.get("candor_a"), global.get("candor_b")]).toEqual(["1", undefined]);
  expect((await run("undo", "0/2", "--yes", "--address", address)).out).toContain("Nothing of it is left");
  expect(await run("undo", "--since", "1h", "--yes", "--json", "--address", address)).toMatchObject({ code: 0 });
  expect([global.get("candor_a"), global.get("candor_c"), global.get("adb_enabled")]).toEqual([
    undefined,
    undefined,
    "1",
  ]);
  const { entries } = JSON.parse((await run("journal", "--json")).out);
  expect(entries.filter(({ kind }: { kind: string }) => kind === "undo")).toHaveLength(3);
  expect(entries.at(-1).changes).toMatchObject({ takenBack: 3, undoable: false });
  expect((await run("undo", "--yes", "--address", address)).out).toContain("Nothing is left to take back");
}, 30_000);

test("what was changed by somebody else since is said before it is taken back", async () => {
  await change([set("candor_a", "1")], "--yes");
  global.set("candor_a", "other");
  const { out } = await run("undo", "--dry-run", "--address", address);
  expect(out).toContain("changed again since");
});

test.each([
  [["undo", "x"], "no entry"],
  [["undo", "5/0"], "no entry"],
  [["undo", "1", "--all"], "not both"],
  [["undo", "--since", "yesterday"], "no time"],
  [["undo", "7", "--address"], "no change"],
])("%j is refused with what to write instead", async (args, words) => {
  const given = args.flatMap((each) => (each === "--address" ? [each, address] : [each]));
  const { code, err } = await run(...given);
  expect(err).toContain(words);
  expect(code).toBe(2);
});

test("times are read as dates and as spans", () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const at = (since: string) => readWish({ all: false, since }, undefined, now);
  expect(at("2d")).toEqual({ since: now - 2 * 86_400_000 });
  expect(at("2026-11-22T10:00Z")).toEqual({ since: Date.UTC(2026, 10, 22, 10) });
  expect(at("2026-99-99")).toContain("no time");
});

test("nobody to ask: nothing is changed, and no journal is begun", async () => {
  const { code, err } = await change([set("candor_a", "1")]);
  expect(err).toContain("nobody to ask");
  expect(code).toBe(2);
  expect(global.has("candor_a")).toBe(false);
  expect((await run("journal")).out).toContain("empty");
});

test("a phone that changed since it was shown is shown again", async () => {
  let lists = 0;
  onCommand = (name) => {
    if (name.includes("settings list global") && ++lists === 2) global.set("candor_a", "0");
  };
  const { code, out, err } = await change([set("candor_a", "1"), set("candor_b", "1")], "--yes");
  expect(err).toContain("The phone has changed since this was planned");
  expect(code).toBe(0);
  expect(out.match(/To be done:/g)).toHaveLength(2);
  // The undo is of the state right before the change, not of the one that was shown first.
  await run("undo", "--yes", "--address", address);
  expect(global.get("candor_a")).toBe("0");
});

test("a phone that changes all the time is left alone", async () => {
  let lists = 0;
  onCommand = (name) => {
    if (name.includes("settings list global")) global.set("candor_a", `other ${lists++}`);
  };
  const { code, err } = await change([set("candor_a", "1")], "--yes");
  expect(err).toContain("all the time");
  expect(code).toBe(1);
  expect((await run("journal")).out).toContain("empty");
});

test("an undo that the phone refuses by now says so, and can be repeated", async () => {
  await change([set("candor_a", "1")], "--yes");
  onCommand = (name) => {
    if (name.includes("settings delete")) phone.state.properties.set("persist.security.adbinput", "0");
  };
  const refused = await run("undo", "--yes", "--address", address);
  expect(refused.out).toMatch(/✗ refused[\s\S]*What to do: .*Security settings/);
  expect(refused.code).toBe(1);
  onCommand = () => {};
  phone.state.properties.set("persist.security.adbinput", "1");
  expect((await run("undo", "--yes", "--address", address)).out).toContain("1 of 1 taken back");
});

test("what stands interrupted is said before anything is planned; another phone's does not stop this one", async () => {
  await change([set("candor_a", "1"), set("candor_b", "2")], "--yes");
  const path = join(home, journalFile);
  const lines = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, `${lines.slice(0, 2).join("\n")}\n`);
  const blocked = await change([set("candor_c", "1")], "--yes");
  expect(blocked).toMatchObject({ code: 3, out: "", err: expect.stringContaining("candor journal resume") });
  expect((await run("journal")).out).toContain("INTERRUPTED");
  const other = await start(createPhone("stock", { now: Date.now }));
  try {
    const elsewhere = `127.0.0.1:${other.port}`;
    const none = await run("journal", "resume", "--yes", "--address", elsewhere);
    expect(none.out).toMatch(/Nothing was interrupted on this phone[\s\S]*b1f2c3d4/);
    expect(await run("undo", "0", "--yes", "--address", elsewhere)).toMatchObject({
      code: 3,
      err: expect.stringContaining("another phone"),
    });
  } finally {
    await other.close();
  }
  const preview = await run("journal", "resume", "--dry-run", "--address", address);
  expect(preview.out).toMatch(/✓ Set global\/candor_a to 1\n +• Set global\/candor_b/);
  expect((await run("journal", "resume", "--undo", "--yes", "--address", address)).out).toContain("2 of 2 taken back");
  expect(global.has("candor_a") || global.has("candor_b")).toBe(false);
}, 30_000);

test("a changed line is named; a broken end is kept aside and the rest goes on", async () => {
  await change([set("candor_a", "1")], "--yes");
  const path = join(home, journalFile);
  const text = await readFile(path, "utf8");
  expect((await run("journal", "verify")).code).toBe(0);
  await writeFile(path, text.replace('"outcome":"ran"', '"outcome":"non"'));
  const bad = await run("journal", "verify");
  expect(bad).toMatchObject({ code: 1, out: expect.stringContaining("Line 2 is the first bad one") });
  expect((await run("journal")).err).toContain("Line 2 is bad");
  await writeFile(path, text.slice(0, -30));
  const mended = await run("journal", "resume", "--yes", "--address", address);
  expect(mended).toMatchObject({ code: 0, out: expect.stringContaining("1 of 1 done") });
  expect((await run("journal", "verify", "--json")).out).toContain('"damage": null');
  expect((await run("undo", "--yes", "--address", address)).code).toBe(0);
  expect(global.has("candor_a")).toBe(false);
});

test("two Candors at once: the second is told, and an examination goes on without its note", async () => {
  const journal = await Journal.open(home, { now: Date.now });
  try {
    const busy = await change([set("candor_a", "1")], "--yes");
    expect(busy).toMatchObject({ code: 3, err: expect.stringContaining("Another Candor") });
    expect(global.has("candor_a")).toBe(false);
    const { out, err } = await run("check", "--address", address, "--no-apps");
    expect(err).toContain("not noted in the journal");
    expect(out.length).toBeGreaterThan(500);
  } finally {
    await journal.close();
  }
  expect((await change([set("candor_a", "1")], "--yes")).code).toBe(0);
});
