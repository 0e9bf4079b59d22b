// What looking into whole apps costs, beside the least that any reader needs, and beside the tools that are installed.
//
//   npm run bench apps [APK…]
//
// Without files: the shared apps, those of the npm packages that tests use, and one of 126 MB with 88 DEX that is made for this. The floor
// is SHA-256 over the file and inflating its DEX with node:zlib, and nothing else. Candor's analysis is the whole of `candor apps scan`:
// record, trackers, endpoints, all signatures verified. Times of tools hold their start; processor time tells more on a busy machine.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";
import { openApkZip } from "../src/formats/apk-zip.ts";
import { makeLargeApp } from "./large-app.ts";

const here = fileURLToPath(import.meta.url);
const root = join(import.meta.dirname, "..");
const candor = join(root, "bin/candor.mjs");
const rounds = 12;

/** Seconds on the clock, seconds of processors, MB at most; undefined where it cannot be told. */
interface Cost {
  readonly wall: number;
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
}

/** SHA-256 of the file, and its DEX inflated. */
async function floor(path: string): Promise<void> {
  const file = openSync(path, "r");
  try {
    const chunk = new Uint8Array(1 << 20);
    const hash = createHash("sha256");
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
    hash.digest();
    const at = (offset: number, length: number) => {
      const bytes = Buffer.allocUnsafe(length);
      readSync(file, bytes, 0, length, offset);
      return bytes;
    };
    const { entries } = await openApkZip({ size: statSync(path).size, read: async (...place) => at(...place) });
    for (const { name, offset, packedSize, method, size } of entries) {
      if (!/^classes\d*\.dex$/.test(name)) continue;
      const head = at(offset, 30);
      const packed = at(offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), packedSize);
      if (method === 8)
        inflateRawSync(packed, { chunkSize: Math.max(size + 1, 64), maxOutputLength: Math.max(size, 1) });
    }
  } finally {
    closeSync(file);
  }
}

/** In a child: floor and analysis in turns, on warm code; of each file the round that other work disturbed least. */
async function beside(paths: readonly string[], only: string): Promise<void> {
  const { scanFile } = await import("../src/centre/scan-file.ts");
  const { loadAnalysis } = await import("../src/centre/app-analysis.ts");
  const analyse = await loadAnalysis(join(tmpdir(), "candor-bench-no-lists"));
  const steps: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
    floor,
    candor: async (path) => {
      const answer = await scanFile({ path, size: statSync(path).size, known: [] }, analyse, []);
      if (answer.state !== "read") throw new Error(`${path}: ${JSON.stringify(answer)}`);
    },
  };
  const best: Record<string, { wall: number; cpu: number }> = {};
  for (const [name, step] of Object.entries(steps)) {
    if (only !== "both" && name !== only) continue;
    const least = paths.map(() => ({ wall: Number.POSITIVE_INFINITY, cpu: Number.POSITIVE_INFINITY }));
    for (let round = 0; round < rounds; round++)
      for (const [n, path] of paths.entries()) {
        const [before, used] = [performance.now(), process.cpuUsage()];
        await step(path);
        const { user, system } = process.cpuUsage(used);
        const file = least[n] as { wall: number; cpu: number };
        file.wall = Math.min(file.wall, (performance.now() - before) / 1000);
        file.cpu = Math.min(file.cpu, (user + system) / 1e6);
      }
    const sum = (of: "wall" | "cpu") => least.reduce((total, file) => total + file[of], 0);
    best[name] = { wall: sum("wall"), cpu: sum("cpu") };
  }
  process.stdout.write(JSON.stringify({ best, memory: process.resourceUsage().maxRSS / 1024 }));
}

