import type { Confidence, Evidence, Severity } from "../../core/check.ts";
import { severities } from "../../core/check.ts";
import type { AppInspection, AppInspections, InspectionVerdict } from "../../facts/app-inspections.ts";
import { identity, inspected } from "./inspected-apps.ts";

/** What a verdict rests on, by the engine that gave it. */
export type VerdictKind = "shape" | "signer" | "listed";

/** Engines that compare with no list of known files: Candor's own rules, and the known signers of well-known apps. */
const kinds: ReadonlyMap<string, VerdictKind> = new Map([
  ["heuristics", "shape"],
  ["known-signers", "signer"],
]);

/** Engines whose lists have checks of their own, which judge every source, and each replay with the lists of its day. */
const askedElsewhere: ReadonlySet<string> = new Set(["stalkerware-names", "stalkerware-signers", "mobile-threats"]);

/** Verdicts of one kind on an app, the worst first; none where all of them are asked about elsewhere. */
export function verdictsOf({ verdicts }: AppInspection, kind: VerdictKind): readonly InspectionVerdict[] {
  const own = verdicts.filter(({ engine }) => (kinds.get(engine) ?? "listed") === kind);
  if (own.every(({ engine }) => askedElsewhere.has(engine))) return [];
  return [...own].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** Whether an engine whose verdicts are of this kind looked at the apps: without one, no verdict says nothing. */
export function wasJudged({ engines }: AppInspections, kind: VerdictKind): boolean {
  return engines.some(({ id }) => (kinds.get(id) ?? "listed") === kind && !askedElsewhere.has(id));
}

/** How the verdicts on one app are told: the worst in words, all of them as evidence. */
export interface ToldVerdicts {
  readonly said: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
}

const sure = ["certain", "likely", "possible"] as const;

/** Tells verdicts on an app; undefined where there are none. */
export function tellVerdicts(app: AppInspection, verdicts: readonly InspectionVerdict[]): ToldVerdicts | undefined {
  const [first] = verdicts;
  if (first === undefined) return undefined;
  // Of equally grave verdicts the surest one speaks.
  const worst = verdicts.filter(({ severity }) => severity === first.severity);
  const speaks = sure.flatMap((confidence) => worst.filter((verdict) => verdict.confidence === confidence))[0] ?? first;
  const lines = verdicts.map(
    ({ engine, list, date, severity, confidence, message, evidence }) =>
      `${engine} (${list}, ${date}; ${severity}, ${confidence}): ${message} [${evidence.name}: ${evidence.value}]`,
  );
  return {
    said: speaks.message,
    severity: speaks.severity,
    confidence: speaks.confidence,
    evidence: [inspected("said by", lines.slice(0, 50)), ...identity(app)],
  };
}
