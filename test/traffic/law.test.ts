import fc from "fast-check";
import { expect, test } from "vitest";
import { embeddedAdequacyDecisions } from "../../src/feeds/embedded/adequacy-decisions.ts";
import { embeddedPrivacyLaws } from "../../src/feeds/embedded/privacy-laws.ts";
import { type LawRegion, lawRegions } from "../../src/feeds/privacy-laws.ts";
import { standingOf } from "../../src/traffic/law.ts";

const books = { laws: embeddedPrivacyLaws.value, decisions: embeddedAdequacyDecisions.value };
const on = (country: string | null, region: LawRegion, date = "2026-07-01") => standingOf(country, region, date, books);

test.each([
  ...["DE", "FR", "IE", "LT", "HR", "IS", "LI", "NO", "GF", "RE", "AX"].map(
    (country) => [country, "inside", null] as const,
  ),
  ["GR", "inside", null],
  ["EL", "inside", null],
  ["AD", "adequate", "2010/625/EU"],
  ["AR", "adequate", "2003/490/EC"],
  ["BR", "adequate", "(EU) 2026/179"],
  ["CA", "adequate", "2002/2/EC"],
  ["CH", "adequate", "2000/518/EC"],
  ["FO", "adequate", "2010/146/EU"],
  ["GB", "adequate", "(EU) 2021/1772, renewed on 2025-12-19"],
  ["uk", "adequate", "(EU) 2021/1772, renewed on 2025-12-19"],
  ["GG", "adequate", "2003/821/EC"],
  ["IL", "adequate", "2011/61/EU"],
  ["IM", "adequate", "2004/411/EC"],
  ["JE", "adequate", "2008/393/EC"],
  ["JP", "adequate", "(EU) 2019/419"],
  ["KR", "adequate", "(EU) 2022/254"],
  ["NZ", "adequate", "2013/65/EU"],
  ["UY", "adequate", "2012/484/EU"],
  ["US", "adequate", "(EU) 2023/1795 (Data Privacy Framework)"],
  ...[
    "CN",
    "HK",
    "SG",
    "IN",
    "RU",
    "ID",
    "TR",
    "TW",
    "VN",
    "MY",
    "TH",
    "PH",
    "MX",
    "ZA",
    "AE",
    "UA",
    "XK",
    "NC",
    "PF",
    "GL",
  ].map((country) => [country, "none", null] as const),
] as const)("for the EU, %s is %s by %s", (country, kind, decision) => {
  const standing = on(country, "EU");
  expect(standing.kind).toBe(kind);
  expect(standing.kind === "adequate" ? standing.decision.decision : null).toBe(decision);
});

test("law is judged by the day", () => {
  expect(on("GB", "EU", "2020-12-31").kind).toBe("inside");
  expect(on("GB", "EU", "2021-03-01").kind).toBe("none");
  expect(on("GB", "EU", "2032-01-01")).toMatchObject({ kind: "none", other: { until: "2031-12-27" } });
  expect(on("BR", "EU", "2026-01-25")).toMatchObject({ kind: "none", other: { inForceFrom: "2026-01-26" } });
  expect(on("US", "EU", "2020-07-15")).toMatchObject({
    kind: "adequate",
    decision: { decision: "(EU) 2016/1250 (Privacy Shield)" },
  });
  expect(on("US", "EU", "2021-01-01").kind).toBe("none");
  expect(on("DE", "EU", "2018-05-24")).toMatchObject({ kind: "unknown" });
  expect(on("US", "IN", "2026-07-01").kind).toBe("none");
  expect(on("US", "IN", "2027-06-01").kind).toBe("allowed");
});

test("other regions have rules of their own", () => {
  expect(on("DE", "GB")).toMatchObject({ kind: "adequate", decision: { country: "EEA" } });
  expect(on("BR", "GB").kind).toBe("none");
  expect(on("KR", "GB", "2022-12-18").kind).toBe("none");
  expect(on("US", "GB", "2023-10-12")).toMatchObject({ kind: "adequate", decision: { extent: "part" } });
  expect(on("FR", "BR")).toMatchObject({ kind: "adequate" });
  for (const [region, country] of [
    ["GB", "GB"],
    ["IN", "IN"],
    ["ID", "ID"],
    ["BR", "BR"],
    ["CN", "CN"],
    ["TR", "TR"],
    ["RU", "RU"],
    ["VN", "VN"],
  ] as const)
    expect([region, on(country, region).kind]).toEqual([region, "inside"]);
  for (const region of ["ID", "CN", "TR", "RU", "VN"] as const)
    expect([region, on("US", region).kind]).toEqual([region, "none"]);
  expect(on("SG", "US-CA").kind).toBe("allowed");
});

test("the United States are covered in part, and who has to be looked up is said", () => {
  expect(on("US", "EU")).toMatchObject({
    decision: { extent: "part", condition: expect.stringContaining("dataprivacyframework.gov") },
  });
});

test("what cannot be told is unknown, never a standing", () => {
  for (const country of [null, "", "EU", "ZZ", "Germany", "D"]) expect(on(country, "EU").kind).toBe("unknown");
  expect(on("DE", "EU", "yesterday").kind).toBe("unknown");
});

test("every decision has a number, a date and a source, and says whether it was compared", () => {
  for (const row of books.decisions.decisions) {
    expect(row.inForceFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(row.until ?? "9999-12-31" > row.inForceFrom).toBeTruthy();
    expect(row.decision.length).toBeGreaterThan(3);
    expect(row.source).toMatch(/^https:\/\//);
    expect(typeof row.confirmed).toBe("boolean");
  }
  for (const { region } of books.laws.laws) expect(Object.hasOwn(lawRegions, region)).toBe(true);
});

test("in each region at most one law holds on a day, and today one does", () => {
  const regions = Object.keys(lawRegions) as LawRegion[];
  fc.assert(
    fc.property(
      fc.constantFrom(...regions),
      fc.date({ min: new Date("2010-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }),
      (region, day) => {
        const date = day.toISOString().slice(0, 10);
        const holding = books.laws.laws.filter(
          (row) => row.region === region && row.inForceFrom <= date && (row.until ?? "9999") >= date,
        );
        expect(holding.length).toBeLessThan(2);
      },
    ),
  );
  for (const region of regions) expect(on("AQ", region).kind).not.toBe("unknown");
});
