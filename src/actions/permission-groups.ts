/** What a permission can be set to: allowed, denied, to be asked for again, denied without the right to ask again. */
export const permissionGoals = ["allow", "deny", "ask", "never"] as const;
export type PermissionGoal = (typeof permissionGoals)[number];

/** What people are asked about, as one: the columns of a permission matrix, in their order. */
export const permissionGroups = [
  "camera",
  "microphone",
  "location",
  "background-location",
  "contacts",
  "sms",
  "call-log",
  "phone",
  "calendar",
  "files",
  "photos",
  "sensors",
  "nearby",
  "notifications",
] as const;
export type PermissionGroup = (typeof permissionGroups)[number];

/** The group of the location that an app gets while nobody uses it. */
export const backgroundLocation = "background-location" satisfies PermissionGroup;

/** A permission that the person grants, the group it belongs to here, and what it lets an app have, in words. */
export interface KnownPermission {
  readonly name: string;
  readonly group: PermissionGroup;
  readonly words: string;
}

const of = (group: PermissionGroup, rows: Readonly<Record<string, string>>): readonly KnownPermission[] =>
  Object.entries(rows).map(([name, words]) => ({ name: `android.permission.${name}`, group, words }));

/**
 * The permissions that a person grants one by one, up to Android 17. Groups are those of Android's own permission screens, with the
 * background location apart, and photos and videos apart from other files.
 *
 * AOSP: core/res/AndroidManifest.xml (protectionLevel dangerous); permission groups of the module Permission (PermissionMapping.kt).
 */
export const knownPermissions: readonly KnownPermission[] = [
  ...of("camera", { CAMERA: "the camera" }),
  ...of("microphone", { RECORD_AUDIO: "the microphone" }),
  ...of("location", {
    ACCESS_FINE_LOCATION: "the precise location",
    ACCESS_COARSE_LOCATION: "the approximate location",
  }),
  ...of("background-location", { ACCESS_BACKGROUND_LOCATION: "the location in the background" }),
  ...of("contacts", {
    READ_CONTACTS: "reading contacts",
    WRITE_CONTACTS: "changing contacts",
    GET_ACCOUNTS: "the list of accounts",
  }),
  ...of("sms", {
    READ_SMS: "reading text messages",
    RECEIVE_SMS: "receiving text messages",
    SEND_SMS: "sending text messages",
    RECEIVE_MMS: "receiving multimedia messages",
    RECEIVE_WAP_PUSH: "receiving WAP messages",
  }),
  ...of("call-log", {
    READ_CALL_LOG: "reading the call log",
    WRITE_CALL_LOG: "changing the call log",
    PROCESS_OUTGOING_CALLS: "seeing outgoing calls",
  }),
  ...of("phone", {
    READ_PHONE_STATE: "the state of the phone and of calls",
    READ_PHONE_NUMBERS: "the phone number",
    CALL_PHONE: "making calls",
    ANSWER_PHONE_CALLS: "answering calls",
    ACCEPT_HANDOVER: "taking over calls",
    ADD_VOICEMAIL: "adding voicemail",
    USE_SIP: "internet calls",
  }),
  ...of("calendar", { READ_CALENDAR: "reading the calendar", WRITE_CALENDAR: "changing the calendar" }),
  ...of("files", {
    READ_EXTERNAL_STORAGE: "reading shared files",
    WRITE_EXTERNAL_STORAGE: "changing shared files",
    READ_MEDIA_AUDIO: "music and audio files",
  }),
  ...of("photos", {
    READ_MEDIA_IMAGES: "photos",
    READ_MEDIA_VIDEO: "videos",
    READ_MEDIA_VISUAL_USER_SELECTED: "the photos and videos that were chosen for it",
    ACCESS_MEDIA_LOCATION: "the places in photos",
  }),
  ...of("sensors", {
    BODY_SENSORS: "sensors of the body",
    BODY_SENSORS_BACKGROUND: "sensors of the body in the background",
    ACTIVITY_RECOGNITION: "physical activity",
  }),
  ...of("nearby", {
    BLUETOOTH_SCAN: "finding devices nearby",
    BLUETOOTH_CONNECT: "connecting to devices nearby",
    BLUETOOTH_ADVERTISE: "being found by devices nearby",
    UWB_RANGING: "the distance of devices nearby",
    NEARBY_WIFI_DEVICES: "Wi-Fi devices nearby",
  }),
  ...of("notifications", { POST_NOTIFICATIONS: "showing notifications" }),
];

const byName: ReadonlyMap<string, KnownPermission> = new Map(knownPermissions.map((each) => [each.name, each]));

/** The level of Android that brought a permission, where it was not there from the beginning: older phones know nothing of it. */
const since: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  READ_PHONE_NUMBERS: 26,
  ANSWER_PHONE_CALLS: 26,
  ACCEPT_HANDOVER: 28,
  ACCESS_BACKGROUND_LOCATION: 29,
  ACCESS_MEDIA_LOCATION: 29,
  ACTIVITY_RECOGNITION: 29,
  BLUETOOTH_SCAN: 31,
  BLUETOOTH_CONNECT: 31,
  BLUETOOTH_ADVERTISE: 31,
  UWB_RANGING: 31,
  BODY_SENSORS_BACKGROUND: 33,
  NEARBY_WIFI_DEVICES: 33,
  POST_NOTIFICATIONS: 33,
  READ_MEDIA_AUDIO: 33,
  READ_MEDIA_IMAGES: 33,
  READ_MEDIA_VIDEO: 33,
  READ_MEDIA_VISUAL_USER_SELECTED: 34,
});

/** Whether phones of this level of Android know a permission. */
export function existsIn(permission: string, sdk: number): boolean {
  return sdk >= (since[permission.replace("android.permission.", "")] ?? 0);
}

/** What is known of a permission; undefined for those that apps define themselves, and newer ones. */
export function knownPermission(name: string): KnownPermission | undefined {
  return byName.get(name);
}
