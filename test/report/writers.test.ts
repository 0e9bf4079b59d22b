import fc from "fast-check";
import { expect, test } from "vitest";
import { writeHtml } from "../../src/report/html.ts";
import { writeJson } from "../../src/report/json.ts";
import { plainText, width, wrap } from "../../src/report/plain-text.ts";
import { writeTerminal } from "../../src/report/terminal.ts";
import { sampleReport } from "./sample.ts";

const evils = [
  "\u001b]0;title\u0007\u001b[2J\u001b[31mred",
  "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&",
  "</style></title><svg/onload=alert(1)>",
  "line one\nline two\r\n\u2028three",
  "\u202egnp.exe\u2066\u200b\u{e0041}",
  "\u009b31m\u0000\u0008\u007f",
  "=cmd|' /C calc'!A0",
  "{toString} {evil} $& $1",
  "x".repeat(10_000),
];

const options = { color: false, width: 80, verbose: true };

/** Everything that a terminal or a browser could take for more than text. */
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/;

test.each(evils)("the terminal shows %j as text", (evil) => {
  for (const verbose of [true, false]) {
    const text = writeTerminal(sampleReport(evil), { ...options, verbose });
    expect(text).not.toMatch(unsafe);
    for (const line of text.split("\n")) expect(width(line)).toBeLessThanOrEqual(82);
  }
});

test.each(evils)("the HTML file shows %j as text", (evil) => {
  const html = writeHtml(sampleReport(evil));
  expect(html.replaceAll("\n", "")).not.toMatch(unsafe);
  expect(html).not.toMatch(/<script|<img|onerror=(?!alert\(1\)&)|<svg\/|javascript:/);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html.match(/<\/title>/g)).toHaveLength(1);
});

test("any text stays text in both writers", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), (evil) => {
      expect(writeTerminal(sampleReport(evil), options)).not.toMatch(unsafe);
      const html = writeHtml(sampleReport(evil));
      const plain = writeHtml(sampleReport("x"));
      // The structure is the same whatever the text is.
      expect(html.match(/<[a-z/!][^>]*>/gi)?.length).toBe(plain.match(/<[a-z/!][^>]*>/gi)?.length);
    }),
    { numRuns: 60 },
  );
});

test("the JSON document says the same and holds no raw control characters", () => {
  for (const evil of evils) {
    const json = writeJson(sampleReport(evil));
    expect(JSON.parse(json)).toEqual(sampleReport(evil));
    expect(json.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  }
});

test("colour only where it is asked for", () => {
  expect(writeTerminal(sampleReport("x"), { ...options, color: true })).toContain("\u001b[31m");
  expect(writeTerminal(sampleReport("x"), options)).not.toContain("\u001b");
});

test("a person who may be watched reads about safety first", () => {
  const text = writeTerminal(sampleReport("x"), options).replaceAll(/\s+/g, " ");
  expect(text.indexOf("Before you remove")).toBeGreaterThan(0);
  expect(text.indexOf("Before you remove")).toBeLessThan(text.indexOf("It is not"));
});

test("lines wrap at the width, wide characters counted as two", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 4, max: 40 }), (text, columns) => {
      for (const line of wrap(plainText(text), columns)) expect(width(line)).toBeLessThanOrEqual(columns);
    }),
  );
  expect(width("手机 a")).toBe(6);
  expect(wrap("手机手机", 4)).toEqual(["手机", "手机"]);
});
