import { hostname } from "node:os";
import { FormatError, VaultError } from "../core/errors.ts";
import { createBlobReader } from "../vault/blob-reader.ts";
import { nodeAt } from "../vault/list.ts";
import { putFiles } from "../vault/put.ts";
import type { Repository } from "../vault/repository.ts";
import { loadIndex } from "../vault/restic-index.ts";
import { checkpointTag, readSnapshot, readSnapshots, type Snapshot } from "../vault/restic-snapshot.ts";
import { readWitness } from "../vault/witness.ts";
import {
  isSigned,
  latestOrigin,
  ownCheckpoints,
  type ProofLine,
  signCheckpoint,
  verifyProof,
} from "./journal-proof.ts";
import { rememberContradiction, rememberWitness, vaultWitnesses, witnessSettings } from "./journal-witnesses.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import { knownKeys, trustedKeys } from "./signing-keys.ts";
import { type OpenVault, type VaultDesk, vaultName } from "./vault-desk.ts";
import { version } from "./version.ts";

/** Where the signed state lies in its snapshot. */
const path = "candor/journal-checkpoint.txt";
/** A signed state is some hundred bytes long. */
const mostBytes = 64 * 1024;
/** Signed states of a vault that are compared: the newest of them. */
const mostCompared = 200;

/**
 * Keeps the newest signed state of the journal in a vault that was just written to, so that a journal that is cut off later is told: a small
 * snapshot, dated right before the one that it goes with, which stays the newest. Before that the journal is held against what the vault has:
 * where it contradicts that, it is said and nothing is signed. Nothing is done without a signing key, while Candor is locked, for an unlisted
 * vault, and where it was switched off. What was kept stands whatever becomes of this, so that nothing is thrown.
 */
export async function keepJournalState(desk: VaultDesk, vault: OpenVault, beside: Snapshot): Promise<void> {
  try {
    if (await isWanted(desk, vault)) await keep(desk, vault, beside);
  } catch (error) {
    if (desk.signal?.aborted) return;
    const why = error instanceof Error ? error.message : String(error);
    desk.notice?.(`The signed state of the journal could not be kept in the vault: ${why}`);
  }
}

async function isWanted(desk: VaultDesk, vault: OpenVault): Promise<boolean> {
  if (vault.unlisted || vault.known === null || !(await witnessSettings(desk.dataFolder)).vaults) return false;
  if ((await openPrivate(desk)).state === "locked") return false;
  return (await knownKeys(desk)).some(({ state }) => state === "current");
}

async function keep(desk: VaultDesk, vault: OpenVault, beside: Snapshot): Promise<void> {
  const { repository } = vault;
  const call = desk.signal ? { signal: desk.signal } : {};
  const known = (await vaultWitnesses(desk))[repository.id];
  const last = known && (await snapshotOf(repository, known.snapshot, desk.signal));
  // Where it is not known which is the last, none of them may contradict the journal.
  const against = last ? [last] : (await readSnapshots(repository, call)).filter(isCheckpoint);
  const { texts } = await statesOf(desk, vault, against);
  const wrong = (await isSignedAnew(desk, texts))
    ? []
    : (await verifyProof(desk, { witnesses: [], texts })).filter(({ ok }) => !ok);
  if (wrong.length > 0) {
    await rememberContradiction(
      desk,
      repository.id,
      wrong.map(({ said }) => said),
    );
    for (const { said } of wrong) desk.notice?.(said);
    desk.notice?.("So the state of the journal was not signed anew. See: candor journal verify --vault");
    return;
  }
  const { note, size } = await signCheckpoint(desk);
  if (last && texts.some(({ text }) => text.includes(note))) return;
  const bytes = Buffer.from(note);
  const { snapshot } = await putFiles(
    repository,
    [{ path, kind: "file", mode: 0o600, modified: beside.time, size: BigInt(bytes.length), open: () => once(bytes) }],
    {
      time: new Date(Number(beside.time / 1_000_000n) - 1),
      paths: [`/${path}`],
      hostname: hostname(),
      tags: [checkpointTag],
      parent: null,
      program: `Candor ${version}`,
      ...call,
    },
  );
  await rememberWitness(desk, repository.id, { at: new Date(desk.now()).toISOString(), size, snapshot: snapshot.id });
}

