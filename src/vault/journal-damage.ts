import type { JournalHead, ReadJournal } from "./journal-chain.ts";

/** What was done to a journal, told by what is left of it. */
export interface NamedDamage {
  readonly kind: "changed" | "removed" | "reordered" | "inserted" | "cut-off";
  /** A sentence. */
  readonly said: string;
}

/** Names the first damage of a journal; null where there is none. @param bytes what `read` was read from */
export function nameDamage(bytes: Uint8Array, { entries, intact, damage }: ReadJournal): NamedDamage | null {
  if (!damage) return null;
  const rest = new TextDecoder().decode(bytes.subarray(intact));
  if (!rest.includes("\n"))
    return { kind: "cut-off", said: `Line ${damage.line} breaks off: the end of it is missing.` };
  const heads = rest.split("\n").slice(0, -1).map(headOf);
  const expected = entries.length;
  const found = heads[0]?.n;
  if (found === undefined || found === expected)
    return {
      kind: "changed",
      said: damage.reason.startsWith("it does not follow")
        ? `Entry ${expected} does not follow the one before it: a byte of the head of entry ${expected - 1} or of this one was changed.`
        : `Entry ${expected} was changed: ${damage.reason}.`,
    };
  if (found < expected)
    return { kind: "inserted", said: `Behind entry ${expected - 1} an entry numbered ${found} was put in.` };
  if (heads.some((head) => head?.n === expected))
    return { kind: "reordered", said: `Entry ${expected} stands further behind: entries were put into another order.` };
  const which = found - expected === 1 ? `Entry ${expected} was` : `Entries ${expected} to ${found - 1} were`;
  return { kind: "removed", said: `${which} removed: behind entry ${expected - 1} comes entry ${found}.` };
}

function headOf(line: string): Pick<JournalHead, "n"> | undefined {
  try {
    const n: unknown = (JSON.parse(line) as { readonly head?: { readonly n?: unknown } } | null)?.head?.n;
    return typeof n === "number" && Number.isSafeInteger(n) ? { n } : undefined;
  } catch {
    return undefined;
  }
}
