import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { mobileThreatIndicators } from "../../src/feeds/mobile-threat-indicators.ts";
import { stalkerwareIndicators } from "../../src/feeds/stalkerware-indicators.ts";
import { parseThreatIndex } from "../../src/feeds/threat-index.ts";
import { parseYaml } from "../../src/formats/yaml-document.ts";

const shared = join(import.meta.dirname, "../../../shared/feeds");
const read = (path: string) => readFileSync(join(shared, path), "utf8");
const real = existsSync(shared);
const readers = { yaml: parseYaml };

test.skipIf(!real)("the published stalkerware list gives every package, certificate and server in it", () => {
  const { entries } = stalkerwareIndicators.parse(
    {
      "ioc.yaml": read("stalkerware-indicators/ioc.yaml"),
      "watchware.yaml": read("stalkerware-indicators/watchware.yaml"),
    },
    readers,
  );
  const of = (type: string) => entries.filter((entry) => entry.type === type);
  const count = (type: string, key: "packages" | "certificates" | "domains" | "ips" | "websites") =>
    of(type).reduce((sum, entry) => sum + (entry[key]?.length ?? 0), 0);
  expect([of("stalkerware").length, of("watchware").length]).toEqual([147, 27]);
  expect({
    packages: [count("stalkerware", "packages"), count("watchware", "packages")],
    certificates: [count("stalkerware", "certificates"), count("watchware", "certificates")],
    websites: [count("stalkerware", "websites"), count("watchware", "websites")],
    domains: [count("stalkerware", "domains"), count("watchware", "domains")],
    ips: [count("stalkerware", "ips"), count("watchware", "ips")],
  }).toEqual({
    packages: [616, 30],
    certificates: [472, 14],
    websites: [624, 46],
    domains: [925, 67],
    ips: [65 + 3, 1],
  });
  expect(entries.find((entry) => entry.name === "TheTruthSpy")?.packages).toContain("com.systemservice");
  expect(entries.every((entry) => entry.certificates.every((hash) => /^[0-9A-F]{40}$/.test(hash)))).toBe(true);
});

const sets = ["candiru", "cytrox", "eaglemsgspy", "operation_triangulation", "rcs", "wyrmspy_dragonegg"];

test.skipIf(!real)("the published STIX 2 sets give every indicator in them, with malware, set and platform", () => {
  const files = Object.fromEntries(sets.map((name) => [`${name}.stix2`, read(`mvt-indicators/${name}.stix2`)]));
  const { indicators } = mobileThreatIndicators.parse(files, readers);
  const counts: Record<string, number> = {};
  for (const { kind } of indicators) counts[kind] = (counts[kind] ?? 0) + 1;
  expect(counts).toEqual({
    domain: 125 + 336 + 13 + 75 + 26 + 7,
    "file-path": 6,
    profile: 1,
    sha256: 25 + 9 + 34,
    ip: 13 + 5,
    email: 36,
    process: 1,
    package: 5 + 7,
  });
  expect(indicators.find(({ value }) => value === "com.vodaservices")).toEqual({
    kind: "package",
    value: "com.vodaservices",
    malware: "RCSLab",
    campaign: "rcs",
    platform: "android",
  });
  expect(indicators.find(({ value }) => value === "BackupAgent")?.platform).toBe("ios");
  expect(indicators.find(({ value }) => value === "/private/var/tmp/hooker")?.platform).toBe("ios");
  expect(indicators.find(({ value }) => value === "/data/local/tmp/wd/")?.platform).toBe("android");
  expect(indicators.find(({ value }) => value === "119-tim.info")?.platform).toBe("unknown");
  expect(mobileThreatIndicators.published?.(files)).toBe("2025-08-08");
});

const indexText = (github: string) => `indicators:
  - type: github
    name: RCS Lab Spyware Indicators of Compromise
    references: [ "https://example.org/report", "javascript:alert(1)" ]
    github:
${github
  .split("\n")
  .map((line) => `      ${line}`)
  .join("\n")}
`;

