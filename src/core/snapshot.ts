import { deviceErrorCodes } from "./errors.ts";
import type { SourceKind } from "./source.ts";

/** Version of the snapshot's shape; a change that old readers cannot read raises the number. */
export const snapshotSchema = "candor.snapshot/1";

/** Why a fact has no value: the source's code, the parser did not know the layout, or a fact it builds on is missing. */
export const unreadCodes = [...deviceErrorCodes, "unknown-layout", "cut-off", "needs"] as const;
export type UnreadCode = (typeof unreadCodes)[number];

/** One fact as read, or why it could not be. `from` lists the commands in words, with where they were answered. */
export type ReadFact =
  | { readonly state: "read"; readonly value: unknown; readonly from: readonly string[] }
  | { readonly state: "unknown"; readonly code: UnreadCode; readonly reason: string; readonly from: readonly string[] };

/** All facts of one examination, with the time and the source. */
export interface Snapshot {
  readonly schema: typeof snapshotSchema;
  /** Candor's own version. */
  readonly candor: string;
  readonly source: { readonly kind: SourceKind; readonly name: string };
  /** ISO 8601 in UTC; null when the capture does not tell. */
  readonly takenAt: string | null;
  readonly facts: Readonly<Record<string, ReadFact>>;
}
