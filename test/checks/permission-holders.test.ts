import { expect, test } from "vitest";
import { examplePackage, exampleUser } from "../../src/checks/wording/example-packages.ts";
import { installOrigin } from "../../src/checks/wording/install-origin.ts";
import { type PermissionQuestion, permissionHolders } from "../../src/checks/wording/permission-holders.ts";
import type { AppOps } from "../../src/facts/app-ops.ts";

const camera: PermissionQuestion = {
  permissions: ["android.permission.CAMERA"],
  ops: ["CAMERA"],
  screen: "Camera",
  weights: { store: "info", unused: "low", sideloaded: "medium" },
};
const grant = { name: "android.permission.CAMERA", granted: true, flags: [] };
const takenAt = Date.UTC(2026, 0, 5);

function ops(agoMs: number | null, mode = "allow", uidMode?: string): AppOps {
  const access = agoMs === null ? null : { agoMs, state: "top", running: false };
  return {
    profileOwners: [],
    uids: uidMode === undefined ? [] : [{ uid: 10_200, user: 0, modes: { CAMERA: uidMode } }],
    packages: [{ uid: 10_200, user: 0, package: "a.b", ops: [{ op: "CAMERA", mode, access, reject: null }] }],
  };
}

function ask(appOps: AppOps | undefined, change = {}) {
  const app = examplePackage("a.b", { users: [exampleUser([grant])], ...change });
  return permissionHolders(camera, { packageDetails: [app] }, { appOps, takenAt });
}

test("last use, and what was never used by an app that is there for long", () => {
  expect(ask(ops(3_600_000)).findings?.[0]).toMatchObject({
    message: "used",
    severity: "info",
    params: { ago: "less than a day" },
  });
  expect(ask(ops(100 * 86_400_000)).findings?.[0]).toMatchObject({ message: "unused", severity: "low" });
  expect(ask(ops(null)).findings?.[0]).toMatchObject({ message: "unrecorded", severity: "low" });
  const recent = { firstInstallTime: "2026-01-01 10:00:00" };
  expect(ask(ops(null), recent).findings?.[0]).toMatchObject({ message: "unrecorded", severity: "info" });
  expect(ask(undefined)).toMatchObject({
    findings: [{ message: "held" }],
    unread: [expect.stringContaining("last use")],
  });
});

test("a clock that was set back is no use in the future", () => {
  expect(ask(ops(-3_600_000)).findings?.[0]?.params).toMatchObject({ ago: "less than a day" });
});

test("an app-op that refuses overrules the permission, the uid's before the package's", () => {
  expect(ask(ops(1, "ignore")).findings).toEqual([]);
  expect(ask(ops(1, "allow", "ignore")).findings).toEqual([]);
  expect(ask(ops(1, "ignore", "foreground")).findings).toHaveLength(1);
});

test("one finding for all users of an app, and the users are named", () => {
  const users = [
    exampleUser([grant]),
    exampleUser([grant], { user: 10 }),
    exampleUser([grant], { user: 999, installed: false }),
  ];
  const [finding, ...rest] = ask(ops(1), { users }).findings ?? [];
  expect(rest).toEqual([]);
  expect(finding?.params).toMatchObject({ users: "users 0 and 10" });
  expect(finding?.subject).toEqual({ kind: "app", package: "a.b" });
});

test("permissions from the installation count, as apps for Android 5 have them", () => {
  expect(ask(undefined, { users: [exampleUser()], installPermissions: [grant] }).findings).toHaveLength(1);
});

test.each([
  [{ installing: "com.android.vending", initiating: null, originating: "com.android.chrome" }, "store"],
  [{ installing: null, initiating: "com.android.shell", originating: null }, "computer"],
  [{ installing: "com.google.android.packageinstaller", initiating: null, originating: "com.whatsapp" }, "messenger"],
  [{ installing: "com.miui.packageinstaller", initiating: null, originating: null }, "package-installer"],
  [{ installing: "constructor", initiating: null, originating: null }, "app"],
  [{ installing: null, initiating: null, originating: null }, "unknown"],
])("installed by %j: %s", (source, kind) => {
  expect(installOrigin(examplePackage("a.b", { installSource: { ...source, source: null } })).kind).toBe(kind);
});
