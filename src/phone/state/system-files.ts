import type { PhoneState } from "./phone-state.ts";

/** Programs that `ls /system/bin` shows besides the framework's. */
const binaries =
  "am appops bmgr cat cmd content date dd dpm dumpsys getenforce getprop id ime input ls mount pm ps service setprop settings sh sha256sum stat toybox uname which";

/** Puts the folders and files of an ordinary phone into its tree: /proc, /system, /data, the shared storage. */
export function plantSystemFiles(state: PhoneState): void {
  const { files, kernel, mounts } = state;
  const system = { label: "u:object_r:system_file:s0" };
  for (const folder of ["/system", "/vendor", "/product", "/system_ext", "/odm", "/apex", "/mnt", "/dev"])
    files.plant(folder, system);
  for (const name of binaries.split(" "))
    files.plant(`/system/bin/${name}`, { body: new Uint8Array(4096), mode: 0o755, gid: 2000 });
  files.plant("/bin", { target: "/system/bin" });
  files.plant("/etc", { target: "/system/etc" });
  files.plant("/system/etc/hosts", { body: "127.0.0.1       localhost\n::1             ip6-localhost\n" });
  for (const name of ["00673b5b.0", "04f60c28.0", "0d69c7e1.0", "10531352.0"]) {
    files.plant(`/system/etc/security/cacerts/${name}`, { body: "-----BEGIN CERTIFICATE-----\n" });
  }
  const proc = { uid: 0, gid: 0, label: "u:object_r:proc:s0" };
  files.plant("/proc", { ...proc, mode: 0o555 });
  files.plant("/proc/version", {
    ...proc,
    body: () =>
      `Linux version ${kernel.release} (build-user@build-host) (Android clang version 18.0.1) ${kernel.version}\n`,
  });
  files.plant("/proc/mounts", {
    ...proc,
    body: () => mounts.map((each) => `${each.device} ${each.path} ${each.type} ${each.options} 0 0\n`).join(""),
  });
  files.plant("/proc/self/mounts", { target: "/proc/mounts" });
  files.plant("/proc/uptime", {
    ...proc,
    body: () => `${((state.now() - state.bootedAt) / 1000).toFixed(2)} 123456.78\n`,
  });
  files.plant("/proc/cmdline", { ...proc, mode: 0o440, body: "" });
  files.plant("/proc/net/if_inet6", { ...proc, body: "00000000000000000000000000000001 01 80 10 80       lo\n" });
  files.plant("/data", { uid: 1000, gid: 1000, mode: 0o771, label: "u:object_r:system_data_root_file:s0" });
  for (const closed of ["/data/data", "/data/user", "/data/app", "/data/system"]) {
    files.plant(closed, { uid: 1000, gid: 1000, mode: 0o771, label: "u:object_r:system_data_file:s0" });
  }
  files.plant("/data/adb", { uid: 0, gid: 0, mode: 0o700, label: "u:object_r:adb_data_file:s0" });
  files.plant("/data/misc", { uid: 1000, gid: 9998, mode: 0o1771 });
  files.plant("/data/misc/adb", { uid: 1000, gid: 2000, mode: 0o2750 });
  files.plant("/data/misc/adb/adb_keys", {
    uid: 1000,
    gid: 2000,
    mode: 0o600,
    body: () => state.adb.keys.map((key) => `${key.line}\n`).join(""),
  });
  for (const user of state.users) files.plant(`/data/misc/user/${user.id}`, { uid: 1000, gid: 1000, mode: 0o771 });
  files.plant("/data/local", { uid: 0, gid: 0, mode: 0o751 });
  files.plant("/data/local/tmp", { uid: 2000, gid: 2000, mode: 0o771, label: "u:object_r:shell_data_file:s0" });
  const shared = { uid: 10_002, gid: 1023, mode: 0o2770, label: "u:object_r:media_rw_data_file:s0" };
  files.plant("/storage", { uid: 0, gid: 1028, mode: 0o755 });
  for (const folder of [
    "",
    "/Alarms",
    "/Android",
    "/DCIM",
    "/DCIM/Camera",
    "/Documents",
    "/Download",
    "/Movies",
    "/Music",
    "/Pictures",
  ]) {
    files.plant(`/storage/emulated/0${folder}`, shared);
  }
  files.plant("/storage/self/primary", { target: "/storage/emulated/0" });
  files.plant("/sdcard", { target: "/storage/self/primary" });
  files.plant("/mnt/sdcard", { target: "/storage/self/primary" });
}

/** Adds a certificate authority of a user; `readable` says whether the shell may look into the folder. */
export function plantUserCertificate(state: PhoneState, user: number, name: string, readable: boolean): void {
  const folder = `/data/misc/user/${user}/cacerts-added`;
  state.files.plant(folder, {
    uid: 1000,
    gid: 1000,
    mode: readable ? 0o755 : 0o700,
    label: "u:object_r:misc_user_data_file:s0",
  });
  state.files.plant(`${folder}/${name}`, { uid: 1000, gid: 1000, mode: 0o644, body: certificate });
}

const certificate =
  "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQ2FuZG9yIHZpcnR1YWwgcGhvbmUwCgYIKoZIzj0EAwIw\n-----END CERTIFICATE-----\n";
