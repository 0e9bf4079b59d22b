import type { ComponentSpec } from "../apk/manifest-xml.ts";
import type { SignerRing } from "../apk/signer-ring.ts";
import type { SignerName } from "../apk/test-signer.ts";
import { type ApkSpec, type SplitSpec, writeApkSet } from "../apk/write-apk.ts";
import type { ZipItem } from "../apk/zip-writer.ts";
import { appCode, caller, trackerClasses, trackerHosts } from "./planted-code.ts";

/** An app that is made to be found: real APKs, invented names, nothing in them that could do harm. */
export interface PlantedApp {
  readonly id: string;
  /** What is to be found in it. */
  readonly about: string;
  readonly signer: SignerName;
  readonly apk: ApkSpec;
  readonly splits?: readonly SplitSpec[];
}

/** The files of an app as they lie in its folder of `/data/app`: `base.apk`, and `split_….apk` where it has splits. */
export async function buildPlantedApp(
  { apk, splits = [], signer }: PlantedApp,
  signers: SignerRing,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  return writeApkSet({ ...apk, signer: await signers(signer) }, splits);
}

const launcher: ComponentSpec = {
  kind: "activity",
  name: ".MainActivity",
  exported: true,
  filters: [{ actions: ["android.intent.action.MAIN"], categories: ["android.intent.category.LAUNCHER"] }],
};

/** Five trackers by their classes, three more only by name, and their hosts. */
const tracked: PlantedApp = {
  id: "trackers",
  about:
    "Classes of Firebase Analytics, AppsFlyer, Facebook, Adjust and OneTrack; AdMob is named only; hosts in strings.",
  signer: { commonName: "Example Shop", organisation: "Example Shop Ltd", country: "GB" },
  apk: {
    package: "com.example.shop",
    versionCode: 4201,
    versionName: "4.20.1",
    label: { "": "Example Shop", de: "Beispielladen", fr: "Boutique exemple" },
    minSdk: 24,
    targetSdk: 35,
    permissions: [
      "INTERNET",
      "ACCESS_NETWORK_STATE",
      "com.google.android.gms.permission.AD_ID",
      "ACCESS_COARSE_LOCATION",
    ],
    components: [launcher],
    metaData: { "com.google.android.gms.ads.APPLICATION_ID": "ca-app-pub-0000000000000000~0000000000" },
    dex: [
      appCode("com.example.shop.MainActivity", {
        classes: [...trackerClasses.firebaseAnalytics, ...trackerClasses.appsFlyer],
        types: trackerClasses.adMob,
        strings: trackerHosts,
      }),
      { classes: [...trackerClasses.facebook, ...trackerClasses.adjust, ...trackerClasses.oneTrack] },
    ],
  },
};

/** Talks in the clear, and trusts whom it should not. */
const cleartext: PlantedApp = {
  id: "cleartext",
  about:
    "Cleartext traffic allowed for all hosts, certificate authorities of the user trusted, debuggable, old target.",
  signer: { commonName: "Android Debug", organisation: "Android", country: "US" },
  apk: {
    package: "com.example.weather",
    versionCode: 12,
    versionName: "1.2",
    label: "Example Weather",
    minSdk: 21,
    targetSdk: 27,
    debuggable: true,
    allowBackup: true,
    usesCleartextTraffic: true,
    permissions: ["INTERNET", "ACCESS_FINE_LOCATION"],
    components: [
      launcher,
      { kind: "provider", name: ".LogProvider", authorities: "com.example.weather.logs", exported: true },
      {
        kind: "activity",
        name: ".LinkActivity",
        exported: true,
        filters: [
          {
            actions: ["android.intent.action.VIEW"],
            categories: ["android.intent.category.DEFAULT", "android.intent.category.BROWSABLE"],
            data: [{ scheme: "weather", host: "open" }],
          },
        ],
      },
    ],
    networkSecurityConfig: {
      cleartext: true,
      userAuthorities: true,
      domains: [
        { names: ["api.weather.example"], includeSubdomains: true, cleartext: false },
        { names: ["static.weather.example"], pins: ["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="] },
      ],
    },
    dex: [
      appCode("com.example.weather.MainActivity", {
        strings: ["http://api.weather.example/v1/forecast", "http://192.0.2.17:8080/log"],
      }),
    ],
  },
};

