import type { Socket } from "node:net";
import { AdbCommand, type AdbDaemonConnection, AdbPacketHeader, type AdbPacketInit } from "@yume-chan/adb";
import { Consumable, ReadableStream } from "@yume-chan/stream-extra";
import { DeviceError } from "../core/errors.ts";
import { socketStreams, written } from "./socket-streams.ts";

const headerSize = 24;
/** The most that we announce in our CNXN; a phone that sends more breaks the protocol. */
const largestPayload = 1024 * 1024;
/** Older Androids announce 4 KiB; nothing announces less. */
const smallestPayload = 4096;
/** The phone wants TLS before it goes on: "Wireless debugging" of Android 11 and later. */
const startTls = 0x534c5453;

/**
 * Frames a socket into ADB packets (AOSP packages/modules/adb/protocol.txt) for the library's daemon transport.
 *
 * Every length is checked before memory is taken for it: the library's own reader believes the phone, up to 4 GB.
 */
export function packetConnection(socket: Socket): AdbDaemonConnection {
  const { readable } = socketStreams(socket);
  const source = readable.getReader();
  const split = packetSplitter();

  return {
    readable: new ReadableStream({
      async pull(controller) {
        for (let passed = 0; passed === 0; ) {
          const { done, value } = await source.read();
          if (done) return controller.close();
          for (const packet of split(value)) {
            controller.enqueue(packet);
            passed++;
          }
        }
      },
      cancel: () => void socket.destroy(),
    }),
    writable: new Consumable.WritableStream<AdbPacketInit>({
      // The library leaves some of its writes unwatched, so a failed one must not reject: it ends the connection, which is watched.
      write: (packet) => written(socket, serialised(packet)).catch(() => void socket.destroy()),
      close: () => void socket.end(),
      abort: () => void socket.destroy(),
    }),
  };
}

interface Packet {
  command: number;
  arg0: number;
  arg1: number;
  payload: Uint8Array;
}

/** Cuts a stream of bytes into packets, whatever the pieces. @throws DeviceError where it is not ADB */
export function packetSplitter(): (piece: Uint8Array) => Packet[] {
  const header = new Uint8Array(headerSize);
  let headerLength = 0;
  let packet: Packet | null = null;
  let filled = 0;

  return (piece) => {
    const packets: Packet[] = [];
    for (let at = 0; at < piece.length; ) {
      if (packet === null) {
        const part = piece.subarray(at, at + headerSize - headerLength);
        header.set(part, headerLength);
        headerLength += part.length;
        at += part.length;
        if (headerLength < headerSize) break;
        headerLength = 0;
        filled = 0;
        packet = parsed(header);
      } else {
        const part = piece.subarray(at, at + packet.payload.length - filled);
        packet.payload.set(part, filled);
        filled += part.length;
        at += part.length;
      }
      if (filled === packet.payload.length) {
        packets.push(packet);
        packet = null;
      }
    }
    return packets;
  };
}

function parsed(header: Uint8Array): Packet {
  const view = new DataView(header.buffer);
  const command = view.getUint32(0, true);
  const arg1 = view.getUint32(8, true);
  const payloadLength = view.getUint32(12, true);
  if ((command ^ 0xffffffff) !== view.getInt32(20, true) || payloadLength > largestPayload) throw notAdb();
  if (command === startTls) throw needsPairing();
  if (command === AdbCommand.Connect && arg1 < smallestPayload) throw notAdb();
  return { command, arg0: view.getUint32(4, true), arg1, payload: new Uint8Array(payloadLength) };
}

/** Header and payload in one piece: one TCP segment for a small packet. */
function serialised(packet: AdbPacketInit): Uint8Array {
  const { command, arg0, arg1, checksum, magic, payload } = packet;
  const bytes = new Uint8Array(headerSize + payload.length);
  AdbPacketHeader.serialize({ command, arg0, arg1, payloadLength: payload.length, checksum, magic }, bytes);
  bytes.set(payload, headerSize);
  return bytes;
}

function notAdb(): DeviceError {
  return new DeviceError(
    "offline",
    "What answers at this address does not speak ADB.",
    "Check the address: the phone shows it under Developer options, or “adb tcpip 5555” has opened port 5555.",
  );
}

function needsPairing(): DeviceError {
  return new DeviceError(
    "unauthorised",
    "The phone uses “Wireless debugging” with pairing, which Candor can reach only through adb.",
    "With adb 30 or later run “adb pair HOST:PORT” with the code that the phone shows, then “adb connect HOST:PORT”, then Candor again.",
  );
}
