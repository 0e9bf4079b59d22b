import { isCheckpoint } from "../centre/journal-in-vault.ts";
import { vaultName } from "../centre/vault-desk.ts";
import type { KnownVault } from "../centre/vault-known.ts";
import { knownVaults, proofDue } from "../centre/vault-known.ts";
import { listVault, makeVault } from "../centre/vault-make.ts";
import { lockVault, openVault } from "../centre/vault-open.ts";
import { regionWords } from "../centre/vault-places.ts";
import { vaultSheetHtml, vaultSheetText } from "../centre/vault-recovery.ts";
import { keepVaultOpen } from "../centre/vault-session.ts";
import { filesOf, findIn, type ListedFile, type Snapshot, snapshotsOf } from "../centre/vault-use.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes, tableColumns } from "./context.ts";
import { newPassphraseFrom, passphraseFrom } from "./passphrase.ts";
import type { PassphraseFlags } from "./passphrase-flags.ts";
import { layOut } from "./text-table.ts";
import type { VaultFlags } from "./vault-flags.ts";
import { inSize } from "./vault-progress.ts";
import { onDesk, onVault, print, usage } from "./vault-run.ts";

export interface InitFlags extends PassphraseFlags {
  readonly allowWeak: boolean;
  readonly name?: string;
  readonly sheet?: string;
  readonly noRecovery: boolean;
  readonly credentials?: string;
  readonly country?: string;
  readonly operator?: string;
  readonly rule?: string;
  readonly verifiedOnly: boolean;
  readonly unlisted: boolean;
  readonly json: boolean;
}

/** `candor vault init PLACE`. */
export async function vaultInit(this: Context, flags: InitFlags, placeText: string): Promise<void> {
  await onDesk(this, {}, async ({ desk }) => {
    const { passphraseFile, allowWeak, sheet } = flags;
    const given = { allowWeak, ...(passphraseFile === undefined ? {} : { newPassphraseFile: passphraseFile }) };
    const passphrase = await newPassphraseFrom(this, given, "CANDOR_PASSPHRASE");
    // Shown on a terminal or written into a file, and never into the log of a script.
    const shown = sheet === undefined && this.process.stdout.isTTY === true && !flags.json;
    const { vault, recoveryKey } = await makeVault(desk, placeText, passphrase, {
      ...flags,
      declared: { country: flags.country, operator: flags.operator },
      recovery: !flags.noRecovery && (shown || sheet !== undefined),
    });
    try {
      if (recoveryKey !== null && sheet !== undefined)
        await writeSheet(sheet, recoveryKey, vault.place.name, desk.now());
      const region = vault.known?.region;
      const lines = [
        `The vault ${plainText(vaultName(vault))} is made at ${plainText(vault.place.name)}${region ? `, ${plainText(regionWords(region))}` : ""}.`,
        ...recoveryLines(recoveryKey, sheet),
        "Nobody can open it when the passphrase and the recovery key are lost: Candor has no other way in.",
        "Names, sizes and structure are hidden at that place. That a vault lies there, and how large it is, can be seen.",
      ];
      const { repository, place } = vault;
      const made = { id: repository.id, name: vaultName(vault), place: place.name, region: region ?? null };
      print(this, flags.json, { schema: "candor.vault/1", ...made }, lines);
      return exitCodes.fine;
    } finally {
      await vault.place.close();
    }
  });
}

/** Writes the recovery key as a sheet. */
export async function writeSheet(file: string, key: string, place: string, now: number): Promise<void> {
  const sheet = { key, place, made: new Date(now).toISOString() };
  await writeFileAtomic(file, /\.html?$/i.test(file) ? vaultSheetHtml(sheet) : vaultSheetText(sheet));
}

/** What is said of a new recovery key. */
export function recoveryLines(key: string | null, sheet: string | undefined): readonly string[] {
  if (key === null) return ["It has no recovery key. One for paper: candor vault key recovery --sheet sheet.html"];
  if (sheet !== undefined) return [`The recovery key is in ${plainText(sheet)}: print it, then delete the file.`];
  return ["", "The recovery key, for paper. It is not shown again:", "", `  ${key}`, ""];
}

