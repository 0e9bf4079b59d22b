import { createHash, type Hash, randomInt } from "node:crypto";
import { compressed } from "./compress.ts";
import { releaseAll } from "./release.ts";
import { type Cipher, sealOverhead } from "./restic-cipher.ts";
import type { IndexedPack } from "./restic-index.ts";
import { type BlobType, headerBytes, type PackedBlob, packHeader } from "./restic-pack.ts";

/** A whole pack in memory. */
export interface FilledPack extends IndexedPack {
  /** The pack is the first `bytes` of it. It is to be given back when they are at the place. */
  readonly memory: Uint8Array;
  readonly bytes: number;
}

/** Fills packs with blobs. Data and trees never share a pack. */
export interface PackFiller {
  /** Seals a blob. `compress` where Zstandard may make it smaller. */
  seal(type: BlobType, id: string, plain: Uint8Array, compress: boolean): void;
  /** Takes a sealed blob as it is, from another pack. */
  move(blob: Omit<PackedBlob, "offset">, sealed: Uint8Array): void;
  /** The open packs of data as they are, and the memory that is free: for another filler that goes on with them. */
  handOver(): HandedOver;
  /** Goes on with what another filler has begun, in its memory. */
  takeOver(from: HandedOver): void;
  /** Everything that was begun becomes packs. */
  closeAll(): void;
  /** Memory of a pack that nobody reads any more. */
  giveBack(memory: Uint8Array): void;
}

/** What one filler has begun and another goes on with. */
export interface HandedOver {
  /** Each fills the first `bytes` of its memory. */
  readonly packs: readonly {
    readonly memory: Uint8Array;
    readonly bytes: number;
    readonly blobs: readonly Omit<PackedBlob, "offset">[];
  }[];
  readonly free: readonly Uint8Array[];
}

interface OpenPack {
  /** Filled up to `bytes`. */
  memory: Uint8Array;
  bytes: number;
  readonly hash: Hash;
  readonly blobs: Omit<PackedBlob, "offset">[];
}

/** Memory for the first trees. */
const treeBytes = 256 * 1024;

/** What a filler works with. */
export interface PackFillerOptions {
  readonly cipher: Cipher;
  /** A pack is closed as soon as it has so many bytes, or the next blob would make it a sixteenth larger. */
  readonly packSize: number;
  /** Takes a pack that is full. */
  full(pack: FilledPack): void;
}

/**
 * A filler. Blobs go to one of two open packs by chance, so that the order and the lengths of pieces of a file cannot be read off the storage
 * (as restic does since 0.18).
 */
export function createPackFiller({ cipher, packSize, full }: PackFillerOptions): PackFiller {
  const usual = packSize + Math.ceil(packSize / 16);
  // Used again: sixteen megabytes that are asked for anew each time cost more than filling them.
  const free: Uint8Array[] = [];
  const open: Record<BlobType, [OpenPack | null, OpenPack | null]> = { data: [null, null], tree: [null, null] };
  const openPack = (type: BlobType, side: 0 | 1): OpenPack => {
    // Trees of a hundred folders have some kilobytes.
    const memory = () => (type === "tree" ? allocate(treeBytes) : (free.pop() ?? allocate(usual)));
    open[type][side] ??= { memory: memory(), bytes: 0, hash: createHash("sha256"), blobs: [] };
    return open[type][side];
  };
  const append = (pack: OpenPack, part: Uint8Array) => {
    if (pack.bytes + part.length > pack.memory.length) {
      const larger = allocate(Math.ceil((pack.bytes + part.length) * (pack.bytes < packSize / 2 ? 2 : 1.25)));
      larger.set(pack.memory.subarray(0, pack.bytes));
      pack.memory = larger;
    }
    pack.memory.set(part, pack.bytes);
    pack.hash.update(part);
    pack.bytes += part.length;
  };
  const close = (pack: OpenPack) => {
    const blobs = withOffsets(pack.blobs);
    append(pack, packHeader(cipher, blobs));
    full({ id: pack.hash.digest("hex"), blobs, memory: pack.memory, bytes: pack.bytes });
  };
  const place = (blob: Omit<PackedBlob, "offset">, fill: (pack: OpenPack) => void) => {
    const side = randomInt(2) as 0 | 1;
    const closeSide = (pack: OpenPack) => {
      open[blob.type][side] = null;
      close(pack);
    };
    const begun = open[blob.type][side];
    if (begun && begun.bytes + blob.length + headerBytes(begun.blobs.length + 1) > usual) closeSide(begun);
    const pack = openPack(blob.type, side);
    fill(pack);
    pack.blobs.push(blob);
    if (pack.bytes >= packSize) closeSide(pack);
  };
  return {
    seal(type, id, plain, compress) {
      const smaller = compress ? compressed(plain) : null;
      const content = smaller ?? plain;
      const blob = { id, type, length: content.length + sealOverhead, rawLength: smaller ? plain.length : null };
      place(blob, (pack) => cipher.sealTo(content, (part) => append(pack, part)));
      if (smaller) releaseAll(smaller);
    },
    move: (blob, sealed) => place(blob, (pack) => append(pack, sealed)),
    handOver() {
      const packs = open.data.filter((pack) => pack !== null);
      open.data = [null, null];
      return { packs: packs.map(({ memory, bytes, blobs }) => ({ memory, bytes, blobs })), free: free.splice(0) };
    },
    takeOver(from) {
      for (const [at, { memory, bytes, blobs }] of from.packs.entries()) {
        const hash = createHash("sha256").update(memory.subarray(0, bytes));
        open.data[at % 2] = { memory, bytes, hash, blobs: [...blobs] };
      }
      free.push(...from.free);
    },
    closeAll() {
      for (const type of ["data", "tree"] as const) {
        const [left, right] = open[type];
        open[type] = [null, null];
        // Two small last packs become one.
        if (left && right && left.bytes + right.bytes <= packSize) {
          append(left, right.memory.subarray(0, right.bytes));
          left.blobs.push(...right.blobs);
          close(left);
        } else for (const pack of [left, right]) if (pack) close(pack);
      }
    },
    giveBack(memory) {
      if (memory.length >= usual) free.push(memory);
    },
  };
}

/** Shared, so that a pack can be begun in one thread, go on in another and be sent by a third. */
function allocate(bytes: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(bytes));
}

function withOffsets(blobs: readonly Omit<PackedBlob, "offset">[]): readonly PackedBlob[] {
  let offset = 0;
  return blobs.map((blob) => {
    const placed = { ...blob, offset };
    offset += blob.length;
    return placed;
  });
}
