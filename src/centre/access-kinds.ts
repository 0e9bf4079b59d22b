import { type AccessId, accessWords } from "../actions/access-words.ts";
import type { ScreenId } from "../actions/screens.ts";
import { chosenRoles, neededRoles, roleWords } from "../actions/set-role-holder.ts";
import type { ActionCall } from "../core/action.ts";
import type { UserId } from "../core/check.ts";
import type { Values } from "../core/needs.ts";
import { accessibility } from "../facts/accessibility.ts";
import { appOps } from "../facts/app-ops.ts";
import { batteryExemptions } from "../facts/battery-exemptions.ts";
import { chosenServices } from "../facts/chosen-services.ts";
import { devicePolicy } from "../facts/device-policy.ts";
import { inputMethods } from "../facts/input-methods.ts";
import { notificationListeners } from "../facts/notification-listeners.ts";
import { packageDetails } from "../facts/package-details.ts";
import { roles } from "../facts/roles.ts";
import { opHolders } from "./access-ops.ts";

/** What special access is read from. */
export const accessFacts = {
  accessibility,
  appOps,
  batteryExemptions,
  chosenServices,
  devicePolicy,
  inputMethods,
  notificationListeners,
  packageDetails,
  roles,
} as const;

export type AccessValues = Values<typeof accessFacts>;
export type AccessFactName = keyof typeof accessFacts;

/** One app that has one kind of special access. */
export interface AccessHolder {
  /** null: for all users of the phone. */
  readonly user: UserId | null;
  readonly package: string;
  /** What holds it: a component, a role, a mode. Outside text. */
  readonly what: string;
  /** Milliseconds before the examination that it was last used; null where the phone does not record that. */
  readonly usedAgoMs: number | null;
  /** The role that it is the default app for. */
  readonly role?: string;
  /** The changes that withdraw it; null where only the person can, by `screen` of the kind. */
  readonly withdraw: readonly ActionCall[] | null;
}

/** One kind of special access. */
export interface AccessKind {
  readonly id: AccessId;
  /** What an app with it may do: "draw over other apps". */
  readonly may: string;
  /** What that means, for people. */
  readonly why: string;
  readonly screen: ScreenId;
  /** What spying apps live on: who watches may notice that it is gone. */
  readonly watched?: true;
  readonly needs: readonly AccessFactName[];
  /** App-ops that give it, by the names or numbers that `appops` takes. */
  readonly ops?: readonly string[];
  /** The permission that gives it as well. */
  readonly permission?: string;
  /** Only phones of Xiaomi have it. */
  readonly xiaomi?: true;
  /** Every app has it until it is taken away. */
  readonly usual?: true;
  readonly holders: (values: AccessValues) => readonly AccessHolder[];
}

const call = (action: string, params: ActionCall["params"]): ActionCall => ({ action, params });

type Words = Pick<AccessKind, "id" | "may" | "why" | "screen" | "watched">;

function words(id: AccessId): Words {
  return { id, ...accessWords[id] };
}

function byOps(
  words: Words,
  ops: readonly string[],
  more: Pick<AccessKind, "xiaomi" | "usual" | "permission"> & { readonly held?: string; readonly off?: string } = {},
): AccessKind {
  const { xiaomi, usual, permission, held, off = "ignore" } = more;
  return {
    ...words,
    ...(xiaomi && { xiaomi }),
    ...(usual && { usual }),
    ...(permission !== undefined && { permission }),
    ops,
    needs: ["appOps", "packageDetails"],
    holders: ({ appOps, packageDetails }) =>
      opHolders({ ops, usual: usual === true, held, off, permission }, appOps, packageDetails),
  };
}

