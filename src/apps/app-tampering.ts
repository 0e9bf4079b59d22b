import type { TamperMark } from "../formats/tamper-mark.ts";

/** Which format a mark is about. */
export type TamperedFormat =
  | "zip"
  | "local-header"
  | "entry"
  | "signing-block"
  | "binary-xml"
  | "resources"
  | "dex"
  | "certificate";

/** One place where the file differs from what its formats ask: made to mislead, or by a clumsy tool. */
export interface TamperNote {
  readonly format: TamperedFormat;
  /** As the format's reader names it. */
  readonly kind: string;
  /** The entry concerned; null where it is the file as a whole. */
  readonly entry: string | null;
  readonly detail: string;
}

/** All of them, and what was not looked at. */
export interface TamperFacts {
  readonly marks: readonly TamperNote[];
  /** How many more there were than are kept. */
  readonly more: number;
  /** What could not be compared, with the reason; then few marks mean little. */
  readonly unread: readonly string[];
}

const kept = 300;
const keptOfKind = 25;

/** Gathers marks of all formats; of each kind and in all a bounded number is kept. */
export class TamperNotes {
  readonly #marks: TamperNote[] = [];
  readonly #seen = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #unread: string[] = [];
  #more = 0;

  /** Adds what a reader marked; `entry` where its marks name none. Marks that stand there already are not repeated. */
  add(format: TamperedFormat, marks: Iterable<TamperMark>, entry: string | null = null): void {
    for (const mark of marks) {
      const note = { format, kind: mark.kind, entry: mark.entry ?? entry, detail: mark.detail };
      const key = `${note.kind}\n${note.entry}\n${note.detail}`;
      if (this.#seen.has(key)) continue;
      const count = this.#counts.get(note.kind) ?? 0;
      if (count >= keptOfKind || this.#marks.length >= kept) {
        this.#more++;
        continue;
      }
      this.#counts.set(note.kind, count + 1);
      this.#seen.add(key);
      this.#marks.push(note);
    }
  }

  /** Says that something could not be compared. */
  missed(what: string): void {
    if (this.#unread.length < 50) this.#unread.push(what);
  }

  /** All so far, in the order found. */
  facts(): TamperFacts {
    return { marks: this.#marks, more: this.#more, unread: this.#unread };
  }
}
