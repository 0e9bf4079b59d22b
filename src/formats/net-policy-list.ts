import { FormatError } from "../core/errors.ts";

/**
 * Parses `cmd netpolicy list restrict-background-…list`: `Restrict background blacklisted UIDs: 10123 10200 `, or `none`.
 *
 * @throws FormatError for anything else.
 * AOSP: frameworks/base/services/core/java/com/android/server/net/NetworkPolicyManagerShellCommand.java.
 */
export function parseNetPolicyList(text: string): readonly number[] {
  const found = /^Restrict background (?:black|white|deny|allow)listed UIDs: ((?:\d{1,10} )+|none)\s*$/.exec(text);
  if (!found) throw new FormatError("cmd netpolicy list", "no list of uids");
  const [, list = ""] = found;
  return list === "none" ? [] : list.trim().split(" ").map(Number);
}

/** Parses `cmd netpolicy get restrict-background`. @throws FormatError for any other answer */
export function parseDataSaver(text: string): boolean {
  const found = /^Restrict background status: (enabled|disabled)\s*$/.exec(text);
  if (!found) throw new FormatError("cmd netpolicy get", "no state of data saving");
  return found[1] === "enabled";
}
