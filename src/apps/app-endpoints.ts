/** Hosts that stand in the app's code and resources. That a host stands there is no proof that the app talks to it. */
export interface EndpointFacts {
  /** By name. */
  readonly hosts: readonly Endpoint[];
  /** How many more hosts there were than are kept. */
  readonly more: number;
  /** Addresses that only name a format (XML namespaces and the like) or serve as examples; they are left out. */
  readonly identifiers: number;
  /** Entries whose texts were searched. */
  readonly searched: readonly string[];
  /** What could not be searched, with the reason. */
  readonly missed: readonly string[];
}

/** One host. */
export interface Endpoint {
  readonly host: string;
  readonly kind: "name" | "address";
  /** An address in the own network or of the phone itself. */
  readonly local: boolean;
  /** Such as `https`; empty where only the name stands there. */
  readonly schemes: readonly string[];
  /** Whether an address without encryption (`http`, `ws`, `ftp`, `mqtt`, `rtmp`, `rtsp`) stands there. */
  readonly cleartext: boolean;
  /** Some of the addresses, shortened, without names and passwords. */
  readonly addresses: readonly string[];
  /** How many texts it was found in. */
  readonly seen: number;
  /** Entries that it was found in, up to ten. */
  readonly entries: readonly string[];
}

const maxHosts = 3000;
const maxAddresses = 5;
const maxEntries = 10;
const encrypted: ReadonlySet<string> = new Set(["https", "wss", "ftps", "mqtts"]);

/** Hosts of addresses that are names of formats, and hosts that are reserved for examples (RFC 2606, RFC 6761). */
const identifierHosts =
  /^(?:schemas\.(?:android|xmlsoap|openxmlformats|microsoft)\.(?:com|org)|(?:www\.)?w3\.org|(?:www\.)?xmlpull\.org|(?:www\.)?xml\.org|(?:www\.|xml\.)?apache\.org|java\.sun\.com|ns\.adobe\.com|purl\.org|json-schema\.org|relaxng\.org|schema\.org|javax\.xml(?:\.[a-z0-9.]+)?|dashif\.org|xmlns\.com|ogp\.me|(?:[a-z0-9-]+\.)?example\.(?:com|net|org)|[a-z0-9.-]*\.(?:example|invalid|test|localhost))$/;

interface Found {
  readonly schemes: Set<string>;
  readonly addresses: Set<string>;
  readonly entries: Set<string>;
  seen: number;
}

/** Gathers hosts while texts are searched. */
export class EndpointGatherer {
  readonly #hosts = new Map<string, Found>();
  readonly #searched: string[] = [];
  readonly #missed: string[] = [];
  #identifiers = 0;
  #more = 0;

  /** A host was found in this entry; with the address it stands in, where it stands in one. */
  add(entry: string, host: string, scheme?: string, address?: string): void {
    if (identifierHosts.test(host)) {
      this.#identifiers++;
      return;
    }
    let found = this.#hosts.get(host);
    if (!found) {
      if (this.#hosts.size >= maxHosts) {
        this.#more++;
        return;
      }
      found = { schemes: new Set(), addresses: new Set(), entries: new Set(), seen: 0 };
      this.#hosts.set(host, found);
    }
    found.seen++;
    if (scheme !== undefined) found.schemes.add(scheme);
    if (address !== undefined && found.addresses.size < maxAddresses) found.addresses.add(address);
    if (found.entries.size < maxEntries) found.entries.add(entry);
  }

  /** The texts of this entry were searched, or could not be. */
  done(entry: string, problem?: string): void {
    if (problem === undefined) this.#searched.push(entry);
    else this.#missed.push(`${entry}: ${problem}`);
  }

  /** The hosts so far, each with one of the entries that it was found in. */
  *each(): Generator<readonly [host: string, entry: string]> {
    for (const [host, { entries }] of this.#hosts) for (const entry of entries) yield [host, entry];
  }

  /** All that was gathered. @param redact takes out of addresses what is not to be shown. */
  facts(redact: (address: string) => string): EndpointFacts {
    const hosts = [...this.#hosts].map(([host, { schemes, addresses, entries, seen }]): Endpoint => {
      const address = /^[\d.]+$/.test(host);
      return {
        host,
        kind: address ? "address" : "name",
        local: address && isLocal(host),
        schemes: [...schemes],
        cleartext: [...schemes].some((scheme) => !encrypted.has(scheme)),
        addresses: [...new Set([...addresses].map(redact))],
        seen,
        entries: [...entries],
      };
    });
    hosts.sort((a, b) => (a.host < b.host ? -1 : 1));
    return {
      hosts,
      more: this.#more,
      identifiers: this.#identifiers,
      searched: this.#searched,
      missed: this.#missed,
    };
  }
}

/** RFC 1918, RFC 6890: own networks, the phone itself, links, and addresses that mean all or none. */
function isLocal(address: string): boolean {
  const [a = 0, b = 0] = address.split(".").map(Number);
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168)
  );
}
