import { createHash } from "node:crypto";
import { zstdDecompressSync } from "node:zlib";
import { VaultError } from "../core/errors.ts";
import type { PlaceCall } from "./place.ts";
import { release } from "./release.ts";
import type { Repository } from "./repository.ts";
import { type Cipher, hashName } from "./restic-cipher.ts";
import type { BlobIndex } from "./restic-index.ts";
import type { BlobType, PackedBlob } from "./restic-pack.ts";
import { parseTree, type TreeNode } from "./restic-tree.ts";
import { damaged } from "./restic-unpacked.ts";

/** Reads blobs, each verified by its authentication code and by its hash. */
export interface BlobReader {
  /** @throws VaultError `damaged`, naming the pack; `absent` where no index knows the blob. */
  read(type: BlobType, id: string): Promise<Uint8Array>;
  tree(id: string): Promise<readonly TreeNode[]>;
}

/** What is read at once, so that a folder of small files is not one request each. */
const windowBytes = 4 * 2 ** 20;
/** Windows that are kept. */
const mostWindows = 8;
/** Neither restic nor Candor writes larger blobs; a list of a folder with a hundred thousand names has 50 MiB. */
const mostBlob = 256 * 2 ** 20;

interface Window {
  readonly pack: string;
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** A reader with a small cache of what lies beside a blob. */
export function createBlobReader(repository: Repository, index: BlobIndex, call: PlaceCall = {}): BlobReader {
  const { place, cipher } = repository;
  const windows: Window[] = [];
  /** Hands what is sealed to `use`, which has it only for as long as it runs. */
  const fetch = async <T>(pack: string, { offset, length }: PackedBlob, use: (sealed: Uint8Array) => T): Promise<T> => {
    const at = windows.findIndex(
      (each) => each.pack === pack && each.from <= offset && offset + length <= each.from + each.bytes.length,
    );
    const [kept] = at < 0 ? [] : windows.splice(at, 1);
    const window = kept ?? (await load(pack, offset, length));
    windows.push(window);
    const oldest = windows.length > mostWindows ? windows.shift() : undefined;
    if (oldest) release(oldest.bytes);
    return use(window.bytes.subarray(offset - window.from, offset - window.from + length));
  };
  const load = async (pack: string, from: number, length: number): Promise<Window> => {
    const wanted = Math.max(length, Math.min(windowBytes, index.endOf(pack) - from));
    try {
      return { pack, from, bytes: await place.get("data", pack, { ...call, from, length: wanted }) };
    } catch (error) {
      if (error instanceof VaultError && error.code === "absent") throw damaged("data", pack, "it is missing");
      if (error instanceof VaultError && error.code === "damaged")
        throw damaged("data", pack, "it is shorter than it was");
      throw error;
    }
  };
  const read = async (type: BlobType, id: string) => {
    const found = index.get(type, id);
    if (!found)
      throw new VaultError(
        "absent",
        `The index of the vault does not know a piece (${id}).`,
        "Look with candor vault check.",
      );
    return fetch(found.pack, found, (sealed) => openBlob(cipher, found.pack, found, sealed));
  };
  return { read, tree: async (id) => parseTree(await read("tree", id)) };
}

/** Opens and verifies one blob of a pack. @throws VaultError `damaged`, naming the pack */
export function openBlob(cipher: Cipher, pack: string, blob: PackedBlob, sealed: Uint8Array): Uint8Array {
  const plain = orDamaged(pack, blob, () => {
    const opened = cipher.open(sealed);
    return blob.rawLength === null ? opened : decompress(opened, blob.rawLength);
  });
  demandHash(pack, blob, hashName(plain));
  return plain;
}

/** Verifies one blob of a pack as `openBlob` does, without keeping what is in it. @throws VaultError `damaged`, naming the pack */
export function verifyBlob(cipher: Cipher, pack: string, blob: PackedBlob, sealed: Uint8Array): void {
  if (blob.rawLength !== null) {
    release(openBlob(cipher, pack, blob, sealed));
    return;
  }
  const hash = createHash("sha256");
  orDamaged(pack, blob, () => cipher.openTo(sealed, (part) => hash.update(part)));
  demandHash(pack, blob, hash.digest("hex"));
}

function orDamaged<T>(pack: string, { id, offset }: PackedBlob, open: () => T): T {
  try {
    return open();
  } catch {
    throw damaged("data", pack, `piece ${id.slice(0, 12)} at byte ${offset} cannot be opened`);
  }
}

function demandHash(pack: string, { id, offset }: PackedBlob, hash: string): void {
  if (hash !== id)
    throw damaged("data", pack, `piece ${id.slice(0, 12)} at byte ${offset} has another hash than its name`);
}

/** Zstandard of a known length, so that a few bytes do not become gigabytes. */
function decompress(bytes: Uint8Array, length: number): Uint8Array {
  if (length > mostBlob) throw new VaultError("damaged", "It says that it is larger than anything is written.");
  return zstdDecompressSync(bytes, { maxOutputLength: Math.max(length, 1) });
}
