/** A computer's RSA key as it is offered to the phone and kept in `/data/misc/adb/adb_keys`. */
export interface AdbKey {
  /** The line as sent: base64 of the key, a space, `user@host`. */
  readonly line: string;
  /** The part before the space: two offers of one key have the same. */
  readonly base64: string;
  /** What the computer calls itself; not trusted. */
  readonly comment: string;
  /** The decoded key, 524 bytes; the phone's dialog shows its MD5. */
  readonly bytes: Uint8Array;
  readonly modulus: bigint;
  readonly exponent: bigint;
}

/** Which computers a phone lets in. */
export interface Authorisation {
  /** The keys allowed so far. */
  keys(): Iterable<AdbKey>;
  /**
   * The owner is asked about a key that is not among them. true lets it in; false is silence on the wire, as a phone
   * does, and the computer shows `unauthorized`. The signal is aborted when the computer goes away.
   */
  ask(key: AdbKey, signal: AbortSignal): Promise<boolean>;
}

/** Asks `answer` about every key once and keeps those that were allowed. */
export function authorisation(answer: (key: AdbKey, signal: AbortSignal) => Promise<boolean> | boolean): Authorisation {
  const allowed = new Map<string, AdbKey>();
  return {
    keys: () => allowed.values(),
    ask: async (key, signal) => {
      const yes = await answer(key, signal);
      if (yes) allowed.set(key.base64, key);
      return yes;
    },
  };
}

/** Lets every computer in at its first offer. */
export const allowAlways = (): Authorisation => authorisation(() => true);

/** Lets nobody in. */
export const allowNever = (): Authorisation => authorisation(() => false);

/** Lets in the keys of these lines (the format of `adbkey.pub`) and no other. */
export function allowKeys(lines: readonly string[]): Authorisation {
  const keys = lines.map((line) => parseAdbKey(line)).filter((key) => key !== undefined);
  return { keys: () => keys, ask: (key) => Promise.resolve(keys.some((known) => known.base64 === key.base64)) };
}

/** Lets every computer in after a delay, as when the owner has to find the phone first. */
export function allowAfter(milliseconds: number): Authorisation {
  return authorisation(
    (_key, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(true), milliseconds);
        signal.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve(false);
        });
      }),
  );
}

const words = 64;
const keySize = 4 + 4 + 2 * words * 4 + 4;

/** Reads an offered key (AOSP libcrypto_utils, android_pubkey.cpp: 2048 bits only); undefined when it is none. */
export function parseAdbKey(line: string): AdbKey | undefined {
  const text = line.replace(/\0.*$/s, "").trim();
  const [, base64, comment] = /^([A-Za-z0-9+/]+={0,2})(?: (.*))?$/.exec(text) ?? [];
  if (base64 === undefined || base64.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  if (bytes.length !== keySize) return undefined;
  const view = new DataView(bytes.buffer);
  if (view.getUint32(0, true) !== words) return undefined;
  const modulus = bigEndian(bytes.slice(8, 8 + words * 4).reverse());
  const exponent = BigInt(view.getUint32(keySize - 4, true));
  if (modulus % 2n === 0n || (exponent !== 3n && exponent !== 65537n)) return undefined;
  return { line: text, base64, comment: comment ?? "", bytes, modulus, exponent };
}

// DigestInfo of SHA-1 (RFC 8017, section 9.2, note 1): the token stands in the place of a digest.
const digestInfo = [0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a, 0x05, 0x00, 0x04, 0x14];

/** Whether `signature` is the PKCS#1 v1.5 signature of the 20-byte token, taken as a SHA-1 digest, by this key. */
export function verifyToken(key: AdbKey, token: Uint8Array, signature: Uint8Array): boolean {
  const length = words * 4;
  if (signature.length !== length) return false;
  const value = bigEndian(signature);
  if (value >= key.modulus) return false;
  const padding = length - 3 - digestInfo.length - token.length;
  const expected = [0, 1, ...new Array<number>(padding).fill(0xff), 0, ...digestInfo, ...token];
  return power(value, key.exponent, key.modulus) === bigEndian(Uint8Array.from(expected));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function bigEndian(bytes: Uint8Array): bigint {
  let hex = "0x";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return BigInt(hex);
}
