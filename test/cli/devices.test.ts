import { afterEach, beforeEach, expect, test } from "vitest";
import { findAdb } from "../../src/device/adb-binary.ts";
import { allowNever } from "../../src/phone/auth.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { type StartOptions, startPhone } from "../../src/phone/start.ts";
import { type AdbClient, adbClient } from "../phone/adb-client.ts";
import { candor, type RunHooks, stopAtFirstWord } from "./run.ts";

// All of it needs the Debian package adb.
const adb = await findAdb(process.env, process.platform);
const testWithAdb = test.skipIf(adb === null);

let client: AdbClient;
let ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  ends = [];
  if (adb === null) return;
  client = await adbClient(() => [adb]);
  ends.push(() => client.close());
});
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
});

/** Attaches a virtual phone to the adb server; its serial number there. */
async function attached(model: string, options: StartOptions = {}): Promise<string> {
  const listener = await startPhone(createPhone(model, { now: () => Date.now() }), options);
  ends.push(() => listener.close());
  const serial = `127.0.0.1:${listener.port}`;
  await client.run(["connect", serial]);
  return serial;
}

const run = (args: readonly string[], hooks: RunHooks = {}, more: NodeJS.ProcessEnv = {}) =>
  candor(args, { HOME: client.home, ANDROID_ADB_SERVER_PORT: String(client.port), ...more }, hooks);

testWithAdb("no phone: devices says what to try, a bare start shows the virtual phone and says so", async () => {
  expect(await run(["devices"])).toMatchObject({ code: 0, out: expect.stringMatching(/^No phone is attached\./) });
  expect(JSON.parse((await run(["devices", "--json"])).out)).toEqual([]);
  const { code, out, err } = await run([]);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(
    /^No phone is attached\. This is the virtual phone instead: .* not your phone\.\nTo examine your own: /,
  );
  expect(await run(["check"])).toMatchObject({
    code: 3,
    out: "",
    err: expect.stringMatching(/\nWhat to do: Plug it in/),
  });
});

testWithAdb("a phone that was named is never replaced by the virtual one", async () => {
  for (const ran of [await run(["--serial", "nobody"]), await run([], {}, { ANDROID_SERIAL: "nobody" })])
    expect(ran).toMatchObject({ code: 3, out: "", err: expect.stringMatching(/serial number nobody is attached/) });
});

testWithAdb("one that is ready is examined, beside one that has not allowed this computer", async () => {
  const ready = await attached("stock");
  const asking = await attached("stalked", { authorisation: allowNever() });
  const { out } = await run(["devices"]);
  expect(out).toContain(`${ready}  Pixel 8  ready\n`);
  expect(out).toMatch(new RegExp(`${asking}  unknown model  unauthorized\\n {4}Unlock the phone`));
  expect(JSON.parse((await run(["check", "--json"])).out).source.name).toBe(ready);
});

testWithAdb("one that has not allowed this computer: the person is asked, then told", async () => {
  await attached("stock", { authorisation: allowNever() });
  const ran = await run([], stopAtFirstWord("SIGINT"));
  expect(ran).toMatchObject({
    code: 130,
    out: "",
    err: expect.stringMatching(/^Unlock the phone and answer .*\nStopped/),
  });
});

testWithAdb("two that are ready: the person chooses, nothing is examined instead", async () => {
  const both = [await attached("stock"), await attached("hyperos")];
  for (const args of [[], ["check"], ["facts"]]) {
    const ran = await run(args);
    expect([ran.code, ran.out]).toEqual([3, ""]);
    expect(ran.err).toMatch(/^2 phones are attached: .*\nWhat to do: Choose one with --serial/);
    for (const serial of both) expect(ran.err).toContain(serial);
  }
});

test("a virtual phone on a port that is taken, or that is none, says so", async () => {
  const listener = await startPhone(createPhone("stock", { now: () => 0 }));
  ends.push(() => listener.close());
  const taken = await candor(["phone", "start", "stock", "--port", String(listener.port)]);
  expect([taken.code, taken.out]).toEqual([3, ""]);
  expect(taken.err).toMatch(new RegExp(`^Port ${listener.port} is taken by another program\\.\\nWhat to do: `));
  expect((await candor(["phone", "start", "stock", "--port", "65536"])).code).toBe(2);
});
