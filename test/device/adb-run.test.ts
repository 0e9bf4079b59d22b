import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Adb, AdbDaemonTransport } from "@yume-chan/adb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { latencyProxy } from "../../bench/latency-proxy.ts";
import { packetConnection } from "../../src/device/adb-packets.ts";
import { type CommandAdb, runOverAdb } from "../../src/device/adb-run.ts";
import { openTcpPhone } from "../../src/device/adb-tcp.ts";
import { connectSocket } from "../../src/device/socket-streams.ts";
import { type ShellPhone, shellPacket, shellPhone } from "./shell-phone.ts";

const limits = { timeoutMs: 10_000, maxBytes: 1_000_000 };
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
let folder: string;
let phone: ShellPhone;
let adb: Adb;
/** The same phone as if it were from before Android 7, without shell protocol v2. */
let old: CommandAdb;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-test-"));
  phone = await shellPhone({ serveLine });
  const transport = await AdbDaemonTransport.authenticate({
    serial: "test",
    connection: packetConnection(await connectSocket({ host: "127.0.0.1", port: phone.port })),
    credentialStore: { iterateKeys: () => [], generateKey: () => Promise.reject(new Error("not used")) },
  });
  adb = new Adb(transport);
  old = { canUseFeature: () => false, createSocket: (service) => adb.createSocket(service) };
});

afterAll(async () => {
  await adb.close();
  await phone.close();
  await rm(folder, { recursive: true });
});

function serveLine(line: string, stream: { write(bytes: Uint8Array): Promise<void> }) {
  if (line === "quick") return stream.write(shellPacket(3, Uint8Array.of(0)));
  if (line.startsWith("(imitate"))
    return stream.write(new TextEncoder().encode("fine\n00112233445566778899aabbccddeeff:0\n"));
  if (!line.startsWith("(flood")) return undefined;
  return (async () => {
    const piece = new Uint8Array(512 * 1024);
    for (let sent = 0; sent < 2048; sent++) await stream.write(piece);
  })();
}

const run = (command: string[], more = {}) =>
  runOverAdb(old, command, { ...limits, ...more }, new AbortController().signal);

test("without shell v2: output and exit code, whatever the output ends with", async () => {
  for (const code of [0, 1, 127, 255]) {
    const output = await run(["sh", "-c", `printf out; printf err >&2; exit ${code}`]);
    expect([text(output.stdout), output.stderr.length, output.exitCode]).toEqual(["outerr", 0, code]);
  }
  expect((await run(["exit", "3"])).exitCode).toBe(3);
  expect((await run(["cat"])).exitCode).toBe(0);
  expect(text((await run(["printf", "%s", "it's; echo $HOME)"])).stdout)).toBe("it's; echo $HOME)");
});

test("without shell v2: the limits hold, and no output imitates an exit code", async () => {
  await expect(run(["flood"], { maxBytes: 4_000_000 })).rejects.toMatchObject({ code: "too-large" });
  await expect(run(["printf", "12345"], { maxBytes: 4 })).rejects.toMatchObject({ code: "too-large" });
  expect((await run(["printf", "12345"], { maxBytes: 5 })).exitCode).toBe(0);
  await expect(run(["sleep", "20"], { timeoutMs: 100 })).rejects.toMatchObject({ code: "timeout" });
  await expect(run(["imitate"])).rejects.toMatchObject({ code: "gone" });
});

test("a service that the phone does not know is refused, not gone", async () => {
  const deaf: CommandAdb = { canUseFeature: () => true, createSocket: () => adb.createSocket("no-such-service:") };
  const attempt = runOverAdb(deaf, ["true"], limits, new AbortController().signal);
  await expect(attempt).rejects.toMatchObject({ code: "refused" });
});

test("a phone that falls silent is gone, one that only takes long is not", async () => {
  const proxy = await latencyProxy(phone.port, 2);
  const keys = { ownKey: join(folder, "adbkey"), adbKey: join(folder, "none") };
  const source = await openTcpPhone({ address: `127.0.0.1:${proxy.port}`, keys, takenAt: 0, quietMs: 400 });
  expect((await source.run(["echo", "on"], limits)).exitCode).toBe(0);
  await expect(source.run(["sleep", "20"], { ...limits, timeoutMs: 150 })).rejects.toMatchObject({ code: "timeout" });
  expect((await source.run(["echo", "on"], limits)).exitCode).toBe(0);
  proxy.freeze();
  const waiting = Promise.allSettled(Array.from({ length: 8 }, () => source.run(["echo"], limits)));
  const codes = (await waiting).map((result) => result.status === "rejected" && result.reason.code);
  expect(new Set(codes)).toEqual(new Set(["gone"]));
  await expect(source.run(["echo"], limits)).rejects.toMatchObject({ code: "gone" });
  await source.close();
  await proxy.close();
});
