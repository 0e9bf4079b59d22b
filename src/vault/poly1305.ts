import * as nodeCrypto from "node:crypto";

/** A Poly1305 authentication code that is being made (RFC 8439 §2.5). */
export interface Poly1305 {
  update(bytes: Uint8Array): void;
  /** The 16 bytes; nothing follows. */
  final(): Uint8Array;
}

/** Begins a code with a one-time key of 32 bytes: r, which is clamped here, then s. */
export type BeginPoly1305 = (key: Uint8Array) => Poly1305;

/** OpenSSL's codes, which Node 26.10 has and 20.20 has not; the types of Node do not have them yet. */
const { createMac } = nodeCrypto as { readonly createMac?: (algorithm: "poly1305", key: Uint8Array) => Poly1305 };

/** What libsodium is given at once: all of it is copied into its memory. */
const pieceBytes = 128 * 1024;

let begin: BeginPoly1305 | undefined;

/** Poly1305 of Node itself, which takes a fifth of the time of libsodium's; libsodium's where Node has none. */
export async function poly1305(): Promise<BeginPoly1305> {
  begin ??= createMac ? (key) => createMac("poly1305", key) : await poly1305OfLibsodium();
  return begin;
}

/** What Candor uses where Node has none. */
export async function poly1305OfLibsodium(): Promise<BeginPoly1305> {
  const { default: sodium } = await import("libsodium-wrappers-sumo");
  await sodium.ready;
  const { crypto_onetimeauth_final, crypto_onetimeauth_init, crypto_onetimeauth_update } = sodium;
  return (key) => {
    const state = crypto_onetimeauth_init(key);
    return {
      update(bytes) {
        for (let at = 0; at < bytes.length; at += pieceBytes)
          crypto_onetimeauth_update(state, bytes.subarray(at, at + pieceBytes));
      },
      final: () => crypto_onetimeauth_final(state),
    };
  };
}
