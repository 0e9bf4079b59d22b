import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { Assessment, ControlResult } from "../../src/core/assessment.ts";
import { assessmentNotice, assessmentSchema } from "../../src/core/assessment.ts";
import { writeAssessmentCsv } from "../../src/report/assessment-csv.ts";
import { writeAssessmentHtml } from "../../src/report/assessment-html.ts";
import { writeAssessmentText } from "../../src/report/assessment-text.ts";
import { writeOscalResults } from "../../src/report/oscal.ts";
import { writeSarifLog } from "../../src/report/sarif.ts";

const evil = '\u001b[31m</script><img src=x onerror=alert(1)>\u202e,"=1+1\n';

const result = (id: string, state: ControlResult["state"], more: Partial<ControlResult> = {}): ControlResult => ({
  id,
  family: "test",
  title: `Control ${id}`,
  why: "For a test.",
  severity: "high",
  level: "required",
  state,
  basis: state === "not-determinable" ? "nothing" : "checks",
  rule: "“Is it?” finds nothing.",
  reason: `It is ${state}.`,
  evidence: [
    {
      check: "a-check",
      state: state === "not-satisfied" ? "fail" : "pass",
      speaks: state === "not-satisfied" ? "against" : "for",
      title: "A title",
      reason: null,
      findings:
        state === "not-satisfied"
          ? [
              {
                severity: "high",
                message: `An app named ${evil}`,
                evidence: [{ kind: "value", fact: "f", name: "label", value: evil, from: ["dumpsys package"] }],
              },
            ]
          : [],
      more: 0,
    },
  ],
  question: null,
  answer: null,
  references: [{ document: "Android CDD", edition: "Android 15", section: "9.9" }],
  ...more,
});

const results = [
  result("TST-01", "satisfied"),
  result("TST-02", "not-satisfied"),
  result("TST-03", "not-determinable", { evidence: [], question: "Is it?" }),
  result("TST-04", "not-applicable"),
  result("TST-05", "satisfied", { basis: "person", evidence: [], answer: { answer: "yes", note: evil, on: null } }),
];

const assessment: Assessment = {
  schema: assessmentSchema,
  candor: "1.0.0",
  profile: { id: "test", title: "Test", version: 3, audience: "Tests.", scope: "Nothing.", limits: ["A limit."] },
  source: { kind: "phone", name: evil },
  takenAt: "2026-08-01T10:00:00.000Z",
  device: { model: evil },
  feeds: [],
  answeredBy: "A tester",
  summary: { total: 5, satisfied: 2, notSatisfied: 1, notDeterminable: 1, notApplicable: 1, byHand: 1 },
  results,
  claims: [{ id: "c", promise: "It holds.", about: "", controls: ["TST-01"], verdict: "verified", reason: "It does." }],
  preload: null,
  preloadReason: "Not asked for.",
  notice: assessmentNotice,
};

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
/** In the form of version 5, which OSCAL asks. */
const uuid = (text: string) => sha256(text).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, "$1-$2-5$3-8$4-$5");
const options = { uuid, sha256, at: Date.UTC(2026, 7, 2) };

test("every state is told in words, and never that something is certified", () => {
  const text = writeAssessmentText(assessment, { color: false, width: 100, verbose: true });
  for (const word of ["NOT SATISFIED (1)", "NOT DETERMINABLE (1)", "SATISFIED (2)", "NOT APPLICABLE (1)", "Is it?"])
    expect(text).toContain(word);
  for (const output of [text, writeAssessmentHtml(assessment), writeAssessmentCsv(assessment)])
    expect(output).not.toMatch(/\bis certified|\bclean\b/i);
  expect(text).toContain("not a certificate");
});