/** A spying app known by what it may do, not by its name. */
const stalker: PlantedApp = {
  id: "stalker",
  about:
    "Reads the screen and the notifications, is a device administrator, gets messages, calls and the location, starts with the phone, " +
    "has no icon. In no list: to be found by its powers.",
  signer: { commonName: "System", organisation: "Services" },
  apk: {
    package: "com.example.sync.service",
    versionCode: 61,
    versionName: "10.61",
    label: "Sync Service",
    minSdk: 21,
    targetSdk: 29,
    permissions: [
      ..."ACCESS_FINE_LOCATION ACCESS_COARSE_LOCATION ACCESS_BACKGROUND_LOCATION RECORD_AUDIO CAMERA READ_SMS".split(
        " ",
      ),
      ..."RECEIVE_SMS SEND_SMS READ_CALL_LOG READ_CONTACTS READ_PHONE_STATE PROCESS_OUTGOING_CALLS".split(" "),
      ..."RECEIVE_BOOT_COMPLETED FOREGROUND_SERVICE REQUEST_IGNORE_BATTERY_OPTIMIZATIONS SYSTEM_ALERT_WINDOW".split(
        " ",
      ),
      ..."PACKAGE_USAGE_STATS QUERY_ALL_PACKAGES INTERNET WAKE_LOCK".split(" "),
    ],
    ...stalkerParts("com.example.sync.service"),
  },
};

/** The name of a known app, signed by somebody else. */
const repackaged: PlantedApp = {
  id: "repackaged",
  about: "Bears the package name and label of WhatsApp and is signed by somebody else; loads further code.",
  signer: { commonName: "Unknown", organisation: "Mods" },
  apk: {
    package: "com.whatsapp",
    versionCode: 242_638_071,
    versionName: "2.26.38.71",
    label: "WhatsApp",
    minSdk: 21,
    targetSdk: 34,
    permissions: ["INTERNET", "CAMERA", "RECORD_AUDIO", "READ_CONTACTS", "REQUEST_INSTALL_PACKAGES"],
    components: [{ ...launcher, name: ".Main" }],
    dex: [appCode("com.whatsapp.Main", { classes: [caller("com.mods.Loader", ["loadDex"], ["assets/payload.bin"])] })],
    files: { "assets/payload.bin": Uint8Array.from({ length: 4096 }, (_, i) => (i * 197 + (i >> 4) * 31) & 0xff) },
  },
};

/** A tracker lies in a feature only, native code in a configuration. */
const split: PlantedApp = {
  id: "split",
  about:
    "A base and three splits: German, native code for arm64, and a feature, which alone holds the classes of a tracker.",
  signer: { commonName: "Example Travel", organisation: "Example Travel GmbH", country: "DE" },
  apk: {
    package: "com.example.travel",
    versionCode: 300,
    versionName: "3.0",
    label: "Example Travel",
    minSdk: 26,
    targetSdk: 35,
    permissions: ["INTERNET"],
    components: [launcher],
    manifestAttributes: { "android:isSplitRequired": true },
    dex: [appCode("com.example.travel.MainActivity")],
  },
  splits: [
    { name: "config.de" },
    { name: "config.arm64_v8a", files: { "lib/arm64-v8a/libtravel.so": emptyLibrary() } },
    {
      name: "scanner",
      isFeature: true,
      components: [{ kind: "activity", name: "com.example.travel.scanner.ScanActivity", exported: false }],
      dex: [
        {
          classes: [
            { name: "com.example.travel.scanner.ScanActivity", superclass: "android.app.Activity" },
            ...trackerClasses.umeng,
            ...trackerClasses.sensors,
          ],
        },
      ],
    },
  ],
};

