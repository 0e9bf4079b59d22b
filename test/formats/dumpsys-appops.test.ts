import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { effectiveMode } from "../../src/facts/app-ops.ts";
import { type AppOps, parseAppOps, parseUid } from "../../src/formats/dumpsys-appops.ts";
import { durationMs } from "../../src/formats/dumpsys-appops-op.ts";
import { bugReportService, captureText } from "./bug-report-service.ts";

const pad6 = captureText("hyperos2-a14-xiaomi-pad6/appops.txt");
const a9 = await bugReportService("a9-emulator-gphone", "appops");
const a10 = await bugReportService("a10-pixel-sailfish-userdebug-no-main-entry", "appops");

function op(ops: AppOps, name: string, which: string) {
  return ops.packages.find((entry) => entry.package === name)?.ops.find((entry) => entry.op === which);
}

test.each([
  ["Android 9", a9],
  ["Android 10", a10],
  ["Android 14, HyperOS", pad6],
])("%s: every uid, package, op and mode is read", (_, text) => {
  const parsed = parseAppOps(text);
  const state = text.slice(text.indexOf("\n  Uid "));
  const count = (pattern: RegExp) => state.match(pattern)?.length ?? 0;
  expect(parsed.uids).toHaveLength(count(/^ {2}Uid /gm));
  expect(parsed.packages).toHaveLength(count(/^ {4}Package /gm));
  expect(parsed.packages.flatMap(({ ops }) => ops)).toHaveLength(count(/^ {6}\S+ \(.*\):/gm));
  expect(parsed.uids.flatMap(({ modes }) => Object.keys(modes))).toHaveLength(count(/^ {6}\S+: mode=/gm));
});

test("HyperOS: profile owner, numbered ops, newest of many uses", () => {
  const ops = parseAppOps(pad6);
  expect(ops.profileOwners).toEqual([{ user: 0, uid: 10_294 }]);
  expect(op(ops, "com.xiaomi.mi_connect_service", "COARSE_LOCATION")).toMatchObject({
    mode: "allow",
    access: { state: "pers-s", running: false },
    reject: { agoMs: 37_762_118 },
  });
  expect(
    ops.packages.some((entry) => entry.ops.some(({ op, mode }) => op === "MIUIOP(10008)" && mode === "allow")),
  ).toBe(true);
  expect(ops.packages.some((entry) => entry.ops.some(({ mode }) => mode === "ask"))).toBe(true);
  expect(op(ops, "com.android.systemui", "TOAST_WINDOW")?.access).toEqual({
    agoMs: 1616,
    state: "pers-s",
    running: true,
  });
});

test("Android 9: further states stand on lines of their own", () => {
  const ops = parseAppOps(a9);
  expect(op(ops, "android", "FINE_LOCATION")).toMatchObject({
    mode: "allow",
    access: { agoMs: 2_038_938, state: "pers" },
  });
  expect(ops.packages.flatMap((entry) => entry.ops).filter(({ reject }) => reject !== null)).toHaveLength(6);
});

test("Android 10: a clock that was set back gives an age below zero, and a uid's mode overrules", () => {
  const ops = parseAppOps(a10);
  expect(op(ops, "android", "TURN_ON_SCREEN")?.access?.agoMs).toBe(-1_628_422);
  expect(effectiveMode(ops, 1000, "android", "LEGACY_STORAGE")).toBe("ignore");
  expect(effectiveMode(ops, 1000, "android", "VIBRATE")).toBe("allow");
  expect(effectiveMode(ops, 1000, "android", "CAMERA")).toBeUndefined();
});

test("Android 7 and 8: one line per op with numbers", () => {
  const ops = parseAppOps(
    "Current AppOps Service state:\n  Uid u0a1:\n      CAMERA: mode=1\n    Package com.example.a:\n" +
      "      READ_SMS: mode=0; time=+40m18s730ms ago; duration=+2ms\n" +
      "      CAMERA: mode=2; rejectTime=+1d0h0m0s1ms ago\n      RECORD_AUDIO: mode=0; time=+5s0ms ago (running)\n",
  );
  expect(ops.packages).toEqual([
    {
      uid: 10_001,
      user: 0,
      package: "com.example.a",
      ops: [
        { op: "READ_SMS", mode: "allow", access: { agoMs: 2_418_730, state: null, running: false }, reject: null },
        { op: "CAMERA", mode: "deny", access: null, reject: { agoMs: 86_400_001, state: null, running: false } },
        { op: "RECORD_AUDIO", mode: "allow", access: { agoMs: 5000, state: null, running: true }, reject: null },
      ],
    },
  ]);
  expect(effectiveMode(ops, 10_001, "com.example.a", "CAMERA")).toBe("ignore");
});

test("uids and durations", () => {
  expect(["1000", "u0a294", "u10s1000", "u999a5", "u0i1"].map(parseUid)).toEqual([
    1000, 10_294, 1_001_000, 99_910_005, 99_001,
  ]);
  expect(["x", "u0", "u0b1", ""].map(parseUid)).toEqual([null, null, null, null]);
  expect(["+2ms", "-1d2h3m4s5ms", "0", "", "+", "1x"].map(durationMs)).toEqual([
    2,
    -93_784_005,
    null,
    null,
    null,
    null,
  ]);
});

test("anything else is a FormatError", () => {
  const head = "Current AppOps Service state:\n";
  for (const text of ["", head, `${head}  Uid x:\n`, `${head}  Uid 0:\n    Package a:\n      CAMERA allowed\n`])
    expect(() => parseAppOps(text)).toThrow(FormatError);
});

test("mutated dumps give a value or a FormatError", () => {
  const dump = pad6.slice(0, 200) + pad6.slice(pad6.indexOf("\n  Uid 1000:"), pad6.indexOf("\n  Uid 1000:") + 6000);
  fc.assert(
    fc.property(fc.nat(dump.length), fc.nat(100), fc.string(), (at, length, patch) => {
      try {
        parseAppOps(dump.slice(0, at) + patch + dump.slice(at + length));
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 300 },
  );
});
