import { createHash, type Hash } from "node:crypto";
import type { PackedBlob } from "./restic-pack.ts";
import { stageFile } from "./staged-file.ts";

/** A pack that is being filled. */
export interface OpenPack {
  readonly body: PackBody;
  readonly hash: Hash;
  readonly blobs: Omit<PackedBlob, "offset">[];
  bytes: number;
}

/** Where a pack lies while it is filled. */
export interface PackBody {
  /** `part` may be used again at once. */
  write(part: Uint8Array): void;
  /** All of it so far; good until the next part is written. */
  content(): Uint8Array;
  /** No more is to come. */
  close(): PackLies;
  drop(): void;
}

/** Where a full pack lies: in memory, or in a file at the place that has no name yet. */
export type PackLies = { readonly memory: Uint8Array } | { readonly staged: string };

/** What one filler has begun and another goes on with; the content lies in memory that may be longer. */
export interface BegunPack {
  readonly content: Uint8Array;
  readonly blobs: readonly Omit<PackedBlob, "offset">[];
}

/** An empty pack. */
export function openPack(body: PackBody): OpenPack {
  return { body, hash: createHash("sha256"), blobs: [], bytes: 0 };
}

/** A pack that goes on where another filler left it. */
export function resumed({ content, blobs }: BegunPack, packSize: number, staging: string | undefined): OpenPack {
  const body =
    staging === undefined ? inMemory(new Uint8Array(content.buffer), packSize, content.length) : onDisk(staging);
  const pack = openPack(body);
  if (staging !== undefined) body.write(content);
  pack.hash.update(content);
  pack.bytes = content.length;
  pack.blobs.push(...blobs);
  return pack;
}

/** Adds a part, which may be used again at once. */
export function append(pack: OpenPack, part: Uint8Array): void {
  pack.body.write(part);
  pack.hash.update(part);
  pack.bytes += part.length;
}

/** Memory that grows where it must. @param bytes of it that are filled already */
export function inMemory(room: Uint8Array, packSize: number, filled = 0): PackBody {
  let memory = room;
  let bytes = filled;
  return {
    write(part) {
      if (bytes + part.length > memory.length) {
        const larger = allocate(Math.ceil((bytes + part.length) * (bytes < packSize / 2 ? 2 : 1.25)));
        larger.set(memory.subarray(0, bytes));
        memory = larger;
      }
      memory.set(part, bytes);
      bytes += part.length;
    },
    content: () => memory.subarray(0, bytes),
    close: () => ({ memory }),
    drop: () => undefined,
  };
}

/** A file in a folder of the place: it takes no memory, and is written when the pack is full. */
export function onDisk(folder: string): PackBody {
  const file = stageFile(folder);
  return {
    write: file.write,
    content: file.content,
    close() {
      file.close();
      return { staged: file.path };
    },
    drop: file.drop,
  };
}

/** Shared, so that a pack can be begun in one thread, go on in another and be sent by a third. */
export function allocate(bytes: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(bytes));
}
