import { getDomain, getPublicSuffix } from "tldts";
import type { Companies } from "../feeds/companies.ts";
import type { ExodusTrackers } from "../feeds/exodus-trackers.ts";
import type { Company, PlatformFunction, RecipientDomain, Recipients } from "../feeds/recipients.ts";
import type { Tracker, TrackerPurpose, Trackers } from "../feeds/trackers.ts";
import { readIpAddress } from "../formats/read-ip-address.ts";
import { alternatives } from "../formats/regex-syntax.ts";

/** The lists that tell who a host belongs to, as published; those that were not fetched are null. */
export interface RecipientSources {
  readonly recipients: Recipients;
  readonly trackers: Trackers;
  readonly companies: Companies | null;
  readonly exodus: ExodusTrackers | null;
}

/** The same, made ready to be asked by `recipientLists`. */
export interface RecipientLists {
  readonly owners: ReadonlyMap<string, RecipientDomain>;
  readonly companies: ReadonlyMap<string, Company>;
  readonly byName: ReadonlyMap<string, Company>;
  readonly trackers: ReadonlyMap<string, Tracker>;
  readonly listed: ReadonlyMap<
    string,
    { readonly name: string; readonly category: string; readonly company: string | null }
  >;
  readonly exodus: ReadonlyMap<string, string>;
}

/** A country whose law reaches the operator, with the reason. */
export interface Jurisdiction {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** `seat`: where the operator sits; `parent`: where a company that owns it sits. */
  readonly because: "seat" | "parent";
  /** The company that sits there. */
  readonly company: string;
  readonly source: string;
  readonly confirmed: boolean;
}

/** Who gets what is sent to a host, as far as published lists tell. */
export interface Recipient {
  /** As asked, lower case, without a dot at the end. */
  readonly host: string;
  /** The part that is registered (eTLD+1), those under private suffixes too: `d111.cloudfront.net`; null for addresses and bare suffixes. */
  readonly domain: string | null;
  /** Null where no list has it. */
  readonly company: { readonly name: string; readonly known: Company | null } | null;
  /** Seat first, then owners, each country once; empty where none is known. */
  readonly jurisdictions: readonly Jurisdiction[];
  /**
   * `tracker`: is there to report on the person or the phone · `platform`: a function of the system · `hosting`: carries what others put
   * there · `content`: a company's own site or interface · `reserved`: a name for examples or one's own network, which belongs to no
   * company · `unknown`: no list tells.
   */
  readonly kind: "tracker" | "platform" | "hosting" | "content" | "reserved" | "unknown";
  /** Of trackers: most important first; empty where the list has only the name. */
  readonly purposes: readonly TrackerPurpose[];
  readonly platform: PlatformFunction | null;
  /** The domain in the list that decided; null where none did. */
  readonly matched: string | null;
  /** Ids of the feeds that have the host, the one that decided first. */
  readonly lists: readonly string[];
}

/** Makes the lists ready: domains to look up, names to find companies by. */
export function recipientLists({ recipients, trackers, companies, exodus }: RecipientSources): RecipientLists {
  return {
    owners: new Map(recipients.domains.map((row) => [row.domain, row])),
    companies: new Map(recipients.companies.map((row) => [row.id, row])),
    byName: new Map(recipients.companies.map((row) => [row.name.toLowerCase(), row])),
    trackers: new Map(trackers.trackers.flatMap((row) => row.hosts.map((host) => [host, row] as const)).reverse()),
    listed: listedDomains(companies),
    exodus: exodusDomains(exodus),
  };
}

/** Tells who a host belongs to: of all lists the most specific domain, and of equal ones Candor's own word first. Any text gets an answer. */
export function recipientOf(text: string, lists: RecipientLists): Recipient {
  const host = text.toLowerCase().replace(/\.$/, "");
  const isAddress = readIpAddress(host) !== null;
  const domain = isAddress || host.length > 253 ? null : getDomain(host, { allowPrivateDomains: true });
  const suffixes = isAddress ? [host] : suffixesOf(host);
  const blank: Recipient = {
    host,
    domain,
    company: null,
    jurisdictions: [],
    kind: !isAddress && isReserved(host) ? "reserved" : "unknown",
    purposes: [],
    platform: null,
    matched: null,
    lists: [],
  };
  if (blank.kind === "reserved") return blank;
  const found = suffixes.flatMap((suffix) => said(suffix, lists));
  const [first, ...others] = found;
  if (!first) return blank;
  // A domain of a company and a tracker below it are one: whoever is more specific says what it is for.
  const known = first.company ?? others.find(({ company, name }) => company && name === first.name)?.company ?? null;
  return {
    ...blank,
    company: { name: known?.name ?? first.name, known },
    jurisdictions: jurisdictionsOf(known, first, lists.companies),
    kind: first.kind,
    purposes: first.purposes,
    platform: first.platform,
    matched: first.domain,
    lists: [...new Set(found.map(({ list }) => list))],
  };
}

