import type { Example } from "../../core/check.ts";
import type { AppOps } from "../../facts/app-ops.ts";
import type { PackageDetails } from "../../facts/package-details.ts";
import type { InstalledPackage } from "../../facts/packages.ts";
import type { OpGiven, OpWanted } from "./op-answer.ts";

type OpExample = Example<OpGiven, Partial<OpWanted>>;

/**
 * Examples of a check that asks for the holders of one app-op.
 *
 * @param system the mode for an app that came with the phone; "ignore" where even that would be a finding.
 */
export function opExamples(
  op: string,
  system: "allow" | "ignore" = "allow",
): {
  readonly pass: readonly [OpExample, OpExample];
  readonly fail: readonly [OpExample, OpExample];
  readonly unknown: readonly [OpExample];
} {
  return {
    pass: [
      { name: "refused to the added app", given: { appOps: ops(op, "ignore"), packages: [flashlight, camera] } },
      {
        name: "held at most by an app that came with the phone",
        given: { appOps: ops(op, "default", system), packages: both },
      },
    ],
    fail: [
      { name: "allowed to an added app", given: { appOps: ops(op, "allow"), packages: both }, findings: 1 },
      {
        name: "allowed for the whole uid of an app from a file",
        given: {
          appOps: { ...ops(op, "default"), uids: [{ uid: 10_200, user: 0, modes: { [op]: "allow" } }] },
          packages: both,
        },
        wanted: { packageDetails: [fromFile], takenAt: Date.UTC(2026, 0, 2) },
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "not known which apps came with the phone",
        given: { appOps: ops(op, "allow"), packages: both.map((app) => ({ ...app, system: null })) },
      },
    ],
  };
}

const flashlight: InstalledPackage = {
  name: "com.example.flashlight",
  path: "/data/app/com.example.flashlight/base.apk",
  system: false,
  updated: false,
  appId: 10_200,
};
const camera: InstalledPackage = {
  name: "com.android.camera",
  path: "/system/priv-app/Camera/Camera.apk",
  system: true,
  updated: false,
  appId: 10_050,
};
const both = [flashlight, camera];

function ops(op: string, added: string, system = "ignore"): AppOps {
  const state = (mode: string) => ({
    op,
    mode,
    access: mode === "allow" ? { agoMs: 60_000, state: "top", running: false } : null,
    reject: null,
  });
  return {
    profileOwners: [],
    uids: [],
    packages: [
      { uid: 10_200, user: 0, package: flashlight.name, ops: [state(added)] },
      { uid: 10_050, user: 0, package: camera.name, ops: [state(system)] },
    ],
  };
}

const fromFile: PackageDetails = {
  name: flashlight.name,
  path: flashlight.path,
  appId: 10_200,
  versionName: "1.0",
  versionCode: 1,
  minSdk: 24,
  targetSdk: 34,
  flags: ["HAS_CODE"],
  privateFlags: [],
  firstInstallTime: null,
  lastUpdateTime: null,
  installSource: { installing: "com.google.android.packageinstaller", initiating: null, originating: null, source: 3 },
  signatureHashes: [],
  requestedPermissions: [],
  installPermissions: [],
  users: [],
};
