/** A published list: where it comes from, how it may be used, how it is read. One file in `feeds/` defines one. */
export interface Feed<T> {
  readonly kind: "feed";
  readonly id: string;
  /** One sentence: what the list holds. */
  readonly about: string;
  readonly publisher: string;
  /** SPDX expression or the publisher's own words. */
  readonly licence: string;
  /** The publisher's page, for people. */
  readonly homepage: string;
  /** Files to fetch, by the name they are stored under. */
  readonly files: Readonly<Record<string, FeedFile>>;
  /** Further files which the fetched ones name (an index of sets). One that the publisher does not have is left out. */
  readonly follow?: (files: Readonly<Record<string, string>>) => Readonly<Record<string, FeedFile>>;
  /**
   * Reads the fetched files, by name. Pure; throws FormatError for anything that is not this list.
   * A list in which nothing is found is refused: the old one stays.
   */
  readonly parse: (files: Readonly<Record<string, string>>) => T;
  /** The list's own date, yyyy-mm-dd, where the files tell; null otherwise. */
  readonly published?: (files: Readonly<Record<string, string>>) => string | null;
  /** How many entries the list has, for `candor feeds list` and to refuse a list that shrank to nothing. */
  count(value: T): number;
  /** The small set built into Candor, with its date (yyyy-mm-dd); null where there is none. */
  readonly embedded: { readonly date: string; readonly value: T } | null;
}

/** One file of a feed: where it is published, and how many bytes it may have. */
export interface FeedFile {
  readonly url: string;
  readonly maxBytes: number;
}

/** Defines a feed; the type of its value flows from `parse`. */
export function defineFeed<T>(feed: Omit<Feed<T>, "kind">): Feed<T> {
  return { kind: "feed", ...feed };
}

/** A feed as loaded for one judgement: the value with where and when it is from. */
export interface LoadedFeed {
  readonly id: string;
  /** "embedded" or "updated". */
  readonly origin: "embedded" | "updated";
  /** yyyy-mm-dd of the list. */
  readonly date: string;
  readonly sha256: string | null;
  readonly entries: number;
  readonly value: unknown;
}
