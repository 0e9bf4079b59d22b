import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { capture } from "../../src/centre/capture.ts";
import { examine } from "../../src/centre/examine.ts";
import { openSource } from "../../src/centre/open-source.ts";
import { phoneWithApps } from "../../src/centre/phone-with-apps.ts";
import { checks } from "../../src/checks/index.ts";
import { collect } from "../../src/core/collect.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Report } from "../../src/core/report.ts";
import type { Source } from "../../src/core/source.ts";
import { facts } from "../../src/facts/index.ts";

const now = Date.UTC(2026, 10, 20, 12, 30);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-with-apps-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Does something with a source, and closes it. */
async function using<T>(input: string, use: (source: Source) => Promise<T>): Promise<T> {
  const source = await openSource({ input }, { dataFolder: folder, now, env: {} });
  try {
    return await use(source);
  } finally {
    await source.close();
  }
}

const withApps = (input: string) =>
  using(input, async (source) => (await examine(source, { dataFolder: folder, apps: {} })).report);
const ofApps = checks
  .filter(({ needs }) => Object.values(needs).some(({ id }) => id === "app-inspections"))
  .map(({ id }) => id);
const aboutApps = (report: Report) => report.outcomes.filter(({ check }) => ofApps.includes(check));

test("the apps come last: until then all other questions are asked and answered", async () => {
  const asked: string[] = [];
  const answered: string[] = [];
  const slow: Source = {
    kind: "phone",
    name: "slow",
    takenAt: now,
    run: async (command) => {
      asked.push(command.join(" "));
      await new Promise((resolve) => setTimeout(resolve, 5));
      answered.push(command.join(" "));
      throw new DeviceError("refused", "No.");
    },
    close: async () => {},
  };
  const source = await phoneWithApps(slow, { dataFolder: folder });
  for (const parallel of [8, 1]) {
    asked.length = answered.length = 0;
    const snapshot = await collect(source, facts, { version: "0", parallel });
    expect(asked).not.toContain("candor apps");
    // The phone refused to list its packages to the facts, and is asked once more for the apps.
    const again = asked.lastIndexOf("dumpsys package");
    expect(asked.indexOf("dumpsys package")).toBeLessThan(again);
    const others = asked.filter((command) => !/^(?:dumpsys package$|pm list packages|androidqf )/.test(command));
    expect(others.length).toBeGreaterThan(20);
    // Who asks one question at a time has nothing else under way when it comes to the apps: they wait for nobody.
    for (const command of parallel === 1 ? [] : others)
      expect([command, asked.lastIndexOf(command) < again]).toEqual([command, true]);
    expect(snapshot.facts["app-inspections"]).toMatchObject({
      state: "unknown",
      code: "refused",
      reason: expect.stringMatching(/cannot be listed/),
    });
    expect(answered.length).toBe(asked.length);
  }
});

describe("an owner's phone without trouble", () => {
  test("gives nothing that matters about its apps, and every question about them an answer", async () => {
    const outcomes = aboutApps(await withApps("virtual:stock"));
    expect(outcomes.length).toBeGreaterThanOrEqual(7);
    const grave = outcomes.flatMap(({ findings }) => findings ?? []).filter(({ severity }) => severity !== "info");
    expect(grave.map(({ message }) => message)).toEqual([]);
    // No list of known files comes with Candor.
    expect(outcomes.filter(({ state }) => state === "unknown").map(({ reason }) => reason)).toEqual([
      expect.stringContaining("candor feeds update stalkerware-samples"),
    ]);
  });

  test("whose apps are not looked into is not praised for them", async () => {
    const { report } = await using("virtual:stock", (source) => examine(source, { dataFolder: folder }));
    for (const { check, state, reason } of aboutApps(report)) {
      expect([check, state]).toEqual([check, "unknown"]);
      expect(reason).toMatch(/The apps were not looked into\.$/);
    }
  });
});

test("a spying app in no list is found by what it is made of, and its capture says the same", async () => {
  const path = join(folder, "stalked.candor");
  await using("virtual:stalked", (source) => capture(source, path, { dataFolder: folder, apps: {} }));
  // A capture holds what was found; nothing is looked into again, whether that is asked for or not.
  const [asked, unasked] = [
    await withApps(path),
    await using(path, async (source) => (await examine(source, { dataFolder: folder })).report),
  ];
  expect(asked).toEqual(unasked);
  const plain = (report: Report) =>
    aboutApps(report).map(({ check, state, findings }) => [check, state, findings?.map(({ message }) => message)]);
  expect(plain(asked)).toEqual(plain(await withApps("virtual:stalked")));
  const suspicious = asked.outcomes.find(({ check }) => check === "suspicious-apps");
  expect(
    suspicious?.findings?.map(({ severity, subject }) => [severity, subject.kind === "app" && subject.package]),
  ).toEqual([["high", "com.systemservice"]]);
});

test("a capture that was made without them says so", async () => {
  const path = join(folder, "plain.candor");
  await using("virtual:stock", (source) => capture(source, path, { dataFolder: folder }));
  const outcomes = aboutApps(await withApps(path));
  for (const { state, reason } of outcomes)
    expect([state, reason]).toEqual(["unknown", expect.stringMatching(/not looked into/)]);
});
