import { expect, test } from "vitest";
import type { PreinstalledApp, PreinstalledState } from "../../src/centre/preinstalled.ts";
import { presets as known, ways as knownWays } from "../../src/centre/preinstalled-choice.ts";
import {
  isAway,
  levelOf,
  lossesOf,
  presets,
  type Shown,
  shownApps,
  ways,
} from "../../src/web/views/preinstalled/rows.ts";

type Listed = NonNullable<PreinstalledApp["listed"]>;
const app = (
  name: string,
  removal: Listed["removal"] | null,
  state: PreinstalledState,
  given: Partial<Listed> & { readonly neededHere?: readonly string[] } = {},
): PreinstalledApp => ({
  name,
  system: true,
  listed: removal && {
    name,
    maker: "Example",
    does: "does something",
    cost: "Nothing is lost.",
    collects: null,
    removal,
    evidence: "reported",
    source: "https://example.org/",
    neededBy: [],
    ...given,
  },
  uad: null,
  states: [{ user: 0, state }],
  permissions: [],
  network: false,
  neededBy: given.neededHere ?? [],
});

const apps = [
  app("a.never", "never", "in-use"),
  app("b.unlisted", null, "in-use"),
  app("c.removable", "removable", "in-use"),
  app("d.sends", "removable", "in-use", { collects: "advertising", neededHere: ["a.never", "e.away"] }),
  app("e.away", "with-care", "disabled"),
  app("f.absent", null, "absent"),
];
const shown = (choice: Partial<Shown>, chosen?: ReadonlySet<string>) =>
  shownApps(
    { apps },
    0,
    { filter: "all", level: null, search: "", ...choice },
    new Map([["c.removable", "Videos"]]),
    chosen,
  ).map(({ name }) => name);

test("what can go comes first, and of that what sends", () => {
  expect(shown({})).toEqual(["d.sends", "c.removable", "e.away", "a.never", "b.unlisted", "f.absent"]);
});

test.each<[Partial<Shown>, readonly string[]]>([
  [{ filter: "advised" }, ["d.sends", "c.removable", "e.away"]],
  [{ filter: "sends" }, ["d.sends"]],
  [{ filter: "away" }, ["e.away"]],
  [{ level: "unlisted" }, ["b.unlisted", "f.absent"]],
  [{ search: "video" }, ["c.removable"]],
])("%o", (choice, wanted) => {
  expect(shown(choice)).toEqual(wanted);
});

test("what is chosen is shown as it is", () => {
  expect(shown({ filter: "chosen" }, new Set(["a.never", "f.absent"]))).toEqual(["a.never", "f.absent"]);
  expect(shown({ filter: "chosen" })).toEqual([]);
});

test("an app of which nobody knows that it was ever there is not put away", () => {
  expect(apps.filter((each) => isAway(each, 0)).map(({ name }) => name)).toEqual(["e.away"]);
  expect(apps.map(levelOf)).toEqual(["never", "unlisted", "removable", "removable", "with-care", "unlisted"]);
});

test("losses name what stays and needs an app, and count what nobody can vouch for", () => {
  const losses = lossesOf({ apps }, new Set(["d.sends", "e.away", "b.unlisted"]), 0);
  expect(losses.rows.map(({ name }) => name)).toEqual(["b.unlisted", "d.sends"]);
  expect(losses.needing).toEqual([{ name: "d.sends", other: "a.never" }]);
  expect(losses.unsure).toBe(1);
});

test("the page offers the choices and ways that there are", () => {
  expect(presets).toEqual(known);
  expect(ways).toEqual(knownWays);
});
