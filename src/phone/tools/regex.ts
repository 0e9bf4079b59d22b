import { ToolError } from "./tool.ts";

/** How a pattern is written and compared. */
export interface Syntax {
  /** POSIX extended instead of basic. */
  readonly extended: boolean;
  readonly ignoreCase: boolean;
}

/** A set of byte values, 256 flags. */
export type ByteSet = Uint8Array;

/** A regular expression over bytes. */
export type Expression =
  | { readonly kind: "set"; readonly set: ByteSet }
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "sequence"; readonly items: readonly Expression[] }
  | { readonly kind: "choice"; readonly items: readonly Expression[] }
  | { readonly kind: "repeat"; readonly item: Expression; readonly min: number; readonly max: number };

const maxRepeat = 255;
const maxDepth = 64;

/**
 * Parses a POSIX regular expression (basic or extended, with toybox's `\+ \? \| \w \s`) over the bytes of a text.
 *
 * @throws ToolError for what is broken, too deep, or cannot be matched in linear time (back references).
 */
export function parseRegex(pattern: string, syntax: Syntax): Expression {
  // Bytes as characters: the matcher works on bytes, so that a text that is not UTF-8 is searched as well.
  const bytes = Array.from(new TextEncoder().encode(pattern), (byte) => String.fromCharCode(byte)).join("");
  return new RegexParser(bytes, syntax).whole();
}

class RegexParser {
  readonly #pattern: string;
  readonly #syntax: Syntax;
  #at = 0;
  #depth = 0;

  constructor(pattern: string, syntax: Syntax) {
    this.#pattern = pattern;
    this.#syntax = syntax;
  }

