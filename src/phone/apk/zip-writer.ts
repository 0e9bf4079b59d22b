import { crc32 } from "../../formats/crc32.ts";
import { ByteWriter } from "./byte-writer.ts";

/** What a header of a zip says of an entry. */
export interface ZipHeader {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

/** One entry to be written. */
export interface ZipItem {
  /** With `/`; as bytes where it is to be no UTF-8. */
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array;
  /** Not deflated, and then aligned. */
  readonly stored?: boolean;
  /** To which multiple stored content begins: 4, or pages for native libraries that are mapped. */
  readonly alignment?: number;
  /** What the header before the content says other than the truth. */
  readonly local?: Partial<ZipHeader>;
  /** What the table of contents says other than the truth. */
  readonly central?: Partial<ZipHeader & { readonly offset: number }>;
}

/** What the end record says other than the truth. */
export interface ZipEndLies {
  readonly entries?: number;
  readonly directorySize?: number;
  readonly directoryOffset?: number;
  /** Behind the record, counted in it. */
  readonly comment?: Uint8Array;
}

/** DOS date 1980-01-01 00:00, so that the same content gives the same file. */
const dosTime = 0x0021_0000;
const utf8Flag = 0x0800;
/** The extra field in which apksigner and zipalign hide their padding. */
const alignmentField = 0xd935;

/**
 * Writes a zip as the build tools of Android do: deflated entries without descriptors, stored entries aligned by an extra field in
 * their local header.
 *
 * @throws RangeError for what needs zip64.
 * APPNOTE.TXT 6.3.10 §4.3.7, §4.3.12, §4.3.16.
 */
export async function writeZip(items: readonly ZipItem[], lies: ZipEndLies = {}): Promise<Uint8Array<ArrayBuffer>> {
  const file = new ByteWriter();
  const directory = new ByteWriter();
  for (const item of items) {
    const packed = item.stored === true ? item.bytes : await deflateRaw(item.bytes);
    const truth: ZipHeader = {
      name: typeof item.name === "string" ? new TextEncoder().encode(item.name) : item.name,
      flags: utf8Flag,
      method: item.stored === true ? 0 : 8,
      crc: crc32(item.bytes),
      packedSize: packed.length,
      size: item.bytes.length,
    };
    const offset = file.length;
    const local = { ...truth, ...item.local };
    const extra = item.stored === true ? alignment(offset + 30 + local.name.length, item.alignment ?? 4) : noExtra;
    file.u32(0x04034b50);
    writeHeader(file, local).u16(extra.length).bytes(local.name, extra, packed);
    const central = { ...truth, offset, ...item.central };
    directory.u32(0x02014b50).u16(20);
    writeHeader(directory, central).u16(0, 0, 0, 0).u32(0, central.offset).bytes(central.name);
  }
  if (items.length > 0xffff || file.length + directory.length > 0xffff_fffe)
    throw new RangeError("a zip without zip64 holds at most 65,535 entries and 4 GiB");
  const entries = lies.entries ?? items.length;
  const comment = lies.comment ?? noExtra;
  const start = file.length;
  file.bytes(directory.done()).u32(0x06054b50).u16(0, 0, entries, entries);
  file.u32(lies.directorySize ?? directory.length, lies.directoryOffset ?? start);
  return file.u16(comment.length).bytes(comment).done();
}

const noExtra = new Uint8Array();

/** The fields that both kinds of header share, from the version needed to the length of the name. */
function writeHeader(to: ByteWriter, { flags, method, crc, packedSize, size, name }: ZipHeader): ByteWriter {
  return to.u16(20, flags, method).u32(dosTime, crc, packedSize, size).u16(name.length);
}

/** An extra field after which the content begins at a multiple of `to`. */
function alignment(offset: number, to: number): Uint8Array {
  const padding = (to - ((offset + 6) % to)) % to;
  return new ByteWriter()
    .u16(alignmentField, 2 + padding, to)
    .bytes(new Uint8Array(padding))
    .done();
}

/** Deflates with what browsers and Node share. */
async function deflateRaw(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
