import { expect, test } from "vitest";
import { type Check, defineCheck, type Remedy, type RemedyCall } from "../../src/core/check.ts";
import { reported } from "../../src/core/errors.ts";
import { defineFact } from "../../src/core/fact.ts";
import { fill, judge } from "../../src/core/judge.ts";
import { takenAt } from "../../src/core/needs.ts";
import { type ReadFact, type Snapshot, snapshotSchema } from "../../src/core/snapshot.ts";

const lamp = defineFact({
  id: "lamp",
  about: "The lamp",
  read: () => [["lamp"]],
  parse: () => ({ on: true as boolean | null, names: ["a"] }),
});
const other = defineFact({ id: "other", about: "Another thing", read: () => [["other"]], parse: () => 1 });

const check = defineCheck({
  id: "lamp-off",
  category: "device",
  severity: "medium",
  question: "Is the lamp off?",
  title: { pass: "The lamp is off", fail: "The lamp is on" },
  why: "Light.",
  advice: "Switch it off.",
  references: ["https://example.org/"],
  messages: { on: "{name} is on since {at}" },
  needs: { lamp, takenAt },
  wants: { other },
  run: (values, wanted) => {
    if (Object.keys(values).sort().join() !== "lamp,takenAt") throw new Error("sees more than it declared");
    if (!reported(values.lamp.on, "the lamp"))
      return { unread: values.lamp.names.includes("hidden") ? ["One lamp is hidden."] : [] };
    return values.lamp.names.map((name, i) => ({
      subject: { kind: "device" as const },
      message: "on" as const,
      params: { name, at: values.takenAt },
      severity: i === 0 ? ("low" as const) : ("high" as const),
      evidence: [{ kind: "value" as const, fact: lamp, name: "on", value: String(wanted.other) }],
    }));
  },
  examples: {
    pass: [{ name: "x", given: { lamp: { on: false, names: [] }, takenAt: 1 } }],
    fail: [{ name: "y", given: { lamp: { on: true, names: ["a"] }, takenAt: 1 } }],
  },
});

const snapshot: Snapshot = {
  schema: snapshotSchema,
  candor: "1",
  source: { kind: "capture", name: "s" },
  takenAt: "2026-01-01T00:00:00.000Z",
  facts: {},
};

function report(facts: Record<string, ReadFact>, taken: string | null = snapshot.takenAt) {
  return judge({ ...snapshot, takenAt: taken, facts }, [check], { facts: [lamp, other] });
}
const read = (value: unknown): ReadFact => ({ state: "read", value, from: ["lamp (here)"] });

test("a pass, a fail with its evidence located, and the counts", () => {
  expect(report({ lamp: read({ on: false, names: [] }) }).outcomes[0]).toMatchObject({
    state: "pass",
    title: "The lamp is off",
  });
  const failed = report({ lamp: read({ on: true, names: ["a", "{at}"] }), other: read(5) });
  expect(failed.outcomes[0]).toMatchObject({
    state: "fail",
    severity: "high",
    findings: [
      {
        severity: "high",
        message: "{at} is on since 1767225600000",
        evidence: [{ fact: "lamp", from: ["lamp (here)"], value: "5" }],
      },
      { severity: "low", messageKey: "on", params: { name: "a" } },
    ],
  });
  expect(failed.summary.findings).toEqual({ critical: 0, high: 1, medium: 0, low: 1, info: 0 });
  expect(failed.summary.checks).toEqual({ total: 1, pass: 0, fail: 1, unknown: 0, notApplicable: 0 });
});

test.each([
  ["a fact that was not read", {}, "The lamp"],
  [
    "a fact that could not be read",
    { lamp: { state: "unknown", code: "refused", reason: "no", from: [] } },
    "The lamp: no",
  ],
  ["a value that is not reported", { lamp: read({ on: null, names: [] }) }, "the lamp"],
  ["something that the check could not see", { lamp: read({ on: false, names: ["hidden"] }) }, "hidden"],
] as const)("%s is unknown", (_, facts, reason) => {
  const outcome = report(facts as Record<string, ReadFact>).outcomes[0];
  expect(outcome).toMatchObject({ state: "unknown", title: "Is the lamp off?" });
  expect(outcome?.reason).toContain(reason);
});

test("what is missing for one reason is named together, in whole sentences", () => {
  const both = defineCheck({ ...check, id: "both", needs: { lamp, other }, wants: {} } as never);
  const missing = (reason: string): ReadFact => ({ state: "unknown", code: "absent", reason, from: [] });
  const answered = (first: string, second: string) =>
    judge({ ...snapshot, facts: { lamp: missing(first), other: missing(second) } }, [both]).outcomes[0]?.reason;
  expect(answered("This holds no answer.", "This holds no answer.")).toBe(
    "The lamp; Another thing: This holds no answer.",
  );
  expect(answered("it was refused", "Nothing came.")).toBe("The lamp: it was refused. Another thing: Nothing came.");
});

test("ages need the time of the capture", () => {
  expect(report({ lamp: read({ on: false, names: [] }) }, null).outcomes[0]?.state).toBe("unknown");
});

test("facts that were not read are listed with the checks that wait for them", () => {
  const { notExamined } = report({ lamp: { state: "unknown", code: "timeout", reason: "slow", from: [] } });
  expect(notExamined).toEqual([
    { fact: "lamp", about: "The lamp", code: "timeout", reason: "slow", checks: ["lamp-off"] },
  ]);
});

test("what fills a hole is never searched for holes, and an empty hole is a fault", () => {
  expect(fill("{a}{b}", { a: "{b}", b: "$&" })).toBe("{b}$&");
  expect(() => fill("{toString}", {})).toThrow();
});

test("only lists that a check is judged from are named as used", () => {
  const list = { id: "unused", origin: "embedded" as const, date: "2026-01-01", sha256: null, entries: 1, value: [] };
  const snapshot: Snapshot = {
    schema: snapshotSchema,
    candor: "1",
    source: { kind: "capture", name: "s" },
    takenAt: null,
    facts: {},
  };
  expect(judge(snapshot, [check], { feeds: [list, { ...list, id: "lamp" }] }).feeds.map(({ id }) => id)).toEqual([
    "lamp",
  ]);
});

test("a remedy is put into words; one that cannot be planned leaves the way by hand, or nothing", () => {
  const call = (name: string) => ({ action: "switch", params: { name } });
  const byHand = { steps: ["Turn the knob."], screen: "lamps" };
  const findings = (remedy: Remedy | undefined) => {
    const mended: Check = { ...check, remedy };
    const facts = { lamp: read({ on: true, names: ["a"] }) };
    const wordsFor = ({ params }: RemedyCall) => (params["name"] === "evil" ? undefined : `Switch ${params["name"]}`);
    const [finding] = judge({ ...snapshot, facts }, [mended], { wordsFor }).outcomes[0]?.findings ?? [];
    return { remedy: finding?.remedy, does: finding?.does };
  };
  const both: Remedy = { kind: "action", ...call("a"), also: [call("b")], byHand };
  expect(findings(both)).toEqual({ remedy: both, does: ["Switch a", "Switch b"] });
  expect(findings({ ...both, also: [call("evil")] })).toEqual({
    remedy: { kind: "steps", ...byHand },
    does: undefined,
  });
  expect(findings({ kind: "action", ...call("evil") })).toEqual({ remedy: undefined, does: undefined });
  expect(findings({ kind: "steps", ...byHand })).toEqual({ remedy: { kind: "steps", ...byHand }, does: undefined });
  expect(findings(undefined)).toEqual({ remedy: undefined, does: undefined });
});
