import { expect, test } from "vitest";
import { appAnswers } from "../../src/apps/app-answers.ts";
import { appFamilies } from "../../src/profiles/app-controls.ts";
import { appProfile } from "../../src/profiles/app-profile.ts";
import { appQuestions } from "../../src/profiles/app-questions.ts";
import { assessApp } from "../../src/profiles/assess-app.ts";
import { families } from "../../src/profiles/controls/index.ts";
import { documents } from "../../src/profiles/documents.ts";
import { selectControls } from "../../src/profiles/select-controls.ts";

const controls = appFamilies.flatMap((family) => family.controls);
const nothing = { package: "", records: [], missing: [], day: null, holes: { holes: [] } };
/** How many controls each group of MASVS v2.1 has. */
const groups = { STORAGE: 2, CRYPTO: 2, AUTH: 3, NETWORK: 2, PLATFORM: 3, CODE: 4, RESILIENCE: 4, PRIVACY: 4 };

test("ids are their own, beside those of the controls for phones", () => {
  const all = [...controls, ...families.flatMap((family) => family.controls)].map(({ id }) => id);
  expect(new Set(all).size).toBe(all.length);
  for (const { id } of controls) expect(id).toMatch(/^[A-Z]{3}-\d{2}$/);
  expect(new Set(controls.map(({ title }) => title)).size).toBe(controls.length);
});

test("every question is asked by one control, and answered once", () => {
  const asked = controls.flatMap(({ asks }) => asks.map(({ check }) => check)).sort();
  const answered = appAnswers(nothing)
    .map(({ check }) => check)
    .sort();
  expect(asked).toEqual(Object.keys(appQuestions).sort());
  expect(answered).toEqual(asked);
});

test("every control is in the profile, and asks the files or a person", () => {
  const selected = selectControls(appProfile, appFamilies).map(({ control }) => control.id);
  expect(selected.sort()).toEqual(controls.map(({ id }) => id).sort());
  for (const { asks, question } of controls) expect(asks.length > 0).toBe(question === undefined);
});

test.each(controls)(
  "$id names controls of MASVS that there are, and documents with their edition",
  ({ references }) => {
    const [first] = references;
    expect(first?.document).toBe("OWASP MASVS");
    for (const { document, edition, section } of references) {
      expect(documents[document]?.edition).toBe(edition);
      if (document === "OWASP MASTG") expect(section).toMatch(/^MASTG-TEST-0[23]\d\d$/);
      if (document !== "OWASP MASVS") continue;
      const [, group = "", number] = /^MASVS-([A-Z]+)-(\d)$/.exec(section) ?? [];
      expect(Number(number), section).toBeLessThanOrEqual(groups[group as keyof typeof groups] ?? 0);
    }
  },
);

test("no word promises more than was seen", () => {
  for (const { title, why } of controls)
    expect(`${title} ${why}`).not.toMatch(/\bcertified\b|\bclean\b|illegal|\bsafe\b/i);
});

test("an app of which nothing was read satisfies nothing", () => {
  const { summary, results } = assessApp(appAnswers(nothing));
  expect(summary.notDeterminable).toBe(controls.length);
  expect(results.every(({ state }) => state === "not-determinable")).toBe(true);
});
