import { createHash, randomBytes } from "node:crypto";
import { DeviceError, VaultError } from "../core/errors.ts";
import { openSync } from "../device/sync-client.ts";
import { type BlobReader, createBlobReader } from "../vault/blob-reader.ts";
import { bytesOfText } from "../vault/entry.ts";
import { walkSnapshot } from "../vault/list.ts";
import { loadIndex } from "../vault/restic-index.ts";
import { findSnapshot, type Snapshot } from "../vault/restic-snapshot.ts";
import { posixModeOf, type TreeNode } from "../vault/restic-tree.ts";
import { listening } from "./phone-hashes.ts";
import { onLink, type PhoneLink } from "./phone-link.ts";
import type { LeftOut } from "./phone-tree.ts";
import type { OpenVault, VaultDesk } from "./vault-desk.ts";
import { demandNote, noteVault } from "./vault-journal.ts";
import { phoneOf } from "./vault-pull.ts";

/** A file of a snapshot, and where on the phone it is to lie. */
export interface ReturnedFile {
  /** Its path in the snapshot. */
  readonly path: string;
  /** Its path on the phone. */
  readonly to: string;
  readonly bytes: number;
  readonly node: TreeNode;
}

/** What would be put on the phone, and what not. */
export interface ReturnPlan {
  readonly snapshot: Snapshot;
  readonly files: readonly ReturnedFile[];
  readonly bytes: number;
  readonly left: readonly LeftOut[];
}

export interface ReturnOptions {
  /** Only what lies at or below these paths of the snapshot. */
  readonly include?: readonly string[];
  /** A folder of the phone's shared storage; where the files were when left out. */
  readonly into?: string;
  /** The folder of the snapshot that `into` stands for; the whole snapshot when left out. */
  readonly base?: string;
}

export interface ReturnProgress {
  readonly files: number;
  readonly bytes: number;
  readonly path: string;
}

/** What became of the files of a plan. */
export interface ReturnOutcome {
  /** Paths on the phone, each read by the phone to its last byte after it was put there. */
  readonly returned: readonly string[];
  /** Those that lie there already, the same to the last byte. */
  readonly same: readonly string[];
  readonly bytes: number;
  readonly left: readonly LeftOut[];
}

/** The same while it grows: what is in it holds, however the work ends. */
export interface ReturnTally {
  readonly returned: string[];
  readonly same: string[];
  readonly left: LeftOut[];
  bytes: number;
}

/** Where the shell may write what belongs to its owner, and nothing that the system or an app alone uses. */
const shared = /^\/(?:sdcard|storage\/emulated\/\d{1,4}|storage\/[0-9A-F]{4}-[0-9A-F]{4})(?:\/|$)/;
const patienceMs = 30_000;
const bytesPerSecond = 4 * 1024 * 1024;

/** Whether something lies under a name, and its SHA-256. */
const lookScript =
  'if [ -e "$1" ]; then if [ -f "$1" ]; then sha256sum < "$1" 2>/dev/null || echo no; else echo other; fi; else echo none; fi; echo end';
/** Gives what was sent its name where nothing has that, and hashes what then lies under it. */
const placeScript =
  'if [ -e "$2" ]; then echo there; else if mv -n "$1" "$2" 2>/dev/null; then sha256sum < "$2" 2>/dev/null || echo no; else echo stays; fi; fi; rm -f "$1" 2>/dev/null; echo end';

/**
 * Looks which files of a snapshot (latest, or the beginning of its id) can be put on a phone: those of its shared storage, under their own names.
 *
 * @throws VaultError `refused` where `into` is no folder of the shared storage; `absent`, `damaged`
 */
