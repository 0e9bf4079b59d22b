import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { controlsPage } from "../../scripts/controls.ts";
import { checks } from "../../src/checks/index.ts";
import { families } from "../../src/profiles/controls/index.ts";
import { documents } from "../../src/profiles/documents.ts";
import { profiles } from "../../src/profiles/index.ts";
import { selectControls } from "../../src/profiles/select-controls.ts";
import { trafficQuestions } from "../../src/profiles/traffic-questions.ts";
import { unboundChecks } from "../../src/profiles/unbound-checks.ts";

const root = join(import.meta.dirname, "..", "..");
const controls = families.flatMap((family) => family.controls);
const checkIds = new Set(checks.map(({ id }) => id));
const asked = new Set(controls.flatMap(({ asks }) => asks.map(({ check }) => check)));

test("there are at least 100 controls, each with an id of its own", () => {
  expect(controls.length).toBeGreaterThanOrEqual(100);
  expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length);
  expect(new Set(families.map(({ prefix }) => prefix)).size).toBe(families.length);
  for (const { id } of controls) expect(id).toMatch(/^[A-Z]{3,4}-\d{2}$/);
});

test.each(controls)("$id names checks that there are, or asks a person", ({ asks, question }) => {
  for (const { check } of asks) expect(checkIds.has(check) || Object.hasOwn(trafficQuestions, check), check).toBe(true);
  expect(asks.length > 0 || question !== undefined).toBe(true);
  expect(new Set(asks.map(({ check }) => check)).size).toBe(asks.length);
});

test.each(controls)("$id refers to documents with their edition and a section", ({ references }) => {
  expect(references.length).toBeGreaterThan(0);
  for (const { document, edition, section } of references) {
    expect(documents[document]?.edition).toBe(edition);
    expect(edition).not.toBe("");
    expect(section.trim()).not.toBe("");
  }
});

test("every check decides a control, or stands among those that need none with its reason", () => {
  for (const id of checkIds)
    expect(
      asked.has(id) || (unboundChecks[id] ?? "") !== "",
      `${id}: put it into a control, or into unbound-checks.ts`,
    ).toBe(true);
  for (const id of Object.keys(unboundChecks)) expect(checkIds.has(id) && !asked.has(id), id).toBe(true);
});

test("every control is in a profile, and every promise's controls are in its profile", () => {
  const inProfiles = new Set(
    profiles.flatMap((each) => selectControls(each, families).map(({ control }) => control.id)),
  );
  expect(controls.filter(({ id }) => !inProfiles.has(id)).map(({ id }) => id)).toEqual([]);
  for (const profile of profiles) {
    const own = new Set(selectControls(profile, families).map(({ control }) => control.id));
    for (const claim of profile.claims ?? [])
      for (const id of [...claim.controls, ...(claim.ownersPart ?? [])]) expect(own.has(id), id).toBe(true);
  }
  expect(profiles.map(({ id }) => id).sort()).toEqual(["company-phone", "owner", "person-at-risk", "vendor-claims"]);
});

test("a profile that names a control that there is not is a fault", () => {
  const [first] = profiles;
  if (!first) throw new Error("no profile");
  expect(() => selectControls({ ...first, required: ["ENC-99"] }, families)).toThrow(/ENC-99/);
});

test("documents that are described are referred to", () => {
  const used = new Set(controls.flatMap(({ references }) => references.map(({ document }) => document)));
  expect(Object.keys(documents).filter((name) => !used.has(name))).toEqual([]);
});

test("no title is that of a rule of the STIG or of another control, and no word promises more than was seen", () => {
  expect(new Set(controls.map(({ title }) => title)).size).toBe(controls.length);
  for (const { title, why } of controls) expect(`${title} ${why}`).not.toMatch(/\bcertified\b|\bclean\b|illegal/i);
});

const stig = join(root, "..", "shared", "data", "controls", "stig-android15-cobo.json");
test.skipIf(!existsSync(stig))("numbers of the STIG are rules of it (needs ../shared/data)", () => {
  const text = readFileSync(stig, "utf8");
  const own = controls.flatMap(({ references }) => references.filter(({ document }) => document.startsWith("DISA")));
  expect(own.length).toBeGreaterThan(20);
  for (const { section } of own) expect(text, section).toContain(`"${section}"`);
});

test("docs/controls.md is as the generator writes it (npm run controls)", () => {
  expect(readFileSync(join(root, "docs", "controls.md"), "utf8") === controlsPage()).toBe(true);
});
