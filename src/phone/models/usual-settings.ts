/** Global settings as a careful owner leaves them, while debugging is on for the examination. */
export const carefulGlobal: Readonly<Record<string, string>> = {
  adb_enabled: "1",
  adb_wifi_enabled: "0",
  add_users_when_locked: "0",
  airplane_mode_on: "0",
  auto_time: "1",
  auto_time_zone: "1",
  ble_scan_always_enabled: "0",
  block_untrusted_touches: "2",
  captive_portal_mode: "1",
  data_roaming: "0",
  development_settings_enabled: "1",
  device_provisioned: "1",
  maximum_obscuring_opacity_for_touch: "0.8",
  mobile_data: "1",
  multi_cb: "0",
  network_recommendations_enabled: "0",
  ota_disable_automatic_update: "0",
  package_verifier_enable: "1",
  package_verifier_user_consent: "1",
  private_dns_mode: "hostname",
  private_dns_specifier: "dns.quad9.net",
  send_action_app_error: "0",
  verifier_verify_adb_installs: "1",
  wifi_on: "1",
  wifi_scan_always_enabled: "0",
};

/** Secure settings of the same owner. */
export const carefulSecure: Readonly<Record<string, string>> = {
  accessibility_enabled: "0",
  android_id: "9e2b7c40d5f1a683",
  assistant: "com.google.android.googlequicksearchbox/com.google.android.voiceinteraction.GsaVoiceInteractionService",
  autofill_service: "com.google.android.gms/.autofill.service.AutofillService",
  backup_enabled: "1",
  backup_transport: "com.google.android.gms/.backup.BackupTransportService",
  default_input_method: "com.google.android.inputmethod.latin/com.android.inputmethod.latin.LatinIME",
  enabled_accessibility_services: "",
  enabled_input_methods:
    "com.google.android.inputmethod.latin/com.android.inputmethod.latin.LatinIME:com.google.android.googlequicksearchbox/com.google.android.voicesearch.ime.VoiceInputMethodService",
  enabled_notification_listeners: "",
  install_non_market_apps: "1",
  instant_apps_enabled: "0",
  location_mode: "3",
  lock_screen_allow_private_notifications: "0",
  lock_screen_lock_after_timeout: "0",
  lock_screen_show_notifications: "1",
  lockscreen_show_controls: "0",
  lockscreen_show_wallet: "0",
  power_menu_locked_show_content: "0",
  send_usage_stats: "0",
  trust_agents_initialized: "1",
  user_setup_complete: "1",
};

/** The service by which Google finds a lost phone: an administrator on nearly every phone. */
export const findMyDevice = {
  user: 0,
  component: "com.google.android.gms/.mdm.receivers.MdmDeviceAdminReceiver",
  policies: ["wipe-data", "reset-password", "force-lock", "disable-keyguard-features"],
} as const;

/** An invented ADB key of the length that real ones have; `seed` tells keys apart. */
export function inventedKey(seed: string, comment: string): string {
  return `QAAAA${`Candor0${seed}0`.repeat(90).slice(0, 687)}AAEAAQA= ${comment}`;
}
