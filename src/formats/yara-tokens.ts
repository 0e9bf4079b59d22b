import { FormatError } from "../core/errors.ts";

/** One word of a YARA rule file. `text` is as written, but for strings, whose escapes are resolved. */
export interface YaraToken {
  /** `word`: names and keywords; `string`: `"…"`; `hex`: what stands between braces behind `=`; `mark`: a sign, or `$name`, `#name` and the like. */
  readonly kind: "word" | "number" | "string" | "regex" | "hex" | "mark" | "end";
  /** Of a string: characters up to U+007F are bytes, and so are those that escapes make; others stand for several bytes. */
  readonly text: string;
  /** Place in the file, and behind its last character. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
}

const word = /[A-Za-z_][A-Za-z0-9_]*/y;
const reference = /[$#@!][A-Za-z0-9_]*\*?/y;
const number = /0x[0-9A-Fa-f]+|0o[0-7]+|\d+(?:\.\d+)?(?:KB|MB)?/y;
const sign = /\.\.|[=!<>]=|<<|>>|[^\s]/y;
const maxTokenLength = 1024 * 1024;

/**
 * Splits a YARA rule file into its words, comments left out.
 *
 * @throws FormatError, which names the line, where a string, a comment or the like does not end.
 * https://yara.readthedocs.io/en/stable/writingrules.html
 */
export class YaraTokens {
  readonly #text: string;
  #at = 0;
  #line = 1;
  /** The sign before tells what a brace is. */
  #before = "";

  constructor(text: string) {
    this.#text = text;
  }

  next(): YaraToken {
    this.#skip();
    const [start, line, text] = [this.#at, this.#line, this.#text];
    const token = (kind: YaraToken["kind"], value: string): YaraToken => {
      this.#before = kind === "mark" || kind === "word" ? value : "";
      return { kind, text: value, start, end: this.#at, line };
    };
    const first = text[start];
    if (first === undefined) return token("end", "");
    if (first === '"') return token("string", this.#string());
    if (first === "{" && this.#before === "=") return token("hex", this.#hex());
    // Division is written as a backslash.
    if (first === "/") return token("regex", this.#regex());
    for (const [kind, pattern] of [
      ["word", word],
      ["mark", reference],
      ["number", number],
      ["mark", sign],
    ] as const) {
      pattern.lastIndex = start;
      const found = pattern.exec(text)?.[0];
      if (found === undefined || (found.length === 1 && kind === "mark" && pattern === reference && first === "!"))
        continue;
      this.#at = start + found.length;
      return token(kind, found);
    }
    throw this.#broken("a sign that has no meaning", line);
  }

  /** Blanks and comments. */
  #skip(): void {
    const text = this.#text;
    for (;;) {
      const char = text[this.#at];
      if (char === "\n") this.#line++;
      else if (char === "/" && text[this.#at + 1] === "/") {
        const end = text.indexOf("\n", this.#at);
        this.#at = end < 0 ? text.length : end;
        continue;
      } else if (char === "/" && text[this.#at + 1] === "*") {
        const line = this.#line;
        const end = text.indexOf("*/", this.#at + 2);
        if (end < 0) throw this.#broken("a comment does not end", line);
        for (let at = text.indexOf("\n", this.#at); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) this.#line++;
        this.#at = end + 2;
        continue;
      } else if (char === undefined || !/[\s\uFEFF]/.test(char)) return;
      this.#at++;
    }
  }

  #string(): string {
    const text = this.#text;
    const bytes: string[] = [];
    const limit = this.#at + maxTokenLength;
    for (let at = this.#at + 1; at < limit; at++) {
      const char = text[at];
      if (char === undefined || char === "\n") break;
      if (char === '"') {
        this.#at = at + 1;
        return bytes.join("");
      }
      if (char !== "\\") bytes.push(char);
      else {
        const sort = text[++at] ?? "";
        const digits = text.slice(at + 1, at + 3);
        const known = { n: "\n", t: "\t", r: "\r", '"': '"', "\\": "\\" }[sort];
        if (known !== undefined) bytes.push(known);
        else if (sort === "x" && /^[0-9A-Fa-f]{2}$/.test(digits)) {
          bytes.push(String.fromCharCode(Number.parseInt(digits, 16)));
          at += 2;
        } else throw this.#broken("an escape in a string that YARA does not know", this.#line);
      }
    }
    throw this.#broken("a string does not end", this.#line);
  }

  #regex(): string {
    const text = this.#text;
    const limit = this.#at + maxTokenLength;
    for (let at = this.#at + 1; at < limit; at++) {
      const char = text[at];
      if (char === undefined || char === "\n") break;
      if (char === "\\") at++;
      else if (char === "/") {
        const start = this.#at + 1;
        this.#at = at + 1;
        while (/[is]/.test(text[this.#at] ?? "")) this.#at++;
        return text.slice(start, at);
      }
    }
    throw this.#broken("a regular expression does not end", this.#line);
  }

  /** Comments may stand between the digits, with braces in them. */
  #hex(): string {
    const [start, line] = [this.#at + 1, this.#line];
    this.#at++;
    for (;;) {
      this.#skip();
      const char = this.#text[this.#at++];
      if (char === undefined || this.#at - start > maxTokenLength)
        throw this.#broken("a hexadecimal string does not end", line);
      if (char === "}") return this.#text.slice(start, this.#at - 1);
    }
  }

  #broken(what: string, line: number): FormatError {
    return new FormatError(`line ${line}`, what);
  }
}
