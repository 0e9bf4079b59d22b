import type { PhoneState, UserState } from "../state/phone-state.ts";
import { plantUserCertificate } from "../state/system-files.ts";
import type { AppSpec } from "./app-spec.ts";
import { buildProperties, xiaomiProperties } from "./build-properties.ts";
import { compose, owner } from "./compose.ts";
import { googleApps, googleCommunication, googleCore, playSystemUpdate } from "./google-apps.ts";
import { hyperosOwnerApps } from "./hyperos-owner-apps.ts";
import { coreApps, imageApps } from "./image-apps.ts";
import { aospImage, googleImage, miuiImage, miuiOverlays, moduleImage, qualcommImage } from "./image-packages.ts";
import { miuiApps } from "./miui-apps.ts";
import { type BuildOptions, monthsBefore, type PhoneModel } from "./model.ts";
import { logicalMounts } from "./mount-tables.ts";
import { plantMedia } from "./plant-media.ts";

const day = 86_400_000;

/** An ordinary owner's Xiaomi phone: the demonstration. */
export const hyperos: PhoneModel = {
  id: "hyperos",
  title: "Xiaomi phone of an ordinary owner, HyperOS 2, Android 15",
  about:
    "Locked, encrypted, with a PIN, and otherwise as phones are after two years of use: more than half a year without security patches, " +
    "personalised advertising and the collecting apps as delivered, a cleaner that came as a file in a chat and reads the screen, " +
    "a weather app that follows its owner day and night, a forgotten certificate authority, and messages on the lock screen.",
  android: "15",
  build,
};

/** Xiaomi's second copy of an app lives in a user of its own. */
const dualApps: UserState = {
  id: 999,
  name: "XSpace",
  flags: 0x801010,
  type: "android.os.usertype.profile.CLONE",
  running: true,
  parent: 0,
  shellAllowed: true,
  restrictions: [],
  createdAt: null,
};

function build(options: BuildOptions): PhoneState {
  const now = options.now();
  const state = compose(
    {
      serial: "b1f2c3d4",
      vendor: "hyperos",
      kernel: {
        release: "6.1.90-android14-11-g5c0b3d5e6f7a",
        version: "#1 SMP PREEMPT Wed Feb 12 08:11:41 UTC 2025",
        machine: "aarch64",
      },
      properties: properties(now),
      users: [owner(35), { ...dualApps, createdAt: now - 180 * day }],
      apps: apps(now),
      global: globalSettings,
      secure: secureSettings,
      system: systemSettings,
      roles: {
        SMS: "com.google.android.apps.messaging",
        DIALER: "com.google.android.dialer",
        HOME: "com.miui.home",
        BROWSER: "com.android.chrome",
        ASSISTANT: "com.google.android.googlequicksearchbox",
        CALL_SCREENING: "com.callguard.identify",
        EMERGENCY: "com.android.emergency",
      },
      lock: "PIN",
      keys: [{ line: `${key} owner@home-laptop`, lastConnection: now - 60_000 }],
      exempt: [
        "com.whatsapp",
        "com.xiaomi.wearable",
        "com.turbo.cleanmaster.pro",
        "com.xiaomi.xmsf",
        "com.miui.analytics",
      ],
      mounts: logicalMounts("erofs"),
      processes: [
        {
          label: "u:r:untrusted_app:s0:c44,c257,c512,c768",
          user: "u0_a300",
          pid: 7012,
          ppid: 812,
          name: "com.whatsapp",
        },
        {
          label: "u:r:untrusted_app_27:s0:c45,c257,c512,c768",
          user: "u0_a301",
          pid: 7044,
          ppid: 812,
          name: "com.turbo.cleanmaster.pro",
        },
      ],
      ...watchers,
      daily: daily(now),
    },
    options,
  );
  plantUserCertificate(state, 0, "5ed36f99.0", true);
  state.files.plant("/storage/emulated/0/Download/TurboCleanerPro_1.4.2.apk", {
    body: new Uint8Array(48_213),
    mode: 0o660,
    mtime: now - 47 * day,
  });
  state.files.plant("/storage/emulated/0/DCIM/Camera/IMG_20260711_101512.jpg", {
    body: new Uint8Array(204_800),
    mode: 0o660,
  });
  plantMedia(state);
  return state;
}

