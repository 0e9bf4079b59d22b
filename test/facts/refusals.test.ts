import { describe, expect, test } from "vitest";
import { collect } from "../../src/core/collect.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Fact } from "../../src/core/fact.ts";
import type { Output, Source } from "../../src/core/source.ts";
import { facts } from "../../src/facts/index.ts";

const refusals: Readonly<Record<string, string>> = {
  nothing: "",
  "a blank line": "\n",
  SecurityException: "java.lang.SecurityException: Shell does not have permission to access user 10\n",
  "Security exception with a stack":
    "\nException occurred while executing 'list':\njava.lang.SecurityException: uid 2000 lacks android.permission.DUMP\n\tat android.app.X.y(X.java:1)\n",
  "no such service": "Can't find service: anything\n",
  "permission denial":
    "Permission Denial: can't dump X from pid=1, uid=2000 due to missing android.permission.DUMP permission\n",
  "not found": "/system/bin/sh: anything: not found\n",
  "inaccessible or not found": "/system/bin/sh: anything: inaccessible or not found\n",
  "permission denied": "ls: /data/misc: Permission denied\n",
  NULs: "\0\0\0\0\0\0\0\0\n",
  "a NUL in text": "[ro.product.model]: [a\0b]\n",
  "a sentence": "this is not what was asked for\n",
  "a truncated answer": "[ro.build.version.sdk]: [3",
  "a truncated dump": "Current AppOps Service state:\n  Settings:\n    top_state_settle_ti",
  HTML: "<!doctype html><html><body>captive portal</body></html>\n",
  JSON: "{}\n",
};

test("there are facts", () => {
  expect(facts.length).toBeGreaterThanOrEqual(25);
  expect(new Set(facts.map((fact) => fact.id)).size).toBe(facts.length);
});

/** A phone that gives the same answer to everything. */
function saying(answer: () => Output): Source {
  return {
    kind: "phone",
    name: "refusing",
    takenAt: Date.UTC(2026, 0, 1),
    run: async () => answer(),
    close: async () => {},
  };
}

function text(stdout: string, exitCode: number | null): Output {
  return { stdout: new TextEncoder().encode(stdout), stderr: new Uint8Array(), exitCode };
}

describe.each(facts.map((fact) => [fact.id, fact] as const))("%s", (_, fact) => {
  test.each(Object.keys(refusals))("%s is unknown", async (name) => {
    for (const exitCode of [0, 1, null])
      await expectUnknown(
        fact,
        saying(() => text(refusals[name] ?? "", exitCode)),
      );
  });

  test("a source that fails is unknown, with its reason", async () => {
    const source = saying(() => {
      throw new DeviceError("gone", "the phone is gone");
    });
    const read = await expectUnknown(fact, source);
    expect(read.reason).toContain("the phone is gone");
  });
});

async function expectUnknown(fact: Fact<unknown>, source: Source) {
  const snapshot = await collect(source, [fact], { version: "0" });
  const read = snapshot.facts[fact.id];
  if (read?.state !== "unknown") throw new Error(`${fact.id} is read as ${JSON.stringify(read)?.slice(0, 300)}`);
  return read;
}
