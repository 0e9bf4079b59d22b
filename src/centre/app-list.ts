import { type Severity, severities } from "../core/check.ts";
import type { AppInspection, AppInspections } from "../formats/app-inspections.ts";
import type { AppChoice } from "./app-choice.ts";
import { type AppOrigin, originOf } from "./app-origins.ts";
import { signerName } from "./signer-name.ts";

export type { AppChoice, AppInspection, AppInspections };

/** One app as a list shows it. Texts of the app are outside text. */
export interface AppRow {
  readonly app: AppInspection;
  /** Its label; the package name where it has none. */
  readonly name: string;
  readonly origin: AppOrigin;
  readonly signer: string;
  /** null: the code was not read. */
  readonly trackers: number | null;
  /** Permissions that matter; null: it was not looked into. */
  readonly dangerous: number | null;
  /** Bytes of all its files; null where the phone did not tell. */
  readonly size: number | null;
  /** What the engines say, in a few words. */
  readonly verdict: string;
  /** Place of the worst verdict in `severities`; behind them where there is none. */
  readonly rank: number;
}

/** How many apps there are of what kind. */
export interface AppListSummary {
  readonly apps: number;
  readonly shown: number;
  /** Of those shown: */
  readonly added: number;
  readonly system: number;
  readonly withTrackers: number;
  readonly withVerdict: number;
  /** Something of them could not be read, or they were not looked into. */
  readonly unread: number;
  /** Apps of which a filter cannot say whether they pass, because that was not read; they are not shown. */
  readonly undecided: number;
  /** Pre-installed apps that were asked for and are left out, as nothing was found in them. */
  readonly folded: number;
  /** Those of them whose code was not read. */
  readonly foldedBySigner: number;
  readonly worst: Severity | null;
}

/** Where apps were looked at: a phone, something that holds what was found on one, or a file. */
export interface AppsSource {
  readonly kind: string;
  readonly name: string;
  /** ISO 8601; null where it is not known, or the phone itself was asked. */
  readonly takenAt: string | null;
}

/** The list as a document for programs. */
export interface AppsDocument {
  readonly schema: "candor.apps/1";
  /** Candor's version. */
  readonly candor: string;
  readonly source: AppsSource;
  /** False where the phone was lost on the way. */
  readonly complete: boolean;
  readonly summary: AppListSummary;
  /** Those that are shown, in their order. */
  readonly inspections: AppInspections;
}

/** The apps that were asked for, in the order that was asked for. */
export function appList(
  { apps }: AppInspections,
  choice: AppChoice,
): { readonly rows: readonly AppRow[]; readonly summary: AppListSummary } {
  const rows: AppRow[] = [];
  let undecided = 0;
  let folded = 0;
  let foldedBySigner = 0;
  for (const row of apps.map(rowOf)) {
    const { users } = row.app;
    if (choice.user !== undefined && !users.includes(choice.user)) continue;
    if (choice.search !== undefined && !mentions(row, choice.search)) continue;
    const answers = choice.filters.map((filter) => passes[filter](row));
    if (answers.every((answer) => answer === true)) {
      if (choice.fold && isQuiet(row)) {
        folded++;
        if (row.app.depth === "signer") foldedBySigner++;
      } else rows.push(row);
    } else if (!answers.includes(false)) undecided++;
  }
  rows.sort((a, b) => orders[choice.sort](a, b) || byName(a, b));
  const worst = rows.reduce<number>((least, { rank }) => Math.min(least, rank), severities.length);
  const count = (test: (row: AppRow) => boolean) => rows.filter(test).length;
  return {
    rows,
    summary: {
      apps: apps.length,
      shown: rows.length,
      added: count(({ app }) => app.system === false),
      system: count(({ app }) => app.system === true),
      withTrackers: count(({ trackers }) => (trackers ?? 0) > 0),
      withVerdict: count(({ rank }) => rank < severities.length),
      unread: count(isUnread),
      undecided,
      folded,
      foldedBySigner,
      worst: severities[worst] ?? null,
    },
  };
}

