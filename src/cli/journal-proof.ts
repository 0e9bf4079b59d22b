import { readFile, stat } from "node:fs/promises";
import { journalVerdict } from "../centre/journal-list.ts";
import {
  appendWitness,
  checkpointSize,
  type ProofLine,
  proofFaults,
  proveConsistency,
  proveEntry,
  readPublicKeys,
  signCheckpoint,
  verifyProof,
  viewOf,
} from "../centre/journal-proof.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { vaultFailure } from "./failure.ts";
import { verdictLines } from "./journal-text.ts";
import { statesInVault } from "./journal-witness.ts";

/** A proof or a key is never longer. */
const mostBytes = 64 * 1024 * 1024;

export interface VerifyFlags {
  readonly json: boolean;
  readonly checkpoint?: string;
  readonly witness?: string;
  readonly key?: string;
  readonly vault?: string;
  readonly passphraseFile?: string;
}

/** `candor journal verify [FILE]`: follows the chain, compares it with checkpoints, and names what is not as it was written. */
export async function journalVerify(this: Context, flags: VerifyFlags, file?: string): Promise<void> {
  try {
    const keys = flags.key === undefined ? undefined : readPublicKeys(await textAt(flags.key));
    const proof = file === undefined ? undefined : await proofAt(file);
    if (proof !== undefined) {
      const faults = await proofFaults(this, proof, keys);
      const said =
        faults.length === 0 ? ["The proof holds, and its checkpoint is signed by a key that counts."] : faults;
      const answer = { schema: "candor.journal-proof/1", holds: faults.length === 0, faults };
      this.process.stdout.write(
        `${flags.json ? JSON.stringify(answer, null, 1) : said.map((line) => plainText(line)).join("\n")}\n`,
      );
      this.process.exitCode = faults.length === 0 ? exitCodes.fine : exitCodes.findings;
      return;
    }
    const verdict = journalVerdict(await viewOf(this, file));
    const witnesses = [flags.checkpoint, flags.witness].flatMap((path) => path ?? []);
    const kept = flags.vault === undefined ? null : await statesInVault(this, { ...flags, vault: flags.vault });
    const proofs = [
      ...(kept?.lines ?? []),
      ...(await verifyProof(this, { file, witnesses, keys, ...(kept && { texts: kept.texts }) })),
    ];
    const text = flags.json
      ? JSON.stringify({ schema: "candor.journal-verdict/1", ...verdict, proofs }, null, 1)
      : [...verdictLines(verdict), ...proofs.map(proofLine)].join("\n");
    this.process.stdout.write(`${text}\n`);
    const bad = verdict.damage !== null || proofs.some(({ ok }) => !ok);
    this.process.exitCode = bad ? exitCodes.findings : exitCodes.fine;
  } catch (error) {
    this.process.exitCode = vaultFailure(this, error);
  }
}

/** `candor journal checkpoint`: signs the state of the journal. */
export async function journalCheckpoint(
  this: Context,
  flags: { readonly json: boolean; readonly out?: string; readonly witness?: string; readonly anew: boolean },
): Promise<void> {
  try {
    const signed = await signCheckpoint(this, { anew: flags.anew });
    if (flags.witness !== undefined) await appendWitness(flags.witness, signed.note);
    if (flags.out !== undefined) {
      await writeFileAtomic(flags.out, signed.note);
      await writeFileAtomic(`${flags.out}.minisig`, signed.minisig);
      await writeFileAtomic(`${flags.out}.sig`, signed.sshsig);
    }
    const lines = [
      ...(flags.out === undefined
        ? [signed.note]
        : [
            `${signed.size} entries were signed with the key ${signed.keyName}: ${flags.out}, with .minisig and .sig beside it.`,
          ]),
      ...(flags.witness === undefined ? [] : [`It stands in ${flags.witness}, too.`]),
      ...(flags.out === undefined
        ? []
        : ["Keep it elsewhere than the journal. Others need the public key as well: candor key export"]),
    ];
    this.process.stdout.write(
      flags.json
        ? `${JSON.stringify({ schema: "candor.checkpoint/1", ...signed }, null, 1)}\n`
        : `${lines.join("\n")}\n`,
    );
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = vaultFailure(this, error);
  }
}

/** `candor journal prove ENTRY`. */
export async function journalProve(
  this: Context,
  flags: { readonly out?: string; readonly headOnly: boolean },
  n: number,
): Promise<void> {
  await document(this, flags.out, async () => {
    const { note } = await signCheckpoint(this);
    return await proveEntry(this, n, !flags.headOnly, note);
  });
}

/** `candor journal consistency OLD [NEW]`. */
export async function journalConsistency(
  this: Context,
  flags: { readonly out?: string },
  old: string,
  later?: string,
): Promise<void> {
  await document(this, flags.out, async () => {
    const before = await textAt(old);
    checkpointSize(before);
    const after = later === undefined ? (await signCheckpoint(this)).note : await textAt(later);
    return await proveConsistency(this, before, after);
  });
}

async function document(context: Context, out: string | undefined, make: () => Promise<object>): Promise<void> {
  const { stdout } = context.process;
  try {
    const text = `${JSON.stringify(await make(), null, 1)}\n`;
    if (out === undefined) stdout.write(text);
    else {
      await writeFileAtomic(out, text);
      stdout.write(
        `${out} was written. It is verified, by whoever has it and your public key, with: candor journal verify ${out} --key FILE\n`,
      );
    }
    context.process.exitCode = exitCodes.fine;
  } catch (error) {
    context.process.exitCode = vaultFailure(context, error);
  }
}

function proofLine({ ok, said }: ProofLine): string {
  return `${ok ? "" : "WRONG: "}${plainText(said, 1000)}`;
}

/** The text of a file that is a proof; undefined for a journal. */
async function proofAt(path: string): Promise<string | undefined> {
  if ((await stat(path)).size > mostBytes) return undefined;
  const text = await readFile(path, "utf8");
  return /^\s*\{\s*"schema":\s*"candor\.journal-(?:inclusion|consistency)\//.test(text) ? text : undefined;
}

async function textAt(path: string): Promise<string> {
  return await readFile(path, "utf8");
}
