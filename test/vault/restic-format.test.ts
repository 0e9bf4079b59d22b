import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { VaultError } from "../../src/core/errors.ts";
import { bytesOfText, textOfBytes } from "../../src/vault/entry.ts";
import { quote, unquote } from "../../src/vault/go-quote.ts";
import { cipherOf } from "../../src/vault/restic-cipher.ts";
import { parseIndex } from "../../src/vault/restic-index.ts";
import { type PackedBlob, packBytes, packHeader, parsePackHeader } from "../../src/vault/restic-pack.ts";
import { parseTime, textOfTime } from "../../src/vault/restic-time.ts";
import { goModeOf, parseTree, posixModeOf, type TreeNode, textOfNode, treeBytes } from "../../src/vault/restic-tree.ts";

const key = () => ({ encrypt: randomBytes(32), k: randomBytes(16), r: randomBytes(16) });

test("Poly1305-AES is that of the paper's first vectors", async () => {
  // D. J. Bernstein, "The Poly1305-AES message-authentication code", appendix B: k, r, nonce, message, code.
  const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
  const k = hex("ec 07 4c 83 55 80 74 17 01 42 5b 62 32 35 ad d6");
  const r = hex("85 1f c4 0c 34 67 ac 0b e0 5c c2 04 04 f3 f7 00");
  const nonce = hex("fb 44 73 50 c4 e8 68 c5 2a c3 27 5c f9 d4 32 7e");
  const cipher = await cipherOf({ encrypt: Buffer.alloc(32), k, r });
  // The message is what stands between nonce and code in a sealed thing, whatever it decrypts to.
  const sealed = Buffer.concat([nonce, hex("f3 f6"), hex("f4 c6 33 c3 04 4f c1 45 f8 4f 33 5c b8 19 53 de")]);
  expect(cipher.open(sealed)).toHaveLength(2);
  sealed[17] = (sealed[17] ?? 0) ^ 1;
  expect(() => cipher.open(sealed)).toThrow(VaultError);
});

test("what is sealed opens again, and nothing that was changed does", async () => {
  const cipher = await cipherOf(key());
  const other = await cipherOf(key());
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat(), (plain, where) => {
      const sealed = cipher.seal(plain);
      expect(sealed.length).toBe(plain.length + 32);
      expect(Buffer.from(cipher.open(sealed)).equals(plain)).toBe(true);
      expect(() => other.open(sealed)).toThrow(VaultError);
      sealed[where % sealed.length] = (sealed[where % sealed.length] ?? 0) ^ 0x80;
      expect(() => cipher.open(sealed)).toThrow(VaultError);
      expect(() => cipher.open(sealed.subarray(0, where % 32))).toThrow(VaultError);
    }),
  );
});

test("names of any bytes survive as text", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => bytesOfText(textOfBytes(bytes)).equals(bytes)),
    { numRuns: 2000 },
  );
  expect(textOfBytes(Buffer.from("Grüße 🎉\ufffd"))).toBe("Grüße 🎉\ufffd");
  expect(textOfBytes(Buffer.from([0x61, 0xff]))).toBe("a\udcff");
});

test("quoting is Go's, and reading it gives the name back", () => {
  expect(quote('a"b\\c\n\t\x07\x01\x7f')).toBe('a\\"b\\\\c\\n\\t\\a\\x01\\x7f');
  expect(quote("Grüße 🎉 日本")).toBe("Grüße 🎉 日本");
  expect(quote("\u00a0\u2028\u{e0001}")).toBe("\\u00a0\\u2028\\U000e0001");
  expect(quote(textOfBytes(Buffer.from([0xff, 0x80, 0x41])))).toBe("\\xff\\x80A");
  expect(unquote("\\101\\u00fc\\U0001f389\\x41\\v")).toBe("Aü🎉A\v");
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) =>
      bytesOfText(unquote(quote(textOfBytes(bytes)))).equals(bytes),
    ),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("\\", "x", "u", "4", "1", "0", "a", "q", '"') }), (text) => {
      try {
        unquote(text);
      } catch (error) {
        expect(error).toBeInstanceOf(VaultError);
      }
    }),
    { numRuns: 2000 },
  );
});

