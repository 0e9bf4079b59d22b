import { z } from "zod";
import { isCheckpoint } from "../centre/journal-in-vault.ts";
import type { SealedNames } from "../centre/sealed-names.ts";
import { folderPart, searchNames } from "../centre/vault-browse.ts";
import type { VaultVisit } from "../centre/vault-room.ts";
import { type ListedFile, type Snapshot, snapshotsOf } from "../centre/vault-use.ts";
import { VaultError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { folderQuery, folderShape, searchQuery, searchShape, snapshotShape } from "./vault-shapes.ts";

/** Names that a search tells. */
const mostFound = 300;

/** What is in an open vault: snapshots, folders, names. Nothing of it is ever written to a disk by this. */
export function vaultBrowseRoutes(api: Api, context: ServerContext): void {
  const { vaults } = context;
  api.get(
    "/vaults/:vault/snapshots",
    {
      about: "The snapshots of an open vault, the newest first",
      answer: z.object({
        lost: z.string().nullable().describe("That the newest was removed by somebody else"),
        snapshots: z.array(snapshotShape),
      }),
    },
    async ({ param, signal }) =>
      await vaults.visit(param("vault"), signal, async (visit) => {
        const { snapshots, lost } = await snapshotsOf(visit.desk, visit.vault);
        // Others may have put something there as well.
        visit.changed();
        return {
          lost,
          snapshots: snapshots
            .filter((each) => !isCheckpoint(each))
            .map(shownSnapshot)
            .reverse(),
        };
      }),
  );
  api.get(
    "/vaults/:vault/snapshots/:snapshot/folder",
    { about: "What is in a folder of a snapshot, a part at a time", query: folderQuery, answer: folderShape },
    async ({ param, query, signal }) =>
      await vaults.visit(param("vault"), signal, async (visit) => {
        const { folder, ...part } = query;
        const path = pathOf(vaults.names, folder);
        const { snapshot, files, total, bytes } = await folderPart(visit, snapshotOf(param("snapshot")), path, part);
        return {
          snapshot: shownSnapshot(snapshot),
          above: above(vaults.names, path),
          ref: folder,
          total,
          bytes,
          files: files.map((file) => shownFile(vaults.names, file)),
        };
      }),
  );
  api.get(
    "/vaults/:vault/find",
    { about: "Files and folders whose names hold a text, the newest first", query: searchQuery, answer: searchShape },
    async ({ param, query, signal }) =>
      await vaults.visit(param("vault"), signal, async (visit) => await found(visit, vaults.names, query)),
  );
}

/** A snapshot as the page shows it. */
export function shownSnapshot({ id, time, hostname, paths, tags, summary }: Snapshot): z.input<typeof snapshotShape> {
  return {
    id,
    time: momentOf(time),
    hostname: hostname.toWellFormed(),
    paths: paths.map((path) => path.toWellFormed()),
    tags: [...tags],
    files: summary && Math.max(0, Math.trunc(summary.totalFiles)),
    bytes: summary && Math.max(0, summary.totalBytes),
    added: summary && Math.max(0, summary.dataAddedPacked),
  };
}

function shownFile(names: SealedNames, { path, kind, bytes, modified, linkTarget }: ListedFile) {
  return {
    ref: names.seal(path),
    name: path.slice(path.lastIndexOf("/") + 1).toWellFormed(),
    kind,
    bytes,
    modified: momentOf(modified),
    linkTarget: linkTarget?.toWellFormed() ?? null,
  };
}

/** ISO 8601 of nanoseconds; null for what is no time that can be written. */
function momentOf(nanoseconds: bigint): string | null {
  const ms = Number(nanoseconds / 1_000_000n);
  return ms < -62_135_596_800_000 || ms > 253_402_300_799_000 ? null : new Date(ms).toISOString();
}

function above(names: SealedNames, path: string) {
  const parts = path === "" ? [] : path.split("/");
  return parts.map((name, i) => ({ name: name.toWellFormed(), ref: names.seal(parts.slice(0, i + 1).join("/")) }));
}

async function found(
  visit: VaultVisit,
  names: SealedNames,
  { text, snapshot }: z.output<typeof searchQuery>,
): Promise<z.input<typeof searchShape>> {
  const files: z.input<typeof searchShape>["files"] = [];
  const wanted = snapshot === undefined ? null : snapshotOf(snapshot);
  // There may be snapshots by others that nothing is known of yet.
  if (wanted === null) visit.changed();
  for await (const each of searchNames(visit, text, wanted)) {
    if (files.length >= mostFound) return { files, more: true };
    const { path } = each.file;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    files.push({
      snapshot: shownSnapshot(each.snapshot),
      folder: folder === "" ? "" : names.seal(folder),
      path: folder.toWellFormed(),
      file: shownFile(names, each.file),
    });
  }
  return { files, more: false };
}

/** The path that a reference stands for. @throws VaultError `absent` for one that was not given here */
export function pathOf(names: SealedNames, ref: string): string {
  const path = ref === "" ? "" : names.open(ref);
  if (path === null)
    throw new VaultError("absent", "This address is of an earlier time.", "Go there from the vault once more.");
  return path;
}

/** The id of a snapshot: whole, so that it names one. @throws VaultError `absent` */
export function snapshotOf(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new VaultError("absent", "There is no such snapshot.");
  return text;
}
