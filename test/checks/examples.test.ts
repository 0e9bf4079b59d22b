import { describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.ts";
import type { Check, Example } from "../../src/core/check.ts";
import { answer } from "../../src/core/judge.ts";
import type { Needs } from "../../src/core/needs.ts";
import { type ReadFact, type Snapshot, snapshotSchema } from "../../src/core/snapshot.ts";
import { facts } from "../../src/facts/index.ts";

const wanted = { pass: "pass", fail: "fail", unknown: "unknown", notApplicable: "not-applicable" } as const;

test("there are as many checks as the design asks for, with distinct ids", () => {
  expect(checks.length).toBeGreaterThanOrEqual(60);
  expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length);
});

describe.each(checks.map((check) => [check.id, check] as const))("%s", (_, check) => {
  const cases = Object.entries(wanted).flatMap(([kind, state]) =>
    (check.examples[kind as keyof typeof wanted] ?? []).map((example) => ({
      kind,
      state,
      name: example.name,
      example,
    })),
  );

  test.each(cases)("$kind: $name", ({ example, state }) => {
    const outcome = answer(check, snapshotOf(check, example), feedsOf(check, example));
    expect(outcome.state, outcome.reason).toBe(state);
    if (state === "fail" && example.findings !== undefined) expect(outcome.findings).toHaveLength(example.findings);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(JSON.parse(JSON.stringify(outcome)));
  });

  test("its texts are whole sentences with sources", () => {
    expect(check.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    // Yes or no answers it, and the title of a pass says the good one.
    expect(check.question).toMatch(/^(?:Is|Are|Was|Were|Does|Do|Did|May|Can) .*\?$/);
    for (const title of [check.title.pass, check.title.fail]) expect(title).toMatch(/^[A-Z].*[^.]$/);
    for (const text of [check.question, check.title.pass, check.title.fail])
      expect(text).not.toMatch(/boot loader|added apps|apps that were added/i);
    for (const text of [check.why, check.advice]) expect(text).toMatch(/[.!)]$/);
    expect(check.references.length).toBeGreaterThan(0);
    for (const reference of check.references) expect(reference).toMatch(/^https:\/\/|^AOSP: /);
    for (const text of [...Object.values(check.messages), check.title.fail, check.title.pass])
      expect(text).not.toMatch(/certified|\bclean\b|illegal/i);
  });

  test("it needs only facts of the registry, and is unknown where none was read", () => {
    const known = new Set(facts.map((fact) => fact.id));
    for (const need of Object.values(check.needs)) if (need.kind === "fact") expect(known).toContain(need.id);
    if (!Object.values(check.needs).some((need) => need.kind === "fact")) expect.unreachable("a check needs a fact");
    expect(answer(check, empty, []).state).toBe("unknown");
  });
});

const empty: Snapshot = {
  schema: snapshotSchema,
  candor: "0",
  source: { kind: "outputs", name: "example" },
  takenAt: null,
  facts: {},
};

function snapshotOf(check: Check, example: Example): Snapshot {
  const facts: Record<string, ReadFact> = {};
  let takenAt: string | null = null;
  const values = [
    [check.needs, example.given],
    [check.wants, example.wanted ?? {}],
  ] as const;
  for (const [needs, given] of values)
    for (const [key, value] of Object.entries(given as object)) {
      const need = (needs as Needs)[key];
      if (!need) throw new Error(`example of ${check.id} gives ${key}, which the check does not declare`);
      if (need.kind === "time") takenAt = new Date(value as number).toISOString();
      else if (need.kind === "fact" && value !== undefined)
        facts[need.id] = { state: "read", value, from: [`example ${example.name}`] };
    }
  return { ...empty, takenAt, facts };
}

function feedsOf(check: Check, example: Example) {
  const given = {
    ...(example.given as Record<string, unknown>),
    ...((example.wanted ?? {}) as Record<string, unknown>),
  };
  return Object.entries({ ...check.needs, ...check.wants }).flatMap(([key, need]) =>
    need.kind === "feed" && given[key] !== undefined
      ? [{ id: need.id, origin: "embedded" as const, date: "2026-01-01", sha256: null, entries: 1, value: given[key] }]
      : [],
  );
}
