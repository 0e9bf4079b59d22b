import { daysUnopened, type PermissionCell, type PermissionRow } from "../centre/permission-matrix.ts";
import { type PermissionStateWord, permissionStates } from "../centre/permission-state.ts";
import {
  backgroundLocation,
  choiceWords,
  type PermissionGroup,
  permissionGroups,
  permissionWords,
} from "../centre/permission-words.ts";
import { type CsvCell, writeCsv } from "../report/csv.ts";
import { type Column, layOut } from "./text-table.ts";

/** A mark for each state: a shape and a letter, so that nothing hangs on colour. */
const marks: Readonly<Record<PermissionStateWord, readonly [mark: string, words: string]>> = {
  allowed: ["●A", "allowed"],
  "while-in-use": ["◐U", "only while the app is in use"],
  once: ["◔1", "this one time"],
  unknown: ["?", "the phone does not tell"],
  ignored: ["◌I", "granted, but withheld (app-op)"],
  ask: ["○a", "has to ask first"],
  denied: ["✗D", "denied"],
  never: ["✗N", "denied, may not ask again"],
  "not-asked": ["·", "not asked for"],
};

/** Headings of two letters, and where a column is left out when room is short: what tells most about a person stays longest. */
const heads: Readonly<Record<PermissionGroup, readonly [head: string, priority: number]>> = {
  camera: ["Ca", 14],
  microphone: ["Mi", 13],
  location: ["Lo", 12],
  [backgroundLocation]: ["Lb", 11],
  contacts: ["Co", 10],
  sms: ["Sm", 9],
  "call-log": ["Cl", 8],
  phone: ["Ph", 7],
  calendar: ["Cd", 4],
  files: ["Fi", 5],
  photos: ["Im", 6],
  sensors: ["Se", 3],
  nearby: ["Nb", 2],
  notifications: ["No", 1],
};

const mark = ({ state, fixed }: PermissionCell) => `${marks[state][0]}${fixed ? "!" : ""}`;

/** How many groups an app may use, as a measure of what comes first. */
export function reach({ cells }: PermissionRow): number {
  return cells.filter(({ state }) => state === "allowed" || state === "while-in-use" || state === "once").length;
}

/** The matrix, with what the marks in it mean, for so many columns of a terminal. */
export function matrixLines(rows: readonly PermissionRow[], room: number, now: number): readonly string[] {
  const users = new Set(rows.map(({ user }) => user));
  const columns: readonly Column<PermissionRow>[] = [
    { title: "App", value: (row) => row.package, least: 18, most: 44, keepEnd: true },
    ...(users.size > 1 ? [{ title: "User", value: (row: PermissionRow) => String(row.user), least: 4, most: 5 }] : []),
    ...permissionGroups.map((group, i) => ({
      title: heads[group][0],
      value: (row: PermissionRow) => {
        const cell = row.cells[i];
        return cell ? mark(cell) : "?";
      },
      least: 2,
      most: 3,
      priority: heads[group][1],
    })),
    { title: "Opened", value: (row) => openedWords(row, now), least: 10, most: 14, priority: 10.5 },
  ];
  const table = layOut(columns, rows, room);
  const shown = new Set(rows.flatMap(({ cells }) => cells.map(({ state }) => state)));
  const meaning = permissionStates
    .filter((state) => shown.has(state))
    .map((state) => `${marks[state][0]} ${marks[state][1]}`);
  const titles = permissionGroups.map((group) => `${heads[group][0]} ${choiceWords(group)}`);
  const fixed = rows.some(({ cells }) => cells.some((cell) => cell.fixed));
  return [
    table.head,
    ...table.lines,
    "",
    ...wrapped([...meaning, ...(fixed ? ["! fixed by the maker or an administrator"] : [])], room),
    ...wrapped(titles, room),
    ...(table.left.length > 0
      ? [`Left out for want of room: ${leftOut(table.left)}. A wider window, or --json, has them.`]
      : []),
  ];
}

/** Columns that there was no room for, in words. */
function leftOut(titles: readonly string[]): string {
  return titles
    .map((title) => {
      const group = permissionGroups.find((each) => heads[each][0] === title);
      return group === undefined ? title : choiceWords(group);
    })
    .join(", ");
}

