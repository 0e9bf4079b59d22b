import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as schemas from "../../src/centre/schema.ts";
import type { Report } from "../../src/core/report.ts";
import { candor, captures } from "./run.ts";

const inputs = {
  a9: join(captures, "a9-emulator-gphone", "bugreport.zip"),
  a10: join(captures, "a10-pixel-sailfish-userdebug-no-main-entry", "bugreport.zip"),
  pad6: join(captures, "hyperos2-a14-xiaomi-pad6"),
  androidqf: join(captures, "hyperos2-a14-xiaomi-pad6", "derived-androidqf"),
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-inputs-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function report(input: string): Promise<Report> {
  const { out, err, code } = await candor(["check", input, "--json"]);
  expect(err).toBe("");
  expect([0, 1]).toContain(code);
  return JSON.parse(out) as Report;
}

describe.each(Object.entries(inputs))("%s", (_, input) => {
  test("gives one JSON document that fits the published schema, and says what it could not examine", async () => {
    const said = await report(input);
    expect(schemas.report.safeParse(said).error).toBeUndefined();
    expect(said.summary.checks.total).toBe(said.outcomes.length);
    expect(said.summary.checks.unknown).toBeGreaterThan(0);
    expect(said.summary.checks.pass + said.summary.checks.fail).toBeGreaterThan(10);
    for (const outcome of said.outcomes) if (outcome.state === "unknown") expect(outcome.reason).toBeTruthy();
  });

  test("gives a report for people", async () => {
    const { out, err } = await candor(["check", input]);
    expect(err).toBe("");
    expect(out).toContain("COULD NOT BE EXAMINED");
    expect(out).not.toContain("undefined");
    expect(out).not.toContain("[object Object]");
  });

  test("facts are printed, each as read or with the reason", async () => {
    const { out, code } = await candor(["facts", input, "--json"]);
    expect(code).toBe(0);
    expect(schemas.snapshot.safeParse(JSON.parse(out)).error).toBeUndefined();
  });
});

test("the Android 10 phone is unlocked, a debug build with test keys, and has no screen lock", async () => {
  const said = await report(inputs.a10);
  const text = JSON.stringify(said.outcomes.filter((outcome) => outcome.state === "fail"));
  expect(text).toContain("orange");
  expect(text).toContain("userdebug");
  expect(text).toContain("test-keys");
  expect(text).toContain("User 11 has no PIN");
});

describe("the Pad 6", () => {
  let said: Report;
  beforeAll(async () => {
    said = await report(inputs.pad6);
  });
  const failed = () => JSON.stringify(said.outcomes.filter((outcome) => outcome.state === "fail"));

  test.each([
    ["ADB on TCP port 5555", /5555/],
    ["authorisations that never expire", /adb_allowed_connection_time/],
    ["wireless debugging", /adb_wifi_enabled/],
    ["Xiaomi's security debugging", /persist\.security\.adbinput/],
    ["OEM unlocking allowed", /sys\.oem_unlock_allowed/],
    ["the always-on VPN", /com\.celzero\.bravedns/],
    ["the app with a system-like name", /com\.android\.system\.optimizer/],
  ])("names %s", (_, pattern) => {
    expect(failed()).toMatch(pattern);
  });

  test("names the nine accessibility services by app", () => {
    for (const name of [
      "com.arlosoft.macrodroid",
      "com.phascinate.precisevolume",
      "com.celzero.bravedns",
      "us.spotco.malwarescanner",
      "io.vi.hypertheme",
      "io.github.muntashirakon.AppManager",
      "eu.thedarken.sdm",
      "com.omarea.vtools",
    ])
      expect(failed()).toContain(name);
  });

  test("says unknown where the capture holds nothing", () => {
    const unknown = said.notExamined.map((fact) => fact.fact);
    for (const fact of ["selinux", "device-policy", "lock-settings", "package-details", "users"])
      expect(unknown).toContain(fact);
    for (const outcome of said.outcomes)
      if (outcome.category === "lock-screen" && /lock is set|set\?/.test(outcome.question))
        expect(outcome.state).toBe("unknown");
  });
});

describe("what cannot be read", () => {
  const make: Readonly<Record<string, (path: string) => void>> = {
    "a missing file": () => {},
    "an empty file": (path) => writeFileSync(path, ""),
    "an empty folder": (path) => mkdirSync(path),
    "a text that is no bug report": (path) => writeFileSync(path, "Dear diary,\nnothing happened.\n"),
    "a truncated zip": (path) => {
      copyFileSync(inputs.a9, path);
      truncateSync(path, 700_000);
    },
    "an encrypted backup": (path) =>
      writeFileSync(path, "ANDROID BACKUP\n5\n1\nAES-256\nDEADBEEF\nDEADBEEF\n10000\n00\n00\n"),
    "an age file": (path) => writeFileSync(path, "age-encryption.org/v1\n-> X25519 abc\n"),
    "a picture": (path) => writeFileSync(path, Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")),
    "a damaged saved examination": (path) => writeFileSync(path, '{"schema":"candor.snapshot/1","facts":'),
    "a saved examination of another version": (path) => writeFileSync(path, '{"schema":"candor.snapshot/99"}'),
  };

  test.each(Object.keys(make))("%s: one clear sentence with the next step, code 3, no stack", async (name) => {
    const path = join(folder, name.replaceAll(" ", "-"));
    make[name]?.(path);
    const { code, out, err } = await candor(["check", path, "--json"]);
    expect(code).toBe(3);
    expect(out).toBe("");
    expect(err).toMatch(/What to do: /);
    expect(err).not.toMatch(/\n\s+at |Error:|undefined/);
    expect(err.trim().split("\n").length).toBeLessThanOrEqual(3);
  });
});

test("saving the facts and checking them again gives the same report", async () => {
  const saved = join(folder, "saved.json");
  const page = join(folder, "page.html");
  const { out } = await candor(["check", inputs.pad6, "--json", "--save", saved, "--html", page]);
  expect(await report(saved)).toEqual(JSON.parse(out));
  expect(readFileSync(page, "utf8")).toContain("</html>");
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("a capture of a capture gives the same findings", async () => {
  const path = join(folder, "pad6.candor");
  const { code } = await candor(["capture", path, "--from", inputs.pad6]);
  expect(code).toBe(0);
  expect(existsSync(path)).toBe(true);
  const [first, second] = [await report(inputs.pad6), await report(path)];
  const plain = (said: Report) =>
    said.outcomes.map(({ check, state, findings }) => ({ check, state, findings: findings?.map((f) => f.message) }));
  expect(plain(second)).toEqual(plain(first));
});

test.each([
  [["check", "--no-such-flag"], 2],
  [["no-such-command"], 2],
  [["explain", "no-such-check"], 2],
  [["facts", inputs.pad6, "no-such-fact"], 2],
  [["check", "a", "b"], 2],
  [["--version"], 0],
  [["--help"], 0],
  [["check", "--help"], 0],
  [["schema", "report"], 0],
  [["phone", "list"], 0],
  [["feeds", "list"], 0],
])("%j ends with %i", async (args, code) => {
  const ran = await candor(args);
  expect(ran.code, ran.err).toBe(code);
  expect(ran.err).not.toMatch(/\n\s+at /);
});

test("--fail-on moves the limit", async () => {
  expect((await candor(["check", inputs.pad6, "--fail-on", "never", "--json"])).code).toBe(0);
  expect((await candor(["check", inputs.pad6, "--fail-on", "info", "--json"])).code).toBe(1);
});
