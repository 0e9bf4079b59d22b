import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { companies } from "../../src/feeds/companies.ts";
import { embeddedRecipients } from "../../src/feeds/embedded/recipients.ts";
import { embeddedTrackers } from "../../src/feeds/embedded/trackers.ts";
import { exodusTrackers } from "../../src/feeds/exodus-trackers.ts";
import { recipientLists, recipientOf } from "../../src/traffic/recipient.ts";

const shared = new URL("../../../shared/", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, shared), "utf8");
const readers = { yaml: () => null };

const own = { recipients: embeddedRecipients.value, trackers: embeddedTrackers.value, companies: null, exodus: null };
const lists = recipientLists(own);
const adguard = companies.parse(
  {
    "trackers.json": text("feeds/adguard-companies/trackers.json"),
    "companies.json": text("feeds/adguard-companies/companies.json"),
  },
  readers,
);
const exodus = exodusTrackers.parse({ "trackers.json": text("feeds/exodus/trackers.json") }, readers);
const all = recipientLists({ ...own, companies: adguard, exodus });

const truth = JSON.parse(text("traffic/synthetic/truth.json")) as { connections: readonly { host: string }[] };

test.each(["without fetched lists", "with all lists"])(
  "every host of the scenario has a company, or is a name for examples: %s",
  (which) => {
    const used = which === "with all lists" ? all : lists;
    const seen = truth.connections.map(({ host }) => {
      const { company, kind, jurisdictions } = recipientOf(host, used);
      return [host, company?.name ?? kind, jurisdictions.map(({ country }) => country).join(" ")];
    });
    expect(seen).toEqual([
      ["connectivitycheck.gstatic.com", "Google", "US"],
      ["tracking.intl.miui.com", "Xiaomi", "CN"],
      ["data.mistat.intl.xiaomi.com", "Xiaomi", "CN"],
      ["globalapi.ad.xiaomi.com", "Xiaomi", "CN"],
      ["sdkconfig.ad.intl.xiaomi.com", "Xiaomi", "CN"],
      ["sa.api.intl.miui.com", "Xiaomi", "CN"],
      ["fr.app.chat.global.xiaomi.net", "Xiaomi", "CN"],
      ["flash.sec.intl.miui.com", "Xiaomi", "CN"],
      ["graph.facebook.com", "Meta", "US"],
      ["api.dietco.example", "reserved", ""],
      ["ulogs.umeng.com", "Alibaba", "CN"],
      ["app-measurement.com", "Google", "US"],
      ["cdn.news.example", "reserved", ""],
      ["www.example.org", "reserved", ""],
      ["firebaseinstallations.googleapis.com", "Google", "US"],
      ["startup.mobile.yandex.net", "Yandex", "RU"],
      ["t.appsflyersdk.com", "AppsFlyer", "IL"],
    ]);
  },
);

test.each([
  ["android.clients.google.com", "check-in"],
  ["connectivitycheck.gstatic.com", "captive-portal"],
  ["connect.rom.miui.com", "captive-portal"],
  ["mtalk.google.com", "push"],
  ["fr.app.chat.global.xiaomi.net", "push"],
  ["safebrowsing.googleapis.com", "safe-browsing"],
  ["2.android.pool.ntp.org", "time"],
  ["r3.o.lencr.org", "certificates"],
  ["203.107.1.65", "dns"],
] as const)("%s is a function of the system and no tracker, whatever lists say: %s", (host, platform) => {
  for (const used of [lists, all])
    expect(recipientOf(host, used)).toMatchObject({ kind: "platform", platform, purposes: [] });
});

test("the most specific domain decides, and what a company is below another stays known", () => {
  expect(recipientOf("www.facebook.com", all)).toMatchObject({ kind: "content", matched: "facebook.com" });
  expect(recipientOf("graph.facebook.com", all)).toMatchObject({ kind: "tracker", matched: "graph.facebook.com" });
  expect(recipientOf("x.tracking.miui.com.", all)).toMatchObject({ host: "x.tracking.miui.com", kind: "tracker" });
  expect(recipientOf("notfacebook.com", lists).kind).toBe("unknown");
  expect(recipientOf("d111.cloudfront.net", lists)).toMatchObject({ kind: "hosting", domain: "d111.cloudfront.net" });
});

test("owners that sit elsewhere are told beside the seat, each with where it is published", () => {
  expect(recipientOf("log.tiktokv.com", lists).jurisdictions).toMatchObject([
    { country: "SG", because: "seat", company: "TikTok" },
    { country: "CN", because: "parent", company: "ByteDance" },
  ]);
  expect(recipientOf("app.adjust.com", lists).jurisdictions).toMatchObject([
    { country: "DE", because: "seat", confirmed: true },
    { country: "US", because: "parent", company: "AppLovin" },
  ]);
});

test("fetched lists add hosts, and say which list it was", () => {
  const [host] = adguard.domains.find(
    ([domain, place]) =>
      adguard.trackers[place]?.category === "advertising" &&
      !own.trackers.trackers.some(({ hosts }) => hosts.includes(domain)) &&
      recipientOf(domain, lists).kind === "unknown",
  ) ?? [""];
  expect(host).not.toBe("");
  expect(recipientOf(host, lists).lists).toEqual([]);
  expect(recipientOf(`a.${host}`, all)).toMatchObject({ kind: "tracker", purposes: ["advertising"], matched: host });
  expect(recipientOf(`a.${host}`, all).lists).toContain("companies");
  expect(adguard.domains.length).toBeGreaterThan(4_000);
});

test("a list that is none is refused", () => {
  const good = {
    "trackers.json": '{"categories":{},"trackers":{},"trackerDomains":{}}',
    "companies.json": '{"companies":{}}',
  };
  for (const files of [{}, { ...good, "trackers.json": "x" }, { ...good, "companies.json": "[]" }, good])
    expect(() => companies.parse(files, readers)).toThrow("json");
});

test("any host gets an answer in bounded time", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.domain(), fc.ipV4(), fc.ipV6(), fc.string({ minLength: 200, maxLength: 2000 })),
      (host) => {
        const { kind, company } = recipientOf(host, all);
        expect((kind === "unknown" || kind === "reserved") === (company === null)).toBe(true);
      },
    ),
  );
  expect(recipientOf(`${"a.".repeat(50_000)}facebook.com`, all).kind).toBe("unknown");
  for (const name of ["__proto__", "constructor.prototype", "toString"])
    expect(recipientOf(name, all).company).toBeNull();
});
