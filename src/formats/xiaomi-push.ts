import { FormatError } from "../core/errors.ts";

/** What a phone tells Xiaomi's push service in clear when it connects: all of it is outside text. */
export interface XiaomiPushHello {
  readonly fields: readonly { readonly tag: number; readonly value: string }[];
}

const magic = [0xc2, 0xfe, 0x00, 0x05];
const text = new TextDecoder();

/** Whether a connection's first bytes are those of Xiaomi's push protocol. */
export function isXiaomiPush(bytes: Uint8Array): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/**
 * Reads the first frame: magic, length, kind, then tag, length, value. Tags known: 0x12 model, 0x1a build, 0x32 radio technology and access
 * point, 0x3a host and port, 0x42 locale; 0x28 and 0x08 have no length and take two bytes (facts of ntop/nDPI src/lib/protocols/xiaomi.c).
 *
 * @throws FormatError for another frame, and for one without a single field that is whole.
 */
export function readXiaomiPush(bytes: Uint8Array): XiaomiPushHello {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 18 || !isXiaomiPush(bytes) || view.getUint32(8) !== 0x00020016)
    throw new FormatError("xiaomi-push", "this is no first frame of the push service", 0);
  const end = Math.min(bytes.length, view.getUint32(4) + 12);
  const fields: { tag: number; value: string }[] = [];
  for (let at = 16; at + 2 <= end; ) {
    const tag = bytes[at] ?? 0;
    if (tag === 0x28 || tag === 0x08) {
      at += 2;
      continue;
    }
    const to = at + 2 + (bytes[at + 1] ?? 0);
    if (to > end) break;
    fields.push({ tag, value: text.decode(bytes.subarray(at + 2, to)) });
    at = to;
  }
  if (fields.length === 0) throw new FormatError("xiaomi-push", "the frame holds no field", 16);
  return { fields };
}
