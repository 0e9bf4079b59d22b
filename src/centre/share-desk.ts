import { createHash, randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Recipient } from "age-encryption";
import { VaultError } from "../core/errors.ts";
import { armored } from "../vault/age-armor.ts";
import { encryptAge } from "../vault/age-stream.ts";
import { filePieces, writePieces } from "../vault/file-pieces.ts";
import { noteInJournal } from "./journal-notes.ts";
import { linesOfKnown } from "./known-recipients.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import { demandRoom, type PassingFolder, passingFolder, safeName, usualLimits } from "./receive-file.ts";
import { type NamedRecipient, recipientList } from "./recipient-list.ts";
import { passphraseRecipient } from "./share.ts";

/** For whom something is sealed: keys and people who are kept, or whoever knows a passphrase. */
export type SealFor =
  | { readonly recipients: string; readonly known: readonly string[] }
  | { readonly passphrase: string };

/** How it is sealed. */
export interface SealWish {
  readonly to: SealFor;
  /** As text, to be pasted into a message. */
  readonly armor: boolean;
}

/** What is sealed. */
export interface ToSeal {
  /** As the file is called without `.age`. */
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Bytes, as far as they are known. */
  readonly bytes: number;
}

/** A sealed file that can be saved. */
export interface SealedFile {
  readonly id: string;
  /** For the file. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly bytes: number;
  /** Of the sealed file, in hexadecimal. */
  readonly sha256: string;
  /** For how many keys; null for whoever knows the passphrase. */
  readonly keys: number | null;
  /** Why it could not be noted in the journal; null where it was. */
  readonly problem: string | null;
}

/** What is worked with while a file is sealed. */
export interface SealTools {
  readonly signal: AbortSignal;
  readonly onProgress?: (bytes: number) => void;
}

/** What is held at a time; the oldest go. */
const mostSealed = 5;
const mostOrders = 20;
/** Milliseconds that a wish waits for its file. */
const orderMs = 10 * 60_000;

interface Order {
  readonly recipients: Recipients;
  readonly armor: boolean;
  readonly until: number;
}

interface Recipients {
  readonly sealTo: readonly (string | Recipient)[];
  /** null for a passphrase. */
  readonly keys: number | null;
}

/**
 * Files that a person seals for others. What is sealed passes through the memory alone; the sealed file is held until it is saved, and gone when
 * Candor ends or is locked.
 */
export class ShareDesk {
  readonly #place: PrivatePlace;
  readonly #orders = new Map<string, Order>();
  readonly #sealed = new Map<
    string,
    { readonly about: SealedFile; readonly path: string; readonly in: PassingFolder }
  >();

  constructor(place: PrivatePlace) {
    this.#place = place;
  }

