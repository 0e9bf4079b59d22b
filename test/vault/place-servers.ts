import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../free-port.ts";

/** A server that a test started: its folder is where the bytes lie. */
export interface TestServer {
  readonly port: number;
  readonly folder: string;
  stop(): void;
}

/** `rclone serve webdav|restic` over a folder of its own, with the user “owner” and the password “secret”. */
export async function rcloneServer(
  rclone: string,
  kind: "webdav" | "restic",
  flags: string[] = [],
): Promise<TestServer> {
  const [folder, port] = [newFolder(), await freePort()];
  const login = ["--user", "owner", "--pass", "secret"];
  const child = start(rclone, ["serve", kind, folder, "--addr", `127.0.0.1:${port}`, ...login, ...flags]);
  await listening(port, child);
  return { port, folder, stop: () => stop([child.process], folder) };
}

/** sshd as an ordinary process, which lets one key in. */
export interface SshServer extends TestServer {
  readonly user: string;
  readonly keyFile: string;
  /** The line that OpenSSH prints for the host key. */
  readonly fingerprint: string;
  /** Runs the same server with a new host key. */
  renew(): Promise<void>;
}

export async function sshServer(sshd: string): Promise<SshServer> {
  const [folder, port] = [newFolder(), await freePort()];
  const [host, key, config] = [join(folder, "host"), join(folder, "key"), join(folder, "config")];
  makeKey(key);
  writeFileSync(join(folder, "allowed"), readFileSync(`${key}.pub`));
  const lines = [
    ...[
      `Port ${port}`,
      "ListenAddress 127.0.0.1",
      `HostKey ${host}`,
      `PidFile ${folder}/pid`,
      `AuthorizedKeysFile ${folder}/allowed`,
    ],
    ...[
      "StrictModes no",
      "UsePAM no",
      "PasswordAuthentication no",
      "PermitRootLogin yes",
      "Subsystem sftp internal-sftp",
    ],
  ];
  writeFileSync(config, `${lines.join("\n")}\n`);
  mkdirSync(join(folder, "store"));
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true });
  let child = { process: undefined as unknown as ChildProcess, said: () => "" };
  const run = async (): Promise<void> => {
    makeKey(host);
    child = start(sshd, ["-D", "-e", "-f", config]);
    await listening(port, child);
  };
  await run();
  return {
    ...{ port, folder: join(folder, "store"), user: userInfo().username, keyFile: key },
    get fingerprint() {
      return spawnSync("ssh-keygen", ["-lf", `${host}.pub`], { encoding: "utf8" }).stdout.split(" ")[1] ?? "";
    },
    async renew() {
      child.process.kill();
      await new Promise((resolve) => child.process.once("exit", resolve));
      await run();
    },
    stop: () => stop([child.process], folder),
  };
}

/** OpenStack Swift with its S3 interface: access key `test:tester`, secret key `testing`, region `us-east-1`. */
export async function swiftServer(): Promise<TestServer> {
  const folder = newFolder();
  const ports = [await freePort(), await freePort(), await freePort(), await freePort(), await freePort()] as const;
  const [proxy, memory, ...stores] = ports;
  writeFileSync(join(folder, "swift.conf"), swiftConfig);
  const children = [start("memcached", ["-l", "127.0.0.1", "-p", String(memory), "-u", userInfo().username])];
  for (const [index, kind] of (["account", "container", "object"] as const).entries()) {
    const builder = join(folder, `${kind}.builder`);
    const ring = (...args: string[]) => spawnSync("swift-ring-builder", [builder, ...args], { cwd: folder });
    ring("create", "6", "1", "1");
    ring("add", `r1z1-127.0.0.1:${stores[index]}/d1`, "1");
    ring("rebalance");
    mkdirSync(join(folder, kind, "d1"), { recursive: true });
    writeFileSync(join(folder, `${kind}.conf`), storeConfig(folder, kind, stores[index] as number));
    children.push(start(`swift-${kind}-server`, [join(folder, `${kind}.conf`)]));
  }
  writeFileSync(join(folder, "proxy.conf"), proxyConfig(folder, proxy, memory));
  children.push(start("swift-proxy-server", [join(folder, "proxy.conf")]));
  const end = (): void =>
    stop(
      children.map((child) => child.process),
      folder,
    );
  try {
    for (const [index, port] of [memory, ...stores, proxy].entries()) await listening(port, children[index] as Started);
  } catch (error) {
    end();
    throw error;
  }
  return { port: proxy, folder, stop: end };
}

