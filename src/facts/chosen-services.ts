import type { UserId } from "../core/check.ts";
import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";
import { type Component, parseComponentList } from "../formats/component-list.ts";
import { secureSettings } from "./secure-settings.ts";

/** Services that one user chose. A list is null where the phone does not tell, empty where nothing is chosen. */
export interface ChosenServices {
  readonly user: UserId;
  /** The assistant, and the service that listens for it. */
  readonly assistants: readonly Component[] | null;
  readonly autofill: readonly Component[] | null;
  /** Services for passwords and passkeys (Android 14 and later). */
  readonly credentials: readonly Component[] | null;
}

/** The assistant, autofill and password services that were chosen. */
export const chosenServices = defineFact({
  id: "chosen-services",
  about: "The assistant, autofill and password services that were chosen, per user",
  needs: { secureSettings },
  read: () => [],
  parse: (_, { secureSettings }): readonly ChosenServices[] => {
    const users = secureSettings.map(({ user, settings }) => ({
      user,
      assistants: components(settings, ["assistant", "voice_interaction_service"]),
      autofill: components(settings, ["autofill_service"]),
      credentials: components(settings, ["credential_service", "credential_service_primary"]),
    }));
    if (users.every((user) => user.assistants === null && user.autofill === null && user.credentials === null))
      throw new FormatError("settings list secure", "no assistant, autofill or credential service");
    return users;
  },
});

/** The components in those of the settings that exist; null where none does. */
function components(settings: Readonly<Record<string, string>>, keys: readonly string[]): readonly Component[] | null {
  const values = keys.map((key) => settings[key]).filter((value) => value !== undefined);
  if (values.length === 0) return null;
  // AOSP writes this word where the person chose no credential provider.
  const named = values.filter((value) => !["", "null", "credential-provider"].includes(value));
  return parseComponentList(named.join(":"));
}
