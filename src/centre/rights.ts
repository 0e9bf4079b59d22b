import { VaultError } from "../core/errors.ts";
import type { Authority } from "../feeds/authorities.ts";
import { type LawRegion, lawRegions } from "../feeds/privacy-laws.ts";
import type { EarlierRequest, LetterKind, Party, Problem } from "../report/letter.ts";
import type { PrivatePlace } from "./private-store.ts";
import { lawOn, type ReplyDeadline, replyDeadline } from "./reply-deadline.ts";
import { companiesIn, evidenceOf, readFlowReport } from "./rights-evidence.ts";
import { composeLetter, type LetterWish, type WrittenLetter } from "./rights-letter.ts";
import { type RightsLists, rightsLists } from "./rights-lists.ts";
import { findRecipient, type RightsRecipient, recipientInFile, unlisted } from "./rights-recipient.ts";
import { type RequestState, type RightsRequest, readRequests, stateOf } from "./rights-requests.ts";

/** Kinds of letters that begin a request. */
export type RequestKind = Exclude<LetterKind, "reminder" | "complaint">;

/** What a person gives for a letter. */
export interface LetterQuestion {
  readonly kind: RequestKind;
  /** Company, host, or name of a record; the one company of the report where left out. */
  readonly to?: string | undefined;
  /** A record of datarequests.org in a file, instead of `to`. */
  readonly controllerFile?: string | undefined;
  readonly flowReport?: string | undefined;
  readonly language?: string | undefined;
  /** That of the report, else the EEA, where left out. */
  readonly region?: LawRegion | undefined;
  readonly from: Party;
  /** What the person found out of the recipient; comes before what lists have. */
  readonly toAddress?: string | undefined;
  readonly toEmail?: string | undefined;
  readonly identity: readonly string[];
  readonly data?: string | undefined;
  readonly reason?: string | undefined;
}

/** A letter with all that it was made of. */
export interface AnsweredLetter {
  readonly written: WrittenLetter;
  readonly wish: LetterWish;
  readonly recipient: RightsRecipient;
}

/** Writes a letter that begins a request; files nothing. @throws DeviceError, VaultError `refused` */
export async function writeRequestLetter(question: LetterQuestion, place: PrivatePlace): Promise<AnsweredLetter> {
  const lists = await rightsLists(place.dataFolder);
  const report = question.flowReport === undefined ? null : await readFlowReport(question.flowReport);
  const found = await recipientFor(question, lists, report);
  const recipient = {
    ...found,
    address: question.toAddress ?? found.address,
    email: question.toEmail ?? found.email,
  };
  const regionOfReport = report !== null && Object.hasOwn(lawRegions, report.region.id) ? report.region.id : null;
  const evidence = report === null ? null : evidenceOf(report, recipient.isTheirs);
  const wish: LetterWish = {
    kind: question.kind,
    language: question.language,
    region: question.region ?? (regionOfReport as LawRegion | null) ?? "EU",
    from: question.from,
    date: today(place),
    identity: question.identity,
    data: question.data ?? null,
    reason: question.reason ?? null,
    evidence,
    earlier: null,
  };
  if (question.kind === "rectification" && wish.data === null)
    throw new VaultError("refused", "What is to be corrected?", "Say it: --data “Name: Ada, not Ida”");
  const written = composeLetter(wish, recipient, lists);
  if (report === null || evidence !== null) return { written, wish, recipient };
  const silent = `The report shows no connection to ${recipient.name}, so the letter has no evidence.`;
  return { written: { ...written, notes: [silent, ...written.notes] }, wish, recipient };
}

/** What a reminder or a complaint is asked for with. */
export interface GoingBack {
  readonly kind: "reminder" | "complaint";
  readonly request: number;
  /** Told by what was filed where left out. */
  readonly problem?: Problem | undefined;
  readonly note?: string | undefined;
  readonly language?: string | undefined;
  /** Slug of the authority; the one of `country` where left out. */
  readonly authority?: string | undefined;
  readonly country?: string | undefined;
}

