import type { KnownKind } from "./known-values.ts";

/** One way in which a value is written. */
export interface Spelling {
  readonly text: string;
  /** The value as a number in decimal, where it is written in hexadecimal otherwise. */
  readonly decimal?: boolean;
}

const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const mac = /^(?:[0-9a-f]{2}[:.-]?){5}[0-9a-f]{2}$/i;

/**
 * The ways in which apps write a value of this kind: with and without separators, in either case, phone numbers with and without the code of the
 * country. Digests are taken of each of them, so case matters here.
 */
export function spellings(kind: KnownKind, value: string): readonly Spelling[] {
  return distinct(bare(kind, value));
}

function bare(kind: KnownKind, value: string): readonly Spelling[] {
  if (kind === "mac" || kind === "bssid" || mac.test(value)) return cased(macForms(value));
  if (uuid.test(value)) return cased([value, dashed(value), value.replaceAll("-", "")]);
  if (kind === "imei" || kind === "imsi") return cased([value, value.replace(/\D/g, "")]);
  if (kind === "androidId" && /^[0-9a-f]{1,16}$/i.test(value))
    return [...cased([value]), { text: BigInt(`0x${value}`).toString(), decimal: true }];
  if (kind === "phoneNumber" || (kind === "contact" && /^\+?[\d ()/.-]{7,}$/.test(value))) return phoneForms(value);
  if (kind === "pushToken" && value.includes(":")) return cased([value, value.slice(value.indexOf(":") + 1)]);
  return cased([value]);
}

/** Values that many phones share, since Android gives them to apps that may not see the real one; they say nothing of anyone. */
export function saysNothing(value: string): boolean {
  const plain = value.toLowerCase().replace(/[^0-9a-z]/g, "");
  return /^(.)\1*$/.test(plain) || shared.has(plain);
}

const shared: ReadonlySet<string> = new Set([
  "020000000000", // MAC that apps see since Android 6 (WifiInfo.DEFAULT_MAC_ADDRESS)
  "9774d56d682e549c", // the Android ID that a fault of Android 2.2 gave to many phones
  "unknown", // Build.UNKNOWN
  "unknownssid", // WifiManager.UNKNOWN_SSID
  "012345678912345",
  "null",
  "undefined",
]);

/** The bytes that a value stands for, where it is a number in hexadecimal: UUID, MAC, Android ID; in either order for the last. */
export function binaryForms(kind: KnownKind, value: string): readonly Uint8Array[] {
  const digits = value.replace(/[:.-]/g, "");
  if (!/^(?:[0-9a-f]{2})+$/i.test(digits)) return [];
  const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (kind === "androidId" && bytes.length === 8) return [bytes, bytes.toReversed()];
  return uuid.test(value) || mac.test(value) ? [bytes] : [];
}

function dashed(value: string): string {
  return value.replaceAll("-", "").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function macForms(value: string): readonly string[] {
  const pairs = value.replace(/[^0-9a-f]/gi, "").match(/../g) ?? [];
  return [value, pairs.join(":"), pairs.join("-"), pairs.join("")];
}

function phoneForms(value: string): readonly Spelling[] {
  const digits = value.replace(/\D/g, "");
  const international = value.startsWith("+") ? digits : value.startsWith("00") ? digits.slice(2) : undefined;
  if (international === undefined) return cased([value, digits, digits.replace(/^0/, "")]);
  const national = international.slice(callingCode(international));
  return cased([value, `+${international}`, international, `00${international}`, `0${national}`, national]);
}

/** Digits of the code of the country at the front (ITU-T E.164, list of 2016-12-15): one for zones 1 and 7, two for those named, else three. */
function callingCode(international: string): number {
  if (/^[17]/.test(international)) return 1;
  return twoDigits.test(international) ? 2 : 3;
}
const twoDigits = /^(?:20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

function cased(texts: readonly string[]): readonly Spelling[] {
  return texts.flatMap((text) => [{ text }, { text: text.toLowerCase() }, { text: text.toUpperCase() }]);
}

function distinct(all: readonly Spelling[]): readonly Spelling[] {
  return [...new Map(all.filter(({ text }) => text !== "").map((spelling) => [spelling.text, spelling])).values()];
}
