// The apps of a phone, looked into without pulling them: bytes that come from the phone beside the bytes of its APKs, for the first look and
// for the second one. The phone is the virtual one, behind the real ADB protocol over TCP on this computer; its APKs lie on the disk.
//
//   npm run bench apps [--apps 250] [--gigabytes 2] [--no-icons]
//
// Every app has an icon, of the kinds that real ones are of, its files far from one another; without them, what they cost is seen.
// What the APKs hold is assumed, and printed: shares of code, resources and the rest decide how much has to be read.

import { randomFillSync } from "node:crypto";
import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { deflateRawSync } from "node:zlib";
import { loadEngines } from "../src/centre/app-engines.ts";
import { type InspectOptions, inspectApps } from "../src/centre/inspect-apps.ts";
import type { Source } from "../src/core/source.ts";
import { openTcpPhone } from "../src/device/adb-tcp.ts";
import { nodeCodec, openFile } from "../src/device/file.ts";
import { readApkEntry } from "../src/formats/apk-entry.ts";
import { openApkZip } from "../src/formats/apk-zip.ts";
import { signerRing } from "../src/phone/apk/signer-ring.ts";
import { type IconSpec, writeApk } from "../src/phone/apk/write-apk.ts";
import type { ZipItem } from "../src/phone/apk/zip-writer.ts";
import { iconFor } from "../src/phone/models/app-icons.ts";
import { createPhone, type VirtualPhone } from "../src/phone/models/index.ts";
import { packageApk } from "../src/phone/models/package-apk.ts";
import { startPhone } from "../src/phone/start.ts";

const { apps, gigabytes, icons } = parseArgs({
  options: {
    apps: { type: "string", default: "250" },
    gigabytes: { type: "string", default: "2" },
    icons: { type: "boolean", default: true },
  },
  allowNegative: true,
  // Files are for the other benchmark of this name.
  allowPositionals: true,
}).values;
const wanted = { apps: Number(apps), bytes: Number(gigabytes) * 1e9 };

/** What the APKs are made of: shares of a file's bytes, packed as they lie in it. */
const assumed = {
  systemShare: 2 / 3,
  /** DEX of apps on /data: from the first to the second. */
  code: [0.2, 0.3],
  /** Resource table. */
  resources: 0.015,
  /** Bytes of a file for each entry of its table of contents. */
  perEntry: 10_000,
} as const;

const root = join(import.meta.dirname, "..");
const random = randomFillSync(new Uint8Array(64 * 1024 * 1024));
let seed = 42;
/** The same phone each time. */
function chance(): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
}

/** DEX of real apps, with what they take when they are packed. */
async function realDex(): Promise<readonly { readonly bytes: Uint8Array; readonly packed: number }[]> {
  const files = [
    "android-apidemos/apks/ApiDemos-debug.apk",
    "io.appium.settings/apks/settings_apk-debug.apk",
    "appium-uiautomator2-server/apks/appium-uiautomator2-server-v10.6.6.apk",
    "appium-uiautomator2-server/apks/appium-uiautomator2-server-debug-androidTest.apk",
  ];
  const found: { bytes: Uint8Array; packed: number }[] = [];
  for (const name of files) {
    const path = join(root, "node_modules", name);
    if (!existsSync(path)) continue;
    const file = await openFile(path);
    const zip = await openApkZip(file);
    for (const entry of zip.entries) {
      if (!entry.name.endsWith(".dex")) continue;
      const bytes = (await readApkEntry(zip, entry, nodeCodec)).bytes.slice();
      found.push({ bytes, packed: deflateRawSync(bytes).length });
    }
    await file.close();
  }
  if (found.length === 0) throw new Error("The development dependencies with APKs are not installed.");
  return found.sort((a, b) => b.packed - a.packed);
}

