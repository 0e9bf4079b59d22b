import { FormatError } from "../core/errors.ts";

/** What a text is filled with. */
export interface TemplateInput {
  readonly values: Readonly<Record<string, string>>;
  /** Each flag of the text, set or not. */
  readonly flags: Readonly<Record<string, boolean>>;
  /** For spots that the text describes in words of its language and does not name, in their order. */
  readonly open?: readonly string[];
}

const maxDepth = 8;

/**
 * Fills a text in the notation of datarequests.org: `{name}` is a value, `[flag>text]` stands where the flag is set, `[has:name>text]` where
 * the value is not empty, and `[text]` without a flag is a wish of its writers that is left out. Values are put in as they are: what looks
 * like a spot in them stays.
 *
 * @throws FormatError for a spot that nothing is given for, and for brackets without a partner
 */
export function fillTemplate(text: string, input: TemplateInput): string {
  const open = [...(input.open ?? [])];
  const reader = { text: text.replace(/<\/?(?:italic|bold|u)>/g, ""), at: 0 };
  const filled = piece(reader, input, open, 0);
  return filled
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

interface Reader {
  readonly text: string;
  at: number;
}

/** Up to the end, or to the bracket that ends this depth. */
function piece(reader: Reader, input: TemplateInput, open: string[], depth: number): string {
  if (depth > maxDepth) throw new FormatError("letter", "brackets in brackets without end");
  let filled = "";
  while (reader.at < reader.text.length) {
    const next = reader.text[reader.at];
    if (next === "]" && depth > 0) return filled;
    if (next === "}" || next === "]") throw new FormatError("letter", "a bracket closes that does not open");
    if (next === "{") filled += spot(reader, input, open);
    else if (next === "[") filled += conditional(reader, input, open, depth);
    else {
      filled += next;
      reader.at++;
    }
  }
  if (depth > 0) throw new FormatError("letter", "a bracket does not close");
  return filled;
}

function spot(reader: Reader, { values }: TemplateInput, open: string[]): string {
  const end = reader.text.indexOf("}", reader.at);
  if (end < 0) throw new FormatError("letter", "a bracket does not close");
  const name = reader.text.slice(reader.at + 1, end);
  reader.at = end + 1;
  const value = Object.hasOwn(values, name) ? values[name] : /^\w+$/.test(name) ? undefined : open.shift();
  if (value === undefined) throw new FormatError("letter", `nothing is given for “${name.slice(0, 80)}”`);
  return value;
}

function conditional(reader: Reader, input: TemplateInput, open: string[], depth: number): string {
  const head = /^\[([a-z_]{1,40}(?::\w{1,40})?)>/.exec(reader.text.slice(reader.at, reader.at + 90));
  reader.at += head ? head[0].length : 1;
  const shown = head ? isSet(head[1] ?? "", input) : false;
  // What is left out uses up no spot, and need not be given.
  const inner = shown ? piece(reader, input, open, depth + 1) : skip(reader);
  reader.at++;
  return inner;
}

function isSet(flag: string, { values, flags }: TemplateInput): boolean {
  if (flag.startsWith("has:")) return (values[flag.slice(4)] ?? "") !== "";
  const set = Object.hasOwn(flags, flag) ? flags[flag] : undefined;
  if (set === undefined) throw new FormatError("letter", `nothing is said of “${flag}”`);
  return set;
}

function skip(reader: Reader): "" {
  let depth = 0;
  for (; reader.at < reader.text.length; reader.at++) {
    const next = reader.text[reader.at];
    if (next === "[") depth++;
    if (next === "]" && depth-- === 0) return "";
  }
  throw new FormatError("letter", "a bracket does not close");
}
