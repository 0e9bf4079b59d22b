import { copyTo } from "../centre/vault-copies.ts";
import { vaultName } from "../centre/vault-desk.ts";
import { type ForgetDecision, planForget } from "../centre/vault-forget.ts";
import { eraseVault } from "../centre/vault-make.ts";
import { regionWords } from "../centre/vault-places.ts";
import { checkVault, forgetIn, namedSnapshots, pruneIn, type Snapshot } from "../centre/vault-use.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import type { progressStyles } from "./progress.ts";
import type { VaultFlags } from "./vault-flags.ts";
import { inSize } from "./vault-progress.ts";
import { agreed, count, onVault, print, usage } from "./vault-run.ts";

interface CareFlags extends VaultFlags {
  readonly progress: (typeof progressStyles)[number];
  readonly json: boolean;
}

/** `candor vault check`. */
export async function vaultCheck(this: Context, flags: CareFlags & { readonly readData: boolean }): Promise<void> {
  await onVault(this, flags, async (vault, { desk, reporter }) => {
    const outcome = await checkVault(desk, vault, {
      readData: flags.readData,
      onProgress: ({ packs, ofPacks, bytes }) =>
        reporter.step({ doing: "checking", files: packs, ofFiles: ofPacks, bytes, ofBytes: null, path: "" }),
    });
    reporter.end();
    const { problems, snapshots, packs, blobs, bytesRead } = outcome;
    const errors = problems.filter(({ grade }) => grade === "error");
    const read = flags.readData
      ? `${inSize(bytesRead)} were read and verified.`
      : "What is in the packs was not read: --read-data does that.";
    print(this, flags.json, { schema: "candor.vault-check/1", vault: vaultName(vault), ...outcome }, [
      `${count(snapshots, "snapshot")}, ${count(packs, "pack")}, ${count(blobs, "blob")}. ${read}`,
      ...problems.map(
        ({ file, message, grade }) =>
          `${grade === "error" ? "DAMAGED" : "note"}  ${plainText(file)}: ${plainText(message)}`,
      ),
      errors.length === 0
        ? "Nothing that the snapshots need is missing or damaged, as far as was looked."
        : `${count(errors.length, "problem")}. Another copy of the vault may have what is damaged here.`,
    ]);
    return errors.length === 0 ? exitCodes.fine : exitCodes.findings;
  });
}

export interface ForgetFlags extends VaultFlags {
  readonly keepLast?: number;
  readonly keepDaily?: number;
  readonly keepWeekly?: number;
  readonly keepMonthly?: number;
  readonly keepYearly?: number;
  readonly keepWithin?: number;
  readonly prune: boolean;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
}

/** `candor vault forget [SNAPSHOT…]`. */
export async function vaultForget(this: Context, flags: ForgetFlags, ...names: readonly string[]): Promise<void> {
  const policy = policyOf(flags);
  if ((names.length === 0) === (policy === null)) {
    this.process.exitCode = usage(this, "Name snapshots, or say what to keep: --keep-last 10, for example.");
    return;
  }
  await onVault(this, flags, async (vault, { desk }) => {
    const wish =
      policy === null
        ? { snapshots: (await namedSnapshots(desk, vault, names)).map(({ id }) => id) }
        : { keep: policy };
    const decisions = await planForget(desk, vault, wish);
    const gone = decisions.filter(({ reasons }) => reasons.length === 0).map(({ snapshot }) => snapshot);
    const shown = policy === null ? decisions.filter(({ reasons }) => reasons.length === 0) : decisions;
    if (!flags.json) print(this, false, null, shown.map(decisionLine));
    const document = { schema: "candor.vault-forget/1", vault: vaultName(vault), removed: gone.map(({ id }) => id) };
    if (gone.length === 0 || flags.dryRun) {
      print(this, flags.json, { ...document, dryRun: true }, [
        gone.length === 0 ? "All snapshots stay." : "Nothing was removed: this was only asked.",
      ]);
      return exitCodes.fine;
    }
    const yes =
      flags.yes ||
      (flags.json
        ? null
        : await agreed(
            this,
            `Remove ${count(gone.length, "snapshot")}? What only they hold is lost with the next prune.`,
          ));
    if (yes !== true) {
      this.process.stderr.write(
        yes === null ? "Nothing was removed: there is nobody to ask. Say --yes to agree.\n" : "Nothing was removed.\n",
      );
      return yes === null ? exitCodes.usage : exitCodes.fine;
    }
    await forgetIn(desk, vault, gone);
    const freed = flags.prune ? (await pruneIn(desk, vault, { repair: false })).bytesFreed : null;
    print(this, flags.json, { ...document, dryRun: false, freed }, [
      `${count(gone.length, "snapshot")} removed. ${freed === null ? "Free their room with: candor vault prune" : `${inSize(freed)} were freed.`}`,
    ]);
    return exitCodes.fine;
  });
}