  whole(): Expression {
    const expression = this.#choice();
    if (this.#at < this.#pattern.length) this.#fail();
    return expression;
  }

  #choice(): Expression {
    if (++this.#depth > maxDepth) this.#fail();
    const items = [this.#sequence()];
    while (this.#special("|")) {
      this.#take("|");
      items.push(this.#sequence());
    }
    this.#depth--;
    return items.length === 1 && items[0] !== undefined ? items[0] : { kind: "choice", items };
  }

  #sequence(): Expression {
    const items: Expression[] = [];
    while (this.#at < this.#pattern.length && !this.#special("|") && !(this.#depth > 1 && this.#special(")"))) {
      items.push(this.#repeated(this.#atom(items.length === 0)));
    }
    return { kind: "sequence", items };
  }

  #repeated(item: Expression): Expression {
    let result = item;
    for (;;) {
      if (this.#pattern[this.#at] === "*") {
        this.#at++;
        result = { kind: "repeat", item: result, min: 0, max: Number.POSITIVE_INFINITY };
      } else if (this.#special("+") || this.#special("?")) {
        const plus = this.#special("+");
        this.#take("+");
        result = { kind: "repeat", item: result, min: plus ? 1 : 0, max: plus ? Number.POSITIVE_INFINITY : 1 };
      } else if (this.#special("{")) result = { kind: "repeat", item: result, ...this.#bounds() };
      else return result;
    }
  }

  #bounds(): { min: number; max: number } {
    const found = /^\\?\{([0-9]{0,3})(,?)([0-9]{0,3})\\?\}/.exec(this.#pattern.slice(this.#at, this.#at + 12));
    if (found === null) this.#fail();
    const min = Number(found[1]);
    const max = found[2] === "" ? min : found[3] === "" ? Number.POSITIVE_INFINITY : Number(found[3]);
    if (min > maxRepeat || (max !== Number.POSITIVE_INFINITY && max > maxRepeat) || min > max) this.#fail();
    this.#at += found[0].length;
    return { min, max };
  }

  #atom(first: boolean): Expression {
    if (this.#special("(")) {
      this.#take("(");
      const inner = this.#choice();
      if (!this.#special(")")) this.#fail();
      this.#take(")");
      return inner;
    }
    const character = this.#pattern[this.#at] ?? "";
    this.#at++;
    if (character === "[") return { kind: "set", set: this.#brackets() };
    if (character === ".") return { kind: "set", set: bytesWhere((byte) => byte !== 10) };
    if (character === "^" && (first || this.#syntax.extended)) return { kind: "start" };
    if (character === "$" && (this.#syntax.extended || this.#atEndOfBranch())) return { kind: "end" };
    if (character !== "\\") return this.#literal(character);
    const escaped = this.#pattern[this.#at++];
    if (escaped === undefined || /[1-9<>bB]/.test(escaped)) this.#fail();
    const named = classEscapes[escaped];
    return named === undefined ? this.#literal(escaped) : { kind: "set", set: bytesWhere(named) };
  }

  #atEndOfBranch(): boolean {
    return this.#at >= this.#pattern.length || this.#special("|") || this.#special(")");
  }

  #literal(character: string): Expression {
    return { kind: "set", set: this.#folded(bytesWhere((byte) => byte === character.charCodeAt(0))) };
  }

  #brackets(): ByteSet {
    const negated = this.#pattern[this.#at] === "^";
    if (negated) this.#at++;
    const set = new Uint8Array(256);
    for (let first = true; first || this.#pattern[this.#at] !== "]"; first = false) {
      if (this.#at >= this.#pattern.length) this.#fail();
      const named = /^\[:([a-z]{1,6}):\]/.exec(this.#pattern.slice(this.#at, this.#at + 12));
      const test = named === null ? this.#range() : (classes[named[1] ?? ""] ?? this.#fail());
      if (named !== null) this.#at += named[0].length;
      for (let byte = 0; byte < 256; byte++) if (test(byte)) set[byte] = 1;
    }
    this.#at++;
    const folded = this.#folded(set);
    return negated ? bytesWhere((byte) => byte !== 10 && folded[byte] === 0) : folded;
  }

  #range(): (byte: number) => boolean {
    const from = this.#pattern.charCodeAt(this.#at++);
    if (this.#pattern[this.#at] !== "-" || this.#pattern[this.#at + 1] === "]") return (byte) => byte === from;
    const to = this.#pattern.charCodeAt(this.#at + 1);
    if (Number.isNaN(to) || to < from) this.#fail();
    this.#at += 2;
    return (byte) => byte >= from && byte <= to;
  }

  #folded(set: ByteSet): ByteSet {
    if (!this.#syntax.ignoreCase) return set;
    return bytesWhere((byte) => set[byte] === 1 || set[otherCase(byte)] === 1);
  }

  /** Whether an operator stands here: bare in extended syntax, behind a backslash in basic. */
  #special(operator: string): boolean {
    if (this.#syntax.extended) return this.#pattern[this.#at] === operator;
    return this.#pattern[this.#at] === "\\" && this.#pattern[this.#at + 1] === operator;
  }

  #take(operator: string): void {
    this.#at += this.#syntax.extended ? operator.length : operator.length + 1;
  }

  #fail(): never {
    throw new ToolError(`bad regex '${this.#pattern}'`, 2);
  }
}

const isDigit = (byte: number) => byte >= 48 && byte <= 57;
const isLower = (byte: number) => byte >= 97 && byte <= 122;
const isUpper = (byte: number) => byte >= 65 && byte <= 90;
const isSpace = (byte: number) => byte === 32 || (byte >= 9 && byte <= 13);

/** Whether a byte is part of a word for `-w` and `\w`. */
export const isWord = (byte: number) => isDigit(byte) || isLower(byte) || isUpper(byte) || byte === 95;

const classes: Readonly<Record<string, (byte: number) => boolean>> = {
  alpha: (byte) => isLower(byte) || isUpper(byte),
  digit: isDigit,
  alnum: (byte) => isDigit(byte) || isLower(byte) || isUpper(byte),
  upper: isUpper,
  lower: isLower,
  space: isSpace,
  blank: (byte) => byte === 32 || byte === 9,
  punct: (byte) => byte > 32 && byte < 127 && !isDigit(byte) && !isLower(byte) && !isUpper(byte),
  print: (byte) => byte >= 32 && byte < 127,
  graph: (byte) => byte > 32 && byte < 127,
  cntrl: (byte) => byte < 32 || byte === 127,
  xdigit: (byte) => isDigit(byte) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102),
};

const classEscapes: Readonly<Record<string, (byte: number) => boolean>> = {
  w: isWord,
  W: (byte) => byte !== 10 && !isWord(byte),
  s: (byte) => byte !== 10 && isSpace(byte),
  S: (byte) => !isSpace(byte),
};

/** The set of the bytes that a test lets through. */
export function bytesWhere(test: (byte: number) => boolean): ByteSet {
  return Uint8Array.from({ length: 256 }, (_, byte) => Number(test(byte)));
}

function otherCase(byte: number): number {
  return isLower(byte) || isUpper(byte) ? byte ^ 32 : byte;
}
