import type { Place } from "../vault/place.ts";
import type { PlaceAddress } from "../vault/place-address.ts";
import type { Repository } from "../vault/repository.ts";
import type { PrivatePlace } from "./private-store.ts";
import type { KnownVault } from "./vault-known.ts";

/** Where vaults are worked on: the data folder, the clock, the environment, and who stops it. */
export interface VaultDesk extends PrivatePlace {
  readonly signal?: AbortSignal | undefined;
  /** What the person should know while things go on. */
  readonly notice?: ((sentence: string) => void) | undefined;
}

/**
 * The desk for vaults: `CANDOR_PASSPHRASE` is that of the vault there, so the privacy password is not tried with it; `candor unlock` opens
 * what Candor keeps.
 */
export function vaultDesk(place: VaultDesk): VaultDesk {
  const env = { ...(place.process?.env ?? process.env) };
  delete env["CANDOR_PASSPHRASE"];
  const { dataFolder, now, signal, notice } = place;
  return { dataFolder, now, signal, notice, process: { env } };
}

/** A vault that is chosen, not opened yet. */
export interface ChosenVault {
  readonly place: Place;
  readonly address: PlaceAddress;
  readonly known: KnownVault | null;
  readonly unlisted: boolean;
  /** The credentials file that was used. */
  readonly credentials: string | null;
}

/** A vault that is open. */
export interface OpenVault extends ChosenVault {
  readonly repository: Repository;
}

/** What a known vault is called, else where it lies. */
export function vaultName({ known, place }: ChosenVault): string {
  return known?.name ?? place.name;
}
