import { FormatError } from "../core/errors.ts";
import { sectionStart } from "./dumpsys-package.ts";

/**
 * The packages that must approve an installation, from the block `Verifiers:`; empty where the phone says `Required: null`.
 *
 * @throws FormatError when the block is missing or has no `Required:` line.
 */
export function parseRequiredVerifiers(text: string): readonly string[] {
  const lines = section(text, "Verifiers:").filter((line) => line.startsWith("  Required: "));
  if (lines.length === 0) throw new FormatError("dumpsys package", "no required verifier is named");
  return lines.map((line) => line.slice(12).split(" ")[0] ?? "").filter((name) => name !== "null" && name !== "");
}

/**
 * The packages that were installed, changed or removed since the phone started, from the block `Package Changes:`.
 *
 * @throws FormatError when the block is missing.
 */
export function parsePackageChanges(text: string): readonly string[] {
  const names = section(text, "Package Changes:").flatMap(
    (line) => / package=([A-Za-z0-9_.-]+)$/.exec(line)?.[1] ?? [],
  );
  return [...new Set(names)];
}

/** The indented lines under a headline at the start of a line. */
function section(text: string, headline: string): readonly string[] {
  const start = sectionStart(text, headline);
  if (start < 0) throw new FormatError("dumpsys package", `no block ${headline}`);
  const end = /\n(?=[^ \n])/g;
  end.lastIndex = Math.max(0, start - 1);
  const stop = text[start] === " " ? (end.exec(text)?.index ?? text.length) : start;
  return text.slice(start, stop).split("\n");
}
