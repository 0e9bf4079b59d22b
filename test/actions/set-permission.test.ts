import { expect, test } from "vitest";
import setAppOp from "../../src/actions/set-app-op.ts";
import setPermission from "../../src/actions/set-permission.ts";
import type { Action } from "../../src/core/action.ts";
import type { Json } from "../../src/core/json.ts";
import { plan } from "../../src/core/plan.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import type { AppOps } from "../../src/facts/app-ops.ts";
import type { PackageDetails, PermissionState } from "../../src/facts/package-details.ts";

const name = "com.example.app";
const camera = "android.permission.CAMERA";
const uid = 10_143;

interface Phone {
  readonly permission?: PermissionState;
  readonly requested?: readonly string[];
  readonly target?: number;
  readonly sdk?: number;
  readonly uidModes?: Readonly<Record<string, string>>;
  readonly modes?: Readonly<Record<string, string>>;
  readonly xiaomi?: "on" | "off";
  readonly others?: readonly string[];
}

function details(of: string, { permission, requested = [camera], target = 34 }: Phone): PackageDetails {
  return {
    name: of,
    path: null,
    appId: uid,
    versionName: null,
    versionCode: 1,
    minSdk: null,
    targetSdk: target,
    flags: [],
    privateFlags: [],
    firstInstallTime: null,
    lastUpdateTime: null,
    installSource: { installing: null, initiating: null, originating: null, source: null },
    signatureHashes: [],
    requestedPermissions: requested,
    installPermissions: [],
    users: [
      {
        user: 0,
        installed: true,
        hidden: false,
        suspended: false,
        enabled: 0,
        firstInstallTime: null,
        lastDisabledCaller: null,
        permissions: permission ? [permission] : [],
      },
    ],
  };
}

function snapshot(phone: Phone): Snapshot {
  const { sdk = 34, uidModes = {}, modes = {}, xiaomi, others = [] } = phone;
  const ops: AppOps = {
    profileOwners: [],
    uids: [{ uid, user: 0, modes: uidModes }],
    packages: [
      {
        uid,
        user: 0,
        package: name,
        ops: Object.entries(modes).map(([op, mode]) => ({ op, mode, access: null, reject: null })),
      },
    ],
  };
  const properties = {
    "ro.build.version.sdk": String(sdk),
    ...(xiaomi && { "ro.miui.ui.version.name": "V816", "persist.security.adbinput": xiaomi === "on" ? "1" : "0" }),
  };
  const facts: Record<string, unknown> = {
    "app-ops": ops,
    "package-details": [details(name, phone), ...others.map((other) => details(other, phone))],
    properties,
  };
  return {
    schema: "candor.snapshot/1",
    candor: "test",
    source: { kind: "phone", name: "test" },
    takenAt: "2026-11-22T00:00:00.000Z",
    facts: Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, { state: "read", value, from: [] }])),
  };
}

function planned(phone: Phone, action: Action, params: Readonly<Record<string, Json>>) {
  return plan(action, { action: action.id, params: { user: 0, package: name, ...params } }, snapshot(phone));
}
const permission = (phone: Phone, to: string, of = camera) => planned(phone, setPermission, { permission: of, to });
const commands = (result: ReturnType<typeof planned>) =>
  result.state === "planned" ? result.change.steps.map(({ run }) => run.join(" ")) : result;
const undos = (result: ReturnType<typeof planned>) =>
  result.state === "planned" ? result.change.steps.map(({ undo }) => undo?.map((each) => each.join(" "))) : result;

const granted = (...flags: string[]): PermissionState => ({ name: camera, granted: true, flags });
const denied = (...flags: string[]): PermissionState => ({ name: camera, granted: false, flags });
const pm = (verb: string, flag = "") => `pm ${verb} --user 0 ${name} ${camera}${flag && ` ${flag}`}`;

test("a permission is withdrawn for good, and comes back with the flags of before", () => {
  const result = permission({ permission: granted("USER_SET") }, "never");
  expect(commands(result)).toEqual([
    pm("revoke"),
    pm("set-permission-flags", "user-fixed"),
    pm("clear-permission-flags", "user-set"),
  ]);
  expect(undos(result)).toEqual([
    [pm("grant")],
    [pm("clear-permission-flags", "user-fixed")],
    [pm("set-permission-flags", "user-set")],
  ]);
});

test.each([
  ["deny", granted("USER_SET"), [pm("revoke")]],
  ["deny", granted(), [pm("revoke"), pm("set-permission-flags", "user-set")]],
  ["ask", granted("USER_SET"), [pm("revoke"), pm("clear-permission-flags", "user-set")]],
  ["ask", denied("USER_FIXED"), [pm("clear-permission-flags", "user-fixed")]],
  [
    "allow",
    denied("USER_FIXED"),
    [pm("grant"), pm("clear-permission-flags", "user-fixed"), pm("set-permission-flags", "user-set")],
  ],
] as const)("%s changes no more than it has to", (to, permission_, expected) => {
  expect(commands(permission({ permission: permission_ }, to))).toEqual(expected);
});

test.each([
  ["deny", denied("USER_SET")],
  ["deny", denied("USER_FIXED")],
  ["never", denied("USER_FIXED")],
  ["ask", denied()],
  ["allow", granted()],
])("nothing is done where %s holds already", (to, permission_) => {
  expect(permission({ permission: permission_ }, to).state).toBe("done");
});

