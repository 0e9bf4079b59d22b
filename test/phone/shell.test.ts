// biome-ignore-all lint/suspicious/noTemplateCurlyInString: scripts of the phone's shell hold them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quote } from "../../src/core/source.ts";
import type { Program } from "../../src/phone/program.ts";
import { parseScript } from "../../src/phone/shell/parser.ts";
import { ShellSyntaxError } from "../../src/phone/shell/syntax.ts";
import { runScript, smallPhone } from "./small-phone.ts";

const args: Program = async (given, io) => {
  await io.write(`${given.map((arg) => `<${arg}>`).join("")}\n`);
  return given.length;
};
const phone = smallPhone({ args });
const out = async (script: string, stdin?: string) => (await runScript(phone, script, stdin)).out;

describe("words", () => {
  test.each([
    ["args a  b", "<a><b>"],
    ["args 'a  b' \"c  d\" e\\ f ''", "<a  b><c  d><e f><>"],
    ["args 'it'\\''s' \"\\$x \\\"q\\\" \\n\"", '<it\'s><$x "q" \\n>'],
    ["x='a b'; args $x \"$x\" ${x}c", "<a><b><a b><a><bc>"],
    ['args $unset "$unset" x$unset', "<><x>"],
    ['args ${unset:-a b} "${unset:-c d}" ${unset-e}', "<a><b><c d><e>"],
    ["false; args $? ; true; args $?", "<1>\n<0>"],
    ["args $(echo a b; echo c) \"$(echo 'd  e')\" `echo f`", "<a><b><c><d  e><f>"],
    ["args a#b # comment", "<a#b>"],
    ["args a\\\nb", "<ab>"],
    ['x=1 y="2 3"; args $x$y', "<12><3>"],
    ["args $ '$' \"$\" a$", "<$><$><$><a$>"],
    ["args /system/b* '/system/b*' /nothing/*", "</system/bin></system/build.prop></system/b*></nothing/*>"],
    ["cd /system; args b[!u]* ?in", "<bin><bin>"],
    ["sh -c 'args $0 $1 \"$@\" $#' name one 'two three'", "<name><one><one><two three><2>"],
  ])("%s", async (script, expected) => {
    expect(await out(script)).toBe(`${expected}\n`);
  });

  test("any text that Candor quotes arrives unchanged", async () => {
    const text = fc
      .string({ unit: "binary", maxLength: 40 })
      .filter((value) => !value.includes("\0") && isWellFormed(value));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), async (texts) => {
        const { out: printed, code } = await runScript(phone, `args ${texts.map(quote).join(" ")}`);
        expect(printed).toBe(`${texts.map((value) => `<${value}>`).join("")}\n`);
        expect(code).toBe(texts.length);
      }),
    );
  });

  test("any text without a backslash that Candor quotes reaches echo unchanged", async () => {
    const text = fc.string({ maxLength: 40 }).filter((value) => !/[\0\\]|^-/.test(value));
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        expect(await out(`echo ${quote(value)}`)).toBe(`${value}\n`);
        expect(await out(`printf '%s\\n' ${quote(value)}`)).toBe(`${value}\n`);
      }),
    );
  });
});

