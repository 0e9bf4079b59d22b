import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningPhone, startVirtualPhone } from "../../src/centre/virtual-phone.ts";
import { findAdb } from "../../src/device/adb-binary.ts";
import { type AdbClient, adbClient } from "../phone/adb-client.ts";
import { candorHere as run } from "./run.ts";

const adb = await findAdb(process.env, process.platform);
const spy = "com.systemservice";
let folder: string;
let phone: RunningPhone;
let client: AdbClient | null = null;
const candor = async (...args: readonly string[]) =>
  await run([...args, "--address", `127.0.0.1:${phone.port}`], { CANDOR_HOME: folder });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "candor-access-cli-"));
  phone = await startVirtualPhone("stalked", { now: () => Date.now() });
  client = adb === null ? null : await adbClient(() => [adb]);
  if (client) await client.run(["connect", `127.0.0.1:${phone.port}`]);
});
afterAll(async () => {
  await client?.close();
  await phone.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Kinds {
  readonly kinds: readonly {
    readonly id: string;
    readonly state: string;
    readonly holders?: readonly { readonly package: string; readonly system: boolean | null }[];
  }[];
}

async function holders(kind: string): Promise<readonly string[]> {
  const { out } = await candor("access", kind, "--json");
  const { kinds } = JSON.parse(out) as Kinds;
  return (kinds[0]?.holders ?? []).filter(({ system }) => system !== true).map((each) => each.package);
}

test("the overview and one kind, for people", async () => {
  const { out, code } = await candor("access");
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`^accessibility +read the screen and act in the owner's place +1: ${spy}`, "m"));
  expect(out).not.toContain("autostart");
  const one = (await candor("access", "device-admin")).out;
  expect(one).toContain("on the phone only");
  expect(one).toContain("candor guide device-admins");
});

test("what only the person can take, what is not there and what is no kind is said, and nothing is changed", async () => {
  const admin = await candor("access", "withdraw", "device-admin", spy, "--yes");
  expect([admin.code, admin.err]).toEqual([1, expect.stringContaining("only you can, on the phone")]);
  const other = await candor("access", "withdraw", "overlay", "not.there", "--yes");
  expect([other.code, other.err]).toEqual([2, expect.stringContaining("not.there does not have it.")]);
  const kind = await candor("access", "withdraw", "everything", spy);
  expect([kind.code, kind.err]).toEqual([2, expect.stringContaining("no kind of access")]);
  const xiaomi = await candor("access", "withdraw", "autostart", spy);
  expect([xiaomi.code, xiaomi.err]).toEqual([3, expect.stringContaining("Only phones of Xiaomi")]);
});

test("withdrawn kind by kind, and all of it given back", async () => {
  const kinds = ["accessibility", "notifications", "battery", "usage", "background"];
  for (const kind of kinds) {
    expect(await holders(kind), kind).toContain(spy);
    const { code, out, err } = await candor("access", "withdraw", kind, spy, "--yes");
    expect(code, out + err).toBe(0);
    expect(await holders(kind), kind).not.toContain(spy);
  }
  const one = await candor("access", "restore", "battery", spy, "--yes");
  expect(one.code, one.err).toBe(0);
  expect(await holders("battery")).toContain(spy);
  const rest = await candor("access", "restore", "--yes");
  expect(rest.code, rest.err).toBe(0);
  for (const kind of kinds) expect(await holders(kind), kind).toContain(spy);
  const none = await candor("access", "restore", "--yes");
  expect([none.code, none.err]).toEqual([2, expect.stringContaining("took nothing of this")]);
}, 120_000);

test("another default app takes the place of one that the phone needs", async () => {
  const sms = "com.google.android.apps.messaging";
  const none = await candor("access", "withdraw", "default-apps", sms, "--yes");
  expect([none.code, none.err]).toEqual([1, expect.stringContaining("candor guide default-apps")]);
  const other = await candor("access", "withdraw", "default-apps", sms, "--to", "com.android.chrome", "--yes");
  expect(other.code, other.err).toBe(0);
  expect((await candor("access", "default-apps", "--all")).out).toMatch(
    /com\.android\.chrome +0 +\S.*the app for messages/,
  );
  expect((await candor("access", "restore", "default-apps", "--yes")).code).toBe(0);
  expect((await candor("access", "default-apps", "--all")).out).toMatch(/messaging +0 +\S.*the app for messages/);
  expect((await candor("access", "withdraw", "overlay", spy, "--to", sms)).code).toBe(2);
}, 60_000);

test("sensors and networks: off, told, on again", async () => {
  expect((await candor("sensors", "off", "camera", "--user", "0", "--yes")).code).toBe(0);
  expect((await candor("sensors")).out).toContain("User 0: camera off for all apps, microphone on");
  expect((await candor("sensors", "on", "--user", "0", "--yes")).code).toBe(0);
  const off = await candor("network", "off", spy, "--yes");
  expect([off.code, off.err]).toEqual([0, expect.stringContaining("until the phone restarts")]);
  expect((await candor("network", "off", "com.android.chrome", "--background", "--yes")).code).toBe(0);
  const { out } = await candor("network");
  expect(out).toContain(`every network, until the phone restarts:\n  ${spy}`);
  expect(out).toContain("No mobile data in the background:\n  com.android.chrome");
  expect((await candor("network", "off", "Not a package", "--yes")).code).toBe(2);
}, 60_000);

// Needs the Debian package adb.
test.skipIf(adb === null)("the real adb sees what Candor says", async () => {
  const shell = async (...line: readonly string[]) => {
    const answer = await client?.run(["-s", `127.0.0.1:${phone.port}`, "shell", ...line]);
    return answer?.stdout.toString() ?? "";
  };
  expect(await shell("cmd connectivity get-package-networking-enabled", spy)).toBe(`${spy}:deny\n`);
  expect((await candor("access", "withdraw", "accessibility", spy, "--yes")).code).toBe(0);
  expect(await shell("settings get secure enabled_accessibility_services")).toBe("\n");
  expect((await candor("access", "restore", "--yes")).code).toBe(0);
  expect(await shell("settings get secure enabled_accessibility_services")).toContain(spy);
});
