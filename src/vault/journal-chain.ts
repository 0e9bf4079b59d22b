import { createHash, randomBytes } from "node:crypto";
import { canonicalJson } from "../core/canonical-json.ts";
import { VaultError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";

/** What an entry tells without its body: all that the chain and proofs over it are made of. Holds nothing private. */
export interface JournalHead {
  /** From 0, without a gap. */
  readonly n: number;
  /** ISO 8601 in UTC, by this computer's clock. */
  readonly at: string;
  readonly kind: string;
  /** SHA-256 of the salt and the body in canonical JSON: the salt keeps a body from being guessed. */
  readonly digest: string;
  /** SHA-256 of the head before this one in canonical JSON; 64 zeros in the first. */
  readonly prev: string;
}

/** One entry; `body` undefined where it is sealed and the journal is locked. */
export interface JournalEntry {
  readonly head: JournalHead;
  readonly body: Json | undefined;
}

/** How bodies are encrypted and opened. Without `seal` they are written as they are; without `open` sealed ones stay closed. */
export interface BodySeal {
  readonly seal?: (text: string) => Promise<string>;
  /** @throws VaultError `damaged` */
  readonly open?: (sealed: string) => Promise<string>;
}

/** Where a journal goes on. */
export interface ChainEnd {
  readonly n: number;
  readonly prev: string;
}

export const chainStart: ChainEnd = { n: 0, prev: "0".repeat(64) };

/** The line of an entry, with its newline, and where the chain goes on behind it. */
export async function journalLine(
  end: ChainEnd,
  entry: { readonly at: string; readonly kind: string; readonly body: Json },
  { seal }: BodySeal,
): Promise<{ readonly line: string; readonly head: JournalHead; readonly end: ChainEnd }> {
  const salt = randomBytes(16).toString("hex");
  const { at, kind, body } = entry;
  const head: JournalHead = { n: end.n, at, kind, digest: digestOf(salt, body), prev: end.prev };
  const rest = seal ? { sealed: await seal(canonicalJson({ salt, body })) } : { salt, body };
  return { line: `${canonicalJson({ head: { ...head }, ...rest })}\n`, head, end: after(head) };
}

/** A journal as read: the entries up to the first that is not as it was written, and what is wrong with that one. */
export interface ReadJournal {
  readonly entries: readonly JournalEntry[];
  readonly end: ChainEnd;
  /** Bytes of the text that hold the entries. */
  readonly intact: number;
  readonly damage: { readonly line: number; readonly reason: string } | null;
}

/** Reads a journal and verifies its chain, with the bodies that can be opened. Never throws for what lies in the text. */
export async function readJournal(bytes: Uint8Array, { open }: BodySeal): Promise<ReadJournal> {
  const entries: JournalEntry[] = [];
  let end = chainStart;
  let from = 0;
  while (from < bytes.length) {
    const to = bytes.indexOf(0x0a, from);
    const stop = (reason: string): ReadJournal => ({
      entries,
      end,
      intact: from,
      damage: { line: entries.length + 1, reason },
    });
    if (to < 0) return stop("it breaks off in the middle");
    try {
      const entry = await readLine(
        new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from, to)),
        end,
        open,
      );
      entries.push(entry);
      end = after(entry.head);
    } catch (error) {
      return stop(error instanceof Error ? error.message : String(error));
    }
    from = to + 1;
  }
  return { entries, end, intact: from, damage: null };
}

/** Seals or opens the bodies of all lines; heads and chain stay as they are. What is sealed already, and cannot be opened, stays sealed. */
export async function resealJournal(bytes: Uint8Array, from: BodySeal, to: BodySeal): Promise<string> {
  const { entries, damage } = await readJournal(bytes, from);
  if (damage) throw new VaultError("damaged", `Line ${damage.line} of the journal cannot be read: ${damage.reason}.`);
  const lines = new TextDecoder().decode(bytes).split("\n").slice(0, entries.length);
  const texts = await Promise.all(
    lines.map(async (line) => {
      const { head, ...rest } = JSON.parse(line) as RawLine;
      if (rest.sealed !== undefined && !from.open && to.seal) return `${line}\n`;
      const plain =
        rest.sealed === undefined ? { salt: rest.salt, body: rest.body } : await opened(rest.sealed, from.open);
      const kept = to.seal ? { sealed: await to.seal(canonicalJson(plain as Json)) } : plain;
      return `${canonicalJson({ head: { ...head }, ...kept } as unknown as Json)}\n`;
    }),
  );
  return texts.join("");
}

interface RawLine {
  readonly head: JournalHead;
  readonly salt?: string;
  readonly body?: Json;
  readonly sealed?: string;
}

/** The entry of one line that stands where the chain goes on. @throws Error with what is wrong with it */
export async function readLine(line: string, end: ChainEnd, open: BodySeal["open"]): Promise<JournalEntry> {
  const raw = JSON.parse(line) as RawLine | null;
  const head = raw?.head;
  if (!raw || !head || typeof head !== "object") throw new Error("it has no head");
  const { n, at, kind, digest, prev } = head;
  if (typeof at !== "string" || typeof kind !== "string" || typeof digest !== "string")
    throw new Error("its head is not whole");
  if (n !== end.n) throw new Error(`it has the number ${String(n)} where ${end.n} belongs`);
  if (prev !== end.prev) throw new Error("it does not follow the entry before it: one was changed, removed or put in");
  const clean = { n, at, kind, digest, prev };
  if (raw.sealed !== undefined && !open) return { head: clean, body: undefined };
  const { salt, body } = raw.sealed === undefined ? raw : await opened(raw.sealed, open);
  if (typeof salt !== "string" || body === undefined) throw new Error("it has no body");
  if (digestOf(salt, body) !== digest) throw new Error("its body is not the one that was written");
  return { head: clean, body };
}

/** Salt and body of a line. @throws VaultError `locked`, `damaged` */
export async function bodyOfLine(line: string, open: BodySeal["open"]): Promise<{ salt?: string; body?: Json }> {
  const { salt, body, sealed } = JSON.parse(line) as RawLine;
  if (sealed !== undefined) return await opened(sealed, open);
  return { ...(salt === undefined ? {} : { salt }), ...(body === undefined ? {} : { body }) };
}

async function opened(sealed: string, open: BodySeal["open"]): Promise<{ salt?: string; body?: Json }> {
  if (!open) throw new VaultError("locked", "The journal is locked.", "Give the passphrase: candor unlock");
  return JSON.parse(await open(sealed)) as { salt?: string; body?: Json };
}

/** The hash of a head, which the next one names. */
export function headHash(head: JournalHead): string {
  return createHash("sha256")
    .update(canonicalJson({ ...head }))
    .digest("hex");
}

function after(head: JournalHead): ChainEnd {
  return { n: head.n + 1, prev: headHash(head) };
}

/** What a head says of its body: SHA-256, in hexadecimal, of the salt, a newline and the body in canonical JSON. */
export function digestOf(salt: string, body: Json): string {
  return createHash("sha256").update(salt).update("\n").update(canonicalJson(body)).digest("hex");
}
