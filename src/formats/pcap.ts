import { FormatError } from "../core/errors.ts";
import { type CaptureListener, emptyPacket, maxPacket, type PacketReader } from "./captured-packet.ts";
import { PushWindow } from "./push-window.ts";

const headerLength = 24;
const recordLength = 16;

/** What the first four bytes of a pcap say: byte order, unit of time, length of a record's header; undefined for another file. */
export function pcapMagic(
  bytes: Uint8Array,
): { readonly little: boolean; readonly nanoseconds: boolean; readonly recordLength: number } | undefined {
  if (bytes.length < 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, 4);
  for (const little of [true, false]) {
    const magic = view.getUint32(0, little);
    if (magic === 0xa1b2c3d4) return { little, nanoseconds: false, recordLength };
    if (magic === 0xa1b23c4d) return { little, nanoseconds: true, recordLength };
    // Kuznetzov's variant of old Linux tools: eight more bytes a record (interface, protocol, kind).
    if (magic === 0xa1b2cd34) return { little, nanoseconds: false, recordLength: recordLength + 8 };
  }
  return undefined;
}

/**
 * Reads a pcap (draft-ietf-opsawg-pcap) as it comes; both byte orders, micro- and nanoseconds. Memory: one packet.
 *
 * A record that cannot be one (longer than `maxPacket`, or nothing but zeros) ends the reading, which `end` tells: nothing shows
 * where the next one begins.
 *
 * @throws FormatError from `push` for another file, from `end` where the header is cut off.
 */
export function pcapReader(listener: CaptureListener): PacketReader {
  const packet = emptyPacket();
  let little = true;
  let perMillisecond = 1000;
  let record = 0;
  let broken: string | null = null;

  function header(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    if (end - start < headerLength) return -headerLength;
    const magic = pcapMagic(bytes.subarray(start, start + 4));
    if (!magic) throw new FormatError("pcap", "the file does not begin as a capture does", 0);
    const major = view.getUint16(start + 4, magic.little);
    if (major !== 2) throw new FormatError("pcap", `version ${major} is not known`, 4);
    little = magic.little;
    perMillisecond = magic.nanoseconds ? 1e6 : 1e3;
    record = magic.recordLength;
    // The upper bits tell of frame check sequences.
    packet.linkType = view.getUint32(start + 20, little) & 0xffff;
    return headerLength;
  }

  const window = new PushWindow((bytes, view, start, end) => {
    if (record === 0) return header(bytes, view, start, end);
    if (end - start < record) return -record;
    const captured = view.getUint32(start + 8, little);
    const wire = view.getUint32(start + 12, little);
    if (captured > maxPacket) return stop(`packet ${packet.number + 1} is said to hold ${captured} bytes`, end - start);
    if (wire === 0 && captured === 0) return stop(`what follows packet ${packet.number} is no packet`, end - start);
    const length = record + captured;
    if (end - start < length) return -length;
    packet.bytes = bytes;
    packet.view = view;
    packet.start = start + record;
    packet.end = start + length;
    packet.wire = wire < captured ? captured : wire;
    packet.time = view.getUint32(start, little) * 1000 + view.getUint32(start + 4, little) / perMillisecond;
    packet.number++;
    listener.packet(packet);
    return length;
  });

  function stop(why: string, rest: number): number {
    broken = why;
    return rest;
  }

  return {
    push(chunk) {
      if (broken === null) window.push(chunk);
    },
    end() {
      if (record === 0) throw new FormatError("pcap", "the file ends within its header", 0);
      if (broken === null && window.left > 0) broken = `the file ends within packet ${packet.number + 1}`;
      return { packets: packet.number, broken };
    },
  };
}
