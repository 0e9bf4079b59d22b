import type { CommandContext } from "@stricli/core";

/** What a command may touch: the process's streams, environment and clock. Tests give their own. */
export interface Context extends CommandContext {
  readonly process: {
    readonly stdout: NodeJS.WriteStream;
    readonly stderr: NodeJS.WriteStream;
    readonly env: NodeJS.ProcessEnv;
    exitCode?: number | string | null;
  };
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Aborts when the person stops the program. */
  readonly signal: AbortSignal;
  readonly dataFolder: string;
}

/** Exit codes: what scripts may rely on. The last two are 128 and the number of the signal, as shells have it. */
export const exitCodes = {
  fine: 0,
  findings: 1,
  usage: 2,
  unreadable: 3,
  fault: 70,
  stopped: 130,
  pipeClosed: 141,
} as const;

/** Exit code of assessments: nothing required is denied, but something required is not known. */
export const notDeterminable = 4;

/** Whether colour may be used on a stream: a terminal, and nobody said no (https://no-color.org). */
export function mayColor(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"] && env["FORCE_COLOR"] !== "0") return true;
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

/** Columns to write for: the terminal's, at most 110, or 100 where there is none. */
export function columns(stream: NodeJS.WriteStream): number {
  return stream.isTTY ? Math.max(40, Math.min(stream.columns ?? 80, 110)) : 100;
}

/** Columns for a table: all that the terminal has, or 160 where there is none. */
export function tableColumns(stream: NodeJS.WriteStream): number {
  return stream.isTTY ? Math.max(40, stream.columns ?? 80) : 160;
}
