import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { writeAtomic } from "../device/atomic-file.ts";

/** `writeAtomic` for the faces and the data folder: folders are made as needed, readable by their owner alone. */
export async function writeFileAtomic(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeAtomic(path, data);
}
