import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packBulletins } from "../../scripts/updates.ts";
import { FormatError } from "../../src/core/errors.ts";
import { androidBulletins } from "../../src/feeds/android-bulletins.ts";
import { readBulletinTable } from "../../src/feeds/bulletin-table.ts";
import { parseSdkReport } from "../../src/feeds/google-sdk-report.ts";
import { knownExploited, parseKnownExploited } from "../../src/feeds/known-exploited.ts";
import { countBySeverity, missingFixes, type PatchLevels } from "../../src/feeds/missing-fixes.ts";
import { keptAdvisory, parseOsvAndroid } from "../../src/feeds/osv-android.ts";
import { compareXiaomiVersions, parseXiaomiBuilds, xiaomiBuilds } from "../../src/feeds/xiaomi-builds.ts";
import { parseYaml } from "../../src/formats/yaml-document.ts";

interface Row {
  readonly cve?: string;
  readonly asb?: string;
  readonly sev?: string;
  readonly comp?: string;
  readonly spl?: string;
}

const shared = join(import.meta.dirname, "../../../shared/data/updates");
const load = (name: string) => JSON.parse(readFileSync(join(shared, name), "utf8"));
const original = load("asb-bulletins.json") as {
  bulletins: Record<string, Row[]>;
  coverage: Record<string, { complete: boolean }>;
};
const bulletins = androidBulletins.embedded?.value ?? fail();
const exploited = knownExploited.embedded?.value ?? fail();
const readers = { yaml: parseYaml };

function fail(): never {
  throw new Error("there is no list");
}

function levels(os: string | null, vendor: string | null = os, change: Partial<PatchLevels> = {}): PatchLevels {
  return { os, vendor, playSystem: null, sdk: 34, chip: null, ...change };
}

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const found = (os: string | null, vendor: string | null, day: string, change: Partial<PatchLevels> = {}) =>
  missingFixes(levels(os, vendor, change), bulletins, exploited, at(day));

test("the list that comes with Candor says what the rows say, month by month", () => {
  for (const [month, rows] of Object.entries(original.bulletins)) {
    // PUB-A: fixes of Google's own phones.
    const want = rows
      .filter(({ asb }) => !asb?.startsWith("PUB-A-"))
      .map((row) => [row.cve ?? row.asb, row.spl ?? `${month}-01`, row.sev ?? null].join(" "))
      .sort();
    const months = new Set(rows.map((row) => (row.spl ?? `${month}-01`).slice(0, 7)).concat(month));
    const have = new Set(
      bulletins.fixes
        .filter(({ level, unverified }) => months.has(level.slice(0, 7)) && !unverified)
        .map(({ id, level, severity }) => [id, level, severity?.[0]?.toUpperCase() ?? null].join(" ")),
    );
    expect(
      want.filter((row) => !have.has(row)),
      month,
    ).toEqual([]);
    expect(bulletins.months.find((each) => each.month === month)?.complete).toBe(original.coverage[month]?.complete);
  }
  expect(bulletins.fixes.filter(({ unverified }) => !unverified).length).toBe(4_776);
  expect(packBulletins(original, load("kev-android.json"))).not.toContain("undefined");
});

