import type { Identity } from "age-encryption";
import { VaultError } from "../core/errors.ts";
import { decryptAge } from "../vault/age-stream.ts";
import { filePieces } from "../vault/file-pieces.ts";

/** What opens a sealed file: a passphrase, a key of age, one of SSH, or something that this version does not know. */
export type SealedFor = "passphrase" | "age" | "ssh" | "other";

/** What its header says a sealed file is for, each kind once; nothing is opened. @throws VaultError `damaged` */
export async function sealedFor(path: string): Promise<readonly SealedFor[]> {
  let kinds: readonly SealedFor[] = [];
  const looking: Identity = {
    unwrapFileKey: (stanzas) => {
      kinds = [...new Set(stanzas.map(({ args }) => kindOf(args[0] ?? "")))];
      return null;
    },
  };
  const pieces = decryptAge(filePieces(path), [looking]);
  try {
    await pieces.next();
  } catch (error) {
    // No key was given, so none opens it; a header that is none is said otherwise.
    if (!(error instanceof VaultError) || error.code !== "refused") throw error;
  }
  return kinds;
}

function kindOf(type: string): SealedFor {
  if (type === "scrypt") return "passphrase";
  if (type === "X25519") return "age";
  return type === "ssh-ed25519" || type === "ssh-rsa" ? "ssh" : "other";
}
