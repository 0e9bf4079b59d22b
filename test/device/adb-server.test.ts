import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findAdb } from "../../src/device/adb-binary.ts";
import { connectThroughServer, listDevices, openServerPhone, serverAddress } from "../../src/device/adb-server.ts";
import { allowAfter, allowNever } from "../../src/phone/auth.ts";
import { freePort } from "../free-port.ts";
import { type ShellPhone, type ShellPhoneOptions, shellPacket, shellPhone } from "./shell-phone.ts";

const limits = { timeoutMs: 10_000, maxBytes: 1_000_000 };
const takenAt = Date.UTC(2026, 0, 2);
const adb = await findAdb(process.env, process.platform);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

let home: string;
let env: NodeJS.ProcessEnv;
let phones: ShellPhone[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "candor-test-"));
  env = { PATH: process.env["PATH"], HOME: home, TMPDIR: home, ANDROID_ADB_SERVER_PORT: String(await freePort()) };
});

afterAll(async () => {
  if (adb !== null) await promisify(execFile)(adb, ["kill-server"], { env }).catch(() => undefined);
  await rm(home, { recursive: true });
});

/** A phone that the server has been told of. */
async function attach(options: ShellPhoneOptions = {}): Promise<ShellPhone> {
  const phone = await shellPhone(options);
  phones.push(phone);
  await connectThroughServer(phone.address, { env });
  return phone;
}

afterEach(async () => {
  for (const phone of phones) {
    await promisify(execFile)(adb ?? "", ["disconnect", phone.address], { env }).catch(() => undefined);
    await phone.close();
  }
  phones = [];
});

// Needs the Debian package adb.
describe.skipIf(adb === null)("through the real adb server", () => {
  test("starts the installed server and lists no phone", async () => {
    expect(await listDevices({ env })).toEqual([]);
    await expect(openServerPhone({ env, takenAt })).rejects.toMatchObject({ code: "no-device" });
  });

  test("runs commands on the only phone", async () => {
    const phone = await attach();
    const [listed] = await listDevices({ env });
    expect(listed).toMatchObject({ serial: phone.address, state: "device", model: "Test Phone", advice: null });
    const source = await openServerPhone({ env, takenAt });
    expect(source).toMatchObject({ kind: "phone", name: phone.address, takenAt });
    const odd = ["it's", "$HOME;id", "", " ", "*", "a\nb", "é漢🙂", "\\", '"', "-n"];
    const runs = odd.map((value) =>
      source.run(["sh", "-c", 'printf "%s" "$1"; echo e >&2; exit 9', "x", value], limits),
    );
    const outputs = await Promise.all(runs);
    expect(outputs.map(({ stdout }) => text(stdout))).toEqual(odd);
    expect(outputs.every(({ stderr, exitCode }) => text(stderr) === "e\n" && exitCode === 9)).toBe(true);
    expect((await source.run(["cat"], limits)).exitCode).toBe(0);
    await source.close();
  });

  test("keeps the limits: size, time, cancel, cut", async () => {
    await attach({ serveLine });
    const source = await openServerPhone({ env, takenAt });
    const before = process.memoryUsage().rss;
    const flood = source.run(["flood"], { ...limits, maxBytes: 8_000_000 });
    await expect(flood).rejects.toMatchObject({ code: "too-large" });
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    const slow = source.run(["sleep", "20"], { ...limits, timeoutMs: 200 });
    await expect(slow).rejects.toMatchObject({ code: "timeout" });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const cancelled = source.run(["sleep", "20"], { ...limits, signal: controller.signal });
    await expect(cancelled).rejects.toMatchObject({ code: "cancelled" });
    await expect(source.run(["cut"], limits)).rejects.toMatchObject({ code: "gone" });
    await expect(source.run(["echo", "on"], limits)).resolves.toMatchObject({ exitCode: 0 });
    await source.close();
  });

  test("when the phone vanishes, what runs ends, and everything after it at once", async () => {
    const phone = await attach();
    const source = await openServerPhone({ env, takenAt });
    const running = source.run(["sleep", "20"], limits);
    setTimeout(() => void phone.close(), 200);
    await expect(running).rejects.toMatchObject({ code: "gone" });
    await expect(source.run(["echo"], limits)).rejects.toMatchObject({ code: "gone" });
    await source.close();
  });

  test("several phones: names them and takes the one asked for", async () => {
    const [one, two] = [await attach(), await attach()];
    await expect(openServerPhone({ env, takenAt })).rejects.toThrow(two.address);
    const source = await openServerPhone({ env, takenAt, serial: one.address });
    expect(source.name).toBe(one.address);
    await source.close();
    await expect(openServerPhone({ env, takenAt, serial: "other" })).rejects.toMatchObject({ code: "no-device" });
  });

  test("a phone that did not allow this computer says what to do", async () => {
    await attach({ authorisation: allowNever() });
    const [listed] = await listDevices({ env });
    expect(listed).toMatchObject({ state: "unauthorized", advice: expect.stringContaining("Allow") });
    await expect(openServerPhone({ env, takenAt })).rejects.toMatchObject({ code: "unauthorised" });
  });

  test("waits for the owner to allow it", async () => {
    const asked: string[] = [];
    const phone = await attach({ authorisation: allowAfter(1500) });
    const onPrompt = ({ serial }: { serial: string }) => asked.push(serial);
    const source = await openServerPhone({ env, takenAt, allowMs: 10_000, onPrompt });
    expect(asked).toEqual([phone.address]);
    expect((await source.run(["true"], limits)).exitCode).toBe(0);
    await source.close();
  });

  test("connects to an address that it does not know yet", async () => {
    const phone = await shellPhone();
    phones.push(phone);
    const source = await openServerPhone({ env, takenAt, serial: phone.address });
    expect(source.name).toBe(phone.address);
    await source.close();
  });

  test("an address where no phone answers", async () => {
    const failing = connectThroughServer(`127.0.0.1:${await freePort()}`, { env });
    await expect(failing).rejects.toMatchObject({ code: "no-device", next: expect.stringContaining("adb pair") });
  });
});

