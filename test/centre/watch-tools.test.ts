import type { spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ExaminationSummary } from "../../src/centre/examinations.ts";
import { phoneHistories } from "../../src/centre/history.ts";
import { notify, notifyCommand } from "../../src/centre/notify.ts";
import { phoneEvents } from "../../src/centre/phone-events.ts";
import { openPrivate } from "../../src/centre/private-store.ts";
import { serviceText } from "../../src/centre/watch-service.ts";
import { followedPhones, followLimits, writeFollowed } from "../../src/centre/watch-store.ts";
import { sparkline } from "../../src/cli/history.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { ListedDevice } from "../../src/device/adb-devices.ts";

const device = (serial: string, transportId: bigint, state = "device"): ListedDevice => ({
  serial,
  state,
  transportId,
  model: null,
  product: null,
  advice: null,
});

test("phones that become ready, go, and come back between two looks; a server that ends is said once and is no end", async () => {
  const lists: (readonly ListedDevice[] | null)[] = [
    [device("a", 1n), device("b", 2n, "unauthorized")],
    [device("a", 1n), device("b", 2n)],
    null,
    null,
    [device("a", 7n), device("b", 2n)],
    [device("b", 2n)],
  ];
  const stop = new AbortController();
  const problems: string[] = [];
  const seen: string[] = [];
  const events = phoneEvents({
    signal: stop.signal,
    onProblem: ({ message }) => problems.push(message),
    list: async () => {
      const next = lists.shift();
      if (next === null) throw new DeviceError("no-adb", "The adb server ended.");
      return next ?? [];
    },
    pause: async () => {
      if (lists.length === 0) stop.abort();
    },
  });
  for await (const { kind, phone } of events) seen.push(`${kind} ${phone}`);
  expect(seen).toEqual(["connected a", "connected b", "connected a", "gone a"]);
  expect(problems).toEqual(["The adb server ended."]);
});

const hostile = `-e "$(touch x)" '; <b>&\u2019`;

test("texts of notifications are arguments or variables, never a part of a script, and never taken for options", () => {
  const linux = notifyCommand("linux", hostile, hostile);
  expect(linux).toMatchObject({
    program: "notify-send",
    args: ["--app-name=Candor", "--", hostile, expect.anything()],
  });
  expect(linux?.args[3]).toContain("&lt;b&gt;&amp;");
  const mac = notifyCommand("darwin", hostile, "body");
  expect(mac?.args.slice(6)).toEqual(["Candor", `${hostile}: body`]);
  expect(mac?.args.slice(0, 6).join(" ")).not.toContain("touch");
  const windows = notifyCommand("win32", hostile, "body");
  expect(windows?.args.join(" ")).not.toContain("touch");
  expect(windows?.env).toEqual({ CANDOR_NOTE_TITLE: hostile, CANDOR_NOTE_BODY: "body" });
  expect(notifyCommand("aix", "a", "b")).toBeUndefined();
});

test("a notification that cannot be shown is a sentence and no error", async () => {
  const child = (event: string, value: unknown) =>
    ((_program: string, _args: readonly string[], options: { shell?: boolean }) => {
      expect(options.shell ?? false).toBe(false);
      const emitter = new EventEmitter();
      queueMicrotask(() => emitter.emit(event, value));
      return emitter;
    }) as unknown as typeof spawn;
  expect(await notify("linux", ["a", "b"], {}, child("exit", 0))).toBeNull();
  expect(await notify("linux", ["a", "b"], {}, child("exit", 1))).toContain("failed");
  expect(await notify("linux", ["a", "b"], {}, child("error", new Error("ENOENT")))).toContain("missing");
});

test("services: paths with spaces, quotes and signs of the format stay one word", () => {
  const command = ["/opt/my node/bin/node", `/home/a$b%c/"x"/O'Neil & <co>.mjs`, "watch"];
  expect(serviceText("systemd", command)).toContain(
    String.raw`ExecStart="/opt/my node/bin/node" "/home/a$$b%%c/\"x\"/O'Neil & <co>.mjs" "watch"`,
  );
  expect(serviceText("launchd", command)).toContain("O'Neil &amp; &lt;co&gt;.mjs</string>");
  expect(serviceText("windows", ["C:\\Program Files\\node.exe", "C:\\O'Neil\\a b.mjs", "watch"])).toContain(
    String.raw`-Execute 'C:\Program Files\node.exe' -Argument '"C:\O''Neil\a b.mjs" watch'`,
  );
  expect(() => serviceText("systemd", ["a\nExecStart=b"])).toThrow(RangeError);
});

const summary = (n: number): ExaminationSummary => ({
  id: `20260101T000000-${n.toString(16).padStart(8, "0")}`,
  // The clock goes back.
  takenAt: new Date(Date.UTC(2026, 0, 1) - n * 1000).toISOString(),
  keptAt: new Date(Date.UTC(2026, 0, 1) - n * 1000).toISOString(),
  source: { kind: "phone", name: "x" },
  phone: "serial:x",
  serial: "SERIAL",
  device: { model: "A phone" },
  summary: {
    findings: { critical: 0, high: n % 3, medium: 0, low: 0, info: 0 },
    checks: { total: 3, pass: 1, fail: 1, unknown: 1, notApplicable: 0 },
  },
});

test("what is kept is bounded; the newest stays whatever the clock says, and the history keeps what was removed", async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "candor-watch-"));
  try {
    const store = await openPrivate({ dataFolder, now: () => 0 });
    for (let n = 0; n < followLimits.examinations + 5; n++) {
      await store.write(`examinations/${summary(n).id}.json`, "{}");
      await store.write(`examinations/${summary(n).id}.summary.json`, JSON.stringify(summary(n)));
      await writeFollowed(store, {
        id: "SERIAL",
        via: `x${n}`,
        told: { outcomes: [], silent: [] },
        made: [summary(n)],
      });
    }
    const names = await store.names("examinations");
    expect(names.length).toBe(followLimits.examinations * 2);
    expect(names).not.toContain(`${summary(4).id}.json`);
    expect(names).toContain(`${summary(followLimits.examinations + 4).id}.json`);
    expect((await followedPhones(store)).get("SERIAL")?.reached.length).toBe(followLimits.reached);
    const [phone, ...others] = await phoneHistories(store);
    expect(others).toEqual([]);
    expect(phone).toMatchObject({ phone: "SERIAL", model: "A phone" });
    expect(phone?.points.length).toBe(followLimits.examinations + 5);
    expect(phone?.points.map(({ at }) => at)).toEqual(phone?.points.map(({ at }) => at).toSorted());
    for (let n = 0; n < followLimits.phones + 2; n++)
      await writeFollowed(store, { id: `p${n}`, via: "x", told: { outcomes: [], silent: [] }, made: [] });
    expect((await followedPhones(store)).size).toBe(followLimits.phones);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});

test("sparklines: none is a dot, the highest is full, little is never none", () => {
  expect(sparkline([0, 1, 50, 100])).toBe("·▁▄█");
  expect(sparkline([])).toBe("");
  expect(sparkline([0, 0])).toBe("··");
});
