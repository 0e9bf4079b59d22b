import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Adb, AdbDaemonTransport } from "@yume-chan/adb";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DeviceError } from "../../src/core/errors.ts";
import type { Source } from "../../src/core/source.ts";
import { findAdb } from "../../src/device/adb-binary.ts";
import { packetConnection } from "../../src/device/adb-packets.ts";
import { runOverAdb } from "../../src/device/adb-run.ts";
import { openServerPhone } from "../../src/device/adb-server.ts";
import { openTcpPhone } from "../../src/device/adb-tcp.ts";
import { connectSocket } from "../../src/device/socket-streams.ts";
import { allowAlways } from "../../src/phone/auth.ts";
import type { Listener } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { type StartOptions, startPhone } from "../../src/phone/start.ts";
import { freePort } from "../free-port.ts";

const limits = { timeoutMs: 20_000, maxBytes: 32_000_000 };
const takenAt = Date.UTC(2026, 0, 2);
const adb = await findAdb(process.env, process.platform);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

let folder: string;
let phone: Listener;
let source: Source;
const model = createPhone("hyperos", { now: () => takenAt });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-test-"));
  phone = await startPhone(model, { authorisation: allowAlways() });
  source = await open(phone);
});

afterAll(async () => {
  await source.close();
  await phone.close();
  await rm(folder, { recursive: true });
});

function open({ port }: Listener): Promise<Source> {
  const keys = { ownKey: join(folder, "adbkey"), adbKey: join(folder, "none") };
  return openTcpPhone({ address: `127.0.0.1:${port}`, keys, takenAt });
}

/** A phone that misbehaves, and what becomes of one command on it. */
async function runOn(options: StartOptions, command: string[], more = {}): Promise<unknown> {
  const listener = await startPhone(model, options);
  try {
    const broken = await open(listener);
    try {
      return await broken.run(command, { ...limits, ...more });
    } finally {
      await broken.close();
    }
  } finally {
    await listener.close();
  }
}

test("any arguments reach the phone's shell unchanged", async () => {
  const argument = fc.string({ unit: "binary" }).filter((value) => !/[\0\ud800-\udfff]/u.test(value));
  await fc.assert(
    fc.asyncProperty(fc.array(argument, { minLength: 1, maxLength: 5 }), async (values) => {
      const { stdout, exitCode } = await source.run(["printf", "<%s>", ...values], limits);
      expect([text(stdout), exitCode]).toEqual([values.map((value) => `<${value}>`).join(""), 0]);
    }),
  );
});

test("exit codes, streams and closed input", async () => {
  const codes = Array.from({ length: 256 }, (_, code) => code);
  const outputs = await Promise.all(codes.map((code) => source.run(["sh", "-c", `exit ${code}`], limits)));
  expect(outputs.map(({ exitCode }) => exitCode)).toEqual(codes);
  const both = await source.run(["sh", "-c", "echo out; echo err >&2"], limits);
  expect([text(both.stdout), text(both.stderr)]).toEqual(["out\n", "err\n"]);
  expect(await source.run(["cat"], limits)).toMatchObject({ exitCode: 0 });
  expect(await source.run(["no-such-program"], limits)).toMatchObject({ exitCode: 127 });
});

const commands = [
  ["getprop"],
  ["dumpsys", "package"],
  ["settings", "list", "secure"],
  ["ls", "/"],
  ["pm", "list", "users"],
];

test("without shell v2 the answers are the same", async () => {
  const bare = await startPhone(model);
  const transport = await AdbDaemonTransport.authenticate({
    serial: "test",
    connection: packetConnection(await connectSocket({ host: "127.0.0.1", port: bare.port })),
    credentialStore: { iterateKeys: () => [], generateKey: () => Promise.reject(new Error("not used")) },
  });
  const connected = new Adb(transport);
  const old = { canUseFeature: () => false, createSocket: (service: string) => connected.createSocket(service) };
  for (const command of commands) {
    const there = await runOverAdb(old, command, limits, new AbortController().signal);
    const here = await source.run(command, limits);
    expect({ ...there, stdout: text(there.stdout) }).toEqual({
      ...here,
      stdout: text(here.stdout) + text(here.stderr),
      stderr: new Uint8Array(),
    });
  }
  await connected.close();
  await bare.close();
});

// Needs the Debian package adb.
test.skipIf(adb === null)("through the real adb server the answers are the same", async () => {
  const port = await freePort();
  const env = { PATH: process.env["PATH"], HOME: folder, TMPDIR: folder, ANDROID_ADB_SERVER_PORT: String(port) };
  try {
    const served = await openServerPhone({ env, takenAt, serial: `127.0.0.1:${phone.port}`, allowMs: 10_000 });
    for (const command of commands)
      expect(await served.run(command, limits)).toEqual(await source.run(command, limits));
    await served.close();
  } finally {
    await promisify(execFile)(adb ?? "", ["kill-server"], { env });
  }
});

test("an endless answer ends at the limit, in little memory", async () => {
  const before = process.memoryUsage().rss;
  const endless = source.run(["cat", "/dev/zero"], { ...limits, maxBytes: 10_000_000 });
  await expect(endless).rejects.toMatchObject({ code: "too-large" });
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  expect(await source.run(["echo", "on"], limits)).toMatchObject({ exitCode: 0 });
});

test("wherever the cable is pulled the answer is whole or gone", async () => {
  const whole = await source.run(["getprop"], limits);
  const greeting = 200;
  const step = Math.ceil(whole.stdout.length / 12);
  const seen = new Set<unknown>();
  for (let bytes = greeting; bytes < greeting + whole.stdout.length + 2 * step; bytes += step) {
    const result = await runOn({ cutAfter: bytes }, ["getprop"]).catch((error: unknown) => error);
    if (!(result instanceof DeviceError)) expect(result).toEqual(whole);
    seen.add(result instanceof DeviceError ? result.code : "whole");
  }
  expect([...seen]).toEqual(["gone", "whole"]);
});

test("a refusal is an answer; silence and slowness end at the time limit", async () => {
  const refused = await runOn({ refuse: { stderr: "no", exitCode: 1 } }, ["getprop"]);
  expect(refused).toMatchObject({ exitCode: 1 });
  await expect(runOn({ silent: true }, ["getprop"], { timeoutMs: 200 })).rejects.toMatchObject({ code: "timeout" });
  await expect(runOn({ slow: { command: 3000 } }, ["getprop"], { timeoutMs: 200 })).rejects.toMatchObject({
    code: "timeout",
  });
  expect(await runOn({ slow: { packet: 5 } }, ["echo", "on"])).toMatchObject({ exitCode: 0 });
});
