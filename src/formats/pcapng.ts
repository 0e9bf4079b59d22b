import { FormatError } from "../core/errors.ts";
import { type CaptureListener, emptyPacket, maxPacket, type PacketReader } from "./captured-packet.ts";
import { eachOption, optionText, ticksOf, uidOfComment } from "./pcapng-options.ts";
import { PushWindow } from "./push-window.ts";

const sectionHeader = 0x0a0d0d0a;
const interfaceDescription = 1;
const obsoletePacket = 2;
const simplePacket = 3;
const enhancedPacket = 6;
const decryptionSecrets = 0x0a;
const custom = 0x0bad;
/** PCAPdroid's private enterprise number. */
const pcapdroid = 62_652;
/** Options may hold 64 KiB each; a block with more than this is none that is put together here. */
const maxBlock = maxPacket + 1024 * 1024;
/** More interfaces than any phone has: a file that lists more does so to fill memory. */
const maxInterfaces = 10_000;

/** One interface of the section: its link type, how long its packets may be, and its unit of time in milliseconds. */
interface Interface {
  readonly linkType: number;
  readonly snapLength: number;
  readonly tick: number;
  /** Added to every time, in milliseconds (if_tsoffset). */
  readonly offset: number;
}

/**
 * Reads a pcapng (draft-ietf-opsawg-pcapng) as it comes: sections of either byte order, interfaces with their units of time, enhanced,
 * simple and obsolete packets, PCAPdroid's block of apps and its `u-<uid>` comments. Other blocks are passed over without being held.
 *
 * A block that cannot be one ends the reading, which `end` tells.
 *
 * @throws FormatError from `push` for another file, from `end` where the first block is cut off.
 */