test("times are Go's, to the nanosecond", () => {
  expect(textOfTime(0n)).toBe("1970-01-01T00:00:00Z");
  expect(textOfTime(1_500_000_000_120_000_000n)).toBe("2017-07-14T02:40:00.12Z");
  expect(textOfTime(-1n)).toBe("1969-12-31T23:59:59.999999999Z");
  expect(textOfTime(10n ** 30n)).toBe("9999-12-31T23:59:59Z");
  expect(parseTime("2026-08-01T12:00:00.000000001+02:00")).toBe(1_785_578_400_000_000_001n);
  for (const none of ["", "2026", "2026-08-01 10:00:00Z", "2026-08-01T10:00:00", "2026-13-01T10:00:00Z"])
    expect(parseTime(none)).toBeNull();
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 19n }), (time) => parseTime(textOfTime(time)) === time),
  );
});

const id = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex"));

test("a node is read as it was written", () => {
  const count = fc.bigInt({ min: 0n, max: 2n ** 53n - 1n });
  const text = fc.uint8Array({ maxLength: 20 }).map(textOfBytes);
  const node: fc.Arbitrary<TreeNode> = fc.record({
    name: text,
    type: fc.constantFrom("file", "dir", "symlink"),
    mode: fc.integer({ min: 0, max: 0o7777 }).map((mode) => goModeOf("dir", mode)),
    modified: fc.bigInt({ min: 0n, max: 10n ** 19n }),
    changed: fc.bigInt({ min: 0n, max: 10n ** 19n }),
    uid: fc.nat(),
    gid: fc.nat(),
    user: fc.string(),
    group: fc.string(),
    inode: count,
    device: count,
    size: count,
    links: count,
    linkTarget: text,
    content: fc.option(fc.array(id)),
    subtree: fc.option(id),
  });
  fc.assert(
    fc.property(node, (each) => {
      expect(parseTree(treeBytes([textOfNode(each)]))).toEqual([each]);
    }),
  );
});

test("modes go to Go's and back", () => {
  for (const mode of [0, 0o644, 0o7777, 0o4755, 0o2750, 0o1777]) expect(posixModeOf(goModeOf("dir", mode))).toBe(mode);
  expect(goModeOf("dir", 0o755)).toBe(2147484141);
  expect(goModeOf("symlink", 0o777)).toBe(134218239);
});

test("trees and indexes that are none are damaged, and nothing else", () => {
  const tries = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      expect(error).toBeInstanceOf(VaultError);
    }
  };
  fc.assert(
    fc.property(fc.json(), (json) => tries(() => parseTree(Buffer.from(json)))),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => tries(() => parseTree(bytes))),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) =>
      tries(() => parseIndex("x", { packs: [{ id: "a".repeat(64), blobs: [value] }] })),
    ),
    { numRuns: 500 },
  );
  const blob = { id: "a".repeat(64), type: "data", offset: 0, length: 40 };
  const packs = (more: object) => parseIndex("x", { packs: [{ id: "b".repeat(64), blobs: [{ ...blob, ...more }] }] });
  expect(packs({})).toHaveLength(1);
  for (const bad of [
    { offset: -1 },
    { length: 0.5 },
    { length: 2 ** 40 },
    { id: "../../x" },
    { type: "other" },
    { uncompressed_length: "9" },
  ])
    expect(() => packs(bad)).toThrow(VaultError);
});

test("the header of a pack is read as it was written, and no other is", async () => {
  const cipher = await cipherOf(key());
  const blob = fc.record({
    id,
    type: fc.constantFrom("data" as const, "tree" as const),
    length: fc.integer({ min: 32, max: 9000 }),
    rawLength: fc.option(fc.nat()),
  });
  fc.assert(
    fc.property(fc.array(blob, { maxLength: 20 }), (some) => {
      let offset = 0;
      const blobs: readonly PackedBlob[] = some.map((each) => {
        offset += each.length;
        return { ...each, offset: offset - each.length };
      });
      const header = packHeader(cipher, blobs);
      expect(offset + header.length).toBe(packBytes(blobs));
      expect(header.readUInt32LE(header.length - 4)).toBe(header.length - 4);
      expect(parsePackHeader(cipher, "p", header.subarray(0, -4), offset)).toEqual(blobs);
      expect(() => parsePackHeader(cipher, "p", header.subarray(0, -4), offset + 1)).toThrow(VaultError);
    }),
  );
  for (const bad of [[4], [0, 1, 2], [2, ...new Array(36).fill(0)], [255]])
    expect(() => parsePackHeader(cipher, "p", cipher.seal(Uint8Array.from(bad)), 0)).toThrow(VaultError);
});