/** Who administers, unlocks, reads the screen, and what is shown. */
const watchers = {
  devicePolicy: {
    admins: [
      {
        user: 0,
        component: "com.google.android.gms/.mdm.receivers.MdmDeviceAdminReceiver",
        policies: ["wipe-data", "reset-password", "force-lock", "disable-keyguard-features"],
      },
      {
        user: 0,
        component: "com.microsoft.office.outlook/com.acompli.acompli.OutlookDeviceAdminReceiver",
        policies: ["wipe-data", "limit-password", "force-lock"],
      },
    ],
  },
  trustAgents: [{ user: 0, component: "com.google.android.gms/.auth.trustagent.GoogleTrustAgent", trusted: true }],
  accessibility: [
    {
      component: "com.turbo.cleanmaster.pro/com.turbo.cleanmaster.pro.CleanService",
      label: "Turbo Cleaner helper",
      capabilities: 41,
      feedback: "[FEEDBACK_GENERIC]",
      eventTypes: "TYPES_ALL_MASK",
      notificationTimeout: 100,
    },
  ],
  notifications: [
    { package: "com.whatsapp", user: 0, id: 1, channel: "individual_chat_defaults_1" },
    { package: "android", user: 0, id: 33, channel: "SECURITY" },
  ],
} as const;

/** A PDF reader came and went within two days. */
function daily(now: number): PhoneState["daily"] {
  return [
    { from: now - 14 * 3_600_000, to: null, changes: [{ package: "com.instagram.android", version: 402_000_045 }] },
    {
      from: now - 2 * day,
      to: now - day,
      changes: [
        { package: "com.pdf.reader.viewer.free", version: 0 },
        { package: "com.whatsapp", version: 264_007_704 },
      ],
    },
    { from: now - 3 * day, to: now - 2 * day, changes: [{ package: "com.pdf.reader.viewer.free", version: 31 }] },
  ];
}

/** An invented key: the right length, no owner. */
const key = `QAAAA${"Candor0Demo0Key0".repeat(43).slice(0, 687)}AAEAAQA=`;

function properties(now: number): Record<string, string> {
  return {
    ...buildProperties({
      brand: "Redmi",
      manufacturer: "Xiaomi",
      model: "24090RA29G",
      marketName: "Redmi Note 14 Pro 5G",
      device: "amethyst",
      product: "amethyst_global",
      android: "15",
      sdk: 35,
      id: "AQ3A.240912.001",
      incremental: "OS2.0.9.0.VOPMIXM",
      patch: monthsBefore(now, 7),
      vendorPatch: monthsBefore(now, 7),
      zone: "Europe/Berlin",
      locale: "en-GB",
      hardware: "qcom",
      firstSdk: 34,
      builtAt: now - 220 * day,
    }),
    ...xiaomiProperties(
      { os: "OS2.0", code: "816", name: "V816", incremental: "OS2.0.9.0.VOPMIXM" },
      { phone: "DE", build: "global" },
    ),
    "persist.security.adbinput": "1",
    "sys.oem_unlock_allowed": "1",
    "ro.kernel.version": "6.1",
    "ro.product.mod_device": "amethyst_global",
  };
}

function apps(now: number): readonly AppSpec[] {
  return [
    ...imageApps(aospImage, googleImage, moduleImage, miuiImage, qualcommImage, miuiOverlays),
    ...coreApps("system_ext/priv-app/MiuiSystemUI"),
    ...googleCore(now, now - 21 * day, now - 300 * day),
    playSystemUpdate(monthsBefore(now, 9)),
    ...googleApps,
    ...googleCommunication,
    { name: "com.android.emergency", label: "Emergency information", image: "system_ext/priv-app/EmergencyInfoGms" },
    ...miuiApps,
    ...hyperosOwnerApps,
  ];
}

