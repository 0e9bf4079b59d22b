import { type LetterKind, letterText } from "../report/letter.ts";
import { letterHtml } from "../report/letter-html.ts";
import { letterEml, mailto } from "../report/letter-mail.ts";
import type { TrafficReport } from "../traffic/traffic-report.ts";
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

/** A letter in the forms in which it can be sent; nothing is sent. */
export interface ReportLetter {
  readonly to: { readonly name: string; readonly address: string | null; readonly email: string | null };
  readonly subject: string;
  readonly language: string;
  readonly text: string;
  readonly html: string;
  readonly eml: string;
  /** null where it is too long for a link. */
  readonly mailto: string | null;
  /** What to know before sending it. */
  readonly notes: readonly string[];
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
  const { letter, notes } = written;
  const filed = wish.file ? await fileRequest(place, requestOf(full, written, recipient, now)) : null;
  const all = filed?.unnoted ? [...notes, filed.unnoted] : notes;
  const parties = {
    to: recipient.email === null ? null : { name: recipient.name, email: recipient.email },
    from: email === null ? null : { name, email },
  };
  const link = mailto(letter, parties);
  return {
    to: { name: recipient.name, address: recipient.address, email: recipient.email },
    subject: letter.subject,
    language: letter.language,
    text: letterText(letter),
    html: letterHtml(letter, all),
    eml: letterEml(letter, parties, now),
    mailto: link.fits ? link.uri : null,
    notes: all,
    request: filed?.request.id ?? null,
  };
}
