import { DeviceError, FormatError } from "../core/errors.ts";
import { commandName, type Output, type RunOptions, type Source, type SourceKind } from "../core/source.ts";

/** Gives the stored answer to a command; undefined where none is held. May throw DeviceError or FormatError. */
export type Answers = (command: readonly string[], maxBytes: number) => Promise<Output | undefined>;

/** A source made from stored answers. */
export interface Stored {
  readonly kind: SourceKind;
  readonly name: string;
  readonly takenAt: number | null;
  /** The noun for messages: "bug report". */
  readonly noun: string;
  readonly answers: Answers;
  close?(): Promise<void>;
}

/**
 * A source that answers from what is stored: `absent` for what is not held, `too-large` and `cancelled` as a phone would. Time
 * limits do not arise: every step is bounded by the size of the file.
 */
export function storedSource(stored: Stored): Source {
  return {
    kind: stored.kind,
    name: stored.name,
    takenAt: stored.takenAt,
    async run(command, options) {
      if (options.signal?.aborted) throw new DeviceError("cancelled", "The examination was stopped.");
      const output = await stored.answers(command, options.maxBytes).catch((error: unknown) => {
        if (error instanceof FormatError)
          throw new DeviceError("unreadable", `In the ${stored.noun}, ${reason(error)}.`);
        throw asDeviceError(error, `The ${stored.noun} cannot be read`);
      });
      if (!output) throw new DeviceError("absent", `This ${stored.noun} does not hold ${wanted(command)}.`);
      return limited(output, command, options);
    },
    close: async () => await stored.close?.(),
  };
}

function wanted(command: readonly string[]): string {
  return command.join(" ") === "candor apps" ? "what is in the apps" : `the answer to "${commandName(command)}"`;
}

function limited(output: Output, command: readonly string[], options: RunOptions): Output {
  if (output.stdout.length + output.stderr.length > options.maxBytes)
    throw new DeviceError(
      "too-large",
      `The answer to "${commandName(command)}" has more than ${options.maxBytes} bytes.`,
    );
  return output;
}

/** Bytes as the answer to a command whose exit code is not known. */
export function stdout(bytes: Uint8Array, origin: string): Output {
  return { stdout: bytes, stderr: new Uint8Array(), exitCode: null, origin };
}

/** Text as such an answer. */
export function stdoutText(text: string, origin: string): Output {
  return stdout(new TextEncoder().encode(text), origin);
}

/** What the operating system says of a file, in words. */
const systemErrors: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "it does not exist"],
  ["ENOTDIR", "it does not exist"],
  ["EACCES", "you may not read it"],
  ["EPERM", "you may not read it"],
  ["EROFS", "the disk is read-only"],
  ["ENOSPC", "the disk is full"],
  ["ELOOP", "it is a symbolic link"],
  ["EISDIR", "it is a folder"],
  ["EEXIST", "it is there already"],
  ["ENAMETOOLONG", "its name is too long"],
  ["EMFILE", "too many files are open"],
  ["EIO", "the disk reports an error"],
  ["ERR_INVALID_ARG_VALUE", "this is no path"],
]);

/**
 * A failure of a file or of a format as a DeviceError with one sentence.
 *
 * @param what the beginning of the sentence: "The file x cannot be read"
 * @throws the error itself when it is neither: a bug, not to be put in friendly words.
 */
export function asDeviceError(error: unknown, what: string, next?: string): DeviceError {
  if (error instanceof DeviceError) return error;
  if (error instanceof FormatError) return new DeviceError("unreadable", `${what}: ${reason(error)}.`, next);
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return new DeviceError("unreadable", `${what}: ${systemErrors.get(code) ?? `the system says ${code}`}.`, next);
}

/** What a FormatError says, without the format's name before it. */
function reason(error: FormatError): string {
  return error.message.slice(error.format.length + 2);
}
