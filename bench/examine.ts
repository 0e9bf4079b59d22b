// Time and memory from start to report for one bug report, beside the least that any reader needs: inflating and decoding it once.
//
//   npm run bench examine [bug report] [runs]
//
// Each run is a process of its own, as a person starts it, with the cache of compiled modules that bin/candor.mjs keeps; the first run of
// each step fills it and is not counted. Medians are printed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";

const here = fileURLToPath(import.meta.url);
const captured = join(import.meta.dirname, "../../shared/captures/a9-emulator-gphone/bugreport.zip");

/** What one process measured: milliseconds of the work alone, of the whole process, and the most memory in MB. */
interface Run {
  readonly work: number;
  readonly process: number;
  readonly memory: number;
}

const steps: Readonly<Record<string, (path: string) => Promise<void>>> = {
  /** Every entry inflated and decoded, nothing else. */
  async floor(path) {
    const { openZip } = await import("../src/formats/zip.ts");
    const { memoryFile } = await import("../src/device/file.ts");
    const file = memoryFile(readFileSync(path));
    const { entries } = await openZip(file);
    let length = 0;
    for (const { method, offset, packedSize } of entries.values()) {
      const { buffer, byteOffset } = await file.read(offset, 30);
      const header = new DataView(buffer, byteOffset);
      const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
      const packed = await file.read(start, packedSize);
      length += new TextDecoder().decode(method === 0 ? packed : inflateRawSync(packed)).length;
    }
    if (length === 0) throw new Error("nothing was decoded");
  },
  /** Opened and indexed. */
  async open(path) {
    const { openInput } = await import("../src/device/open.ts");
    await (await openInput(path)).close();
  },
  /** Opened, all facts read, all checks judged. */
  async examine(path) {
    const { openInput } = await import("../src/device/open.ts");
    const { examine } = await import("../src/centre/examine.ts");
    const dataFolder = mkdtempSync(join(tmpdir(), "candor-bench-"));
    const source = await openInput(path);
    const { report } = await examine(source, { dataFolder });
    await source.close();
    rmSync(dataFolder, { recursive: true });
    if (report.outcomes.length === 0) throw new Error("no check was answered");
  },
};

/** In the child: one step, measured. */
async function measure(step: string, path: string): Promise<void> {
  const before = performance.now();
  await steps[step]?.(path);
  const now = performance.now();
  const memory = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ work: now - before, process: now, memory }));
}

/** In the parent: a step in `runs` processes, the median of each number. */
function medianOf(step: string, path: string, runs: number): Run {
  const all = Array.from({ length: runs + 1 }, () => {
    const child = spawnSync(process.execPath, [here, "--step", step, path], { encoding: "utf8" });
    if (child.status !== 0) throw new Error(`${step}: ${child.stderr}`);
    return JSON.parse(child.stdout) as Run;
  }).slice(1);
  const median = (key: keyof Run) => all.map((run) => run[key]).sort((a, b) => a - b)[runs >> 1] ?? Number.NaN;
  return { work: median("work"), process: median("process"), memory: median("memory") };
}

function main(path: string, runs: number): void {
  if (!existsSync(path)) throw new Error(`${path} is not there: name a bug report`);
  const floor = medianOf("floor", path, runs);
  const row = (name: string, { work, process, memory }: Run) =>
    console.log(
      `${name.padEnd(8)} ${work.toFixed(0).padStart(6)} ms  ${(work / floor.work).toFixed(2).padStart(5)} × floor` +
        `  ${process.toFixed(0).padStart(6)} ms whole process  ${(process / floor.process).toFixed(2).padStart(5)} × floor  ${memory.toFixed(0).padStart(5)} MB`,
    );
  row("floor", floor);
  row("open", medianOf("open", path, runs));
  row("examine", medianOf("examine", path, runs));
}

enableCompileCache(join(tmpdir(), `candor-bench-${process.getuid?.() ?? 0}`));
if (process.argv[2] === "--step") await measure(process.argv[3] ?? "", process.argv[4] ?? "");
else main(process.argv[2] ?? captured, Number(process.argv[3] ?? 7));
