import { ByteQueue } from "../../src/phone/byte-queue.ts";
import { ByteReader } from "../../src/phone/byte-reader.ts";
import type { Identity, Phone, Program } from "../../src/phone/program.ts";
import { Shell, world } from "../../src/phone/shell/shell.ts";
import { FileTree } from "../../src/phone/state/file-tree.ts";

const identity: Identity = { uid: 2000, gid: 2000, groups: [2000, 1004, 3003], context: "u:r:shell:s0" };
const now = () => Date.UTC(2026, 2, 4, 5, 6, 7);

/** A phone with a few files and programs, for tests of the protocol and the shell alone. */
export function smallPhone(programs: Readonly<Record<string, Program>> = {}): Phone {
  const files = new FileTree(identity, now, [{ path: "/system", options: "ro" }]);
  const mtime = Date.UTC(2009, 0, 1);
  files.plant("/system/bin/sh", { mode: 0o755, mtime, body: "ELF", label: "u:object_r:shell_exec:s0" });
  files.plant("/system/build.prop", { mode: 0o600, uid: 0, gid: 0, mtime, body: "ro.build.type=user\n" });
  files.plant("/system/etc/hosts", { mtime, body: "127.0.0.1       localhost\n::1             ip6-localhost\n" });
  files.plant("/sdcard", { target: "/data/media/0" });
  files.plant("/data/media/0/Download", { mode: 0o770, uid: 2000, gid: 2000, mtime });
  files.plant("/data/local/tmp", { mode: 0o771, uid: 2000, gid: 2000, mtime });
  files.plant("/data/local/tmp/big", {
    mode: 0o644,
    uid: 2000,
    gid: 2000,
    body: { size: bigSize, open: (offset) => bigBody(offset) },
  });
  files.plant("/data/data", { mode: 0o700, uid: 1000, gid: 1000, mtime });
  return {
    serial: "small",
    banner: { product: "small_product", model: "Small Phone", device: "small" },
    identity,
    kernel: { release: "5.10.1-android12", version: "#1 SMP PREEMPT", machine: "aarch64" },
    now,
    files,
    program: (name) => (Object.hasOwn(programs, name) ? programs[name] : undefined),
  };
}

/** The size of `/data/local/tmp/big`; its byte at offset n is n modulo 251. */
export const bigSize = 50_000_000;

const period = Uint8Array.from({ length: 251 * 512 }, (_, index) => index % 251);

async function* bigBody(offset: number): AsyncGenerator<Uint8Array> {
  for (let at = offset; at < bigSize; ) {
    const from = at % 251;
    const chunk = period.subarray(from, from + Math.min(period.length - 251, bigSize - at));
    yield chunk;
    at += chunk.length;
  }
}

/** What a script printed and its exit code. */
export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** Runs a script in the phone's shell, without any protocol. */
export async function runScript(
  phone: Phone,
  script: string,
  stdin = "",
  signal: AbortSignal = new AbortController().signal,
): Promise<Ran> {
  const collected = { out: "", err: "" };
  const collector = (key: "out" | "err") => ({
    write: async (bytes: Uint8Array) => {
      collected[key] += new TextDecoder().decode(bytes);
    },
  });
  const input = new ByteQueue(Number.POSITIVE_INFINITY);
  await input.push(new TextEncoder().encode(stdin));
  input.end();
  const shell = new Shell(world(phone, signal), {
    name: "/system/bin/sh",
    cwd: "/",
    identity: phone.identity,
    env: { HOME: "/" },
    descriptors: {
      input: new ByteReader(input),
      outputs: new Map([
        [1, collector("out")],
        [2, collector("err")],
      ]),
    },
  });
  const code = await shell.run(script);
  return { ...collected, code };
}
