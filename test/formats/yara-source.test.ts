import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { mayHold, readYaraCondition } from "../../src/formats/yara-condition.ts";
import { compileYaraPrefilter, YaraCandidates } from "../../src/formats/yara-prefilter.ts";
import { readYaraSource } from "../../src/formats/yara-source.ts";
import { littleWork } from "../little-work.ts";

const sample = `import "pe"
include "other.yar" // a comment with rule x { in it
/* rule hidden { condition: true } */
private global rule first : tag1 tag2 {
  meta:
    author = "A \\"name\\""
    score = -5
  strings:
    $a = "text \\x41\\t}" nocase wide ascii
    $b = { 12 ?? [2-4] // } no end
      ( AA | BB ) 34 }
    $c = /re[\\/}"]gex/is fullword
    $ = "nameless" xor(1-5) private
  condition:
    $a and for any i in (1..#a) : ( @a[i] < filesize \\ 2 ) or pe.x matches /a}b/
}
rule second { condition: first }`;

test("a rule file is taken apart: rules with their lines, strings, tags and modifiers", () => {
  const { rules, imports, includes } = readYaraSource(sample);
  expect(imports).toMatchObject([{ name: "pe", line: 1 }]);
  expect(includes).toMatchObject([{ name: "other.yar", line: 2 }]);
  expect(rules.map(({ name, line, lastLine }) => [name, line, lastLine])).toEqual([
    ["first", 4, 16],
    ["second", 17, 17],
  ]);
  const [first] = rules;
  expect(first).toMatchObject({ global: true, private: true, tags: ["tag1", "tag2"] });
  expect(first?.strings).toMatchObject([
    { name: "a", kind: "string", text: "text A\t}", modifiers: ["nocase", "wide", "ascii"] },
    { name: "b", kind: "hex" },
    { name: "c", kind: "regex", text: 're[\\/}"]gex', modifiers: ["fullword"] },
    { name: "", kind: "string", text: "nameless", modifiers: ["xor", "private"] },
  ]);
  expect(sample.slice(first?.start, first?.end)).toMatch(/^private global rule first[\s\S]*}$/);
});

test.each([
  ['rule a {\n strings:\n  $a = "open\n condition: $a }', "line 3: a string does not end"],
  ["rule a { condition: true", "line 1: the file ends within a rule"],
  ["/* never\nends", "line 1: a comment does not end"],
  ["rule a {\n strings:\n $a = { 12 \n\n condition: $a", "line 3: a hexadecimal string does not end"],
  ['rule a {\n strings:\n $a = "\\q" condition: $a }', "line 3: an escape"],
  ["<html>\n</html>", "line 1: neither a rule"],
  ["rule { condition: true }", "line 1: the name of a rule is missing"],
  ["rule a {\n}", "line 2: a rule without a condition"],
])("%j is no rule file, and the line is named", (text, message) => {
  expect(() => readYaraSource(text)).toThrow(FormatError);
  expect(() => readYaraSource(text)).toThrow(message);
});

test("any text gives rules or FormatError, in bounded time", async () => {
  const words = fc.constantFrom(
    ...'rule private global import include { } ( ) : = $a $ #a @a meta strings condition and or not any all of them 2 " /x/ // /* */ \n { 12 ?? }'.split(
      " ",
    ),
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 60 }).map((list) => list.join(" ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      try {
        compileYaraPrefilter(readYaraSource(text).rules);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 1000 },
  );
  for (const hostile of ["[", "(", "{", "/*", "rule a { condition: (", "$"].map((part) => part.repeat(50_000))) {
    await littleWork(() => expect(() => readYaraSource(hostile)).toThrow(FormatError));
  }
  const deep = `rule a { strings: $a = "abcd" condition: ${"(".repeat(50_000)}$a${")".repeat(50_000)} }`;
  expect(candidates(deep, "zz")).toEqual(["a"]);
  const jumps = `rule a { strings: $a = { ${"[".repeat(100_000)} } condition: $a }`;
  await littleWork(() => expect(candidates(jumps, "zz")).toEqual(["a"]));
});

function candidates(text: string, content: string): string[] {
  const { rules } = readYaraSource(text);
  const asked = new YaraCandidates(compileYaraPrefilter(rules));
  asked.add(Uint8Array.from(content, (char) => char.charCodeAt(0)));
  return asked.rules().map((i) => rules[i]?.name ?? "");
}

describe("the prefilter", () => {
  test.each([
    // condition, content, whether the rule may match
    ["$a", "xx", false],
    ["$a", "xx hello", true],
    ["not $a", "xx", true],
    ["$a or true", "xx", true],
    ["$a and filesize > 5", "xx", false],
    ["filesize > 5 and ($a or $b)", "xx", false],
    ["filesize > 5 and ($a or $b)", "WORLD", true],
    ["any of them", "xx", false],
    ["all of them", "hello", false],
    ["all of them", "hello world \x00\x01\x02\x03four", true],
    ["2 of ($a, $b)", "hello", false],
    ["2 of ($a, $a)", "hello", true],
    ["none of them", "xx", true],
    ["0 of them", "xx", true],
    ["#a > 3", "xx", false],
    ["#a < 3", "xx", true],
    ["#a == 0", "xx", true],
    ["#a >= 0", "xx", true],
    ["50% of them", "xx", true],
    ["$a at 0", "xx", false],
    ["for any of them : ( $ at 0 )", "xx", true],
    ["any of them in (0..9)", "xx", true],
    ["defined #a and $c", "xx", false],
    ["other", "xx", true],
    ["$h", "\x00\x01\x02\x03", true],
    ["$h", "\x00\x01\x02", false],
    ["$short", "nothing", true],
    ["$odd", "nothing", true],
    ["$re", "nothing", true],
  ])("%s in %j: %s", (condition, content, may) => {
    const rule = `rule r { strings: $a = "hello" $b = "world" nocase $c = "four" $h = { FF ?? 00 01 02 03 ( AA | BB ) } condition: X }`;
    const more = 'rule r { strings: $short = "no" $odd = "secret" xor $re = /abcdef/ condition: X }';
    const text = (/short|odd|re$/.test(condition) ? more : rule).replace("X", condition);
    expect(candidates(text, content)).toEqual(may ? ["r"] : []);
  });

  test("wide strings, and long ones by their end", () => {
    const wide = 'rule r { strings: $a = "hello" wide condition: $a }';
    expect(candidates(wide, "hello")).toEqual([]);
    expect(candidates(wide, "h\0e\0l\0l\0o\0")).toEqual(["r"]);
    const both = 'rule r { strings: $a = "hello" wide ascii condition: $a }';
    expect(candidates(both, "hello")).toEqual(["r"]);
    const long = `rule r { strings: $a = "${"abcdefgh".repeat(20)}" condition: $a }`;
    expect(candidates(long, "abcdefgh".repeat(20))).toEqual(["r"]);
    expect(candidates(long, "abcdefg")).toEqual([]);
    // Beyond ASCII a character is several bytes in the file.
    expect(candidates('rule r { strings: $a = "gr\u00fc\u00dfe an dich" condition: $a }', "e an dich")).toEqual(["r"]);
  });

  test("a condition that is not understood is open", () => {
    const { rules } = readYaraSource('rule r { strings: $a = "hello" condition: ext.f($a and $a, "x") }');
    const condition = readYaraCondition(rules[0]?.condition ?? [], rules[0]?.strings ?? []);
    expect(mayHold(condition, () => false)).toBe(true);
  });
});