function rowOf(app: AppInspection): AppRow {
  const ranks = app.verdicts.map(({ severity }) => severities.indexOf(severity));
  const rank = Math.min(severities.length, ...ranks);
  return {
    app,
    name: app.label || app.package,
    origin: originOf(app),
    signer: app.signers.map(signerName).join("; ") || "not read",
    trackers: app.trackers?.length ?? null,
    dangerous: app.depth === "none" ? null : app.dangerous.length,
    size: sizeOf(app),
    verdict: verdictWords(app, app.verdicts[ranks.indexOf(rank)]),
    rank,
  };
}

function sizeOf({ files }: AppInspection): number | null {
  let sum = 0;
  for (const { size } of files) {
    if (size === null) return null;
    sum += size;
  }
  return files.length === 0 ? null : sum;
}

function verdictWords(app: AppInspection, worst: AppInspection["verdicts"][number] | undefined): string {
  if (worst) {
    const more = app.verdicts.length > 1 ? ` (and ${app.verdicts.length - 1} more)` : "";
    return `${worst.severity}: ${worst.name}${more}`;
  }
  if (app.depth === "none") return "not looked into";
  if (app.unread.length > 0) return "nothing found, parts unread";
  return app.depth === "signer" ? "nothing found, code unread" : "nothing found";
}

function isUnread({ app }: AppRow): boolean {
  return app.depth === "none" || app.unread.length > 0;
}

function isQuiet(row: AppRow): boolean {
  const { app, rank, trackers } = row;
  return app.system === true && rank === severities.length && (trackers ?? 0) === 0 && !isUnread(row);
}

/** Whether an app is one of those; undefined: that was not read. */
const passes: Readonly<Record<AppChoice["filters"][number], (row: AppRow) => boolean | undefined>> = {
  trackers: ({ trackers }) => (trackers === null ? undefined : trackers > 0),
  sideloaded: ({ origin }) => origin.kind === "outside" || origin.kind === "unknown",
  system: ({ app }) => app.system ?? undefined,
  user: ({ app }) => (app.system === null ? undefined : !app.system),
  verdict: ({ rank, app }) => rank < severities.length || (app.depth === "none" ? undefined : false),
  cleartext: ({ app }) => app.cleartext ?? undefined,
  unread: isUnread,
};

function mentions({ app, name, origin, signer }: AppRow, text: string): boolean {
  const wanted = text.toLowerCase();
  const subjects = app.signers.flatMap(({ subject, sha256 }) => [subject ?? "", sha256]);
  const trackers = (app.trackers ?? []).flatMap((tracker) => [tracker.name, tracker.company ?? ""]);
  return [name, app.package, app.installer ?? "", origin.words, signer, ...subjects, ...trackers].some((each) =>
    each.toLowerCase().includes(wanted),
  );
}

const collator = new Intl.Collator("en");

function byName(a: AppRow, b: AppRow): number {
  return collator.compare(a.name, b.name) || (a.app.package < b.app.package ? -1 : 1);
}

/** What was added from outside first, what came with the phone last. */
const nearness: Readonly<Record<AppOrigin["kind"], number>> = { outside: 0, unknown: 0, shop: 1, system: 2 };

/** Unknown comes last. */
const largest = (a: number | null, b: number | null) => (b ?? -1) - (a ?? -1);

const orders: Readonly<Record<AppChoice["sort"], (a: AppRow, b: AppRow) => number>> = {
  verdict: (a, b) => a.rank - b.rank || nearness[a.origin.kind] - nearness[b.origin.kind],
  name: byName,
  trackers: (a, b) => largest(a.trackers, b.trackers),
  permissions: (a, b) => largest(a.dangerous, b.dangerous),
  size: (a, b) => largest(a.size, b.size),
  installer: (a, b) => collator.compare(a.origin.words, b.origin.words),
};
