import type { PhoneState } from "../state/phone-state.ts";
import type { AppSpec } from "./app-spec.ts";
import { buildProperties, xiaomiProperties } from "./build-properties.ts";
import { compose } from "./compose.ts";
import { googleApps, googleCommunication, googleCore } from "./google-apps.ts";
import { coreApps, imageApps } from "./image-apps.ts";
import { aospImage, googleImage, qualcommImage } from "./image-packages.ts";
import { miuiApps } from "./miui-apps.ts";
import { type BuildOptions, monthsBefore, type PhoneModel } from "./model.ts";
import { plainMounts } from "./mount-tables.ts";
import { carefulGlobal, carefulSecure, inventedKey } from "./usual-settings.ts";

const day = 86_400_000;

/** An old MIUI phone that is still in use. */
export const miui12: PhoneModel = {
  id: "miui12",
  title: "Old Xiaomi phone, MIUI 12, Android 10",
  about:
    "A Redmi Note of 2019 that its owner still uses: five and a half years without patches, full-disk encryption without a PIN, " +
    "ADB waiting on a network port, advertising and collecting as delivered. Its layouts are those of Android 10.",
  android: "10",
  build,
};

function build(options: BuildOptions): PhoneState {
  const now = options.now();
  return compose(
    {
      serial: "51c48a21",
      vendor: "miui",
      kernel: { release: "4.4.192-perf+", version: "#1 SMP PREEMPT Fri Nov 20 04:11:57 CST 2020", machine: "aarch64" },
      properties: properties(now),
      apps: apps(now),
      global: {
        ...carefulGlobal,
        adb_allowed_connection_time: "0",
        ble_scan_always_enabled: "1",
        multi_cb: "1",
        passport_ad_status: "ON",
        personalized_ad_enabled: "1",
        private_dns_mode: "opportunistic",
        send_action_app_error: "1",
        "com.android.thememanager.preferences.using_theme_show_ad": "1",
      },
      secure: {
        ...carefulSecure,
        http_invoke_app: "1",
        lock_screen_allow_private_notifications: "1",
        miui_optimization: "1",
        sms_default_application: "com.google.android.apps.messaging",
        upload_debug_log_pref: "1",
        upload_log_pref: "1",
        xspace_enabled: "0",
      },
      roles: {
        SMS: "com.google.android.apps.messaging",
        DIALER: "com.google.android.dialer",
        HOME: "com.miui.home",
        BROWSER: "com.android.chrome",
      },
      lock: "NONE",
      keys: [{ line: inventedKey("miui", "unknown"), lastConnection: now - 400 * day }],
      devicePolicy: { encryptionStatus: "block default key" },
      mounts: plainMounts,
    },
    options,
  );
}

function properties(now: number): Record<string, string> {
  return {
    ...buildProperties({
      brand: "xiaomi",
      manufacturer: "Xiaomi",
      model: "Redmi Note 7",
      device: "lavender",
      product: "lavender",
      android: "10",
      sdk: 29,
      id: "QKQ1.190910.002",
      incremental: "V12.0.3.0.QFGEUXM",
      patch: monthsBefore(now, 66),
      vendorPatch: monthsBefore(now, 66),
      zone: "Europe/Madrid",
      locale: "es-ES",
      hardware: "qcom",
      firstSdk: 28,
      builtAt: now - 66 * 30 * day,
    }),
    ...xiaomiProperties(
      { os: null, code: "10", name: "V12", incremental: "V12.0.3.0.QFGEUXM" },
      { phone: "ES", build: "eea" },
    ),
    "ro.crypto.type": "block",
    "service.adb.tcp.port": "5555",
    "persist.security.adbinput": "1",
    "ro.product.mod_device": "lavender_eea_global",
  };
}

function apps(now: number): readonly AppSpec[] {
  return [
    ...imageApps(aospImage, googleImage, qualcommImage),
    ...coreApps("system/priv-app/MiuiSystemUI"),
    ...googleCore(now, now - 60 * day, now - 700 * day),
    ...googleApps,
    ...googleCommunication,
    ...miuiApps,
    {
      name: "com.whatsapp",
      label: "WhatsApp",
      version: "2.25.12.70",
      target: 34,
      grants: ["CAMERA", "RECORD_AUDIO", "READ_CONTACTS", "READ_EXTERNAL_STORAGE", "WRITE_EXTERNAL_STORAGE"],
      uses: [
        { op: "RECORD_AUDIO", hours: 4, seconds: 30 },
        { op: "READ_CONTACTS", hours: 1 },
      ],
      modes: { "MIUIOP(10008)": "allow" },
      launcher: ".Main",
    },
    {
      name: "com.oldtools.scanner",
      label: "QR Scanner",
      version: "1.2",
      target: 21,
      min: 14,
      installedDays: 1500,
      updatedDays: 1500,
      grants: ["CAMERA", "READ_CONTACTS"],
      uses: [{ op: "CAMERA", hours: 900 }],
      launcher: ".Main",
    },
  ];
}
