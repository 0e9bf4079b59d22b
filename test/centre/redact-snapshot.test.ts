import { expect, test } from "vitest";
import { redactSnapshot } from "../../src/centre/redact-snapshot.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { littleWork } from "../little-work.ts";

const snapshot: Snapshot = {
  schema: "candor.snapshot/1",
  candor: "0.1.0",
  source: { kind: "phone", name: "ZY22ABCDEF" },
  takenAt: "2026-11-22T10:00:00.000Z",
  facts: {
    properties: {
      state: "read",
      value: { "ro.serialno": "ZY22ABCDEF", "ro.product.model": "Model 5", "ro.boot.wifimacaddr": "02:00:00:00:00:10" },
      from: ["getprop"],
    },
    users: {
      state: "read",
      value: [
        { id: 0, name: "Owner" },
        { id: 10, name: "Katharina" },
      ],
      from: ["pm list users"],
    },
    "secure-settings": {
      state: "read",
      value: [{ user: 0, settings: { android_id: "9f0e1d2c3b4a5968", bluetooth_name: "Katharina's phone" } }],
      from: ["settings"],
    },
    accounts: {
      state: "read",
      value: ["me.myself@example.org of com.google", "call +4915112345678", "imei 356938035643809"],
      from: ["said by ZY22ABCDEF"],
    },
    other: { state: "unknown", code: "refused", reason: "ZY22ABCDEF refused, 12:34:56:78:9a:bc too", from: [] },
  },
};
const text = (level: "none" | "identifiers" | "names") => JSON.stringify(redactSnapshot(snapshot, level).snapshot);

test("identifiers go wherever they stand, under the same word; what the phone is stays", () => {
  const redacted = text("identifiers");
  for (const secret of [
    "ZY22ABCDEF",
    "02:00:00",
    "9f0e1d2c3b4a5968",
    "me.myself",
    "4915112345678",
    "356938035643809",
    "12:34:56:78:9a:bc",
  ])
    expect(redacted).not.toContain(secret);
  for (const kept of ["Model 5", "Katharina", "com.google", "2026-11-22T10:00:00.000Z", "Owner"])
    expect(redacted).toContain(kept);
  expect(redacted.match(/\[serial-1\]/g)).toHaveLength(4);
  expect(redactSnapshot(snapshot, "identifiers").replaced).toMatchObject({
    serial: 1,
    email: 1,
    telephone: 1,
    imei: 1,
    id: 1,
  });
});

test("names go where that is asked for; none leaves everything as it is", () => {
  const redacted = text("names");
  expect(redacted).not.toContain("Katharina");
  expect(redacted).toContain("Owner");
  expect(redactSnapshot(snapshot, "none").snapshot).toBe(snapshot);
});

test("a hostile snapshot takes no time, and its keys do no harm", async () => {
  const long = {
    ...snapshot,
    facts: {
      x: {
        state: "read",
        value: [
          "a".repeat(1_000_000),
          `${"a.".repeat(300_000)}@`,
          "1:".repeat(300_000),
          JSON.parse('{"__proto__":{"serialno":"ABCDEFGH"}}'),
        ],
        from: [],
      },
    },
  } as unknown as Snapshot;
  const redacted = await littleWork(() => JSON.stringify(redactSnapshot(long, "names").snapshot));
  expect(redacted).not.toContain("ABCDEFGH");
});