describe("levels counted by hand from the rows", () => {
  // As published for the level of August 2024, examined on 22 August 2026: 535 fixes, 40 critical, 491 high.
  test("August 2024, two years later", () => {
    const { os, vendor, uncertain, stale } = found("2024-08-01", "2024-08-01", "2026-08-22", {
      playSystem: "2024-08-01",
    });
    const all = [...os.missing, ...vendor.missing];
    expect(all.length).toBe(535);
    // One of them is renewed through the Play Store: where its day is not told, it is not counted.
    expect(found("2024-08-01", null, "2026-08-22").os.missing.length).toBe(os.missing.length - 1);
    expect(countBySeverity(all)).toMatchObject({ critical: 40, high: 491 });
    expect(os.exploited.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "CVE-2024-43093",
        "CVE-2025-27363",
        "CVE-2025-48633",
        "CVE-2025-48572",
        "CVE-2025-48543",
      ]),
    );
    expect(uncertain).toContain("2025-07");
    expect(stale).toBe(true);
  });

  test("October 2019: the last month that is known in full; its three levels one after the other", () => {
    const left = (level: string) => found(level, level, "2019-10-20", { sdk: 28 });
    const rows = original.bulletins["2019-10"] ?? [];
    expect(rows.length).toBe(26);
    const later = (level: string) => rows.filter(({ spl = "2019-10-01" }) => spl > level).length;
    for (const level of ["2019-09-05", "2019-10-01", "2019-10-05", "2019-10-06"]) {
      const { os, vendor } = left(level);
      expect(os.missing.length + vendor.missing.length, level).toBe(later(level));
    }
    expect(later("2019-10-06")).toBe(0);
    expect(left("2019-09-05").os.exploited).toEqual([]);
    expect(left("2019-09-05").uncertain).toEqual([]);
  });

  test("rows of a level before their own bulletin: two of August 2019 belong to the level of June", () => {
    const ids = found("2019-06-01", "2019-06-01", "2019-08-20").vendor.missing.filter(
      ({ level }) => level === "2019-06-05",
    );
    expect(ids.length).toBeGreaterThanOrEqual(2);
    expect(
      found("2019-06-05", "2019-06-05", "2019-08-20").vendor.missing.some(({ level }) => level === "2019-06-05"),
    ).toBe(false);
  });

  test("months without a bulletin: October 2025 misses what September missed not, and July 2025 asks for nothing new", () => {
    const count = (level: string) => found(level, level, "2025-10-20").os.missing.length;
    expect(count("2025-06-05")).toBe(count("2025-07-05"));
    expect(count("2025-09-05")).toBe(0);
    expect(found("2025-09-05", "2025-09-05", "2025-10-20").uncertain).toContain("2025-10");
    expect(count("2025-08-05")).toBe((original.bulletins["2025-09"] ?? []).length);
  });

  test("a fix that two bulletins name counts once, until the later of its levels", () => {
    const ids = (level: string) =>
      found(level, level, "2025-04-20").os.missing.filter(({ id }) => id === "CVE-2024-43093");
    expect([ids("2024-10-05").length, ids("2024-11-05").length, ids("2025-03-05").length]).toEqual([1, 1, 0]);
    expect(ids("2024-10-05")[0]?.level).toBe("2024-11-01");
  });
});

test("each level has its own line: chips behind Android, and before it", () => {
  const behind = found("2025-01-05", "2024-06-05", "2025-01-31");
  expect([behind.os.missing.length, behind.vendor.missing.length > 10]).toEqual([0, true]);
  const ahead = found("2024-06-05", "2025-01-05", "2025-01-31");
  expect([ahead.os.missing.length > 10, ahead.vendor.missing.length]).toEqual([true, 0]);
});

test("what a level does not tell is unknown, and nothing is counted", () => {
  for (const level of [
    null,
    "",
    "recent",
    "2024-13-01",
    "2024-02-31",
    "2024-8-1",
    "2018-06-19",
    "2031-01-01",
    "2024-08-01\n",
  ]) {
    const { os, missing } = { ...found(level, level, "2024-09-01"), missing: found(level, level, "2024-09-01").vendor };
    expect(
      [os.unknown === null, os.missing.length, missing.unknown === null, missing.missing.length],
      String(level),
    ).toEqual([false, 0, false, 0]);
  }
});

test("what was published after the examination does not count, nor what was listed after it", () => {
  const early = found("2024-08-01", "2024-08-01", "2024-08-20");
  expect(early.os.missing.every(({ level }) => level <= "2024-08-20")).toBe(true);
  expect(early.stale).toBe(false);
  expect(found("2024-06-01", "2024-06-01", "2024-08-06").os.exploited.some(({ id }) => id === "CVE-2024-36971")).toBe(
    false,
  );
  expect(found("2024-06-01", "2024-06-01", "2024-08-08").os.exploited.some(({ id }) => id === "CVE-2024-36971")).toBe(
    true,
  );
});