  /** Takes a wish, so that neither keys nor passphrase are in the address that its file is sent to. @throws VaultError `refused`, `locked` */
  async order({ to, armor }: SealWish): Promise<string> {
    await this.#demandOpen();
    const now = this.#place.now();
    for (const [id, { until }] of this.#orders) if (until < now) this.#orders.delete(id);
    const id = newId();
    this.#orders.set(id, { recipients: await this.#recipients(to), armor, until: now + orderMs });
    for (const old of [...this.#orders.keys()].slice(0, -mostOrders)) this.#orders.delete(old);
    return id;
  }

  /** Seals a file that is being sent, by a wish that is good for one. @throws VaultError `absent` */
  async sealOrdered(order: string, what: ToSeal, tools: SealTools): Promise<SealedFile> {
    await this.#demandOpen();
    const found = this.#orders.get(order);
    this.#orders.delete(order);
    if (!found || found.until < this.#place.now())
      throw new VaultError("absent", "For whom it is to be sealed is no longer known.", "Say it once more.");
    return await this.#seal(found.recipients, found.armor, what, tools);
  }

  /** Seals what is at hand. @throws VaultError `refused`, `locked`, `unwritable`; the system's error */
  async seal({ to, armor }: SealWish, what: ToSeal, tools: SealTools): Promise<SealedFile> {
    await this.#demandOpen();
    return await this.#seal(await this.#recipients(to), armor, what, tools);
  }

  /** What is held, the latest first. @throws VaultError `locked` */
  async list(): Promise<readonly SealedFile[]> {
    await this.#demandOpen();
    return [...this.#sealed.values()].map(({ about }) => about).reverse();
  }

  /** A sealed file, to be saved. @throws VaultError `locked` */
  async file(
    id: string,
  ): Promise<{ readonly about: SealedFile; readonly pieces: AsyncGenerator<Uint8Array> } | undefined> {
    await this.#demandOpen();
    const found = this.#sealed.get(id);
    return found && { about: found.about, pieces: filePieces(found.path) };
  }

  /** Removes a sealed file; one that was saved stays where it was saved. */
  async remove(id: string): Promise<boolean> {
    const found = this.#sealed.get(id);
    this.#sealed.delete(id);
    await found?.in.remove();
    return found !== undefined;
  }

  async close(): Promise<void> {
    this.#orders.clear();
    for (const id of [...this.#sealed.keys()]) await this.remove(id);
  }

  async #recipients(to: SealFor): Promise<Recipients> {
    if ("passphrase" in to) return { sealTo: [passphraseRecipient(to.passphrase)], keys: null };
    const lines = [to.recipients, ...(await linesOfKnown(this.#place, to.known))];
    const named: readonly NamedRecipient[] = recipientList(lines.join("\n"));
    if (named.length === 0)
      throw new VaultError("refused", "Nobody was named whom it is to be sealed for.", "Give a key or a passphrase.");
    return { sealTo: named.map(({ recipient }) => recipient), keys: named.length };
  }

  async #seal(to: Recipients, armor: boolean, what: ToSeal, tools: SealTools): Promise<SealedFile> {
    const folder = await passingFolder(this.#place.dataFolder, what.bytes + usualLimits.spare);
    const name = `${safeName(what.name)}.age`;
    const path = join(folder.path, name);
    try {
      const sealed = encryptAge(counted(what.pieces, this.#place.dataFolder, tools), to.sealTo);
      const written = await writeHashed(path, armor ? armored(sealed) : sealed);
      const note = { file: name, format: "age", ...written, about: what.name.slice(0, 300) };
      const problem = await noteInJournal(this.#place, [{ kind: "export", body: note }]);
      const about = { id: newId(), name, at: this.#place.now(), ...written, keys: to.keys, problem };
      this.#sealed.set(about.id, { about, path, in: folder });
      for (const old of [...this.#sealed.keys()].slice(0, -mostSealed)) await this.remove(old);
      return about;
    } catch (error) {
      await folder.remove();
      throw error;
    }
  }

  async #demandOpen(): Promise<void> {
    if ((await openPrivate(this.#place)).state !== "locked") return;
    // What it is called may be private, and does not stay behind.
    await this.close();
    throw new VaultError("locked", "What is shared is locked.", "Unlock Candor: candor unlock");
  }
}

/** How often the room on the disk is looked at. */
const everyBytes = 64 * 1024 * 1024;

/** The same pieces, stopped where the work is, and told of. */
async function* counted(
  pieces: ToSeal["pieces"],
  dataFolder: string,
  { signal, onProgress }: SealTools,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let looked = 0;
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
    bytes += piece.length;
    onProgress?.(bytes);
    if (bytes - looked < everyBytes) continue;
    looked = bytes;
    await demandRoom(dataFolder, usualLimits.spare);
  }
}

async function writeHashed(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash("sha256");
  const hashed = async function* () {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  };
  const file = await open(path, "wx", 0o600);
  try {
    const bytes = await writePieces(file.fd, hashed());
    return { bytes, sha256: hash.digest("hex") };
  } finally {
    await file.close();
  }
}

const newId = () => randomBytes(9).toString("hex");
