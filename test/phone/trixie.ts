import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { type ToolTest, tool, withFound } from "../tools.ts";
import { type AdbClient, type AdbCommand, adbClient, connect } from "./adb-client.ts";

/** The folder that scripts/oracle-trixie.sh made, when this process can use it. */
export const trixie: string | undefined = missing() === undefined ? process.env["CANDOR_TRIXIE"] : undefined;

/** `test` for tests that need the real adb 34, adbd, mksh and toybox of Debian trixie. */
export const withTrixie: ToolTest = withFound(trixie, missing() ?? "");

function missing(): string | undefined {
  const folder = process.env["CANDOR_TRIXIE"];
  if (folder === undefined) return "needs CANDOR_TRIXIE, a folder made by scripts/oracle-trixie.sh";
  if (!existsSync(join(folder, "candor-oracle"))) return "needs CANDOR_TRIXIE to name a folder that is complete";
  if (process.getuid?.() !== 0) return "needs root, for the namespaces that the real adbd is kept in";
  const absent = ["unshare", "nsenter", "ip"].find((name) => tool(name) === undefined);
  return absent === undefined ? undefined : `needs ${absent}, which is not installed`;
}

/**
 * The adb of trixie, run in its folder with its home on /mnt. `netOf` is a process whose network it sees, this one's when left
 * out.
 */
export function adb34(root: string, netOf?: number): AdbCommand {
  const script = `
    root=$0 home=$1 port=$ANDROID_ADB_SERVER_PORT; shift
    mount --rbind /proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --bind "$home" "$root/mnt"
    exec chroot "$root" env -i -C /mnt HOME=/mnt TMPDIR=/mnt ANDROID_ADB_SERVER_PORT="$port" /usr/bin/adb "$@"`;
  const enter = netOf === undefined ? [] : ["nsenter", `--net=/proc/${netOf}/ns/net`];
  const inside = ["unshare", "--mount", "--propagation", "private", "sh", "-euc", script, root];
  return (home) => [...enter, ...inside, home] as unknown as readonly [string, ...string[]];
}

/** The real adbd in namespaces of its own, and the adb of the same Debian connected to it. */
export interface RealPhone {
  readonly client: AdbClient;
  readonly serial: string;
  /** A process that sees its network; `nsenter --net` takes it. */
  readonly pid: number;
  close(): Promise<void>;
}

/**
 * Starts the real adbd. It lets everybody in without a key and listens on every address, so it gets a network that only has a
 * loopback, sees no other process, and runs as the unprivileged user 2000, as on a phone. It ends with this process, for it
 * lives as long as its standard input is open.
 */
export async function realPhone(root: string): Promise<RealPhone> {
  const port = await freePort();
  const script = `
    root=$0
    ip link set lo up
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t devpts devpts "$root/dev/pts" -o newinstance,ptmxmode=0666,mode=0620,gid=5
    mount -t tmpfs tmpfs "$root/data/local/tmp" -o mode=0771,uid=2000,gid=2000
    echo ready
    chroot --userspec=2000:2000 "$root" env -i PATH=/system/bin HOME=/ TMPDIR=/data/local/tmp ADBD_PORT="$1" /usr/sbin/adbd >/dev/null 2>&1 &
    cat >/dev/null`;
  const apart = ["--net", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private"];
  const child: ChildProcess = spawn("unshare", [...apart, "sh", "-euc", script, root, String(port)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  // Until then its network is still this process's own.
  await Promise.race([new Promise((resolve) => child.stdout?.once("data", resolve)), ended]);
  const pid = child.pid;
  if (pid === undefined || child.exitCode !== null) throw new Error("the namespaces could not be made");
  const stop = () => {
    child.stdin?.end();
    return ended;
  };
  const serial = `127.0.0.1:${port}`;
  const client = await adbClient(adb34(root, pid));
  const close = () => client.close().then(stop);
  try {
    await connect(client, serial);
  } catch (error) {
    await close();
    throw error;
  }
  return { client, serial, pid, close };
}
