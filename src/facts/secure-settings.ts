import type { UserId } from "../core/check.ts";
import { defineFact, notAnswered, reading } from "../core/fact.ts";
import { table } from "../core/json.ts";
import { parseSettingsList } from "../formats/settings-list.ts";
import { users } from "./users.ts";

/** One user's settings of one namespace, by name. */
export interface UserSettings {
  readonly user: UserId;
  /** Empty where the phone refuses to tell this user's. */
  readonly settings: Readonly<Record<string, string>>;
  /** The phone lets no computer look into this user (a secure folder, a protected profile). */
  readonly refused?: true;
}

/** One user's settings from the answer to `settings list`, or that it was refused. */
export function settingsOf(output: string): Omit<UserSettings, "user"> {
  return output === notAnswered ? { settings: table(), refused: true } : { settings: parseSettingsList(output) };
}

/** Settings that only the system may change (namespace `secure`), per user. */
export const secureSettings = defineFact({
  id: "secure-settings",
  about: "Settings that only the system may change, per user",
  needs: { users },
  read: ({ users }) =>
    users.map((user) => ({ run: ["settings", "list", "--user", String(user.id), "secure"], optional: user.id !== 0 })),
  parse: (outputs, { users }): readonly UserSettings[] =>
    users.map((user, i) => ({ user: user.id, ...settingsOf(outputs[i] ?? "") })),
  otherwise: [
    reading({
      read: () => [["settings", "list", "secure"]],
      parse: ([text = ""]): readonly UserSettings[] => [{ user: "current", settings: parseSettingsList(text) }],
    }),
  ],
});
