import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { FormatError, VaultError } from "../core/errors.ts";
import { headHash, type JournalEntry, type ReadJournal, readJournal } from "../vault/journal-chain.ts";
import { nameDamage } from "../vault/journal-damage.ts";
import {
  type ConsistencyDocument,
  consistencyDocument,
  consistencyFaults,
  contentOfLine,
  type InclusionDocument,
  inclusionDocument,
  inclusionFaults,
  journalCheckpoint,
  journalLeaves,
  readProof,
} from "../vault/journal-tree.ts";
import { treeHash } from "../vault/merkle-tree.ts";
import { minisignDigest, minisignSignature, readMinisignPublicKey } from "../vault/minisign.ts";
import {
  checkpointText,
  readCheckpoint,
  readNote,
  readVerifierKey,
  signNote,
  verifyNote,
} from "../vault/signed-note.ts";
import { readSshPublicKey, sshDigest, sshSignature } from "../vault/sshsig.ts";
import { mostWitnessBytes, readWitness, type WitnessedCheckpoint, witnessLine } from "../vault/witness.ts";
import { type JournalView, journalFile } from "./journal.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import { currentKey, keyName, keysFrom, knownKeys, trustedKeys } from "./signing-keys.ts";
import { writeFileAtomic } from "./write-file.ts";

/** What SSH signatures of a journal and of evidence are for. */
export const journalNamespace = "candor-journal";
/** Checkpoints that were signed on this computer, in the data folder. Not private: hashes and sizes. */
const ownWitness = "journal-checkpoints.txt";

/** A checkpoint in each form that other programs verify. */
export interface SignedCheckpoint {
  readonly note: string;
  readonly minisig: string;
  readonly sshsig: string;
  readonly size: number;
  readonly keyName: string;
}

/** A journal as it lies on the disk, with what a proof is made of. */
export interface JournalBytes {
  readonly bytes: Uint8Array;
  readonly read: ReadJournal;
  readonly leaves: readonly Uint8Array[];
}

/** Reads a journal for proofs. @param file another one than that of the data folder */
export async function journalBytes(place: PrivatePlace, file?: string): Promise<JournalBytes> {
  const { seal } = await openPrivate(place);
  const bytes = await bytesAt(file ?? join(place.dataFolder, journalFile), file !== undefined);
  // A journal of somebody else may be sealed to another key: then its heads are what is verified.
  const read = await readJournal(bytes, file === undefined ? seal : {});
  return { bytes, read, leaves: journalLeaves(read.entries.map(({ head }) => head)) };
}

/**
 * Signs the state of the journal, and writes the checkpoint down. A journal that is not the continuation of the last one that was signed is not
 * signed: two checkpoints that contradict each other would make the key worth nothing.
 *
 * @param anew sign a journal that was mended, or begun again, under an origin of its own.
 * @throws VaultError `refused`, `damaged`, `locked`
 */
export async function signCheckpoint(place: PrivatePlace, { anew = false } = {}): Promise<SignedCheckpoint> {
  const { read, leaves } = await journalBytes(place);
  const [first] = read.entries;
  if (read.damage)
    throw new VaultError(
      "damaged",
      `Line ${read.damage.line} of the journal is bad: ${read.damage.reason}.`,
      "See: candor journal verify",
    );
  if (!first) throw new VaultError("refused", "The journal is empty: there is nothing to sign.");
  const before = await ownCheckpoints(place);
  const origin = originFor(first, before, leaves, anew);
  const { key, name } = await currentKey(place);
  const checkpoint = journalCheckpoint(origin, leaves);
  const note = signNote(checkpointText(checkpoint), name, key);
  const bytes = Buffer.from(note);
  const at = new Date(place.now()).toISOString();
  const signed = {
    note,
    minisig: minisignSignature(key, await minisignDigest([bytes]), `${at} ${checkpoint.size} entries ${origin}`),
    sshsig: sshSignature(key, await sshDigest([bytes]), journalNamespace),
    size: checkpoint.size,
    keyName: name,
  };
  await appendWitness(join(place.dataFolder, ownWitness), note);
  return signed;
}

/** Puts a checkpoint behind those of a witness file, which is made where there is none. @throws FormatError for a file that is none */
export async function appendWitness(path: string, note: string): Promise<void> {
  const text = Buffer.from(await bytesAt(path, false)).toString();
  if (readWitness(text).at(-1)?.note === note) return;
  await writeFileAtomic(path, `${text}${witnessLine(note)}`);
}

