import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { VaultError } from "../core/errors.ts";
import { letterKinds } from "../report/letter.ts";
import { takeLock } from "./folder-lock.ts";
import { noteInJournal } from "./journal-notes.ts";
import { openPrivate, type PrivatePlace, type PrivateStore } from "./private-store.ts";

/** Shape of the file in which requests are kept. */
export const requestsSchema = "candor.rights/1";

/** What can happen to a request, in the words that a person types. */
export const requestEvents = [
  "written",
  "sent",
  "confirmed", // they wrote that it arrived
  "extended", // they want more time
  "answered", // in full, as far as the person can tell
  "partial",
  "refused",
  "id-demanded", // they want a document of identity
  "reminded",
  "complained",
  "decided", // the authority did
  "closed",
] as const;
export type RequestEvent = (typeof requestEvents)[number];

/** Where a request stands. */
export type RequestState = "written" | "waiting" | "contested" | "answered" | "complained" | "decided" | "closed";

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const text = z.string().max(100_000);
const party = z.object({ name: text, address: text.nullable(), email: text.nullable() });
const time = z.number().nullable();
/** One request as it is kept. */
export const requestShape = z.object({
  id: z.number().int().positive(),
  kind: z.enum(letterKinds),
  region: text,
  language: text,
  from: party,
  to: party.extend({ form: text.nullable(), country: text.nullable() }),
  law: z.object({
    region: text,
    name: text,
    unit: z.enum(["article", "section", "rule"]),
    articles: z.array(text),
    reply: z.object({ amount: z.number(), unit: z.enum(["hours", "days", "months"]) }).nullable(),
  }),
  letter: z.object({ subject: text, sha256: text }),
  evidence: z
    .object({
      device: text.nullable(),
      from: time,
      to: time,
      records: z.array(z.object({ file: text, bytes: z.number(), sha256: text.nullable() })),
      hosts: z.array(
        z.object({
          host: text,
          connections: z.number(),
          first: time,
          last: time,
          apps: z.array(text),
          clear: z.number(),
          beforeChoice: z.number(),
          afterRefusal: z.number(),
          data: z.array(text),
          country: text.nullable(),
          placeFrom: z.object({ source: text, date: text }).nullable(),
        }),
      ),
    })
    .nullable(),
  events: z
    .array(
      z.object({
        what: z.enum(requestEvents),
        on: day,
        /** When it was filed. */
        at: text,
        note: text,
        file: z.object({ name: text, kept: text, bytes: z.number(), sha256: text }).nullable(),
      }),
    )
    .min(1),
});
const fileShape = z.object({
  schema: z.literal(requestsSchema),
  requests: z.array(requestShape),
  /** The highest number that was ever given: none stands for two requests, even where one was deleted. */
  last: z.number().int().nonnegative().default(0),
});
type RequestsFile = Pick<z.infer<typeof fileShape>, "requests" | "last">;

/** One request, from its letter to its end. */
export type RightsRequest = z.infer<typeof requestShape>;
/** One thing that happened to it. */
export type FiledEvent = RightsRequest["events"][number];

const file = "rights/requests.json";
/** Bytes of one answer. */
export const maxAnswer = 64 * 1024 * 1024;

/** What may come next. */
const next: Readonly<Record<RequestState, readonly RequestEvent[]>> = {
  written: ["sent", "closed"],
  waiting: [
    "confirmed",
    "extended",
    "answered",
    "partial",
    "refused",
    "id-demanded",
    "reminded",
    "complained",
    "closed",
  ],
  contested: ["extended", "answered", "partial", "refused", "id-demanded", "reminded", "complained", "closed"],
  answered: ["partial", "reminded", "complained", "closed"],
  complained: ["answered", "partial", "refused", "decided", "closed"],
  decided: ["closed"],
  closed: [],
};

/** What may happen to a request now. */
export function mayFollow(request: Pick<RightsRequest, "events">): readonly RequestEvent[] {
  return next[stateOf(request)];
}

/** Where a request stands by what happened. */
export function stateOf({ events }: Pick<RightsRequest, "events">): RequestState {
  let state: RequestState = "written";
  for (const { what } of events) state = after(state, what);
  return state;
}

/** Why something cannot have happened to a request that stands so, in a sentence; null where it can. */
export function refusal(request: RightsRequest, what: RequestEvent): string | null {
  const state = stateOf(request);
  if (next[state].includes(what)) return null;
  const can = next[state].join(", ");
  return `Request ${request.id} is ${state}: “${what}” cannot follow${can === "" ? "" : `, only ${can}`}.`;
}

/** All requests, by number. @throws VaultError `locked`, `damaged` */
export async function readRequests(place: PrivatePlace): Promise<readonly RightsRequest[]> {
  return (await requestsIn(await openPrivate(place))).requests;
}

/** Files a new request, and notes it in the journal. Gives it with a sentence where that could not be noted. */
export async function fileRequest(
  place: PrivatePlace,
  request: Omit<RightsRequest, "id">,
): Promise<{ readonly request: RightsRequest; readonly unnoted: string | null }> {
  const filed = await changeRequests(place, (all, last) => {
    const id = last + 1;
    const request_ = { ...request, id };
    return { all: [...all, request_], changed: request_ };
  });
  return { request: filed, unnoted: await noteEvent(place, filed, filed.events.at(-1)) };
}