test("the index names sets with an address on the publisher's host, and nothing that climbs", () => {
  const good = indexText("owner: mvt-project\nrepo: mvt-indicators\nbranch: main\npath: 2022-06-23_rcs_lab/rcs.stix2");
  expect(parseThreatIndex(good, readers)).toEqual([
    {
      name: "RCS Lab Spyware",
      file: "rcs.stix2",
      url: "https://raw.githubusercontent.com/mvt-project/mvt-indicators/main/2022-06-23_rcs_lab/rcs.stix2",
      references: ["https://example.org/report"],
    },
  ]);
  for (const path of ["../x.stix2", "a/../../x.stix2", "/etc/passwd", "a/.hidden", "a b.stix2", "x.stix2?y"]) {
    const bad = indexText(`owner: mvt-project\nrepo: mvt-indicators\nbranch: main\npath: "${path}"`);
    expect(() => parseThreatIndex(bad, readers), path).toThrow(FormatError);
  }
});

test("two sets with one file name are stored under two names", () => {
  const text = `indicators:
  - {type: github, name: A, github: {owner: o, repo: r, branch: main, path: one/x.stix2}}
  - {type: github, name: B, github: {owner: o, repo: r, branch: main, path: two/x.stix2}}
`;
  expect(parseThreatIndex(text, readers).map(({ file }) => file)).toEqual(["x.stix2", "o-two-x.stix2"]);
});

test("what is not the list is refused", () => {
  const yaml = "- name: A\n  packages: [com.example.a]\n";
  expect(stalkerwareIndicators.parse({ "ioc.yaml": yaml, "watchware.yaml": yaml }, readers).entries).toHaveLength(2);
  for (const bad of ["", "<html>404</html>", "- name: A\n", "a: 1\n", "- 1\n- 2\n", "- name: A\n  packages: [com"]) {
    expect(() => stalkerwareIndicators.parse({ "ioc.yaml": bad, "watchware.yaml": yaml }, readers), bad).toThrow(
      FormatError,
    );
  }
  for (const bad of ["", "{}", '{"type":"bundle","objects":[]}', "[1]", "null"]) {
    expect(() => mobileThreatIndicators.parse({ "x.stix2": bad }, readers), bad).toThrow(FormatError);
  }
});

test("names from outside do not reach a prototype", () => {
  const text = "- name: __proto__\n  packages: [com.example.a]\n  __proto__: {packages: [com.example.b]}\n";
  const { entries } = stalkerwareIndicators.parse({ "ioc.yaml": text, "watchware.yaml": text }, readers);
  expect(entries[0]?.packages).toEqual(["com.example.a"]);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  expect(({} as Record<string, unknown>)["packages"]).toBeUndefined();
});

test("the embedded sets are dated, not empty and say where they are from", () => {
  for (const feed of [stalkerwareIndicators, mobileThreatIndicators])
    expect(feed.embedded?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  const threats = mobileThreatIndicators.embedded?.value.indicators ?? [];
  expect(threats.length).toBeGreaterThan(5);
  expect(threats.every(({ reference }) => reference?.startsWith("https://"))).toBe(true);
  expect(stalkerwareIndicators.embedded?.value.entries.length).toBeGreaterThan(20);
});

test.skipIf(!real)("a real list with any piece cut, doubled or replaced gives a value or a FormatError", () => {
  const lists = [
    { feed: mobileThreatIndicators, file: "x.stix2", rest: {}, text: read("mvt-indicators/rcs.stix2") },
    {
      feed: stalkerwareIndicators,
      file: "ioc.yaml",
      rest: { "watchware.yaml": read("stalkerware-indicators/watchware.yaml") },
      text: read("stalkerware-indicators/ioc.yaml").slice(0, 20_000),
    },
  ] as const;
  const mutation = fc.record({
    list: fc.constantFrom(...lists),
    at: fc.nat(40_000),
    length: fc.nat(200),
    piece: fc.oneof(
      fc.constant(""),
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom('"', "[", "\n- ", ": ", "'"),
    ),
  });
  fc.assert(
    fc.property(mutation, ({ list: { feed, file, rest, text }, at, length, piece }) => {
      try {
        feed.parse({ ...rest, [file]: text.slice(0, at) + piece + text.slice(at + length) }, readers);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 60 },
  );
});
