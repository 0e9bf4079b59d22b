import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, expect, test } from "vitest";
import { appAssessmentDocument } from "../../src/centre/app-assessment-schema.ts";
import type { AppAssessment } from "../../src/core/app-assessment.ts";
import { signerRing } from "../../src/phone/apk/signer-ring.ts";
import { buildPlantedApp, plantedApps } from "../../src/phone/models/planted-apps.ts";
import { candorHere, root } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-assess-apps-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const apk = (name: string) => join(root, "..", "shared", "apks", name);

async function assessed(input: string, ...args: readonly string[]): Promise<AppAssessment> {
  const { out, err, code } = await candorHere(["assess", input, "--app-profile", "--json", ...args]);
  expect(err).toBe("");
  const document: unknown = JSON.parse(out);
  expect(appAssessmentDocument.safeParse(document).error).toBeUndefined();
  const assessment = document as AppAssessment;
  isHonest(assessment, code);
  return assessment;
}

/** What holds of every assessment of apps. */
function isHonest({ apps, summary, notice }: AppAssessment, code: number | null): void {
  expect(notice).toContain("not a certificate");
  expect(summary.apps).toBe(apps.length);
  expect(code).toBe(summary.notSatisfied > 0 ? 1 : summary.notDeterminable > 0 ? 4 : 0);
  for (const { results, summary: counts, name } of apps) {
    expect(counts.satisfied + counts.notSatisfied + counts.notDeterminable + counts.notApplicable).toBe(counts.total);
    expect(results).toHaveLength(counts.total);
    for (const { state, reason, evidence, id, basis } of results) {
      expect(reason, `${name} ${id}`).not.toBe("");
      if (basis === "person") continue;
      if (state === "satisfied")
        expect(
          evidence.every(({ speaks }) => speaks === "for"),
          id,
        ).toBe(true);
      if (state === "not-satisfied") expect(evidence.flatMap(({ findings }) => findings).length, id).toBeGreaterThan(0);
    }
  }
}

const state = ({ apps }: AppAssessment, id: string) => apps[0]?.results.find((result) => result.id === id)?.state;

test("an app file is held against the profile for apps", async () => {
  const bank = await assessed(apk("gh-insecurebankv2.apk"));
  expect(bank.apps).toHaveLength(1);
  expect(bank.apps[0]).toMatchObject({ package: "com.android.insecurebankv2", missing: [] });
  for (const id of ["ARE-01", "ANT-01", "ARE-03", "APL-01"]) expect(state(bank, id), id).toBe("not-satisfied");
  for (const id of ["ARE-02", "AST-03", "ACD-03"]) expect(state(bank, id), id).toBe("satisfied");
  expect(state(bank, "ANT-05")).toBe("not-applicable");
  for (const id of ["ACR-02", "APV-06"]) expect(state(bank, id), id).toBe("not-determinable");
});

test("what no file tells a person can answer, about one app", async () => {
  const { out } = await candorHere(["profiles", "answers", "app"]);
  const blank = JSON.parse(out) as { answers: { control: string; answer: string | null }[]; by: string | null };
  expect(blank.answers.map(({ control }) => control)).toContain("APV-06");
  for (const each of blank.answers) each.answer = "yes";
  blank.by = "Ann";
  const path = join(folder, "answers.json");
  writeFileSync(path, JSON.stringify(blank));
  const bank = await assessed(apk("gh-insecurebankv2.apk"), "--answers", path);
  expect(bank.answeredBy).toBe("Ann");
  expect(state(bank, "APV-06")).toBe("satisfied");
  expect(bank.apps[0]?.results.find(({ id }) => id === "APV-06")?.basis).toBe("person");
  const many = await candorHere([
    "assess",
    "virtual:stalked",
    "--app-profile",
    "--answers",
    path,
    "--progress",
    "none",
  ]);
  expect(many.code).toBe(3);
  expect(many.err).toContain("--app");
  expect((await candorHere(["profiles"])).out).toMatch(/^app /m);
  expect((await candorHere(["profiles", "show", "app"])).out).toContain("ARE-01");
});

