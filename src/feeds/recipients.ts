import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { embeddedRecipients } from "./embedded/recipients.ts";
import type { TrackerPurpose } from "./trackers.ts";

/** What a phone's system asks servers for by itself: each, in words that go on after "This address is there ". */
export const platformFunctions = {
  "check-in": "for the phone to report itself to the maker of its system, and to learn what it should fetch",
  "captive-portal": "to find out whether the network leads to the internet",
  push: "to keep the connection by which all apps get their messages",
  update: "to fetch updates of the system or of apps",
  time: "to set the clock",
  "safe-browsing": "to compare pages and files with lists of dangerous ones",
  certificates: "to learn whether a certificate was withdrawn",
  account: "to sign in to an account, and to keep it in step",
  location: "to find the place of the phone by satellites, networks and cells",
  dns: "to learn the address of a name",
  attestation: "to prove that the phone is a real and unchanged one",
} as const;

/** One function of the platform, out of a closed set. */
export type PlatformFunction = keyof typeof platformFunctions;

/** Who runs servers: a company or a project, and whose law it is under. */
export interface Company {
  /** Lower case with dashes; what the other rows refer to. */
  readonly id: string;
  readonly name: string;
  /** Legal seat, ISO 3166-1 alpha-2; null where it is not certain. */
  readonly seat: string | null;
  /** Id of the company that owns it; null where there is none, or none is known. */
  readonly parent: string | null;
  /** Its own establishment in the EU or EEA, as it names one; null where none is known, which does not mean that there is none. */
  readonly establishment: { readonly name: string; readonly country: string } | null;
  /** Name of its record at datarequests.org, from which a letter takes the address; null where there is none. */
  readonly contact: string | null;
  /** Where seat, owner and establishment are published. */
  readonly source: string;
  /** Whether it was compared with that source; what was not is general knowledge. */
  readonly confirmed: boolean;
}

/** One domain, or one host, with everything below it. */
export interface RecipientDomain {
  /** Lower case: `miui.com`, `tracking.miui.com`, or an IPv4 address. */
  readonly domain: string;
  /** Id of a company. */
  readonly company: string;
  /**
   * `tracker`: is there to report on the person or the phone; `platform`: a function of the system; `hosting`: carries what others put
   * there; `content`: the company's own site, shop or interface.
   */
  readonly kind: "tracker" | "platform" | "hosting" | "content";
  /** Of trackers only: most important first; never empty then. */
  readonly purposes: readonly TrackerPurpose[];
  /** Of platform functions only. */
  readonly platform: PlatformFunction | null;
}

export interface Recipients {
  readonly companies: readonly Company[];
  readonly domains: readonly RecipientDomain[];
}

/** Companies that apps and phones talk to, where they sit, and what their domains are for; written for Candor. */
export const recipients = defineFeed<Recipients>({
  id: "recipients",
  about:
    "Who runs the servers that phones talk to, where the company sits, and which addresses are functions of the system",
  publisher: "Candor",
  licence: "Apache-2.0",
  homepage: "https://www.rfc-editor.org/rfc/rfc1591",
  files: {},
  parse: () => {
    throw new FormatError("recipients", "this list comes with Candor and is not published elsewhere");
  },
  count: ({ companies, domains }) => companies.length + domains.length,
  embedded: embeddedRecipients,
});