export async function planReturn(
  desk: VaultDesk,
  vault: OpenVault,
  name: string,
  { include, into, base }: ReturnOptions,
): Promise<ReturnPlan> {
  const call = desk.signal === undefined ? {} : { signal: desk.signal };
  if (into !== undefined && !isShared(into))
    throw new VaultError("refused", `${into} is no folder of the phone's shared storage, such as /sdcard/Download.`);
  const snapshot = await findSnapshot(vault.repository, name, call);
  const reader = createBlobReader(vault.repository, await loadIndex(vault.repository, call), call);
  const files: ReturnedFile[] = [];
  const left: LeftOut[] = [];
  for (const under of include ?? [undefined])
    for await (const { path, node } of walkSnapshot(reader, snapshot, {
      ...call,
      ...(under !== undefined && { under }),
    })) {
      if (node.type === "dir") continue;
      const to = into === undefined ? `/${path}` : `${into.replace(/\/+$/, "")}/${below(path, base)}`;
      const reason = obstacle(node, path, to);
      if (reason === null) files.push({ path, to, bytes: Number(node.size), node });
      else left.push({ path, reason });
    }
  return { snapshot, files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), left };
}

/** A path as it is seen from a folder above it; the whole path where that is not above it. */
function below(path: string, base: string | undefined): string {
  return base !== undefined && base !== "" && path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
}

/** The part of the shared storage that a path of a plan lies on. */
export function volumeOf(path: string): string {
  return shared.exec(path)?.[0].replace(/\/$/, "") ?? path;
}

function isShared(path: string): boolean {
  return shared.test(path) && !path.split("/").some((name) => name === "." || name === "..");
}

function obstacle(node: TreeNode, path: string, to: string): string | null {
  if (node.type !== "file") return `it is a ${node.type}; only files are put on the phone`;
  // A tree is somebody's input: a name is one name, and never a way.
  if (path.split("/").some((name) => name === "" || name === "." || name === "..") || to.includes("\0"))
    return "its name would lead elsewhere";
  if (!to.isWellFormed()) return "its name is no text, so the phone's shell cannot be asked for it";
  return isShared(to) ? null : "it is no file of the shared storage; say where it is to lie";
}

/**
 * Puts the files of a plan on the phone, after that was noted in the journal: each is sent under a name of Candor's beside its place, gets its
 * own name where nothing has that, and is then hashed by the phone. Nothing that lies there is replaced. A phone that is unplugged is waited
 * for, and a file that was cut off is sent anew. Stopped at any point, `tally` says what lies there.
 *
 * @throws VaultError where the journal cannot be written: nothing is sent then; DeviceError where the phone does not come back
 */
export async function returnToPhone(
  desk: VaultDesk,
  vault: OpenVault,
  link: PhoneLink,
  plan: ReturnPlan,
  onProgress: (progress: ReturnProgress) => void,
  tally: ReturnTally = { returned: [], same: [], left: [], bytes: 0 },
): Promise<ReturnOutcome> {
  const { repository } = vault;
  const note = {
    phone: await onLink(link, () => phoneOf(link, desk.signal)),
    snapshots: [plan.snapshot.id],
    files: plan.files.length,
    bytes: plan.bytes,
    list: createHash("sha256")
      .update(plan.files.map(({ to }) => `${to}\n`).join(""))
      .digest("hex"),
  };
  const about = `Will put ${plan.files.length} files on the phone`;
  await demandNote(desk, vault, repository.id, { ...note, do: "return-begin", about });
  const call = desk.signal === undefined ? {} : { signal: desk.signal };
  tally.left.push(...plan.left);
  const work: Work = {
    link,
    signal: desk.signal,
    reader: createBlobReader(repository, await loadIndex(repository, call), call),
    tally,
    onProgress,
  };
  try {
    for (const file of plan.files) {
      if (desk.signal?.aborted) throw new VaultError("cancelled", "It was stopped.");
      await returnFile(work, file);
    }
    return tally;
  } finally {
    const done = `Put ${tally.returned.length} of ${plan.files.length} files on the phone`;
    await noteVault(desk, vault, repository.id, {
      ...note,
      do: "return-end",
      about: done,
      files: tally.returned.length,
      bytes: tally.bytes,
    });
  }
}

interface Work {
  readonly link: PhoneLink;
  readonly signal: AbortSignal | undefined;
  readonly reader: BlobReader;
  readonly tally: ReturnTally;
  readonly onProgress: (progress: ReturnProgress) => void;
}

