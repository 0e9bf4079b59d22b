import type { Severity } from "../core/check.ts";

/** How it stood with a phone at one examination. */
export interface HistoryCounts {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly examination: string;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly unanswered: number;
}

/** What a lane counts. */
export type LaneKind = Severity | "unanswered";

/** One examination in a lane, in pixels. */
export interface LaneDot {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly at: string;
  readonly examination: string;
}

/** One kind of count over time, with a scale of its own. */
export interface HistoryLane {
  readonly kind: LaneKind;
  readonly last: number;
  readonly most: number;
  /** Of an SVG path, through all dots. */
  readonly path: string;
  /** All of them, or none where they would not stand apart. */
  readonly dots: readonly LaneDot[];
  /** The examination that is looked at. */
  readonly here: LaneDot | null;
}

export interface LaneSize {
  readonly width: number;
  readonly height: number;
}

/** Room around dots. */
const edge = 7;

/**
 * Lays out one lane for each kind, all with the same time from start to end. Examinations of one moment stand beside each other in their order.
 * What was between two examinations is not known: the line only leads the eye. Pure.
 */
export function historyLanes(
  points: readonly HistoryCounts[],
  kinds: readonly LaneKind[],
  here: string | null,
  { width, height }: LaneSize,
): readonly HistoryLane[] {
  const xs = placesOf(points, width);
  return kinds.map((kind) => {
    const counts = points.map((point) => (kind === "unanswered" ? point.unanswered : point.findings[kind]));
    const most = counts.reduce((so, count) => Math.max(so, count), 0);
    const dots = points.map(({ at, examination }, i): LaneDot => {
      const count = counts[i] ?? 0;
      const y = height - edge - (most === 0 ? 0 : (count / most) * (height - 2 * edge));
      return { x: rounded(xs[i] ?? 0), y: rounded(y), count, at, examination };
    });
    return {
      kind,
      last: counts.at(-1) ?? 0,
      most,
      path: dots.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join(""),
      dots: dots.length <= Math.max(2, width / 12) ? dots : [],
      here: dots.find(({ examination }) => examination === here) ?? null,
    };
  });
}

/** By time; in even steps where all are of one moment. */
function placesOf(points: readonly HistoryCounts[], width: number): readonly number[] {
  const times = points.map(({ at }) => Date.parse(at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const room = Math.max(0, width - 2 * edge);
  if (last > first) return times.map((time) => edge + ((time - first) / (last - first)) * room);
  return points.map((_, i) => edge + (points.length < 2 ? room / 2 : (i / (points.length - 1)) * room));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
