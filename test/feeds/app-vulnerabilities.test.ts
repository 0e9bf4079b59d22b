import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { appVulnerabilities, holesOf } from "../../src/feeds/app-vulnerabilities.ts";
import { compareLibraryVersions } from "../../src/formats/library-version.ts";
import { parseOsv } from "../../src/formats/osv.ts";
import { parseYaml } from "../../src/formats/yaml-document.ts";

const list = appVulnerabilities.embedded?.value ?? { holes: [] };
const ids = (name: string, version: string) =>
  holesOf({ name, coordinate: name.includes(":") ? name : null, version }, list)?.map(({ id }) => id);

test("versions in the order in which they came out", () => {
  const rows = [
    ["1.0.1", "1.0.1a", "1.0.1g", "1.0.2", "1.0.2u", "1.0.2za", "1.0.2zd", "1.1.0", "1.1.1k", "1.1.1l", "3.0.0"],
    ["2.0-beta9", "2.0-rc1", "2.0", "2.0.1", "2.12.2", "2.13.0", "2.15.0"],
    ["1.0-SNAPSHOT", "1.0", "1.0.1"],
    ["2.12.6", "2.12.6.1", "2.13.0", "2.13.2.1"],
    ["4.9.2", "4.10.0", "4.12.0", "5.0.0-alpha.2", "5.0.0"],
  ];
  for (const row of rows)
    for (let i = 1; i < row.length; i++)
      expect(compareLibraryVersions(row[i - 1] ?? "", row[i] ?? ""), `${row[i - 1]} ${row[i]}`).toBeLessThan(0);
  expect(compareLibraryVersions("32.0.0-jre", "32.0.0-android")).toBe(0);
  expect(compareLibraryVersions("1.2", "1.2.0")).toBe(0);
  expect(compareLibraryVersions("unspecified", "1.0")).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const [there, back] = [compareLibraryVersions(a, b), compareLibraryVersions(b, a)];
      expect(Math.sign(there ?? 0) + Math.sign(back ?? 0)).toBe(0);
    }),
  );
});

test("known holes begin and end where their publishers say", () => {
  expect(ids("OpenSSL", "1.0.1f")).toEqual(["CVE-2014-0160"]);
  expect(ids("OpenSSL", "1.0.1g")).toEqual([]);
  expect(ids("OpenSSL", "1.0.0")).toEqual([]);
  expect(ids("OpenSSL", "1.1.1k")).toEqual(["CVE-2021-3711", "CVE-2022-0778"]);
  expect(ids("OpenSSL", "3.0.7")).toEqual([]);
  expect(ids("org.apache.logging.log4j:log4j-core", "2.14.1")).toEqual(["CVE-2021-44228"]);
  expect(ids("org.apache.logging.log4j:log4j-core", "2.12.2")).toEqual([]);
  expect(ids("log4j:log4j", "1.2.17")).toEqual(["CVE-2019-17571"]);
  expect(ids("com.google.guava:guava", "31.1-android")).toEqual(["CVE-2023-2976"]);
  expect(ids("com.squareup.okio:okio", "1.17.6")).toEqual([]);
  expect(ids("com.squareup.okio:okio", "2.10.0")).toEqual(["CVE-2023-3635"]);
  expect(ids("zlib", "1.2.11")).toEqual(["CVE-2018-25032", "CVE-2022-37434"]);
  expect(ids("libwebp", "1.3.1")).toEqual(["CVE-2023-4863"]);
  expect(ids("zlib", "unknown")).toBeUndefined();
  expect(ids("com.example:own", "1.0")).toEqual([]);
});

const record = (change: object = {}, affected: object = {}) => ({
  id: "GHSA-4jrv-ppp4-jm57",
  aliases: ["CVE-2022-25647"],
  database_specific: { severity: "HIGH" },
  affected: [
    {
      package: { ecosystem: "Maven", name: "com.google.code.gson:gson" },
      ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed: "2.8.9" }] }],
      ...affected,
    },
  ],
  ...change,
});

test("records of OSV: one, several, an answer; ranges by their events", () => {
  const want = {
    id: "CVE-2022-25647",
    severity: "high",
    library: "com.google.code.gson:gson",
    ranges: [{ introduced: "0", fixed: "2.8.9", last: null }],
  };
  for (const document of [record(), [record()], { vulns: [record()] }])
    expect(parseOsv(JSON.stringify(document))).toEqual([want]);
  const events = [
    { introduced: "1" },
    { fixed: "2" },
    { introduced: "3" },
    { last_affected: "4" },
    { introduced: "5" },
  ];
  expect(parseOsv(JSON.stringify(record({}, { ranges: [{ type: "SEMVER", events }] })))[0]?.ranges).toEqual([
    { introduced: "1", fixed: "2", last: null },
    { introduced: "3", fixed: null, last: "4" },
    { introduced: "5", fixed: null, last: null },
  ]);
  expect(parseOsv(JSON.stringify(record({ withdrawn: "2026-01-01T00:00:00Z" })))).toEqual([]);
  expect(parseOsv(JSON.stringify(record({}, { package: { ecosystem: "npm", name: "x" } })))).toEqual([]);
  for (const bad of [
    "",
    "5",
    "{}",
    '{"id":5}',
    JSON.stringify(record({ affected: 5 })),
    JSON.stringify(record({}, { ranges: [{ type: "ECOSYSTEM", events: [{ introduced: 5 }] }] })),
  ])
    expect(() => parseOsv(bad), bad).toThrow(FormatError);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      try {
        parseOsv(JSON.stringify(value));
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 300 },
  );
});

test("an update takes the publisher's ranges and keeps what it does not name", () => {
  const other = record({}, { ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed: "9.9" }] }] });
  const joined = appVulnerabilities.parse({ x: JSON.stringify(other) }, { yaml: parseYaml });
  expect(joined.holes.length).toBe(list.holes.length);
  expect(joined.holes.find(({ id }) => id === "CVE-2022-25647")?.ranges[0]?.fixed).toBe("9.9");
  expect(() => appVulnerabilities.parse({ x: "[]" }, { yaml: parseYaml })).toThrow(FormatError);
});
