import { readFile } from "node:fs/promises";
import {
  addVaultKey,
  changeVaultKey,
  makeRecoveryKey,
  proveKey,
  recoveryLabel,
  removeVaultKey,
} from "../centre/vault-make.ts";
import { recoveryKeyOf } from "../centre/vault-recovery.ts";
import { vaultKeys } from "../centre/vault-use.ts";
import { VaultError } from "../core/errors.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { newPassphraseFrom, passphraseFrom } from "./passphrase.ts";
import type { NewPassphraseFlags } from "./passphrase-flags.ts";
import { recoveryLines, writeSheet } from "./vault.ts";
import type { VaultFlags } from "./vault-flags.ts";
import { onVault, print, usage } from "./vault-run.ts";

/** `candor vault key list`. */
export async function keyList(this: Context, flags: VaultFlags & { readonly json: boolean }): Promise<void> {
  await onVault(this, flags, async (vault, { desk }) => {
    const keys = await vaultKeys(desk, vault);
    const damaged = keys.filter(({ file }) => file === null);
    print(
      this,
      flags.json,
      { schema: "candor.vault-keys/1", keys },
      keys.map(({ name, file, current }) => {
        const about = file === null ? "DAMAGED" : `${file.created.slice(0, 10)}  ${plainText(file.username)}`;
        return `${name.slice(0, 8)}  ${about}${current ? "  (opened it now)" : ""}`;
      }),
    );
    return damaged.length === 0 ? exitCodes.fine : exitCodes.findings;
  });
}

/** `candor vault key add`. */
export async function keyAdd(this: Context, flags: VaultFlags & NewPassphraseFlags): Promise<void> {
  await onVault(this, flags, async (vault, { desk }) => {
    const name = await addVaultKey(desk, vault, await newPassphraseFrom(this, flags, "CANDOR_NEW_PASSPHRASE"));
    print(this, false, null, [`The key ${name.slice(0, 8)} was added: either passphrase opens the vault.`]);
    return exitCodes.fine;
  });
}

/** `candor vault key remove KEY`. */
export async function keyRemove(this: Context, flags: VaultFlags, text: string): Promise<void> {
  await onVault(this, flags, async (vault, { desk }) => {
    const fitting = (await vaultKeys(desk, vault)).filter(({ name }) => name.startsWith(text));
    const [key, another] = fitting;
    if (!key || another)
      throw new VaultError(
        "absent",
        key ? `Several keys begin with ${text}.` : `There is no key ${text}.`,
        "candor vault key list names them.",
      );
    await removeVaultKey(desk, vault, key.name);
    print(this, false, null, [
      `The key ${key.name.slice(0, 8)} was removed.`,
      "Whoever had it and copied the vault before can read that copy still: for what must stay secret from them, make a new vault.",
      ...(key.file?.username === recoveryLabel
        ? ["It was a recovery key: a new one is made with candor vault key recovery."]
        : []),
    ]);
    return exitCodes.fine;
  });
}

/** `candor vault key change`. */
export async function keyChange(this: Context, flags: VaultFlags & NewPassphraseFlags): Promise<void> {
  await onVault(this, flags, async (vault, { desk }) => {
    await changeVaultKey(desk, vault, await newPassphraseFrom(this, flags, "CANDOR_NEW_PASSPHRASE"));
    print(this, false, null, [
      "The passphrase was changed. The old one opens nothing any more, but copies of the vault that were made before.",
    ]);
    return exitCodes.fine;
  });
}

/** `candor vault key recovery`. */
export async function keyRecovery(this: Context, flags: VaultFlags & { readonly sheet?: string }): Promise<void> {
  const { sheet } = flags;
  if (sheet === undefined && this.process.stdout.isTTY !== true) {
    this.process.exitCode = usage(this, "Name the file for the sheet: --sheet sheet.html");
    return;
  }
  await onVault(this, flags, async (vault, { desk }) => {
    const key = await makeRecoveryKey(desk, vault);
    if (sheet !== undefined) await writeSheet(sheet, key, vault.place.name, desk.now());
    print(this, false, null, [
      ...recoveryLines(key, sheet),
      "Recovery keys that were made before still open it: candor vault key list, candor vault key remove.",
      "Prove tomorrow that it opens the vault: candor vault key prove",
    ]);
    return exitCodes.fine;
  });
}

/** `candor vault key prove`. */
export async function keyProve(this: Context, flags: VaultFlags & { readonly recoveryFile?: string }): Promise<void> {
  await onVault(this, flags, async (vault, { desk }) => {
    const typed = await recoveryFrom(this, flags.recoveryFile);
    if (recoveryKeyOf(typed) === null)
      throw new VaultError(
        "wrong-passphrase",
        "That is no recovery key as Candor makes them, or it is mistyped.",
        "It has nine groups of four letters and digits.",
      );
    const { keyName } = await proveKey(desk, vault, typed);
    print(this, false, null, [`It opens the vault (key ${keyName.slice(0, 8)}). Candor asks again in 30 days.`]);
    return exitCodes.fine;
  });
}

/** Not from CANDOR_PASSPHRASE: what is to be proved is that it is there when everything else is lost. */
async function recoveryFrom(context: Context, file: string | undefined): Promise<string> {
  if (file !== undefined) return (await readFile(file, "utf8")).split(/\r?\n/, 1)[0] ?? "";
  const { dataFolder, now, signal } = context;
  const { stdout, stderr } = context.process;
  return await passphraseFrom({ dataFolder, now, signal, process: { stdout, stderr, env: {} } }, {});
}
