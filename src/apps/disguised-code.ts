import { FormatError } from "../core/errors.ts";
import { locateApkEntry } from "../formats/apk-entry.ts";
import type { ApkEntry, ApkZip } from "../formats/apk-zip.ts";
import { dexKind } from "../formats/dex.ts";
import { inflateStart } from "../formats/inflate-start.ts";

/** An entry that begins as code does and is not named so. */
export interface DisguisedCode {
  readonly entry: string;
  /** `archive`: a ZIP, which can hold anything; `native`: a program or library for the processor. */
  readonly kind: "dex" | "compact-dex" | "optimised-dex" | "native" | "archive";
  readonly size: number;
}

/** What was found, and whether all that could be such were looked at. */
export interface DisguisedEntries {
  readonly found: readonly DisguisedCode[];
  readonly complete: boolean;
}

const maxLooked = 2500;
const maxFound = 200;
/** No code that does anything is smaller. */
const smallest = 512;
/** Outside of the folders where code is put, only files of this size are looked at: thousands of small ones are data of libraries. */
const largeElsewhere = 16 * 1024;
/** In front of the first bytes stand the tables of a deflated block, which take up to some 300. */
const packedStart = 512;
const usualFolder = /^(?:assets|lib|res\/raw|META-INF)\/|^[^/]+$/;
const namedAsCode = /\.(?:dex|so|jar|apk|xapk|apks|apkm|aar|zip|obb|ja|wgt|so\.\d+)$/i;
const wellKnown =
  /^(?:AndroidManifest\.xml|resources\.arsc|META-INF\/[^/]+\.(?:SF|MF|RSA|DSA|EC|version|kotlin_module))$/;

/** Looks at the first bytes of entries that could hold code under another name. Reads some hundred bytes of each. */
export async function findDisguised(zip: ApkZip, signal?: AbortSignal): Promise<DisguisedEntries> {
  const found: DisguisedCode[] = [];
  let looked = 0;
  let complete = true;
  for (const entry of zip.byName.values()) {
    if (!isCandidate(entry)) continue;
    if (looked++ >= maxLooked || found.length >= maxFound) return { found, complete: false };
    if (looked % 100 === 0) signal?.throwIfAborted();
    try {
      const kind = kindOf(await startOf(zip, entry));
      if (kind) found.push({ entry: entry.name, kind, size: entry.size });
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      complete = false;
    }
  }
  return { found, complete };
}

function isCandidate({ name, size }: ApkEntry): boolean {
  if (size < smallest || namedAsCode.test(name) || wellKnown.test(name)) return false;
  return size >= largeElsewhere || usualFolder.test(name);
}

async function startOf(zip: ApkZip, entry: ApkEntry): Promise<Uint8Array> {
  const { dataOffset } = await locateApkEntry(zip, entry);
  const most = entry.method === 8 ? packedStart : 8;
  const held = Math.min(
    most,
    Math.max(entry.method === 8 ? entry.packedSize : entry.size, 0),
    zip.file.size - dataOffset,
  );
  if (held <= 0) return new Uint8Array();
  const bytes = await zip.file.read(dataOffset, held);
  return entry.method === 8 ? inflateStart(bytes, 8) : bytes;
}

function kindOf(bytes: Uint8Array): DisguisedCode["kind"] | undefined {
  const begins = (...wanted: readonly number[]) => wanted.every((byte, i) => bytes[i] === byte);
  if (begins(0x7f, 0x45, 0x4c, 0x46)) return "native";
  if (begins(0x50, 0x4b, 3, 4)) return "archive";
  return dexKind(bytes);
}
