import type { RefusedInAdvance, Step } from "../core/action.ts";
import { deniedToShell } from "./shell-powers.ts";

/** One setting, as it is and as it is to be; null for one that is not there. */
export interface SettingChange {
  readonly space: "global" | "secure" | "system";
  /** null for `global`, which all users share. */
  readonly user: number | null;
  readonly key: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The step that sets a setting or takes it out, and brings back exactly what was there (AOSP: SettingsProvider/SettingsService.java). */
export function settingSteps(
  change: SettingChange,
  properties: Readonly<Record<string, string>>,
): readonly Step[] | RefusedInAdvance {
  const { space, key, from, to } = change;
  if (from === to) return [];
  const about = to === null ? `Take out the setting ${space}/${key}` : `Set ${space}/${key} to ${JSON.stringify(to)}`;
  return deniedToShell(properties) ?? [{ about, run: command(change, to), undo: [command(change, from)] }];
}

function command({ space, user, key }: SettingChange, value: string | null): readonly string[] {
  const of = user === null ? [] : ["--user", String(user)];
  return value === null ? ["settings", "delete", ...of, space, key] : ["settings", "put", ...of, space, key, value];
}

/** The settings of one user, where they could be read. */
export function ofUser<S extends { readonly user: number | "current"; readonly refused?: true }>(
  all: readonly S[],
  user: number,
): S | undefined {
  return all.find((each) => each.user === user && !each.refused);
}
