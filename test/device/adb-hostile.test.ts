import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DeviceError } from "../../src/core/errors.ts";
import { openTcpPhone } from "../../src/device/adb-tcp.ts";

/** What the phone sends: once at the greeting, and once at each packet that follows. */
let greeting: Uint8Array;
let answer: Uint8Array;
let server: Server;
let folder: string;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-test-"));
  server = createServer((socket: Socket) => {
    socket.on("error", () => undefined);
    let greeted = false;
    socket.on("data", () => {
      socket.write(greeted ? answer : greeting);
      greeted = true;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as { port: number });
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

function packet(command: number, arg0: number, arg1: number, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(24 + payload.length);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of [command, arg0, arg1, payload.length, 0].entries()) view.setUint32(at * 4, value, true);
  view.setInt32(20, command ^ -1, true);
  bytes.set(payload, 24);
  return bytes;
}

const commands = {
  AUTH: 0x48545541,
  CLSE: 0x45534c43,
  CNXN: 0x4e584e43,
  OKAY: 0x59414b4f,
  OPEN: 0x4e45504f,
  WRTE: 0x45545257,
};
const banner = (features: string) => new TextEncoder().encode(`device::ro.product.name=x;features=${features}`);
const hello = (features: string) => packet(commands.CNXN, 0x01000001, 1 << 20, banner(features));

const anyPacket = fc
  .record({
    command: fc.constantFrom(...Object.values(commands), 0x12345678),
    arg0: fc.constantFrom(0, 1, 2, 7, 0xffffffff),
    arg1: fc.constantFrom(0, 1, 2, 4096, 0xffffffff),
    payload: fc.oneof(
      fc.uint8Array({ maxLength: 30 }),
      fc.constantFrom(Uint8Array.of(1, 255, 255, 255, 255, 65), new Uint8Array(20)),
    ),
  })
  .map(({ command, arg0, arg1, payload }) => packet(command, arg0, arg1, payload));
const anyPackets = fc.array(anyPacket, { maxLength: 6 }).map((all) => Uint8Array.from(all.flatMap((one) => [...one])));
const anyAnswer = fc.oneof(anyPackets, fc.uint8Array({ maxLength: 60 }));

async function examine(): Promise<unknown> {
  const keys = { ownKey: join(folder, "adbkey"), adbKey: join(folder, "none") };
  const source = await openTcpPhone({ address: `127.0.0.1:${port}`, keys, takenAt: 0, connectMs: 60, allowMs: 60 });
  try {
    const limits = { timeoutMs: 60, maxBytes: 1000 };
    return await Promise.all([source.run(["true"], limits), source.run(["true"], limits)]);
  } finally {
    await source.close();
  }
}

/** An answer, or a DeviceError; a crash or an unhandled rejection fails the run. */
async function expectAnswerOrError(): Promise<void> {
  await examine().catch((error: unknown) => expect(error).toBeInstanceOf(DeviceError));
}

test("any greeting of a phone ends in an answer or a DeviceError, in bounded time", async () => {
  await fc.assert(
    fc.asyncProperty(anyAnswer, async (bytes) => {
      greeting = answer = bytes;
      await expectAnswerOrError();
    }),
    { numRuns: 25 },
  );
});

test("any packets after the greeting end in an answer or a DeviceError, in bounded time", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("", "shell_v2", "shell_v2,delayed_ack"), anyPackets, async (features, bytes) => {
      greeting = hello(features);
      answer = bytes;
      await expectAnswerOrError();
    }),
    { numRuns: 40 },
  );
});
