import type { PrivatePlace } from "./private-store.ts";
import { vaultAttempts } from "./vault-attempts.ts";
import { type KnownVault, knownVaults, type ProofWanted, proofWanted } from "./vault-known.ts";
import type { VaultRoom } from "./vault-room.ts";

/** A known vault as the page shows it. */
export interface VaultCard extends Omit<KnownVault, "credentials" | "copies"> {
  readonly copies: readonly Omit<KnownVault["copies"][number], "credentials" | "snapshots">[];
  /** When it locks if it is not used, ISO 8601; null while it is locked. */
  readonly locksAt: string | null;
  /** What its owner should do about the recovery key. */
  readonly due: ProofWanted | null;
  /** Wrong passphrases since the last right one, and the milliseconds until the next can be tried. */
  readonly wrong: { readonly count: number; readonly waitMs: number };
}

/** The vaults that Candor knows, by their names. @throws VaultError `locked`, `damaged` */
export async function vaultCards(place: PrivatePlace, room: VaultRoom): Promise<readonly VaultCard[]> {
  const vaults = [...(await knownVaults(place))].sort((a, b) => a.name.localeCompare(b.name));
  const open = room.open();
  return await Promise.all(
    vaults.map(async ({ credentials: _, copies, ...vault }) => {
      const ends = open.get(vault.id);
      return {
        ...vault,
        copies: copies.map(({ credentials: __, snapshots: ___, ...copy }) => copy),
        locksAt: ends === undefined ? null : new Date(ends).toISOString(),
        due: proofWanted(vault, place.now()),
        wrong: await vaultAttempts(place, vault.id),
      };
    }),
  );
}
