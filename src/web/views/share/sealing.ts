import type { RedactionLevel } from "../../../centre/redact-snapshot.ts";
import { ask, type Failure, failureIn, type JobHandle, type JobState } from "../../api.ts";

/** For whom something is sealed, as the server takes it. */
export type SealTo =
  | { readonly recipients: string; readonly known: readonly string[] }
  | { readonly passphrase: string; readonly weakToo: boolean };

/** What is sealed. */
export type SealWhat =
  | { readonly files: readonly File[] }
  | { readonly path: string }
  | { readonly examination: string; readonly redaction: RedactionLevel }
  | { readonly evidence: string };

/** Seals it, and gives how that ended. Files are sent to Candor's own server, which seals them while they come. */
export async function seal(
  job: JobHandle,
  { what, to, armor }: { readonly what: SealWhat; readonly to: SealTo; readonly armor: boolean },
  signal: AbortSignal,
): Promise<JobState> {
  if (!("files" in what)) return await job.start("/share/sealed", { what, to, armor });
  try {
    const file = await oneFile(what.files);
    const { order } = await ask<{ readonly order: string }>("/share/orders", { body: { to, armor } });
    return await job.start(`/share/files?order=${order}&name=${encodeURIComponent(file.name)}`, file, signal);
  } catch (error) {
    return { state: "failed", failure: failureIn(error) };
  }
}

/** The one file, or all of them in a zip. @throws ApiError for more than a zip is made of */
async function oneFile(files: readonly File[]): Promise<File> {
  const [first] = files;
  if (first && files.length === 1) return first;
  const { zippedChoice } = await import("../../parts/zipped-folder.ts");
  return await zippedChoice(files);
}

/** Whether a file begins as one that is sealed with age does, as text or as bytes. */
export async function beginsSealed(file: File): Promise<boolean> {
  const head = await file.slice(0, 40).text();
  return head.startsWith("age-encryption.org/v1\n") || head.startsWith("-----BEGIN AGE ENCRYPTED FILE-----");
}

/** What went wrong, where it ended so. */
export const failureOf = (end: JobState): Failure | undefined => (end.state === "failed" ? end.failure : undefined);

/** The beginning and the end of a key: what people compare. */
export function shortKey(line: string): string {
  const [kind = "", key] = line.split(" ");
  const long = key ?? kind;
  const short = long.length > 24 ? `${long.slice(0, 10)}…${long.slice(-6)}` : long;
  return key === undefined ? short : `${kind} …${long.slice(-8)}`;
}
