import { FormatError } from "../core/errors.ts";
import type { ExodusTrackers } from "../feeds/exodus-trackers.ts";
import { sameTracker } from "../feeds/same-tracker.ts";
import type { Trackers } from "../feeds/trackers.ts";
import { type ClassTree, compileSignatures } from "../formats/class-tree.ts";
import { compilePatterns, type PatternSet } from "../formats/pattern-set.ts";
import { alternatives, readRegex } from "../formats/regex-syntax.ts";
import { compileTextSearch, type TextSearch } from "./text-search.ts";

/** A tracker as the lists together describe it; null and empty where none of them says. */
export interface KnownTracker {
  readonly name: string;
  /** What other lists call it. */
  readonly aliases: readonly string[];
  readonly company: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** In the words of the list that gives them. */
  readonly purposes: readonly string[];
  /** Ids of the feeds that know it. */
  readonly lists: readonly string[];
}

/** The values of the feeds that trackers are taken from, by their ids. */
export interface TrackerLists {
  readonly "exodus-trackers"?: ExodusTrackers;
  readonly trackers?: Trackers;
}

/** Trackers made ready to be looked for: make it once for many apps. It learns while it is used: not to be shared among threads. */
export interface TrackerSet {
  readonly lists: readonly { readonly id: string; readonly entries: number }[];
  readonly known: readonly KnownTracker[];
  /** Signatures by place in `known`: names of packages, and expressions as Exodus searches for them. */
  readonly prefixes: ClassTree;
  readonly expressions: ClassTree;
  /** Hosts: what is looked for in texts, and whose they are. */
  readonly domains: readonly TrackerDomain[];
  readonly search: TextSearch;
  /** Expressions over host names that are no plain domain. */
  readonly hostPatterns: PatternSet;
  readonly hostPatternOwners: readonly number[];
  /** Parts of the lists that are not looked for, and why. */
  readonly leftOut: readonly { readonly tracker: string; readonly part: string; readonly why: string }[];
}

/** A domain of trackers. */
export interface TrackerDomain {
  readonly domain: string;
  /** Only names below it count. */
  readonly below: boolean;
  /** Places in `TrackerSet.known`. */
  readonly owners: readonly number[];
}

interface Draft {
  name: string;
  readonly aliases: string[];
  company: string | null;
  country: string | null;
  purposes: readonly string[];
  readonly lists: string[];
  readonly prefixes: string[];
  readonly expressions: string[];
  readonly hosts: string[];
  readonly hostExpressions: string[];
}

/** Hosts of whole companies and of rented computers: a text with such a name tells of no tracker. */
const tooGeneral: ReadonlySet<string> = new Set(
  "google.com facebook.com amazonaws.com cloudfront.net twitter.com x.com github.com apple.com microsoft.com linkedin.com baidu.com qq.com yahoo.com yandex.ru mail.ru vk.com herokuapp.com azurewebsites.net windows.net googleapis.com gstatic.com youtube.com instagram.com amazon.com adobe.com salesforce.com oracle.com ibm.com".split(
    " ",
  ),
);

