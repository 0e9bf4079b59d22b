import { sourceBrief } from "./source-flags.ts";

/** `--json`, of every command that can be read by a program. */
export const json = { kind: "boolean", default: false, brief: "Print one JSON document and nothing else" } as const;

/** A command that takes no words after its name. */
export const noInput = { kind: "tuple", parameters: [] } as const;

/** A command that takes at most a source. */
export const optionalSource = {
  kind: "tuple",
  parameters: [{ brief: sourceBrief, parse: String, optional: true, placeholder: "SOURCE" }],
} as const;

/**
 * A number from 0 up, as it is typed.
 *
 * @throws SyntaxError for anything else, which is how the command line says what it could not take.
 */
export const wholeNumber = (text: string) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new SyntaxError(`${JSON.stringify(text)} is not a whole number`);
  return number;
};

/**
 * The number of a user of the phone, as it is typed.
 *
 * @throws SyntaxError for anything else.
 */
export const userNumber = (text: string) => {
  if (!/^\d{1,9}$/.test(text)) throw new SyntaxError(`${JSON.stringify(text)} is no user number`);
  return Number(text);
};