test("what was allowed for one time does not come back as that, and this is said", () => {
  const result = permission({ permission: granted("USER_SET", "ONE_TIME") }, "deny");
  expect(result).toMatchObject({ change: { steps: [{ loses: expect.stringContaining("one time") }] } });
});

test("a permission that an app-op withholds is allowed by both, at the level that counts", () => {
  const byUid = permission({ permission: granted("USER_SET"), uidModes: { CAMERA: "ignore" } }, "allow");
  expect(commands(byUid)).toEqual([`cmd appops set --user 0 --uid ${name} CAMERA foreground`]);
  expect(undos(byUid)).toEqual([[`cmd appops set --user 0 --uid ${name} CAMERA ignore`]]);
  const byPackage = permission({ permission: granted("USER_SET"), modes: { CAMERA: "ignore" } }, "allow");
  expect(commands(byPackage)).toEqual([`cmd appops set --user 0 ${name} CAMERA allow`]);
});

test("an app for Android 5 is kept from it by its app-op; it cannot ask", () => {
  const old = { target: 22, permission: granted() };
  expect(commands(permission(old, "deny"))).toEqual([`cmd appops set --user 0 ${name} CAMERA ignore`]);
  expect(undos(permission(old, "deny"))).toEqual([[`cmd appops set --user 0 ${name} CAMERA allow`]]);
  expect(permission(old, "ask")).toMatchObject({ state: "refused", next: { params: { to: "deny" } } });
  expect(permission({ ...old, modes: { CAMERA: "ignore" } }, "deny").state).toBe("done");
});

test.each([
  ["the maker fixed it", { permission: granted("SYSTEM_FIXED") }, "maker"],
  ["an administrator fixed it", { permission: granted("POLICY_FIXED") }, "administrator"],
  ["the security switch of HyperOS is off", { permission: granted(), xiaomi: "off" as const }, "Security settings"],
])("where %s, the app-op is the next rung", (_, phone, word) => {
  const next = {
    action: "set-app-op",
    params: { user: 0, package: name, op: "CAMERA", mode: "ignore", level: "package" },
  };
  const result = permission(phone, "deny");
  expect(result).toMatchObject({ state: "refused", next });
  expect(JSON.stringify(result)).toContain(word);
  expect(commands(planned(phone, setAppOp, { op: "CAMERA", mode: "ignore", level: "package" }))).toHaveLength(1);
});

test("is refused for what the app does not ask for, and for a user who has not got the app", () => {
  expect(permission({ requested: ["android.permission.RECORD_AUDIO"] }, "deny").state).toBe("refused");
  const other = { action: "set-permission", params: { user: 10, package: name, permission: camera, to: "deny" } };
  expect(plan(setPermission, other, snapshot({ permission: granted() }))).toMatchObject({ state: "refused" });
});

test("where the phone does not list what apps request, what it decided on tells; before Android 10 that is not all", () => {
  const whole = { requested: [] };
  expect(permission({ ...whole, permission: granted("USER_SET") }, "deny").state).toBe("planned");
  expect(permission({ ...whole }, "allow").state).toBe("refused");
  expect(permission({ ...whole, sdk: 28 }, "allow").state).toBe("planned");
});

test("before Android 12 flags stay as they are, and “never” is refused", () => {
  const old = { sdk: 30, permission: granted("USER_SET") };
  expect(commands(permission(old, "deny"))).toEqual([pm("revoke")]);
  expect(permission(old, "never")).toMatchObject({ state: "refused", next: { params: { to: "deny" } } });
  expect(permission({ ...old, permission: denied("USER_FIXED") }, "ask").state).toBe("refused");
});

test("other apps with the same uid are named", () => {
  const result = permission({ permission: granted("USER_SET"), others: ["com.example.other"] }, "deny");
  expect(result).toMatchObject({ change: { steps: [{ about: expect.stringContaining("com.example.other") }] } });
});

test("a mode of the uid overrules that of the package: that level is offered", () => {
  const phone = { permission: granted(), uidModes: { CAMERA: "foreground" } };
  const result = planned(phone, setAppOp, { op: "CAMERA", mode: "ignore", level: "package" });
  expect(result).toMatchObject({ state: "refused", next: { params: { level: "uid" } } });
});

test("ops of Xiaomi go by their number, and by all of their names where the phone knows none yet", () => {
  const phone = { xiaomi: "off" as const, modes: { "MIUIOP(10008)": "allow" } };
  const autostart = planned(phone, setAppOp, { op: "10008", mode: "ignore", level: "package" });
  expect(commands(autostart)).toEqual([`cmd appops set --user 0 ${name} 10008 ignore`]);
  expect(undos(autostart)).toEqual([[`cmd appops set --user 0 ${name} 10008 allow`]]);
  const list = planned(phone, setAppOp, { op: "GET_INSTALLED_APPS", mode: "ignore", level: "package" });
  expect(commands(list)).toEqual([
    `sh -c cmd appops set --user 0 ${name} 10022 ignore 2>/dev/null || cmd appops set --user 0 ${name} GET_INSTALLED_APPS ignore`,
  ]);
  expect(planned({}, setAppOp, { op: "10008", mode: "ignore", level: "package" }).state).toBe("refused");
});

test("nothing is changed where the version of Android is unknown", () => {
  const unknown = snapshot({ permission: granted() });
  const facts = { ...unknown.facts, properties: { state: "read", value: {}, from: [] } as const };
  const call = { action: "set-permission", params: { user: 0, package: name, permission: camera, to: "deny" } };
  expect(plan(setPermission, call, { ...unknown, facts }).state).toBe("unknown");
});