/** Puts the lists together, what two of them know into one, and makes them ready. */
export function compileTrackers(lists: TrackerLists): TrackerSet {
  const byName = new Map<string, Draft>();
  const exodus = lists["exodus-trackers"];
  const own = lists.trackers;
  for (const { name, company, country, purposes, classPrefixes, hosts } of own?.trackers ?? []) {
    const draft = draftOf(byName, name, "trackers");
    Object.assign(draft, { company, country: country ?? null, purposes });
    draft.prefixes.push(...classPrefixes);
    draft.hosts.push(...hosts);
  }
  const same = sameTracker(own?.trackers ?? []);
  for (const { name, categories, codeSignature, networkSignature } of exodus?.trackers ?? []) {
    const draft = draftOf(byName, same(name, codeSignature)?.name ?? name, "exodus-trackers");
    if (draft.name.toLowerCase() !== name.toLowerCase() && !draft.aliases.includes(name)) draft.aliases.push(name);
    if (draft.purposes.length === 0) draft.purposes = categories;
    if (codeSignature !== "") draft.expressions.push(codeSignature);
    draft.hostExpressions.push(...alternatives(networkSignature).map((part) => part.trim()));
  }
  const drafts = [...byName.values()];
  const prefixes = compileSignatures(
    drafts.map((draft) => draft.prefixes.join("|")),
    false,
  );
  const expressions = compileSignatures(drafts.map((draft) => draft.expressions.join("|")));
  const nameOf = (owner: number) => drafts[owner]?.name ?? "";
  const leftOut = [...prefixes.refused, ...expressions.refused].map(({ signature, part, why }) => ({
    tracker: nameOf(signature),
    part,
    why,
  }));
  const hosts = hostsOf(drafts, (owner, part, why) => leftOut.push({ tracker: nameOf(owner), part, why }));
  return {
    lists: [
      ...(own ? [{ id: "trackers", entries: own.trackers.length }] : []),
      ...(exodus ? [{ id: "exodus-trackers", entries: exodus.trackers.length }] : []),
    ],
    known: drafts.map(({ name, aliases, company, country, purposes, lists: ids }) => ({
      name,
      aliases,
      company,
      country,
      purposes,
      lists: ids,
    })),
    prefixes,
    expressions,
    ...hosts,
    search: compileTextSearch(hosts.domains.map(({ domain }) => domain)),
    leftOut,
  };
}

function draftOf(byName: Map<string, Draft>, name: string, list: string): Draft {
  const key = name.toLowerCase();
  const draft = byName.get(key) ?? {
    name,
    aliases: [],
    company: null,
    country: null,
    purposes: [],
    lists: [],
    prefixes: [],
    expressions: [],
    hosts: [],
    hostExpressions: [],
  };
  byName.set(key, draft);
  if (!draft.lists.includes(list)) draft.lists.push(list);
  return draft;
}

function hostsOf(drafts: readonly Draft[], refuse: (owner: number, part: string, why: string) => void) {
  const domains = new Map<string, { readonly domain: string; readonly below: boolean; readonly owners: Set<number> }>();
  const patterns: { readonly places: ReturnType<typeof readRegex>; readonly owner: number }[] = [];
  const add = (owner: number, domain: string, below: boolean, part: string) => {
    if (tooGeneral.has(domain)) return refuse(owner, part, "this host serves far more than trackers");
    const key = `${below} ${domain}`;
    const known = domains.get(key) ?? { domain, below, owners: new Set<number>() };
    known.owners.add(owner);
    domains.set(key, known);
  };
  for (const [owner, { hosts, hostExpressions }] of drafts.entries()) {
    for (const host of hosts) add(owner, host.toLowerCase(), false, host);
    for (const part of hostExpressions) {
      if (part === "") continue;
      const plain = plainDomain(part);
      if (plain) add(owner, plain.domain, plain.below, part);
      else
        try {
          patterns.push({ places: readRegex(part), owner });
        } catch (error) {
          if (!(error instanceof FormatError)) throw error;
          refuse(owner, part, error.message);
        }
    }
  }
  return {
    domains: [...domains.values()].map(({ owners, ...rest }): TrackerDomain => ({ ...rest, owners: [...owners] })),
    hostPatterns: compilePatterns(patterns.map(({ places }) => places)),
    hostPatternOwners: patterns.map(({ owner }) => owner),
  };
}

/** The domain that an expression means: a dot stands for a dot, and before it anything may stand. */
function plainDomain(part: string): { readonly domain: string; readonly below: boolean } | undefined {
  const text = part.replaceAll("\\.", ".").replaceAll("\\-", "-").toLowerCase().replace(/^\.\*/, "");
  const domain = text.replace(/^\./, "");
  const isDomain = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}$/.test(domain);
  return isDomain ? { domain, below: text !== domain } : undefined;
}
