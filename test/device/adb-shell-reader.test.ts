import fc from "fast-check";
import { expect, test } from "vitest";
import { markedReader, type ShellReader, shellV2Reader } from "../../src/device/adb-shell-reader.ts";
import { shellPacket } from "./shell-phone.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function pushInPieces(reader: ShellReader, all: Uint8Array, sizes: readonly number[]): void {
  for (let at = 0, i = 0; at < all.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    reader.push(all.subarray(at, at + size));
    at += size;
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

test("shell v2: the same answer however it is cut into pieces", () => {
  const packet = fc.record({ id: fc.constantFrom(0, 1, 2, 9), data: fc.uint8Array({ maxLength: 20 }) });
  fc.assert(
    fc.property(fc.array(packet), fc.nat(255), sizes, (packets, code, cuts) => {
      const reader = shellV2Reader(1000);
      const wire = [...packets.map(({ id, data }) => shellPacket(id, data)), shellPacket(3, Uint8Array.of(code))];
      pushInPieces(reader, Uint8Array.from(wire.flatMap((piece) => [...piece])), cuts);
      const of = (id: number) => packets.filter((p) => p.id === id).flatMap(({ data }) => [...data]);
      const answer = reader.finish();
      expect(reader.ended).toBe(true);
      expect(answer).toEqual({ stdout: Uint8Array.from(of(1)), stderr: Uint8Array.from(of(2)), exitCode: code });
      expect(reader.size).toBe(packets.reduce((sum, { data }) => sum + data.length, 0));
    }),
  );
});

test("shell v2: without an exit code there is no answer", () => {
  const reader = shellV2Reader(1000);
  reader.push(shellPacket(1, "all of it"));
  reader.push(shellPacket(3, ""));
  expect(reader.ended).toBe(false);
  expect(reader.finish()).toBeNull();
});

test("shell v2: any bytes are read in bounded time", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), sizes, (garbage, cuts) => {
      const reader = shellV2Reader(1000);
      pushInPieces(reader, garbage, cuts);
      expect(reader.size).toBeLessThanOrEqual(garbage.length);
      reader.finish();
    }),
  );
});

test("marked: the exit code is the last line alone, however the output ends", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(255), sizes, (output, code, cuts) => {
      const reader = markedReader("nonce:", 1000);
      pushInPieces(reader, Uint8Array.from([...output, ...bytes(`nonce:${code}\n`)]), cuts);
      expect(reader.finish()).toEqual({ stdout: output, stderr: new Uint8Array(), exitCode: code });
    }),
  );
});

test.each(["", "cut of", "nonce:0", "nonce:0\nmore", "nonce:256\n", "nonce:\n", "nonce:-1\n", "once:0\n"])(
  "marked: %j is not a whole answer",
  (text) => {
    const reader = markedReader("nonce:", 1000);
    reader.push(bytes(text));
    expect(reader.finish()).toBeNull();
  },
);

test("what passes the limit is counted and not kept", () => {
  for (const reader of [shellV2Reader(10), markedReader("nonce:", 10)]) {
    for (let i = 0; i < 100; i++) reader.push(shellPacket(1, "x".repeat(100)));
    expect(reader.size).toBeGreaterThan(9000);
    expect(() => {
      reader.push(shellPacket(3, Uint8Array.of(0)));
      reader.finish();
    }).toThrow(RangeError);
  }
});
