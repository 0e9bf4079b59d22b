import { DeviceError } from "../core/errors.ts";
import type { Output, Source } from "../core/source.ts";
import type { PhonePackage } from "./phone-packages.ts";

/** An APK on a phone, as `stat` tells it. */
export interface PhoneApk {
  readonly path: string;
  readonly size: number;
  /** Seconds since 1970 of the last change. */
  readonly mtime: number;
}

/** The files of a package, the base first; or why they are not known. */
export interface PackageFiles {
  readonly apks: readonly PhoneApk[];
  readonly reason: string | null;
}

/** Paths in one command, and characters of them: ADB carries 64 KiB. */
const mostPaths = 150;
const mostCharacters = 24_000;
/** Files of one package; an app has some dozen splits at most. */
const mostFiles = 300;
const timeoutMs = 60_000;
const maxBytes = 8 * 1024 * 1024;

/** Some of a package's folder may be no APK at all; `2>&1` so that what cannot be read is told in its place. */
const statApks =
  'for d; do if [ -d "$d" ]; then stat -c "%s %Y %n" "$d"/*.apk; else stat -c "%s %Y %n" "$d"; fi 2>&1; done; echo end';
const pathsOf = 'for p; do echo "= $p"; pm path "$p" 2>&1; done; echo end';

/**
 * Finds the APKs of packages, base and splits, with size and time of change: one process on the phone for each package, in few commands.
 *
 * @throws DeviceError where the phone is gone or stopped.
 */
export async function findApks(
  source: Source,
  packages: readonly PhonePackage[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<PhonePackage, PackageFiles>> {
  const found = new Map<PhonePackage, PackageFiles>();
  const named = packages.filter(({ path }) => path !== null && isPlain(path));
  const told = await statAll(
    source,
    named.map(({ path }) => path ?? ""),
    signal,
  );
  for (const each of named) found.set(each, filesAt(each.path ?? "", told));
  // Where the folder cannot be listed, or the dump names none, the package manager itself is asked.
  const rest = packages.filter((each) => (found.get(each)?.apks.length ?? 0) === 0);
  const paths = await askPaths(
    source,
    rest.map(({ name }) => name),
    signal,
  );
  const again = await statAll(source, [...paths.values()].flat(), signal);
  for (const each of rest) {
    const own = paths.get(each.name) ?? [];
    const apks = own.flatMap((path) => filesAt(path, again).apks);
    const first = own[0] ?? each.path;
    const reason =
      (first && again.reasons.get(first)) ?? found.get(each)?.reason ?? "the phone does not tell where its files lie";
    found.set(each, { apks, reason: apks.length > 0 ? null : reason });
  }
  return found;
}

/** Size and time of files again: those that are other than before, or gone, are missing in the answer. */
export async function unchanged(
  source: Source,
  apks: readonly PhoneApk[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const now = await statAll(
    source,
    apks.map(({ path }) => path),
    signal,
  );
  const same = ({ path, size, mtime }: PhoneApk) => {
    const apk = now.files.get(path);
    return apk?.size === size && apk.mtime === mtime;
  };
  return new Set(apks.filter(same).map(({ path }) => path));
}

/** What can be asked for in lines and be told apart in the answer. */
function isPlain(path: string): boolean {
  return path.startsWith("/") && path.length < 4000 && !/[\p{Cc}\ud800-\udfff]/u.test(path);
}

interface Stats {
  /** By path. */
  readonly files: ReadonlyMap<string, PhoneApk>;
  readonly byFolder: ReadonlyMap<string, readonly PhoneApk[]>;
  /** What the phone said instead, by the path it was asked for. */
  readonly reasons: ReadonlyMap<string, string>;
}

async function statAll(source: Source, paths: readonly string[], signal: AbortSignal | undefined): Promise<Stats> {
  const files = new Map<string, PhoneApk>();
  const byFolder = new Map<string, PhoneApk[]>();
  const reasons = new Map<string, string>();
  for (const batch of batches(paths)) {
    const lines = await linesOf(source, ["sh", "-c", statApks, "sh", ...batch], signal);
    for (const line of lines) {
      const [, size, mtime, path] = /^(\d{1,15}) (\d{1,12}) (\/.*)$/.exec(line) ?? [];
      if (size !== undefined && path !== undefined) {
        const apk = { path, size: Number(size), mtime: Number(mtime) };
        const folder = path.slice(0, path.lastIndexOf("/"));
        files.set(path, apk);
        byFolder.set(folder, [...(byFolder.get(folder) ?? []), apk].slice(0, mostFiles));
        continue;
      }
      const asked = batch.find((each) => line.includes(`'${each}'`) || line.includes(`'${each}/`));
      const missing = /not found|inaccessible/.test(line) ? batch : asked === undefined ? [] : [asked];
      for (const each of missing) reasons.set(each, line.slice(0, 200));
    }
  }
  return { files, byFolder, reasons };
}

function filesAt(path: string, { files, byFolder, reasons }: Stats): PackageFiles {
  const itself = files.get(path);
  const apks = itself ? [itself] : (byFolder.get(path) ?? []).filter((each) => each.path.endsWith(".apk"));
  const rank = (apk: PhoneApk) => (splitName(apk.path) === null ? 0 : 1);
  const sorted = [...apks].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  return { apks: sorted, reason: sorted.length > 0 ? null : (reasons.get(path) ?? null) };
}

/** The split that a file of this name holds: `split_config.de.apk`; null for the base. */
export function splitName(path: string): string | null {
  return /\/split_([^/]{1,200})\.apk$/.exec(path)?.[1] ?? null;
}

async function askPaths(
  source: Source,
  names: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const batch of batches(names.filter((name) => /^[\w.-]{1,255}$/.test(name)))) {
    let current: string[] = [];
    for (const line of await linesOf(source, ["sh", "-c", pathsOf, "sh", ...batch], signal)) {
      if (line.startsWith("= ")) {
        current = [];
        if (batch.includes(line.slice(2))) found.set(line.slice(2), current);
      } else if (line.startsWith("package:/") && isPlain(line.slice(8)) && current.length < mostFiles)
        current.push(line.slice(8));
    }
  }
  return found;
}

/** Lines of an answer that has to be whole; none where the phone refuses the command. */
async function linesOf(
  source: Source,
  command: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  let output: Output;
  try {
    output = await source.run(command, { timeoutMs, maxBytes, signal });
  } catch (error) {
    if (
      error instanceof DeviceError &&
      (error.code === "refused" || error.code === "absent" || error.code === "too-large")
    )
      return [];
    throw error;
  }
  const lines = new TextDecoder().decode(output.stdout).split(/\r?\n/);
  const end = lines.lastIndexOf("end");
  return end < 0 ? [] : lines.slice(0, end);
}

/** Arguments in groups that a command line holds. */
export function* batches(all: readonly string[]): Generator<readonly string[]> {
  let batch: string[] = [];
  let characters = 0;
  for (const each of all) {
    const length = new TextEncoder().encode(each).length + 10;
    if (batch.length > 0 && (batch.length >= mostPaths || characters + length > mostCharacters)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(each);
    characters += length;
  }
  if (batch.length > 0) yield batch;
}
