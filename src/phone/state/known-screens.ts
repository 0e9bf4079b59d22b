import { isEnabled } from "./package-state.ts";
import { type PhoneState, sdkOf } from "./phone-state.ts";

/** A screen of the system that an intent opens. */
interface KnownScreen {
  readonly action?: string;
  /** PACKAGE/.Class. */
  readonly component: string;
  /** The scheme that the data has to have; without it, the intent may have none. */
  readonly scheme?: string;
  /** First API level. */
  readonly from?: number;
  /** False where only its own package may open it by name. */
  readonly exported?: false;
}

const settings = (action: string, name: string, rest: Partial<KnownScreen> = {}): KnownScreen => ({
  action: `android.settings.${action}`,
  component: `com.android.settings/.Settings$${name}Activity`,
  ...rest,
});
const security = "com.miui.securitycenter";

/** AOSP: packages/apps/Settings/AndroidManifest.xml; the screens of the Play Store, Play Services and Xiaomi's apps that other apps open. */
const known: readonly KnownScreen[] = [
  { action: "android.settings.SETTINGS", component: "com.android.settings/.Settings" },
  settings("SECURITY_SETTINGS", "SecurityDashboard"),
  settings("APPLICATION_DEVELOPMENT_SETTINGS", "DevelopmentSettingsDashboard"),
  settings("DEVICE_INFO_SETTINGS", "MyDeviceInfo"),
  settings("SYSTEM_UPDATE_SETTINGS", "SystemUpdate"),
  settings("USER_SETTINGS", "UserSettings"),
  settings("MANAGED_PROFILE_SETTINGS", "ManagedProfileSettings", { from: 28 }),
  settings("SYNC_SETTINGS", "AccountDashboard"),
  settings("VPN_SETTINGS", "VpnSettings"),
  settings("WIRELESS_SETTINGS", "NetworkDashboard"),
  settings("WIFI_SETTINGS", "WifiSettings"),
  settings("TETHER_SETTINGS", "TetherSettings", { from: 28 }),
  settings("LOCATION_SOURCE_SETTINGS", "LocationSettings"),
  settings("LOCATION_SCANNING_SETTINGS", "ScanningSettings", { from: 29 }),
  settings("PRIVACY_SETTINGS", "PrivacyDashboard", { from: 29 }),
  settings("ACCESSIBILITY_SETTINGS", "AccessibilitySettings"),
  settings("ACTION_NOTIFICATION_LISTENER_SETTINGS", "NotificationAccessSettings"),
  settings("NOTIFICATION_SETTINGS", "ConfigureNotificationSettings", { from: 26 }),
  settings("action.MANAGE_OVERLAY_PERMISSION", "OverlaySettings"),
  settings("action.MANAGE_OVERLAY_PERMISSION", "AppDrawOverlaySettings", { scheme: "package" }),
  settings("action.MANAGE_WRITE_SETTINGS", "WriteSettings"),
  settings("action.MANAGE_WRITE_SETTINGS", "AppWriteSettings", { scheme: "package" }),
  settings("MANAGE_UNKNOWN_APP_SOURCES", "ManageExternalSources", { from: 26 }),
  settings("MANAGE_UNKNOWN_APP_SOURCES", "ManageAppExternalSources", { scheme: "package", from: 26 }),
  settings("USAGE_ACCESS_SETTINGS", "UsageAccessSettings"),
  settings("USAGE_ACCESS_SETTINGS", "AppUsageAccessSettings", { scheme: "package", from: 29 }),
  settings("MANAGE_ALL_FILES_ACCESS_PERMISSION", "ManageExternalStorage", { from: 30 }),
  settings("MANAGE_APP_ALL_FILES_ACCESS_PERMISSION", "AppManageExternalStorage", { scheme: "package", from: 30 }),
  settings("IGNORE_BATTERY_OPTIMIZATION_SETTINGS", "HighPowerApplications"),
  settings("MANAGE_DEFAULT_APPS_SETTINGS", "ManageDefaultApps"),
  settings("HOME_SETTINGS", "HomeSettings"),
  settings("INPUT_METHOD_SETTINGS", "AvailableVirtualKeyboard"),
  settings("MANAGE_APPLICATIONS_SETTINGS", "ManageApplications"),
  settings("APPLICATION_SETTINGS", "ManageApplications"),
  settings("DISPLAY_SETTINGS", "DisplaySettings"),
  {
    action: "android.settings.APPLICATION_DETAILS_SETTINGS",
    component: "com.android.settings/.applications.InstalledAppDetails",
    scheme: "package",
  },
  { action: "android.app.action.SET_NEW_PASSWORD", component: "com.android.settings/.password.SetNewPasswordActivity" },
  {
    action: "com.android.settings.TRUSTED_CREDENTIALS_USER",
    component: "com.android.settings/.Settings$TrustedCredentialsSettingsActivity",
  },
  { component: "com.android.settings/.Settings$DeviceAdminSettingsActivity" },
  { component: "com.android.settings/.SubSettings", exported: false },
  {
    action: "android.settings.MODULE_UPDATE_SETTINGS",
    component: "com.android.vending/com.google.android.finsky.systemupdateactivity.SystemUpdateActivity",
    from: 29,
  },
  {
    action: "android.intent.action.VIEW",
    component: "com.android.vending/com.google.android.finsky.activities.MarketDeepLinkHandlerActivity",
    scheme: "market",
  },
  {
    action: "com.google.android.gms.settings.VERIFY_APPS_SETTINGS",
    component: "com.google.android.gms/.security.settings.VerifyAppsSettingsActivity",
  },
  {
    action: "com.google.android.gms.settings.ADS_PRIVACY",
    component: "com.google.android.gms/.adid.settings.AdsSettingsActivity",
  },
  {
    action: "android.intent.action.MANAGE_APP_PERMISSIONS",
    component:
      "com.google.android.permissioncontroller/com.android.permissioncontroller.permission.ui.ManagePermissionsActivity",
  },
  {
    action: "miui.intent.action.APP_PERM_EDITOR",
    component: `${security}/com.miui.permcenter.permissions.PermissionsEditorActivity`,
  },
  {
    action: "miui.intent.action.OP_AUTO_START",
    component: `${security}/com.miui.permcenter.autostart.AutoStartManagementActivity`,
  },
  { component: `${security}/com.miui.applicationlock.PrivacyAndAppLockManageActivity` },
  { component: "com.xiaomi.account/.ui.AccountSettingsActivity" },
];

/** What an intent asks for. */
export interface AskedIntent {
  readonly action?: string | undefined;
  readonly component?: string | undefined;
  readonly data?: string | undefined;
  readonly package?: string | undefined;
}

/** Screens of the system that answer an intent for a user. */
export function knownScreens(state: PhoneState, user: number, asked: AskedIntent): readonly KnownScreen[] {
  const scheme = asked.data?.split(":")[0];
  return known.filter((screen) => {
    const owner = screen.component.split("/")[0] ?? "";
    const pkg = state.packages.get(owner);
    if (!pkg || !isEnabled(pkg, user) || sdkOf(state) < (screen.from ?? 0)) return false;
    if (asked.component !== undefined) return fullName(asked.component) === fullName(screen.component);
    if (asked.action === undefined || asked.action !== screen.action || scheme !== screen.scheme) return false;
    return asked.package === undefined || asked.package === owner;
  });
}

/** `a.b/.C` and `a.b/a.b.C` are one. */
function fullName(component: string): string {
  return component.replace(/^([^/]+)\/\./, "$1/$1.");
}
