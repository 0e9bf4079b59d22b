import { readFile } from "node:fs/promises";
import { packEvidence, writeEvidence } from "../centre/evidence.ts";
import { type EvidenceVerdict, verifyEvidence } from "../centre/evidence-verify.ts";
import { readExamination } from "../centre/examinations.ts";
import { examine, judgeSnapshot, sawAnything } from "../centre/examine.ts";
import { readPublicKeys } from "../centre/journal-proof.ts";
import { openPrivate } from "../centre/private-store.ts";
import { recorded } from "../centre/recorded.ts";
import { type RedactionLevel, redactionWords, redactSnapshot } from "../centre/redact-snapshot.ts";
import { readSnapshot } from "../centre/saved-snapshot.ts";
import { stixOf } from "../centre/stix-export.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import { VaultError } from "../core/errors.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { vaultFailure } from "./failure.ts";
import { type AppsFlags, lookIntoApps } from "./look-into-apps.ts";
import { examinationNotes, note } from "./note.ts";
import { unlocked } from "./passphrase.ts";
import type { PassphraseFlags } from "./passphrase-flags.ts";
import { progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";

type ReadFlags = SourceFlags & AppsFlags & PassphraseFlags & { readonly redact: RedactionLevel };

/** `candor evidence [SOURCE]`: packs an examination. */
export async function evidencePack(
  this: Context,
  flags: ReadFlags & { readonly out: string; readonly include?: readonly string[] },
  input?: string,
): Promise<void> {
  try {
    await unlocked(this, flags);
    const { snapshot, recording } = await examined(this, flags, input);
    const packed = await packEvidence(this, {
      snapshot,
      recording,
      redaction: flags.redact,
      include: flags.include ?? [],
    });
    await writeEvidence(flags.out, packed);
    const { signedBy, replaced } = packed.document;
    this.process.stdout.write(
      `${[
        `${flags.out}: ${packed.files.length} files, signed by ${signedBy.name}.`,
        redactionWords[flags.redact],
        ...replacedLines(replaced),
        "It holds what the phone said: give it only to those who are to have it, sealed with: candor share FILE --to age1…",
        `Tell them the fingerprint of your key by another way: ${signedBy.fingerprint}`,
      ].join("\n")}\n`,
    );
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = vaultFailure(this, error);
  }
}

/** `candor evidence verify PACKAGE`. */
export async function evidenceVerify(
  this: Context,
  flags: { readonly json: boolean; readonly key?: string },
  path: string,
): Promise<void> {
  try {
    const keys = flags.key === undefined ? null : readPublicKeys(await readFile(flags.key, "utf8"));
    const verdict = await verifyEvidence(path, this.dataFolder, keys);
    const text = flags.json
      ? JSON.stringify(verdict, null, 1)
      : verdictText(verdict)
          .map((line) => plainText(line, 1000))
          .join("\n");
    this.process.stdout.write(`${text}\n`);
    this.process.exitCode = verdict.holds ? exitCodes.fine : exitCodes.findings;
  } catch (error) {
    this.process.exitCode = vaultFailure(this, error);
  }
}

/** `candor evidence stix [SOURCE]`. */
export async function evidenceStix(
  this: Context,
  flags: ReadFlags & { readonly out?: string },
  input?: string,
): Promise<void> {
  try {
    const { snapshot } = await examined(this, flags, input);
    const redacted = redactSnapshot(snapshot, flags.redact).snapshot;
    const text = stixOf(await judgeSnapshot(redacted, this.dataFolder), this.now());
    if (flags.out === undefined) this.process.stdout.write(text);
    else {
      await writeFileAtomic(flags.out, text);
      this.process.stdout.write(`${flags.out} was written.\n`);
    }
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = vaultFailure(this, error);
  }
}

/** How many values were taken out, by kind. */
export function replacedLines(replaced: Readonly<Record<string, number>>): readonly string[] {
  const kinds = Object.entries(replaced).map(([kind, count]) => `${count} ${kind}`);
  return kinds.length === 0
    ? []
    : [
        `Different values that were replaced: ${kinds.join(", ")}. What nobody knows to be personal stays: look through it.`,
      ];
}

async function examined(context: Context, flags: ReadFlags, input?: string) {
  const kept = input !== undefined && /^\d{8}T\d{6}-[0-9a-f]{8}$/.test(input);
  const saved = kept ? await readExamination(await openPrivate(context), input) : input && (await readSnapshot(input));
  if (saved) return { snapshot: saved, recording: null };
  if (kept) throw new VaultError("absent", `There is no kept examination ${input}.`);
  const progress = progressOn(context.process.stderr, flags.progress);
  const source = recorded(await open(context, { input, serial: flags.serial, address: flags.address }, progress));
  const looking = lookIntoApps(context, flags);
  try {
    const { dataFolder, signal } = context;
    const { snapshot } = await examine(source, {
      dataFolder,
      signal,
      onProgress: (step) => progress.step(step),
      apps: looking?.options,
    });
    if (!sawAnything(snapshot))
      throw new VaultError(
        "refused",
        "Nothing could be read: there is nothing to pack.",
        "See the reasons: candor check",
      );
    await note(context, input, examinationNotes(snapshot));
    return { snapshot, recording: source.recording() };
  } finally {
    looking?.end();
    progress.end();
    await source.close();
  }
}

function verdictText({ holds, faults, said, key }: EvidenceVerdict): readonly string[] {
  const whose =
    key === null
      ? []
      : key.known
        ? [`The key is the one that you named: ${key.fingerprint}`]
        : [
            `Whose key it is, the package cannot prove. Compare the fingerprint with whoever gave it to you: ${key.fingerprint}`,
          ];
  return [
    holds ? "Nothing is wrong with this package." : "THIS PACKAGE IS NOT AS IT WAS SIGNED:",
    ...faults.map(({ file, said: fault }) => `  ${file}: ${fault}`),
    ...said,
    ...whose,
  ];
}
