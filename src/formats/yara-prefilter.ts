import { FormatError } from "../core/errors.ts";
import { compileMatcher, type Literal, type Matcher, scan } from "./aho-corasick.ts";
import { mayHold, readYaraCondition, type YaraCondition } from "./yara-condition.ts";
import type { YaraRule, YaraString } from "./yara-source.ts";

/** Rules made ready to be asked which of them may match: all others surely do not, and need not be compiled. */
export interface YaraPrefilter {
  /** Finds what strings cannot be without; undefined where there is nothing to look for, or too much. */
  readonly matcher: Matcher | undefined;
  /** By literal: the numbers of the strings that it stands for. */
  readonly stringsOf: readonly (readonly number[])[];
  /** By string, over all rules: 1 where it may always be there, because there is no literal in it. */
  readonly always: Uint8Array;
  /** By rule: the number of its first string, and its condition. */
  readonly rules: readonly { readonly first: number; readonly condition: YaraCondition }[];
}

/** Shorter ones are everywhere. */
const minLength = 4;
/** So much of a literal is looked for: it tells enough, and the automaton stays small. */
const maxLength = 24;
/** Bytes that pieces of a file must have in common. */
export const yaraOverlap = maxLength - 1;

/** Makes the prefilter of rules, in their order. */
export function compileYaraPrefilter(rules: readonly YaraRule[]): YaraPrefilter {
  const strings = rules.flatMap((rule) => rule.strings);
  const always = new Uint8Array(strings.length);
  const places = new Map<string, number[]>();
  const literals: Literal[] = [];
  for (const [number, string] of strings.entries()) {
    const needed = literalsOf(string);
    if (!needed) always[number] = 1;
    for (const literal of needed ?? []) {
      const key = `${literal.ignoreCase ? "i" : "="}${literal.ignoreCase ? literal.text.toLowerCase() : literal.text}`;
      const found = places.get(key);
      if (found) found.push(number);
      else {
        places.set(key, [number]);
        literals.push(literal);
      }
    }
  }
  let first = 0;
  const conditions = rules.map((rule) => {
    const at = first;
    first += rule.strings.length;
    return { first: at, condition: readYaraCondition(rule.condition, rule.strings) };
  });
  const matcher = matcherOf(literals);
  return { matcher, stringsOf: [...places.values()], always: matcher ? always : always.fill(1), rules: conditions };
}

/** Asks which rules may match a file, which may come in pieces. */
export class YaraCandidates {
  readonly #filter: YaraPrefilter;
  readonly #present: Uint8Array;
  readonly #seen: Uint8Array;

  constructor(filter: YaraPrefilter) {
    this.#filter = filter;
    this.#present = filter.always.slice();
    this.#seen = new Uint8Array(filter.stringsOf.length);
  }

  /** Takes bytes; pieces overlap by `yaraOverlap`, so that nothing is cut in two. */
  add(bytes: Uint8Array): void {
    const { matcher, stringsOf } = this.#filter;
    if (!matcher) return;
    const [present, seen] = [this.#present, this.#seen];
    scan(matcher, bytes, 0, bytes.length, (literal) => {
      if (seen[literal] === 1) return;
      seen[literal] = 1;
      for (const string of stringsOf[literal] ?? []) present[string] = 1;
    });
  }

  /** Numbers of the rules that may match what was taken. */
  rules(): number[] {
    return this.#filter.rules.flatMap(({ first, condition }, i) =>
      mayHold(condition, (string) => this.#present[first + string] === 1) ? [i] : [],
    );
  }
}

function matcherOf(literals: readonly Literal[]): Matcher | undefined {
  if (literals.length === 0) return undefined;
  try {
    return compileMatcher(literals);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** Of these one must stand where the string is to match; undefined where nothing is known. */
function literalsOf({ kind, text, modifiers }: YaraString): readonly Literal[] | undefined {
  if (kind === "regex" || modifiers.some((name) => /^(?:xor|base64|base64wide)$/.test(name))) return undefined;
  const run = kind === "hex" ? longest(fixedBytes(text)) : longest(text.split(/[^\0-\x7f]+/));
  if (run.length < minLength) return undefined;
  const ignoreCase = modifiers.includes("nocase");
  const wide = modifiers.includes("wide");
  const texts = [
    ...(!wide || modifiers.includes("ascii") ? [run] : []),
    ...(wide ? [[...run].map((char) => `${char}\0`).join("")] : []),
  ];
  return texts.map((each) => ({ text: each.slice(-maxLength), ignoreCase }));
}

function longest(runs: readonly string[]): string {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), "");
}

/** Runs of bytes up to 7F that a hexadecimal string holds outside of alternatives, as text. */
function fixedBytes(hex: string): readonly string[] {
  const runs = [""];
  let depth = 0;
  const parts = hex.matchAll(/\/\/[^\n]*|\/\*|\*\/|~?[0-9A-Fa-f?]{2}|\[[^\][]*\]|[()|]/g);
  let inComment = false;
  for (const [part] of parts) {
    if (part === "/*") inComment = true;
    else if (part === "*/") inComment = false;
    if (inComment || part.startsWith("//") || part === "*/") continue;
    if (part === "(") depth++;
    else if (part === ")") depth--;
    const byte = /^[0-7][0-9A-Fa-f]$/.test(part) ? Number.parseInt(part, 16) : undefined;
    if (byte === undefined || depth > 0) runs.push("");
    else runs[runs.length - 1] += String.fromCharCode(byte);
  }
  return runs;
}
