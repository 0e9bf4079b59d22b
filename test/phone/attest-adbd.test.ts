import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect } from "vitest";
import { type RealPhone, realPhone, trixie, withTrixie } from "./trixie.ts";

// The real adbd and the real shell: what puts the program there, starts it and takes it away again. They have no Android to run it.

let real: RealPhone;
beforeAll(async () => {
  if (trixie !== undefined) real = await realPhone(trixie);
});
afterAll(() => real?.close());

withTrixie(
  "the program is put, read back, started and removed, and what cannot run it says so",
  async () => {
    const child = [process.execPath, join(import.meta.dirname, "attest-child.ts"), real.serial];
    const env = { ...process.env, ANDROID_ADB_SERVER_PORT: String(real.client.port) };
    const { stdout } = await promisify(execFile)("nsenter", [`--net=/proc/${real.pid}/ns/net`, ...child], { env });
    expect(JSON.parse(stdout)).toEqual({
      refused: expect.stringMatching(/^The phone did not run the program to its end: .*app_process.*not found/),
      leftOnPhone: null,
    });
    const shell = (script: string) => real.client.run(["-s", real.serial, "shell", "-T", script]);
    expect((await shell("ls -a /data/local/tmp")).stdout.toString()).not.toContain("candor-attest");
    // As it is started, with the shell's own program for what the phone would run.
    const started = await shell(`sh -c 'CLASSPATH="$0" env' /x/y.dex`);
    expect(started.stdout.toString()).toContain("CLASSPATH=/x/y.dex");
  },
  60_000,
);
