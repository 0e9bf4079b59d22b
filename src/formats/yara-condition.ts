import type { YaraString } from "./yara-source.ts";
import type { YaraToken } from "./yara-tokens.ts";

/**
 * A condition as far as it hangs on strings. `open`: nothing is known, it may hold. `of`: so many of these strings must be there.
 */
export type YaraCondition =
  | { readonly kind: "open" }
  | { readonly kind: "of"; readonly count: number; readonly strings: readonly number[] }
  | { readonly kind: "and" | "or"; readonly parts: readonly YaraCondition[] };

const open: YaraCondition = { kind: "open" };
const maxDepth = 100;

/**
 * What a condition asks of the strings of its rule. Where it is not understood the answer is `open`, so that no rule is passed over that
 * YARA would match: only `and`, `or`, brackets, `$a`, `#a > 2` and `2 of (…)` are.
 */
export function readYaraCondition(tokens: readonly YaraToken[], strings: readonly YaraString[]): YaraCondition {
  return conditionOf(tokens, strings, 0);
}

/** Whether a condition can hold where no more than these strings may be there. */
export function mayHold(condition: YaraCondition, present: (string: number) => boolean): boolean {
  switch (condition.kind) {
    case "open":
      return true;
    case "of": {
      let found = 0;
      for (const string of condition.strings) if (present(string) && ++found >= condition.count) return true;
      return false;
    }
    case "and":
      return condition.parts.every((part) => mayHold(part, present));
    case "or":
      return condition.parts.some((part) => mayHold(part, present));
  }
}

function conditionOf(tokens: readonly YaraToken[], strings: readonly YaraString[], depth: number): YaraCondition {
  if (depth > maxDepth) return open;
  // In the order of how weakly they bind.
  for (const kind of ["or", "and"] as const) {
    const parts = split(tokens, kind);
    if (parts.length < 2) continue;
    return { kind, parts: parts.map((part) => conditionOf(part, strings, depth + 1)) };
  }
  if (isBracketed(tokens)) return conditionOf(tokens.slice(1, -1), strings, depth + 1);
  return leaf(tokens, strings);
}

/** At the words that stand outside of brackets. */
function split(tokens: readonly YaraToken[], at: string): (readonly YaraToken[])[] {
  const parts: YaraToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isMark(token, "(")) depth++;
    else if (isMark(token, ")")) depth--;
    if (depth === 0 && token.kind === "word" && token.text === at) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Whether the first bracket closes with the last one. */
function isBracketed(tokens: readonly YaraToken[]): boolean {
  if (tokens.length < 2 || !isMark(tokens[0], "(")) return false;
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (isMark(token, "(")) depth++;
    else if (isMark(token, ")") && --depth === 0) return i === tokens.length - 1;
  }
  return false;
}

function leaf(tokens: readonly YaraToken[], strings: readonly YaraString[]): YaraCondition {
  const [first, second, third] = tokens;
  if (!first) return open;
  const named = (name: string) => strings.flatMap((string, i) => (string.name === name ? [i] : []));
  if (first.kind === "mark" && first.text.startsWith("$")) {
    // `$a at 0` and `$a in (0..9)` hold only where it is.
    const alone = tokens.length === 1 || second?.text === "at" || second?.text === "in";
    return alone && first.text.length > 1 ? some(1, named(first.text.slice(1))) : open;
  }
  if (first.kind === "mark" && first.text.startsWith("#") && tokens.length === 3) {
    const least = Number(third?.text);
    const more = (second?.text === ">" && least >= 0) || (second?.text === ">=" && least >= 1);
    return more && third?.kind === "number" ? some(1, named(first.text.slice(1))) : open;
  }
  if (second?.text !== "of" || second.kind !== "word") return open;
  const among = set(tokens.slice(2), strings);
  if (!among) return open;
  if (first.text === "any") return some(1, among);
  if (first.text === "all") return some(among.length, among);
  const count = first.kind === "number" && /^\d+$/.test(first.text) ? Number(first.text) : 0;
  return count > 0 ? some(count, among) : open;
}

function some(count: number, strings: readonly number[]): YaraCondition {
  return strings.length === 0 ? open : { kind: "of", count, strings };
}

/** The strings of `them` or `($a, $b*)`; undefined for anything else, such as a set of rules. */
function set(tokens: readonly YaraToken[], strings: readonly YaraString[]): readonly number[] | undefined {
  if (tokens.length === 1 && tokens[0]?.text === "them") return strings.map((_, i) => i);
  if (!isBracketed(tokens)) return undefined;
  // One that is named twice counts twice.
  const chosen: number[] = [];
  for (const [i, { kind, text }] of tokens.slice(1, -1).entries()) {
    if (i % 2 === 1) {
      if (text !== ",") return undefined;
      continue;
    }
    if (kind !== "mark" || !text.startsWith("$")) return undefined;
    const [name, open] = text.endsWith("*") ? [text.slice(1, -1), true] : [text.slice(1), false];
    for (const [place, string] of strings.entries())
      if (open ? string.name.startsWith(name) : string.name === name) chosen.push(place);
  }
  return chosen;
}

function isMark(token: YaraToken | undefined, text: string): boolean {
  return token?.kind === "mark" && token.text === text;
}
