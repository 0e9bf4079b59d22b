import { readFile } from "node:fs/promises";
import * as z from "zod";
import type { HandAnswer } from "../core/assessment.ts";
import { DeviceError } from "../core/errors.ts";

/** What a person says of controls that no check can decide, as `candor profiles answers` writes it to be filled in. */
export const controlAnswersSchema = "candor.control-answers/1";

const line = z.string().max(2000);

/** The document of answers. */
export const controlAnswersDocument = z.strictObject({
  schema: z.literal(controlAnswersSchema),
  /** Who answers, as they name themselves. */
  by: line.nullable().optional(),
  answers: z.array(
    z.strictObject({
      control: z.string().regex(/^[A-Z]{2,5}-\d{2}$/),
      /** Ignored when read: for whoever fills the file in. */
      question: line.optional(),
      answer: z.enum(["yes", "no", "does-not-apply"]).nullable(),
      note: line.nullable().optional(),
      on: z.iso.date().nullable().optional(),
    }),
  ),
});

export type ControlAnswersDocument = z.output<typeof controlAnswersDocument>;

/** Answers by hand, by control. */
export interface ControlAnswers {
  readonly by: string | null;
  readonly answers: ReadonlyMap<string, HandAnswer>;
}

/**
 * Reads a file of answers; what is not answered is left out.
 *
 * @throws DeviceError `unreadable` naming what is wrong with it
 */
export async function readControlAnswers(path: string, controls: ReadonlySet<string>): Promise<ControlAnswers> {
  const fault = (what: string) =>
    new DeviceError(
      "unreadable",
      `${path} cannot be used: ${what}.`,
      `“candor profiles answers” writes one to be filled in.`,
    );
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw fault(error instanceof SyntaxError ? "it is no JSON" : "it cannot be read");
  }
  const result = controlAnswersDocument.safeParse(parsed);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw fault(`${issue?.path.join(".") || "the document"}: ${issue?.message ?? "not as expected"}`);
  }
  const named = new Set<string>();
  for (const { control } of result.data.answers) {
    if (!controls.has(control)) throw fault(`there is no control ${control}`);
    if (named.has(control)) throw fault(`${control} is answered twice`);
    named.add(control);
  }
  return answersIn(result.data);
}

/** What a document answers; what is not answered is left out. */
export function answersIn({ by, answers }: ControlAnswersDocument): ControlAnswers {
  return {
    by: by ?? null,
    answers: new Map(
      answers.flatMap(({ control, answer, note, on }): readonly [string, HandAnswer][] =>
        answer === null ? [] : [[control, { answer, note: note ?? null, on: on ?? null }]],
      ),
    ),
  };
}
