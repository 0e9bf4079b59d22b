import fc from "fast-check";
import { expect, test } from "vitest";
import { lawRegions } from "../../src/feeds/privacy-laws.ts";
import { trafficMap } from "../../src/report/traffic-map.ts";
import { trafficSankey } from "../../src/report/traffic-sankey.ts";
import { fitted } from "../../src/report/traffic-signs.ts";
import { trafficTimeline } from "../../src/report/traffic-timeline.ts";
import { countryPoints, countryShapes, mapSize, regionPoints } from "../../src/report/world-map-data.ts";
import type { ReportFlow, StandingKind } from "../../src/traffic/traffic-report.ts";

interface Made {
  readonly app: string | null;
  readonly company: string | null;
  readonly country: string | null;
  readonly start: number | null;
  readonly tracker: boolean;
}

/** A flow with what pictures look at. */
function flow({ app, company, country, start, tracker }: Made): ReportFlow {
  const standing: StandingKind | null = country === null ? null : country === "DE" ? "inside" : "none";
  return {
    appKey: app,
    start,
    standing,
    encryption: "encrypted",
    host: null,
    recipient: { company, domain: null, kind: tracker ? "tracker" : "content" },
    place: { country },
  } as unknown as ReportFlow;
}

const some = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values));
const flows = fc.array(
  fc
    .record({
      app: some(["a", "b", "c", "d"]),
      company: some(["Xiaomi", "Meta", "Google", "others", "constructor"]),
      country: some(Object.keys(countryPoints)),
      start: fc.option(fc.integer({ min: 0, max: 4e12 })),
      tracker: fc.boolean(),
    })
    .map(flow),
  { maxLength: 60 },
);
const apps = ["a", "b", "c"].map((key) => ({ key }));
const sizes = fc.constantFrom({ width: 340, height: 240 }, { width: 980, height: 440 });

test("every country of the world and every region has a place on the map, and it lies in the field", () => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  for (const code of ["SG", "HK", "MO", "MT", "MU", "LI", "MC", "VA", "CN", "US", "DE", "ID", "TW", "AX", "GF", "RE"])
    expect([code, Object.hasOwn(countryPoints, code)]).toEqual([code, true]);
  for (const [code, [x, y]] of Object.entries(countryPoints)) {
    expect(names.of(code), code).toBeDefined();
    expect(x >= 0 && x <= mapSize.width && y > -20 && y <= mapSize.height + 20, code).toBe(true);
  }
  for (const code of Object.keys(countryShapes)) expect(Object.hasOwn(countryPoints, code), code).toBe(true);
  for (const region of Object.keys(lawRegions))
    expect(Object.hasOwn(regionPoints, region) || Object.hasOwn(countryPoints, region), region).toBe(true);
});

test("Germany lies north of Italy and west of Poland, Australia in the south-east", () => {
  const at = (code: string) => countryPoints[code] ?? [Number.NaN, Number.NaN];
  expect(at("DE")[1]).toBeLessThan(at("IT")[1]);
  expect(at("DE")[0]).toBeLessThan(at("PL")[0]);
  expect(at("AU")[0]).toBeGreaterThan(at("IN")[0]);
  expect(at("AU")[1]).toBeGreaterThan(at("SG")[1]);
});

test("every connection is on the map or counted as without a place; circles do not lie on each other where there is room", () => {
  fc.assert(
    fc.property(flows, sizes, fc.constantFrom(...Object.keys(lawRegions)), (all, size, region) => {
      const map = trafficMap(all, region, size);
      const placed = map.places.reduce((sum, { connections }) => sum + connections, 0);
      expect(placed + map.unplaced).toBe(all.length);
      expect(map.unplaced).toBe(all.filter(({ place }) => place.country === null).length);
      for (const { x, y, radius, line, standing } of map.places) {
        expect(x >= radius && x <= size.width - radius && y >= radius && y <= size.height - radius).toBe(true);
        expect(line === null).toBe(standing === "inside");
      }
    }),
    { numRuns: 60 },
  );
});

test("labels of the map lie on no circle and on no other label", () => {
  const all = ["DE", "NL", "PL", "FR", "GB", "CN", "SG", "US", "RU", "IE"].map((country) =>
    flow({ app: "a", company: "x", country, start: 0, tracker: false }),
  );
  for (const size of [
    { width: 980, height: 440 },
    { width: 340, height: 245 },
  ]) {
    const { places } = trafficMap(all, "EU", size);
    const boxes = places.flatMap(({ label, country }) => {
      if (label === null) return [];
      const left = { start: label.x, end: label.x - 22, middle: label.x - 11 }[label.anchor];
      return [{ country, left, right: left + 22, top: label.y - 12, bottom: label.y + 4 }];
    });
    expect(boxes.length).toBeGreaterThan(4);
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        expect(
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
          a.country + b.country,
        ).toBe(false);
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y), a.country + b.country).toBeGreaterThan(a.radius + b.radius - 3);
  }
});

test("all connections go through the bands, and no node or band leaves the field", () => {
  fc.assert(
    fc.property(flows, fc.integer({ min: 2, max: 12 }), (all, most) => {
      const picture = trafficSankey(all, apps, { width: 900, unit: 8, most });
      for (const column of [0, 1, 2] as const) {
        const nodes = picture.nodes.filter((node) => node.column === column);
        expect(nodes.reduce((sum, { connections }) => sum + connections, 0)).toBe(all.length);
        // What is not known and the others stand beside the named ones.
        expect(nodes.length).toBeLessThanOrEqual(most + 1);
        for (const { y, height } of nodes) expect(y >= 0 && y + height <= picture.height + 0.01).toBe(true);
      }
      for (const column of [0, 1] as const) {
        const bands = picture.bands.filter(({ from }) => from.column === column);
        expect(bands.reduce((sum, { connections }) => sum + connections, 0)).toBe(all.length);
      }
      expect(JSON.stringify(picture)).not.toMatch(/NaN|Infinity|null,"y"/);
    }),
    { numRuns: 60 },
  );
});

test("every connection with a time is on the timeline, the others are counted", () => {
  fc.assert(
    fc.property(flows, (all) => {
      const timed = all.filter(({ start }) => start !== null);
      const mark = { at: 1e12, kind: "refused", text: "refused", app: null } as const;
      const picture = trafficTimeline(all, apps, [mark], { width: 340, left: 0, most: 3 });
      if (timed.length === 0) {
        expect(picture).toBeNull();
        return;
      }
      const shown = picture?.lanes.flatMap(({ spots }) => spots).reduce((sum, { connections }) => sum + connections, 0);
      const known = timed.filter(({ appKey }) => appKey === null || apps.some(({ key }) => key === appKey));
      expect(shown).toBe(known.length);
      expect(picture?.without).toBe(all.length - timed.length);
      expect(picture?.ticks.length).toBeLessThan(12);
      for (const { x } of picture?.marks ?? []) expect(x >= 0 && x <= 340).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("a text is cut where its room ends, by letters and never within one", () => {
  expect(fitted("Diet, Health & Co", 400)).toBe("Diet, Health & Co");
  expect(fitted("Xiaomi service framework", 90)).toMatch(/^Xiaomi.*…$/);
  expect(fitted("微信微信微信微信微信", 60).length).toBeLessThan(6);
  expect(fitted("😀😀😀😀😀😀😀", 40)).not.toMatch(/[\ud800-\udbff]…/);
});
