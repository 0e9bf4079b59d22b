import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { dataFolder } from "../../src/centre/data-folder.ts";
import type { Context } from "../../src/cli/context.ts";

export const root = join(import.meta.dirname, "..", "..");
export const captures = join(root, "..", "shared", "captures");

/** Compiled sources are shared by all runs: Node looks at the content of each, and puts a file in its place whole. */
const cache = join(root, "node_modules", ".cache", "candor-tests");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What a test does while the command line runs. */
export interface RunHooks {
  /** Called with all that stands on standard error so far, whenever more of it comes. */
  readonly onErr?: (err: string, child: ChildProcess) => void;
  /** Flags for Node itself. */
  readonly nodeFlags?: readonly string[];
}

/** Runs the command line as a process of its own, with a data folder and a home of its own. */
export async function candor(args: readonly string[], env: NodeJS.ProcessEnv = {}, hooks: RunHooks = {}): Promise<Ran> {
  const home = mkdtempSync(join(tmpdir(), "candor-test-"));
  try {
    const child = spawn(process.execPath, [...(hooks.nodeFlags ?? []), join(root, "bin", "candor.mjs"), ...args], {
      env: {
        ...process.env,
        NO_COLOR: "1",
        HOME: home,
        XDG_CACHE_HOME: cache,
        CANDOR_HOME: join(home, "candor"),
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
      hooks.onErr?.(err, child);
    });
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, out, err };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Runs the command line in the process of the test, as quickly as that goes: for tests of what commands do, and not of the process. */
export async function candorHere(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const { runOn } = await import("../../src/cli/main.ts");
  const home = mkdtempSync(join(tmpdir(), "candor-test-"));
  const all = { ...process.env, NO_COLOR: "1", HOME: home, CANDOR_HOME: join(home, "candor"), ...env };
  try {
    const [out, err] = [written(), written()];
    const standIn = { stdout: out.stream, stderr: err.stream, env: all } as Context["process"];
    const context = {
      process: standIn,
      now: Date.now,
      signal: new AbortController().signal,
      dataFolder: dataFolder(all),
    };
    await runOn(context, args);
    return { code: Number(standIn.exitCode ?? 0), out: out.text(), err: err.text() };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** A stream that is no terminal, and what was written to it. */
function written(): { readonly stream: NodeJS.WriteStream; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { stream: stream as NodeJS.WriteStream, text: () => Buffer.concat(chunks).toString("utf8") };
}

/** Stops the run, once, when it first says something; a second signal would catch a process that is already ending. */
export function stopAtFirstWord(signal: NodeJS.Signals, afterMs = 0): RunHooks {
  let stopped = false;
  return {
    onErr: (_err, child) => {
      if (stopped) return;
      stopped = true;
      setTimeout(() => child.kill(signal), afterMs);
    },
  };
}
