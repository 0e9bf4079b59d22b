import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Identity } from "age-encryption";
import { DeviceError, FormatError, VaultError } from "../core/errors.ts";
import { decryptAge } from "../vault/age-stream.ts";
import { filePieces, writePieces } from "../vault/file-pieces.ts";
import type { EvidenceDesk, VerifiedEvidence } from "./evidence-desk.ts";
import { isEvidence } from "./evidence-package.ts";
import { type LookedAtFile, type LookOptions, lookAtFile } from "./look-at-file.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import {
  isRunning,
  mostReceived,
  type PassingFolder,
  passingFolder,
  type ReceivedFile,
  safeName,
  usualLimits,
} from "./receive-file.ts";
import { readSnapshot } from "./saved-snapshot.ts";
import { type SealedFor, sealedFor } from "./sealed-kinds.ts";
import { makePrivate, runtimeFolder } from "./session-key.ts";
import { identitiesFor } from "./share.ts";

/** A sealed file that was received. */
export interface SealedLetter {
  readonly id: string;
  /** As it was called; outside text. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly bytes: number;
  /** What opens it. */
  readonly for: readonly SealedFor[];
  /** What was in it; null until it was opened. */
  readonly opened: OpenedLetter | null;
}

/** What was in a sealed file. All of it was verified to be what was sealed, and by nobody knows whom. */
export interface OpenedLetter {
  /** For the file. */
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** An archive may hold what Candor examines: a capture, a bug report, an app. */
  readonly holds: "evidence" | "examination" | "archive" | "file";
  /** What was found about an evidence package. */
  readonly evidence: VerifiedEvidence | null;
  readonly examination: { readonly takenAt: string | null; readonly source: string } | null;
}

type Inside = Pick<OpenedLetter, "holds" | "evidence" | "examination">;

/** With what it is opened; with this Candor's own key where both are left out. */
export interface OpenWith {
  readonly passphrase?: string | undefined;
  /** The text of a key, which is not kept. */
  readonly key?: string | undefined;
}

/** What is held at a time; the oldest go. */
const mostHeld = 5;
/** Bytes that are left free, in memory and on the disk. */
const spare = { memory: 64 * 1024 * 1024, disk: usualLimits.spare };
const passing = "received-";

interface Held {
  about: SealedLetter;
  readonly file: ReceivedFile;
  /** The key of the file, once it was opened. */
  fileKey: Uint8Array | null;
}

/**
 * Sealed files that a person received, held sealed as they came. What is in them is opened in memory while it is saved; to be looked into it lies,
 * for that moment, in a folder that the system keeps in memory where it has one. All of it is gone when Candor ends or is locked.
 */
export class ReceivedDesk {
  readonly #place: PrivatePlace;
  readonly #evidence: EvidenceDesk;
  readonly #held = new Map<string, Held>();

  constructor(place: PrivatePlace, evidence: EvidenceDesk) {
    this.#place = place;
    this.#evidence = evidence;
  }

