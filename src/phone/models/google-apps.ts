import { type AppSpec, origins } from "./app-spec.ts";

const week = 7 * 86_400_000;

/** The WebView of a day: Chromium 138 came out on 2025-06-24, and one more every four weeks. Epoch milliseconds in. */
export function webviewAt(day: number): { readonly version: string; readonly code: number } {
  const major = Math.max(60, 138 + Math.floor((day - Date.UTC(2025, 5, 24)) / (4 * week)));
  const build = 7204 + (major - 138) * 54;
  return { version: `${major}.0.${build}.96`, code: build * 100_000 + 9633 };
}

/** Play services are numbered by year and week. */
function playServicesAt(day: number): { readonly version: string; readonly code: number } {
  const date = new Date(day);
  const number = Math.ceil((day - Date.UTC(date.getUTCFullYear(), 0, 1)) / week);
  const [year, weekOfYear] = [String(date.getUTCFullYear() % 100), String(number).padStart(2, "0")];
  return { version: `${year}.${weekOfYear}.33 (190400-812345678)`, code: Number(`${year}${weekOfYear}33035`) };
}

/**
 * Google Play services, the store, and the parts of Android that Google keeps up to date.
 *
 * @param updatedAt when the store last updated them
 * @param webviewFrom of which day the WebView is; epoch milliseconds both
 */
export function googleCore(now: number, updatedAt: number, webviewFrom: number): readonly AppSpec[] {
  const updated = { updated: true, updatedDays: (now - updatedAt) / 86_400_000, origin: origins.play } as const;
  const webview = webviewAt(webviewFrom);
  const services = playServicesAt(updatedAt);
  return [
    {
      name: "com.google.android.gms",
      label: "Google Play services",
      image: "product/priv-app/GmsCore",
      ...updated,
      version: services.version,
      code: services.code,
      grants: [
        "ACCESS_FINE_LOCATION",
        "ACCESS_COARSE_LOCATION",
        "ACCESS_BACKGROUND_LOCATION",
        "READ_CONTACTS",
        "GET_ACCOUNTS",
        "READ_PHONE_STATE",
        "CAMERA",
        "RECORD_AUDIO",
        "BODY_SENSORS",
        "ACTIVITY_RECOGNITION",
        "BLUETOOTH_SCAN",
        "BLUETOOTH_CONNECT",
      ],
      uses: [
        { op: "FINE_LOCATION", hours: 0.2, state: "fg", tag: "fused_location_provider" },
        { op: "ACTIVITY_RECOGNITION", hours: 0.5, state: "fg", tag: "activity_recognition_provider" },
      ],
      modes: { GET_USAGE_STATS: "allow", WRITE_SETTINGS: "allow" },
      launcher: null,
      receivers: [[".chimera.GmsIntentOperationService$GmsExternalReceiver", "android.intent.action.BOOT_COMPLETED"]],
    },
    {
      name: "com.google.android.gsf",
      label: "Google Services Framework",
      image: "system_ext/priv-app/GoogleServicesFramework",
      grants: ["GET_ACCOUNTS"],
    },
    {
      name: "com.android.vending",
      label: "Google Play Store",
      image: "product/priv-app/Phonesky",
      ...updated,
      version: "48.2.21-31 [0] [PR] 812345678",
      code: 84_822_130,
      grants: ["GET_ACCOUNTS", "READ_PHONE_STATE", "POST_NOTIFICATIONS"],
      modes: { REQUEST_INSTALL_PACKAGES: "allow", GET_USAGE_STATS: "allow" },
      launcher: ".AssetBrowserActivity",
    },
    {
      name: "com.google.android.webview",
      label: "Android System WebView",
      image: "product/app/WebViewGoogle",
      ...updated,
      version: webview.version,
      code: webview.code,
    },
    {
      name: "com.google.android.packageinstaller",
      label: "Package installer",
      image: "system/priv-app/GooglePackageInstaller",
      modes: { REQUEST_INSTALL_PACKAGES: "allow" },
    },
    {
      name: "com.google.android.permissioncontroller",
      label: "Permission controller",
      image: "apex/com.android.permission/priv-app/GooglePermissionController@351010000/GooglePermissionController.apk",
    },
    {
      name: "com.google.android.ext.services",
      label: "Android Services Library",
      image: "apex/com.android.extservices/priv-app/GoogleExtServices@351010000/GoogleExtServices.apk",
    },
  ];
}

