import { FormatError, NotReported } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { lockSettings } from "./lock-settings.ts";

/** Whether one user's lock screen is switched off, so that the phone opens without even a swipe. */
export interface LockScreenDisabled {
  readonly user: number;
  readonly disabled: boolean;
}

/** Whether the lock screen is switched off. Asked of the phone's owner; newer versions tell it of every user in their dump. */
export const lockScreenDisabled = defineFact({
  id: "lock-screen-disabled",
  about: "Whether the lock screen is switched off",
  needs: { lockSettings },
  read: () => [],
  parse: (_, { lockSettings }): readonly LockScreenDisabled[] => {
    const told = lockSettings.flatMap(({ user, disabled }) => (disabled === null ? [] : [{ user, disabled }]));
    if (told.length === 0) throw new NotReported("This version of Android does not print it.");
    return told;
  },
  otherwise: [
    reading({
      read: () => [["cmd", "lock_settings", "get-disabled", "--user", "0"]],
      parse: ([text = ""]): readonly LockScreenDisabled[] => {
        const said = text.trim();
        if (said !== "true" && said !== "false") throw new FormatError("get-disabled", `answer "${said.slice(0, 60)}"`);
        return [{ user: 0, disabled: said === "true" }];
      },
    }),
  ],
});
