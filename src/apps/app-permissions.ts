import type { AndroidManifest } from "../formats/android-manifest.ts";
import type { ProtectionLevel } from "../formats/manifest-permissions.ts";
import { type PermissionCombination, permissionCombinations } from "./permission-combinations.ts";
import { type FrameworkLevel, frameworkPermission } from "./permission-levels.ts";

/** What an app asks for, and what that comes to. */
export interface PermissionFacts {
  readonly asked: readonly AskedPermission[];
  /** Not in the manifest, but added by Android because of what is. */
  readonly implied: readonly ImpliedFacts[];
  readonly defined: readonly DefinedPermission[];
  /** Sets of permissions and services that mean more together than each does. */
  readonly combinations: readonly PermissionCombination[];
}

/**
 * How much a permission weighs: as for Android's own; `own-…`: the app defines it itself, with this level; `unlisted`: of another app, of the
 * phone's maker, or one of Android's that Candor's table does not hold, so that nothing is known of it.
 */
export type PermissionWeight = FrameworkLevel | `own-${ProtectionLevel["base"]}` | "unlisted";

/** One permission that is asked for. */
export interface AskedPermission {
  readonly name: string;
  readonly weight: PermissionWeight;
  /** In words that go on after "It may"; null where Candor has none. */
  readonly allows: string | null;
  /** Newest API level on which it is asked for; null: all. */
  readonly maxSdk: number | null;
  readonly neverForLocation: boolean;
}

/** One permission that comes along. */
export interface ImpliedFacts extends Omit<AskedPermission, "neverForLocation"> {
  readonly because: string;
}

/** A permission that the app defines. `normal` and `dangerous` ones keep no other app out. */
export interface DefinedPermission {
  readonly kind: "permission" | "permission-group" | "permission-tree";
  readonly name: string;
  readonly base: ProtectionLevel["base"];
  readonly flags: readonly string[];
}

const maxListed = 2000;

/** Weighs the permissions of a manifest. */
export function readPermissions(manifest: AndroidManifest): PermissionFacts {
  const own = new Map(manifest.permissionDefinitions.map(({ name, protection }) => [name, protection.base]));
  const weigh = (name: string) => {
    const framework = frameworkPermission(name);
    const base = own.get(name);
    const weight: PermissionWeight = framework?.level ?? (base === undefined ? "unlisted" : `own-${base}`);
    return { name, weight, allows: framework?.allows ?? null };
  };
  return {
    asked: manifest.usesPermissions.slice(0, maxListed).map(({ name, maxSdk, neverForLocation }) => ({
      ...weigh(name),
      maxSdk,
      neverForLocation,
    })),
    implied: manifest.impliedPermissions.map(({ name, maxSdk, because }) => ({ ...weigh(name), maxSdk, because })),
    defined: manifest.permissionDefinitions
      .slice(0, maxListed)
      .map(({ kind, name, protection: { base, flags } }) => ({ kind, name, base, flags })),
    combinations: permissionCombinations(manifest),
  };
}
