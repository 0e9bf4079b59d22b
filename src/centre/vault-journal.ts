import type { Json } from "../core/json.ts";
import { noteInJournal } from "./journal-notes.ts";
import { openJournal } from "./private-store.ts";
import type { VaultBody } from "./vault-body.ts";
import { type ChosenVault, type VaultDesk, vaultName } from "./vault-desk.ts";

type About = Omit<VaultBody, "vault">;

/** Notes what was done with a vault, but for unlisted ones; says where it could not be noted. */
export async function noteVault(desk: VaultDesk, vault: ChosenVault, id: string, about: About): Promise<void> {
  if (vault.unlisted) return;
  const said = await noteInJournal(desk, [{ kind: "vault", body: bodyOf(vault, id, about) }]);
  if (said !== null) desk.notice?.(said);
}

/** As `noteVault`, for what may only be done once it is noted. @throws VaultError where it cannot be */
export async function demandNote(desk: VaultDesk, vault: ChosenVault, id: string, about: About): Promise<void> {
  if (vault.unlisted) return;
  const journal = await openJournal(desk);
  try {
    await journal.append("vault", bodyOf(vault, id, about) as unknown as Json);
  } finally {
    await journal.close();
  }
}

function bodyOf(vault: ChosenVault, id: string, about: About): VaultBody {
  return { ...about, about: `${about.about} (vault ${vaultName(vault)})`, vault: { id, place: vault.place.name } };
}
