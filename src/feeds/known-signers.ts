import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { embeddedKnownSigners } from "./embedded/known-signers.ts";

/** A package whose signer is published: whoever signs it otherwise is somebody else. */
export interface KnownSigner {
  readonly package: string;
  /** Who makes the app, or whose project it is. */
  readonly maker: string;
  /** SHA-256 of each certificate that it is handed out with, by the maker or a shop that builds it itself, lower case. */
  readonly certificates: readonly string[];
  /** Where they are published. */
  readonly source: string;
}

export interface KnownSigners {
  readonly signers: readonly KnownSigner[];
}

/**
 * Certificates of apps that are often copied, from published lists. A maker may have keys that no list has (for another shop, or new
 * ones), so that another signer means: not the one that is known.
 */
export const knownSigners = defineFeed<KnownSigners>({
  id: "known-signers",
  about: "Who signs apps that are often copied: package names with the certificates that are published for them",
  publisher: "Candor",
  licence: "Apache-2.0",
  homepage: "https://developer.android.com/identity/sign-in/privileged-apps",
  files: {},
  parse: () => {
    throw new FormatError("known-signers", "this list comes with Candor and is not published elsewhere");
  },
  count: ({ signers }) => signers.length,
  embedded: embeddedKnownSigners,
});
