import { canonicalJson } from "../core/canonical-json.ts";
import { FormatError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import { type BodySeal, bodyOfLine, digestOf, type JournalHead } from "./journal-chain.ts";
import { consistencyProof, extendsTree, includes, inclusionProof, leafHash, treeHash } from "./merkle-tree.ts";
import { type Checkpoint, readCheckpoint, readNote } from "./signed-note.ts";

/** Leaves of the tree over a journal: of each entry the hash of its head in canonical JSON, which names the digest of the body. */
export function journalLeaves(heads: readonly JournalHead[]): Uint8Array[] {
  return heads.map((head) => leafHash(canonicalJson({ ...head })));
}

/** The state of a journal, to be signed. */
export function journalCheckpoint(origin: string, leaves: readonly Uint8Array[]): Checkpoint {
  return { origin, size: leaves.length, root: treeHash(leaves) };
}

/** Proves offline that an entry is in the journal that a checkpoint is of. Hashes are base64. */
export interface InclusionDocument {
  readonly schema: "candor.journal-inclusion/1";
  readonly head: JournalHead;
  /** What the digest in the head is of; null where the content is not told. */
  readonly content: { readonly salt: string; readonly body: Json } | null;
  readonly path: readonly string[];
  /** The signed checkpoint, as text. */
  readonly checkpoint: string;
}

/** Makes the proof for one entry. @param note the signed checkpoint over `leaves` */
export function inclusionDocument(
  head: JournalHead,
  content: InclusionDocument["content"],
  leaves: readonly Uint8Array[],
  note: string,
): InclusionDocument {
  const { size } = readCheckpoint(readNote(note).text);
  const path = inclusionProof(leaves, head.n, size).map(base64);
  return { schema: "candor.journal-inclusion/1", head, content, path, checkpoint: note };
}

/** What is wrong with a proof of inclusion, in sentences; none where it holds. The signature of its checkpoint is verified by whoever has the key. */
export function inclusionFaults({ head, content, path, checkpoint }: InclusionDocument): readonly string[] {
  const { root, size } = readCheckpoint(readNote(checkpoint).text);
  const leaf = leafHash(canonicalJson({ ...head }));
  const faults: string[] = [];
  if (!includes(root, size, head.n, leaf, path.map(bytes)))
    faults.push(`The entry is not number ${head.n} of the ${size} entries that the checkpoint is of.`);
  if (content && digestOf(content.salt, content.body) !== head.digest)
    faults.push("The content is not the one that the entry was written with.");
  return faults;
}

/** Proves offline that one state of a journal is the beginning of a later one. */
export interface ConsistencyDocument {
  readonly schema: "candor.journal-consistency/1";
  readonly before: string;
  readonly after: string;
  readonly proof: readonly string[];
}

/** Makes the proof that the journal of `before` begins the one of `after`. @throws VaultError `refused` where it is the longer one */
export function consistencyDocument(leaves: readonly Uint8Array[], before: string, after: string): ConsistencyDocument {
  const [old, now] = [before, after].map((note) => readCheckpoint(readNote(note).text).size) as [number, number];
  const proof = consistencyProof(leaves, old, now).map(base64);
  return { schema: "candor.journal-consistency/1", before, after, proof };
}

/** What is wrong with a proof of consistency, in sentences. */
export function consistencyFaults({ before, after, proof }: ConsistencyDocument): readonly string[] {
  const [old, now] = [before, after].map((note) => readCheckpoint(readNote(note).text)) as [Checkpoint, Checkpoint];
  if (old.origin !== now.origin) return ["The two checkpoints are of different journals."];
  if (extendsTree(old.root, old.size, now.root, now.size, proof.map(bytes))) return [];
  return [`The ${old.size} entries of the earlier checkpoint are not the first of the ${now.size} of the later one.`];
}

/** Reads a proof of either kind. @throws FormatError */
export function readProof(text: string): InclusionDocument | ConsistencyDocument {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FormatError("proof", "it is no JSON");
  }
  const document = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (document["schema"] === "candor.journal-consistency/1") {
    const { schema, before, after, proof } = document;
    if (typeof before === "string" && typeof after === "string" && isPath(proof))
      return { schema, before, after, proof };
  }
  if (document["schema"] === "candor.journal-inclusion/1") {
    const { schema, checkpoint, path } = document;
    const [head, content] = [headOf(document["head"]), contentOf(document["content"])];
    if (head && content !== undefined && typeof checkpoint === "string" && isPath(path))
      return { schema, head, content, path, checkpoint };
  }
  throw new FormatError("proof", "this is no proof of a journal, or one of another version");
}

/** The content of an entry out of its line: what its digest is of. @throws VaultError `locked`, `damaged` */
export async function contentOfLine(line: string, open: BodySeal["open"]): Promise<InclusionDocument["content"]> {
  const { salt, body } = await bodyOfLine(line, open);
  return salt === undefined || body === undefined ? null : { salt, body };
}

function headOf(value: unknown): JournalHead | undefined {
  const { n, at, kind, digest, prev } = (value ?? {}) as Partial<JournalHead>;
  if (typeof n !== "number" || ![at, kind, digest, prev].every((text) => typeof text === "string")) return undefined;
  return { n, at: String(at), kind: String(kind), digest: String(digest), prev: String(prev) };
}

function contentOf(value: unknown): InclusionDocument["content"] | undefined {
  if (value === null) return null;
  const { salt, body } = (value ?? {}) as { salt?: unknown; body?: Json };
  return typeof salt === "string" && body !== undefined ? { salt, body } : undefined;
}

function isPath(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= 64 && value.every((hash) => typeof hash === "string");
}

function base64(hash: Uint8Array): string {
  return Buffer.from(hash).toString("base64");
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text, "base64");
}
