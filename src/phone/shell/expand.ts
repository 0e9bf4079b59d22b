import type { Files } from "../program.ts";
import { escapePattern, expandPattern, isPattern, unescapePattern } from "./glob.ts";
import type { Node, Part, Word } from "./syntax.ts";

/** What expansion asks of the shell around it. */
export interface Scope {
  readonly files: Files;
  readonly cwd: string;
  readonly positional: readonly string[];
  /** The value of a variable or a special parameter such as `?`; undefined when unset. */
  value(name: string): string | undefined;
  assign(name: string, value: string): void;
  /** What a command prints, without the line feeds at its end. */
  substitute(script: Node): Promise<string>;
}

/** A script wants more than this shell gives: time, depth or memory. */
export class LimitReached extends Error {
  constructor(message: string) {
    super(message);
    this.name = "LimitReached";
  }
}

/** Characters in one word after expansion: a doubling loop would otherwise fill the memory. */
const maxLength = 1 << 20;

/** The arguments that words become: parameters, substitutions, field splitting, file name patterns, quote removal. */
export async function expandWords(words: readonly Word[], scope: Scope): Promise<string[]> {
  const fields: string[] = [];
  for (const word of words) {
    for (const pattern of await patternsOf(word, scope)) {
      const paths = isPattern(pattern) ? await expandPattern(scope.files, scope.cwd, pattern) : [];
      if (paths.length > 0) fields.push(...paths);
      else fields.push(unescapePattern(pattern));
    }
  }
  return fields;
}

/** One word as text, without splitting and patterns: for assignments and redirections. */
export async function expandText(word: Word, scope: Scope): Promise<string> {
  let text = "";
  for (const part of word) text = bounded(text + (part.kind === "text" ? part.text : await expansionOf(part, scope)));
  return text;
}

async function patternsOf(word: Word, scope: Scope): Promise<readonly string[]> {
  const fields = new Fields();
  for (const part of word) {
    if (part.kind === "text") {
      if (part.quoted) fields.quoted(part.text);
      else fields.active(part.text);
    } else if (part.kind === "parameter" && part.name === "@" && part.quoted) fields.each(scope.positional);
    else if (part.quoted) fields.quoted(await expansionOf(part, scope));
    else fields.split(await expansionOf(part, scope));
  }
  return fields.end();
}

async function expansionOf(part: Exclude<Part, { kind: "text" }>, scope: Scope): Promise<string> {
  if (part.kind === "substitution") return scope.substitute(part.script);
  const value = part.name === "@" || part.name === "*" ? scope.positional.join(" ") : scope.value(part.name);
  if (part.otherwise === undefined) return value ?? "";
  const { operator, word } = part.otherwise;
  const isSet = operator.startsWith(":") ? value !== undefined && value !== "" : value !== undefined;
  if (operator.endsWith("+")) return isSet ? expandText(word, scope) : "";
  if (isSet) return value ?? "";
  const text = await expandText(word, scope);
  if (operator.endsWith("=")) scope.assign(part.name, text);
  return text;
}

/** Builds the fields of one word, as patterns in which everything that was quoted is escaped. */
class Fields {
  readonly #done: string[] = [];
  #current: string | undefined;

  quoted(text: string): void {
    this.#append(escapePattern(text));
  }

  active(text: string): void {
    this.#append(text);
  }

  /** The result of an unquoted expansion: blanks part it into fields, and nothing at all is no field. */
  split(text: string): void {
    const pieces = text.split(/[ \t\n]+/);
    pieces.forEach((piece, index) => {
      if (index > 0) this.#finish();
      if (piece !== "") this.#append(piece.replaceAll("\\", "\\\\"));
    });
  }

  each(values: readonly string[]): void {
    values.forEach((value, index) => {
      if (index > 0) this.#finish();
      this.quoted(value);
    });
  }

  end(): readonly string[] {
    this.#finish();
    return this.#done;
  }

  #append(pattern: string): void {
    this.#current = bounded((this.#current ?? "") + pattern);
  }

  #finish(): void {
    if (this.#current !== undefined) this.#done.push(this.#current);
    this.#current = undefined;
  }
}

function bounded(text: string): string {
  if (text.length > maxLength) throw new LimitReached("argument list too long");
  return text;
}
