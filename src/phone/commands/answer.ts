import type { Io, Program } from "../program.ts";
import { Refusal } from "../state/refusal.ts";

/** What a command prints: a string is a line, bytes stand as they are. */
export type Lines = Iterable<string | Uint8Array>;

/** Ends an answer with an exit code other than 0: `return exit(1, "Failure [not installed for 0]")`. */
export interface Exit {
  readonly code: number;
  readonly lines: Lines;
}

/** An answer with an exit code. */
export function exit(code: number, ...lines: readonly string[]): Exit {
  return { code, lines };
}

/** Makes a program of a function from arguments to lines; a Refusal that it throws goes to standard error. */
export function program(run: (args: readonly string[], io: Io) => Lines | Exit | Promise<Lines | Exit>): Program {
  return async (args, io) => {
    try {
      const answer = await run(args, io);
      const ended = "code" in answer;
      await print(ended ? answer.lines : answer, io);
      return ended ? answer.code : 0;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await io.error(`${error.text}\n`);
      return error.code;
    }
  };
}

/** Writes lines in blocks, so that a long dump is neither a million writes nor held in memory. */
export async function print(lines: Lines, io: Io): Promise<void> {
  let block = "";
  for (const line of lines) {
    if (typeof line === "string") block += `${line}\n`;
    if (block.length > 32_768 || typeof line !== "string") {
      if (block !== "") await io.write(block);
      block = "";
    }
    if (typeof line !== "string") await io.write(line);
    if (io.signal.aborted) return;
  }
  if (block !== "") await io.write(block);
}
