/** Digests that APK signatures and certificates' fingerprints need; by Node's names. */
export type DigestName = "md5" | "sha1" | "sha224" | "sha256" | "sha384" | "sha512";

/** A digest that is fed bit by bit. */
export interface DigestStream {
  update(bytes: Uint8Array): void;
  /** The digest; call it once. */
  digest(): Uint8Array | Promise<Uint8Array>;
}

/** How a signature is made: the kind of key, the digest (Ed25519 has one of its own, RFC 8032), and for RSA-PSS the length of the salt in bytes. */
export interface SignatureMethod {
  readonly key: "rsa" | "ec" | "dsa" | "ed25519";
  readonly digest: DigestName;
  readonly pssSalt?: number;
}

/** `unsupported`: this platform cannot verify such signatures, so nothing is known. */
export type VerifyOutcome = "verified" | "wrong" | "unsupported";

/**
 * The primitives that signatures need, given by the platform: `device/node-crypto.ts` for Node. Whatever a platform has at once it gives
 * at once; a browser's `crypto.subtle` answers by promises and has neither MD5 nor DSA.
 */
export interface Crypto {
  /** Of the parts as one text. */
  digest(name: DigestName, ...parts: readonly Uint8Array[]): Uint8Array | Promise<Uint8Array>;
  stream(name: DigestName): DigestStream;
  /**
   * Whether `signature` (DSA and ECDSA: DER of RFC 3279 §2.2.3; Ed25519: 64 bytes) was made over `data` by the key in `publicKey`
   * (SubjectPublicKeyInfo, RFC 5280 §4.1.2.7). A key that is of another kind or that cannot be read is `wrong`. `publicKey` is hostile.
   */
  verify(
    method: SignatureMethod,
    publicKey: Uint8Array,
    signature: Uint8Array,
    data: Uint8Array,
  ): VerifyOutcome | Promise<VerifyOutcome>;
  /** The key as DER writes it, undefined when it cannot be read: two encodings of one key become equal. */
  encodeKey(publicKey: Uint8Array): Uint8Array | undefined | Promise<Uint8Array | undefined>;
}

/** What reading packets needs, at once: fingerprints of a ClientHello, and the keys that QUIC hides its first packets with (RFC 9001 §5). */
export interface PacketCrypto {
  sha256(bytes: Uint8Array): Uint8Array;
  hmacSha256(key: Uint8Array, data: Uint8Array): Uint8Array;
  /** One block of 16 bytes. */
  aes128Ecb(key: Uint8Array, block: Uint8Array): Uint8Array;
  /** Opens what AES-128-GCM sealed, the tag of 16 bytes at its end; undefined where the tag is wrong. */
  aes128Gcm(key: Uint8Array, nonce: Uint8Array, additional: Uint8Array, sealed: Uint8Array): Uint8Array | undefined;
}
