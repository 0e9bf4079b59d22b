import fc from "fast-check";
import { expect, test } from "vitest";
import { DeviceError } from "../../src/core/errors.ts";
import { packetSplitter } from "../../src/device/adb-packets.ts";

interface Frame {
  command?: number;
  arg1?: number;
  length?: number;
  magic?: number;
  payload?: Uint8Array;
}

function frame({ command = 0x45545257, arg1 = 2, length, magic, payload = new Uint8Array() }: Frame): Uint8Array {
  const bytes = new Uint8Array(24 + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, command, true);
  view.setUint32(4, 1, true);
  view.setUint32(8, arg1, true);
  view.setUint32(12, length ?? payload.length, true);
  view.setInt32(20, magic ?? command ^ -1, true);
  bytes.set(payload, 24);
  return bytes;
}

test("the same packets however the bytes are cut", () => {
  const payloads = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(payloads, fc.integer({ min: 1, max: 60 }), (all, size) => {
      const wire = Uint8Array.from(all.flatMap((payload) => [...frame({ payload })]));
      const split = packetSplitter();
      const packets = [];
      for (let at = 0; at < wire.length; at += size) packets.push(...split(wire.subarray(at, at + size)));
      expect(packets).toEqual(all.map((payload) => ({ command: 0x45545257, arg0: 1, arg1: 2, payload })));
    }),
  );
});

const connect = 0x4e584e43;

test.each<[string, Frame]>([
  ["a wrong magic", { magic: 0 }],
  ["a payload larger than announced", { length: 0x100001 }],
  ["a payload of four gigabytes", { length: 0xffffffff }],
  ["a phone that takes no payload", { command: connect, arg1: 0 }],
])("refuses %s", (_what, broken) => {
  expect(() => packetSplitter()(frame(broken))).toThrow(expect.objectContaining({ code: "offline" }));
});

test("any bytes give packets or a DeviceError", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        packetSplitter()(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(DeviceError);
      }
    }),
  );
});
