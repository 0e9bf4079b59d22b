import { nodePacketCrypto } from "../../src/device/node-crypto.ts";
import { createCaptureReader } from "../../src/traffic/capture-flows.ts";
import type { Flow, TrafficRecord } from "../../src/traffic/flow.ts";

/** Reads a capture in chunks of `size`, each in the same memory, as a reader of files may do it. */
export function readCapture(bytes: Uint8Array, size = 65_536, file = "capture"): TrafficRecord {
  const reader = createCaptureReader(file, nodePacketCrypto);
  const chunk = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    chunk.set(part);
    reader.push(chunk.subarray(0, part.length));
    chunk.fill(0xee);
  }
  return reader.end();
}

/** How often each name occurs. */
export function counted(names: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) if (name !== null) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The names that came from ClientHellos, one for each connection. */
export function serverNames(flows: readonly Flow[]): (string | null)[] {
  return flows.filter(({ hostFrom }) => hostFrom === "sni").map(({ host }) => host);
}

/** What could not be seen, by its reason. */
export function gaps(record: TrafficRecord): Record<string, number> {
  return Object.fromEntries(record.unread.map(({ reason, count }) => [reason, count]));
}
