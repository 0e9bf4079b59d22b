import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { embeddedFindingArticles } from "../../src/feeds/embedded/finding-articles.ts";
import { embeddedPrivacyLaws } from "../../src/feeds/embedded/privacy-laws.ts";
import { embeddedRecipients } from "../../src/feeds/embedded/recipients.ts";
import { embeddedTrackers } from "../../src/feeds/embedded/trackers.ts";
import { embeddedVendorEndpoints } from "../../src/feeds/embedded/vendor-endpoints.ts";
import { articlesOf } from "../../src/traffic/articles.ts";
import { recipientLists, recipientOf } from "../../src/traffic/recipient.ts";

const law = new URL("../../../shared/data/law/", import.meta.url);
const known = <T>(name: string) => JSON.parse(readFileSync(new URL(name, law), "utf8")) as T;
const books = { articles: embeddedFindingArticles.value, laws: embeddedPrivacyLaws.value };

test("each finding touches the articles of the compilation, and no others", () => {
  const rows =
    known<readonly { finding: string; gdpr: readonly string[]; eprivacy?: readonly string[] }[]>(
      "finding-articles.json",
    );
  const bare = (articles: readonly string[]) => articles.map((one) => one.replace(/ .*/, ""));
  expect(books.articles.rows.map(({ finding, gdpr, eprivacy }) => ({ finding, gdpr, eprivacy }))).toEqual(
    expect.arrayContaining(rows.map(({ finding, gdpr, eprivacy = [] }) => ({ finding, gdpr: bare(gdpr), eprivacy }))),
  );
  expect(books.articles.rows.length).toBe(rows.length);
  for (const { sources } of books.articles.rows) for (const source of sources) expect(source).toMatch(/^https:\/\//);
});

test("articles carry the name of the region's law, and none is made up for regions that have others", () => {
  const of = (finding: string, region: Parameters<typeof articlesOf>[1]) =>
    articlesOf(finding, region, "2026-07-01", books);
  expect(of("hardware-id", "EU")).toEqual([
    "GDPR Art. 5(1)(c)",
    "GDPR Art. 6(1)",
    "GDPR Art. 25",
    "Directive 2002/58/EC Art. 5(3)",
  ]);
  expect(of("hardware-id", "GB").at(-1)).toBe("PECR reg. 6");
  expect(of("hardware-id", "TR")).toEqual([]);
  expect(of("data-leaves-eea-no-adequacy", "ID")).toEqual(["UU PDP (Law 27/2022): 56"]);
  expect(of("no-such-finding", "EU")).toEqual([]);
  expect(articlesOf("hardware-id", "EU", "2018-01-01", books)).toEqual([]);
});

test("every host with evidence is a host of Xiaomi or of who runs it, and has a report with a date or an address", () => {
  const { hosts } = known<{ hosts: readonly { host: string; also?: readonly string[] }[] }>("xiaomi-evidence.json");
  const { endpoints } = embeddedVendorEndpoints.value;
  const listed = new Set(endpoints.flatMap((row) => row.hosts));
  const lists = recipientLists({
    recipients: embeddedRecipients.value,
    trackers: embeddedTrackers.value,
    companies: null,
    exodus: null,
  });
  for (const host of hosts
    .flatMap(({ host, also = [] }) => [host, ...also])
    .filter((host) => /^[*\w.-]+\.[a-z\d]+$/.test(host))) {
    const plain = host.replace("*.", "");
    expect([
      host,
      listed.has(host) ||
        endpoints.some((row) => row.hosts.some((one) => one.startsWith("*.") && host.endsWith(one.slice(1)))),
    ]).toEqual([host, true]);
    expect([
      host,
      ["Xiaomi", "Alibaba", "Antiy (AVL)"].includes(recipientOf(plain, lists).company?.name ?? ""),
    ]).toEqual([host, true]);
  }
  for (const { hosts: names, reports } of endpoints)
    expect([names[0], reports.some(({ date, url }) => date !== null || url !== null)]).toEqual([names[0], true]);
});
