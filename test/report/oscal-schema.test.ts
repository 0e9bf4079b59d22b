import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { afterAll, expect, test } from "vitest";
import { assessExamination, describeProfile, examinationOf, findProfile, profiles } from "../../src/centre/assess.ts";
import { describeAppProfile } from "../../src/centre/assess-apps.ts";
import { writeCatalog, writeOscal } from "../../src/centre/assessment-files.ts";
import type { Assessment } from "../../src/core/assessment.ts";
import { models } from "../../src/phone/models/index.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-oscal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// NIST's own schemas; schemas/SOURCE.md says what was left out of them.
const schema = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, "schemas", `${name}.json`), "utf8"));
// Patterns of OSCAL name letters by their Unicode property.
const ajv = new Ajv({ strict: false, unicodeRegExp: true, allErrors: true });
addFormats.default(ajv);
const validResults = ajv.compile(schema("oscal-assessment-results"));
const validCatalog = ajv.compile(schema("oscal-catalog"));
const at = Date.UTC(2026, 7, 2);

function expectResults(assessment: Assessment): void {
  expect(validResults(JSON.parse(writeOscal(assessment, at))), ajv.errorsText(validResults.errors)).toBe(true);
}

test.each(models.map(({ id }) => id))("virtual:%s against every profile is OSCAL by its schema", async (id) => {
  const place = {
    dataFolder: folder,
    now: () => at,
    signal: new AbortController().signal,
    process: { env: { ...process.env, HOME: folder, CANDOR_HOME: folder } },
  };
  const { snapshot, report } = await examinationOf(`virtual:${id}`, place);
  for (const profile of profiles) {
    const assessment = await assessExamination(snapshot, report, { profile: profile.id });
    expectResults(assessment);
    // A phone that names itself in ways that no format is made for.
    const told = "\u001b[31m</script>\u202e \n\n  ";
    const results = assessment.results.map((each) => ({ ...each, title: told, reason: told }));
    expectResults({ ...assessment, source: { kind: "phone", name: told }, device: { model: told }, results });
    expectResults({ ...assessment, takenAt: null });
    // Nothing arises, or nothing but one.
    const none = assessment.results.map((each) => ({ ...each, state: "not-applicable" as const }));
    expectResults({ ...assessment, results: none });
    expectResults({ ...assessment, results: none.slice(0, 1) });
    for (const one of assessment.results.slice(0, 4)) expectResults({ ...assessment, results: [one] });
  }
});

test.each(profiles.map(({ id }) => id))("the catalog of %s is OSCAL by its schema", (id) => {
  const profile = findProfile(id);
  expect(
    validCatalog(JSON.parse(writeCatalog(describeProfile(profile), at))),
    ajv.errorsText(validCatalog.errors),
  ).toBe(true);
});

test("the catalog of controls for apps is OSCAL by its schema", () => {
  const catalog = JSON.parse(writeCatalog(describeAppProfile(), at));
  expect(validCatalog(catalog), ajv.errorsText(validCatalog.errors)).toBe(true);
});

test("the schemas refuse what OSCAL does not know", () => {
  const catalog = JSON.parse(writeCatalog(describeProfile(findProfile("owner")), at));
  catalog.catalog.groups[0].controls[0].id = "1-begins-with-a-digit";
  expect(validCatalog(catalog)).toBe(false);
  expect(validResults({ "assessment-results": {} })).toBe(false);
  expect(validResults({ "assessment-results": {}, more: 1 })).toBe(false);
});
