import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { embeddedAdequacyDecisions } from "../../src/feeds/embedded/adequacy-decisions.ts";
import { embeddedFindingArticles } from "../../src/feeds/embedded/finding-articles.ts";
import { embeddedPrivacyLaws } from "../../src/feeds/embedded/privacy-laws.ts";
import { embeddedRecipients } from "../../src/feeds/embedded/recipients.ts";
import { embeddedTrackers } from "../../src/feeds/embedded/trackers.ts";
import { embeddedVendorEndpoints } from "../../src/feeds/embedded/vendor-endpoints.ts";
import type { Flow, TrafficRecord } from "../../src/traffic/flow.ts";
import { judgeTraffic, type TrafficInput } from "../../src/traffic/judge-traffic.ts";
import type { FlowHit } from "../../src/traffic/personal-hit.ts";
import { recipientLists } from "../../src/traffic/recipient.ts";
import { trafficRules } from "../../src/traffic/rules/index.ts";
import type { TrafficReport } from "../../src/traffic/traffic-report.ts";
import { testPlaces } from "./test-places.ts";

const start = Date.UTC(2026, 6, 1, 10);
const diet = { uid: 10_152, package: "org.example.diet", label: "Diet" };

function flow(more: Partial<Flow>): Flow {
  return {
    app: diet,
    start,
    end: start + 1000,
    host: null,
    hostFrom: "sni",
    address: null,
    port: 443,
    transport: "tcp",
    protocol: "tls",
    encryption: "encrypted",
    hello: null,
    bytesSent: 500,
    bytesReceived: 900,
    requests: [],
    payload: null,
    blocked: false,
    origin: { file: "x.pcap", format: "pcap", unit: "packet", number: 1 },
    ...more,
  };
}

const request = (host: string, path: string) => ({
  time: start,
  method: "GET",
  scheme: "http" as const,
  host,
  port: 80,
  path,
  headers: [],
  body: null,
  cut: false,
  status: 200,
});

const hit = (kind: FlowHit["kind"], more: Partial<FlowHit> = {}): FlowHit => ({
  kind,
  property: kind,
  place: "query",
  path: "q",
  encoding: [],
  digest: null,
  confidence: "certain",
  by: "known-value",
  known: 0,
  excerpt: "86•••8",
  reason: "It is a value that was named as the owner's.",
  references: [],
  request: 0,
  ...more,
});

function judge(
  flows: readonly (readonly [Flow, ...FlowHit[]])[],
  more: Partial<TrafficInput> = {},
  record: Partial<TrafficRecord> = {},
): TrafficReport {
  const found = new Map(flows.map(([one, ...hits]) => [one, { hits, notSearched: [] }]));
  const own = { recipients: embeddedRecipients.value, trackers: embeddedTrackers.value, companies: null, exodus: null };
  return judgeTraffic({
    records: [
      {
        record: {
          format: "pcap",
          file: "x.pcap",
          bytes: 1,
          device: null,
          flows: flows.map(([one]) => one),
          questions: [],
          cannotTell: [],
          unread: [],
          ...record,
        },
        sha256: null,
      },
    ],
    found,
    lists: {
      recipients: recipientLists(own),
      places: testPlaces(
        { "120.92.0.1": "CN", "18.185.0.1": "DE", "20.47.97.231": "NL" },
        { "104.16.132.229": "Cloudflare" },
      ),
      books: {
        laws: embeddedPrivacyLaws.value,
        decisions: embeddedAdequacyDecisions.value,
        articles: embeddedFindingArticles.value,
      },
    },
    reported: embeddedVendorEndpoints.value,
    rules: trafficRules,
    region: "EU",
    today: "2026-07-02",
    marks: [],
    nothingChosen: false,
    counted: [],
    declared: [],
    policies: [],
    packages: null,
    labels: new Map(),
    attributions: [],
    ...more,
  });
}