/** The proof that an entry is in the journal, under a checkpoint that is signed for it. @throws VaultError `refused`, `locked` */
export async function proveEntry(
  place: PrivatePlace,
  n: number,
  withContent: boolean,
  note: string,
): Promise<InclusionDocument> {
  const { bytes, read, leaves } = await journalBytes(place);
  const entry = read.entries[n];
  if (!entry) throw new VaultError("refused", `There is no entry ${n}.`, "List them: candor journal");
  const line = new TextDecoder().decode(bytes).split("\n")[n] ?? "";
  const { seal } = await openPrivate(place);
  const content = withContent ? await contentOfLine(line, seal.open) : null;
  return inclusionDocument(entry.head, content, leaves, note);
}

/** The proof that the journal of one checkpoint begins the one of another. @throws VaultError `refused` where this journal is not the one */
export async function proveConsistency(
  place: PrivatePlace,
  before: string,
  after: string,
): Promise<ConsistencyDocument> {
  const { leaves } = await journalBytes(place);
  const document = consistencyDocument(leaves, before, after);
  const [fault] = consistencyFaults(document);
  if (fault !== undefined)
    throw new VaultError("refused", fault, "See what differs: candor journal verify --checkpoint OLD");
  return document;
}

/** What is wrong with a proof, in sentences. @param keys of this computer when left out. @throws FormatError */
export async function proofFaults(
  place: PrivatePlace,
  text: string,
  keys?: readonly TrustedKey[],
): Promise<readonly string[]> {
  const known = keys ?? trustedKeys(await knownKeys(place));
  const proof = readProof(text);
  const notes = proof.schema === "candor.journal-inclusion/1" ? [proof.checkpoint] : [proof.before, proof.after];
  const unsigned = notes
    .filter((note) => !isSigned(note, known))
    .map(() => "Its checkpoint is not signed by a known key that counts.");
  const faults = proof.schema === "candor.journal-inclusion/1" ? inclusionFaults(proof) : consistencyFaults(proof);
  return [...new Set([...unsigned, ...faults])];
}

/** Reads a journal without the sentence about mending: another one than that of the data folder where `file` names it. */
export async function viewOf(place: PrivatePlace, file?: string): Promise<JournalView> {
  const { read } = await journalBytes(place, file);
  return { entries: read.entries, damage: read.damage?.reason ?? null, firstBad: read.damage };
}

/** A key that signatures may be of. */
export interface TrustedKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

/** Reads a public key as minisign, SSH, C2SP or Candor write it. @throws FormatError */
export function readPublicKeys(text: string): readonly TrustedKey[] {
  for (const read of [readSshPublicKey, readMinisignPublicKey, (line: string) => readVerifierKey(line).publicKey]) {
    try {
      const publicKey = read(text);
      return [{ name: keyName(publicKey), publicKey }];
    } catch {
      // Another form.
    }
  }
  try {
    return trustedKeys(keysFrom(text));
  } catch {
    throw new FormatError("public key", "it is none of minisign, SSH (ssh-ed25519), C2SP or Candor");
  }
}

/** One thing that was verified of a journal. Safe for JSON. */
export interface ProofLine {
  readonly ok: boolean;
  readonly said: string;
}

export interface ProofOptions {
  readonly file?: string | undefined;
  /** Files with signed checkpoints that were kept elsewhere. */
  readonly witnesses: readonly string[];
  /** The same, as they were read elsewhere. */
  readonly texts?: readonly { readonly name: string; readonly text: string }[];
  /** Keys that count instead of those of this computer. */
  readonly keys?: readonly TrustedKey[] | undefined;
}

/** Verifies a journal against checkpoints that were signed before: what was changed together with all that follows it, or cut off, is named. */
export async function verifyProof(
  place: PrivatePlace,
  { file, witnesses, texts = [], keys }: ProofOptions,
): Promise<readonly ProofLine[]> {
  const journal = await journalBytes(place, file);
  const lines: ProofLine[] = [];
  const damage = nameDamage(journal.bytes, journal.read);
  if (damage) lines.push({ ok: false, said: damage.said });
  const known = keys ?? trustedKeys(await knownKeys(place));
  const own = file === undefined && keys === undefined ? await ownCheckpoints(place) : [];
  if (own.length > 0) lines.push(...comparedTo("the checkpoints of this computer", latestOrigin(own), journal, known));
  for (const witness of witnesses) {
    const text = Buffer.from(await bytesAt(witness, true)).toString();
    lines.push(...comparedTo(witness, readWitness(text), journal, known));
  }
  for (const { name, text } of texts) lines.push(...comparedTo(name, readWitness(text), journal, known));
  return lines;
}