/** `candor vault prune`. */
export async function vaultPrune(
  this: Context,
  flags: CareFlags & { readonly repairIndex: boolean; readonly dryRun: boolean },
): Promise<void> {
  await onVault(this, flags, async (vault, { desk, reporter }) => {
    const outcome = await pruneIn(desk, vault, {
      repair: flags.repairIndex,
      dryRun: flags.dryRun,
      onProgress: ({ step, done, of }) =>
        reporter.step({ doing: step, files: done, ofFiles: of, bytes: 0, ofBytes: null, path: "" }),
    });
    reporter.end();
    const { packsRemoved, packsRewritten, packsKept, bytesFreed, damaged } = outcome;
    print(
      this,
      flags.json,
      { schema: "candor.vault-prune/1", vault: vaultName(vault), dryRun: flags.dryRun, ...outcome },
      [
        `${packsRemoved} packs ${flags.dryRun ? "would be" : "were"} removed and ${packsRewritten} rewritten, ${packsKept} stay; ${inSize(Math.max(0, bytesFreed))} ${flags.dryRun ? "would be" : "were"} freed.`,
        ...damaged.map((pack) => `DAMAGED  data/${plainText(pack)}`),
      ],
    );
    return damaged.length === 0 ? exitCodes.fine : exitCodes.findings;
  });
}

/** `candor vault copy PLACE`. */
export async function vaultCopy(
  this: Context,
  flags: CareFlags & {
    readonly placeCredentials?: string;
    readonly country?: string;
    readonly operator?: string;
    readonly verify?: number;
  },
  place: string,
): Promise<void> {
  await onVault(this, flags, async (vault, { desk, reporter }) => {
    const { country, operator } = flags;
    const result = await copyTo(desk, vault, place, {
      credentials: flags.placeCredentials ?? null,
      declared: { ...(country === undefined ? {} : { country }), ...(operator === undefined ? {} : { operator }) },
      sample: flags.verify,
      onProgress: ({ bytes, of }) =>
        reporter.step({ doing: "copying", files: 0, ofFiles: null, bytes, ofBytes: of, path: "" }),
    });
    reporter.end();
    const only = Object.entries(result.onlyThere).filter(([, count]) => count > 0);
    print(this, flags.json, { schema: "candor.vault-copy/1", vault: vaultName(vault), ...result }, [
      `${plainText(result.place)}, ${plainText(regionWords(result.region))}: ${result.files} files, ${inSize(result.bytes)}, were copied, ${result.there} were there already; ${result.verified} were read back and are what they should be.`,
      ...only.map(
        ([kind, count]) =>
          `${count} files of ${kind} are there and not in the vault${kind === "keys" ? ": an old key among them still opens the copy" : ""}.`,
      ),
    ]);
    return exitCodes.fine;
  });
}

/** `candor vault erase`. */
export async function vaultErase(this: Context, flags: VaultFlags & { readonly yes: boolean }): Promise<void> {
  await onVault(this, flags, async (vault, { desk }) => {
    const copies = vault.known?.copies ?? [];
    const question = `Delete all keys of ${vaultName(vault)}? Nobody can ever open it again.`;
    const yes = flags.yes || (await agreed(this, question));
    if (yes !== true) {
      this.process.stderr.write(
        yes === null ? "Nothing was deleted: there is nobody to ask. Say --yes to agree.\n" : "Nothing was deleted.\n",
      );
      return yes === null ? exitCodes.usage : exitCodes.fine;
    }
    const keys = await eraseVault(desk, vault);
    print(this, false, null, [
      `${count(keys, "key")} deleted: nobody can open what lies at ${plainText(vault.place.name)} any more. Its files are there still and can be deleted.`,
      "That holds as far as the place deletes what it is told to, and nobody copied the keys before.",
      ...copies.map(
        ({ address }) =>
          `A copy with its own keys lies at ${plainText(address)}: erase it, too, with --vault and its place.`,
      ),
    ]);
    return exitCodes.fine;
  });
}

function policyOf(flags: ForgetFlags) {
  const { keepLast, keepDaily, keepWeekly, keepMonthly, keepYearly, keepWithin } = flags;
  if ([keepLast, keepDaily, keepWeekly, keepMonthly, keepYearly, keepWithin].every((each) => each === undefined))
    return null;
  return {
    last: keepLast ?? 0,
    daily: keepDaily ?? 0,
    weekly: keepWeekly ?? 0,
    monthly: keepMonthly ?? 0,
    yearly: keepYearly ?? 0,
    withinDays: keepWithin ?? 0,
  };
}

function decisionLine({ snapshot, reasons, hidden, journal }: ForgetDecision): string {
  const words = reasons.map((reason) => (reason === "hidden" ? "files in it were deleted on a phone" : reason));
  const what = `${line(snapshot)}${journal ? "  a signed state of the journal" : ""}`;
  if (words.length > 0) return `stays  ${what}  (${words.join(", ")})`;
  return `goes   ${what}${hidden ? "  (files in it were deleted on a phone: this may be all that is left of them)" : ""}`;
}

function line({ id, time, hostname, paths }: Snapshot): string {
  const at = new Date(Number(time / 1_000_000n)).toISOString().slice(0, 16).replace("T", " ");
  return `${id.slice(0, 8)}  ${at}  ${plainText(hostname)}  ${plainText(paths.join(", "), 200)}`;
}
