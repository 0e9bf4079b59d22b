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
import { writeOscalCatalog, writeOscalResults } from "../../src/report/oscal.ts";
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
const word = { type: "string", pattern: "^\\S(.*\\S)?$" };
/** Text of several lines. */
const markup = { type: "string", minLength: 1 };
const token = { type: "string", pattern: "^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$" };
const id = { type: "string", pattern: oscalUuid.source };
const time = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$" };
const list = (items: unknown) => ({ type: "array", minItems: 1, items });
const object = (required: Record<string, unknown>, optional: Record<string, unknown> = {}) => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...optional },
});
const props = list(object({ name: token, value: word }, { ns: { type: "string", format: "uri" } }));
const metadata = object(
  { title: word, "last-modified": time, version: word, "oscal-version": { const: "1.2.1" } },
  { remarks: markup },
);
const controls = list(object({ "control-id": token }));

/** The part of OSCAL 1.2 that is written, restated from https://pages.nist.gov/OSCAL/: the published schema is not among the test's parts. */
const resultsSchema = object({
  "assessment-results": object({
    uuid: id,
    metadata,
    "import-ap": object({ href: { type: "string" } }, { remarks: markup }),
    results: list(
      object(
        {
          uuid: id,
          title: word,
          description: word,
          start: time,
          "reviewed-controls": object({
            "control-selections": list(object({}, { "include-controls": controls, "exclude-controls": controls })),
          }),
        },
        {
          "local-definitions": object({
            components: list(
              object({
                uuid: id,
                type: word,
                title: word,
                description: word,
                status: object({ state: { enum: ["under-development", "operational", "disposition", "other"] } }),
              }),
            ),
          }),
          observations: list(
            object(
              {
                uuid: id,
                description: word,
                methods: list({ enum: ["EXAMINE", "INTERVIEW", "TEST", "UNKNOWN"] }),
                collected: time,
              },
              {
                title: word,
                types: list(token),
                subjects: list(object({ "subject-uuid": id, type: token })),
                "relevant-evidence": list(object({ description: word }, { props, remarks: markup })),
                remarks: markup,
              },
            ),
          ),
          risks: list(
            object(
              { uuid: id, title: word, description: word, statement: word, status: { enum: ["open"] } },
              { props, "related-observations": list(object({ "observation-uuid": id })) },
            ),
          ),
          findings: list(
            object(
              {
                uuid: id,
                title: word,
                description: word,
                target: object({
                  type: { enum: ["statement-id", "objective-id"] },
                  "target-id": token,
                  status: object(
                    { state: { enum: ["satisfied", "not-satisfied"] } },
                    { reason: { enum: ["pass", "fail", "other"] } },
                  ),
                }),
              },
              {
                props,
                "related-observations": list(object({ "observation-uuid": id })),
                "related-risks": list(object({ "risk-uuid": id })),
              },
            ),
          ),
          remarks: markup,
        },
      ),
    ),
  }),
});

const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: true } });

test("OSCAL: assessment-results keep to the restated part of the model", () => {
  const validate = ajv.compile(resultsSchema);
  for (const each of [assessment, { ...assessment, takenAt: null, results: results.slice(0, 1) }]) {
    validate(JSON.parse(writeOscalResults(each, options)));
    expect(validate.errors).toBeNull();
  }
  const broken = JSON.parse(writeOscalResults(assessment, options));
  broken["assessment-results"].results[0].findings[0].target.status.state = "unknown";
  expect(validate(broken)).toBe(false);
});

test("OSCAL: a catalog of controls keeps to the restated part of the model", () => {
  const part = object({ id: token, name: token, prose: { type: "string" } });
  const control = object({ id: token, title: word }, { props, parts: list(part) });
  const schema = object({
    catalog: object({ uuid: id, metadata, groups: list(object({ id: token, title: word, controls: list(control) })) }),
  });
  const own = results.map((each) => ({ ...each, asks: [], rule: "all" as const, question: "Is it?" }));
  const validate = ajv.compile(schema);
  validate(JSON.parse(writeOscalCatalog(assessment.profile, own, "1.0.0", options)));
  expect(validate.errors).toBeNull();
});

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
