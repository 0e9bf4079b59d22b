import { defineCheck } from "../core/check.ts";
import { type Mount, mounts } from "../facts/mounts.ts";
import { originalSystem } from "./wording/remedies.ts";

const systemPaths = new Set(["/", "/system", "/system_root", "/system_ext", "/vendor", "/product", "/odm"]);
/** Where Android itself lies: on one of these, by the age of the phone. */
const mainPaths = new Set(["/", "/system", "/system_root"]);
/** What root tools call their own mounts over the system. */
const rootDevices = new Set(["magisk", "ksu", "apatch"]);

export default defineCheck({
  id: "system-mounts-read-only",
  category: "boot",
  severity: "high",
  question: "Is the system mounted read-only?",
  title: {
    pass: "The system partitions are mounted read-only",
    fail: "The system can be changed, or is overlaid, while the phone runs",
  },
  why: "On a phone from a shop the system is read-only. A writable system, or a root tool's mount over it, means that somebody got past Android's protections.",
  advice: "Have the maker's original system installed, unless you changed the system yourself.",
  references: [
    "https://source.android.com/docs/core/architecture/partitions",
    "https://source.android.com/docs/security/features/verifiedboot/dm-verity",
  ],
  messages: {
    writable: "The system partition {path} is mounted writable.",
    rootTool: "A root tool's file system lies over {path}.",
  },
  remedy: originalSystem,
  needs: { mounts },
  run: ({ mounts: mounted }) => {
    const findings = mounted.flatMap((mount) => {
      const message = fault(mount);
      if (!message) return [];
      const value = `${mount.device} ${mount.type} ${mount.options.join(",")}`;
      return [
        {
          subject: { kind: "file" as const, path: mount.path },
          message,
          params: { path: mount.path },
          evidence: [{ kind: "value" as const, fact: mounts, name: mount.path, value }],
        },
      ];
    });
    const seen = mounted.some((mount) => mainPaths.has(mount.path) && !isMemoryDisk(mount));
    return { findings, unread: seen ? [] : ["The list of mounts does not show the system partition."] };
  },
  examples: {
    pass: [
      {
        name: "read-only, with a maker's overlay and a writable data partition",
        given: {
          mounts: [
            mount("/dev/block/dm-0", "/", "ext4", "ro"),
            mount("overlay", "/product/overlay", "overlay", "ro"),
            mount("/dev/block/dm-9", "/data", "f2fs", "rw"),
          ],
        },
      },
      {
        name: "the root is a memory disk",
        given: { mounts: [mount("rootfs", "/", "rootfs", "rw"), mount("/dev/block/dm-0", "/system", "ext4", "ro")] },
      },
    ],
    fail: [
      { name: "writable", given: { mounts: [mount("/dev/block/dm-0", "/system", "ext4", "rw")] }, findings: 1 },
      {
        name: "root tool",
        given: { mounts: [mount("/dev/block/dm-0", "/", "ext4", "ro"), mount("magisk", "/system/bin", "tmpfs", "ro")] },
        findings: 1,
      },
    ],
    unknown: [
      { name: "system not listed", given: { mounts: [mount("tmpfs", "/dev", "tmpfs", "rw")] } },
      {
        name: "only an additional partition listed",
        given: { mounts: [mount("/dev/block/dm-3", "/system_ext", "ext4", "ro")] },
      },
    ],
  },
});

function fault(mount: Mount): "writable" | "rootTool" | undefined {
  if (rootDevices.has(mount.device.toLowerCase())) return "rootTool";
  if (systemPaths.has(mount.path) && !isMemoryDisk(mount) && mount.options.includes("rw")) return "writable";
  return undefined;
}

function isMemoryDisk({ type }: Mount): boolean {
  return type === "rootfs" || type === "tmpfs" || type === "ramfs";
}

function mount(device: string, path: string, type: string, option: string): Mount {
  return { device, path, type, options: [option, "seclabel"] };
}
