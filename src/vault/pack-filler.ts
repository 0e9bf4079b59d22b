import { randomInt } from "node:crypto";
import { compressed } from "./compress.ts";
import {
  allocate,
  append,
  type BegunPack,
  inMemory,
  type OpenPack,
  onDisk,
  openPack,
  type PackLies,
  resumed,
} from "./open-pack.ts";
import { releaseAll } from "./release.ts";
import { type Cipher, sealOverhead } from "./restic-cipher.ts";
import type { IndexedPack } from "./restic-index.ts";
import { type BlobType, headerBytes, type PackedBlob, packHeader } from "./restic-pack.ts";

/** A whole pack. */
export interface FilledPack extends IndexedPack {
  /** Memory, of which it is the first `bytes`, is to be given back when they are at the place. */
  readonly lies: PackLies;
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
  /** Forgets what was begun, and leaves nothing of it on the disk. */
  drop(): void;
}

/** What one filler has begun and another goes on with. */
export interface HandedOver {
  readonly packs: readonly BegunPack[];
  readonly free: readonly Uint8Array[];
}

/** Memory for the first trees. */
const treeBytes = 256 * 1024;

/** What a filler works with. */
export interface PackFillerOptions {
  readonly cipher: Cipher;
  /** A pack is closed as soon as it has so many bytes, or the next blob would make it a sixteenth larger. */
  readonly packSize: number;
  /** A folder of the place: packs of data are written there while they are filled, and take no memory. */
  readonly staging?: string | undefined;
  /** Takes a pack that is full. */
  full(pack: FilledPack): void;
}

/**
 * A filler. Blobs go to one of two open packs by chance, so that the order and the lengths of pieces of a file cannot be read off the storage
 * (as restic does since 0.18).
 */
export function createPackFiller({ cipher, packSize, staging, full }: PackFillerOptions): PackFiller {
  const usual = packSize + Math.ceil(packSize / 16);
  // Used again: sixteen megabytes that are asked for anew each time cost more than filling them.
  const free: Uint8Array[] = [];
  const open: Record<BlobType, [OpenPack | null, OpenPack | null]> = { data: [null, null], tree: [null, null] };
  const begin = (type: BlobType): OpenPack => {
    // Trees of a hundred folders have some kilobytes.
    if (type === "tree") return openPack(inMemory(allocate(treeBytes), packSize));
    return openPack(staging === undefined ? inMemory(free.pop() ?? allocate(usual), packSize) : onDisk(staging));
  };
  const close = (pack: OpenPack) => {
    const blobs = withOffsets(pack.blobs);
    append(pack, packHeader(cipher, blobs));
    full({ id: pack.hash.digest("hex"), blobs, lies: pack.body.close(), bytes: pack.bytes });
  };
  const place = (blob: Omit<PackedBlob, "offset">, fill: (pack: OpenPack) => void) => {
    const side = randomInt(2) as 0 | 1;
    const closeSide = (pack: OpenPack) => {
      close(pack);
      open[blob.type][side] = null;
    };
    const begun = open[blob.type][side];
    if (begun && begun.bytes + blob.length + headerBytes(begun.blobs.length + 1) > usual) closeSide(begun);
    const pack = begun && open[blob.type][side] ? begun : begin(blob.type);
    open[blob.type][side] = pack;
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
      return { packs: packs.map(({ body, blobs }) => ({ content: body.content(), blobs })), free: free.splice(0) };
    },
    takeOver(from) {
      if (staging === undefined) free.push(...from.free);
      for (const [at, pack] of from.packs.entries()) open.data[at % 2] = resumed(pack, packSize, staging);
    },
    closeAll() {
      for (const type of ["data", "tree"] as const) {
        const [left, right] = open[type];
        // Two small last packs become one.
        if (left && right && left.bytes + right.bytes <= packSize) {
          append(left, right.body.content());
          left.blobs.push(...right.blobs);
          right.body.drop();
          open[type] = [left, null];
        }
        for (const [side, pack] of open[type].entries()) {
          if (pack) close(pack);
          open[type][side] = null;
        }
      }
    },
    giveBack(memory) {
      if (staging === undefined && memory.length >= usual) free.push(memory);
    },
    drop() {
      for (const pack of [...open.data, ...open.tree]) pack?.body.drop();
      [open.data, open.tree] = [
        [null, null],
        [null, null],
      ];
    },
  };
}

function withOffsets(blobs: readonly Omit<PackedBlob, "offset">[]): readonly PackedBlob[] {
  let offset = 0;
  return blobs.map((blob) => {
    const placed = { ...blob, offset };
    offset += blob.length;
    return placed;
  });
}
