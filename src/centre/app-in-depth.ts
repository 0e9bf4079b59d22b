import { DeviceError } from "../core/errors.ts";
import type { Outcome, ReportFinding } from "../core/report.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { JournalEntry } from "../vault/journal-chain.ts";
import { type AppPage, type AppView, appPage } from "./app-page.ts";
import { type AppTableRow, appTable, inspectionsIn } from "./app-table.ts";
import { findApp, mayWatch, viewOfInstalled } from "./app-view.ts";
import type { ChangeOutcome } from "./change-records.ts";
import { changeRecords } from "./change-records.ts";
import { judgeSnapshot } from "./examine.ts";
import { isAbout } from "./fixes.ts";
import { type PermissionRow, permissionMatrix } from "./permission-matrix.ts";

/** What a check found about an app, with the check's own words. */
export interface FindingAboutApp
  extends Pick<Outcome, "check" | "category" | "title" | "why" | "advice" | "references" | "noRemedy"> {
  readonly finding: ReportFinding;
}

/** One change of an app that Candor made. */
export interface AppChange {
  readonly entry: number;
  readonly place: number;
  readonly at: string;
  readonly about: string;
  /** null: it was interrupted. */
  readonly outcome: ChangeOutcome | null;
  readonly takenBack: boolean;
}

/** All that is known of one app of an examination. */
export interface AppInDepth {
  readonly row: AppTableRow;
  readonly view: AppView;
  /** The same in words, in the order in which a person asks. */
  readonly page: AppPage;
  /** One row a user; empty where permissions could not be read, and then `permissionsUnread` says why. */
  readonly permissions: readonly PermissionRow[];
  readonly permissionsUnread: readonly string[];
  readonly findings: readonly FindingAboutApp[];
  /** The newest first; null while the journal is locked. */
  readonly history: readonly AppChange[] | null;
  /** Whether it may let somebody watch whoever uses the phone: then safety comes before removal. */
  readonly mayWatch: boolean;
}

/** Puts together what an examination, the lists and the journal tell of an app. @throws DeviceError `absent` */
export async function appInDepth(
  snapshot: Snapshot,
  name: string,
  { dataFolder, entries }: { readonly dataFolder: string; readonly entries: readonly JournalEntry[] },
): Promise<AppInDepth> {
  const { found } = inspectionsIn(snapshot);
  const app = found.apps.find((each) => each.package === name) ?? findApp(found, name);
  const row = appTable(snapshot).rows.find((each) => each.package === app.package);
  if (!row) throw new DeviceError("absent", `There is no app ${JSON.stringify(name)} in this examination.`);
  const view = await viewOfInstalled(app, found, dataFolder);
  const { outcomes } = await judgeSnapshot(snapshot, dataFolder);
  return {
    row,
    view,
    page: appPage(view),
    ...permissionsOf(snapshot, app.package),
    findings: outcomes.flatMap((outcome) => findingsAbout(outcome, app.package)),
    history: historyOf(entries, app.package),
    mayWatch: mayWatch(app.verdicts),
  };
}

function permissionsOf(snapshot: Snapshot, name: string): Pick<AppInDepth, "permissions" | "permissionsUnread"> {
  try {
    const { rows, unread } = permissionMatrix(snapshot);
    return { permissions: rows.filter((row) => row.package === name), permissionsUnread: unread };
  } catch (error) {
    if (error instanceof DeviceError) return { permissions: [], permissionsUnread: [error.message] };
    throw error;
  }
}

function findingsAbout(outcome: Outcome, name: string): readonly FindingAboutApp[] {
  const { check, category, title, why, advice, references, noRemedy } = outcome;
  return (outcome.findings ?? [])
    .filter(({ subject }) => subject.kind === "app" && subject.package === name)
    .map((finding) => ({ check, category, title, why, advice, references, noRemedy, finding }));
}

function historyOf(entries: readonly JournalEntry[], name: string): readonly AppChange[] | null {
  if (entries.some(({ body }) => body === undefined)) return null;
  const own = new Set([name]);
  return changeRecords(entries)
    .flatMap(({ n, at, body, results, takenBack }) =>
      body.changes.flatMap((change, place): AppChange[] => {
        if (!isAbout(change, own)) return [];
        const outcome = results?.[place]?.outcome ?? null;
        return [{ entry: n, place, at, about: change.about, outcome, takenBack: takenBack.includes(place) }];
      }),
    )
    .reverse();
}
