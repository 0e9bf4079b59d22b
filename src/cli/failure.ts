import { DeviceError, FormatError, VaultError } from "../core/errors.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";

/**
 * Says what went wrong and what to do next, and gives the exit code. An error that is not one of the known kinds is a fault
 * of Candor: that is said as such, with where it happened, and has a code of its own.
 */
export function failure(context: Context, error: unknown): number {
  const { stderr } = context.process;
  if (context.signal.aborted) {
    stderr.write("Stopped.\n");
    return exitCodes.stopped;
  }
  if (error instanceof DeviceError || error instanceof VaultError) {
    stderr.write(`${plainText(error.message, 1000)}\n`);
    if (error.next) stderr.write(`What to do: ${plainText(error.next, 2000)}\n`);
    return exitCodes.unreadable;
  }
  if (isSystemError(error)) {
    stderr.write(`${plainText(error.path ?? "The file")}: ${systemSentence(error)}\n`);
    return exitCodes.unreadable;
  }
  const where = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write("This is a fault of Candor, not of your phone. Please report it with the lines below.\n");
  for (const line of where.split("\n").slice(0, 12)) stderr.write(`${plainText(line)}\n`);
  return exitCodes.fault;
}

/** As `failure`, for commands that read proofs, keys and packages of others: what has not the layout of one is no fault of Candor. */
export function vaultFailure(context: Context, error: unknown): number {
  if (!(error instanceof FormatError)) return failure(context, error);
  return failure(
    context,
    new VaultError("damaged", `The ${error.format} cannot be read: ${error.message.slice(error.format.length + 2)}.`),
  );
}

interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";
}

function systemSentence(error: SystemError): string {
  const sentences: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file or folder.",
    EACCES: "this computer does not allow it.",
    EPERM: "this computer does not allow it.",
    EROFS: "the disk cannot be written.",
    ENOSPC: "the disk is full.",
    EISDIR: "this is a folder.",
    ENOTDIR: "a part of the path is not a folder.",
    EADDRINUSE: "the port is taken by another program.",
  };
  return sentences[error.code] ?? `${error.code}.`;
}
