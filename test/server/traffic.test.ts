import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeskReport, TrafficSummary } from "../../src/centre/traffic-desk.ts";
import type { ReportLetter } from "../../src/centre/traffic-letter.ts";
import { done, type Visited, visit } from "./browser.ts";

const synthetic = join(import.meta.dirname, "..", "..", "..", "shared", "traffic", "synthetic");
let visited: Visited;
beforeAll(async () => {
  visited = await visit();
});
afterAll(async () => await visited.close());

const bytes = { "content-type": "application/octet-stream" };
const question = { records: [], region: "EU", marks: [], nothingChosen: false };

async function drop(name: string): Promise<string> {
  const body = await readFile(join(synthetic, name));
  const path = `/traffic/files?name=${encodeURIComponent(name)}`;
  return (await visited.json<{ id: string }>(path, { body, headers: bytes })).id;
}

async function judged(names: readonly string[], more: object = {}): Promise<TrafficSummary> {
  const files: string[] = [];
  for (const name of names) files.push(await drop(name));
  return done(await visited.job<TrafficSummary>("/traffic/reports", { body: { ...question, files, ...more } }));
}

const get = (id: string) => visited.json<DeskReport>(`/traffic/reports/${id}`);
const uploads = async () => await readdir(join(visited.folder, "uploads")).catch(() => []);

test("files that are dropped together are judged together, and told whole", async () => {
  const summary = await judged(["pcapdroid.pcapng", "pm-list-packages-U.txt"]);
  expect(summary).toMatchObject({ files: ["pcapdroid.pcapng"], connections: 17, kept: false, region: "EU" });
  const { report } = await get(summary.id);
  expect(report.apps.map(({ key }) => key)).toContain("org.example.diet");
  expect(report.attributions.join()).toContain("DB-IP");
  const { reports } = await visited.json<{ reports: TrafficSummary[] }>("/traffic");
  expect(reports.map(({ id }) => id)).toContain(summary.id);
});

test("a record is judged again by another choice and region, in place of the report before", async () => {
  const first = await judged(["diet-before-consent.har"]);
  const { question: asked } = await get(first.id);
  const marks = [{ at: Date.UTC(2026, 5, 1), kind: "refused", text: "refused", app: null }];
  const body = { ...asked, marks, region: "BR", instead: first.id };
  const second = done(await visited.job<TrafficSummary>("/traffic/reports", { body }));
  expect(second.region).toBe("BR");
  const { report } = await get(second.id);
  expect(new Set(report.flows.map(({ moment }) => moment))).toEqual(new Set(["after-refusal"]));
  expect((await visited.ask(`/api/v1/traffic/reports/${first.id}`)).status).toBe(404);
});

test("a report is kept only where asked, and put away with its files", async () => {
  const { id } = await judged(["diet-after-consent.har"]);
  const folder = join(visited.folder, "traffic-reports");
  expect(await readdir(folder).catch(() => [])).toEqual([]);
  const before = (await uploads()).length;
  await visited.json(`/traffic/reports/${id}/keep`, { method: "POST" });
  expect(await readdir(folder)).toEqual([`${id}.json`]);
  expect((await get(id)).kept).toBe(true);
  await visited.json(`/traffic/reports/${id}`, { method: "DELETE" });
  expect(await readdir(folder)).toEqual([]);
  expect((await uploads()).length).toBe(before - 1);
  expect((await visited.ask(`/api/v1/traffic/reports/${id}`)).status).toBe(404);
});

test("what is no record is told, by its content", async () => {
  const path = "/traffic/files?name=capture.pcap";
  const body = new TextEncoder().encode("hello\n".repeat(100));
  const { id } = await visited.json<{ id: string }>(path, { body, headers: bytes });
  const ended = await visited.job("/traffic/reports", { body: { ...question, files: [id] } });
  expect(ended).toMatchObject({ type: "failed", failure: { code: "unreadable" } });
  const gone = await visited.job("/traffic/reports", { body: { ...question, files: ["0123456789"] } });
  expect(gone).toMatchObject({ type: "failed", failure: { code: "absent" } });
});

test("ids reach nothing but reports", async () => {
  for (const id of ["..%2f..%2fpage-settings", "../files", "0".repeat(18), "x".repeat(200)])
    expect((await visited.ask(`/api/v1/traffic/reports/${id}`)).status, id).toBe(404);
});

test("a letter names what was recorded, and nobody is sent anything", async () => {
  const { id } = await judged(["pcapdroid.pcapng", "pm-list-packages-U.txt"]);
  const wish = { company: "Xiaomi", kind: "access", name: "Ana Example", address: null, email: null };
  const write = async (more: object) =>
    await visited.json<ReportLetter>(`/traffic/reports/${id}/letter`, {
      body: { ...wish, language: "de", identity: [], file: false, ...more },
    });
  const german = await write({});
  expect(german).toMatchObject({ language: "de", request: null });
  expect(german.text).toContain("tracking.intl.miui.com");
  expect(german.text).toContain("Art. 15");
  expect(german.text).not.toMatch(/[{}]/);
  const filed = await write({ language: "zh", file: true });
  expect(filed.request).toBe(1);
  const unknown = await write({ company: "<b>Nobody & Co</b>", language: "en" });
  expect(unknown.to).toMatchObject({ address: null, email: null });
  expect(unknown.html).not.toContain("<b>Nobody");
}, 30_000);

test("records and reports are gone for whoever locks Candor", async () => {
  const { id } = await judged(["diet-after-consent.har"]);
  const passphrase = "correct horse battery staple 42";
  await visited.json("/privacy/set", { body: { passphrase } });
  await visited.json("/privacy/lock", { method: "POST" });
  expect((await visited.ask(`/api/v1/traffic/reports/${id}`)).status).toBe(423);
  expect(await uploads()).toEqual([]);
  const body = await readFile(join(synthetic, "diet-after-consent.har"));
  expect((await visited.ask("/api/v1/traffic/files?name=x", { method: "POST", body, headers: bytes })).status).toBe(
    423,
  );
  expect(await uploads()).toEqual([]);
  await visited.json("/privacy/unlock", { body: { passphrase } });
  expect((await visited.ask(`/api/v1/traffic/reports/${id}`)).status).toBe(404);
}, 60_000);
