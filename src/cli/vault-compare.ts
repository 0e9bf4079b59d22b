import { compareSnapshots, type SnapshotComparison, type SnapshotDifference } from "../centre/vault-compare.ts";
import { vaultName } from "../centre/vault-desk.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { minute } from "./journal-text.ts";
import { when } from "./vault.ts";
import type { VaultFlags } from "./vault-flags.ts";
import { inSize } from "./vault-progress.ts";
import { count, onVault, print } from "./vault-run.ts";

/** Entries of each kind that are printed; the counts tell of all. */
const most = 100_000;
const signs = { new: "+", gone: "-", changed: "M", details: "t" } as const;
const words = { new: "new", gone: "gone", changed: "changed", details: "with other times, permissions or owners" };

/** `candor vault compare [EARLIER] [LATER]`. */
export async function vaultCompare(
  this: Context,
  flags: VaultFlags & { readonly json: boolean },
  earlier?: string,
  later = "latest",
): Promise<void> {
  await onVault(this, flags, async (vault, { desk }) => {
    const found = await compareSnapshots(desk, vault, [earlier, later], most);
    const { before, after, counts, differences, more } = found;
    const kinds = (["new", "gone", "changed", "details"] as const).filter((kind) => counts[kind].files > 0);
    print(
      this,
      flags.json,
      {
        schema: "candor.vault-compare/1",
        vault: vaultName(vault),
        before: before.id,
        after: after.id,
        counts,
        differences: differences.map((each) => ({ ...each, path: each.path.toWellFormed() })),
        more,
      },
      [
        `${named(before)} → ${named(after)}`,
        ...differences.map(line),
        ...(more > 0 ? [`and ${more} more`] : []),
        kinds.length === 0 && differences.length === 0
          ? "The two snapshots hold the same."
          : `${kinds.map((kind) => `${count(counts[kind].files, "file")} ${words[kind]} (${inSize(counts[kind].bytes)})`).join(", ") || "No file is new, gone or changed"}.`,
      ],
    );
    return exitCodes.fine;
  });
}

function named({ id, time }: SnapshotComparison["before"]): string {
  return `${id.slice(0, 8)} (${minute(when(time))} UTC)`;
}

/** As diff tools write it: + new, - gone, M other content, t other details. */
function line({ change, path, kind, files, bytes }: SnapshotDifference): string {
  const isFolder = kind === "dir";
  const size =
    isFolder && change !== "details"
      ? `  ${count(files, "file")}, ${inSize(bytes)}`
      : kind === "file"
        ? `  ${inSize(bytes)}`
        : "";
  return `${signs[change]} ${plainText(path, 1000)}${isFolder ? "/" : ""}${size}`;
}