/** What a person files of an event. */
export interface EventToFile {
  readonly what: RequestEvent;
  /** yyyy-mm-dd. */
  readonly on: string;
  readonly note: string;
  /** What came or went, kept beside the request. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/**
 * Files that something happened to a request.
 *
 * @throws VaultError `locked`, `damaged`, `absent` where there is no such request, `refused` where it cannot follow
 */
export async function fileEvent(
  place: PrivatePlace,
  id: number,
  { what, on, note: words, file: given }: EventToFile,
): Promise<{ readonly request: RightsRequest; readonly unnoted: string | null }> {
  if (given && given.bytes.length > maxAnswer) throw tooLargeAnswer();
  const store = await openPrivate(place);
  const at = new Date(place.now()).toISOString();
  const changed = await changeRequests(place, async (all) => {
    const request = oneOf(all, id);
    const refused = refusal(request, what);
    if (refused !== null) throw new VaultError("refused", refused);
    const before = request.events.at(-1);
    if (before && on < before.on)
      throw new VaultError("refused", `That was before ${before.on}, when “${before.what}” was.`);
    const kept = given ? await keepAnswer(store, { id, event: request.events.length }, given) : null;
    const moved = { ...request, events: [...request.events, { what, on, at, note: words, file: kept }] };
    return { all: all.map((each) => (each.id === id ? moved : each)), changed: moved };
  });
  return { request: changed, unnoted: await noteEvent(place, changed, changed.events.at(-1)) };
}

/** The error of a file that is not kept. */
export function tooLargeAnswer(): VaultError {
  return new VaultError(
    "unwritable",
    "The file is too large to be kept here.",
    "Keep it yourself, and say in the note where it lies.",
  );
}

function after(state: RequestState, what: RequestEvent): RequestState {
  switch (what) {
    case "written":
      return "written";
    case "sent":
      return "waiting";
    case "confirmed":
    case "extended":
    case "reminded":
      return state === "written" ? "waiting" : state;
    case "answered":
      return "answered";
    case "partial":
    case "refused":
    case "id-demanded":
      return "contested";
    case "complained":
      return "complained";
    case "decided":
      return "decided";
    case "closed":
      return "closed";
  }
}

/** Keeps a file beside an event of a request, by its number. */
export async function keepAnswer(
  store: PrivateStore,
  { id, event }: { readonly id: number; readonly event: number },
  { name, bytes }: NonNullable<EventToFile["file"]>,
): Promise<NonNullable<FiledEvent["file"]>> {
  const ending = /\.[a-z\d]{1,8}$/i.exec(name)?.[0]?.toLowerCase() ?? "";
  const kept = `rights/answers/${id}-${event}${ending}`;
  await store.write(kept, bytes);
  return { name, kept, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** The request of a number. @throws VaultError `absent` */
export function oneOf(all: readonly RightsRequest[], id: number): RightsRequest {
  const request = all.find((each) => each.id === id);
  if (!request) throw new VaultError("absent", `There is no request ${id}.`, "See them all: candor rights list");
  return request;
}

interface Changed {
  readonly all: readonly RightsRequest[];
  readonly changed: RightsRequest;
}

/** Changes what is kept of requests. Two Candors at once would lose one of two requests: they wait for each other. */
export async function changeRequests(
  place: PrivatePlace,
  change: (all: readonly RightsRequest[], last: number) => Changed | Promise<Changed>,
): Promise<RightsRequest> {
  const folder = join(place.dataFolder, "rights");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const release = await takeLock(join(folder, "requests.lock"), new Date(place.now()));
  try {
    const store = await openPrivate(place);
    const before = await requestsIn(store);
    const { all, changed } = await change(before.requests, before.last);
    const last = highest(all, before.last);
    await store.write(file, `${JSON.stringify({ schema: requestsSchema, requests: all, last }, null, 1)}\n`);
    return changed;
  } finally {
    await release();
  }
}

function highest(all: readonly RightsRequest[], last: number): number {
  return all.reduce((most, { id }) => Math.max(most, id), last);
}

async function requestsIn(store: PrivateStore): Promise<RequestsFile> {
  const kept = await store.readText(file);
  if (kept === undefined) return { requests: [], last: 0 };
  const damaged = new VaultError(
    "damaged",
    "What is kept of your requests is damaged.",
    `It lies at ${store.pathOf(file)}`,
  );
  let document: unknown;
  try {
    document = JSON.parse(kept);
  } catch {
    throw damaged;
  }
  const read = fileShape.safeParse(document);
  if (!read.success) throw damaged;
  const { requests, last } = read.data;
  return { requests, last: highest(requests, last) };
}

/**
 * Notes an event of a request in the journal; the entry names the matter and digests, never what the letter says. Gives a sentence where that
 * could not be done.
 */
export async function noteEvent(
  place: PrivatePlace,
  request: RightsRequest,
  event: (Pick<FiledEvent, "on" | "file"> & { readonly what: FiledEvent["what"] | "deleted" }) | undefined,
): Promise<string | null> {
  const { id, kind, to, letter } = request;
  if (!event) return null;
  const about = `Request ${id} (${kind}) to ${to.name}: ${event.what} on ${event.on}`;
  const body = {
    about,
    request: id,
    what: event.what,
    on: event.on,
    letter: letter.sha256,
    file: event.file?.sha256 ?? null,
  };
  return await noteInJournal(place, [{ kind: "rights", body }]);
}
