import { FormatError } from "../core/errors.ts";

/**
 * Reads `cmd package query-activities --brief`: the package of each activity that answers an intent.
 *
 * AOSP: services/core/java/com/android/server/pm/PackageManagerShellCommand.java, runQueryIntentActivities.
 *
 * @returns package names without repetition; empty where the phone says that there is none.
 * @throws FormatError for any other answer, or where fewer activities are listed than announced.
 */
export function parseQueriedPackages(text: string): readonly string[] {
  const lines = text.trim().split("\n");
  if (lines[0]?.trim() === "No activities found") return [];
  const announced = /^(\d{1,6}) activities found:$/.exec(lines[0]?.trim() ?? "")?.[1];
  const found = lines.flatMap((line) => /^ +([A-Za-z0-9_.-]+)\/[A-Za-z0-9_.$-]+$/.exec(line)?.[1] ?? []);
  if (announced === undefined || Number(announced) !== found.length)
    throw new FormatError("cmd package query-activities", "not a list of activities");
  return [...new Set(found)];
}
