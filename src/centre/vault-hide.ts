import { createHash } from "node:crypto";
import { VaultError } from "../core/errors.ts";
import { createBlobReader } from "../vault/blob-reader.ts";
import { walkSnapshot } from "../vault/list.ts";
import type { Repository } from "../vault/repository.ts";
import { loadIndex } from "../vault/restic-index.ts";
import type { Snapshot } from "../vault/restic-snapshot.ts";
import { batches } from "./phone-apks.ts";
import { listening } from "./phone-hashes.ts";
import { isAway, onLink, type PhoneLink } from "./phone-link.ts";
import type { LeftOut } from "./phone-tree.ts";
import type { OpenVault, VaultDesk } from "./vault-desk.ts";
import { demandNote, noteVault } from "./vault-journal.ts";
import { phoneOf } from "./vault-pull.ts";
import type { FoundItem } from "./vault-request.ts";

/** A file whose bytes are the same on the phone and in the vault: both were read to their end just now. */
export interface VerifiedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: bigint;
}

/** What became of files that were to be deleted on the phone. */
export interface HideOutcome {
  readonly deleted: readonly VerifiedFile[];
  /** Still on the phone, and why. */
  readonly kept: readonly LeftOut[];
}

/** The same while it grows: what is in it holds, however the work ends. */
export interface HideTally {
  readonly deleted: VerifiedFile[];
  readonly kept: LeftOut[];
  /** Files of a command that nobody heard the answer of: gone or still there. */
  inDoubt: number;
}

export interface HideProgress {
  readonly step: "vault" | "phone" | "delete";
  readonly done: number;
  readonly of: number;
  readonly path: string;
}

/** Bytes that the phone hashes in one command, so that each answers soon. */
const batchBytes = 192 * 1024 * 1024;
const bytesPerSecond = 4 * 1024 * 1024;
const patienceMs = 30_000;
/** In one command that deletes: after a cut no more than these are in doubt, and they are in the vault. */
const deletedAtOnce = 50;

/** One line for each file, in their order. `sha256sum` of standard input prints no name, which could hold anything. */
const hashScript = 'for f; do sha256sum < "$f" 2>/dev/null || echo no; done; echo end';
/** What was hashed is hashed again by the command that deletes it: a file that changed meanwhile stays. */
const deleteScript =
  'while [ "$#" -gt 1 ]; do if [ "$(sha256sum < "$2" 2>/dev/null)" = "$1  -" ]; then rm "$2" 2>/dev/null; if [ -e "$2" ]; then echo stays; else echo gone; fi; ' +
  'elif [ -e "$2" ]; then echo changed; else echo missing; fi; shift 2; done; echo end';

/**
 * Reads every file back from the vault, as it lies at its place, and has the phone hash its own: those that are the same, and those that are not.
 *
 * @throws VaultError, DeviceError
 */
export async function verifyOnBothSides(
  repository: Repository,
  snapshot: Snapshot,
  link: PhoneLink,
  items: readonly FoundItem[],
  options: { readonly signal?: AbortSignal | undefined; readonly onProgress: (progress: HideProgress) => void },
): Promise<{ readonly verified: readonly VerifiedFile[]; readonly left: readonly LeftOut[] }> {
  const files = items.filter(({ item }) => item.kind === "file");
  const kept = await hashesInVault(repository, snapshot, new Set(files.map(({ keptAs }) => keptAs)), options);
  const verified: VerifiedFile[] = [];
  const left: LeftOut[] = [];
  const named = files.filter(({ item }) => item.path.isWellFormed());
  for (const { item } of files)
    if (!item.path.isWellFormed())
      left.push({ path: item.path, reason: "its name is no text, so the phone's shell cannot be asked for it" });
  let done = 0;
  for (const batch of byBytes(named)) {
    options.onProgress({ step: "phone", done, of: named.length, path: batch[0]?.item.path ?? "" });
    const hashes = await hashesOnPhone(link, batch, options.signal);
    for (const [i, { item, keptAs }] of batch.entries()) {
      const [there, here] = [hashes[i], kept.get(keptAs)];
      if (there && there === here) verified.push({ path: item.path, sha256: there, bytes: item.stat.size });
      else if (!here) left.push({ path: item.path, reason: "it could not be read back from the vault" });
      else if (!there) left.push({ path: item.path, reason: "the phone did not hash it" });
      else
        left.push({
          path: item.path,
          reason: "it is not the same on the phone and in the vault: it changed meanwhile",
        });
    }
    done += batch.length;
  }
  return { verified, left };
}

/**
 * Deletes files on the phone that were verified, after it was noted in the journal which snapshot holds them. Each is hashed once more by the
 * command that deletes it. Stopped at any point, every deleted file is in the vault, and `tally` says what was heard of.
 *
 * @throws VaultError where the journal cannot be written: nothing is deleted then; DeviceError
 */
