/** What kind of input is examined. */
export type SourceKind = "phone" | "bug-report" | "androidqf" | "outputs" | "capture";

/** Limits of one command. Every source enforces them; nothing runs without. */
export interface RunOptions {
  /** Milliseconds until the command is ended with DeviceError `timeout`. */
  readonly timeoutMs: number;
  /** Bytes of stdout and stderr together until it is ended with DeviceError `too-large`. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** The answer to one command. */
export interface Output {
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  /** 0 to 255, or null where the source cannot know it (bug reports, loose files). */
  readonly exitCode: number | null;
  /** Where in the source this was found, in words: "section DUMP OF SERVICE appops", "file settings/global.txt". */
  readonly origin?: string | undefined;
}

/**
 * Where commands are run and files are read: a phone over ADB, a bug report, an AndroidQF folder, a saved capture.
 *
 * A command is an argument list, for example `["settings", "list", "--user", "0", "secure"]`; a source that talks to a
 * phone quotes it in one place. A capture answers the commands whose answers it holds and throws DeviceError `absent`
 * for the others. Two pseudo-commands exist for what only a capture has: `["bugreport", "header"]` (the lines above the first
 * section), `["bugreport", "section", TITLE]` (a section by the title before its parenthesis, e.g. "PROCESSES AND THREADS"),
 * `["androidqf", FILE]` (one of AndroidQF's own files, e.g. "packages.json"). A phone answers them with `absent`. A third one,
 * `["candor", "apps"]`, asks what Candor found in the files of the installed apps (formats/app-inspections.ts): only captures that hold
 * it answer it, and phones whose apps are looked into. A fourth one, `["candor", "choices"]`, asks what was chosen for the phone with Candor
 * (facts/choices.ts): examinations answer it from the journal. A fifth one, `["candor", "attestation"]`, asks what the phone's hardware vouched
 * for when Candor asked it last (facts/attestation.ts): examinations answer it from what is kept.
 */
export interface Source {
  readonly kind: SourceKind;
  /** The serial number of a phone, the file name of a capture. Not trusted: may be crafted. */
  readonly name: string;
  /** When the facts were true: the phone's examination time or the time of the capture. Epoch milliseconds, null when unknown. */
  readonly takenAt: number | null;
  /** @throws DeviceError */
  run(command: readonly string[], options: RunOptions): Promise<Output>;
  /** What a connected phone serves besides commands; left out by everything else. */
  readonly services?: PhoneServices;
  close(): Promise<void>;
}

/** The services of a phone, by the names of AOSP packages/modules/adb, SERVICES.TXT. */
export interface PhoneServices {
  /** Whether the phone announced this feature, for example `stat_v2`. */
  has(feature: string): boolean;
  /** Opens a stream, for example to `sync:`. @throws DeviceError */
  open(service: string, options: { readonly signal?: AbortSignal | undefined }): Promise<PhoneChannel>;
}

/** A stream of bytes to and from a phone. Its calls throw DeviceError where the phone vanishes, falls silent or is stopped. */
export interface PhoneChannel {
  /** The next bytes, undefined at the end. */
  read(): Promise<Uint8Array | undefined>;
  write(bytes: Uint8Array): Promise<void>;
  close(): void;
}

/** One line for people and for the keys of captures: arguments joined by spaces, quoted for a POSIX shell where needed. */
export function commandLine(command: readonly string[]): string {
  return command.map(quote).join(" ");
}

/** The command in messages to people: clipped, since some carry a whole script. */
export function commandName(command: readonly string[]): string {
  const line = commandLine(command);
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/** Quotes one argument for the phone's shell. The only place where this is done. */
export function quote(argument: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
