/**
 * What a permission of Android is worth. `dangerous`: the phone asks its owner. `special`: switched on in a page of the settings.
 * `normal`: given to whoever asks.
 */
export type FrameworkLevel = "dangerous" | "special" | "normal";

/** A permission of Android: its level, and what it lets an app do, in words that go on after "It may". */
export interface FrameworkPermission {
  readonly level: FrameworkLevel;
  readonly allows: string;
}

const dangerous: Readonly<Record<string, string>> = {
  READ_CALENDAR: "read the calendar",
  WRITE_CALENDAR: "change the calendar",
  CAMERA: "take pictures and videos",
  READ_CONTACTS: "read the contacts",
  WRITE_CONTACTS: "change the contacts",
  GET_ACCOUNTS: "see which accounts are on the phone",
  ACCESS_FINE_LOCATION: "know exactly where the phone is",
  ACCESS_COARSE_LOCATION: "know roughly where the phone is",
  ACCESS_BACKGROUND_LOCATION: "know where the phone is while the app is not open",
  ACCESS_MEDIA_LOCATION: "see where pictures were taken",
  RECORD_AUDIO: "record sound",
  READ_PHONE_STATE: "see calls and the state of the phone",
  READ_PHONE_NUMBERS: "read the phone's own numbers",
  CALL_PHONE: "call numbers by itself",
  ANSWER_PHONE_CALLS: "answer calls",
  READ_CALL_LOG: "read who called and was called",
  WRITE_CALL_LOG: "change the list of calls",
  USE_SIP: "make calls over the internet",
  PROCESS_OUTGOING_CALLS: "see and redirect calls that are made",
  ACCEPT_HANDOVER: "take over calls of another app",
  SEND_SMS: "send text messages, which may cost money",
  RECEIVE_SMS: "receive text messages",
  READ_SMS: "read text messages",
  RECEIVE_WAP_PUSH: "receive WAP messages",
  RECEIVE_MMS: "receive picture messages",
  READ_CELL_BROADCASTS: "read emergency broadcasts",
  READ_EXTERNAL_STORAGE: "read files in the shared storage",
  WRITE_EXTERNAL_STORAGE: "change files in the shared storage",
  READ_MEDIA_IMAGES: "read all pictures",
  READ_MEDIA_VIDEO: "read all videos",
  READ_MEDIA_AUDIO: "read all sound files",
  READ_MEDIA_VISUAL_USER_SELECTED: "read the pictures that were chosen for it",
  BODY_SENSORS: "read sensors of the body, such as the heart rate",
  BODY_SENSORS_BACKGROUND: "read sensors of the body while it is not open",
  ACTIVITY_RECOGNITION: "know whether the person walks, runs or drives",
  BLUETOOTH_SCAN: "look for Bluetooth devices nearby",
  BLUETOOTH_CONNECT: "connect to Bluetooth devices",
  BLUETOOTH_ADVERTISE: "be seen by Bluetooth devices nearby",
  NEARBY_WIFI_DEVICES: "look for Wi-Fi devices nearby",
  UWB_RANGING: "measure how far devices nearby are",
  RANGING: "measure how far devices nearby are",
  POST_NOTIFICATIONS: "show notifications",
};

/** Given by hand on a page of their own in the settings. */
const special: Readonly<Record<string, string>> = {
  SYSTEM_ALERT_WINDOW: "show itself over other apps",
  WRITE_SETTINGS: "change settings of the phone",
  REQUEST_INSTALL_PACKAGES: "ask to install other apps",
  MANAGE_EXTERNAL_STORAGE: "read and change all files in the shared storage",
  PACKAGE_USAGE_STATS: "see which apps are used and when",
  ACCESS_NOTIFICATION_POLICY: "switch Do Not Disturb",
  SCHEDULE_EXACT_ALARM: "wake the phone at an exact time",
  USE_FULL_SCREEN_INTENT: "fill the screen with a notification",
  MANAGE_MEDIA: "change pictures and videos without asking each time",
  TURN_SCREEN_ON: "switch the screen on",
};

/** Those that anyone gets and that still matter when put together with others. */
const normal: Readonly<Record<string, string>> = {
  INTERNET: "use the internet",
  ACCESS_NETWORK_STATE: "see which networks there are",
  ACCESS_WIFI_STATE: "see the Wi-Fi connection",
  CHANGE_WIFI_STATE: "switch Wi-Fi connections",
  RECEIVE_BOOT_COMPLETED: "start when the phone starts",
  FOREGROUND_SERVICE: "keep running while another app is open",
  FOREGROUND_SERVICE_LOCATION: "know the place while running behind other apps",
  FOREGROUND_SERVICE_MICROPHONE: "record sound while running behind other apps",
  FOREGROUND_SERVICE_CAMERA: "take pictures while running behind other apps",
  FOREGROUND_SERVICE_MEDIA_PROJECTION: "record the screen while running behind other apps, once that was allowed",
  QUERY_ALL_PACKAGES: "see which apps are installed",
  REQUEST_IGNORE_BATTERY_OPTIMIZATIONS: "ask to run without rest",
  REQUEST_DELETE_PACKAGES: "ask to remove other apps",
  KILL_BACKGROUND_PROCESSES: "end other apps that run behind",
  HIDE_OVERLAY_WINDOWS: "hide what other apps show over it",
  USE_BIOMETRIC: "ask for the fingerprint",
  USE_FINGERPRINT: "ask for the fingerprint",
  DISABLE_KEYGUARD: "pass a lock screen without a code",
  WAKE_LOCK: "keep the phone awake",
  VIBRATE: "vibrate",
  NFC: "use NFC",
  BLUETOOTH: "use Bluetooth (older Androids)",
  BLUETOOTH_ADMIN: "switch Bluetooth (older Androids)",
};

/** By full name. AOSP frameworks/base core/res/AndroidManifest.xml. */
const known: ReadonlyMap<string, FrameworkPermission> = new Map([
  ...rows(dangerous, "dangerous"),
  ...rows(special, "special"),
  ...rows(normal, "normal"),
  ["com.android.voicemail.permission.ADD_VOICEMAIL", { level: "dangerous", allows: "add voice messages" }],
  ["com.google.android.gms.permission.AD_ID", { level: "normal", allows: "read the advertising identifier" }],
]);

/** What Candor knows of a permission by its full name; undefined where it is not in the list. */
export function frameworkPermission(name: string): FrameworkPermission | undefined {
  return known.get(name);
}

function rows(
  table: Readonly<Record<string, string>>,
  level: FrameworkLevel,
): (readonly [string, FrameworkPermission])[] {
  return Object.entries(table).map(([name, allows]) => [`android.permission.${name}`, { level, allows }]);
}
