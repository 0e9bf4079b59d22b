import { compareReports, type ReportComparison } from "./compare-reports.ts";
import { type ExaminationSummary, listExaminations, readExamination } from "./examinations.ts";
import { judgeSnapshot } from "./examine.ts";
import type { PrivateStore } from "./private-store.ts";

/** Two examinations that were kept, held against each other. */
export interface ComparedExaminations {
  readonly before: ExaminationSummary;
  readonly after: ExaminationSummary;
  /** Whether both are of one phone; null where one of them does not tell its serial number. */
  readonly samePhone: boolean | null;
  readonly comparison: ReportComparison;
}

/** Compares two examinations, both judged with the lists of today; undefined where there is none of such an id. @throws VaultError `locked` */
export async function compareExaminations(
  store: PrivateStore,
  [before, after]: readonly [before: string, after: string],
  dataFolder: string,
): Promise<ComparedExaminations | undefined> {
  const all = await listExaminations(store);
  const [one, other] = [before, after].map((id) => all.find((each) => each.id === id));
  const snapshots = [await readExamination(store, before), await readExamination(store, after)] as const;
  if (!one || !other || !snapshots[0] || !snapshots[1]) return undefined;
  const reports = [
    await judgeSnapshot(snapshots[0], dataFolder),
    await judgeSnapshot(snapshots[1], dataFolder),
  ] as const;
  const samePhone = one.serial === null || other.serial === null ? null : one.serial === other.serial;
  return { before: one, after: other, samePhone, comparison: compareReports(...reports) };
}

/** The examination of the same phone before this one; undefined where there is none, or the phone did not tell its serial number. */
export async function examinationBefore(store: PrivateStore, id: string): Promise<ExaminationSummary | undefined> {
  const all = await listExaminations(store);
  const of = all.find((each) => each.id === id);
  if (!of || of.serial === null) return undefined;
  const time = ({ takenAt, keptAt }: ExaminationSummary) => takenAt ?? keptAt;
  return all
    .filter((each) => each.id !== id && each.serial === of.serial && time(each) <= time(of))
    .sort((a, b) => (time(a) < time(b) ? 1 : -1))[0];
}
