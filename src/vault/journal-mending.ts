import { canonicalJson } from "../core/canonical-json.ts";
import type { Json } from "../core/json.ts";
import {
  type BodySeal,
  type ChainEnd,
  chainStart,
  headHash,
  type JournalEntry,
  type JournalHead,
  journalLine,
  type ReadJournal,
  readLine,
} from "./journal-chain.ts";

/** A journal that was mended: all of it, to be written in place of the damaged one. */
export interface MendedJournal {
  readonly text: string;
  readonly entries: readonly JournalEntry[];
  readonly end: ChainEnd;
  /** Lines that could not be kept: an entry of kind `damage` stands in the place of each. */
  readonly lost: number;
}

/** Body of an entry of kind `damage`. */
export interface DamageBody {
  /** Where the damaged journal lies, whole. */
  readonly file: string;
  /** Which line of it was lost, counted from 1, and what was wrong with it. */
  readonly line: number;
  readonly reason: string;
}

/**
 * Mends a damaged journal. Lines behind the damage that are whole in themselves keep their numbers, times and bodies, and are chained anew, so
 * that what they tell can still be taken back; an entry of kind `damage` takes the place of each that is not. Whoever holds the hash of a
 * later entry sees that the chain is another one.
 */
export async function mendJournal(
  bytes: Uint8Array,
  { entries: good, end: goodEnd, intact, damage }: ReadJournal,
  seal: BodySeal,
  { file, at }: Pick<DamageBody, "file"> & Pick<JournalHead, "at">,
): Promise<MendedJournal> {
  const entries = [...good];
  let text = new TextDecoder().decode(bytes.subarray(0, intact));
  let end = good.length === 0 ? chainStart : goodEnd;
  let lost = 0;
  const lines = new TextDecoder().decode(bytes.subarray(intact)).split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) {
    const kept = await wholeInItself(line, end.n, seal);
    if (kept) {
      const head = { ...kept.head, prev: end.prev };
      const rest = JSON.parse(line) as Readonly<Record<string, Json>>;
      text += `${canonicalJson({ ...rest, head })}\n`;
      entries.push({ head, body: kept.body });
      end = { n: head.n + 1, prev: headHash(head) };
    } else {
      const reason = lost++ === 0 && damage ? damage.reason : "it is damaged, too";
      const body = { file, line: end.n + 1, reason } satisfies DamageBody;
      const written = await journalLine(end, { at, kind: "damage", body }, seal);
      text += written.line;
      entries.push({ head: written.head, body });
      end = written.end;
    }
  }
  return { text, entries, end, lost };
}

/** The entry of a line that has the number it should have, and a body that is the one of its head; null for any other line. */
async function wholeInItself(line: string, n: number, { open }: BodySeal): Promise<JournalEntry | null> {
  try {
    const { prev } = (JSON.parse(line) as { readonly head: JournalHead }).head;
    return typeof prev === "string" ? await readLine(line, { n, prev }, open) : null;
  } catch {
    return null;
  }
}
