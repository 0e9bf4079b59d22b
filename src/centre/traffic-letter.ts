import type { LetterKind } from "../report/letter.ts";
import type { TrafficReport } from "../traffic/traffic-report.ts";
import { type LetterForms, letterForms } from "./letter-forms.ts";
import type { PrivatePlace } from "./private-store.ts";
import { evidenceOf, evidenceReport } from "./rights-evidence.ts";
import { composeLetter, type LetterWish, requestOf } from "./rights-letter.ts";
import { rightsLists } from "./rights-lists.ts";
import { findRecipient, unlisted } from "./rights-recipient.ts";
import { fileRequest } from "./rights-requests.ts";

/** What can be asked of a company that was seen in a record. */
export const reportLetters = [
  "access",
  "erasure",
  "objection",
  "withdrawal",
  "portability",
  "restriction",
] as const satisfies readonly LetterKind[];

/** Who writes to whom, and what for. */
export interface ReportLetterWish {
  /** As the report calls it. */
  readonly company: string;
  readonly kind: (typeof reportLetters)[number];
  /** ISO 639-1. */
  readonly language: string;
  readonly name: string;
  readonly address: string | null;
  readonly email: string | null;
  /** Lines by which the company finds the person. */
  readonly identity: readonly string[];
  /** Whether it is kept among the person's requests, with its deadline. */
  readonly file: boolean;
}

/** A letter about what a report shows. */
export interface ReportLetter extends LetterForms {
  /** Its number among the requests; null where it was not filed. */
  readonly request: number | null;
}

/**
 * Writes a letter to a company of a report, with what was recorded of it as evidence.
 *
 * @throws VaultError `refused` where the law of the region has no such right; `locked` where it is to be filed
 */
export async function letterFromReport(
  report: TrafficReport,
  wish: ReportLetterWish,
  place: PrivatePlace,
): Promise<ReportLetter> {
  const lists = await rightsLists(place.dataFolder);
  const seen = evidenceReport(report);
  const found = findRecipient(wish.company, lists, seen);
  const recipient = "recipient" in found ? found.recipient : unlisted(wish.company, null);
  const { kind, language, identity, name, address, email } = wish;
  const now = place.now();
  const full: LetterWish = {
    kind,
    language,
    region: report.region.id,
    from: { name, address, email },
    date: new Date(now).toISOString().slice(0, 10),
    identity,
    data: null,
    reason: null,
    evidence: evidenceOf(seen, recipient.isTheirs),
    earlier: null,
  };
  const written = composeLetter(full, recipient, lists);
  const filed = wish.file ? await fileRequest(place, requestOf(full, written, recipient, now)) : null;
  const notes = filed?.unnoted ? [...written.notes, filed.unnoted] : written.notes;
  const forms = letterForms({ written: { ...written, notes }, wish: full, recipient }, now);
  return { ...forms, request: filed?.request.id ?? null };
}
