import type { UserId } from "../core/check.ts";
import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";
import { type Component, parseComponent } from "../formats/component-list.ts";
import { secureSettings } from "./secure-settings.ts";

/** Keyboards and other input methods of one user. */
export interface InputMethods {
  readonly user: UserId;
  /** The one in use; null where none is chosen. */
  readonly selected: Component | null;
  readonly enabled: readonly Component[];
}

/** Keyboards and other input methods that are switched on. */
export const inputMethods = defineFact({
  id: "input-methods",
  about: "Keyboards and other input methods that are switched on, per user",
  needs: { secureSettings },
  read: () => [],
  parse: (_, { secureSettings }): readonly InputMethods[] => {
    const users = secureSettings.filter(({ settings }) => settings["enabled_input_methods"] !== undefined);
    if (users.length === 0) throw new FormatError("settings list secure", "no enabled_input_methods");
    return users.map(({ user, settings }) => ({
      user,
      selected: selected(settings["default_input_method"]),
      enabled: enabled(settings["enabled_input_methods"] ?? ""),
    }));
  },
});

function selected(value: string | undefined): Component | null {
  return value === undefined || value === "" || value === "null" ? null : parseComponent(value);
}

/** `id;subtype;subtype:id`: methods parted by colons, each with the numbers of its chosen languages. */
function enabled(value: string): readonly Component[] {
  if (value === "null") return [];
  const names = value.split(":").map((entry) => entry.split(";", 1)[0] ?? "");
  return names.filter((name) => name !== "").map(parseComponent);
}
