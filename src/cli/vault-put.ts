import { vaultName } from "../centre/vault-desk.ts";
import { keepFiles, restoreFrom } from "../centre/vault-use.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import type { progressStyles } from "./progress.ts";
import type { VaultFlags } from "./vault-flags.ts";
import { inSize } from "./vault-progress.ts";
import { count, leftLines, onVault, print, usage } from "./vault-run.ts";

interface WorkFlags extends VaultFlags {
  readonly progress: (typeof progressStyles)[number];
  readonly json: boolean;
}

/** `candor vault put PATH…`. */
export async function vaultPut(this: Context, flags: WorkFlags, ...paths: readonly string[]): Promise<void> {
  if (paths.length === 0) {
    this.process.exitCode = usage(this, "Name the files and folders to keep.");
    return;
  }
  await onVault(this, flags, async (vault, { desk, reporter }) => {
    const { snapshot, left } = await keepFiles(desk, vault, paths, ({ files, bytes, path }) =>
      reporter.step({ doing: "keeping", files, ofFiles: null, bytes, ofBytes: null, path }),
    );
    reporter.end();
    const { summary } = snapshot;
    const document = { schema: "candor.vault-put/1", vault: vaultName(vault), snapshot: snapshot.id, summary, left };
    print(this, flags.json, document, [
      `Snapshot ${snapshot.id.slice(0, 8)}: ${count(summary?.totalFiles ?? 0, "file")}, ${inSize(summary?.totalBytes ?? 0)}; ${summary?.filesUnmodified ?? 0} unchanged, ${inSize(summary?.dataAddedPacked ?? 0)} added to the vault.`,
      ...leftLines(left),
    ]);
    return left.length === 0 ? exitCodes.fine : exitCodes.findings;
  });
}

/** `candor vault restore [SNAPSHOT] --to FOLDER`. */
export async function vaultRestore(
  this: Context,
  flags: WorkFlags & { readonly to: string; readonly include?: readonly string[]; readonly overwrite: boolean },
  snapshot: string,
): Promise<void> {
  await onVault(this, flags, async (vault, { desk, reporter }) => {
    const outcome = await restoreFrom(desk, vault, snapshot, flags.to, {
      overwrite: flags.overwrite,
      ...(flags.include === undefined ? {} : { include: flags.include }),
      onProgress: ({ files, bytes, path }) =>
        reporter.step({ doing: "restoring", files, ofFiles: null, bytes, ofBytes: null, path }),
    });
    reporter.end();
    const { files, folders, links, bytes } = outcome;
    const left = outcome.failed.map(({ path, message }) => ({ path, reason: message }));
    const counts = { files, folders, links, bytes };
    print(
      this,
      flags.json,
      { schema: "candor.vault-restore/1", snapshot: outcome.snapshot.id, to: flags.to, ...counts, left },
      [
        `Restored ${count(files, "file")}, ${inSize(bytes)}, of snapshot ${outcome.snapshot.id.slice(0, 8)} to ${plainText(flags.to)}; every byte was verified.`,
        ...leftLines(left),
      ],
    );
    return left.length === 0 ? exitCodes.fine : exitCodes.findings;
  });
}
