import type { UnreadCode } from "./snapshot.ts";

/** Why an answer is no answer. */
export interface Refusal {
  readonly code: UnreadCode;
  readonly reason: string;
}

/** The answer to one command as text; `exitCode` null where the source cannot know it. */
export interface TextAnswer {
  readonly text: string;
  readonly errors: string;
  readonly exitCode: number | null;
  readonly origin: string | undefined;
}

/** Lines by which Android's tools refuse, some of them with exit code 0. Only the head of the answer is searched. */
const refusals: readonly RegExp[] = [
  /^(?:Exception occurred while executing.*\n)?(?:[\w.]*\.)?SecurityException\b.*/m,
  /^Can't find service: .*/m,
  /^cmd: Can't find service: .*/m,
  /^Permission Denial\b.*/im,
  /^.*: (?:inaccessible or )?not found$/m,
  /^.*: Permission denied$/m,
  /^.*: No such file or directory$/m,
  /^Failed to (?:dump|write|transact)\b.*/m,
  /^Error: (?:Could not access|java\.lang|Unknown|Shell does not have)\b.*/m,
  /^Shell does not have permission\b.*/m,
  /^Unknown (?:command|option|argument).*/m,
  /^Service host process PID: .*\n?$/m,
];

/** Characters of an answer's head in which a refusal is looked for; a dump that merely quotes one further down is an answer. */
const headLength = 400;

/**
 * Why this answer cannot be parsed, or undefined when it can: an exit code that is no success, a refusal in words, nothing at
 * all, NULs, or text that breaks off before its final newline.
 *
 * @param run the command
 * @param exitCodes codes other than 0 that are answers
 * @param complete what a complete answer without a final newline ends in
 * @param nuls whether NULs belong to the answer
 */
export function refusal(
  answer: TextAnswer,
  run: readonly string[],
  exitCodes: readonly number[] = [],
  complete?: RegExp,
  nuls = false,
): Refusal | undefined {
  const { text, errors, exitCode } = answer;
  if (exitCode !== null && exitCode !== 0 && !exitCodes.includes(exitCode)) {
    const said = firstLine(errors) || firstLine(text) || "nothing";
    return { code: "refused", reason: `the command ended with code ${exitCode} and said: ${said}` };
  }
  // Several commands in one `sh -c` may be refused one by one: their fact's parse tells them apart.
  const compound = run[0] === "sh" && text.trim().includes("\n");
  const said = compound ? undefined : refusalLine(text);
  if (said !== undefined) return { code: "refused", reason: `the phone answered: ${said}` };
  if (text.trim() === "") {
    const because = firstLine(errors);
    return { code: "refused", reason: because ? `the phone answered: ${because}` : "the phone answered nothing" };
  }
  if (!nuls && text.includes("\0")) return { code: "unknown-layout", reason: "the answer holds NUL bytes" };
  if (!text.endsWith("\n") && !complete?.test(text))
    return { code: "cut-off", reason: "the answer breaks off before its end" };
  return undefined;
}

function refusalLine(text: string): string | undefined {
  // A refusal is short: a long answer is searched in its first line only.
  const head = text.length <= headLength ? text : firstLine(text);
  for (const pattern of refusals) {
    const match = pattern.exec(head);
    if (match) return clip(match[0]);
  }
  return undefined;
}

function firstLine(text: string): string {
  return clip(/\S.*/.exec(text.slice(0, 2000))?.[0] ?? "");
}

function clip(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
