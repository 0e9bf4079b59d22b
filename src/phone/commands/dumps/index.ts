import { type Dump, type PhoneState, sdkOf } from "../../state/phone-state.ts";
import { accessibilityDump } from "./accessibility.ts";
import { adbDump, usbDump } from "./adb.ts";
import { appOpsDump } from "./app-ops.ts";
import { devicePolicyDump } from "./device-policy.ts";
import { hibernationDump } from "./hibernation.ts";
import { lockSettingsDump } from "./lock-settings.ts";
import { notificationDump } from "./notification.ts";
import { packageDump } from "./package.ts";
import { roleDump } from "./role.ts";
import { sensorPrivacyDump } from "./sensor-privacy.ts";
import {
  backupDump,
  batteryDump,
  batteryStatsDump,
  connectivityDump,
  deviceIdleDump,
  mountDump,
  settingsDump,
  webviewDump,
} from "./small-dumps.ts";
import { trustDump } from "./trust.ts";
import { usageStatsDump } from "./usage-stats.ts";
import { userDump } from "./users.ts";

/** The services of this phone by name, with what each dumps; later Android versions have more of them. */
export function dumps(state: PhoneState): ReadonlyMap<string, Dump> {
  const sdk = sdkOf(state);
  const services = new Map<string, Dump>([
    ["accessibility", accessibilityDump],
    ["appops", appOpsDump],
    ["backup", backupDump],
    ["battery", batteryDump],
    ["batterystats", batteryStatsDump],
    ["connectivity", connectivityDump],
    ["device_policy", devicePolicyDump],
    ["deviceidle", deviceIdleDump],
    ["lock_settings", lockSettingsDump],
    ["mount", mountDump],
    ["notification", notificationDump],
    ["package", packageDump],
    ["settings", settingsDump],
    ["trust", trustDump],
    ["usagestats", usageStatsDump],
    ["usb", usbDump],
    ["user", userDump],
    ["webviewupdate", webviewDump],
  ]);
  if (sdk >= 29) {
    services.set("adb", adbDump);
    services.set("role", roleDump);
    services.set("sensor_privacy", sensorPrivacyDump);
  }
  if (sdk >= 31) services.set("app_hibernation", hibernationDump);
  for (const [name, dump] of state.dumps) services.set(name, dump);
  return services;
}
