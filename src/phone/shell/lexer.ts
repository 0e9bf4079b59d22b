import { type Node, type Part, ShellSyntaxError, type Word } from "./syntax.ts";

/** What the parser sees. `plain` is the text of a word without any quoting, which alone can be a reserved word. */
export type Token =
  | { readonly kind: "word"; readonly word: Word; readonly plain: string | undefined }
  | { readonly kind: "operator"; readonly text: string }
  | { readonly kind: "redirect"; readonly fd: number; readonly text: string }
  | { readonly kind: "end" };

/** Parses a script from a position up to `)`, for `$( … )`; returns the position behind it. */
export type ParseSubstitution = (
  source: string,
  from: number,
  depth: number,
) => { readonly node: Node; readonly end: number };

/** Substitutions within substitutions. */
const maxDepth = 32;

const operators = ["&&", "||", ";;", ";", "&", "|", "(", ")", "\n"];
const redirects = [">>", ">&", ">|", ">", "<&", "<"];

/** Cuts a script into words and operators, by the quoting rules of POSIX (XCU 2.2, 2.3). */
export class Lexer {
  position: number;
  readonly #source: string;
  readonly #depth: number;
  readonly #parse: ParseSubstitution;

  constructor(source: string, position: number, depth: number, parse: ParseSubstitution) {
    if (depth > maxDepth) throw new ShellSyntaxError("syntax error: nested too deeply");
    this.#source = source;
    this.position = position;
    this.#depth = depth;
    this.#parse = parse;
  }