/** Replaces the APKs of a phone by large ones on the disk; gives the bytes of all. */
async function plantLargeApks(
  phone: VirtualPhone,
  folder: string,
): Promise<{ bytes: number; user: number; code: number }> {
  const { state } = phone;
  const all = [...state.packages.values()];
  const users = Math.round(wanted.apps * (1 - assumed.systemShare));
  const plain = all.filter(({ splits }) => splits === undefined);
  const onData = plain.filter(({ apk }) => apk.startsWith("/data/"));
  const onImage = plain.filter(({ apk }) => !apk.startsWith("/data/"));
  // The model has few apps of its owner's: the rest are apps of the image that were updated, which lie there as well.
  for (const [n, pkg] of onImage.splice(-Math.max(users - onData.length, 0)).entries()) {
    const path = `/data/app/~~updated${n}==/${pkg.name}-x==`;
    const updated = { ...pkg, path, apk: `${path}/base.apk` };
    onData.push(updated);
    state.packages.set(pkg.name, updated);
  }
  const chosen = [...onData.slice(0, users), ...onImage.slice(0, wanted.apps - users)];
  for (const { name } of all) if (!chosen.some((each) => each.name === name)) state.packages.delete(name);
  const weights = chosen.map(() => Math.exp(chance() * 4));
  const perWeight = wanted.bytes / weights.reduce((sum, each) => sum + each, 0);
  const pool = await realDex();
  const signers = signerRing();
  const made = { bytes: 0, user: 0, code: 0 };
  for (const [n, pkg] of chosen.entries()) {
    const size = Math.round((weights[n] ?? 1) * perWeight);
    const isUser = pkg.apk.startsWith("/data/");
    const files: Record<string, Uint8Array> = {};
    let left = size;
    const add = (name: string, bytes: Uint8Array, packed = bytes.length) => {
      files[name] = bytes;
      left -= packed;
    };
    if (isUser) {
      let code = size * (assumed.code[0] + chance() * (assumed.code[1] - assumed.code[0]));
      for (let i = 2, dex = pick(pool, code); dex; dex = pick(pool, code), i++) {
        add(`classes${i}.dex`, dex.bytes, dex.packed);
        code -= dex.packed;
        made.code += dex.packed;
      }
    }
    const entries = Math.floor(size / assumed.perEntry);
    for (let i = 0; i < entries; i++) add(`res/drawable-xxhdpi-v4/image_${i}_of_the_app.png`, bulk(400 + (i % 600)));
    const texts = Math.floor((size * assumed.resources) / 60);
    const strings = Object.fromEntries(
      Array.from({ length: texts }, (_, i) => [`text_${i}`, `The text with the number ${i}.`]),
    );
    left -= texts * 60;
    for (let i = 0; left > 0; i++) add(`lib/arm64-v8a/lib${i}.so`, bulk(Math.min(left, 32 * 1024 * 1024)));
    const signer = await signers({ commonName: `Signer ${pkg.signature}` });
    const dex = isUser ? [{ classes: [`${/^[\w.]+$/.test(pkg.name) ? pkg.name : "com.example"}.Main`] }] : [];
    const icon = icons ? iconFor(pkg.name, pkg.label, false).base : null;
    const spec = { ...packageApk(pkg), files, strings, signer, icon, tamper: scattered(icon) };
    const bytes = await writeApk({ ...spec, dex: dex.length > 0 ? dex : (spec.dex ?? []) });
    const path = join(folder, `${n}.apk`);
    writeFileSync(path, bytes);
    made.bytes += bytes.length;
    if (isUser) made.user += bytes.length;
    const body = {
      size: bytes.length,
      open: (offset: number) => createReadStream(path, { start: offset, highWaterMark: 256 * 1024 }),
    };
    state.files.plant(pkg.apk, { mode: 0o644, mtime: pkg.timeStamp, body });
  }
  return made;
}

/** Puts the files of an icon anywhere among the others, so that no two of them come with one read. */
function scattered(icon: IconSpec | null) {
  const names = new Set(Object.keys(icon?.files ?? {}));
  return (items: readonly ZipItem[]): readonly ZipItem[] => {
    const isIcon = ({ name }: ZipItem) => names.has(String(name));
    const others = items.filter((item) => !isIcon(item));
    for (const item of items.filter(isIcon)) others.splice(Math.floor(chance() * others.length), 0, item);
    return others;
  };
}

function bulk(length: number): Uint8Array {
  const from = Math.floor(chance() * (random.length - length));
  return random.subarray(from, from + length);
}

/** The largest that fits, more or less. */
function pick<T extends { readonly packed: number }>(pool: readonly T[], room: number): T | undefined {
  return pool.find(({ packed }) => packed <= room && packed > 4096);
}

function counted(source: Source): { readonly source: Source; bytes: number; commands: number } {
  const counter = {
    bytes: 0,
    commands: 0,
    source: {
      ...source,
      run: async (command: readonly string[], limits: Parameters<Source["run"]>[1]) => {
        counter.commands++;
        const output = await source.run(command, limits);
        counter.bytes += output.stdout.length + output.stderr.length;
        return output;
      },
    },
  };
  return counter;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "candor-bench-"));
  try {
    const phone = createPhone("hyperos");
    const made = await plantLargeApks(phone, folder);
    const listener = await startPhone(phone);
    const source = await openTcpPhone({
      address: `127.0.0.1:${listener.port}`,
      keys: { ownKey: join(folder, "adbkey") },
      takenAt: Date.now(),
    });
    console.log(
      `assumed  ${phone.state.packages.size} apps, ${mb(made.bytes)} MB of APKs; two thirds of the apps are of the system image; of the others ` +
        `${((100 * made.code) / made.user).toFixed(0)} % is DEX (of real apps, ${mb(made.code)} MB of ${mb(made.user)} MB), ` +
        `the rest native code and assets; resource tables ${assumed.resources * 100} %; an entry for each ${assumed.perEntry / 1000} kB`,
    );
    const options: InspectOptions = { dataFolder: folder, engines: await loadEngines(folder, []) };
    for (const name of ["first look", "second look"]) {
      const counter = counted(source);
      const before = performance.now();
      const { apps } = await inspectApps(counter.source, options);
      const seconds = (performance.now() - before) / 1000;
      const depths = Object.groupBy(apps, ({ depth }) => depth);
      console.log(
        `${name.padEnd(12)} ${mb(counter.bytes).padStart(8)} MB of ${mb(made.bytes)} MB: ${((100 * counter.bytes) / made.bytes).toFixed(2)} %, ` +
          `${counter.commands} commands, ${seconds.toFixed(1)} s with the phone's own work; ` +
          `code ${depths.code?.length ?? 0}, signer ${depths.signer?.length ?? 0}, not read ${depths.none?.length ?? 0}; ` +
          `icons ${apps.filter(({ icon }) => icon).length}`,
      );
      const odd = apps.filter(({ unread, tampering }) => unread.length + tampering.length > 0);
      for (const each of odd.slice(0, 3))
        console.log(`             ${each.package}: ${[...each.unread, ...each.tampering].slice(0, 2).join(" ")}`);
    }
    console.log(
      `most memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, the phone and the making of its APKs among it`,
    );
    await source.close();
    await listener.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

await main();
