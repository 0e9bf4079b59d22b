import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
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

const children = {
  program: join(import.meta.dirname, "privacy-child.ts"),
  preload: join(import.meta.dirname, "..", "kill-at-call.ts"),
};

/** Runs the child and ends it before the n-th call to the disk; gives what it said, and how many reports were turned over when it was dead. */
async function killed(what: "set" | "remove", dataFolder: string, at: number) {
  const { program, preload } = children;
  const child = spawn(process.execPath, ["--import", preload, program, what, dataFolder, passphrase], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, XDG_RUNTIME_DIR: root, CANDOR_KILL_AT: `${at}` },
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  await new Promise((resolve) => child.on("close", resolve));
  const ending = what === "set" ? ".html.age" : ".html";
  const turned = readdirSync(join(dataFolder, "reports")).filter((name) => name.endsWith(ending)).length;
  return { said, turned };
}

/** Kills the child at points that are spread over all its calls. */
async function killEverywhere(what: "set" | "remove", make: (name: string) => Promise<string>): Promise<void> {
  const { said, turned: all } = await killed(what, await make(`${what}-whole`), 0);
  expect(all).toBe(files);
  const calls = Number(/^calls (\d+)$/m.exec(said)?.[1]);
  expect(calls).toBeGreaterThan(files);
  let midway = 0;
  for (const share of shares) {
    const dataFolder = await make(`${what}-${share}`);
    const { turned } = await killed(what, dataFolder, Math.max(1, Math.round(share * calls)));
    if (turned > 0 && turned < files) midway++;
    await expectWhole(dataFolder);
  }
  expect(midway).toBeGreaterThan(2);
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

/** Of all calls to the disk. */
const shares = [0, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1];

test("killed at any point of setting a privacy password, nothing is lost or left open", async () => {
  await killEverywhere("set", folderWithThings);
}, 60_000);

test("killed at any point of removing it, nothing is lost or left half open", async () => {
  await killEverywhere("remove", async (name) => {
    const dataFolder = await folderWithThings(name);
    await setPassphrase(place(dataFolder), passphrase, 6);
    return dataFolder;
  });
}, 60_000);

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
