import { expect, test } from "vitest";
import type { Category, Severity } from "../../src/core/check.ts";
import type { Outcome, Report, ReportFinding } from "../../src/core/report.ts";
import { appsConcerned, firstThings, listsUsed, saidAlready } from "../../src/report/wording.ts";
import { sampleReport } from "./sample.ts";

function failed(check: string, category: Category, severity: Severity, apps: readonly string[] = []): Outcome {
  const findings = apps.map((name) => finding({ kind: "app", package: name }, `${name} may.`, severity));
  return { ...base, check, category, severity, state: "fail", question: "Is it?", title: check, findings };
}

function finding(subject: ReportFinding["subject"], message: string, severity: Severity = "high"): ReportFinding {
  return { severity, confidence: "certain", subject, message, messageKey: "m", params: {}, evidence: [] };
}

const base = { why: "Why.", advice: "Advice.", references: [] };

function order(outcomes: readonly Outcome[]): readonly string[] {
  const report: Report = { ...sampleReport("x"), outcomes };
  return firstThings(report).map(({ check }) => check);
}

test("what weighs most comes first, then what is most urgent; low findings are left out", () => {
  expect(
    order([
      failed("patches", "updates", "high"),
      failed("access", "special-access", "high"),
      failed("watcher", "stalkerware", "high"),
      failed("lock", "lock-screen", "critical"),
      failed("note", "stalkerware", "low"),
    ]),
  ).toEqual(["lock", "watcher", "access", "patches"]);
});

test("many signs of one matter leave room for others", () => {
  const boot = ["a", "b", "c", "d", "e", "f"].map((check) => failed(check, "boot", "high"));
  expect(order([...boot, failed("proxy", "network", "medium")])).toEqual(["a", "b", "proxy"]);
});

test("the apps of the worst findings are named, three of them", () => {
  const outcome = failed("x", "apps", "high", ["a.a", "b.b", "c.c", "d.d", "e.e"]);
  expect(appsConcerned(outcome)).toBe("a.a, b.b, c.c and 2 more");
  const milder = finding({ kind: "app", package: "z.z" }, "z.z may.", "low");
  expect(appsConcerned({ ...failed("x", "apps", "high", ["a.a"]), findings: [milder] })).toBe("");
});

test("a subject is not said twice", () => {
  expect(saidAlready(finding({ kind: "user", user: 11 }, "User 11 has no PIN."))).toBe(true);
  expect(saidAlready(finding({ kind: "user", user: 11 }, "There is no PIN."))).toBe(false);
  expect(saidAlready(finding({ kind: "setting", name: "x", user: "current" }, "It is on."))).toBe(true);
  expect(saidAlready(finding({ kind: "setting", name: "x", user: 10 }, "It is on."))).toBe(false);
  expect(saidAlready(finding({ kind: "setting", name: "x", user: 1 }, "It is on for user 10."))).toBe(false);
});

test("lists are named with their size, and small ones as such", () => {
  const report = sampleReport("x");
  expect(listsUsed(report)).toContain("list (3 entries, 2026-01-01, embedded)");
  expect(listsUsed(report)).toContain("candor feeds update");
  expect(listsUsed({ ...report, feeds: [] })).toBe("");
});
