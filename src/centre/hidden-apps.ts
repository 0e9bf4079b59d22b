import type { ActionCall } from "../core/action.ts";
import type { JournalEntry } from "../vault/journal-chain.ts";
import { type ChangeRecord, changeRecords, type PhoneIdentity, placesToUndo } from "./change-records.ts";

/** How an app is put out of sight. */
export const hidingWays = ["disable", "suspend"] as const;
export type HidingWay = (typeof hidingWays)[number];

/** The reason in the journal by which a change is one that hides apps. Where a privacy password is set, it is sealed like all of the entry. */
export const hidingReason = "hide apps";

/** An app that Candor hid and did not bring back. */
export interface HiddenApp {
  readonly package: string;
  readonly user: number;
  readonly way: HidingWay;
  /** ISO 8601. */
  readonly since: string;
  readonly phone: PhoneIdentity;
  /** Where in the journal: number of the entry, and place of the change in it. */
  readonly entry: number;
  readonly place: number;
}

/** The changes that hide apps, for one user. */
export function hidingCalls(packages: readonly string[], user: number, way: HidingWay): readonly ActionCall[] {
  return [...new Set(packages)].map((name) => ({ action: actionOf[way], params: { user, package: name } }));
}

/** The apps that are hidden, by the journal; of one phone, or of all. */
export function hiddenApps(entries: readonly JournalEntry[], serial?: string): readonly HiddenApp[] {
  return changeRecords(entries)
    .filter(({ body }) => body.do === "apply" && body.reason === hidingReason)
    .filter(({ body }) => serial === undefined || body.phone.serial === serial)
    .flatMap(hiddenBy);
}

const actionOf: Readonly<Record<HidingWay, string>> = { disable: "disable-package", suspend: "suspend-package" };

function hiddenBy(record: ChangeRecord): readonly HiddenApp[] {
  return placesToUndo(record)
    .flatMap(({ place }): HiddenApp[] => {
      const change = record.body.changes[place];
      const way = hidingWays.find((each) => actionOf[each] === change?.action);
      if (!change || way === undefined) return [];
      const { user, package: name } = change.params;
      const { phone } = record.body;
      return [{ package: String(name), user: Number(user), way, since: record.at, phone, entry: record.n, place }];
    })
    .reverse();
}
