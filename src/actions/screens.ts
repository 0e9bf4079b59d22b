/** One way to a screen: an intent, as `am start` and `cmd package resolve-activity` take it (AOSP: Intent.parseCommandArgs). */
export interface ScreenIntent {
  readonly action?: string;
  /** PACKAGE/CLASS. */
  readonly component?: string;
  /** The app that answers, where others might, too. */
  readonly in?: string;
  /** `app` in it stands for the package that the screen is opened for. */
  readonly data?: string;
  /** Name of the extra that takes the package. */
  readonly appExtra?: string;
  /** Only on MIUI and HyperOS. */
  readonly xiaomi?: true;
  /** First API level that has it. */
  readonly from?: number;
}

/** A settings screen of the phone. */
export interface Screen {
  /** As the phone shows it. */
  readonly title: string;
  /** Ways to it, the best first. A phone gets the first one that it can resolve. */
  readonly intents: readonly ScreenIntent[];
  /** The way by hand, on Xiaomi's phones where it is another there. */
  readonly way: string;
  readonly xiaomiWay?: string;
}

const settings = (name: string, rest: Omit<ScreenIntent, "action"> = {}): ScreenIntent => ({
  action: `android.settings.${name}`,
  ...rest,
});
const ofApp = { data: "package:app" } as const;
const security = settings("SECURITY_SETTINGS");
const appDetails = settings("APPLICATION_DETAILS_SETTINGS", ofApp);
const allApps = settings("MANAGE_APPLICATIONS_SETTINGS");

/**
 * Settings screens by id. Actions: AOSP core/java/android/provider/Settings.java and packages/apps/Settings/AndroidManifest.xml; Xiaomi's own
 * as apps of these phones and others use them. None is taken for granted: `cmd package resolve-activity` is asked first.
 */
