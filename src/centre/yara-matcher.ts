import { compileYaraPrefilter, YaraCandidates, yaraOverlap } from "../formats/yara-prefilter.ts";
import { readYaraSource, type YaraRule } from "../formats/yara-source.ts";
import type { RandomAccess } from "../formats/zip.ts";
import type { YaraLibrary, YaraMatch, YaraRun } from "./yara-library.ts";
import type { YaraUnit } from "./yara-rules.ts";

/** A rule that matched, with where its strings stand. */
export interface YaraHit extends Omit<YaraMatch, "strings"> {
  /** Place of its unit. */
  readonly unit: number;
  /** Of the unit's text, from 1. */
  readonly line: number;
  readonly tags: readonly string[];
  readonly strings: readonly {
    readonly name: string;
    readonly offset: number;
    readonly length: number;
    /** The first bytes of what stands there, one character each. */
    readonly shown: string;
  }[];
}

/** What rules say of some bytes. */
export interface YaraAnswer {
  readonly hits: readonly YaraHit[];
  /** Rules that might match, and were not asked because the bytes are too many. */
  readonly unasked: number;
}

interface Placed {
  readonly unit: number;
  readonly rule: YaraRule;
}

const pieceBytes = 8 * 1024 * 1024;
const shownBytes = 48;

/**
 * Asks rules about bytes. libyara compiles its rules for every run, and leaks them: so only those are given to it whose strings are there.
 *
 * @param library loaded when there is first something to ask it.
 * @param maxBytes more at once are not given to libyara, which copies them.
 */
export function yaraMatcher(units: readonly YaraUnit[], library: () => Promise<YaraLibrary>, maxBytes: number) {
  const sources = units.map(({ text }) => readYaraSource(text));
  const all: Placed[] = sources.flatMap(({ rules }, unit) => rules.map((rule) => ({ unit, rule })));
  const filter = compileYaraPrefilter(all.map(({ rule }) => rule));
  return async (file: RandomAccess): Promise<YaraAnswer> => {
    const candidates = new YaraCandidates(filter);
    for (let at = 0; at < file.size; at += pieceBytes)
      candidates.add(await file.read(at, Math.min(pieceBytes + yaraOverlap, file.size - at)));
    // A private rule is not told of, and what needs it takes it along.
    const chosen = candidates
      .rules()
      .flatMap((i) => all[i] ?? [])
      .filter(({ rule }) => !rule.private);
    if (chosen.length === 0) return { hits: [], unasked: 0 };
    if (file.size > maxBytes) return { hits: [], unasked: chosen.length };
    const bytes = await file.read(0, file.size);
    const yara = await library();
    const hits: YaraHit[] = [];
    for (const group of groups(
      chosen,
      sources.map(({ rules }) => rules),
    )) {
      const imports = new Set(group.flatMap(({ unit }) => sources[unit]?.imports.map(({ name }) => name) ?? []));
      const text = [
        ...[...imports].map((name) => `import "${name}"`),
        ...group.map(({ unit, rule }) => ruleText(units[unit]?.text ?? "", rule)),
        `rule ${last} { condition: true }`,
      ].join("\n");
      hits.push(...hitsOf(yara.run(bytes, text), group, bytes));
    }
    return { hits, unasked: 0 };
  };
}

/** A rule that always matches: where it does not, libyara broke off without a word. */
const last = "candor_read_to_the_end";

/** A rule without `global`, which would hold for rules of other files too. What it means is looked at afterwards. */
function ruleText(text: string, { private: hidden, global, keyword, end }: YaraRule): string {
  return `${hidden && !global ? "private " : ""}${text.slice(keyword, end)}`;
}

/** @throws Error where libyara did not match to the end. */
function hitsOf({ errors, matched }: YaraRun, group: readonly Placed[], bytes: Uint8Array): YaraHit[] {
  if (errors[0]) throw new Error(`rules that could be compiled before cannot be now: ${errors[0].message}`);
  const byName = new Map(matched.map((match) => [match.rule, match]));
  if (!byName.has(last)) throw new Error("libyara gave up before the end");
  const missed = new Set(group.flatMap(({ unit, rule }) => (rule.global && !byName.has(rule.name) ? [unit] : [])));
  return group.flatMap(({ unit, rule }) => {
    const match = byName.get(rule.name);
    if (!match || rule.private || missed.has(unit)) return [];
    const strings = match.strings.map((string) => ({ ...string, shown: shown(bytes, string) }));
    return [{ ...match, unit, line: rule.line, tags: rule.tags, strings }];
  });
}

/** Rules that can be compiled together, because each name is there once. */
function groups(chosen: readonly Placed[], rules: readonly (readonly YaraRule[])[]): readonly (readonly Placed[])[] {
  const found: { readonly names: Set<string>; readonly placed: Placed[] }[] = [];
  for (const [unit, some] of Map.groupBy(chosen, (placed) => placed.unit)) {
    const own = withNeeded(
      some.map(({ rule }) => rule),
      rules[unit] ?? [],
    );
    let group = found.find(({ names }) => !own.some(({ name }) => names.has(name)));
    if (!group) {
      group = { names: new Set([last]), placed: [] };
      found.push(group);
    }
    for (const rule of own) {
      group.names.add(rule.name);
      group.placed.push({ unit, rule });
    }
  }
  return found.map(({ placed }) => placed);
}

/** These rules with all that they refer to, in the order of their file. */
function withNeeded(some: readonly YaraRule[], all: readonly YaraRule[]): readonly YaraRule[] {
  const needed = new Set<YaraRule>(all.filter(({ global }) => global));
  const byName = new Map(all.map((rule) => [rule.name, rule]));
  const open = [...some, ...needed];
  for (let rule = open.pop(); rule; rule = open.pop()) {
    needed.add(rule);
    for (const [i, { kind, text }] of rule.condition.entries()) {
      if (kind !== "word") continue;
      const named = byName.get(text);
      const several = rule.condition[i + 1]?.text === "*" && rule.condition.some((token) => token.text === "of");
      for (const other of several ? all.filter(({ name }) => name.startsWith(text)) : named ? [named] : [])
        if (!needed.has(other)) open.push(other);
    }
  }
  return all.filter((rule) => needed.has(rule));
}

function shown(bytes: Uint8Array, { offset, length }: { readonly offset: number; readonly length: number }): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + Math.min(length, shownBytes)));
}
