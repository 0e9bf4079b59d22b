import type { ReportFlow, StandingKind } from "../traffic/traffic-report.ts";
import { countryPoints, mapSize, regionPoints } from "./world-map-data.ts";

/** A map of where servers stand, measured in the units of its own field. */
export interface TrafficMap {
  readonly width: number;
  readonly height: number;
  /** How the paths of `countryShapes` come into the field. */
  readonly scale: number;
  readonly shift: readonly [x: number, y: number];
  /** Where lines begin: the middle of the owner's region, since records do not say where the phone was. */
  readonly home: readonly [x: number, y: number];
  readonly places: readonly MapPlace[];
  /** Connections to servers whose place is not known or must not be stated. */
  readonly unplaced: number;
}

/** One country with servers. */
export interface MapPlace {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly standing: StandingKind;
  readonly connections: number;
  /** The country itself, and where its circle lies: beside it where circles would lie on each other. */
  readonly at: readonly [x: number, y: number];
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The line from home; null within the own region. */
  readonly line: string | null;
  /** Beside the circle; null where there is no room for it. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: "start" | "end" | "middle" } | null;
}

/** Lays out the map of some connections in a field of this size. Pure. */
export function trafficMap(
  flows: readonly ReportFlow[],
  region: string,
  size: { readonly width: number; readonly height: number },
): TrafficMap {
  const standings = new Map<string, StandingKind>();
  const counts = new Map<string, number>();
  for (const { place, standing } of flows) {
    if (place.country === null || !Object.hasOwn(countryPoints, place.country)) continue;
    if (!standings.has(place.country)) standings.set(place.country, standing ?? "unknown");
    counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
  }
  const placed = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const { places, home: start, ...field } = worldMap(counts, region, size);
  const home = start ?? [0, 0];
  return {
    ...field,
    home,
    places: places.map(({ count, ...place }) => {
      const standing = standings.get(place.country) ?? "unknown";
      const line = standing === "inside" ? null : arc(home, [place.x, place.y]);
      return { ...place, connections: count, standing, line };
    }),
    unplaced: flows.length - placed,
  };
}

/** A piece of the world with a circle for each country, as large as what is counted there. */
export interface WorldMap {
  readonly width: number;
  readonly height: number;
  /** How the paths of `countryShapes` come into the field. */
  readonly scale: number;
  readonly shift: readonly [x: number, y: number];
  readonly home: readonly [x: number, y: number] | null;
  readonly places: readonly (Pick<MapPlace, "country" | "at" | "x" | "y" | "radius" | "label"> & {
    readonly count: number;
  })[];
}

/** Whether a country, or a region such as EU, has a place on the map. */
export function isOnMap(place: string): boolean {
  return Object.hasOwn(countryPoints, place) || Object.hasOwn(regionPoints, place);
}

/** Lays out circles by country in a field of this size; `home` is a place of its own, or none. Pure. */
export function worldMap(
  counts: ReadonlyMap<string, number>,
  home: string | null,
  size: { readonly width: number; readonly height: number },
): WorldMap {
  const homes = home === null ? [] : [pointOf(home)];
  const frame = framed([...homes, ...[...counts.keys()].map(pointOf)], size);
  const into = ([x, y]: readonly [number, number]): [number, number] => [
    x * frame.scale + frame.shift[0],
    y * frame.scale + frame.shift[1],
  ];
  const most = Math.max(1, ...counts.values());
  const [least, widest] = size.width < 600 ? [7, 15] : [8, 22];
  const circles = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([country, count]) => {
      const at = into(pointOf(country));
      const radius = Math.max(least, widest * Math.sqrt(count / most));
      return { country, count, at, x: at[0], y: at[1], radius };
    });
  const start = home === null ? null : into(pointOf(home));
  apart(circles, size);
  return { ...size, ...frame, home: start, places: labelled(circles, start, size) };
}

function pointOf(place: string): readonly [number, number] {
  return regionPoints[place] ?? countryPoints[place] ?? [mapSize.width / 2, mapSize.height / 2];
}

