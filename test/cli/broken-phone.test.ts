import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examine } from "../../src/centre/examine.ts";
import { openSource } from "../../src/centre/open-source.ts";
import * as schemas from "../../src/centre/schema.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Report } from "../../src/core/report.ts";
import { findAdb } from "../../src/device/adb-binary.ts";
import { openTcpPhone } from "../../src/device/adb-tcp.ts";
import { allowNever } from "../../src/phone/auth.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { type StartOptions, startPhone } from "../../src/phone/start.ts";
import { adbClient } from "../phone/adb-client.ts";
import { candor, type Ran, type RunHooks, stopAtFirstWord } from "./run.ts";

const now = Date.UTC(2026, 10, 20, 12, 30);
const adb = await findAdb(process.env, process.platform);
const phone = createPhone("stalked", { now: () => now });
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-broken-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Something done while a phone with these faults runs. */
async function withPhone<T>(options: StartOptions, use: (address: string) => Promise<T>): Promise<T> {
  const listener = await startPhone(phone, options);
  try {
    return await use(`127.0.0.1:${listener.port}`);
  } finally {
    await listener.close();
  }
}

/** The report, or why there is none. */
const report = (options: StartOptions) =>
  withPhone(options, async (address) => {
    const source = await openSource({ address }, { dataFolder: folder, now, env: {} });
    try {
      return (await examine(source, { dataFolder: folder })).report;
    } finally {
      await source.close();
    }
  });

test("wherever the cable is pulled: what was read is judged as ever, the rest is unknown with its reason", async () => {
  const whole = new Map((await report({})).outcomes.map((outcome) => [outcome.check, outcome.state]));
  const answered = new Set<number>();
  for (let bytes = 0; bytes < 450_000; bytes = Math.ceil(bytes * 1.3) + 97) {
    const said = await report({ cutAfter: bytes }).catch((error: unknown) => error);
    if (said instanceof DeviceError) {
      expect(said.code).toBe("gone");
      continue;
    }
    const { outcomes, notExamined, summary } = said as Report;
    answered.add(summary.checks.pass + summary.checks.fail);
    for (const { check, state, reason } of outcomes) {
      if (state === "unknown") expect(reason).toBeTruthy();
      // Who cannot see whether an app came with the phone may take it for an added one, and says "possible"; never the reverse.
      if (state === "pass") expect([check, "pass"]).toEqual([check, whole.get(check)]);
    }
    if (bytes < 300_000) expect(notExamined.map(({ code }) => code)).toContain("gone");
  }
  // How much was answered before a cut depends on the machine; that some were cut in the middle does not.
  expect(answered.size).toBeGreaterThan(1);
});

/** One run of `check --json` on a phone that breaks: at most one document, no trace of a crash. */
async function checked(address: readonly string[], env: NodeJS.ProcessEnv = {}, hooks: RunHooks = {}): Promise<Ran> {
  const ran = await candor(["check", ...address, "--json"], env, hooks);
  expect(ran.err).not.toMatch(/\n\s+at |undefined|Warning/);
  if (ran.out !== "") expect(schemas.report.safeParse(JSON.parse(ran.out)).error).toBeUndefined();
  return ran;
}

test.each([
  [150, 3, ""],
  [4000, 3, ""],
  [300_000, 1, "candor.report/1"],
])("cut after %i bytes ends with %i and whole documents alone", async (cutAfter, code, document) => {
  const ran = await withPhone({ cutAfter }, (address) => checked(["--address", address]));
  expect(ran.code, ran.err).toBe(code);
  expect(ran.out).toContain(document);
  // Where some commands were answered before the cut, there is a document, which says what was not examined.
  if (ran.out === "") expect(ran.err).toMatch(/What to do: /);
});

test("cut, and no finding is severe enough: the code says that it broke off", async () => {
  const ran = await withPhone({ cutAfter: 50_000 }, (address) =>
    candor(["check", "--address", address, "--json", "--fail-on", "never"]),
  );
  expect(ran.code).toBe(3);
});

