import type { RefusedInAdvance } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import type { Values } from "../core/needs.ts";
import { devicePolicy } from "../facts/device-policy.ts";
import { type PackageDetails, type PackageUserState, packageDetails } from "../facts/package-details.ts";
import { properties } from "../facts/properties.ts";
import { roles } from "../facts/roles.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { webview } from "../facts/webview.ts";
import { keptPackages } from "./kept-packages.ts";
import { ofUser } from "./setting-steps.ts";

/** What has to be known of a phone before an app is put away on it. */
export const packageNeeds = { packageDetails, properties, roles, devicePolicy, secureSettings, webview } as const;

export type PackageFacts = Values<typeof packageNeeds>;

/** A package as one user has it. */
export interface PackageOfUser {
  readonly details: PackageDetails;
  readonly state: PackageUserState;
}

/** The package as this user has it. @throws NotReported where the phone names no such package or user */
export function packageOf(
  { packageDetails }: Pick<PackageFacts, "packageDetails">,
  { user, package: name }: { readonly user: number; readonly package: string },
): PackageOfUser {
  const details = reported(
    packageDetails.find((each) => each.name === name),
    `package ${name}`,
  );
  const state = reported(
    details.users.find((each) => each.user === user),
    `package ${name} for user ${user}`,
  );
  return { details, state };
}

/** Roles whose holder the phone cannot do without, and what to do first. */
const neededRoles: readonly (readonly [role: string, is: string])[] = [
  ["HOME", "the home screen"],
  ["DIALER", "the app for calls"],
  ["SMS", "the app for messages"],
  ["BROWSER", "the browser"],
];

/** Why this app must stay in use, where it must: with what can be done first. Other roles and rights are `lostRights`. */
export function protectedBecause(
  { user, package: name }: { readonly user: number; readonly package: string },
  facts: PackageFacts,
): RefusedInAdvance | undefined {
  if (keptPackages.has(name))
    return {
      refused: "Without this part the phone may not start, work or get updates any more. Candor leaves it alone.",
    };
  const { admins, deviceOwner, profileOwners } = facts.devicePolicy;
  if (deviceOwner?.package === name || profileOwners.some((owner) => owner.package === name && owner.user === user))
    return { refused: "It manages this phone or profile (device or profile owner)." };
  if (admins.some((admin) => admin.package === name && admin.user === user))
    return {
      refused: "It is an active device administrator.",
      advice: "Take that right away on the phone first: Settings, Security, Device admin apps.",
    };
  const held = reported(ofUserId(facts.roles, user), `default apps of user ${user}`).holders;
  const role = neededRoles.find(([id]) => held[`android.app.role.${id}`]?.includes(name));
  if (role)
    return {
      refused: `It is ${role[1]} that is in use.`,
      advice: "Choose another app for it first: Settings, Apps, Default apps.",
    };
  if (facts.webview.package === name)
    return {
      refused: "It shows web pages inside other apps (WebView).",
      advice: "Choose another one first: developer options, WebView implementation.",
    };
  return protectedBySettings(user, name, facts);
}

function protectedBySettings(user: number, name: string, facts: PackageFacts): RefusedInAdvance | undefined {
  const { settings } = reported(ofUser(facts.secureSettings, user), `settings of user ${user}`);
  if ((settings["default_input_method"] ?? "").startsWith(`${name}/`))
    return {
      refused: "It is the keyboard that is in use.",
      advice: "Choose another keyboard first: Settings, Languages & input.",
    };
  const listed = (key: string) => (settings[key] ?? "").split(":").some((each) => each.startsWith(`${name}/`));
  if (listed("enabled_accessibility_services"))
    return {
      refused: "It is an accessibility service that is switched on, and would not come back switched on.",
      advice: "Switch the service off first, if you do not need it.",
    };
  if (listed("enabled_notification_listeners"))
    return {
      refused: "It may read all notifications, and would not come back with that right.",
      advice: "Withdraw that right first, if you do not need it.",
    };
  return undefined;
}

/** What will have to be chosen again by hand when the app is back, as a sentence; undefined where nothing is known. */
export function lostRights(user: number, name: string, facts: PackageFacts): string | undefined {
  const held = Object.entries(ofUserId(facts.roles, user)?.holders ?? {})
    .filter(([role, holders]) => holders.includes(name) && !role.startsWith("android.app.role.SYSTEM_"))
    .map(([role]) => role.replace("android.app.role.", "").toLowerCase().replaceAll("_", " "));
  const keyboards = ofUser(facts.secureSettings, user)?.settings["enabled_input_methods"] ?? "";
  const isKeyboard = keyboards.split(":").some((each) => each.startsWith(`${name}/`));
  const parts = [
    ...held.map((role) => `default app for ${role}`),
    ...(isKeyboard ? ["keyboard that is switched on"] : []),
  ];
  return parts.length === 0 ? undefined : `It is the ${parts.join(", ")}: that has to be chosen again when it is back.`;
}

/** Whether it came with the phone: part of the system image, updated or not. */
export function isSystemPackage({ details }: PackageOfUser): boolean {
  return details.flags.includes("SYSTEM");
}

/** The phone's API level. @throws NotReported */
export function sdkOf({ properties }: Pick<PackageFacts, "properties">): number {
  const sdk = Number(reported(properties["ro.build.version.sdk"], "ro.build.version.sdk"));
  return reported(Number.isInteger(sdk) && sdk > 0 ? sdk : undefined, "ro.build.version.sdk");
}

/**
 * Whether the phone runs HyperOS, which lets the shell disable no app of the system. Measured by others on HyperOS 1 to 3; MIUI 12 and 13 let it
 * (github.com/Universal-Debloater-Alliance/universal-android-debloater-next-generation, issues 666, 987, 1322).
 */
export function isHyperOs({ properties }: Pick<PackageFacts, "properties">): boolean {
  return Boolean(properties["ro.mi.os.version.name"] || properties["ro.mi.os.version.incremental"]);
}

function ofUserId<S extends { readonly user: number | "current" }>(all: readonly S[], user: number): S | undefined {
  return all.find((each) => each.user === user);
}
