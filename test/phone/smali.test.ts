import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { attestProgram, attestSource } from "../../src/centre/attest-program.ts";
import { readDex } from "../../src/formats/dex.ts";
import { checksumMarks } from "../../src/formats/dex-checksum.ts";
import { classDescriptors } from "../../src/formats/dex-classes.ts";
import { opcodes } from "../../src/phone/apk/dex-instructions.ts";
import { writeDex } from "../../src/phone/apk/dex-writer.ts";
import { readSmali } from "../../src/phone/apk/smali.ts";
import { loadDex } from "../../src/phone/dalvik/dex-image.ts";
import { tool, withFound, withTool } from "../tools.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-smali-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const program = await attestProgram();

/** Debian's package libsmali-java; its program is a class in a jar. */
const jars = ["smali", "dexlib2", "smali-util", "antlr3-runtime", "guava", "jcommander"].map(
  (name) => `/usr/share/java/${name}.jar`,
);
const smaliJars = jars.every((jar) => existsSync(jar)) && tool("java") !== undefined ? jars.join(":") : undefined;

/** Every instruction that can be written, in one method that a verifier takes, with handlers of both kinds. */
const everything = `
.class public final La/All;
.super Ljava/lang/Object;
.method public static all([Ljava/lang/String;I)Ljava/lang/Object;
    .registers 8
    const/4 v0, -0x8
    const/16 v1, -0x8000
    move v2, v1
    add-int/lit8 v2, v2, -0x80
    div-int/lit8 v2, v2, 0x7f
    shl-int/lit8 v2, v2, 0x1f
    int-to-byte v2, v2
    :from
    const-string v3, "comma, \\"quote\\", \\u00fc \\u0000"
    const-class v4, [[I
    array-length v5, p0
    if-eq v0, v1, :end
    if-ne v0, v1, :end
    if-lt v0, v1, :end
    if-ge v0, v1, :end
    if-gt v0, v1, :end
    if-le v0, v1, :end
    if-eqz v0, :end
    if-nez p1, :end
    new-array v4, v5, [B
    const/4 v5, 0x0
    aput-byte v2, v4, v5
    aget-object v3, p0, v5
    aput-object v3, p0, v5
    :to
    .catch Ljava/lang/RuntimeException; {:from .. :to} :caught
    sget v5, Landroid/os/Build$VERSION;->SDK_INT:I
    sget-object v4, Ljava/lang/System;->out:Ljava/io/PrintStream;
    :from2
    invoke-virtual {v4, v3}, Ljava/io/PrintStream;->println(Ljava/lang/String;)V
    invoke-static {v5, v5}, La/All;->five(II)I
    move-result v5
    :to2
    .catchall {:from2 .. :to2} :caught
    new-instance v4, Ljava/lang/Object;
    invoke-direct {v4}, Ljava/lang/Object;-><init>()V
    move-object v3, v4
    check-cast v3, Ljava/lang/Runnable;
    invoke-interface {v3}, Ljava/lang/Runnable;->run()V
    invoke-static {p0, p1}, La/All;->all([Ljava/lang/String;I)Ljava/lang/Object;
    move-result-object v4
    return-object v4
    :end
    goto :from
    :caught
    move-exception v3
    throw v3
.end method
.method private static five(II)I
    .registers 2
    return p1
.end method
.method public nothing()V
    .registers 1
    return-void
.end method
`;

