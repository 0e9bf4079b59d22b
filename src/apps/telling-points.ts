import { type AppRecord, isUnread } from "./app-record.ts";
import { isTrick } from "./tamper-tricks.ts";

/** One thing about an app that tells little alone, and in company a lot. */
export type TellingPoint = keyof typeof words;

/** Each point in words that go on after "it". */
const words = {
  "no-icon": "has no icon on the home screen",
  "system-label": "calls itself like a part of the system",
  "android-name": "has a package name like Android's own parts",
  accessibility: "may read what is on the screen and press buttons in other apps",
  notifications: "may read all notifications",
  keyboard: "may see what is typed on its keyboard",
  "device-admin": "may make itself hard to remove, as a device administrator",
  overlay: "may lay itself over other apps",
  messages: "may read text messages",
  "sends-messages": "may send text messages",
  calls: "may see who is called",
  microphone: "may record sound",
  camera: "may take pictures",
  place: "may know where the phone is",
  "place-always": "may follow where the phone is all the time",
  contacts: "may read the contacts",
  files: "may read all files in the shared storage",
  internet: "may send to the internet",
  "starts-with-phone": "starts with the phone",
  "brings-apps": "may ask to install other apps",
  "carries-app": "carries another app within it",
  "carries-code": "carries code that Android does not start by itself",
  "disguised-code": "carries code under a name that does not say so",
  "loads-code": "loads further code while it runs",
  packed: "hides its code in a wrapper",
  tricked: "is put together so that programs that look into it fail, while Android opens it",
  "old-target": "says that it is made for Android 5 or older, so that permissions count as given",
} as const;

/** The point in words that go on after "it". */
export function pointWords(point: TellingPoint): string {
  return words[point];
}

/**
 * The points of one app.
 *
 * @param records its base first, then its other parts; permissions, components and code may lie in any of them
 */
export function tellingPoints(records: readonly AppRecord[]): ReadonlySet<TellingPoint> {
  const points = new Set<TellingPoint>();
  for (const record of records) {
    ofPermissions(record, points);
    ofComponents(record, points);
    ofCode(record, points);
    if (record.file.opens === "yes" && record.tampering.marks.some(isTrick)) points.add("tricked");
    if (record.file.carries.length > 0) points.add("carries-app");
  }
  const [base] = records;
  if (base) ofBase(base, points);
  return points;
}

const byPermission: ReadonlyMap<string, TellingPoint> = new Map([
  ["SYSTEM_ALERT_WINDOW", "overlay"],
  ["READ_SMS", "messages"],
  ["RECEIVE_SMS", "messages"],
  ["SEND_SMS", "sends-messages"],
  ["READ_CALL_LOG", "calls"],
  ["PROCESS_OUTGOING_CALLS", "calls"],
  ["RECORD_AUDIO", "microphone"],
  ["CAMERA", "camera"],
  ["ACCESS_FINE_LOCATION", "place"],
  ["ACCESS_COARSE_LOCATION", "place"],
  ["ACCESS_BACKGROUND_LOCATION", "place-always"],
  ["READ_CONTACTS", "contacts"],
  ["MANAGE_EXTERNAL_STORAGE", "files"],
  ["INTERNET", "internet"],
  ["REQUEST_INSTALL_PACKAGES", "brings-apps"],
]);
const prefix = "android.permission.";
/** Android 11: what is asked for on older ones only hardly matters any more. */
const newEnough = 30;

function ofPermissions({ permissions }: AppRecord, points: Set<TellingPoint>): void {
  if (isUnread(permissions)) return;
  for (const { name, maxSdk } of [...permissions.asked, ...permissions.implied]) {
    const point = name.startsWith(prefix) ? byPermission.get(name.slice(prefix.length)) : undefined;
    if (point !== undefined && (maxSdk === null || maxSdk >= newEnough)) points.add(point);
  }
}

const byPower: Readonly<Record<string, TellingPoint>> = {
  accessibility: "accessibility",
  "notification-listener": "notifications",
  "input-method": "keyboard",
  "device-admin": "device-admin",
  "sms-app": "messages",
};

function ofComponents({ components }: AppRecord, points: Set<TellingPoint>): void {
  if (isUnread(components)) return;
  for (const { power, enabled } of components.powers) {
    const point = byPower[power];
    if (enabled && point !== undefined) points.add(point);
  }
  if (components.startsWithPhone.length > 0) points.add("starts-with-phone");
}

/** Code of these loads parts of itself that the phone brings along; nearly every app has it. */
const usualLoaders = /^(?:com\.google\.(?:android\.gms|firebase)|com\.facebook|androidx|android\.support)\./;

function ofCode({ code }: AppRecord, points: Set<TellingPoint>): void {
  if (isUnread(code)) return;
  if (code.packers.length > 0) points.add("packed");
  if (code.calls.some(({ kind, caller }) => kind === "loads-dex" && !usualLoaders.test(caller)))
    points.add("loads-code");
  if (code.carried.some((entry) => /\.(?:apk|xapk|apks|apkm)$/i.test(entry))) points.add("carries-app");
  if (code.files.some(({ started }) => !started) || code.carried.some((entry) => /\.(?:dex|jar)$/i.test(entry)))
    points.add("carries-code");
  if (code.disguised.some(({ kind }) => kind.endsWith("dex"))) points.add("disguised-code");
}

/** Words by which apps that hide pose as a part of the system, alone or with one more. */
const systemLabel =
  /^(?:(?:android|google|device|phone)\s+)?(?:system|sync|security|battery|update|wi-?fi|device|play|core)\s+(?:services?|framework|manager|helper|health|update[rs]?|core|process|ui)$|^(?:system|android|settings|google(?: play)? services?|(?:system|android) (?:settings|update|webview))$/i;
const androidName = /^(?:android|com\.android|com\.google\.android)(?:\.|$)/;

function ofBase({ identity, components }: AppRecord, points: Set<TellingPoint>): void {
  if (isUnread(identity) || identity.split !== null || identity.instruments.length > 0 || identity.overlayOf !== null)
    return;
  const label = isUnread(identity.label) ? null : identity.label.text;
  if (label !== null && systemLabel.test(label.trim().slice(0, 100))) points.add("system-label");
  // Android gives such a user only to what is signed with its own key.
  const ofSystem = identity.sharedUserId?.startsWith("android.uid.") ?? false;
  if (androidName.test(identity.packageName) && !ofSystem) points.add("android-name");
  if (identity.targetSdk !== null && identity.effectiveTargetSdk < 23) points.add("old-target");
  if (isUnread(components) || components.launcher.length > 0) return;
  const { activity, service, receiver } = components.counts;
  if (activity + service + receiver > 0) points.add("no-icon");
}
