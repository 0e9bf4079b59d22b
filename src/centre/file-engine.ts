import type { Severity } from "../core/check.ts";
import type { EngineUse, Verdict } from "./app-engines.ts";

/** An engine that reads the bytes of files itself, beside the analysis: rules, a virus scanner. */
export interface FileEngine {
  /** One for each list. */
  readonly uses: readonly EngineUse[];
  /** A way to ask it about one file after another. Several may be open at once. */
  open(signal: AbortSignal): FileEngineLane;
}

/** A file to look at; `name`: what it is called where it is told of, in place of "the file as a whole". */
export interface LookedAt {
  readonly path: string;
  readonly size: number;
  readonly name?: string;
}

export interface FileEngineLane {
  /** Never throws for what a file or the engine does: the answer tells. */
  look(file: LookedAt): Promise<FileJudgement>;
  close(): Promise<void>;
}

/** What an engine says of a file. */
export interface FileJudgement {
  readonly verdicts: readonly {
    /** Path of the APK inside the file that it is about; null for the file itself. As in `LookedInto`. */
    readonly inside: string | null;
    readonly verdict: Verdict;
  }[];
  /** What it was not asked about, or gave no answer to, in sentences: none of it is a pass. */
  readonly unjudged: readonly string[];
}

/** Several engines as one that asks them in turn. */
export function openFileEngines(engines: readonly FileEngine[], signal: AbortSignal): FileEngineLane {
  const lanes = engines.map((engine) => engine.open(signal));
  return {
    look: async (file) => {
      const judgements: FileJudgement[] = [];
      for (const lane of lanes) if (!signal.aborted) judgements.push(await lane.look(file));
      return {
        verdicts: judgements.flatMap(({ verdicts }) => verdicts),
        unjudged: judgements.flatMap(({ unjudged }) => unjudged),
      };
    },
    close: async () => void (await Promise.all(lanes.map((lane) => lane.close()))),
  };
}

const severityWords: Readonly<Record<string, Severity>> = {
  critical: "critical",
  high: "high",
  medium: "medium",
  moderate: "medium",
  low: "low",
  info: "info",
  informational: "info",
  none: "info",
};

/** The severity that a rule tells of itself, as a word or as a score up to 100; null where it tells none. */
export function toldSeverity(meta: readonly { readonly name: string; readonly value: string }[]): Severity | null {
  const word = meta.find(({ name }) => name.toLowerCase() === "severity")?.value.toLowerCase();
  const known = word === undefined ? undefined : Object.entries(severityWords).find(([name]) => name === word)?.[1];
  if (known) return known;
  const score = Number(meta.find(({ name }) => name.toLowerCase() === "score")?.value ?? "-");
  if (!(score >= 0 && score <= 100)) return null;
  return score >= 75 ? "high" : score >= 50 ? "medium" : score >= 25 ? "low" : "info";
}