export const screens = {
  "screen-lock": {
    title: "Screen lock",
    intents: [{ action: "android.app.action.SET_NEW_PASSWORD" }, settings("LOCK_SCREEN_SETTINGS"), security],
    way: "Settings > Security (or Lock screen) > Screen lock",
    xiaomiWay: "Settings > Passwords & security > Unlock screen",
  },
  "lock-screen": {
    title: "Lock screen",
    intents: [settings("LOCK_SCREEN_SETTINGS"), settings("DISPLAY_SETTINGS"), security],
    way: "Settings > Display > Lock screen",
    xiaomiWay: "Settings > Always-on display & Lock screen",
  },
  "lock-screen-notifications": {
    title: "Notifications on the lock screen",
    intents: [settings("LOCK_SCREEN_NOTIFICATIONS_SETTINGS"), settings("NOTIFICATION_SETTINGS"), settings("SETTINGS")],
    way: "Settings > Notifications > Notifications on lock screen",
    xiaomiWay: "Settings > Notifications & status bar > Lock screen notifications",
  },
  security: {
    title: "Security",
    intents: [security],
    way: "Settings > Security & privacy",
    xiaomiWay: "Settings > Passwords & security",
  },
  "trust-agents": {
    title: "Trust agents",
    intents: [security],
    way: "Settings > Security > More security settings > Trust agents",
    xiaomiWay: "Settings > Passwords & security > System security > Trust agents",
  },
  "device-admins": {
    title: "Device admin apps",
    intents: [
      { component: "com.android.settings/.Settings$DeviceAdminSettingsActivity" },
      { component: "com.android.settings/.DeviceAdminSettings" },
      security,
    ],
    way: "Settings > Security > More security settings > Device admin apps",
    xiaomiWay: "Settings > Passwords & security > System security > Device admin apps",
  },
  "developer-options": {
    title: "Developer options",
    intents: [settings("APPLICATION_DEVELOPMENT_SETTINGS")],
    way: "Settings > System > Developer options",
    xiaomiWay: "Settings > Additional settings > Developer options",
  },
  "system-update": {
    title: "System update",
    intents: [settings("SYSTEM_UPDATE_SETTINGS"), settings("DEVICE_INFO_SETTINGS")],
    way: "Settings > System > Software update",
    xiaomiWay: "Settings > About phone > the box with the version of the system",
  },
  "play-system-update": {
    title: "Google Play system update",
    intents: [settings("MODULE_UPDATE_SETTINGS", { from: 29 }), security],
    way: "Settings > Security & privacy > System & updates > Google Play system update",
    xiaomiWay: "Settings > Passwords & security > System security > Google Play system update",
  },
  "about-phone": {
    title: "About phone",
    intents: [settings("DEVICE_INFO_SETTINGS")],
    way: "Settings > About phone",
  },
  "play-store-page": {
    title: "Page of the app in the Play Store",
    intents: [
      { action: "android.intent.action.VIEW", data: "market://details?id=app", in: "com.android.vending" },
      appDetails,
    ],
    way: "Play Store > the app > Update",
  },
  "play-protect": {
    title: "Play Protect",
    intents: [
      { action: "com.google.android.gms.settings.VERIFY_APPS_SETTINGS" },
      { action: "android.intent.action.VIEW", data: "market://search", in: "com.android.vending" },
    ],
    way: "Play Store > your picture > Play Protect > the cog",
  },
  users: {
    title: "Users",
    intents: [settings("USER_SETTINGS"), settings("SETTINGS")],
    way: "Settings > System > Users",
    xiaomiWay: "Settings > Special features (or Additional settings) > Second space, Dual apps or Users",
  },
  "work-profile": {
    title: "Work profile",
    intents: [settings("MANAGED_PROFILE_SETTINGS"), settings("SYNC_SETTINGS")],
    way: "Settings > Passwords & accounts > Work",
  },
  accounts: {
    title: "Accounts",
    intents: [settings("SYNC_SETTINGS")],
    way: "Settings > Passwords & accounts",
    xiaomiWay: "Settings > Accounts & sync",
  },
  vpn: {
    title: "VPN",
    intents: [settings("VPN_SETTINGS"), { action: "android.net.vpn.SETTINGS" }],
    way: "Settings > Network & internet > VPN",
    xiaomiWay: "Settings > More connectivity options > VPN",
  },
  network: {
    title: "Network",
    intents: [settings("WIRELESS_SETTINGS")],
    way: "Settings > Network & internet",
    xiaomiWay: "Settings > More connectivity options",
  },
  "private-dns": {
    title: "Private DNS",
    intents: [settings("PRIVATE_DNS_SETTINGS"), settings("WIRELESS_SETTINGS")],
    way: "Settings > Network & internet > Private DNS",
    xiaomiWay: "Settings > More connectivity options > Private DNS",
  },
  wifi: { title: "Wi-Fi", intents: [settings("WIFI_SETTINGS")], way: "Settings > Network & internet > Wi-Fi" },
  tethering: {
    title: "Hotspot and tethering",
    intents: [settings("TETHER_SETTINGS"), settings("WIRELESS_SETTINGS")],
    way: "Settings > Network & internet > Hotspot & tethering",
    xiaomiWay: "Settings > Portable hotspot",
  },
  "user-certificates": {
    title: "User certificates",
    intents: [
      { action: "com.android.settings.TRUSTED_CREDENTIALS_USER" },
      { action: "com.android.settings.TRUSTED_CREDENTIALS" },
      security,
    ],
    way: "Settings > Security > More security settings > Encryption & credentials > User credentials",
    xiaomiWay: "Settings > Passwords & security > System security > Encryption & credentials > User credentials",
  },
  location: {
    title: "Location",
    intents: [settings("LOCATION_SOURCE_SETTINGS")],
    way: "Settings > Location",
  },
  "location-scanning": {
    title: "Location services: Wi-Fi and Bluetooth scanning",
    intents: [settings("LOCATION_SCANNING_SETTINGS"), settings("LOCATION_SOURCE_SETTINGS")],
    way: "Settings > Location > Location services > Wi-Fi scanning, Bluetooth scanning",
  },
  backup: {
    title: "Backup",
    intents: [
      settings("BACKUP_AND_RESET_SETTINGS"),
      { action: "com.android.settings.BACKUP_SETTINGS" },
      settings("SETTINGS"),
    ],
    way: "Settings > System > Backup",
    xiaomiWay: "Settings > About phone > Back up and restore",
  },
  privacy: {
    title: "Privacy",
    intents: [settings("PRIVACY_SETTINGS")],
    way: "Settings > Security & privacy > Privacy",
    xiaomiWay: "Settings > Privacy protection",
  },
  accessibility: {
    title: "Accessibility",
    intents: [settings("ACCESSIBILITY_SETTINGS")],
    way: "Settings > Accessibility > Downloaded apps",
    xiaomiWay: "Settings > Additional settings > Accessibility > Downloaded apps",
  },
  "notification-access": {
    title: "Notification access",
    intents: [settings("ACTION_NOTIFICATION_LISTENER_SETTINGS")],
    way: "Settings > Apps > Special app access > Device & app notifications",
    xiaomiWay: "Settings > Privacy protection > Special permissions > Device & app notifications",
  },
  overlay: {
    title: "Display over other apps",
    intents: [settings("action.MANAGE_OVERLAY_PERMISSION", ofApp), settings("action.MANAGE_OVERLAY_PERMISSION")],
    way: "Settings > Apps > Special app access > Display over other apps",
    xiaomiWay: "Settings > Apps > Permissions > Other permissions > Display pop-up windows",
  },
  "write-settings": {
    title: "Modify system settings",
    intents: [settings("action.MANAGE_WRITE_SETTINGS", ofApp), settings("action.MANAGE_WRITE_SETTINGS")],
    way: "Settings > Apps > Special app access > Modify system settings",
  },
  "unknown-apps": {
    title: "Install unknown apps",
    intents: [
      settings("MANAGE_UNKNOWN_APP_SOURCES", { ...ofApp, from: 26 }),
      settings("MANAGE_UNKNOWN_APP_SOURCES", { from: 26 }),
      security,
    ],
    way: "Settings > Apps > Special app access > Install unknown apps",
    xiaomiWay: "Settings > Privacy protection > Special permissions > Install unknown apps",
  },
  "usage-access": {
    title: "Usage access",
    intents: [settings("USAGE_ACCESS_SETTINGS", ofApp), settings("USAGE_ACCESS_SETTINGS")],
    way: "Settings > Apps > Special app access > Usage access",
  },
  "all-files": {
    title: "All files access",
    intents: [
      settings("MANAGE_APP_ALL_FILES_ACCESS_PERMISSION", { ...ofApp, from: 30 }),
      settings("MANAGE_ALL_FILES_ACCESS_PERMISSION", { from: 30 }),
    ],
    way: "Settings > Apps > Special app access > All files access",
  },
  "battery-exemptions": {
    title: "Battery optimisation",
    intents: [settings("IGNORE_BATTERY_OPTIMIZATION_SETTINGS")],
    way: "Settings > Apps > Special app access > Battery optimisation",
  },
  "default-apps": {
    title: "Default apps",
    intents: [settings("MANAGE_DEFAULT_APPS_SETTINGS"), allApps],
    way: "Settings > Apps > Default apps",
  },
  "home-app": {
    title: "Home app",
    intents: [settings("HOME_SETTINGS"), settings("MANAGE_DEFAULT_APPS_SETTINGS")],
    way: "Settings > Apps > Default apps > Home app",
    xiaomiWay: "Settings > Home screen > Default launcher",
  },
  keyboards: {
    title: "On-screen keyboards",
    intents: [settings("INPUT_METHOD_SETTINGS")],
    way: "Settings > System > Keyboard > On-screen keyboard",
    xiaomiWay: "Settings > Additional settings > Languages & input > Manage keyboards",
  },
  apps: { title: "Apps", intents: [allApps, settings("APPLICATION_SETTINGS")], way: "Settings > Apps" },
  app: { title: "App info", intents: [appDetails, allApps], way: "Settings > Apps > the app" },
  "app-permissions": {
    title: "Permissions of the app",
    intents: [
      { action: "miui.intent.action.APP_PERM_EDITOR", appExtra: "extra_pkgname", xiaomi: true },
      { action: "android.intent.action.MANAGE_APP_PERMISSIONS", appExtra: "android.intent.extra.PACKAGE_NAME" },
      appDetails,
    ],
    way: "Settings > Apps > the app > Permissions",
    xiaomiWay: "Settings > Apps > Manage apps > the app > App permissions",
  },
  "google-ads": {
    title: "Google's advertising settings",
    intents: [{ action: "com.google.android.gms.settings.ADS_PRIVACY" }, settings("PRIVACY_SETTINGS")],
    way: "Settings > Google > All services > Ads",
  },
  "xiaomi-autostart": {
    title: "Autostart",
    intents: [
      { action: "miui.intent.action.OP_AUTO_START", xiaomi: true },
      { component: "com.miui.securitycenter/com.miui.permcenter.autostart.AutoStartManagementActivity", xiaomi: true },
    ],
    way: "Security app > Manage apps > Permissions > Background autostart",
    xiaomiWay: "Settings > Apps > Permissions > Background autostart",
  },
  "xiaomi-ads": {
    title: "Ad services",
    intents: [{ component: "com.android.settings/.ad.AdServiceSettings", xiaomi: true }, settings("PRIVACY_SETTINGS")],
    way: "Settings > Passwords & security > Privacy > Ad services",
  },
  "xiaomi-app-lock": {
    title: "App lock and hidden apps",
    intents: [
      { component: "com.miui.securitycenter/com.miui.applicationlock.PrivacyAndAppLockManageActivity", xiaomi: true },
      { component: "com.miui.securitycenter/com.miui.securityscan.MainActivity", xiaomi: true },
    ],
    way: "Settings > Apps > App lock (Xiaomi's phones only)",
    xiaomiWay: "Settings > Apps > App lock, and there: Hidden apps",
  },
  "xiaomi-account": {
    title: "Mi Account",
    intents: [{ component: "com.xiaomi.account/.ui.AccountSettingsActivity", xiaomi: true }, settings("SYNC_SETTINGS")],
    way: "Settings > Mi Account (Xiaomi Account)",
  },
} as const satisfies Readonly<Record<string, Screen>>;

