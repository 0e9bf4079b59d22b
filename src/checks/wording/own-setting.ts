import type { Answer, OwnHands } from "../../core/check.ts";
import { secureSettings, type UserSettings } from "../../facts/secure-settings.ts";
import { systemSettings } from "../../facts/system-settings.ts";
import { setSecure, setSystem } from "./remedies.ts";
import { settingEvidence, userName, userValues } from "./setting-value.ts";
import { unknownValue } from "./unknown-value.ts";

/** A setting of each user that is 1 for on and 0 for off, and which of them is good. Phones do not tell what holds where it was never set. */
export interface OwnSetting extends OwnHands {
  readonly space: "secure" | "system";
  readonly key: string;
  readonly good: "0" | "1";
}

/** One finding for each person whose setting stands badly: message `set`, param `user`. */
export function ownSetting(asked: OwnSetting, all: readonly UserSettings[]): Answer<"set"> {
  const { space, key, good } = asked;
  const values = userValues(all, key);
  const strange = values.find(({ value }) => value !== undefined && !/^[01]$/.test(value));
  if (strange?.value !== undefined) return unknownValue(key, strange.value);
  const bad = values.filter(({ value }) => value !== undefined && value !== good);
  return {
    findings: bad.map(({ user, value }) => ({
      subject: { kind: "setting", name: key, user },
      message: "set",
      params: { user: userName(user) },
      evidence: settingEvidence(space === "secure" ? secureSettings : systemSettings, key, value),
      remedy: space === "secure" ? setSecure(user, [key], good, asked) : setSystem(user, key, good, asked),
    })),
    unread: values
      .filter(({ value }) => value === undefined)
      .map(({ user }) => `The phone did not report ${key} for ${userName(user)}.`),
  };
}
