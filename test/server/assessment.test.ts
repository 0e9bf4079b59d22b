import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AssessmentComparison } from "../../src/centre/assess.ts";
import type { KeptAssessment } from "../../src/centre/assess-kept.ts";
import { profiles } from "../../src/profiles/index.ts";
import { candorHere } from "../cli/run.ts";
import { done, examined, type Visited, visit } from "./browser.ts";

let visited: Visited;
let clock = Date.UTC(2026, 10, 22);
let id = "";
beforeAll(async () => {
  visited = await visit({ now: () => (clock += 1000) });
  id = await examined(visited, "virtual:hyperos");
});
afterAll(async () => await visited.close());

const assess = (examination: string, profile: string) =>
  visited.json<KeptAssessment>(`/examinations/${examination}/assessment?profile=${profile}`);
const answer = (control: string, said: string | null, note: string | null = null, examination = id) =>
  visited.ask(`/api/v1/examinations/${examination}/answers`, { method: "PUT", body: { control, answer: said, note } });

test("every profile: four counts that add up, each control with how it is decided, families in their order", async () => {
  const { profiles: listed } = await visited.json<{ profiles: { id: string }[] }>("/profiles");
  expect(listed.map((each) => each.id)).toEqual(profiles.map((each) => each.id));
  for (const profile of listed) {
    const { assessment, controls, families, earlier } = await assess(id, profile.id);
    const { total, satisfied, notSatisfied, notDeterminable, notApplicable } = assessment.summary;
    expect(satisfied + notSatisfied + notDeterminable + notApplicable).toBe(total);
    expect(controls.map((each) => each.id)).toEqual(assessment.results.map((each) => each.id));
    expect(families.map((each) => each.id)).toEqual([...new Set(assessment.results.map(({ family }) => family))]);
    expect(earlier).toEqual([]);
  }
  expect((await assess(id, "vendor-claims")).assessment.claims.length).toBeGreaterThan(5);
});

test("an answer by hand decides what no check could, is kept with its day, counts in the terminal, too, and can be taken back", async () => {
  const question = "UPD-09";
  const of = async () => (await assess(id, "owner")).assessment.results.find((each) => each.id === question);
  expect(await of()).toMatchObject({ state: "not-determinable", answer: null });
  expect((await answer(question, "yes", " Maker's page ")).status).toBe(200);
  expect(await of()).toMatchObject({
    state: "satisfied",
    basis: "person",
    answer: { answer: "yes", note: "Maker's page", on: "2026-11-22" },
  });
  // A check that decided goes before the person.
  expect((await answer("APP-15", "yes")).status).toBe(200);
  // The same phone in the terminal: its answers are known by its serial number.
  const kept = JSON.parse(await readFile(join(visited.folder, "assessment", "answers.json"), "utf8")) as unknown[];
  expect(kept).toHaveLength(1);
  const { out, err } = await candorHere(["assess", "virtual:hyperos", "--no-apps", "--json"], {
    CANDOR_HOME: visited.folder,
    XDG_RUNTIME_DIR: visited.folder,
  });
  expect(err).toContain("kept for this phone");
  const { results } = JSON.parse(out) as KeptAssessment["assessment"];
  expect(results.find((each) => each.id === question)).toMatchObject({ state: "satisfied", basis: "person" });
  expect((await answer(question, null)).status).toBe(200);
  expect(await of()).toMatchObject({ state: "not-determinable", answer: null });
}, 60_000);

test("several answers at once are all kept", async () => {
  const controls = ["ENC-06", "LOCK-15", "UPD-09"];
  await Promise.all(controls.map((control) => answer(control, "no")));
  const { results } = (await assess(id, "owner")).assessment;
  expect(results.filter((each) => controls.includes(each.id)).map((each) => each.answer?.answer)).toEqual([
    "no",
    "no",
    "no",
  ]);
});

test("what is no control, no question, no profile or no examination is refused", async () => {
  const absent = "20260101T000000-00000000";
  expect((await answer("BOOT-01", "yes")).status).toBe(400);
  expect((await answer("XXX-99", "yes")).status).toBe(400);
  expect((await answer("../../x", "yes")).status).toBe(400);
  expect((await answer("UPD-09", "perhaps")).status).toBe(400);
  expect((await answer("UPD-09", "yes", "x".repeat(501))).status).toBe(400);
  expect((await answer("UPD-09", "yes", null, absent)).status).toBe(404);
  const status = async (path: string) => (await visited.ask(`/api/v1${path}`)).status;
  expect(await status(`/examinations/${id}/assessment?profile=nobody`)).toBe(400);
  expect(await status(`/examinations/${id}/assessment?profile=owner&traffic=x`)).toBe(400);
  expect(await status(`/examinations/${absent}/assessment?profile=owner`)).toBe(404);
  expect(await status(`/examinations/${id}/assessment/comparison?profile=owner&before=${absent}`)).toBe(404);
});

