import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse as reference, stringify } from "yaml";
import { FormatError } from "../../src/core/errors.ts";
import { parseYaml } from "../../src/formats/yaml.ts";

const shared = join(import.meta.dirname, "../../../shared/feeds/stalkerware-indicators");

test.skipIf(!existsSync(shared))("the published lists read as a full YAML reader reads them", () => {
  for (const file of ["ioc.yaml", "watchware.yaml"]) {
    const text = readFileSync(join(shared, file), "utf8");
    expect(plainJson(parseYaml(text)), file).toEqual(reference(text, { schema: "failsafe" }));
  }
});

test("block and flow style, comments, quotes, continued lines", () => {
  const texts = [
    "- name: A & B's # comment\n  packages: [a.b, 'c: d', \"e\\n\"]\n  c2: {ips: [], domains: [x]}\n",
    "a:\n- 1\n- 2\nb:\n  - x: 1\n    y: 2\n  -\n    z: 3\n",
    "---\nindicators:\n  -\n    type: github\n    name: N\n    references:\n      - https://example.org/a#b\n\n  - type: x\n",
    "a: one\n  two\nb: |\n  line 1\n    line 2\nc: 3\n",
    "- - a\n  - b\n- c\n",
    "\"k 1\": v\n'k''2': \"\"\n",
    "- a\r\n- b: c\r\n  d: e\r\n",
    "just text\n",
  ];
  for (const text of texts) expect(plainJson(parseYaml(text)), text).toEqual(reference(text, { schema: "failsafe" }));
  expect(parseYaml("- ~\n- null\n-\n- x\n")).toEqual([null, null, null, "x"]);
});

test("keys from outside are data", () => {
  const map = parseYaml("__proto__: {polluted: yes}\nconstructor: x\n") as Record<string, unknown>;
  expect(Object.keys(map)).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(map)).toBeNull();
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("what another writer writes is read back", () => {
  const word = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9._/ -]{0,20}[a-z]$/).filter((text) => !/^(?:null|~)$/.test(text));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      word,
      fc.array(tie("value"), { minLength: 1, maxLength: 4 }),
      fc.dictionary(word, tie("value"), { minKeys: 1, maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(fc.oneof(fc.array(value, { minLength: 1 }), fc.dictionary(word, value, { minKeys: 1 })), (document) => {
      const text = stringify(document, { lineWidth: 0 });
      expect(plainJson(parseYaml(text)), text).toEqual(JSON.parse(JSON.stringify(document)));
    }),
    { numRuns: 200 },
  );
});

test("what lists do not need, and what is made to explode, is refused in time", () => {
  const evil = [
    "",
    "# only a comment\n",
    "a: &a [1,2]\nb: [*a,*a]\n",
    "&a &a &a",
    "- !!js/function x",
    "? a\n: b\n",
    "\ta: 1\n",
    "a: 1\n  b: 2\n",
    "a: 1\na: 2\n",
    "---\na: 1\n---\nb: 1\n",
    "a: [1, 2\n",
    "a: 'x\n",
    "a: {b}\n",
    "[".repeat(4_000),
    "- ".repeat(2_000),
    Array.from({ length: 2_000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
    `a: ${"x".repeat(5_000)}`,
    "x".repeat(5_000_000),
  ];
  for (const text of evil) {
    const start = performance.now();
    expect(() => parseYaml(text), text.slice(0, 30)).toThrow(FormatError);
    expect(performance.now() - start, text.slice(0, 30)).toBeLessThan(500);
  }
  const start = performance.now();
  parseYaml(`${"- a\n".repeat(500_000)}`);
  for (const line of ["a ", "'", "- ", "a:b", "[a,", "{a: ", "# ", " #", ": "]) {
    try {
      parseYaml(`a: b\n${`${line.repeat(1_000)}\n`.repeat(200)}`);
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
    }
  }
  expect(performance.now() - start).toBeLessThan(5_000);
});

test("any text gives a value or a FormatError", () => {
  const line = fc.stringMatching(/^ {0,4}[-a-z:'"[\]{},#&*|> ]{0,12}$/);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(line).map((lines) => lines.join("\n")),
      ),
      (text) => {
        try {
          parseYaml(text);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      },
    ),
    { numRuns: 500 },
  );
});

/** Without the missing prototypes, so that values compare. */
function plainJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
