import { type ChildProcess, execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../free-port.ts";

/** The real adb with a server and a home of its own, so that neither the user's keys nor a running server are touched. */
export interface AdbClient {
  /** The private home; its `.android` holds the keys. */
  readonly home: string;
  /** The port of its server. */
  readonly port: number;
  /** Runs a command; the signal ends it as Ctrl-C would. */
  run(args: readonly string[], input?: string | Uint8Array, signal?: AbortSignal): Promise<AdbAnswer>;
  /** Ends the server and removes the home. */
  close(): Promise<void>;
}

export interface AdbAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** How an adb is started, given its home: the program and what stands before adb's own arguments. */
export type AdbCommand = (home: string) => readonly [string, ...string[]];

/** Each command runs in the home, so that paths in arguments may be relative to it. */
export async function adbClient(command: AdbCommand): Promise<AdbClient> {
  const home = await mkdtemp(join(tmpdir(), "candor-adb-"));
  const port = await freePort();
  const env = { PATH: process.env["PATH"], HOME: home, TMPDIR: home, ANDROID_ADB_SERVER_PORT: String(port) };
  const [file, ...before] = command(home);
  const run = (args: readonly string[], input: string | Uint8Array = "", signal?: AbortSignal) =>
    new Promise<AdbAnswer>((resolve) => {
      const child: ChildProcess = execFile(
        file,
        [...before, ...args],
        {
          env,
          cwd: home,
          encoding: "buffer",
          maxBuffer: 200_000_000,
          timeout: 20_000,
          ...(signal === undefined ? {} : { signal }),
        },
        (error, stdout, stderr) => {
          const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
          resolve({ code, stdout, stderr: stderr.toString() });
        },
      );
      // A command that does not read its input closes it: that is no fault of the test.
      child.stdin?.on("error", () => {});
      child.stdin?.end(input);
    });
  return {
    home,
    port,
    run,
    close: async () => {
      await run(["kill-server"]);
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Connects to a phone and waits until commands can be run: a server may take its time to start, and a phone to shake hands. */
export async function connect({ run }: AdbClient, serial: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    await run(["connect", serial]);
    if ((await run(["-s", serial, "get-state"])).stdout.toString().trim() === "device") return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${serial} did not become ready`);
}
