import type { PhoneIdentity } from "./change-records.ts";

/** Body of an entry of kind `vault`: something was kept in a vault, taken from it, or done to it. */
export interface VaultBody {
  readonly about: string;
  readonly do:
    | "init"
    | "put"
    | "pull"
    | "restore"
    | "forget"
    | "prune"
    | "key"
    | "prove"
    | "copy"
    | "erase"
    | "hide-begin"
    | "hide-end"
    | "return-begin"
    | "return-end";
  /** The repository's number, and where it lies. */
  readonly vault: { readonly id: string; readonly place: string };
  readonly phone?: PhoneIdentity;
  /** Ids of snapshots that were made or removed. */
  readonly snapshots?: readonly string[];
  readonly files?: number;
  readonly bytes?: number;
  /** SHA-256 of the list of files with their hashes that were, or are to be, deleted on the phone, or of the names that were, or are to be, put there. */
  readonly list?: string;
}
