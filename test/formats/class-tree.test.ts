import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { compileSignatures, findSignatures, type SignatureFit, signatureFitter } from "../../src/formats/class-tree.ts";
import { readDex } from "../../src/formats/dex.ts";
import { compilePatterns } from "../../src/formats/pattern-set.ts";
import { alternatives, readRegex } from "../../src/formats/regex-syntax.ts";
import { buildDex } from "./dex-builder.ts";
import { dexEntries } from "./dex-entries.ts";

const shared = join(import.meta.dirname, "../../../shared");
const trackers = Object.values(
  (
    JSON.parse(readFileSync(join(shared, "feeds/exodus/trackers.json"), "utf8")) as {
      trackers: Record<string, { name: string; code_signature: string }>;
    }
  ).trackers,
);
const exodus = compileSignatures(trackers.map((tracker) => tracker.code_signature));
const expected = JSON.parse(readFileSync(join(shared, "apks/expected-trackers.json"), "utf8")) as {
  files: Record<string, string[]>;
};
const encode = (text: string) => new TextEncoder().encode(text);

for (const name of readdirSync(join(shared, "apks")).filter((file) => file.endsWith(".apk"))) {
  test(`${name}: the trackers that exodus-core reports`, () => {
    const dexes = dexEntries(join(shared, "apks", name)).flatMap(({ bytes }) => readDex(bytes));
    const { findings, complete } = findSignatures(exodus, dexes);
    expect(findings.map(({ signature }) => trackers[signature]?.name).sort()).toEqual(
      [...(expected.files[name] ?? ["not listed"])].sort(),
    );
    expect(findings.every(({ fit, defined }) => fit === "package" && defined)).toBe(true);
    expect(complete).toBe(true);
  });
}

test("a DEX with one class for each part of each signature has all trackers with code", () => {
  expect(exodus.refused).toEqual([]);
  const parts = trackers.flatMap((tracker) => tracker.code_signature.split("|")).filter((part) => part !== "");
  const classes = parts.map((part) =>
    `L${`x${part}`.slice(part.startsWith(".") ? 0 : 1).replaceAll(".", "/")}/C;`.replaceAll("//", "/"),
  );
  const dex = readDex(buildDex({ classes: [...new Set(classes)] }));
  const found = new Set(findSignatures(exodus, dex).findings.map(({ signature }) => signature));
  const missing = trackers.filter(({ code_signature }, i) => code_signature !== "" && !found.has(i));
  expect(missing).toEqual([]);
  expect(found.size).toBe(428);
});

function fits(signature: string, descriptor: string, inside = true): SignatureFit[] {
  const found = new Set<SignatureFit>();
  const bytes = encode(descriptor);
  signatureFitter(compileSignatures([signature], inside), (_, fit) => found.add(fit))(bytes, 0, bytes.length);
  return [...found];
}

test("a signature fits where a name begins with it and a part of the name ends", () => {
  expect(fits("com.example.ads.|com.other", "Lcom/example/ads/Banner;")).toEqual(["package", "inside"]);
  expect(fits("com.other", "Lcom/other/Name;")).toContain("package");
  expect(fits("com.other.Name", "Lcom/other/Name;")).toContain("package");
  expect(fits("com.other.Name", "[[Lcom/other/Name$Inner;")).toContain("package");
  expect(fits("com.example.ads.", "Lcom/example/adservice/Name;")).toEqual(["inside"]);
  expect(fits("com.example.ads.", "Lcom/example/Ads;")).toEqual([]);
});

test("elsewhere it fits as the expression that Exodus searches for", () => {
  expect(fits("com.other", "Lcom/others/Name;")).toEqual(["inside"]);
  expect(fits("com.other", "Lshaded/com/other/Name;")).toEqual(["inside"]);
  expect(fits("com.other", "Lshaded/com_other/Name;")).toEqual(["inside"]);
  expect(fits(".inner.", "La/inner/Name;")).toEqual(["inside"]);
  expect(fits(".inner.", "Linner/Name;")).toEqual([]);
  expect(fits("com.a[bc]+.X", "Lcom/abcb/X;")).toEqual(["inside"]);
});

test("`$` and `-` end the name, and a name without a package is none", () => {
  expect(fits(".inner.Secret", "La/Name$inner/Secret;")).toEqual([]);
  expect(fits("Secret", "LSecret;", true)).toEqual(["package"]);
  expect(fits(".Secret", "LXSecret;")).toEqual([]);
  expect(fits("com.other", "Lcom/other-x/Name;")).toEqual(["inside"]);
  expect(fits("com.other", "I")).toEqual([]);
  expect(fits("com.other", "")).toEqual([]);
});

