// Put, check and restore of a mixed tree, beside Debian's restic and beside reading, hashing and sealing it once.
//
//   npm run bench vault [MIB] [ROUNDS]
//
// Both programs take turns, each time with a vault and a target of their own, and the median of their rounds counts: whatever else the machine does
// falls on both. Seconds of processor are those of all threads.
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
import { poly1305 } from "../src/vault/poly1305.ts";
import { median, type Timed, timed } from "./timed.ts";

const size = Number(process.argv[2] ?? 1024);
const rounds = Number(process.argv[3] ?? 3);
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

  const candor = (vault: string, verb: string, ...args: readonly string[]) =>
    timed(process.execPath, [join(import.meta.dirname, "vault-run.ts"), verb, vault, ...args], env);
  const restic = (vault: string, ...args: readonly string[]) =>
    timed("restic", ["-r", vault, "--no-cache", ...args], env);
  const at = (round: number, name: string) => join(folder, `${round} ${name}`);
  const verbs = [
    ["put", (v: string) => candor(v, "put", source), (v: string) => restic(v, "backup", source)],
    ["put again, unchanged", (v: string) => candor(v, "put", source), (v: string) => restic(v, "backup", source)],
    ["check, all data", (v: string) => candor(v, "check"), (v: string) => restic(v, "check", "--read-data")],
    [
      "restore",
      (v: string) => candor(v, "restore", `${v} out`),
      (v: string) => restic(v, "restore", "latest", "--target", `${v} out`),
    ],
  ] as const;
  const runs = verbs.map(() => ({ ours: [] as Timed[], theirs: [] as Timed[] }));
  let kept = "";
  for (let round = 0; round < rounds; round++) {
    const [mine, other] = [at(round, "candor"), at(round, "restic")];
    // Both by Candor: restic would choose a cheaper derivation of the key on a busy machine, and each open would differ by that.
    for (const vault of [mine, other]) candor(vault, "init");
    const installed = restic(other, "cat", "config") !== null;
    for (const [verb, [, ours, theirs]] of verbs.entries()) {
      const [first, second] = [ours(mine), installed ? theirs(other) : null];
      if (first) runs[verb]?.ours.push(first);
      if (second) runs[verb]?.theirs.push(second);
    }
    kept = `kept: Candor ${mib(mine)} MiB, restic ${installed ? mib(other) : "-"} MiB`;
    for (const each of [mine, other, `${mine} out`, `${other} out`]) rmSync(each, { recursive: true, force: true });
  }
  for (const [verb, [name]] of verbs.entries()) {
    const { ours = [], theirs = [] } = runs[verb] ?? {};
    const middle = (of: readonly Timed[], what: "seconds" | "cpu") => median(of.map((each) => each[what]));
    const megabytes = Math.max(...ours.map(({ output }) => (JSON.parse(output) as { megabytes: number }).megabytes));
    const [seconds, cpu] = [middle(ours, "seconds"), middle(ours, "cpu")];
    const floors = `${(seconds / natively).toFixed(1)} × the floor`;
    row(`Candor ${name}`, seconds, `${cpu.toFixed(2)} s of processor, ${megabytes.toFixed(0)} MB, ${floors}`);
    if (theirs.length === 0) continue;
    const [long, work] = [middle(theirs, "seconds"), middle(theirs, "cpu")];
    const times = `${(long / seconds).toFixed(2)} × as long, ${(work / cpu).toFixed(2)} × the processor`;
    row(`restic ${name}`, long, `${work.toFixed(2)} s of processor; ${times}`);
  }
  console.log(kept);
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

/** Seconds to read everything once in pieces of a mebibyte, hash and seal it, with OpenSSL's own code. */
async function floor(source: string): Promise<number> {
  const begin = await poly1305();
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
      const code = begin(key);
      code.update(createCipheriv("aes-256-ctr", key, randomBytes(16)).update(bytes));
      code.final();
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