/** What one list says of one suffix. */
interface Said {
  readonly list: "recipients" | "trackers" | "companies" | "exodus-trackers";
  readonly domain: string;
  readonly name: string;
  readonly company: Company | null;
  /** Seat by the list, where it has one and the company is not known otherwise. */
  readonly country: string | null;
  readonly kind: "tracker" | "platform" | "hosting" | "content";
  readonly purposes: readonly TrackerPurpose[];
  readonly platform: PlatformFunction | null;
}

function said(domain: string, lists: RecipientLists): readonly Said[] {
  const rows: Said[] = [];
  const named = (name: string) => lists.byName.get(name.toLowerCase()) ?? null;
  const tracker = { domain, country: null, kind: "tracker", platform: null } as const;
  const owner = lists.owners.get(domain);
  if (owner) {
    const company = lists.companies.get(owner.company) ?? null;
    const { kind, purposes, platform } = owner;
    const name = company?.name ?? owner.company;
    rows.push({ list: "recipients", domain, name, company, country: null, kind, purposes, platform });
  }
  const known = lists.trackers.get(domain);
  if (known) {
    const { company: name, purposes, country = null } = known;
    rows.push({ ...tracker, list: "trackers", name, company: named(name), country, purposes });
  }
  const exodus = lists.exodus.get(domain);
  if (exodus !== undefined)
    rows.push({ ...tracker, list: "exodus-trackers", name: exodus, company: named(exodus), purposes: [] });
  const listed = lists.listed.get(domain);
  if (listed) {
    const name = listed.company ?? listed.name;
    rows.push({ ...tracker, list: "companies", name, company: named(name), ...kindOf(listed.category) });
  }
  return rows;
}

/** What AdGuard's categories mean; those that say nothing of a purpose are a company's own site. */
function kindOf(category: string): Pick<Said, "kind" | "purposes"> {
  switch (category) {
    case "advertising":
    case "pornvertising":
      return { kind: "tracker", purposes: ["advertising"] };
    case "site_analytics":
    case "mobile_analytics":
    case "telemetry":
      return { kind: "tracker", purposes: ["analytics"] };
    case "cdn":
    case "hosting":
      return { kind: "hosting", purposes: [] };
    default:
      return { kind: "content", purposes: [] };
  }
}

function jurisdictionsOf(
  known: Company | null,
  { name, country, list }: Said,
  companies: RecipientLists["companies"],
): readonly Jurisdiction[] {
  if (!known)
    return country === null
      ? []
      : [{ country, because: "seat", company: name, source: `list ${list} of Candor`, confirmed: false }];
  const rows: Jurisdiction[] = [];
  const seen = new Set<string>();
  for (let company: Company | undefined = known; company && !seen.has(company.id); ) {
    seen.add(company.id);
    const { seat, source, confirmed } = company;
    const because = company === known ? "seat" : "parent";
    if (seat !== null && !rows.some((row) => row.country === seat))
      rows.push({ country: seat, because, company: company.name, source, confirmed });
    company = company.parent === null ? undefined : companies.get(company.parent);
  }
  return rows;
}

/** `a.b.example.com` → itself, `b.example.com`, `example.com`, `com`; at most ten, the most specific first. */
function suffixesOf(host: string): readonly string[] {
  if (host.length > 253) return [];
  const labels = host.split(".");
  return labels.map((_, i) => labels.slice(i).join(".")).slice(0, 12);
}

/** Names that no company can have: RFC 2606, RFC 6761, RFC 6762, RFC 8375 and names without a dot. */
const reservedNames: ReadonlySet<string> = new Set([
  "example",
  "test",
  "invalid",
  "localhost",
  "local",
  "internal",
  "home.arpa",
  "onion",
  "example.com",
  "example.net",
  "example.org",
]);

function isReserved(host: string): boolean {
  return !host.includes(".") || suffixesOf(host).some((suffix) => reservedNames.has(suffix));
}

function listedDomains(companies: Companies | null): RecipientLists["listed"] {
  if (!companies) return new Map();
  return new Map(
    companies.domains.flatMap(([domain, place]) => {
      const tracker = companies.trackers[place];
      return tracker ? [[domain, tracker] as const] : [];
    }),
  );
}

/** Those of Exodus' signatures that are plain names; one that is a public suffix (`com`) would hold half of the internet. */
function exodusDomains(exodus: ExodusTrackers | null): RecipientLists["exodus"] {
  const found = new Map<string, string>();
  for (const { name, networkSignature } of exodus?.trackers ?? [])
    for (const part of alternatives(networkSignature)) {
      const domain = part
        .replace(/^\^|\$$/g, "")
        .replaceAll("\\.", ".")
        .replace(/^\.\*|^\.+/g, "")
        .replace(/^\./, "");
      const plain = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(domain);
      if (plain && getPublicSuffix(domain, { allowPrivateDomains: true }) !== domain && !found.has(domain))
        found.set(domain, name);
    }
  return found;
}
