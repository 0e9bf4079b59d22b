import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { embeddedPreinstalled } from "./embedded/preinstalled.ts";

/** One package that comes with phones: what it does, and what is lost without it. */
export interface PreinstalledPackage {
  readonly name: string;
  /** Who makes it. */
  readonly maker: string;
  /** Goes on after "It". */
  readonly does: string;
  /** What the owner loses without it, as a sentence. */
  readonly cost: string;
  /** What it sends to its maker or others without being used; null where nothing of the kind is known. */
  readonly collects: "use of the phone" | "faults and logs" | "advertising" | null;
  /**
   * `removable`: nothing else needs it; `with-care`: something may stop working; `expert`: something that the phone itself needs may stop;
   * `never`: the phone may not start or not be usable without it, and Candor leaves it alone.
   */
  readonly removal: "removable" | "with-care" | "expert" | "never";
  /** How what is said of it is known: from its maker or its source code, from owners who removed it, or from its name alone. */
  readonly evidence: "documented" | "reported" | "by-name";
  /** An address where it can be looked up. */
  readonly source: string;
  /** Packages of the list that need it. */
  readonly neededBy: readonly string[];
}

export interface PreinstalledPackages {
  readonly packages: readonly PreinstalledPackage[];
}

/**
 * Packages that come with phones, written for Candor. That a package can be removed is what owners and projects that remove them
 * report; no list can know every model, so nothing here is tried on the phone in hand.
 */
export const preinstalledPackages = defineFeed<PreinstalledPackages>({
  id: "preinstalled-packages",
  about: "Packages that come with phones: what each does, what it sends, what removing it costs",
  publisher: "Candor",
  licence: "Apache-2.0",
  homepage: "https://arxiv.org/abs/1905.02713",
  files: {},
  parse: () => {
    throw new FormatError("preinstalled-packages", "this list comes with Candor and is not published elsewhere");
  },
  count: ({ packages }) => packages.length,
  embedded: embeddedPreinstalled,
});
