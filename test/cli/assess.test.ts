import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { assessmentComparisonDocument, assessmentDocument } from "../../src/centre/assessment-schema.ts";
import { keepAnswer } from "../../src/centre/kept-answers.ts";
import { findChromium } from "../../src/centre/letter-pdf.ts";
import { openPrivate } from "../../src/centre/private-store.ts";
import type { Assessment } from "../../src/core/assessment.ts";
import { createPhone, models } from "../../src/phone/models/index.ts";
import { candorHere, captures } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-assess-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function assessed(...args: readonly string[]): Promise<Assessment> {
  const { out, err, code } = await candorHere(["assess", ...args, "--json"]);
  expect(err).toBe("");
  expect([0, 1, 4]).toContain(code);
  const document: unknown = JSON.parse(out);
  expect(assessmentDocument.safeParse(document).error).toBeUndefined();
  return document as Assessment;
}

const state = ({ results }: Assessment, id: string) => results.find((result) => result.id === id)?.state;

/** What holds of every assessment, whatever the phone. */
function isHonest({ results, summary, claims }: Assessment): void {
  const { total, satisfied, notSatisfied, notDeterminable, notApplicable } = summary;
  expect(satisfied + notSatisfied + notDeterminable + notApplicable).toBe(total);
  expect(results).toHaveLength(total);
  for (const result of results) {
    expect(result.reason, result.id).not.toBe("");
    if (result.state !== "satisfied") continue;
    expect(result.basis, result.id).not.toBe("nothing");
    if (result.basis === "checks") {
      expect(
        result.evidence.some(({ speaks }) => speaks === "for"),
        result.id,
      ).toBe(true);
      // Only where one answer is enough may others speak against.
      if (!result.rule.startsWith("One of"))
        expect(
          result.evidence.every(({ speaks, state }) => speaks === "for" || state === "not-applicable"),
          result.id,
        ).toBe(true);
    }
  }
  for (const { verdict, controls } of claims) {
    const own = results.filter(({ id }) => controls.includes(id)).map((result) => result.state);
    if (verdict === "verified")
      expect(own.every((each) => each === "satisfied" || each === "not-applicable")).toBe(true);
    if (verdict === "contradicted") expect(own).toContain("not-satisfied");
  }
}

test.each(models.map(({ id }) => id))("virtual:%s is assessed against every profile, honestly", async (id) => {
  for (const profile of ["owner", "person-at-risk", "company-phone", "vendor-claims"]) {
    const assessment = await assessed(`virtual:${id}`, "--no-apps", "--profile", profile);
    isHonest(assessment);
    expect(assessment.summary.notDeterminable).toBeGreaterThan(0);
  }
});

test("the clean stock phone satisfies what it should", async () => {
  const stock = await assessed("virtual:stock");
  isHonest(stock);
  const denied = stock.results.filter((result) => result.state === "not-satisfied" && result.level === "required");
  expect(denied.map(({ id }) => id)).toEqual([]);
  for (const id of [
    "ENC-01",
    "BOOT-01",
    "BOOT-02",
    "LOCK-01",
    "UPD-01",
    "UPD-06",
    "DEV-03",
    "APP-02",
    "ACC-01",
    "THR-05",
    "NET-03",
  ])
    expect(state(stock, id), id).toBe("satisfied");
  // No check can see these, and nobody answered.
  for (const id of ["LOCK-10", "ENC-06", "DEV-02"]) expect(state(stock, id), id).toBe("not-determinable");
});