test("text, CSV and the other name of the profile tell the same", async () => {
  const file = apk("gh-insecurebankv2.apk");
  const { out, code } = await candorHere(["assess", file, "--profile", "app"]);
  expect(code).toBe(1);
  expect(out).toContain("ARE-01 The app is closed to debuggers (required, high)");
  expect(out).toContain("not a certificate");
  expect(out).not.toMatch(/\bclean\b|\bscore\b/);
  const verbose = await candorHere(["assess", file, "--app-profile", "--verbose"]);
  expect(verbose.out).toContain("MASVS-RESILIENCE-4");
  expect(verbose.out).toContain("In AndroidManifest.xml");
  const csv = await candorHere(["assess", file, "--app-profile", "--csv"]);
  const [head, ...rows] = csv.out.trimEnd().split("\r\n");
  expect(head?.startsWith("app,package,version,sha256,control")).toBe(true);
  expect(rows).toHaveLength(31);
  expect(rows.every((row) => row.includes("com.android.insecurebankv2"))).toBe(true);
});

const published = join(root, "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

test("SARIF of many apps keeps to the published schema, each result at its app", async () => {
  const path = join(folder, "apps.sarif");
  const assessment = await assessed("virtual:stalked", "--progress", "none", "--sarif", path);
  expect(assessment.apps.length).toBeGreaterThan(3);
  const log = JSON.parse(readFileSync(path, "utf8"));
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(published, "utf8"));
  const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(schema);
  validate(log);
  expect(validate.errors).toBeNull();
  const [run] = log.runs;
  expect(run.logicalLocations).toHaveLength(assessment.apps.length);
  expect(run.results).toHaveLength(assessment.apps.length * 31);
  for (const each of run.results) expect(run.tool.driver.rules[each.ruleIndex].id).toBe(each.ruleId);
});

test("an examination whose files are gone tells what it kept, and nothing that it did not", async () => {
  const path = join(folder, "examination.json");
  const { err } = await candorHere(["check", "virtual:stalked", "--progress", "none", "--save", path]);
  expect(err).not.toContain("fault");
  const phone = await assessed(path);
  expect(phone.apps.length).toBeGreaterThan(3);
  for (const app of phone.apps) {
    expect(app.missing.length, app.name).toBeGreaterThan(0);
    const told = app.results.filter((each) => each.state === "satisfied").map(({ id }) => id);
    expect(["ANT-01", "ACD-04"]).toEqual(expect.arrayContaining(told));
  }
  expect(phone.apps.some(({ results }) => results.some((each) => each.state === "not-satisfied"))).toBe(true);
  const [one] = phone.apps;
  const alone = await assessed(path, "--app", one?.package ?? "");
  expect(alone.apps.map((app) => app.package)).toEqual([one?.package]);
  expect((await candorHere(["assess", path, "--app", "no.such.app"])).code).toBe(3);
});

test("what an app says of itself stays text in every output", async () => {
  const planted = plantedApps.find(({ id }) => id === "stalker");
  if (!planted) throw new Error("no planted app");
  const label = { "": '\u001b[31m</script><img src=x onerror=alert(1)>\u202e,"=1+1\n' };
  const files = await buildPlantedApp({ ...planted, apk: { ...planted.apk, label } }, signerRing());
  const [base] = files.values();
  if (!base) throw new Error("no file");
  const path = join(folder, "evil.apk");
  writeFileSync(path, base);
  for (const args of [[], ["--verbose"], ["--csv"]]) {
    const { out, code } = await candorHere(["assess", path, "--app-profile", ...args]);
    expect(code).toBe(1);
    expect(out).toContain("img src=x");
    expect(out).not.toMatch(/[\u001b\u202e]/);
  }
  const sarif = join(folder, "evil.sarif");
  await assessed(path, "--sarif", sarif);
  expect(readFileSync(sarif, "utf8")).not.toMatch(/u001b|[\u001b\u202e]/);
});

test("what is no app is refused with its reason", async () => {
  const path = join(folder, "nothing.apk");
  writeFileSync(path, "no zip at all");
  const { out, err, code } = await candorHere(["assess", path, "--app-profile"]);
  expect({ out, code }).toEqual({ out: "", code: 3 });
  expect(err).toContain("nothing.apk");
  const cut = readFileSync(apk("evil/generated-22-truncated-half.apk"));
  writeFileSync(path, cut);
  expect((await candorHere(["assess", path, "--app-profile"])).code).toBe(3);
  expect((await candorHere(["assess", apk("gh-insecurebankv2.apk"), "--app-profile", "--json", "--csv"])).code).toBe(2);
});
