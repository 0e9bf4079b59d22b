import { FormatError } from "../core/errors.ts";

/** Apps that one user's phone put to sleep because they were not used. */
export interface HibernatingApps {
  readonly user: number;
  readonly packages: readonly string[];
}

const format = "dumpsys app_hibernation";

/**
 * Parses `dumpsys app_hibernation`, from Android 12 on: per user one line for each app,
 * `UserLevelState{packageName='com.example', hibernated=false', …}`, stray quotes included.
 *
 * @throws FormatError when there is no user, or a line is none of these.
 * AOSP: frameworks/base/services/core/java/com/android/server/apphibernation/UserLevelState.java (toString).
 */
export function parseAppHibernation(text: string): readonly HibernatingApps[] {
  const users: { user: number; packages: string[] }[] = [];
  for (const line of text.split("\n").map((each) => each.trim())) {
    const user = /^User Level Hibernation States, user=(\d{1,9})$/.exec(line);
    if (user) users.push({ user: Number(user[1]), packages: [] });
    else if (line.startsWith("UserLevelState{")) {
      const state = /^UserLevelState\{packageName='([^']{1,1000})', hibernated=(true|false)\b/.exec(line);
      const at = users.at(-1);
      if (!state || !at) throw new FormatError(format, `not a state: ${line.slice(0, 60)}`);
      if (state[2] === "true") at.packages.push(state[1] ?? "");
    }
  }
  if (users.length === 0) throw new FormatError(format, "no user");
  return users;
}