/** What dexdump says of a DEX, without where things lie in the file. Its own checks refuse a DEX that is not sound. */
function disassembled(path: string, bytes: Uint8Array): string {
  const file = join(folder, "classes.dex");
  writeFileSync(file, bytes);
  const said = execFileSync(path, ["-d", file], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  return said.replaceAll(/^[0-9a-f]{6}: |\|\[[0-9a-f]{6}\]|^(Processing|Opened).*$/gm, "");
}

withTool("dexdump")("dexdump takes the program, and disassembles to what was written", (path) => {
  const said = disassembled(path, program);
  const mnemonics = said.match(/(?<=\|[0-9a-f]{4}: )[a-z/0-9-]+/g) ?? [];
  const written = attestSource.split("\n").flatMap((line) => /^ {4}([a-z][a-z/0-9-]+)/.exec(line)?.[1] ?? []);
  // It lists methods by their names; the source has them in the order of reading.
  expect(mnemonics.sort()).toEqual(written.sort());
  expect(said).toContain("Ljava/lang/Throwable; -> 0x");
  expect(said).toContain("Superclass        : 'Landroid/content/ContextWrapper;'");
});

withFound(smaliJars, "needs smali (libsmali-java) and java, which are not installed")(
  "smali assembles the same text to the same code",
  async (classpath) => {
    const path = tool("dexdump");
    if (path === undefined) throw new Error("needs dexdump");
    for (const source of [attestSource, everything]) {
      const files = source.split(/^(?=\.class )/m).flatMap((part, i) => {
        if (!part.startsWith(".class ")) return [];
        writeFileSync(join(folder, `${i}.smali`), part);
        return [join(folder, `${i}.smali`)];
      });
      const out = join(folder, "smali.dex");
      execFileSync("java", ["-cp", classpath, "org.jf.smali.Main", "assemble", "-o", out, ...files]);
      const theirs = disassembled(path, readFileSync(out));
      expect(disassembled(path, await writeDex({ classes: readSmali(source) }))).toBe(theirs);
    }
  },
  60_000,
);

test("Candor's own reader finds nothing odd in the program, and every method with its code", () => {
  const [dex] = readDex(program);
  const sha1 = (bytes: Uint8Array) => createHash("sha1").update(bytes).digest();
  expect([...dex.marks, ...checksumMarks(dex, sha1)]).toEqual([]);
  expect(classDescriptors(dex).names).toEqual(["Lcandor/Attest;", "Lcandor/Unbound;"]);
  const { methods } = loadDex(program);
  const written = readSmali(attestSource).flatMap(({ name, written = [] }) =>
    written.map((method) => `${name}->${method.name}${method.signature}`),
  );
  expect([...methods.keys()].sort()).toEqual(written.sort());
});

test("the program is the same on every day and every machine: a change of it is seen here", () => {
  expect(createHash("sha256").update(program).digest("hex")).toBe(
    "9e27952b2280c39e252b46f727e09fde22d5bf0b53c2dc5ee1f7ced41f92a180",
  );
});

test("everything that can be written is in the sample", () => {
  const used = new Set(everything.split("\n").flatMap((line) => /^ {4}([a-z][a-z/0-9-]+)/.exec(line)?.[1] ?? []));
  expect([...opcodes.keys()].filter((name) => !used.has(name))).toEqual([]);
});

test("what is no smali, or does not fit, is refused with its line", async () => {
  const method = (body: string, registers = 2) =>
    `.class La/B;\n.super Ljava/lang/Object;\n.method static m()V\n.registers ${registers}\n${body}\n.end method`;
  const lines: readonly (readonly [string, RegExp])[] = [
    ["nop nop", /line 1, .*does not belong here/],
    [".class wrong La/B;", /line 1, .*wrong is no access flag/],
    [method("add-float v0, v0"), /line 5, .*add-float is no instruction/],
    [method("move v0, v2"), /line 5, .*no register v2/],
    [method("move v0, p0"), /line 5, .*no register p0/],
    [method("invoke-static {x}, La/B;->m()V"), /line 5, .*x is no register/],
    [method(".catch {:a .. :b} :c"), /line 5, .*no handler/],
    [method("const/4 v0, 0x1, 0x2"), /line 5, .*too much/],
    [method('const-string v0, "open'), /line 5/],
    [".class La/B;\n.method static m()V", /does not end/],
  ];
  for (const [text, words] of lines) expect(() => readSmali(text), text).toThrow(words);
  const codes: readonly (readonly [string, RegExp])[] = [
    [method("const/4 v0, 0x8"), /8 does not fit into const\/4/],
    [method("move v0"), /move does not take 1 registers/],
    [method("move v16, v0", 17), /move reaches registers below 16/],
    [method("goto :away"), /no label :away/],
    [method(":a\n:a"), /label :a stands twice/],
    [method("const-string v0"), /const-string names nothing/],
    [method(":a\nmove v0, v1\n:b\n.catchall {:a .. :b} :a\n.catchall {:a .. :b} :b"), /over one another/],
    [method(":a\n:b\n.catchall {:a .. :b} :b\nreturn-void"), /empty/],
    [method(`goto :far\n${"move v0, v1\n".repeat(128)}:far`), /does not fit into goto/],
    [method("invoke-static {v0, v0, v0, v0, v0, v0}, La/B;->m()V"), /does not take 6 registers/],
  ];
  for (const [text, words] of codes) await expect(writeDex({ classes: readSmali(text) }), text).rejects.toThrow(words);
});
