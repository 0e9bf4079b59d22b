import { DeviceError, type DeviceErrorCode, deviceErrorCodes } from "../core/errors.ts";
import { table } from "../core/json.ts";

/** Name of the file that says which file answers which command. */
export const manifestFile = "outputs.json";
/** Version of Candor's own capture; a change that old readers cannot read raises the number. */
export const captureSchema = "candor.capture/1";

/** Where the answer to one command is, or why there was none. */
export type ManifestEntry =
  | {
      /** Paths beside the manifest. */
      readonly file: string;
      readonly stderr?: string | undefined;
      /** 0 to 255; null where it is not known. */
      readonly exitCode: number | null;
      /** Where the source had found it, in words. */
      readonly origin?: string | undefined;
    }
  | {
      readonly error: {
        readonly code: DeviceErrorCode;
        readonly message: string;
        readonly next?: string | undefined;
      };
    };

/** `outputs.json`: when the answers were true, and by command line where they are. */
export interface Manifest {
  /** Whether Candor wrote it: `schema` is there. */
  readonly capture: boolean;
  /** Epoch milliseconds; null where it is not told. */
  readonly takenAt: number | null;
  readonly outputs: Readonly<Record<string, ManifestEntry>>;
}

/**
 * Reads `outputs.json`.
 *
 * Written by hand it is `{"takenAt": "2026-05-04T18:30:00-05:00", "outputs": {"getprop": "getprop.txt"}}`; instead of a file name
 * `{"file": …, "exitCode": 1, "stderr": FILE}` may stand. Candor's captures add `schema` and, for a command without an answer,
 * `{"error": {"code", "message", "next"}}`.
 *
 * @throws DeviceError `unreadable` for anything else, and for a path that leads out of the folder.
 */
export function parseManifest(text: string): Manifest {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw broken("it is not valid JSON");
  }
  if (!isObject(parsed) || !isObject(parsed["outputs"])) throw broken('it has no "outputs"');
  const { schema, takenAt, outputs } = parsed;
  if (schema !== undefined && schema !== captureSchema)
    throw new DeviceError(
      "unreadable",
      "The capture was written by another version of Candor.",
      "Read it with a newer Candor.",
    );
  return {
    capture: schema !== undefined,
    takenAt: takenAt === undefined || takenAt === null ? null : moment(takenAt),
    outputs: table(Object.entries(outputs).map(([command, value]) => [command, entryOf(command, value)])),
  };
}

function entryOf(command: string, value: unknown): ManifestEntry {
  if (typeof value === "string") return { file: safePath(value), exitCode: null };
  if (!isObject(value)) throw broken(`the entry ${shown(command)} is neither a file name nor an object`);
  const { file, stderr, exitCode = null, origin, error } = value;
  if (isObject(error)) {
    const { code, message, next } = error;
    const known = deviceErrorCodes.find((candidate) => candidate === code);
    if (known === undefined || typeof message !== "string")
      throw broken(`the error of ${shown(command)} has no known code and message`);
    return { error: { code: known, message, ...(typeof next === "string" ? { next } : {}) } };
  }
  if (typeof file !== "string") throw broken(`the entry ${shown(command)} names no file`);
  if (exitCode !== null && !(Number.isInteger(exitCode) && Number(exitCode) >= 0 && Number(exitCode) <= 255))
    throw broken(`the exit code of ${shown(command)} is not 0 to 255`);
  return {
    file: safePath(file),
    exitCode: exitCode as number | null,
    ...(typeof stderr === "string" ? { stderr: safePath(stderr) } : {}),
    ...(typeof origin === "string" ? { origin } : {}),
  };
}

function moment(value: unknown): number {
  const zoned =
    typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/.test(value);
  const at = zoned ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw broken('"takenAt" is not a time with its zone, such as "2026-05-04T18:30:00-05:00"');
  return at;
}

/** A path below the manifest's own folder. */
function safePath(path: string): string {
  const parts = path.split(/[/\\]/);
  if (path.includes("\0") || parts[0] === "" || /^[A-Za-z]:/.test(path) || parts.includes(".."))
    throw broken(`it names a file outside of its folder: ${shown(path)}`);
  return path.replace(/^(?:\.\/)+/, "");
}

function broken(why: string): DeviceError {
  return new DeviceError(
    "unreadable",
    `${manifestFile} cannot be used: ${why}.`,
    "Mend it as docs/captures.md describes.",
  );
}

function shown(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 99)}…` : text);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