  /** Takes over a file that was received; it is removed where it is none that is sealed. @throws VaultError `damaged`, `locked` */
  async take(file: ReceivedFile): Promise<SealedLetter> {
    try {
      await this.#demandOpen();
      const id = randomBytes(9).toString("hex");
      const about = { id, name: file.name, at: this.#place.now(), bytes: file.size, for: await sealedFor(file.path) };
      this.#held.set(id, { about: { ...about, opened: null }, file, fileKey: null });
      for (const old of [...this.#held.keys()].slice(0, -mostHeld)) await this.remove(old);
      return { ...about, opened: null };
    } catch (error) {
      await file.remove();
      throw error;
    }
  }

  /** What is held, the latest first. @throws VaultError `locked` */
  async list(): Promise<readonly SealedLetter[]> {
    await this.#demandOpen();
    return [...this.#held.values()].map(({ about }) => about).reverse();
  }

  /** One of them. @throws VaultError `locked` */
  async letter(id: string): Promise<SealedLetter | undefined> {
    await this.#demandOpen();
    return this.#held.get(id)?.about;
  }

  /** Opens a file, verifies all of it, and tells what is in it. @throws VaultError `refused`, `wrong-passphrase`, `damaged`, `locked` */
  async open(id: string, { passphrase, key }: OpenWith, options: LookOptions): Promise<SealedLetter> {
    const held = await this.#demandHeld(id);
    const asked = async () => {
      if (passphrase !== undefined) return passphrase;
      throw new VaultError("wrong-passphrase", "It was sealed with a passphrase.", "Ask whoever sealed it for it.");
    };
    let fileKey: Uint8Array | null = null;
    const identities = (await this.#identities(key, asked)).map(
      (identity): Identity => ({
        unwrapFileKey: async (stanzas) => {
          const found = await identity.unwrapFileKey(stanzas);
          fileKey = found ?? fileKey;
          return found;
        },
      }),
    );
    const whole = await verified(held, identities, options);
    held.fileKey = fileKey;
    const name = safeName(held.file.name.replace(/\.age$/i, "")) || "file";
    const bare = { name, bytes: whole.bytes, sha256: whole.sha256 };
    held.about = { ...held.about, opened: { ...bare, ...(await this.#inside(held, whole, name, options)) } };
    return held.about;
  }

  /** Keeps what is in it among the examinations, or looks into the app in it, as if it had been dropped unsealed. @throws as `lookAtFile` */
  async look(id: string, options: LookOptions): Promise<LookedAtFile> {
    const held = await this.#demandHeld(id);
    const name = demandOpened(held).name;
    return await this.#unsealed(held, name, options.signal, async (path) => {
      return await lookAtFile(this.#place, path, options);
    });
  }

  /** What was in it, to be saved. @throws VaultError `locked`, `refused` where it was not opened yet */
  async content(
    id: string,
  ): Promise<{ readonly name: string; readonly pieces: AsyncGenerator<Uint8Array> } | undefined> {
    await this.#demandOpen();
    const held = this.#held.get(id);
    return held && { name: demandOpened(held).name, pieces: piecesOf(held) };
  }

  /** Removes a received file; what was saved or kept of it stays. */
  async remove(id: string): Promise<boolean> {
    const held = this.#held.get(id);
    this.#held.delete(id);
    held?.fileKey?.fill(0);
    await held?.file.remove();
    return held !== undefined;
  }

  async close(): Promise<void> {
    for (const id of [...this.#held.keys()]) await this.remove(id);
  }

  async #inside(held: Held, { begins, bytes }: Whole, name: string, { signal }: LookOptions): Promise<Inside> {
    const isZip = begins.startsWith("PK\u0003\u0004");
    const none = { evidence: null, examination: null };
    if (bytes > mostReceived || (!isZip && !begins.trimStart().startsWith("{"))) return { holds: "file", ...none };
    return await this.#unsealed(held, name, signal, async (path) => {
      try {
        return await this.#told(path, isZip, name, signal);
      } catch (error) {
        // What cannot be looked into can be saved still.
        if (signal.aborted || !(error instanceof DeviceError || error instanceof VaultError)) throw error;
        return { holds: isZip ? "archive" : "file", ...none };
      }
    });
  }

  async #told(path: string, isZip: boolean, name: string, signal: AbortSignal): Promise<Inside> {
    const none = { evidence: null, examination: null };
    if (isZip && (await isEvidence(path)))
      return { ...none, holds: "evidence", evidence: await this.#evidence.verify(path, name, signal) };
    if (isZip) return { ...none, holds: "archive" };
    const snapshot = await readSnapshot(path);
    if (!snapshot) return { ...none, holds: "file" };
    const { takenAt, source } = snapshot;
    return { ...none, holds: "examination", examination: { takenAt, source: source.name } };
  }

  /** @throws VaultError `refused` for a key that is none, or that a passphrase protects */
  async #identities(key: string | undefined, asked: () => Promise<string>): Promise<readonly Identity[]> {
    try {
      return await identitiesFor(this.#place, key, asked);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      const why = error.message.slice(error.format.length + 2);
      throw new VaultError("refused", `This key cannot be used: ${why}.`, "Give the secret half of an age or SSH key.");
    }
  }

  /** Lets something read what is in a sealed file, which is gone afterwards. */
  async #unsealed<T>(held: Held, name: string, signal: AbortSignal, work: (path: string) => Promise<T>): Promise<T> {
    const folder = await clearFolder(this.#place, demandSize(held));
    try {
      const path = join(folder.path, name);
      const file = await open(path, "wx", 0o600);
      try {
        await writePieces(file.fd, stoppable(piecesOf(held), signal));
      } finally {
        await file.close();
      }
      return await work(path);
    } finally {
      await folder.remove();
    }
  }

  async #demandHeld(id: string): Promise<Held> {
    await this.#demandOpen();
    const held = this.#held.get(id);
    if (!held) throw new VaultError("absent", "This sealed file is no longer at hand.", "Open it once more.");
    return held;
  }

  async #demandOpen(): Promise<void> {
    if ((await openPrivate(this.#place)).state !== "locked") return;
    await this.close();
    throw new VaultError("locked", "What was received is locked.", "Unlock Candor: candor unlock");
  }
}

/** Removes what a Candor that was killed left in memory. */
export async function removeUnsealed({ process: of }: PrivatePlace): Promise<void> {
  const { path } = await runtimeFolder(of?.env);
  for (const name of await readdir(path).catch(() => [])) {
    const pid = Number(/^received-(\d{1,10})-/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isSafeInteger(pid) && (pid === process.pid || !isRunning(pid)))
      await rm(join(path, name), { recursive: true, force: true });
  }
}

interface Whole {
  readonly bytes: number;
  readonly sha256: string;
  readonly begins: string;
}

/** Reads all of it, so that nothing of a file is believed whose end is missing. */
async function verified(
  { file, about }: Held,
  identities: readonly Identity[],
  { signal, onProgress }: LookOptions,
): Promise<Whole> {
  const hash = createHash("sha256");
  let bytes = 0;
  let begins = "";
  for await (const piece of stoppable(decryptAge(filePieces(file.path), identities), signal)) {
    if (begins === "") begins = Buffer.from(piece.subarray(0, 64)).toString("latin1");
    hash.update(piece);
    bytes += piece.length;
    onProgress?.({ about: about.name, done: Math.min(bytes, about.bytes), of: about.bytes });
  }
  return { bytes, sha256: hash.digest("hex"), begins };
}

function piecesOf({ file, fileKey }: Held): AsyncGenerator<Uint8Array> {
  const key = fileKey && Uint8Array.from(fileKey);
  return decryptAge(filePieces(file.path), [{ unwrapFileKey: () => key }]);
}

function demandOpened({ about, fileKey }: Held): OpenedLetter {
  if (about.opened && fileKey) return about.opened;
  throw new VaultError("refused", "This file is still sealed.", "Open it first.");
}

const demandSize = ({ about }: Held): number => about.bytes;

async function clearFolder(place: PrivatePlace, bytes: number): Promise<PassingFolder> {
  const { path: runtime, inMemory } = await runtimeFolder(place.process?.env);
  if (!inMemory) return await passingFolder(place.dataFolder, bytes + spare.disk);
  await makePrivate(runtime);
  const room = await statfs(runtime).catch(() => undefined);
  if (!room || room.bavail * room.bsize < bytes + spare.memory)
    return await passingFolder(place.dataFolder, bytes + spare.disk);
  const path = join(runtime, `${passing}${process.pid}-${randomBytes(8).toString("hex")}`);
  await mkdir(path, { mode: 0o700 });
  return { path, remove: async () => await rm(path, { recursive: true, force: true }) };
}

async function* stoppable(pieces: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}
