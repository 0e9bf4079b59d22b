import { FormatError } from "../core/errors.ts";
import { defineFact, notAnswered } from "../core/fact.ts";
import { parseQueriedPackages } from "../formats/query-activities.ts";
import { users } from "./users.ts";

/** The packages that have an icon on one user's home screen. */
export interface LauncherApps {
  readonly user: number;
  /** null where the phone lets no computer look into this user. */
  readonly packages: readonly string[] | null;
}

/** Which packages show an icon, for each user who is running: of a stopped user the phone shows only a part. */
export const launcherApps = defineFact({
  id: "launcher-apps",
  about: "Which apps have an icon on the home screen, per running user",
  needs: { users },
  read: ({ users }) => running(users).map(({ id }) => ({ run: query(id), optional: id !== 0 })),
  parse: (outputs, { users }): readonly LauncherApps[] =>
    running(users).map(({ id }, i) => {
      const output = outputs[i] ?? "";
      if (output === notAnswered) return { user: id, packages: null };
      const packages = parseQueriedPackages(output);
      if (id === 0 && packages.length === 0) throw new FormatError("launcher apps", "the owner has no icon at all");
      return { user: id, packages };
    }),
});

function running<U extends { readonly id: number; readonly running: boolean | null }>(
  users: readonly U[],
): readonly U[] {
  return users.filter((user) => user.running === true || user.id === 0);
}

function query(user: number): readonly string[] {
  const intent = ["-a", "android.intent.action.MAIN", "-c", "android.intent.category.LAUNCHER"];
  return ["cmd", "package", "query-activities", "--brief", "--user", String(user), ...intent];
}
