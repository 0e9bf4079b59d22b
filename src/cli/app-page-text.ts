import type { AppPage, PageItem, PageRow } from "../centre/app-page.ts";
import { plainText, width, wrap } from "../report/plain-text.ts";
import { paint, type Tone } from "./paint.ts";
import { padded } from "./text-table.ts";

export interface PageLook {
  readonly color: boolean;
  readonly width: number;
  /** Every item of every row; otherwise the first of long rows. */
  readonly all: boolean;
  /** What has to be read before anything is done. */
  readonly warning?: string | undefined;
}

/** So that a SHA-256 has room on a line of 80 columns. */
const labelColumns = 13;
const indent = 2;
/** Items of one row before "and N more". */
const shownItems = 8;
/** Characters of one item. */
const longest = 3000;

const tones: Readonly<Record<NonNullable<PageItem["tone"]>, Tone>> = { alarm: "red", warn: "yellow", quiet: "dim" };

/** The page of one app for a terminal or a plain text file. Every text passes `plainText` here. */
export function pageText(page: AppPage, look: PageLook): string {
  const { color } = look;
  const about = [page.packageName, page.version].flatMap((text) => (text === null ? [] : [plainText(text)]));
  const lines = [
    ...wrap(plainText(page.name), look.width).map((line) => paint(line, "bold", color)),
    ...(about.length > 0 ? wrap(about.join("  "), look.width).map((line) => paint(line, "dim", color)) : []),
  ];
  if (look.warning !== undefined)
    lines.push("", ...wrap(look.warning, look.width).map((line) => paint(line, "red", color)));
  for (const { title, rows } of page.sections) {
    lines.push("", paint(plainText(title).toUpperCase(), "bold", color));
    for (const row of rows) lines.push(...rowLines(row, look));
  }
  return `${lines.join("\n")}\n`;
}

function rowLines({ label, items }: PageRow, look: PageLook): readonly string[] {
  const name = plainText(label, 60);
  const margin = " ".repeat(indent + labelColumns + 1);
  // A label without room for it stands on a line of its own.
  const own = width(name) > labelColumns;
  const shown = look.all ? items : items.slice(0, items.length > shownItems + 1 ? shownItems : items.length);
  const rest = items.length - shown.length;
  const more: readonly PageItem[] = rest > 0 ? [{ text: `and ${rest} more (--all shows them)`, tone: "quiet" }] : [];
  const room = Math.max(24, look.width - margin.length);
  const texts = [...shown, ...more].flatMap(({ text, tone }) =>
    folded(plainText(text, longest), room, items.length > 1).map((line) =>
      paint(line, tone ? tones[tone] : "plain", look.color),
    ),
  );
  const head = " ".repeat(indent) + padded(name, labelColumns + 1);
  return own
    ? [" ".repeat(indent) + name, ...texts.map((text) => margin + text)]
    : texts.map((text, i) => (i === 0 ? head : margin) + text);
}

/** Lines that go on are set in where there are several items, so that these can be told apart. */
function folded(text: string, room: number, several: boolean): readonly string[] {
  if (!several || width(text) <= room) return wrap(text, room);
  return wrap(text, room - 2).map((line, i) => (i === 0 ? line : `  ${line}`));
}