/** One group of permissions: every app that asks for it, with the last use. */
export function groupLines(
  rows: readonly PermissionRow[],
  group: PermissionGroup,
  room: number,
  now: number,
): readonly string[] {
  const place = permissionGroups.indexOf(group);
  const asking = rows
    .flatMap((row) => {
      const cell = row.cells[place];
      return cell && cell.state !== "not-asked" ? [{ row, cell }] : [];
    })
    .sort(
      (a, b) =>
        permissionStates.indexOf(a.cell.state) - permissionStates.indexOf(b.cell.state) ||
        (a.cell.usedAgoMs ?? Number.POSITIVE_INFINITY) - (b.cell.usedAgoMs ?? Number.POSITIVE_INFINITY) ||
        a.row.package.localeCompare(b.row.package),
    );
  const columns: readonly Column<(typeof asking)[number]>[] = [
    { title: "", value: ({ cell }) => mark(cell), least: 2, most: 3 },
    { title: "App", value: ({ row }) => row.package, least: 18, most: 44, keepEnd: true },
    { title: "User", value: ({ row }) => String(row.user), least: 4, most: 5, priority: 1 },
    { title: "State", value: ({ cell }) => cellWords(cell), least: 12, most: 60 },
    { title: "Last use of it", value: ({ cell }) => agoWords(cell.usedAgoMs), least: 10, most: 16, priority: 3 },
    { title: "App opened", value: ({ row }) => openedWords(row, now), least: 10, most: 16, priority: 2 },
  ];
  const table = layOut(columns, asking, room);
  return asking.length === 0 ? [`No app asks for: ${choiceWords(group)}.`] : [table.head, ...table.lines];
}

/** One app: every group that it asks for, permission by permission. */
export function appLines(row: PermissionRow, now: number): readonly string[] {
  const about = [
    `user ${row.user}`,
    row.system ? "came with the phone" : "was added",
    `opened: ${openedWords(row, now)}`,
  ];
  if (row.legacy) about.push("made for Android 5 or older: it cannot ask");
  if (row.roles.length > 0) about.push(`default app for: ${row.roles.join(", ")}`);
  const lines = [`${row.package} (${about.join("; ")})`];
  for (const cell of row.cells) {
    if (cell.state === "not-asked") continue;
    lines.push(
      `  ${mark(cell).padEnd(4)}${choiceWords(cell.group)}: ${cellWords(cell)}; last use: ${agoWords(cell.usedAgoMs)}`,
    );
    if (cell.permissions.length < 2) continue;
    lines.push(...cell.permissions.map(({ name, state }) => `        ${permissionWords(name)}: ${marks[state][1]}`));
  }
  return lines.length > 1 ? lines : [...lines, "  It asks for nothing that a person has to grant."];
}

/** The matrix as CSV: one app a line, for each group its state and the days since its last use; unknown is empty. */
export function permissionsCsv(rows: readonly PermissionRow[], now: number): string {
  const head = [
    "package",
    "user",
    "system",
    "roles",
    "days_unopened",
    ...permissionGroups.flatMap((group) => [group, `${group}_used_days_ago`]),
  ];
  return writeCsv([
    head,
    ...rows.map((row): readonly CsvCell[] => [
      row.package,
      row.user,
      row.system,
      row.roles.join("; "),
      daysUnopened(row, now),
      ...row.cells.flatMap(({ state, usedAgoMs }) => [
        state === "unknown" ? null : state,
        usedAgoMs === null ? null : Math.max(0, Math.floor(usedAgoMs / 86_400_000)),
      ]),
    ]),
  ]);
}

function cellWords({ state, fixed, permissions }: PermissionCell): string {
  const precise = permissions.find(({ name }) => name.endsWith(".ACCESS_FINE_LOCATION"));
  const rough = precise !== undefined && precise.state !== state ? " (approximate only)" : "";
  const by = permissions.find((each) => each.state === state && each.fixed !== null)?.fixed;
  return `${marks[state][1]}${rough}${fixed && by ? `, fixed by the ${by}` : ""}`;
}

function openedWords(row: PermissionRow, now: number): string {
  const days = daysUnopened(row, now);
  if (days === null) return "unknown";
  return row.lastOpened.state === "opened" ? daysWords(days) : `${days}+ d ago`;
}

function agoWords(ms: number | null): string {
  return ms === null ? "not recorded" : daysWords(Math.max(0, Math.floor(ms / 86_400_000)));
}

function daysWords(days: number): string {
  return days === 0 ? "today" : days === 1 ? "yesterday" : `${days} d ago`;
}

function wrapped(parts: readonly string[], room: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    // A dot between them would look like the mark of what is not asked for.
    if (last !== undefined && last.length + part.length + 3 <= room) lines[lines.length - 1] = `${last}   ${part}`;
    else lines.push(part);
  }
  return lines;
}
