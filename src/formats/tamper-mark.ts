/** A place where a file differs from what its format asks: often made to mislead analysts, sometimes a clumsy tool. */
export interface TamperMark<Kind extends string = string> {
  readonly kind: Kind;
  /** The entry concerned, as its name stands in the table of contents. */
  readonly entry?: string;
  /** What was found, as the end of a report's line. */
  readonly detail: string;
}

/** What Android's own reader makes of a file, by its source; `some`: that depends on the version of Android. */
export type AndroidVerdict = { readonly opens: "yes" } | { readonly opens: "no" | "some"; readonly reason: string };

/** How many marks of one kind are kept one by one: a hostile file can earn one for each of its 65,535 entries. */
const keptPerKind = 20;

/** Takes marks; `entry` as in TamperMark. */
export interface MarkSink<Kind extends string> {
  add(kind: Kind, detail: string, entry?: string): void;
}

/** Gathers marks; of each kind only the first ones are kept, and how many more there were. */
export class TamperMarks<Kind extends string> implements MarkSink<Kind> {
  readonly #marks: TamperMark<Kind>[] = [];
  readonly #counts = new Map<Kind, number>();

  add(kind: Kind, detail: string, entry?: string): void {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count <= keptPerKind) this.#marks.push(entry === undefined ? { kind, detail } : { kind, entry, detail });
  }

  /** All marks so far, in the order found. */
  list(): readonly TamperMark<Kind>[] {
    const more = [...this.#counts].filter(([, count]) => count > keptPerKind);
    return [
      ...this.#marks,
      ...more.map(([kind, count]) => ({ kind, detail: `${count - keptPerKind} more of this kind` })),
    ];
  }
}
