// npm run bench vault [MiB]: put, restore and check of a mixed tree, beside Debian's restic and beside reading, hashing and sealing it once.
import { spawnSync } from "node:child_process";
import { createCipheriv, createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sodium from "libsodium-wrappers-sumo";

const size = Number(process.argv[2] ?? 1024);
const passphrase = "only for measuring";
const env = { ...process.env, RESTIC_PASSWORD: passphrase, CANDOR_PASSPHRASE: passphrase };
const folder = mkdtempSync(join(tmpdir(), "candor-bench-vault-"));
try {
  const source = join(folder, "source");
  const { bytes, files } = makeTree(source, size);
  const mebibytes = bytes / 2 ** 20;
  console.log(`${files} files, ${mebibytes.toFixed(0)} MiB: nine tenths photos and videos, one tenth texts`);
  const row = (name: string, seconds: number, more = "") =>
    console.log(
      `${name.padEnd(34)} ${seconds.toFixed(2).padStart(7)} s ${(mebibytes / seconds).toFixed(0).padStart(6)} MiB/s  ${more}`,
    );
  const natively = await floor(source);
  row("floor: read, SHA-256, CTR, Poly1305", natively);

  const [ours, theirs] = [join(folder, "candor"), join(folder, "restic")];
  const child = (verb: string, ...args: readonly string[]) => {
    const ran = spawnSync(process.execPath, [join(import.meta.dirname, "vault-run.ts"), verb, ours, ...args], {
      env,
      encoding: "utf8",
    });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return JSON.parse(ran.stdout) as { readonly seconds: number; readonly cpu: number; readonly megabytes: number };
  };
  const restic = (...args: readonly string[]) => {
    // The shell's own count of its children: Node has none.
    const command = ["-c", '"$@" >&2 && times', "sh", "restic", "-r", theirs, "--no-cache", ...args];
    const began = performance.now();
    const ran = spawnSync("sh", command, { env, encoding: "utf8" });
    const seconds = (performance.now() - began) / 1000;
    if (ran.status === 127) return undefined;
    if (ran.status !== 0) throw new Error(ran.stderr);
    const children = ran.stdout.trim().split("\n").at(-1) ?? "";
    const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
      (sum, [, m, s]) => sum + Number(m) * 60 + Number(s),
      0,
    );
    return { seconds, cpu };
  };
  child("init");
  const installed = restic("init", "--repository-version", "2") !== undefined;
  const compare = (name: string, verb: string, mine: readonly string[], other: readonly string[]) => {
    const { seconds, cpu, megabytes } = child(verb, ...mine);
    const floors = `${(seconds / natively).toFixed(1)} × the floor`;
    row(`Candor ${name}`, seconds, `${cpu.toFixed(2)} s of processor, ${megabytes.toFixed(0)} MB, ${floors}`);
    const beside = installed ? restic(...other) : undefined;
    if (!beside) return;
    const times = `${(beside.seconds / seconds).toFixed(2)} × as long, ${(beside.cpu / cpu).toFixed(2)} × the processor`;
    row(`restic ${name}`, beside.seconds, `${beside.cpu.toFixed(2)} s of processor; ${times}`);
  };
  compare("put", "put", [source], ["backup", source]);
  compare("put again, unchanged", "put", [source], ["backup", source]);
  compare("check, all data", "check", [], ["check", "--read-data"]);
  compare(
    "restore",
    "restore",
    [join(folder, "out")],
    ["restore", "latest", "--target", join(folder, "out of restic")],
  );
  console.log(`kept: Candor ${mib(ours)} MiB, restic ${installed ? mib(theirs) : "-"} MiB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Two hundred photos, four videos, two thousand texts for each gibibyte. */
function makeTree(source: string, mebibytes: number): { readonly bytes: number; readonly files: number } {
  const words = Array.from({ length: 5000 }, () =>
    randomBytes(4)
      .toString("hex")
      .slice(0, 2 + Math.floor(Math.random() * 7)),
  );
  const share = mebibytes / 1024;
  let [bytes, files] = [0, 0];
  const write = (name: string, content: Uint8Array) => {
    mkdirSync(join(source, name, ".."), { recursive: true });
    writeFileSync(join(source, name), content);
    bytes += content.length;
    files++;
  };
  for (let n = 0; n < 200 * share; n++)
    write(`photos/${n % 12}/IMG_${n}.jpg`, randomBytes(2_000_000 + (n % 7) * 300_000));
  for (let n = 0; n < 2000 * share; n++) {
    const text = Array.from(
      { length: 2000 + (n % 50) * 200 },
      () => words[Math.floor(Math.random() * words.length)],
    ).join(" ");
    write(`texts/${n % 40}/note ${n}.txt`, Buffer.from(text));
  }
  const rest = (mebibytes * 2 ** 20 - bytes) / 4;
  for (let n = 0; n < 4; n++) {
    mkdirSync(join(source, "videos"), { recursive: true });
    const file = openSync(join(source, "videos", `${n}.mp4`), "w");
    let left = rest;
    for (; left > 0; left -= 2 ** 22) writeSync(file, randomBytes(2 ** 22));
    closeSync(file);
    bytes += rest - left;
    files++;
  }
  return { bytes, files };
}

/** Seconds to read everything once in pieces of a mebibyte, hash and seal it, with Node's and libsodium's own code. */
async function floor(source: string): Promise<number> {
  await sodium.ready;
  const key = randomBytes(32);
  const piece = Buffer.alloc(2 ** 20);
  const began = performance.now();
  for (const name of readdirSync(source, { recursive: true, encoding: "utf8" })) {
    const path = join(source, name);
    if (!statSync(path).isFile()) continue;
    const file = openSync(path, "r");
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      const bytes = piece.subarray(0, read);
      createHash("sha256").update(bytes).digest();
      sodium.crypto_onetimeauth(createCipheriv("aes-256-ctr", key, randomBytes(16)).update(bytes), key);
    }
    closeSync(file);
  }
  return (performance.now() - began) / 1000;
}

function mib(path: string): string {
  if (!existsSync(path)) return "-";
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => statSync(join(path, name)));
  return (names.reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0) / 2 ** 20).toFixed(0);
}
