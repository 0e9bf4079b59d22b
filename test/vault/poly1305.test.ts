import fc from "fast-check";
import { expect, test } from "vitest";
import { type BeginPoly1305, poly1305, poly1305OfLibsodium } from "../../src/vault/poly1305.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(/[^0-9a-f]/g, ""), "hex");
const codeOf = (begin: BeginPoly1305, key: Uint8Array, ...parts: readonly Uint8Array[]) => {
  const code = begin(key);
  for (const part of parts) code.update(part);
  return Buffer.from(code.final()).toString("hex");
};

test("the code of RFC 8439 §2.5.2 comes of Node and of libsodium", async () => {
  const key = hex("85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b");
  const text = Buffer.from("Cryptographic Forum Research Group");
  for (const begin of [await poly1305(), await poly1305OfLibsodium()])
    expect(codeOf(begin, key, text)).toBe("a8061dc1305136c6c22b8baf0c0127a9");
});

test("both give the same code for any key, however the text is cut", async () => {
  const [node, sodium] = [await poly1305(), await poly1305OfLibsodium()];
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array({ maxLength: 200 }),
      fc.nat({ max: 200 }),
      (key, text, at) => {
        const [first, second] = [text.subarray(0, at), text.subarray(at)];
        expect(codeOf(node, key, text)).toBe(codeOf(sodium, key, first, second));
        expect(codeOf(node, key, first, second)).toBe(codeOf(sodium, key, text));
      },
    ),
  );
});

test("what is longer than libsodium is given at once has the same code", async () => {
  const text = Buffer.alloc(300_001, 7);
  const key = Buffer.alloc(32, 9);
  expect(codeOf(await poly1305(), key, text)).toBe(codeOf(await poly1305OfLibsodium(), key, text));
});
