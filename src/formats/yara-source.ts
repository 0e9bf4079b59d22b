import { FormatError } from "../core/errors.ts";
import { type YaraToken, YaraTokens } from "./yara-tokens.ts";

/** A YARA rule file, taken apart but not compiled: what YARA itself says of it is for YARA to say. */
export interface YaraSource {
  readonly rules: readonly YaraRule[];
  readonly imports: readonly YaraMention[];
  readonly includes: readonly YaraMention[];
}

/** A module that is imported, or a file that is included. Lines are counted from 1. */
export interface YaraMention {
  readonly name: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One rule, with where it stands in the text. */
export interface YaraRule {
  readonly name: string;
  readonly line: number;
  readonly lastLine: number;
  readonly start: number;
  /** Where the word `rule` stands, behind `private` and `global`. */
  readonly keyword: number;
  readonly end: number;
  /** It holds for all rules of its file: where it does not match, none does. */
  readonly global: boolean;
  /** It is not told of when it matches. */
  readonly private: boolean;
  readonly tags: readonly string[];
  readonly strings: readonly YaraString[];
  readonly condition: readonly YaraToken[];
}

/** One string of a rule. */
export interface YaraString {
  /** Without the `$`; empty for one without a name. */
  readonly name: string;
  readonly kind: "string" | "regex" | "hex";
  readonly text: string;
  /** `nocase`, `wide`, `xor` and the like. */
  readonly modifiers: readonly string[];
}

const maxRules = 200_000;

/**
 * Takes a YARA rule file apart: its rules with their strings and conditions. Linear in its length.
 *
 * @throws FormatError, which names the line, for what is no rule file.
 * https://yara.readthedocs.io/en/stable/writingrules.html
 */
export function readYaraSource(text: string): YaraSource {
  return new Reader(text).read();
}

class Reader {
  readonly #tokens: YaraTokens;
  #token: YaraToken;
  /** Where the last word ended that was taken. */
  #end = 0;
  #line = 1;

  constructor(text: string) {
    this.#tokens = new YaraTokens(text);
    this.#token = this.#tokens.next();
  }

  read(): YaraSource {
    const [rules, imports, includes]: [YaraRule[], YaraMention[], YaraMention[]] = [[], [], []];
    while (this.#token.kind !== "end") {
      if (this.#is("import")) imports.push(this.#mention());
      else if (this.#is("include")) includes.push(this.#mention());
      else rules.push(this.#rule());
      if (rules.length > maxRules) throw this.#broken(`more than ${maxRules} rules`);
    }
    return { rules, imports, includes };
  }

  #mention(): YaraMention {
    const { start, line } = this.#take();
    return { name: this.#expect("string", "a name in quotes").text, line, start, end: this.#end };
  }

  #rule(): YaraRule {
    const { start, line } = this.#token;
    const modifiers: string[] = [];
    while (this.#is("private") || this.#is("global")) modifiers.push(this.#take().text);
    if (!this.#is("rule")) throw this.#broken("neither a rule, nor an import or include");
    const keyword = this.#take().start;
    const name = this.#expect("word", "the name of a rule").text;
    const tags: string[] = [];
    if (this.#skips(":")) while (this.#token.kind === "word") tags.push(this.#take().text);
    this.#demand("{");
    if (this.#section("meta")) while (!this.#is("strings") && !this.#is("condition")) this.#passOver();
    const strings: YaraString[] = [];
    if (this.#section("strings")) while (!this.#is("condition")) strings.push(this.#string());
    if (!this.#section("condition")) throw this.#broken("a rule without a condition");
    const condition: YaraToken[] = [];
    while (!this.#is("}")) condition.push(this.#passOver());
    this.#take();
    const where = { line, lastLine: this.#line, start, keyword, end: this.#end };
    const [global, hidden] = [modifiers.includes("global"), modifiers.includes("private")];
    return { name, ...where, global, private: hidden, tags, strings, condition };
  }

  #section(name: string): boolean {
    if (!this.#is(name)) return false;
    this.#take();
    this.#demand(":");
    return true;
  }

  #string(): YaraString {
    const name = this.#expect("mark", "the name of a string").text;
    if (!name.startsWith("$")) throw this.#broken("the name of a string does not begin with $");
    this.#demand("=");
    const { kind, text } = this.#take();
    if (kind !== "string" && kind !== "regex" && kind !== "hex") throw this.#broken("a string has no value");
    const modifiers: string[] = [];
    while (this.#token.kind === "word" && !this.#is("condition")) {
      modifiers.push(this.#take().text);
      if (this.#skips("(")) while (!this.#skips(")")) this.#passOver();
    }
    return { name: name.slice(1), kind, text, modifiers };
  }

  /** Takes a word that must be there, whatever it is. */
  #passOver(): YaraToken {
    if (this.#token.kind === "end") throw this.#broken("the file ends within a rule");
    return this.#take();
  }

  #take(): YaraToken {
    const token = this.#token;
    [this.#end, this.#line] = [token.end, token.line];
    this.#token = this.#tokens.next();
    return token;
  }

  #is(text: string): boolean {
    return (this.#token.kind === "word" || this.#token.kind === "mark") && this.#token.text === text;
  }

  #skips(text: string): boolean {
    const there = this.#is(text);
    if (there) this.#take();
    return there;
  }

  #demand(text: string): void {
    if (!this.#skips(text)) throw this.#broken(`${text} is missing`);
  }

  #expect(kind: YaraToken["kind"], what: string): YaraToken {
    if (this.#token.kind !== kind) throw this.#broken(`${what} is missing`);
    return this.#take();
  }

  #broken(what: string): FormatError {
    return new FormatError(`line ${this.#token.line}`, what);
  }
}