/** All kinds, the most powerful first. */
export const accessKinds: readonly AccessKind[] = [
  {
    ...words("accessibility"),
    needs: ["accessibility"],
    holders: ({ accessibility }) =>
      accessibility.flatMap(({ user, services }) =>
        services.map((service) => ({
          ...holder(user, service.package, service.component),
          withdraw: ofUser(user, (id) =>
            call("set-accessibility-service", { user: id, component: service.component, on: false }),
          ),
        })),
      ),
  },
  {
    ...words("device-admin"),
    needs: ["devicePolicy"],
    holders: ({ devicePolicy }) =>
      devicePolicy.admins.map(({ user, package: name, component, policies }) =>
        holder(user, name, `${component} (${policies.join(", ") || "no powers named"})`),
      ),
  },
  {
    ...words("notifications"),
    needs: ["notificationListeners"],
    holders: ({ notificationListeners }) =>
      notificationListeners.flatMap(({ user, listeners }) =>
        listeners.map(({ package: name, component }) => ({
          ...holder(user, name, component),
          withdraw: component.includes("/")
            ? ofUser(user, (id) => call("set-notification-listener", { user: id, component, on: false }))
            : null,
        })),
      ),
  },
  byOps(words("all-files"), ["MANAGE_EXTERNAL_STORAGE"]),
  byOps(words("screen-capture"), ["PROJECT_MEDIA"]),
  byOps(words("usage"), ["GET_USAGE_STATS"]),
  {
    ...words("keyboards"),
    needs: ["inputMethods"],
    holders: ({ inputMethods }) =>
      inputMethods.flatMap(({ user, enabled, selected }) =>
        enabled.map(({ package: name, component }) => ({
          ...holder(user, name, component === selected?.component ? `${component} (in use)` : component),
          withdraw: ofUser(user, (id) => call("set-keyboard", { user: id, component, on: false })),
        })),
      ),
  },
  {
    ...words("passwords"),
    needs: ["chosenServices"],
    holders: ({ chosenServices }) =>
      chosenServices.flatMap(({ user, autofill, credentials }) =>
        [...(autofill ?? []), ...(credentials ?? [])].map(({ package: name, component }) => ({
          ...holder(user, name, component),
          withdraw: ofUser(user, (id) => call("withdraw-password-service", { user: id, package: name })),
        })),
      ),
  },
  {
    ...words("default-apps"),
    needs: ["roles"],
    holders: ({ roles }) =>
      roles.flatMap(({ user, holders }) =>
        chosenRoles.flatMap((role) =>
          (holders[`android.app.role.${role}`] ?? []).map((name) => ({
            ...holder(user, name, roleWords[role] ?? role),
            role,
            // The phone needs one: who is to take its place is the person's choice.
            withdraw: neededRoles.includes(role)
              ? null
              : ofUser(user, (id) => call("set-role-holder", { user: id, role, package: null })),
          })),
        ),
      ),
  },
  byOps(words("overlay"), ["SYSTEM_ALERT_WINDOW"]),
  byOps(words("popups"), ["10021", "10020"], { xiaomi: true }),
  byOps(words("install-apps"), ["REQUEST_INSTALL_PACKAGES"]),
  byOps(
    words("installed-apps"),
    ["10022"],
    // "ignore" would also lock it against the phone's own switch; "default" leaves it to the permission.
    { xiaomi: true, off: "default", permission: "com.android.permission.GET_INSTALLED_APPS" },
  ),
  byOps(words("vpn"), ["ACTIVATE_VPN"]),
  byOps(words("settings"), ["WRITE_SETTINGS"]),
  byOps(words("autostart"), ["10008", "10053"], { xiaomi: true }),
  {
    ...words("battery"),
    needs: ["batteryExemptions"],
    holders: ({ batteryExemptions }) =>
      batteryExemptions.user.map((name) => ({
        ...holder(null, name, "exempt"),
        withdraw: [call("set-battery-exemption", { package: name, exempt: false })],
      })),
  },
  byOps(words("full-screen"), ["USE_FULL_SCREEN_INTENT"]),
  byOps(words("exact-alarm"), ["SCHEDULE_EXACT_ALARM"]),
  byOps(words("keeps-permissions"), ["AUTO_REVOKE_PERMISSIONS_IF_UNUSED"], { held: "ignore", off: "default" }),
  byOps(words("picture-in-picture"), ["PICTURE_IN_PICTURE"], { usual: true }),
  byOps(words("background"), ["RUN_ANY_IN_BACKGROUND"], { usual: true }),
];

/** The kind with an id; undefined where there is none. */
export function accessKind(id: string): AccessKind | undefined {
  return accessKinds.find((kind) => kind.id === id);
}

/** Whether a change is about this kind of access, taken away or given. */
export function isAbout({ ops, id, permission }: AccessKind, { action, params }: ActionCall): boolean {
  if (action === "set-permission") return permission !== undefined && params["permission"] === permission;
  if (action === "set-app-op") return ops?.includes(String(params["op"])) === true;
  return actionOfKind.get(id) === action;
}

const actionOfKind: ReadonlyMap<string, string> = new Map([
  ["accessibility", "set-accessibility-service"],
  ["notifications", "set-notification-listener"],
  ["keyboards", "set-keyboard"],
  ["passwords", "withdraw-password-service"],
  ["default-apps", "set-role-holder"],
  ["battery", "set-battery-exemption"],
]);

function holder(user: UserId | null, name: string, what: string): AccessHolder {
  return { user, package: name, what, usedAgoMs: null, withdraw: null };
}

/** Changes are made for a user whose number is known. */
function ofUser(user: UserId, make: (user: number) => ActionCall): readonly ActionCall[] | null {
  return user === "current" ? null : [make(user)];
}
