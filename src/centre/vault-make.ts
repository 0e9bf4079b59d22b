import { VaultError } from "../core/errors.ts";
import { placeName, readPlaceAddress } from "../vault/place-address.ts";
import { addKey, changePassphrase, initRepository, keysOf, type Repository, removeKey } from "../vault/repository.ts";
import { dropAccess } from "./place-access.ts";
import type { PlaceTold } from "./place-meeting.ts";
import type { OpenVault, VaultDesk } from "./vault-desk.ts";
import { noteVault } from "./vault-journal.ts";
import {
  forgetVault,
  freeName,
  type KnownVault,
  knownVaults,
  rememberVault,
  updateVault,
  vaultCalled,
} from "./vault-known.ts";
import { openWith } from "./vault-open.ts";
import { type DeclaredRegion, judgedRegion, placeAt, ruleOf } from "./vault-places.ts";
import { newRecoveryKey } from "./vault-recovery.ts";

/** What can be chosen where a vault is made. */
export interface MakeOptions {
  readonly name?: string | undefined;
  readonly credentials?: string | undefined;
  readonly unlisted: boolean;
  /** Where its places may lie, "EU/EEA", and whether a region that is only declared is not enough. */
  readonly rule?: string | undefined;
  readonly verifiedOnly?: boolean | undefined;
  /** In which country the place is, and whose it is. */
  readonly declared: DeclaredRegion;
  readonly recovery: boolean;
}

/** Labels of key files; the storage can read them. */
export const recoveryLabel = "recovery";

/** Makes a vault at an empty place, with a recovery key as its second one where that is wanted. @throws VaultError */
export async function makeVault(
  desk: VaultDesk,
  placeText: string,
  passphrase: string,
  options: MakeOptions,
): Promise<{ readonly vault: OpenVault; readonly recoveryKey: string | null }> {
  const address = readPlaceAddress(placeText);
  const name = placeName(address);
  const credentials = options.credentials ?? null;
  // Before the place is written to: what cannot be remembered shall not be made half.
  const vaults = options.unlisted ? [] : await knownVaults(desk);
  if (options.name !== undefined && vaults.some((each) => each.name === options.name))
    throw new VaultError("refused", `There is a vault ${options.name} already.`, "Choose another name with --name.");
  const rule = options.rule === undefined ? null : ruleOf(options.rule, options.verifiedOnly);
  const access = { credentials, unlisted: options.unlisted, rule };
  const region = await judgedRegion(desk, address, access, options.declared);
  const place = await placeAt(desk, address, { ...access, region });
  try {
    const created = new Date(desk.now());
    const repository = await initRepository(place, passphrase, { created, signal: desk.signal });
    const known = {
      name: options.name ?? freeName(vaults, name),
      address: name,
      id: repository.id,
      since: created.toISOString(),
      credentials,
      rule,
      region,
      copies: [],
      recovery: null,
      newest: null,
      checked: null,
    };
    if (!options.unlisted) await rememberVault(desk, known);
    const vault: OpenVault = {
      place,
      address,
      known: options.unlisted ? null : known,
      unlisted: options.unlisted,
      credentials,
      repository,
    };
    await noteVault(desk, vault, repository.id, { do: "init", about: "Made a vault" });
    return { vault, recoveryKey: options.recovery ? await makeRecoveryKey(desk, vault) : null };
  } catch (error) {
    await place.close();
    throw error;
  }
}

/** Remembers a vault that was made elsewhere, or by restic. @throws VaultError */
export async function listVault(
  desk: VaultDesk,
  vault: OpenVault,
  name: string | undefined,
  more: Partial<Pick<KnownVault, "region" | "rule">> = {},
): Promise<OpenVault> {
  const vaults = await knownVaults(desk);
  const before = vaults.find(({ id }) => id === vault.repository.id);
  const address = placeName(vault.address);
  const copy = before?.copies.find((each) => each.address === address);
  const known = {
    since: new Date(desk.now()).toISOString(),
    rule: null,
    region: null,
    recovery: null,
    newest: null,
    checked: null,
    ...before,
    // What is known of where it lay says nothing of another place.
    ...(before && before.address !== address && { region: copy?.region ?? null }),
    ...more,
    // What was a copy is the vault from now on.
    copies: before?.copies.filter((each) => each !== copy) ?? [],
    name: name ?? before?.name ?? freeName(vaults, vault.place.name),
    address,
    id: vault.repository.id,
    credentials: vault.credentials,
  };
  await rememberVault(desk, known);
  return { ...vault, known };
}

/**
 * Opens a vault that lies at a place already, and remembers it with where that is. A rule is held from then on; nothing is written.
 *
 * @throws VaultError `refused` outside of the rule, `wrong-passphrase` …
 */
