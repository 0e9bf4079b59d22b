import { FormatError } from "../core/errors.ts";

/**
 * Parses a JSON document that must be a list. What its items are is for the caller to check.
 *
 * @param format the name of the document, for the error
 * @throws FormatError when the text is not JSON or not a list.
 */
export function parseJsonList(text: string, format: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FormatError(format, "not JSON");
  }
  if (!Array.isArray(value)) throw new FormatError(format, "not a list");
  return value as readonly unknown[];
}

/**
 * Parses a JSON document that must be a list of texts.
 *
 * @throws FormatError otherwise.
 */
export function parseJsonTexts(text: string, format: string): readonly string[] {
  const rows = parseJsonList(text, format);
  if (!rows.every((row): row is string => typeof row === "string"))
    throw new FormatError(format, "not a list of texts");
  return rows;
}
