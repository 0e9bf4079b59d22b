// Writes src/report/world-map-data.ts: the countries of Natural Earth (public domain, by way of world-atlas) as paths on a flat map, one point
// for every country that has a code, and the places where lines from a region begin. Run by hand when world-atlas changes:
// node scripts/run.mjs scripts/world-map.ts
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { geoArea, geoCentroid, geoNaturalEarth1, geoPath } from "d3-geo";
import { feature } from "topojson-client";

type Topology = Parameters<typeof feature>[0];
type Shapes = GeoJSON.FeatureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon, { readonly name: string }>;

const root = join(import.meta.dirname, "..");
const width = 1000;
/** South of this is only Antarctica. */
const southernmost = -57;

const coarse = read("countries-110m.json");
const fine = read("countries-50m.json");
const projection = geoNaturalEarth1().rotate([-11, 0]);
const frame: GeoJSON.MultiPoint = {
  type: "MultiPoint",
  coordinates: [-169, -90, 0, 90, 191].flatMap((lon) => [82, 0, southernmost].map((lat) => [lon, lat])),
};
projection.fitWidth(width, frame);
const [, top] = projection([11, 82.5]) ?? [0, 0];
const [x0, y0] = projection.translate();
projection.translate([x0, y0 - top]);
const height = Math.ceil((projection([11, southernmost]) ?? [0, 0])[1]);

/** Names that the source writes in another way. */
const written: Readonly<Record<string, string>> = {
  Vatican: "VA",
  "Marshall Is.": "MH",
  "N. Mariana Is.": "MP",
  "U.S. Virgin Is.": "VI",
  "United States of America": "US",
  "S. Geo. and the Is.": "GS",
  "Br. Indian Ocean Ter.": "IO",
  "Saint Helena": "SH",
  "Pitcairn Is.": "PN",
  "Falkland Is.": "FK",
  "Cayman Is.": "KY",
  "British Virgin Is.": "VG",
  "Turks and Caicos Is.": "TC",
  Turkey: "TR",
  "S. Sudan": "SS",
  "Solomon Is.": "SB",
  "St. Vin. and Gren.": "VC",
  "Saint Lucia": "LC",
  "Cook Is.": "CK",
  "W. Sahara": "EH",
  Macedonia: "MK",
  Palestine: "PS",
  "Wallis and Futuna Is.": "WF",
  "St-Martin": "MF",
  "St-Barthélemy": "BL",
  "Fr. Polynesia": "PF",
  "Fr. S. Antarctic Lands": "TF",
  Åland: "AX",
  "Eq. Guinea": "GQ",
  "Dominican Rep.": "DO",
  "Faeroe Is.": "FO",
  "Côte d'Ivoire": "CI",
  "Dem. Rep. Congo": "CD",
  Congo: "CG",
  Macao: "MO",
  "Hong Kong": "HK",
  "Central African Rep.": "CF",
  "Cabo Verde": "CV",
  Myanmar: "MM",
  "Bosnia and Herz.": "BA",
  "Heard I. and McDonald Is.": "HM",
  "Ashmore and Cartier Is.": "AU",
  "Antigua and Barb.": "AG",
};

const codes = codesOf(fine);
const path = geoPath(projection).digits(1);
const shapes = new Map<string, string>();
let other = "";
for (const each of coarse.features) {
  if (each.properties.name === "Antarctica") continue;
  const drawn = lean(path(each) ?? "");
  const code = codes.get(each.id === undefined ? each.properties.name : String(each.id));
  if (code === undefined) other += drawn;
  else shapes.set(code, (shapes.get(code) ?? "") + drawn);
}
const points = new Map<string, readonly [number, number]>();
for (const each of fine.features) {
  const code = each.id === undefined ? undefined : codes.get(String(each.id));
  const place = code === undefined || points.has(code) ? null : projection(geoCentroid(largest(each.geometry)));
  if (code !== undefined && place) points.set(code, [Math.round(place[0]), Math.round(place[1])]);
}
// Territories that the source draws as part of another country, or not at all; lists of places have them apart.
const apart = {
  BQ: [-68.3, 12.2],
  CC: [96.8, -12.2],
  CX: [105.7, -10.5],
  GF: [-53.1, 4],
  GI: [-5.35, 36.1],
  GP: [-61.5, 16.2],
  MQ: [-61, 14.6],
  RE: [55.5, -21.1],
  SJ: [16, 78.5],
  TK: [-171.8, -9.2],
  TV: [179.2, -8.5],
  XK: [20.9, 42.6],
  YT: [45.2, -12.8],
} as const;
for (const [code, [lon, lat]] of Object.entries(apart)) {
  const place = points.has(code) ? null : projection([lon, lat]);
  if (place) points.set(code, [Math.round(place[0]), Math.round(place[1])]);
}
// Of Antarctica nothing is shown.
for (const [code, [, y]] of points) if (y > height) points.delete(code);
/** Where lines from a region begin: the middle of it, since records do not say where the phone was. */
const middles = { EU: [9, 50], GB: [-1.5, 52.5], CH: [8.2, 46.8], "US-CA": [-119.4, 36.8] } as const;
const homes = Object.fromEntries(
  Object.entries(middles).map(([region, at]) => [region, (projection([at[0], at[1]]) ?? [0, 0]).map(Math.round)]),
);

