import { expect, test } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { collect } from "../../src/core/collect.ts";
import { judge } from "../../src/core/judge.ts";
import type { Report } from "../../src/core/report.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { facts } from "../../src/facts/index.ts";
import { feeds } from "../../src/feeds/index.ts";
import { createPhone, models } from "../../src/phone/models/index.ts";
import { ask, phoneSource, text } from "./phone-source.ts";

const clock = Date.UTC(2026, 3, 20, 12);
const now = (): number => clock;

async function examine(id: string, at = now): Promise<{ snapshot: Snapshot; report: Report }> {
  const snapshot = await collect(phoneSource(createPhone(id, { now: at })), facts, { version: "0" });
  const loaded = feeds.flatMap((feed) =>
    feed.embedded === null
      ? []
      : [
          {
            id: feed.id,
            origin: "embedded" as const,
            date: feed.embedded.date,
            sha256: null,
            entries: feed.count(feed.embedded.value),
            value: feed.embedded.value,
          },
        ],
  );
  return { snapshot, report: judge(snapshot, checks, { feeds: loaded, facts }) };
}

const failed = (report: Report): readonly string[] =>
  report.outcomes.filter((each) => each.state === "fail").map((each) => each.check);

test("there are six models with titles, descriptions and versions of their own", () => {
  expect(models.map((model) => model.id)).toEqual(["hyperos", "stock", "miui12", "stalked", "rooted", "hostile"]);
  for (const model of models) {
    expect(model.title).toContain(`Android ${model.android}`);
    expect(model.about.length).toBeGreaterThan(100);
    const state = model.build({ now });
    expect(state.properties.get("ro.build.version.release")).toBe(model.android);
  }
  expect(() => createPhone("nokia3310")).toThrow(/no model "nokia3310"/);
});

/** What no live phone tells, and what this one does not. */
const silent = new Map([
  ["hyperos", []],
  ["stock", ["locked-apps"]],
  ["miui12", ["locked-apps"]],
  ["stalked", ["locked-apps"]],
  ["rooted", ["locked-apps"]],
]);

test.each([...silent])("%s answers every fact that a phone can", async (id, more) => {
  const { snapshot } = await examine(id);
  const unread = Object.entries(snapshot.facts)
    .filter(([, fact]) => fact.state === "unknown")
    .map(([name]) => name);
  // What is in the apps is told by who looks into them, and not by the phone.
  const others = ["app-certificates", "app-inspections", "attestation", "choices", "kernel-command-line"];
  expect(unread.filter((name) => !others.includes(name))).toEqual(more);
});

test("the owner's phone has about 250 packages and the planted trouble", async () => {
  const phone = createPhone("hyperos", { now });
  expect((await text(phone, "pm list packages")).trim().split("\n").length).toBeGreaterThan(240);
  const { report } = await examine("hyperos");
  expect(failed(report)).toEqual(
    expect.arrayContaining([
      "accessibility-services",
      "background-location",
      "contacts-access",
      "dual-apps",
      "lock-screen-private-notifications",
      "miui-collecting-packages",
      "miui-security-debugging",
      "miui-user-experience-program",
      "personalised-ads",
      "private-dns",
      "removed-apps-traces",
      "security-patch-age",
      "sideloaded-apps",
      "user-ca-certificates",
    ]),
  );
});

test("the clean phone gives nothing that matters", async () => {
  const { report } = await examine("stock");
  expect(
    report.outcomes.flatMap((each) =>
      (each.findings ?? []).filter((found) => !["low", "info"].includes(found.severity)),
    ),
  ).toEqual([]);
  expect(report.summary.checks.fail).toBeLessThan(12);
});

test("what the other phones are about is found", async () => {
  expect(failed((await examine("stalked")).report)).toEqual(
    expect.arrayContaining([
      "stalkerware-packages",
      "power-combination",
      "device-admins",
      "notification-listeners",
      "adb-wireless",
      "play-protect",
      "sms-access",
    ]),
  );
  expect(failed((await examine("rooted")).report)).toEqual(
    expect.arrayContaining([
      "verified-boot",
      "bootloader-locked",
      "selinux-enforcing",
      "root-apps",
      "root-traces",
      "root-processes",
      "hosts-file",
      "screen-lock-set",
      "test-only-apps",
    ]),
  );
  expect(failed((await examine("miui12")).report)).toEqual(
    expect.arrayContaining([
      "encryption-type",
      "adb-over-tcp",
      "screen-lock-set",
      "security-patch-age",
      "miui-user-experience-program",
      "old-target-sdk",
    ]),
  );
});

test("a model follows its clock: the same trouble ten years later", async () => {
  const later = Date.UTC(2036, 3, 20, 12);
  const [early, late] = [await examine("hyperos"), await examine("hyperos", () => later)];
  const lag = ({ report }: { report: Report }): unknown =>
    report.outcomes.find((each) => each.check === "security-patch-age")?.findings?.[0]?.severity;
  expect(lag(early)).toBe("medium");
  expect(lag(late)).toBe(lag(early));
  const phone = createPhone("hyperos", { now });
  const again = createPhone("hyperos", { now });
  expect(await text(phone, "dumpsys package")).toBe(await text(again, "dumpsys package"));
});

test("a phone can be told to refuse, and the rest is still read", async () => {
  const phone = createPhone("hyperos", { now, refuses: ["settings", "dumpsys package"] });
  const snapshot = await collect(phoneSource(phone), facts, { version: "0" });
  for (const id of ["global-settings", "package-details"])
    expect(snapshot.facts[id]).toMatchObject({ state: "unknown", code: "refused" });
  expect(snapshot.facts["properties"]).toMatchObject({ state: "read" });
});

test("the hostile phone is examined in bounded time, and changes no prototype", async () => {
  const { snapshot, report } = await examine("hostile");
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(Object.prototype.toString.call([])).toBe("[object Array]");
  expect(snapshot.facts["battery-exemptions"]).toMatchObject({ state: "unknown" });
  expect(snapshot.facts["properties"]).toMatchObject({ state: "read" });
  expect(report.outcomes.length).toBe(checks.length);
}, 30_000);

test("the hostile phone's gigabyte is made while it is read", async () => {
  const before = process.memoryUsage().rss;
  const phone = createPhone("hostile", { now });
  const { stdout } = await ask(phone, "dumpsys notification | head -c 40000000 | tail -c 5");
  expect(new TextDecoder().decode(stdout)).toBe("zzzzz");
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
}, 30_000);
