import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { type PhoneEvent, type Telling, type WatchTools, watchPhones } from "../../src/centre/watch.ts";
import type { Told } from "../../src/centre/watch-told.ts";
import { DeviceError, VaultError } from "../../src/core/errors.ts";
import type { Outcome, Report, ReportFinding } from "../../src/core/report.ts";

/** What a phone has: per check its findings by app, with a number that may change; null where the check cannot be answered. */
type Phone = Map<string, { findings: Map<string, number>; unread: boolean } | null>;

const checks = Array.from({ length: 12 }, (_, i) => `check-${i}`);

/** The same numbers for the same seed (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

function reportOf(phone: Phone, takenAt: number): Report {
  const outcomes = [...phone].map(([check, state]): Outcome => {
    const findings = [...(state?.findings ?? [])].map(
      ([name, number]): ReportFinding => ({
        severity: number % 2 ? "high" : "low",
        confidence: "certain",
        subject: { kind: "app", package: name },
        message: `${name} does it ${number} times`,
        messageKey: "does",
        params: { number },
        // What was large, and need not be held.
        evidence: [{ kind: "value", value: "x".repeat(500), fact: "packages", name: "what", from: ["dumpsys"] }],
      }),
    );
    const found = state === null ? "unknown" : findings.length === 0 && !state.unread ? "pass" : "fail";
    return {
      check,
      category: "apps",
      severity: "high",
      state: found,
      question: `Is ${check}?`,
      title: `${check} is`,
      why: "",
      advice: "",
      references: [],
      ...(found === "fail" && { findings, ...(state?.unread && { unread: ["a part"] }) }),
      ...(found === "unknown" && { reason: "the phone is locked" }),
    };
  });
  const at = new Date(takenAt).toISOString();
  return { takenAt: at, source: { kind: "phone", name: "x" }, device: {}, outcomes } as unknown as Report;
}

function change(phone: Phone, random: (below: number) => number): void {
  for (let times = random(6); times > 0; times--) {
    const check = checks[random(checks.length)] ?? "";
    const state = phone.get(check) ?? { findings: new Map(), unread: false };
    const app = `app.n${random(8)}`;
    const what = random(8);
    if (what === 0) phone.set(check, null);
    else if (what === 1) phone.set(check, { ...state, unread: !state.unread && state.findings.size > 0 });
    else if (what < 4) state.findings.delete(app);
    else state.findings.set(app, random(5));
    if (what > 1) phone.set(check, { ...state, unread: state.unread && state.findings.size > 0 });
  }
}

/** What can be known of a phone: the last answers. */
function learn(known: Phone, seen: Phone): void {
  for (const [check, state] of seen) {
    if (state === null) continue;
    const before = state.unread ? (known.get(check)?.findings ?? []) : [];
    known.set(check, { findings: new Map([...before, ...state.findings]), unread: state.unread });
  }
}

/** A person who hears what is told, and complains where something is told twice or was never there. */
class Listener {
  readonly believed = new Map<string, number>();
  readonly silent = new Set<string>();
  told = 0;

  hear({ first, news, report }: Telling): void {
    if (first)
      for (const { check, findings } of report.outcomes)
        for (const each of findings ?? []) this.believed.set(nameOf(check, each), numberOf(each));
    for (const { difference, check, before, after } of news?.findings ?? []) {
      this.told++;
      const name = nameOf(check, after ?? before);
      if (difference === "gone") expect(this.believed.delete(name), `${name} gone twice`).toBe(true);
      else {
        expect(difference).not.toBe("not-read");
        if (difference === "changed") expect(this.believed.get(name)).toBe(numberOf(before));
        else expect(this.believed.has(name), `${name} told twice`).toBe(false);
        expect(this.believed.get(name), `${name} told and the same`).not.toBe(numberOf(after));
        this.believed.set(name, numberOf(after));
      }
    }
    for (const { check } of news?.lost ?? []) {
      expect(this.silent.has(check)).toBe(false);
      this.silent.add(check);
    }
    for (const { check } of news?.regained ?? []) expect(this.silent.delete(check)).toBe(true);
  }
}

