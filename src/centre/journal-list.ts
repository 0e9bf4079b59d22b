import type { JournalEntry } from "../vault/journal-chain.ts";
import { headHash } from "../vault/journal-chain.ts";
import type { DamageBody } from "../vault/journal-mending.ts";
import {
  type ChangeOutcome,
  type ChangeRecord,
  changeRecords,
  isUndoable,
  type PhoneIdentity,
} from "./change-records.ts";
import type { ConsentBody } from "./consent.ts";
import type { JournalView } from "./journal.ts";
import type { AttestationBody, ExaminationBody, ExportBody } from "./journal-notes.ts";
import type { VaultBody } from "./vault-body.ts";

/** One line of the journal's list: a change with its steps and results is one. Safe for JSON. */
export interface JournalRow {
  /** Number of the entry. */
  readonly n: number;
  readonly at: string;
  /** `change`, `undo`, `examination`, `export`, `consent`, `damage`, or another kind as it was written. */
  readonly kind: string;
  readonly phone: PhoneIdentity | null;
  /** What it was, in words; outside text. Null while the journal is locked. */
  readonly about: string | null;
  readonly changes: ChangeCounts | null;
}

/** What became of the changes of an entry. */
export interface ChangeCounts {
  readonly of: number;
  readonly interrupted: boolean;
  /** How many have each outcome; none while it is interrupted. */
  readonly outcomes: Readonly<Partial<Record<ChangeOutcome, number>>>;
  /** How many were taken back, and the entry that did it last. */
  readonly takenBack: number;
  readonly undoneBy: number | null;
  /** Whether `candor undo` can take something of it back. */
  readonly undoable: boolean;
}

/** The journal for people, newest first. Steps and results stand with the change that they belong to. */
export function journalRows(entries: readonly JournalEntry[]): readonly JournalRow[] {
  const records = new Map(changeRecords(entries).map((record) => [record.n, record]));
  return entries
    .filter(({ head }) => head.kind !== "step" && head.kind !== "result")
    .map((entry) => {
      const record = records.get(entry.head.n);
      return record ? changeRow(record) : otherRow(entry);
    })
    .reverse();
}

/** What an entry changed, in a few words. */
export function changeSummary({ body }: ChangeRecord): string {
  const [first, ...rest] = body.changes;
  const words = body.do === "undo" ? `Took back entry ${body.of}` : (body.reason ?? first?.about ?? "Nothing");
  if (rest.length > 0) return `${words} (${body.changes.length} changes)`;
  return first && words !== first.about ? `${words}: ${first.about}` : words;
}

function changeRow(record: ChangeRecord): JournalRow {
  const { n, at, body, results, takenBack, undoneBy } = record;
  const outcomes: Partial<Record<ChangeOutcome, number>> = {};
  for (const { outcome } of results ?? []) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return {
    n,
    at,
    kind: body.do === "undo" ? "undo" : "change",
    phone: body.phone,
    about: changeSummary(record),
    changes: {
      of: body.changes.length,
      interrupted: results === null && undoneBy === null,
      outcomes,
      takenBack: new Set(takenBack).size,
      undoneBy,
      undoable: isUndoable(record),
    },
  };
}

function otherRow({ head, body }: JournalEntry): JournalRow {
  const { n, at, kind } = head;
  const row = { n, at, kind, phone: null, changes: null };
  if (body === undefined) return { ...row, about: null };
  if (kind === "examination") {
    const { phone, read, unread } = body as unknown as ExaminationBody;
    return { ...row, phone, about: `Examined the phone: ${read} facts read, ${unread} not` };
  }
  if (kind === "export") {
    const { file, format, about } = body as unknown as ExportBody;
    return { ...row, about: `Wrote ${format} about ${about}: ${file}` };
  }
  if (kind === "consent") {
    const { phone, about } = body as unknown as ConsentBody;
    return { ...row, phone, about };
  }
  if (kind === "damage") {
    const { file, line } = body as unknown as DamageBody;
    return { ...row, about: `Line ${line} of the journal was lost; the damaged file is ${file}` };
  }
  if (kind === "vault" || kind === "attestation") {
    const { about, phone = null } = body as unknown as VaultBody | AttestationBody;
    return { ...row, phone, about };
  }
  const { about } = typeof body === "object" && body !== null && "about" in body ? body : { about: kind };
  return { ...row, about: typeof about === "string" ? about : kind };
}

/** What verifying the journal found. Safe for JSON. */
export interface JournalVerdict {
  /** Entries that are as they were written and follow each other. */
  readonly entries: number;
  /** Of these, entries whose body is locked: their heads were verified alone. */
  readonly locked: number;
  /** Time of the first entry and of the last; null where there is none. */
  readonly from: string | null;
  readonly to: string | null;
  /** SHA-256 of the last head: whoever knows it can tell later that nothing before it was changed or left out. */
  readonly last: string | null;
  /** The first line that is not as it was written; null where all are. */
  readonly damage: { readonly line: number; readonly reason: string } | null;
}

/** Verifies what was read of the journal: its chain was followed when it was. */
export function journalVerdict({ entries, firstBad }: JournalView): JournalVerdict {
  const last = entries.at(-1);
  return {
    entries: entries.length,
    locked: entries.filter(({ body }) => body === undefined).length,
    from: entries[0]?.head.at ?? null,
    to: last?.head.at ?? null,
    last: last ? headHash(last.head) : null,
    damage: firstBad,
  };
}