test("without `inside` only beginnings are found, and expressions all the same", () => {
  expect(fits("com.other", "Lcom/other/Name;", false)).toEqual(["package"]);
  expect(fits("com.other", "Lshaded/com/other/Name;", false)).toEqual([]);
  expect(fits("com.ot(h|j)er", "Lcom/ojer/com/other/Name;", false)).toEqual(["inside"]);
});

test("parts that cannot be searched for are said, and the rest goes on", () => {
  const tree = compileSignatures([".", "a.b|com.fine.", "com.(?=x)", "(a*)*", "com.x{2}", "[z"]);
  expect(tree.refused.map(({ signature, part }) => [signature, part])).toEqual([
    [0, "."],
    [1, "a.b"],
    [2, "com.(?=x)"],
    [3, "(a*)*"],
    [4, "com.x{2}"],
    [5, "[z"],
  ]);
  const { findings } = findSignatures(tree, readDex(buildDex({ classes: ["Lcom/fine/A;"], types: ["Lcom/fine/B;"] })));
  expect(findings).toEqual([{ signature: 1, fit: "package", defined: true, types: 2, example: "com.fine.A" }]);
});

test("a type that is only referred to is told from a class that is there", () => {
  const dex = readDex(buildDex({ classes: ["La/B;"], types: ["Lcom/fine/B;"] }));
  expect(findSignatures(compileSignatures(["com.fine."]), dex).findings).toMatchObject([{ defined: false }]);
});

test("alternatives are split outside of brackets only", () => {
  expect(alternatives("a.b|(c|d)|[|x]|\\|e")).toEqual(["a.b", "(c|d)", "[|x]", "\\|e"]);
});

const atom = fc.oneof(fc.constantFrom("a", "b", "ab", ".", "[ab]", "[^a]", "\\.", "c", "[a-b.]", "\\w", "\\d"));
const sign = fc.constantFrom("", "", "*", "+", "?");
const sequence = fc
  .array(
    fc.tuple(atom, sign).map(([part, repeated]) => (part === "ab" ? `(ab)${repeated}` : part + repeated)),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(""));
const group = fc.tuple(sequence, sequence, sign).map(([a, b, repeated]) => `(${a}|${b})${repeated}`);
const expression = fc.array(fc.oneof(sequence, group), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
const anchored = fc
  .tuple(fc.constantFrom("", "^"), expression, fc.constantFrom("", "$"))
  .map((parts) => parts.join(""));

test("expressions match where JavaScript's match, all in one pass", () => {
  fc.assert(
    fc.property(
      fc.array(anchored, { minLength: 1, maxLength: 6 }),
      fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c", ".", "1"), maxLength: 8 }), { maxLength: 6 }),
      (some, texts) => {
        const readable = some.filter((each) => {
          try {
            readRegex(each);
            return true;
          } catch (error) {
            if (!(error instanceof FormatError)) throw error;
            expect(`^(?:${each.replace(/^\^|\$$/g, "")})$`).toSatisfy((whole: string) => new RegExp(whole).test(""));
            return false;
          }
        });
        const set = compilePatterns(readable.map(readRegex));
        for (const text of texts) {
          const found = new Set<number>();
          set.search(encode(text), 0, text.length, (pattern) => found.add(pattern));
          expect([...found].sort()).toEqual(
            [...readable.keys()].filter((i) => new RegExp(readable[i] ?? "", "s").test(text)),
          );
        }
      },
    ),
    { numRuns: 400 },
  );
});

test("an expression that comes back to a place does not do so for another that begins alike", () => {
  const set = compilePatterns([readRegex("^(a|b)+x"), readRegex("^a")]);
  const found: number[] = [];
  set.search(encode("ba"), 0, 2, (pattern) => found.push(pattern));
  expect(found).toEqual([]);
});

test("any text is an expression or FormatError", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab.|()[]*+?{}^$\\-d😀é"), maxLength: 20 }), (text) => {
      try {
        const bytes = encode("ab😀");
        compilePatterns([readRegex(text)]).search(bytes, 0, bytes.length, () => undefined);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 1000 },
  );
});

test("expressions that others cannot bear are linear, and forgetting what was learned changes nothing", () => {
  const set = compilePatterns([
    readRegex("(a|aa)+b"),
    readRegex("(.*)*x.*x.*y|zz"),
    readRegex(`a${"(a|b)".repeat(20)}c`),
  ]);
  const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => (((i * i * 2654435761) >>> 7) % 3 === 0 ? 0x62 : 0x61));
  const before = process.cpuUsage();
  const found = new Set<number>();
  set.search(bytes, 0, bytes.length, (pattern) => found.add(pattern));
  expect([...found]).toEqual([0]);
  bytes.set(encode(`a${"ab".repeat(10)}cxxyzz`), 150_000);
  set.search(bytes, 0, bytes.length, (pattern) => found.add(pattern));
  expect([...found].sort()).toEqual([0, 1, 2]);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(8000);
});
