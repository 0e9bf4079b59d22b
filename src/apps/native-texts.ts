import { FormatError } from "../core/errors.ts";
import type { ApkEntry } from "../formats/apk-zip.ts";
import { elfSection } from "../formats/elf-section.ts";
import type { ApkContents } from "./apk-contents.ts";
import { nativeLibraries } from "./asset-texts.ts";

/** Bytes that are read of all libraries of a file, of one that is packed, and of the read-only data of one. */
const budgetBytes = 3 * 1024 * 1024;
const mostPacked = 512 * 1024;
const mostUnpacked = 2 * 1024 * 1024;
const mostData = 1536 * 1024;

/**
 * Gives what native libraries of one processor keep as read-only data, where compilers put texts, for files of which reading is dear: of those that lie
 * in the file as they are only that part is read, packed ones are read whole while they are small. The small ones first. What is not given was
 * not read.
 */
export async function eachNativeText(
  contents: ApkContents,
  signal: AbortSignal | undefined,
  visit: (entry: string, bytes: Uint8Array) => void,
): Promise<void> {
  let left = budgetBytes;
  for (const entry of nativeLibraries(contents.zip)) {
    signal?.throwIfAborted();
    try {
      const bytes = entry.method === 0 ? await dataOf(contents, entry, left) : await wholeOf(contents, entry, left);
      if (bytes === undefined) continue;
      left -= entry.method === 0 ? bytes.length : entry.packedSize;
      visit(entry.name, bytes);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
    }
  }
}

async function wholeOf(contents: ApkContents, entry: ApkEntry, left: number): Promise<Uint8Array | undefined> {
  if (entry.packedSize > Math.min(mostPacked, left) || entry.size > mostUnpacked) return undefined;
  return await contents.read(entry);
}

/** The read-only data of a library that is not packed. */
async function dataOf({ zip }: ApkContents, entry: ApkEntry, left: number): Promise<Uint8Array | undefined> {
  if (entry.refusal !== undefined || entry.packedSize !== entry.size) return undefined;
  const { file } = zip;
  const header = await file.read(entry.offset, 30);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(0, true) !== 0x04034b50) return undefined;
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.size > file.size) return undefined;
  const data = await elfSection((at, length) => file.read(start + at, length), entry.size, ".rodata");
  const length = data.end - data.start;
  return length > Math.min(mostData, left) ? undefined : await file.read(start + data.start, length);
}
