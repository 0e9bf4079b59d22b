import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../../src/core/report.ts";

const entry = join(import.meta.dirname, "..", "..", "bin", "candor.mjs");

/** What the command line said with `--json`. */
export interface Examined {
  readonly code: number | null;
  readonly err: string;
  readonly report: Report;
}

/**
 * Runs the command line with the adb server on a port.
 *
 * @param netOf a process whose network it sees, this one's when left out.
 */
export async function candorThrough(port: number, args: readonly string[], netOf?: number): Promise<Examined> {
  const home = await mkdtemp(join(tmpdir(), "candor-test-"));
  const command = [process.execPath, entry, ...args, "--json"];
  const [file = "", ...rest] = netOf === undefined ? command : ["nsenter", `--net=/proc/${netOf}/ns/net`, ...command];
  const env = { ...process.env, HOME: home, CANDOR_HOME: join(home, "candor"), ANDROID_ADB_SERVER_PORT: String(port) };
  try {
    const child = spawn(file, rest, { env, stdio: ["ignore", "pipe", "pipe"] });
    const said = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said.err += text;
    });
    const code = await new Promise<number | null>((resolve, reject) =>
      child.once("error", reject).once("close", resolve),
    );
    return { code, err: said.err, report: JSON.parse(said.out) as Report };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
