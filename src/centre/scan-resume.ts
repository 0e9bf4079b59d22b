import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { FormatError } from "../core/errors.ts";

/** What an earlier run has looked into. */
export interface ScannedBefore {
  /** Whether this very file was looked into: same path, size and time of change. */
  has(path: string, size: number, modified: string): boolean;
  /** SHA-256 of files of this size that were looked into, wherever they lay. */
  digestsOfSize(size: number): readonly string[];
  readonly files: number;
  /** The file breaks off within a line: what is written behind it must begin with a new one. */
  readonly cutOff: boolean;
}

/** Reasons that may be gone at the next run; everything else would only be the same again. */
const worthAnotherTry = new Set(["timeout", "memory", "crashed", "fault", "io", "missing", "no-permission"]);

/**
 * Reads the NDJSON of an earlier run, line by line. Lines that are broken off are left out, so that their files are looked into again.
 *
 * @throws FormatError when it is no NDJSON of such a run; the operating system's error when it cannot be read.
 */
export async function readScannedBefore(path: string, schema: string): Promise<ScannedBefore> {
  const files = new Set<string>();
  const bySize = new Map<number, Set<string>>();
  let [last, lines, broken] = ["", 0, 0];
  const stream = createReadStream(path, { encoding: "utf8" });
  stream.on("data", (chunk) => {
    last = String(chunk).slice(-1);
  });
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    lines++;
    const record = parsed(line);
    if (record?.["schema"] !== schema) {
      broken++;
      continue;
    }
    const { path: file, size, modified, sha256, code } = record;
    if (typeof code === "string" && worthAnotherTry.has(code)) continue;
    if (typeof file !== "string" || typeof size !== "number" || typeof modified !== "string") continue;
    files.add(key(file, size, modified));
    if (typeof sha256 !== "string") continue;
    const digests = bySize.get(size) ?? new Set();
    bySize.set(size, digests.add(sha256));
  }
  if (lines > 0 && files.size === 0 && broken === lines) throw new FormatError(path, "no NDJSON of candor apps scan");
  return {
    has: (file, size, modified) => files.has(key(file, size, modified)),
    digestsOfSize: (size) => [...(bySize.get(size) ?? [])],
    files: files.size,
    cutOff: last !== "" && last !== "\n",
  };
}

function key(path: string, size: number, modified: string): string {
  return `${size} ${modified} ${path}`;
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
