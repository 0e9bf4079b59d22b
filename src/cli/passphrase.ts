import { readFile } from "node:fs/promises";
import { passphraseStrength, unlock } from "../centre/privacy-lock.ts";
import { openPrivate, type PrivateState } from "../centre/private-store.ts";
import { VaultError } from "../core/errors.ts";
import type { Context } from "./context.ts";
import type { NewPassphraseFlags, PassphraseFlags } from "./passphrase-flags.ts";

/** The passphrase: from the file, the environment, or the person, without echo. @throws VaultError `refused` where nobody can be asked */
export async function passphraseFrom(context: Context, { passphraseFile }: PassphraseFlags): Promise<string> {
  return await givenOrAsked(context, passphraseFile, "CANDOR_PASSPHRASE", "Passphrase:");
}

/** A new passphrase, asked for twice, with what is to be said about it. @throws VaultError `refused` for a weak one */
export async function newPassphraseFrom(
  context: Context,
  { newPassphraseFile, allowWeak }: NewPassphraseFlags,
  variable: "CANDOR_PASSPHRASE" | "CANDOR_NEW_PASSPHRASE",
): Promise<string> {
  const passphrase = await givenOrAsked(context, newPassphraseFile, variable, "New passphrase:");
  const { grade, means, advice } = passphraseStrength(passphrase);
  context.process.stderr.write(`${[`This passphrase is ${grade}. ${means}`, ...advice].join("\n")}\n`);
  if (grade === "weak" && !allowWeak)
    throw new VaultError("refused", "It was not taken.", "Choose a better one, or insist with --allow-weak.");
  const given = newPassphraseFile !== undefined || context.process.env[variable];
  if (!given && (await ask(context, "Once more:")) !== passphrase)
    throw new VaultError("refused", "The two are not the same, and nothing was changed.", "Repeat this.");
  return passphrase;
}

/** Opens what is private for a command that has to read it: asks for the passphrase where it is locked. @throws VaultError */
export async function unlocked(context: Context, flags: PassphraseFlags): Promise<PrivateState> {
  const { state } = await openPrivate(context);
  if (state !== "locked") return state;
  await unlock(context, await passphraseFrom(context, flags));
  return "unlocked";
}

async function givenOrAsked(
  context: Context,
  file: string | undefined,
  variable: string,
  question: string,
): Promise<string> {
  const given =
    file === undefined
      ? context.process.env[variable] || undefined
      : (await readFile(file, "utf8")).split(/\r?\n/, 1)[0];
  if (given === "") throw new VaultError("refused", `The first line of ${file} is empty.`);
  if (given !== undefined) return given;
  if (!process.stdin.isTTY || !context.process.stderr.isTTY)
    throw new VaultError(
      "refused",
      "The passphrase is needed, and there is nobody to ask.",
      `Name a file that holds it, or set ${variable}.`,
    );
  return await ask(context, question);
}

async function ask(context: Context, message: string): Promise<string> {
  const { isCancel, password } = await import("@clack/prompts");
  const answer = await password({ message, output: context.process.stderr, signal: context.signal });
  if (isCancel(answer) || !answer) throw new VaultError("refused", "No passphrase was given, and nothing was changed.");
  return answer;
}
