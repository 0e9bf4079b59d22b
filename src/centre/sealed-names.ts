import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { bytesOfText, textOfBytes } from "../vault/entry.ts";

/** Paths as they stand in the addresses of a page: browsers keep addresses, and those shall tell nothing of what is in a vault. */
export interface SealedNames {
  /** The same for the same path, until the program ends. */
  seal(path: string): string;
  /** Null for what was not sealed here. */
  open(sealed: string): string | null;
}

/** Letters of the longest that is opened: paths of Linux have 4096 bytes. */
const longest = 6000;

/** Seals with a key that is nowhere but in memory. The vector follows from the path (as in RFC 5297), so that equal paths look equal. */
export function sealedNames(): SealedNames {
  const [key, macKey] = [randomBytes(32), randomBytes(32)];
  const vectorOf = (plain: Uint8Array) => createHmac("sha256", macKey).update(plain).digest().subarray(0, 16);
  return {
    seal: (path) => {
      const plain = bytesOfText(path);
      const vector = vectorOf(plain);
      return Buffer.concat([vector, createCipheriv("aes-256-ctr", key, vector).update(plain)]).toString("base64url");
    },
    open: (sealed) => {
      if (sealed.length < 22 || sealed.length > longest || !/^[\w-]+$/.test(sealed)) return null;
      const bytes = Buffer.from(sealed, "base64url");
      const vector = bytes.subarray(0, 16);
      const plain = createDecipheriv("aes-256-ctr", key, vector).update(bytes.subarray(16));
      return vectorOf(plain).equals(vector) ? textOfBytes(plain) : null;
    },
  };
}