/** The carrier of the Play system update's date; `month` is `yyyy-mm-dd` of the last one. */
export function playSystemUpdate(month: string): AppSpec {
  return {
    name: "com.google.android.modulemetadata",
    label: "Main components",
    image: "system/app/ModuleMetadataGoogle",
    updated: true,
    version: month,
    code: 351_010_000,
  };
}

/** Google's apps as phones are sold with them. */
export const googleApps: readonly AppSpec[] = [
  {
    name: "com.google.android.gm",
    label: "Gmail",
    image: "product/app/Gmail2",
    updated: true,
    version: "2026.10.19.820000000.Release",
    grants: ["READ_CONTACTS", "POST_NOTIFICATIONS"],
    denied: ["READ_CALENDAR", "GET_ACCOUNTS"],
    uses: [{ op: "READ_CONTACTS", hours: 9 }],
    launcher: ".ConversationListActivityGmail",
  },
  {
    name: "com.google.android.apps.maps",
    label: "Maps",
    image: "product/app/Maps",
    updated: true,
    version: "26.42.04.810000000",
    grants: ["ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION", "POST_NOTIFICATIONS"],
    denied: ["ACCESS_BACKGROUND_LOCATION", "RECORD_AUDIO", "READ_CONTACTS"],
    uses: [{ op: "FINE_LOCATION", hours: 26 }],
    launcher: "com.google.android.maps.MapsActivity",
  },
  {
    name: "com.google.android.apps.photos",
    label: "Photos",
    image: "product/app/Photos",
    updated: true,
    version: "7.50.0.820000000",
    grants: ["READ_MEDIA_IMAGES", "READ_MEDIA_VIDEO", "ACCESS_MEDIA_LOCATION", "POST_NOTIFICATIONS"],
    uses: [{ op: "READ_MEDIA_IMAGES", hours: 3 }],
    launcher: ".home.HomeActivity",
  },
  {
    name: "com.google.android.youtube",
    label: "YouTube",
    image: "product/app/YouTube",
    updated: true,
    version: "20.42.38",
    denied: ["CAMERA", "RECORD_AUDIO", "POST_NOTIFICATIONS"],
    launcher: ".HomeActivity",
  },
  {
    name: "com.android.chrome",
    label: "Chrome",
    image: "product/app/Chrome",
    updated: true,
    version: "142.0.7444.60",
    code: 744_406_033,
    grants: ["POST_NOTIFICATIONS"],
    denied: ["ACCESS_FINE_LOCATION", "CAMERA", "RECORD_AUDIO"],
    launcher: "com.google.android.apps.chrome.Main",
  },
  {
    name: "com.google.android.inputmethod.latin",
    label: "Gboard",
    image: "product/app/LatinImeGoogle",
    updated: true,
    version: "16.3.4.810000000",
    denied: ["READ_CONTACTS", "RECORD_AUDIO"],
    services: [["com.android.inputmethod.latin.LatinIME", "android.view.InputMethod"]],
  },
  {
    name: "com.google.android.googlequicksearchbox",
    label: "Google",
    image: "product/priv-app/Velvet",
    updated: true,
    version: "16.43.52",
    grants: ["RECORD_AUDIO", "ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION"],
    denied: ["READ_CONTACTS", "CAMERA"],
    uses: [{ op: "RECORD_AUDIO", hours: 80 }],
    launcher: ".SearchActivity",
  },
  { name: "com.google.android.tts", label: "Speech Services by Google", image: "product/app/GoogleTTS", updated: true },
  {
    name: "com.google.android.marvin.talkback",
    label: "Android Accessibility Suite",
    image: "product/app/talkback",
    updated: true,
  },
  {
    name: "com.google.android.apps.wellbeing",
    label: "Digital Wellbeing",
    image: "product/priv-app/WellbeingPrebuilt",
    updated: true,
    modes: { GET_USAGE_STATS: "allow" },
  },
  {
    name: "com.google.android.apps.docs",
    label: "Drive",
    image: "product/app/Drive",
    updated: true,
    launcher: ".app.NewMainProxyActivity",
  },
  {
    name: "com.google.android.apps.tachyon",
    label: "Meet",
    image: "product/app/Meet",
    updated: true,
    denied: ["CAMERA", "RECORD_AUDIO", "READ_CONTACTS"],
    launcher: ".MainActivity",
  },
  { name: "com.google.ar.core", label: "Google Play Services for AR", image: "product/app/arcore", updated: true },
  {
    name: "com.google.android.documentsui",
    label: "Files",
    image: "system/priv-app/DocumentsUIGoogle",
    launcher: "com.android.documentsui.LauncherActivity",
  },
];

