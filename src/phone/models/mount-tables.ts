import type { MountState } from "../state/phone-state.ts";

/** Mounts of a phone with logical partitions (Android 10 and later); `writable` is the remounted system of a rooted one. */
export function logicalMounts(fileSystem: "erofs" | "ext4", writable = false): readonly MountState[] {
  const image = `${writable ? "rw" : "ro"},seclabel,relatime`;
  const partitions = ["system_ext", "product", "vendor", "odm"];
  return [
    { device: "/dev/block/dm-8", path: "/", type: fileSystem, options: image },
    ...deviceMounts,
    ...partitions.map((name, i) => ({
      device: `/dev/block/dm-${9 + i}`,
      path: `/${name}`,
      type: fileSystem,
      options: writable && name !== "product" ? image : "ro,seclabel,relatime",
    })),
    { device: "tmpfs", path: "/apex", type: "tmpfs", options: "rw,seclabel,nosuid,nodev,noexec,relatime,mode=755" },
    {
      device: "/dev/block/dm-54",
      path: "/data",
      type: "f2fs",
      options: "rw,lazytime,seclabel,nosuid,nodev,noatime,background_gc=on,inlinecrypt",
    },
    {
      device: "/dev/fuse",
      path: "/storage/emulated",
      type: "fuse",
      options: "rw,lazytime,nosuid,nodev,noexec,noatime,user_id=0,group_id=0,allow_other",
    },
  ];
}

const deviceMounts: readonly MountState[] = [
  { device: "tmpfs", path: "/dev", type: "tmpfs", options: "rw,seclabel,nosuid,relatime,mode=755" },
  { device: "devpts", path: "/dev/pts", type: "devpts", options: "rw,seclabel,relatime,mode=600,ptmxmode=000" },
  { device: "proc", path: "/proc", type: "proc", options: "rw,relatime,gid=3009,hidepid=invisible" },
  { device: "sysfs", path: "/sys", type: "sysfs", options: "rw,seclabel,relatime" },
  { device: "selinuxfs", path: "/sys/fs/selinux", type: "selinuxfs", options: "rw,relatime" },
  {
    device: "tmpfs",
    path: "/mnt",
    type: "tmpfs",
    options: "rw,seclabel,nosuid,nodev,noexec,relatime,mode=755,gid=1000",
  },
];

/** Mounts of a phone whose system is the root file system on its own partition (Android 9 and 10 without logical partitions). */
export const plainMounts: readonly MountState[] = [
  { device: "/dev/block/dm-0", path: "/", type: "ext4", options: "ro,seclabel,relatime,block_validity,discard" },
  ...deviceMounts,
  { device: "/dev/block/dm-1", path: "/vendor", type: "ext4", options: "ro,seclabel,relatime,block_validity,discard" },
  {
    device: "/dev/block/dm-3",
    path: "/data",
    type: "ext4",
    options: "rw,seclabel,nosuid,nodev,noatime,noauto_da_alloc",
  },
  {
    device: "/data/media",
    path: "/storage/emulated",
    type: "sdcardfs",
    options: "rw,nosuid,nodev,noexec,noatime,fsuid=1023,fsgid=1023,gid=9997,multiuser",
  },
];
