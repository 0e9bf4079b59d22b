import { VaultError } from "../core/errors.ts";
import type { PlaceRegion } from "../vault/place-region.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";

/** A vault that Candor remembers. Nothing in it opens anything. */
export interface KnownVault {
  readonly name: string;
  /** As `placeName` writes it: without credentials. */
  readonly address: string;
  /** The repository's own number: another vault at the same address is another vault. */
  readonly id: string;
  /** When it was made or met, ISO 8601. */
  readonly since: string;
  /** A private file with what the place wants to know (`readCredentials`), or `kept:…` for what Candor keeps of it (`place-access.ts`). */
  readonly credentials: string | null;
  /** Where its places may lie: `words` as `readResidency` takes them, "EU/EEA", "DE, AT"; null for anywhere. */
  readonly rule: { readonly words: string; readonly verifiedOnly: boolean } | null;
  /** Where its place is, and how that is known; null where nobody said. */
  readonly region: PlaceRegion | null;
  readonly copies: readonly KnownCopy[];
  /** The recovery key: when it was made, and when it last opened the vault; null where none was made. */
  readonly recovery: { readonly made: string; readonly proved: string | null } | null;
  /** The newest snapshot that Candor put there: one that is gone later was removed by somebody else. */
  readonly newest: { readonly id: string; readonly time: string } | null;
  /** The last check: when, how many problems it found, and whether every byte was read; null where none was made. */
  readonly checked: { readonly at: string; readonly problems: number; readonly readData: boolean } | null;
}

/** Another place that holds the same. */
export interface KnownCopy {
  readonly address: string;
  readonly credentials: string | null;
  readonly region: PlaceRegion | null;
  /** When it was last brought up to date, ISO 8601, and files that were read back then; null where it was begun and never finished. */
  readonly at: string | null;
  readonly verified: number;
  /** Ids of the snapshots that it held then; null for one of before that was noted. */
  readonly snapshots: readonly string[] | null;
}

const file = "vaults.json";
const schema = "candor.vaults/1";

/** The vaults that Candor remembers. @throws VaultError `locked`, `damaged` */
export async function knownVaults(place: PrivatePlace): Promise<readonly KnownVault[]> {
  const text = await (await openPrivate(place)).readText(file);
  if (text === undefined) return [];
  try {
    const kept = JSON.parse(text) as { readonly schema?: unknown; readonly vaults?: unknown };
    if (kept.schema === schema && Array.isArray(kept.vaults))
      return (kept.vaults as KnownVault[]).map((each) => ({
        ...each,
        copies: each.copies.map((copy) => ({ ...copy, snapshots: copy.snapshots ?? null })),
        checked: each.checked ?? null,
      }));
  } catch {
    // As damaged as what has another shape.
  }
  throw new VaultError(
    "damaged",
    "The list of vaults is damaged.",
    `Name vaults by their places; when the list is not needed any more, delete ${file} in Candor's folder.`,
  );
}

/** The vault of this name or address; undefined where none is. */
export function vaultCalled(vaults: readonly KnownVault[], text: string): KnownVault | undefined {
  return vaults.find(({ name }) => name === text) ?? vaults.find(({ address }) => address === text);
}

/** Remembers a vault in the place of the one with the same repository. @throws VaultError `refused` for a name that is taken */
export async function rememberVault(place: PrivatePlace, vault: KnownVault): Promise<void> {
  const others = (await knownVaults(place)).filter(({ id }) => id !== vault.id);
  if (others.some(({ name }) => name === vault.name))
    throw new VaultError("refused", `There is a vault ${vault.name} already.`, "Choose another name with --name.");
  await write(place, [...others, vault]);
}

/** Changes what is remembered of a vault; nothing where it is not remembered. */
export async function updateVault(place: PrivatePlace, id: string, change: Partial<KnownVault>): Promise<void> {
  const all = await knownVaults(place);
  if (all.some((each) => each.id === id))
    await write(
      place,
      all.map((each) => (each.id === id ? { ...each, ...change } : each)),
    );
}

/** Forgets a vault; what lies at its place stays. */
export async function forgetVault(place: PrivatePlace, id: string): Promise<void> {
  await write(
    place,
    (await knownVaults(place)).filter((each) => each.id !== id),
  );
}

/** A name that is free, made of an address. */
export function freeName(vaults: readonly KnownVault[], address: string): string {
  const [last = "vault"] = address
    .split(/[/\\]/)
    .map((part) => part.replace(/[^\p{L}\p{N}._-]/gu, ""))
    .filter((part) => part !== "")
    .slice(-1);
  for (let number = 1; ; number++) {
    const name = number === 1 ? last : `${last}-${number}`;
    if (!vaults.some((each) => each.name === name)) return name;
  }
}

/** What the owner should do about the recovery key: make one, prove for the first time that it opens the vault, or prove it again. */
export type ProofWanted = "make" | "prove" | "again";

/** What is due: the first proof after a day, then one every 30 days. Null where nothing is yet. */
export function proofWanted({ recovery }: Pick<KnownVault, "recovery">, now: number): ProofWanted | null {
  if (recovery === null) return "make";
  const since = now - Date.parse(recovery.proved ?? recovery.made);
  if (recovery.proved === null) return since >= day ? "prove" : null;
  return since >= 30 * day ? "again" : null;
}

/** What is due, as a sentence for the command line; null where nothing is. */
export function proofDue(vault: Pick<KnownVault, "recovery">, now: number): string | null {
  switch (proofWanted(vault, now)) {
    case "make":
      return "It has no recovery key: make one with candor vault key recovery.";
    case "prove":
      return "Prove that the recovery key opens it: candor vault key prove";
    case "again":
      return `The recovery key was last proved ${Math.floor((now - Date.parse(vault.recovery?.proved ?? "")) / day)} days ago: candor vault key prove`;
    default:
      return null;
  }
}

const day = 86_400_000;

async function write(place: PrivatePlace, vaults: readonly KnownVault[]): Promise<void> {
  await (await openPrivate(place)).write(file, `${JSON.stringify({ schema, vaults }, null, 1)}\n`);
}
