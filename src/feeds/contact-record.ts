import { FormatError } from "../core/errors.ts";

/** The JSON of one file. @throws FormatError */
export function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FormatError(file, "not JSON");
  }
}

/** A field of one line without control characters; null where there is none, or it is something else. */
export function lineOf(row: unknown, key: string): string | null {
  const value = own(row, key);
  return isLine(value) ? value.trim() : null;
}

/** The postal address: some lines of text. */
export function addressOf(row: unknown): string | null {
  const value = own(row, "address");
  if (typeof value !== "string" || value.length > 1_000) return null;
  const lines = value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.length > 0 && lines.length <= 12 && lines.every(isLine) ? lines.join("\n") : null;
}

/** An address that stands in a header of a message as it is: nothing but one mailbox. */
export function emailOf(row: unknown): string | null {
  const written = own(row, "email");
  // Some were copied with the hyphens of a page that breaks words.
  const value = typeof written === "string" ? written.replaceAll("\u00ad", "") : "";
  return /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d.-]{0,200}[a-z\d])?$/i.test(value) ? value : null;
}

/** The address of a page. */
export function webOf(row: unknown, key: string): string | null {
  const value = own(row, key);
  return typeof value === "string" && value.length <= 2_000 && /^https?:\/\/[^\s"'<>\\]+$/.test(value) ? value : null;
}

/** Where the record was read from: pages, and remarks of one line. */
export function linksOf(row: unknown): readonly string[] {
  return phrases(row, "sources");
}

/** A list of lines; what is no line is left out. */
export function phrases(row: unknown, key: string): readonly string[] {
  const value = own(row, key);
  return Array.isArray(value) ? value.filter(isLine).slice(0, 200) : [];
}

/** One field of each member of a list. */
export function labelOf(row: unknown, key: string, field: string): readonly string[] {
  const value = own(row, key);
  return Array.isArray(value) ? value.flatMap((each) => lineOf(each, field) ?? []).slice(0, 40) : [];
}

function isLine(value: unknown): value is string {
  return typeof value === "string" && /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,500}$/u.test(value) && value.trim() !== "";
}

function own(row: unknown, key: string): unknown {
  return typeof row === "object" && row !== null && Object.hasOwn(row, key)
    ? (row as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
