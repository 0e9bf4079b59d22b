import { VaultError } from "../core/errors.ts";
import { mostKeys } from "../vault/restic-key.ts";
import { guarded } from "./vault-attempts.ts";
import type { OpenVault, VaultDesk } from "./vault-desk.ts";
import { changeVaultKey, recoveryLabel } from "./vault-make.ts";
import { openWith } from "./vault-open.ts";
import type { VaultKeyCard, VaultKeyList } from "./vault-page.ts";
import type { VaultVisit } from "./vault-room.ts";
import { vaultKeys } from "./vault-use.ts";

/** The keys of a vault as the page shows them: the one that opened it, then the oldest; those whose files are damaged last. */
export async function keyList(desk: VaultDesk, vault: OpenVault): Promise<VaultKeyList> {
  const keys = (await vaultKeys(desk, vault)).map(({ name, file, current }): VaultKeyCard => {
    const made = file === null ? Number.NaN : Date.parse(file.created);
    return {
      name,
      kind: file === null ? "damaged" : kindOf(file.username),
      of: file === null ? "" : `${file.username}@${file.hostname}`.slice(0, 100).toWellFormed(),
      made: Number.isNaN(made) ? null : new Date(made).toISOString(),
      current,
    };
  });
  return { keys: keys.sort((a, b) => order(a).localeCompare(order(b))), most: mostKeys };
}

/**
 * Another passphrase in the place of one that is given, which need not be the one that opened the vault here. Wrong ones are counted as those that
 * are to open it.
 *
 * @throws VaultError `wrong-passphrase`; `refused` for a recovery key, and while the delay lasts
 */
export async function changePassphraseOf(
  { desk, vault, rekeyed }: VaultVisit,
  old: string,
  next: string,
): Promise<void> {
  const { id, keyName } = vault.repository;
  const opened = await guarded(desk, id, async () => await openWith(vault.place, old, desk.signal));
  if (opened.id !== id) throw new VaultError("refused", "This is another vault than the one that is open.");
  const changed = await changeVaultKey(desk, { ...vault, repository: opened }, next);
  if (opened.keyName === keyName) rekeyed(changed);
}

function kindOf(username: string): VaultKeyCard["kind"] {
  return username === "passphrase" || username === recoveryLabel ? username : "other";
}

const order = ({ current, made, name }: VaultKeyCard) => `${current ? 0 : 1} ${made ?? "9"} ${name}`;
