import type { AnswerTexts, Phrases } from "./messages/check-texts.ts";

/** A text to show, with the language it is in where that is not the one of the page. */
export interface Said {
  readonly text: string;
  readonly lang?: "en";
}

type Pattern = readonly [parts: readonly string[], holes: readonly string[], translation: string];
const patterns = new WeakMap<Phrases, readonly Pattern[]>();
/** Longer texts than Candor ever writes are not searched. */
const longest = 4_000;

/** The phrase in the language, or undefined where the language has none for it. Linear in the text for each pattern. */
export function phrase(text: string, { phrases, list }: AnswerTexts, depth = 0): string | undefined {
  if (Object.hasOwn(phrases, text)) return phrases[text];
  if (isName(text)) return text;
  if (text.length > longest || depth > 2) return undefined;
  for (const [parts, holes, translation] of patternsOf(phrases)) {
    const values = match(text, parts);
    if (!values?.every((value, at) => fits(value, holes[at] ?? "", { phrases, list, checks: {} }, depth))) continue;
    return translation.replace(/\{(\w+)\}/g, (_, hole: string) => {
      const value = values[holes.indexOf(hole)] ?? "";
      return phrase(value, { phrases, list, checks: {} }, depth + 1) ?? value;
    });
  }
  const answers = { phrases, list, checks: {} };
  return listOf(text, answers, depth) ?? pathOf(text, answers, depth) ?? sentencesOf(text, answers, depth);
}

/** The way to a screen, `Settings > Apps`, each place of which is known. Places hold no places, nor sentences sentences: both go no deeper. */
function pathOf(text: string, answers: AnswerTexts, depth: number): string | undefined {
  return text.includes(" > ") ? allOf(text.split(" > "), answers, depth)?.join(" > ") : undefined;
}

/** Sentences that stand behind each other. Where a language ends them with a wide full stop, no space follows. */
function sentencesOf(text: string, answers: AnswerTexts, depth: number): string | undefined {
  const sentences = text.split(/(?<=[.?!]) /);
  return sentences.length > 1 && sentences.length <= 12
    ? allOf(sentences, answers, depth)?.reduce((said, next) => `${said}${/[。？！]$/.test(said) ? "" : " "}${next}`)
    : undefined;
}

/** Each of them in the language, or nothing where one is not known. */
function allOf(texts: readonly string[], answers: AnswerTexts, depth: number): readonly string[] | undefined {
  const put = texts.map((text) => phrase(text, answers, depth));
  return put.every((text) => text !== undefined) ? put : undefined;
}

/** Holes that hold outside text of any make; in the others stand names and phrases, so that no sentence is put in half. */
const free = new Set(["app", "apps", "value", "command", "reason"]);

function fits(value: string, hole: string, answers: AnswerTexts, depth: number): boolean {
  return free.has(hole) || !/\s/.test(value) || phrase(value, answers, depth + 1) !== undefined;
}

/** What is written the same in every language: `ro.debuggable`, `com.example.app`, 5555. A plain word in lower case is a word. */
const isName = (text: string): boolean => !/\s/.test(text) && /[^a-z]/.test(text);

/** "a, b and c" of names without spaces or of known phrases; anything else that has a comma stays as it is. */
function listOf(text: string, answers: AnswerTexts, depth: number): string | undefined {
  if (text.includes("; ")) return parts(text.split("; "), answers, depth)?.join("; ");
  const put = parts(text.split(/, | and /), answers, depth);
  if (!put || put.length < 2) return undefined;
  const { comma, and } = answers.list;
  if (!text.includes(" and ")) return put.join(comma);
  return `${put.slice(0, -1).join(comma)}${and}${put.at(-1)}`;
}

function parts(list: readonly string[], answers: AnswerTexts, depth: number): readonly string[] | undefined {
  const put: string[] = [];
  for (const part of list) {
    const known = phrase(part, answers, depth + 1);
    if (known === undefined && /\s/.test(part.replace(/ \([A-Z]{2}\)$/, ""))) return undefined;
    put.push(known ?? part);
  }
  return put;
}

function patternsOf(phrases: Phrases): readonly Pattern[] {
  const known = patterns.get(phrases);
  if (known) return known;
  const made = Object.entries(phrases).flatMap(([english, translation]): Pattern[] => {
    const holes = [...english.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
    return holes.length === 0 ? [] : [[english.split(/\{\w+\}/), holes, translation]];
  });
  // The pattern with the most words of its own says best what a text is.
  made.sort((a, b) => b[0].join("").length - a[0].join("").length);
  patterns.set(phrases, made);
  return made;
}

/** What stands in the holes between the parts; each part is taken where it comes first, the last one at the end. */
function match(text: string, parts: readonly string[]): readonly string[] | undefined {
  const [first = "", ...others] = parts;
  const last = others.pop() ?? "";
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const values: string[] = [];
  let at = first.length;
  for (const part of others) {
    const next = text.indexOf(part, at);
    if (next < 0) return undefined;
    values.push(text.slice(at, next));
    at = next + part.length;
  }
  if (at > text.length - last.length) return undefined;
  values.push(text.slice(at, text.length - last.length));
  return values.every((value) => value !== "") ? values : undefined;
}
