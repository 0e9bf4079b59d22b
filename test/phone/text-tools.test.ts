import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matcher } from "../../src/phone/tools/matcher.ts";
import { parseRegex } from "../../src/phone/tools/regex.ts";
import { ToolError } from "../../src/phone/tools/tool.ts";
import { runScript, smallPhone } from "./small-phone.ts";

const phone = smallPhone();
const text = "alpha 1\nBeta 2\nbeta-max 10\n\ngamma.3\n";

describe("tools that read text", () => {
  test.each([
    ["grep -i beta", "Beta 2\nbeta-max 10\n"],
    ["grep -v -e a -e ^$; echo $?", "1\n"],
    ["grep -c a", "4\n"],
    ["grep -E '^(alpha|gamma)[ .][0-9]+$'", "alpha 1\ngamma.3\n"],
    ["grep 'a\\{1,2\\} [0-9]*'", "alpha 1\nBeta 2\n"],
    ["grep -F a.3; grep -F .", "gamma.3\n"],
    ["grep -w beta", "beta-max 10\n"],
    ["grep -n max", "3:beta-max 10\n"],
    ["grep -o '[a-z]*a'", "alpha\neta\nbeta\nma\ngamma\n"],
    ["grep -x 'Beta 2'", "Beta 2\n"],
    ["grep -m 1 beta", "beta-max 10\n"],
    ["grep -q zeta; echo $?", "1\n"],
    ["grep -l alpha", "(standard input)\n"],
    ["egrep 'alpha|3$'", "alpha 1\ngamma.3\n"],
    ["head -n 2", "alpha 1\nBeta 2\n"],
    ["head -1", "alpha 1\n"],
    ["head -c 7", "alpha 1"],
    ["tail -n 2", "\ngamma.3\n"],
    ["tail -n +4", "\ngamma.3\n"],
    ["tail -c 3", ".3\n"],
    ["sort", "\nBeta 2\nalpha 1\nbeta-max 10\ngamma.3\n"],
    ["cut -d ' ' -f 2 | sort -n -r", "10\n2\n1\ngamma.3\n\n"],
    ["wc -l", "5\n"],
    ["wc", "      5       7      36\n"],
    ["cut -c 1-3,5", "alpa\nBet \nbet-\n\ngama\n"],
    ["tr a-z A-Z | head -n 1", "ALPHA 1\n"],
    ["tr -d '0-9\\n'", "alpha Beta beta-max gamma."],
    ["tee /data/local/tmp/t >/dev/null; wc -c /data/local/tmp/t; rm /data/local/tmp/t", "36 /data/local/tmp/t\n"],
  ])("%s", async (script, expected) => {
    expect((await runScript(phone, script, text)).out).toBe(expected);
  });

  test.each([
    ["printf 'b\\na\\na\\n' | sort | uniq -c", "      2 a\n      1 b\n"],
    ["printf '%s=%d;' a 1 b 2", "a=1;b=2;"],
    ["printf '%5s|%-5s|%03d|%x|%%\\n' a b 7 255", "    a|b    |007|ff|%\n"],
    ["seq 2 4", "2\n3\n4\n"],
    ["basename /a/b.txt .txt; dirname /a/b.txt", "b\n/a\n"],
  ])("%s", async (script, expected) => {
    expect((await runScript(phone, script)).out).toBe(expected);
  });

  test("an option that is not known is an error and not passed over", async () => {
    expect(await runScript(phone, "sort --nosuch")).toMatchObject({ out: "", code: 2 });
    expect(await runScript(phone, "grep '\\(a\\)\\1'", "aa\n")).toMatchObject({ out: "", code: 2 });
  });
});

describe("regular expressions", () => {
  const atom = fc.constantFrom(
    "a",
    "b",
    "c",
    ".",
    "[ab]",
    "[^a]",
    "(a|bc)",
    "(ab)*",
    "a+",
    "b?",
    "c*",
    "a{2}",
    "b{1,2}",
    "[a-b]+",
  );
  const pattern = fc.array(atom, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
  const anchored = fc
    .tuple(fc.boolean(), pattern, fc.boolean())
    .map(([start, inner, end]) => `${start ? "^" : ""}${inner}${end ? "$" : ""}`);
  const line = fc.string({ unit: fc.constantFrom("a", "b", "c", "A"), maxLength: 12 });

  test("find what JavaScript's find", () => {
    fc.assert(
      fc.property(anchored, line, fc.boolean(), (source, subject, ignoreCase) => {
        const own = matcher(parseRegex(source, { extended: true, ignoreCase }));
        expect(own.test(new TextEncoder().encode(subject))).toBe(
          new RegExp(source, ignoreCase ? "i" : "").test(subject),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test("any pattern is matched or refused, soon", () => {
    const lines = [new Uint8Array(0), new TextEncoder().encode("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."a*+?{}()[]|\\^$.1,-:") }), fc.boolean(), (source, extended) => {
        try {
          const own = matcher(parseRegex(source, { extended, ignoreCase: false }));
          for (const subject of lines) own.test(subject);
        } catch (error) {
          expect(error).toBeInstanceOf(ToolError);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("patterns that are slow elsewhere are not", () => {
    const subject = new TextEncoder().encode(`${"a".repeat(100_000)}!`);
    for (const source of ["(a+)+b", "(a|a)*b", "a*a*a*a*a*b", "(.*)(.*)(.*)x"]) {
      expect(matcher(parseRegex(source, { extended: true, ignoreCase: false })).test(subject)).toBe(false);
    }
    expect(() => matcher(parseRegex("((a{255}){255}){255}", { extended: true, ignoreCase: false }))).toThrow(ToolError);
  });
});

describe("digests", () => {
  test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])("of %d bytes are those of OpenSSL", async (length) => {
    const body = "x".repeat(length);
    for (const [tool, name] of [
      ["sha256sum", "sha256"],
      ["md5sum", "md5"],
    ] as const) {
      const expected = createHash(name).update(body).digest("hex");
      expect((await runScript(phone, tool, body)).out).toBe(`${expected}  -\n`);
    }
  });

  test("do not depend on how the bytes arrive", async () => {
    const script = `{ printf yyyyy; printf yyy; printf ${"y".repeat(62)}; } | sha256sum -b`;
    expect((await runScript(phone, script)).out.trim()).toBe(createHash("sha256").update("y".repeat(70)).digest("hex"));
  });
});
