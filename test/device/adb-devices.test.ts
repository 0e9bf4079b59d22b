import fc from "fast-check";
import { expect, test } from "vitest";
import { advice, parseDeviceList, selectDevice } from "../../src/device/adb-devices.ts";

const listing = `4d2f1a0b               device usb:1-2 product:pipa_global model:Xiaomi_Pad_6 device:pipa transport_id:3
R58M123ABC             unauthorized usb:1-4 transport_id:5
????????????           no permissions (user in plugdev group; are your udev rules wrong?); see [http://developer.android.com/tools/device.html] usb:1-1 transport_id:6
(no serial number)     no permissions usb:3-1
192.168.1.20:5555      offline transport_id:12
emulator-5554          device product:sdk model:Android_SDK device:generic transport_id:2
8d7e                   recovery product:x model:y device:z transport_id:9
`;

test("reads every state of the server's list", () => {
  const devices = parseDeviceList(listing, "linux");
  expect(devices.map(({ serial, state, transportId }) => [serial, state, transportId])).toEqual([
    ["4d2f1a0b", "device", 3n],
    ["R58M123ABC", "unauthorized", 5n],
    ["????????????", "no permissions", 6n],
    ["", "no permissions", null],
    ["192.168.1.20:5555", "offline", 12n],
    ["emulator-5554", "device", 2n],
    ["8d7e", "recovery", 9n],
  ]);
  expect(devices[0]).toMatchObject({ model: "Xiaomi Pad 6", product: "pipa_global", advice: null });
  expect(devices[1]).toMatchObject({ model: null, product: null });
  for (const device of devices.slice(1)) {
    if (device.state !== "device") expect(device.advice?.length, device.state).toBeGreaterThan(20);
  }
});

test("every state but ready has advice, unknown ones too", () => {
  for (const state of ["unauthorized", "authorizing", "offline", "no permissions", "sideload", "new state", ""]) {
    expect(advice(state, "linux"), state).toMatch(/^[A-Z].*\.$/s);
    expect(advice(state, "win32"), state).toMatch(/^[A-Z].*\.$/s);
  }
  expect(advice("unauthorized", "linux")).toContain("Xiaomi");
  expect(advice("device", "linux")).toBeNull();
});

test("any text is read in bounded time", () => {
  const word = fc.constantFrom(
    "a",
    " ",
    "\n",
    "\t",
    "device",
    "no permissions",
    "(no serial number)",
    "model:",
    "usb:x",
    "transport_id:",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 40 }), (words) => {
      const text = words.join("");
      const lines = text.split("\n").filter((line) => line.trim() !== "");
      expect(parseDeviceList(text, "linux")).toHaveLength(lines.length);
    }),
  );
});

const devices = parseDeviceList(listing, "linux");
const only = (...serials: string[]) => devices.filter(({ serial }) => serials.includes(serial));

test("takes the named phone, or the only ready one", () => {
  expect(selectDevice(devices, "4d2f1a0b").transportId).toBe(3n);
  expect(selectDevice(only("4d2f1a0b", "R58M123ABC", "192.168.1.20:5555")).serial).toBe("4d2f1a0b");
});

test.each([
  [[], undefined, "no-device", "No phone is attached."],
  [["4d2f1a0b"], "other", "no-device", "other"],
  [["4d2f1a0b", "emulator-5554"], undefined, "several-devices", "4d2f1a0b (Xiaomi Pad 6), emulator-5554 (Android SDK)"],
  [["R58M123ABC"], undefined, "unauthorised", "has not allowed"],
  [["192.168.1.20:5555"], undefined, "offline", "not ready: offline"],
  [["8d7e"], undefined, "offline", "not ready: recovery"],
  [["????????????"], undefined, "no-permission", "does not let us open"],
  [["4d2f1a0b", "R58M123ABC"], "R58M123ABC", "unauthorised", "R58M123ABC"],
] as const)("among %j, asked for %j: %s", (serials, serial, code, words) => {
  const attempt = () => selectDevice(only(...serials), serial);
  expect(attempt).toThrow(words);
  expect(attempt).toThrow(expect.objectContaining({ code, next: expect.stringMatching(/.{10}/) }));
});
