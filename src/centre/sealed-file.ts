import { openFile } from "../device/file.ts";
import { armorBegin } from "../vault/age-armor.ts";
import { versionLine } from "../vault/age-header.ts";

/** Whether a file is sealed with age, by how it begins, as text or as bytes. @throws the system's error */
export async function isSealed(path: string): Promise<boolean> {
  const file = await openFile(path, true);
  try {
    const head = new TextDecoder("latin1").decode(await file.read(0, Math.min(file.size, 64)));
    return head.startsWith(versionLine) || head.startsWith(armorBegin);
  } finally {
    await file.close();
  }
}
