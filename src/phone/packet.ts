import { concat } from "./byte-queue.ts";

/** The packet commands of the ADB transport, their letters read as a little-endian number (AOSP packages/modules/adb, protocol.txt). */
export const command = {
  AUTH: 0x48545541,
  CLSE: 0x45534c43,
  CNXN: 0x4e584e43,
  OKAY: 0x59414b4f,
  OPEN: 0x4e45504f,
  WRTE: 0x45545257,
} as const;

/** The protocol version since which payloads carry no checksum. */
export const versionWithoutChecksum = 0x01000001;
/** The longest payload either side may send once connected; before that it is `maxPayloadBeforeConnection`. */
export const maxPayload = 1 << 20;
export const maxPayloadBeforeConnection = 4096;

const headerSize = 24;

/** One packet: 24 bytes of header and the payload. */
export interface Packet {
  readonly command: number;
  readonly arg0: number;
  readonly arg1: number;
  readonly payload: Uint8Array;
}

/** The other side does not speak the protocol; the connection is closed. */
export class ProtocolError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ProtocolError";
  }
}

/**
 * Cuts a stream of bytes into packets.
 *
 * @param limit the longest payload accepted at this moment.
 * @throws ProtocolError on a wrong magic or a longer payload. A stream that ends within a packet ends the packets.
 */
export async function* readPackets(incoming: AsyncIterable<Uint8Array>, limit: () => number): AsyncGenerator<Packet> {
  let held: Uint8Array[] = [];
  let size = 0;
  let needed = headerSize;
  for await (const chunk of incoming) {
    held.push(chunk);
    size += chunk.length;
    if (size < needed) continue;
    let bytes = concat(held);
    for (;;) {
      needed = headerSize;
      if (bytes.length < needed) break;
      const length = payloadLength(bytes, limit());
      needed += length;
      if (bytes.length < needed) break;
      yield packetFrom(bytes, length);
      bytes = bytes.subarray(needed);
    }
    held = [bytes];
    size = bytes.length;
  }
}

/** The bytes of a packet as two parts, so that a long payload is not copied. */
export function packetParts(packet: Packet, withChecksum: boolean): readonly Uint8Array[] {
  const header = new Uint8Array(headerSize);
  const view = new DataView(header.buffer);
  view.setUint32(0, packet.command, true);
  view.setUint32(4, packet.arg0, true);
  view.setUint32(8, packet.arg1, true);
  view.setUint32(12, packet.payload.length, true);
  view.setUint32(16, withChecksum ? checksum(packet.payload) : 0, true);
  view.setUint32(20, ~packet.command >>> 0, true);
  return packet.payload.length === 0 ? [header] : [header, packet.payload];
}

function payloadLength(bytes: Uint8Array, limit: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, headerSize);
  if (view.getUint32(20, true) !== ~view.getUint32(0, true) >>> 0) throw new ProtocolError("wrong magic");
  const length = view.getUint32(12, true);
  if (length > limit) throw new ProtocolError(`payload of ${length} bytes, at most ${limit} are allowed`);
  return length;
}

function packetFrom(bytes: Uint8Array, length: number): Packet {
  const view = new DataView(bytes.buffer, bytes.byteOffset, headerSize);
  return {
    command: view.getUint32(0, true),
    arg0: view.getUint32(4, true),
    arg1: view.getUint32(8, true),
    payload: bytes.subarray(headerSize, headerSize + length),
  };
}

function checksum(payload: Uint8Array): number {
  let sum = 0;
  for (const byte of payload) sum = (sum + byte) >>> 0;
  return sum;
}