/** Writes a letter that goes back to a request. @throws VaultError `absent`, `refused`, `locked` */
export async function writeLetterBack(asked: GoingBack, place: PrivatePlace): Promise<AnsweredLetter> {
  const lists = await rightsLists(place.dataFolder);
  const request = (await readRequests(place)).find(({ id }) => id === asked.request);
  if (!request)
    throw new VaultError("absent", `There is no request ${asked.request}.`, "See them all: candor rights list");
  const region = regionOf(request);
  const earlier = earlierOf(request, asked, lists, today(place));
  const authority = asked.kind === "complaint" ? authorityFor(asked, region, lists, today(place)) : null;
  const recipient = authority ?? backTo(request);
  const wish: LetterWish = {
    kind: asked.kind,
    language: asked.language ?? authority?.language ?? request.language,
    region,
    from: request.from,
    date: today(place),
    identity: [],
    data: null,
    reason: null,
    evidence: request.evidence,
    earlier,
  };
  const written = composeLetter(wish, recipient, lists);
  return { written: { ...written, notes: [...(authority?.notes ?? []), ...written.notes] }, wish, recipient };
}

/** A request with what follows from its days. Safe for JSON. */
export interface RequestView {
  readonly id: number;
  readonly kind: LetterKind;
  readonly to: string;
  readonly region: string;
  readonly state: RequestState;
  readonly sentOn: string | null;
  readonly deadline: ReplyDeadline | null;
  /** The day that counts now: with the longer time where that was told in time. Null where none runs, or the law sets none. */
  readonly due: string | null;
  readonly overdue: boolean;
  readonly request: RightsRequest;
}

/** All requests with their deadlines. @throws VaultError `locked`, `damaged` */
export async function listRequests(place: PrivatePlace): Promise<readonly RequestView[]> {
  const requests = await readRequests(place);
  if (requests.length === 0) return [];
  const lists = await rightsLists(place.dataFolder);
  return requests.map((request) => viewOf(request, lists, today(place)));
}

/** A deadline by itself, for a request that was received on a day. */
export async function deadlineFor(
  place: PrivatePlace,
  received: string,
  region: LawRegion,
  country: string | null,
): Promise<ReplyDeadline | null> {
  return replyDeadline(received, region, country, await rightsLists(place.dataFolder));
}

/** Supervisory authorities of a country, or all. */
export async function authoritiesOf(place: PrivatePlace, country?: string): Promise<readonly Authority[]> {
  const { authorities } = (await rightsLists(place.dataFolder)).authorities;
  return country === undefined ? authorities : authorities.filter((each) => each.country === country.toUpperCase());
}

function viewOf(request: RightsRequest, lists: RightsLists, now: string): RequestView {
  const state = stateOf(request);
  const sentOn = request.events.find(({ what }) => what === "sent")?.on ?? null;
  // A letter by post arrives later: the day of a confirmation that names none is the first that is certain.
  const deadline = sentOn === null ? null : replyDeadline(sentOn, regionOf(request), request.to.country, lists);
  const extended = request.events.find(({ what }) => what === "extended");
  const inTime = extended !== undefined && deadline !== null && extended.on <= deadline.due;
  const due = inTime ? (deadline.extended ?? deadline.due) : (deadline?.due ?? null);
  return {
    id: request.id,
    kind: request.kind,
    to: request.to.name,
    region: request.region,
    state,
    sentOn,
    deadline,
    due,
    overdue: state === "waiting" && due !== null && now > due,
    request,
  };
}

function earlierOf(
  request: RightsRequest,
  { kind, problem, note }: GoingBack,
  lists: RightsLists,
  now: string,
): EarlierRequest {
  const view = viewOf(request, lists, now);
  if (view.sentOn === null)
    throw new VaultError(
      "refused",
      `Request ${request.id} was not sent yet.`,
      `When it was: candor rights sent ${request.id}`,
    );
  const told = problem ?? problemOf(view);
  if (told === null)
    throw new VaultError(
      "refused",
      view.due === null
        ? `The law as it is known here sets no time for request ${request.id}, so there is no cause for a ${kind} by itself.`
        : `The time for an answer to request ${request.id} ends on ${view.due}: there is no cause for a ${kind} yet.`,
      "If there is another one, name it: --problem",
    );
  const answer = request.events.findLast(({ what }) =>
    ["partial", "refused", "id-demanded", "extended", "answered"].includes(what),
  );
  return {
    sentOn: view.sentOn,
    articles: request.law.articles,
    unit: request.law.unit,
    to: request.to,
    dueOn: view.deadline?.due ?? null,
    problem: told,
    answerOn: answer?.on ?? null,
    answerNote: note ?? answer?.note ?? "",
  };
}

