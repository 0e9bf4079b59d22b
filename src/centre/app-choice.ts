/** What may come first in a list of apps. */
export const appSorts = ["verdict", "name", "trackers", "permissions", "size", "installer"] as const;

/** What apps may be picked out by. */
export const appFilters = ["trackers", "sideloaded", "system", "user", "verdict", "cleartext", "unread"] as const;

/** What a list is to hold: an app has to pass all of it. */
export interface AppChoice {
  readonly sort: (typeof appSorts)[number];
  readonly filters: readonly (typeof appFilters)[number][];
  /** Is in its name, package, installer, signers or trackers, in capitals or not; undefined: no matter. */
  readonly search?: string | undefined;
  /** Installed for this user; undefined: for any. */
  readonly user?: number | undefined;
  /** Leaves out what came with the phone where nothing was found in it, all was read and no tracker is known. */
  readonly fold?: boolean | undefined;
}
