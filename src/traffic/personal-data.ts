import type { ContentView, SeenPayload } from "./content-views.ts";
import { openContent } from "./content-views.ts";
import { excerptOf } from "./excerpt.ts";
import type { SeenRequest } from "./flow.ts";
import { findLiterals, type LiteralMatch } from "./known-literals.ts";
import { knownKinds } from "./known-values.ts";
import type { PersonalFindings, PersonalHit } from "./personal-hit.ts";
import { findPatterns } from "./personal-patterns.ts";
import type { PersonalSearch } from "./personal-search.ts";

/**
 * Searches one request, or the first bytes of a flow, for personal data: the owner's known values in every spelling, encoding and digest, and
 * what its name and form show to be personal. Content is hostile: time and memory are bounded, and what was not looked at is said.
 */
export async function searchPersonalData(
  content: SeenRequest | SeenPayload,
  search: PersonalSearch,
): Promise<PersonalFindings> {
  const { views, notSearched } = await openContent(content, search.unpack);
  const known = knownHits(views, search);
  const taken = new Set(known.map(({ place, path }) => `${place} ${path}`));
  const patterns = findPatterns(views).filter(({ place, path }) => !taken.has(`${place} ${path}`));
  return { hits: [...known, ...patterns], notSearched: [...notSearched, ...search.literals.limits] };
}

/** Hits of one request that are kept; a hostile one may repeat a value a million times. */
const mostHits = 2_000;

const groupedNumber = /^(?=.*[ ()./-])\+?[\d ()./-]{7,30}$/;

interface Found {
  readonly view: ContentView;
  readonly match: LiteralMatch;
}

function knownHits(views: readonly ContentView[], search: PersonalSearch): readonly PersonalHit[] {
  const found: Found[] = [];
  for (const view of views) {
    const here = new Set<string>();
    const visit = (match: LiteralMatch) => {
      const key = keyOf(match);
      if (here.has(key) || found.length >= 10 * mostHits) return;
      here.add(key);
      found.push({ view, match });
    };
    findLiterals(search.literals, view.bytes, visit);
    // Numbers are grouped in a hundred ways: 0170 / 12 34-567.
    if (view.text && groupedNumber.test(view.text))
      findLiterals(search.literals, new TextEncoder().encode(view.text.replace(/[^\d+]/g, "")), visit);
  }
  const deepest = innermost(found);
  const values = deepest.flatMap(({ view, match }) =>
    match.subject.of === "value" ? [valueHit(view, match, match.subject.index, search)] : [],
  );
  return unique([...values, ...placeHits(deepest), ...packageHits(deepest)]).slice(0, mostHits);
}

function keyOf({ subject, digest }: LiteralMatch): string {
  return `${subject.of} ${subject.index} ${digest}`;
}

/** Without what was found in a whole and then again in a part of it: the part tells more exactly where and how. */
function innermost(found: readonly Found[]): readonly Found[] {
  const covered = new Map<ContentView, Set<string>>();
  for (const { view, match } of found)
    for (let outer = view.parent; outer; outer = outer.parent) {
      const keys = covered.get(outer) ?? new Set();
      if (keys.has(keyOf(match))) break;
      covered.set(outer, keys.add(keyOf(match)));
    }
  return found.filter(({ view, match }) => !covered.get(view)?.has(keyOf(match)));
}

function valueHit(view: ContentView, match: LiteralMatch, index: number, { known }: PersonalSearch): PersonalHit {
  const { kind, value } = known.values[index] as PersonalSearch["known"]["values"][number];
  const [personal, property] = knownKinds[kind];
  const as = match.digest ? ` as ${digestNames[match.digest]}` : "";
  return {
    ...placed(view, match),
    kind: personal,
    property,
    confidence: match.digest || value.length >= 10 ? "certain" : value.length >= 7 ? "likely" : "possible",
    by: "known-value",
    known: index,
    excerpt: excerptOf(value),
    reason: `It is a value that was named as the owner's (${property})${as}.`,
  };
}

const digestNames = { md5: "its MD5", sha1: "its SHA-1", sha256: "its SHA-256" } as const;

/** Latitude and longitude of one known place in one request; one of them alone may be any number. */
function placeHits(found: readonly Found[]): readonly PersonalHit[] {
  const of = (axis: "latitude" | "longitude") => found.filter(({ match }) => match.subject.of === axis);
  return of("latitude").flatMap((north) => {
    const east = of("longitude").find(({ match }) => match.subject.index === north.match.subject.index);
    return east
      ? [north, east].map(({ view, match }) => ({
          ...placed(view, match),
          kind: "location" as const,
          property: match.subject.of,
          confidence: "certain" as const,
          by: "known-value" as const,
          known: null,
          excerpt: "•••",
          reason:
            "Latitude and longitude of a place that was named as the owner's, to three decimals (about 100 m) or finer.",
        }))
      : [];
  });
}

/** Installed apps: several in one list, or many in one request; one or two are no more than the app that sends and the shop it came from. */
function packageHits(found: readonly Found[]): readonly PersonalHit[] {
  const packages = found.filter(({ match }) => match.subject.of === "package");
  const lists = new Map<string, Found[]>();
  for (const one of packages) {
    const key = `${one.view.place} ${listPath(one.view.path)}`;
    const list = lists.get(key);
    if (list) list.push(one);
    else lists.set(key, [one]);
  }
  const hits = [...lists.values()].flatMap((list) => {
    const count = new Set(list.map(({ match }) => match.subject.index)).size;
    const [first] = list;
    return first && count >= 3 ? [packageHit(first, listPath(first.view.path), count)] : [];
  });
  const all = new Set(packages.map(({ match }) => match.subject.index)).size;
  const [first] = packages;
  return hits.length > 0 || all < 6 || !first ? hits : [packageHit(first, "", all)];
}

function packageHit({ view, match }: Found, path: string, count: number): PersonalHit {
  return {
    ...placed(view, match),
    path,
    kind: "installedApps",
    property: "installedApps",
    confidence: "certain",
    by: "known-value",
    known: null,
    excerpt: `${count} of the installed apps`,
    reason: `It names ${count} apps that are installed on the phone.`,
  };
}

/** The path of the list that an item is in: `apps[0].name` and `apps[1].name` are of one. */
function listPath(path: string): string {
  return path.replace(/\[\d+\]/g, "[*]");
}

function placed(view: ContentView, match: LiteralMatch) {
  return {
    place: view.place,
    path: view.path,
    encoding: [...view.encoding, ...match.encoding],
    digest: match.digest,
    references: [],
  };
}

function unique(hits: readonly PersonalHit[]): readonly PersonalHit[] {
  const key = ({ kind, property, place, path, encoding, digest, known }: PersonalHit) =>
    JSON.stringify([kind, property, place, path, encoding, digest, known]);
  return [...new Map(hits.map((hit) => [key(hit), hit])).values()];
}