export async function meetVault(
  desk: VaultDesk,
  placeText: string,
  credentials: string | null,
  passphrase: string,
  { declared, rule }: PlaceTold,
): Promise<OpenVault> {
  const address = readPlaceAddress(placeText);
  const known = vaultCalled(await knownVaults(desk), placeName(address));
  const terms = {
    credentials: credentials ?? known?.credentials ?? null,
    unlisted: false,
    rule: rule ?? known?.rule ?? null,
  };
  // A folder that was said to be elsewhere is there still.
  const region = (address.kind === "folder" && known?.region) || (await judgedRegion(desk, address, terms, declared));
  const place = await placeAt(desk, address, { ...terms, region });
  let ruled: KnownVault["rule"] = null;
  try {
    const repository = await openWith(place, passphrase, desk.signal);
    // Only now is it known which vault it is, and whether it has a rule.
    if (terms.rule === null) ruled = (await knownVaults(desk)).find(({ id }) => id === repository.id)?.rule ?? null;
    if (ruled === null) {
      const vault = { place, address, known: null, unlisted: false, credentials: terms.credentials, repository };
      const met = await listVault(desk, vault, undefined, { region, rule: terms.rule });
      if (known?.credentials !== terms.credentials) await dropAccess(desk, [known?.credentials ?? null]);
      return met;
    }
  } catch (error) {
    await place.close();
    throw error;
  }
  await place.close();
  return await meetVault(desk, placeText, credentials, passphrase, { declared, rule: ruled });
}

/** Adds a recovery key, and gives it: nobody can show it again. */
export async function makeRecoveryKey(desk: VaultDesk, vault: OpenVault): Promise<string> {
  const key = newRecoveryKey();
  const made = new Date(desk.now());
  await addKey(vault.repository, key, { created: made, label: recoveryLabel, signal: desk.signal });
  if (vault.known)
    await updateVault(desk, vault.repository.id, { recovery: { made: made.toISOString(), proved: null } });
  await noteVault(desk, vault, vault.repository.id, { do: "key", about: "Made a recovery key" });
  return key;
}

/** Proves that a recovery key, or a passphrase, opens the vault: all anew, from the place. @throws VaultError `wrong-passphrase` */
export async function proveKey(desk: VaultDesk, vault: OpenVault, typed: string): Promise<Repository> {
  const opened = await openWith(vault.place, typed, desk.signal);
  const known = vault.known && (await knownVaults(desk)).find(({ id }) => id === opened.id);
  if (known) {
    const now = new Date(desk.now()).toISOString();
    await updateVault(desk, opened.id, { recovery: { made: known.recovery?.made ?? now, proved: now } });
  }
  await noteVault(desk, vault, opened.id, { do: "prove", about: "Proved that a key opens the vault" });
  return opened;
}

/** Adds a passphrase. */
export async function addVaultKey(desk: VaultDesk, vault: OpenVault, passphrase: string): Promise<string> {
  const { repository } = vault;
  const name = await addKey(repository, passphrase, { created: new Date(desk.now()), signal: desk.signal });
  await noteVault(desk, vault, repository.id, { do: "key", about: `Added the key ${name.slice(0, 8)}` });
  return name;
}

/** Removes a key; whoever copied the vault before can open that copy with it still. */
export async function removeVaultKey(desk: VaultDesk, vault: OpenVault, name: string): Promise<void> {
  const { repository } = vault;
  await removeKey(repository, name, { signal: desk.signal });
  await demandRecovery(desk, vault);
  await noteVault(desk, vault, repository.id, { do: "key", about: `Removed the key ${name.slice(0, 8)}` });
}

/**
 * Another passphrase in the place of the one that the vault was opened with.
 *
 * @throws VaultError `refused` where that is a recovery key, which stays on paper
 */
export async function changeVaultKey(desk: VaultDesk, vault: OpenVault, passphrase: string): Promise<Repository> {
  const own = (await keysOf(vault.repository, { signal: desk.signal })).find(({ current }) => current);
  if (own?.file?.username === recoveryLabel)
    throw new VaultError(
      "refused",
      "The recovery key opened the vault, and would be replaced by this.",
      "Add a passphrase instead, and remove the one that is lost.",
    );
  const created = new Date(desk.now());
  const changed = await changePassphrase(vault.repository, passphrase, { created, signal: desk.signal });
  await noteVault(desk, vault, changed.id, { do: "key", about: "Changed the passphrase" });
  return changed;
}

/** Asks for a new recovery key where the last one is gone. */
async function demandRecovery(desk: VaultDesk, { repository, known }: OpenVault): Promise<void> {
  if (!known) return;
  const keys = await keysOf(repository, { signal: desk.signal });
  if (!keys.some(({ file }) => file?.username === recoveryLabel))
    await updateVault(desk, repository.id, { recovery: null });
}

/** Deletes every key of the vault, so that nobody can open it any more. It is noted first. @throws VaultError */
export async function eraseVault(desk: VaultDesk, vault: OpenVault): Promise<number> {
  await noteVault(desk, vault, vault.repository.id, { do: "erase", about: "Erases all keys" });
  const { place } = vault;
  const names: string[] = [];
  for await (const { name } of place.list("keys", { signal: desk.signal })) names.push(name);
  // The one that opened it goes last: stopped in between, its owner can repeat this.
  names.sort((a, b) => Number(a === vault.repository.keyName) - Number(b === vault.repository.keyName));
  for (const name of names) await place.delete("keys", name, { signal: desk.signal });
  if (vault.known) {
    await forgetVault(desk, vault.repository.id);
    await dropAccess(desk, [vault.known.credentials, ...vault.known.copies.map(({ credentials }) => credentials)]);
  }
  return names.length;
}
