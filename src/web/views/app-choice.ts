import type { AppTableRow } from "../../centre/app-table.ts";
import { severities } from "../../core/check.ts";

/** What a person can ask of the apps; several at once all have to hold. */
export const appFilters = ["verdict", "outside", "trackers", "dangerous", "unopened", "unread"] as const;
export type AppFilter = (typeof appFilters)[number];

/** What the table can be ordered by. */
export const appSorts = ["verdict", "name", "origin", "trackers", "dangerous", "opened", "size"] as const;
export type AppSort = (typeof appSorts)[number];

/** Whose apps: all, those that were added, or those that came with the phone. */
export type AppOwner = "all" | "added" | "system";

/** What is asked of the table. */
export interface AppChoice {
  readonly search: string;
  readonly filters: readonly AppFilter[];
  readonly owner: AppOwner;
  readonly sort: AppSort;
  /** The other way round than what `sort` shows first. */
  readonly reversed: boolean;
}

export const everything: AppChoice = { search: "", filters: [], owner: "all", sort: "verdict", reversed: false };

/** The apps that were asked for, and how many cannot be told, because what was asked of them was not read. */
export interface ChosenApps {
  readonly rows: readonly AppTableRow[];
  readonly undecided: number;
}

/** Chooses and orders rows. What is not known of an app is neither a yes nor a no: it is counted, and stands last in an order. Pure. */
export function chooseApps(rows: readonly AppTableRow[], choice: AppChoice): ChosenApps {
  const words = choice.search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const chosen: AppTableRow[] = [];
  let undecided = 0;
  for (const row of rows) {
    if (!mentions(row, words)) continue;
    const answers = [ownedBy(row, choice.owner), ...choice.filters.map((filter) => answerTo[filter](row))];
    if (answers.every((answer) => answer === true)) chosen.push(row);
    else if (!answers.includes(false)) undecided++;
  }
  const { value, first } = orders[choice.sort];
  const turn = (first === "largest") === choice.reversed ? 1 : -1;
  chosen.sort((a, b) => compare(value(a), value(b), turn) || byName(a, b));
  return { rows: chosen, undecided };
}

/** Of how many rows a filter holds. */
export function countFor(rows: readonly AppTableRow[], filter: AppFilter): number {
  return rows.filter((row) => answerTo[filter](row) === true).length;
}

/** What the column shows first: the largest value, or the smallest. */
export function firstOf(sort: AppSort): "largest" | "smallest" {
  return orders[sort].first;
}

/** Whether it is so; undefined: that was not read. */
const answerTo: Readonly<Record<AppFilter, (row: AppTableRow) => boolean | undefined>> = {
  verdict: ({ verdict, depth }) => verdict !== null || (depth === "none" ? undefined : false),
  outside: ({ origin }) => origin.kind === "outside" || origin.kind === "unknown",
  trackers: ({ trackers }) => (trackers === null ? undefined : trackers > 0),
  dangerous: ({ dangerous }) => (dangerous === null ? undefined : dangerous > 0),
  unopened: ({ lastOpened: { state } }) => (state === "unknown" ? undefined : state === "not-since"),
  unread: ({ unread }) => unread,
};

function ownedBy({ system }: AppTableRow, owner: AppOwner): boolean | undefined {
  if (owner === "all") return true;
  return system === null ? undefined : system === (owner === "system");
}

function mentions(row: AppTableRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const texts = [row.name, row.package, row.signer, row.origin.words, ...row.companies, row.verdict?.name ?? ""];
  const all = texts.join("\n").toLowerCase();
  return words.every((word) => all.includes(word));
}

type Value = number | string | null;
const places = { outside: 0, unknown: 1, shop: 2, system: 3 } as const;

/** Null: not known. */
const orders: Readonly<
  Record<AppSort, { readonly first: "largest" | "smallest"; readonly value: (row: AppTableRow) => Value }>
> = {
  // The worst first; then what was added from outside before what came with the phone.
  verdict: {
    first: "largest",
    value: ({ verdict, origin }) =>
      -(verdict ? severities.indexOf(verdict.severity) : severities.length) * 4 - places[origin.kind],
  },
  name: { first: "smallest", value: ({ name }) => name },
  origin: { first: "smallest", value: ({ origin }) => `${places[origin.kind]} ${origin.words}` },
  trackers: { first: "largest", value: ({ trackers }) => trackers },
  dangerous: { first: "largest", value: ({ dangerous }) => dangerous },
  // What was never opened is the oldest of all.
  opened: {
    first: "largest",
    value: ({ lastOpened }) =>
      lastOpened.state === "unknown" ? null : lastOpened.state === "opened" ? lastOpened.at : 0,
  },
  size: { first: "largest", value: ({ size }) => size },
};

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function compare(a: Value, b: Value, turn: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
  return order * turn;
}

function byName(a: AppTableRow, b: AppTableRow): number {
  return collator.compare(a.name, b.name) || (a.package < b.package ? -1 : 1);
}
