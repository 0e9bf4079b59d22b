import type { CDPSession, Page } from "playwright-core";

/** How a page scrolled. */
export interface Scrolling {
  /** New frames that were shown, by the browser's own count. */
  readonly framesPerSecond: number;
  /** The fewest in any one second. */
  readonly slowestSecond: number;
  /** What the page's main thread did, in milliseconds of processor time for each frame shown: what else the machine does is not in it. */
  readonly msPerFrame: number;
  /** 95 % of the main thread's frames took less; processor time. */
  readonly worstFrameMs: number;
  /** The longest piece of work that nothing could interrupt; processor time. */
  readonly longestMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of the thread's own processor time. */
  readonly tdur?: number;
}

const categories = [
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-devtools.timeline.frame",
  "devtools.timeline.frame",
  "blink.user_timing",
];
const seconds = 4;
/** In microseconds. */
const second = 1e6;

/** Scrolls a window down as the wheel does, `speed` in pixels a second, and reads from the browser's own trace what that took. */
export async function recordScrolling(window: Page, speed: number): Promise<Scrolling> {
  const session = await window.context().newCDPSession(window);
  await window.evaluate(() => scrollTo(0, 0));
  await window.waitForTimeout(500);
  const events = await traced(session, async () => {
    await window.evaluate(() => performance.mark("scrolling"));
    await session.send("Input.synthesizeScrollGesture", {
      x: 640,
      y: 450,
      yDistance: -speed * seconds,
      speed,
      gestureSourceType: "mouse",
    });
    await window.evaluate(() => performance.mark("scrolled"));
  });
  await session.detach();
  return read(events);
}

async function traced(session: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly object[] }) => {
    for (const each of value) events.push(each as TraceEvent);
  };
  session.on("Tracing.dataCollected", collect);
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: categories, excludedCategories: ["*"] },
  });
  await work();
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect);
  return events;
}

function read(events: readonly TraceEvent[]): Scrolling {
  const start = events.find(({ name }) => name === "scrolling");
  const end = events.find(({ name, pid }) => name === "scrolled" && pid === start?.pid);
  if (!start || !end) throw new Error("the trace does not tell when it was scrolled");
  const within = events.filter(({ pid, ts }) => pid === start.pid && ts >= start.ts && ts <= end.ts);
  const shown = within.filter(({ name }) => name === "DrawFrame").map(({ ts }) => ts);
  const begun = within.filter(({ name }) => name === "BeginMainThreadFrame").map(({ ts }) => ts);
  const tasks = within.filter(({ name, tid, ph }) => tid === start.tid && ph === "X" && name === "RunTask");
  if (tasks.length === 0 || shown.length === 0) throw new Error("the trace holds no tasks or no frames");
  const took = tasks.map(({ tdur = 0 }) => tdur / 1000);
  const each = spread(tasks, begun).sort((a, b) => a - b);
  return {
    framesPerSecond: shown.length / ((end.ts - start.ts) / second),
    slowestSecond: slowest(shown, start.ts, end.ts),
    msPerFrame: took.reduce((a, b) => a + b, 0) / shown.length,
    worstFrameMs: each[Math.floor(each.length * 0.95)] ?? Number.NaN,
    longestMs: Math.max(...took),
  };
}

/** Milliseconds of work from the beginning of each frame to that of the next. */
function spread(tasks: readonly TraceEvent[], begun: readonly number[]): number[] {
  const each = begun.map(() => 0);
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    // A task that begins a frame starts a moment before it says so.
    const frame = begun.findLastIndex((at) => at <= ts + dur);
    if (frame >= 0) each[frame] = (each[frame] ?? 0) + tdur / 1000;
  }
  return each;
}

/** Fewest frames in any second, looked at ten times a second. */
function slowest(shown: readonly number[], from: number, to: number): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (let at = from; at + second <= to; at += second / 10)
    fewest = Math.min(fewest, shown.filter((ts) => ts >= at && ts < at + second).length);
  return fewest;
}
