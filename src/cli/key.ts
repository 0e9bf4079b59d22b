import { noteKey } from "../centre/journal-notes.ts";
import { ownRecipient } from "../centre/share.ts";
import {
  currentKey,
  type KnownKey,
  keyForms,
  keysText,
  knownKeys,
  revokeKey,
  rotateKey,
} from "../centre/signing-keys.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import { plainText } from "../report/plain-text.ts";
import { confirmed } from "./confirmed.ts";
import { type Context, exitCodes } from "./context.ts";
import { vaultFailure } from "./failure.ts";
import { unlocked } from "./passphrase.ts";
import type { PassphraseFlags } from "./passphrase-flags.ts";

/** `candor key show`. */
export async function keyShow(this: Context, flags: PassphraseFlags & { readonly json: boolean }): Promise<void> {
  await saying(this, flags, async () => {
    const { key } = await currentKey(this);
    const forms = keyForms(key.publicKey);
    const keys = await knownKeys(this);
    if (flags.json) return [JSON.stringify({ schema: "candor.keys/1", current: forms, keys }, null, 1)];
    const current = keys.find(({ state }) => state === "current");
    return [
      `${forms.name} signs since ${(current?.since ?? "").slice(0, 10)}.`,
      `  fingerprint  ${forms.fingerprint}`,
      `  ssh          ${forms.ssh}`,
      `  minisign     ${forms.minisign.trim().split("\n").at(-1)}`,
      ...keys.filter(({ state }) => state !== "current").map(endedLine),
      "Others compare the fingerprint with you by telephone, and verify with: candor key export",
    ];
  });
}

/** `candor key export`. */
export async function keyExport(
  this: Context,
  flags: PassphraseFlags & {
    readonly as: "minisign" | "ssh" | "allowed-signers" | "verifier" | "candor";
    readonly out?: string;
  },
): Promise<void> {
  await saying(this, flags, async () => {
    const { key } = await currentKey(this);
    const forms = keyForms(key.publicKey);
    const text = {
      minisign: forms.minisign,
      ssh: `${forms.ssh}\n`,
      "allowed-signers": forms.allowedSigners,
      verifier: `${forms.verifier}\n`,
      candor: keysText(await knownKeys(this)),
    }[flags.as];
    if (flags.out === undefined) return [text.trimEnd()];
    await writeFileAtomic(flags.out, text);
    return [`${flags.out} was written. Its fingerprint, to be compared by telephone: ${forms.fingerprint}`];
  });
}

/** `candor key rotate`. */
export async function keyRotate(this: Context, flags: PassphraseFlags): Promise<void> {
  await saying(this, flags, async () => {
    const old = await currentKey(this);
    const { key, name } = await rotateKey(this);
    await noted(this, `Replaced the signing key ${old.name} by ${name}`);
    return [
      `${name} signs from now on; ${old.name} has signed that.`,
      ...giveAway(keyForms(key.publicKey).fingerprint),
    ];
  });
}

/** `candor key revoke`. */
export async function keyRevoke(
  this: Context,
  flags: PassphraseFlags & { readonly reason: string; readonly yes: boolean },
): Promise<void> {
  await saying(this, flags, async () => {
    const old = await currentKey(this);
    const question = `What ${old.name} signed does not count any more, and no one can take that back. Do it?`;
    if (!flags.yes && !(await confirmed(this, question))) return ["Nothing was changed."];
    const { key, name } = await revokeKey(this, flags.reason);
    await noted(this, `Revoked the signing key ${old.name}: ${flags.reason}`);
    return [
      `${old.name} is revoked; ${name} signs from now on, and nobody vouches for it but you.`,
      ...giveAway(keyForms(key.publicKey).fingerprint),
      "The journal is signed anew with: candor journal checkpoint",
    ];
  });
}

/** `candor key recipient`. */
export async function keyRecipient(this: Context, flags: PassphraseFlags & { readonly out?: string }): Promise<void> {
  await saying(this, flags, async () => {
    const { recipient } = await ownRecipient(this);
    if (flags.out === undefined) return [recipient];
    await writeFileAtomic(
      flags.out,
      `# Seal files for me with: candor share FILE --to-file THIS, or: age -R THIS -o FILE.age FILE\n${recipient}\n`,
    );
    return [recipient, `${flags.out} was written: give it to those who are to send you something. It opens nothing.`];
  });
}

function endedLine({ name, state, until, reason }: KnownKey): string {
  const when = (until ?? "").slice(0, 10);
  if (state === "lost") return `${name} was lost before ${when}; what it signed counts, and nobody can sign with it.`;
  return state === "revoked"
    ? `${name} was revoked on ${when}: ${plainText(reason ?? "")}. What it signed does not count.`
    : `${name} was replaced on ${when}; what it signed before counts.`;
}

function giveAway(fingerprint: string): readonly string[] {
  return [
    `Its fingerprint: ${fingerprint}`,
    "Give the list of keys to those who verify: candor key export --as candor --out keys.json",
  ];
}

async function noted(context: Context, about: string): Promise<void> {
  const said = await noteKey(context, about);
  if (said !== null) context.process.stderr.write(`${plainText(said)}\n`);
}

async function saying(context: Context, flags: PassphraseFlags, work: () => Promise<readonly string[]>): Promise<void> {
  try {
    await unlocked(context, flags);
    context.process.stdout.write(`${(await work()).join("\n")}\n`);
    context.process.exitCode = exitCodes.fine;
  } catch (error) {
    context.process.exitCode = vaultFailure(context, error);
  }
}
