import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Writes a file so that a kill or a power cut at any moment leaves the old one or the new one: a temporary file beside it, flushed
 * to the disk, renamed. Readable by its owner alone. A kill may leave the temporary file, see `isPartial`.
 *
 * @param data the content, or the pieces of it.
 * @param partialIn where the temporary file lies, on the same disk.
 */
export async function writeAtomic(
  path: string,
  data: string | Uint8Array | readonly Uint8Array[],
  partialIn = dirname(path),
): Promise<void> {
  const partial = join(partialIn, `.${randomUUID()}.part`);
  try {
    await writeSynced(partial, Array.isArray(data) ? data : [data]);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Whether a file of this name is what `writeAtomic` leaves when it is killed. */
export function isPartial(name: string): boolean {
  return /^\.[0-9a-f-]{36}\.part$/.test(name);
}

async function writeSynced(path: string, parts: readonly (string | Uint8Array)[]): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    for (const part of parts) await file.writeFile(part);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name itself durable; some systems cannot do that for folders, and need not. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
