import { type ByteLiteral, compileMatcher, type Matcher, scan } from "../formats/aho-corasick.ts";
import type { Crypto } from "../formats/crypto.ts";
import { base64Inside, hexOf, latin1 } from "./byte-text.ts";
import { binaryForms, type Spelling, saysNothing, spellings } from "./known-spellings.ts";
import type { KnownPlace, KnownValues } from "./known-values.ts";
import type { PersonalEncoding } from "./personal-hit.ts";

/** What of the known values a literal stands for. */
export type LiteralSubject =
  | { readonly of: "value"; readonly index: number }
  | { readonly of: "latitude" | "longitude"; readonly index: number }
  | { readonly of: "package"; readonly index: number };

/** What was found where: bytes from `start` up to `end`. */
export interface LiteralMatch {
  readonly subject: LiteralSubject;
  readonly encoding: readonly PersonalEncoding[];
  readonly digest: "md5" | "sha1" | "sha256" | null;
  readonly start: number;
  readonly end: number;
}

/** All spellings of all known values, ready to be found in one pass. */
export interface KnownLiterals {
  readonly groups: readonly { readonly matcher: Matcher; readonly meanings: readonly Meaning[] }[];
  /** Values that cannot be looked for, and why. */
  readonly limits: readonly string[];
}

interface Meaning {
  readonly subject: LiteralSubject;
  readonly encoding: readonly PersonalEncoding[];
  readonly digest: LiteralMatch["digest"];
  /** All bytes; the automaton holds the first few only, so that thousands of digests stay small. */
  readonly bytes: Uint8Array;
  readonly ignoreCase: boolean;
  /** What may not stand beside it: a number is no part of a longer number, a short text no part of a word. */
  readonly edge: "digit" | "digit-before" | "word" | "dotted" | "none" | "scaled";
}

/** Bytes of a literal that the automaton holds; the rest is compared. */
const held = 12;
/** Literals in one automaton: keeps its table under 60 MB even where every byte is a class of its own. */
const inOne = 4_000;
/** Contacts that are looked for; an address book may have thousands. */
const mostContacts = 1_000;
/** So many are looked for in every encoding; of more, those that views of the content unwrap anyway are left out. */
const fewContacts = 100;
/** Shorter values stand in too many texts by chance. */
const shortest = 5;
const digests = ["md5", "sha1", "sha256"] as const;

/** Makes all spellings, encodings and digests of the known values ready. */
export async function prepareLiterals(known: KnownValues, crypto: Pick<Crypto, "digest">): Promise<KnownLiterals> {
  const limits: string[] = [];
  const meanings: Meaning[] = [];
  let contacts = 0;
  const sparing = known.values.filter(({ kind }) => kind === "contact").length > fewContacts;
  for (const [index, { kind, value }] of known.values.entries()) {
    if (value.length < shortest) limits.push(`${kind} ${index + 1}: it is too short to be looked for`);
    else if (saysNothing(value)) limits.push(`${kind} ${index + 1}: many phones share this value, it says nothing`);
    else if (kind === "contact" && ++contacts > mostContacts) continue;
    else
      meanings.push(...(await meaningsOf({ of: "value", index }, kind, value, crypto, sparing && kind === "contact")));
  }
  if (sparing)
    limits.push(`with more than ${fewContacts} contacts, they are not looked for inside of base64 of longer texts`);
  if (contacts > mostContacts)
    limits.push(`${contacts - mostContacts} contacts: only the first ${mostContacts} are looked for`);
  for (const [index, place] of known.places.entries()) meanings.push(...placeMeanings(place, index));
  for (const [index, name] of known.packages.entries())
    if (name.length >= shortest) meanings.push(plain({ of: "package", index }, name, "dotted"));
  const groups = [];
  for (let at = 0; at < meanings.length; at += inOne) {
    const some = meanings.slice(at, at + inOne);
    groups.push({ matcher: compileMatcher(some.map(literalOf)), meanings: some });
  }
  return { groups, limits };
}

/** Finds every known value in `bytes`; linear in them. */
export function findLiterals(literals: KnownLiterals, bytes: Uint8Array, visit: (match: LiteralMatch) => void): void {
  for (const { matcher, meanings } of literals.groups)
    scan(matcher, bytes, 0, bytes.length, (literal, start) => {
      const meaning = meanings[literal] as Meaning;
      const end = standsWhole(meaning, bytes, start);
      if (end < 0) return undefined;
      visit({ subject: meaning.subject, encoding: meaning.encoding, digest: meaning.digest, start, end });
      return undefined;
    });
}

function literalOf({ bytes, ignoreCase }: Meaning): ByteLiteral {
  return { bytes: bytes.subarray(0, held), ignoreCase };
}

async function meaningsOf(
  subject: LiteralSubject,
  kind: KnownValues["values"][number]["kind"],
  value: string,
  crypto: Pick<Crypto, "digest">,
  sparing: boolean,
): Promise<readonly Meaning[]> {
  const all: Meaning[] = [];
  for (const spelling of spellings(kind, value)) {
    all.push(...spelled(subject, spelling, sparing));
    if (spelling.decimal) continue;
    for (const name of digests) all.push(...digested(subject, name, await crypto.digest(name, utf8(spelling.text))));
  }
  for (const bytes of binaryForms(kind, value)) all.push(exact(subject, bytes, ["binary"]));
  return unique(all);
}

