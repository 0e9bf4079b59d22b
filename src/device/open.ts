import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { DeviceError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { androidqfStored } from "./androidqf.ts";
import { bugReportStored, findMainText } from "./bug-report.ts";
import { type OpenFile, openFile } from "./file.ts";
import { diskFolder, type Folder, singleFile, topFolders, within, zipFolder } from "./folder.ts";
import { refuseForeign } from "./foreign.ts";
import { looseOutputsStored } from "./loose-outputs.ts";
import { manifestFile } from "./manifest.ts";
import { outputsStored } from "./outputs.ts";
import { asDeviceError, type Stored, storedSource } from "./stored.ts";

const whatIsRead =
  "Candor reads a bug report (.zip or .txt), an AndroidQF folder or zip, a folder of outputs with outputs.json, or its own capture.";

/** Zips in zips: some makers wrap the bug report once. */
const maxZipDepth = 2;
/** Zips beside one another that are looked into. */
const maxZips = 4;

/**
 * Opens a file or folder as a source. What it is is told by what it holds, never by its name.
 *
 * @throws DeviceError `unreadable` with what is wrong and what to do.
 */
export async function openInput(path: string): Promise<Source> {
  try {
    return storedSource(await openStored(path));
  } catch (error) {
    throw asDeviceError(error, `"${path}" cannot be read`, "Copy it once more from where it came, or take it again.");
  }
}

async function openStored(path: string): Promise<Stored> {
  const name = basename(resolve(path));
  const status = await stat(path).catch((error: unknown) => {
    throw asDeviceError(error, `"${path}" cannot be opened`, "Check the path and its spelling.");
  });
  if (!status.isDirectory() && !status.isFile())
    throw new DeviceError("unreadable", `"${path}" is neither a file nor a folder.`, whatIsRead);
  const folder = status.isDirectory() ? await diskFolder(path) : await fileFolder(path, name);
  try {
    if (folder.files.size === 0)
      throw new DeviceError("unreadable", `"${name}" holds nothing: there is no file in it.`, whatIsRead);
    const stored = await (folder.single ? recogniseFile(folder) : recognise(folder, 0));
    if (!stored) throw new DeviceError("unreadable", `"${name}" is nothing that Candor knows.`, whatIsRead);
    return stored;
  } catch (error) {
    await folder.close();
    throw error;
  }
}

/** A zip as the folder that it is; any other file as a folder that holds it alone. */
async function fileFolder(path: string, name: string): Promise<Folder> {
  const file = await openFile(path, true);
  try {
    const head = await file.read(0, Math.min(file.size, 4096));
    if (isZip(head)) return await zipFolder(file, name);
    refuseForeign(head, name);
    return singleFile(file, name);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function recogniseFile(folder: Folder): Promise<Stored | undefined> {
  if (folder.name === manifestFile || folder.name === "acquisition.json")
    throw new DeviceError("unreadable", `"${folder.name}" is one file of an examination.`, "Name the folder it is in.");
  return (await bugReport(folder)) ?? (await looseOutputsStored(folder));
}

async function recognise(folder: Folder, depth: number): Promise<Stored | undefined> {
  return (
    (await fromTop(folder, outputsStored)) ??
    (await fromTop(folder, androidqfStored)) ??
    (await bugReport(folder)) ??
    (await fromZips(folder, depth)) ??
    (await looseOutputsStored(folder))
  );
}

/** Looks at the top, then into each folder of the first level. */
async function fromTop(
  folder: Folder,
  read: (folder: Folder) => Promise<Stored | undefined>,
): Promise<Stored | undefined> {
  const [top = "", ...below] = topFolders(folder);
  const stored = await read(within(folder, top));
  if (stored) return stored;
  const found: { prefix: string; stored: Stored }[] = [];
  for (const prefix of below) {
    const inner = await read(within(folder, prefix));
    if (inner) found.push({ prefix, stored: inner });
  }
  return only(
    folder,
    found.map(({ prefix, stored: value }) => ({ name: prefix, value })),
  );
}

async function bugReport(folder: Folder): Promise<Stored | undefined> {
  const text = await findMainText(folder);
  if (!text) return undefined;
  await folder.close();
  return bugReportStored(text.bytes, folder.name);
}

async function fromZips(folder: Folder, depth: number): Promise<Stored | undefined> {
  const zips = [...folder.files.keys()].filter((path) => path.toLowerCase().endsWith(".zip"));
  if (depth >= maxZipDepth || zips.length === 0) return undefined;
  if (zips.length > maxZips)
    return only(
      folder,
      zips.map((name) => ({ name, value: undefined })),
    );
  const found: { name: string; value: Stored }[] = [];
  const opened = [folder];
  const close = async () => {
    for (const each of opened) await each.close();
  };
  try {
    for (const path of zips) {
      const inner = await openZipFolder(await folder.open(path), path);
      opened.push(inner);
      const stored = await recognise(inner, depth + 1);
      if (stored) found.push({ name: path, value: { ...stored, name: folder.name, close } });
    }
    return only(folder, found);
  } catch (error) {
    await close();
    throw error;
  }
}

/** As `zipFolder`; closes the file when it is none. */
async function openZipFolder(file: OpenFile, name: string): Promise<Folder> {
  try {
    return await zipFolder(file, name);
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The one that was found; undefined for none. @throws DeviceError when there are several. */
function only<T>(folder: Folder, found: readonly { readonly name: string; readonly value: T }[]): T | undefined {
  if (found.length < 2) return found[0]?.value;
  const names = found.slice(0, 5).map(({ name }) => name);
  throw new DeviceError(
    "unreadable",
    `"${folder.name}" holds several examinations: ${names.join(", ")}${found.length > 5 ? " …" : ""}.`,
    "Name one of them.",
  );
}

function isZip(head: Uint8Array): boolean {
  const [p, k, a, b] = head;
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}
