import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { attestProgram } from "../../src/centre/attest-program.ts";
import { writeZip } from "../../src/phone/apk/zip-writer.ts";
import { tool, withFound } from "../tools.ts";

// The program on a real virtual machine: enjarify translates its DEX for Java, whose verifier takes it apart, against a few classes that bear the names
// of Android's.

const folder = mkdtempSync(join(tmpdir(), "candor-jvm-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const stubs = join(import.meta.dirname, "framework-stubs");
/** Debian's package is for Debian's own Python, whichever comes first in the path. */
const python = "/usr/bin/python3";
const enjarify = "/usr/lib/python3/dist-packages/enjarify/main.py";
const found = existsSync(python) && existsSync(enjarify) && tool("javac") !== undefined ? tool("java") : undefined;

withFound(found, "needs enjarify and a JDK, which are not installed")(
  "Java's verifier takes the program, and it does the same on every Android",
  async (java) => {
    const apk = join(folder, "program.apk");
    const jar = join(folder, "program.jar");
    writeFileSync(apk, await writeZip([{ name: "classes.dex", bytes: await attestProgram() }]));
    execFileSync(python, ["-m", "enjarify.main", apk, "-o", jar], { stdio: "pipe" });
    const sources = readdirSync(stubs, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".java"));
    execFileSync("javac", ["-nowarn", "-d", folder, ...sources.map((name) => join(stubs, name))], { stdio: "pipe" });
    const run = (sdk: number, ...more: readonly string[]) => {
      const [options, args] = [more.filter((arg) => arg.startsWith("-D")), more.filter((arg) => !arg.startsWith("-D"))];
      const all = [`-Dsdk=${sdk}`, ...options, "-cp", `${folder}:${jar}`, "candor.Attest", ...args];
      const { stdout, stderr, status } = spawnSync(java, all, { encoding: "utf8" });
      return { stdout, stderr, status };
    };
    const pem = (text: string) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;
    const whole = `candor-attest/1\n${pem("AQL/gA==")}${pem("AQI=")}end\n`;
    for (const sdk of [24, 30, 31, 33, 36])
      expect(run(sdk, "0102ff80"), `API level ${sdk}`).toEqual({ stdout: whole, stderr: "left 0", status: 0 });
    expect(run(35, "0102", "-Dfails=true").stdout).toBe(
      "candor-attest/1\nerror java.security.ProviderException: in two lines; caused by java.security.KeyStoreException: c2 ; " +
        "caused by java.lang.Error: c3; caused by java.lang.Error: c4; caused by java.lang.Error: c5\nend\n",
    );
    expect(run(35).stdout).toMatch(/^candor-attest\/1\nerror java.lang.ArrayIndexOutOfBoundsException: .*\nend\n$/);
    expect(run(35, "zz").stdout).toMatch(/^candor-attest\/1\nerror java.lang.NumberFormatException: .*\nend\n$/);
  },
  120_000,
);
