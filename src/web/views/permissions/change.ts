import type { ChosenChanges, PermissionWish } from "../../../centre/permission-choice.ts";
import type { PermissionRow } from "../../../centre/permission-matrix.ts";
import type { PermissionRule } from "../../../centre/permission-rules.ts";
import type { PermissionChoice, PermissionGoal } from "../../../centre/permission-words.ts";
import type { ActionCall } from "../../../core/action.ts";
import { ask } from "../../api.ts";

/** What is wanted: something of some apps, or what rules that are kept ask for. */
export type Wanted = WantedOfApps | WantedByRules;

interface WantedByRules {
  readonly rules: readonly PermissionRule[];
}

interface WantedOfApps {
  readonly rows: readonly Pick<PermissionRow, "package" | "user">[];
  readonly permissions: readonly PermissionChoice[];
  readonly to: PermissionGoal;
  /** What the app calls itself, where it is one. */
  readonly name?: string;
}

/** Asks what a wish comes to on the phone as it is now; each rule, and each user of chosen apps, apart. @throws ApiError */
export async function chooseChanges(phone: string, wanted: Wanted): Promise<ChosenChanges> {
  const path = `/phones/${encodeURIComponent(phone)}/permissions/choice`;
  const parts: ChosenChanges[] = [];
  for (const body of wishesOf(wanted)) parts.push(await ask<ChosenChanges>(path, { body }));
  return {
    calls: lastOfEach(parts.flatMap(({ calls }) => calls)),
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
    missing: parts.flatMap(({ missing }) => missing),
    already: parts.flatMap(({ already }) => already),
    warnings: [...new Set(parts.flatMap(({ warnings }) => warnings))],
  };
}

function wishesOf(wanted: Wanted): readonly PermissionWish[] {
  if ("rules" in wanted) return wanted.rules;
  const { rows, permissions, to } = wanted;
  return [...new Set(rows.map(({ user }) => user))].map((user) => {
    const apps = rows.filter((row) => row.user === user).map((row) => row.package);
    return { permissions, to, apps, user, unusedDays: null };
  });
}

/** Of two rules about the same, the later one holds. */
function lastOfEach(calls: readonly ActionCall[]): readonly ActionCall[] {
  const keyOf = ({ params }: ActionCall) => JSON.stringify([params["user"], params["package"], params["permission"]]);
  return [...new Map(calls.map((call) => [keyOf(call), call])).values()];
}
