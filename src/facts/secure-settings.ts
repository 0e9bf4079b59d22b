import type { UserId } from "../core/check.ts";
import { defineFact, reading } from "../core/fact.ts";
import { parseSettingsList } from "../formats/settings-list.ts";
import { users } from "./users.ts";

/** One user's settings of one namespace, by name. */
export interface UserSettings {
  readonly user: UserId;
  readonly settings: Readonly<Record<string, string>>;
}

/** Settings that only the system may change (namespace `secure`), per user. */
export const secureSettings = defineFact({
  id: "secure-settings",
  about: "Settings that only the system may change, per user",
  needs: { users },
  read: ({ users }) => users.map((user) => ["settings", "list", "--user", String(user.id), "secure"]),
  parse: (outputs, { users }): readonly UserSettings[] =>
    users.map((user, i) => ({ user: user.id, settings: parseSettingsList(outputs[i] ?? "") })),
  otherwise: [
    reading({
      read: () => [["settings", "list", "secure"]],
      parse: ([text = ""]): readonly UserSettings[] => [{ user: "current", settings: parseSettingsList(text) }],
    }),
  ],
});
