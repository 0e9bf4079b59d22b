import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { zipOf } from "../../src/device/zip-writer.ts";
import { crc32 } from "../../src/formats/crc32.ts";
import { inflateRaw } from "../../src/formats/inflate.ts";
import { captureLimits, openZip, portableCodec, readEntry } from "../../src/formats/zip.ts";
import { writeEvilZip } from "./evil-zip.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (content: Uint8Array) => Buffer.from(content).toString("hex");
const zip = (files: Record<string, Uint8Array>) =>
  Buffer.concat(zipOf(Object.entries(files).map(([name, content]) => ({ name, bytes: content }))));
const text = "what a phone says\n".repeat(500);

/** Changes bytes of the only central directory entry and of its local header alike. */
function patched(file: Uint8Array, change: (directory: DataView, local: DataView) => void): Uint8Array {
  const copy = new Uint8Array(file);
  const view = new DataView(copy.buffer);
  const directory = new DataView(copy.buffer, view.getUint32(copy.length - 6, true));
  change(directory, view);
  return copy;
}

async function readAll(file: Uint8Array, limits = captureLimits, codec = portableCodec): Promise<[string, string][]> {
  const opened = await openZip(memoryFile(file), limits);
  const read = async (name: string): Promise<[string, string]> => [name, hex(await readEntry(opened, name, codec))];
  return await Promise.all([...opened.entries.keys()].map(read));
}

test("reads back what was written, with both codecs", async () => {
  const files = { "a.txt": bytes(text), "ordner/ü.txt": bytes("short"), "empty.txt": new Uint8Array() };
  const expected = Object.entries(files).map(([name, content]) => [name, hex(content)]);
  for (const codec of [portableCodec, nodeCodec])
    expect(await readAll(zip(files), captureLimits, codec)).toEqual(expected);
});

test("any content survives", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (content) => {
      const [entry] = await readAll(zip({ x: content }));
      expect(entry?.[1]).toBe(hex(content));
    }),
    { numRuns: 50 },
  );
});

test.each(["../evil", "a/../../evil", "/etc/passwd", "C:\\evil", "..\\evil", "a\0b", ""])(
  "refuses the path %j",
  async (name) => {
    await expect(openZip(memoryFile(zip({ [name]: bytes(text) })))).rejects.toThrow(FormatError);
  },
);

test("reads no name that stands twice, no link and nothing locked", async () => {
  const twice = Buffer.concat(
    zipOf([
      { name: "a", bytes: bytes("1") },
      { name: "a", bytes: bytes("2") },
      { name: "b", bytes: bytes("3") },
    ]),
  );
  const opened = await openZip(memoryFile(twice));
  await expect(readEntry(opened, "a")).rejects.toThrow("more than once");
  expect(hex(await readEntry(opened, "b"))).toBe(hex(bytes("3")));
  const link = patched(zip({ a: bytes("/etc/passwd") }), (directory) => {
    directory.setUint8(5, 3);
    directory.setUint32(38, (0o120777 << 16) >>> 0, true);
  });
  await expect(readAll(link)).rejects.toThrow("is no file");
  const locked = patched(zip({ a: bytes(text) }), (directory) => directory.setUint16(8, 1, true));
  await expect(readAll(locked)).rejects.toThrow("password");
});

test("notices damage by the checksum", async () => {
  const wrong = patched(zip({ a: bytes(text) }), (directory) => directory.setUint32(16, 1, true));
  await expect(readAll(wrong)).rejects.toThrow("checksum");
});

test("the local header must tell the same name", async () => {
  const other = patched(zip({ a: bytes(text) }), (_, local) => local.setUint8(30, 0x62));
  await expect(readAll(other)).rejects.toThrow("local header");
});

test("a zip that was cut off says so", async () => {
  const whole = zip({ a: bytes(text), b: bytes(text) });
  for (let length = 0; length < whole.length; length += 7)
    await expect(openZip(memoryFile(whole.subarray(0, length)))).rejects.toThrow("cut off");
});

test("a bomb is refused before it is unpacked", async () => {
  const zeros = new Uint8Array(8 * 1024 * 1024);
  // Candor's own writer stores what would pack like a bomb; this one does not.
  const bomb = writeEvilZip({ entries: [{ name: "bomb", content: zeros, packing: 8 }] });
  await expect(readAll(bomb)).rejects.toThrow("bomb");
  await expect(readAll(zip({ large: zeros }), { ...captureLimits, maxEntryBytes: 1000 })).rejects.toThrow("limit");
  // Says it is small and is not: unpacking stops at what it says.
  const liar = patched(bomb, (directory) => directory.setUint32(24, 1000, true));
  for (const codec of [portableCodec, nodeCodec])
    await expect(readAll(liar, captureLimits, codec)).rejects.toThrow("damaged");
  await expect(
    openZip(memoryFile(zip({ a: bytes("1"), b: bytes("2") })), { ...captureLimits, maxEntries: 1 }),
  ).rejects.toThrow("entries");
  const overlapping = patched(zip({ a: bytes("1") }), (directory) => directory.setUint32(20, 5000, true));
  await expect(readAll(overlapping)).rejects.toThrow("over one another");
});

test("reads zip64", async () => {
  const plain = zip({ a: bytes(text) });
  const wide = zip64(plain);
  expect((await readAll(wide))[0]?.[1]).toBe(hex(bytes(text)));
});

/** The same zip with its sizes and its end record in zip64 form. */
function zip64(plain: Buffer): Uint8Array {
  const end = plain.length - 22;
  const start = plain.readUInt32LE(end + 16);
  const entry = plain.subarray(start, end);
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(24)), 4);
  extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 12);
  extra.writeBigUInt64LE(0n, 20);
  const changed = Buffer.concat([entry, extra]);
  for (const at of [20, 24, 42]) changed.writeUInt32LE(0xffffffff, at);
  changed.writeUInt16LE(28, 30);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(1n, 32);
  record.writeBigUInt64LE(BigInt(changed.length), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + changed.length), 8);
  const tail = Buffer.from(plain.subarray(end));
  tail.writeUInt16LE(0xffff, 10);
  tail.writeUInt32LE(0xffffffff, 12);
  tail.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([plain.subarray(0, start), changed, record, locator, tail]);
}

test("any bytes, and any zip with bytes changed, give entries or a FormatError", async () => {
  const whole = zip({ "a.txt": bytes(text), "b/c.txt": bytes("short"), "d.txt": bytes(text.slice(3)) });
  const survives = async (file: Uint8Array) => {
    try {
      await readAll(file);
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
    }
  };
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), survives), { numRuns: 100 });
  const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(changes, async (all) => {
      const copy = new Uint8Array(whole);
      for (const [at, value] of all) copy[at] = value;
      await survives(copy);
    }),
    { numRuns: 500 },
  );
});

test("CRC-32 is the known one", () => {
  expect(crc32(bytes("123456789"))).toBe(0xcbf43926);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (any) => crc32(any) === nodeCodec.crc32(any)));
});

test("inflates like zlib, and refuses damaged, cut-off and too much data", async () => {
  const deflated = deflateRawSync(bytes(text));
  expect(Buffer.from(await inflateRaw(deflated, text.length))).toEqual(inflateRawSync(deflated));
  await expect(inflateRaw(deflated, text.length - 1)).rejects.toThrow("more than");
  await expect(inflateRaw(deflated.subarray(0, 20), 1e6)).rejects.toThrow(FormatError);
  await expect(inflateRaw(bytes("no deflate data at all"), 1e6)).rejects.toThrow(FormatError);
});