const globalSettings: Readonly<Record<string, string>> = {
  Activation_time: "1721995312000",
  ad_aaid: "0f6a1c52-9b0e-4f7d-8f2f-3a5d6c1b7e90",
  adb_enabled: "1",
  adb_wifi_enabled: "0",
  add_users_when_locked: "0",
  airplane_mode_on: "0",
  auto_time: "1",
  auto_time_zone: "1",
  ble_scan_always_enabled: "1",
  block_untrusted_touches: "2",
  boot_count: "88",
  bluetooth_on: "1",
  captive_portal_mode: "1",
  "com.xiaomi.system.devicelock.locked": "0",
  data_roaming: "0",
  development_settings_enabled: "1",
  device_name: "Redmi Note 14 Pro",
  device_provisioned: "1",
  key_app_behavior_record_enable: "1",
  maximum_obscuring_opacity_for_touch: "0.8",
  mobile_data: "1",
  multi_cb: "1",
  ota_disable_automatic_update: "1",
  package_verifier_enable: "1",
  package_verifier_include_adb: "0",
  package_verifier_user_consent: "1",
  passport_ad_status: "ON",
  personalized_ad_enabled: "3",
  personalized_ad_time: "1721995372110",
  network_recommendations_enabled: "1",
  private_dns_mode: "off",
  send_action_app_error: "1",
  upload_apk_enable: "1",
  verifier_verify_adb_installs: "1",
  wifi_on: "1",
  wifi_scan_always_enabled: "1",
};

const secureSettings: Readonly<Record<string, string>> = {
  access_control_lock_enabled: "0",
  accessibility_enabled: "1",
  always_on_vpn_lockdown: "0",
  android_id: "5c1f7b2ad0e98346",
  assistant: "com.google.android.googlequicksearchbox/com.google.android.voiceinteraction.GsaVoiceInteractionService",
  auto_download: "0",
  auto_update: "0",
  autofill_service: "com.google.android.gms/.autofill.service.AutofillService",
  backup_enabled: "1",
  backup_transport: "com.google.android.gms/.backup.BackupTransportService",
  credential_service: "com.google.android.gms/.auth.api.credentials.credman.service.PasswordAndPasskeyService",
  default_input_method: "com.google.android.inputmethod.latin/com.android.inputmethod.latin.LatinIME",
  enabled_accessibility_services: "com.turbo.cleanmaster.pro/com.turbo.cleanmaster.pro.CleanService",
  enabled_input_methods:
    "com.google.android.inputmethod.latin/com.android.inputmethod.latin.LatinIME:com.google.android.googlequicksearchbox/com.google.android.voicesearch.ime.VoiceInputMethodService",
  enabled_notification_listeners: "com.xiaomi.wearable/com.xiaomi.fitness.notification.NotificationService",
  install_non_market_apps: "1",
  location_mode: "3",
  lock_screen_allow_private_notifications: "1",
  lock_screen_show_notifications: "1",
  lockscreen_show_controls: "1",
  lockscreen_show_wallet: "1",
  "lockscreen.disabled": "0",
  miui_optimization: "1",
  miui_updater_enable: "1",
  power_menu_locked_show_content: "1",
  privacy_password_is_open: "0",
  privacy_password_status: "0",
  "privacy_status_com.miui.securitycenter": "1",
  send_action_app_error: "1",
  trust_agents_initialized: "1",
  upload_log_pref_last_status_for_passport: "1",
  user_setup_complete: "1",
  voice_interaction_service:
    "com.google.android.googlequicksearchbox/com.google.android.voiceinteraction.GsaVoiceInteractionService",
  xspace_enabled: "1",
  zman_share_hide_location: "0",
};

const systemSettings: Readonly<Record<string, string>> = {
  accelerometer_rotation: "1",
  font_scale: "1.0",
  locked_apps: '[{"u":0,"pkgs":["com.turbo.cleanmaster.pro"]},{"u":-100,"pkgs":["com.jeejen.family.miui"]}]',
  screen_off_timeout: "600000",
  show_password: "1",
  virus_scan_install: "1",
  volume_ring: "5",
};
