import { VaultError } from "../core/errors.ts";
import { type PlaceAddress, placeHost, placeName, readPlaceAddress } from "../vault/place-address.ts";
import { declaredRegion, type PlaceRegion } from "../vault/place-region.ts";
import { placeLimits } from "../vault/place-retry.ts";
import { mustBeWithin, readResidency } from "../vault/residency.ts";
import { type ServerKey, serverKey } from "../vault/server-key.ts";
import { endpointRegion } from "../vault/storage-regions.ts";
import { localPath } from "./local-folders.ts";
import { dropAccess, type GivenAccess, keepAccess } from "./place-access.ts";
import type { VaultDesk } from "./vault-desk.ts";
import { type KnownVault, knownVaults } from "./vault-known.ts";
import { type DeclaredRegion, privatePins } from "./vault-places.ts";

/**
 * What there is to say of a server's key: an authority `vouched` for it, it is `known` from before, it is `new` and nobody vouches for it, or it
 * `changed` since it was last seen.
 */
export type KeyStanding = "vouched" | "known" | "new" | "changed";

/** A place before anything was stored there, and before anybody logged in. */
export interface PlaceLook {
  /** As it will be written everywhere: without credentials. */
  readonly address: string;
  readonly kind: PlaceAddress["kind"];
  /** What is asked, `host:port`; null for a folder. */
  readonly host: string | null;
  readonly key:
    | (Omit<ServerKey, "vouched"> & { readonly standing: KeyStanding; readonly before: string | null })
    | null;
  readonly region: PlaceRegion;
  /** Whether the place itself can say in which region it is, once somebody logged in. */
  readonly tells: boolean;
}

/** What a person says of a place that something is to be stored at. */
export interface PlaceTold {
  readonly declared: DeclaredRegion;
  readonly rule: KnownVault["rule"];
}

/** How a person is let in at a place, and which key of its server they agreed to. */
export interface PlaceEntry {
  readonly given: GivenAccess;
  readonly trust: string | undefined;
}

/** An address as the page takes it: a folder by its whole path. @throws VaultError `refused` */
export function placeText(text: string): string {
  return readPlaceAddress(text).kind === "folder" ? localPath(text) : text.trim();
}

/**
 * Looks at a place before it is used: what the rule says of it, then which key its server shows. Nobody logs in, and nothing is stored.
 *
 * @throws VaultError `refused` outside of the rule, before the server is asked anything; `unreachable`
 */
export async function lookAtPlace(desk: VaultDesk, text: string, told: PlaceTold): Promise<PlaceLook> {
  const address = readPlaceAddress(placeText(text));
  const region = declaredRegion(address, told.declared, new Date(desk.now()));
  const tells = canTell(address);
  if (told.rule) mustBeWithin(readResidency(told.rule.words, told.rule.verifiedOnly && !tells), region);
  const shown = await serverKey(address, { ...placeLimits, connect: 15_000 });
  return {
    address: placeName(address),
    kind: address.kind,
    host: placeHost(address),
    key: shown && (await standingOf(desk, shown)),
    region,
    tells,
  };
}

/**
 * Does something at a place that a person is let in at: what was agreed to is held, what they gave is kept, and forgotten again where the work
 * fails and nothing refers to it. `work` gets the reference to it.
 *
 * @throws VaultError `refused` for the key of an SSH server that nobody agreed to
 */
export async function atPlace<T>(
  desk: VaultDesk,
  text: string,
  { given, trust }: PlaceEntry,
  work: (credentials: string | null) => Promise<T>,
): Promise<T> {
  const address = readPlaceAddress(text);
  if (address.kind === "folder") return await work(null);
  if (address.kind === "sftp") await agreeToKey(desk, `${address.host}:${address.port}`, trust);
  // A key that nobody vouches for is accepted for this place alone, and no other one is.
  const access = trust === undefined || address.kind === "sftp" ? given : { ...given, trust };
  const keyFile = access.keyFile === undefined ? {} : { keyFile: localPath(access.keyFile) };
  const file = access.file === undefined ? {} : { file: localPath(access.file) };
  const credentials = await keepAccess(desk, { ...access, ...keyFile, ...file });
  try {
    return await work(credentials);
  } catch (error) {
    const isUsed = (await knownVaults(desk).catch(() => [])).some((vault) =>
      [vault, ...vault.copies].some((each) => each.credentials === credentials),
    );
    if (!isUsed) await dropAccess(desk, [credentials]);
    throw error;
  }
}

/** SSH has no authorities: the person is the one who knows the key. */
async function agreeToKey(desk: VaultDesk, host: string, trust: string | undefined): Promise<void> {
  const pins = privatePins(desk);
  const name = `ssh ${host}`;
  if (trust !== undefined) return await pins.remember(name, trust);
  if ((await pins.known(name)) === null)
    throw new VaultError(
      "refused",
      `Nobody agreed to the key of ${host} yet.`,
      "Look at the place first, and compare the key that it shows.",
    );
}

async function standingOf(desk: VaultDesk, { vouched, ...shown }: ServerKey): Promise<NonNullable<PlaceLook["key"]>> {
  const before = await privatePins(desk).known(`${shown.protocol} ${shown.host}`);
  if (vouched) return { ...shown, standing: "vouched", before };
  if (before === null) return { ...shown, standing: "new", before };
  if (before !== shown.key) return { ...shown, standing: "changed", before };
  // Over TLS a key that nobody vouches for is accepted for one place after the other.
  return { ...shown, standing: shown.protocol === "ssh" ? "known" : "new", before };
}

function canTell(address: PlaceAddress): boolean {
  return (
    address.kind === "s3" &&
    address.endpoint.protocol === "https:" &&
    endpointRegion(address.endpoint.hostname) !== null
  );
}
