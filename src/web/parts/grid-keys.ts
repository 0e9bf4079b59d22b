/**
 * Lets the arrow keys go through what can be pressed in the cells of a table: left and right in a row, up and down in a column, Home and End to
 * its ends. For `onKeyDown` of a table; cells without anything to press are passed over.
 */
export function gridKeys(event: KeyboardEvent & { readonly currentTarget: HTMLTableElement }): void {
  const move = moves[event.key];
  const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>("td, th") : null;
  const row = cell?.parentElement;
  if (!move || !cell || !(row instanceof HTMLTableRowElement)) return;
  if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
  const rtl = getComputedStyle(event.currentTarget).direction === "rtl";
  const target = move(event.currentTarget, row, cell.cellIndex, rtl);
  if (!target) return;
  event.preventDefault();
  target.focus();
}

type Move = (table: HTMLTableElement, row: HTMLTableRowElement, at: number, rtl: boolean) => HTMLElement | undefined;

const along: (step: number) => Move = (step) => (_, row, at, rtl) => inRow(row, at, rtl ? -step : step);
const across: (step: number) => Move = (step) => (table, row, at) => {
  const rows = [...table.rows];
  for (let i = rows.indexOf(row) + step; i >= 0 && i < rows.length; i += step) {
    const found = pressable(rows[i]?.cells[at]);
    if (found) return found;
  }
  return undefined;
};

/** By the name of the key. */
const moves: Readonly<Record<string, Move>> = {
  ArrowRight: along(1),
  ArrowLeft: along(-1),
  ArrowDown: across(1),
  ArrowUp: across(-1),
  Home: (_, row) => inRow(row, -1, 1),
  End: (_, row) => inRow(row, row.cells.length, -1),
};

function inRow(row: HTMLTableRowElement, from: number, step: number): HTMLElement | undefined {
  for (let i = from + step; i >= 0 && i < row.cells.length; i += step) {
    const found = pressable(row.cells[i]);
    if (found) return found;
  }
  return undefined;
}

function pressable(cell: HTMLTableCellElement | undefined): HTMLElement | undefined {
  return cell?.querySelector<HTMLElement>("button, a[href], input, select") ?? undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== "checkbox");
}