test("what is planted on other models is not satisfied", async () => {
  const rooted = await assessed("virtual:rooted", "--no-apps");
  expect(state(rooted, "BOOT-02")).toBe("not-satisfied");
  expect(state(rooted, "BOOT-10")).toBe("not-satisfied");
  const stalked = await assessed("virtual:stalked", "--no-apps", "-p", "person-at-risk");
  expect(state(stalked, "THR-01")).toBe("not-satisfied");
  const owned = await assessed("virtual:hyperos", "--no-apps", "-p", "vendor-claims");
  const promise = (assessment: Assessment, id: string) => assessment.claims.find((claim) => claim.id === id);
  // A newer system waits to be installed; an owner may unlock a bootloader.
  expect(promise(owned, "updates")?.reason).toMatch(/owner's doing: .*UPD-13/);
  const unlocked = await assessed("virtual:rooted", "--no-apps", "-p", "vendor-claims");
  expect(promise(unlocked, "verified-start")?.verdict).toBe("not-determinable");
  // What an owner switched on or left on is no word that the maker broke.
  expect(owned.claims.find(({ id }) => id === "consent")?.verdict).toBe("not-determinable");
  expect(owned.claims.find(({ id }) => id === "certification")?.verdict).toBe("not-determinable");
});

const real = existsSync(captures)
  ? readdirSync(captures, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  : [];

test.skipIf(real.length === 0).each(real)(
  "capture %s: not determinable is as many as are not read (needs ../shared)",
  async (name) => {
    const { out, code } = await candorHere(["assess", join(captures, name), "--json"]);
    // A folder that holds nothing that an examination asks for is not assessed at all.
    if (code === 3) return expect(out).toBe("");
    const assessment = JSON.parse(out) as Assessment;
    isHonest(assessment);
    const open = assessment.results.filter((result) => result.state === "not-determinable");
    expect(open.length).toBe(assessment.summary.notDeterminable);
    for (const { evidence } of open)
      expect(evidence.length === 0 || evidence.some(({ speaks }) => speaks === "not")).toBe(true);
  },
);

test("answers by hand decide what no check can, and name who gave them", async () => {
  const { out } = await candorHere(["profiles", "answers", "owner"]);
  const blank = JSON.parse(out) as { answers: { control: string; answer: string | null }[]; by: string | null };
  for (const each of blank.answers) each.answer = "yes";
  blank.by = "Ann";
  const path = join(folder, "answers.json");
  writeFileSync(path, JSON.stringify(blank));
  const assessment = await assessed("virtual:stock", "--no-apps", "--answers", path);
  expect(assessment.answeredBy).toBe("Ann");
  expect(state(assessment, "LOCK-08")).toBe("satisfied");
  expect(assessment.summary.byHand).toBeGreaterThan(5);
  isHonest(assessment);
});

test.each([
  ["{", "no JSON"],
  ['{"schema":"candor.control-answers/2","answers":[]}', "schema"],
  ['{"schema":"candor.control-answers/1","answers":[{"control":"ENC-99","answer":"yes"}]}', "ENC-99"],
  ['{"schema":"candor.control-answers/1","answers":[{"control":"ENC-06","answer":"maybe"}]}', "answer"],
  [
    '{"schema":"candor.control-answers/1","answers":[{"control":"ENC-06","answer":"yes"},{"control":"ENC-06","answer":"no"}]}',
    "twice",
  ],
])("answers that cannot be read are refused: %s", async (text, told) => {
  const path = join(folder, "bad.json");
  writeFileSync(path, text);
  const { err, code } = await candorHere(["assess", "virtual:stock", "--no-apps", "--answers", path]);
  expect(code).toBe(3);
  expect(err).toContain(told);
});

test("a profile that there is not is refused with those that there are", async () => {
  const { err, code } = await candorHere(["assess", "virtual:stock", "--profile", "nobody"]);
  expect(code).toBe(3);
  expect(err).toContain("person-at-risk");
});

test("files are written beside what is printed", async () => {
  const [html, oscal, sarif] = ["a.html", "a.oscal.json", "a.sarif"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const args = ["assess", "virtual:hyperos", "--no-apps", "-p", "vendor-claims", "--csv"];
  const { out, code } = await candorHere([...args, "--html", html, "--oscal", oscal, "--sarif", sarif]);
  expect(code).toBe(1);
  expect(out.split("\r\n")[0]).toContain("control,family");
  expect(readFileSync(html, "utf8")).toContain("Promises of the maker");
  expect(JSON.parse(readFileSync(oscal, "utf8"))["assessment-results"].results).toHaveLength(1);
  expect(JSON.parse(readFileSync(sarif, "utf8")).version).toBe("2.1.0");
});

const chromium = await findChromium(process.env);
test.skipIf(chromium === null)(
  "the page is printed as PDF (needs Chromium)",
  async () => {
    const pdf = join(folder, "a.pdf");
    const { err } = await candorHere(["assess", "virtual:stock", "--no-apps", "--pdf", pdf]);
    expect(err).toBe("");
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe("%PDF-");
  },
  90_000,
);

test("two phones are compared control by control", async () => {
  const same = await candorHere(["assess", "compare", "virtual:stock", "virtual:stock"]);
  expect(same.code).toBe(0);
  const { out, code } = await candorHere(["assess", "compare", "virtual:stock", "virtual:rooted", "--json"]);
  expect(code).toBe(1);
  expect(assessmentComparisonDocument.safeParse(JSON.parse(out)).error).toBeUndefined();
  const { controls } = JSON.parse(out) as { controls: { id: string; before: string; after: string }[] };
  expect(controls).toContainEqual(
    expect.objectContaining({ id: "BOOT-02", before: "satisfied", after: "not-satisfied" }),
  );
});

test("answers by hand that were kept decide a comparison, too, and that is said once for each phone", async () => {
  const home = mkdtempSync(join(folder, "home-"));
  const { serial } = createPhone("stock").state;
  const store = await openPrivate({ dataFolder: home, now: Date.now });
  await keepAnswer(store, serial, { control: "LOCK-08", answer: "yes", note: "" }, Date.now());
  const compare = async (...more: readonly string[]) =>
    await candorHere(["assess", "compare", "virtual:stock", "virtual:stock", ...more], { CANDOR_HOME: home });
  const { err, code } = await compare();
  expect([code, err]).toEqual([
    0,
    "1 answer by hand that was kept for this phone is used. To use others: --answers FILE\n",
  ]);
  const blank = JSON.parse((await candorHere(["profiles", "answers", "owner"])).out) as object;
  const path = join(folder, "others.json");
  writeFileSync(path, JSON.stringify(blank));
  expect((await compare("--answers", path)).err).toBe("");
});

test("profiles are listed, shown, and printed as an OSCAL catalog", async () => {
  expect((await candorHere(["profiles"])).out).toContain("vendor-claims");
  expect((await candorHere(["profiles", "show", "owner"])).out).toContain("ENC-01");
  const catalog = JSON.parse((await candorHere(["profiles", "show", "owner", "--oscal"])).out).catalog;
  expect(catalog.groups.length).toBeGreaterThan(5);
});
