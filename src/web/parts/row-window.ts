import { type Accessor, batch, createEffect, createMemo, createSignal, onCleanup, onMount, untrack } from "solid-js";

/** Which rows of a long list are in the document, and how much room those before and behind them take. */
export interface RowWindow<Row> {
  readonly slots: Accessor<readonly RowSlot<Row>[]>;
  /** Pixels. */
  readonly before: Accessor<number>;
  readonly behind: Accessor<number>;
  /** To be called with the element that holds the rows and nothing else; they are all of one height. */
  readonly attach: (body: HTMLElement) => void;
}

/** One row in the document. What stands in it changes while one scrolls: it leaves at one end and comes back at the other as another row. */
export interface RowSlot<Row> {
  readonly row: Accessor<Row>;
  /** Its place in the whole list, from 0. */
  readonly index: Accessor<number>;
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
  const slots = createMemo<readonly Slot<Row>[]>((seen) => fill(seen, all(), shown()), []);
  return {
    slots,
    before,
    behind: () => (all().length - shown().to) * height(),
    attach: (element) => {
      body = element;
      later();
    },
  };
}

interface Slot<Row> extends RowSlot<Row> {
  readonly put: (row: Row, index: number) => void;
}

/** Rows that stay keep their slots; those that come get the slots of those that went. In the order of the list, for whoever goes by keyboard or ear. */
function fill<Row>(
  seen: readonly Slot<Row>[],
  all: readonly Row[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Slot<Row>[] {
  const staying = new Map<number, Slot<Row>>();
  const free: Slot<Row>[] = [];
  for (const slot of seen) {
    const index = untrack(slot.index);
    if (index >= from && index < to) staying.set(index, slot);
    else free.push(slot);
  }
  return batch(() =>
    all.slice(from, to).map((row, i) => {
      const slot = staying.get(from + i) ?? free.pop();
      if (!slot) return makeSlot(row, from + i);
      slot.put(row, from + i);
      return slot;
    }),
  );
}

function makeSlot<Row>(first: Row, at: number): Slot<Row> {
  const [row, setRow] = createSignal(first);
  const [index, setIndex] = createSignal(at);
  return {
    row,
    index,
    put: (next, place) => {
      setRow(() => next);
      setIndex(place);
    },
  };
}