/** Installs on a phone, and many readers give up on it. */
const badPack: PlantedApp = {
  id: "bad-pack",
  about:
    "Its manifest is said to be packed by a method that does not exist, and encrypted; Android takes it as stored.",
  signer: { commonName: "Unknown" },
  apk: {
    package: "com.example.flashlight",
    versionCode: 5,
    versionName: "0.5",
    label: "Flashlight",
    minSdk: 24,
    targetSdk: 30,
    permissions: ["CAMERA", "RECEIVE_SMS", "INTERNET"],
    components: [launcher],
    dex: [appCode("com.example.flashlight.MainActivity", { classes: [caller("a.a.a", ["sendSms", "loadDex"])] })],
    tamper: (items) => items.map((item) => (item.name === "AndroidManifest.xml" ? unknownMethod(item) : item)),
  },
};

/** Components, their configurations and code of a spying app of this name. */
export function stalkerParts(packageName: string): Pick<ApkSpec, "components" | "xml" | "dex"> {
  return {
    components: [
      bound("service", ".ScreenService", "accessibilityservice.AccessibilityService", "BIND_ACCESSIBILITY_SERVICE", {
        "android.accessibilityservice": { resource: "xml/screen" },
      }),
      bound(
        "service",
        ".NoteListener",
        "service.notification.NotificationListenerService",
        "BIND_NOTIFICATION_LISTENER_SERVICE",
      ),
      bound("receiver", ".AdminReceiver", "app.action.DEVICE_ADMIN_ENABLED", "BIND_DEVICE_ADMIN", {
        "android.app.device_admin": { resource: "xml/admin" },
      }),
      receiver(".SmsReceiver", "android.provider.Telephony.SMS_RECEIVED"),
      receiver(".CallReceiver", "android.intent.action.PHONE_STATE"),
      receiver(".BootReceiver", "android.intent.action.BOOT_COMPLETED"),
      { kind: "service", name: ".TrackService", exported: false, foregroundServiceType: 0x8 },
    ],
    xml: {
      screen: {
        name: "accessibility-service",
        attributes: {
          "android:accessibilityEventTypes": { hex: 0xffffffff },
          "android:accessibilityFeedbackType": { hex: 0x10 },
          "android:accessibilityFlags": { hex: 0x50 },
          "android:canRetrieveWindowContent": true,
        },
      },
      admin: {
        name: "device-admin",
        children: [
          {
            name: "uses-policies",
            children: [{ name: "force-lock" }, { name: "wipe-data" }, { name: "watch-login" }],
          },
        ],
      },
    },
    dex: [
      {
        classes: [
          caller(`${packageName}.ScreenService`, ["readScreen"]),
          caller(
            `${packageName}.TrackService`,
            ["locate", "record", "deviceId", "hideIcon"],
            ["https://panel.sync.example/api/upload"],
          ),
          caller(`${packageName}.SmsReceiver`, ["sendSms"]),
          caller(`${packageName}.Loader`, ["loadDex", "execute"], ["/system/bin/su"]),
        ],
      },
    ],
  };
}

/** Every planted app. */
export const plantedApps = [tracked, cleartext, stalker, repackaged, split, badPack] as const;

/** Stored, and said to be otherwise: libziparchive looks at neither the flag nor, for resources, at an unknown method. */
function unknownMethod(item: ZipItem): ZipItem {
  const lie = { method: 0x4a27, flags: 0x0801 };
  return { ...item, stored: true, local: lie, central: lie };
}

/** A part that only the system may bind to, for one action. */
function bound(
  kind: "service" | "receiver",
  name: string,
  action: string,
  permission: string,
  metaData: NonNullable<ComponentSpec["metaData"]> = {},
): ComponentSpec {
  return {
    kind,
    name,
    exported: true,
    permission: `android.permission.${permission}`,
    filters: [{ actions: [`android.${action}`] }],
    metaData,
  };
}

function receiver(name: string, action: string): ComponentSpec {
  return { kind: "receiver", name, exported: true, filters: [{ actions: [action] }] };
}

/** An ELF header for AArch64 with nothing behind it. */
function emptyLibrary(): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  view.setUint16(16, 3, true);
  view.setUint16(18, 183, true);
  view.setUint32(20, 1, true);
  view.setUint16(52, 64, true);
  return bytes;
}
