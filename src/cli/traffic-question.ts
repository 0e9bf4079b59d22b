import type { TrafficQuestion } from "../centre/traffic-report.ts";
import type { LawRegion, TrafficMark } from "../centre/traffic-view.ts";

/** The flags by which records are judged. */
export interface JudgeFlags {
  readonly json: boolean;
  readonly region: LawRegion;
  readonly known?: string;
  readonly consent?: number;
  readonly refused?: number;
  readonly nothingChosen: boolean;
  readonly policy?: readonly string[];
  readonly snapshot?: string;
  readonly mmdb?: readonly string[];
  readonly client?: string;
}

/** What is asked of some files by the flags of a command. */
export function questionOf(files: readonly string[], flags: JudgeFlags): TrafficQuestion {
  const mark = (at: number | undefined, kind: "accepted" | "refused"): readonly TrafficMark[] =>
    at === undefined ? [] : [{ at, kind, text: kind, app: null }];
  return {
    files,
    region: flags.region,
    known: flags.known,
    marks: [...mark(flags.consent, "accepted"), ...mark(flags.refused, "refused")],
    nothingChosen: flags.nothingChosen,
    policies: flags.policy,
    snapshot: flags.snapshot,
    databases: flags.mmdb,
    client: flags.client,
  };
}
