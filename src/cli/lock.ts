import { readFile } from "node:fs/promises";
import { isAbsolute, normalize, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { openToRead } from "../centre/kept-report.ts";
import { inWords } from "../centre/passphrase-guard.ts";
import {
  changePassphrase,
  defaultIdleMs,
  keyFor,
  lockNow,
  privacyStatus,
  removePassphrase,
  resetPassphrase,
  setPassphrase,
  unlock,
} from "../centre/privacy-lock.ts";
import { recoveryHtml, recoveryText } from "../centre/recovery-sheet.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import { VaultError } from "../core/errors.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";
import { newPassphraseFrom, passphraseFrom } from "./passphrase.ts";
import type { NewPassphraseFlags, PassphraseFlags } from "./passphrase-flags.ts";

/** What the privacy password is for and what not; said when it is set. */
const honestly = [
  "From now on what Candor keeps on this computer (journal, reports, selections, what it saw in apps) is sealed with it.",
  "It does not encrypt the phone, nor files that you had written elsewhere. Copies of earlier, unsealed files may be left in backups and on",
  "the disk until it is overwritten. Nobody can open what is sealed when the passphrase and the recovery sheet are lost.",
];

/** `candor lock set`: sets a privacy password and seals what is private. */
export async function lockSet(this: Context, flags: NewPassphraseFlags & { readonly sheet?: string }): Promise<void> {
  await saying(this, async () => {
    const passphrase = await newPassphraseFrom(this, flags, "CANDOR_PASSPHRASE");
    const count = await setPassphrase(this, passphrase);
    if (flags.sheet !== undefined) await writeSheet(this, passphrase, flags.sheet);
    const next =
      flags.sheet === undefined
        ? "Print a recovery sheet now, so that a forgotten passphrase loses nothing: candor lock sheet sheet.html"
        : `The recovery sheet is in ${flags.sheet}: print it, then delete the file.`;
    return [
      `The privacy password is set; ${count} files were sealed.`,
      ...honestly,
      "",
      next,
      "Unlock with: candor unlock",
    ];
  });
}

/** `candor unlock`: opens what is private until nothing was used for a while. */
export async function unlockFor(this: Context, flags: PassphraseFlags & { readonly for?: number }): Promise<void> {
  await saying(this, async () => {
    const idleMs = flags.for ?? defaultIdleMs;
    await unlock(this, await passphraseFrom(this, flags), idleMs);
    const { session } = await privacyStatus(this);
    return [
      `Unlocked; it locks again after ${inWords(idleMs)} without use, or at once with: candor lock now`,
      ...(session.inMemory
        ? []
        : [`Until then the key lies in ${session.path}, since this system has no place in memory for it.`]),
    ];
  });
}

/** `candor lock now`. */
export async function lockAtOnce(this: Context): Promise<void> {
  await saying(this, async () => {
    const was = await lockNow(this);
    const { state } = await privacyStatus(this);
    if (state === "plain") return ["No privacy password is set: nothing is locked. Set one with: candor lock set"];
    return [was ? "Locked." : "It was locked already."];
  });
}

/** `candor lock status`. */
export async function lockStatus(this: Context, { json }: { readonly json: boolean }): Promise<void> {
  await saying(this, async () => {
    const status = await privacyStatus(this);
    if (json) return [JSON.stringify({ schema: "candor.lock/1", ...status }, null, 1)];
    const { state, since, pending, locksAt, wrong, session, aside } = status;
    const lines = {
      plain: [
        "No privacy password is set: what Candor keeps can be read by whoever uses this account.",
        "Set one with: candor lock set",
      ],
      locked: [`Locked. The privacy password was set on ${(since ?? "").slice(0, 10)}.`, "Unlock with: candor unlock"],
      unlocked: [
        `Unlocked until ${locksAt?.slice(11, 16)} UTC if it is not used. The privacy password was set on ${(since ?? "").slice(0, 10)}.`,
        `The key lies in ${session.path} (${session.inMemory ? "in memory" : "on the disk"}). Lock with: candor lock now`,
      ],
    }[state];
    return [
      ...lines,
      ...(pending
        ? [
            "Not everything is sealed yet: sealing was interrupted, or the disk is full. Make room, then: candor lock now",
          ]
        : []),
      ...(wrong.count > 0
        ? [
            `Wrong passphrases since the last right one: ${wrong.count}.${wrong.waitMs > 0 ? ` The next can be tried in ${inWords(wrong.waitMs)}.` : ""}`,
          ]
        : []),
      ...aside.map((name) => `Sealed under an earlier passphrase, kept aside: ${name}`),
    ];
  });
}

/** `candor lock change`. */
export async function lockChange(this: Context, flags: PassphraseFlags & NewPassphraseFlags): Promise<void> {
  await saying(this, async () => {
    const old = await passphraseFrom(this, flags);
    // Before the new one is asked for: a wrong old one is said first.
    await keyFor(this, old);
    await changePassphrase(this, old, await newPassphraseFrom(this, flags, "CANDOR_NEW_PASSPHRASE"));
    return [
      "The passphrase was changed; it is locked now.",
      "The key is the same one: recovery sheets stay good, and whoever has an old copy of the data folder opens that with the old passphrase.",
      "For a new key: candor lock remove, then candor lock set.",
    ];
  });
}

/** `candor lock remove`. */
export async function lockRemove(this: Context, flags: PassphraseFlags): Promise<void> {
  await saying(this, async () => {
    const count = await removePassphrase(this, await passphraseFrom(this, flags));
    return [`The privacy password was removed; ${count} files are open again.`];
  });
}

/** `candor lock sheet FILE`: the recovery sheet. */
export async function lockSheet(this: Context, flags: PassphraseFlags, file: string): Promise<void> {
  await saying(this, async () => {
    await writeSheet(this, await passphraseFrom(this, flags), file);
    return [
      `The recovery sheet is in ${file}. Whoever has it can read everything that is sealed: print it, put it away, and delete the file.`,
    ];
  });
}

/** `candor lock reset`: begins anew where the passphrase is forgotten. */
export async function lockReset(this: Context, { yes }: { readonly yes: boolean }): Promise<void> {
  await saying(this, async () => {
    if ((await privacyStatus(this)).state === "plain")
      return ["No privacy password is set: there is nothing to reset."];
    if (!yes && !(await confirmed(this))) return ["Nothing was changed."];
    const aside = await resetPassphrase(this);
    return [
      "Candor begins anew, without a privacy password and with an empty journal.",
      `What was sealed was not deleted: it lies in ${aside}, and opens with the passphrase or the recovery sheet:`,
      `  CANDOR_HOME='${aside}' candor unlock`,
      "Apps that were hidden stay hidden: bring them back in the settings of the phone under Apps, or with: candor restore",
    ];
  });
}

/** `candor lock open FILE`: a copy to read of something that is sealed, or the file that is to be written. */
export async function lockOpen(this: Context, { to }: { readonly to?: string }, name: string): Promise<void> {
  await saying(this, async () => {
    const inside = isAbsolute(name) ? relative(this.dataFolder, name) : normalize(name);
    if (inside.startsWith("..") || isAbsolute(inside))
      throw new VaultError("refused", `${name} is not in Candor's own folder, ${this.dataFolder}.`);
    const path = await openToRead(this, inside);
    if (path === undefined) throw new VaultError("refused", `There is no ${inside} in ${this.dataFolder}.`);
    if (to === undefined) return [pathToFileURL(path).href, "This copy goes when Candor locks again."];
    await writeFileAtomic(to, await readFile(path));
    return [`${to} was written, and is not sealed.`];
  });
}

const forgotten =
  "Without the passphrase or the recovery sheet nobody can open what is sealed, and Candor has no other way in. Reset puts it aside, deletes nothing, and begins anew. Do it?";

async function confirmed(context: Context): Promise<boolean> {
  const { stderr } = context.process;
  if (!process.stdin.isTTY || !stderr.isTTY) {
    stderr.write("There is nobody to ask: say --yes to agree.\n");
    return false;
  }
  const { confirm, isCancel } = await import("@clack/prompts");
  const answer = await confirm({ message: forgotten, initialValue: false, output: stderr, signal: context.signal });
  return !isCancel(answer) && answer;
}

async function writeSheet(context: Context, passphrase: string, file: string): Promise<void> {
  const identity = await keyFor(context, passphrase);
  const sheet = { identity, made: new Date(context.now()).toISOString(), dataFolder: context.dataFolder };
  await writeFileAtomic(file, /\.html?$/i.test(file) ? recoveryHtml(sheet) : recoveryText(sheet));
}

/** Prints the lines that the work gives, or says what went wrong. */
async function saying(context: Context, work: () => Promise<readonly string[]>): Promise<void> {
  try {
    context.process.stdout.write(`${(await work()).join("\n")}\n`);
    context.process.exitCode = exitCodes.fine;
  } catch (error) {
    context.process.exitCode = failure(context, error);
  }
}
