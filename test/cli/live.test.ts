import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { capture } from "../../src/centre/capture.ts";
import { examine } from "../../src/centre/examine.ts";
import { openSource, type SourceChoice } from "../../src/centre/open-source.ts";
import { listModels, type RunningPhone, startVirtualPhone } from "../../src/centre/virtual-phone.ts";
import type { Report } from "../../src/core/report.ts";
import { findAdb } from "../../src/device/adb-binary.ts";
import { type AdbClient, adbClient } from "../phone/adb-client.ts";
import { candor } from "./run.ts";

const now = Date.UTC(2026, 10, 20, 12, 30);
const adb = await findAdb(process.env, process.platform);
let folder: string;
let client: AdbClient | null = null;
let env: NodeJS.ProcessEnv = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "candor-live-"));
  client = adb === null ? null : await adbClient(() => [adb]);
  if (client) env = { PATH: process.env["PATH"], HOME: client.home, ANDROID_ADB_SERVER_PORT: String(client.port) };
});
afterAll(async () => {
  await client?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The whole report but for where it is from. */
async function report(choice: SourceChoice): Promise<Omit<Report, "source">> {
  const source = await openSource(choice, { dataFolder: folder, now, env });
  try {
    const { source: _from, ...rest } = (await examine(source, { dataFolder: folder })).report;
    return rest;
  } finally {
    await source.close();
  }
}

describe.each(listModels().map(({ id }) => id))("%s", (model) => {
  let phone: RunningPhone;
  let address: string;
  let direct: Omit<Report, "source">;
  beforeAll(async () => {
    phone = await startVirtualPhone(model, { now: () => now });
    address = `127.0.0.1:${phone.port}`;
    direct = await report({ address });
  });
  afterAll(() => phone.close());

  test("is examined over TCP", () => {
    expect(direct.summary.checks.pass + direct.summary.checks.fail).toBeGreaterThan(60);
    expect(direct.takenAt).toBe(new Date(now).toISOString());
  });

  // Needs the Debian package adb.
  test.skipIf(adb === null)("says the same through the real adb server", async () => {
    expect(await report({ serial: address })).toEqual(direct);
  });

  test("says the same as a virtual phone of Candor's own", async () => {
    expect(await report({ input: `virtual:${model}` })).toEqual(direct);
  });

  test("says the same from its capture", async () => {
    const path = join(folder, `${model}.candor`);
    const source = await openSource({ input: `tcp:${address}` }, { dataFolder: folder, now, env: {} });
    await capture(source, path, { dataFolder: folder });
    await source.close();
    expect(await report({ input: path })).toEqual(direct);
  });
});

test("from the shell: a phone that asks, adb's server, a capture", async () => {
  const began = Date.now();
  const phone = await startVirtualPhone("stalked", { now: () => began - 3_600_000, allow: async () => true });
  const address = `127.0.0.1:${phone.port}`;
  const own = { ...env, HOME: folder, CANDOR_HOME: folder };
  const ways = [["--address", address], [`tcp:${address}`], ...(client ? [["--serial", address]] : [])];
  const path = join(folder, "shell.candor");
  try {
    const said: string[] = [];
    const check = async (...way: string[]) => {
      const { code, out, err } = await candor(["check", ...way, "--json"], own);
      expect([code, err.replace(/^(?:The phone asks whether|Unlock the phone and answer) .*\n/, "")]).toEqual([1, ""]);
      const { outcomes } = JSON.parse(out) as Report;
      const findings = (outcome: Report["outcomes"][number]) => outcome.findings?.map(({ message }) => message);
      said.push(JSON.stringify(outcomes.map((one) => [one.check, one.state, one.reason, findings(one)])));
    };
    for (const way of ways) await check(...way);
    expect((await candor(["capture", path, "--address", address], own)).code).toBe(0);
    expect(existsSync(path)).toBe(true);
    await check(path);
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain("stalkerware");
  } finally {
    await phone.close();
  }
});