test("holes of another maker's chip are left out where the chip is told", () => {
  const ids = (chip: PatchLevels["chip"]) =>
    found("2023-01-01", "2023-01-01", "2025-03-01", { chip }).vendor.exploited.map(({ vendor }) => vendor);
  expect(new Set(ids(null))).toEqual(new Set(["Qualcomm", "Arm"]));
  expect(new Set(ids("qualcomm"))).toEqual(new Set(["Qualcomm"]));
  expect(new Set(ids("mediatek"))).toEqual(new Set(["Arm"]));
});

test("a newer level never misses more than an older one, whatever the day", () => {
  const day = fc.date({ min: new Date("2015-08-01"), max: new Date("2026-12-31"), noInvalidDate: true });
  const text = (date: Date) => date.toISOString().slice(0, 10);
  fc.assert(
    fc.property(day, day, day, (a, b, now) => {
      const [older, newer] = [text(a), text(b)].sort() as [string, string];
      const [one, two] = [older, newer].map((level) =>
        missingFixes(levels(level), bulletins, exploited, now.getTime()),
      );
      if (!one || !two) return;
      for (const part of ["os", "vendor"] as const) {
        if (one[part].unknown !== null || two[part].unknown !== null) continue;
        const had = new Set(one[part].missing.map(({ id }) => id));
        expect(two[part].missing.filter(({ id }) => !had.has(id))).toEqual([]);
        expect(two[part].exploited.length).toBeLessThanOrEqual(one[part].exploited.length);
      }
    }),
    { numRuns: 60 },
  );
});

const report = (change: object = {}) =>
  JSON.stringify({
    vulnerabilities: {
      "2026-08-01": [
        {
          cve_identifiers: ["CVE-2026-1", "CVE-2026-2"],
          asb_identifiers: ["ASB-A-1"],
          severity: "high",
          components: ["system"],
        },
        { cve_identifiers: [], asb_identifiers: ["PUB-A-5"], severity: "high", components: ["system"] },
      ],
      "2026-08-05": [
        { cve_identifiers: [], asb_identifiers: ["ASB-A-7"], severity: "Critical", components: ["vendor"] },
      ],
    },
    kernel_lts_versions: { "2026-08-01": ["5.10.240"] },
    ...change,
  });

test("Google's lists are joined: fixes of an API level concern that one alone, and older months stay", () => {
  const files = {
    "android_sdk_34.json": report(),
    "android_sdk_35.json": report({
      vulnerabilities: {
        "2026-09-01": [
          { cve_identifiers: ["CVE-2026-9"], asb_identifiers: [], severity: "low", components: ["kernel"] },
        ],
      },
    }),
  };
  const joined = androidBulletins.parse(files, readers);
  expect(joined.sdks).toEqual([34, 35]);
  expect(joined.until).toBe("2026-09");
  expect(joined.kernels).toEqual([{ level: "2026-08-01", versions: ["5.10.240"] }]);
  expect(joined.months.slice(-2)).toEqual([
    { month: "2026-08", complete: true },
    { month: "2026-09", complete: true },
  ]);
  expect(joined.fixes.filter(({ sdks }) => sdks).map(({ id, sdks }) => `${id} ${sdks}`)).toEqual([
    "CVE-2026-1 34",
    "CVE-2026-2 34",
    "ASB-A-7 34",
    "CVE-2026-9 35",
  ]);
  expect(joined.fixes.filter(({ sdks }) => !sdks).length).toBe(bulletins.fixes.length);
  const ids = (sdk: number) =>
    missingFixes(levels("2026-07-05", null, { sdk }), joined, exploited, at("2026-09-20")).os.missing;
  expect([ids(34).length, ids(35).length, ids(28).length]).toEqual([2, 1, 3]);
  const uncertain = (sdk: number | null) =>
    missingFixes(levels("2026-08-05", null, { sdk }), joined, exploited, at("2026-09-20")).uncertain;
  expect([uncertain(34), uncertain(28), uncertain(null)]).toEqual([[], ["2026-08", "2026-09"], ["2026-08", "2026-09"]]);
});

