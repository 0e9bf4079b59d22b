import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";

/**
 * Users whose encrypted storage was open when this was read: they have unlocked since the phone started.
 * AOSP: frameworks/base/services/core/java/com/android/server/StorageManagerService.java, dump.
 */
export const unlockedStorage = defineFact({
  id: "unlocked-storage",
  about: "Users whose encrypted storage is open",
  read: () => [["dumpsys", "mount"]],
  parse: ([text = ""]): readonly number[] => {
    const users = /^[ \t]*(?:Local|CE) unlocked users: \[([\d, ]{0,2000})\]/m.exec(text)?.[1];
    if (users === undefined) throw new FormatError("dumpsys mount", "no line about unlocked users");
    return users
      .split(",")
      .filter((id) => id.trim() !== "")
      .map(Number);
  },
});