test("two examinations of one phone are compared control by control", async () => {
  const phone = "virtual:hyperos";
  const calls = [{ action: "set-global-setting", params: { key: "http_proxy", value: "192.0.2.1:8080" } }];
  const { digest } = await visited.json<{ digest: string }>("/plan", { body: { phone, calls } });
  done(await visited.job("/apply", { body: { phone, calls, agreed: digest } }));
  const later = await examined(visited, phone);
  expect((await assess(later, "owner")).earlier.map((each) => each.id)).toEqual([id]);
  const path = `/examinations/${later}/assessment/comparison?profile=owner&before=${id}`;
  const { controls } = await visited.json<AssessmentComparison>(path);
  expect(controls).toContainEqual(
    expect.objectContaining({ id: "NET-02", before: "satisfied", after: "not-satisfied" }),
  );
});

test("a report on traffic answers what no check can", async () => {
  const body = await readFile(
    join(import.meta.dirname, "..", "..", "..", "shared", "traffic", "synthetic", "diet-before-consent.har"),
  );
  const headers = { "content-type": "application/octet-stream" };
  const { id: file } = await visited.json<{ id: string }>("/traffic/files?name=diet.har", { body, headers });
  const asked = { files: [file], records: [], region: "EU", marks: [], nothingChosen: true };
  const traffic = done(await visited.job<{ id: string }>("/traffic/reports", { body: asked })).id;
  const consent = async (more: string) => {
    const path = `/examinations/${id}/assessment?profile=vendor-claims${more}`;
    const { assessment } = await visited.json<KeptAssessment>(path);
    return assessment.results.find((each) => each.id === "PRV-15");
  };
  expect(await consent("")).toMatchObject({ state: "not-determinable" });
  expect(await consent(`&traffic=${traffic}`)).toMatchObject({ state: "not-satisfied", basis: "checks" });
});

test("files: each of its kind, as a download that runs nothing, with a name made here", async () => {
  const file = async (format: string, profile = "owner") => {
    const body = { profile, format };
    const answered = await visited.ask(`/api/v1/examinations/${id}/assessment/file`, { body });
    return { status: answered.status, headers: answered.headers, text: await answered.text() };
  };
  const html = await file("html");
  expect(html.text).toMatch(/^<!doctype html>/);
  expect(html.headers.get("content-disposition")).toMatch(
    /^attachment; filename="candor-[a-z0-9-]+-owner-2026-11-22\.html"$/,
  );
  expect(html.headers.get("content-security-policy")).toContain("sandbox");
  expect((await file("csv")).text.split("\r\n").length).toBeGreaterThan(50);
  expect(JSON.parse((await file("oscal")).text)).toHaveProperty("assessment-results");
  expect(JSON.parse((await file("sarif")).text)).toMatchObject({ version: "2.1.0" });
  expect(JSON.parse((await file("json")).text)).toMatchObject({ schema: "candor.assessment/1" });
  expect((await file("docx")).status).toBe(400);
  expect((await file("html", "nobody")).status).toBe(400);
});

test("locked: nothing of it is told", async () => {
  await visited.json("/privacy/set", { body: { passphrase: "copper lantern meadow outrun", minutes: 5 } });
  expect((await answer("UPD-09", "yes")).status).toBe(200);
  await visited.json("/privacy/lock", { body: {} });
  for (const path of [`/examinations/${id}/assessment?profile=owner`, `/examinations/${id}/history`])
    expect((await visited.ask(`/api/v1${path}`)).status).toBe(423);
  expect((await answer("UPD-09", "yes")).status).toBe(423);
  await expect(readFile(join(visited.folder, "assessment", "answers.json"))).rejects.toThrow();
  await visited.json("/privacy/unlock", { body: { passphrase: "copper lantern meadow outrun", minutes: 5 } });
  const { results } = (await assess(id, "owner")).assessment;
  expect(results.find((each) => each.id === "UPD-09")?.answer?.answer).toBe("yes");
}, 60_000);
