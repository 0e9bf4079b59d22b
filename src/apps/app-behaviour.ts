import type { Literal } from "../formats/aho-corasick.ts";
import { type BehaviourId, type BehaviourRule, behaviourRules } from "./behaviour-rules.ts";
import type { BehaviourCall } from "./code-calls.ts";
import type { TextRange } from "./text-search.ts";

/** What the app's code can be seen to be able to do. That it can is no proof that it does, nor that it does so against anyone. */
export interface BehaviourFacts {
  /** Calls first, those that are allowed before those that are not. */
  readonly found: readonly FoundBehaviour[];
  /** False where code or texts could not be searched to their end: then nothing found means little. */
  readonly complete: boolean;
}

/** One behaviour. */
export interface FoundBehaviour extends Pick<BehaviourRule, "id" | "about" | "use"> {
  /**
   * `called`: code calls the method; `library-only`: only Android's support libraries call it, which stand in nearly every app; `text-only`:
   * only texts stand there that such code holds.
   */
  readonly grade: "called" | "library-only" | "text-only";
  /**
   * Whether the app asks for a permission that it needs. `not-asked`: the calls fail, as those of libraries that can do more than the app
   * wants; `not-needed`: there is none; `unknown`: what it asks for could not be read.
   */
  readonly permission: "asked" | "not-asked" | "not-needed" | "unknown";
  /** Those that it asks for, of those that it needs. */
  readonly asked: readonly string[];
  readonly evidence: readonly BehaviourEvidence[];
}

/** What was seen. */
export type BehaviourEvidence =
  /** The caller is the first class, in the order of the file, that calls the method. */
  | { readonly kind: "call"; readonly method: string; readonly caller: string; readonly entry: string }
  | { readonly kind: "text"; readonly text: string; readonly entry: string };

const maxEvidence = 12;
const textOf: readonly { readonly text: string; readonly id: BehaviourId }[] = behaviourRules.flatMap(({ id, texts }) =>
  texts.map((text) => ({ text, id })),
);

/** What the one matcher over all texts looks for, in the order of `BehaviourGatherer.literal`. */
export const behaviourLiterals: readonly Literal[] = textOf.map(({ text }) => ({ text }));

/** Gathers behaviours, entry by entry. */
export class BehaviourGatherer {
  readonly #calls = new Map<string, BehaviourCall>();
  readonly #texts = new Map<string, { readonly id: BehaviourId; readonly text: string; readonly entry: string }>();
  #complete = true;

  /** A call stands in the code. */
  call(call: BehaviourCall): void {
    const key = `${call.behaviour} ${call.method}`;
    if (this.#calls.get(key)?.byLibrary ?? true) this.#calls.set(key, call);
  }

  /** A literal of `behaviourLiterals` stands there; it counts when it is a word, and not the beginning of a longer one. */
  literal(entry: string, { bytes, end: limit }: TextRange, literal: number, end: number): void {
    const found = textOf[literal];
    if (!found || this.#texts.has(`${found.id} ${found.text}`)) return;
    if (end < limit && inWord[bytes[end] as number] === 1) return;
    this.#texts.set(`${found.id} ${found.text}`, { ...found, entry });
  }

  /** Some code or texts could not be searched. */
  missed(): void {
    this.#complete = false;
  }

  /**
   * All that was found.
   *
   * @param asked names of the permissions that the app asks for; undefined where they were not read.
   * @param callsComplete whether all code was walked.
   */
  facts(asked: ReadonlySet<string> | undefined, callsComplete: boolean): BehaviourFacts {
    const found = behaviourRules.flatMap((rule) => {
      const calls = [...this.#calls.values()].filter(({ behaviour }) => behaviour === rule.id);
      const texts = [...this.#texts.values()].filter(({ id }) => id === rule.id);
      if (calls.length === 0 && texts.length < (rule.needed ?? 1)) return [];
      return [describe(rule, calls, texts, asked)];
    });
    const rank = ({ grade, permission }: FoundBehaviour) =>
      (grade === "called" ? 0 : grade === "text-only" ? 2 : 4) + (permission === "not-asked" ? 1 : 0);
    return { found: found.sort((a, b) => rank(a) - rank(b)), complete: this.#complete && callsComplete };
  }
}

function describe(
  { id, about, use, permissions }: BehaviourRule,
  calls: readonly BehaviourCall[],
  texts: readonly { readonly text: string; readonly entry: string }[],
  asked: ReadonlySet<string> | undefined,
): FoundBehaviour {
  const held = permissions.filter((name) => asked?.has(`android.permission.${name}`));
  const permission =
    permissions.length === 0 ? "not-needed" : held.length > 0 ? "asked" : asked === undefined ? "unknown" : "not-asked";
  const evidence: BehaviourEvidence[] = [
    ...[...calls]
      .sort((a, b) => Number(a.byLibrary) - Number(b.byLibrary))
      .map(({ method, caller, entry }) => ({ kind: "call", method, caller, entry }) as const),
    ...texts.map(({ text, entry }) => ({ kind: "text", text, entry }) as const),
  ];
  const called = calls.some(({ byLibrary }) => !byLibrary);
  const grade = called ? "called" : calls.length > 0 ? "library-only" : "text-only";
  return { id, about, use, grade, permission, asked: held, evidence: evidence.slice(0, maxEvidence) };
}

const inWord = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 && /[A-Za-z0-9_]/.test(String.fromCharCode(byte)) ? 1 : 0,
);
