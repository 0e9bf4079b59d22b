import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, watch } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { journalFile, viewJournal } from "../../src/centre/journal.ts";
import type { ActionCall } from "../../src/core/action.ts";
import { serve } from "../../src/phone/daemon.ts";
import { type Listener, listen } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { phoneServices } from "../../src/phone/services.ts";
import type { Service } from "../../src/phone/stream.ts";
import { candor, root } from "./run.ts";

// Candor as a process of its own, ended with SIGKILL when the phone gets a command, when it has done it, and when the journal grows; then
// `candor journal resume`, and everything is done or undone.

const phone = createPhone("stock", { now: Date.now });
const { global } = phone.state.settings;
const keys = ["a", "b", "c"];
const calls = keys.map(
  (key): ActionCall => ({ action: "set-global-setting", params: { key: `candor_${key}`, value: key } }),
);
const state = () => keys.filter((key) => global.get(`candor_${key}`) === key).join("");

/** When the process is ended: around the nth command that it sends. */
interface Trap {
  readonly command: number;
  readonly late: boolean;
}

let listener: Listener;
let trap: Trap | null = null;
let child: ChildProcess | null = null;
let commands = 0;
beforeAll(async () => {
  const services = phoneServices(phone);
  listener = await listen((wire) =>
    serve(wire, {
      banner: phone.banner,
      services: (name) => {
        const service = services(name);
        return service && name.startsWith("shell") ? trapped(service) : service;
      },
    }),
  );
});
afterAll(() => listener.close());

function trapped(service: Service): Service {
  return async (stream) => {
    const hit = trap?.command === commands++;
    if (hit && !trap?.late) await ended();
    await service(stream);
    if (hit) await ended();
  };
}

/** Ends the process, and waits until it is gone. */
async function ended(): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child?.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "candor-killed-"));
});
afterEach(() => {
  expect(state()).toBe("");
  rmSync(home, { recursive: true, force: true });
});

const address = () => `127.0.0.1:${listener.port}`;

/** Makes the changes in a process of its own; the signal that ended it, null where it came to its end. */
async function changing(): Promise<NodeJS.Signals | null> {
  commands = 0;
  const program = join(root, "test", "cli", "make-changes.ts");
  const process_ = spawn(process.execPath, [program, address(), JSON.stringify(calls), "--yes"], {
    env: { ...process.env, CANDOR_HOME: home, HOME: home },
    stdio: "ignore",
  });
  child = process_;
  return await new Promise((resolve) => process_.on("close", (_code, signal) => resolve(signal)));
}

/** `candor journal resume`, and what the phone and the journal say afterwards; then all is as before for the next test. */
async function resumed(back: boolean): Promise<void> {
  const before = state();
  const args = ["journal", "resume", ...(back ? ["--undo"] : []), "--address", address(), "--yes"];
  const { code, out, err } = await candor(args, { CANDOR_HOME: home });
  expect(code, err).toBe(0);
  const none = out.includes("Nothing was interrupted");
  if (none) expect(["", "abc"]).toContain(before);
  expect(state()).toBe(none ? before : back ? "" : "abc");
  expect((await viewJournal(home)).damage).toBeNull();
  for (const key of keys) global.delete(`candor_${key}`);
}

// Two answers are read to plan, two to plan again, three commands change, two are read again.
const traps = [0, 4, 5, 6, 7, 8].flatMap((command) => [false, true].map((late) => ({ command, late })));
test.each(traps)(
  "ended at command $command (late: $late): all done or all undone",
  async ({ command, late }) => {
    trap = { command, late };
    const signal = await changing();
    trap = null;
    expect(signal).toBe("SIGKILL");
    await resumed(command % 2 === 0);
  },
  30_000,
);

test.each([1, 3, 5])(
  "ended when the journal has grown for the %d. time",
  async (times) => {
    await mkdir(home, { recursive: true });
    const path = join(home, journalFile);
    let size = 0;
    let grown = 0;
    const watcher = watch(home, async () => {
      const now = (await stat(path).catch(() => null))?.size ?? 0;
      if (now > size && ++grown === times) child?.kill("SIGKILL");
      size = now;
    });
    const signal = await changing();
    watcher.close();
    // The last growth may come when it is already ending.
    if (times < 5) expect(signal).toBe("SIGKILL");
    await resumed(times % 2 === 0);
  },
  30_000,
);

test("ended while it takes changes back, it goes on taking them back", async () => {
  expect(await changing()).toBeNull();
  expect(state()).toBe("abc");
  commands = 0;
  const undoing = spawn(process.execPath, [join(root, "bin", "candor.mjs"), "undo", "--yes", "--address", address()], {
    env: { ...process.env, CANDOR_HOME: home, HOME: home },
    stdio: "ignore",
  });
  child = undoing;
  // Which phone it is, what there is to take back, and that again under the lock; then the first of three is taken back.
  trap = { command: 6, late: true };
  const signal = await new Promise((resolve) => undoing.on("close", (_code, by) => resolve(by)));
  trap = null;
  expect(signal).toBe("SIGKILL");
  const made = await candor(["undo", "--yes", "--address", address()], { CANDOR_HOME: home });
  expect(made.err).toContain("interrupted");
  const { out } = await candor(["journal", "resume", "--undo", "--yes", "--address", address()], { CANDOR_HOME: home });
  expect(out).toContain("3 of 3 taken back");
}, 30_000);
