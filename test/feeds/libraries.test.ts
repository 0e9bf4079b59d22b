import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { libraries, libraryKinds } from "../../src/feeds/libraries.ts";
import { trackers } from "../../src/feeds/trackers.ts";
import { compileSignatures } from "../../src/formats/class-tree.ts";
import { parseYaml } from "../../src/formats/yaml-document.ts";

const list = libraries.embedded?.value.libraries ?? [];

test("there are enough of them, each with a name of its own, a maker, a kind, and something to be recognised by", () => {
  expect(list.filter(({ classPrefixes }) => classPrefixes.length > 0).length).toBeGreaterThanOrEqual(250);
  expect(list.filter(({ natives }) => natives.length > 0).length).toBeGreaterThanOrEqual(80);
  expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  for (const { name, maker, kind, licence, maven, classPrefixes, natives } of list) {
    for (const text of [name, maker]) expect(text, name).toMatch(/^\S(?:.*\S)?$/);
    expect(Object.hasOwn(libraryKinds, kind), name).toBe(true);
    if (licence !== undefined) expect(licence, name).toMatch(/^[A-Za-z0-9.-]+$/);
    expect(classPrefixes.length + natives.length, name).toBeGreaterThan(0);
    for (const each of maven) expect(each, name).toMatch(/^[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+$/);
    for (const each of classPrefixes) expect(each, name).toMatch(/^[a-z][\w$-]*(?:\.[\w$-]+)*$/);
    for (const each of natives) expect(each, name).toMatch(/^lib[\w.+*-]+\.so$/);
  }
});

test("no coordinate, file or package stands for two, and none lies within another of the same library", () => {
  const twice = (all: readonly string[]) => all.filter((each, i) => all.indexOf(each) !== i);
  expect(twice(list.flatMap(({ maven }) => maven))).toEqual([]);
  expect(twice(list.flatMap(({ natives }) => natives))).toEqual([]);
  expect(twice(list.flatMap(({ classPrefixes }) => classPrefixes))).toEqual([]);
  for (const { name, classPrefixes } of list)
    expect(
      classPrefixes.filter((prefix) => classPrefixes.some((other) => prefix.startsWith(`${other}.`))),
      name,
    ).toEqual([]);
});

test("all packages can be searched for, and none is so short that it tells nothing", () => {
  const tree = compileSignatures(
    list.map(({ classPrefixes }) => classPrefixes.join("|")),
    false,
  );
  expect(tree.refused).toEqual([]);
  expect(tree.anywhere).toBeUndefined();
});

test("what is known as a tracker does not stand here again", () => {
  const prefixes = new Set(trackers.embedded?.value.trackers.flatMap(({ classPrefixes }) => classPrefixes));
  expect(
    list.filter(({ classPrefixes }) => classPrefixes.some((each) => prefixes.has(each))).map(({ name }) => name),
  ).toEqual([]);
});

test("it is not published elsewhere", () => {
  expect(libraries.files).toEqual({});
  expect(libraries.count({ libraries: list })).toBe(list.length);
  expect(() => libraries.parse({}, { yaml: parseYaml })).toThrow(FormatError);
});
