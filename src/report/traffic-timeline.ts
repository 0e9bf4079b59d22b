import type { TrafficMark } from "../traffic/marks.ts";
import type { AppTraffic, ReportFlow } from "../traffic/traffic-report.ts";

/** When apps were on the network: a line for each, in units of its own field. */
export interface TrafficTimeline {
  readonly width: number;
  readonly height: number;
  /** Where time begins, beyond the names; 0 where names stand above the lines. */
  readonly left: number;
  readonly lanes: readonly TimelineLane[];
  /** Moments to be written below, with how much time lies between two. */
  readonly ticks: readonly { readonly at: number; readonly x: number }[];
  readonly step: number;
  readonly marks: readonly { readonly mark: TrafficMark; readonly x: number }[];
  /** Connections whose time the record does not tell. */
  readonly without: number;
}

export interface TimelineLane {
  /** Key of the app; null for all flows that have none; `others` counts the apps that had no room. */
  readonly key: string | null;
  readonly others: number;
  readonly y: number;
  readonly spots: readonly TimelineSpot[];
}

/** One or several connections at about the same moment. */
export interface TimelineSpot {
  readonly x: number;
  readonly radius: number;
  readonly connections: number;
  /** Epoch milliseconds of the first. */
  readonly at: number;
  /** Whether a listed tracker is among them. */
  readonly tracker: boolean;
  /** Whether one of them was sent in clear. */
  readonly clear: boolean;
}

const laneHeight = 34;
const head = 26;
const foot = 24;
/** Spots are put together where they would lie on each other. */
const grain = 9;

/** Lays out the timeline; null where no connection has a time. At most `most` apps have a line of their own. Pure. */
export function trafficTimeline(
  flows: readonly ReportFlow[],
  apps: readonly Pick<AppTraffic, "key">[],
  marks: readonly TrafficMark[],
  { width, left, most = 14 }: { readonly width: number; readonly left: number; readonly most?: number },
): TrafficTimeline | null {
  const timed = flows.flatMap((flow) => (flow.start === null ? [] : [{ flow, at: flow.start }]));
  if (timed.length === 0) return null;
  const moments = [...timed.map(({ at }) => at), ...marks.map(({ at }) => at)];
  const from = moments.reduce((a, b) => Math.min(a, b));
  const to = Math.max(
    moments.reduce((a, b) => Math.max(a, b)),
    from + 1000,
  );
  const room = 12;
  const xOf = (at: number) => left + room + ((at - from) / (to - from)) * (width - left - room * 2);
  const byKey = new Map<string | null, (typeof timed)[number][]>();
  for (const each of timed) {
    const own = byKey.get(each.flow.appKey);
    if (own) own.push(each);
    else byKey.set(each.flow.appKey, [each]);
  }
  const keys = apps.map(({ key }) => key).filter((key) => byKey.has(key));
  const shown = keys.length > most ? keys.slice(0, most - 1) : keys;
  const rest = keys.slice(shown.length);
  const drafts: { key: string | null; others: number; own: typeof timed }[] = shown.map((key) => ({
    key,
    others: 0,
    own: byKey.get(key) ?? [],
  }));
  if (rest.length > 0)
    drafts.push({ key: null, others: rest.length, own: rest.flatMap((key) => byKey.get(key) ?? []) });
  const nameless = byKey.get(null);
  if (nameless) drafts.push({ key: null, others: 0, own: nameless });
  const high = left === 0 ? laneHeight + 14 : laneHeight;
  const lanes = drafts.map(({ key, others, own }, i) => ({
    key,
    others,
    y: head + i * high + (left === 0 ? high - 15 : high / 2),
    spots: spotsOf(own, xOf),
  }));
  const step = stepOf((to - from) / Math.max(2, Math.floor((width - left) / 130)));
  const ticks: { at: number; x: number }[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push({ at, x: xOf(at) });
  return {
    width,
    left,
    height: head + drafts.length * high + foot,
    lanes,
    ticks,
    step,
    marks: marks.map((mark) => ({ mark, x: xOf(mark.at) })),
    without: flows.length - timed.length,
  };
}

function spotsOf(
  own: readonly { readonly flow: ReportFlow; readonly at: number }[],
  xOf: (at: number) => number,
): readonly TimelineSpot[] {
  const cells = new Map<string, { sum: number; at: number; connections: number; tracker: boolean; clear: boolean }>();
  for (const { flow, at } of own) {
    const x = xOf(at);
    const tracker = flow.recipient.kind === "tracker";
    const clear = flow.encryption === "clear";
    const key = `${Math.floor(x / grain)}${tracker}${clear}`;
    const cell = cells.get(key);
    if (cell) {
      cell.sum += x;
      cell.connections++;
      cell.at = Math.min(cell.at, at);
    } else cells.set(key, { sum: x, at, connections: 1, tracker, clear });
  }
  return [...cells.values()]
    .map(({ sum, at, connections, tracker, clear }) => ({
      x: sum / connections,
      radius: Math.min(11, 4.5 + 1.6 * Math.log2(connections)),
      connections,
      at,
      tracker,
      clear,
    }))
    .sort((a, b) => a.x - b.x);
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [1, 2, 5, 10, 15, 30]
  .flatMap((n) => [n * second, n * minute])
  .concat([1, 2, 3, 6, 12].map((n) => n * hour))
  .concat([1, 2, 7, 14, 30, 90, 365].map((n) => n * day))
  .sort((a, b) => a - b);

/** The first round length of time that is no shorter. */
function stepOf(length: number): number {
  return steps.find((step) => step >= length) ?? Math.ceil(length / (365 * day)) * 365 * day;
}
