import { FormatError } from "../core/errors.ts";
import { compileMatcher, type Matcher, scanStart } from "./aho-corasick.ts";
import type { Dex } from "./dex.ts";
import { eachType } from "./dex-classes.ts";
import { decodeMutf8 } from "./dex-strings.ts";
import { compilePatterns, type PatternSet } from "./pattern-set.ts";
import { alternatives, type Places, readRegex } from "./regex-syntax.ts";

/**
 * How a signature fits a class. `package`: the name begins with it and it ends where a part of the name does. `inside`: it fits elsewhere
 * only, as a search for it as a regular expression finds it (copied into another package, a longer name that begins alike, …).
 */
export type SignatureFit = "package" | "inside";

/** Code signatures made ready; index = place in the list that was given. */
export interface ClassTree {
  /** Parts that are plain names, as what a descriptor begins with. */
  readonly prefixes: Matcher;
  /** By prefix: its signature. */
  readonly prefixOwners: Int32Array;
  /** All parts as expressions; absent when only prefixes were asked for. */
  readonly anywhere: PatternSet | undefined;
  readonly anywhereOwners: Int32Array;
  readonly count: number;
  /** Parts that are not searched for, and why. */
  readonly refused: readonly { readonly signature: number; readonly part: string; readonly why: string }[];
}

/** What was found of one signature. */
export interface SignatureFinding {
  readonly signature: number;
  /** The best fit of all. */
  readonly fit: SignatureFit;
  /** Whether a class that fits as well as `fit` is in the app, and not only referred to by it. */
  readonly defined: boolean;
  /** How many types fit, in all DEX; one that several refer to counts in each. */
  readonly types: number;
  /** One of those that fit best, such as `com.example.ads.Banner`. */
  readonly example: string;
}

/** What all signatures gave. `complete` is false when names could not be read: then nothing found means little. */
export interface SignatureSearch {
  readonly findings: readonly SignatureFinding[];
  readonly types: number;
  readonly unreadable: number;
  readonly complete: boolean;
}

/** Shorter parts match too much to tell anything. */
const shortest = 4;
const [slash, dollar, semicolon, bigL, bracket] = [0x2f, 0x24, 0x3b, 0x4c, 0x5b];

/**
 * Prepares code signatures: names of packages or classes, `|` between alternatives, as Exodus lists them.
 *
 * Exodus searches each as a regular expression, anywhere in names such as `com/example/ads/Banner` (letters, digits, `_` and `/` of a name
 * with at least one `/`, so that `$` and `-` end it): `.` is any character. So it is here, and those that are names are also looked for as
 * what they are meant to be, the beginning of a name.
 *
 * @param inside false looks only for names that begin with a signature: faster, for long lists of libraries.
 */
export function compileSignatures(signatures: readonly string[], inside = true): ClassTree {
  const refused: { signature: number; part: string; why: string }[] = [];
  const prefixes: { text: string; owner: number }[] = [];
  const expressions: { places: Places; owner: number }[] = [];
  for (const [owner, signature] of signatures.entries()) {
    for (const part of alternatives(signature)) {
      const plain = /^[\w.-]+$/.test(part);
      if (part === "") continue;
      if (plain && part.length < shortest) {
        refused.push({ signature: owner, part, why: "it is too short to tell anything" });
        continue;
      }
      if (plain && !part.startsWith(".")) prefixes.push({ text: part.replaceAll(".", "/"), owner });
      if (!inside && plain && !part.startsWith(".")) continue;
      try {
        expressions.push({ places: readRegex(part), owner });
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        refused.push({ signature: owner, part, why: error.message });
      }
    }
  }
  return {
    prefixes: compileMatcher(prefixes),
    prefixOwners: Int32Array.from(prefixes, ({ owner }) => owner),
    anywhere: expressions.length > 0 ? compilePatterns(expressions.map(({ places }) => places)) : undefined,
    anywhereOwners: Int32Array.from(expressions, ({ owner }) => owner),
    count: signatures.length,
    refused,
  };
}

/** Several lists of signatures made into one, so that names are looked at once for all of them. */
export interface JoinedTrees {
  readonly tree: ClassTree;
  /** By list: the place of its first signature. */
  readonly firsts: readonly number[];
}

/** Joins lists of signatures, for `findAllSignatures`. */
export function joinTrees(trees: readonly ClassTree[]): JoinedTrees {
  const decoder = new TextDecoder();
  const firsts: number[] = [];
  const prefixes: string[] = [];
  const prefixOwners: number[] = [];
  const parts: { readonly patterns: PatternSet; readonly first: number }[] = [];
  const anywhereOwners: number[] = [];
  let count = 0;
  for (const tree of trees) {
    firsts.push(count);
    for (const literal of tree.prefixes.literals) prefixes.push(decoder.decode(literal));
    for (const owner of tree.prefixOwners) prefixOwners.push(count + owner);
    if (tree.anywhere) parts.push({ patterns: tree.anywhere, first: anywhereOwners.length });
    for (const owner of tree.anywhereOwners) anywhereOwners.push(count + owner);
    count += tree.count;
  }
  return {
    tree: {
      prefixes: compileMatcher(prefixes.map((text) => ({ text }))),
      prefixOwners: Int32Array.from(prefixOwners),
      anywhere: joinPatterns(parts),
      anywhereOwners: Int32Array.from(anywhereOwners),
      count,
      refused: [],
    },
    firsts,
  };
}

