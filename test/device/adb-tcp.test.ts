import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Source } from "../../src/core/source.ts";
import { openTcpPhone, parseAddress } from "../../src/device/adb-tcp.ts";
import { allowAfter, allowNever, authorisation } from "../../src/phone/auth.ts";
import { type ShellPhone, shellPacket, shellPhone } from "./shell-phone.ts";

const limits = { timeoutMs: 10_000, maxBytes: 1_000_000 };
const takenAt = Date.UTC(2026, 0, 2);
let folder: string;
let phone: ShellPhone;
let source: Source;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-test-"));
  phone = await shellPhone({ serveLine: special });
  source = await open(phone);
});

afterAll(async () => {
  await source.close();
  await phone.close();
  await rm(folder, { recursive: true });
});

function places() {
  return { ownKey: join(folder, "data", "adbkey"), adbKey: join(folder, "no-adbkey") };
}

function open(to: ShellPhone, more: Partial<Parameters<typeof openTcpPhone>[0]> = {}): Promise<Source> {
  return openTcpPhone({ address: to.address, keys: places(), takenAt, ...more });
}

/** Command lines that the shell of this computer cannot imitate. */
function special(
  line: string,
  stream: Parameters<NonNullable<Parameters<typeof shellPhone>[0]>["serveLine"] & object>[1],
) {
  if (line === "flood") return flood(stream.write.bind(stream));
  if (line === "cut") return stream.write(shellPacket(1, "half an ans"));
  if (line === "lie") return stream.write(Uint8Array.of(1, 255, 255, 255, 255, 65, 66));
  if (line === "silent") return new Promise<void>(() => undefined);
  return undefined;
}

/** One gigabyte on standard output. */
async function flood(write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  const packet = shellPacket(1, new Uint8Array(512 * 1024));
  for (let sent = 0; sent < 2048; sent++) await write(packet);
  await write(shellPacket(3, Uint8Array.of(0)));
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test("gives both streams and the exit code", async () => {
  const output = await source.run(["sh", "-c", "echo out; echo err >&2; exit 7"], limits);
  expect([text(output.stdout), text(output.stderr), output.exitCode]).toEqual(["out\n", "err\n", 7]);
  expect(source).toMatchObject({ kind: "phone", name: phone.address, takenAt });
});

test("gives every exit code, eight commands at a time", async () => {
  const codes = Array.from({ length: 256 }, (_, code) => code);
  for (let first = 0; first < 256; first += 8) {
    const some = codes.slice(first, first + 8);
    const outputs = await Promise.all(some.map((code) => source.run(["sh", "-c", `exit ${code}`], limits)));
    expect(outputs.map((output) => output.exitCode)).toEqual(some);
  }
});

test("closes the command's input", async () => {
  const output = await source.run(["cat"], limits);
  expect([output.stdout.length, output.exitCode]).toEqual([0, 0]);
});

test("any arguments reach the phone unchanged", async () => {
  const argument = fc.string({ unit: "binary" }).filter((value) => !/[\0\ud800-\udfff]/u.test(value));
  await fc.assert(
    fc.asyncProperty(fc.array(argument, { minLength: 1, maxLength: 5 }), async (values) => {
      const { stdout } = await source.run(["printf", "%s\\0", ...values], limits);
      expect(text(stdout)).toBe(`${values.join("\0")}\0`);
    }),
    { numRuns: 60 },
  );
});

test("refuses arguments that no shell can take, and an empty command", async () => {
  await expect(source.run(["echo", "a\0b"], limits)).rejects.toMatchObject({ code: "refused" });
  await expect(source.run(["echo", "\ud800"], limits)).rejects.toMatchObject({ code: "refused" });
  await expect(source.run(["echo", "x".repeat(70_000)], limits)).rejects.toMatchObject({ code: "refused" });
  await expect(source.run([], limits)).rejects.toThrow(TypeError);
});

test("leaves what only a capture holds to captures", async () => {
  await expect(source.run(["bugreport", "header"], limits)).rejects.toMatchObject({ code: "absent" });
  await expect(source.run(["androidqf", "packages.json"], limits)).rejects.toMatchObject({ code: "absent" });
});

test("ends one gigabyte of output at the limit, in little memory, and goes on", async () => {
  const before = process.memoryUsage().rss;
  await expect(source.run(["flood"], { ...limits, maxBytes: 8_000_000 })).rejects.toMatchObject({ code: "too-large" });
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  await expect(source.run(["echo", "on"], limits)).resolves.toMatchObject({ exitCode: 0 });
});

test("an answer of exactly the limit passes", async () => {
  await expect(source.run(["printf", "12345"], { ...limits, maxBytes: 5 })).resolves.toMatchObject({ exitCode: 0 });
  await expect(source.run(["printf", "12345"], { ...limits, maxBytes: 4 })).rejects.toMatchObject({
    code: "too-large",
  });
});

test("does not believe a length of four gigabytes", async () => {
  await expect(source.run(["lie"], limits)).rejects.toMatchObject({ code: "gone" });
});

test("ends a command at its time limit", async () => {
  await expect(source.run(["sleep", "20"], { ...limits, timeoutMs: 200 })).rejects.toMatchObject({ code: "timeout" });
  await expect(source.run(["echo", "on"], limits)).resolves.toMatchObject({ exitCode: 0 });
});

test("cancels a command, and does not start one after that", async () => {
  const controller = new AbortController();
  const run = source.run(["sleep", "20"], { ...limits, signal: controller.signal });
  setTimeout(() => controller.abort(), 100);
  await expect(run).rejects.toMatchObject({ code: "cancelled" });
  const count = phone.lines.length;
  await expect(source.run(["true"], { ...limits, signal: controller.signal })).rejects.toMatchObject({
    code: "cancelled",
  });
  expect(phone.lines.length).toBe(count);
});

test("an answer that was cut off is not an answer", async () => {
  await expect(source.run(["cut"], limits)).rejects.toMatchObject({ code: "gone" });
});

test("when the phone vanishes, what runs ends, and everything after it at once", async () => {
  const other = await shellPhone();
  const vanishing = await open(other);
  const running = Promise.allSettled([
    vanishing.run(["sleep", "20"], limits),
    vanishing.run(["sh", "-c", "echo half; sleep 20"], limits),
  ]);
  setTimeout(() => other.cut(), 200);
  for (const result of await running) expect(result).toMatchObject({ status: "rejected", reason: { code: "gone" } });
  await expect(vanishing.run(["echo"], limits)).rejects.toMatchObject({ code: "gone" });
  await vanishing.close();
  await other.close();
});

test("after closing nothing runs", async () => {
  const closing = await open(phone);
  await closing.close();
  await closing.close();
  await expect(closing.run(["echo"], limits)).rejects.toMatchObject({ code: "gone" });
});

test("asks once, then the phone knows the key", async () => {
  const asked: string[] = [];
  const other = await shellPhone({ authorisation: allowAfter(300) });
  const onPrompt = (fingerprint: string) => asked.push(fingerprint);
  await (await open(other, { onPrompt })).close();
  await (await open(other, { onPrompt })).close();
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/^([0-9A-F]{2}:){15}[0-9A-F]{2}$/);
  await other.close();
});

