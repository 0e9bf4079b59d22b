import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { HistoryDocument } from "../../src/centre/history.ts";
import type { FollowedPhone } from "../../src/centre/watch-store.ts";
import { findAdb } from "../../src/device/adb-binary.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { startPhone } from "../../src/phone/start.ts";
import { adbClient } from "../phone/adb-client.ts";
import { candorHere, root } from "./run.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "candor-watch-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  candorHere(args, { CANDOR_HOME: home, XDG_RUNTIME_DIR: home, ...env });
const look = ["watch", "virtual:stalked", "--once", "--no-notify", "--no-apps"];

test("once and again: the first examination is the measure, nothing is told twice, and what is not as it was is", async () => {
  expect(await run(look)).toMatchObject({ code: 0, out: expect.stringContaining("followed from now on") });
  expect(await run(look)).toMatchObject({ code: 0, out: "", err: expect.stringContaining("Nothing changed since") });
  // As if the phone had had less the last time.
  const file = join(home, "watch", "phones.json");
  const phones = JSON.parse(readFileSync(file, "utf8")) as [string, FollowedPhone][];
  const changed = phones.map(([id, phone]) => {
    const outcomes = phone.told.outcomes.map((each) =>
      each.state === "fail" && each.severity === "critical" ? { ...each, state: "pass", findings: [] } : each,
    );
    return [id, { ...phone, told: { ...phone.told, outcomes } }];
  });
  writeFileSync(file, JSON.stringify(changed));
  const third = await run(look);
  expect(third.code).toBe(1);
  expect(third.out).toMatch(/: \d+ new\n {2}New, Critical: /);
  expect(third.err).toContain("USB debugging is still on");
  expect(await run(look)).toMatchObject({ code: 0, out: "" });
  const { phones: known } = JSON.parse((await run(["history", "--json"])).out) as HistoryDocument;
  expect(known.map(({ points }) => points.length)).toEqual([4]);
  const shown = await run(["history", known[0]?.phone ?? ""]);
  expect(shown.out).toMatch(/ {2}Critical {4}████ {2}\d+ now, at most \d+\n/);
  expect(await run(["history", "nobody"])).toMatchObject({ code: 3, err: expect.stringContaining("Known are: ") });
}, 60_000);

test("a hostile phone writes no escape codes into what is told and shown", async () => {
  const { out } = await run(["watch", "virtual:hostile", "--once", "--no-notify", "--no-apps"]);
  expect(out).toContain("followed from now on");
  expect((out + (await run(["history"])).out).includes("\u001b")).toBe(false);
}, 60_000);

test("no history yet; times that are none; services", async () => {
  expect((await run(["history"])).out).toContain("No examination of a phone is kept yet");
  expect((await run(["watch", "--every", "1s"])).code).toBe(2);
  const { out, code } = await run(["watch", "--every", "6h", "--no-notify", "--print-service", "systemd"]);
  expect([code, out.includes('"watch" "--every" "360m" "--no-notify"\n')]).toEqual([0, true]);
});

const adb = await findAdb(process.env, process.platform);

test.skipIf(adb === null)(
  "over a real adb server: a stranger is left alone; a known phone is examined when it comes back, and what changed is told once",
  async () => {
    const client = await adbClient(() => [adb ?? ""]);
    const listener = await startPhone(createPhone("stock", { now: () => Date.now() }));
    const env = { HOME: client.home, ANDROID_ADB_SERVER_PORT: String(client.port), NO_COLOR: "1" };
    const serial = `127.0.0.1:${listener.port}`;
    await client.run(["connect", serial]);
    const children: ChildProcess[] = [];
    const watching = () => {
      const child = spawn(process.execPath, [join(root, "bin", "candor.mjs"), "watch", "--no-notify", "--no-apps"], {
        env: { ...process.env, ...env, CANDOR_HOME: home },
      });
      children.push(child);
      const said = { out: "", err: "" };
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        said.out += text;
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        said.err += text;
      });
      const end = async () => {
        child.kill("SIGTERM");
        await new Promise((done) => child.once("close", done));
        return child.exitCode;
      };
      return { said, end };
    };
    const examinations = async () =>
      (JSON.parse((await run(["history", "--json"])).out) as HistoryDocument).phones[0]?.points.length ?? 0;
    try {
      const first = watching();
      await expect.poll(() => first.said.err, { timeout: 20_000 }).toContain("Candor does not know it");
      expect((await run(["watch", "--once", "--no-notify"], env)).code).toBe(3);
      expect(await first.end()).toBe(0);
      expect([first.said.out, await examinations()]).toEqual(["", 0]);
      // Asked for once, it is known.
      expect((await run(["watch", "--once", "--no-notify", "--no-apps"], env)).code).toBe(0);
      const second = watching();
      await expect.poll(examinations, { timeout: 20_000 }).toBe(2);
      await client.run(["-s", serial, "shell", "settings put global package_verifier_enable 0"]);
      await client.run(["disconnect", serial]);
      await client.run(["connect", serial]);
      await expect.poll(examinations, { timeout: 20_000 }).toBe(3);
      await expect.poll(() => second.said.out, { timeout: 20_000 }).toMatch(/Pixel 8: 1 new\n {2}New, /);
      await expect.poll(examinations, { timeout: 20_000 }).toBe(3);
      expect(await second.end()).toBe(0);
      expect(second.said.err).toContain("USB debugging is still on on Pixel 8.");
      const third = watching();
      await expect.poll(examinations, { timeout: 20_000 }).toBe(4);
      expect(await third.end()).toBe(0);
      expect(third.said.out).toBe("");
    } finally {
      for (const child of children) child.kill("SIGKILL");
      await listener.close();
      await client.close();
    }
  },
  60_000,
);
