import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/** The DEX entries that Android would start, in its order; read leniently, so that tests of DEX do not depend on how zips are read. */
export function dexEntries(path: string): { readonly name: string; readonly bytes: Uint8Array }[] {
  const file = readFileSync(path);
  const end = file.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0) return [];
  const found = new Map<string, Uint8Array>();
  for (let at = file.readUInt32LE(end + 16), left = file.readUInt16LE(end + 10); left > 0 && at + 46 <= end; left--) {
    const name = file.toString("utf8", at + 46, at + 46 + file.readUInt16LE(at + 28));
    if (/^classes([2-9]|[1-9][0-9]+)?\.dex$/.test(name)) {
      const local = file.readUInt32LE(at + 42);
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const packed = file.subarray(start, start + file.readUInt32LE(at + 20));
      found.set(name, file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
    }
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  const inOrder: { name: string; bytes: Uint8Array }[] = [];
  for (let n = 1; ; n++) {
    const name = n === 1 ? "classes.dex" : `classes${n}.dex`;
    const bytes = found.get(name);
    if (!bytes) return inOrder;
    inOrder.push({ name, bytes });
  }
}
