import { FormatError } from "../core/errors.ts";

/** Apps that battery saving leaves alone. */
export interface DeviceIdleLists {
  /** Added on this phone, by a person or by an app that asked. */
  readonly user: readonly string[];
  /** Exempt by the maker, in every state. */
  readonly system: readonly string[];
  /** Exempt by the maker, except in deep idle. */
  readonly systemExceptIdle: readonly string[];
}

/**
 * Parses the exemption lists of `dumpsys deviceidle`. A list without entries is not printed.
 *
 * @throws FormatError when none of the lists is there: every phone has exempt system apps.
 * AOSP: frameworks/base/apex/jobscheduler/service/java/com/android/server/DeviceIdleController.java (dump).
 */
export function parseDeviceIdleDump(text: string): DeviceIdleLists {
  const lines = text.split("\n");
  const lists = {
    user: list(lines, "user apps:"),
    system: list(lines, "system apps:"),
    systemExceptIdle: list(lines, "(except idle) system apps:"),
  };
  if (lists.system === null && lists.systemExceptIdle === null)
    throw new FormatError("dumpsys deviceidle", "no list of exempt system apps");
  return { user: lists.user ?? [], system: lists.system ?? [], systemExceptIdle: lists.systemExceptIdle ?? [] };
}

/** The indented names under a header, which newer versions call an allowlist. */
function list(lines: readonly string[], name: string): readonly string[] | null {
  const start = lines.findIndex(
    (line) => /^\s*(?:White|Allow)list /.test(line) && line.trim().endsWith(`list ${name}`),
  );
  if (start < 0) return null;
  const names: string[] = [];
  for (const line of lines.slice(start + 1)) {
    if (!/^ {4}[^\s:=]+\s*$/.test(line)) break;
    names.push(line.trim());
  }
  return names;
}
