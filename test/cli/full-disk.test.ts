import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import type { Listener } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { startPhone } from "../../src/phone/start.ts";
import { tool, withFound } from "../tools.ts";
import { root } from "./run.ts";

// The data folder on a disk of its own: full at the start, full in the middle of a change, and read-only. Mounting one takes a user
// namespace that this computer lets us make.

const keys = Array.from({ length: 24 }, (_, i) => `candor_${i}`);
const calls = JSON.stringify(keys.map((key) => ({ action: "set-global-setting", params: { key, value: "1" } })));
const phone = createPhone("stock", { now: Date.now });
const { global } = phone.state.settings;
const made = () => keys.filter((key) => global.has(key)).length;
let listener: Listener;
let address = "";
beforeAll(async () => {
  listener = await startPhone(phone);
  address = `127.0.0.1:${listener.port}`;
});
afterAll(() => listener.close());
beforeEach(() => {
  for (const key of keys) global.delete(key);
});

const test = withFound(mounter(), "needs unshare(1), and user namespaces");

function mounter(): string | undefined {
  const path = tool("unshare");
  try {
    if (path) execFileSync(path, ["-rm", "sh", "-c", "mount -t tmpfs -o size=64k none /tmp"], { stdio: "ignore" });
    return path;
  } catch {
    return undefined;
  }
}

/** Runs a script with a small disk in $CANDOR_HOME; `make` and `candor` are what it may call. */
async function onSmallDisk(unshare: string, script: string): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), "candor-disk-"));
  const node = process.execPath;
  const prelude = [
    `make() { '${node}' '${join(root, "test", "cli", "make-changes.ts")}' ${address} '${calls}' --yes; echo "code $?"; }`,
    `candor() { '${node}' '${join(root, "bin", "candor.mjs")}' "$@"; echo "code $?"; }`,
    'mkdir "$CANDOR_HOME"; mount -t tmpfs -o size=256k none "$CANDOR_HOME"',
    // The key that a computer shows to phones has to be there.
    `candor facts tcp:${address} properties > /dev/null`,
  ];
  try {
    const child = spawn(unshare, ["-rm", "sh", "-c", `exec 2>&1; ${[...prelude, script].join("\n")}`], {
      env: { ...process.env, CANDOR_HOME: join(home, "candor"), HOME: home, NODE_DISABLE_COMPILE_CACHE: "1" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    await new Promise((resolve) => child.on("close", resolve));
    return said;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

test("a read-only data folder: said, and nothing is changed", async (unshare) => {
  const said = await onSmallDisk(unshare, 'mount -o remount,ro "$CANDOR_HOME"; make; candor journal');
  expect(said).toContain("The journal cannot be written: the disk cannot be written to.");
  expect(said).toContain("What to do: Nothing is changed without it");
  expect(said).toMatch(/code 3[\s\S]*The journal is empty/);
  expect(made()).toBe(0);
});

const fill = (pages: number) =>
  `head -c 262144 /dev/zero > "$CANDOR_HOME/filler"; ${pages > 0 ? `truncate -s -${pages * 4096} "$CANDOR_HOME/filler"` : ":"}`;

test("a full disk: said, and nothing is changed", async (unshare) => {
  const said = await onSmallDisk(unshare, `${fill(0)}; make; rm "$CANDOR_HOME/filler"; make`);
  expect(said).toMatch(/The journal cannot be written: the disk is full[\s\S]*code 3[\s\S]*24 of 24 done[\s\S]*code 0/);
  expect(made()).toBe(24);
});

for (const pages of [3, 4, 5])
  test(`a disk with ${pages} pages left, full in the middle: nothing is lost`, async (unshare) => {
    const said = await onSmallDisk(
      unshare,
      `${fill(pages)}; make; candor journal; rm "$CANDOR_HOME/filler"; candor journal resume --undo --yes --address ${address}; candor journal verify; candor undo --all --yes --address ${address}`,
    );
    expect(said).toContain("the disk is full");
    expect(said).not.toContain("fault of Candor");
    expect(said).toMatch(/code 0\s*$/);
    expect(made()).toBe(0);
    if (pages > 3) expect(said).toMatch(/INTERRUPTED[\s\S]*taken back, seen on the phone/);
  });
