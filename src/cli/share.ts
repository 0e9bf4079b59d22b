import { readFile, stat } from "node:fs/promises";
import { readExamination } from "../centre/examinations.ts";
import { fileNote, snapshotText } from "../centre/journal-notes.ts";
import { keepRecipient, linesOfKnown } from "../centre/known-recipients.ts";
import { openPrivate } from "../centre/private-store.ts";
import { type RedactionLevel, redactionWords, redactSnapshot } from "../centre/redact-snapshot.ts";
import { readSnapshot } from "../centre/saved-snapshot.ts";
import { identitiesFor, passphraseRecipient, receiveInto, recipientsIn, shareInto } from "../centre/share.ts";
import { VaultError } from "../core/errors.ts";
import { confirmed } from "./confirmed.ts";
import { type Context, exitCodes } from "./context.ts";
import { replacedLines } from "./evidence.ts";
import { vaultFailure } from "./failure.ts";
import { note } from "./note.ts";
import { passphraseFrom } from "./passphrase.ts";
import type { PassphraseFlags } from "./passphrase-flags.ts";

export interface ShareFlags extends PassphraseFlags {
  readonly to?: readonly string[];
  readonly toFile?: string;
  readonly known?: readonly string[];
  readonly keepAs?: string;
  readonly passphrase: boolean;
  readonly redact?: RedactionLevel;
  readonly armor: boolean;
  readonly out?: string;
  readonly yes: boolean;
}

/** `candor share FILE|EXAMINATION`: seals it for somebody. */
export async function share(this: Context, flags: ShareFlags, input: string): Promise<void> {
  const { stdout, stderr } = this.process;
  try {
    const what = await toShare(this, flags, input);
    const named = [...(flags.to ?? []), ...(flags.toFile === undefined ? [] : [await readFile(flags.toFile, "utf8")])];
    const byWords = flags.passphrase || flags.passphraseFile !== undefined;
    const recipients = recipientsIn([...named, ...(await linesOfKnown(this, flags.known ?? []))].join("\n"));
    if (byWords === recipients.length > 0)
      throw new VaultError(
        "refused",
        "Say for whom: --to, --to-file or --known, or --passphrase.",
        "Each alone: a passphrase cannot be mixed with keys.",
      );
    stderr.write(
      `${[...what.lines, `For: ${byWords ? "whoever knows the passphrase" : `${recipients.length} ${recipients.length === 1 ? "key" : "keys"}`}`].join("\n")}\n`,
    );
    if (!flags.yes && !(await confirmed(this, "Seal it?"))) {
      this.process.exitCode = exitCodes.usage;
      return;
    }
    const sealedTo = byWords ? [passphraseRecipient(await passphraseFrom(this, flags))] : recipients;
    const out = flags.out ?? `${what.name}.age`;
    const bytes = await shareInto(out, what.from, sealedTo, { armor: flags.armor, signal: this.signal });
    stdout.write(`${out}: ${bytes} bytes. It opens with “candor receive”, or with age.\n`);
    if (flags.keepAs !== undefined) {
      const { name } = await keepRecipient(this, flags.keepAs, named.join("\n"));
      stdout.write(`Their keys are kept: --known ${JSON.stringify(name)}\n`);
    }
    await note(this, undefined, [{ kind: "export", body: await fileNote(out, "age", what.name) }]);
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = vaultFailure(this, error);
  }
}

/** `candor receive FILE`: opens what was sealed for this person. */
export async function receive(
  this: Context,
  flags: PassphraseFlags & { readonly identity?: string; readonly out?: string },
  file: string,
): Promise<void> {
  try {
    const out = flags.out ?? file.replace(/\.age$/i, "");
    if (out === file)
      throw new VaultError("refused", `${file} does not end with .age.`, "Say where to write it: --out FILE");
    const key = flags.identity === undefined ? undefined : await readFile(flags.identity, "utf8");
    const identities = await identitiesFor(this, key, async () => await passphraseFrom(this, flags));
    const bytes = await receiveInto(out, file, identities, this.signal);
    this.process.stdout.write(
      `${out}: ${bytes} bytes, as they were sealed. Who sealed it is not proven: a signature would say.\n`,
    );
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = vaultFailure(this, error);
  }
}

interface ToShare {
  readonly name: string;
  readonly from: string | Uint8Array;
  /** What is in it, to be read before it is sealed. */
  readonly lines: readonly string[];
}

async function toShare(context: Context, { redact }: ShareFlags, input: string): Promise<ToShare> {
  const kept = /^\d{8}T\d{6}-[0-9a-f]{8}$/.test(input);
  const snapshot = kept ? await readExamination(await openPrivate(context), input) : await readSnapshot(input);
  if (kept && !snapshot) throw new VaultError("absent", `There is no kept examination ${input}.`);
  if (snapshot) {
    const level = redact ?? "identifiers";
    const { snapshot: told, replaced } = redactSnapshot(snapshot, level);
    const lines = [
      "An examination: all that was read from the phone.",
      redactionWords[level],
      ...replacedLines(replaced),
    ];
    return { name: kept ? `${input}.json` : input, from: Buffer.from(snapshotText(told)), lines };
  }
  if (redact !== undefined && redact !== "none")
    throw new VaultError(
      "refused",
      `Nothing can be taken out of ${input}: it is no examination.`,
      "Leave --redact out, or share an examination.",
    );
  const found = await stat(input);
  if (!found.isFile())
    throw new VaultError(
      "refused",
      `${input} is no file.`,
      "Pack a folder first; evidence with: candor evidence --out FILE.zip",
    );
  return { name: input, from: input, lines: [`${input}, ${found.size} bytes, as it is.`] };
}
