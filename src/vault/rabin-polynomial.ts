import { randomBytes } from "node:crypto";

/** Degree of the polynomials over GF(2) that restic's chunker uses; the digits of a bigint are the coefficients. */
export const degree = 53;

/** A random irreducible polynomial, so that the lengths of chunks tell nothing about a file. */
export function newPolynomial(): bigint {
  for (;;) {
    const candidate = (randomBytes(8).readBigUInt64BE() & ((1n << 54n) - 1n)) | (1n << 53n) | 1n;
    if (isIrreducible(candidate)) return candidate;
  }
}

/** Ben-Or's test, for polynomials of degree 53 alone: no factor of degree i divides x^(2^i) − x for any i up to half the degree. */
export function isIrreducible(polynomial: bigint): boolean {
  if (polynomial >> BigInt(degree) !== 1n) return false;
  let power = 2n;
  for (let i = 1; i <= degree >> 1; i++) {
    power = square(power, polynomial);
    if (greatestCommonDivisor(polynomial, power ^ 2n) !== 1n) return false;
  }
  return true;
}

/** The remainder of a division by a polynomial. */
export function modulo(value: bigint, polynomial: bigint): bigint {
  const width = bits(polynomial);
  let rest = value;
  for (let length = bits(rest); length >= width; length = bits(rest)) rest ^= polynomial << BigInt(length - width);
  return rest;
}

/** Squaring over GF(2) puts a zero between all digits. */
function square(value: bigint, polynomial: bigint): bigint {
  return modulo(BigInt(`0b${value.toString(2).split("").join("0")}`), polynomial);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, modulo(left, right)];
  return left;
}

function bits(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}
