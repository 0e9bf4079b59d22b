import type { UserId } from "../core/check.ts";
import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { parseAccessibilityDump } from "../formats/accessibility-dump.ts";
import { type Component, parseComponentList } from "../formats/component-list.ts";
import { secureSettings } from "./secure-settings.ts";

/** Accessibility services of one user. */
export interface AccessibilityServices {
  readonly user: UserId;
  /** Services that are switched on, as far as their components are known. */
  readonly services: readonly Component[];
  /**
   * Labels of the running services, where the dump was asked; null where it was not. On Android 7 to 9 they are all that the dump
   * tells, and `services` is empty then.
   */
  readonly bound: readonly string[] | null;
}

const key = "enabled_accessibility_services";

/** Accessibility services that are switched on: apps that can read the screen and act in the owner's place. */
export const accessibility = defineFact({
  id: "accessibility",
  about: "Accessibility services that are switched on, per user",
  needs: { secureSettings },
  read: () => [],
  parse: (_, { secureSettings }): readonly AccessibilityServices[] => {
    // A phone on which no service was ever switched on has no such setting; then the service itself is asked.
    if (secureSettings.every(({ settings }) => settings[key] === undefined))
      throw new FormatError("settings list secure", `no ${key}`);
    return secureSettings.map(({ user, settings }) => ({
      user,
      services: parseComponentList(settings[key] ?? ""),
      bound: null,
    }));
  },
  otherwise: [
    reading({
      read: () => [["dumpsys", "accessibility"]],
      parse: ([text = ""]): readonly AccessibilityServices[] =>
        parseAccessibilityDump(text).map(({ user, enabled, bound }) => ({ user, services: enabled ?? [], bound })),
    }),
    reading({
      read: () => [{ run: ["settings", "get", "secure", key], complete: /^[^\n]+$/ }],
      parse: ([text = ""]): readonly AccessibilityServices[] => [
        { user: "current", services: parseComponentList(text), bound: null },
      ],
    }),
  ],
});
