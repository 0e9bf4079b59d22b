import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { FormatError } from "../../src/core/errors.ts";
import { parseYaml } from "../../src/formats/yaml-document.ts";

test("scalars are text, block and flow style read alike", () => {
  const texts: [string, unknown][] = [
    [
      "- name: A & B's # comment\n  packages: [a.b, 'c: d', \"e\\n\"]\n",
      [{ name: "A & B's", packages: ["a.b", "c: d", "e\n"] }],
    ],
    [
      "a:\n- 1\n- 0x1F\n- 1e5\nb:\n  c: 2026-01-01\n  d: yes\n",
      { a: ["1", "0x1F", "1e5"], b: { c: "2026-01-01", d: "yes" } },
    ],
    ["a: one\n  two\nb: |\n  line 1\n    line 2\n", { a: "one two", b: "line 1\n  line 2\n" }],
    ["- a\r\n- b: c\r\n", ["a", { b: "c" }]],
    ["- ~\n- null\n-\n- ''\n- 'null'\n- x\n", [null, null, null, "", "null", "x"]],
    ["- <<: {a: b}\n  a: c\n", [{ "<<": { a: "b" }, a: "c" }]],
    ["%YAML 1.1\n---\n- yes\n- 010\n", ["yes", "010"]],
  ];
  for (const [text, value] of texts) expect(plainJson(parseYaml(text)), text).toEqual(value);
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

test("what lists do not need, and what is made to explode, is refused", () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`)}]`).join("\n");
  const evil: [string, RegExp][] = [
    ["", /nothing in it/],
    ["# only a comment\n", /nothing in it/],
    [`a0: &a0 x\n${laughs}\n`, /alias/],
    ["a: &a [1,2]\nb: *a\n", /alias/],
    ["a: &a [*a]\n", /alias/],
    ["? &a x\n: 1\n*a : 2\n", /key/],
    ["- !!js/function x\n", /tag/],
    ["- !!binary aGk=\n", /tag/],
    ["- !!set {a}\n", /tag/],
    ["- !own {a: b}\n", /tag/],
    ["? [a]\n: b\n", /key/],
    ["a: 1\nb: 2\na: 3\n", /the key "a" stands twice/],
    ["{a: 1, 'a': 2}\n", /the key "a" stands twice/],
    ["__proto__: 1\n__proto__: 2\n", /the key "__proto__" stands twice/],
    ["---\na: 1\n---\nb: 1\n", /document/],
    ["\ta: 1\n", /tab/i],
    ["a: 1\n  b: 2\n", /yaml/],
    ["a: [1, 2\n", /yaml/],
    ["a: 'x\n", /yaml/],
    [`${"[".repeat(41)}${"]".repeat(41)}`, /nested too deeply/],
    ["- ".repeat(2_000), /yaml/],
    [Array.from({ length: 1_000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), /nested too deeply/],
    ["x".repeat(2_000_001), /too long/],
  ];
  for (const [text, reason] of evil) {
    expect(() => parseYaml(text), text.slice(0, 30)).toThrow(FormatError);
    expect(() => parseYaml(text), text.slice(0, 30)).toThrow(reason);
  }
  expect(parseYaml(`${"[".repeat(40)}${"]".repeat(40)}`)).toHaveLength(1);
});

test("time grows with the length alone", () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join("");
  const texts = ["[", "- ", "? ", "a: ", '"', "]\n", ":\n", "&a ", "!a ", "- *a\n", "#\n", "---\n", "{a: "];
  for (const text of [keys, ...texts.map((piece) => piece.repeat(Math.ceil(30_000 / piece.length)))]) {
    try {
      parseYaml(text);
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
    }
  }
}, 60_000);

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