async function returnFile(work: Work, file: ReturnedFile): Promise<void> {
  const { path, to } = file;
  const { tally } = work;
  const leave = (reason: string) => void tally.left.push({ path, reason });
  work.onProgress({ files: tally.returned.length, bytes: tally.bytes, path });
  const lies = await answer(work, file, lookScript, [to]);
  if (lies === "other") return leave("something else than a file has its name on the phone");
  if (lies !== "none") {
    const kept = await hashKept(work, file);
    if (typeof kept !== "string") return leave(kept.reason);
    if (lies === kept) tally.same.push(to);
    else leave("another file has its name on the phone, and was left as it is");
    return;
  }
  const as = `${to.slice(0, to.lastIndexOf("/"))}/.candor-${randomBytes(8).toString("hex")}.part`;
  const sent = await send(work, file, as);
  if ("reason" in sent) return leave(sent.reason);
  const placed = await answer(work, file, placeScript, [as, to]);
  // After a cut, the one that lies there may be the one that was placed by the command that nobody heard the answer of.
  const found = placed === "there" ? await answer(work, file, lookScript, [to]) : placed;
  if (found === sent.sha256) {
    tally.returned.push(to);
    tally.bytes += file.bytes;
  } else if (placed === "there") leave("another file got its name on the phone meanwhile, and was left as it is");
  else if (placed === "stays") leave("the phone does not let it have its name");
  else leave("it is not the same on the phone and in the vault");
}

/** Sends a file under a name of Candor's in its folder. What the vault or the phone refuses is a reason, and nothing of it stays. */
async function send(
  { link, signal, reader }: Work,
  { node }: ReturnedFile,
  as: string,
): Promise<{ readonly sha256: string } | { readonly reason: string }> {
  try {
    return await onLink(link, async (source) => {
      const hash = createHash("sha256");
      const client = await openSync(source, signal);
      try {
        const pieces = piecesOf(reader, node, signal, (piece) => hash.update(piece));
        const mtime = node.modified / 1_000_000_000n;
        await client.write(bytesOfText(as), { permissions: posixModeOf(node.mode) & 0o666, mtime, pieces });
        return { sha256: hash.digest("hex") };
      } finally {
        client.close();
      }
    });
  } catch (error) {
    // Where the phone is gone or the person stopped it, this is tried and may fail.
    await link.source.run(["rm", "-f", as], { timeoutMs: patienceMs, maxBytes: 4096 }).catch(() => undefined);
    if (error instanceof VaultError && (error.code === "damaged" || error.code === "absent"))
      return { reason: `it could not be read from the vault: ${error.message}` };
    if (error instanceof DeviceError && error.code === "refused") return { reason: error.message };
    throw error;
  }
}

async function* piecesOf(
  reader: BlobReader,
  node: TreeNode,
  signal: AbortSignal | undefined,
  onPiece: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for (const id of node.content ?? []) {
    if (signal?.aborted) throw new VaultError("cancelled", "It was stopped.");
    const piece = await reader.read("data", id);
    onPiece(piece);
    yield piece;
  }
}

/** The SHA-256 of what the vault holds of a file. */
async function hashKept(
  { reader, signal }: Work,
  { node }: ReturnedFile,
): Promise<string | { readonly reason: string }> {
  const hash = createHash("sha256");
  try {
    for await (const _ of piecesOf(reader, node, signal, (piece) => hash.update(piece)));
    return hash.digest("hex");
  } catch (error) {
    if (!(error instanceof VaultError) || error.code === "cancelled") throw error;
    return { reason: `it could not be read from the vault: ${error.message}` };
  }
}

/** The one word that a script says of a file: a SHA-256 or a word of its own. A phone that comes back is asked again. */
async function answer(work: Work, file: ReturnedFile, script: string, paths: readonly string[]): Promise<string> {
  const { link, signal } = work;
  const limits = { timeoutMs: patienceMs + Math.ceil((file.bytes / bytesPerSecond) * 1000), maxBytes: 4096, signal };
  return await onLink(link, async (source) => {
    const { stdout } = await listening(source, () => source.run(["sh", "-c", script, "sh", ...paths], limits));
    const [word = "", end, ...more] = new TextDecoder().decode(stdout).split("\n");
    if (end !== "end" || more.length !== 1) return "";
    return /^([0-9a-f]{64}) {2}-$/.exec(word)?.[1] ?? word;
  });
}
