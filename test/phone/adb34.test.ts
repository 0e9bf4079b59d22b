import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Report } from "../../src/core/report.ts";
import { allowAlways } from "../../src/phone/auth.ts";
import type { Listener } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { startPhone } from "../../src/phone/start.ts";
import { candorThrough } from "./adb-candor.ts";
import { type AdbClient, adbClient } from "./adb-client.ts";
import { testAdb } from "./adb-session.ts";
import { adb34, trixie, withTrixie } from "./trixie.ts";

testAdb(trixie === undefined ? undefined : adb34(trixie), withTrixie);

/** What was answered, without the times of last use, which the phone tells as so long ago. */
function answers({ outcomes }: Report): unknown {
  return outcomes.map(({ check, state, findings = [] }) => ({
    check,
    state,
    findings: findings.map(({ subject, severity, messageKey }) => ({ subject, severity, messageKey })),
  }));
}

describe("Candor through an adb 34 server", () => {
  let client: AdbClient;
  let listener: Listener;
  let address: string;

  beforeAll(async () => {
    if (trixie === undefined) return;
    client = await adbClient(adb34(trixie));
    listener = await startPhone(createPhone("hyperos"), { authorisation: allowAlways() });
    address = `127.0.0.1:${listener.port}`;
    await client.run(["start-server"]);
  });

  afterAll(async () => {
    await client?.close();
    await listener?.close();
  });

  withTrixie("it is adb 34", async () => {
    expect((await client.run(["version"])).stdout.toString()).toMatch(/^Version 34\./m);
  });

  withTrixie("an examination tells the same as one without any adb", async () => {
    // The server does not know the phone yet: naming its address makes it connect.
    const through = await candorThrough(client.port, ["check", "--serial", address]);
    const direct = await candorThrough(client.port, ["check", "--address", address]);
    expect(through.report.summary.checks.pass).toBeGreaterThan(20);
    expect(answers(through.report)).toEqual(answers(direct.report));
    expect(through.code).toBe(direct.code);
  });
});