// Needs the Debian package adb.
test.skipIf(adb === null)("the adb server is killed in the middle", async () => {
  const client = await adbClient(() => [adb ?? ""]);
  const env = { HOME: client.home, ANDROID_ADB_SERVER_PORT: String(client.port) };
  let killed: Promise<unknown> | undefined;
  const onErr = (err: string) => {
    if (err.includes('"progress"')) killed ??= client.run(["kill-server"]);
  };
  try {
    const ran = await withPhone({ slow: { command: 300 } }, (address) =>
      candor(["check", "--serial", address, "--json", "--fail-on", "never", "--progress", "json"], env, { onErr }),
    );
    await killed;
    expect(ran.code, ran.err).toBe(3);
    if (ran.out !== "") expect((JSON.parse(ran.out) as Report).summary.checks.unknown).toBeGreaterThan(10);
    expect(ran.err).not.toMatch(/\n\s+at /);
  } finally {
    await client.close();
  }
});

describe("a phone that gives nothing", () => {
  test.each([
    ["an exception", { stderr: "java.lang.SecurityException: no\n", exitCode: 255 }],
    ["words alone", { stdout: "Permission Denial: not allowed\n" }],
    ["silence", {}],
  ])("refuses everything with %s", async (_, refuse) => {
    const ran = await withPhone({ refuse }, (address) => checked(["--address", address]));
    expect([ran.code, ran.out]).toEqual([3, ""]);
    expect(ran.err).toMatch(/Nothing could be examined.*\nThe first reason: .*\nWhat to do: unlock the phone/);
  });

  test("takes commands and never answers: the examination ends after one silence, not after one for each", async () => {
    const snapshot = await withPhone({ silent: true }, async (address) => {
      const keys = { ownKey: join(folder, "adbkey"), adbKey: join(folder, "none") };
      const source = await openTcpPhone({ address, keys, takenAt: now, quietMs: 300 });
      try {
        return (await examine(source, { dataFolder: folder })).snapshot;
      } finally {
        await source.close();
      }
    });
    const reasons = Object.values(snapshot.facts).flatMap((fact) => (fact.state === "unknown" ? [fact.reason] : []));
    expect(reasons.filter((reason) => reason.includes("said nothing for 0.3 seconds")).length).toBeGreaterThan(30);
  });

  test("lets nobody in: one sentence, and what to do", async () => {
    // The person is given a minute to answer; the test does not wait for it.
    const stop = stopAtFirstWord("SIGINT", 100);
    const ran = await withPhone({ authorisation: allowNever() }, (address) =>
      checked(["--address", address], {}, stop),
    );
    expect([ran.code, ran.out]).toEqual([130, ""]);
    expect(ran.err).toMatch(
      /^The phone asks whether to allow this computer\. It shows [0-9A-F:]{47}; .*\nStopped\.\n$/,
    );
  });

  test("is slow: all is read all the same", async () => {
    const ran = await withPhone({ slow: { packet: 100, command: 50 } }, (address) =>
      checked(["--address", address, "--no-apps"]),
    );
    expect((JSON.parse(ran.out) as Report).notExamined.filter(({ code }) => code === "timeout")).toEqual([]);
  });
});

describe.each(["SIGINT", "SIGTERM"] as const)("%s", (signal) => {
  test.each([["check"], ["capture"], ["start"]])("ends %s with 130 and writes nothing", async (name) => {
    const own = mkdtempSync(join(folder, "stop-"));
    const args: Record<string, string[]> = {
      check: ["check", "--json", "--html", join(own, "a.html"), "--save", join(own, "a.json")],
      capture: ["capture", join(own, "a.candor")],
      start: ["start"],
    };
    const ran = await withPhone({ slow: { command: 400 } }, (address) =>
      candor(
        [...(args[name] ?? []), "--address", address, "--progress", "plain"],
        { CANDOR_HOME: own },
        stopAtFirstWord(signal),
      ),
    );
    expect([ran.code, ran.out]).toEqual([130, ""]);
    expect(ran.err).toMatch(/Stopped\.\n$/);
    expect(existsSync(join(own, "reports"))).toBe(false);
    expect(readdirSync(own).filter((file) => file !== "adbkey")).toEqual([]);
  });
});