export function pcapngReader(listener: CaptureListener): PacketReader {
  const packet = emptyPacket();
  let interfaces: Interface[] = [];
  let little = true;
  let begun = false;
  let broken: string | null = null;

  const window = new PushWindow((bytes, view, start, end) => {
    if (end - start < 12) return -12;
    const type = view.getUint32(start, little);
    if (type === sectionHeader) {
      const order = view.getUint32(start + 8, true);
      if (order !== 0x1a2b3c4d && order !== 0x4d3c2b1a) {
        if (begun) return stop("a section has no byte order", end - start);
        throw new FormatError("pcapng", "the file does not say its byte order", 8);
      }
      little = order === 0x1a2b3c4d;
    } else if (!begun) throw new FormatError("pcapng", "the file does not begin as a capture does", 0);
    const length = view.getUint32(start + 4, little);
    if (length < 12 || length % 4 !== 0)
      return stop(`a block after packet ${packet.number} has no length`, end - start);
    if (!isRead(type)) {
      if (type === decryptionSecrets) listener.secrets?.();
      return length;
    }
    if (length > maxBlock) return stop(`a block after packet ${packet.number} is too long`, end - start);
    if (end - start < length) return -length;
    if (view.getUint32(start + length - 4, little) !== length)
      return stop(`a block after packet ${packet.number} has two lengths`, end - start);
    block(type, bytes, view, start + 8, start + length - 4);
    return broken === null ? length : end - start;
  });

  function stop(why: string, rest: number): number {
    broken = why;
    return rest;
  }

  function block(type: number, bytes: Uint8Array, view: DataView, start: number, end: number): void {
    if (type === enhancedPacket) enhanced(bytes, view, start, end);
    else if (type === simplePacket) simple(bytes, view, start, end);
    else if (type === obsoletePacket) obsolete(bytes, view, start, end);
    else if (type === interfaceDescription) describe(bytes, view, start, end);
    else if (type === sectionHeader) section(bytes, view, start, end);
    else if (end - start >= 16 && view.getUint32(start, little) === pcapdroid) app(bytes, view, start, end);
  }

  function section(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    const major = end - start < 16 ? 0 : view.getUint16(start + 4, little);
    if (major !== 1) {
      if (!begun) throw new FormatError("pcapng", `version ${major} is not known`, 12);
      broken = `a section is of version ${major}, which is not known`;
      return;
    }
    begun = true;
    interfaces = [];
    const about: { hardware: string | null; system: string | null; program: string | null } = {
      hardware: null,
      system: null,
      program: null,
    };
    eachOption(view, start + 16, end, little, (code, from, to) => {
      if (code === 2) about.hardware = optionText(bytes, from, to);
      else if (code === 3) about.system = optionText(bytes, from, to);
      else if (code === 4) about.program = optionText(bytes, from, to);
    });
    listener.section?.(about);
  }

  function describe(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    if (end - start < 8 || interfaces.length >= maxInterfaces) {
      broken = end - start < 8 ? "an interface is not described" : "the file lists too many interfaces";
      return;
    }
    let tick = 1e-3;
    let offset = 0;
    eachOption(view, start + 8, end, little, (code, from, to) => {
      if (code === 9 && to > from) tick = ticksOf(bytes[from] ?? 6);
      else if (code === 14 && to - from === 8) offset = Number(view.getBigInt64(from, little)) * 1000;
    });
    const linkType = view.getUint16(start, little);
    interfaces.push({ linkType, snapLength: view.getUint32(start + 4, little), tick, offset });
  }

  function enhanced(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    if (end - start < 20) {
      miscounted();
      return;
    }
    const from = interfaces[view.getUint32(start, little)];
    const captured = view.getUint32(start + 12, little);
    if (!from || captured > end - start - 20) {
      miscounted();
      return;
    }
    packet.uid = -1;
    packet.direction = 0;
    const options = start + 20 + ((captured + 3) & ~3);
    if (options < end) packetOptions(bytes, view, options, end);
    const ticks = view.getUint32(start + 4, little) * 0x1_0000_0000 + view.getUint32(start + 8, little);
    deliver(
      bytes,
      view,
      start + 20,
      captured,
      view.getUint32(start + 16, little),
      from,
      ticks * from.tick + from.offset,
    );
  }

  function simple(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    const from = interfaces[0];
    if (end - start < 4 || !from) {
      miscounted();
      return;
    }
    const wire = view.getUint32(start, little);
    const room = from.snapLength === 0 ? wire : Math.min(wire, from.snapLength);
    packet.uid = -1;
    packet.direction = 0;
    deliver(bytes, view, start + 4, Math.min(room, end - start - 4), wire, from, -1);
  }

  function obsolete(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    if (end - start < 20) {
      miscounted();
      return;
    }
    const from = interfaces[view.getUint16(start, little)];
    const captured = view.getUint32(start + 12, little);
    if (!from || captured > end - start - 20) {
      miscounted();
      return;
    }
    packet.uid = -1;
    packet.direction = 0;
    const ticks = view.getUint32(start + 4, little) * 0x1_0000_0000 + view.getUint32(start + 8, little);
    deliver(
      bytes,
      view,
      start + 20,
      captured,
      view.getUint32(start + 16, little),
      from,
      ticks * from.tick + from.offset,
    );
  }

  function deliver(
    bytes: Uint8Array,
    view: DataView,
    start: number,
    captured: number,
    wire: number,
    from: Interface,
    time: number,
  ): void {
    packet.bytes = bytes;
    packet.view = view;
    packet.start = start;
    packet.end = start + captured;
    packet.wire = wire < captured ? captured : wire;
    packet.time = time;
    packet.linkType = from.linkType;
    packet.number++;
    listener.packet(packet);
  }

  /** Comments and flags, in place: this runs for every packet of PCAPdroid's captures. */
  function packetOptions(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    for (let at = start; at + 4 <= end; ) {
      const code = view.getUint16(at, little);
      if (code === 0) return;
      const length = view.getUint16(at + 2, little);
      if (at + 4 + length > end) return;
      if (code === 1) {
        const uid = uidOfComment(bytes, at + 4, at + 4 + length);
        if (uid >= 0) packet.uid = uid;
      } else if (code === 2 && length === 4) packet.direction = view.getUint32(at + 4, little) & 3;
      at += 4 + ((length + 3) & ~3);
    }
  }

  function app(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    // The block's own version tells the byte order that its writer meant; version 1 and kind 1 (uid map) are known.
    if (view.getUint16(start + 4, little) !== 1 || bytes[start + 6] !== 1) return;
    const packageEnd = start + 14 + (bytes[start + 12] ?? 0);
    const labelEnd = packageEnd + (bytes[start + 13] ?? 0);
    if (labelEnd > end) return;
    const label = optionText(bytes, packageEnd, labelEnd);
    listener.app?.(view.getInt32(start + 8, little), optionText(bytes, start + 14, packageEnd), label);
  }

  function miscounted(): void {
    broken = `a packet after packet ${packet.number} does not fit its block or names no interface`;
  }

  return {
    push(chunk) {
      if (broken === null) window.push(chunk);
    },
    end() {
      if (!begun) throw new FormatError("pcapng", "the file ends within its first block", 0);
      if (broken === null && window.left > 0) broken = `the file ends within a block after packet ${packet.number}`;
      return { packets: packet.number, broken };
    },
  };
}

function isRead(type: number): boolean {
  return (
    type === enhancedPacket ||
    type === simplePacket ||
    type === interfaceDescription ||
    type === sectionHeader ||
    type === obsoletePacket ||
    type === custom
  );
}