/** A spelling in plain, encoded for URLs, in UTF-16, and inside of base64 and hexadecimal of something longer. */
function spelled(subject: LiteralSubject, { text, decimal }: Spelling, sparing: boolean): readonly Meaning[] {
  const edge = /^\+?\d+$/.test(text) ? "digit" : text.length < 10 ? "word" : "none";
  const encoding: readonly PersonalEncoding[] = decimal ? ["decimal"] : [];
  const all = [{ ...plain(subject, text, edge), encoding }];
  const escaped = encodeURIComponent(text);
  if (escaped !== text) all.push({ ...plain(subject, escaped, "none"), encoding: ["url"] });
  if (sparing || decimal || text.length < 8) return all;
  const bytes = utf8(text);
  all.push({ ...exact(subject, utf16(text), ["utf-16"]), ignoreCase: true });
  all.push({ ...exact(subject, utf8(hexOf(bytes)), ["hex"]), ignoreCase: true });
  for (const inside of base64Inside(bytes)) all.push(exact(subject, utf8(inside), ["base64"]));
  return all;
}

function digested(subject: LiteralSubject, digest: (typeof digests)[number], bytes: Uint8Array): readonly Meaning[] {
  const base = btoa(latin1(bytes)).replace(/=+$/, "");
  const urlSafe = base.replaceAll("+", "-").replaceAll("/", "_");
  return [
    { ...exact(subject, utf8(hexOf(bytes)), ["hex", digest]), ignoreCase: true, digest },
    { ...exact(subject, utf8(base), ["base64", digest]), digest },
    { ...exact(subject, utf8(urlSafe), ["base64", digest]), digest },
    { ...exact(subject, bytes, [digest]), digest },
  ];
}

/** A place to three decimals and its neighbours, which is a hundred metres; in degrees, or times 10⁵ to 10⁷ as whole numbers. */
function placeMeanings({ latitude, longitude }: KnownPlace, index: number): readonly Meaning[] {
  const of = (subject: LiteralSubject, degrees: number) =>
    [-1, 0, 1].flatMap((step) => {
      const thousandths = Math.max(0, Math.floor(Math.abs(degrees) * 1000 + 1e-6) + step);
      const [whole, rest] = [Math.floor(thousandths / 1000), String(thousandths % 1000).padStart(3, "0")];
      const spelt = [`${whole}.${rest}`, `${whole},${rest}`].map((text) => plain(subject, text, "digit-before"));
      return whole === 0 ? spelt : [...spelt, plain(subject, `${whole}${rest}`, "scaled")];
    });
  return [...of({ of: "latitude", index }, latitude), ...of({ of: "longitude", index }, longitude)];
}

function plain(subject: LiteralSubject, text: string, edge: Meaning["edge"]): Meaning {
  return { subject, encoding: [], digest: null, bytes: utf8(text), ignoreCase: true, edge };
}

function exact(subject: LiteralSubject, bytes: Uint8Array, encoding: readonly PersonalEncoding[]): Meaning {
  return { subject, encoding, digest: null, bytes, ignoreCase: false, edge: "none" };
}

/** Two spellings that differ in case only are one where case does not matter. */
function unique(all: readonly Meaning[]): readonly Meaning[] {
  const byBytes = new Map<string, Meaning>();
  for (const meaning of all) {
    const text = latin1(meaning.bytes);
    const key = `${meaning.ignoreCase} ${meaning.ignoreCase ? text.toLowerCase() : text}`;
    if (!byBytes.has(key)) byBytes.set(key, meaning);
  }
  return [...byBytes.values()];
}

/** Where the literal ends when all of it stands at `start` and nothing beside it makes it a part of something else; -1 otherwise. */
function standsWhole({ bytes: wanted, ignoreCase, edge }: Meaning, bytes: Uint8Array, start: number): number {
  const end = start + wanted.length;
  if (end > bytes.length) return -1;
  for (let i = held; i < wanted.length; i++) {
    const [a, b] = [wanted[i] as number, bytes[start + i] as number];
    if (a !== b && !(ignoreCase && lower(a) === lower(b))) return -1;
  }
  if (edge === "none") return end;
  const inside = edge === "word" || edge === "dotted" ? isWord : isDigit;
  if (inside(bytes[start - 1])) return -1;
  // com.example is no part of com.example.game, but may stand at the end of a sentence.
  if (edge === "dotted" && (bytes[start - 1] === dot || (bytes[end] === dot && isWord(bytes[end + 1])))) return -1;
  if (edge === "digit-before") return end;
  if (edge !== "scaled") return inside(bytes[end]) ? -1 : end;
  let digits = 0;
  while (digits < 5 && isDigit(bytes[end + digits])) digits++;
  return digits >= 2 && digits <= 4 ? end + digits : -1;
}

const dot = 46;

function lower(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

function isWord(byte: number | undefined): boolean {
  return isDigit(byte) || byte === 95 || (byte !== undefined && lower(byte) >= 97 && lower(byte) <= 122);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((_, i) => [text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8]));
}