function serveLine(line: string, stream: Parameters<NonNullable<ShellPhoneOptions["serveLine"]>>[1]) {
  if (line === "cut") return stream.write(shellPacket(1, "half"));
  if (line !== "flood") return undefined;
  return (async () => {
    const packet = shellPacket(1, new Uint8Array(512 * 1024));
    for (let sent = 0; sent < 2048; sent++) await stream.write(packet);
  })();
}

test("without adb says how to get it", async () => {
  const bare = { PATH: home, HOME: home, ANDROID_ADB_SERVER_PORT: String(await freePort()) };
  if (existsSync("/usr/lib/android-sdk/platform-tools/adb")) {
    expect(await findAdb(bare, "linux")).toBe("/usr/lib/android-sdk/platform-tools/adb");
  }
  expect(await findAdb(bare, "darwin")).toBeNull();
  const elsewhere = listDevices({ env: { ...bare, ADB_SERVER_SOCKET: "tcp:127.0.0.2:1" } });
  await expect(elsewhere).rejects.toMatchObject({ code: "no-adb", message: expect.stringContaining("environment") });
});

test("another program on the server's port is said to be one, and one that says nothing can be left", async () => {
  const other = createServer((socket) => socket.on("error", () => undefined).write("HTTP/1.1 400 Bad Request\r\n\r\n"));
  const mute = createServer((socket) => socket.on("error", () => undefined));
  for (const server of [other, mute]) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = (server: typeof other) => ({
    ANDROID_ADB_SERVER_PORT: String((server.address() as { port: number }).port),
  });
  await expect(listDevices({ env: at(other) })).rejects.toMatchObject({ code: "no-adb" });
  const left = listDevices({ env: at(mute), signal: AbortSignal.timeout(200) });
  await expect(left).rejects.toMatchObject({ code: "cancelled" });
  for (const server of [other, mute]) server.close();
});

test("finds adb on the path and in the SDK, never by a relative path", async () => {
  const folder = join(home, "sdk", "platform-tools");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "adb"), "#!/bin/sh\necho broken >&2\nexit 1\n");
  await chmod(join(folder, "adb"), 0o755);
  expect(await findAdb({ PATH: `.:${folder}` }, "linux")).toBe(join(folder, "adb"));
  expect(await findAdb({ PATH: "", ANDROID_HOME: join(home, "sdk") }, "linux")).toBe(join(folder, "adb"));
  expect(await findAdb({ PATH: "sdk/platform-tools", HOME: home }, "darwin")).toBeNull();
  const broken = { PATH: folder, HOME: home, ANDROID_ADB_SERVER_PORT: String(await freePort()) };
  await expect(listDevices({ env: broken })).rejects.toMatchObject({
    code: "no-adb",
    message: expect.stringContaining("broken"),
  });
});

test("reads the server's address as adb does", () => {
  expect(serverAddress({})).toEqual({ host: "127.0.0.1", port: 5037 });
  expect(serverAddress({ ANDROID_ADB_SERVER_ADDRESS: "h", ANDROID_ADB_SERVER_PORT: "7" })).toEqual({
    host: "h",
    port: 7,
  });
  expect(serverAddress({ ADB_SERVER_SOCKET: "tcp:9", ANDROID_ADB_SERVER_PORT: "7" })).toEqual({
    host: "127.0.0.1",
    port: 9,
  });
  expect(serverAddress({ ADB_SERVER_SOCKET: "tcp:pc:9" })).toEqual({ host: "pc", port: 9 });
  expect(serverAddress({ ADB_SERVER_SOCKET: "tcp:[::1]:9" })).toEqual({ host: "::1", port: 9 });
  expect(serverAddress({ ADB_SERVER_SOCKET: "localfilesystem:/run/adb" })).toEqual({ path: "/run/adb" });
  for (const bad of ["tcp:", "tcp:x", "vsock:1:2", "tcp:h:70000"]) {
    expect(() => serverAddress({ ADB_SERVER_SOCKET: bad })).toThrow(expect.objectContaining({ code: "no-adb" }));
  }
});
