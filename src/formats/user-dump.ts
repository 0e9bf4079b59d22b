import { FormatError } from "../core/errors.ts";

/**
 * Reads the type of each user from `dumpsys user`: user number to "android.os.usertype.profile.PRIVATE" and the like. Empty before
 * Android 11, which knew no types.
 *
 * @throws FormatError when no user is found.
 * AOSP: frameworks/base/services/core/java/com/android/server/pm/UserManagerService.java (dumpUserLocked).
 */
export function parseUserTypes(text: string): ReadonlyMap<number, string> {
  const types = new Map<number, string>();
  let user: number | undefined;
  for (const line of text.split("\n")) {
    const head = /^\s*UserInfo\{(\d+):/.exec(line);
    if (head) user = Number(head[1]);
    const type = /^\s+Type: (android\.os\.usertype\.[A-Za-z_.]+)\s*$/.exec(line)?.[1];
    if (type !== undefined && user !== undefined && !types.has(user)) types.set(user, type);
  }
  if (user === undefined) throw new FormatError("dumpsys user", "no UserInfo found");
  return types;
}
