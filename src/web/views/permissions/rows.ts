import type { PermissionCell, PermissionMatrix, PermissionRow } from "../../../centre/permission-matrix.ts";
import type { PermissionGroup } from "../../../centre/permission-words.ts";

/** The matrix as the server gives it. */
export type Matrix = PermissionMatrix & { readonly takenAt: string | null };

/** Which apps of a matrix are shown. */
export interface RowChoice {
  /** Only apps that ask for this; all groups where null. */
  readonly group: PermissionGroup | null;
  readonly who: "added" | "system" | "all";
  readonly user: number | null;
  /** Only apps that may use the group, or any. */
  readonly onlyAllowed: boolean;
  /** Only apps that were not opened for so many days; all where null. Where nobody knows, an app is not among them. */
  readonly unusedDays: number | null;
  /** Part of a package name or of a label, in lower case. */
  readonly search: string;
}

const usable = ["allowed", "while-in-use", "once"];
const dayMs = 86_400_000;

/** Whether an app may use what the cell is about, now or when it is opened. */
export const isUsable = ({ state }: PermissionCell): boolean => usable.includes(state);

/** How many groups an app may use. */
export const reachOf = ({ cells }: PermissionRow): number => cells.filter(isUsable).length;

/** Apps that are counted once for each user. */
export const keyOf = ({ package: name, user }: Pick<PermissionRow, "package" | "user">): string => `${user}:${name}`;

/** The rows to show, those that may use most first; of one group those that used it last first. Pure. `now` in epoch milliseconds. */
export function shownRows(
  { rows }: PermissionMatrix,
  choice: RowChoice,
  names: ReadonlyMap<string, string>,
  now: number,
): readonly PermissionRow[] {
  const wanted = rows.filter((row) => isShown(row, choice, names, now));
  const { group } = choice;
  if (group === null) return wanted.sort((a, b) => reachOf(b) - reachOf(a) || byName(a, b));
  const rank = (row: PermissionRow) => ranks.indexOf(cellOf(row, group)?.state ?? "not-asked");
  const used = (row: PermissionRow) => cellOf(row, group)?.usedAgoMs ?? Number.POSITIVE_INFINITY;
  const nearer = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return wanted.sort((a, b) => rank(a) - rank(b) || nearer(used(a), used(b)) || byName(a, b));
}

/** The cell of a group. */
export function cellOf({ cells }: PermissionRow, group: PermissionGroup): PermissionCell | undefined {
  return cells.find((cell) => cell.group === group);
}

/** Whole days since the app was opened, or since the phone began to count; null where that is not known. */
export function daysSince({ lastOpened }: PermissionRow, now: number): number | null {
  return lastOpened.state === "unknown" ? null : Math.max(0, Math.floor((now - lastOpened.at) / dayMs));
}

/** From the most to the least that an app gets. */
const ranks = ["allowed", "while-in-use", "once", "unknown", "ignored", "ask", "denied", "never", "not-asked"];

function isShown(row: PermissionRow, choice: RowChoice, names: ReadonlyMap<string, string>, now: number): boolean {
  if (choice.who !== "all" && row.system !== (choice.who === "system")) return false;
  if (choice.user !== null && row.user !== choice.user) return false;
  const asked = row.cells.filter(
    ({ group, state }) => state !== "not-asked" && (choice.group === null || group === choice.group),
  );
  if (asked.length === 0 || (choice.onlyAllowed && !asked.some(isUsable))) return false;
  const days = daysSince(row, now);
  if (choice.unusedDays !== null && (days === null || days < choice.unusedDays)) return false;
  return `${row.package}\n${names.get(row.package) ?? ""}`.toLowerCase().includes(choice.search);
}

const byName = (a: PermissionRow, b: PermissionRow) => (a.package < b.package ? -1 : 1);