describe("commands", () => {
  test.each([
    ["true && echo a || echo b", "a\n"],
    ["false && echo a || echo b", "b\n"],
    ["! false && echo c", "c\n"],
    ["true || echo a && echo b", "b\n"],
    ["echo a; echo b | grep -c b; echo c", "a\n1\nc\n"],
    ["for x in a 'b c' $(echo d e); do echo \"[$x]\"; done", "[a]\n[b c]\n[d]\n[e]\n"],
    ["for x in 1 2 3 4; do if [ $x = 2 ]; then continue; fi; [ $x = 4 ] && break; echo $x; done", "1\n3\n"],
    ["if test -d /system; then echo d; elif false; then echo no; else echo n; fi", "d\n"],
    ["if [ -f /system ]; then echo f; else echo n; fi", "n\n"],
    ["printf 'a\\nb\\n' | while read x; do echo \"<$x>\"; done", "<a>\n<b>\n"],
    ['i=; while [ "$i" != xxx ]; do i=x$i; echo $i; done', "x\nxx\nxxx\n"],
    ["(cd /system; x=1; pwd); pwd; echo [$x]", "/system\n/\n[]\n"],
    ["{ echo a; echo b; } | wc -l", "2\n"],
    ['export ANDROID_LOG_TAGS="\'\'"; exec echo "$ANDROID_LOG_TAGS"; echo not reached', "''\n"],
    ["X=1 sh -c 'echo $X'; echo [$X]", "1\n[]\n"],
    ["sh -c 'exit 3'; echo $?", "3\n"],
    ["command -v cd ls args nothing; echo $?", "cd\n/system/bin/ls\n/system/bin/args\n1\n"],
    ["which sh args nothing; echo $?", "/system/bin/sh\n/system/bin/args\n1\n"],
    ["/system/bin/echo a; /system/bin/args b", "a\n<b>\n"],
    ["eval 'x=1; echo $x'; echo $x", "1\n1\n"],
    ["echo 'a\\tb' ; echo -E 'a\\tb'; echo -n c", "a\tb\na\\tb\nc"],
  ])("%s", async (script, expected) => {
    expect(await out(script)).toBe(expected);
  });

  test.each([
    ["echo a >/dev/null", { out: "", err: "" }],
    ["nosuch 2>/dev/null; echo $?", { out: "127\n", err: "" }],
    ["ls /nosuch 2>&1 | grep -c 'No such file'", { out: "1\n", err: "" }],
    ["echo a >&2", { out: "", err: "a\n" }],
    ["ls /nosuch >/dev/null 2>&1; echo end", { out: "end\n", err: "" }],
    ["{ echo a; ls /nosuch; } 2>/dev/null", { out: "a\n", err: "" }],
    [
      "cd /data/local/tmp; echo a >f; echo b >>f; cat <f; rm f; cat f",
      { out: "a\nb\n", err: "cat: f: No such file or directory\n" },
    ],
    [
      "echo x >/system/f; echo $?",
      { out: "1\n", err: "/system/bin/sh: can't create /system/f: Read-only file system\n" },
    ],
    ["cat </nosuch", { out: "", err: "/system/bin/sh: can't open /nosuch: No such file or directory\n" }],
    ["exec 2>/dev/null; nosuch; echo $?", { out: "127\n", err: "" }],
  ])("%s", async (script, expected) => {
    const { out: printed, err } = await runScript(phone, script);
    expect({ out: printed, err }).toEqual(expected);
  });

  test("an unknown command is told in mksh's words", async () => {
    expect(await runScript(phone, "nosuch -x")).toEqual({
      out: "",
      err: "/system/bin/sh: nosuch: inaccessible or not found\n",
      code: 127,
    });
    expect((await runScript(phone, "/data/nosuch")).code).toBe(127);
    expect(await runScript(phone, "/system/etc/hosts")).toMatchObject({ code: 126 });
  });

  test("every exit code from 0 to 255 comes back", async () => {
    for (let code = 0; code <= 255; code++) expect((await runScript(phone, `exit ${code}`)).code).toBe(code);
  });

  test("a shell without a script runs what it reads, each command as soon as it is complete", async () => {
    expect(await out("sh", "echo a\nfor x in 1 2\ndo echo $x\ndone\necho 'b\nc'\n")).toBe("a\n1\n2\nb\nc\n");
  });

  test("a reader that ends early ends the writer", async () => {
    const endless: Program = async (_args, io) => {
      for (;;) await io.write("y\n");
    };
    const { out: printed, code } = await runScript(smallPhone({ endless }), "endless | head -n 3");
    expect({ printed, code }).toEqual({ printed: "y\ny\ny\n", code: 0 });
  });

  test("a program that fails by a fault of its own says so", async () => {
    const broken: Program = () => {
      throw new TypeError("planted");
    };
    const { err, code } = await runScript(smallPhone({ broken }), "broken");
    expect(err).toContain("planted");
    expect(code).toBe(134);
  });
});

describe("limits", () => {
  test.each([
    "cat /dev/zero | wc -c",
    "cat /dev/zero >/dev/null",
    "wc -c </dev/zero",
    "sha256sum /dev/zero",
    "endless | wc -l",
    "while true; do true; done",
    "hang",
    "sleep 100",
  ])("%s lets others run, and ends when its client goes", async (script) => {
    const endless: Program = async (_args, io) => {
      for (;;) await io.write("y\n".repeat(1000));
    };
    const hang: Program = () => new Promise<number>(() => {});
    const client = new AbortController();
    const running = runScript(smallPhone({ endless, hang }), script, "", client.signal);
    await new Promise((resolve) => setTimeout(resolve, 20));
    client.abort();
    expect((await running).code).toBe(141);
  });

  test.each([
    ["while true; do :; done", "too many commands"],
    ["x=aaaaaaaaaaaaaaaa; while true; do x=$x$x; done", "argument list too long"],
    ['x=\'sh -c "$x"\'; export x; sh -c "$x"', "too many shells within shells"],
  ])("%s ends", async (script, message) => {
    const { err } = await runScript(phone, script);
    expect(err).toContain(message);
  });

  test.each([
    "echo 'a",
    'echo "a',
    "echo $(",
    "if true; then",
    "echo a )",
    "| a",
    "a | ",
    "for 1 in a; do b; done",
    "a & b",
    "cat <<E\nE",
    "echo ${",
    "echo $((1+1))",
  ])("%s is a syntax error", async (script) => {
    expect((await runScript(phone, script)).err).toMatch(/syntax error|no closing quote|bad substitution/);
  });

  test("any text parses or is a syntax error, soon", () => {
    const pieces = fc.constantFrom(
      "$(",
      ")",
      "`",
      "'",
      '"',
      "\\",
      "\n",
      ";",
      "|",
      "&&",
      "if ",
      "then ",
      "fi",
      "for x in ",
      "do ",
      "done",
      "{ ",
      "}",
      "(",
      ">",
      "2>&1",
      "<",
      "${x:-",
      "$x",
      " a ",
      "\u00a0",
      "\r",
    );
    const script = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(script, (text) => {
        try {
          parseScript(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ShellSyntaxError);
        }
      }),
      { numRuns: 500 },
    );
    for (const deep of ["$(", "(", "{ ", "if ", '"$(']) {
      expect(() => parseScript(deep.repeat(50_000))).toThrow(ShellSyntaxError);
    }
  });
});

/** Lone surrogates have no bytes. */
function isWellFormed(text: string): boolean {
  return new TextDecoder().decode(new TextEncoder().encode(text)) === text;
}
