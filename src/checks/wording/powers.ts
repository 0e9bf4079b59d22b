import type { Evidence } from "../../core/check.ts";
import type { Value } from "../../core/needs.ts";
import { type AccessibilityServices, accessibility } from "../../facts/accessibility.ts";
import { type AppOps, appOps } from "../../facts/app-ops.ts";
import { devicePolicy } from "../../facts/device-policy.ts";
import { type NotificationListeners, notificationListeners } from "../../facts/notification-listeners.ts";
import { type PackageDetails, packageDetails } from "../../facts/package-details.ts";
import type { InstalledPackage } from "../../facts/packages.ts";
import { opHolderNames } from "./op-index.ts";

/** A power that an app holds, with where it was seen. */
export interface Power {
  readonly id: string;
  /** Goes on after "may". */
  readonly does: string;
  readonly evidence: Evidence;
}

/** The facts from which powers are told; undefined where they could not be read. */
export interface PowerFacts {
  readonly packageDetails: readonly PackageDetails[] | undefined;
  readonly accessibility: readonly AccessibilityServices[] | undefined;
  readonly notificationListeners: readonly NotificationListeners[] | undefined;
  readonly devicePolicy: Value<typeof devicePolicy> | undefined;
  readonly appOps: AppOps | undefined;
}

/** Powers by which an app reads what a person does; the others make it stronger. */
const reading = new Set(["accessibility", "notifications", "screen", "sms", "place", "calls", "microphone"]);

/** Whether it is a power to read what a person does. */
export function isReading(power: Power): boolean {
  return reading.has(power.id);
}

/**
 * The powers of each added app, by package. Apps that came with the phone are left out, and so are those of which the source does
 * not tell it.
 */
export function powersByApp(
  installed: readonly InstalledPackage[],
  facts: PowerFacts,
): ReadonlyMap<string, readonly Power[]> {
  const added = new Set(installed.filter(({ system }) => system === false).map(({ name }) => name));
  const powers = new Map<string, Power[]>();
  const add = (name: string, power: Power) => {
    const known = powers.get(name) ?? [];
    if (added.has(name) && !known.some(({ id }) => id === power.id)) powers.set(name, [...known, power]);
  };
  for (const [name, power] of [...services(facts), ...permissions(facts), ...ops(facts)]) add(name, power);
  return powers;
}

type Held = readonly [name: string, power: Power];

function services(facts: PowerFacts): readonly Held[] {
  return [
    ...(facts.accessibility ?? []).flatMap(({ services }) =>
      services.map(({ package: name, component }) => {
        const evidence = {
          kind: "value",
          fact: accessibility,
          name: "accessibility service",
          value: component,
        } as const;
        return [name, { id: "accessibility", does: "read and use the screen", evidence }] as const;
      }),
    ),
    ...(facts.notificationListeners ?? []).flatMap(({ listeners }) =>
      listeners.map(({ package: name, component }) => {
        const evidence = {
          kind: "value",
          fact: notificationListeners,
          name: "notification listener",
          value: component,
        } as const;
        return [name, { id: "notifications", does: "read all notifications", evidence }] as const;
      }),
    ),
    ...(facts.devicePolicy?.admins ?? []).map(({ package: name, component }) => {
      const evidence = { kind: "value", fact: devicePolicy, name: "device admin", value: component } as const;
      return [name, { id: "admin", does: "act as device admin", evidence }] as const;
    }),
  ];
}

const permissionPowers: readonly (readonly [permission: string, id: string, does: string])[] = [
  ["android.permission.READ_SMS", "sms", "read text messages"],
  ["android.permission.RECEIVE_SMS", "sms", "read text messages"],
  ["android.permission.ACCESS_BACKGROUND_LOCATION", "place", "follow the place at all times"],
  ["android.permission.READ_CALL_LOG", "calls", "read the list of calls"],
  ["android.permission.RECORD_AUDIO", "microphone", "listen through the microphone"],
  ["android.permission.CAMERA", "camera", "take pictures"],
];

function permissions(facts: PowerFacts): readonly Held[] {
  return (facts.packageDetails ?? []).flatMap(({ name, installPermissions, users }) => {
    const granted = new Set(
      [...installPermissions, ...users.filter(({ installed }) => installed).flatMap((user) => user.permissions)]
        .filter((state) => state.granted)
        .map((state) => state.name),
    );
    return permissionPowers
      .filter(([permission]) => granted.has(permission))
      .map(([permission, id, does]): Held => {
        const evidence = { kind: "value", fact: packageDetails, name: "permission held", value: permission } as const;
        return [name, { id, does, evidence }];
      });
  });
}

const opPowers: readonly (readonly [op: string, id: string, does: string])[] = [
  ["PROJECT_MEDIA", "screen", "record the screen"],
  ["SYSTEM_ALERT_WINDOW", "overlay", "draw over other apps"],
  ["GET_USAGE_STATS", "usage", "see which apps are used"],
  ["MANAGE_EXTERNAL_STORAGE", "files", "read all files"],
  ["REQUEST_INSTALL_PACKAGES", "install", "install other apps"],
  ["ACCESS_RESTRICTED_SETTINGS", "restricted", "use settings that are closed to apps from files"],
];

function ops(facts: PowerFacts): readonly Held[] {
  if (facts.appOps === undefined) return [];
  const all = facts.appOps;
  return opPowers.flatMap(([op, id, does]) =>
    opHolderNames(all, op).map((name): Held => {
      const evidence = { kind: "value", fact: appOps, name: op, value: "allow" } as const;
      return [name, { id, does, evidence }];
    }),
  );
}