function measureBeside(paths: readonly string[], only: string): Readonly<Record<string, Cost>> {
  const child = spawnSync(process.execPath, [here, "--beside", only, ...paths], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(child.stderr);
  const { best, memory } = JSON.parse(child.stdout) as { best: Record<string, Cost>; memory: number };
  return Object.fromEntries(Object.entries(best).map(([name, cost]) => [name, { ...cost, memory }]));
}

const timer = existsSync("/usr/bin/time") ? "/usr/bin/time" : undefined;

/** Runs a program once for each list of arguments; undefined when it is not installed. What it says of the files does not matter. */
function run(command: string, each: readonly (readonly string[])[]): Cost | undefined {
  const total = { wall: 0, cpu: 0, memory: 0 };
  for (const args of each) {
    const before = performance.now();
    const line = timer ? [timer, "-f", "\n%U %S %M", command, ...args] : [command, ...args];
    const child = spawnSync(line[0] as string, line.slice(1), {
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (child.error || child.status === 127) return undefined;
    total.wall += (performance.now() - before) / 1000;
    const [user = Number.NaN, system = Number.NaN, kilobytes = Number.NaN] =
      child.stderr.trimEnd().split("\n").at(-1)?.split(" ").map(Number) ?? [];
    total.cpu += user + system;
    total.memory = Math.max(total.memory, kilobytes / 1024);
  }
  return timer ? total : { wall: total.wall, cpu: undefined, memory: undefined };
}

/** The tools of others, each with what it has to be told; `unpacked` are the DEX of the files, for those that cannot unpack. */
function tools(
  paths: readonly string[],
  unpacked: readonly string[],
  folder: string,
): (readonly [string, Cost | undefined])[] {
  const one = (command: string, args: (path: string) => string[]) => run(command, paths.map(args));
  const rules = join(folder, "trackers.yar");
  const database = join(folder, "one.hdb");
  const python = (module: string, code: string) =>
    run("python3", [["-c", `import ${module}`]]) && moduleThere(module)
      ? run(
          "python3",
          paths.map((path) => ["-c", code, path]),
        )
      : undefined;
  return [
    ["sha256sum, one process for all", run("sha256sum", [paths])],
    ["aapt dump badging", one("aapt", (path) => ["dump", "badging", path])],
    ["apksigner verify", one("apksigner", (path) => ["verify", "--print-certs", "--min-sdk-version", "24", path])],
    ["dexdump", one("dexdump", (path) => [path])],
    [
      `yara, ${writeRules(rules)} rules, on unpacked DEX`,
      run(
        "yara",
        unpacked.map((path) => ["-w", rules, path]),
      ),
    ],
    [
      "clamscan with one signature",
      writeDatabase(database) &&
        one("clamscan", (path) => ["-d", database, "--max-filesize=1G", "--max-scansize=2G", path]),
    ],
    ["androguard", python("androguard", "import sys; from androguard.misc import AnalyzeAPK; AnalyzeAPK(sys.argv[1])")],
    [
      "exodus-core",
      python(
        "exodus_core",
        "import sys; from exodus_core.analysis.static_analysis import StaticAnalysis as S; S(sys.argv[1]).print_apk_infos()",
      ),
    ],
  ];
}

function moduleThere(name: string): boolean {
  return spawnSync("python3", ["-c", `import ${name}`]).status === 0;
}

/** One rule for each tracker of Exodus' list that has a code signature, as the expression that Exodus searches for. */
function writeRules(path: string): number {
  const list = join(root, "../shared/feeds/exodus/trackers.json");
  const { trackers } = JSON.parse(readFileSync(list, "utf8")) as {
    trackers: Record<string, { code_signature: string }>;
  };
  const rules = Object.entries(trackers).flatMap(([id, { code_signature: signature }]) => {
    const parts = signature.split("|").filter((part) => part.length > 3);
    const strings = parts.map((part, n) => `$s${n} = /${part.replaceAll("/", "\\/")}/`);
    return parts.length === 0 ? [] : [`rule t${id} { strings: ${strings.join(" ")} condition: any of them }`];
  });
  writeFileSync(path, rules.join("\n"));
  return rules.length;
}

function writeDatabase(path: string): true {
  writeFileSync(path, `${"0".repeat(32)}:1:Nothing\n`);
  return true;
}

/** Writes the DEX of all files, one folder a file. */
async function unpackDex(paths: readonly string[], folder: string): Promise<string[]> {
  const written: string[] = [];
  for (const [n, path] of paths.entries()) {
    const bytes = readFileSync(path);
    const zip = await openApkZip({ size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) });
    for (const { name, offset, packedSize, method } of zip.entries) {
      if (!/^classes\d*\.dex$/.test(name)) continue;
      const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
      const packed = bytes.subarray(start, start + packedSize);
      mkdirSync(join(folder, String(n)), { recursive: true });
      written.push(join(folder, String(n), name));
      writeFileSync(written.at(-1) as string, method === 8 ? inflateRawSync(packed) : packed);
    }
  }
  return written;
}

function ownFiles(): string[] {
  const packages = ["android-apidemos", "io.appium.settings", "appium-uiautomator2-server"];
  return [join(root, "../shared/apks"), ...packages.map((name) => join(root, "node_modules", name, "apks"))]
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
    .filter((path) => path.endsWith(".apk"));
}

/** The table of some files, first in one process, then as commands. */
async function table(title: string, paths: readonly string[], folder: string): Promise<void> {
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  const dex = await unpackDex(paths, mkdtempSync(join(folder, "dex-")));
  const code = dex.reduce((sum, path) => sum + statSync(path).size, 0);
  console.log(
    `\n${title}: ${(bytes / 1e6).toFixed(1)} MB, of it ${dex.length} DEX that unpack to ${(code / 1e6).toFixed(1)} MB`,
  );
  console.log(`${"".padEnd(46)}   wall s    cpu s  × floor      MB`);
  const { floor: least, candor: own } = measureBeside(paths, "both");
  if (!least || !own) return;
  const row = (name: string, cost: Cost | undefined, copies = 1) => {
    const number = (value: number | undefined, digits: number) =>
      (value === undefined || Number.isNaN(value) ? "–" : value.toFixed(digits)).padStart(9);
    const times =
      cost &&
      `${number(cost.wall, 3)}${number(cost.cpu, 3)}${number(cost.cpu && cost.cpu / copies / (least.cpu ?? 1), 2)}`;
    console.log(`${name.padEnd(46)}${cost ? `${times}${number(cost.memory, 0)}` : "  not installed"}`);
  };
  row("floor, on warm code in one process", { ...least, memory: measureBeside(paths, "floor")["floor"]?.memory });
  row("Candor, on warm code in the same process", { ...own, memory: measureBeside(paths, "candor")["candor"]?.memory });
  const scan = (jobs: number, files: readonly string[]) => [
    candor,
    "apps",
    "scan",
    "--ndjson",
    "--jobs",
    String(jobs),
    ...files,
  ];
  row("candor apps scan", run(process.execPath, [scan(1, paths)]));
  // A worker takes a while to start and to become fast: what several bring shows with more files.
  const copies = paths.length > 1 ? 6 : 2;
  const corpus = Array.from({ length: copies }, () => paths).flat();
  for (const jobs of new Set([1, 2, availableParallelism()]))
    row(
      `the same ${copies} times: candor apps scan --jobs ${jobs}`,
      run(process.execPath, [scan(jobs, corpus)]),
      copies,
    );
  if (paths.length > 1)
    row(
      "candor apps scan, one process a file",
      run(
        process.execPath,
        paths.map((path) => scan(1, [path])),
      ),
    );
  for (const [name, cost] of tools(paths, dex, folder)) row(name, cost);
}

async function main(given: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "candor-bench-"));
  try {
    if (given.length > 0) return await table(given.map((path) => basename(path)).join(", "), given, folder);
    const paths = ownFiles();
    await table(`${paths.length} apps`, paths, folder);
    await table("one large app", [await makeLargeApp(folder, paths)], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const args = process.argv.slice(2);
if (args[0] === "--beside") await beside(args.slice(2), args[1] ?? "both");
else await main(args);
