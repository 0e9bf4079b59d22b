import type { ChosenChanges } from "../../../centre/permission-choice.ts";
import type { PermissionRow } from "../../../centre/permission-matrix.ts";
import type { PermissionChoice, PermissionGoal } from "../../../centre/permission-words.ts";
import { ask } from "../../api.ts";

/** What is wanted of some apps. */
export interface Wanted {
  readonly rows: readonly Pick<PermissionRow, "package" | "user">[];
  readonly permissions: readonly PermissionChoice[];
  readonly to: PermissionGoal;
  /** What the app calls itself, where it is one. */
  readonly name?: string;
}

/** Asks what a wish comes to on the phone as it is now; each user apart, because an app is chosen for one. @throws ApiError */
export async function chooseChanges(phone: string, { rows, permissions, to }: Wanted): Promise<ChosenChanges> {
  const path = `/phones/${encodeURIComponent(phone)}/permissions/choice`;
  const parts: ChosenChanges[] = [];
  for (const user of new Set(rows.map((row) => row.user))) {
    const apps = rows.filter((row) => row.user === user).map((row) => row.package);
    parts.push(await ask<ChosenChanges>(path, { body: { permissions, to, apps, user, unusedDays: null } }));
  }
  return {
    calls: parts.flatMap(({ calls }) => calls),
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
    missing: parts.flatMap(({ missing }) => missing),
    already: parts.flatMap(({ already }) => already),
    warnings: parts.flatMap(({ warnings }) => warnings),
  };
}
