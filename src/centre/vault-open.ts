import { VaultError } from "../core/errors.ts";
import type { Place } from "../vault/place.ts";
import { placeName, readPlaceAddress } from "../vault/place-address.ts";
import { openRepository, type Repository } from "../vault/repository.ts";
import { isLockedError, openPrivate } from "./private-store.ts";
import type { ChosenVault, OpenVault, VaultDesk } from "./vault-desk.ts";
import { type KnownVault, knownVaults, vaultCalled } from "./vault-known.ts";
import { placeAt } from "./vault-places.ts";
import { recoveryKeyOf } from "./vault-recovery.ts";
import { endVaultSession, keptOpen } from "./vault-session.ts";

/** Which vault is meant. */
export interface VaultChoice {
  /** Its name, or the address of its place; the only known one when left out. */
  readonly vault?: string | undefined;
  /** A private file with what the place wants to know. */
  readonly credentials?: string | undefined;
  /** Candor shall not keep a trace of it: neither in its list nor in the journal. */
  readonly unlisted?: boolean | undefined;
}

/** Finds the vault that is meant and its place; nothing is asked of the place yet. @throws VaultError `absent`, `refused`, `locked` */
export async function chooseVault(desk: VaultDesk, choice: VaultChoice): Promise<ChosenVault> {
  const unlisted = choice.unlisted ?? false;
  const vaults = unlisted ? [] : await vaultsOrNone(desk, choice.vault !== undefined && looksLikePlace(choice.vault));
  const text = choice.vault ?? onlyOne(vaults);
  const called = vaultCalled(vaults, text);
  if (!called && !looksLikePlace(text))
    throw new VaultError(
      "absent",
      `There is no vault called ${text}.`,
      "candor vault list names them; a folder is written with a slash: ./vault",
    );
  const address = readPlaceAddress(called?.address ?? text);
  const known = called ?? vaultCalled(vaults, placeName(address)) ?? null;
  const credentials = choice.credentials ?? known?.credentials ?? null;
  const place = await placeAt(desk, address, {
    credentials,
    unlisted,
    rule: known?.rule ?? null,
    region: known?.region ?? null,
  });
  return { place, address, known, unlisted, credentials };
}

/** Opens a vault: as it was kept open, or with the passphrase that `ask` gives. The place is closed where that fails. @throws VaultError */
export async function openVault(desk: VaultDesk, choice: VaultChoice, ask: () => Promise<string>): Promise<OpenVault> {
  const chosen = await chooseVault(desk, choice);
  try {
    const kept = await keptOpen({ dataFolder: desk.dataFolder, env: desk.process?.env }, chosen.place, desk.now());
    const repository = kept ?? (await openWith(chosen.place, await ask(), desk.signal));
    if (chosen.known && chosen.known.id !== repository.id)
      desk.notice?.(`This is another vault than the one that ${chosen.known.name} was: somebody made it anew.`);
    return chosen.known ? { ...chosen, repository } : await ruledById(desk, { ...chosen, repository });
  } catch (error) {
    await chosen.place.close();
    throw error;
  }
}

/** Holds a place that is not on the list against the rule of the vault that turned out to lie there: reading is free, writing is not. */
async function ruledById(desk: VaultDesk, vault: OpenVault): Promise<OpenVault> {
  const { repository, address, credentials, unlisted } = vault;
  const same = unlisted ? undefined : (await vaultsOrNone(desk, true)).find(({ id }) => id === repository.id);
  if (!same?.rule) return vault;
  const region = same.copies.find((copy) => copy.address === placeName(address))?.region ?? null;
  await vault.place.close();
  const place = await placeAt(desk, address, { credentials, unlisted, rule: same.rule, region });
  return { ...vault, place, repository: { ...repository, place } };
}

/** Closes a vault that was kept open. @throws VaultError */
export async function lockVault(desk: VaultDesk, choice: VaultChoice): Promise<void> {
  const { place } = await chooseVault(desk, choice);
  await place.close();
  await endVaultSession({ dataFolder: desk.dataFolder, env: desk.process?.env }, place.name);
}

/** Opens a repository with a passphrase, or with a recovery key however it was typed. @throws VaultError */
export async function openWith(place: Place, typed: string, signal: AbortSignal | undefined): Promise<Repository> {
  return await openRepository(place, recoveryKeyOf(typed) ?? typed, { signal });
}

/** While Candor is locked the list cannot be read: a vault that is named by its place is worked on all the same. */
async function vaultsOrNone(desk: VaultDesk, isPlace: boolean): Promise<readonly KnownVault[]> {
  const { state } = await openPrivate(desk);
  if (state !== "locked") return await knownVaults(desk);
  if (isPlace) return [];
  throw isLockedError("The list of vaults");
}

function onlyOne(vaults: readonly KnownVault[]): string {
  const [first, second] = vaults;
  if (first && !second) return first.name;
  if (!first)
    throw new VaultError(
      "absent",
      "Candor knows no vault.",
      "Make one: candor vault init PLACE, or name its place with --vault.",
    );
  throw new VaultError(
    "refused",
    `There are ${vaults.length} vaults: ${vaults.map(({ name }) => name).join(", ")}.`,
    "Choose one with --vault.",
  );
}

/** A name is letters, digits, dots and dashes; everything else is an address. */
function looksLikePlace(text: string): boolean {
  return /[/\\:~]/.test(text) || text === "." || text === "..";
}
