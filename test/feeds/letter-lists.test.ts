import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { authorities, readAuthorities } from "../../src/feeds/authorities.ts";
import { controllers, readControllers } from "../../src/feeds/controllers.ts";
import { embeddedAuthorities } from "../../src/feeds/embedded/authorities.ts";
import { embeddedControllers } from "../../src/feeds/embedded/controllers.ts";
import { embeddedLetterTemplates } from "../../src/feeds/embedded/letter-templates.ts";
import { embeddedPublicHolidays } from "../../src/feeds/embedded/public-holidays.ts";
import { embeddedRecipients } from "../../src/feeds/embedded/recipients.ts";
import { embeddedRightsArticles } from "../../src/feeds/embedded/rights-articles.ts";
import { letterTemplates } from "../../src/feeds/letter-templates.ts";
import { lawRegions } from "../../src/feeds/privacy-laws.ts";
import { parseYaml } from "../../src/formats/yaml-document.ts";

const shared = join(import.meta.dirname, "../../../shared/feeds/datenanfragen");
const read = (...path: readonly string[]) => readFileSync(join(shared, ...path), "utf8");
const readers = { yaml: parseYaml };

test("every published company is read, and those of the recipients come with Candor as they are published", () => {
  const published = JSON.parse(read("companies.json")) as readonly { slug: string; name: string; email?: string }[];
  const all = readControllers("companies.json", read("companies.json"));
  expect(all.length).toBe(published.length);
  const unread = published.filter(({ email }, i) => email !== undefined && all[i]?.email === null);
  // An address outside of ASCII is left out rather than written in a way that programs may take for another.
  expect(unread.map(({ email }) => email)).toEqual(["datenschutz@günstiger-reisen.de"]);
  const wanted = embeddedRecipients.value.companies.flatMap(({ contact }) => contact ?? []);
  for (const slug of wanted) {
    const embedded = embeddedControllers.value.controllers.find((each) => each.slug === slug);
    expect(embedded).toEqual(all.find((each) => each.slug === slug));
    expect(embedded?.sources.length).toBeGreaterThan(0);
  }
  const xiaomi = embeddedControllers.value.controllers.find(({ slug }) => slug === "mi-com");
  expect(xiaomi?.address).toContain("2595BM The Hague");
});

test("all 57 authorities come with Candor, one or more for each country of the EEA, for GB and CH", () => {
  const all = readAuthorities("authorities", read("supervisory-authorities.json"));
  expect(all.length).toBe(57);
  expect(embeddedAuthorities.value.authorities).toEqual(all);
  const countries = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO GB CH";
  expect([...new Set(all.map(({ country }) => country))].sort()).toEqual(countries.split(" ").sort());
});

test("the texts come with Candor as they are published, and an update reads them the same", () => {
  const { templates } = embeddedLetterTemplates.value;
  for (const { language, name, text } of templates)
    expect(text).toBe(
      read("templates", language, `${name}.txt`)
        .replaceAll("\r\n", "\n")
        .replace(/\p{Cf}/gu, "")
        .trim(),
    );
  const files = Object.fromEntries(
    templates.map(({ language, name, text }) => [`${language}.${name}.txt`, `${text}\r\n`]),
  );
  expect(letterTemplates.parse(files, readers)).toEqual({ templates });
  const asked = [...Object.keys(letterTemplates.files), ...Object.keys(letterTemplates.follow?.({}, readers) ?? {})];
  expect(asked.sort()).toEqual(Object.keys(files).sort());
});

test("an update asks for every record that comes with Candor, once, over https", () => {
  for (const [feed, count] of [
    [controllers, embeddedControllers.value.controllers.length],
    [authorities, embeddedAuthorities.value.authorities.length],
  ] as const) {
    const asked = { ...feed.files, ...feed.follow?.({}, readers) };
    expect(Object.keys(asked).length).toBe(count);
    for (const { url } of Object.values(asked)) expect(url).toMatch(/^https:\/\/raw\.githubusercontent\.com\//);
  }
});

const one = (changes: Record<string, unknown>) =>
  JSON.stringify({ slug: "a", name: "A", address: "1 Street\nTown", sources: [], quality: "verified", ...changes });

test("what is no record is refused; an address that is none is left out", () => {
  for (const text of [
    "",
    "[]",
    "null",
    "[1]",
    "<html>",
    one({ name: "" }),
    one({ slug: "../x" }),
    one({ address: "" }),
  ])
    expect(() => readControllers("x.json", text), text).toThrow(FormatError);
  for (const name of ["a\r\nBcc: b@c.example", "a\u202eb", "a\u0000"])
    expect(() => readControllers("x.json", one({ name }))).toThrow(FormatError);
  for (const email of ["a@b.example\r\nBcc: c@d.example", "a@b,c@d.example", "javascript:1", 5, "<a@b.example>"])
    expect(readControllers("x.json", one({ email }))[0]?.email, String(email)).toBeNull();
  for (const webform of ["javascript:alert(1)", 'https://a.example/" onclick=', "ftp://a.example"])
    expect(readControllers("x.json", one({ webform }))[0]?.form).toBeNull();
});

test("any JSON gives records or a FormatError", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      for (const reader of [readControllers, readAuthorities])
        try {
          expect(reader("x.json", text).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
    }),
  );
});

test("each region has its articles, dated, with a source; none says it was compared where it was not", () => {
  const { rows } = embeddedRightsArticles.value;
  expect([...new Set(rows.map(({ region }) => region))].sort()).toEqual(Object.keys(lawRegions).sort());
  for (const row of rows) {
    expect(row.source).toMatch(/^https?:\/\//);
    expect(row.until === null || row.inForceFrom < row.until).toBe(true);
    expect(row.articles.every((article) => /^[\d.]+(?:\(\d+\))?$/.test(article))).toBe(true);
    expect(row.confirmed).toBe(row.region === "EU" || row.region === "GB");
  }
});

test("holidays are days that there are, for every country of the EEA, GB and CH", () => {
  const { countries } = embeddedPublicHolidays.value;
  expect(countries.length).toBe(32);
  for (const { fixed, easter, country } of countries) {
    expect(fixed, country).toContain("01-01");
    expect(fixed, country).toContain("12-25");
    for (const day of fixed) expect(new Date(`2027-${day}T00:00:00Z`).toISOString().slice(5, 10)).toBe(day);
    expect(easter.length, country).toBeGreaterThan(0);
  }
});
