import { expect, test } from "vitest";
import type { Control, HandAnswer, Profile } from "../../src/core/assessment.ts";
import type { OutcomeState, Report, ReportFinding } from "../../src/core/report.ts";
import { assess } from "../../src/profiles/assess.ts";
import { compareAssessments } from "../../src/profiles/compare-assessments.ts";
import { defineFamily, passes, passesAbove, passesLater, reports } from "../../src/profiles/control.ts";
import { cdd } from "../../src/profiles/documents.ts";
import { type Answered, judgeControl } from "../../src/profiles/judge-control.ts";

const finding = (severity: ReportFinding["severity"]): ReportFinding => ({
  severity,
  confidence: "certain",
  subject: { kind: "device" },
  message: "Something was found.",
  messageKey: "found",
  params: {},
  evidence: [],
});

const answer = (check: string, state: OutcomeState, severity: ReportFinding["severity"] = "high"): Answered => ({
  check,
  state,
  title: `${check} ${state}`,
  ...(state === "fail" ? { findings: [finding(severity)] } : {}),
  ...(state === "unknown" || state === "not-applicable" ? { reason: `${check} is ${state}.` } : {}),
});

const control = (asks: Control["asks"], more: Partial<Control> = {}): Control => ({
  id: "TST-01",
  title: "A control",
  why: "For a test.",
  severity: "medium",
  asks,
  rule: "all",
  references: [cdd("9.9")],
  ...more,
});

function judge(one: Control, answers: readonly Answered[], hand?: HandAnswer["answer"]) {
  const given = hand === undefined ? undefined : { answer: hand, note: null, on: null };
  return judgeControl(one, new Map(answers.map((each) => [each.check, each])), (check) => check, given);
}

const table: readonly [OutcomeState, OutcomeState, string, string][] = [
  ["pass", "pass", "satisfied", "satisfied"],
  ["pass", "fail", "not-satisfied", "satisfied"],
  ["fail", "fail", "not-satisfied", "not-satisfied"],
  ["pass", "unknown", "not-determinable", "satisfied"],
  ["fail", "unknown", "not-satisfied", "not-determinable"],
  ["unknown", "unknown", "not-determinable", "not-determinable"],
  ["pass", "not-applicable", "satisfied", "satisfied"],
  ["fail", "not-applicable", "not-satisfied", "not-satisfied"],
  ["unknown", "not-applicable", "not-determinable", "not-determinable"],
  ["not-applicable", "not-applicable", "not-applicable", "not-applicable"],
];

test.each(table)("%s and %s: by all %s, by any %s", (one, other, all, any) => {
  for (const states of [
    [one, other],
    [other, one],
  ] as const) {
    const answers = [answer("a", states[0]), answer("b", states[1])];
    expect(judge(control(passes("a", "b")), answers).state).toBe(all);
    expect(judge(control(passes("a", "b"), { rule: "any" }), answers).state).toBe(any);
  }
});

test("a control without an answer in the report, or without a check, is never satisfied by itself", () => {
  expect(judge(control(passes("a")), [])).toMatchObject({ state: "not-determinable", basis: "nothing" });
  expect(judge(control([], { question: "Is it?" }), [])).toMatchObject({ state: "not-determinable", basis: "nothing" });
  expect(judge(control(passes("traffic:encrypted")), []).reason).toContain("traffic");
});

test("an answer by hand decides only what checks cannot", () => {
  const asked = control(passes("a"), { question: "Is it?" });
  expect(judge(asked, [answer("a", "unknown")], "yes")).toMatchObject({ state: "satisfied", basis: "person" });
  expect(judge(asked, [answer("a", "unknown")], "no")).toMatchObject({ state: "not-satisfied", basis: "person" });
  expect(judge(asked, [answer("a", "unknown")], "does-not-apply").state).toBe("not-applicable");
  expect(judge(asked, [answer("a", "fail")], "yes")).toMatchObject({ state: "not-satisfied", basis: "checks" });
  expect(judge(asked, [answer("a", "pass")], "no")).toMatchObject({ state: "satisfied", basis: "checks" });
  expect(judge(control(passes("a")), [answer("a", "unknown")], "yes").state).toBe("not-determinable");
});

test("what an examination itself needs decides nothing, and is said", () => {
  const later = control(passesLater("a"), { question: "Did you switch it off?" });
  expect(judge(later, [answer("a", "fail")])).toMatchObject({ state: "not-determinable" });
  expect(judge(later, [answer("a", "fail")]).reason).toContain("examination");
  expect(judge(later, [answer("a", "fail")], "yes").state).toBe("satisfied");
  expect(judge(later, [answer("a", "pass")]).state).toBe("satisfied");
});

