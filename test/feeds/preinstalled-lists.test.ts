import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { keptPackages } from "../../src/actions/kept-packages.ts";
import { FormatError } from "../../src/core/errors.ts";
import { preinstalledRows } from "../../src/feeds/embedded/preinstalled-row.ts";
import { preinstalledPackages } from "../../src/feeds/preinstalled-packages.ts";
import { uadPackages } from "../../src/feeds/uad-packages.ts";
import { parseYaml } from "../../src/formats/yaml-document.ts";

const own = preinstalledPackages.embedded?.value.packages ?? [];
const published = readFileSync(join(import.meta.dirname, "../../../shared/feeds/uad/uad_lists.json"), "utf8");
const uad = (text: string) => uadPackages.parse({ "uad_lists.json": text }, { yaml: parseYaml }).packages;

test("the own list has 300 packages of which each is there once, in sentences of its own", () => {
  expect(own.length).toBeGreaterThan(500);
  expect(new Set(own.map(({ name }) => name)).size).toBe(own.length);
  for (const { name, does, cost, source, neededBy } of own) {
    expect(name, name).toMatch(/^[a-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*$/);
    expect(does, name).toMatch(/^(?:is|was|does|held|[a-z]+s,?)(?: |$)/);
    expect(cost, name).toMatch(/^(?:[A-Z]|e[A-Z]).*\.$/);
    expect(source).toMatch(/^https:\/\//);
    for (const other of neededBy)
      expect(
        own.some((each) => each.name === other),
        `${name}: ${other}`,
      ).toBe(true);
  }
});

test("what is never removed is the same for the list and for the actions", () => {
  const never = own.filter(({ removal }) => removal === "never").map(({ name }) => name);
  expect(never.sort()).toEqual([...keptPackages].sort());
});

test("no sentence of the own list is one of the published list", () => {
  const theirs = new Set(uad(published).map(({ description }) => description.trim().toLowerCase()));
  for (const { does, cost } of own) {
    expect(theirs.has(does.toLowerCase())).toBe(false);
    expect(theirs.has(cost.toLowerCase())).toBe(false);
  }
});

test("a line that is not one of the list is refused", () => {
  for (const line of [
    "# A\ncom.a | removable | rep | - | is a",
    "# A\ncom.a | keep | rep | - | is a | -",
    "com.a | removable | rep | - | is a | -",
  ])
    expect(() => preinstalledRows(line)).toThrow(TypeError);
});

test("the published debloat list is read whole, with its misspelt fields", () => {
  const packages = uad(published);
  expect(packages.length).toBe(Object.keys(JSON.parse(published) as object).length);
  const count = (removal: string) => packages.filter((each) => each.removal === removal).length;
  expect(["Recommended", "Advanced", "Expert", "Unsafe"].map(count)).toEqual([3004, 1146, 924, 296]);
  expect(packages.find(({ name }) => name === "com.miui.analytics")?.list).toBe("Oem");
});

test("what is not that list is refused; any text gives a list or a FormatError", () => {
  for (const text of ["", "[]", "{}", "null", '{"a":1}', '{"a b":{"removal":"Recommended"}}', "<html>"])
    expect(() => uad(text), text).toThrow(FormatError);
  expect(uad('{"com.a":{"removal":"Unsafe"},"__proto__":{"removal":"odd"}}')).toHaveLength(1);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      try {
        expect(uad(text).length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 200 },
  );
});
