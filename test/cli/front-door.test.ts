import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withTool } from "../tools.ts";
import { candor, root } from "./run.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "candor-door-"));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Sees no phone of this computer. */
const noPhone = { ADB_SERVER_SOCKET: "tcp:127.0.0.2:1", ANDROID_SERIAL: "" };
const link = /http:\/\/127\.0\.0\.1:\d+\/\S+/;

/** A program in place of the system's that opens addresses: it writes what it was given to a file, and ends with a code. */
function standIn(code: number): { readonly folder: string; readonly opened: () => string } {
  const file = join(home, "opened");
  const program = join(home, "xdg-open");
  writeFileSync(file, "");
  writeFileSync(program, `#!/bin/sh\nprintf '%s' "$1" > '${file}'\nexit ${code}\n`);
  chmodSync(program, 0o755);
  return { folder: home, opened: () => readFileSync(file, "utf8") };
}

interface Visit {
  readonly args?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the wait; then Ctrl-C is pressed. */
  readonly until: (said: string, type: (keys: string) => void) => boolean | Promise<boolean>;
}

/** Runs candor on a terminal of its own; gives what stood there and the exit code. */
async function onTerminal(script: string, { args = "", env = {}, until }: Visit) {
  // exec: a shell in between gets Ctrl-C as well, and may end with its own code instead of candor's.
  const line = `stty rows 50 cols 200; exec '${process.execPath}' '${join(root, "bin", "candor.mjs")}' ${args}`;
  const { DISPLAY: _, WAYLAND_DISPLAY: __, SSH_CONNECTION: ___, ...rest } = process.env;
  const child = spawn(script, ["-qec", line, "/dev/null"], {
    env: { ...rest, ...noPhone, CANDOR_HOME: home, HOME: home, TERM: "xterm", NO_COLOR: "1", ...env },
    stdio: ["pipe", "pipe", "ignore"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const type = (keys: string) => child.stdin.write(keys);
  while (child.exitCode === null && !(await until(said, type))) await setTimeout(50);
  if (child.exitCode === null) type("\u0003");
  return { code: await ended, said };
}

describe.runIf(process.platform === "linux")("candor without arguments", () => {
  withTool("script")(
    "opens the page for a person at a terminal: the link lets in once, Enter gives another, Ctrl-C ends it",
    async (script) => {
      const { folder, opened } = standIn(0);
      let answers: readonly number[] = [];
      const { code, said } = await onTerminal(script, {
        env: { DISPLAY: ":9", PATH: `${folder}:/usr/bin:/bin` },
        until: async (said, type) => {
          const address = opened();
          if (address === "" || answers.length > 0) return said.split("http://").length > 2;
          const ask = async () => (await fetch(address, { redirect: "manual" })).status;
          answers = [await ask(), await ask()];
          type("\r");
          return false;
        },
      });
      expect(said).toContain("Candor’s page, for this computer alone");
      const links = [...said.matchAll(new RegExp(link, "g"))].map(([each]) => each);
      expect(new Set(links).size).toBe(2);
      expect(opened()).toBe(links[0]);
      expect(answers).toEqual([303, 403]);
      expect(said).not.toContain("yourself");
      expect(said).toContain("Candor has stopped.");
      expect(code).toBe(0);
    },
    40_000,
  );

  withTool("script")(
    "prints the link where no browser can be opened, and says so",
    async (script) => {
      const { folder, opened } = standIn(3);
      const path = { PATH: `${folder}:/usr/bin:/bin` };
      const failing = await onTerminal(script, {
        env: { ...path, DISPLAY: ":9" },
        until: (said) => said.includes("No browser could be opened"),
      });
      expect(failing.said).toMatch(link);
      writeFileSync(join(home, "opened"), "");
      const noScreen = await onTerminal(script, { env: path, until: (said) => said.includes("Ctrl-C") });
      expect(noScreen.said).toContain("There is no screen for a browser here");
      expect(noScreen.said).toMatch(link);
      const far = { ...path, SSH_CONNECTION: "192.0.2.1 50000 192.0.2.2 22" };
      const remote = await onTerminal(script, { env: far, until: (said) => said.includes("Ctrl-C") });
      expect(remote.said).toMatch(/ssh -L (\d+):127\.0\.0\.1:\1 /);
      expect(opened()).toBe("");
    },
    60_000,
  );

  withTool("script")(
    "examines and prints at a terminal where that is asked for",
    async (script) => {
      for (const args of ["--no-page --no-apps", "--no-apps"]) {
        const { code, said } = await onTerminal(script, { args, until: (text) => text.includes("Ctrl-C") });
        expect(said).toContain("This is the virtual phone instead");
        expect(said).not.toContain("Ctrl-C");
        expect(code).toBe(0);
      }
    },
    60_000,
  );
});

test("without a terminal nothing waits: the phone is examined, and the report printed", async () => {
  const { code, out } = await candor([], noPhone);
  expect(code).toBe(0);
  expect(out).toContain("This is the virtual phone instead");
  expect(out).not.toContain("Candor’s page");
}, 60_000);