function comparedTo(
  where: string,
  all: readonly WitnessedCheckpoint[],
  journal: JournalBytes,
  keys: readonly TrustedKey[],
): readonly ProofLine[] {
  const { read, leaves } = journal;
  const lines: ProofLine[] = [];
  let good = 0;
  for (const { note, checkpoint } of all) {
    const { size, root } = checkpoint;
    if (!isSigned(note, keys))
      lines.push({
        ok: false,
        said: `A checkpoint over ${size} entries in ${where} is not signed by a known key that counts.`,
      });
    else if (size > leaves.length) {
      const missing = size - leaves.length;
      const cut =
        read.damage === null ? "the journal was cut off at its end" : "what follows the damage cannot be counted";
      lines.push({
        ok: false,
        said: `${missing} of the ${size} entries that were signed in ${where} are missing: ${cut}.`,
      });
      break;
    } else if (!Buffer.from(treeHash(leaves, size)).equals(root)) {
      lines.push({ ok: false, said: rewritten(good, size, where) });
      break;
    } else good = size;
  }
  if (lines.length === 0 && all.length > 0)
    lines.push({ ok: true, said: `The first ${good} entries are those that were signed in ${where}.` });
  return lines;
}

/** Whether a checkpoint is signed by one of these keys. @throws FormatError */
export function isSigned(note: string, keys: readonly TrustedKey[]): boolean {
  const parsed = readNote(note);
  return keys.some((key) => verifyNote(parsed, key.name, key.publicKey));
}

function rewritten(good: number, size: number, where: string): string {
  const which = size - good === 1 ? `Entry ${good} is` : `Among entries ${good} to ${size - 1} one at least is`;
  return `${which} not what was signed in ${where}: it was changed, removed or put in, and the chain behind it was made anew.`;
}

/** Names the journal by its first entry, so that two are never taken for one another. */
function originFor(
  first: JournalEntry,
  before: readonly WitnessedCheckpoint[],
  leaves: readonly Uint8Array[],
  anew: boolean,
): string {
  const base = `candor/journal/${headHash(first.head).slice(0, 16)}`;
  const last = before.at(-1)?.checkpoint;
  const goes =
    last !== undefined && last.size <= leaves.length && Buffer.from(treeHash(leaves, last.size)).equals(last.root);
  if (last === undefined || goes) return last?.origin ?? base;
  if (!anew)
    throw new VaultError(
      "refused",
      `The journal is not the continuation of the one that was signed last, with ${last.size} entries.`,
      "See what differs: candor journal verify. Where it was mended or begun anew on purpose, sign it as another journal: candor journal checkpoint --anew",
    );
  const origins = new Set(before.map(({ checkpoint }) => checkpoint.origin));
  for (let n = 1; ; n++) {
    const origin = n === 1 ? base : `${base}/${n}`;
    if (!origins.has(origin)) return origin;
  }
}

/** What was signed on this computer, in its order. @throws FormatError */
export async function ownCheckpoints({ dataFolder }: PrivatePlace): Promise<readonly WitnessedCheckpoint[]> {
  return readWitness(Buffer.from(await bytesAt(join(dataFolder, ownWitness), false)).toString());
}

/** Those of the journal that was signed last. */
export function latestOrigin(all: readonly WitnessedCheckpoint[]): readonly WitnessedCheckpoint[] {
  const last = all.at(-1)?.checkpoint.origin;
  return all.filter(({ checkpoint }) => checkpoint.origin === last);
}

/** How many entries a signed checkpoint is over. @throws FormatError */
export function checkpointSize(note: string): number {
  return readCheckpoint(readNote(note).text).size;
}

async function bytesAt(path: string, mustBe: boolean): Promise<Uint8Array> {
  const found = await stat(path).catch((error: unknown) => {
    if (mustBe) throw error;
    return null;
  });
  if (!found) return new Uint8Array();
  if (path.endsWith(ownWitness) && found.size > mostWitnessBytes) throw new FormatError("witness", "it is too large");
  return await readFile(path);
}
