/** What settings do, by key and value, in words; `unset` where the key is taken out. AOSP: core/java/android/provider/Settings.java. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "global/wifi_scan_always_enabled": { 0: "Switch Wi-Fi scanning off", 1: "Switch Wi-Fi scanning on" },
  "global/ble_scan_always_enabled": { 0: "Switch Bluetooth scanning off", 1: "Switch Bluetooth scanning on" },
  "global/private_dns_mode": {
    opportunistic: "Set Private DNS to automatic",
    off: "Switch Private DNS off",
    hostname: "Set Private DNS to the provider that is set",
  },
  "global/adb_allowed_connection_time": { unset: "Forget computers that have not debugged the phone for seven days" },
  "global/add_users_when_locked": {
    0: "Let nobody add users from the lock screen",
    1: "Let users be added from the lock screen",
  },
  "global/verifier_verify_adb_installs": {
    0: "Do not check apps that are installed from a computer",
    1: "Check apps that are installed from a computer",
  },
  "global/ota_disable_automatic_update": {
    0: "Install system updates by itself at a restart",
    1: "Do not install system updates by itself",
  },
  "global/captive_portal_mode": { unset: "Look for sign-in pages of Wi-Fi networks again" },
  "global/captive_portal_server": { unset: "Ask Android's own server whether there is a sign-in page" },
  "global/captive_portal_http_url": { unset: "Ask Android's own server whether there is a sign-in page" },
  "global/captive_portal_https_url": { unset: "Ask Android's own server whether there is a sign-in page" },
  "global/http_proxy": { ":0": "Send web traffic through no proxy" },
  "global/global_http_proxy_host": { unset: "Send web traffic through no proxy" },
  "global/global_proxy_pac_url": { unset: "Let no script choose the proxy" },
  "secure/lock_screen_allow_private_notifications": {
    0: "Hide what notifications say on the lock screen",
    1: "Show what notifications say on the lock screen",
  },
  "secure/power_menu_locked_show_content": {
    0: "Show no cards and device controls in the power menu of the locked phone",
  },
  "secure/lockscreen_show_wallet": { 0: "Show no wallet on the lock screen" },
  "secure/lockscreen_show_controls": { 0: "Show no device controls on the lock screen" },
  "system/screen_off_timeout": { 60000: "Switch the screen off after one minute" },
  "system/show_password": { 0: "Do not show passwords while they are typed", 1: "Show passwords while they are typed" },
  "secure/lock_screen_lock_after_timeout": { 5000: "Lock five seconds after the screen goes off" },
  "secure/lockscreen.power_button_instantly_locks": { 1: "Lock at once by the power key" },
  "secure/lock_pattern_visible_pattern": { 0: "Do not draw the pattern visibly", 1: "Draw the pattern visibly" },
  "secure/lock_to_app_exit_locked": {
    0: "Leave a pinned app without a PIN",
    1: "Ask for the PIN when a pinned app is left",
  },
  "secure/instant_apps_enabled": { 0: "Switch instant apps off", 1: "Switch instant apps on" },
  "global/auto_time": { 0: "Set date and time by hand", 1: "Take date and time from the network" },
  "global/auto_time_zone": { 0: "Set the time zone by hand", 1: "Take the time zone from the network" },
  "global/network_recommendations_enabled": {
    0: "Have public networks neither rated nor suggested",
    1: "Have public networks rated and suggested",
  },
  "secure/install_non_market_apps": { 0: "Let no apps from unknown sources in" },
};

/** A change of a setting in words, with the key that it is about. `user` is null for settings of the whole phone. */
export function settingWords(
  space: "global" | "secure" | "system",
  user: number | null,
  key: string,
  value: string | null,
): string {
  const name = `${space}/${key}`;
  const known = Object.hasOwn(words, name) ? words[name] : undefined;
  const said = value ?? "unset";
  const of = user === null ? "" : ` of user ${user}`;
  if (known !== undefined && Object.hasOwn(known, said))
    return `${known[said]} (setting ${name}${user === null || user === 0 ? "" : of})`;
  return value === null ? `Take out the setting ${name}${of}` : `Set ${name}${of} to ${value}`;
}
