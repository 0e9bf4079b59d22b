import type { UserId } from "../core/check.ts";
import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { table } from "../core/json.ts";
import { parseRoleDump } from "../formats/role-dump.ts";
import { secureSettings } from "./secure-settings.ts";

/** Default apps of one user. A role that is missing was not told; one with an empty list is held by nobody. */
export interface UserRoles {
  readonly user: UserId;
  /** Role (android.app.role.SMS, DIALER, BROWSER, HOME, ASSISTANT, CALL_SCREENING …) to packages. */
  readonly holders: Readonly<Record<string, readonly string[]>>;
}

/** Settings that told default apps before Android 10, and some of them still. */
const settingOfRole = [
  ["android.app.role.SMS", "sms_default_application"],
  ["android.app.role.DIALER", "dialer_default_application"],
  ["android.app.role.ASSISTANT", "assistant"],
] as const;

/** Default apps: who handles messages, calls, web pages, the home screen and assistance. */
export const roles = defineFact({
  id: "roles",
  about: "Default apps for messages, calls, web pages, home screen and assistance, per user",
  read: () => [["dumpsys", "role"]],
  parse: ([text = ""]): readonly UserRoles[] => parseRoleDump(text),
  otherwise: [
    reading({
      needs: { secureSettings },
      read: () => [],
      parse: (_, { secureSettings }): readonly UserRoles[] => {
        const users = secureSettings.map(({ user, settings }) => ({ user, holders: holders(settings) }));
        if (users.every((user) => Object.keys(user.holders).length === 0))
          throw new FormatError("settings list secure", "no default apps");
        return users;
      },
    }),
  ],
});

function holders(settings: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  return table(
    settingOfRole.flatMap(([role, key]) => {
      const value = settings[key];
      if (value === undefined || value === "null") return [];
      const name = value.split("/", 1)[0] ?? "";
      return [[role, name === "" ? [] : [name]] as const];
    }),
  );
}
