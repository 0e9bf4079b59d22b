import type { LawRegion } from "../feeds/privacy-laws.ts";
import type { Problem } from "../report/letter.ts";
import { letterForms } from "./letter-forms.ts";
import type { PrivatePlace } from "./private-store.ts";
import { listRequests, problemOf, type RequestKind, type RequestView, today, writeRequestLetter } from "./rights.ts";
import { type RequestDay, requestDays } from "./rights-days.ts";
import { requestOf } from "./rights-letter.ts";
import { fileRequest, mayFollow, type RequestEvent } from "./rights-requests.ts";
import { type ReportLetter, reportLetters } from "./traffic-letter.ts";

/** A request with what can be done about it now. */
export interface PageRequest extends RequestView {
  /** Until an answer is due: 0 on the day itself, negative afterwards. Null where no time runs. */
  readonly daysLeft: number | null;
  /** What may be filed next. */
  readonly may: readonly RequestEvent[];
  /** What a reminder or a complaint would be about; null where there is no cause yet. */
  readonly cause: Problem | null;
  /** The company asked for more time: in time, or too late to count; null where it did not. */
  readonly extension: "in-time" | "late" | null;
  readonly days: readonly RequestDay[];
}

/** All requests as the page shows them: those that press first, those that have ended last. */
export interface RightsPage {
  /** yyyy-mm-dd. */
  readonly today: string;
  readonly requests: readonly PageRequest[];
}

/** All requests with what can be done about each. @throws VaultError `locked`, `damaged` */
export async function rightsPage(place: PrivatePlace): Promise<RightsPage> {
  const now = today(place);
  const requests = (await listRequests(place)).map((view) => shown(view, now));
  return { today: now, requests: requests.toSorted((a, b) => pressing(a) - pressing(b) || byDay(a, b)) };
}

/** What can be asked of a company without a record; a correction needs what is wrong, and is left to the command line. */
export const requestKinds = reportLetters satisfies readonly RequestKind[];

/** Who asks whom for what, without a record of traffic. */
export interface LetterWithoutRecord {
  /** A company, or a host of it. */
  readonly to: string;
  readonly kind: (typeof requestKinds)[number];
  /** ISO 639-1. */
  readonly language: string;
  readonly region: LawRegion;
  readonly name: string;
  readonly address: string | null;
  readonly email: string | null;
  /** Lines by which the company finds the person. */
  readonly identity: readonly string[];
  /** Whether it is kept among the person's requests, with its deadline. */
  readonly file: boolean;
}

/** Writes a letter that begins a request. @throws VaultError `refused`; `locked` where it is to be filed */
export async function letterWithoutRecord(
  { name, address, email, file, ...asked }: LetterWithoutRecord,
  place: PrivatePlace,
): Promise<ReportLetter> {
  const answered = await writeRequestLetter({ ...asked, from: { name, address, email } }, place);
  const { written, wish, recipient } = answered;
  const filed = file ? await fileRequest(place, requestOf(wish, written, recipient, place.now())) : null;
  const notes = filed?.unnoted ? [...written.notes, filed.unnoted] : written.notes;
  const forms = letterForms({ ...answered, written: { ...written, notes } }, place.now());
  return { ...forms, request: filed?.request.id ?? null };
}

function shown(view: RequestView, now: string): PageRequest {
  const { request, deadline, due, state } = view;
  const running = due !== null && (state === "waiting" || state === "contested");
  const extended = request.events.find(({ what }) => what === "extended");
  const inTime = extended && deadline && extended.on <= deadline.due;
  return {
    ...view,
    daysLeft: running ? Math.round((Date.parse(due) - Date.parse(now)) / 86_400_000) : null,
    may: mayFollow(request),
    cause: view.sentOn === null ? null : problemOf(view),
    extension: extended === undefined ? null : inTime ? "in-time" : "late",
    days: requestDays(view),
  };
}

const order = ["waiting", "contested", "written", "answered", "complained", "decided", "closed"] as const;

function pressing({ state, overdue }: RequestView): number {
  return overdue ? -1 : order.indexOf(state);
}

function byDay(a: RequestView, b: RequestView): number {
  return (a.due ?? "9999").localeCompare(b.due ?? "9999") || b.id - a.id;
}
