import { VaultError } from "../core/errors.ts";

/** What a disk said, as a place says it; anything else as it is. @param what the file, for the sentence */
export function diskError(error: unknown, what: string): unknown {
  const code = diskCode(error);
  if (code === "ENOENT") return new VaultError("absent", `There is no file ${what}.`);
  if (code === "EACCES" || code === "EPERM")
    return new VaultError("denied", `The rights on the folder do not allow it (${what}).`);
  if (code === "ENOSPC" || code === "EDQUOT")
    return new VaultError(
      "unwritable",
      `The disk is full (${what}).`,
      "Make room and repeat it: what was stored is used.",
    );
  if (code === "EROFS") return new VaultError("unwritable", `The disk takes no writing (${what}).`);
  if (code === "EIO") return new VaultError("unreachable", `The disk does not answer (${what}).`);
  return error;
}

/** The system's name of an error, such as `ENOENT`; empty for what is none of its. */
export function diskCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
