import type { Evidence, Finding, OwnHands, RemedyCall, UserId } from "../../core/check.ts";
import type { Need } from "../../core/needs.ts";
import { gradeApp, type KnownApps, type Weights } from "./app-grade.ts";
import { changes } from "./remedies.ts";

/** Something that an app was chosen for, for one user: a component, or only the package. */
export interface Chosen {
  readonly user: UserId;
  readonly package: string;
  /** As evidence shows it. */
  readonly shown: string;
  /** The change that takes it back; left out where only the person can. */
  readonly withdraw?: RemedyCall | undefined;
}

/** What the choice is, where it was read, how it weighs and how to take it back. */
export interface ChoiceQuestion extends OwnHands {
  readonly fact: Need;
  /** Name of the evidence: "enabled services", "holders of android.app.role.SMS". */
  readonly name: string;
  readonly weights: Weights;
}

/**
 * One finding (message `holds`, params `app` and `count`) for each added app among the chosen. Apps that came with the phone are
 * left out; where their origin is not known, the finding is only possible.
 */
export function choiceFindings(
  chosen: readonly Chosen[],
  question: ChoiceQuestion,
  apps: KnownApps,
): readonly Finding<"holds">[] {
  return [...byPackage(chosen)].flatMap(([name, choices]) => {
    const grade = gradeApp(name, question.weights, apps);
    if (grade.origin === "system") return [];
    const users = [...new Set(choices.map(({ user }) => user))];
    const items = [...new Set(choices.map(({ shown }) => shown))];
    const evidence: readonly Evidence[] = [
      { kind: "list", fact: question.fact, name: question.name, items },
      ...grade.evidence,
    ];
    return [
      {
        subject: { kind: "app", package: name, ...(users.length === 1 ? { user: users[0] } : {}) } as const,
        message: "holds" as const,
        params: { app: name, count: items.length },
        severity: grade.severity,
        confidence: grade.confidence,
        evidence,
        remedy: changes(withdrawals(choices), question),
      },
    ];
  });
}

/** All of them together, or none: half of a remedy is none. */
function withdrawals(choices: readonly Chosen[]): readonly RemedyCall[] {
  const calls = choices.flatMap(({ withdraw }) => withdraw ?? []);
  if (calls.length < choices.length) return [];
  return [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()];
}

/** The change for a user whose number is known; the person's own hands otherwise. */
export function forUser(user: UserId, make: (user: number) => RemedyCall): RemedyCall | undefined {
  return user === "current" ? undefined : make(user);
}

function byPackage(chosen: readonly Chosen[]): ReadonlyMap<string, readonly Chosen[]> {
  const groups = new Map<string, Chosen[]>();
  for (const choice of chosen) {
    const group = groups.get(choice.package);
    if (group) group.push(choice);
    else groups.set(choice.package, [choice]);
  }
  return groups;
}
