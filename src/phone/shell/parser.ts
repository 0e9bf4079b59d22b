import { Lexer, type Token } from "./lexer.ts";
import { type Node, type Redirect, ShellSyntaxError, type Word } from "./syntax.ts";

/** Commands within commands: `if`, loops, groups. */
const maxNesting = 64;

/**
 * Parses a script: lists, pipelines, `&&`, `||`, `if`, `for`, `while`, `until`, `{ }`, `( )`, redirections, `$( )`.
 *
 * @throws ShellSyntaxError for what is broken and for what this shell does not have: jobs, here-documents, functions,
 *   `case`, arithmetic.
 */
export function parseScript(source: string): Node {
  const parser = new Parser(source, 0, 0);
  const node = parser.list();
  parser.expectEnd();
  return node;
}

function parseSubstitution(source: string, from: number, depth: number): { node: Node; end: number } {
  const parser = new Parser(source, from, depth);
  const node = parser.list();
  return { node, end: parser.expectClosing() };
}

const compoundEnds = new Set(["then", "elif", "else", "fi", "do", "done", "}"]);
const unsupported = new Set(["case", "esac", "function", "select", "time", "[["]);

class Parser {
  readonly #lexer: Lexer;
  #token: Token;
  #nesting = 0;

  constructor(source: string, position: number, depth: number) {
    this.#lexer = new Lexer(source, position, depth, parseSubstitution);
    this.#token = this.#lexer.next();
  }

