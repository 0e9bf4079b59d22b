import {
  backgroundLocation,
  knownPermission,
  type PermissionGoal,
  type PermissionGroup,
  permissionGoals,
  permissionGroups,
} from "../actions/permission-groups.ts";

export { backgroundLocation, type PermissionGoal, type PermissionGroup, permissionGoals, permissionGroups };

/** What a person can name: a group, or the precise location alone. */
export const permissionChoices = [...permissionGroups, "precise-location"] as const;
export type PermissionChoice = (typeof permissionChoices)[number];

/** What a choice of the person is called in a sentence: "camera", "precise location". */
export function choiceWords(choice: PermissionChoice): string {
  return choice === "sms" ? "text messages" : choice.replace("-", " ");
}

/** The words of a permission, for people. */
export function permissionWords(name: string): string {
  return knownPermission(name)?.words ?? name;
}

/** Days from `90d`, `12w`, `3m` (months of 30 days) or `90`. @throws SyntaxError */
export function daysOf(text: string): number {
  const [, count = "", unit = ""] = /^(\d{1,4})([dwm]?)$/.exec(text.trim()) ?? [];
  if (Number(count) === 0) throw new SyntaxError(`${JSON.stringify(text)} is no time: say 90d, 12w or 3m`);
  return Number(count) * (unit === "w" ? 7 : unit === "m" ? 30 : 1);
}
