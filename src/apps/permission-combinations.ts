import { type AndroidManifest, launcherActivities } from "../formats/android-manifest.ts";
import { declaredPowers } from "./system-powers.ts";

/** A set of powers that an app asks for and that means more together than each does. */
export interface PermissionCombination {
  readonly id: string;
  /** What it makes possible, in words that go on after "If all of it is allowed, it can". */
  readonly can: string;
  /** What it is made of: permissions without `android.permission.`, and declared services. */
  readonly of: readonly string[];
}

interface Rule {
  readonly id: string;
  readonly can: string;
  /** One of each list is needed. */
  readonly needs: readonly (readonly string[])[];
}

const internet = ["INTERNET"];
const readSms = ["READ_SMS", "RECEIVE_SMS", "sms-app"];

const rules: readonly Rule[] = [
  {
    id: "screen-to-internet",
    can: "read what is shown on the screen, in other apps too, and send it away",
    needs: [["accessibility"], internet],
  },
  {
    id: "notifications-to-internet",
    can: "read all notifications, messages and login codes among them, and send them away",
    needs: [["notification-listener"], internet],
  },
  {
    id: "keyboard-to-internet",
    can: "see what is typed on its keyboard and send it away",
    needs: [["input-method"], internet],
  },
  {
    id: "messages-to-internet",
    can: "read text messages, login codes among them, and send them away",
    needs: [readSms, internet],
  },
  {
    id: "listen-to-internet",
    can: "record sound and send it away",
    needs: [["RECORD_AUDIO"], internet],
  },
  {
    id: "listen-unseen",
    can: "start with the phone and record sound behind other apps",
    needs: [["RECORD_AUDIO"], ["RECEIVE_BOOT_COMPLETED"], ["FOREGROUND_SERVICE", "FOREGROUND_SERVICE_MICROPHONE"]],
  },
  {
    id: "record-calls",
    can: "notice calls and record them, as far as the phone lets it",
    needs: [["RECORD_AUDIO"], ["READ_PHONE_STATE", "READ_CALL_LOG", "PROCESS_OUTGOING_CALLS", "in-call"]],
  },
  {
    id: "follow-place",
    can: "follow where the phone is all the time and send it away",
    needs: [["ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION"], ["ACCESS_BACKGROUND_LOCATION"], internet],
  },
  {
    id: "contacts-to-internet",
    can: "read who the person knows or speaks with, and send it away",
    needs: [["READ_CONTACTS", "READ_CALL_LOG"], internet],
  },
  {
    id: "files-to-internet",
    can: "read all files in the shared storage and send them away",
    needs: [["MANAGE_EXTERNAL_STORAGE"], internet],
  },
  {
    id: "control-screen",
    can: "lay itself over other apps and press buttons in them: what apps that empty bank accounts do",
    needs: [["SYSTEM_ALERT_WINDOW"], ["accessibility"]],
  },
  {
    id: "imitate-app",
    can: "notice which app is opened and lay a copy of its login page over it",
    needs: [["SYSTEM_ALERT_WINDOW"], ["PACKAGE_USAGE_STATS", "accessibility"], internet],
  },
  {
    id: "bring-apps",
    can: "fetch other apps from the internet and ask to install them",
    needs: [["REQUEST_INSTALL_PACKAGES"], internet],
  },
  {
    id: "send-by-message",
    can: "read text messages and answer or send them on by itself",
    needs: [readSms, ["SEND_SMS"]],
  },
  {
    id: "stay-on",
    can: "start with the phone and hold on to it, so that it is hard to remove",
    needs: [["device-admin"], ["RECEIVE_BOOT_COMPLETED"]],
  },
  {
    id: "unseen-reader",
    can: "read the screen or the notifications without an icon that tells that it is there",
    needs: [["no-icon"], ["accessibility", "notification-listener"], internet],
  },
];

/** The combinations that an app asks for. Permissions that Android adds by itself count, those for old Androids only do not. */
export function permissionCombinations(manifest: AndroidManifest): PermissionCombination[] {
  const held = new Set<string>();
  for (const { name, maxSdk } of [...manifest.usesPermissions, ...manifest.impliedPermissions])
    if (name.startsWith(prefix) && (maxSdk === null || maxSdk >= newEnough)) held.add(name.slice(prefix.length));
  for (const { power, enabled } of declaredPowers(manifest.components)) if (enabled) held.add(power);
  if (isApp(manifest) && launcherActivities(manifest).length === 0) held.add("no-icon");
  return rules.flatMap(({ id, can, needs }) => {
    const of = needs.map((any) => any.filter((name) => held.has(name)));
    return of.every((some) => some.length > 0) ? [{ id, can, of: of.flat() }] : [];
  });
}

const prefix = "android.permission.";
/** Android 11: what is asked for on older ones only hardly matters any more. */
const newEnough = 30;

/** Splits, overlays and tests have no icon by nature. */
function isApp({ split, application, extras }: AndroidManifest): boolean {
  return split === null && application !== null && extras.overlay === null && extras.instrumentations.length === 0;
}