export async function deleteOnPhone(
  desk: VaultDesk,
  vault: OpenVault,
  link: PhoneLink,
  snapshot: Snapshot,
  files: readonly VerifiedFile[],
  onProgress: (progress: HideProgress) => void,
  tally: HideTally = { deleted: [], kept: [], inDoubt: 0 },
): Promise<HideOutcome> {
  const phone = await phoneOf(link, desk.signal);
  const note = {
    phone,
    snapshots: [snapshot.id],
    files: files.length,
    bytes: Number(files.reduce((sum, { bytes }) => sum + bytes, 0n)),
    list: listHash(files),
  };
  const { id } = vault.repository;
  await demandNote(desk, vault, id, {
    ...note,
    do: "hide-begin",
    about: `Will delete ${files.length} files on the phone`,
  });
  const { deleted, kept } = tally;
  try {
    for (let at = 0; at < files.length; at += deletedAtOnce) {
      if (desk.signal?.aborted) throw new VaultError("cancelled", "It was stopped.");
      for (const batch of byLength(files.slice(at, at + deletedAtOnce))) {
        onProgress({
          step: "delete",
          done: deleted.length + kept.length,
          of: files.length,
          path: batch[0]?.path ?? "",
        });
        await deleteBatch(link, batch, desk.signal, tally);
      }
    }
    return { deleted, kept };
  } finally {
    await noteVault(desk, vault, id, {
      ...note,
      do: "hide-end",
      about: `Deleted ${deleted.length} of ${files.length} files on the phone`,
      files: deleted.length,
    });
  }
}

/** Names a list of files by what is in them, as `sha256sum` prints it. */
export function listHash(files: readonly VerifiedFile[]): string {
  const list = createHash("sha256");
  for (const { sha256, path } of files) list.update(`${sha256}  ${path}\n`);
  return list.digest("hex");
}

async function hashesInVault(
  repository: Repository,
  snapshot: Snapshot,
  wanted: ReadonlySet<string>,
  {
    signal,
    onProgress,
  }: { readonly signal?: AbortSignal | undefined; readonly onProgress: (progress: HideProgress) => void },
): Promise<ReadonlyMap<string, string>> {
  const call = signal === undefined ? {} : { signal };
  const blobs = createBlobReader(repository, await loadIndex(repository, call), call);
  const hashes = new Map<string, string>();
  for await (const { path, node } of walkSnapshot(blobs, snapshot, call)) {
    if (!wanted.has(path) || node.type !== "file") continue;
    onProgress({ step: "vault", done: hashes.size, of: wanted.size, path });
    const hash = createHash("sha256");
    for (const blob of node.content ?? []) hash.update(await blobs.read("data", blob));
    hashes.set(path, hash.digest("hex"));
  }
  return hashes;
}

/** In the order of the files; undefined where the phone gave none. A phone that comes back is asked again. */
async function hashesOnPhone(
  link: PhoneLink,
  files: readonly FoundItem[],
  signal: AbortSignal | undefined,
): Promise<readonly (string | undefined)[]> {
  const bytes = Number(files.reduce((sum, { item }) => sum + item.stat.size, 0n));
  const limits = { timeoutMs: patienceMs + Math.ceil((bytes / bytesPerSecond) * 1000), maxBytes: 1024 * 1024, signal };
  const command = ["sh", "-c", hashScript, "sh", ...files.map(({ item }) => item.path)];
  return await onLink(link, async (source) => {
    const { stdout } = await listening(source, () => source.run(command, limits));
    const lines = new TextDecoder().decode(stdout).split("\n");
    // As many lines as files, or nobody knows which is whose.
    if (lines.length !== files.length + 2 || lines[files.length] !== "end") return [];
    return lines.slice(0, files.length).map((line) => /^([0-9a-f]{64}) {2}-$/.exec(line)?.[1]);
  });
}

async function deleteBatch(
  link: PhoneLink,
  files: readonly VerifiedFile[],
  signal: AbortSignal | undefined,
  tally: HideTally,
): Promise<void> {
  const { deleted, kept } = tally;
  const command = ["sh", "-c", deleteScript, "sh", ...files.flatMap(({ sha256, path }) => [sha256, path])];
  const bytes = Number(files.reduce((sum, file) => sum + file.bytes, 0n));
  const limits = { timeoutMs: patienceMs + Math.ceil((bytes / bytesPerSecond) * 1000), maxBytes: 1024 * 1024, signal };
  let cut = false;
  for (let tries = 1; ; tries++) {
    const { source } = link;
    try {
      const { stdout } = await listening(source, () => source.run(command, limits));
      const words = new TextDecoder().decode(stdout).split("\n");
      const whole = words.length === files.length + 2 && words[files.length] === "end";
      for (const [i, file] of files.entries()) {
        const word = whole ? (words[i] ?? "") : "";
        // After a cut, one that is missing was deleted by the command that nobody heard the answer of.
        if (word === "gone" || (cut && word === "missing")) deleted.push(file);
        else kept.push({ path: file.path, reason: reasons.get(word) ?? "the phone's answer was not understood" });
      }
      tally.inDoubt = 0;
      return;
    } catch (error) {
      tally.inDoubt = files.length;
      if (!isAway(error) || tries >= 5) throw error;
      cut = true;
      await link.again(source);
    }
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["stays", "the phone does not let it be deleted"],
  ["changed", "it changed after it was verified"],
  ["missing", "it was gone already"],
]);

function* byBytes(files: readonly FoundItem[]): Generator<readonly FoundItem[]> {
  const byPath = new Map(files.map((file) => [file.item.path, file]));
  for (const paths of batches([...byPath.keys()])) {
    let batch: FoundItem[] = [];
    let bytes = 0n;
    for (const path of paths) {
      const file = byPath.get(path);
      if (!file) continue;
      if (batch.length > 0 && bytes + file.item.stat.size > batchBytes) {
        yield batch;
        [batch, bytes] = [[], 0n];
      }
      batch.push(file);
      bytes += file.item.stat.size;
    }
    if (batch.length > 0) yield batch;
  }
}

function* byLength(files: readonly VerifiedFile[]): Generator<readonly VerifiedFile[]> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const paths of batches([...byPath.keys()])) yield paths.flatMap((path) => byPath.get(path) ?? []);
}