function joinPatterns(
  parts: readonly { readonly patterns: PatternSet; readonly first: number }[],
): PatternSet | undefined {
  if (parts.length < 2) return parts[0]?.patterns;
  return {
    search(bytes, start, end, visit) {
      for (const { patterns, first } of parts) patterns.search(bytes, start, end, (part) => visit(first + part));
    },
  };
}

/** As `findSignatures`, of joined lists: what each of them gave. */
export function findAllSignatures({ tree, firsts }: JoinedTrees, dexes: Iterable<Dex>): readonly SignatureSearch[] {
  const { findings, ...rest } = findSignatures(tree, dexes);
  return firsts.map((first, n) => {
    const end = firsts[n + 1] ?? tree.count;
    const own = findings.filter(({ signature }) => signature >= first && signature < end);
    return { findings: own.map((finding) => ({ ...finding, signature: finding.signature - first })), ...rest };
  });
}

/** Told a signature that fits the descriptor at hand, as often as it does. */
export type FitVisit = (signature: number, fit: SignatureFit) => void;

/** Gives a function that tells which signatures fit a descriptor, `[[Lcom/example/Name;` as it stands in a DEX from `start` up to `end`. */
export function signatureFitter(
  tree: ClassTree,
  visit: FitVisit,
): (bytes: Uint8Array, start: number, end: number) => void {
  const { prefixes, prefixOwners, anywhere, anywhereOwners } = tree;
  let name: Uint8Array = new Uint8Array(0);
  let stop = 0;
  const prefixFits = (prefix: number, _from: number, to: number) => {
    if (endsPart(name, to, stop)) visit(prefixOwners[prefix] as number, "package");
    return true;
  };
  const partFits = (part: number) => visit(anywhereOwners[part] as number, "inside");
  return (bytes, start, end) => {
    let from = start;
    while (from < end && bytes[from] === bracket) from++;
    if (bytes[from++] !== bigL) return;
    name = bytes;
    stop = end;
    scanStart(prefixes, bytes, from, end, prefixFits);
    if (!anywhere) return;
    const to = endOfName(bytes, from, end);
    if (to > from) anywhere.search(bytes, from, to, partFits);
  };
}

const nothingYet = { rank: -1, types: 0, last: -1, dex: 0, start: 0, end: 0 };

/** Looks for all signatures in all types that some DEX name, defined in them or referred to. */
export function findSignatures(tree: ClassTree, dexes: Iterable<Dex>): SignatureSearch {
  // Only what is found has a place: lists have thousands of signatures, and an app may have thousands of DEX.
  const found = new Map<number, typeof nothingYet>();
  const searched: Dex[] = [];
  const at = { seen: 0, start: 0, end: 0, defined: false };
  const fitAll = signatureFitter(tree, (signature, how) => {
    const before = found.get(signature);
    const finding = before ?? { ...nothingYet };
    if (!before) found.set(signature, finding);
    if (finding.last !== at.seen) finding.types++;
    finding.last = at.seen;
    const rank = (how === "package" ? 2 : 0) + (at.defined ? 1 : 0);
    if (rank <= finding.rank) return;
    Object.assign(finding, { rank, dex: searched.length - 1, start: at.start, end: at.end });
  });
  let unreadable = 0;
  let complete = true;
  for (const dex of dexes) {
    searched.push(dex);
    const walk = eachType(dex, (start, end, _type, defined) => {
      at.seen++;
      at.start = start;
      at.end = end;
      at.defined = defined;
      fitAll(dex.bytes, start, end);
    });
    unreadable += walk.unreadable;
    complete &&= walk.complete && dex.types.count === dex.types.declared && dex.classes.count === dex.classes.declared;
  }
  const inOrder = [...found].sort(([one], [other]) => one - other);
  const findings = inOrder.map(([signature, { rank, types, dex, start, end }]): SignatureFinding => {
    const example = className((searched[dex] as Dex).bytes, start, Math.min(end, start + 1024));
    return { signature, fit: rank >= 2 ? "package" : "inside", defined: rank % 2 === 1, types, example };
  });
  return { findings, types: at.seen, unreadable, complete: complete && unreadable === 0 };
}

/** `Lcom/example/Name;` as people write it. */
function className(bytes: Uint8Array, start: number, end: number): string {
  return decodeMutf8(bytes, start, end)
    .replace(/^\[*L|;$/g, "")
    .replaceAll("/", ".");
}

/** Whether the part of a name that ends before `to` is whole: `com/example` in `com/example/…`, but not in `com/examples/…`. */
function endsPart(bytes: Uint8Array, to: number, end: number): boolean {
  const next = to < end ? bytes[to] : semicolon;
  return bytes[to - 1] === slash || next === slash || next === dollar || next === semicolon;
}

/** Where the name ends that Exodus would search; -1 when it has no package. */
function endOfName(bytes: Uint8Array, start: number, end: number): number {
  let to = start;
  let last = -1;
  for (; to < end; to++) {
    const byte = bytes[to] as number;
    if (inName[byte] === 0) break;
    if (byte === slash) last = to;
  }
  if (last < 0) return -1;
  return last === to - 1 ? last : to;
}

/** Letters, digits, `_`, `/` and all that is not ASCII. */
const inName = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 || /[\w/]/.test(String.fromCharCode(byte)) ? 1 : 0,
);
