import { expect, test } from "vitest";
import { joinKnown, knownFromSnapshot } from "../../src/centre/known-from-snapshot.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { nothingKnown } from "../../src/traffic/known-values.ts";

const read = (value: unknown) => ({ state: "read", value, from: [] }) as const;

test("an examination tells values of the phone, each once, and nothing where facts were not read", () => {
  const snapshot: Snapshot = {
    schema: "candor.snapshot/1",
    candor: "0",
    source: { kind: "capture", name: "x" },
    takenAt: null,
    facts: {
      properties: read({ "ro.serialno": "SYNTH0000001", "ro.boot.serialno": "SYNTH0000001", "ro.ril.miui.imei0": "" }),
      "secure-settings": read([{ user: 0, settings: { android_id: "355d2c7e339c6855" } }]),
      packages: { state: "unknown", code: "refused", reason: "x", from: [] },
    },
  };
  const known = knownFromSnapshot(snapshot);
  expect(known).toEqual({
    values: [
      { kind: "serial", value: "SYNTH0000001" },
      { kind: "androidId", value: "355d2c7e339c6855" },
    ],
    places: [],
    packages: [],
  });
  expect(knownFromSnapshot({ ...snapshot, facts: {} })).toEqual(nothingKnown);
  expect(joinKnown(known, { ...nothingKnown, packages: ["a.b", "a.b"] })).toEqual({ ...known, packages: ["a.b"] });
});
