/** A piece of a word. `quoted` pieces are neither split into fields nor read as file name patterns. */
export type Part =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | {
      readonly kind: "parameter";
      readonly name: string;
      /** `${name:-word}` and its kin: what stands for an empty or unset parameter. */
      readonly otherwise?: { readonly operator: ":-" | "-" | ":+" | "+" | ":=" | "="; readonly word: Word };
      readonly quoted: boolean;
    }
  | { readonly kind: "substitution"; readonly script: Node; readonly quoted: boolean };

export type Word = readonly Part[];

export interface Redirect {
  readonly fd: number;
  readonly operator: ">" | ">>" | "<" | ">&" | "<&";
  readonly target: Word;
}

/** A parsed command of the shell's language. */
export type Node =
  | {
      readonly kind: "simple";
      readonly assignments: readonly { readonly name: string; readonly value: Word }[];
      readonly words: readonly Word[];
      readonly redirects: readonly Redirect[];
    }
  | { readonly kind: "pipeline"; readonly commands: readonly Node[]; readonly negated: boolean }
  | {
      readonly kind: "and-or";
      readonly first: Node;
      readonly rest: readonly { readonly operator: "&&" | "||"; readonly node: Node }[];
    }
  | { readonly kind: "list"; readonly nodes: readonly Node[] }
  | {
      readonly kind: "if";
      readonly branches: readonly { readonly condition: Node; readonly body: Node }[];
      readonly otherwise?: Node;
    }
  | { readonly kind: "for"; readonly name: string; readonly words: readonly Word[] | undefined; readonly body: Node }
  | { readonly kind: "while"; readonly condition: Node; readonly body: Node; readonly until: boolean }
  | { readonly kind: "subshell"; readonly body: Node }
  | { readonly kind: "redirected"; readonly body: Node; readonly redirects: readonly Redirect[] };

/** The script is not one that this shell reads; the message is mksh's. */
export class ShellSyntaxError extends Error {
  /** The script ends too early: with more lines it might be one. */
  readonly incomplete: boolean;

  constructor(message: string, incomplete = false) {
    super(message);
    this.name = "ShellSyntaxError";
    this.incomplete = incomplete;
  }
}
