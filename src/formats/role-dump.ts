import { FormatError } from "../core/errors.ts";
import { table } from "../core/json.ts";
import { dumpObjects, dumpTexts, parseDumpTree } from "./dump-tree.ts";

/** Roles of one user: name (android.app.role.SMS …) to the packages that hold it. */
export interface RoleHolders {
  readonly user: number;
  readonly holders: Readonly<Record<string, readonly string[]>>;
}

/**
 * Parses `dumpsys role` (Android 10 and later). A role that nobody holds has an empty list.
 *
 * @throws FormatError when no user with roles is found.
 * AOSP: packages/modules/Permission/service/java/com/android/role/RoleUserState.java (dump).
 */
export function parseRoleDump(text: string): readonly RoleHolders[] {
  const users = dumpObjects(parseDumpTree(text), "user_states").map((state) => {
    const user = dumpTexts(state, "user_id")[0];
    if (user === undefined || !/^\d+$/.test(user)) throw new FormatError("dumpsys role", "roles without their user");
    const roles = dumpObjects(state, "roles").map((role) => {
      const name = dumpTexts(role, "name")[0];
      if (name === undefined) throw new FormatError("dumpsys role", "a role without a name");
      return [name, dumpTexts(role, "holders")] as const;
    });
    return { user: Number(user), holders: table(roles) };
  });
  if (users.every(({ holders }) => Object.keys(holders).length === 0))
    throw new FormatError("dumpsys role", "no role found");
  return users;
}