const swiftConfig =
  "[swift-hash]\nswift_hash_path_prefix = a\nswift_hash_path_suffix = b\n[storage-policy:0]\nname = one\ndefault = yes\n";

function storeConfig(folder: string, kind: string, port: number): string {
  const place = [`devices = ${join(folder, kind)}`, "mount_check = false", "workers = 0", `swift_dir = ${folder}`];
  return [
    ...[
      "[DEFAULT]",
      "bind_ip = 127.0.0.1",
      `bind_port = ${port}`,
      ...place,
      `user = ${userInfo().username}`,
      "log_address = /nowhere",
    ],
    ...["[pipeline:main]", `pipeline = ${kind}-server`, `[app:${kind}-server]`, `use = egg:swift#${kind}`, ""],
  ].join("\n");
}

function proxyConfig(folder: string, port: number, memory: number): string {
  const filters =
    "catch_errors gatekeeper healthcheck cache listing_formats bulk s3api tempauth copy slo dlo versioned_writes";
  const plain = [
    "catch_errors",
    "gatekeeper",
    "healthcheck",
    "listing_formats",
    "bulk",
    "copy",
    "slo",
    "dlo",
    "versioned_writes",
  ];
  return [
    ...["[DEFAULT]", "bind_ip = 127.0.0.1", `bind_port = ${port}`, "workers = 0", `swift_dir = ${folder}`],
    ...[
      `user = ${userInfo().username}`,
      "log_address = /nowhere",
      "[pipeline:main]",
      `pipeline = ${filters} proxy-server`,
    ],
    ...["[app:proxy-server]", "use = egg:swift#proxy", "account_autocreate = true"],
    ...plain.flatMap((name) => [`[filter:${name}]`, `use = egg:swift#${name}`]),
    ...["[filter:cache]", "use = egg:swift#memcache", `memcache_servers = 127.0.0.1:${memory}`],
    ...["[filter:tempauth]", "use = egg:swift#tempauth", "user_test_tester = testing .admin"],
    ...["[filter:s3api]", "use = egg:swift#s3api", "location = us-east-1", "s3_acl = false", ""],
  ].join("\n");
}

/** An address that passes every byte on to a port, and keeps what passes; `cut` ends all connections after so many bytes. */
export async function listeningWire(to: number, cut = Number.POSITIVE_INFINITY) {
  const seen: Buffer[] = [];
  let left = cut;
  const server = createServer((from) => {
    const target = connect(to, "127.0.0.1");
    for (const [source, sink] of [
      [from, target],
      [target, from],
    ] as const) {
      source.on("data", (bytes: Buffer) => {
        seen.push(bytes);
        left -= bytes.length;
        if (left > 0) return void sink.write(bytes);
        left = cut;
        from.destroy();
        target.destroy();
      });
      source.on("close", () => sink.destroy());
      source.on("error", () => sink.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as { port: number }).port,
    seen: () => Buffer.concat(seen),
    stop: () => void server.close(),
  };
}

/** A folder that is removed with its server. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "candor-place-"));
}

function makeKey(path: string): void {
  rmSync(path, { force: true });
  rmSync(`${path}.pub`, { force: true });
  spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", path]);
  chmodSync(path, 0o600);
}

interface Started {
  readonly process: ChildProcess;
  said(): string;
}

function start(program: string, args: readonly string[]): Started {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => (said = `${said}${text}`.slice(-4000)));
  child.on("error", (error) => (said += error.message));
  return { process: child, said: () => said };
}

async function listening(port: number, child: Started): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("connect", () => {
        socket.destroy();
        resolve(true);
      });
      socket.on("error", () => resolve(false));
    });
    if (open) return;
    if (child.process.exitCode !== null) break;
    await wait(50);
  }
  throw new Error(`${child.process.spawnfile} does not listen: ${child.said()}`);
}

function stop(processes: readonly ChildProcess[], folder: string): void {
  for (const process of processes) process.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
