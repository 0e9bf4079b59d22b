import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { privacyLock } from "../../src/centre/privacy-files.ts";
import { lockNow, setPassphrase, unlock } from "../../src/centre/privacy-lock.ts";
import { openJournal, openPrivate, readJournalOf } from "../../src/centre/private-store.ts";
import { beginSession, sessionFolder } from "../../src/centre/session-key.ts";

const passphrase = "gravel otter violin";
const files = 40;
const entries = 12;
let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "candor-killed-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const place = (dataFolder: string) => ({ dataFolder, now: Date.now, process: { env: { XDG_RUNTIME_DIR: root } } });

async function folderWithThings(name: string): Promise<string> {
  const dataFolder = join(root, name);
  const store = await openPrivate(place(dataFolder));
  for (let i = 0; i < files; i++) await store.write(`reports/${i}.html`, `org.foo.secret ${i}`);
  const journal = await openJournal(place(dataFolder));
  for (let i = 0; i < entries; i++) await journal.append("examination", { of: `org.foo.secret ${i}` });
  await journal.close();
  return dataFolder;
}

/** Runs the child and kills it so many milliseconds after it began; gives whether it was done. */
async function killed(what: "set" | "remove", dataFolder: string, afterMs: number): Promise<boolean> {
  const program = join(import.meta.dirname, "privacy-child.ts");
  const child = spawn(process.execPath, [program, what, dataFolder, passphrase], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, XDG_RUNTIME_DIR: root },
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (said === "") setTimeout(() => child.kill("SIGKILL"), afterMs);
    said += text;
  });
  await new Promise((resolve) => child.on("close", resolve));
  return said.includes("done");
}

/** Everything is there, and where a privacy password is set nothing of it is to be read without. */
async function expectWhole(dataFolder: string): Promise<void> {
  if (await privacyLock(dataFolder)) {
    await openPrivate(place(dataFolder));
    const found = execFileSync("sh", ["-c", `grep -rla org.foo '${dataFolder}' || true`], { encoding: "utf8" });
    expect(found).toBe("");
    await unlock(place(dataFolder), passphrase);
  }
  const store = await openPrivate(place(dataFolder));
  for (let i = 0; i < files; i++) expect(await store.readText(`reports/${i}.html`)).toBe(`org.foo.secret ${i}`);
  const view = await readJournalOf(place(dataFolder));
  expect(view.damage).toBeNull();
  expect(view.entries.map(({ body }) => body)).toEqual(
    Array.from({ length: entries }, (_, i) => ({ of: `org.foo.secret ${i}` })),
  );
  await lockNow(place(dataFolder));
}

const delays = [0, 5, 15, 40, 100];

test.each(delays)(
  "killed %i ms into setting a privacy password, nothing is lost or left open",
  async (delay) => {
    const dataFolder = await folderWithThings(`set-${delay}`);
    await killed("set", dataFolder, delay);
    await expectWhole(dataFolder);
    if (!(await privacyLock(dataFolder))) await setPassphrase(place(dataFolder), passphrase, 6);
    await expectWhole(dataFolder);
  },
  30_000,
);

test.each(delays)(
  "killed %i ms into removing it, nothing is lost or left half open",
  async (delay) => {
    const dataFolder = await folderWithThings(`remove-${delay}`);
    await setPassphrase(place(dataFolder), passphrase, 6);
    await killed("remove", dataFolder, delay);
    await expectWhole(dataFolder);
  },
  30_000,
);

test("a session ends by itself where no Candor runs any more", async () => {
  const dataFolder = join(root, "idle");
  await mkdir(dataFolder);
  const tools = join(root, "tools");
  await mkdir(tools);
  // Its watcher looks every 20 seconds; here it sleeps for less.
  const sleep = execFileSync("sh", ["-c", "command -v sleep"], { encoding: "utf8" }).trim();
  writeFileSync(join(tools, "sleep"), `#!/bin/sh\nexec ${sleep} 0.1\n`);
  chmodSync(join(tools, "sleep"), 0o755);
  const before = process.env["PATH"];
  process.env["PATH"] = `${tools}:${before}`;
  const at = { dataFolder, env: { XDG_RUNTIME_DIR: root } };
  try {
    const session = { identity: "AGE-SECRET-KEY-1TEST", recipient: "age1test", idleMs: 60_000 };
    await beginSession(at, session, Date.now());
  } finally {
    process.env["PATH"] = before;
  }
  const folder = await sessionFolder(at);
  writeFileSync(join(folder, "opened.html"), "org.foo");
  await pause(600);
  expect(readFileSync(join(folder, "key"), "utf8")).toContain("AGE-SECRET-KEY");
  const long = Date.now() / 1000 - 200;
  utimesSync(join(folder, "key"), long, long);
  for (let i = 0; i < 50 && existsSync(folder); i++) await pause(100);
  expect(existsSync(folder)).toBe(false);
});