/** `candor vault unlock`. */
export async function vaultUnlock(
  this: Context,
  flags: VaultFlags & { readonly for: number; readonly lock: boolean; readonly name?: string },
): Promise<void> {
  await onDesk(this, {}, async ({ desk }) => {
    const session = { dataFolder: desk.dataFolder, env: desk.process?.env };
    if (flags.lock) {
      await lockVault(desk, flags);
      print(this, false, null, ["Locked."]);
      return exitCodes.fine;
    }
    const opened = await openVault(desk, flags, () => passphraseFrom(this, flags));
    try {
      const vault = flags.unlisted ? opened : await listVault(desk, opened, flags.name);
      await keepVaultOpen(session, vault.repository, flags.for * 60_000, desk.now());
      print(this, false, null, [
        `The vault ${plainText(vaultName(vault))} stays open until it was not used for ${flags.for} minutes, or until: candor vault unlock --lock`,
      ]);
      return exitCodes.fine;
    } finally {
      await opened.place.close();
    }
  });
}

/** `candor vault list [SNAPSHOT]`. */
export async function vaultList(
  this: Context,
  flags: VaultFlags & { readonly under?: string; readonly json: boolean },
  snapshot?: string,
): Promise<void> {
  if (snapshot === undefined && flags.vault === undefined) return await listVaults(this, flags.json);
  await onVault(this, flags, async (vault, { desk }) => {
    if (snapshot !== undefined) {
      for await (const file of filesOf(desk, vault, snapshot, flags.under))
        this.process.stdout.write(`${flags.json ? JSON.stringify(fileDocument(file)) : fileLine(file)}\n`);
      return exitCodes.fine;
    }
    const { snapshots, lost } = await snapshotsOf(desk, vault);
    const document = {
      schema: "candor.vault-snapshots/1",
      vault: vaultName(vault),
      lost,
      snapshots: snapshots.map(snapshotDocument),
    };
    print(this, flags.json, document, [
      ...snapshotTable(
        this,
        snapshots.filter((each) => !isCheckpoint(each)),
      ),
      ...checkpointLine(snapshots.filter(isCheckpoint).length),
      ...(lost === null ? [] : ["", plainText(lost)]),
    ]);
    return lost === null ? exitCodes.fine : exitCodes.findings;
  });
}

function checkpointLine(count: number): readonly string[] {
  return count === 0 ? [] : [`Signed states of the journal beside them: ${count}`];
}

async function listVaults(context: Context, json: boolean): Promise<void> {
  await onDesk(context, {}, async ({ desk }) => {
    const vaults = (await knownVaults(desk)).map((vault) => ({ ...vault, due: proofDue(vault, desk.now()) }));
    print(context, json, { schema: "candor.vaults/1", vaults }, vaultTable(context, vaults));
    return exitCodes.fine;
  });
}

/** `candor vault find PATTERN`. */
export async function vaultFind(
  this: Context,
  flags: VaultFlags & { readonly json: boolean },
  pattern: string,
): Promise<void> {
  await onVault(this, flags, async (vault, { desk }) => {
    let found = 0;
    for await (const { snapshot, file } of findIn(desk, vault, pattern)) {
      found++;
      const id = snapshot.id.slice(0, 8);
      const line = flags.json
        ? JSON.stringify({ snapshot: snapshot.id, ...fileDocument(file) })
        : `${id}  ${fileLine(file)}`;
      this.process.stdout.write(`${line}\n`);
    }
    if (found === 0) this.process.stderr.write("Nothing of that name is in the vault.\n");
    return found > 0 ? exitCodes.fine : exitCodes.findings;
  });
}

/** `candor vault places`. */
export async function vaultPlaces(this: Context, { json }: { readonly json: boolean }): Promise<void> {
  await onDesk(this, {}, async ({ desk }) => {
    const vaults = await knownVaults(desk);
    const document = {
      schema: "candor.vault-places/1",
      vaults: vaults.map(({ name, id, address, rule, region, copies }) => ({
        name,
        id,
        address,
        rule,
        region,
        copies,
      })),
    };
    print(this, json, document, vaults.flatMap(placeLines));
    if (vaults.length === 0 && !json) return usage(this, "Candor knows no vault. Make one: candor vault init PLACE");
    return exitCodes.fine;
  });
}

