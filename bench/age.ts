// What sealing and opening one large file costs, beside Debian's `age`.
//
//   npm run bench age [MIB]
//
// The file (1024 MiB of random bytes when left out) lies in the temporary folder. Each program runs as a process of its own, so that its start is
// counted; the rounds alternate, and the quickest of each counts, which other work disturbed least.
import { spawnSync } from "node:child_process";
import { randomFillSync } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { open as openFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newSealKey } from "../src/vault/age.ts";
import { decryptAge, encryptAge } from "../src/vault/age-stream.ts";
import { filePieces, writePieces } from "../src/vault/file-pieces.ts";
import { x25519Identity } from "../src/vault/x25519-identity.ts";

const here = fileURLToPath(import.meta.url);
const rounds = 3;
const [mode, ...rest] = process.argv.slice(2);

if (mode === "--seal") await seal(...(rest as [string, string, string]));
else if (mode === "--open") await open(...(rest as [string, string, string, string]));
else await compare(Number(mode ?? 1024));

async function seal(recipient: string, from: string, to: string): Promise<void> {
  await writeTo(to, encryptAge(filePieces(from), [recipient]));
}

async function open(identity: string, recipient: string, from: string, to: string): Promise<void> {
  await writeTo(to, decryptAge(filePieces(from), [x25519Identity(identity, recipient)]));
}

async function writeTo(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await openFile(path, "w");
  await writePieces(file.fd, pieces);
  await file.close();
  process.stdout.write(String(process.resourceUsage().maxRSS));
}

async function compare(mib: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "candor-bench-age-"));
  try {
    const { identity, recipient } = await newSealKey();
    const [plain, file, back, key] = ["plain", "file.age", "back", "key"].map((name) => join(folder, name)) as [
      ...[string, string, string, string],
    ];
    writeFileSync(key, `${identity}\n`);
    fill(plain, mib);
    const own =
      (...args: string[]) =>
      () =>
        timed(process.execPath, [here, ...args]);
    const rows: readonly (readonly [string, () => Run, () => Run])[] = [
      [
        "seal to a file",
        own("--seal", recipient, plain, file),
        () => timed("age", ["-r", recipient, "-o", file, plain]),
      ],
      [
        "seal to /dev/null",
        own("--seal", recipient, plain, "/dev/null"),
        () => timed("sh", ["-c", `age -r ${recipient} '${plain}' >/dev/null`]),
      ],
      [
        "open to a file",
        own("--open", identity, recipient, file, back),
        () => timed("age", ["-d", "-i", key, "-o", back, file]),
      ],
      [
        "open to /dev/null",
        own("--open", identity, recipient, file, "/dev/null"),
        () => timed("sh", ["-c", `age -d -i '${key}' '${file}' >/dev/null`]),
      ],
    ];
    console.log(`${mib} MiB           candor MiB/s   age MiB/s   ratio   candor MB of memory`);
    for (const [name, ours, theirs] of rows) {
      const runs = Array.from({ length: rounds }, () => [ours(), theirs()] as const);
      const best = (which: 0 | 1) => Math.min(...runs.map((run) => run[which].seconds));
      const memory = Math.max(...runs.map(([run]) => run.memory));
      const [us, them] = [mib / best(0), mib / best(1)];
      console.log(
        `${name.padEnd(20)} ${us.toFixed(0).padStart(9)} ${them.toFixed(0).padStart(11)} ${(us / them).toFixed(2).padStart(7)} ${(memory / 1024).toFixed(0).padStart(12)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly seconds: number;
  /** KB at most; 0 for other programs. */
  readonly memory: number;
}

function timed(program: string, args: readonly string[]): Run {
  // Each writes a new file: age does not write over one that is there, and to empty one takes time.
  const target = args[args.indexOf("-o") + 1] ?? "";
  const written = args.includes("-o") ? target : (args.at(-1) ?? "");
  if (program !== "sh" && written !== "/dev/null") rmSync(written, { force: true });
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  return { seconds: (performance.now() - start) / 1000, memory: Number(stdout) || 0 };
}

function fill(path: string, mib: number): void {
  const file = openSync(path, "w");
  const block = new Uint8Array(1 << 20);
  for (let i = 0; i < mib; i++) writeSync(file, randomFillSync(block));
  closeSync(file);
}
