/**
 * The app-op behind a runtime permission, undefined where there is none.
 *
 * AOSP: core/java/android/app/AppOpsManager.java, sAppOpInfos (permission and name of each op).
 */
export function opOf(permission: string): string | undefined {
  return permissionOps[permission.replace("android.permission.", "")];
}

const permissionOps: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  ACCESS_COARSE_LOCATION: "COARSE_LOCATION",
  ACCESS_FINE_LOCATION: "FINE_LOCATION",
  READ_CONTACTS: "READ_CONTACTS",
  WRITE_CONTACTS: "WRITE_CONTACTS",
  GET_ACCOUNTS: "GET_ACCOUNTS",
  READ_CALL_LOG: "READ_CALL_LOG",
  WRITE_CALL_LOG: "WRITE_CALL_LOG",
  READ_CALENDAR: "READ_CALENDAR",
  WRITE_CALENDAR: "WRITE_CALENDAR",
  READ_SMS: "READ_SMS",
  RECEIVE_SMS: "RECEIVE_SMS",
  SEND_SMS: "SEND_SMS",
  RECEIVE_MMS: "RECEIVE_MMS",
  CAMERA: "CAMERA",
  RECORD_AUDIO: "RECORD_AUDIO",
  READ_PHONE_STATE: "READ_PHONE_STATE",
  READ_PHONE_NUMBERS: "READ_PHONE_NUMBERS",
  CALL_PHONE: "CALL_PHONE",
  PROCESS_OUTGOING_CALLS: "PROCESS_OUTGOING_CALLS",
  BODY_SENSORS: "BODY_SENSORS",
  ACTIVITY_RECOGNITION: "ACTIVITY_RECOGNITION",
  BLUETOOTH_SCAN: "BLUETOOTH_SCAN",
  BLUETOOTH_CONNECT: "BLUETOOTH_CONNECT",
  NEARBY_WIFI_DEVICES: "NEARBY_WIFI_DEVICES",
  READ_EXTERNAL_STORAGE: "READ_EXTERNAL_STORAGE",
  WRITE_EXTERNAL_STORAGE: "WRITE_EXTERNAL_STORAGE",
  READ_MEDIA_IMAGES: "READ_MEDIA_IMAGES",
  READ_MEDIA_VIDEO: "READ_MEDIA_VIDEO",
  READ_MEDIA_AUDIO: "READ_MEDIA_AUDIO",
  POST_NOTIFICATIONS: "POST_NOTIFICATION",
});

/**
 * The mode that an op has where nothing was set: Android drops the record of one that is set back to it. Xiaomi's numbered ops have
 * defaults that nobody published; `default` is what stands for them.
 *
 * AOSP: core/java/android/app/AppOpsManager.java, setDefaultMode; services/core/java/com/android/server/appop/AppOpsService.java, setMode.
 */
export function defaultMode(op: string): string {
  return defaults[op] ?? (isVendorOp(op) ? "default" : "allow");
}

const defaults: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  GET_USAGE_STATS: "default",
  SYSTEM_ALERT_WINDOW: "default",
  WRITE_SETTINGS: "default",
  REQUEST_INSTALL_PACKAGES: "default",
  MANAGE_EXTERNAL_STORAGE: "default",
  ACCESS_RESTRICTED_SETTINGS: "ignore",
  SCHEDULE_EXACT_ALARM: "default",
  MANAGE_MEDIA: "default",
  PROJECT_MEDIA: "ignore",
  ACTIVATE_VPN: "ignore",
  MOCK_LOCATION: "deny",
  WRITE_SMS: "ignore",
  AUTO_REVOKE_PERMISSIONS_IF_UNUSED: "default",
  USE_FULL_SCREEN_INTENT: "default",
  LEGACY_STORAGE: "default",
  NO_ISOLATED_STORAGE: "deny",
  READ_DEVICE_IDENTIFIERS: "deny",
  MANAGE_IPSEC_TUNNELS: "deny",
  MANAGE_CREDENTIALS: "default",
  QUERY_ALL_PACKAGES: "default",
  INTERACT_ACROSS_PROFILES: "default",
  LOADER_USAGE_STATS: "default",
  ACCESS_NOTIFICATIONS: "default",
  ESTABLISH_VPN_SERVICE: "ignore",
  ESTABLISH_VPN_MANAGER: "ignore",
});

/** Whether an op, by its name or number, is one that only the maker of this phone has. */
export function isVendorOp(op: string): boolean {
  return /^(?:MIUIOP\(\d+\)|1\d{4})$/.test(op) || vendorNames.has(op);
}

/** Xiaomi's ops that have a name in some versions and a number in others. */
const vendorNames: ReadonlyMap<string, string> = new Map([["GET_INSTALLED_APPS", "10022"]]);

/** The names under which `dumpsys appops` may list an op that is known by its name or number, the usual one first. */
export function dumpNamesOf(op: string): readonly string[] {
  const number = vendorNames.get(op) ?? op;
  if (!/^\d+$/.test(number)) return [op];
  return [`MIUIOP(${number})`, ...[...vendorNames].flatMap(([name, its]) => (its === number ? [name] : []))];
}

/** What `appops set` calls the op of a name in `dumpsys appops`: Xiaomi's numbered ones go by their number. */
export function shellNameOf(dumpName: string): string {
  return /^MIUIOP\((\d+)\)$/.exec(dumpName)?.[1] ?? dumpName;
}

/**
 * The op whose mode counts for another one: a mode that is set for the latter is set for the former.
 *
 * AOSP: AppOpsManager.opToSwitch.
 */
export function switchOf(op: string, sdk: number): string {
  if (op === "FINE_LOCATION" && sdk < 29) return "COARSE_LOCATION";
  return switches.get(op) ?? op;
}

const switches: ReadonlyMap<string, string> = new Map([
  ["ACTIVITY_RECOGNITION_SOURCE", "ACTIVITY_RECOGNITION"],
  ["FINE_LOCATION_SOURCE", "FINE_LOCATION"],
  ["GPS", "COARSE_LOCATION"],
  ["MONITOR_HIGH_POWER_LOCATION", "COARSE_LOCATION"],
  ["MONITOR_LOCATION", "COARSE_LOCATION"],
  ["NEIGHBORING_CELLS", "COARSE_LOCATION"],
  ["WIFI_SCAN", "COARSE_LOCATION"],
]);
