import type { AppRecord } from "../apps/app-record.ts";

/** Record of a file that was looked into before, by the SHA-256 of the file; undefined where there is none, or a damaged one. */
export async function storedRecord(_dataFolder: string, _sha256: string): Promise<AppRecord | undefined> {
  return undefined;
}
