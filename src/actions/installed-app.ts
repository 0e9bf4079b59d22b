import type { AppOps } from "../facts/app-ops.ts";
import type { PackageDetails, PackageUserState } from "../facts/package-details.ts";

/** One package as one user has it. */
export interface InstalledApp {
  readonly details: PackageDetails;
  readonly user: PackageUserState;
  /** user × 100000 + appId. */
  readonly uid: number;
}

/** The package for a user that has it installed; undefined where it is not. */
export function installedApp(
  packages: readonly PackageDetails[],
  { package: name, user: id }: { readonly package: string; readonly user: number },
): InstalledApp | undefined {
  const details = packages.find((each) => each.name === name);
  const user = details?.users.find((each) => each.user === id);
  if (!details || !user?.installed) return undefined;
  return { details, user, uid: id * 100_000 + details.appId };
}

/** Other packages that have the same uid, so that whatever is set for the uid counts for them, too. */
export function sharesUidWith(packages: readonly PackageDetails[], { details, user }: InstalledApp): readonly string[] {
  return packages
    .filter(({ appId, name }) => appId === details.appId && name !== details.name)
    .filter(({ users }) => users.some((each) => each.user === user.user && each.installed))
    .map(({ name }) => name);
}

/** The modes that are recorded for an op: of the package and of its whole uid, which counts where there is one; null for none. */
export function modesOf(
  ops: AppOps,
  uid: number,
  name: string,
  op: string,
): { readonly package: string | null; readonly uid: string | null } {
  const own = ops.packages.find((each) => each.uid === uid && each.package === name);
  return {
    package: own?.ops.find((each) => each.op === op)?.mode ?? null,
    uid: ops.uids.find((each) => each.uid === uid)?.modes[op] ?? null,
  };
}
