import type { Evidence, UserId } from "../../core/check.ts";
import type { Fact } from "../../core/fact.ts";
import type { UserSettings } from "../../facts/secure-settings.ts";

/** The value of a setting; undefined where it was never set, which the phone shows by leaving it out or as "null". */
export function settingValue(settings: Readonly<Record<string, string>>, name: string): string | undefined {
  const value = settings[name];
  return value === undefined || value === "null" || value === "" ? undefined : value;
}

/**
 * Why a missing name in the device's settings does not mean "never set": the list lacks what every phone stores. Empty for a list that
 * is whole.
 */
export function cutSettings(settings: Readonly<Record<string, string>>): readonly string[] {
  if (settings["adb_enabled"] !== undefined) return [];
  return ["The phone did not report its settings in full (adb_enabled is missing)."];
}

/** One user's value of a setting. */
export interface UserValue {
  readonly user: UserId;
  readonly value: string | undefined;
}

/**
 * The value of a setting for each person: for user 0 (or the one user the source tells of) also where it was never set, for the
 * others only where it was; profiles such as dual apps follow their owner and have few settings of their own.
 */
export function userValues(all: readonly UserSettings[], name: string): readonly UserValue[] {
  const values = all.map(({ user, settings }) => ({ user, value: settingValue(settings, name) }));
  return values.filter(({ user, value }) => value !== undefined || isMain(user));
}

/** The owner, or the one user that a source tells of. */
export function isMain(user: UserId): boolean {
  return user === 0 || user === "current";
}

/** The evidence for a setting, "not set" where it was never set. */
export function settingEvidence(fact: Fact<unknown>, name: string, value: string | undefined): readonly Evidence[] {
  return [{ kind: "value", fact, name, value: value ?? "not set" }];
}

/** A user within a sentence: "user 0", or "the current user" where the source does not tell which. */
export function userName(user: UserId): string {
  return user === "current" ? "the current user" : `user ${user}`;
}
