import { expect, test } from "vitest";
import type { PermissionCell, PermissionRow } from "../../src/centre/permission-matrix.ts";
import { cellOf, daysSince, keyOf, type RowChoice, reachOf, shownRows } from "../../src/web/views/permissions/rows.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22);

const cell = (group: PermissionCell["group"], state: PermissionCell["state"], usedDays: number | null = null) => ({
  group,
  state,
  fixed: false,
  usedAgoMs: usedDays === null ? null : usedDays * day,
  permissions: [],
});

const row = (name: string, cells: readonly PermissionCell[], given: Partial<PermissionRow> = {}): PermissionRow => ({
  user: 0,
  package: name,
  system: false,
  legacy: false,
  roles: [],
  lastOpened: { state: "opened", at: now - day },
  cells,
  ...given,
});

const everything: RowChoice = { group: null, who: "all", user: null, onlyAllowed: false, unusedDays: null, search: "" };
const rows = [
  row("a.denied", [cell("camera", "never"), cell("location", "denied")]),
  row("b.used", [cell("camera", "allowed", 2), cell("location", "while-in-use")], {
    lastOpened: { state: "not-since", at: now - 100 * day },
  }),
  row("c.system", [cell("camera", "allowed", 0)], { system: true, lastOpened: { state: "unknown" } }),
  row("d.second", [cell("camera", "not-asked"), cell("location", "once")], { user: 999 }),
  row("e.nothing", [cell("camera", "not-asked"), cell("location", "not-asked")]),
];
const names = new Map([["d.second", "Weather"]]);
const shown = (choice: Partial<RowChoice>) =>
  shownRows({ rows, unread: [] }, { ...everything, ...choice }, names, now).map((each) => each.package);

test("apps that may use most come first, and those that ask for nothing are left out", () => {
  expect(shown({})).toEqual(["b.used", "c.system", "d.second", "a.denied"]);
});

test("of one permission those that may use it come first, the last use before the others", () => {
  expect(shown({ group: "camera" })).toEqual(["c.system", "b.used", "a.denied"]);
  expect(shown({ group: "camera", onlyAllowed: true })).toEqual(["c.system", "b.used"]);
  expect(shown({ group: "location" })).toEqual(["b.used", "d.second", "a.denied"]);
});

test.each<[string, Partial<RowChoice>, readonly string[]]>([
  ["part of the phone", { who: "system" }, ["c.system"]],
  ["added", { who: "added" }, ["b.used", "d.second", "a.denied"]],
  ["one user", { user: 999 }, ["d.second"]],
  ["not opened for long; where nobody knows, not among them", { unusedDays: 90 }, ["b.used"]],
  ["part of a label", { search: "weath" }, ["d.second"]],
  ["part of a package name", { search: "deni" }, ["a.denied"]],
])("%s", (_, choice, wanted) => {
  expect(shown(choice)).toEqual(wanted);
});

test("days are whole, and not known stays not known", () => {
  expect(rows.map((each) => daysSince(each, now))).toEqual([1, 100, null, 1, 1]);
  expect(rows.map(reachOf)).toEqual([0, 2, 1, 1, 0]);
});

test("an app of another user is another row", () => {
  const [first] = rows;
  expect(first && keyOf({ ...first, user: 10 })).toBe("10:a.denied");
  expect(first && cellOf(first, "sms")).toBeUndefined();
});
