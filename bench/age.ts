// What sealing and opening one large file costs, beside Debian's `age`.
//
//   npm run bench age [MIB] [ROUNDS]
//
// The file (1024 MiB of random bytes when left out) lies in the temporary folder. Each program runs as a process of its own, so that its start is
// counted, Candor's with compiled modules kept as its command line keeps them; they take turns, and the median of their rounds counts.
import { randomFillSync } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { open as openFile } from "node:fs/promises";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, type Timed, timed } from "./timed.ts";

const here = fileURLToPath(import.meta.url);
const [mode, ...rest] = process.argv.slice(2);

if (mode === "--seal") await seal(...(rest as [string, string, string]));
else if (mode === "--open") await open(...(rest as [string, string, string, string]));
else await compare(Number(mode ?? 1024), Number(rest[0] ?? 5));

async function seal(recipient: string, from: string, to: string): Promise<void> {
  const [{ encryptAge }, { filePieces }] = await modules();
  await writeTo(to, encryptAge(filePieces(from), [recipient]));
}

async function open(identity: string, recipient: string, from: string, to: string): Promise<void> {
  const [{ decryptAge }, { filePieces }, { x25519Identity }] = await modules();
  await writeTo(to, decryptAge(filePieces(from), [x25519Identity(identity, recipient)]));
}

async function modules() {
  enableCompileCache(join(tmpdir(), "candor-bench-compiled"));
  return await Promise.all([
    import("../src/vault/age-stream.ts"),
    import("../src/vault/file-pieces.ts"),
    import("../src/vault/x25519-identity.ts"),
  ]);
}

async function writeTo(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const { writePieces } = await import("../src/vault/file-pieces.ts");
  const file = await openFile(path, "w");
  await writePieces(file.fd, pieces);
  await file.close();
  process.stdout.write(String(process.resourceUsage().maxRSS));
}

async function compare(mib: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "candor-bench-age-"));
  const { newSealKey } = await import("../src/vault/age.ts");
  try {
    const { identity, recipient } = await newSealKey();
    const [plain, file, back, key] = ["plain", "file.age", "back", "key"].map((name) => join(folder, name)) as [
      ...[string, string, string, string],
    ];
    writeFileSync(key, `${identity}\n`);
    fill(plain, mib);
    const own = (...args: string[]) => run(process.execPath, [here, ...args], args.at(-1) ?? "");
    const age = (...args: string[]) => run("age", args, args[args.indexOf("-o") + 1] ?? "");
    const rows: readonly (readonly [string, () => Timed, () => Timed])[] = [
      ["seal to a file", () => own("--seal", recipient, plain, file), () => age("-r", recipient, "-o", file, plain)],
      [
        "seal to /dev/null",
        () => own("--seal", recipient, plain, "/dev/null"),
        () => age("-r", recipient, "-o", "/dev/null", plain),
      ],
      [
        "open to a file",
        () => own("--open", identity, recipient, file, back),
        () => age("-d", "-i", key, "-o", back, file),
      ],
      [
        "open to /dev/null",
        () => own("--open", identity, recipient, file, "/dev/null"),
        () => age("-d", "-i", key, "-o", "/dev/null", file),
      ],
    ];
    console.log(`${mib} MiB, ${rounds} rounds   candor MiB/s   age MiB/s   ratio   of processor   candor MB of memory`);
    for (const [name, ours, theirs] of rows) {
      const runs = Array.from({ length: rounds }, () => [ours(), theirs()] as const);
      const middle = (which: 0 | 1, what: "seconds" | "cpu") => median(runs.map((each) => each[which][what]));
      const memory = Math.max(...runs.map(([{ output }]) => Number(output))) / 1024;
      const ratio = (what: "seconds" | "cpu") => (middle(1, what) / middle(0, what)).toFixed(2);
      const speed = (which: 0 | 1) => (mib / middle(which, "seconds")).toFixed(0);
      console.log(
        `${name.padEnd(22)} ${speed(0).padStart(10)} ${speed(1).padStart(11)} ${ratio("seconds").padStart(7)} ${ratio("cpu").padStart(14)} ${memory.toFixed(0).padStart(16)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each writes a new file: age does not write over one that is there, and to empty one takes time. */
function run(program: string, args: readonly string[], written: string): Timed {
  if (written !== "/dev/null") rmSync(written, { force: true });
  const ran = timed(program, args);
  if (ran === null) throw new Error(`${program} is not installed`);
  return ran;
}

function fill(path: string, mib: number): void {
  const file = openSync(path, "w");
  const block = new Uint8Array(1 << 20);
  for (let i = 0; i < mib; i++) writeSync(file, randomFillSync(block));
  closeSync(file);
}
