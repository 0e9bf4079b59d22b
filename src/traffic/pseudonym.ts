import type { Crypto } from "../formats/crypto.ts";
import { hexOf } from "./byte-text.ts";

/** Gives the same name to the same value, in every record that is redacted with the same key; without the key it leads to nothing. */
export type Pseudonyms = (property: string, value: string) => Promise<string>;

/**
 * Pseudonyms by HMAC-SHA-256: `candor-imei-5f0c1e2a9b3d`. Spellings of one value (case, separators) have one name.
 *
 * @param key secret, at least 16 random bytes; whoever has it can try out values, so it is kept or thrown away, and never shared.
 */
export function pseudonyms(key: Uint8Array, crypto: Pick<Crypto, "digest">): Pseudonyms {
  if (key.length < 16) throw new RangeError("a key of at least 16 bytes is needed");
  const known = new Map<string, string>();
  return async (property, value) => {
    const bare = value.toLowerCase().replace(/[\s:+()/-]/g, "");
    const code = known.get(bare) ?? hexOf(await hmacSha256(key, new TextEncoder().encode(bare), crypto)).slice(0, 12);
    known.set(bare, code);
    return `candor-${property.replace(/[^A-Za-z0-9]/g, "").slice(0, 24)}-${code}`;
  };
}

/** RFC 2104 with SHA-256, whose blocks are of 64 bytes. */
async function hmacSha256(key: Uint8Array, data: Uint8Array, crypto: Pick<Crypto, "digest">): Promise<Uint8Array> {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? await crypto.digest("sha256", key) : key);
  const inner = await crypto.digest(
    "sha256",
    block.map((byte) => byte ^ 0x36),
    data,
  );
  return crypto.digest(
    "sha256",
    block.map((byte) => byte ^ 0x5c),
    inner,
  );
}
