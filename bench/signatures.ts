// Verifying the signatures of APKs, beside the least that any verifier must do: SHA-256 over the file.
//
//   npm run bench signatures [APK…]
//
// One process per file, as a person starts it, and one process for all files; medians. Without arguments the APKs of the development
// dependencies and of ../shared/apks, and one of 126 MB with random content, made and signed with v2 for this.
import { spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(import.meta.url);
const runs = 3;
const root = join(import.meta.dirname, "..");

/** What is measured in a process of its own. */
const steps: Readonly<Record<string, (paths: readonly string[]) => Promise<void>>> = {
  /** SHA-256 of the file, 1 MiB at a time. */
  async floor(paths) {
    const chunk = new Uint8Array(1 << 20);
    for (const path of paths) {
      const file = openSync(path, "r");
      const hash = createHash("sha256");
      for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
        hash.update(chunk.subarray(0, read));
      hash.digest();
      closeSync(file);
    }
  },
  /** All schemes, as Androids 7 to 17 see them. */
  async candor(paths) {
    await verify(paths, false);
  },
  /** The same, and SHA-256 of the file in the same pass. */
  async both(paths) {
    await verify(paths, true);
  },
};

async function verify(paths: readonly string[], whole: boolean): Promise<void> {
  const { openFile, nodeCodec } = await import("../src/device/file.ts");
  const { nodeCrypto } = await import("../src/device/node-crypto.ts");
  const { openApkZip } = await import("../src/formats/apk-zip.ts");
  const { readSigningBlock } = await import("../src/formats/apk-signing-block.ts");
  const { verifyApkSignatures } = await import("../src/formats/apk-signature.ts");
  for (const path of paths) {
    const file = await openFile(path, true);
    const apk = await openApkZip(file);
    const block = await readSigningBlock(apk.file, apk.end);
    await verifyApkSignatures(apk, block, nodeCrypto, { codec: nodeCodec, fileDigests: whole ? ["sha256"] : [] });
    await file.close();
  }
}

interface Run {
  readonly work: number;
  readonly process: number;
  readonly memory: number;
}

/** In the child: one step, with cold code, as a person waits for it. */
async function measure(step: string, paths: readonly string[]): Promise<void> {
  const before = performance.now();
  await steps[step]?.(paths);
  const now = performance.now();
  process.stdout.write(
    JSON.stringify({ work: now - before, process: now, memory: process.resourceUsage().maxRSS / 1024 }),
  );
}

function ofProcess(step: string, paths: readonly string[]): Run {
  const all = Array.from({ length: runs + 1 }, () => {
    const child = spawnSync(process.execPath, [here, "--step", step, ...paths], { encoding: "utf8" });
    if (child.status !== 0) throw new Error(`${step}: ${child.stderr}`);
    return JSON.parse(child.stdout) as Run;
  }).slice(1);
  return { work: median(all, "work"), process: median(all, "process"), memory: median(all, "memory") };
}

function median(all: readonly Run[], key: keyof Run): number {
  return all.map((run) => run[key]).sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
}

/** Milliseconds of a program, undefined where it is missing; its verdict is not looked at. */
function ofTool(command: string, paths: readonly string[], each: boolean): number | undefined {
  const times = Array.from({ length: each ? 3 : 1 }, () => {
    const before = performance.now();
    for (const path of paths) {
      const { error } = spawnSync(
        command,
        command === "apksigner" ? ["verify", "--min-sdk-version", "24", path] : [path],
      );
      if (error) return undefined;
    }
    return performance.now() - before;
  });
  return times.some((time) => time === undefined)
    ? undefined
    : (times as number[]).sort((a, b) => a - b)[times.length >> 1];
}

/** An APK of 126 MB of random bytes, signed with v2 by a key made here. */
function largeApk(folder: string): string {
  const content = randomBytes(126_000_000);
  const name = Buffer.from("assets/random");
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt32LE(content.length, 20);
  entry.writeUInt32LE(content.length, 24);
  entry.writeUInt16LE(name.length, 28);
  const before = Buffer.concat([local, name, content]);
  const directory = Buffer.concat([entry, name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(before.length, 16);
  const block = signingBlock([before, directory, end]);
  end.writeUInt32LE(before.length + block.length, 16);
  const path = join(folder, "large-126MB.apk");
  writeFileSync(path, Buffer.concat([before, block, directory, end]));
  return path;
}

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
const field = (...parts: Uint8Array[]) => {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(content.length), content]);
};

function signingBlock(sections: readonly Uint8Array[]): Uint8Array {
  const chunks = sections.flatMap((section) =>
    Array.from({ length: Math.ceil(section.length / (1 << 20)) }, (_, i) => section.subarray(i << 20, (i + 1) << 20)),
  );
  const digests = chunks.map((chunk) =>
    createHash("sha256").update(Uint8Array.of(0xa5)).update(u32(chunk.length)).update(chunk).digest(),
  );
  const digest = createHash("sha256")
    .update(Uint8Array.of(0x5a))
    .update(u32(digests.length))
    .update(Buffer.concat(digests))
    .digest();
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = publicKey.export({ type: "spki", format: "der" });
  const data = Buffer.concat([field(field(u32(0x0201), field(digest))), field(field(certificate(key))), field()]);
  const signature = sign("sha256", data, privateKey);
  const value = field(field(field(data), field(field(u32(0x0201), field(signature))), field(key)));
  const u64 = (number: number) => Buffer.concat([u32(number), u32(0)]);
  const size = value.length + 12 + 24;
  const pair = Buffer.concat([u64(value.length + 4), u32(0x7109871a), value]);
  return Buffer.concat([u64(size), pair, u64(size), Buffer.from("APK Sig Block 42")]);
}

/** The least certificate that holds this key; nobody checks who signed it. */
function certificate(key: Uint8Array): Uint8Array {
  const der = (tag: number, ...parts: Uint8Array[]): Uint8Array => {
    const content = Buffer.concat(parts);
    const head =
      content.length < 0x80 ? [tag, content.length] : [tag, 0x82, content.length >> 8, content.length & 0xff];
    return Buffer.concat([Uint8Array.from(head), content]);
  };
  const algorithm = Buffer.from("300a06082a8648ce3d040302", "hex");
  const time = der(0x17, Buffer.from("240101000000Z"));
  const body = der(0x30, der(0x02, Uint8Array.of(1)), algorithm, der(0x30), der(0x30, time, time), der(0x30), key);
  return der(0x30, body, algorithm, der(0x03, new Uint8Array(1)));
}

function ownFiles(folder: string): readonly string[] {
  const packages = ["android-apidemos", "io.appium.settings", "appium-uiautomator2-server"];
  const folders = [...packages.map((name) => join(root, "node_modules", name, "apks")), join(root, "../shared/apks")];
  const found = folders
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
    .filter((path) => path.endsWith(".apk"));
  return [...found, largeApk(folder)];
}

function main(given: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), "candor-bench-"));
  try {
    const paths = given.length > 0 ? given : ownFiles(folder);
    const row = (cells: readonly (string | number | undefined)[]) =>
      console.log(cells.map((cell, i) => show(cell).padStart(i === 0 ? 46 : 12)).join(""));
    row(["milliseconds of work, one process per file", "MB", "SHA-256", "Candor", "+ SHA-256", "process", "apksigner"]);
    for (const path of paths) {
      const size = readFileSync(path).length / 1e6;
      const [floor, candor, both] = ["floor", "candor", "both"].map((step) => ofProcess(step, [path])) as [
        Run,
        Run,
        Run,
      ];
      const times = [floor.work, candor.work, both.work, candor.process, ofTool("apksigner", [path], true)];
      row([basename(path), size.toFixed(1), ...times]);
    }
    const [floor, candor, both] = ["floor", "candor", "both"].map((step) => ofProcess(step, paths)) as [Run, Run, Run];
    const times = [floor.work, candor.work, both.work, candor.process, ofTool("apksigner", paths, false)];
    row(["all in one process (apksigner: one each)", "", ...times]);
    console.log(`most memory: SHA-256 ${show(floor.memory)} MB, Candor ${show(candor.memory)} MB`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function show(cell: string | number | undefined): string {
  return typeof cell === "number" ? cell.toFixed(1) : (cell ?? "missing");
}

const args = process.argv.slice(2);
if (args[0] === "--step") {
  enableCompileCache(join(tmpdir(), "candor-bench-compile-cache"));
  await measure(args[1] ?? "", args.slice(2));
} else main(args);
