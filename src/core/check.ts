import type { Json } from "./json.ts";
import type { Need, Needs, Values, Wanted } from "./needs.ts";

/** Categories, in the order in which reports show them. */
export const categories = [
  "encryption",
  "boot",
  "lock-screen",
  "updates",
  "device",
  "special-access",
  "permissions",
  "apps",
  "stalkerware",
  "collection",
  "pre-installed",
  "network",
  "users",
] as const;
export type Category = (typeof categories)[number];

/** From worst to mildest. */
export const severities = ["critical", "high", "medium", "low", "info"] as const;
export type Severity = (typeof severities)[number];

/** How sure the finding is: what was read says it plainly, it follows from several signs, or it is one weak sign. */
export type Confidence = "certain" | "likely" | "possible";

/** What a finding is about. A closed set: every face renders each kind. */
export type Subject =
  | { readonly kind: "device" }
  | { readonly kind: "user"; readonly user: UserId; readonly name?: string | undefined }
  | {
      readonly kind: "app";
      readonly package: string;
      readonly label?: string | undefined;
      readonly user?: UserId | undefined;
    }
  | { readonly kind: "setting"; readonly name: string; readonly user?: UserId | undefined }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "host"; readonly host: string };

/** An Android user number, or the user in the foreground where the source does not tell which that was. */
export type UserId = number | "current";

/** What was seen. A closed set: every face renders each kind. `fact` names the fact; the engine adds the commands it came from. */
export type Evidence =
  | { readonly kind: "value"; readonly fact: Need; readonly name: string; readonly value: string }
  | { readonly kind: "list"; readonly fact: Need; readonly name: string; readonly items: readonly string[] }
  | { readonly kind: "time"; readonly fact: Need; readonly name: string; readonly at: number };

/** A change that Candor can plan: an action and its parameters, as in `ActionCall`. */
export interface RemedyCall {
  readonly action: string;
  readonly params: Readonly<Record<string, Json>>;
}

/** Steps for the person's own hands, and the id of the settings screen where they are taken (actions/screens.ts). */
export interface OwnHands {
  readonly steps: readonly string[];
  /** Opened for the app and the user that the finding is about. */
  readonly screen?: string;
}

/**
 * What to do. `action`: what Candor can plan, apply and take back; `also` holds further calls that the same finding needs, and `byHand` the way
 * for the person's own hands, where the phone refuses or only a capture is there. `steps`: what only the person can do.
 */
export type Remedy =
  | ({
      readonly kind: "action";
      readonly also?: readonly RemedyCall[];
      readonly byHand?: OwnHands;
    } & RemedyCall)
  | ({ readonly kind: "steps" } & OwnHands);

/** The changes that a remedy is made of; none for what only the person can do. */
export function remedyCalls(remedy: Remedy): readonly RemedyCall[] {
  if (remedy.kind === "steps") return [];
  return [{ action: remedy.action, params: remedy.params }, ...(remedy.also ?? [])];
}

/** The part of a remedy that is for the person's own hands. */
export function ownHandsOf(remedy: Remedy): OwnHands | undefined {
  return remedy.kind === "steps" ? remedy : remedy.byHand;
}

/** One answer that needs attention. `message` is a key of the check's `messages`; `params` fill its `{holes}`. */
export interface Finding<M extends string = string> {
  readonly subject: Subject;
  readonly message: M;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly confidence?: Confidence;
  /** Where this finding weighs other than the check's own severity. */
  readonly severity?: Severity;
  readonly evidence: readonly Evidence[];
  readonly remedy?: Remedy | undefined;
}

/** What `run` answers where a list of findings does not say it all. */
export interface Answer<M extends string = string> {
  readonly findings?: readonly Finding<M>[];
  /** Sentences: what the check could not see. With no finding the outcome is then `unknown`, never `pass`. */
  readonly unread?: readonly string[];
  /** The question does not arise on this phone, and why. */
  readonly notApplicable?: string;
}

/** One question, judged from facts and feeds. Erased form, as the engine and the registry hold it. */
export interface Check {
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly question: string;
  readonly title: { readonly pass: string; readonly fail: string };
  readonly why: string;
  readonly advice: string;
  readonly references: readonly string[];
  readonly messages: Readonly<Record<string, string>>;
  /** What to do about its findings that name no remedy of their own. */
  readonly remedy?: Remedy | undefined;
  /** Why nothing that a person or Candor does to the phone ends what it finds. Findings of every other check have a remedy. */
  readonly noRemedy?: string | undefined;
  readonly needs: Needs;
  readonly wants: Needs;
  readonly run: (values: never, wanted: never) => readonly Finding[] | Answer;
  readonly examples: {
    readonly pass: readonly Example[];
    readonly fail: readonly Example[];
    readonly unknown?: readonly Example[];
    readonly notApplicable?: readonly Example[];
  };
}

/** One example: the values of the needs, and what they show. Examples are the check's tests and its documentation. */
export interface Example<V = unknown, W = unknown> {
  readonly name: string;
  readonly given: V;
  readonly wanted?: W;
  /** For `fail`: the number of findings; at least one where it is left out. */
  readonly findings?: number;
}

interface CheckSpec<N extends Needs, W extends Needs, M extends string> {
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  /** The question in plain words: "Is the data on the phone encrypted?" */
  readonly question: string;
  readonly title: { readonly pass: string; readonly fail: string };
  /** Why it matters, for a person without training. */
  readonly why: string;
  /** What to do. */
  readonly advice: string;
  /** Sources: https addresses of documentation, AOSP source paths, published research. At least one. */
  readonly references: readonly [string, ...string[]];
  /** The sentences of its findings, by key; `{name}` is filled from the finding's params. */
  readonly messages: Readonly<Record<M, string>>;
  /** What to do about findings that name no remedy of their own. */
  readonly remedy?: Remedy;
  /** A sentence, where nothing that is done to the phone ends what it finds: why. Findings without any remedy need it. */
  readonly noRemedy?: string;
  readonly needs: N;
  /** Facts that make a better answer but are not required. */
  readonly wants?: W;
  /** Pure. Throws NotReported (through `reported`) where a value it must have is absent. */
  readonly run: (values: Values<N>, wanted: Wanted<W>) => readonly Finding<NoInfer<M>>[] | Answer<NoInfer<M>>;
  readonly examples: {
    readonly pass: readonly [Example<Values<N>, Partial<Wanted<W>>>, ...Example<Values<N>, Partial<Wanted<W>>>[]];
    readonly fail: readonly [Example<Values<N>, Partial<Wanted<W>>>, ...Example<Values<N>, Partial<Wanted<W>>>[]];
    readonly unknown?: readonly Example<Values<N>, Partial<Wanted<W>>>[];
    readonly notApplicable?: readonly Example<Values<N>, Partial<Wanted<W>>>[];
  };
}

/** Defines a check: a plain object whose types flow from `needs` and `wants`. */
export function defineCheck<
  const N extends Needs,
  const M extends string,
  const W extends Needs = Record<never, never>,
>(spec: CheckSpec<N, W, M>): Check {
  return { ...spec, wants: spec.wants ?? {} } as Check;
}
