import { signerRing } from "../apk/signer-ring.ts";
import { type ApkSpec, writeApk, writeSplit } from "../apk/write-apk.ts";
import { lazyBody } from "../state/file-body.ts";
import { apkPaths, isSystem, type PackageState } from "../state/package-state.ts";
import type { PhoneState } from "../state/phone-state.ts";
import type { AppSpec } from "./app-spec.ts";
import { packageApk, splitIconOf } from "./package-apk.ts";

/** Names that Android would install; what a hostile phone only claims to have has no file. */
const possibleName = /^\w+(?:\.\w+)*$/;
/** The longest that a folder on /data can be called. */
const longestName = 223;

/**
 * Puts the APK of each package where `pm path` says that it lies. It is made when it is first read or measured; packages with equal
 * `signature` have one signer, whose key is new each time that a phone is made.
 */
export function plantApks(state: PhoneState, specs: readonly AppSpec[]): void {
  const signers = signerRing();
  const given = new Map(specs.map((spec) => [spec.name, spec]));
  for (const pkg of state.packages.values()) {
    if (!possibleName.test(pkg.name) || pkg.name.length > longestName) continue;
    const { apk, splits = [] } = given.get(pkg.name) ?? {};
    const spec = async (): Promise<ApkSpec> => ({
      ...packageApk(pkg, apk),
      signer: await signers({ commonName: `Signer ${pkg.signature}` }),
    });
    const how = { ...placeOf(pkg), mode: 0o644, mtime: pkg.timeStamp };
    state.files.plant(pkg.apk, { ...how, body: lazyBody(async () => writeApk(await spec())) });
    for (const split of splits) {
      const path = apkPaths({ ...pkg, splits: [split.name] })[1] ?? "";
      const icon = splitIconOf(pkg, split.name);
      const part = icon ? { ...split, icon } : split;
      state.files.plant(path, { ...how, body: lazyBody(async () => writeSplit(await spec(), part)) });
    }
  }
}

/** Apps on /data belong to the system's user, those of the image to root. */
function placeOf(pkg: PackageState): { readonly uid: number; readonly gid: number; readonly label: string } {
  return isSystem(pkg) && !pkg.apk.startsWith("/data/")
    ? { uid: 0, gid: 0, label: "u:object_r:system_file:s0" }
    : { uid: 1000, gid: 1000, label: "u:object_r:apk_data_file:s0" };
}
