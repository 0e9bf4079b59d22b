/** One use of an app-op, or one refusal. */
export interface OpEvent {
  /** Epoch milliseconds. */
  readonly at: number;
  /** pers, top, fgsvc, fg, bg, cch. */
  readonly state: string;
  /** s self, tp trusted proxy, tpd trusted proxied, up, upd. */
  readonly flag: string;
  readonly durationMs: number | null;
  /** Attribution tag; null for none. */
  readonly tag: string | null;
  /** What is printed in `proxy[…]`. */
  readonly proxy: string | null;
}

/** An app-op of one package. */
export interface OpRecord {
  mode: string;
  readonly accesses: OpEvent[];
  readonly rejects: OpEvent[];
  /** Uses that go on: attribution tag, start in epoch milliseconds, how often it was started within itself. */
  readonly running: { readonly tag: string | null; readonly since: number; readonly nesting: number }[];
  /** Attribution tags in the order in which the phone prints them, where more than the events tell. */
  readonly tags: readonly (string | null)[];
}

/** App-ops under one uid. */
export interface UidOps {
  readonly uid: number;
  /** Process state of the uid. */
  state: string;
  capability: string;
  appWidgetVisible: boolean;
  /** Ops that depend on the foreground, with who watches them. */
  foregroundOps: readonly (readonly [string, string])[];
  hasForegroundWatchers: boolean;
  /** Long uses under way in the whole uid; Android 9 and 10 print it. */
  startNesting: number;
  /** Modes of the whole uid by op. */
  readonly modes: Map<string, string>;
  /** Package → op → record. */
  readonly packages: Map<string, Map<string, OpRecord>>;
}

/** The records of a uid, made when there are none. */
export function uidOps(ops: Map<number, UidOps>, uid: number): UidOps {
  let known = ops.get(uid);
  if (!known) {
    known = {
      uid,
      state: "cch",
      capability: "------",
      appWidgetVisible: false,
      foregroundOps: [],
      hasForegroundWatchers: false,
      startNesting: 0,
      modes: new Map(),
      packages: new Map(),
    };
    ops.set(uid, known);
  }
  return known;
}

/** The record of one op of a package, made when there is none. */
export function opRecord(ops: Map<number, UidOps>, uid: number, name: string, op: string): OpRecord {
  const byPackage = uidOps(ops, uid).packages;
  let byOp = byPackage.get(name);
  if (!byOp) {
    byOp = new Map();
    byPackage.set(name, byOp);
  }
  let record = byOp.get(op);
  if (!record) {
    record = { mode: defaultMode(op), accesses: [], rejects: [], running: [], tags: [] };
    byOp.set(op, record);
  }
  return record;
}

/** The mode an op has where nothing was set (AOSP: AppOpsManager's default modes). */
export function defaultMode(op: string): string {
  return defaults[op] ?? (op.startsWith("MIUIOP(") ? "ignore" : "allow");
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
});

/** Numbers that Android 7 and 8 print for modes. */
export const modeNumbers: readonly string[] = ["allow", "ignore", "deny", "default", "foreground", "ask"];

/** The app-op behind a runtime permission (AOSP: AppOpsManager), undefined where there is none. */
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
