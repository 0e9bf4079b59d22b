import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..");
export const captures = join(root, "..", "shared", "captures");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a process of its own, with a data folder and a home of its own. */
export async function candor(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const home = mkdtempSync(join(tmpdir(), "candor-test-"));
  try {
    const child = spawn(process.execPath, [join(root, "bin", "candor.mjs"), ...args], {
      env: { ...process.env, NO_COLOR: "1", HOME: home, CANDOR_HOME: join(home, "candor"), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, out, err };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
