import type { MountState, PhoneState } from "../state/phone-state.ts";
import { type AppSpec, fromFile, origins } from "./app-spec.ts";
import { buildProperties } from "./build-properties.ts";
import { compose } from "./compose.ts";
import { googleApps, googleCommunication, googleCore } from "./google-apps.ts";
import { coreApps, imageApps } from "./image-apps.ts";
import { aospImage, googleImage, moduleImage } from "./image-packages.ts";
import { type BuildOptions, monthsBefore, type PhoneModel } from "./model.ts";
import { logicalMounts } from "./mount-tables.ts";
import { carefulGlobal, carefulSecure, inventedKey } from "./usual-settings.ts";

const day = 86_400_000;
const magiskFolder = "/debug_ramdisk";

/** A phone whose owner took it over, or somebody else did. */
export const rooted: PhoneModel = {
  id: "rooted",
  title: "Rooted and unlocked phone with an unofficial build, Android 12",
  about:
    "Bootloader unlocked, verified boot orange, a debuggable test-keys build with SELinux permissive and a writable system, Magisk with " +
    "its manager and an app that hooks others, a changed hosts file, no screen lock.",
  android: "12",
  build,
};

function build(options: BuildOptions): PhoneState {
  const now = options.now();
  const mounts: readonly MountState[] = [
    ...logicalMounts("ext4", true),
    { device: "magisk", path: "/system/bin", type: "tmpfs", options: "ro,seclabel,relatime" },
    { device: "magisk", path: magiskFolder, type: "tmpfs", options: "rw,seclabel,relatime,mode=755" },
  ];
  const state = compose(
    {
      serial: "9a7c1e0f",
      vendor: "aosp",
      kernel: {
        release: "4.19.157-lineage-g1f0e2d3c",
        version: "#1 SMP PREEMPT Sat Oct 8 17:02:21 UTC 2022",
        machine: "aarch64",
      },
      properties: properties(now),
      apps: apps(now),
      global: { ...carefulGlobal, adb_wifi_enabled: "1", package_verifier_enable: "0", private_dns_mode: "off" },
      secure: { ...carefulSecure, "lockscreen.disabled": "1" },
      roles: {
        SMS: "com.google.android.apps.messaging",
        DIALER: "com.google.android.dialer",
        HOME: "com.android.launcher3",
        BROWSER: "com.android.chrome",
      },
      lock: "NONE",
      keys: [{ line: inventedKey("root", "dev@workstation"), lastConnection: now - 90_000 }],
      selinux: "Permissive",
      magisk: "26.4",
      mounts,
      processes: [
        { label: "u:r:magisk:s0", user: "root", pid: 618, ppid: 1, name: "magiskd" },
        { label: "u:r:su:s0", user: "root", pid: 5210, ppid: 618, name: "sh" },
      ],
    },
    options,
  );
  plantRoot(state);
  return state;
}

function plantRoot(state: PhoneState): void {
  const tool = { body: new Uint8Array(8192), mode: 0o755, uid: 0, gid: 2000 } as const;
  state.files.plant("/system/bin/magisk", tool);
  for (const name of ["su", "resetprop", "magiskpolicy"])
    state.files.plant(`/system/bin/${name}`, { target: "./magisk" });
  state.files.plant(`${magiskFolder}/.magisk`, { mode: 0o755, label: "u:object_r:magisk_file:s0" });
  state.files.plant("/data/adb/magisk/magiskboot", tool);
  state.files.plant("/data/adb", { mode: 0o700 });
  state.files.plant("/system/xbin/busybox", tool);
  state.files.plant("/system/etc/hosts", {
    body: "127.0.0.1       localhost\n::1             ip6-localhost\n0.0.0.0         ads.example.com\n203.0.113.7     login.example.org\n",
  });
  state.files.plant("/data/local/tmp/frida-server", { body: new Uint8Array(4096), mode: 0o755, uid: 2000, gid: 2000 });
}

function properties(now: number): Record<string, string> {
  return {
    ...buildProperties({
      brand: "OnePlus",
      manufacturer: "OnePlus",
      model: "ONEPLUS A6003",
      device: "OnePlus6",
      product: "lineage_enchilada",
      android: "12",
      sdk: 32,
      id: "SQ3A.220705.004",
      incremental: "eng.build.20221008.170000",
      patch: monthsBefore(now, 40, "05"),
      vendorPatch: monthsBefore(now, 58),
      type: "userdebug",
      keys: "test-keys",
      zone: "Europe/Paris",
      locale: "fr-FR",
      hardware: "qcom",
      firstSdk: 27,
      builtAt: now - 1200 * day,
      unlocked: true,
    }),
    "ro.adb.secure": "0",
    "ro.boot.veritymode": "disabled",
    "ro.build.selinux": "0",
    "ro.lineage.build.version": "19.1",
    "ro.modversion": "19.1-20221008-UNOFFICIAL-enchilada",
  };
}

function apps(now: number): readonly AppSpec[] {
  return [
    ...imageApps(aospImage, googleImage, moduleImage),
    ...coreApps("system_ext/priv-app/SystemUI"),
    ...googleCore(now, now - 30 * day, now - 90 * day),
    ...googleApps,
    ...googleCommunication,
    { name: "com.android.launcher3", label: "Launcher3", image: "system_ext/priv-app/Launcher3QuickStep" },
    {
      name: "com.topjohnwu.magisk",
      label: "Magisk",
      version: "26.4",
      target: 34,
      origin: fromFile("com.android.chrome"),
      launcher: ".ui.MainActivity",
    },
    {
      name: "org.lsposed.manager",
      label: "LSPosed",
      version: "1.9.2",
      target: 34,
      origin: origins.adb,
      launcher: ".ui.activity.MainActivity",
    },
    {
      name: "org.fdroid.fdroid",
      label: "F-Droid",
      version: "1.20.0",
      target: 29,
      origin: fromFile("com.android.chrome"),
      grants: ["REQUEST_INSTALL_PACKAGES"],
      modes: { REQUEST_INSTALL_PACKAGES: "allow" },
      launcher: ".views.main.MainActivity",
    },
    {
      name: "com.example.testtool",
      label: "Test tool",
      version: "0.1",
      target: 32,
      extraFlags: ["DEBUGGABLE", "TEST_ONLY"],
      origin: origins.adb,
      grants: ["RECORD_AUDIO"],
      launcher: ".MainActivity",
    },
  ];
}
