import { describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { answer } from "../../src/core/judge.ts";
import { facts } from "../../src/facts/index.ts";
import { emptySnapshot, feedsOf, snapshotOf } from "./example-snapshot.ts";

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
    expect(answer(check, emptySnapshot, []).state).toBe("unknown");
  });
});
