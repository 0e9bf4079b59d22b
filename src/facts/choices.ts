import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";
import { type Json, table } from "../core/json.ts";
import { clippedText, count, flag, list, members, nullable, oneOf, type Shape, text } from "../formats/json-shape.ts";

/**
 * `holds`: the phone is as it was chosen. `came-back`: it is not. `unknown`: the phone did not tell. `moot`: the app that it is about is not there
 * any more. `over`: it has run its course; an app was to ask, and was answered on the phone.
 */
export type ChoiceState = "holds" | "came-back" | "unknown" | "moot" | "over";

/** What was chosen for the phone with Candor, seen to hold then, and not taken back; and whether it holds now. Texts are outside text. */
export interface KeptChoice {
  /** Number of the entry of the journal, and place of the change in it, from 1. */
  readonly entry: number;
  readonly change: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** In words: "Disable com.example for user 0". */
  readonly about: string;
  /** What makes it hold again. */
  readonly action: string;
  readonly params: Readonly<Record<string, Json>>;
  readonly state: ChoiceState;
  /** Why it is unknown; null otherwise. */
  readonly reason: string | null;
  /** Another build of the system than then. */
  readonly updated: boolean;
}

/** All choices for one phone. */
export interface Choices {
  readonly schema: typeof choicesSchema;
  /** Why they could not be read, or not all of them, in a sentence; null where they could. */
  readonly unread: string | null;
  readonly choices: readonly KeptChoice[];
}

export const choicesSchema = "candor.choices/1";

const word = text(200, /^[^\0-\x1f]+$/);
const paramsShape: Shape<Readonly<Record<string, Json>>> = (value, where) => {
  if (typeof value !== "object" || value === null || Array.isArray(value) || JSON.stringify(value).length > 8000)
    throw new FormatError("choices", `${where} is no object, or too large`);
  return { ...table(Object.entries(value as Readonly<Record<string, Json>>)) };
};

const choicesShape = members<Choices>({
  schema: oneOf(choicesSchema),
  unread: nullable(clippedText(1000)),
  choices: list(
    members<KeptChoice>({
      entry: count,
      change: count,
      at: text(40, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      about: clippedText(1000),
      action: word,
      params: paramsShape,
      state: oneOf("holds", "came-back", "unknown", "moot", "over"),
      reason: nullable(clippedText(1000)),
      updated: flag,
    }),
    100_000,
  ),
});

/** What was chosen for this phone with Candor, and whether it holds. Answered from the journal, not by the phone. */
export const choices = defineFact({
  id: "choices",
  about: "What was chosen for this phone with Candor, and whether it holds",
  read: () => [{ run: ["candor", "choices"], timeoutMs: 10 * 60_000 }],
  parse: ([answer = ""]): Choices => {
    let document: unknown;
    try {
      document = JSON.parse(answer);
    } catch {
      throw new FormatError("choices", "it is no JSON");
    }
    return choicesShape(document, "the document");
  },
});
