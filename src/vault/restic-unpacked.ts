import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { VaultError } from "../core/errors.ts";
import type { PlaceCall, StoredKind } from "./place.ts";
import type { Repository } from "./repository.ts";
import { hashName } from "./restic-cipher.ts";

/** The kinds that are sealed JSON under the name of their hash. */
type UnpackedKind = Extract<StoredKind, "index" | "locks" | "snapshots">;

/** An index of restic's has 8 MiB at most; what the storage gives may be anything. */
const mostBytes = 64 * 2 ** 20;

/** Writes sealed JSON under the hash of its sealed bytes; gives the name. Compressed where that is worth it. */
export async function writeUnpacked(
  { place, cipher }: Repository,
  kind: UnpackedKind,
  json: string,
  call: PlaceCall = {},
): Promise<string> {
  const plain = Buffer.from(json);
  // The byte 2 in front tells that Zstandard follows (doc/design.rst, "Unpacked Data Format").
  const whole = plain.length < 512 ? plain : Buffer.concat([Buffer.from([2]), zstdCompressSync(plain)]);
  const sealed = cipher.seal(whole);
  const name = hashName(sealed);
  await place.put(kind, name, sealed, call);
  return name;
}

/** Reads such a file: parsed JSON, of which nothing is known yet. @throws VaultError `damaged`, naming the file, `absent` */
export async function readUnpacked(
  { place, cipher }: Repository,
  kind: UnpackedKind,
  name: string,
  call: PlaceCall = {},
): Promise<unknown> {
  const sealed = await place.get(kind, name, call);
  if (hashName(sealed) !== name) throw damaged(kind, name, "its content has another hash than its name");
  try {
    const plain = cipher.open(sealed);
    const json = plain[0] === 2 ? zstdDecompressSync(plain.subarray(1), { maxOutputLength: mostBytes }) : plain;
    return JSON.parse(json.toString("utf8")) as unknown;
  } catch {
    throw damaged(kind, name, "it cannot be opened and read");
  }
}

/** What is said where a file of the repository is not what was written. */
export function damaged(kind: StoredKind, name: string, what: string): VaultError {
  return new VaultError("damaged", `The file ${kind}/${name} is damaged: ${what}.`, "Look with candor vault check.");
}