function placeLines({ name, address, rule, region, copies }: KnownVault): readonly string[] {
  const where = (each: KnownVault["region"]) =>
    each ? plainText(regionWords(each)) : "nobody said in which country it is";
  return [
    `${plainText(name)}: ${plainText(address)}, ${where(region)}`,
    ...(rule ? [`  may only lie in ${plainText(rule.words)}${rule.verifiedOnly ? ", verified" : ""}`] : []),
    ...copies.map(
      (copy) =>
        `  copy: ${plainText(copy.address)}, ${where(copy.region)}, ${copy.at === null ? "begun and not finished" : `of ${copy.at.slice(0, 16).replace("T", " ")} UTC, ${copy.verified} files read back`}`,
    ),
  ];
}

function vaultTable(
  context: Context,
  vaults: readonly (KnownVault & { readonly due: string | null })[],
): readonly string[] {
  if (vaults.length === 0) return ["Candor knows no vault. Make one: candor vault init PLACE"];
  const { head, lines } = layOut(
    [
      { title: "Vault", value: ({ name }: KnownVault) => name, least: 5, most: 30 },
      { title: "Place", value: ({ address }) => address, least: 10, most: 70, keepEnd: true },
      {
        title: "Last kept (UTC)",
        value: ({ newest }) => newest?.time.slice(0, 16).replace("T", " ") ?? "never",
        least: 16,
        most: 16,
      },
    ],
    vaults,
    tableColumns(context.process.stdout),
  );
  const due = vaults.flatMap(({ name, due: what }) => (what === null ? [] : [`${plainText(name)}: ${what}`]));
  return [head, ...lines, ...(due.length > 0 ? ["", ...due] : [])];
}

function snapshotTable(context: Context, snapshots: readonly Snapshot[]): readonly string[] {
  if (snapshots.length === 0) return ["The vault is empty."];
  const { head, lines } = layOut(
    [
      { title: "Snapshot", value: ({ id }: Snapshot) => id.slice(0, 8), least: 8, most: 8 },
      { title: "Time (UTC)", value: ({ time }) => when(time).slice(0, 16).replace("T", " "), least: 16, most: 16 },
      { title: "Of", value: ({ hostname }) => hostname, least: 8, most: 24, priority: 1 },
      {
        title: "Files",
        value: ({ summary }) => String(summary?.totalFiles ?? ""),
        least: 5,
        most: 9,
        align: "right",
        priority: 2,
      },
      {
        title: "Size",
        value: ({ summary }) => (summary ? inSize(summary.totalBytes) : ""),
        least: 6,
        most: 8,
        align: "right",
        priority: 3,
      },
      { title: "Paths", value: ({ paths }) => paths.join(", "), least: 12, most: 80 },
    ],
    snapshots,
    tableColumns(context.process.stdout),
  );
  return [head, ...lines];
}

function fileLine({ path, kind, bytes, modified, linkTarget }: ListedFile): string {
  const end = kind === "dir" ? "/" : linkTarget === null ? "" : ` -> ${plainText(linkTarget)}`;
  const size = kind === "file" ? inSize(bytes) : "";
  return `${when(modified).slice(0, 16).replace("T", " ")}  ${size.padStart(8)}  ${plainText(path, 4000)}${end}`;
}

function fileDocument({ path, kind, mode, bytes, modified, linkTarget }: ListedFile) {
  return { path, kind, mode, bytes, modified: when(modified), linkTarget };
}

function snapshotDocument({ id, time, parent, paths, hostname, username, tags, program, summary }: Snapshot) {
  return { id, time: when(time), parent, paths, hostname, username, tags, program, summary };
}

/** ISO 8601; times beyond what can be written are the phone's fancy. */
export function when(nanoseconds: bigint): string {
  const ms = Number(nanoseconds / 1_000_000n);
  return Math.abs(ms) > 8.64e15 ? "-".repeat(24) : new Date(ms).toISOString();
}
