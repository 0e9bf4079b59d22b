import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { compileMatcher, type Literal, scan, scanStart } from "../../src/formats/aho-corasick.ts";

const encode = (text: string) => new TextEncoder().encode(text);

type Hit = readonly [literal: number, start: number];

function hits(literals: readonly Literal[], text: string): Hit[] {
  const bytes = encode(text);
  const found: Hit[] = [];
  scan(compileMatcher(literals), bytes, 0, bytes.length, (literal, start, end) => {
    expect(end - start).toBe(encode(literals[literal]?.text ?? "").length);
    found.push([literal, start]);
    return true;
  });
  return found.sort(byPlace);
}

/** Looks for each literal at each place. */
function naive(literals: readonly Literal[], text: string): Hit[] {
  const found: Hit[] = [];
  for (const [i, { text: wanted, ignoreCase }] of literals.entries())
    for (let at = 0; at + wanted.length <= text.length; at++) {
      const here = text.slice(at, at + wanted.length);
      if (ignoreCase ? here.toLowerCase() === wanted.toLowerCase() : here === wanted) found.push([i, at]);
    }
  return found.sort(byPlace);
}

function byPlace(a: Hit, b: Hit): number {
  return a[1] - b[1] || a[0] - b[0];
}

const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom("a", "b", "A", "B", "/", "é"), minLength, maxLength });
const literal = fc.record({ text: letters(1, 5), ignoreCase: fc.boolean() });
/** Where letters are one byte each, places in bytes are places in text. */
const ascii = (text: string) => text.replaceAll("é", "c");

test("finds what looking for each literal at each place finds", () => {
  fc.assert(
    fc.property(fc.array(literal, { minLength: 1, maxLength: 12 }), letters(0, 60), (some, text) => {
      const literals = some.map((each) => ({ ...each, text: ascii(each.text) }));
      expect(hits(literals, ascii(text))).toEqual(naive(literals, ascii(text)));
    }),
    { numRuns: 500 },
  );
});

test("finds the same in long texts, where two ranges are scanned side by side", () => {
  let seed = 1;
  const next = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed >>> 8;
  };
  const literals: Literal[] = Array.from({ length: 30 }, (_, i) => ({
    text: Array.from({ length: 1 + (i % 15) }, () => "abAB"[next() % 4]).join(""),
    ignoreCase: i % 2 === 0,
  }));
  literals.push({ text: "a".repeat(5000), ignoreCase: true }, { text: "b".repeat(9) });
  const parts = Array.from({ length: 20_000 }, () => "abAB/"[next() % 5]);
  const text = `${parts.join("")}${"aA".repeat(8000)}${parts.join("")}${"b".repeat(40_000)}${parts.reverse().join("")}`;
  for (const start of [0, 1, 4000]) {
    const bytes = encode(text.slice(start));
    let [sum, count] = [0, 0];
    const add = (literal: number, at: number) => {
      sum = (sum + Math.imul(literal + 1, at * 31 + 7)) | 0;
      count++;
    };
    scan(compileMatcher(literals), bytes, 0, bytes.length, (literal, at) => {
      add(literal, at);
      return true;
    });
    const found = [sum, count];
    [sum, count] = [0, 0];
    for (const [literal, { text: wanted, ignoreCase }] of literals.entries()) {
      const [where, what] = ignoreCase
        ? [text.slice(start).toLowerCase(), wanted.toLowerCase()]
        : [text.slice(start), wanted];
      for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) add(literal, at);
    }
    expect(found).toEqual([sum, count]);
    expect(count).toBeGreaterThan(100_000);
  }
});

test("finds literals that are parts, ends or doubles of others", () => {
  const literals = ["he", "she", "hers", "his", "e", "he"].map((text) => ({ text }));
  expect(hits(literals, "ushers")).toEqual(naive(literals, "ushers"));
  expect(hits(literals, "ushers")).toHaveLength(5);
});

test("takes either case only of the literals that ask for it", () => {
  const literals = [{ text: "Ads.Example", ignoreCase: true }, { text: "AIza" }, { text: "aiza" }];
  expect(hits(literals, "ADS.example AIza Aiza aiza")).toEqual([
    [0, 0],
    [1, 12],
    [2, 22],
  ]);
});

test("finds only what begins at the start, shortest first, and looks no further", () => {
  const matcher = compileMatcher(["com/foo/", "com/", "om/", "com/foo/bar/baz"].map((text) => ({ text })));
  const begin = (text: string, from = 0) => {
    const found: number[] = [];
    const bytes = encode(text);
    scanStart(matcher, bytes, from, bytes.length, (id, start) => {
      expect(start).toBe(from);
      found.push(id);
      return true;
    });
    return found;
  };
  expect(begin("com/foo/bar/Name;")).toEqual([1, 0]);
  expect(begin("xcom/foo/")).toEqual([]);
  expect(begin("Lcom/foo/", 1)).toEqual([1, 0]);
  expect(begin("om/com/")).toEqual([2]);
  expect(begin("com")).toEqual([]);
});

test("stops where the visitor says so", () => {
  let seen = 0;
  const bytes = encode("aaaaaaaa");
  scan(compileMatcher([{ text: "a" }]), bytes, 0, bytes.length, () => {
    seen++;
    return seen < 3;
  });
  expect(seen).toBe(3);
  for (const stop of [10, 20_000, 40_000]) {
    seen = 0;
    const long = new Uint8Array(100_000).fill(0x61);
    scan(compileMatcher([{ text: "a" }]), long, 0, long.length, () => {
      seen++;
      return seen < stop;
    });
    expect(seen).toBe(stop);
  }
});

test("bytes of all values, and literals beyond ASCII", () => {
  const text = Array.from({ length: 0x180 }, (_, i) => String.fromCodePoint(i)).join("");
  const literals = [{ text: "\u00ff\u0100" }, { text: "\0\u0001" }, { text: "😀" }];
  expect(hits(literals, `${text}😀`).map(([id]) => id)).toEqual([1, 0, 2]);
});

test("refuses empty literals, finds nothing without any, and is plain data for workers", () => {
  expect(() => compileMatcher([{ text: "" }])).toThrow(FormatError);
  expect(hits([], "text")).toEqual([]);
  const copied = structuredClone(compileMatcher([{ text: "ex" }]));
  const found: number[] = [];
  scan(copied, encode("text ex"), 0, 7, (_, start) => found.push(start) > 0);
  expect(found).toEqual([1, 5]);
});

test("text made to fall back at each byte takes no longer than other text", () => {
  const matcher = compileMatcher(Array.from({ length: 200 }, (_, i) => ({ text: `${"a".repeat(i + 1)}b` })));
  const bytes = new Uint8Array(4_000_000).fill(0x61);
  const before = process.cpuUsage();
  scan(matcher, bytes, 0, bytes.length, () => true);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500);
});
