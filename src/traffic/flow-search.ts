import { adapters } from "./adapters/index.ts";
import { applyAdapters } from "./apply-adapters.ts";
import type { SeenPayload } from "./content-views.ts";
import type { Flow, SeenRequest } from "./flow.ts";
import { searchPersonalData } from "./personal-data.ts";
import type { FlowHit, PersonalFindings, PersonalHit } from "./personal-hit.ts";
import type { PersonalSearch } from "./personal-search.ts";

/** What was found in one flow, and what could not be looked at. */
export interface FlowFindings {
  readonly hits: readonly FlowHit[];
  readonly notSearched: readonly string[];
}

/** Something else that knows endpoints: `centre/trackhar-adapter.ts`. */
export type RequestReader = (request: SeenRequest) => Promise<PersonalFindings>;

/**
 * Searches all that is to be seen of a flow: its requests, its first bytes, the name of its host. Joins what known values, adapters, `readers`
 * and names and forms say of one place into one hit.
 */
export async function searchFlow(
  flow: Pick<Flow, "host" | "requests" | "payload">,
  search: PersonalSearch,
  readers: readonly RequestReader[] = [],
): Promise<FlowFindings> {
  const hits: FlowHit[] = [];
  const notSearched = new Set<string>();
  const add = (found: PersonalFindings, request: number | null) => {
    for (const hit of found.hits) hits.push({ ...hit, request });
    for (const reason of found.notSearched) notSearched.add(reason);
  };
  if (flow.requests.length === 0 || flow.payload)
    add(await searchContent({ host: flow.host, payload: flow.payload }, search, []), null);
  for (const [at, request] of flow.requests.entries()) add(await searchContent(request, search, readers), at);
  return { hits, notSearched: [...notSearched] };
}

/** The same for one request or payload. */
export async function searchContent(
  content: SeenRequest | SeenPayload,
  search: PersonalSearch,
  readers: readonly RequestReader[] = [],
): Promise<PersonalFindings> {
  const own = await searchPersonalData(content, search);
  const adapted = await applyAdapters(content, adapters, search.unpack);
  const notSearched = new Set(own.notSearched);
  const read: PersonalHit[] = [];
  if ("method" in content)
    for (const reader of readers) {
      const found = await reader(content);
      read.push(...found.hits);
      for (const reason of found.notSearched) notSearched.add(reason);
    }
  return { hits: joined([...own.hits, ...adapted, ...read]), notSearched: [...notSearched] };
}

const ranks = { "known-value": 0, adapter: 1, trackhar: 2, pattern: 3 } as const;

/**
 * One hit for one value: the owner's known values win over what adapters know, and those over names and forms. Different classes in one place
 * stay beside each other (an address that was visited and holds an identifier), but what only has a form gives way to all others.
 */
function joined(hits: readonly PersonalHit[]): readonly PersonalHit[] {
  const kept: PersonalHit[] = [];
  const atPlace = new Map<string, PersonalHit[]>();
  for (const hit of hits.toSorted((a, b) => ranks[a.by] - ranks[b.by])) {
    const place = `${hit.place} ${hit.path.replace(/\[[\d*]+\]|\.(?:\d+|\*)(?![^.])/g, "").toLowerCase()}`;
    const here = atPlace.get(place) ?? [];
    const before = here.filter(({ by }) => by !== hit.by);
    if (before.some(({ kind }) => kind === hit.kind || hit.by === "pattern" || isIdentifier(kind, hit.kind))) continue;
    atPlace.set(place, [...here, hit]);
    kept.push(hit);
  }
  return kept;
}

const identifiers: ReadonlySet<string> = new Set([
  "advertisingId",
  "developerScopedId",
  "deviceId",
  "installationId",
  "userId",
  "otherIdentifier",
]);

/** Both are identifiers: what the value is known to be says more than what the place is meant for. */
function isIdentifier(a: string, b: string): boolean {
  return identifiers.has(a) && identifiers.has(b);
}
