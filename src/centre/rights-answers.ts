import { VaultError } from "../core/errors.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import { today } from "./rights.ts";
import {
  changeRequests,
  type EventToFile,
  keepAnswer,
  maxAnswer,
  noteEvent,
  oneOf,
  type RightsRequest,
  readRequests,
  tooLargeAnswer,
} from "./rights-requests.ts";

/** One event of a request, by its place among them. */
export interface EventOfRequest {
  readonly id: number;
  /** 0 for the first. */
  readonly event: number;
}

/** What was changed, with a sentence where the journal could not note it. */
export interface ChangedRequest {
  readonly request: RightsRequest;
  readonly unnoted: string | null;
}

/**
 * Keeps a file with something that was filed: the answer itself, a proof of sending.
 *
 * @throws VaultError `locked`, `damaged`, `absent`, `unwritable` for one that is too large, `refused` where there is one
 */
export async function attachAnswer(
  place: PrivatePlace,
  { id, event }: EventOfRequest,
  given: NonNullable<EventToFile["file"]>,
): Promise<ChangedRequest> {
  if (given.bytes.length > maxAnswer) throw tooLargeAnswer();
  const store = await openPrivate(place);
  const request = await changeRequests(place, async (all) => {
    const before = oneOf(all, id);
    const filed = before.events[event];
    if (!filed) throw noSuchEvent();
    if (filed.file !== null) throw new VaultError("refused", "There is a file with this already.");
    const file = await keepAnswer(store, { id, event }, given);
    const changed = { ...before, events: before.events.with(event, { ...filed, file }) };
    return { all: all.map((each) => (each.id === id ? changed : each)), changed };
  });
  return { request, unnoted: await noteEvent(place, request, request.events[event]) };
}

/** The file that was kept with an event, with the name that it came with. @throws VaultError `locked`, `damaged`, `absent` */
export async function readAnswer(
  place: PrivatePlace,
  { id, event }: EventOfRequest,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const file = oneOf(await readRequests(place), id).events[event]?.file;
  if (!file) throw noSuchEvent();
  const bytes = await (await openPrivate(place)).read(file.kept);
  if (bytes === undefined)
    throw new VaultError("absent", "This file is no longer where it was kept.", "Your own copy is not touched.");
  return { name: file.name, bytes };
}

/**
 * Deletes a request and the files that were kept with it. The journal keeps that it was, and notes that it was deleted.
 *
 * @throws VaultError `locked`, `damaged`, `absent`
 */
export async function deleteRequest(place: PrivatePlace, id: number): Promise<ChangedRequest> {
  const store = await openPrivate(place);
  const request = await changeRequests(place, async (all) => {
    const changed = oneOf(all, id);
    // The files first: whatever ends this here leaves a request that can be deleted again, and no file that nobody knows of.
    for (const { file } of changed.events) if (file) await store.remove(file.kept);
    return { all: all.filter((each) => each !== changed), changed };
  });
  return { request, unnoted: await noteEvent(place, request, { what: "deleted", on: today(place), file: null }) };
}

function noSuchEvent(): VaultError {
  return new VaultError("absent", "There is no such file with this request.");
}
