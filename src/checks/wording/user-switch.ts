import type { Answer, Finding, OwnHands } from "../../core/check.ts";
import { secureSettings, type UserSettings } from "../../facts/secure-settings.ts";
import { switchOff } from "./collection-remedy.ts";
import { byHand } from "./remedies.ts";
import { settingEvidence, userName, userValues } from "./setting-value.ts";
import { unknownValue } from "./unknown-value.ts";

/** A switch of the namespace `secure`: 1 is on, 0 is off. */
export interface UserSwitch extends OwnHands {
  readonly key: string;
  /** What its readers take for granted where it was never set. */
  readonly unset: "on" | "off" | "unread";
  /** The value that is the finding. */
  readonly bad: "on" | "off";
  /** Its id among actions/collection-switches.ts, where Candor can switch it. */
  readonly switch?: string;
}

/** One finding for each person whose switch stands badly: message `set`, or `unset` where it was never touched; param `user`. */
export function userSwitch(asked: UserSwitch, all: readonly UserSettings[]): Answer<"set" | "unset"> {
  const values = userValues(all, asked.key);
  const strange = values.find(({ value }) => value !== undefined && !/^[01]$/.test(value));
  if (strange?.value !== undefined) return unknownValue(asked.key, strange.value);
  const untold = values.filter(({ value }) => value === undefined && asked.unset === "unread");
  const findings = values.flatMap(({ user, value }): readonly Finding<"set" | "unset">[] => {
    const state = value === "1" ? "on" : value === "0" ? "off" : asked.unset;
    if (state !== asked.bad) return [];
    return [
      {
        subject: { kind: "setting", name: asked.key, user },
        message: value === undefined ? "unset" : "set",
        params: { user: userName(user) },
        evidence: settingEvidence(secureSettings, asked.key, value),
        remedy:
          asked.switch === undefined ? byHand(asked.screen, ...asked.steps) : switchOff(asked.switch, user, asked),
      },
    ];
  });
  return { findings, unread: untold.map(({ user }) => `The phone did not report ${asked.key} for ${userName(user)}.`) };
}
