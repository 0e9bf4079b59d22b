import { defineFact, reading } from "../core/fact.ts";
import { parseSettingsList } from "../formats/settings-list.ts";
import { settingsOf, type UserSettings } from "./secure-settings.ts";
import { users } from "./users.ts";

/** Settings that apps may change (namespace `system`), per user. */
export const systemSettings = defineFact({
  id: "system-settings",
  about: "Settings that apps may change, per user",
  needs: { users },
  read: ({ users }) =>
    users.map((user) => ({ run: ["settings", "list", "--user", String(user.id), "system"], optional: user.id !== 0 })),
  parse: (outputs, { users }): readonly UserSettings[] =>
    users.map((user, i) => ({ user: user.id, ...settingsOf(outputs[i] ?? "") })),
  otherwise: [
    reading({
      read: () => [["settings", "list", "system"]],
      parse: ([text = ""]): readonly UserSettings[] => [{ user: "current", settings: parseSettingsList(text) }],
    }),
  ],
});
