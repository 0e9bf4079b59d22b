import { checks } from "../checks/index.ts";
import type { Check, Example } from "../core/check.ts";
import { categories } from "../core/check.ts";
import { facts } from "../facts/index.ts";

/** A check's documentation, made from the check itself. */
export interface Explanation {
  readonly id: string;
  readonly category: string;
  readonly severity: string;
  readonly question: string;
  readonly title: { readonly pass: string; readonly fail: string };
  readonly why: string;
  readonly advice: string;
  /** Why nothing that is done to the phone ends what it finds. */
  readonly noRemedy?: string;
  readonly references: readonly string[];
  readonly messages: Readonly<Record<string, string>>;
  /** What it is judged from: each fact or list with what it is about. */
  readonly needs: readonly { readonly id: string; readonly about: string; readonly required: boolean }[];
  readonly examples: readonly { readonly shows: string; readonly name: string; readonly given: unknown }[];
}

/** All checks in the order of reports. */
export function listChecks(): readonly Check[] {
  return [...checks].sort(
    (a, b) => categories.indexOf(a.category) - categories.indexOf(b.category) || (a.id < b.id ? -1 : 1),
  );
}

/** The documentation of one check; undefined when there is none of that id. */
export function explain(id: string): Explanation | undefined {
  const check = checks.find((candidate) => candidate.id === id);
  if (!check) return undefined;
  const { category, severity, question, title, why, advice, references, messages } = check;
  return {
    ...{ id, category, severity, question, title, why, advice },
    ...(check.noRemedy === undefined ? {} : { noRemedy: check.noRemedy }),
    ...{ references, messages },
    needs: [
      ...Object.values(check.needs).map((need) => ({ id: need.id, about: aboutNeed(need.id), required: true })),
      ...Object.values(check.wants).map((need) => ({ id: need.id, about: aboutNeed(need.id), required: false })),
    ],
    examples: Object.entries(check.examples).flatMap(([shows, examples]) =>
      (examples as readonly Example[]).map(({ name, given }) => ({ shows, name, given })),
    ),
  };
}

/** Ids that look like a mistyped one, nearest first. */
export function similarChecks(id: string): readonly string[] {
  const words = id.split("-");
  const score = (candidate: string) => words.filter((word) => word.length > 2 && candidate.includes(word)).length;
  return checks
    .map((check) => check.id)
    .filter((candidate) => score(candidate) > 0)
    .sort((a, b) => score(b) - score(a))
    .slice(0, 5);
}

function aboutNeed(id: string): string {
  if (id === "taken-at") return "The time of the examination or capture";
  return facts.find((fact) => fact.id === id)?.about ?? `The list ${id}`;
}
