import type { PhoneState, UserState } from "../state/phone-state.ts";
import { type AppSpec, fromFile } from "./app-spec.ts";
import { buildProperties } from "./build-properties.ts";
import { compose, owner } from "./compose.ts";
import { googleApps, googleCommunication, googleCore, playSystemUpdate } from "./google-apps.ts";
import { coreApps, imageApps } from "./image-apps.ts";
import { aospImage, googleImage, moduleImage } from "./image-packages.ts";
import { type BuildOptions, monthsBefore, type PhoneModel } from "./model.ts";
import { logicalMounts } from "./mount-tables.ts";
import { stalkerParts } from "./planted-apps.ts";
import { samsungImage } from "./samsung-packages.ts";
import { carefulGlobal, carefulSecure, findMyDevice, inventedKey } from "./usual-settings.ts";

const day = 86_400_000;
const spy = "com.systemservice";

/** A phone that somebody else watches. */
export const stalked: PhoneModel = {
  id: "stalked",
  title: "Phone with stalkerware and an abuser's traces, Samsung-like, Android 13",
  about:
    "Somebody had this phone unlocked in hand for a quarter of an hour: a stalkerware app without an icon that reads the screen, the " +
    "notifications and the messages and cannot be removed, Play Protect switched off, wireless debugging on, a second computer's key, " +
    "a fingerprint-free PIN that both know. The app bears the name of a real one of the public list; it does nothing.",
  android: "13",
  build,
};

/** Samsung's Secure Folder: a user that the shell may not enter. */
const secureFolder: UserState = {
  id: 150,
  name: "Secure Folder",
  flags: 0x1030,
  type: "android.os.usertype.profile.MANAGED",
  running: true,
  parent: 0,
  shellAllowed: false,
  restrictions: ["no_debugging_features"],
  createdAt: null,
};

function build(options: BuildOptions): PhoneState {
  const now = options.now();
  const state = compose(
    {
      serial: "R5CT30ABCDE",
      vendor: "samsung",
      kernel: {
        release: "5.10.157-android12-9-27102911",
        version: "#1 SMP PREEMPT Mon Apr 17 06:12:44 UTC 2023",
        machine: "aarch64",
      },
      properties: { ...properties(now), "persist.adb.tls_server.enable": "1", "sys.oem_unlock_allowed": "0" },
      users: [owner(33), { ...secureFolder, createdAt: now - 500 * day }],
      apps: apps(now),
      ...loosened,
      roles: {
        SMS: "com.google.android.apps.messaging",
        DIALER: "com.google.android.dialer",
        HOME: "com.sec.android.app.launcher",
        BROWSER: "com.android.chrome",
      },
      keys: [
        { line: inventedKey("own", "anna@laptop"), lastConnection: now - 60_000 },
        { line: inventedKey("other", "mike@DESKTOP-7F3K"), lastConnection: now - 38 * day },
      ],
      exempt: [spy],
      devicePolicy: {
        admins: [
          findMyDevice,
          { user: 0, component: `${spy}/.AdminReceiver`, policies: ["force-lock", "wipe-data", "watch-login"] },
        ],
      },
      accessibility: [
        {
          component: `${spy}/${spy}.ScreenService`,
          label: "System Service",
          capabilities: 9,
          feedback: "[FEEDBACK_GENERIC]",
          eventTypes: "TYPES_ALL_MASK",
          notificationTimeout: 0,
        },
      ],
      processes: [
        { label: "u:r:untrusted_app_29:s0:c51,c257,c512,c768", user: "u0_a190", pid: 6120, ppid: 812, name: spy },
      ],
      daily: [
        { from: now - 12 * 3_600_000, to: null, changes: [] },
        {
          from: now - 38 * day,
          to: now - 37 * day,
          changes: [
            { package: spy, version: 61 },
            { package: "com.antivirus.free.guard", version: 0 },
          ],
        },
      ],
      mounts: logicalMounts("ext4"),
    },
    options,
  );
  state.files.plant("/storage/emulated/0/Download/sys_update.apk", {
    body: new Uint8Array(31_007),
    mode: 0o660,
    mtime: now - 38 * day,
  });
  return state;
}

