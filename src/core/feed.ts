import type { Json } from "./json.ts";

/** Readers that stand on a library, handed to a feed so that the library is loaded only when a list is read. */
export interface ListReaders {
  /** One document of maps without a prototype, lists, text and null; throws FormatError. */
  readonly yaml: (text: string) => Json;
}

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
  readonly follow?: (
    files: Readonly<Record<string, string>>,
    readers: ListReaders,
  ) => Readonly<Record<string, FeedFile>>;
  /**
   * Reads the fetched files, by name. Pure; throws FormatError for anything that is not this list.
   * A list in which nothing is found is refused: the old one stays. An update calls it and stores the value as JSON, so words from
   * outside belong into lists and not into keys, which would have a prototype when they are read back.
   */
  readonly parse: (files: Readonly<Record<string, string>>, readers: ListReaders) => T;
  /** Increased whenever `parse` gives another shape or reads more: stored lists are then read again. */
  readonly version: number;
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
  /** Where it is a zip of JSON documents: what is kept of them, one a line, is the file. */
  readonly zipped?: ZippedDocuments;
  /** One that adds to the list: where it cannot be fetched, or is not what it should be, the list comes without it, and that is said. */
  readonly optional?: true;
}

/** A zip of JSON documents, of which few members are of use. */
export interface ZippedDocuments {
  readonly maxEntries: number;
  readonly maxEntryBytes: number;
  /** What is kept of one; null for nothing. Pure; throws FormatError for what is no such document. */
  readonly keep: (document: unknown) => Json | null;
}

/** Defines a feed, of version 1 where none is said; the type of its value flows from `parse`. */
export function defineFeed<T>(feed: Omit<Feed<T>, "kind" | "version"> & { readonly version?: number }): Feed<T> {
  return { kind: "feed", version: 1, ...feed };
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
