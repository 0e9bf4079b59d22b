import { plainText, width } from "../report/plain-text.ts";

/** A column of a table on a terminal. */
export interface Column<T> {
  readonly title: string;
  /** Outside text is made safe by the table. */
  readonly value: (row: T) => string;
  /** Columns of the terminal that it needs at least, and takes at most. */
  readonly least: number;
  readonly most: number;
  /** The column with the lowest one is left out first where room is short; without one it never is. */
  readonly priority?: number;
  readonly align?: "right";
  /** Of a path or a package name the end tells more than the beginning. */
  readonly keepEnd?: boolean | ((row: T) => boolean);
}

/** A table laid out for a width. */
export interface LaidOut {
  readonly head: string;
  /** One line for each row. */
  readonly lines: readonly string[];
  /** Titles of columns that there was no room for. */
  readonly left: readonly string[];
}

const gap = 2;
const clipped = 300;

/** Lays out a table: every row one line of at most `room` columns; what does not fit is cut, then left out by its priority. */
export function layOut<T>(columns: readonly Column<T>[], rows: readonly T[], room: number): LaidOut {
  const cells = rows.map((row) => columns.map(({ value }) => plainText(value(row), clipped)));
  const natural = columns.map(({ title, least, most }, i) => {
    const widest = cells.reduce((so, row) => Math.max(so, width(row[i] ?? "")), width(title));
    return { widest: Math.min(widest, most), least: Math.min(widest, Math.max(least, width(title))) };
  });
  const shown = fitting(columns, natural, room);
  const widths = stretched(
    shown.map((i) => natural[i] ?? { widest: 0, least: 0 }),
    room,
  );
  const line = (row: readonly string[], of?: T) =>
    shown
      .map((i, place) => {
        const column = columns[i];
        const { keepEnd } = column ?? {};
        const end = typeof keepEnd === "function" ? of !== undefined && keepEnd(of) : keepEnd;
        const text = cut(row[i] ?? "", widths[place] ?? 0, end);
        return padded(text, widths[place] ?? 0, column?.align);
      })
      .join(" ".repeat(gap))
      .trimEnd();
  return {
    head: line(columns.map(({ title }) => title)),
    lines: cells.map((row, i) => line(row, rows[i])),
    left: columns.flatMap(({ title }, i) => (shown.includes(i) ? [] : [title])),
  };
}

interface Extent {
  readonly widest: number;
  readonly least: number;
}

/** Which columns have room when each is as narrow as it may be. */
function fitting<T>(columns: readonly Column<T>[], extents: readonly Extent[], room: number): readonly number[] {
  let shown = columns.map((_, i) => i);
  const needed = () => shown.reduce((sum, i) => sum + (extents[i]?.least ?? 0) + gap, -gap);
  while (needed() > room) {
    const [next] = shown
      .filter((i) => columns[i]?.priority !== undefined)
      .sort((a, b) => (columns[a]?.priority ?? 0) - (columns[b]?.priority ?? 0));
    if (next === undefined) break;
    shown = shown.filter((i) => i !== next);
  }
  return shown;
}

/** Gives the room that is left to the columns that want more, a little at a time and to all alike. */
function stretched(extents: readonly Extent[], room: number): readonly number[] {
  const widths = extents.map(({ least }) => least);
  let free = room - widths.reduce((sum, each) => sum + each + gap, -gap);
  for (let grew = true; grew && free > 0; ) {
    grew = false;
    for (const [i, { widest }] of extents.entries()) {
      if (free <= 0 || (widths[i] ?? 0) >= widest) continue;
      widths[i] = (widths[i] ?? 0) + 1;
      free--;
      grew = true;
    }
  }
  return widths;
}

/** Filled up with spaces to so many columns. */
export function padded(text: string, columns: number, align?: "right"): string {
  const spaces = " ".repeat(Math.max(0, columns - width(text)));
  return align === "right" ? spaces + text : text + spaces;
}

/** Cut to so many columns, with an ellipsis where something is left out. */
export function cut(text: string, columns: number, keepEnd = false): string {
  if (width(text) <= columns) return text;
  const characters = keepEnd ? [...text].reverse() : [...text];
  let used = 1;
  let kept = "";
  for (const character of characters) {
    used += width(character);
    if (used > columns) break;
    kept = keepEnd ? character + kept : kept + character;
  }
  return keepEnd ? `…${kept}` : `${kept}…`;
}
