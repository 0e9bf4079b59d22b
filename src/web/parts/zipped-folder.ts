import { crc32 } from "../../formats/crc32.ts";
import { directoryEnd, directoryHeader, localHeader, type ZipRecord } from "../../formats/zip-headers.ts";
import { ApiError } from "../api.ts";

/** A file in a folder, with its path below it. */
interface Inner {
  readonly path: string;
  readonly file: File;
}

/** No package, and no folder of an examination, has more. */
const mostFiles = 20_000;
/** The most that the page takes of anything. */
const mostBytes = 600 * 1024 * 1024;
const mostDepth = 8;

/** A folder that was dropped, as one zip, so that it is received like any other file. @throws ApiError for one that holds too much */
export async function zippedEntry(folder: FileSystemEntry): Promise<File> {
  const files: Inner[] = [];
  const waiting = [{ entry: folder, path: "", depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { entry, path, depth } = next;
    if (entry.isFile) files.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
    else if (depth < mostDepth)
      for (const inner of await entriesOf(entry as FileSystemDirectoryEntry))
        waiting.push({ entry: inner, path: path === "" ? inner.name : `${path}/${inner.name}`, depth: depth + 1 });
    demandFew(files);
  }
  return await zipped(folder.name, files);
}

/** A folder that was chosen, as one zip: its files have paths that begin with its name. @throws ApiError for one that holds too much */
export async function zippedChoice(chosen: readonly File[]): Promise<File> {
  const files = chosen.map((file) => ({
    path: file.webkitRelativePath.replace(/^[^/]*\//, "") || file.name,
    file,
  }));
  demandFew(files);
  return await zipped(chosen[0]?.webkitRelativePath.split("/")[0] ?? "", files);
}

function demandFew(files: readonly Inner[]): void {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  if (files.length > mostFiles || bytes > mostBytes)
    throw new ApiError({ code: "folder-too-large", message: "", next: null });
}

/** Stored as it is: the files are read once for their checksums, and sent from where they lie. */
async function zipped(name: string, files: readonly Inner[]): Promise<File> {
  const parts: BlobPart[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { path, file } of files) {
    const { size } = file;
    const record: ZipRecord = {
      ...{ name: new TextEncoder().encode(path), method: 0, crc: crc32(new Uint8Array(await file.arrayBuffer())) },
      ...{ packed: size, size, offset },
    };
    const local = localHeader(record);
    parts.push(local, file);
    directory.push(directoryHeader(record));
    offset += local.length + size;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  return new File([...parts, ...directory, directoryEnd(files.length, length, offset)], `${name || "folder"}.zip`);
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** A browser gives at most a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0 || all.length > mostFiles) return all;
    all.push(...some);
  }
}