test("what is not Google's list is refused", () => {
  for (const text of ["", "[]", "null", "{}", '{"vulnerabilities":{}}', '{"vulnerabilities":[]}', "<html>"])
    expect(() => parseSdkReport(text), text).toThrow(FormatError);
  const group = (change: object) => ({
    cve_identifiers: ["CVE-2026-1"],
    asb_identifiers: [],
    severity: "low",
    components: [],
    ...change,
  });
  for (const bad of [{ cve_identifiers: ["x"] }, { cve_identifiers: 5 }, { components: "system" }])
    expect(
      () => parseSdkReport(report({ vulnerabilities: { "2026-08-01": [group(bad)] } })),
      JSON.stringify(bad),
    ).toThrow(FormatError);
  expect(() => parseSdkReport(report({ vulnerabilities: { August: [group({})] } }))).toThrow(FormatError);
  expect(() => parseSdkReport(report({ kernel_lts_versions: { "2026-08-01": ["new"] } }))).toThrow(FormatError);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      try {
        expect(parseSdkReport(JSON.stringify(value)).fixes.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 200 },
  );
});

test("a line of the packed table that is none is refused", () => {
  for (const line of [
    "05 vendor H",
    "x vendor H 2020-1",
    "05 moon H 2020-1",
    "05 vendor X 2020-1",
    "05 vendor H 2020-x",
  ]) {
    if (line === "05 vendor H") expect(readBulletinTable(`2020-01 part\n${line}`).fixes).toEqual([]);
    else expect(() => readBulletinTable(`2020-01 part\n${line}`), line).toThrow(FormatError);
  }
});

test("CISA's catalogue: every hole with its day, and another document is refused", () => {
  expect(exploited.holes.length).toBe(72);
  const entry = { cveID: "CVE-2026-1234", dateAdded: "2026-08-01", vendorProject: "Android", product: "Framework" };
  const read = (list: unknown) => parseKnownExploited(JSON.stringify({ vulnerabilities: list }));
  expect(read([entry]).holes).toEqual([
    { cve: "CVE-2026-1234", added: "2026-08-01", vendor: "Android", product: "Framework" },
  ]);
  expect(read([{ ...entry, vendorProject: "a\u202eb" }]).holes[0]?.vendor).toBe("");
  for (const bad of [[], {}, [null], [{ ...entry, cveID: "x" }], [{ ...entry, dateAdded: "soon" }]])
    expect(() => read(bad)).toThrow(FormatError);
  expect(() => parseKnownExploited("no")).toThrow(FormatError);
});

test("Xiaomi's systems: HyperOS comes after MIUI, and numbers count as numbers", () => {
  const order = [
    "V6.6.1.0.KHBMICF",
    "V12.0.3.0.PEICNXM",
    "V12.5.6.0.RFACNXM",
    "V14.0.4.0.TMZIDXM",
    "V14.0.32.0.TMCCNXM",
    "OS1.0.3.0.TKXCNXM",
    "OS2.0.8.0.VLECNXM",
    "OS2.0.14.0.UMZEUXM",
    "OS3.0.4.0.VMRCNXM",
  ];
  for (let i = 1; i < order.length; i++)
    expect(compareXiaomiVersions(order[i - 1] ?? "", order[i] ?? "")).toBeLessThan(0);
  const builds = xiaomiBuilds.embedded?.value.builds ?? [];
  expect(builds.find(({ model }) => model === "pipa_id_global")).toEqual({
    model: "pipa_id_global",
    version: "OS2.0.15.0.UMZIDXM",
    date: "2026-05-10",
  });
  expect(
    builds.every(
      ({ model, version, date }) => /^\w+$/.test(model) && /^[\w.]+$/.test(version) && /^20\d\d-\d\d-\d\d$/.test(date),
    ),
  ).toBe(true);
});

test("the published list of builds: the newest stable one of each model, and nothing else", () => {
  const entry = (codename: string, version: string, branch = "Stable") =>
    `- android: '14.0'\n  branch: ${branch}\n  codename: ${codename}\n  date: 2026-05-09\n  link: https://x/\n  md5: null\n  name: Phone\n  version: ${version}\n`;
  const text = [
    entry("pipa", "OS2.0.8.0.UMZCNXM"),
    entry("pipa", "OS2.0.20.0.UMZCNXM"),
    entry("pipa", "OS3.0.1.0.VMZCNXM", "Stable Beta"),
    entry("../x", "OS1.0.1.0.A"),
  ].join("");
  expect(parseXiaomiBuilds(text).builds).toEqual([
    { model: "pipa", version: "OS2.0.20.0.UMZCNXM", date: "2026-05-09" },
  ]);
  for (const bad of ["", "- a", "<html>", entry("pipa", "OS2", "Weekly")])
    expect(() => parseXiaomiBuilds(bad)).toThrow(FormatError);
});

