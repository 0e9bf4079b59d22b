import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { embeddedVendorEndpoints } from "./embedded/vendor-endpoints.ts";

/** One publication that reported what a host got. */
export interface EndpointReport {
  /** Who said it, on which phone or app, in words. */
  readonly by: string;
  /** yyyy, yyyy-mm or yyyy-mm-dd; null where it is not known. */
  readonly date: string | null;
  readonly url: string | null;
}

/** What was reported of a vendor's hosts once. It says what to look for, never that a phone does it now. */
export interface VendorEndpoint {
  readonly vendor: string;
  /** Exact hosts, or `*.` before a domain for all below it. */
  readonly hosts: readonly string[];
  /** Null for those of HTTPS. */
  readonly port: number | null;
  readonly paths: readonly string[];
  /** Name of the library or service; null where none is known. */
  readonly service: string | null;
  readonly packages: readonly string[];
  /** What was seen in it, or is said to be in it. */
  readonly reported: readonly string[];
  readonly reports: readonly EndpointReport[];
  readonly confidence: "high" | "medium" | "low";
  /** What others say against it, or what was not shown; null where nothing. */
  readonly dispute: string | null;
}

/** One study of phones of a vendor. */
export interface VendorStudy {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly url: string;
  readonly said: readonly string[];
  /** What it does not show; null where nothing is known. */
  readonly limit: string | null;
}

export interface VendorEndpoints {
  readonly endpoints: readonly VendorEndpoint[];
  readonly studies: readonly VendorStudy[];
}

/** What studies and others reported of hosts of phone makers, with when and how surely. */
export const vendorEndpoints = defineFeed<VendorEndpoints>({
  id: "vendor-endpoints",
  about: "What was reported of a phone maker's servers: by whom, when, how surely, and what was said against it",
  publisher: "Candor",
  licence: "Apache-2.0",
  homepage: "https://doi.org/10.1371/journal.pone.0279942",
  files: {},
  parse: () => {
    throw new FormatError("vendor-endpoints", "this list comes with Candor and is not published elsewhere");
  },
  count: ({ endpoints, studies }) => endpoints.length + studies.length,
  embedded: embeddedVendorEndpoints,
});
