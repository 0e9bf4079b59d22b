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

/** One key of a vault: a passphrase, or a recovery key. */
export interface VaultKeyCard {
  readonly name: string;
  /** `other`: made by another program; `damaged`: its file is not what was written. */
  readonly kind: "passphrase" | "recovery" | "other" | "damaged";
  /** Who made it, as its file says; anybody at the place can read that. */
  readonly of: string;
  readonly made: string | null;
  /** Whether it opened the vault now. */
  readonly current: boolean;
}

/** The keys of a vault, and how many there may be. */
export interface VaultKeyList {
  readonly keys: readonly VaultKeyCard[];
  readonly most: number;
}

/** A snapshot, and why it stays; without reasons it goes. */
export interface VaultKeepDecision {
  readonly snapshot: SnapshotCard;
  readonly reasons: readonly VaultKeepReason[];
  /** Files in it were deleted on a phone: this may be all that is left of them. */
  readonly hidden: boolean;
  /** It holds a signed state of the journal, and nothing that a person kept. */
  readonly journal: boolean;
}

/** Why a snapshot stays: a rule, files that were hidden in it, or nobody chose it. */
export type VaultKeepReason =
  | "last"
  | "daily"
  | "weekly"
  | "monthly"
  | "yearly"
  | "within"
  | "tag"
  | "hidden"
  | "not chosen";

/** What forgetting would do: nothing else is done by whoever agrees to its digest. */
export interface VaultForgetPlan {
  readonly digest: string;
  readonly decisions: readonly VaultKeepDecision[];
}

/** What forgetting did, but for snapshots that only hold a signed state of the journal. */
export interface VaultForgotten {
  readonly removed: number;
  readonly left: number;
}

/** What is not the same in two snapshots. A folder that is wholly new or gone is one entry. */
export interface VaultDifference {
  readonly change: "new" | "gone" | "changed" | "details";
  readonly kind: "file" | "dir" | "symlink" | "other";
  readonly path: string;
  /** Files in it, and their bytes as they are in the later snapshot; in the earlier one for what is gone. */
  readonly files: number;
  readonly bytes: number;
  /** Bytes before, for what changed. */
  readonly bytesBefore: number | null;
  /** The snapshot and the folder to see it in. */
  readonly snapshot: string;
  readonly folder: string;
}

/** How two snapshots differ. */
export interface VaultComparison {
  readonly before: SnapshotCard;
  readonly after: SnapshotCard;
  /** Files, and their bytes, by what became of them. */
  readonly counts: Readonly<Record<VaultDifference["change"], { readonly files: number; readonly bytes: number }>>;
  readonly differences: readonly VaultDifference[];
  /** Entries that are counted and not told. */
  readonly more: number;
}
