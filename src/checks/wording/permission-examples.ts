import type { Example } from "../../core/check.ts";
import type { AppOps } from "../../facts/app-ops.ts";
import type { PackageDetails } from "../../facts/package-details.ts";
import { exampleGrant, examplePackage, exampleSystemPackage, exampleUser, fromComputer } from "./example-packages.ts";

type PermissionExample = Example<
  { readonly packageDetails: readonly PackageDetails[] },
  Partial<{ readonly appOps: AppOps | undefined; readonly takenAt: number | undefined }>
>;

/** Examples of a check that asks who holds a permission. */
export function permissionExamples(
  permission: string,
  op: string | undefined,
): {
  readonly pass: [PermissionExample, ...PermissionExample[]];
  readonly fail: [PermissionExample, ...PermissionExample[]];
} {
  const held = [exampleUser([exampleGrant(permission)])];
  const app = "com.example.messenger";
  const ops = op === undefined ? "CAMERA" : op;
  return {
    pass: [
      {
        name: "refused to the added app",
        given: { packageDetails: [examplePackage(app, { users: [exampleUser([exampleGrant(permission, false)])] })] },
      },
      {
        name: "held only by an app of the system",
        given: { packageDetails: [exampleSystemPackage("com.android.example", { users: held })] },
      },
      {
        name: "held by an app that is not installed any more",
        given: {
          packageDetails: [
            examplePackage(app, { users: [exampleUser([exampleGrant(permission)], { installed: false })] }),
          ],
        },
      },
    ],
    fail: [
      {
        name: "held by an app from a store and by one from a computer, used an hour ago",
        given: {
          packageDetails: [
            examplePackage(app, { users: held }),
            examplePackage("com.example.tool", { users: held, appId: 10_201, installSource: fromComputer }),
          ],
        },
        wanted: { appOps: exampleOps(ops, 3_600_000), takenAt: Date.UTC(2026, 0, 5) },
        findings: 2,
      },
      {
        name: "not used for half a year, for two users",
        given: {
          packageDetails: [
            examplePackage(app, { users: [...held, exampleUser([exampleGrant(permission)], { user: 10 })] }),
          ],
        },
        wanted: { appOps: exampleOps(ops, 180 * 86_400_000), takenAt: Date.UTC(2026, 0, 5) },
        findings: 1,
      },
      {
        name: "the record of use is missing",
        given: { packageDetails: [examplePackage(app, { users: held })] },
        findings: 1,
      },
    ],
  };
}

function exampleOps(op: string, agoMs: number): AppOps {
  const state = { op, mode: "allow", access: { agoMs, state: "top", running: false }, reject: null };
  return {
    profileOwners: [],
    uids: [],
    packages: [{ uid: 10_200, user: 0, package: "com.example.messenger", ops: [state] }],
  };
}