const of = ({ findings }: TrafficReport, rule: string) => findings.filter((each) => each.rule === rule);
const umeng = flow({ host: "ulogs.umeng.com", address: "120.92.0.1" });
const accepted = { at: start + 5000, kind: "accepted", text: "", app: null } as const;
const refused = { ...accepted, kind: "refused" } as const;

test("a tracker that was only contacted is never said to have been sent anything", () => {
  const [finding] = of(judge([[umeng]], { marks: [accepted] }), "tracker-before-consent");
  expect(finding).toMatchObject({
    strength: "contact",
    severity: "medium",
    messageKey: "contacted",
    app: "org.example.diet",
  });
  expect(finding?.message).not.toMatch(/sent [^i]/);
  expect(finding?.articles).toContain("GDPR Art. 7(1)");
  const seen = judge([[umeng, hit("advertisingId")]], { marks: [accepted] });
  expect(of(seen, "tracker-before-consent")).toMatchObject([
    { strength: "content", severity: "high", messageKey: "sent" },
  ]);
});

test("before and after hang on the marks of the app, and on nothing where there are none", () => {
  const late = flow({ ...umeng, start: start + 9000 });
  expect(of(judge([[umeng]]), "tracker-before-consent")).toEqual([]);
  expect(of(judge([[umeng]], { nothingChosen: true }), "tracker-before-consent")).toHaveLength(1);
  expect(of(judge([[umeng]], { marks: [{ ...accepted, app: "other.app" }] }), "tracker-before-consent")).toEqual([]);
  const after = judge([[umeng], [late]], { marks: [refused] });
  expect(of(after, "tracker-after-refusal").map(({ flows }) => flows)).toEqual([[2]]);
  expect(of(judge([[flow({ ...umeng, start: null })]], { marks: [accepted] }), "tracker-before-consent")).toEqual([]);
  expect(
    of(judge([[flow({ ...umeng, hostDoubt: "shared-address" })]], { marks: [accepted] }), "tracker-before-consent"),
  ).toEqual([]);
});

test("what is in clear and personal is told by name, and a blocked connection tells nothing", () => {
  const clear = flow({
    host: "api.dietco.example",
    address: "20.47.97.231",
    encryption: "clear",
    requests: [request("api.dietco.example", "/v1?imei=860000000000008#x")],
  });
  const hits = [hit("deviceId", { property: "imei" }), hit("advertisingId"), hit("location")];
  const report = judge([[clear, ...hits]]);
  expect(of(report, "cleartext-personal-data")[0]?.message).toContain("IMEI, advertising ID, location");
  expect(of(report, "re-linkable-id")).toHaveLength(1);
  expect(of(report, "precise-location")).toHaveLength(1);
  expect(of(report, "hardware-id")).toHaveLength(1);
  expect(JSON.stringify(report)).not.toContain("860000000000008");
  expect(judge([[flow({ ...clear, blocked: true }), ...hits]]).findings).toEqual([]);
  const empty = judge([[clear]]);
  expect(of(empty, "cleartext-contact")).toMatchObject([{ strength: "information", severity: "low" }]);
});

test("what is only called an identifier of the device is not taken for the hardware's", () => {
  const report = judge([[umeng, hit("deviceId", { by: "trackhar" }), hit("advertisingId")]]);
  expect(of(report, "hardware-id")).toMatchObject([{ messageKey: "named", severity: "low" }]);
  expect(of(report, "re-linkable-id")).toEqual([]);
});

test("a digest is as good as the identifier, and said to be a digest", () => {
  const report = judge([[umeng, hit("deviceId", { digest: "sha256", property: "imei" })]]);
  expect(of(report, "hashed-id")).toMatchObject([{ severity: "medium", params: { data: "IMEI" } }]);
});

test("a country is told with the table and its date, an anycast address has none", () => {
  const cdn = flow({ host: "cdn.news.example", address: "104.16.132.229" });
  const report = judge([[umeng], [cdn]]);
  expect(of(report, "data-leaves-region")[0]).toMatchObject({ messageKey: "contacted", severity: "low" });
  expect(of(report, "data-leaves-region")[0]?.message).toContain("China (Test table, 2026-06-01)");
  expect(report.flows[1]).toMatchObject({ place: { country: null, reason: "anycast" }, standing: null });
  expect(of(report, "anycast-or-cdn")).toHaveLength(1);
  expect(report.countries.map(({ country }) => country)).toEqual(["CN", null]);
});

