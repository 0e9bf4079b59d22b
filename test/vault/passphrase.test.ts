import fc from "fast-check";
import { expect, test } from "vitest";
import { waitBeforeNext } from "../../src/vault/passphrase-delay.ts";
import { passphraseStrength } from "../../src/vault/passphrase-strength.ts";

test.each([
  "",
  "1234",
  "password",
  "Passw0rd1!",
  "qwertzuiop",
  "aaaaaaaaaaaaaaaaaaaa",
  "letmein2024",
  "Summer2026!",
  "xiaomi123456",
  "12345678901234567890",
  "michael1985",
  "abcdefgh",
])("%j is weak, and what would be better is said", (passphrase) => {
  const { grade, advice } = passphraseStrength(passphrase);
  expect(grade).toBe("weak");
  expect(advice.length).toBeGreaterThan(0);
});

test.each([
  "gravel otter violin mustard candle ridge",
  "Kv7#pQz2!mWx9@Lt",
  "kxqvzbdtrwmplhfj",
  "drei Elefanten kauften gestern blaue Fahrräder im Regen",
])("%j is strong", (passphrase) => {
  expect(passphraseStrength(passphrase).grade).toBe("strong");
});

test("a strong one needs no advice; more of it is never worse by much; any text has a finite estimate", () => {
  expect(passphraseStrength("gravel otter violin mustard candle ridge").advice).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      const { bits } = passphraseStrength(text);
      expect(Number.isFinite(bits) && bits >= 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("the first three are free, then each wrong one doubles the wait, up to a quarter of an hour", () => {
  const wait = (count: number, now = 0) => waitBeforeNext({ count, last: 0 }, now) / 1000;
  expect([0, 1, 2, 3, 4, 5, 30, 3000].map((count) => wait(count))).toEqual([0, 0, 0, 5, 10, 20, 900, 900]);
  expect(wait(4, 4_000)).toBe(6);
  expect(wait(4, 11_000)).toBe(0);
  // A clock that was set back.
  expect(wait(4, -1_000_000)).toBe(10);
});
