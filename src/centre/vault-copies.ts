import { VaultError } from "../core/errors.ts";
import { type CopyResult, copyVault } from "../vault/copies.ts";
import { placeName, readPlaceAddress } from "../vault/place-address.ts";
import type { PlaceRegion } from "../vault/place-region.ts";
import { outsideOf, readResidency } from "../vault/residency.ts";
import { holdLock } from "../vault/restic-lock.ts";
import { type AccessKind, accessKind, dropAccess } from "./place-access.ts";
import { atPlace, type PlaceEntry } from "./place-meeting.ts";
import type { OpenVault, VaultDesk } from "./vault-desk.ts";
import { noteVault } from "./vault-journal.ts";
import { type KnownCopy, type KnownVault, knownVaults, updateVault } from "./vault-known.ts";
import { type DeclaredRegion, judgedRegion, placeAt, regionWords } from "./vault-places.ts";

/** A copy as the page shows it. */
export interface CopyCard {
  readonly address: string;
  readonly region: PlaceRegion | null;
  /** When it was last brought up to date, ISO 8601; null where it was begun and never finished. */
  readonly at: string | null;
  /** Files that were read back then. */
  readonly verified: number;
  /** Snapshots of the vault that it does not hold; null where nobody knows. */
  readonly behind: number | null;
  /** Snapshots that it held and that the vault has no more: a copy loses nothing by what is removed here. */
  readonly onlyThere: number;
  readonly access: AccessKind;
  /** Why the rule of the vault keeps it from being written to, in words; null where it does not. */
  readonly outside: string | null;
}

/** The copies of a vault, held against the snapshots that it has now. */
export async function copiesOf(desk: VaultDesk, { repository, known }: OpenVault): Promise<readonly CopyCard[]> {
  if (!known) return [];
  const here = new Set<string>();
  for await (const { name } of repository.place.list("snapshots", { signal: desk.signal })) here.add(name);
  const rule = known.rule && readResidency(known.rule.words, known.rule.verifiedOnly);
  return known.copies.map(({ address, region, at, verified, snapshots, credentials }) => {
    const there = new Set(snapshots);
    const missing = [...here].filter((id) => !there.has(id)).length;
    return {
      ...{ address, region, at, verified },
      behind: at === null ? here.size : snapshots === null ? null : missing,
      onlyThere: [...there].filter((id) => !here.has(id)).length,
      access: accessKind(credentials),
      outside: rule && region && outsideOf(rule, region),
    };
  });
}

/** Takes a copy off the list, with what was kept to reach it; what lies at its place stays. @throws VaultError `absent` */
export async function forgetCopy(desk: VaultDesk, vault: OpenVault, address: string): Promise<void> {
  const copies = vault.known?.copies ?? [];
  const gone = copies.find((each) => each.address === address);
  if (!gone) throw new VaultError("absent", "There is no copy of this vault at that place.");
  await updateVault(desk, vault.repository.id, { copies: copies.filter((each) => each !== gone) });
  await dropAccess(desk, [gone.credentials]);
  await noteVault(desk, vault, vault.repository.id, { do: "copy", about: `Took the copy at ${address} off the list` });
}

/**
 * Other credentials, or another key that a person agreed to, for the place of a vault or of one of its copies. They are tried before they are
 * kept; whoever has the vault open still works with those of before.
 *
 * @throws VaultError `denied`, `unreachable`, `absent` where no vault lies there
 */
export async function renewAccess(
  desk: VaultDesk,
  vault: KnownVault,
  address: string,
  entry: PlaceEntry,
): Promise<void> {
  const before = [vault, ...vault.copies].find((each) => each.address === address);
  if (!before) throw new VaultError("absent", "Neither the vault nor a copy of it lies at that place.");
  await atPlace(desk, address, entry, async (credentials) => {
    const terms = { credentials, unlisted: false, rule: null, region: before.region };
    const place = await placeAt(desk, readPlaceAddress(address), terms);
    try {
      if ((await place.stat("config", "config", { signal: desk.signal })) === null)
        throw new VaultError("absent", `No vault lies at ${address}.`);
    } finally {
      await place.close();
    }
    const copies = vault.copies.map((copy) => (copy.address === address ? { ...copy, credentials } : copy));
    await updateVault(desk, vault.id, { copies, ...(vault.address === address && { credentials }) });
  });
  await dropAccess(desk, [before.credentials]);
}

