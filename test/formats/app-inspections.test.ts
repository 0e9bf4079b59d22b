import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  exampleApp,
  exampleImageApp,
  exampleInspections,
  exampleTracker,
  exampleVerdict,
} from "../../src/checks/wording/app-examples.ts";
import { FormatError } from "../../src/core/errors.ts";
import { parseAppInspections } from "../../src/formats/app-inspections.ts";

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

/** A document in which nothing is empty, so that every member can be spoilt. */
const full = {
  ...exampleInspections(
    exampleApp("com.example.shop", {
      label: "Shop \u202e",
      icon: { fills: true, layers: [{ sha256: "ab".repeat(32), box: [0, -0.25, 1, 1.5] }] },
      unread: ["Its code: it breaks off."],
      trackers: [exampleTracker("Google"), exampleTracker("Nobody", { company: null, country: null })],
      dangerous: ["android.permission.CAMERA"],
      packers: ["Example Shield"],
      tampering: ["Its manifest is packed by an unknown method."],
      standsOut: ["It has no icon on the home screen."],
      verdicts: [exampleVerdict()],
    }),
    exampleImageApp("com.android.settings"),
  ).appInspections,
  missing: ["stalkerware-signers: the list comes with an update."],
};
const copy = (): Value => JSON.parse(JSON.stringify(full)) as Value;
const parse = (document: unknown) => parseAppInspections(JSON.stringify(document));

/** Every place in the document, as the keys that lead to it. */
function places(value: Value, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const below = Array.isArray(value) ? value.map((item, i) => [i, item] as const) : Object.entries(value);
  return [path, ...below.flatMap(([key, item]) => places(item, [...path, key]))];
}

/** The document with one place replaced; `undefined` takes it away. */
function spoilt(path: readonly (string | number)[], by: Value | undefined): Value {
  const document = copy();
  const parent = path.slice(0, -1).reduce((value, key) => (value as { [key: string]: Value })[key] as Value, document);
  const last = path.at(-1) ?? "";
  if (by === undefined && !Array.isArray(parent)) delete (parent as { [key: string]: Value })[last];
  else (parent as { [key: string]: Value })[last] = by ?? null;
  return document;
}

test("what was written is read again as it was", () => {
  expect(parse(full)).toEqual(full);
  expect(parse(JSON.parse(`${JSON.stringify(full)}\n`))).toEqual(full);
});

describe("each value has to be of its kind", () => {
  const all = places(copy()).filter((path) => path.length > 0);
  test("there are as many places as the shape has", () => expect(all.length).toBeGreaterThan(100));

  test.each(all.map((path) => [path.join("."), path] as const))("%s", (_, path) => {
    // Places in a tile may be broken numbers, and before its edge.
    const wrongs = path.includes("box") && path.at(-1) !== "box" ? [{ "7": 7 }, "0", 1e9] : [{ "7": 7 }, -1, 0.5];
    for (const wrong of wrongs) expect(() => parse(spoilt(path, wrong))).toThrow(FormatError);
    // Absent in what was written before they were told of.
    if (["libraries", "icon", "nativesUnread"].includes(String(path.at(-1))))
      expect(parse(spoilt(path, undefined)).apps.length).toBe(full.apps.length);
    else if (typeof path.at(-1) === "string") expect(() => parse(spoilt(path, undefined))).toThrow(FormatError);
  });
});

test.each([
  ["another schema", ["schema"], "candor.app-inspections/2"],
  ["a digest in capitals", ["apps", 0, "files", 0, "sha256"], "AB".repeat(32)],
  ["a date that is none", ["engines", 0, "date"], "2026"],
  ["an app without a name", ["apps", 0, "package"], ""],
  ["a depth that there is not", ["apps", 0, "depth"], "deep"],
  ["a severity that there is not", ["apps", 0, "verdicts", 0, "severity"], "fatal"],
  ["more users than a phone has", ["apps", 0, "users"], Array.from({ length: 1001 }, (_, i) => i)],
] as const)("%s is refused", (_, path, value) => {
  expect(() => parse(spoilt(path, value as Value))).toThrow(FormatError);
});

test("an app with endless texts keeps no other app from being told of", () => {
  const [first] = full.apps;
  const told = parse({
    ...full,
    apps: [{ ...first, label: "a".repeat(1_000_000), unread: Array.from({ length: 2000 }, (_, i) => `${i}.`) }],
  });
  expect(told.apps[0]?.label).toBe(`${"a".repeat(4000)}…`);
  expect(told.apps[0]?.unread).toHaveLength(501);
  expect(told.apps[0]?.unread.at(-1)).toBe("1500 more of the kind.");
});

test("members that nobody knows are left out, and none reaches a prototype", () => {
  const text = JSON.stringify(full).replace('"missing":', '"__proto__":{"polluted":1},"toString":1,"missing":');
  const told = parseAppInspections(text);
  expect(told).toEqual(full);
  expect(Object.keys(told).sort()).toEqual(["apps", "engines", "missing", "schema"]);
  expect(Object.getPrototypeOf(told)).toBe(Object.prototype);
  expect(() => parseAppInspections(text.replace('"schema":', '"constructor":'))).toThrow(FormatError);
});

test("any text gives a document or FormatError", () => {
  const text = JSON.stringify(full);
  const gives = (input: string) => {
    try {
      return parseAppInspections(input).apps;
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
      return undefined;
    }
  };
  for (const input of ["", "null", "[]", "{}", "7", "[".repeat(200_000), text.slice(0, -1), `${text}x`])
    expect(gives(input)).toBeUndefined();
  fc.assert(
    fc.property(fc.json(), (input) => {
      expect(gives(input)).toBeUndefined();
    }),
  );
  const at = fc.nat(text.length - 1);
  fc.assert(
    fc.property(at, fc.string({ minLength: 1, maxLength: 3 }), (i, put) => {
      gives(text.slice(0, i) + put + text.slice(i + put.length));
    }),
  );
});
