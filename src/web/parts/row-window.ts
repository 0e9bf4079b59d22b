import { type Accessor, createEffect, createMemo, createSignal, onCleanup, onMount } from "solid-js";

/** Which rows of a long list are in the document, and how much room those before and behind them take. */
export interface RowWindow<Row> {
  readonly rows: Accessor<readonly Row[]>;
  /** Place of the first of them in the whole list. */
  readonly start: Accessor<number>;
  /** Pixels. */
  readonly before: Accessor<number>;
  readonly behind: Accessor<number>;
  /** To be called with the element that holds the rows and nothing else; they are all of one height. */
  readonly attach: (body: HTMLElement) => void;
}

/** Rows that are kept ready on either side: the keyboard goes on to them, and a turn of the wheel finds them there. */
const spare = 8;
/** By even steps, so that a small movement makes and takes away no rows. */
const step = 4;
const assumedHeight = 60;

/**
 * Keeps as many rows of a list in the document as the window shows, so that thousands of them scroll as smoothly as few. The page itself
 * scrolls. Where it is printed, all rows are there.
 */
export function useRowWindow<Row>(all: Accessor<readonly Row[]>): RowWindow<Row> {
  const [height, setHeight] = createSignal(assumedHeight);
  const [range, setRange] = createSignal({ from: 0, to: 40 }, { equals: (a, b) => a.from === b.from && a.to === b.to });
  const [whole, setWhole] = createSignal(false);
  let body: HTMLElement | undefined;
  let frame = 0;
  const look = () => {
    frame = 0;
    if (!body) return;
    const row = body.querySelector<HTMLElement>("[data-row]")?.offsetHeight ?? 0;
    if (row > 0) setHeight(row);
    const top = before() - body.getBoundingClientRect().top;
    const last = Math.max(0, all().length - 1);
    const from = Math.min(last, Math.max(0, top / height() - spare));
    const to = (top + innerHeight) / height() + spare;
    setRange({ from: Math.floor(from / step) * step, to: Math.ceil(to / step) * step });
  };
  const later = () => {
    frame ||= requestAnimationFrame(look);
  };
  const print = () => setWhole(true);
  const printed = () => setWhole(false);
  onMount(() => {
    addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later, { passive: true });
    addEventListener("beforeprint", print);
    addEventListener("afterprint", printed);
  });
  onCleanup(() => {
    cancelAnimationFrame(frame);
    removeEventListener("scroll", later);
    removeEventListener("resize", later);
    removeEventListener("beforeprint", print);
    removeEventListener("afterprint", printed);
  });
  createEffect(() => {
    all();
    later();
  });
  const shown = createMemo(() => {
    const { length } = all();
    if (whole()) return { from: 0, to: length };
    const to = Math.min(length, range().to);
    return { from: Math.min(range().from, to), to };
  });
  const before = () => shown().from * height();
  return {
    rows: () => all().slice(shown().from, shown().to),
    start: () => shown().from,
    before,
    behind: () => (all().length - shown().to) * height(),
    attach: (element) => {
      body = element;
      later();
    },
  };
}
