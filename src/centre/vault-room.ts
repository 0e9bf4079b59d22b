import { VaultError } from "../core/errors.ts";
import { createBlobReader } from "../vault/blob-reader.ts";
import { keepTrees } from "../vault/kept-trees.ts";
import { placeName, readPlaceAddress } from "../vault/place-address.ts";
import type { Repository } from "../vault/repository.ts";
import { loadIndex } from "../vault/restic-index.ts";
import { type SizedReader, withSizes } from "../vault/sized-reader.ts";
import { atPlace, type PlaceEntry, type PlaceTold } from "./place-meeting.ts";
import { privacyStatus } from "./privacy-lock.ts";
import { isLockedError, openPrivate, type PrivatePlace } from "./private-store.ts";
import { type SealedNames, sealedNames } from "./sealed-names.ts";
import { guarded } from "./vault-attempts.ts";
import { type OpenVault, type VaultDesk, vaultDesk } from "./vault-desk.ts";
import { type KnownVault, knownVaults } from "./vault-known.ts";
import { type MakeOptions, makeVault, meetVault } from "./vault-make.ts";
import { chooseVault, openWith } from "./vault-open.ts";

/** An open vault while something is done with it. */
export interface VaultVisit {
  readonly vault: OpenVault;
  readonly desk: VaultDesk;
  /** Of everything that was in the vault when it was last changed from here. */
  reader(): Promise<SizedReader>;
  /** To be called where something was put into the vault or removed from it. */
  changed(): void;
  /** To be called where the key that it was opened with was replaced. */
  rekeyed(repository: Repository): void;
  /** Ends the visit; the time until it locks by itself begins anew. */
  leave(): void;
}

/** What can be chosen where a vault is made, and how its owner is let in at its place. */
type MakeWish = Pick<MakeOptions, "name" | "rule" | "verifiedOnly" | "declared"> & {
  readonly entry?: PlaceEntry | undefined;
};
const noEntry: PlaceEntry = { given: {}, trust: undefined };

interface Opened {
  vault: OpenVault;
  readonly ends: AbortController;
  readonly idleMs: number;
  used: number;
  visits: number;
  reader: Promise<SizedReader> | null;
}

/** Milliseconds between looks at whether Candor was locked elsewhere, and whether a vault waited for too long. */
const lookEvery = 5_000;

/**
 * The vaults that are open in a server. Their keys are in its memory and nowhere else; they end with their own lock, the lock of Candor, the
 * time without use and the server. Work that goes on counts as use, of the privacy password as well.
 */
export class VaultRoom {
  readonly names: SealedNames = sealedNames();
  readonly #place: PrivatePlace;
  readonly #opened = new Map<string, Opened>();
  readonly #onLocked: (vault: string) => void;
  readonly #timer: NodeJS.Timeout;

  /** @param onLocked what else has to be forgotten when a vault was locked */
  constructor(place: PrivatePlace, onLocked: (vault: string) => void = () => undefined) {
    this.#place = place;
    this.#onLocked = onLocked;
    this.#timer = setInterval(() => void this.look().catch(() => undefined), lookEvery);
    this.#timer.unref();
  }

