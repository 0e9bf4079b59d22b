import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as schemas from "../../src/centre/schema.ts";
import type { Report } from "../../src/core/report.ts";
import { candor, root } from "./run.ts";

const mostMegabytes = 300;

let folder: string;
let phone: ChildProcess;
let address: string;

// In a process of its own, so that only what Candor itself needs is measured.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "candor-hostile-"));
  phone = spawn(process.execPath, [join(root, "bin", "candor.mjs"), "phone", "start", "hostile"], {
    env: { ...process.env, HOME: folder, XDG_CACHE_HOME: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  address = await new Promise((resolve) => {
    phone.stdout?.setEncoding("utf8").on("data", (text: string) => {
      const found = /adb connect (\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
  });
});
afterAll(() => {
  phone.kill();
  rmSync(folder, { recursive: true, force: true });
});

const tellMemory = join(import.meta.dirname, "tell-memory.ts");

/** What one run printed; it ended as expected, in bounded memory and time. */
async function said(code: number, ...args: string[]): Promise<string> {
  const ran = await candor(args, {}, { nodeFlags: ["--import", tellMemory] });
  const [, talk, megabytes] = /^(.*)MB (\d+)$/s.exec(ran.err) ?? [];
  expect([ran.code, talk]).toEqual([code, ""]);
  expect(Number(megabytes)).toBeLessThan(mostMegabytes);
  return ran.out;
}

/** Everything but letters, signs and line feeds: escapes, controls, turned text, marks without width. */
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

test("on a terminal its texts are text", async () => {
  const direct = `tcp:${address}`;
  for (const args of [
    ["check", direct],
    ["check", direct, "-v"],
    ["facts", direct],
    ["facts", direct, "processes"],
  ]) {
    const out = await said(args[0] === "check" ? 1 : 0, ...args);
    expect(out).not.toMatch(unprintable);
    expect(out.length).toBeLessThan(1_000_000);
  }
  const out = await said(1, "check", direct);
  expect(out).toContain('<script>alert("candor")</script>');
  expect(out).toContain("=HYPERLINK(");
});

test("the report holds what was found, and says what could not be read", async () => {
  const report = JSON.parse(await said(1, "check", "--address", address, "--json")) as Report;
  expect(schemas.report.safeParse(report).error).toBeUndefined();
  expect(report.device["manufacturer"]).toBe(`<img src=x onerror=alert(1)><script>alert("candor")</script>'"&amp;`);
  const outcome = (id: string) => report.outcomes.find(({ check }) => check === id);
  const apps = (id: string) =>
    outcome(id)?.findings?.map(({ subject }) => (subject.kind === "app" ? subject.package : subject.kind));
  expect(apps("camera-access")).toEqual(expect.arrayContaining(["com.evil.app", "__proto__", "constructor"]));
  expect(apps("overlay-apps")).toEqual(["com.evil.app"]);
  expect(apps("sideloaded-apps")).toEqual(expect.arrayContaining(["__proto__", "constructor"]));
  expect(outcome("user-ca-certificates")?.state).toBe("fail");
  // A gigabyte, a path for a name, and a value that poses as another setting are no answers, and no reassurance.
  for (const id of ["battery-exemptions", "accessibility-services", "adb-over-usb", "hosts-file"])
    expect([id, outcome(id)?.state]).toEqual([id, "unknown"]);
  expect(report.notExamined.find(({ fact }) => fact === "battery-exemptions")?.code).toBe("too-large");
});

test("in a page its texts are text", async () => {
  const path = join(folder, "page.html");
  await said(1, "check", `tcp:${address}`, "--html", path);
  const page = readFileSync(path, "utf8");
  expect(page.match(/<(?:script|img|iframe|a href="(?!https:|#)).{0,80}/i)).toBeNull();
  expect(page).toContain("&lt;script&gt;");
  expect(page.match(unprintable)).toBeNull();
});

test("its capture gives the same report, and nothing lies where its names point", async () => {
  const path = join(folder, "hostile.candor");
  await said(0, "capture", path, "--address", address);
  const states = async (...args: string[]) =>
    (JSON.parse(await said(1, "check", ...args, "--json")) as Report).outcomes.map(({ check, state }) => [
      check,
      state,
    ]);
  expect(await states(path)).toEqual(await states("--address", address));
  expect(await said(1, "check", path)).not.toMatch(unprintable);
  expect(existsSync("/tmp/candor-was-here")).toBe(false);
  expect(readdirSync(folder).filter((name) => name.includes("part"))).toEqual([]);
});
