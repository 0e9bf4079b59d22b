// What looking into the DEX of apps costs, beside inflating them with node:zlib, which no reader can do without, and beside dexdump.
//
//   npm run bench dex [runs] [APK…]
//
// All in one process over the same files: the fastest of the runs, which other work on the machine disturbs least, and apart from it the first,
// with cold code. Without files: the shared apps and those of the npm packages that tests use. dexdump runs once for each file.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { compileMatcher, scan } from "../src/formats/aho-corasick.ts";
import { compileSignatures, findSignatures } from "../src/formats/class-tree.ts";
import { type Dex, readDex } from "../src/formats/dex.ts";
import { checksumMarks } from "../src/formats/dex-checksum.ts";
import { eachType, findMethods } from "../src/formats/dex-classes.ts";
import { invokes } from "../src/formats/dex-code.ts";
import { joinRanges, stringData } from "../src/formats/dex-strings.ts";
import { openZip } from "../src/formats/zip.ts";

const shared = join(import.meta.dirname, "../../shared");
const folders = [
  join(shared, "apks"),
  ...["android-apidemos", "io.appium.settings", "appium-uiautomator2-server"].map((name) =>
    join(import.meta.dirname, "../node_modules", name, "apks"),
  ),
];

/** A deflated DEX entry and its size. */
interface Packed {
  readonly bytes: Uint8Array;
  readonly method: number;
  readonly size: number;
}

interface Step {
  readonly name: string;
  readonly run: () => number;
}

async function packedDex(path: string): Promise<Packed[]> {
  const file = readFileSync(path);
  const read = async (offset: number, length: number) => file.subarray(offset, offset + length);
  const { entries } = await openZip({ size: file.length, read });
  return [...entries.values()]
    .filter(({ name }) => /^classes([2-9]|[1-9][0-9]+)?\.dex$/.test(name))
    .map(({ offset, packedSize, method, size }) => {
      const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
      return { bytes: file.subarray(start, start + packedSize), method, size };
    });
}

function inflate({ bytes, method, size }: Packed): Uint8Array {
  return method === 0 ? bytes : inflateRawSync(bytes, { chunkSize: Math.max(size, 64), maxOutputLength: size });
}

/** Names of hosts and beginnings of keys: what string data is searched for. */
function literals(): { text: string; ignoreCase: boolean }[] {
  const exodus = exodusTrackers().flatMap((tracker) => tracker.network_signature.replaceAll("\\.", ".").split("|"));
  const domains = Object.keys(
    (
      JSON.parse(readFileSync(join(shared, "feeds/adguard-companies/trackers.json"), "utf8")) as {
        trackerDomains: object;
      }
    ).trackerDomains,
  );
  const hosts = [...new Set([...exodus, ...domains])].filter((host) => /^[\w.-]{4,}$/.test(host));
  return [
    ...hosts.map((text) => ({ text, ignoreCase: true })),
    ...["AIza", "AKIA", "-----BEGIN", "http://", "https://", "sk_live_"].map((text) => ({ text, ignoreCase: false })),
  ];
}

function exodusTrackers(): { code_signature: string; network_signature: string }[] {
  return Object.values(JSON.parse(readFileSync(join(shared, "feeds/exodus/trackers.json"), "utf8")).trackers);
}

async function main(runs: number, files: readonly string[]): Promise<void> {
  const apps = (await Promise.all(files.map(packedDex))).filter((entries) => entries.length > 0);
  const bytes = apps.flat().map(inflate);
  const dexes: (readonly Dex[])[] = apps.map((entries) => entries.flatMap((entry) => readDex(inflate(entry))));
  const all = dexes.flat();
  const builds = performance.now();
  const signatures = compileSignatures(exodusTrackers().map((tracker) => tracker.code_signature));
  const between = performance.now();
  const wanted = literals();
  const literal = performance.now();
  const matcher = compileMatcher(wanted);
  const built = performance.now();
  const ranges = dexes.flatMap((app) => app.map((dex) => ({ dex, ranges: joinRanges([stringData(dex)]) })));
  const loaders = new Map([
    ["Ljava/lang/System;", new Set(["load", "loadLibrary"])],
    ["Ldalvik/system/DexClassLoader;", new Set<string>()],
  ]);
  const size = bytes.reduce((sum, each) => sum + each.length, 0);
  const strings = ranges.flatMap((each) => each.ranges).reduce((sum, { start, end }) => sum + end - start, 0);
  const steps: Step[] = [
    { name: "floor: inflate", run: () => apps.flat().reduce((sum, entry) => sum + inflate(entry).length, 0) },
    { name: "headers, tables, map", run: () => bytes.reduce((sum, each) => sum + readDex(each).length, 0) },
    {
      name: "all type names visited",
      run: () => all.reduce((sum, dex) => sum + eachType(dex, () => undefined).visited, 0),
    },
    {
      name: "tracker signatures",
      run: () => dexes.reduce((sum, app) => sum + findSignatures(signatures, app).types, 0),
    },
    {
      name: `${wanted.length} literals in strings`,
      run: () => {
        let hits = 0;
        for (const { dex, ranges: each } of ranges)
          for (const { start, end } of each)
            scan(matcher, dex.bytes, start, end, () => {
              hits++;
              return true;
            });
        return hits;
      },
    },
    {
      name: "calls of code loaders",
      run: () =>
        all.reduce((sum, dex) => {
          const methods = findMethods(dex, loaders).map(({ index }) => index);
          return sum + (methods.length > 0 ? invokes(dex, methods).callers.size : 0);
        }, 0),
    },
    { name: "Adler-32", run: () => all.reduce((sum, dex) => sum + checksumMarks(dex).length, 0) },
  ];
  console.log(
    `${apps.length} apps, ${all.length} DEX, ${mega(size)} MB, of it ${mega(strings)} MB strings; ` +
      `signatures made ready in ${(between - builds).toFixed(0)} ms, ${wanted.length} literals in ${(built - literal).toFixed(0)} ms`,
  );
  report(steps, runs, size, strings);
  dexdump(files, size);
}

function report(steps: readonly Step[], runs: number, size: number, strings: number): void {
  let floor = 0;
  for (const { name, run } of steps) {
    const times = Array.from({ length: runs + 1 }, () => {
      const before = performance.now();
      run();
      return performance.now() - before;
    });
    const first = times.shift() ?? 0;
    const time = Math.min(...times);
    floor ||= time;
    const scanned = name.endsWith("strings") ? strings : size;
    console.log(
      `${name.padEnd(26)} ${time.toFixed(1).padStart(7)} ms  ${(time / floor).toFixed(3)} × floor  ` +
        `${(scanned / time / 1000).toFixed(0).padStart(6)} MB/s  first ${first.toFixed(1).padStart(6)} ms`,
    );
  }
  console.log(`memory at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

function dexdump(files: readonly string[], size: number): void {
  const before = performance.now();
  for (const file of files) {
    const { error } = spawnSync("dexdump", [file], { stdio: "ignore" });
    if (error) {
      console.log("dexdump is not installed");
      return;
    }
  }
  const time = performance.now() - before;
  console.log(
    `${"dexdump, inflating too".padEnd(26)} ${time.toFixed(1).padStart(7)} ms  ${(size / time / 1000).toFixed(0)} MB/s`,
  );
}

function mega(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

const given = process.argv.slice(3);
const found = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith(".apk"));
await main(Number(process.argv[2] ?? 7), given.length > 0 ? given : found);
