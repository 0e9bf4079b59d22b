import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { DeviceError, FormatError, VaultError } from "../core/errors.ts";
import { openFile } from "../device/file.ts";
import { diskFolder, type Folder, topFolders, within, zipFolder } from "../device/folder.ts";
import { sumsFile } from "./evidence.ts";

/** Of all files of a package, unpacked. */
const mostBytes = 4 * 1024 * 1024 * 1024;
const mostFiles = 20_000;
/** What tells a package from any other archive with digests in it. */
const telling = ["evidence.json", `${sumsFile}.minisig`, `${sumsFile}.sig`, "journal/packed.json"];

/**
 * Opens an evidence package: a folder, or a zip of its files or of the one folder that they lie in.
 *
 * @throws VaultError `refused` for what is no package or is too large; FormatError, DeviceError for a zip that is none
 */
export async function openPackage(path: string): Promise<Folder> {
  const folder = (await stat(path)).isDirectory() ? await diskFolder(path) : await zipped(path);
  const bytes = [...folder.files.values()].reduce((sum, size) => sum + size, 0);
  const root = rootOf(folder);
  const name = basename(path);
  const why =
    folder.files.size > mostFiles || bytes > mostBytes
      ? `${name} is larger than any evidence package.`
      : root === undefined
        ? `${name} is no evidence package: there is no SHA256SUMS in it.`
        : undefined;
  if (why === undefined) return within(folder, root ?? "");
  await folder.close();
  throw new VaultError("refused", why);
}

/** Whether a file is a zip that holds an evidence package, by the names in it; whether it is whole is another question. */
export async function isEvidence(path: string): Promise<boolean> {
  try {
    const folder = await zipped(path);
    try {
      const root = rootOf(folder);
      return root !== undefined && telling.some((name) => folder.files.has(root + name));
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (error instanceof FormatError || error instanceof DeviceError) return false;
    throw error;
  }
}

/** Where the list of digests lies: at the top, or in a folder that holds all there is; undefined where it does not. */
function rootOf(folder: Folder): string | undefined {
  if (folder.files.has(sumsFile)) return "";
  const tops = topFolders(folder).filter((top) => top !== "");
  const [top] = tops;
  return top !== undefined &&
    tops.length === 1 &&
    folder.files.has(top + sumsFile) &&
    [...folder.files.keys()].every((name) => name.startsWith(top))
    ? top
    : undefined;
}

async function zipped(path: string): Promise<Folder> {
  const file = await openFile(path, true);
  try {
    return await zipFolder(file, basename(path));
  } catch (error) {
    await file.close();
    throw error;
  }
}
