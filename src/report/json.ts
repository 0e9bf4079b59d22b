import type { Report } from "../core/report.ts";

/** The report as one JSON document with a final newline; control characters and line separators are escaped. */
export function writeJson(report: Report): string {
  return `${JSON.stringify(report, null, 2).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, unicodeEscape)}\n`;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