/** What the visitor changed. */
const loosened = {
  global: {
    ...carefulGlobal,
    adb_allowed_connection_time: "0",
    adb_wifi_enabled: "1",
    package_verifier_enable: "0",
    package_verifier_user_consent: "-1",
    private_dns_mode: "opportunistic",
    upload_apk_enable: "0",
    verifier_verify_adb_installs: "0",
  },
  secure: {
    ...carefulSecure,
    accessibility_enabled: "1",
    enabled_accessibility_services: `${spy}/${spy}.ScreenService`,
    enabled_notification_listeners: `${spy}/${spy}.NoteListener`,
    lock_screen_allow_private_notifications: "1",
  },
};

function properties(now: number): Record<string, string> {
  return buildProperties({
    brand: "samsung",
    manufacturer: "samsung",
    model: "SM-A536B",
    device: "a53x",
    product: "a53xnaxx",
    android: "13",
    sdk: 33,
    id: "TP1A.220624.014",
    incremental: "A536BXXS5CWD1",
    patch: monthsBefore(now, 14),
    vendorPatch: monthsBefore(now, 14),
    zone: "America/New_York",
    locale: "en-US",
    hardware: "s5e8825",
    firstSdk: 31,
    builtAt: now - 430 * day,
  });
}

function apps(now: number): readonly AppSpec[] {
  return [
    ...imageApps(aospImage, googleImage, moduleImage, samsungImage),
    ...coreApps("system_ext/priv-app/SystemUI"),
    ...googleCore(now, now - 9 * day, now - 30 * day),
    playSystemUpdate(monthsBefore(now, 5)),
    ...googleApps,
    ...googleCommunication,
    {
      name: "com.whatsapp",
      label: "WhatsApp",
      version: "2.26.38.71",
      target: 34,
      grants: ["CAMERA", "RECORD_AUDIO", "READ_CONTACTS", "POST_NOTIFICATIONS"],
      uses: [{ op: "READ_CONTACTS", hours: 1 }],
      launcher: ".Main",
    },
    {
      name: spy,
      label: "System Service",
      version: "10.61",
      code: 61,
      target: 29,
      installedDays: 38,
      updatedDays: 38,
      origin: fromFile("com.android.chrome"),
      grants: [
        "ACCESS_FINE_LOCATION",
        "ACCESS_COARSE_LOCATION",
        "ACCESS_BACKGROUND_LOCATION",
        "CAMERA",
        "RECORD_AUDIO",
        "READ_CONTACTS",
        "READ_SMS",
        "RECEIVE_SMS",
        "READ_CALL_LOG",
        "READ_PHONE_STATE",
        "PROCESS_OUTGOING_CALLS",
        "READ_CALENDAR",
        "READ_EXTERNAL_STORAGE",
        "RECEIVE_BOOT_COMPLETED",
        "SYSTEM_ALERT_WINDOW",
      ],
      uses: [
        { op: "FINE_LOCATION", hours: 0.1, state: "bg" },
        { op: "READ_SMS", hours: 0.3, state: "bg" },
        { op: "RECORD_AUDIO", hours: 5, state: "fgsvc", seconds: 300 },
        { op: "READ_CALL_LOG", hours: 0.3, state: "bg" },
        { op: "CAMERA", hours: 29, state: "bg", seconds: 2 },
      ],
      modes: { SYSTEM_ALERT_WINDOW: "allow", GET_USAGE_STATS: "allow", ACCESS_RESTRICTED_SETTINGS: "allow" },
      launcher: null,
      receivers: [
        [".BootReceiver", "android.intent.action.BOOT_COMPLETED"],
        [".SmsReceiver", "android.provider.Telephony.SMS_RECEIVED"],
        [".CallReceiver", "android.intent.action.PHONE_STATE"],
      ],
      services: [
        [".ScreenService", "android.accessibilityservice.AccessibilityService"],
        [".NoteListener", "android.service.notification.NotificationListenerService"],
      ],
      apk: stalkerParts(spy),
    },
  ];
}