const advisory = (change: object = {}, specific: object = {}) => ({
  schema_version: "1.7.5",
  id: "ASB-A-340239088",
  published: "2026-08-01T00:00:00Z",
  aliases: ["A-340239088", "CVE-2026-77"],
  affected: [
    {
      package: { name: "platform/frameworks/base", ecosystem: "Android" },
      ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "16:0" }, { fixed: "16:2026-08-01" }] }],
      versions: ["14", "16"],
      ecosystem_specific: { severity: "High", spl: "2026-08-01", vanir_signatures: [{ digest: {} }], ...specific },
    },
  ],
  ...change,
});
const osvLines = (...documents: readonly object[]) =>
  documents.map((each) => `${JSON.stringify(keptAdvisory(each))}\n`).join("");

test("OSV adds fixes that Google's lists leave out, for the versions that it names", () => {
  expect(JSON.stringify(keptAdvisory(advisory()))).not.toContain("vanir");
  expect([keptAdvisory(advisory({ id: "PUB-A-1" })), keptAdvisory(advisory({ withdrawn: "2026-08-02" }))]).toEqual([
    null,
    null,
  ]);
  const kernel = { package: { name: ":linux_kernel:", ecosystem: "Android" }, versions: ["Kernel"] };
  const chip = { package: { name: ":unspecified:SoCVersion", ecosystem: "Android" }, versions: ["SoCVersion"] };
  const spl = { ecosystem_specific: { severity: "Critical", spl: "2026-08-05" } };
  const osv = osvLines(
    advisory(),
    advisory({ id: "ASB-A-2", aliases: ["CVE-2026-1", "CVE-2026-78"] }),
    advisory({
      id: "ASB-A-3",
      aliases: [],
      affected: [
        { ...kernel, ...spl },
        { ...chip, ...spl },
      ],
    }),
    advisory({ id: "ASB-A-4", aliases: ["CVE-2026-79"] }, { spl: "2019-01-01" }),
    advisory({ id: "ASB-A-5", aliases: ["CVE-2026-80"] }, { spl: "not told" }),
  );
  const joined = androidBulletins.parse({ "android_sdk_34.json": report(), "osv-android.jsonl": osv }, readers);
  const without = androidBulletins.parse({ "android_sdk_34.json": report() }, readers);
  const added = joined.fixes.slice(without.fixes.length);
  expect(added).toEqual([
    { id: "CVE-2026-77", severity: "high", part: "system", level: "2026-08-01", sdks: [34, 36] },
    { id: "CVE-2026-78", severity: "high", part: "system", level: "2026-08-01", sdks: [34, 36] },
    { id: "ASB-A-3", severity: "critical", part: "kernel", level: "2026-08-05" },
    { id: "ASB-A-3", severity: "critical", part: "vendor", level: "2026-08-05" },
  ]);
  expect([joined.sdks, joined.until, joined.months]).toEqual([[34], without.until, without.months]);
});

test("what is no advisory of OSV is refused", () => {
  for (const bad of [null, [], {}, { id: 5 }, { id: "../x" }, advisory({ affected: 5 }), advisory({ aliases: [5] })])
    expect(() => keptAdvisory(bad), JSON.stringify(bad)).toThrow(FormatError);
  for (const text of ["", "x", "{}", '{"id":"ASB-A-1","aliases":[],"affected":[]}'])
    expect(() => parseOsvAndroid(text), text).toThrow(FormatError);
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom("id", "aliases", "affected"), (value, key) => {
      try {
        const kept = keptAdvisory(advisory({ [key]: value }));
        if (kept !== null) parseOsvAndroid(`${JSON.stringify(kept)}\n`);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 300 },
  );
});