  /** Commands up to a closing word or bracket, or the end. */
  list(): Node {
    if (++this.#nesting > maxNesting) throw new ShellSyntaxError("syntax error: nested too deeply");
    const nodes: Node[] = [];
    for (;;) {
      while (this.#isOperator("\n")) this.#advance();
      if (this.#atEndOfList()) break;
      nodes.push(this.#andOr());
      if (!this.#isOperator(";") && !this.#isOperator("\n")) break;
      this.#advance();
    }
    this.#nesting--;
    return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { kind: "list", nodes };
  }

  expectEnd(): void {
    if (this.#token.kind !== "end") this.#fail();
  }

  /** The position behind the `)` that closes a substitution. */
  expectClosing(): number {
    if (!this.#isOperator(")")) this.#fail();
    return this.#lexer.position;
  }

  #andOr(): Node {
    const first = this.#pipeline();
    const rest: { operator: "&&" | "||"; node: Node }[] = [];
    while (this.#isOperator("&&") || this.#isOperator("||")) {
      const operator = this.#isOperator("&&") ? "&&" : "||";
      this.#advance();
      this.#skipNewlines();
      rest.push({ operator, node: this.#pipeline() });
    }
    return rest.length === 0 ? first : { kind: "and-or", first, rest };
  }

  #pipeline(): Node {
    const negated = this.#isPlain("!");
    if (negated) this.#advance();
    const commands = [this.#command()];
    while (this.#isOperator("|")) {
      this.#advance();
      this.#skipNewlines();
      commands.push(this.#command());
    }
    const [only] = commands;
    return commands.length === 1 && only !== undefined && !negated ? only : { kind: "pipeline", commands, negated };
  }

  #command(): Node {
    const compound = this.#compound();
    if (compound === undefined) return this.#simple();
    const redirects = this.#redirects();
    return redirects.length === 0 ? compound : { kind: "redirected", body: compound, redirects };
  }

  #compound(): Node | undefined {
    if (this.#isOperator("(")) {
      this.#advance();
      const body = this.list();
      if (!this.#isOperator(")")) this.#fail();
      this.#advance();
      return { kind: "subshell", body };
    }
    const word = this.#plain();
    if (word === "if") return this.#if();
    if (word === "for") return this.#for();
    if (word === "while" || word === "until") {
      this.#advance();
      return { kind: "while", condition: this.list(), body: this.#between("do", "done"), until: word === "until" };
    }
    if (word === "{") return this.#between("{", "}");
    if (word !== undefined && (unsupported.has(word) || compoundEnds.has(word))) this.#fail();
    return undefined;
  }

  #if(): Node {
    const branches: { condition: Node; body: Node }[] = [];
    do {
      this.#advance();
      const condition = this.list();
      this.#expectPlain("then");
      branches.push({ condition, body: this.list() });
    } while (this.#isPlain("elif"));
    if (!this.#isPlain("else")) {
      this.#expectPlain("fi");
      return { kind: "if", branches };
    }
    return { kind: "if", branches, otherwise: this.#between("else", "fi") };
  }

  #for(): Node {
    this.#advance();
    const name = this.#plain() ?? "";
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) this.#fail();
    this.#advance();
    const words: Word[] | undefined = this.#isPlain("in") ? [] : undefined;
    if (words !== undefined) this.#advance();
    while (words !== undefined && this.#token.kind === "word") {
      words.push(this.#token.word);
      this.#advance();
    }
    if (this.#isOperator(";")) this.#advance();
    this.#skipNewlines();
    return { kind: "for", name, words, body: this.#between("do", "done") };
  }

  #simple(): Node {
    const assignments: { name: string; value: Word }[] = [];
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    for (;;) {
      const token = this.#token;
      if (token.kind === "redirect") redirects.push(...this.#redirects());
      else if (token.kind === "word") {
        const assignment = words.length === 0 ? assignmentIn(token.word) : undefined;
        if (assignment === undefined) words.push(token.word);
        else assignments.push(assignment);
        this.#advance();
      } else break;
    }
    if (words.length + assignments.length + redirects.length === 0) this.#fail();
    return { kind: "simple", assignments, words, redirects };
  }

  #redirects(): Redirect[] {
    const found: Redirect[] = [];
    while (this.#token.kind === "redirect") {
      const { fd, text } = this.#token;
      this.#advance();
      found.push({ fd, operator: text as Redirect["operator"], target: this.#takeWord() });
    }
    return found;
  }

  #between(open: string, close: string): Node {
    this.#expectPlain(open);
    const body = this.list();
    this.#expectPlain(close);
    return body;
  }

  #takeWord(): Word {
    const token = this.#token;
    if (token.kind !== "word") this.#fail();
    this.#advance();
    return token.word;
  }

  #expectPlain(text: string): void {
    if (!this.#isPlain(text)) this.#fail();
    this.#advance();
  }

  #atEndOfList(): boolean {
    return this.#token.kind === "end" || this.#isOperator(")") || compoundEnds.has(this.#plain() ?? "");
  }

  #skipNewlines(): void {
    while (this.#isOperator("\n")) this.#advance();
  }

  #plain(): string | undefined {
    return this.#token.kind === "word" ? this.#token.plain : undefined;
  }

  #isPlain(text: string): boolean {
    return this.#plain() === text;
  }

  #isOperator(text: string): boolean {
    return this.#token.kind === "operator" && this.#token.text === text;
  }

  #advance(): void {
    this.#token = this.#lexer.next();
  }

  #fail(): never {
    const { kind } = this.#token;
    const text = kind === "word" ? (this.#plain() ?? "word") : kind === "end" ? "EOF" : this.#token.text;
    const shown = kind === "end" ? "EOF" : `'${text === "\n" ? "newline" : text}'`;
    throw new ShellSyntaxError(`syntax error: unexpected ${shown}`, kind === "end");
  }
}

/** `name=value` where the name and the equals sign are unquoted. */
function assignmentIn(word: Word): { name: string; value: Word } | undefined {
  const [first, ...rest] = word;
  if (first?.kind !== "text" || first.quoted) return undefined;
  const [, name, text] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(first.text) ?? [];
  if (name === undefined || text === undefined) return undefined;
  return { name, value: text === "" ? rest : [{ ...first, text }, ...rest] };
}
