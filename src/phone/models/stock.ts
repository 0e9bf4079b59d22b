import type { PhoneState } from "../state/phone-state.ts";
import type { AppSpec } from "./app-spec.ts";
import { buildProperties } from "./build-properties.ts";
import { compose } from "./compose.ts";
import { googleApps, googleCommunication, googleCore, playSystemUpdate } from "./google-apps.ts";
import { coreApps, imageApps } from "./image-apps.ts";
import { aospImage, googleImage, moduleImage } from "./image-packages.ts";
import { type BuildOptions, monthsBefore, type PhoneModel } from "./model.ts";
import { logicalMounts } from "./mount-tables.ts";
import { carefulGlobal, carefulSecure, findMyDevice, inventedKey } from "./usual-settings.ts";

const day = 86_400_000;

/** A stock phone without trouble: what "nothing found" looks like. */
export const stock: PhoneModel = {
  id: "stock",
  title: "Clean stock phone, Android 15",
  about:
    "A Pixel-like phone of a careful owner: locked, encrypted, up to date, few apps, all of them from the store. Whatever is found " +
    "here is either debugging, which has to be on while a computer looks, or a false alarm of ours.",
  android: "15",
  build,
};

function build(options: BuildOptions): PhoneState {
  const now = options.now();
  return compose(
    {
      serial: "2A101FDH200C4M",
      vendor: "aosp",
      kernel: {
        release: "6.1.99-android14-11-gd7dac4b14270-ab12946699",
        version: "#1 SMP PREEMPT Tue Jan 14 09:23:11 UTC 2025",
        machine: "aarch64",
      },
      properties: buildProperties({
        brand: "google",
        manufacturer: "Google",
        model: "Pixel 8",
        device: "shiba",
        product: "shiba",
        android: "15",
        sdk: 35,
        id: "BP1A.250505.005",
        incremental: "13277524",
        patch: monthsBefore(now, 0, "05"),
        vendorPatch: monthsBefore(now, 0, "05"),
        zone: "Europe/Berlin",
        locale: "en-GB",
        hardware: "shiba",
        firstSdk: 34,
        builtAt: now - 20 * day,
      }),
      apps: apps(now),
      global: carefulGlobal,
      secure: carefulSecure,
      roles: {
        SMS: "com.google.android.apps.messaging",
        DIALER: "com.google.android.dialer",
        HOME: "com.google.android.apps.nexuslauncher",
        BROWSER: "com.android.chrome",
        ASSISTANT: "com.google.android.googlequicksearchbox",
      },
      keys: [{ line: inventedKey("stock", "owner@desktop"), lastConnection: now - 30_000 }],
      devicePolicy: { admins: [findMyDevice] },
      mounts: logicalMounts("ext4"),
    },
    options,
  );
}

function apps(now: number): readonly AppSpec[] {
  return [
    ...imageApps(aospImage, googleImage, moduleImage),
    ...coreApps("system_ext/priv-app/SystemUIGoogle"),
    ...googleCore(now, now - 4 * day, now - 10 * day),
    playSystemUpdate(monthsBefore(now, 1)),
    ...googleApps,
    ...googleCommunication,
    {
      name: "com.google.android.apps.nexuslauncher",
      label: "Pixel Launcher",
      image: "system_ext/priv-app/NexusLauncherRelease",
    },
    {
      name: "com.google.android.GoogleCamera",
      label: "Camera",
      image: "product/priv-app/GoogleCamera",
      updated: true,
      grants: ["CAMERA", "RECORD_AUDIO", "ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION"],
      uses: [{ op: "CAMERA", hours: 20, seconds: 15 }],
      launcher: "com.android.camera.CameraLauncher",
    },
    { name: "com.android.emergency", label: "Personal Safety", image: "product/priv-app/SafetyHubPrebuilt" },
    {
      name: "org.thoughtcrime.securesms",
      label: "Signal",
      version: "7.61.2",
      target: 35,
      grants: ["READ_CONTACTS", "POST_NOTIFICATIONS"],
      uses: [{ op: "READ_CONTACTS", hours: 2 }],
      launcher: ".RoutingActivity",
    },
    {
      name: "de.dwd.warnapp",
      label: "WarnWetter",
      version: "4.5.1",
      target: 35,
      grants: ["ACCESS_COARSE_LOCATION"],
      uses: [{ op: "COARSE_LOCATION", hours: 12 }],
      launcher: ".MainActivity",
    },
  ];
}