/** The piece of the world that is shown: all points with some room, at least half of it, in the form of the field. */
function framed(points: readonly (readonly [number, number])[], { width, height }: { width: number; height: number }) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const span = (values: readonly number[], room: number) => [Math.min(...values) - room, Math.max(...values) + room];
  const [left = 0, right = 0] = span(xs, 70);
  const [top = 0, bottom = 0] = span(ys, 60);
  const ratio = width / height;
  const wide = Math.min(mapSize.width, Math.max(right - left, (bottom - top) * ratio, mapSize.width * 0.5));
  const scale = width / wide;
  const high = height / scale;
  const within = (middle: number, length: number, all: number) =>
    length >= all ? (all - length) / 2 : Math.min(Math.max(middle - length / 2, 0), all - length);
  const x = within((left + right) / 2, wide, mapSize.width);
  const y = within((top + bottom) / 2, high, mapSize.height);
  return { scale, shift: [-x * scale, -y * scale] as const };
}

interface Circle {
  readonly country: string;
  readonly count: number;
  readonly at: readonly [number, number];
  x: number;
  y: number;
  readonly radius: number;
}

/** Pushes circles that lie on each other apart, a little at a time; none leaves the field. */
function apart(circles: readonly Circle[], { width, height }: { width: number; height: number }): void {
  for (let round = 0; round < 60; round++) {
    let moved = false;
    for (const [i, a] of circles.entries()) {
      for (const b of circles.slice(i + 1)) {
        const [dx, dy] = [b.x - a.x || 0.1, b.y - a.y || 0.1];
        const distance = Math.hypot(dx, dy);
        const overlap = a.radius + b.radius + 2 - distance;
        if (overlap <= 0) continue;
        moved = true;
        // Large circles stay more than small ones do.
        const share = a.radius / (a.radius + b.radius);
        const [ux, uy] = [dx / distance, dy / distance];
        a.x -= ux * overlap * (1 - share);
        a.y -= uy * overlap * (1 - share);
        b.x += ux * overlap * share;
        b.y += uy * overlap * share;
      }
    }
    for (const circle of circles) {
      circle.x = Math.min(Math.max(circle.x, circle.radius + 2), width - circle.radius - 2);
      circle.y = Math.min(Math.max(circle.y, circle.radius + 2), height - circle.radius - 2);
    }
    if (!moved) return;
  }
}

/** Puts the name of each country where nothing else lies: beside, below or above its circle. */
function labelled(
  circles: readonly Circle[],
  home: readonly [number, number] | null,
  { width, height }: { width: number; height: number },
): WorldMap["places"] {
  const box = (x: number, y: number, w: number, h: number) => [x, y, x + w, y + h] as const;
  const taken = [
    ...circles.map(({ x, y, radius }) => box(x - radius, y - radius, radius * 2, radius * 2)),
    ...(home ? [box(home[0] - 7, home[1] - 7, 14, 14)] : []),
  ];
  return circles.map((circle) => {
    const { country, count, at, x, y, radius } = circle;
    // Names are written as their code; the tables have them in full.
    const [wide, high] = [22, 16];
    const places = [
      { x: x + radius + 4, y: y + 5, anchor: "start" as const, left: x + radius + 4 },
      { x: x - radius - 4, y: y + 5, anchor: "end" as const, left: x - radius - 4 - wide },
      { x, y: y + radius + 14, anchor: "middle" as const, left: x - wide / 2 },
      { x, y: y - radius - 5, anchor: "middle" as const, left: x - wide / 2 },
    ];
    const free = places.find(({ left, y: line }) => {
      const [x0, y0, x1, y1] = box(left, line - 12, wide, high);
      if (x0 < 0 || y0 < 0 || x1 > width || y1 > height) return false;
      return !taken.some(([a, b, c, d]) => x0 < c && x1 > a && y0 < d && y1 > b);
    });
    if (free) taken.push(box(free.left, free.y - 12, wide, high));
    const label = free ? { x: free.x, y: free.y, anchor: free.anchor } : null;
    return { country, count, at, x, y, radius, label };
  });
}

/** A line that is bent upwards, the more the farther it goes. */
function arc([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): string {
  const lift = Math.hypot(x1 - x0, y1 - y0) * 0.22;
  const n = (value: number) => value.toFixed(1);
  return `M${n(x0)} ${n(y0)}Q${n((x0 + x1) / 2)} ${n(Math.max(4, (y0 + y1) / 2 - lift))} ${n(x1)} ${n(y1)}`;
}