/** How a copy is made. */
export interface CopyWish {
  /** As in `PlaceTerms`; those of before where it is null and there is a copy already. */
  readonly credentials: string | null;
  readonly declared: DeclaredRegion;
  /** Share of the packs that is read back from the copy. */
  readonly sample?: number | undefined;
  readonly onProgress: (done: { readonly bytes: number; readonly of: number }) => void;
  readonly onVerify?: ((files: number, of: number) => void) | undefined;
}

/** What a copy did, and where. */
export interface CopyOutcome extends Omit<CopyResult, "snapshots"> {
  readonly region: PlaceRegion;
  readonly place: string;
}

/** Copies what is missing to another place, and remembers that place as soon as something lies there. @throws VaultError */
export async function copyTo(
  desk: VaultDesk,
  vault: OpenVault,
  placeText: string,
  wish: CopyWish,
): Promise<CopyOutcome> {
  const address = readPlaceAddress(placeText);
  const name = placeName(address);
  if (name === vault.place.name) throw new VaultError("refused", "That is the place of the vault itself.");
  const known = vault.known && (await knownVaults(desk)).find(({ id }) => id === vault.repository.id);
  const before = known?.copies.find((each) => each.address === name);
  const credentials = wish.credentials ?? before?.credentials ?? null;
  const declared = { ...declaredBefore(before?.region ?? null), ...wish.declared };
  const terms = { credentials, unlisted: vault.unlisted, rule: known?.rule ?? null };
  const region = await judgedRegion(desk, address, terms, declared);
  const place = await placeAt(desk, address, { ...terms, region });
  const remember = async (copy: Pick<KnownCopy, "at" | "verified" | "snapshots">) => {
    if (known) await rememberCopy(desk, known.id, { address: name, credentials, region, ...copy });
  };
  try {
    const lock = await holdLock(vault.repository, { exclusive: false, signal: desk.signal });
    let result: CopyResult;
    try {
      result = await copyVault(vault.place, place, {
        signal: lock.signal,
        progress: wish.onProgress,
        begun: () => remember(before ?? { at: null, verified: 0, snapshots: null }),
        ...(wish.onVerify && { verifying: wish.onVerify }),
        ...(wish.sample === undefined ? {} : { sample: wish.sample }),
      });
    } finally {
      await lock.release();
    }
    const { snapshots, ...copied } = result;
    await remember({ at: new Date(desk.now()).toISOString(), verified: result.verified, snapshots });
    const about = `Copied ${result.files} files of the vault to ${name}, ${regionWords(region)}`;
    await noteVault(desk, vault, vault.repository.id, { do: "copy", about, files: result.files, bytes: result.bytes });
    return { ...copied, region, place: name };
  } finally {
    await place.close();
  }
}

/** What a person said of a place before holds until they say something else; what its name tells, its name tells again. */
function declaredBefore(region: PlaceRegion | null): DeclaredRegion {
  if (region?.declaredBy !== "user") return {};
  const isNamed = region.operator !== "yourself" && region.operator !== "someone not named";
  return { country: region.country ?? undefined, ...(isNamed && { operator: region.operator }) };
}

async function rememberCopy(desk: VaultDesk, id: string, copy: KnownCopy): Promise<void> {
  const copies = (await knownVaults(desk)).find((each) => each.id === id)?.copies ?? [];
  await updateVault(desk, id, { copies: [...copies.filter(({ address }) => address !== copy.address), copy] });
}
