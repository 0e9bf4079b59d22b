import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { parsePattern, parseStix } from "../../src/formats/stix.ts";

test("equal comparisons are read in every spelling", () => {
  expect(parsePattern("[domain-name:value='example.org']")).toEqual([["domain-name:value", "example.org"]]);
  expect(parsePattern("[file:hashes.'SHA-256' = 'AB']")).toEqual([["file:hashes.sha256", "AB"]]);
  expect(parsePattern("[file:hashes.sha256='ab']")).toEqual([["file:hashes.sha256", "ab"]]);
  expect(parsePattern("[app:cert.SHA-1='ab']")).toEqual([["app:cert.sha1", "ab"]]);
  expect(parsePattern(String.raw`[file:path='/a=b\'c\\d']`)).toEqual([["file:path", "/a=b'c\\d"]]);
  expect(parsePattern("[app:id='a' OR app:id='b'] OR [app:id='c']")).toEqual([
    ["app:id", "a"],
    ["app:id", "b"],
    ["app:id", "c"],
  ]);
});

test("richer and broken patterns are not read", () => {
  for (const pattern of [
    "",
    "[]",
    "[app:id='a'",
    "app:id='a'",
    "[app:id='a' AND app:id='b']",
    "[app:id != 'a']",
    "[app:id='a'] FOLLOWEDBY [app:id='b']",
    "[app:id='a'] OR",
    "[app:id='a' OR ]",
    "[app:id='a]",
  ]) {
    expect(parsePattern(pattern), pattern).toBeNull();
  }
});

test("an indicator is tied to its malware, and patterns that need an engine are counted", () => {
  const bundle = {
    type: "bundle",
    objects: [
      {
        type: "malware",
        id: "malware--1",
        name: "Spy\u001b[31m",
        description: "on Android",
        modified: "2024-05-06T00:00:00Z",
      },
      { type: "indicator", id: "indicator--1", pattern: "[app:id='com.example']", modified: "2024-05-07T00:00:00Z" },
      { type: "indicator", id: "indicator--2", pattern: "[app:id='a' AND app:id='b']" },
      { type: "relationship", source_ref: "indicator--1", target_ref: "malware--1" },
      7,
      null,
    ],
  };
  expect(parseStix(JSON.stringify(bundle))).toEqual({
    malware: [{ name: "Spy [31m", description: "on Android" }],
    indicators: [{ field: "app:id", value: "com.example", malware: ["Spy [31m"] }],
    skipped: 1,
    modified: "2024-05-07",
  });
});

test("any text gives a bundle or a FormatError", () => {
  const valueOrFormatError = (parse: (text: string) => unknown, text: string) => {
    try {
      parse(text);
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
    }
  };
  fc.assert(
    fc.property(fc.string(), (text) => valueOrFormatError(parseStix, text)),
    { numRuns: 100 },
  );
  fc.assert(
    fc.property(fc.json(), (text) => valueOrFormatError(parseStix, text)),
    { numRuns: 100 },
  );
  fc.assert(fc.property(fc.string(), (text) => parsePattern(`[app:id='${text}`) === null || text.includes("']")));
});

test("a bundle whose patterns all need an engine is one without usable indicators; one without any is no list", () => {
  const bundle = (...objects: object[]) => JSON.stringify({ type: "bundle", objects });
  const rich = { type: "indicator", id: "indicator--1", pattern: "[app:id='a' AND app:id='b']" };
  expect(parseStix(bundle(rich))).toMatchObject({ indicators: [], skipped: 1 });
  expect(() => parseStix(bundle({ type: "malware", id: "malware--1", name: "x" }))).toThrow(FormatError);
});
