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
export class PcapngReader implements PacketReader {
  readonly #listener: CaptureListener;
  readonly #packet = emptyPacket();
  readonly #window = new PushWindow((bytes, view, start, end) => this.#block(bytes, view, start, end));
  #interfaces: Interface[] = [];
  #little = true;
  #begun = false;
  #broken: string | null = null;

  constructor(listener: CaptureListener) {
    this.#listener = listener;
  }

  push(chunk: Uint8Array): void {
    if (this.#broken === null) this.#window.push(chunk);
  }

  end(): { readonly packets: number; readonly broken: string | null } {
    const packets = this.#packet.number;
    if (!this.#begun) throw new FormatError("pcapng", "the file ends within its first block", 0);
    if (this.#window.left > 0) this.#broken ??= `the file ends within a block after packet ${packets}`;
    return { packets, broken: this.#broken };
  }

  /** Reads one block: its kind, its length at both ends, what is in it. */
  #block(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    if (end - start < 12) return -12;
    const type = view.getUint32(start, this.#little);
    if (type === sectionHeader) this.#little = this.#byteOrder(view, start + 8);
    else if (!this.#begun) throw new FormatError("pcapng", "the file does not begin as a capture does", 0);
    const length = view.getUint32(start + 4, this.#little);
    if (length < 12 || length % 4 !== 0) this.#stop("a block has no length");
    else if (!isRead(type)) {
      if (type === decryptionSecrets) this.#listener.secrets?.();
      return length;
    } else if (length > maxBlock) this.#stop("a block is too long");
    else if (end - start < length) return -length;
    else if (view.getUint32(start + length - 4, this.#little) !== length) this.#stop("a block has two lengths");
    else this.#read(type, bytes, view, start + 8, start + length - 4);
    return this.#broken === null ? length : end - start;
  }

  #stop(why: string): void {
    this.#broken ??= `${why}, after packet ${this.#packet.number}`;
  }

  #byteOrder(view: DataView, at: number): boolean {
    const order = view.getUint32(at, true);
    if (order === 0x1a2b3c4d) return true;
    if (order === 0x4d3c2b1a) return false;
    if (!this.#begun) throw new FormatError("pcapng", "the file does not say its byte order", 8);
    this.#stop("a section does not say its byte order");
    return this.#little;
  }

  #read(type: number, bytes: Uint8Array, view: DataView, start: number, end: number): void {
    if (type === enhancedPacket || type === obsoletePacket) this.#timed(type, bytes, view, start, end);
    else if (type === simplePacket) this.#simple(bytes, view, start, end);
    else if (type === interfaceDescription) this.#describe(bytes, view, start, end);
    else if (type === sectionHeader) this.#section(bytes, view, start, end);
    else if (end - start >= 16 && view.getUint32(start, this.#little) === pcapdroid) this.#app(bytes, view, start, end);
  }

  #section(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    const major = end - start < 16 ? 0 : view.getUint16(start + 4, this.#little);
    if (major !== 1) {
      if (!this.#begun) throw new FormatError("pcapng", `version ${major} is not known`, 12);
      this.#stop(`a section is of version ${major}, which is not known`);
      return;
    }
    this.#begun = true;
    this.#interfaces = [];
    const texts = new Map<number, string>();
    eachOption(view, start + 16, end, this.#little, (code, from, to) => {
      if (code <= 4) texts.set(code, optionText(bytes, from, to));
    });
    const [hardware = null, system = null, program = null] = [texts.get(2), texts.get(3), texts.get(4)];
    this.#listener.section?.({ hardware, system, program });
  }

  #describe(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    if (end - start < 8 || this.#interfaces.length >= maxInterfaces) {
      this.#stop(end - start < 8 ? "an interface is not described" : "there are too many interfaces");
      return;
    }
    let tick = 1e-3;
    let offset = 0;
    eachOption(view, start + 8, end, this.#little, (code, from, to) => {
      if (code === 9 && to > from) tick = ticksOf(bytes[from] ?? 6);
      else if (code === 14 && to - from === 8) offset = Number(view.getBigInt64(from, this.#little)) * 1000;
    });
    const linkType = view.getUint16(start, this.#little);
    this.#interfaces.push({ linkType, snapLength: view.getUint32(start + 4, this.#little), tick, offset });
  }

  /** An enhanced packet, or an obsolete one, whose interface has two bytes less. */
  #timed(type: number, bytes: Uint8Array, view: DataView, start: number, end: number): void {
    const little = this.#little;
    const packet = this.#packet;
    const captured = end - start < 20 ? 0 : view.getUint32(start + 12, little);
    const index = type === enhancedPacket ? view.getUint32(start, little) : view.getUint16(start, little);
    const from = this.#interfaces[index];
    if (end - start < 20 || !from || captured > end - start - 20) {
      this.#misfit();
      return;
    }
    packet.uid = -1;
    packet.direction = 0;
    const options = start + 20 + ((captured + 3) & ~3);
    if (options < end) this.#options(bytes, view, options, end);
    const ticks = view.getUint32(start + 4, little) * 0x1_0000_0000 + view.getUint32(start + 8, little);
    packet.time = ticks * from.tick + from.offset;
    this.#deliver(bytes, view, start + 20, captured, view.getUint32(start + 16, little), from.linkType);
  }

  #simple(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    const [from] = this.#interfaces;
    if (end - start < 4 || !from) {
      this.#misfit();
      return;
    }
    const wire = view.getUint32(start, this.#little);
    const kept = Math.min(wire, from.snapLength === 0 ? wire : from.snapLength, end - start - 4);
    this.#packet.uid = -1;
    this.#packet.direction = 0;
    this.#packet.time = -1;
    this.#deliver(bytes, view, start + 4, kept, wire, from.linkType);
  }

  #deliver(bytes: Uint8Array, view: DataView, start: number, captured: number, wire: number, linkType: number): void {
    const packet = this.#packet;
    packet.bytes = bytes;
    packet.view = view;
    packet.start = start;
    packet.end = start + captured;
    packet.wire = wire < captured ? captured : wire;
    packet.linkType = linkType;
    packet.number++;
    this.#listener.packet(packet);
  }

  /** Comments and flags, in place: this runs for every packet of PCAPdroid's captures. */
  #options(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    const little = this.#little;
    for (let at = start; at + 4 <= end; ) {
      const code = view.getUint16(at, little);
      const length = view.getUint16(at + 2, little);
      if (code === 0 || at + 4 + length > end) return;
      if (code === 1) {
        const uid = uidOfComment(bytes, at + 4, at + 4 + length);
        if (uid >= 0) this.#packet.uid = uid;
      } else if (code === 2 && length === 4) this.#packet.direction = view.getUint32(at + 4, little) & 3;
      at += 4 + ((length + 3) & ~3);
    }
  }

  /** PCAPdroid's block of kind 1 (an app's uid), version 1; others of its blocks are not known. */
  #app(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    if (view.getUint16(start + 4, this.#little) !== 1 || bytes[start + 6] !== 1) return;
    const packageEnd = start + 14 + (bytes[start + 12] ?? 0);
    const labelEnd = packageEnd + (bytes[start + 13] ?? 0);
    if (labelEnd > end) return;
    const label = optionText(bytes, packageEnd, labelEnd);
    this.#listener.app?.(view.getInt32(start + 8, this.#little), optionText(bytes, start + 14, packageEnd), label);
  }

  #misfit(): void {
    this.#stop("a packet does not fit its block or names no interface");
  }
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
