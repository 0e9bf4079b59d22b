import { FormatError } from "../core/errors.ts";
import { parseComponent } from "./component-list.ts";

/** An app that is a device administrator for one user. */
export interface DeviceAdmin {
  readonly user: number;
  readonly component: string;
  readonly package: string;
  readonly uid: number | null;
  /** Declared for testing only: such an admin can be removed over ADB. */
  readonly testOnly: boolean | null;
  /** wipe-data, reset-password, force-lock … as the dump names them. */
  readonly policies: readonly string[];
}

/** The app that owns the phone or a profile. */
export interface PolicyOwner {
  /** null where the dump does not tell. */
  readonly user: number | null;
  readonly component: string | null;
  readonly package: string;
  /** The owner's own words. */
  readonly name: string | null;
}

/** What `dumpsys device_policy` tells. */
export interface DevicePolicyDump {
  readonly admins: readonly DeviceAdmin[];
  readonly deviceOwner: PolicyOwner | null;
  readonly profileOwners: readonly PolicyOwner[];
  /** inactive, block, "block default key", per-user …; null where not printed. */
  readonly encryptionStatus: string | null;
}

const adminsOf = /^\s*Enabled Device Admins \(User (\d+)\b[^)]*\):\s*$/;
const ownerOf = /^\s*(Device|Profile) Owner(?: \(User (\d+)\))?: *$/;

/**
 * Parses `dumpsys device_policy` of Android 7 to 16.
 *
 * @throws FormatError when the block of device admins is missing: every version prints it, also when it is empty.
 * AOSP: frameworks/base/services/devicepolicy/…/DevicePolicyManagerService.java, DevicePolicyData.java, OwnersData.java (dump).
 */
export function parseDevicePolicyDump(text: string): DevicePolicyDump {
  const admins: DeviceAdmin[] = [];
  const owners: { readonly kind: string; readonly owner: PolicyOwner }[] = [];
  const lines = text.split("\n");
  let sawAdmins = false;
  for (const [i, line] of lines.entries()) {
    const admin = adminsOf.exec(line);
    if (admin) {
      sawAdmins = true;
      admins.push(...parseAdmins(Number(admin[1]), section(lines, i)));
    }
    const owner = ownerOf.exec(line);
    if (owner) owners.push({ kind: owner[1] ?? "", owner: parseOwner(owner[2], section(lines, i)) });
  }
  if (!sawAdmins) throw new FormatError("dumpsys device_policy", "no block of enabled device admins");
  return {
    admins,
    deviceOwner: owners.find(({ kind }) => kind === "Device")?.owner ?? null,
    profileOwners: owners.filter(({ kind }) => kind === "Profile").map(({ owner }) => owner),
    encryptionStatus: /^\s*Encryption Status: (\S.*?)\s*$/m.exec(text)?.[1] ?? null,
  };
}

/** The lines after a header up to the next one. */
function section(lines: readonly string[], header: number): readonly string[] {
  let end = header + 1;
  while (end < lines.length && !adminsOf.test(lines[end] ?? "") && !ownerOf.test(lines[end] ?? "")) end++;
  return lines.slice(header + 1, end);
}

function parseAdmins(user: number, lines: readonly string[]): readonly DeviceAdmin[] {
  const starts = lines.flatMap((line, i) => (/^\s+[^\s/:={}]+\/[^\s/:={}]+:\s*$/.test(line) ? [i] : []));
  return starts.map((start, n) => {
    const body = lines.slice(start + 1, starts[n + 1]);
    const uid = field(body, "uid");
    const testOnly = field(body, "testOnlyAdmin");
    return {
      user,
      ...parseComponent((lines[start] ?? "").trim().slice(0, -1)),
      uid: uid !== null && /^\d+$/.test(uid) ? Number(uid) : null,
      testOnly: testOnly === "true" ? true : testOnly === "false" ? false : null,
      policies: policies(body),
    };
  });
}

/** The words under `policies:`, which are indented deeper than it. */
function policies(body: readonly string[]): readonly string[] {
  const start = body.findIndex((line) => line.trim() === "policies:");
  if (start < 0) return [];
  const names: string[] = [];
  for (const line of body.slice(start + 1)) {
    if (!/^\s+[a-z][a-z0-9-]*\s*$/.test(line)) break;
    names.push(line.trim());
  }
  return names;
}

function parseOwner(user: string | undefined, lines: readonly string[]): PolicyOwner {
  const admin = /^ComponentInfo\{(\S+)\}$/.exec(field(lines, "admin") ?? "")?.[1];
  const component = admin === undefined ? null : parseComponent(admin);
  const name = field(lines, "package") ?? component?.package;
  if (name === undefined) throw new FormatError("dumpsys device_policy", "an owner without its package");
  const said = user ?? /^\s*User ID: (\d+)\s*$/m.exec(lines.join("\n"))?.[1];
  return {
    user: said === undefined ? null : Number(said),
    component: component?.component ?? null,
    package: name,
    name: field(lines, "name"),
  };
}

/** The value of the first line `key=value`; null where it is absent, "null" or empty. */
function field(lines: readonly string[], key: string): string | null {
  const line = lines.find((candidate) => candidate.trimStart().startsWith(`${key}=`));
  const value = line?.trim().slice(key.length + 1);
  return value === undefined || value === "" || value === "null" ? null : value;
}
