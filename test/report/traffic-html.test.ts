import { expect, test } from "vitest";
import { writeTrafficHtml } from "../../src/report/traffic-html.ts";
import type { ReportFlow, TrafficReport } from "../../src/traffic/traffic-report.ts";

const evil = `</title><script>alert(1)</script><img src=x onerror="alert(2)">\u202egnp.exe`;

const flow = {
  id: 1,
  app: { uid: 10001, package: "a.b", label: evil },
  appKey: "a.b",
  start: Date.UTC(2026, 6, 1, 10),
  end: null,
  host: evil,
  hostFrom: "log",
  hostDoubt: null,
  address: "161.117.94.10",
  port: 443,
  encryption: "clear",
  bytesSent: 10,
  bytesReceived: null,
  blocked: false,
  recipient: {
    company: evil,
    domain: null,
    kind: "tracker",
    purposes: [],
    platform: null,
    lists: [],
    jurisdictions: [],
  },
  place: { country: "SG", certainty: "listed", said: [], reason: "listed", why: evil, hostedBy: evil },
  standing: "none",
  moment: null,
  data: [],
  contentSeen: false,
  notSearched: [],
  requests: [],
  origin: { format: "pcap" },
  transport: "tcp",
} as unknown as ReportFlow;

const totals = { flows: 1, blocked: 0, bytesSent: 10, bytesReceived: null, encrypted: 0, clear: 1, data: [] };
const report = {
  schema: "candor.traffic-report/1",
  region: { id: "EU", name: "European Union and EEA" },
  lawOn: "2026-07-01",
  period: { from: flow.start, to: flow.start },
  records: [
    {
      file: evil,
      format: "pcap",
      bytes: 5,
      sha256: "ab",
      device: null,
      flows: 1,
      questions: 0,
      cannotTell: ["content"],
      unread: [{ reason: evil, count: 2 }],
    },
  ],
  marks: [{ at: Date.UTC(2026, 6, 1, 9), kind: "note", text: evil, app: null }],
  nothingChosen: false,
  flows: [flow],
  questions: [],
  apps: [{ key: "a.b", name: evil, ...totals }],
  companies: [
    {
      name: evil,
      known: true,
      jurisdictions: [],
      kind: "tracker",
      purposes: [],
      apps: ["a.b"],
      countries: ["SG"],
      ...totals,
    },
  ],
  countries: [{ country: "SG", standing: "none", companies: [evil], apps: ["a.b"], ...totals }],
  law: [{ country: "SG", standing: "none", decision: null, law: "GDPR", asOf: "2026-09-30" }],
  counted: [],
  findings: [
    {
      rule: "x",
      severity: "high",
      strength: "contact",
      app: "a.b",
      title: evil,
      message: evil,
      flows: [1],
      articles: ["GDPR Art. 5"],
      caution: evil,
      references: ["javascript:alert(1)", "https://example.org/a"],
    },
  ],
  unseen: {
    withoutName: 0,
    hiddenNames: 3,
    withoutApp: 0,
    withoutTime: 0,
    doubtfulHosts: 0,
    withoutPlace: 0,
    withoutCompany: 0,
    withoutContent: 1,
  },
  attributions: ["IP Geolocation by DB-IP (https://db-ip.com), CC-BY-4.0, 2026-06-01"],
} as unknown as TrafficReport;

const page = writeTrafficHtml(report);

test("names from outside stay text, whatever they are", () => {
  expect(page).not.toContain("<script");
  expect(page).not.toContain("<img");
  expect(page).not.toContain("\u202e");
  expect(page).not.toMatch(/href="javascript:/);
  expect(page).toContain("&lt;script&gt;");
});

test("the page asks nobody for anything and runs nothing", () => {
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<[a-z][^>]*\s(?:src|srcset|action)=|@import|url\(/);
});

test("the lists of places are named in every section that shows a place", () => {
  const sections = page.split("<section").filter((section) => /Singapore|Servers in/.test(section));
  expect(sections.length).toBe(3);
  for (const section of sections) expect(section).toContain("IP Geolocation by DB-IP");
});

test("each picture says in words what it shows, has a table, and what is not seen is told", () => {
  expect(page).toContain("Map of where the servers stand: Singapore 1. Place not known: 0.");
  expect(page.match(/role="img" aria-label="[^"]{20,}"/g)?.length).toBe(6);
  expect(page).toContain("Names hidden by encryption (ECH)");
  expect(page).toContain("GDPR, as of 2026-09-30");
});

test("records without any connection make a page, too", () => {
  const empty = writeTrafficHtml({
    ...report,
    flows: [],
    apps: [],
    companies: [],
    countries: [],
    findings: [],
    period: null,
  });
  expect(empty).toContain("Nothing stands out by these rules");
  expect(empty).toContain("do not tell when anything happened");
  expect(empty).not.toMatch(/NaN|Infinity|undefined/);
});

test("names that were looked up are no connections", () => {
  const asked = { ...flow, origin: { format: "pihole-log" }, host: "a.example" } as unknown as ReportFlow;
  const words = (flows: readonly ReportFlow[]) => {
    const page = writeTrafficHtml({ ...report, flows, unseen: { ...report.unseen, withoutApp: flows.length } });
    return page.replace(/<style>.*?<\/style>/s, "").replace(/<[^>]+>/g, " ");
  };
  const lookups = words([asked]);
  expect(lookups).toMatch(/All look-ups of names\s+1/);
  expect(lookups).toContain("Look-ups without the app behind them");
  expect(lookups).toContain("a name was looked up, not that anything went there");
  expect(lookups).not.toMatch(/connections/i);
  expect(words([flow])).toMatch(/All connections\s+1/);
  expect(words([flow])).not.toContain("ook-ups");
  expect(words([flow, asked])).toMatch(/All connections and look-ups of names\s+2/);
});
