import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trafficComparisonDocument, trafficReportDocument } from "../../src/centre/traffic-documents-schema.ts";
import { momentTime } from "../../src/cli/traffic-time.ts";
import type { TrafficReport } from "../../src/traffic/traffic-report.ts";
import { candor, candorHere, root } from "./run.ts";

const synthetic = join(root, "..", "shared", "traffic", "synthetic");
const at = (file: string) => join(synthetic, file);
const consent = "2026-07-01T10:05:00Z";
const truth = JSON.parse(readFileSync(at("truth.json"), "utf8")) as {
  readonly indicators: Readonly<
    Record<"gaid" | "imei" | "androidId" | "oaid" | "serial" | "mac" | "lat" | "lon", string>
  >;
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-traffic-"));
  const { gaid, imei, androidId, oaid, serial, mac, lat, lon } = truth.indicators;
  const location = { latitude: Number(lat), longitude: Number(lon) };
  writeFileSync(
    join(folder, "mine.json"),
    JSON.stringify({ advertisingId: gaid, imei, androidId, oaid, serial, mac, location }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function reported(...args: string[]): Promise<TrafficReport> {
  const { out, err } = await candor([
    "traffic",
    "report",
    "--json",
    "--consent",
    consent,
    "--fail-on",
    "never",
    ...args,
  ]);
  expect(err).toBe("");
  const report = JSON.parse(out) as TrafficReport;
  expect(trafficReportDocument.strict().safeParse(report).error).toBeUndefined();
  return report;
}

test("the capture and the HAR of one scenario name the same recipients, places and moments", async () => {
  const capture = await reported(at("pcapdroid.pcap"), at("pm-list-packages-U.txt"));
  const har = await reported(at("pcapdroid.har"));
  const rows = ({ flows }: TrafficReport) =>
    flows
      // A proxy does not see what is no HTTP.
      .filter(({ port }) => port !== 5222)
      .map(({ host, recipient, place, standing, moment }) => [
        host,
        recipient.company,
        place.country,
        standing,
        moment,
      ]);
  expect(rows(har)).toEqual(rows(capture));
  expect(capture.flows.every(({ app }) => app?.package)).toBe(true);
  expect(har.records[0]?.cannotTell).toContain("app");
  expect(capture.flows.find(({ host }) => host === "cdn.news.example")?.place).toMatchObject({
    country: null,
    reason: "anycast",
  });
  expect(capture.attributions.join()).toContain("IP Geolocation by DB-IP");
}, 60_000);

test("with known values it is said where they went, and no value is in the report", async () => {
  const report = await reported(at("mitmproxy.har"), "--known", join(folder, "mine.json"));
  const rules = new Set(report.findings.map(({ rule }) => rule));
  for (const rule of [
    "cleartext-personal-data",
    "hardware-id",
    "precise-location",
    "tracker-before-consent",
    "installed-app-list",
  ])
    expect(rules).toContain(rule);
  const text = JSON.stringify(report);
  for (const value of [truth.indicators.gaid, truth.indicators.imei, truth.indicators.androidId, truth.indicators.oaid])
    expect(text).not.toContain(value);
}, 60_000);

test("people get sentences and tables, spreadsheets lines, and scripts an exit code", async () => {
  const args = ["traffic", "report", at("pcapdroid.pcap"), "--consent", consent];
  const { code, out } = await candor(args);
  expect(code).toBe(1);
  for (const text of [
    "Findings (",
    "Who got it",
    "Where the servers stand",
    "Not to be seen",
    "not legal advice",
    "(EU) 2023/1795",
  ])
    expect(out).toContain(text);
  const csv = (await candor([...args, "--csv"])).out.split("\r\n");
  expect(csv.length).toBe(19);
  expect(csv[10]).toContain("Diet, Health & Co");
  const wrong = await candor(["traffic", "report", join(synthetic, "truth.json")]);
  expect(wrong).toMatchObject({ code: 3, out: "" });
  expect(wrong.err).toContain("truth.json cannot be read");
  expect((await candor(["traffic", "report", "x", "--consent", "yesterday"])).code).toBe(2);
}, 60_000);

test.each(["adguardhome-querylog.json", "nextdns.csv", "pihole.log"])(
  "%s tells of names that were looked up, and not of connections",
  async (name) => {
    const { out } = await candorHere(["traffic", "report", at(name)]);
    const text = out.slice(0, out.indexOf("Not to be seen") + 2000);
    expect(text).toMatch(/^\d+ look-ups of names/);
    expect(text).toMatch(/Look-ups/);
    expect(text).not.toMatch(/^\d+ connections|of \d+ connections|\bConn\./m);
  },
  60_000,
);

test("--html writes one page that asks nothing of anybody, and in which outside text stays text", async () => {
  const out = join(folder, "report.html");
  const { code, err } = await candorHere([
    "traffic",
    "report",
    at("pcapdroid.pcap"),
    "--consent",
    consent,
    "--html",
    out,
  ]);
  expect({ code, err }).toMatchObject({ code: 1 });
  const page = readFileSync(out, "utf8");
  expect(page.startsWith("<!doctype html>")).toBe(true);
  // Of a page of this size only what is missing is told.
  const wanted = ["All connections", "Diet, Health &amp; Co", "dec_impl/2023/1795", "<svg", "not legal advice"];
  expect(wanted.filter((text) => !page.includes(text))).toEqual([]);
  const asking = /<script|<link|<img|<iframe|@import|url\(\s*["']?http| on\w+=/i;
  expect(asking.exec(page)?.[0]).toBeUndefined();
}, 60_000);

test("a redacted record holds no value that was named", async () => {
  const out = join(folder, "shared.har");
  const { err } = await candor([
    "traffic",
    "report",
    at("mitmproxy.har"),
    "--known",
    join(folder, "mine.json"),
    "--redact",
    out,
  ]);
  expect(err).toContain("look through it");
  const text = readFileSync(out, "utf8");
  for (const value of [truth.indicators.gaid, truth.indicators.imei, truth.indicators.androidId])
    expect(text).not.toContain(value);
  expect(text).toContain("api.dietco.example");
}, 60_000);

test("two records are compared app by app", async () => {
  const { code, out } = await candor([
    "traffic",
    "compare",
    at("diet-before-consent.har"),
    at("diet-after-consent.har"),
  ]);
  expect(code).toBe(1);
  expect(out).toContain("new trackers: AppsFlyer");
  expect(out).toContain("gone trackers: Meta, Alibaba");
  const alike = await candor(["traffic", "compare", "--json", at("mitmproxy.har"), at("pcapdroid.har")]);
  expect(alike.code).toBe(0);
  expect(trafficComparisonDocument.strict().safeParse(JSON.parse(alike.out)).error).toBeUndefined();
}, 60_000);

test("what was sent is held against the permissions that an examination has read", async () => {
  const file = join(folder, "examination.json");
  await candor(["check", "virtual:hyperos", "--save", file], { CANDOR_HOME: join(folder, "home") });
  // The app of the record takes the place of one that may read the location.
  const holder = "com.google.android.gms";
  const saved = readFileSync(file, "utf8");
  expect(saved).toContain(`"${holder}"`);
  writeFileSync(file, saved.replaceAll(`"${holder}"`, '"org.example.diet"'));
  const { findings } = await reported(at("pcapdroid.pcapng"), "--snapshot", file);
  const found = findings.filter(({ rule }) => rule === "data-and-permissions");
  expect(found.map(({ messageKey, params }) => [messageKey, params["data"]])).toContainEqual(["allowed", "location"]);
}, 60_000);

test("a recording of the virtual phone is kept, marked, and reported with the gap that the phone's count shows", async () => {
  const env = { CANDOR_HOME: join(folder, "home") };
  const recording = candor(["traffic", "record", "virtual:hyperos+pcapdroid", "--json"], env, {
    onErr: (err, child) => {
      if (err.includes("Recording")) setTimeout(() => child.kill("SIGINT"), 6000);
    },
  });
  const { code, out } = await recording;
  expect(code).toBe(0);
  const recorded = JSON.parse(out) as { readonly place: { readonly id: string }; readonly whole: boolean };
  expect(recorded.whole).toBe(true);
  expect((await candor(["traffic", "mark", "refused", "--at", "2020-01-01T00:00"], env)).out).toContain(
    "that you refused",
  );
  const { out: text } = await candor(["traffic", "report", recorded.place.id, "--json", "--fail-on", "never"], env);
  const report = JSON.parse(text) as TrafficReport;
  expect(report.marks).toMatchObject([{ kind: "refused" }]);
  expect(report.counted.length).toBeGreaterThan(0);
  expect(report.flows.every(({ moment, app }) => moment === "after-refusal" && app?.package)).toBe(true);
}, 60_000);

test("times are taken as people write them", () => {
  const now = new Date(2026, 6, 1, 12).getTime();
  expect(momentTime("10:05", now)).toBe(new Date(2026, 6, 1, 10, 5).getTime());
  expect(momentTime("2026-07-01T10:05:00Z")).toBe(Date.UTC(2026, 6, 1, 10, 5));
  expect(momentTime("2026-07-01 10:05")).toBe(new Date(2026, 6, 1, 10, 5).getTime());
  for (const text of ["25:00", "10:60", "2026", "soon"]) expect(() => momentTime(text, now)).toThrow(SyntaxError);
});
