import fc from "fast-check";
import { expect, test } from "vitest";
import { compareReports } from "../../src/centre/compare-reports.ts";
import type { Outcome, OutcomeState, Report, ReportFinding } from "../../src/core/report.ts";

function finding(name: string, more: Partial<ReportFinding> = {}): ReportFinding {
  return {
    severity: "high",
    confidence: "certain",
    subject: { kind: "app", package: name },
    message: `${name} does it`,
    messageKey: "does",
    params: {},
    evidence: [],
    ...more,
  };
}

function outcome(state: OutcomeState, findings?: readonly ReportFinding[], more: Partial<Outcome> = {}): Outcome {
  const words = { question: "Is it?", title: "It is", why: "", advice: "", references: [] };
  return {
    check: "a-check",
    category: "apps",
    severity: "high",
    state,
    ...words,
    ...more,
    ...(findings && { findings }),
  };
}

function report(...outcomes: readonly Outcome[]): Report {
  return { takenAt: null, source: { kind: "phone", name: "x" }, device: {}, outcomes } as unknown as Report;
}

const seen = (before: Report, after: Report) =>
  compareReports(before, after).findings.map(({ difference, before: was, after: is }) => {
    const { subject } = is ?? was ?? finding("none");
    return [difference, subject.kind === "app" ? subject.package : subject.kind];
  });

test("what is in one alone is new or gone, where the other was answered", () => {
  const before = report(outcome("fail", [finding("old"), finding("both")]));
  const after = report(outcome("fail", [finding("both"), finding("fresh")]));
  expect(seen(before, after)).toEqual([
    ["new", "fresh"],
    ["gone", "old"],
  ]);
  expect(compareReports(before, after).counts).toMatchObject({ same: 1, new: 1, gone: 1 });
});

test.each([
  ["unknown", outcome("unknown", undefined, { reason: "refused" }), "refused"],
  ["in part unread", outcome("fail", [], { unread: ["work profile"] }), "Could not be read: work profile"],
])("what the later examination cannot tell (%s) is not gone", (_, later, reason) => {
  const { findings, counts } = compareReports(report(outcome("fail", [finding("old")])), report(later));
  expect(findings).toMatchObject([{ difference: "not-read", reason }]);
  expect(counts.gone).toBe(0);
});

test("what the earlier examination could not tell, or was not asked, is not new", () => {
  const after = report(outcome("fail", [finding("fresh")]));
  expect(seen(report(outcome("unknown")), after)).toEqual([["newly-read", "fresh"]]);
  expect(seen(report(), after)).toEqual([["newly-read", "fresh"]]);
  expect(seen(after, report())).toEqual([["not-read", "fresh"]]);
});

test("a finding with another weight or other values is changed, by the worse of both", () => {
  const before = report(outcome("fail", [finding("a", { severity: "low", params: { count: 1 } })]));
  const after = report(outcome("fail", [finding("a", { severity: "medium", params: { count: 2 } })]));
  expect(compareReports(before, after).findings).toMatchObject([{ difference: "changed", severity: "medium" }]);
  expect(compareReports(after, before).findings).toMatchObject([{ difference: "changed", severity: "medium" }]);
});

test("of several findings about one thing those that are alike belong together", () => {
  const with_ = (count: number) => finding("a", { params: { count } });
  const before = report(outcome("fail", [with_(1), with_(2)]));
  expect(seen(before, report(outcome("fail", [with_(2), with_(1)])))).toEqual([]);
  expect(seen(before, report(outcome("fail", [with_(2)])))).toEqual([["gone", "a"]]);
});

test("answers that are other ones are told, also without findings", () => {
  const { answers } = compareReports(report(outcome("pass")), report(outcome("unknown")));
  expect(answers).toMatchObject([{ before: "pass", after: "unknown" }]);
});

test("any texts of phones compare, and a report is the same as itself", () => {
  const texts = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, texts), { maxLength: 8 }), (rows) => {
      const own = report(
        outcome(
          "fail",
          rows.map(([name, value]) => finding(`${name}\ud800`, { params: { value } })),
        ),
      );
      expect(compareReports(own, own).findings).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
