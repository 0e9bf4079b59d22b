// What the page is told of an open vault, as JSON. Paths are never in it where an address is made of them: `ref` stands for them.

/** A snapshot. */
export interface SnapshotCard {
  readonly id: string;
  /** ISO 8601; null for what is no time that can be written. */
  readonly time: string | null;
  readonly hostname: string;
  readonly paths: readonly string[];
  readonly tags: readonly string[];
  readonly files: number | null;
  readonly bytes: number | null;
  /** Bytes that it added to the vault. */
  readonly added: number | null;
}

/** One name in a snapshot. */
export interface VaultFile {
  readonly ref: string;
  readonly name: string;
  readonly kind: "file" | "dir" | "symlink" | "other";
  readonly bytes: number;
  readonly modified: string | null;
  readonly linkTarget: string | null;
}

/** A part of what is in a folder. */
export interface VaultFolder {
  readonly snapshot: SnapshotCard;
  /** The folders on the way to it, itself the last. */
  readonly above: readonly { readonly ref: string; readonly name: string }[];
  readonly ref: string;
  readonly total: number;
  /** Of the files that lie directly in it. */
  readonly bytes: number;
  readonly files: readonly VaultFile[];
}

/** What a search found. */
export interface VaultFound {
  readonly files: readonly {
    readonly snapshot: SnapshotCard;
    /** The folder it lies in, and its path to be read. */
    readonly folder: string;
    readonly path: string;
    readonly file: VaultFile;
  }[];
  readonly more: boolean;
}

/** What was left out, and why: the first of it, and how much it is. */
export interface VaultLeftOut {
  readonly left: readonly { readonly path: string; readonly reason: string }[];
  readonly leftCount: number;
}

/** What keeping a folder did. */
export interface VaultKept extends VaultLeftOut {
  readonly snapshot: string;
  readonly files: number;
  readonly bytes: number;
  readonly unchanged: number;
  readonly added: number;
}

/** What a pull would take. */
export interface VaultEstimate extends VaultLeftOut {
  readonly files: number;
  readonly bytes: number;
  readonly keptFiles: number;
  readonly keptBytes: number;
  readonly speed: number | null;
  readonly seconds: number | null;
}

/** What a pull did. */
export interface VaultPulled extends VaultLeftOut {
  readonly snapshot: string;
  readonly files: number;
  readonly bytes: number;
  readonly transferred: number;
  readonly added: number;
}

/** What a restore did. */
export interface VaultRestored extends VaultLeftOut {
  readonly to: string;
  readonly files: number;
  readonly folders: number;
  readonly links: number;
  readonly bytes: number;
}
