import { journalStatesIn, type StatesInVault } from "../centre/journal-in-vault.ts";
import { witnessesOf, witnessSettings, writeWitnessSettings } from "../centre/journal-witnesses.ts";
import { vaultDesk } from "../centre/vault-desk.ts";
import { openVault } from "../centre/vault-open.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { vaultFailure } from "./failure.ts";
import { passphraseFrom } from "./passphrase.ts";

/** The signed states of the journal that lie in a vault, which is opened for that. */
export async function statesInVault(
  context: Context,
  flags: { readonly vault: string; readonly passphraseFile?: string },
): Promise<StatesInVault> {
  const { dataFolder, now, signal } = context;
  const desk = vaultDesk({ dataFolder, now, signal, process: context.process });
  const choice = { vault: flags.vault, unlisted: false };
  const vault = await openVault(desk, choice, async () => await passphraseFrom(context, flags));
  try {
    return await journalStatesIn(desk, vault);
  } finally {
    await vault.place.close();
  }
}

/** `candor journal witness [on|off]`: whether vaults get the signed states by themselves, and which have one. */
export async function journalWitness(
  this: Context,
  flags: { readonly json: boolean },
  wanted?: "on" | "off",
): Promise<void> {
  try {
    if (wanted !== undefined) await writeWitnessSettings(this.dataFolder, { vaults: wanted === "on" });
    const { vaults: isOn } = await witnessSettings(this.dataFolder);
    const witnesses = await witnessesOf(this);
    const lines = [
      isOn
        ? "Each put into a vault and each pull also keeps the newest signed state of the journal there, once there is a key that signs."
        : "Vaults do not get signed states of the journal by themselves.",
      ...witnesses.map(({ name, at, size }) => `${plainText(name)}: ${size} entries, ${at.slice(0, 16)} UTC`),
    ];
    const document = { schema: "candor.journal-witness/1", on: isOn, witnesses };
    this.process.stdout.write(flags.json ? `${JSON.stringify(document, null, 1)}\n` : `${lines.join("\n")}\n`);
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = vaultFailure(this, error);
  }
}