test("server's place and operator's seat are two things, each with its law", () => {
  const frankfurt = flow({ host: "ulogs.umeng.com", address: "18.185.0.1" });
  const report = judge([[frankfurt]]);
  expect(report.flows[0]).toMatchObject({
    standing: "inside",
    recipient: { jurisdictions: [{ country: "CN", standing: "none" }] },
  });
  expect(of(report, "operator-jurisdiction")).toMatchObject([{ strength: "question" }]);
  expect(of(report, "data-leaves-region")).toEqual([]);
  const chinese = judge([[frankfurt]], { region: "CN" });
  expect(of(chinese, "operator-jurisdiction")).toEqual([]);
  const american = judge([[flow({ host: "graph.facebook.com" })]]);
  expect(of(american, "us-recipient")[0]?.message).toContain("dataprivacyframework.gov");
  expect(american.law.find(({ country }) => country === "US")).toMatchObject({
    standing: "adequate-in-part",
    decision: { inForceFrom: "2023-07-10" },
  });
});

test("the law is that of the day of the record", () => {
  const before = flow({ host: "graph.facebook.com", start: Date.UTC(2022, 0, 1), end: null });
  const report = judge([[before]]);
  expect(report.lawOn).toBe("2022-01-01");
  expect(report.law.find(({ country }) => country === "US")?.standing).toBe("none");
});

test("old TLS, offered or chosen", () => {
  const hello = { offered: 0x0304, chosen: 0x0302, alpn: [], ech: false, ja4: null };
  expect(of(judge([[flow({ hello })]]), "old-tls")).toMatchObject([{ messageKey: "chosen" }]);
  expect(of(judge([[flow({ hello: { ...hello, offered: 0x0301, chosen: null } })]]), "old-tls")).toMatchObject([
    { messageKey: "offered" },
  ]);
  expect(of(judge([[flow({ hello: { ...hello, chosen: null } })]]), "old-tls")).toEqual([]);
});

test("what Xiaomi was reported for is found again, by content apart from contact, with its citation", () => {
  const onetrack = flow({ host: "tracking.intl.miui.com", address: "161.117.95.164" });
  expect(of(judge([[onetrack]]), "xiaomi-onetrack-usage")).toMatchObject([
    { messageKey: "contacted", severity: "low" },
  ]);
  const shown = { ...onetrack, requests: [request("tracking.intl.miui.com", "/track/v4")] };
  expect(of(judge([[shown, hit("appUsage")]]), "xiaomi-onetrack-usage")).toMatchObject([
    { messageKey: "sent", severity: "high" },
  ]);
  expect(of(judge([[shown]]), "xiaomi-onetrack-usage")).toMatchObject([{ messageKey: "other", severity: "info" }]);
  const push = flow({
    protocol: "xiaomi-push",
    encryption: "clear",
    port: 5222,
    payload: new Uint8Array([0xc2, 0xfe, 0, 5]),
  });
  expect(of(judge([[push]]), "xiaomi-push-cleartext")).toMatchObject([{ messageKey: "sent", severity: "high" }]);
  for (const rule of trafficRules) expect(rule.references.length).toBeGreaterThan(0);
});

test("a notice that names the company or the domain is satisfied", () => {
  const meta = flow({ host: "graph.facebook.com" });
  const notice = (text: string) => ({ policies: [{ name: "notice.txt", text, app: null }] });
  expect(of(judge([[meta]], notice("We share data with Meta Platforms Ireland Ltd.")), "policy-mismatch")).toEqual([]);
  expect(of(judge([[meta]], notice("We share data with nobody.")), "policy-mismatch")).toMatchObject([{ flows: [1] }]);
});

