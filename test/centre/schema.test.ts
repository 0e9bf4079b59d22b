import { join } from "node:path";
import { expect, test } from "vitest";
import { updateSchemas } from "../../scripts/schemas.ts";
import { report, snapshot } from "../../src/centre/schema.ts";
import { sampleReport } from "../report/sample.ts";

test("the schemas in docs/schema are as the generator writes them (npm run schemas)", () => {
  expect(updateSchemas(join(import.meta.dirname, "..", "..", "docs", "schema"), true)).toEqual([]);
});

test("a report fits, and one that lacks a reason, a state or a count does not", () => {
  const good = sampleReport("x");
  expect(report.safeParse(good).error).toBeUndefined();
  expect(report.safeParse({ ...good, schema: "candor.report/2" }).success).toBe(false);
  expect(report.safeParse({ ...good, outcomes: [{ ...good.outcomes[0], state: "fine" }] }).success).toBe(false);
  expect(report.safeParse({ ...good, summary: { ...good.summary, findings: { high: 1 } } }).success).toBe(false);
});

test("a saved fact is read or says why not", () => {
  const facts = { a: { state: "read", value: 1, from: ["x"] } };
  const good = { schema: "candor.snapshot/1", candor: "1", source: { kind: "phone", name: "x" }, takenAt: null, facts };
  expect(snapshot.safeParse(good).error).toBeUndefined();
  expect(snapshot.safeParse({ ...good, facts: { a: { state: "unknown", from: [] } } }).success).toBe(false);
});
