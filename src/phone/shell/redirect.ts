import { ByteQueue } from "../byte-queue.ts";
import { ByteReader } from "../byte-reader.ts";
import { resolvePath } from "../path.ts";
import { FileError, type Files } from "../program.ts";
import type { Redirect } from "./syntax.ts";

/** Where a command's output goes. */
export interface Output {
  /** @throws BrokenPipe when nobody reads any more. */
  write(bytes: Uint8Array): Promise<void>;
}

/** The open files of a command: standard input, and outputs by number. */
export interface Descriptors {
  readonly input: ByteReader;
  readonly outputs: ReadonlyMap<number, Output>;
}

/** Descriptors after redirections, and what must be awaited when the command has ended. */
export interface Redirected {
  readonly descriptors: Descriptors;
  /** Ends and stores the files that were written. @throws FileError */
  close(): Promise<void>;
}

/** A redirection could not be opened; the message is mksh's. */
export class RedirectError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "RedirectError";
  }
}

/** Opens redirections from left to right. @throws RedirectError */
export async function redirect(
  redirects: readonly (Omit<Redirect, "target"> & { readonly target: string })[],
  from: Descriptors,
  files: Files,
  cwd: string,
): Promise<Redirected> {
  let input = from.input;
  const outputs = new Map(from.outputs);
  const closers: (() => Promise<void>)[] = [];
  for (const { fd, operator, target } of redirects) {
    if (operator === ">&" || operator === "<&") copy(fd, target, outputs);
    else if (operator === "<") input = await openInput(files, resolvePath(cwd, target), target);
    else {
      const file = await openOutput(files, resolvePath(cwd, target), target, operator === ">>");
      outputs.set(fd, file.output);
      closers.push(file.close);
    }
  }
  const close = async () => {
    for (const closer of closers) await closer();
  };
  return { descriptors: { input, outputs }, close };
}

function copy(fd: number, target: string, outputs: Map<number, Output>): void {
  const source = outputs.get(Number(target));
  if (target === "-") outputs.delete(fd);
  // `<&0` and the like name what is there already.
  else if (source !== undefined) outputs.set(fd, source);
  else if (target !== "0") throw new RedirectError(`${target}: bad file descriptor`);
}

async function openInput(files: Files, path: string, shown: string): Promise<ByteReader> {
  try {
    const reader = new ByteReader(files.open(path));
    // The first read tells whether the file can be opened at all.
    const first = await reader.next();
    if (first !== undefined) reader.unread(first);
    return reader;
  } catch (error) {
    if (error instanceof FileError) throw new RedirectError(`can't open ${shown}: ${error.message}`);
    throw error;
  }
}

/** The file is written while the command runs; a failure shows at the next write, or at the end. */
async function openOutput(
  files: Files,
  path: string,
  shown: string,
  append: boolean,
): Promise<{ output: Output; close: () => Promise<void> }> {
  const before = await existing(files, path);
  const body = new ByteQueue();
  let failure: RedirectError | undefined;
  const written = files
    .write(path, append && before !== undefined ? following(files.open(path), body) : body, { mode: before ?? 0o666 })
    .catch((error: unknown) => {
      body.cancel();
      if (!(error instanceof FileError)) throw error;
      failure = new RedirectError(`can't create ${shown}: ${error.message}`);
    });
  const output: Output = {
    write: async (bytes) => {
      if (failure !== undefined) throw failure;
      await body.push(bytes);
    },
  };
  const close = async () => {
    body.end();
    await written;
    if (failure !== undefined) throw failure;
  };
  return { output, close };
}

/** The permission bits of a file that is there already. */
async function existing(files: Files, path: string): Promise<number | undefined> {
  try {
    return (await files.stat(path)).mode & 0o7777;
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

async function* following(
  first: AsyncIterable<Uint8Array>,
  second: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first;
  yield* second;
}