test("what the phone counted and the record lacks is a gap; a count over days is none", () => {
  const row = {
    uid: 10_999,
    set: "background",
    bytesSent: 6_000_000,
    bytesReceived: 0,
    from: start - 60_000,
    to: start + 60_000,
  } as const;
  const packages = new Map([[10_999, ["com.example.hidden"]]]);
  const report = judge([[umeng]], { counted: [row], packages });
  expect(of(report, "capture-gap")[0]?.message).toContain("com.example.hidden");
  expect(of(report, "background-volume")).toHaveLength(1);
  expect(of(judge([[umeng]], { counted: [{ ...row, from: start - 9e8 }] }), "capture-gap")).toEqual([]);
  expect(of(judge([[flow({ ...umeng, app: null })]], { counted: [row] }), "capture-gap")).toEqual([]);
});

test("trackers in the files and trackers in the traffic are held against each other", () => {
  const declared = [
    { package: "org.example.diet", label: "Diet", trackers: [{ name: "AppsFlyer", hosts: ["appsflyer.com"] }] },
  ];
  const keys = of(judge([[umeng]], { declared }), "static-vs-network").map(({ messageKey }) => messageKey);
  expect(keys).toEqual(["silent", "surprising"]);
  const unread = [{ package: "org.example.diet", label: "Diet", trackers: null }];
  expect(of(judge([[umeng]], { declared: unread }), "static-vs-network")).toEqual([]);
});

test("data that a permission guards is held against what the app is allowed", () => {
  const keys = (allowed: readonly string[] | null) => {
    const declared = [{ package: "org.example.diet", label: "Diet", trackers: null, allowed }];
    const found = of(judge([[umeng, hit("location")]], { declared }), "data-and-permissions");
    return found.map(({ messageKey, severity }) => [messageKey, severity]);
  };
  expect(keys([])).toEqual([["without", "medium"]]);
  expect(keys(["android.permission.ACCESS_COARSE_LOCATION"])).toEqual([["allowed", "info"]]);
  expect(keys(null)).toEqual([]);
});

test("what is not to be seen is counted and never left out", () => {
  const hello = { offered: 0x0304, chosen: null, alpn: [], ech: true, ja4: null };
  const report = judge([[flow({ app: null, start: null, end: null, hello })]]);
  expect(report.unseen).toMatchObject({
    withoutName: 1,
    hiddenNames: 1,
    withoutApp: 1,
    withoutTime: 1,
    withoutPlace: 1,
    withoutContent: 1,
  });
  expect(report.lawOn).toBe("2026-07-02");
});

test("one app under uid, label and package is one; a uid that two packages share is neither", () => {
  const report = judge([
    [flow({ app: { uid: 10_152, package: "org.example.diet", label: null } })],
    [flow({ app: { uid: 10_152, package: null, label: null } })],
    [flow({ app: { uid: 1000, package: "a.b", label: "A" } })],
    [flow({ app: { uid: 1000, package: "c.d", label: "C" } })],
    [flow({ app: { uid: 1000, package: null, label: null } })],
  ]);
  expect(report.apps.map(({ key, flows }) => [key, flows])).toEqual([
    ["org.example.diet", 2],
    ["a.b", 1],
    ["c.d", 1],
    ["uid:1000", 1],
  ]);
});

test("every rule words its findings without claiming more than it may", () => {
  const source = trafficRules.flatMap(({ id, messages, title }) =>
    [title, ...Object.values(messages)].map((text) => [id, text]),
  );
  for (const [id, text] of source)
    expect([id, text?.match(/illegal|unlawful|certified,|\bclean\b|violat/i)]).toEqual([id, null]);
  expect(new Set(trafficRules.map(({ id }) => id)).size).toBe(trafficRules.length);
  const folder = join(import.meta.dirname, "../../src/traffic/rules");
  for (const { id } of trafficRules) expect(readFileSync(join(folder, `${id}.ts`), "utf8")).toContain(`id: "${id}"`);
  const rows = new Set(embeddedFindingArticles.value.rows.map(({ finding }) => finding));
  for (const { law } of trafficRules) if (law !== null) expect(rows).toContain(law);
});