/** Whether the owner has signed a journal anew, that was mended or begun again, since the vault got what it holds. */
async function isSignedAnew(place: PrivatePlace, texts: StatesInVault["texts"]): Promise<boolean> {
  const kept = texts.flatMap(({ text }) => readWitness(text)).at(-1)?.checkpoint.origin;
  const own = (await ownCheckpoints(place)).map(({ checkpoint }) => checkpoint.origin);
  return kept !== undefined && own.includes(kept) && own.at(-1) !== kept;
}

/** The snapshot, of hundreds that may be there; undefined where it was let go. */
async function snapshotOf(
  repository: Repository,
  id: string,
  signal: AbortSignal | undefined,
): Promise<Snapshot | undefined> {
  try {
    const found = await readSnapshot(repository, id, signal ? { signal } : {});
    return isCheckpoint(found) ? found : undefined;
  } catch (error) {
    if (error instanceof VaultError && error.code === "absent") return undefined;
    throw error;
  }
}

/** Whether a snapshot holds a signed state of a journal, and nothing of the person's. */
export function isCheckpoint({ tags }: Pick<Snapshot, "tags">): boolean {
  return tags.includes(checkpointTag);
}

/** Signed states of the journal that lie in a vault, for `verifyProof`, and what is to be said of them besides. */
export interface StatesInVault {
  readonly texts: readonly { readonly name: string; readonly text: string }[];
  readonly lines: readonly ProofLine[];
}

/** What a vault holds of signed states of the journal. @throws VaultError `absent` where it holds none */
export async function journalStatesIn(desk: VaultDesk, vault: OpenVault): Promise<StatesInVault> {
  const call = desk.signal ? { signal: desk.signal } : {};
  const snapshots = (await readSnapshots(vault.repository, call)).filter(isCheckpoint);
  if (snapshots.length === 0)
    throw new VaultError(
      "absent",
      "The vault holds no signed state of a journal.",
      "With each put and pull one is kept there, once there is a key that signs: candor journal checkpoint",
    );
  return await statesOf(desk, vault, snapshots);
}

/** Holds the journal against the signed states that lie in a vault. @throws VaultError `absent` where it holds none */
export async function journalAgainstVault(desk: VaultDesk, vault: OpenVault): Promise<readonly ProofLine[]> {
  const { texts, lines } = await journalStatesIn(desk, vault);
  return [...lines, ...(await verifyProof(desk, { witnesses: [], texts }))];
}

/** The states of snapshots, of which those that count are compared; others may be of another computer that uses the same vault. */
async function statesOf(
  place: PrivatePlace & Pick<VaultDesk, "signal">,
  vault: OpenVault,
  snapshots: readonly Snapshot[],
): Promise<StatesInVault> {
  const name = `the vault “${vaultName(vault)}”`;
  const { notes, unread } = await notesIn(vault.repository, snapshots.slice(-mostCompared), place.signal);
  const keys = trustedKeys(await knownKeys(place));
  const counting = notes.filter(({ note }) => isSigned(note, keys));
  const latest = latestOrigin(counting);
  const lines: ProofLine[] = [];
  if (unread > 0) lines.push({ ok: false, said: `${unread} signed states in ${name} cannot be read.` });
  if (notes.length > 0 && counting.length === 0)
    lines.push({
      ok: false,
      said: `None of the ${notes.length} signed states in ${name} is of a key that counts here.`,
    });
  if (counting.length > 0 && counting.length < notes.length)
    lines.push({
      ok: true,
      said: `${notes.length - counting.length} signed states in ${name} are of keys that do not count here: of another computer, or of a key that is gone.`,
    });
  if (latest.length < counting.length)
    lines.push({
      ok: true,
      said: `${counting.length - latest.length} signed states in ${name} are of an earlier journal, which was mended or begun anew.`,
    });
  const text = latest.map(({ note }) => `${note}\n`).join("");
  return { texts: text === "" ? [] : [{ name, text }], lines };
}

async function notesIn(repository: Repository, snapshots: readonly Snapshot[], signal: AbortSignal | undefined) {
  const call = signal ? { signal } : {};
  const notes: ReturnType<typeof readWitness>[number][] = [];
  let unread = 0;
  if (snapshots.length === 0) return { notes, unread };
  const reader = createBlobReader(repository, await loadIndex(repository, call), call);
  for (const snapshot of snapshots) {
    const node = await nodeAt(reader, snapshot, path);
    try {
      if (node?.content?.length !== 1 || node.size > mostBytes) throw new FormatError("checkpoint", "it is none");
      const bytes = await reader.read("data", node.content[0] ?? "");
      notes.push(...readWitness(`${new TextDecoder().decode(bytes)}\n`));
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      unread++;
    }
  }
  return { notes, unread };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
