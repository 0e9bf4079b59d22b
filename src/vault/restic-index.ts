import { VaultError } from "../core/errors.ts";
import type { PlaceCall } from "./place.ts";
import type { Repository } from "./repository.ts";
import type { BlobType, PackedBlob } from "./restic-pack.ts";
import { damaged, readUnpacked, writeUnpacked } from "./restic-unpacked.ts";

/** Where a blob lies. */
export interface BlobPlace extends PackedBlob {
  readonly pack: string;
}

/** A pack and what is in it. */
export interface IndexedPack {
  readonly id: string;
  readonly blobs: readonly PackedBlob[];
}

/** Which blobs there are; data and trees are told apart, since a file may hold the bytes of a tree. */
export interface BlobIndex {
  get(type: BlobType, id: string): BlobPlace | undefined;
  add(pack: IndexedPack): void;
  readonly packs: ReadonlySet<string>;
  /** Where the last blob of a pack ends that is known: no reading goes beyond. */
  endOf(pack: string): number;
}

/** restic begins another index file after as many blobs. */
const mostBlobs = 50_000;

/** Reads all index files into one. @throws VaultError `damaged`, naming the file */
export async function loadIndex(repository: Repository, call: PlaceCall = {}): Promise<BlobIndex> {
  const index = emptyIndex();
  for await (const { packs } of readIndexFiles(repository, call)) for (const pack of packs) index.add(pack);
  return index;
}

/** An index that knows of nothing. */
export function emptyIndex(): BlobIndex {
  const blobs = { data: new Map<string, BlobPlace>(), tree: new Map<string, BlobPlace>() };
  const packs = new Set<string>();
  const ends = new Map<string, number>();
  return {
    packs,
    endOf: (pack) => ends.get(pack) ?? 0,
    get: (type, id) => blobs[type].get(id),
    add(pack) {
      packs.add(pack.id);
      for (const blob of pack.blobs) {
        if (!blobs[blob.type].has(blob.id)) blobs[blob.type].set(blob.id, { ...blob, pack: pack.id });
        ends.set(pack.id, Math.max(ends.get(pack.id) ?? 0, blob.offset + blob.length));
      }
    },
  };
}

/** Every index file and its packs.*/
export async function* readIndexFiles(
  repository: Repository,
  call: PlaceCall = {},
): AsyncGenerator<{ readonly name: string; readonly packs: readonly IndexedPack[] }> {
  for await (const { name } of repository.place.list("index", call))
    yield { name, packs: parseIndex(name, await readUnpacked(repository, "index", name, call)) };
}

/** Writes packs to index files of a bearable size; gives their names. */
export async function writeIndex(
  repository: Repository,
  packs: readonly IndexedPack[],
  call: PlaceCall = {},
): Promise<readonly string[]> {
  const names: string[] = [];
  let [part, count]: [IndexedPack[], number] = [[], 0];
  const write = async () => {
    if (part.length > 0) names.push(await writeUnpacked(repository, "index", textOfIndex(part), call));
    [part, count] = [[], 0];
  };
  for (const pack of packs) {
    part.push(pack);
    count += pack.blobs.length;
    if (count >= mostBlobs) await write();
  }
  await write();
  return names;
}

function textOfIndex(packs: readonly IndexedPack[]): string {
  const written = packs.map(({ id, blobs }) => ({
    id,
    blobs: blobs.map((blob) => ({
      id: blob.id,
      type: blob.type,
      offset: blob.offset,
      length: blob.length,
      uncompressed_length: blob.rawLength ?? undefined,
    })),
  }));
  return JSON.stringify({ packs: written });
}

/** What an index file says, of which nothing is known yet. @throws VaultError `damaged`, naming the file */
export function parseIndex(name: string, value: unknown): readonly IndexedPack[] {
  try {
    return listIn(value, "packs").map((pack) => ({
      id: idIn(pack, "id"),
      blobs: listIn(pack, "blobs").map((blob) => parseBlob(blob)),
    }));
  } catch (error) {
    if (error instanceof VaultError) throw damaged("index", name, error.message);
    throw error;
  }
}

function parseBlob(blob: unknown): PackedBlob {
  const type = fieldIn(blob, "type");
  if (type !== "data" && type !== "tree") throw new VaultError("damaged", "a blob has no type");
  const raw = fieldIn(blob, "uncompressed_length");
  return {
    id: idIn(blob, "id"),
    type,
    offset: countIn(blob, "offset"),
    length: countIn(blob, "length"),
    rawLength: raw === undefined || raw === 0 ? null : countIn(blob, "uncompressed_length"),
  };
}

function fieldIn(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) throw new VaultError("damaged", "it holds no index");
  return (value as Readonly<Record<string, unknown>>)[name];
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = fieldIn(value, name);
  // Go writes null for a list without anything.
  if (list === null) return [];
  if (!Array.isArray(list)) throw new VaultError("damaged", `it has no list ${name}`);
  return list as readonly unknown[];
}

function idIn(value: unknown, name: string): string {
  const id = fieldIn(value, name);
  if (typeof id !== "string" || !/^[0-9a-f]{64}$/.test(id)) throw new VaultError("damaged", "a name is no hash");
  return id;
}

function countIn(value: unknown, name: string): number {
  const count = fieldIn(value, name);
  if (typeof count !== "number" || !Number.isInteger(count) || count < 0 || count > 0xffff_ffff)
    throw new VaultError("damaged", `${name} of a blob is no length`);
  return count;
}
