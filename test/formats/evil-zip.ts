import { crc32, deflateRawSync } from "node:zlib";

/** Numbers of a header that can be made to lie. */
export interface HeaderFields {
  signature: number;
  flags: number;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  nameLength: number;
  extraLength: number;
}

/** One entry of a zip to be written, with the truth and the lies. */
export interface EvilEntry {
  name: string | Uint8Array;
  content: Uint8Array;
  /** How it is packed in truth. */
  packing?: 0 | 8;
  central?: Partial<HeaderFields & { offset: number; commentLength: number }>;
  local?: Partial<HeaderFields>;
  localName?: string | Uint8Array;
  centralExtra?: Uint8Array;
  localExtra?: Uint8Array;
  /** A data descriptor after the bytes, its checksum turned where it lies; `bare`: without its signature. */
  descriptor?: "true" | "lies" | "bare";
  /** Has no bytes of its own: its record points to the header of the entry before. */
  shares?: boolean;
}

/** A zip to be written. */
export interface EvilZip {
  entries: readonly EvilEntry[];
  prefix?: Uint8Array;
  /** The offsets count from the end of the prefix, not from the start of the file. */
  offsetsIgnorePrefix?: boolean;
  beforeDirectory?: Uint8Array;
  afterDirectory?: Uint8Array;
  comment?: Uint8Array;
  suffix?: Uint8Array;
  end?: Partial<{
    part: number;
    countHere: number;
    count: number;
    size: number;
    offset: number;
    commentLength: number;
  }>;
  zip64?: boolean;
  /** Removes bytes from the end of the table of contents. */
  cutDirectory?: number;
}

/** The bytes of a zip with these lies. APPNOTE.TXT 6.3.10 §4.3. */
export function writeEvilZip(zip: EvilZip): Uint8Array {
  const prefix = zip.prefix ?? new Uint8Array();
  const base = zip.offsetsIgnorePrefix ? prefix.length : 0;
  const parts: Uint8Array[] = [prefix];
  const directory: Uint8Array[] = [];
  let at = prefix.length;
  let offset = 0;
  for (const entry of zip.entries) {
    if (!entry.shares) offset = at - base;
    const written = writeEntry(entry, offset, zip.zip64 === true);
    directory.push(written.record);
    if (entry.shares) continue;
    parts.push(written.local);
    at += written.local.length;
  }
  const before = zip.beforeDirectory ?? new Uint8Array();
  const records = Buffer.concat(directory);
  const table = records.subarray(0, records.length - (zip.cutDirectory ?? 0));
  const start = at + before.length - base;
  parts.push(before, table, zip.afterDirectory ?? new Uint8Array());
  const told = { count: zip.entries.length, size: table.length, offset: start };
  if (zip.zip64) parts.push(end64(told, start + base + table.length + (zip.afterDirectory?.length ?? 0)));
  parts.push(endRecord(zip, told), zip.comment ?? new Uint8Array(), zip.suffix ?? new Uint8Array());
  return new Uint8Array(Buffer.concat(parts));
}

function writeEntry(entry: EvilEntry, offset: number, zip64: boolean): { local: Uint8Array; record: Uint8Array } {
  const packed = entry.packing === 8 ? deflateRawSync(entry.content) : entry.content;
  const truth = {
    flags: 0x0800 | (entry.descriptor ? 8 : 0),
    method: entry.packing ?? 0,
    crc: crc32(entry.content),
    packedSize: packed.length,
    size: entry.content.length,
  };
  const name = raw(entry.name);
  const hidden = entry.descriptor ? { crc: 0, packedSize: 0, size: 0 } : {};
  const localName = raw(entry.localName ?? entry.name);
  const localHeader = header(0x04034b50, { ...truth, ...hidden, ...entry.local }, localName, entry.localExtra, []);
  const descriptor = entry.descriptor ? descriptorOf(truth, entry.descriptor) : new Uint8Array();
  const wide = zip64 ? { ...truth, packedSize: 0xffffffff, size: 0xffffffff } : truth;
  const extra = zip64 ? field64([truth.size, truth.packedSize, offset]) : entry.centralExtra;
  const tail = [
    entry.central?.commentLength ?? 0,
    0,
    0,
    0,
    0,
    ...halves(zip64 ? 0xffffffff : (entry.central?.offset ?? offset)),
  ];
  return {
    local: Buffer.concat([localHeader, packed, descriptor]),
    record: header(0x02014b50, { ...wide, ...entry.central }, name, extra, tail),
  };
}

/** A local header, or with `tail` what stands between its fields in the table of contents. */
function header(
  signature: number,
  fields: Partial<HeaderFields>,
  name: Uint8Array,
  extra: Uint8Array = new Uint8Array(),
  tail: readonly number[],
): Uint8Array {
  const central = tail.length > 0;
  const numbers = [
    ...halves(fields.signature ?? signature),
    ...(central ? [20] : []),
    20,
    fields.flags ?? 0,
    fields.method ?? 0,
    0,
    0x21,
    ...halves(fields.crc ?? 0),
    ...halves(fields.packedSize ?? 0),
    ...halves(fields.size ?? 0),
    fields.nameLength ?? name.length,
    fields.extraLength ?? extra.length,
    ...tail,
  ];
  return Buffer.concat([shorts(numbers), name, extra]);
}

function descriptorOf(
  truth: { crc: number; packedSize: number; size: number },
  how: "true" | "lies" | "bare",
): Uint8Array {
  const crc = how === "lies" ? truth.crc ^ 1 : truth.crc;
  const sizes = [...halves(crc), ...halves(truth.packedSize), ...halves(truth.size)];
  return shorts(how === "bare" ? sizes : [...halves(0x08074b50), ...sizes]);
}

function field64(numbers: readonly number[]): Uint8Array {
  return shorts([1, numbers.length * 8, ...numbers.flatMap((number) => [...halves(number), 0, 0])]);
}

function end64(told: { count: number; size: number; offset: number }, at: number): Uint8Array {
  const wide = (number: number) => [...halves(number), 0, 0];
  return shorts([
    ...halves(0x06064b50),
    ...wide(44),
    45,
    45,
    ...halves(0),
    ...halves(0),
    ...wide(told.count),
    ...wide(told.count),
    ...wide(told.size),
    ...wide(told.offset),
    ...halves(0x07064b50),
    ...halves(0),
    ...wide(at),
    ...halves(1),
  ]);
}

function endRecord(zip: EvilZip, told: { count: number; size: number; offset: number }): Uint8Array {
  const truth = zip.zip64 ? { count: 0xffff, size: 0xffffffff, offset: 0xffffffff } : told;
  const end = { part: 0, ...truth, commentLength: zip.comment?.length ?? 0, ...zip.end };
  return shorts([
    ...halves(0x06054b50),
    end.part,
    0,
    zip.end?.countHere ?? end.count,
    end.count,
    ...halves(end.size),
    ...halves(end.offset),
    end.commentLength,
  ]);
}

function raw(name: string | Uint8Array): Uint8Array {
  return typeof name === "string" ? new TextEncoder().encode(name) : name;
}

function halves(number: number): [number, number] {
  return [number & 0xffff, (number >>> 16) & 0xffff];
}

function shorts(numbers: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, n) => {
    bytes.writeUInt16LE(number & 0xffff, n * 2);
  });
  return bytes;
}