  /** A desk for work that ends with this signal. */
  desk(signal?: AbortSignal, notice?: (sentence: string) => void): VaultDesk {
    return vaultDesk({ ...this.#place, signal, notice });
  }

  /** When each open vault locks if it is not used, epoch milliseconds. */
  open(): ReadonlyMap<string, number> {
    this.#endIdle();
    return new Map([...this.#opened].map(([id, { used, idleMs }]) => [id, used + idleMs]));
  }

  /** The vault of this number. @throws VaultError `locked`, `absent` */
  async known(id: string): Promise<KnownVault> {
    await this.#demandUnlocked();
    const found = (await knownVaults(this.#place)).find((each) => each.id === id);
    if (!found) throw new VaultError("absent", "Candor knows no such vault.");
    return found;
  }

  /** Opens a vault. @throws VaultError `wrong-passphrase`, `refused` while the delay lasts, `unreachable` … */
  async unlock(id: string, passphrase: string, idleMs: number, signal: AbortSignal): Promise<void> {
    const known = await this.known(id);
    await guarded(this.#place, id, async () => {
      const chosen = await chooseVault(this.desk(), { vault: known.name });
      try {
        const repository = await openWith(chosen.place, passphrase, signal);
        if (repository.id !== id)
          throw new VaultError(
            "refused",
            "This is another vault than the one that was there before: somebody made it anew.",
            "If that was you, add it to the list by its place.",
          );
        this.#keep({ ...chosen, repository }, idleMs);
      } catch (error) {
        await chosen.place.close();
        throw error;
      }
    });
  }

  /** Makes a vault with a recovery key, and keeps it open. @throws VaultError */
  async make(
    place: string,
    passphrase: string,
    { entry = noEntry, ...options }: MakeWish,
    idleMs: number,
  ): Promise<{ readonly vault: OpenVault; readonly recoveryKey: string | null }> {
    await this.#demandUnlocked();
    const made = await atPlace(this.desk(), place, entry, (credentials) =>
      makeVault(this.desk(), place, passphrase, {
        ...options,
        ...(credentials !== null && { credentials }),
        unlisted: false,
        recovery: true,
      }),
    );
    this.#keep(made.vault, idleMs);
    return made;
  }

  /** Opens a vault that lies at a place already, remembers it, and keeps it open. @throws VaultError */
  async meet(
    place: string,
    passphrase: string,
    { entry, ...told }: PlaceTold & { readonly entry: PlaceEntry },
    idleMs: number,
    signal: AbortSignal,
  ): Promise<OpenVault> {
    await this.#demandUnlocked();
    const name = placeName(readPlaceAddress(place));
    const vault = await guarded(this.#place, `place ${name}`, () =>
      atPlace(this.desk(), place, entry, (credentials) =>
        meetVault(this.desk(signal), place, credentials, passphrase, told),
      ),
    );
    this.#keep(vault, idleMs);
    return vault;
  }

  /** Begins something with an open vault; the caller ends it by `leave`. @throws VaultError `locked`, `closed` */
  async enter(id: string, signal?: AbortSignal, notice?: (sentence: string) => void): Promise<VaultVisit> {
    const known = await this.known(id);
    this.#endIdle();
    const opened = this.#opened.get(id);
    if (!opened) throw closed();
    const ends = signal ? AbortSignal.any([signal, opened.ends.signal]) : opened.ends.signal;
    opened.visits++;
    let left = false;
    return {
      vault: { ...opened.vault, known },
      desk: this.desk(ends, notice),
      reader: () => readerOf(opened),
      changed: () => {
        opened.reader = null;
      },
      rekeyed: (repository) => {
        opened.vault = { ...opened.vault, repository };
      },
      leave: () => {
        if (left) return;
        left = true;
        opened.visits--;
        opened.used = this.#place.now();
        // It was opened anew meanwhile: whoever leaves last closes what was there before.
        const isReplaced = this.#opened.has(id) && this.#opened.get(id) !== opened;
        if (isReplaced && opened.visits === 0) void opened.vault.place.close().catch(() => undefined);
      },
    };
  }

  /** Does something with an open vault. @throws VaultError `locked`, `closed` */
  async visit<T>(id: string, signal: AbortSignal | undefined, work: (visit: VaultVisit) => Promise<T>): Promise<T> {
    const visit = await this.enter(id, signal);
    try {
      return await work(visit);
    } finally {
      visit.leave();
    }
  }

  /** Locks one vault: what goes on with it is stopped. */
  async lock(id: string): Promise<void> {
    const opened = this.#opened.get(id);
    if (!opened) return;
    this.#opened.delete(id);
    opened.ends.abort();
    this.#onLocked(id);
    await opened.vault.place.close();
  }

  /** Locks all. */
  async lockAll(): Promise<void> {
    await Promise.all([...this.#opened.keys()].map((id) => this.lock(id)));
  }

  /** Locks what has to be: where Candor was locked by somebody else, all of it. */
  async look(): Promise<void> {
    this.#endIdle();
    if (this.#opened.size === 0) return;
    if ((await privacyStatus(this.#place)).state === "locked") await this.lockAll();
    else if ([...this.#opened.values()].some(({ visits }) => visits > 0)) await openPrivate(this.#place);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.lockAll();
  }

  #keep(vault: OpenVault, idleMs: number): void {
    const { id } = vault.repository;
    const before = this.#opened.get(id);
    this.#opened.set(id, {
      vault,
      idleMs,
      ends: new AbortController(),
      used: this.#place.now(),
      visits: 0,
      reader: null,
    });
    // What goes on with the one before goes on; its place is closed by whoever works last.
    if (before && before.visits === 0) void before.vault.place.close().catch(() => undefined);
  }

  #endIdle(): void {
    const now = this.#place.now();
    // A clock that was set back tells nothing of how long it has waited.
    for (const [id, { used, visits, idleMs }] of this.#opened)
      if (visits === 0 && (now - used > idleMs || now < used - 60_000)) void this.lock(id).catch(() => undefined);
  }

  async #demandUnlocked(): Promise<void> {
    if ((await openPrivate(this.#place)).state !== "locked") return;
    await this.lockAll();
    throw isLockedError("The list of vaults");
  }
}

async function readerOf(opened: Opened): Promise<SizedReader> {
  const { repository } = opened.vault;
  const call = { signal: opened.ends.signal };
  opened.reader ??= loadIndex(repository, call).then((index) =>
    withSizes(keepTrees(createBlobReader(repository, index, call)), index),
  );
  const { reader } = opened;
  reader.catch(() => {
    if (opened.reader === reader) opened.reader = null;
  });
  return await reader;
}

function closed(): VaultError {
  return new VaultError("closed", "This vault is locked.", "Give its passphrase.");
}