/** What a reminder or a complaint would be about by what was filed; null where there is no cause yet. */
export function problemOf({ request, overdue, deadline, state }: RequestView): Problem | null {
  const last = request.events.findLast(({ what }) => ["partial", "refused", "id-demanded", "answered"].includes(what));
  if (state !== "answered" && last && last.what !== "answered") return last.what as Problem;
  const extended = request.events.find(({ what }) => what === "extended");
  if (extended && deadline && extended.on > deadline.due) return "extended-late";
  return overdue ? "no-answer" : null;
}

async function recipientFor(
  { to, controllerFile }: LetterQuestion,
  lists: RightsLists,
  report: Awaited<ReturnType<typeof readFlowReport>> | null,
): Promise<RightsRecipient> {
  if (controllerFile !== undefined) return await recipientInFile(controllerFile);
  const companies = report === null ? [] : companiesIn(report);
  const asked = to ?? (companies.length === 1 ? companies[0]?.name : undefined);
  if (asked === undefined) {
    const names = companies.slice(0, 12).map(({ name, flows }) => `${name} (${flows})`);
    throw new VaultError(
      "refused",
      names.length === 0
        ? "To whom is the letter?"
        : `This report has connections to ${companies.length} companies: ${names.join(", ")}${companies.length > names.length ? " …" : ""}.`,
      "Name one: --to COMPANY",
    );
  }
  const found = findRecipient(asked, lists, report);
  if ("recipient" in found) return found.recipient;
  if ("several" in found)
    throw new VaultError("refused", `“${asked}” may be: ${found.several.join(", ")}.`, "Name one: --to COMPANY");
  return unlisted(asked, /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(asked) ? asked.toLowerCase() : null);
}

/** Where a complaint goes: an authority of the country, or the one that the law names. */
function authorityFor(
  { authority, country }: GoingBack,
  region: LawRegion,
  { authorities: { authorities }, authoritiesDate, laws }: RightsLists,
  now: string,
): RightsRecipient & { readonly language: string | null; readonly notes: readonly string[] } {
  const wanted = country?.toUpperCase() ?? (region === "GB" || region === "CH" ? region : undefined);
  const own = authorities.filter((each) => (authority ? each.slug === authority : each.country === wanted));
  const [only] = own;
  if (only && own.length === 1) {
    const source = only.sources[0] ?? only.web ?? "a source that is not named";
    return {
      ...unlisted(only.name, null),
      address: only.address,
      email: only.email,
      form: only.form,
      country: only.country,
      language: only.language,
      notes: [
        `The address of the authority is from datarequests.org, list of ${authoritiesDate}; read there from ${source}.`,
        ...only.notes,
      ],
    };
  }
  if (region === "EU" || authority !== undefined) {
    const names = own.map(({ slug, name }) => `${slug} (${name})`).join(", ");
    throw new VaultError(
      "refused",
      own.length > 1
        ? `There are several authorities in ${wanted}; the one where you live, or of the company's seat, is yours: ${names}.`
        : "To which authority? A complaint may go to that of the country where you live, work, or where it happened (Art. 77 GDPR).",
      own.length > 1
        ? "Name it: --authority ID"
        : "Name the country: --country DE. All of them: candor rights authorities",
    );
  }
  const named = lawOn(laws, region, now)?.authority;
  if (!named) throw new VaultError("refused", `No authority of ${lawRegions[region]} is known here.`);
  return {
    ...unlisted(named, null),
    language: null,
    notes: [`No address of ${named} is known here, and none is guessed: its own pages have it.`],
  };
}

function backTo({ to }: RightsRequest): RightsRecipient {
  return { ...unlisted(to.name, null), address: to.address, email: to.email, form: to.form, country: to.country };
}

function regionOf({ region }: RightsRequest): LawRegion {
  return Object.hasOwn(lawRegions, region) ? (region as LawRegion) : "EU";
}

/** The day by the clock of a place, yyyy-mm-dd. */
export function today({ now }: PrivatePlace): string {
  return new Date(now()).toISOString().slice(0, 10);
}
