/** The three tables of settings; `global` is one for the phone, the others are one per user. */
export interface SettingTables {
  readonly global: Map<string, string>;
  readonly secure: Map<number, Map<string, string>>;
  readonly system: Map<number, Map<string, string>>;
}

export type SettingSpace = "global" | "secure" | "system";

/** The table of a namespace for a user, made when the user has none. */
export function settingTable(tables: SettingTables, space: SettingSpace, user: number): Map<string, string> {
  if (space === "global") return tables.global;
  let table = tables[space].get(user);
  if (!table) {
    table = new Map();
    tables[space].set(user, table);
  }
  return table;
}

/** The components in a colon-separated setting such as `enabled_accessibility_services`. */
export function componentList(tables: SettingTables, key: string, user: number): readonly string[] {
  const value = tables.secure.get(user)?.get(key);
  return value === undefined || value === "" || value === "null" ? [] : value.split(":").filter((part) => part !== "");
}
