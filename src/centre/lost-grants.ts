import type { ActionCall } from "../core/action.ts";
import { collect } from "../core/collect.ts";
import type { Json } from "../core/json.ts";
import type { PlannedChange } from "../core/plan.ts";
import type { Source } from "../core/source.ts";
import { type PackageDetails, packageDetails } from "../facts/package-details.ts";
import { version } from "./version.ts";

/**
 * Android keeps the permissions of an app that was uninstalled for a user with its data, and is not bound to. What puts back those that are other
 * than they were before, for apps that are there again; none where the phone does not tell.
 */
export async function lostGrants(
  source: Source,
  changes: readonly PlannedChange[],
  signal?: AbortSignal,
): Promise<readonly ActionCall[]> {
  const uninstalled = changes.filter(({ action }) => action === "uninstall-for-user");
  if (uninstalled.length === 0) return [];
  const { facts } = await collect(source, [packageDetails], { version, signal });
  const read = facts[packageDetails.id];
  if (read?.state !== "read") return [];
  const details = new Map((read.value as readonly PackageDetails[]).map((each) => [each.name, each]));
  return uninstalled.flatMap(({ params, before }) => {
    const { user, package: name } = params;
    if (typeof user !== "number" || typeof name !== "string") return [];
    const now = details.get(name)?.users.find((each) => each.user === user);
    if (!now?.installed) return [];
    return now.permissions.flatMap(({ name: permission, granted }): ActionCall[] => {
      const was = grantedBefore(before, permission);
      if (was === undefined || was === granted) return [];
      return [{ action: "set-permission", params: { user, package: name, permission, to: was ? "allow" : "deny" } }];
    });
  });
}

/** Whether a permission was granted, by the state that `uninstall-for-user` recorded; undefined where it did not have it. */
function grantedBefore(before: Json, permission: string): boolean | undefined {
  if (typeof before !== "object" || before === null || Array.isArray(before)) return undefined;
  const { grants } = before as Readonly<Record<string, Json>>;
  if (typeof grants !== "object" || grants === null || Array.isArray(grants)) return undefined;
  if (!Object.hasOwn(grants, permission)) return undefined;
  const of = (grants as Readonly<Record<string, Json>>)[permission];
  return Array.isArray(of) && typeof of[0] === "boolean" ? of[0] : undefined;
}