function nameOf(check: string, finding: ReportFinding | null): string {
  return `${check} ${finding?.subject.kind === "app" ? finding.subject.package : ""}`;
}

function numberOf(finding: ReportFinding | null): number {
  return Number(finding?.params["number"]);
}

function flat(phone: Phone): Map<string, number> {
  return new Map(
    [...phone].flatMap(([check, state]) => [...(state?.findings ?? [])].map(([app, n]) => [`${check} ${app}`, n])),
  );
}

function toolsFor(more: Partial<WatchTools> & Pick<WatchTools, "events" | "examine" | "tell">): WatchTools {
  const store = new Map<string, Told>();
  return {
    everyMs: null,
    now: () => 0,
    pause: async (_ms, signal) => {
      if (!signal.aborted) await new Promise((done) => signal.addEventListener("abort", done, { once: true }));
    },
    signal: new AbortController().signal,
    isKnown: async () => true,
    readTold: async (id) => store.get(id),
    writeTold: async ({ id }, told) => void store.set(id, told),
    say: () => {},
    ...more,
  };
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

async function heapInUse(): Promise<number> {
  for (let times = 0; times < 3; times++) {
    collectGarbage();
    await turn();
  }
  return process.memoryUsage().heapUsed;
}

test("1,000 reconnects of three phones, with restarts and a clock that jumps: each change is told once, none is missed, memory stays flat", async () => {
  const random = chance(20260701);
  const phones = ["one", "two", "three"].map((id) => {
    const phone: Phone = new Map(checks.map((check) => [check, { findings: new Map(), unread: false }]));
    return { id, phone, known: new Map(phone), listener: new Listener(), examined: 0 };
  });
  // As it lies on the disk: text, so that nothing is shared by chance.
  const disk = new Map<string, string>();
  let clock = Date.UTC(2026, 6, 1);
  let [reconnects, restarts, largest] = [0, 0, 0];
  let heapEarly = 0;
  while (reconnects < 1000) {
    restarts++;
    const stop = new AbortController();
    let looked = () => {};
    async function* events(): AsyncGenerator<PhoneEvent> {
      for (let left = 1 + random(40); left > 0 && reconnects < 1000; left--) {
        const at = phones[random(3)];
        if (!at) return;
        change(at.phone, random);
        // Days on, or years back.
        clock += random(10) === 0 ? -random(2) * 40_000_000_000 : random(90_000_000);
        reconnects++;
        const done = new Promise<void>((resolve) => {
          looked = resolve;
        });
        if (left === 1 && random(2) === 0) queueMicrotask(() => stop.abort());
        yield { kind: "connected", phone: at.id };
        await done;
        yield { kind: "gone", phone: at.id };
        if (reconnects === 200) heapEarly = await heapInUse();
      }
    }
    await watchPhones(
      toolsFor({
        events: events(),
        signal: stop.signal,
        now: () => clock,
        examine: async (phone) => {
          const at = phones.find(({ id }) => id === phone);
          if (!at) throw new Error(phone);
          await turn();
          if (random(25) === 0) {
            looked();
            throw new DeviceError("gone", "The cable was pulled.");
          }
          at.examined++;
          learn(at.known, at.phone);
          return { id: at.id, report: reportOf(at.phone, clock) };
        },
        tell: async (telling) => {
          await turn();
          phones.find(({ id }) => id === telling.id)?.listener.hear(telling);
        },
        readTold: async (id) => JSON.parse(disk.get(id) ?? "null") ?? undefined,
        writeTold: async ({ id }, told) => {
          disk.set(id, JSON.stringify(told));
          largest = Math.max(largest, disk.get(id)?.length ?? 0);
          const at = phones.find((each) => each.id === id);
          // None missed: after each examination the person believes just what can be known.
          expect(at?.listener.believed).toEqual(at && flat(at.known));
          looked();
        },
      }),
    );
  }
  const heapLate = await heapInUse();
  expect(restarts).toBeGreaterThan(20);
  expect(phones.reduce((sum, { examined }) => sum + examined, 0)).toBeGreaterThan(900);
  expect(phones.reduce((sum, { listener }) => sum + listener.told, 0)).toBeGreaterThan(500);
  expect(phones.some(({ listener }) => listener.silent.size > 0)).toBe(true);
  expect(heapLate - heapEarly).toBeLessThan(1_500_000);
  // What is written is bounded by what a phone has, and not by how often it came.
  expect(largest).toBeLessThan(60_000);
}, 60_000);

const quiet: Phone = new Map([["check-0", { findings: new Map([["app.n1", 1]]), unread: false }]]);
const loud: Phone = new Map([["check-0", { findings: new Map([["app.n1", 2]]), unread: false }]]);

async function* once(...phones: readonly string[]): AsyncGenerator<PhoneEvent> {
  for (const phone of phones) yield { kind: "connected", phone };
}

test("ended between telling and writing, it is told once more rather than never; written, never again", async () => {
  const store = new Map<string, Told>();
  const heard: Telling[] = [];
  const run = async (phone: Phone, writes = true) =>
    await watchPhones(
      toolsFor({
        events: once("one"),
        examine: async () => ({ id: "one", report: reportOf(phone, 0) }),
        tell: async (telling) => void heard.push(telling),
        readTold: async (id) => store.get(id),
        writeTold: async ({ id }, told) => {
          if (!writes) throw new Error("killed");
          store.set(id, told);
        },
      }),
    );
  await run(quiet);
  expect(heard.splice(0).map(({ first, news }) => [first, news?.findings.length])).toEqual([[true, 0]]);
  await expect(run(loud, false)).rejects.toThrow("killed");
  await run(loud);
  expect(heard.splice(0).map(({ news }) => news?.findings.map(({ difference }) => difference))).toEqual([
    ["changed"],
    ["changed"],
  ]);
  await run(loud);
  expect(heard).toEqual([]);
});

test("while what was told is locked, that is said without a word of what is on the phone, and nothing is lost", async () => {
  const store = new Map<string, Told>();
  const heard: Telling[] = [];
  let locked = false;
  const run = async (phone: Phone) =>
    await watchPhones(
      toolsFor({
        events: once("one"),
        examine: async () => ({ id: "one", report: reportOf(phone, 0) }),
        tell: async (telling) => void heard.push(telling),
        readTold: async (id) => {
          if (locked) throw new VaultError("locked", "It is locked.");
          return store.get(id);
        },
        writeTold: async ({ id }, told) => void store.set(id, told),
      }),
    );
  await run(quiet);
  locked = true;
  await run(loud);
  locked = false;
  await run(loud);
  expect(heard.map(({ news }) => news?.findings.length ?? null)).toEqual([0, null, 1]);
});

test("strangers are not examined; a phone that stays is examined by schedule, also after the clock went back", async () => {
  const said: string[] = [];
  const times: number[] = [];
  const stop = new AbortController();
  let clock = 1_000_000;
  async function* events(): AsyncGenerator<PhoneEvent> {
    yield { kind: "connected", phone: "stranger" };
    yield { kind: "connected", phone: "mine" };
    await new Promise((done) => stop.signal.addEventListener("abort", done, { once: true }));
  }
  await watchPhones(
    toolsFor({
      events: events(),
      everyMs: 1000,
      signal: stop.signal,
      now: () => clock,
      pause: async (ms, signal) => {
        await turn();
        if (signal.aborted) return;
        if (times.length === 3) clock -= 500_000;
        else clock += Math.min(ms, 400);
      },
      isKnown: async (phone) => phone === "mine",
      say: (phone) => void said.push(phone),
      examine: async (phone) => {
        times.push(clock);
        if (times.length === 5) stop.abort();
        return { id: phone, report: reportOf(quiet, clock) };
      },
      tell: async () => {},
    }),
  );
  expect(times).toEqual([1_000_000, 1_001_000, 1_002_000, 502_000, 503_000]);
  expect(new Set(said)).toEqual(new Set(["stranger"]));
});