  next(): Token {
    this.#skipBlanks();
    if (this.position >= this.#source.length) return { kind: "end" };
    if (this.#at("<<")) throw new ShellSyntaxError("syntax error: unexpected '<<'");
    const redirect = this.#redirect();
    if (redirect !== undefined) return redirect;
    const operator = operators.find((text) => this.#at(text));
    if (operator !== undefined) {
      this.position += operator.length;
      return { kind: "operator", text: operator };
    }
    return this.#word();
  }

  #skipBlanks(): void {
    for (;;) {
      if (this.#at(" ") || this.#at("\t")) this.position++;
      else if (this.#at("\\\n")) this.position += 2;
      else if (this.#at("#")) {
        const end = this.#source.indexOf("\n", this.position);
        this.position = end === -1 ? this.#source.length : end;
      } else return;
    }
  }

  #redirect(): Token | undefined {
    const digit = /[0-9]/.test(this.#source[this.position] ?? "") ? 1 : 0;
    const text = redirects.find((operator) => this.#source.startsWith(operator, this.position + digit));
    if (text === undefined) return undefined;
    const fd = digit === 1 ? Number(this.#source[this.position]) : text.startsWith("<") ? 0 : 1;
    this.position += digit + text.length;
    return { kind: "redirect", fd, text: text === ">|" ? ">" : text };
  }

  #word(): Token {
    const start = this.position;
    const parts: Part[] = [];
    while (this.position < this.#source.length && !/[ \t\n;&|()<>]/.test(this.#source[this.position] ?? "")) {
      this.#part(parts);
    }
    const [only] = parts;
    const bare = parts.length === 1 && only?.kind === "text" && !only.quoted;
    return { kind: "word", word: parts, plain: bare ? this.#source.slice(start, this.position) : undefined };
  }

  #part(parts: Part[]): void {
    const character = this.#source[this.position];
    if (character === "'") this.#singleQuoted(parts);
    else if (character === '"') this.#doubleQuoted(parts);
    else if (character === "\\") {
      this.position++;
      // A backslash at the very end stands for itself; before a line end both vanish.
      if (!this.#at("\n")) parts.push({ kind: "text", text: this.#source[this.position] ?? "\\", quoted: true });
      this.position++;
    } else if (character === "$" || character === "`") parts.push(this.#dollar(false));
    else parts.push({ kind: "text", text: this.#run(/[^ \t\n;&|()<>'"\\$`]+/y), quoted: false });
  }

  #singleQuoted(parts: Part[]): void {
    const end = this.#source.indexOf("'", this.position + 1);
    if (end === -1) throw new ShellSyntaxError("no closing quote", true);
    parts.push({ kind: "text", text: this.#source.slice(this.position + 1, end), quoted: true });
    this.position = end + 1;
  }

  #doubleQuoted(parts: Part[]): void {
    this.position++;
    // "" is a word of no characters, not no word.
    parts.push({ kind: "text", text: "", quoted: true });
    while (!this.#at('"')) {
      if (this.position >= this.#source.length) throw new ShellSyntaxError("no closing quote", true);
      if (this.#at("$") || this.#at("`")) parts.push(this.#dollar(true));
      else if (this.#at("\\")) this.#escapeInQuotes(parts);
      else parts.push({ kind: "text", text: this.#run(/[^"\\$`]+/y), quoted: true });
    }
    this.position++;
  }

  #escapeInQuotes(parts: Part[]): void {
    const next = this.#source[this.position + 1] ?? "";
    this.position += 2;
    if (next !== "\n") parts.push({ kind: "text", text: '$`"\\'.includes(next) ? next : `\\${next}`, quoted: true });
  }

  /** `$name`, `${…}`, `$( … )`, `` `…` ``, or a lone dollar. */
  #dollar(quoted: boolean): Part {
    if (this.#at("`")) return this.#backquoted(quoted);
    if (this.#at("$((")) throw new ShellSyntaxError("syntax error: unexpected '$(('");
    if (this.#at("$(")) {
      const { node, end } = this.#parse(this.#source, this.position + 2, this.#depth + 1);
      this.position = end;
      return { kind: "substitution", script: node, quoted };
    }
    if (this.#at("${")) return this.#braced(quoted);
    this.position++;
    const name = this.#run(/[A-Za-z_][A-Za-z0-9_]*|[0-9?$#@*!-]/y);
    return name === "" ? { kind: "text", text: "$", quoted } : { kind: "parameter", name, quoted };
  }

  #braced(quoted: boolean): Part {
    this.position += 2;
    const name = this.#run(/[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[?$#@*]/y);
    const operator = this.#run(/:?[-+=]/y);
    const parts: Part[] = [];
    while (operator !== "" && this.position < this.#source.length && !this.#at("}")) this.#partInBraces(parts, quoted);
    if (name === "" || !this.#at("}")) throw new ShellSyntaxError("bad substitution");
    this.position++;
    if (operator === "") return { kind: "parameter", name, quoted };
    return { kind: "parameter", name, otherwise: { operator: operator as ":-", word: parts }, quoted };
  }

  #partInBraces(parts: Part[], quoted: boolean): void {
    if (this.#at("'") || this.#at('"') || this.#at("\\") || this.#at("$") || this.#at("`")) {
      this.#part(parts);
    } else parts.push({ kind: "text", text: this.#run(/[^'"\\$`}]+/y), quoted });
  }

  #backquoted(quoted: boolean): Part {
    let script = "";
    for (let at = this.position + 1; at < this.#source.length; at++) {
      const character = this.#source[at] ?? "";
      const next = this.#source[at + 1] ?? "";
      if (character === "`") {
        this.position = at + 1;
        return { kind: "substitution", script: this.#parse(`${script})`, 0, this.#depth + 1).node, quoted };
      }
      if (character === "\\" && "`\\$".includes(next)) {
        script += next;
        at++;
      } else script += character;
    }
    throw new ShellSyntaxError("no closing quote", true);
  }

  #at(text: string): boolean {
    return this.#source.startsWith(text, this.position);
  }

  #run(pattern: RegExp): string {
    pattern.lastIndex = this.position;
    const text = pattern.exec(this.#source)?.[0] ?? "";
    this.position += text.length;
    return text;
  }
}
