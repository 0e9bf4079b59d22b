import { FormatError } from "../core/errors.ts";
import { shownName } from "./apk-names.ts";
import type { ApkEntry, ApkZip } from "./apk-zip.ts";
import type { MarkSink } from "./tamper-mark.ts";
import type { ZipCodec } from "./zip.ts";

/** How the bytes of an entry can differ from what is told of them. */
export type EntryDataMark = "method-lies" | "size-lies" | "checksum-differs";

/** An entry, unpacked; `refusal`: why Android would not extract it, `resourceOnly`: what it would take it as all the same. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  readonly packing: "stored" | "deflated";
  readonly refusal?: string;
  readonly resourceOnly?: string;
}

/** Deflate makes at most 1,032 bytes of one. */
const mostFromByte = 1032;
/** What is unpacked in vain stays in memory for a while: one of this size in a file is enough. */
const largeBytes = 32 * 1024 * 1024;

/**
 * Unpacks an entry by the method of the table of contents: of an unknown one as Android's resources are read, as stored,
 * unless only deflate makes sense of it ("BadPack").
 *
 * @param data gives so many of the entry's bytes, from their start.
 * @throws FormatError where it cannot be unpacked, or breaks a limit.
 */
export async function unpack(
  apk: ApkZip,
  entry: ApkEntry,
  data: (length: number) => Promise<Uint8Array>,
  codec: ZipCodec,
  marks: MarkSink<EntryDataMark>,
): Promise<Unpacked> {
  const { method, name, size, packedSize } = entry;
  const limit = Math.min(apk.limits.maxEntryBytes, apk.budget.left);
  const spent = <T extends Unpacked>(unpacked: T): T => {
    apk.budget.left -= unpacked.bytes.length;
    return unpacked;
  };
  const stored = async (): Promise<Unpacked> => {
    if (Math.min(size, packedSize) > limit) throw tooLarge(entry);
    // Android takes the unpacked size; where that cannot be, the packed one is what is left.
    const bytes = size > limit ? await data(packedSize) : await data(size).catch(() => data(packedSize));
    return spent({ bytes, packing: "stored" });
  };
  if (method === 0) return checked(await stored(), entry, codec, marks);
  if (method === 8)
    return checked(spent(await inflated(apk, entry, await data(packedSize), codec)), entry, codec, marks);
  const resourceOnly = `Android takes the unknown method ${method} for stored, and only in resources and the manifest`;
  if (size === packedSize) return { ...checked(await stored(), entry, codec, marks), resourceOnly };
  const tried = await inflated(apk, entry, await data(packedSize), codec).catch(() => undefined);
  if (tried && tried.bytes.length === size) {
    marks.add("method-lies", `it is deflated, and says method ${method}`, name);
    const refusal = `Android does not unpack the unknown method ${method}`;
    return { ...checked(spent(tried), entry, codec, marks), refusal };
  }
  return { ...checked(await stored(), entry, codec, marks), resourceOnly };
}

async function inflated(apk: ApkZip, entry: ApkEntry, packed: Uint8Array, codec: ZipCodec): Promise<Unpacked> {
  const limit = Math.min(apk.limits.maxEntryBytes, apk.budget.left);
  const most = Math.min(packed.length * mostFromByte, limit);
  const told = Math.min(entry.size, most);
  const attempt = async (maxBytes: number) => {
    if (maxBytes > largeBytes && apk.budget.bombed)
      throw new FormatError(
        "apk",
        `${shownName(entry.name)} is left out: it or another large entry lies about its size`,
      );
    try {
      return await codec.inflateRaw(packed, maxBytes);
    } catch {
      apk.budget.bombed ||= maxBytes > largeBytes;
      return undefined;
    }
  };
  const bytes = await attempt(told);
  if (bytes) return { bytes, packing: "deflated" };
  const more = told < most ? await attempt(most) : undefined;
  if (!more) {
    if (entry.size > limit) throw tooLarge(entry);
    throw new FormatError("apk", `${shownName(entry.name)} cannot be unpacked: it is damaged, encrypted or too large`);
  }
  if (more.length > more.buffer.byteLength / 2) return { bytes: more, packing: "deflated" };
  // A copy, so that the room that was made for more is let go.
  const copy = more.slice();
  codec.letGo?.(more);
  return { bytes: copy, packing: "deflated" };
}

function checked(unpacked: Unpacked, entry: ApkEntry, codec: ZipCodec, marks: MarkSink<EntryDataMark>): Unpacked {
  const { bytes } = unpacked;
  if (bytes.length === entry.size) {
    // Android does not look at it.
    if (codec.crc32(bytes) !== entry.crc32)
      marks.add("checksum-differs", "its bytes do not match its checksum", entry.name);
    return unpacked;
  }
  const refusal = `it unpacks to ${bytes.length} bytes, where the table of contents tells ${entry.size}`;
  marks.add("size-lies", refusal, entry.name);
  return { ...unpacked, refusal };
}

function tooLarge(entry: ApkEntry): FormatError {
  return new FormatError("apk", `${shownName(entry.name)} unpacks to more bytes than the limit`);
}