test("a control may want what a check reports, and may count only what is grave", () => {
  expect(judge(control(reports("a")), [answer("a", "fail")]).state).toBe("satisfied");
  expect(judge(control(reports("a")), [answer("a", "pass")]).state).toBe("not-satisfied");
  expect(judge(control(reports("a")), [answer("a", "unknown")]).state).toBe("not-determinable");
  const grave = control(passesAbove("a", "high"));
  expect(judge(grave, [answer("a", "fail", "low")]).state).toBe("satisfied");
  expect(judge(grave, [answer("a", "fail", "critical")]).state).toBe("not-satisfied");
  expect(judge(grave, [{ ...answer("a", "fail", "low"), unread: ["Half of it was not seen."] }]).state).toBe(
    "not-determinable",
  );
});

test("many findings are counted, not repeated", () => {
  const many = { ...answer("a", "fail"), findings: Array.from({ length: 40 }, () => finding("low")) };
  const [evidence] = judge(control(passes("a")), [many]).evidence;
  expect((evidence?.findings.length ?? 0) + (evidence?.more ?? 0)).toBe(40);
  expect(evidence?.findings.length).toBeLessThan(40);
});

const family = defineFamily({
  id: "test",
  prefix: "TST",
  title: "For tests",
  controls: [
    { number: 1, title: "One", why: "Because.", severity: "high", asks: passes("a"), references: [cdd("9.9")] },
    { number: 2, title: "Two", why: "Because.", severity: "low", asks: passes("b"), references: [cdd("9.9")] },
    { number: 3, title: "Three", why: "Because.", severity: "low", question: "Is it?", references: [cdd("9.9")] },
  ],
});

const profile: Profile = {
  id: "test",
  title: "Test",
  version: 1,
  audience: "Tests.",
  scope: "Nothing.",
  limits: [],
  required: ["TST-01"],
  advised: ["TST-*"],
  claims: [
    { id: "one", promise: "One holds.", about: "", controls: ["TST-01"] },
    { id: "both", promise: "Both hold.", about: "", controls: ["TST-01", "TST-02"] },
    { id: "open", promise: "Three holds.", about: "", controls: ["TST-01", "TST-03"] },
  ],
};

function held(a: OutcomeState, b: OutcomeState, against: Profile = profile) {
  const outcome = (check: string, state: OutcomeState) => ({ ...answer(check, state), question: `Is ${check}?` });
  const report = {
    candor: "0",
    source: { kind: "phone", name: "x" },
    takenAt: null,
    device: {},
    feeds: [],
    outcomes: [outcome("a", a), outcome("b", b)],
  };
  return assess(report as unknown as Report, against, { families: [family] });
}

test("a promise is verified by all of its controls, and contradicted by one", () => {
  expect(held("pass", "fail").claims.map(({ verdict }) => verdict)).toEqual([
    "verified",
    "contradicted",
    "not-determinable",
  ]);
  expect(held("pass", "unknown").claims.map(({ verdict }) => verdict)).toEqual([
    "verified",
    "not-determinable",
    "not-determinable",
  ]);
  expect(held("fail", "pass").claims.every(({ verdict }) => verdict === "contradicted")).toBe(true);
  expect(held("not-applicable", "not-applicable").claims[1]?.verdict).toBe("not-determinable");
});

test("what fails where the owner's part fails too contradicts nothing", () => {
  const own = {
    ...profile,
    claims: [{ id: "o", promise: "", about: "", controls: ["TST-01"], ownersPart: ["TST-02"] }],
  };
  expect(held("fail", "fail", own).claims[0]?.verdict).toBe("not-determinable");
  expect(held("fail", "pass", own).claims[0]?.verdict).toBe("contradicted");
  expect(held("pass", "fail", own).claims[0]?.verdict).toBe("verified");
});

test("a control that is both required and advised is required, and counts add up", () => {
  const { results, summary } = held("pass", "fail");
  expect(results.map(({ level }) => level)).toEqual(["required", "advised", "advised"]);
  expect(summary).toEqual({ total: 3, satisfied: 1, notSatisfied: 1, notDeterminable: 1, notApplicable: 0, byHand: 0 });
});

test("two assessments are compared control by control", () => {
  const { controls, claims, same } = compareAssessments(held("pass", "fail"), held("pass", "pass"));
  expect(controls).toMatchObject([{ id: "TST-02", before: "not-satisfied", after: "satisfied" }]);
  expect(claims).toMatchObject([{ id: "both", before: "contradicted", after: "verified" }]);
  expect(same).toBe(2);
});
