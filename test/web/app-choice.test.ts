import { expect, test } from "vitest";
import type { AppTableRow } from "../../src/centre/app-table.ts";
import {
  type AppSort,
  appFilters,
  appSorts,
  chooseApps,
  countFor,
  everything,
} from "../../src/web/views/app-choice.ts";
import { littleWork } from "../little-work.ts";

const row = (name: string, given: Partial<AppTableRow> = {}): AppTableRow => ({
  package: `com.example.${name.toLowerCase()}`,
  name,
  version: "1",
  icon: null,
  users: [0],
  system: false,
  origin: { kind: "shop", words: "Google Play" },
  signer: "Example Ltd",
  trackers: 0,
  companies: [],
  dangerous: 0,
  size: 1000,
  verdict: null,
  depth: "code",
  unread: false,
  cleartext: false,
  lastOpened: { state: "opened", at: 1000 },
  ...given,
});
const rows = [
  row("Alpha", { trackers: 3, companies: ["Google"], dangerous: 2, size: 5 }),
  row("Beta", { origin: { kind: "outside", words: "a file" }, verdict: { severity: "high", name: "Spy", count: 1 } }),
  row("Gamma", {
    system: true,
    origin: { kind: "system", words: "pre-installed" },
    lastOpened: { state: "not-since", at: 5 },
  }),
  row("Delta", {
    system: null,
    origin: { kind: "unknown", words: "not recorded" },
    trackers: null,
    dangerous: null,
    size: null,
    depth: "none",
    unread: true,
    lastOpened: { state: "unknown" },
  }),
];
const names = (choice: Partial<typeof everything>) =>
  chooseApps(rows, { ...everything, ...choice }).rows.map(({ name }) => name);

test("the worst come first, then what was added from outside", () => {
  expect(names({})).toEqual(["Beta", "Delta", "Alpha", "Gamma"]);
  expect(names({ reversed: true })).toEqual(["Gamma", "Alpha", "Delta", "Beta"]);
});

test("names go the other way round, too", () => {
  expect(names({ sort: "name", reversed: true })).toEqual(["Gamma", "Delta", "Beta", "Alpha"]);
});

test.each<[AppSort, string[]]>([
  ["name", ["Alpha", "Beta", "Delta", "Gamma"]],
  ["trackers", ["Alpha", "Beta", "Gamma", "Delta"]],
  ["dangerous", ["Alpha", "Beta", "Gamma", "Delta"]],
  ["opened", ["Alpha", "Beta", "Gamma", "Delta"]],
  ["size", ["Beta", "Gamma", "Alpha", "Delta"]],
  ["origin", ["Beta", "Delta", "Alpha", "Gamma"]],
])("ordered by %s", (sort, expected) => {
  expect(names({ sort })).toEqual(expected);
});

test("what is not known stands last in either direction", () => {
  for (const sort of ["trackers", "dangerous", "opened", "size"] as const)
    for (const reversed of [false, true]) expect(names({ sort, reversed }).at(-1)).toBe("Delta");
});

test.each([
  ["verdict", ["Beta"], 1],
  ["outside", ["Beta", "Delta"], 0],
  ["trackers", ["Alpha"], 1],
  ["dangerous", ["Alpha"], 1],
  ["unopened", ["Gamma"], 1],
  ["unread", ["Delta"], 0],
] as const)("only those with %s, and how many cannot be told", (filter, expected, undecided) => {
  const found = chooseApps(rows, { ...everything, filters: [filter] });
  expect(found.rows.map(({ name }) => name)).toEqual(expected);
  expect(found.undecided).toBe(undecided);
  expect(countFor(rows, filter)).toBe(expected.length);
});

test("an app that a filter leaves out for sure is not counted as undecided", () => {
  expect(chooseApps(rows, { ...everything, filters: ["trackers", "verdict"] })).toMatchObject({
    rows: [],
    undecided: 1,
  });
  expect(chooseApps(rows, { ...everything, owner: "system" })).toMatchObject({
    rows: [{ name: "Gamma" }],
    undecided: 1,
  });
});

test("every word of a search has to be there, in any case, in names, companies, signer and origin", () => {
  expect(names({ search: " GOOGLE alpha" })).toEqual(["Alpha"]);
  expect(names({ search: "a file" })).toEqual(["Beta"]);
  expect(names({ search: "spy" })).toEqual(["Beta"]);
  expect(names({ search: "com.example.g" })).toEqual(["Gamma"]);
  expect(names({ search: "nothing" })).toEqual([]);
});

test("each filter and order is there for 2,000 rows in little time", async () => {
  const many = Array.from({ length: 2000 }, (_, i) => row(`App ${i}`, { trackers: i % 7, size: i % 3 ? i : null }));
  await littleWork(() => {
    for (const sort of appSorts) chooseApps(many, { ...everything, sort, filters: appFilters.slice(2, 3) });
  });
});