export type ScreenId = keyof typeof screens;

/** What a screen is opened for, on which phone. */
export interface ScreenTarget {
  /** API level; the newest is assumed where it is not known. */
  readonly sdk: number | null;
  readonly xiaomi: boolean;
  /** The app that a screen of one app is opened for. */
  readonly package?: string | undefined;
}

/** The screen of this id. */
export function screenOf(id: string): Screen | undefined {
  return Object.hasOwn(screens, id) ? screens[id as ScreenId] : undefined;
}

/** Whether a screen is that of one app, and says nothing without knowing which. */
export function isOfApp({ intents }: Screen): boolean {
  return intents.every((intent) => needsApp(intent) || intent.action === allApps.action);
}

/** The arguments of the intents that may open a screen on this phone, behind `am start --user N`. */
export function intentsFor({ intents }: Screen, target: ScreenTarget): readonly (readonly string[])[] {
  return intents
    .filter((intent) => target.xiaomi || intent.xiaomi !== true)
    .filter(({ from }) => from === undefined || target.sdk === null || target.sdk >= from)
    .filter((intent) => target.package !== undefined || !needsApp(intent))
    .map((intent) => intentArguments(intent, target.package ?? ""));
}

/** The way to a screen by hand. */
export function wayTo({ way, xiaomiWay }: Screen, { xiaomi }: Pick<ScreenTarget, "xiaomi">): string {
  return xiaomi ? (xiaomiWay ?? way) : way;
}

function needsApp({ data, appExtra }: ScreenIntent): boolean {
  return appExtra !== undefined || (data !== undefined && /[:=]app$/.test(data));
}

function intentArguments(intent: ScreenIntent, app: string): readonly string[] {
  const { action, component, data, appExtra } = intent;
  return [
    ...(action === undefined ? [] : ["-a", action]),
    ...(component === undefined ? [] : ["-n", component]),
    ...(data === undefined ? [] : ["-d", data.replace(/(?<=[:=])app$/, () => app)]),
    ...(appExtra === undefined ? [] : ["--es", appExtra, app]),
    ...(intent.in === undefined ? [] : ["-p", intent.in]),
  ];
}