test("the key is made once, readable by its owner only", async () => {
  const own = { ownKey: join(folder, "fresh", "adbkey"), adbKey: join(folder, "none") };
  const offered = new Set<string>();
  const other = await shellPhone({
    authorisation: authorisation((key) => {
      offered.add(key.base64);
      return true;
    }),
  });
  await Promise.all([1, 2, 3].map(async () => (await open(other, { keys: own })).close()));
  expect(offered.size).toBe(1);
  expect((await stat(own.ownKey)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, "fresh"))).mode & 0o777).toBe(0o700);
  // adb's own key, where there is one, is offered instead of a new one.
  const shared = { ownKey: join(folder, "unused", "adbkey"), adbKey: own.ownKey };
  await (await open(other, { keys: shared })).close();
  expect(offered.size).toBe(1);
  await expect(readFile(shared.ownKey)).rejects.toMatchObject({ code: "ENOENT" });
  await other.close();
});

test("when nobody allows it, says so after the time limit", async () => {
  const other = await shellPhone({ authorisation: allowNever() });
  await expect(open(other, { allowMs: 300 })).rejects.toMatchObject({ code: "unauthorised", next: expect.any(String) });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 200);
  await expect(open(other, { signal: controller.signal })).rejects.toMatchObject({ code: "cancelled" });
  await other.close();
});

test("no phone, no ADB, no word, and TLS each have their own sentence", async () => {
  const answers: [string | Uint8Array | null, string][] = [
    ["HTTP/1.1 400 Bad Request\r\n\r\n this is not it", "offline"],
    [null, "no-device"],
    [starttls(), "unauthorised"],
  ];
  for (const [answer, code] of answers) {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      if (answer !== null) socket.write(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const opening = openTcpPhone({ address: `127.0.0.1:${port}`, keys: places(), takenAt, connectMs: 300 });
    await expect(opening).rejects.toMatchObject({ code, next: expect.any(String) });
    server.close();
  }
  const closed = openTcpPhone({ address: "127.0.0.1:1", keys: places(), takenAt });
  await expect(closed).rejects.toMatchObject({ code: "no-device" });
});

function starttls(): Uint8Array {
  const packet = new Uint8Array(24);
  const view = new DataView(packet.buffer);
  view.setUint32(0, 0x534c5453, true);
  view.setUint32(4, 0x01000000, true);
  view.setInt32(20, 0x534c5453 ^ -1, true);
  return packet;
}

test("reads addresses", () => {
  expect(parseAddress("192.168.1.20")).toEqual({ host: "192.168.1.20", port: 5555 });
  expect(parseAddress("pad.local:37123")).toEqual({ host: "pad.local", port: 37123 });
  expect(parseAddress("[fe80::1%eth0]:5556")).toEqual({ host: "fe80::1%eth0", port: 5556 });
  expect(parseAddress("[::1]")).toEqual({ host: "::1", port: 5555 });
  expect(parseAddress("fe80::1%eth0")).toEqual({ host: "fe80::1%eth0", port: 5555 });
  for (const bad of ["", ":5555", "host:", "host:0", "host:99999", "a b", "[::1", "host:5555:1x"]) {
    expect(() => parseAddress(bad)).toThrow("not an address");
  }
});