test("what a phone says stays text in every output", () => {
  const text = writeAssessmentText(assessment, { color: false, width: 100, verbose: true });
  expect(text).not.toMatch(/[\u001b\u202e]/);
  const page = writeAssessmentHtml(assessment);
  expect(page).not.toContain("<img");
  expect(page).not.toContain("</script>");
  expect(page).not.toContain("\u202e");
  const csv = writeAssessmentCsv(assessment);
  expect(csv.trimEnd().split("\r\n")).toHaveLength(1 + results.length);
  expect(csv).not.toContain("\u001b");
  for (const json of [writeOscalResults(assessment, options), writeSarifLog(assessment, { uuid })]) {
    expect(json).not.toContain("\u202e");
    expect(json).not.toContain("\u001b");
    expect(json).not.toContain("\\u001b");
  }
});

test("the page names scope, method, versions, limits and evidence", () => {
  const page = writeAssessmentHtml(assessment);
  for (const word of [
    "Scope",
    "Method",
    "A limit.",
    "version 3",
    "Candor 1.0.0",
    "dumpsys package",
    "A tester",
    "Android CDD",
  ])
    expect(page).toContain(word);
});

test("OSCAL: the same assessment gives the same identifiers, and references lead somewhere", () => {
  const text = writeOscalResults(assessment, options);
  expect(writeOscalResults(assessment, options)).toBe(text);
  const document = JSON.parse(text)["assessment-results"];
  const [one] = document.results;
  const observations = new Set(one.observations.map((each: { uuid: string }) => each.uuid));
  const risks = new Set(one.risks.map((each: { uuid: string }) => each.uuid));
  for (const finding of one.findings) {
    for (const each of finding["related-observations"]) expect(observations.has(each["observation-uuid"])).toBe(true);
    for (const each of finding["related-risks"] ?? []) expect(risks.has(each["risk-uuid"])).toBe(true);
  }
  expect(one.risks).toHaveLength(1);
  const uuids = [...text.matchAll(/"uuid": "([^"]+)"/g)].map(([, each]) => each);
  expect(new Set(uuids).size).toBe(uuids.length);
  for (const each of uuids) expect(each).toMatch(oscalUuid);
});

test("OSCAL: not determinable is never satisfied, not applicable is left out and said to be", () => {
  const [one] = JSON.parse(writeOscalResults(assessment, options))["assessment-results"].results;
  const states = one.findings.map((each: { target: { status: unknown } }) => each.target.status);
  expect(states).toEqual([
    { state: "satisfied", reason: "pass" },
    { state: "not-satisfied", reason: "fail" },
    { state: "not-satisfied", reason: "other" },
    { state: "satisfied", reason: "pass" },
  ]);
  const [selection] = one["reviewed-controls"]["control-selections"];
  expect(selection["exclude-controls"]).toEqual([{ "control-id": "tst-04" }]);
});

const oscalUuid = /^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$/;
test("SARIF: rules, results and taxonomies fit together, and what is not known is open", () => {
  const [run] = JSON.parse(writeSarifLog(assessment, { uuid })).runs;
  for (const each of run.results) expect(run.tool.driver.rules[each.ruleIndex].id).toBe(each.ruleId);
  expect(run.results.map((each: { kind: string }) => each.kind)).toEqual([
    "pass",
    "fail",
    "open",
    "notApplicable",
    "pass",
  ]);
  for (const { kind, level } of run.results) if (kind !== "fail") expect(level).toBe("none");
  for (const rule of run.tool.driver.rules)
    for (const { target } of rule.relationships) {
      const taxonomy = run.taxonomies[target.toolComponent.index];
      expect(taxonomy.name).toBe(target.toolComponent.name);
      expect(taxonomy.taxa.map((taxon: { id: string }) => taxon.id)).toContain(target.id);
    }
});

const published = join(
  import.meta.dirname,
  "../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
);

test("SARIF: validates against the published schema", () => {
  const { $schema, id: _, ...schema } = JSON.parse(readFileSync(published, "utf8"));
  expect($schema).toContain("draft-04");
  // Patterns of that schema are no regular expressions of the Unicode kind.
  const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(schema);
  validate(JSON.parse(writeSarifLog(assessment, { uuid })));
  expect(validate.errors).toBeNull();
});
