import type { Severity } from "../core/check.ts";
import type { OutcomeState, ReportFinding } from "../core/report.ts";
import type { AppVulnerabilities } from "../feeds/app-vulnerabilities.ts";
import { type AppRecord, isUnread, type Section } from "./app-record.ts";

/** One app that questions are asked about. */
export interface AskedApp {
  readonly package: string;
  /** Its base first, then its other parts. */
  readonly records: readonly AppRecord[];
  /** Why parts of it are not among the records, in sentences: with any, nothing found is no pass. */
  readonly missing: readonly string[];
  /** Day for which it is asked, yyyy-mm-dd; null where that is not known. */
  readonly day: string | null;
  readonly holes: AppVulnerabilities;
}

/** What an app's files answer to one question. */
export interface AppAnswer {
  /** Id of the question. */
  readonly check: string;
  readonly state: OutcomeState;
  readonly title: string;
  /** For `unknown` and `not-applicable`. */
  readonly reason?: string;
  readonly findings?: readonly ReportFinding[];
  /** For `fail`: what could not be seen besides. */
  readonly unread?: readonly string[];
}

/** One thing that was found: a sentence, and the values behind it with the entries that they stand in. */
export interface Found {
  readonly severity: Severity;
  readonly message: string;
  readonly items: readonly string[];
  readonly from: readonly string[];
}

/** What was seen towards a question. */
export interface Seen {
  readonly found: readonly Found[];
  /** What could not be read, in sentences. */
  readonly unread: readonly string[];
  /** Why the question does not arise, as a sentence; where it does not. */
  readonly never?: string | undefined;
}

const maxItems = 20;

/** Puts together what an app answers: with nothing found and something unread it is not known, and never a pass. */
export function answered(
  check: string,
  title: { readonly pass: string; readonly fail: string },
  { found, unread, never }: Seen,
  { package: name, missing }: AskedApp,
): AppAnswer {
  const open = [...new Set([...unread, ...missing])];
  if (found.length > 0) {
    const findings = found.map(({ severity, message, items, from }): ReportFinding => {
      const evidence = {
        kind: "list",
        fact: "app-record",
        name: check,
        items: items.slice(0, maxItems),
        from: [...new Set(from)].slice(0, maxItems),
      } as const;
      return {
        severity,
        confidence: "likely",
        subject: { kind: "app", package: name },
        message,
        messageKey: check,
        params: {},
        evidence: [evidence],
      };
    });
    return { check, state: "fail", title: title.fail, findings, unread: open };
  }
  if (open.length > 0) return { check, state: "unknown", title: title.pass, reason: open.join(" ") };
  if (never !== undefined) return { check, state: "not-applicable", title: title.pass, reason: never };
  return { check, state: "pass", title: title.pass };
}

/** A section of all records of an app, and why it is missing from some. `what` goes on after “It could not be read”. */
export function sectionOf<T extends object>(
  { records }: AskedApp,
  pick: (record: AppRecord) => Section<T>,
  what: string,
): { readonly values: readonly T[]; readonly unread: readonly string[] } {
  const values: T[] = [];
  const unread: string[] = records.length === 0 ? ["Nothing of the app's files was read."] : [];
  for (const record of records) {
    const section = pick(record);
    if (isUnread(section)) unread.push(`It could not be read ${what}: ${section.unread.replace(/\.$/, "")}.`);
    else values.push(section);
  }
  return { values, unread };
}

/** The same app with nothing but its base, whose rules count for all its parts. */
export function baseOf(app: AskedApp): AskedApp {
  const { records } = app;
  const base = records.find(({ identity }) => !isUnread(identity) && identity.split === null) ?? records[0];
  return { ...app, records: base ? [base] : [] };
}

/** Names in one line, the first few of them. */
export function fewOf(names: readonly string[], most = 4): string {
  const all = [...new Set(names)];
  return all.length <= most ? all.join(", ") : `${all.slice(0, most).join(", ")} and ${all.length - most} more`;
}
