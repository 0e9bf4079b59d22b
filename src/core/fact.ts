import type { Needs, Values } from "./needs.ts";

/** One command of a reading: the argument list alone, or with what else counts as an answer. */
export type Command =
  | readonly string[]
  | {
      readonly run: readonly string[];
      /** Exit codes other than 0 that are answers, e.g. 1 of `which` for "none found". */
      readonly exitCodes?: readonly number[];
      /** Milliseconds; the engine's default otherwise. */
      readonly timeoutMs?: number;
      /** Bytes; the engine's default otherwise. */
      readonly maxBytes?: number;
      /** A pattern for the end of a complete answer that has no final newline; without it such an answer counts as cut off. */
      readonly complete?: RegExp;
      /** NUL bytes belong to this answer (a dump with a binary part); without it they make it an unknown layout. */
      readonly nuls?: boolean;
      /**
       * A refusal of this command does not fail the reading (one of several users that a computer may not look into): `parse` gets
       * `notAnswered` in its place. Where every command was refused, the fact is unknown all the same.
       */
      readonly optional?: boolean;
    };

/** What `parse` gets for an `optional` command that was refused. No answer can be equal to it: answers with NULs are turned away. */
export const notAnswered = "\0not answered";

/** One way to read a fact: which commands to run and a pure parse of their answers. */
export interface Reading<T> {
  readonly needs: Needs;
  readonly read: (values: never) => readonly Command[];
  readonly parse: (outputs: readonly string[], values: never) => T;
}

/** One typed, JSON-safe piece of knowledge read from a source. */
export interface Fact<T> {
  readonly kind: "fact";
  readonly id: string;
  /** One sentence: what it is. Printed by `candor facts`. */
  readonly about: string;
  /** Tried in this order; the first that gives a value is the answer. */
  readonly readings: readonly Reading<T>[];
}

interface ReadingSpec<N extends Needs, T> {
  /** Facts whose values `read` and `parse` get. Where one of them could not be read, this reading cannot either. */
  readonly needs?: N;
  /** The commands. Empty for a fact that is only derived from others. */
  readonly read: (values: Values<N>) => readonly Command[];
  /**
   * The answers as text (UTF-8 or UTF-16 with a mark, CR removed), in the order of the commands, refusals already turned away by
   * the engine. Throws FormatError for anything it does not recognise: an empty value is never a default.
   */
  readonly parse: (outputs: readonly string[], values: Values<N>) => T;
}

/** A further way to read a fact, for `otherwise`. */
export function reading<const N extends Needs = Record<never, never>, T = unknown>(
  spec: ReadingSpec<N, T>,
): Reading<T> {
  return { needs: spec.needs ?? {}, read: spec.read, parse: spec.parse };
}

/** Defines a fact; types flow from `needs` and `parse`. `otherwise` lists further ways, tried in order when this one fails. */
export function defineFact<const N extends Needs = Record<never, never>, T = unknown>(
  spec: ReadingSpec<N, T> & {
    readonly id: string;
    readonly about: string;
    readonly otherwise?: readonly Reading<NoInfer<T>>[];
  },
): Fact<T> {
  return { kind: "fact", id: spec.id, about: spec.about, readings: [reading(spec), ...(spec.otherwise ?? [])] };
}
