import { VaultError } from "../core/errors.ts";
import type { PlaceAnswer } from "./place-http.ts";

/** No file of a repository is larger: packs are at most 128 MiB and a header. */
export const mostFileBytes = 200 << 20;

/** The range that a call asks for. */
export interface AskedRange {
  readonly from?: number | undefined;
  readonly length?: number | undefined;
}

/** The header for a range; none for a whole file. */
export function rangeHeader(range: AskedRange): Record<string, string> {
  if (range.from === undefined && range.length === undefined) return {};
  const from = range.from ?? 0;
  return { range: `bytes=${from}-${range.length === undefined ? "" : from + range.length - 1}` };
}

/** The bytes of a good answer to such a question: from a server that gave the range, or one that gave the whole file instead. */
export function rangeBytes(answer: PlaceAnswer, range: AskedRange, what: string): Uint8Array {
  if (range.from === undefined && range.length === undefined) return answer.body;
  const from = range.from ?? 0;
  if (answer.status === 206) {
    const begin = /^bytes (\d+)-/.exec(answer.headers["content-range"] ?? "")?.[1];
    if (begin !== String(from) || (range.length !== undefined && answer.body.length !== range.length))
      throw short(what);
    return answer.body;
  }
  const to = range.length === undefined ? answer.body.length : from + range.length;
  if (from > answer.body.length || to > answer.body.length) throw short(what);
  return answer.body.subarray(from, to);
}

/** A file that is shorter than what was asked of it. */
export function short(what: string): VaultError {
  return new VaultError("damaged", `The place gave fewer or other bytes of ${what} than were asked for.`);
}

/** The size that an answer to HEAD names. @throws VaultError `damaged` */
export function sizeOf(answer: PlaceAnswer, what: string): number {
  const bytes = Number(answer.headers["content-length"]);
  if (answer.headers["content-length"] === undefined || !Number.isSafeInteger(bytes) || bytes < 0)
    throw new VaultError("damaged", `The place does not say how large ${what} is.`);
  return bytes;
}

/**
 * What an answer other than the one hoped for means.
 *
 * @param what what was asked, for the message: “index/0123…”.
 * @param said what the server itself said, in short; control characters are left out.
 */
export function failureOf(answer: PlaceAnswer, host: string, what: string, said = ""): VaultError {
  const { status } = answer;
  const words = `status ${status}${said === "" ? "" : `, “${harmless(said)}”`}`;
  if (status >= 300 && status < 400) {
    const target = URL.parse(answer.headers.location ?? "")?.host;
    return new VaultError(
      "refused",
      `${host} sends on to ${target === undefined ? "another address" : harmless(target)}, which is not the place that was named.`,
      "Nothing was sent there. Name the address where the vault lies, if you trust it.",
    );
  }
  if (status === 401)
    return new VaultError(
      "denied",
      `${host} does not accept the credentials (${words}).`,
      "Are user and password right?",
    );
  if (status === 403 || status === 405)
    return new VaultError(
      "denied",
      `${host} does not allow this (${words}, for ${what}).`,
      "Ask whoever runs the place for the right.",
    );
  if (status === 404 || status === 410) return new VaultError("absent", `${host} has no ${what}.`);
  if (status === 413 || status === 507)
    return new VaultError(
      "unwritable",
      `${host} is full or does not take files of this size (${words}).`,
      "Make room there.",
    );
  if (status === 429 || status >= 500) return new VaultError("unreachable", `${host} cannot answer now (${words}).`);
  return new VaultError("damaged", `${host} answered about ${what} in a way that is not understood (${words}).`);
}

/** At most 200 characters of a server's words, fit for a terminal. */
export function harmless(text: string): string {
  return text
    .replaceAll(/[^\x20-\x7e\u00a1-\u00ac\u00ae-\u024f]+/g, " ")
    .trim()
    .slice(0, 200);
}
