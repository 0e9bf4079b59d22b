import { Adb, AdbDaemonTransport } from "@yume-chan/adb";
import { type MaybeConsumable, ReadableStream } from "@yume-chan/stream-extra";
import { afterEach, expect, test } from "vitest";
import { packetConnection } from "../../src/device/adb-packets.ts";
import { connectSocket } from "../../src/device/socket-streams.ts";
import { type StartOptions, startPhone } from "../../src/phone/start.ts";
import { bigSize, smallPhone } from "./small-phone.ts";

const phone = smallPhone({ hang: () => new Promise<number>(() => {}) });
let closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

/** Connects ya-webadb straight to the phone, without any adb server. */
async function connect(options: StartOptions = {}): Promise<Adb> {
  const listener = await startPhone(phone, options);
  closers.push(() => listener.close());
  const socket = await connectSocket({ host: listener.host, port: listener.port });
  const transport = await AdbDaemonTransport.authenticate({
    serial: "small",
    connection: packetConnection(socket),
    credentialStore: { iterateKeys: () => [], generateKey: () => Promise.reject(new Error("no key is asked for")) },
  });
  const adb = new Adb(transport);
  closers.push(() => adb.close());
  return adb;
}

test("the banner is read", async () => {
  const { banner } = await connect();
  expect(banner).toMatchObject({ product: "small_product", model: "Small Phone", device: "small" });
});

test("commands answer in both protocols, many at once", async () => {
  const adb = await connect();
  const shell = adb.subprocess.shellProtocol;
  expect(await shell?.spawnWaitText("echo a; echo b >&2; exit 9")).toEqual({
    stdout: "a\n",
    stderr: "b\n",
    exitCode: 9,
  });
  expect(await adb.subprocess.noneProtocol.spawnWaitText("echo a; echo b >&2")).toContain("a");
  const numbers = Array.from({ length: 100 }, (_, index) => `${index}\n`);
  const answers = await Promise.all(numbers.map((number) => shell?.spawnWaitText(`echo ${number.trim()}`)));
  expect(answers.map((answer) => answer?.stdout)).toEqual(numbers);
});

test("files are written, listed, told of and read back", async () => {
  const sync = await (await connect()).sync();
  const body = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7) % 256);
  const file = new ReadableStream<MaybeConsumable<Uint8Array>>({
    start(controller) {
      controller.enqueue(body);
      controller.close();
    },
  });
  await sync.write({ filename: "/data/local/tmp/there", file, mtime: 1_700_000_000, permission: 0o640 });
  expect(await sync.stat("/data/local/tmp/there")).toMatchObject({
    // adbd gives everybody the owner's permissions.
    mode: 0o100666,
    size: 200_000n,
    mtime: 1_700_000_000n,
  });
  const names = (await sync.readdir("/data/local/tmp")).map((entry) => entry.name);
  expect(names).toEqual([".", "..", "big", "there"]);
  const chunks: Uint8Array[] = [];
  for await (const chunk of sync.read("/data/local/tmp/there")) chunks.push(chunk);
  expect(Buffer.concat(chunks).equals(body)).toBe(true);
  await expect(sync.stat("/nosuch")).rejects.toThrow();
  await sync.dispose();
});

test("a big file arrives whole", async () => {
  const sync = await (await connect()).sync();
  let size = 0;
  for await (const chunk of sync.read("/data/local/tmp/big")) size += chunk.length;
  expect(size).toBe(bigSize);
  await sync.dispose();
});

test("a command that never ends is ended by its reader", async () => {
  const adb = await connect();
  const process = await adb.subprocess.shellProtocol?.spawn("hang");
  const exited = process?.exited.catch(() => "ended");
  await process?.kill();
  expect(await exited).toBe("ended");
  expect((await adb.subprocess.shellProtocol?.spawnWaitText("echo a"))?.stdout).toBe("a\n");
});
