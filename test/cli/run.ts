import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

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
