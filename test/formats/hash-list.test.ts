import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { findHash, readHashList } from "../../src/formats/hash-list.ts";

const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest("hex");
const [a, b, c] = ["a", "b", "c"].map((text) => digest("sha256", text)) as [string, string, string];
const read = (text: string) => readHashList(new TextEncoder().encode(text));

test("a plain list: comments, blank lines, any case, CRLF, a mark in front, no line end behind", () => {
  const list = read(`\uFEFF# known files\r\n; more\r\n\r\n${a.toUpperCase()}\r\n  ${b}  # the second\n${c}`);
  expect(list.keys.length).toBe(3);
  expect([...list.algorithms]).toEqual(["sha256"]);
  expect(list.unread).toEqual({ count: 0, lines: [] });
  expect(findHash(list, a)).toEqual({ algorithm: "sha256", digest: a, size: null, name: null, line: 4 });
  expect(findHash(list, b.toUpperCase())).toMatchObject({ digest: b, name: "the second", line: 5 });
  expect(findHash(list, c)).toMatchObject({ name: null, line: 6 });
  expect(findHash(list, digest("sha256", "d"))).toBeUndefined();
});

test("what sha256sum prints, as text, binary, tagged and with a name that needs escapes", () => {
  const folder = mkdtempSync(join(tmpdir(), "candor-hashes-"));
  try {
    for (const name of ["a.apk", "b (2).apk", "c\nd.apk"]) writeFileSync(join(folder, name), name);
    for (const [program, algorithm] of [
      ["sha256sum", "sha256"],
      ["sha1sum", "sha1"],
      ["md5sum", "md5"],
    ] as const) {
      for (const option of ["--text", "--binary", "--tag"]) {
        const names = ["a.apk", "b (2).apk", "c\nd.apk"];
        const { stdout } = spawnSync(program, [option, ...names], { cwd: folder });
        const list = readHashList(stdout);
        expect(list.unread.count).toBe(0);
        expect([...list.algorithms]).toEqual([algorithm]);
        expect(names.map((name) => findHash(list, digest(algorithm, name))?.name)).toEqual([
          "a.apk",
          "b (2).apk",
          "c\\nd.apk",
        ]);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("ClamAV's lists: MD5, SHA-1 and SHA-256 with sizes, any size, names and engine levels", () => {
  const [md5, sha1] = [digest("md5", "m"), digest("sha1", "s")];
  const list = read(`${md5}:68:Andr.Test-1\n${sha1}:5:Andr.Test-2\n${a}:*:Andr.Test-3:73\n${a}:10:Andr.Other:73:255\n`);
  expect([...list.algorithms].sort()).toEqual(["md5", "sha1", "sha256"]);
  expect(findHash(list, md5, 68)).toMatchObject({ algorithm: "md5", size: 68, name: "Andr.Test-1" });
  expect(findHash(list, md5, 69)).toBeUndefined();
  expect(findHash(list, md5)).toMatchObject({ size: 68 });
  expect(findHash(list, sha1, 5)).toMatchObject({ algorithm: "sha1", name: "Andr.Test-2" });
  expect(findHash(list, a, 10)).toMatchObject({ size: null, name: "Andr.Test-3", line: 3 });
});

test("of several entries of one digest, the first whose size fits", () => {
  const list = read(`${a}:1:One\n${a}:2:Two\n${b}:3:Three\n`);
  expect(findHash(list, a, 2)).toMatchObject({ name: "Two", line: 2 });
  expect(findHash(list, a, 3)).toBeUndefined();
});

test("UTF-16, as PowerShell writes it, and a table with commas", () => {
  const utf16 = Buffer.from(`\uFEFF${a}\r\n${b}\r\n`, "utf16le");
  expect(findHash(readHashList(utf16), b)).toMatchObject({ line: 2 });
  const table = read(`SHA256,Package\n${a},com.example\n`);
  expect(findHash(table, a)).toMatchObject({ name: "com.example", line: 2 });
  expect(table.unread).toEqual({ count: 1, lines: [1] });
});

test("lines that are no digest are counted and named; digests of another length are none", () => {
  const list = read(`${a}\n${a}0\n${a.slice(1)}\nhello\n${a}xyz\n SHA256 (x) = ${b.slice(2)}\n${"zz".repeat(32)}\n`);
  expect(list.unread).toEqual({ count: 6, lines: [2, 3, 4, 5, 6, 7] });
  expect(list.keys.length).toBe(1);
  expect(read(`${"?\n".repeat(50)}${a}\n`).unread).toEqual({ count: 50, lines: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
});

test("a shorter digest is not found in a longer one that begins alike", () => {
  const list = read(`${a}\n`);
  expect(findHash(list, a.slice(0, 32))).toBeUndefined();
  expect(findHash(list, a.slice(0, 40))).toBeUndefined();
  expect(findHash(list, "not a digest")).toBeUndefined();
  expect(findHash(list, "")).toBeUndefined();
});

test("a file without a digest is refused", () => {
  for (const text of ["", "# nothing\n", "PK\u0003\u0004 and so on", "\n\n\n"])
    expect(() => read(text)).toThrow(FormatError);
  expect(() => readHashList(new Uint8Array(1_000_000), "mine.txt")).toThrow(/mine\.txt/);
});

test("hostile lines: endless, all alike, all blanks", { timeout: 20_000 }, () => {
  const endless = `${a} ${"x".repeat(3_000_000)}\nSHA256 (${") = ".repeat(1_000_000)}\n${" ".repeat(3_000_000)}${b}\n`;
  const list = read(endless);
  expect(list.keys.length).toBe(1);
  expect(findHash(list, a)?.name).toBe("x".repeat(200));
  const alike = read(
    Array.from({ length: 50_000 }, (_, i) => `${"0".repeat(56)}${String(i).padStart(8, "0")}`).join("\n"),
  );
  expect(findHash(alike, `${"0".repeat(56)}00049999`)).toMatchObject({ line: 50_000 });
  expect(() => read(`${a}\n`.repeat(2 ** 21 + 1))).toThrow(/more than/);
});

test("a list of 200,000 digests finds each of them, and none else", { timeout: 20_000 }, () => {
  const digests = Array.from({ length: 200_000 }, (_, i) => digest("sha256", String(i)));
  const list = read(`${digests.join("\n")}\n`);
  expect(digests.every((value) => findHash(list, value) !== undefined)).toBe(true);
  expect(Array.from({ length: 1_000 }, (_, i) => findHash(list, digest("sha256", `no ${i}`)))).toEqual(
    Array.from({ length: 1_000 }, () => undefined),
  );
});

test("any bytes, and any change to a good list, give a list or FormatError", () => {
  const good = new TextEncoder().encode(`# x\n${a}\n${digest("md5", "m")}:68:Name\nSHA256 (f) = ${b}\n\\${c}  a\\nb\n`);
  const attempt = (bytes: Uint8Array) => {
    try {
      const list = readHashList(bytes);
      for (const value of [a, b, c]) findHash(list, value, 3);
      return true;
    } catch (error) {
      return error instanceof FormatError;
    }
  };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), attempt));
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, length) => {
      const bytes = good.slice(0, length);
      if (at < bytes.length) bytes[at] = byte;
      return attempt(bytes);
    }),
  );
});