/** Telephone, contacts, messages and calendar from Google. */
export const googleCommunication: readonly AppSpec[] = [
  {
    name: "com.google.android.dialer",
    label: "Phone",
    image: "product/priv-app/GoogleDialer",
    updated: true,
    version: "190.0.810000000",
    grants: [
      "CALL_PHONE",
      "READ_PHONE_STATE",
      "READ_CALL_LOG",
      "WRITE_CALL_LOG",
      "READ_CONTACTS",
      "RECORD_AUDIO",
      "POST_NOTIFICATIONS",
    ],
    uses: [
      { op: "READ_CALL_LOG", hours: 5 },
      { op: "READ_CONTACTS", hours: 5 },
    ],
    launcher: ".extensions.GoogleDialtactsActivity",
  },
  {
    name: "com.google.android.contacts",
    label: "Contacts",
    image: "product/priv-app/GoogleContacts",
    updated: true,
    version: "4.65.28.810000000",
    grants: ["READ_CONTACTS", "WRITE_CONTACTS", "GET_ACCOUNTS", "CALL_PHONE", "READ_PHONE_STATE"],
    uses: [{ op: "READ_CONTACTS", hours: 5 }],
    launcher: "com.android.contacts.activities.PeopleActivity",
  },
  {
    name: "com.google.android.apps.messaging",
    label: "Messages",
    image: "product/priv-app/PrebuiltBugle",
    updated: true,
    version: "messages.android_20261019_01_RC00.phone_dynamic",
    grants: [
      "READ_SMS",
      "RECEIVE_SMS",
      "SEND_SMS",
      "RECEIVE_MMS",
      "READ_CONTACTS",
      "READ_PHONE_STATE",
      "POST_NOTIFICATIONS",
    ],
    denied: ["CAMERA", "RECORD_AUDIO", "ACCESS_FINE_LOCATION"],
    uses: [{ op: "READ_SMS", hours: 2 }],
    launcher: ".ui.ConversationListActivity",
    receivers: [[".shared.receiver.SmsDeliverReceiver", "android.provider.Telephony.SMS_DELIVER"]],
  },
  {
    name: "com.google.android.calendar",
    label: "Calendar",
    image: "product/app/CalendarGooglePrebuilt",
    updated: true,
    version: "2026.42.0-820000000-release",
    grants: ["READ_CALENDAR", "WRITE_CALENDAR", "POST_NOTIFICATIONS"],
    denied: ["READ_CONTACTS"],
    uses: [{ op: "READ_CALENDAR", hours: 1 }],
    launcher: "com.android.calendar.AllInOneActivity",
  },
];
