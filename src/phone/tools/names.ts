/** Names of fixed user and group numbers (AOSP system/core/libcutils, android_filesystem_config.h). */
const fixed: ReadonlyMap<number, string> = new Map([
  [0, "root"],
  [1000, "system"],
  [1001, "radio"],
  [1002, "bluetooth"],
  [1003, "graphics"],
  [1004, "input"],
  [1005, "audio"],
  [1006, "camera"],
  [1007, "log"],
  [1009, "mount"],
  [1010, "wifi"],
  [1011, "adb"],
  [1012, "install"],
  [1013, "media"],
  [1014, "dhcp"],
  [1015, "sdcard_rw"],
  [1016, "vpn"],
  [1017, "keystore"],
  [1019, "drm"],
  [1021, "gps"],
  [1023, "media_rw"],
  [1024, "mtp"],
  [1027, "nfc"],
  [1028, "sdcard_r"],
  [1032, "package_info"],
  [1036, "logd"],
  [1041, "audioserver"],
  [1047, "cameraserver"],
  [1065, "reserved_disk"],
  [1077, "external_storage"],
  [1078, "ext_data_rw"],
  [1079, "ext_obb_rw"],
  [2000, "shell"],
  [2001, "cache"],
  [2002, "diag"],
  [3001, "net_bt_admin"],
  [3002, "net_bt"],
  [3003, "inet"],
  [3004, "net_raw"],
  [3005, "net_admin"],
  [3006, "net_bw_stats"],
  [3007, "net_bw_acct"],
  [3009, "readproc"],
  [3010, "wakelock"],
  [3011, "uhid"],
  [3012, "readtracefs"],
  [9997, "everybody"],
  [9998, "misc"],
  [9999, "nobody"],
]);

/** The name of a user or group number; apps are `u<user>_a<app>` as bionic's grp_pwd.cpp prints them. */
export function ownerName(id: number): string {
  const user = Math.floor(id / 100_000);
  const app = id % 100_000;
  if (user === 0) {
    const name = fixed.get(app);
    if (name !== undefined) return name;
  }
  if (app >= 10_000 && app <= 19_999) return `u${user}_a${app - 10_000}`;
  if (app >= 20_000 && app <= 29_999) return `u${user}_a${app - 20_000}_cache`;
  if (app >= 30_000 && app <= 39_999) return `u${user}_a${app - 30_000}_ext`;
  if (app >= 50_000 && app <= 59_999) return `all_a${app - 50_000}`;
  if (app >= 99_000) return `u${user}_i${app - 99_000}`;
  return user > 0 && fixed.has(app) ? `u${user}_${fixed.get(app)}` : String(id);
}

/** The letter of a file's type as `ls -l` prints it. */
const typeLetters: ReadonlyMap<number, string> = new Map([
  [0o010000, "p"],
  [0o020000, "c"],
  [0o040000, "d"],
  [0o060000, "b"],
  [0o100000, "-"],
  [0o120000, "l"],
  [0o140000, "s"],
]);

/** Owner, group, others; and the bit beyond them that shows in the place of `x`. */
const permissionGroups = [
  { shift: 6, special: 0o4000, letter: "s" },
  { shift: 3, special: 0o2000, letter: "s" },
  { shift: 0, special: 0o1000, letter: "t" },
] as const;

/** Type and permissions as ten characters, `-rw-r--r--`. */
export function modeText(mode: number): string {
  let text = typeLetters.get(mode & 0o170000) ?? "?";
  for (const { shift, special, letter } of permissionGroups) {
    const bits = (mode >> shift) & 7;
    const executable = (bits & 1) !== 0;
    text += (bits & 4 ? "r" : "-") + (bits & 2 ? "w" : "-");
    if ((mode & special) !== 0) text += executable ? letter : letter.toUpperCase();
    else text += executable ? "x" : "-";
  }
  return text;
}

/** What toybox's `stat` calls a file's type. */
export function typeName(mode: number): string {
  const names: Readonly<Record<string, string>> = {
    p: "fifo",
    c: "character device",
    d: "directory",
    b: "block device",
    "-": "regular file",
    l: "symbolic link",
    s: "socket",
  };
  return names[typeLetters.get(mode & 0o170000) ?? ""] ?? "unknown";
}
