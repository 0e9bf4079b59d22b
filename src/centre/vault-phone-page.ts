import type { VaultLeftOut } from "./vault-page.ts";

// What the page is told of hiding files of a phone in a vault, and of putting them back, as JSON.

/** What ended work before its end. */
interface Broken {
  readonly code: string;
  readonly message: string;
  readonly next: string | null;
}

/** What could be deleted on a phone, since the vault has the same. */
export interface VaultHidePlan extends VaultLeftOut {
  readonly plan: string;
  readonly digest: string;
  readonly phone: string;
  readonly serial: string;
  readonly snapshot: string;
  readonly files: number;
  readonly bytes: number;
  readonly transferred: number;
  readonly added: number;
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

/** What became of it. */
export interface VaultHidden extends VaultLeftOut {
  readonly snapshot: string;
  readonly of: number;
  readonly deleted: number;
  readonly bytes: number;
  /** Of a command that nobody heard the answer of: gone or still there. */
  readonly inDoubt: number;
  readonly untouched: number;
  readonly broken: Broken | null;
}

/** What would be put on a phone. */
export interface VaultReturnPlan extends VaultLeftOut {
  readonly plan: string;
  readonly digest: string;
  readonly phone: string;
  readonly serial: string;
  readonly snapshot: string;
  readonly files: number;
  readonly bytes: number;
  readonly taken: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly found: "alike" | "other" | "unknown";
  }[];
  readonly takenCount: number;
  /** Volumes of the phone that have less room than the files need, or did not say. */
  readonly tight: readonly { readonly volume: string; readonly needs: number; readonly free: number | null }[];
}

/** What became of it. */
export interface VaultReturned extends VaultLeftOut {
  readonly snapshot: string;
  readonly of: number;
  readonly returned: number;
  readonly same: number;
  readonly bytes: number;
  readonly untouched: number;
  readonly broken: Broken | null;
}
