import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { consent } from "../../src/cli/change-run.ts";
import type { Context } from "../../src/cli/context.ts";
import type { PlannedChange } from "../../src/core/plan.ts";
import type { Listener } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { startPhone } from "../../src/phone/start.ts";
import { withTool } from "../tools.ts";
import { root } from "./run.ts";

const phone = createPhone("stock", { now: Date.now });
const { global } = phone.state.settings;
let listener: Listener;
let home = "";
beforeAll(async () => {
  listener = await startPhone(phone);
});
afterAll(() => listener.close());
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "candor-consent-"));
});
afterEach(() => {
  global.delete("candor_a");
  rmSync(home, { recursive: true, force: true });
});

/** Makes a change on a terminal of its own; `onText` answers what is asked there. */
async function onTerminal(script: string, answer: (text: string) => string | null): Promise<string> {
  const calls = JSON.stringify([{ action: "set-global-setting", params: { key: "candor_a", value: "1" } }]);
  const program = join(root, "test", "cli", "make-changes.ts");
  const line = `stty rows 40 cols 100; '${process.execPath}' '${program}' 127.0.0.1:${listener.port} '${calls}'`;
  const child = spawn(script, ["-qec", line, "/dev/null"], {
    env: { ...process.env, CANDOR_HOME: home, HOME: home, TERM: "xterm" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  let said = "";
  let answered = false;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    const key = answered ? null : answer(said);
    if (key === null) return;
    answered = true;
    child.stdin.write(key);
  });
  await new Promise((resolve) => child.on("close", resolve));
  return said;
}

const asked = (key: string) => (text: string) => (text.includes("Do this?") && text.includes("No") ? key : null);

withTool("script")("asked at a terminal, yes does it", async (script) => {
  expect(await onTerminal(script, asked("y"))).toContain("1 of 1 done");
  expect(global.get("candor_a")).toBe("1");
});

withTool("script")(
  "asked at a terminal, Enter alone, no and Ctrl+C leave it",
  async (script) => {
    for (const key of ["\r", "n", "\u0003"]) {
      expect(await onTerminal(script, asked(key))).toContain("Nothing was changed");
      expect(global.has("candor_a")).toBe(false);
    }
  },
  30_000,
);

test("what nothing can take back is left out by --yes, and done by --allow-irreversible", async () => {
  let said = "";
  const context = {
    process: {
      stderr: {
        write: (text: string) => {
          said += text;
        },
      },
    },
    signal: new AbortController().signal,
  } as unknown as Context;
  const change = (about: string, undo: readonly (readonly string[])[] | null): PlannedChange => ({
    action: "any",
    params: {},
    about,
    risk: undo ? "safe" : "irreversible",
    before: null,
    steps: [{ about, run: ["true"], undo }],
  });
  const changes = [change("Can be taken back", [["false"]]), change("Cannot", null)];
  const flags = { yes: true, allowIrreversible: false, json: false };
  expect(await consent(context, changes, flags)).toEqual([changes[0]]);
  expect(said).toContain("1 of the changes cannot be taken back");
  expect(await consent(context, changes, { ...flags, allowIrreversible: true })).toEqual(changes);
});
