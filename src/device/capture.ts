import { DeviceError } from "../core/errors.ts";
import { commandLine, type Output, type Source, type SourceKind } from "../core/source.ts";
import { writeAtomic } from "./atomic-file.ts";
import { captureSchema, type ManifestEntry, manifestFile } from "./manifest.ts";
import { asDeviceError } from "./stored.ts";
import { type ZipFile, zipOf } from "./zip-writer.ts";

/** Every answer that a source gave, by command line, and why where it gave none. */
export interface Recording {
  readonly source: { readonly kind: SourceKind; readonly name: string };
  readonly takenAt: number | null;
  readonly answers: ReadonlyMap<string, Output | DeviceError>;
}

/** A source that remembers. */
export interface RecordingSource extends Source {
  /** What was answered so far. */
  recording(): Recording;
}

/** Wraps a source so that every answer, and every refusal, is remembered for `writeCapture`. */
export function recordingSource(source: Source): RecordingSource {
  const answers = new Map<string, Output | DeviceError>();
  return {
    kind: source.kind,
    name: source.name,
    takenAt: source.takenAt,
    async run(command, options) {
      try {
        const output = await source.run(command, options);
        answers.set(commandLine(command), output);
        return output;
      } catch (error) {
        if (error instanceof DeviceError) answers.set(commandLine(command), error);
        throw error;
      }
    },
    close: () => source.close(),
    recording: () => ({ source: { kind: source.kind, name: source.name }, takenAt: source.takenAt, answers }),
  };
}

/**
 * Writes Candor's own capture: a zip of the answers with a manifest, readable by its owner alone. Checking it gives the same
 * report as checking the phone did. A file that was there is replaced only once the new one is whole and on disk.
 *
 * @param version Candor's version.
 * @throws DeviceError `unreadable` when it cannot be written.
 */
export async function writeCapture(path: string, recording: Recording, version: string): Promise<void> {
  try {
    await writeAtomic(path, zipOf(captureFiles(recording, version)));
  } catch (error) {
    throw asDeviceError(error, `The capture "${path}" cannot be written`, "Name a place where you may write.");
  }
}

/** The files of a capture, as `writeCapture` packs them. */
export function captureFiles({ source, takenAt, answers }: Recording, version: string): readonly ZipFile[] {
  const files: ZipFile[] = [];
  const add = (extension: string, bytes: Uint8Array) => {
    const name = `outputs/${String(files.length + 1).padStart(4, "0")}.${extension}`;
    files.push({ name, bytes });
    return name;
  };
  const outputs = [...answers].map(([command, answer]): [string, ManifestEntry] => {
    if (answer instanceof DeviceError) {
      const { code, message, next } = answer;
      return [command, { error: { code, message, next } }];
    }
    const { stdout, stderr, exitCode, origin } = answer;
    const file = add("txt", stdout);
    return [command, { file, stderr: stderr.length > 0 ? add("err", stderr) : undefined, exitCode, origin }];
  });
  const manifest = {
    schema: captureSchema,
    candor: version,
    source,
    takenAt: takenAt === null ? undefined : new Date(takenAt).toISOString(),
    outputs: Object.fromEntries(outputs),
  };
  return [{ name: manifestFile, bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`) }, ...files];
}