const rows = (map: ReadonlyMap<string, unknown>) =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`);
const text = `// Written by scripts/world-map.ts. Do not edit.
// Made with Natural Earth (https://www.naturalearthdata.com, public domain), 1:110m and 1:50m, through world-atlas; Natural Earth projection.
// Borders are drawn as that source has them, simplified: they are a backdrop and say nothing about whose a territory is.
// biome-ignore-all format: generated

/** Size of the field that paths and points lie in. */
export const mapSize = { width: ${width}, height: ${height} } as const;

/** Outlines of countries by ISO 3166-1 alpha-2; small ones have none. */
export const countryShapes: Readonly<Record<string, string>> = {
${rows(shapes).join("\n")}
};

/** Land that has no code of its own. */
export const otherLand = ${JSON.stringify(other)};

/** A point in each country, in the middle of its largest piece. */
export const countryPoints: Readonly<Record<string, readonly [x: number, y: number]>> = {
${rows(points).join("\n")}
};

/** Where lines from a region begin that is no single country. */
export const regionPoints: Readonly<Record<string, readonly [x: number, y: number]>> = ${JSON.stringify(homes)};
`;
writeFileSync(join(root, "src", "report", "world-map-data.ts"), text);
console.log(
  `${shapes.size} shapes, ${points.size} points, ${Math.round(text.length / 1024)} KiB, ${width} × ${height}`,
);

function read(name: string): Shapes {
  const world = JSON.parse(readFileSync(join(root, "node_modules", "world-atlas", name), "utf8")) as Topology & {
    objects: { countries: Parameters<typeof feature>[1] };
  };
  return feature(world, world.objects.countries) as unknown as Shapes;
}

/** Alpha-2 codes by the numeric ones, found by the names, which differ in few. */
function codesOf({ features }: Shapes): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const plain = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("&", "and").toLowerCase();
  const byName = new Map<string, string>();
  for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
    const name = names.of(code) ?? code;
    // Codes of countries that are no more stand for those of today.
    if (new Intl.Locale(`und-${code}`).region !== code) continue;
    if (name !== code && !byName.has(plain(name))) byName.set(plain(name), code);
  }
  const codes = new Map<string, string>();
  for (const { id, properties } of features) {
    const code = written[properties.name] ?? byName.get(plain(properties.name));
    if (code === undefined && id !== undefined) throw new Error(`no code for ${properties.name}`);
    // Ashmore and Cartier have Australia's number.
    if (code !== undefined && properties.name !== "Ashmore and Cartier Is.")
      codes.set(String(id ?? properties.name), code);
  }
  return codes;
}

function largest(shape: GeoJSON.Polygon | GeoJSON.MultiPolygon): GeoJSON.Polygon {
  if (shape.type === "Polygon") return shape;
  const pieces = shape.coordinates.map((coordinates): GeoJSON.Polygon => ({ type: "Polygon", coordinates }));
  return pieces.reduce((best, piece) => (geoArea(piece) > geoArea(best) ? piece : best));
}

/** Relative steps on a grid of half a unit: a third of the length. */
function lean(drawn: string): string {
  const grid = (text: string) => Math.round(Number(text) * 2) / 2;
  return drawn
    .split("M")
    .filter((ring) => ring !== "")
    .map((ring) => {
      const all = ring
        .replace("Z", "")
        .split("L")
        .map((pair) => pair.split(",").map(grid) as [number, number]);
      const kept = all.filter(([x, y], i) => i === 0 || x !== all[i - 1]?.[0] || y !== all[i - 1]?.[1]);
      if (kept.length < 3) return "";
      const steps = kept.slice(1).flatMap(([x, y], i) => [x - (kept[i]?.[0] ?? 0), y - (kept[i]?.[1] ?? 0)]);
      return `M${run([...(kept[0] ?? [])])}l${run(steps)}z`;
    })
    .join("");
}

/** Numbers behind each other, with a space only where one could be read into the next. */
function run(values: readonly number[]): string {
  return values.reduce((line, value) => {
    const next = short(value);
    const own = line === "" || next.startsWith("-") || (next.startsWith(".") && /\.\d*$/.test(line));
    return line + (own ? "" : " ") + next;
  }, "");
}

function short(value: number): string {
  return String(value).replace(/^(-?)0\./, "$1.");
}
