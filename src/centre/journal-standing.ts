import { FormatError, VaultError } from "../core/errors.ts";
import { readSshPublicKey } from "../vault/sshsig.ts";
import {
  journalBytes,
  ownCheckpoints,
  type ProofLine,
  proofFaults,
  readPublicKeys,
  verifyProof,
} from "./journal-proof.ts";
import { contradictions, type NamedWitness, witnessesOf, witnessSettings } from "./journal-witnesses.ts";
import type { PrivatePlace } from "./private-store.ts";
import { type KnownKey, keyForms, knownKeys } from "./signing-keys.ts";

/** A key as a person compares it. */
export interface ShownKey extends Pick<KnownKey, "name" | "since" | "state" | "until" | "reason"> {
  /** As `ssh-keygen -l` prints it. */
  readonly fingerprint: string;
  readonly ssh: string;
  readonly minisign: string;
  readonly verifier: string;
}

/** How far the journal is proven, by what was signed on this computer. Safe for JSON. */
export interface JournalStanding {
  readonly entries: number;
  /** The current one last; none where nothing was signed yet. */
  readonly keys: readonly ShownKey[];
  readonly last: {
    /** How many entries were signed. */
    readonly size: number;
    /** Time of the last of them; null where they are no longer there. */
    readonly until: string | null;
    /** The checkpoint as it was signed. */
    readonly note: string;
  } | null;
  /** How many states were signed so far. */
  readonly checkpoints: number;
  /** Whether the journal is still the one that was signed. */
  readonly lines: readonly ProofLine[];
  /** Whether vaults get the newest signed state with each put and pull. */
  readonly keepsInVaults: boolean;
  /** The vaults that hold one, the newest first; null while that cannot be read. */
  readonly inVaults: readonly NamedWitness[] | null;
}

/** Reads how far the journal is proven. Works while Candor is locked: heads and public keys lie open. @throws VaultError `damaged` */
export async function journalStanding(place: PrivatePlace): Promise<JournalStanding> {
  const { read } = await journalBytes(place);
  const signed = await ownCheckpoints(place);
  const last = signed.at(-1);
  return {
    entries: read.entries.length,
    keys: (await knownKeys(place)).map(shown),
    last: last
      ? {
          size: last.checkpoint.size,
          until: read.entries[last.checkpoint.size - 1]?.head.at ?? null,
          note: last.note,
        }
      : null,
    checkpoints: signed.length,
    lines: [...(await verifyProof(place, { witnesses: [] })), ...(await contradictedLines(place))],
    keepsInVaults: (await witnessSettings(place.dataFolder)).vaults,
    inVaults: await witnessesOf(place).catch((error: unknown) => {
      if (error instanceof VaultError) return null;
      throw error;
    }),
  };
}

/** What was wrong when a vault was to get the newest state; nothing while that cannot be read. */
async function contradictedLines(place: PrivatePlace): Promise<readonly ProofLine[]> {
  const own = new Set((await verifyProof(place, { witnesses: [] })).map(({ said }) => said));
  const said = await contradictions(place).catch((error: unknown) => {
    if (error instanceof VaultError) return [];
    throw error;
  });
  return said.filter((each) => !own.has(each)).map((each) => ({ ok: false, said: each }));
}

/**
 * Holds the journal against what was kept elsewhere: signed states of it, or the proof of an entry.
 *
 * @param key public keys that count in place of those of this computer, as a file has them
 * @throws FormatError for what is neither
 */
export async function comparedJournal(
  place: PrivatePlace,
  { name, text, key }: { readonly name: string; readonly text: string; readonly key?: string | undefined },
): Promise<readonly ProofLine[]> {
  const keys = key === undefined ? undefined : readPublicKeys(key);
  if (/^\s*\{/.test(text)) {
    const faults = await proofFaults(place, text, keys);
    return faults.length === 0
      ? [{ ok: true, said: "The proof holds, and its checkpoint is signed by a key that counts." }]
      : faults.map((said) => ({ ok: false, said }));
  }
  const lines = await verifyProof(place, { witnesses: [], texts: [{ name, text }], keys });
  if (lines.length === 0) throw new FormatError("checkpoint", "there is none in this file");
  return lines;
}

function shown({ name, since, state, until, reason, publicKey }: KnownKey): ShownKey {
  const { fingerprint, ssh, minisign, verifier } = keyForms(readSshPublicKey(publicKey));
  return { name, since, state, until, reason, fingerprint, ssh, minisign, verifier };
}
