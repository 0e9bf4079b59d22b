import fc from "fast-check";
import { expect, test } from "vitest";
import { DeviceError, FormatError } from "../../src/core/errors.ts";
import type { PhoneChannel } from "../../src/core/source.ts";
import { type SyncClient, syncClient } from "../../src/device/sync-client.ts";

/** A phone that sends these pieces, whatever it is asked. */
function channel(pieces: readonly Uint8Array[]): PhoneChannel & { readonly asked: Uint8Array[]; closed: boolean } {
  const left = [...pieces];
  const asked: Uint8Array[] = [];
  return {
    asked,
    closed: false,
    read: async () => left.shift(),
    write: async (bytes) => void asked.push(bytes),
    close() {
      this.closed = true;
    },
  };
}

const features = { statV2: true, listV2: true };
const bytes = (text: string) => new TextEncoder().encode(text);
const u32 = (...values: readonly number[]) => new Uint8Array(Uint32Array.from(values).buffer);
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const path = bytes("/sdcard/x");

async function everything(client: SyncClient): Promise<number> {
  let size = 0;
  for await (const piece of client.read(path)) size += piece.length;
  return size;
}

async function names(client: SyncClient): Promise<readonly string[]> {
  const found: string[] = [];
  const listing = client.list(path);
  for (;;) {
    const step = await listing.next();
    if (step.done) return [...found, String(step.value.sawItself)];
    found.push(`${new TextDecoder().decode(step.value.name)} ${step.value.stat?.size ?? "?"}`);
  }
}

test("reads version 1 of old phones: sizes of 32 bits, no word for what is not there", async () => {
  const old = { statV2: false, listV2: false };
  const phone = channel([joined(bytes("STAT"), u32(0o100644, 77, 1_600_000_000)), joined(bytes("STAT"), u32(0, 0, 0))]);
  const client = syncClient(phone, old);
  expect(await client.lstat(path)).toEqual({ mode: 0o100644, size: 77n, mtime: 1_600_000_000n, exact: false });
  expect(await client.lstat(path)).toBeNull();
  expect(phone.asked[0]).toEqual(joined(bytes("STAT"), u32(path.length), path));
  const entry = (name: string, size: number) => joined(bytes("DENT"), u32(0o100644, size, 5, name.length), bytes(name));
  const list = joined(entry(".", 0), entry("..", 0), entry("...", 3), bytes("DONE"), u32(0, 0, 0, 0));
  expect(await names(syncClient(channel([list]), old))).toEqual(["... 3", "true"]);
});

test("a file in pieces cut anywhere; the phone's refusal in its own words", async () => {
  const data = joined(bytes("DATA"), u32(5), bytes("hello"), bytes("DATA"), u32(2), bytes("!!"), bytes("DONE"), u32(0));
  for (let at = 0; at <= data.length; at++)
    expect(await everything(syncClient(channel([data.subarray(0, at), data.subarray(at)]), features))).toBe(7);
  const refusal = joined(bytes("FAIL"), u32(17), bytes("Permission denied"));
  const phone = channel([refusal]);
  await expect(everything(syncClient(phone, features))).rejects.toMatchObject({
    code: "refused",
    message: "The phone does not give it: Permission denied",
  });
  expect(phone.closed).toBe(false);
});

test("an end before the end is a phone that is gone, and closes the stream", async () => {
  const phone = channel([joined(bytes("DATA"), u32(50_000), bytes("hello"))]);
  await expect(everything(syncClient(phone, features))).rejects.toMatchObject({ code: "gone" });
  expect(phone.closed).toBe(true);
});

test("lengths that no phone sends are refused before memory is taken for them", async () => {
  for (const lie of [joined(bytes("DATA"), u32(65_537)), joined(bytes("FAIL"), u32(0xffffffff)), bytes("WHATsoever")])
    await expect(everything(syncClient(channel([lie]), features))).rejects.toThrow(FormatError);
  const entry = joined(bytes("DNT2"), new Uint8Array(68), u32(1_000_000));
  await expect(names(syncClient(channel([entry]), features))).rejects.toThrow("a name of 1000000 bytes");
});

test("a path that ADB cannot carry is refused here", async () => {
  const client = syncClient(channel([]), features);
  for (const bad of [new Uint8Array(1025).fill(0x61), bytes("a\0b")])
    await expect(client.lstat(bad)).rejects.toMatchObject({ code: "refused" });
});

test("any bytes give an answer or an error that is known, in bounded time", async () => {
  const words = fc.constantFrom("DATA", "DONE", "FAIL", "DENT", "DNT2", "LST2", "STAT").map(bytes);
  const piece = fc.oneof(
    words,
    fc.uint8Array({ maxLength: 90 }),
    fc.nat({ max: 80 }).map((value) => u32(value)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), fc.boolean(), async (pieces, v2) => {
      const given = { statV2: v2, listV2: v2 };
      for (const ask of [everything, names, (client: SyncClient) => client.lstat(path)]) {
        try {
          await ask(syncClient(channel(pieces), given));
        } catch (error) {
          if (!(error instanceof DeviceError || error instanceof FormatError)) throw error;
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("writes a file as adb does: path and mode, pieces of 64 KiB, the time; the phone's refusal in its own words", async () => {
  async function* pieces() {
    yield new Uint8Array(70_000).fill(1);
    yield new Uint8Array();
    yield bytes("end");
  }
  const file = () => ({ permissions: 0o4640, mtime: 1_600_000_000n, pieces: pieces() });
  const phone = channel([joined(bytes("OKAY"), u32(0)), joined(bytes("FAIL"), u32(14)), bytes("No space left!")]);
  const client = syncClient(phone, features);
  await client.write(path, file());
  const name = bytes("/sdcard/x,33184");
  expect(Buffer.concat(phone.asked)).toEqual(
    Buffer.concat([
      ...[bytes("SEND"), u32(name.length), name],
      ...[bytes("DATA"), u32(65_536), new Uint8Array(65_536).fill(1)],
      ...[bytes("DATA"), u32(4464), new Uint8Array(4464).fill(1)],
      ...[bytes("DATA"), u32(3), bytes("end"), bytes("DONE"), u32(1_600_000_000)],
    ]),
  );
  await expect(client.write(path, file())).rejects.toThrow("The phone does not take it: No space left!");
  expect(phone.closed).toBe(false);
  // A path that cannot be carried is refused before a byte is sent.
  await expect(client.write(new Uint8Array(1020).fill(65), file())).rejects.toThrow(DeviceError);
  expect(phone.closed).toBe(false);
  await expect(client.write(path, file())).rejects.toMatchObject({ code: "gone" });
  expect(phone.closed).toBe(true);
});
