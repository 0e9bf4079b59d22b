import { FormatError } from "../core/errors.ts";
import { parsePackageList } from "../formats/pm-list.ts";
import type { FlowApp } from "./flow.ts";
import type { PackagesByUid } from "./record-file.ts";

/** Uids of one user: Android's uid is user × 100000 + app id. */
const perUser = 100_000;

/**
 * The packages of each app id, out of `pm list packages -U`.
 *
 * @throws FormatError where the list is none, or was asked for without -U
 */
export function packagesByUid(list: string): PackagesByUid {
  const found = new Map<number, string[]>();
  for (const { name, uid } of parsePackageList(list)) {
    if (uid === null) continue;
    const names = found.get(uid % perUser);
    if (names) names.push(name);
    else found.set(uid % perUser, [name]);
  }
  if (found.size === 0) throw new FormatError("pm list packages", "it has no uids");
  return found;
}

/** The app behind a uid: its package where the record or the list of packages names one alone. Null where nothing is known. */
export function flowApp(
  uid: number | null,
  names: { readonly package?: string | null; readonly label?: string | null },
  packages: PackagesByUid | undefined,
): FlowApp | null {
  const label = names.label || null;
  const known = uid === null || uid < 0 ? null : uid;
  const listed = known === null ? undefined : packages?.get(known % perUser);
  const name = names.package || (listed?.length === 1 ? (listed[0] as string) : null);
  return known === null && name === null && label === null ? null : { uid: known, package: name, label };
}
